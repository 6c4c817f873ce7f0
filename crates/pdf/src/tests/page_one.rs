//! Page 1 holds its content on one page, and what it had no room for stands elsewhere.

use holdepunkt_core::document::{Document, Item, Part, Weight};

use super::documents::{self, fact, group, item, plan};
use super::robust::assert_on_page;
use super::{essence, every_text, pages};
use crate::press::Template;
use crate::{read, set_document};

fn texts(document: &Document) -> Vec<String> {
    pages(document, 60).unwrap().into_iter().map(|page| page.text).collect()
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
