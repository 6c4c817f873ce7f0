//! The other prints: steps, the doctor's page, the book, the card, large type. As for the crisis plan, nothing is lost and
//! nothing leaves the page.

use holdepunkt_core::document::{Card, Document, Item, Print};

use super::robust::assert_on_page;
use super::{documents, essence, every_text};
use crate::press::Template;
use crate::{PrintError, lay, read, set_document};

/// Without what only the first page of the plan shows.
fn parts_of(mut document: Document) -> Document {
    document.front.panels.clear();
    document.version.clear();
    document
}

fn told(print: &Print) -> String {
    let laid = lay(print).unwrap();
    let pages: Vec<String> = (0..laid.count()).map(|at| laid.page(at, 60).unwrap().text).collect();
    pages.join("\n")
}

fn assert_all_in(document: &Document, print: &Print) {
    let paper = essence(&told(print));
    for text in every_text(document) {
        let wanted = essence(text);
        assert!(paper.contains(&wanted), "a line is lost: {wanted}");
    }
}

#[test]
fn every_line_is_on_the_supporters_sheet_the_doctors_page_and_in_the_book() {
    let sheet = parts_of(documents::sample("relative"));
    assert_all_in(&sheet, &Print::Steps(sheet.clone()));
    let doctor = parts_of(documents::sample("doctor"));
    assert_all_in(&doctor, &Print::Page(doctor.clone()));
    let book = parts_of(documents::sample("me"));
    assert_all_in(&book, &Print::Book(book.clone()));
}

#[test]
fn every_line_of_every_kind_of_trouble_is_in_every_shape() {
    let mut document = documents::with_lines(documents::troubles());
    document.version.clear();
    for shape in [Print::Steps, Print::Page, Print::Book] {
        assert_all_in(&document, &shape(document.clone()));
        assert_all_in(&document, &shape(document.clone()).in_large(true));
    }
}

#[test]
fn no_glyph_leaves_the_page_in_any_shape_or_size() {
    for large in [false, true] {
        let hostile = Document { large, ..documents::hostile_book() };
        for template in [Template::Steps, Template::Page, Template::Book, Template::Print] {
            let pages = set_document(&hostile, template, true, None).unwrap();
            assert_on_page(&pages, &format!("hostile {template:?} {large}"));
        }
        let normal = Document { large, ..documents::normal() };
        assert_on_page(&set_document(&normal, Template::Print, true, None).unwrap(), "large");
    }
}

#[test]
fn no_letter_of_a_large_print_is_smaller_than_18_points() {
    for (template, document) in [
        (Template::Print, documents::normal()),
        (Template::Steps, documents::sample("relative")),
        (Template::Steps, documents::sample("replacement")),
        (Template::Page, documents::sample("doctor")),
        (Template::Book, documents::sample("me")),
        (Template::Book, documents::sample("blank")),
    ] {
        let pages = set_document(&Document { large: true, ..document }, template, true, None).unwrap();
        for (words, size) in pages.pages().iter().flat_map(read::sizes) {
            // Arrows and marks that say nothing by themselves may be as they are.
            let said = words.chars().any(char::is_alphanumeric);
            assert!(!said || size >= 17.99, "{template:?}: `{words}` is {size} points");
        }
    }
}

#[test]
fn the_doctors_page_and_the_supporters_sheet_of_a_full_book_are_one_page_each() {
    assert_eq!(lay(&Print::Page(documents::sample("doctor"))).unwrap().count(), 1);
    for name in ["relative", "relative-english"] {
        assert_eq!(lay(&Print::Steps(documents::sample(name))).unwrap().count(), 1, "{name}");
    }
}

/// The sheet with so many lines in every group, at most.
fn sheet_of(lines: usize) -> Document {
    let mut sheet = documents::sample("relative");
    for group in sheet.parts.iter_mut().flat_map(|part| &mut part.groups) {
        group.items.truncate(lines);
    }
    sheet
}

#[test]
fn a_supporters_sheet_with_three_lines_in_every_group_is_one_page_that_can_be_read_at_night() {
    let sheet = sheet_of(3);
    assert_eq!(sheet.parts.len(), 7);
    let pages = set_document(&sheet, Template::Steps, true, None).unwrap();
    assert_eq!(pages.pages().len(), 1);
    let urgent = &sheet.parts[0].groups[0].items[0].text;
    let sizes = read::sizes(&pages.pages()[0]);
    let first = urgent.split(' ').next().unwrap();
    let size = sizes.iter().find(|(words, _)| words.starts_with(first)).map(|(_, size)| *size);
    assert!(size.is_some_and(|size| size >= 12.0), "{size:?}");
}

#[test]
fn no_word_of_a_supporters_sheet_is_smaller_than_8_5_points_however_full_it_is() {
    for sheet in [documents::sample("relative"), documents::sample("relative-english"), sheet_of(3)] {
        let pages = set_document(&sheet, Template::Steps, true, None).unwrap();
        for (words, size) in pages.pages().iter().flat_map(read::sizes) {
            assert!(!words.chars().any(char::is_alphanumeric) || size >= 8.5, "`{words}` is {size} points");
        }
    }
}

#[test]
fn the_steps_are_read_from_the_first_to_the_last_though_they_stand_in_two_columns() {
    let sheet = documents::sample("relative");
    let paper = told(&Print::Steps(sheet.clone()));
    let mut at = 0;
    for item in sheet.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.items) {
        let found = paper[at..].find(item.text.as_str());
        at += found.unwrap_or_else(|| panic!("`{}` is not where it belongs", item.text));
    }
}

#[test]
fn the_replacement_begins_with_the_sheet_that_asks_for_the_old_one() {
    let laid = lay(&Print::Steps(documents::sample("replacement"))).unwrap();
    let first = laid.page(0, 60).unwrap().text;
    assert!(first.contains("Riv den gamle i stykker"), "{first}");
    assert!(laid.page(1, 60).unwrap().text.contains("Det gør du nu"));
}

#[test]
fn the_contents_name_every_chapter_and_page_and_nothing_below() {
    let book = documents::sample("me");
    let first: Vec<String> =
        (0..2).map(|at| lay(&Print::Book(book.clone())).unwrap().page(at, 60).unwrap().text).collect();
    let contents = essence(&first.join("\n"));
    for part in &book.parts {
        for heading in [&part.chapter, &part.heading] {
            assert!(contents.contains(&essence(heading)), "{heading}");
        }
    }
}

#[test]
fn a_card_with_too_much_on_a_face_is_refused_with_the_face_and_never_cut() {
    let full = |card: &Card| match lay(&Print::Card(card.clone())) {
        Err(PrintError::CardFull { side, lines }) => Some((side, lines)),
        Err(error) => panic!("{error}"),
        Ok(_) => None,
    };
    let card = documents::card();
    assert_eq!(full(&card), None);
    let line = |text: &str| Item { text: text.into(), ..Item::default() };
    let mut back = card.clone();
    back.back[0].items.extend((0..20).map(|_| line("Endnu en linje om det, der hjælper")));
    let (side, lines) = full(&back).expect("the back is full");
    assert_eq!(side, "back");
    assert!((8..=24).contains(&lines), "about as many lines as there are too many: {lines}");
    let mut front = card.clone();
    front.alert[0].value = "Penicillin giver udslæt over det hele. ".repeat(40);
    assert_eq!(full(&front).map(|(side, _)| side), Some("front"));
    // Up to the last line that fits, all of it is there.
    let mut most = card;
    most.back[0].items.truncate(1);
    loop {
        let mut more = most.clone();
        let number = more.back[0].items.len();
        more.back[0].items.push(line(&format!("Linje nummer {number}")));
        if full(&more).is_some() {
            break;
        }
        most = more;
    }
    let paper = told(&Print::Card(most.clone()));
    assert!(most.back[0].items.len() > 4, "a card has room for some lines");
    assert!(most.back[0].items.iter().all(|item| paper.contains(&item.text)));
}

#[test]
fn every_shape_is_a_pdf_also_where_names_and_titles_are_missing() {
    let (mut card, mut sheet, mut book) = (documents::card(), documents::sample("relative"), documents::sample("me"));
    let covered = documents::sample("replacement");
    card.name.clear();
    for document in [&mut sheet, &mut book] {
        document.name.clear();
        document.title.clear();
        document.contents.clear();
        document.parts.truncate(3);
    }
    for part in &mut book.parts {
        part.heading.clear();
    }
    let blank = documents::sample("blank");
    for print in [Print::Card(card), Print::Steps(sheet), Print::Book(book), Print::Book(blank), Print::Steps(covered)]
    {
        let bytes = lay(&print).unwrap().pdf().unwrap();
        assert!(bytes.starts_with(b"%PDF"), "{print:?}");
    }
}

#[test]
fn nothing_of_a_card_leaves_its_face() {
    let mut card = documents::card();
    card.back[0].items.truncate(1);
    card.back[0].items[0].text = "W".repeat(60);
    card.name = "عائشة 🙂 Mette ★ #1".into();
    let print = Print::Card(card);
    let pages = crate::laid::set_print(&print, true, None).unwrap();
    assert_on_page(&pages, "card");
}

#[test]
fn the_pages_that_are_looked_at_are_the_pages_of_the_pdf() {
    let laid = lay(&Print::Steps(documents::sample("relative"))).unwrap();
    let bytes = laid.pdf().unwrap();
    assert!(bytes == laid.pdf().unwrap(), "the same bytes again");
    assert!(laid.page(laid.count(), 60).is_err(), "there is no page after the last");
}
