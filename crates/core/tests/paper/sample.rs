use crate::builder::{Desk, crisis_plan};
use holdepunkt_core::change::{Choice, Mark};
use holdepunkt_core::document::Weight;
use holdepunkt_core::view::{Kind, Line};
use holdepunkt_core::workbook::workbook;
use holdepunkt_core::{help, sample};
use holdepunkt_i18n::{Language, Texts};
use toml::{Table, Value};

const SAMPLES: [(Language, &str); 2] = [
    (Language::Da, include_str!("../../../../workbook/sample.toml")),
    (Language::En, include_str!("../../../../workbook/sample-en.toml")),
];

fn filled(language: Language) -> Desk {
    let mut desk = Desk::new();
    desk.texts = Texts::new(language);
    let mut book = desk.book.take().expect("open");
    let world = book.world().clone();
    sample::fill(&mut book, &desk.texts, &world).expect("every line of the sample has its place");
    desk.book = Some(book);
    desk
}

fn tables(source: &str, name: &str) -> Vec<Table> {
    let file: Table = source.parse().expect("the sample can be read");
    let list = file.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    list.into_iter().map(|value| value.as_table().expect("a table").clone()).collect()
}

fn text<'a>(table: &'a Table, field: &str) -> &'a str {
    table.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn texts(table: &Table, field: &str) -> Vec<String> {
    let list = table.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
    list.iter().map(|value| value.as_str().expect("a string").to_string()).collect()
}

fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Unset => "",
        Choice::Preferred => "preferred",
        Choice::Acceptable => "acceptable",
        Choice::Not => "not",
    }
}

fn mark(mark: &Mark) -> &'static str {
    match mark {
        Mark::HardDay => "hard-day",
        Mark::PersonalMedicine => "personal-medicine",
        Mark::Private => "private",
        Mark::Typed => "typed",
    }
}

#[test]
fn every_line_and_every_person_of_both_samples_lands_as_it_is_written() {
    for (language, source) in SAMPLES {
        let desk = filled(language);
        let named: Vec<(String, String)> = [("person", "name"), ("line", "text")]
            .into_iter()
            .flat_map(|(kind, field)| tables(source, kind).into_iter().map(move |table| (table, field)))
            .map(|(table, field)| (text(&table, "ref").to_string(), text(&table, field).to_string()))
            .collect();
        let stands_for = |name: &String| &named.iter().find(|(known, _)| known == name).expect("a ref").1;
        for line in tables(source, "line") {
            let written = |known: &&Line| known.text == text(&line, "text");
            let lines = desk.lines(text(&line, "section"));
            let found = lines.iter().find(written).unwrap_or_else(|| panic!("`{}` is lost", text(&line, "text")));
            assert_eq!(found.because, text(&line, "because"), "{}", found.text);
            assert_eq!(found.prompt, text(&line, "prompt"), "{}", found.text);
            let unset = text(&line, "choice").replace("unset", "");
            assert_eq!(choice(found.choice), unset, "{}", found.text);
            assert_eq!(found.marks.iter().map(mark).collect::<Vec<_>>(), texts(&line, "marks"), "{}", found.text);
            let links: Vec<&String> = found.links.iter().map(|link| &link.text).collect();
            assert_eq!(links, texts(&line, "links").iter().map(stands_for).collect::<Vec<_>>(), "{}", found.text);
        }
        let lines: usize = workbook().sections().map(|(.., section)| own_lines(&desk, section)).sum();
        assert_eq!(lines, tables(source, "line").len(), "no line was written over another");
        let names: Vec<String> =
            tables(source, "person").iter().map(|person| text(person, "name").to_string()).collect();
        let people = desk.book().people().expect("people");
        assert_eq!(people.iter().map(|person| person.fields.name.clone()).collect::<Vec<_>>(), names);
    }
}

fn own_lines(desk: &Desk, section: &holdepunkt_core::workbook::Section) -> usize {
    if matches!(section.kind, Kind::Derived | Kind::People) { 0 } else { desk.lines(&section.id).len() }
}

#[test]
fn no_section_of_the_sample_is_empty() {
    for (language, _) in SAMPLES {
        let desk = filled(language);
        for (.., section) in workbook().sections() {
            let written = match section.kind {
                Kind::People => desk.book().people().expect("people").len(),
                _ => desk.lines(&section.id).len(),
            };
            assert!(written > 0, "{} has nothing in it in the {} sample", section.id, language.tag());
        }
    }
}

#[test]
fn the_sample_is_marked_as_one_on_screen_and_on_paper() {
    for (language, _) in SAMPLES {
        let desk = filled(language);
        let contents = desk.book().contents(&desk.texts).expect("contents");
        assert!(contents.sample && !contents.me.is_empty());
        let plan = crisis_plan(desk.book(), &desk.texts).expect("a plan");
        assert!(!plan.stamp.is_empty(), "nobody may take the sample for a real plan");
        assert_eq!(plan.front.panels.len(), 4, "the first page shows every panel");
        assert_eq!(plan.front.facts[0].weight, Weight::Alert, "what I do not tolerate comes first");
        assert_eq!(plan.parts.len(), 11, "nine parts, the eighth in three pages");
    }
}

#[test]
fn the_help_page_of_the_sample_has_everything_on_it() {
    for (language, _) in SAMPLES {
        let desk = filled(language);
        let view = help::view(Some(desk.book()), "", &desk.texts, desk.book().world());
        assert!(!view.signs.is_empty() && !view.tools.is_empty() && !view.smallest.is_empty());
        assert!(view.people.iter().any(|person| !person.fields.phone.is_empty()));
    }
}
