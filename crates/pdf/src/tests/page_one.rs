//! Page 1 holds its content on one page, and what it had no room for stands elsewhere.

use holdepunkt_core::document::{Document, Fact, Item, Items, Panel, Part, Tone};

use super::documents::{self, item};
use super::robust::assert_on_page;
use super::{essence, every_text};
use crate::press::Template;
use crate::{pages, set_document};

fn texts(document: &Document) -> Vec<String> {
    pages(document, 60).unwrap().into_iter().map(|page| page.text).collect()
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
        })
        .collect();
    let groups =
        panels.iter().map(|panel| Items { heading: panel.heading.clone(), items: panel.items.clone() }).collect();
    let mut document =
        Document { name: "Mette".into(), parts: vec![Part { heading: "Delene".into(), groups }], ..documents::bare() };
    document.front.panels = panels;
    document.front.facts = vec![Fact { label: "Født".into(), value: "3. maj 1984".into() }];
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
fn a_line_that_stands_nowhere_else_is_drawn_after_the_parts() {
    let mut document = plan(&[20, 20, 20], 3);
    let only_here = format!("Kun på forsiden {}", "og meget langt ".repeat(60));
    document.front.panels[1].items.insert(0, item(only_here.trim()));
    document.front.facts.push(Fact { label: "Sprog".into(), value: "dansk ".repeat(60).trim().into() });
    let pages = texts(&document);
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
        pages[1].starts_with("del uden ende"),
        "page 1 is one page, then {:?}",
        pages[1].chars().take(80).collect::<String>()
    );
    assert_on_page(&set_document(&document, Template::Print, true).unwrap(), "without end");
    assert_on_page(&set_document(&document, Template::Phone, true).unwrap(), "without end, phone");
    let everything = essence(&pages.join("\n"));
    for text in every_text(&document) {
        assert!(everything.contains(&essence(text)), "lost: {}", &text[..40]);
    }
}

#[test]
fn unfilled_things_leave_no_holes() {
    let text = texts(&documents::bare()).join("\n");
    assert_eq!(text.lines().collect::<Vec<_>>(), ["version 1 · 22. november 2026", "Min kriseplan"]);
}
