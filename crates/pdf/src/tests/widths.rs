//! What is wider than its place: a name, a number, a word, a heading, a sign. None of it lies over another or leaves the page, and none is lost.

use holdepunkt_core::document::{Cover, Document, Item, Tone};

use super::documents::{self, group, item, plan};
use super::essence;
use super::robust::assert_on_page;
use crate::press::Template;
use crate::{read, set_document};

#[test]
fn a_name_that_is_too_long_for_the_head_stands_in_full_in_every_print() {
    let name =
        "Jeg vil helst kaldes Maja, men står der Marianne på mit armbånd, er det også mig, og begge dele er fint.";
    let document = Document { name: name.into(), ..documents::with_lines(["En linje".into()]) };
    for (template, what) in [
        (Template::Print, "plan"),
        (Template::Page, "page for the doctor"),
        (Template::Steps, "supporter's sheet"),
        (Template::Book, "book"),
    ] {
        let pages = set_document(&document, template, true, None).unwrap();
        let told = pages.pages().iter().map(read::text).collect::<Vec<_>>().join("\n");
        assert!(essence(&told).contains(&essence(name)), "{what}: {told}");
    }
}

#[test]
fn a_long_number_stands_under_its_name_and_not_over_it() {
    let number = "arbejde 12 34 56 78 og 87 65 43";
    let mut document = plan(&[2], 2);
    document.front.panels[0].items[0] = Item { phone: number.into(), ..item("Overlæge Kirsten Mogensen") };
    for large in [false, true] {
        let document = Document { large, ..document.clone() };
        let pages = set_document(&document, Template::Print, true, None).unwrap();
        assert_apart(&pages.pages()[0], "Mogensen", "arbejde");
    }
    let mut card = documents::card();
    card.front[0].tone = Tone::Call;
    card.front[0].items = vec![Item { phone: number.into(), ..item("Overlæge Kirsten Mogensen") }];
    let laid = crate::laid::set_print(&holdepunkt_core::document::Print::Card(card), true, None).unwrap();
    assert_apart(&laid.pages()[0], "Mogensen", "arbejde");
}

/// Names of one word with a number that nearly fills the line: the word is wider than what the number leaves of it.
const TIGHT: [(&str, &str); 5] = [
    ("Hjemmesygeplejersken", "12345678 / 87654321"),
    ("Bostøttemedarbejder", "12345678 / 87654321"),
    ("Hjemmesygeplejersken", "1813 (døgnet rundt)"),
    ("Distriktssygeplejersken", "20 10 20 30"),
    ("Vicki Støttekontaktperson", "20 10 20 30 / 20 10"),
];

#[test]
fn a_number_never_stands_over_the_widest_word_of_a_name() {
    for (name, number) in TIGHT {
        let (word, first) = (name.split(' ').next_back().unwrap(), &number[..4]);
        let call = Item { phone: number.into(), ..item(name) };
        let mut document = plan(&[2], 2);
        document.front.panels[0].items[0] = call.clone();
        document.parts[0].groups[0].items[0] = call.clone();
        for large in [false, true] {
            let document = Document { large, ..document.clone() };
            for (template, page) in
                [(Template::Print, 0), (Template::Print, 1), (Template::Page, 0), (Template::Steps, 0)]
            {
                let pages = set_document(&document, template, true, None).unwrap();
                assert_apart(&pages.pages()[page], word, first);
                assert_on_page(&pages, name);
            }
        }
        let mut card = documents::card();
        card.front[0].tone = Tone::Call;
        card.front[0].items = vec![call];
        let laid = crate::laid::set_print(&holdepunkt_core::document::Print::Card(card), true, None).unwrap();
        assert_apart(&laid.pages()[0], word, first);
    }
}

#[test]
fn a_label_beside_a_number_has_room_too() {
    let call =
        Item { label: "stedfortrædendeafdelingsleder".into(), phone: "20 10 20 30 / 20 10".into(), ..item("Bo") };
    let mut document = plan(&[2], 2);
    document.front.panels[0].items[0] = call;
    for large in [false, true] {
        let document = Document { large, ..document.clone() };
        let pages = set_document(&document, Template::Print, true, None).unwrap();
        assert_apart(&pages.pages()[0], "leder", "20 10 20 30 /");
    }
}

#[test]
fn one_long_word_in_a_title_stays_within_its_column() {
    let word = "karen@distriktspsykiatrien.dk";
    let mut document = plan(&[2], 2);
    document.title = word.into();
    document.cover = Some(Cover { title: format!("En ny til {word}"), ..Cover::default() });
    document.parts[0].heading = word.into();
    document.parts[0].groups[0].heading = word.into();
    for large in [false, true] {
        let document = Document { large, ..document.clone() };
        for template in [Template::Print, Template::Page, Template::Steps, Template::Book] {
            let pages = set_document(&document, template, true, None).unwrap();
            for page in pages.pages() {
                let edge = page.frame.width().to_pt() - 30.0;
                for (text, b) in read::boxes(page) {
                    assert!(b.max.x.to_pt() <= edge, "{text} lies at {b:?}, {template:?}, large: {large}");
                }
            }
        }
    }
    let mut card = documents::card();
    card.name = "Forstanderinde.Kristiansen".into();
    let laid = crate::laid::set_print(&holdepunkt_core::document::Print::Card(card), true, None).unwrap();
    let fold = read::boxes(&laid.pages()[0])
        .into_iter()
        .filter(|(text, _)| text.contains("Kristiansen") || text.contains("Forst"));
    for (text, b) in fold {
        assert!(b.max.x.to_pt() <= 55.0 + 242.6 - 8.0, "{text} lies at {b:?}");
    }
}

#[test]
fn a_heading_somebody_pasted_a_page_into_runs_on_to_the_next_and_none_of_it_is_lost() {
    for heading in ["uden ende ".repeat(1000), "uden ende ".repeat(160), "ord ".repeat(58), "﷽ ".repeat(78)] {
        let mut document = plan(&[1], 2);
        document.parts[0].groups[0] = group(heading.trim(), vec![item("En kort linje.")]);
        for large in [false, true] {
            let document = Document { large, ..document.clone() };
            for template in [Template::Print, Template::Book, Template::Page, Template::Steps] {
                let what = format!("{} bytes, {template:?}, large: {large}", heading.len());
                let pages = set_document(&document, template, true, None).unwrap();
                assert_on_page(&pages, &what);
                let told = essence(&pages.pages().iter().map(read::text).collect::<Vec<_>>().join("\n"));
                assert!(told.contains(&essence(&heading)) && told.contains("Enkortlinje."), "{what}");
            }
        }
    }
}

#[test]
fn signs_wider_than_a_letter_stay_on_the_page() {
    let lines = ["﷽".repeat(230), "漢".repeat(230), "﷽ ".repeat(20)];
    for words in lines {
        let mut document = plan(&[1], 2);
        document.parts[0].groups[0] = group("Ord", vec![item(words.trim()), item("En kort linje.")]);
        document.parts[0].groups[0].whole = true;
        for large in [false, true] {
            let document = Document { large, ..document.clone() };
            for template in [Template::Print, Template::Book] {
                let pages = set_document(&document, template, true, None).unwrap();
                assert_on_page(&pages, &format!("{} letters, {template:?}, large: {large}", words.chars().count()));
            }
        }
    }
}

/// The runs with these words do not touch.
fn assert_apart(page: &typst_layout::Page, one: &str, other: &str) {
    let boxes = read::boxes(page);
    let find = |words: &str| boxes.iter().find(|(text, _)| text.contains(words)).map(|(_, b)| *b).unwrap();
    let (a, b) = (find(one), find(other));
    let apart = a.max.x <= b.min.x || b.max.x <= a.min.x || a.max.y <= b.min.y || b.max.y <= a.min.y;
    assert!(apart, "{one} at {a:?} and {other} at {b:?}");
}
