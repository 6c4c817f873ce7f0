//! Page 1 holds its content on one page, and what it had no room for stands elsewhere.

use holdepunkt_core::document::{Cover, Document, Fact, Item, Items, Panel, Part, Tone, Weight};

use super::documents::{self, item};
use super::robust::assert_on_page;
use super::{essence, every_text, pages};
use crate::press::Template;
use crate::{read, set_document};

fn texts(document: &Document) -> Vec<String> {
    pages(document, 60).unwrap().into_iter().map(|page| page.text).collect()
}

fn group(heading: &str, items: Vec<Item>) -> Items {
    Items { heading: heading.into(), items, ..Items::default() }
}

fn fact(label: &str, value: &str, weight: Weight) -> Fact {
    Fact { label: label.into(), value: value.into(), weight, ..Fact::default() }
}

/// A plan whose page 1 has these many lines in each panel, each line this many words long.
fn plan(lines: &[usize], words: usize) -> Document {
    let tones = [Tone::Call, Tone::Helps, Tone::Never, Tone::Plain, Tone::Plain, Tone::Plain];
    let panels: Vec<Panel> = lines
        .iter()
        .enumerate()
        .map(|(at, &count)| Panel {
            tone: tones[at % tones.len()],
            heading: format!("Felt {at}"),
            items: (0..count)
                .map(|n| Item {
                    phone: if at == 0 { "20 10 20 30".into() } else { String::new() },
                    ..item(format!("linje {at}-{n} {}", "ord ".repeat(words)).trim())
                })
                .collect(),
            note: String::new(),
        })
        .collect();
    let group = |panel: &Panel| group(&panel.heading, panel.items.clone());
    let groups = panels.iter().map(group).collect();
    let mut document = Document {
        name: "Mette".into(),
        parts: vec![Part { heading: "Delene".into(), groups, ..Part::default() }],
        ..documents::bare()
    };
    document.front.panels = panels;
    document.front.facts = vec![fact("Født", "3. maj 1984", Weight::Small)];
    document
}

#[test]
fn page_one_is_one_page_however_much_there_is() {
    for (lines, words) in [
        (&[3, 5, 4, 3, 1][..], 4),
        (&[40, 30, 30, 9, 9, 9], 3),
        (&[1; 14], 20),
        (&[40; 6], 30),
        (&[1], 2),
        (&[0, 60], 6),
    ] {
        let pages = texts(&plan(lines, words));
        assert!(pages[0].contains("linje"), "page 1 shows lines: {lines:?} × {words}");
        assert!(
            pages[1].starts_with("Delene"),
            "the parts begin on page 2: {lines:?} × {words}, got {}",
            &pages[1][..60.min(pages[1].len())]
        );
    }
}

#[test]
fn page_one_shows_everything_when_there_is_room_and_says_so_when_not() {
    let fits = texts(&plan(&[3, 5, 4, 3, 1], 4));
    assert!(!fits[0].contains("Resten"), "nothing is left out");
    let crowded = texts(&plan(&[40, 30, 30], 3));
    let said =
        crowded[0].lines().find(|line| line.starts_with("Resten står på side")).expect("shortened panels say so");
    let page: usize = said.rsplit(' ').next().unwrap().parse().unwrap();
    let shown = crowded[0].matches("linje 0-").count();
    assert!(shown >= 4, "who to call keeps at least four lines");
    assert!(
        crowded[page - 1].contains(&format!("linje 0-{shown} ")),
        "the page it names is where the next line stands"
    );
}

#[test]
fn page_one_points_at_the_line_itself_and_not_at_one_that_has_its_letters() {
    let mut document = plan(&[2, 40], 3);
    document.front.panels[1].items[39].text = "te".into();
    let rest = vec![item("venter på at det bliver roligt igen"), item("jeg er træt")];
    document.parts[0].groups[0].items = rest;
    document.parts[0].groups[1].items = document.front.panels[1].items.clone();
    let places = crate::places::Places::of(&document);
    assert_eq!(places.find(1, 39), places.number(0, 1, 39));
    assert!(places.find(1, 39).is_some());
    assert_eq!(places.number(0, 0, 0), None);
}

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

#[test]
fn a_line_that_stands_nowhere_else_is_drawn_right_after_page_one() {
    let mut document = plan(&[20, 20, 20], 3);
    let only_here = format!("Kun på forsiden {}", "og meget langt ".repeat(60));
    document.front.panels[1].items.insert(0, item(only_here.trim()));
    document.front.facts.push(fact("Sprog", "dansk ".repeat(60).trim(), Weight::Small));
    let pages = texts(&document);
    assert!(pages[0].contains("Resten står på side 2"), "page 1 says where the rest of the fact stands");
    assert!(pages[1].starts_with("Om mig"), "before the parts");
    let after = pages[1..].join(" ").replace('\n', " ");
    assert!(after.contains(only_here.trim()), "the long line in full");
    assert!(after.contains("dansk ".repeat(60).trim()), "the long fact in full");
}

#[test]
fn texts_without_end_stay_on_the_page_and_whole() {
    let mut document = documents::normal();
    let long = |what: &str| format!("{what} {}", "uden ende ".repeat(220)).trim().to_owned();
    document.name = long("navn");
    document.title = long("titel");
    document.front.lead = long("hvad");
    for fact in &mut document.front.facts {
        (fact.label, fact.value) = (long(&fact.label), long(&fact.value));
    }
    for panel in &mut document.front.panels {
        panel.heading = long(&panel.heading);
        for item in &mut panel.items {
            *item = Item {
                label: long("mærke"),
                text: long(&item.text),
                because: long("fordi"),
                phone: "20 ".repeat(400),
                ..item.clone()
            };
        }
    }
    document.parts[0].heading = long("del");
    document.parts[0].groups[0].heading = long("gruppe");
    let pages = texts(&document);
    assert!(
        pages[1].starts_with("Om mig"),
        "page 1 is one page, then {:?}",
        pages[1].chars().take(80).collect::<String>()
    );
    assert_on_page(&set_document(&document, Template::Print, true, None).unwrap(), "without end");
    assert_on_page(&set_document(&document, Template::Phone, true, None).unwrap(), "without end, phone");
    let everything = essence(&pages.join("\n"));
    for text in every_text(&document) {
        assert!(everything.contains(&essence(text)), "lost: {}", &text[..40]);
    }
}

#[test]
fn a_consent_stands_whole_on_page_one_or_only_where_it_is_whole() {
    let short =
        format!("Mette må få alt at vide. {}Min mor får intet at vide.", "Emil må få lidt at vide. ".repeat(20));
    let long = format!("Mette må få alt at vide. {}Min mor får intet at vide.", "Emil må få lidt at vide. ".repeat(60));
    let mut document = plan(&[9, 20, 20, 6], 6);
    document.front.facts.insert(0, fact("Samtykke", &short, Weight::Whole));
    let printed = texts(&document);
    assert!(printed[0].lines().any(|line| line == short), "to its last word, however crowded the page is");
    assert!(printed[1].starts_with("Delene"), "page 1 is one page");
    document.front.facts[0].value = long.clone();
    let printed = texts(&document);
    assert!(!printed[0].contains("Mette må få"), "half a consent would give away its limit");
    assert!(printed[0].contains("se side 2") && printed[1].contains(&long));
    let picture = set_document(&document, Template::Phone, true, None).unwrap();
    let picture = read::text(&picture.pages()[0]);
    assert!(picture.lines().any(|line| line == long), "the phone picture has room for all of it");
}

#[test]
fn an_allergy_stands_before_everything_else_about_me() {
    let mut document = plan(&[3, 5, 4], 4);
    document.front.facts.push(fact("Allergi", "penicillin", Weight::Alert));
    let lines = texts(&document)[0].lines().map(str::to_owned).collect::<Vec<_>>();
    let place = |words: &str| lines.iter().position(|line| line == words).unwrap();
    assert!(place("Mette") < place("Allergi") && place("penicillin") < place("Født"), "{lines:?}");
}

#[test]
fn who_not_to_call_stands_on_page_one_however_many_there_are_to_call() {
    let mut document = plan(&[40, 30, 30], 3);
    document.front.panels[0].note = "Ring ikke til: Inger (min mor)".into();
    assert!(texts(&document)[0].contains("Ring ikke til: Inger (min mor)"));
}

#[test]
fn the_foot_of_page_one_says_where_the_lines_for_danger_stand() {
    let mut document = plan(&[3, 5, 4, 30], 4);
    let mut danger = group("Hvis jeg er i fare", vec![item("bliv hos mig")]);
    danger.pointed = true;
    document.parts[0].groups.push(danger);
    let pages = texts(&document);
    let at = pages.iter().position(|page| page.contains("bliv hos mig")).unwrap() + 1;
    assert!(pages[0].ends_with(&format!("Hvis jeg er i fare: se side {at}")), "{}", pages[0]);
}

#[test]
fn a_group_to_be_kept_whole_and_a_line_with_its_reason_are_never_split_between_pages() {
    for before in [24, 26, 28, 30, 32, 34] {
        let lines = |what: &str, count: usize, because: &str| -> Vec<Item> {
            let line = |n| Item { because: because.repeat(4), ..item(format!("{what} {n}")) };
            (0..count).map(line).collect()
        };
        let mut never = group("Det gør det værre", lines("aldrig", 12, "fordi det er svært for mig, "));
        never.whole = true;
        let groups = vec![group("", lines("før", before, "")), never, group("Efter", lines("efter", 30, "derfor "))];
        let parts = vec![Part { heading: "Del".into(), groups, ..Part::default() }];
        let pages = texts(&Document { parts, ..documents::bare() });
        let holding = |words: &str| pages.iter().position(|page| page.lines().any(|line| line == words)).unwrap();
        let never: Vec<usize> = (0..12).map(|n| holding(&format!("aldrig {n}"))).collect();
        assert!(never.iter().all(|&page| page == holding("Det gør det værre")), "{before}: {never:?}");
        assert_eq!(
            [holding("efter 0"), holding("efter 1")],
            [holding("Efter"); 2],
            "{before}: two lines under a heading"
        );
        for page in &pages {
            assert_ne!(
                page.lines().next(),
                Some("derfor derfor derfor derfor"),
                "{before}: a reason stays with its line"
            );
        }
    }
}

#[test]
fn with_nothing_on_page_one_the_plan_begins_with_its_parts() {
    let pages = texts(&documents::with_lines(["jeg synger".to_owned()]));
    assert_eq!(pages.len(), 1);
    assert_eq!(
        pages[0].lines().collect::<Vec<_>>(),
        ["22. november 2026 version 1", "Min kriseplan", "Alt", "jeg synger"]
    );
}

#[test]
fn unfilled_things_leave_no_holes() {
    let text = texts(&documents::bare()).join("\n");
    assert_eq!(text.lines().collect::<Vec<_>>(), ["22. november 2026 version 1", "Min kriseplan"]);
}
