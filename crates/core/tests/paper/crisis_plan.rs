use crate::builder::{Desk, crisis_plan, id, on_paper};
use holdepunkt_core::change::{Change, LinkKind, Mark, PersonFields, Place, Wanted};
use holdepunkt_core::document::{Document, Item};
use holdepunkt_core::error::Error;
use holdepunkt_core::view::Kind;
use holdepunkt_core::workbook::{Page, Section, workbook};
use holdepunkt_i18n::{Language, Texts};
use proptest::prelude::*;

fn printed(desk: &Desk) -> Result<Document, Error> {
    crisis_plan(desk.book(), &desk.texts)
}

fn plan(desk: &Desk) -> Document {
    printed(desk).expect("a plan")
}

fn everything(document: &Document) -> String {
    serde_json::to_string(document).expect("json")
}

fn items(document: &Document) -> impl Iterator<Item = &Item> {
    document.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.items)
}

fn headings(document: &Document) -> Vec<&str> {
    document.parts.iter().map(|part| part.heading.as_str()).collect()
}

/// The sections one can write lines in, with their pages.
fn sections() -> impl Iterator<Item = (&'static Page, &'static Section)> {
    let crisis = workbook().sections().filter(|(chapter, ..)| chapter.id == "crisis");
    let written = crisis.filter(|(.., section)| !matches!(section.kind, Kind::People | Kind::Derived));
    written.map(|(_, page, section)| (page, section))
}

fn mark_private(desk: &mut Desk, line: &str) {
    desk.change(Change::MarkLine { id: line.into(), mark: Mark::Private, on: true });
}

#[test]
fn a_new_book_has_no_plan_to_print() {
    let mut desk = Desk::new();
    assert!(matches!(printed(&desk), Err(Error::NothingToPrint)));
    desk.change(Change::NameMe { name: "Gitte".into() });
    assert!(matches!(printed(&desk), Err(Error::NothingToPrint)));
}

#[test]
fn every_part_of_the_plan_is_printed_in_the_order_of_the_workbook() {
    let mut desk = Desk::new();
    desk.change(Change::NameMe { name: "Gitte".into() });
    desk.line("well.like", "jeg griner højt");
    desk.person("Mette");
    let mut written = Vec::new();
    for (_, section) in sections() {
        let questions: Vec<&str> = section.questions.iter().map(|question| question.id.as_str()).collect();
        for question in if questions.is_empty() { vec![""] } else { questions } {
            let text = format!("{} {question} #*_$<>", section.id);
            desk.answer(&section.id, question, &text);
            written.push(text);
        }
    }
    let document = plan(&desk);
    let all = everything(&document);
    for text in &written {
        assert!(all.contains(text.as_str()), "`{text}` is written and must be on paper");
    }
    let pages = workbook().chapter("crisis").expect("a chapter").pages.iter().skip(1);
    let titles: Vec<String> =
        pages.map(|page| desk.texts.find(&format!("pg-{}", page.id.replace('.', "-"))).expect("a title")).collect();
    assert_eq!(headings(&document), titles, "nine parts, the eighth in two pages");
    assert_eq!(document.parts[0].groups[0].items[0].text, "jeg griner højt", "part 1 begins with me when I am well");
    assert_eq!(document.name, "crisis.front called #*_$<>");
    assert_eq!(document.version, format!("udgave {}", desk.book().revision()));
    assert_eq!((document.date.as_str(), document.made), ("22. november 2026", (2026, 11, 22)));
}

#[test]
fn a_line_taken_back_or_thrown_away_is_not_printed() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "ro");
    desk.line("crisis.helps", "musik");
    desk.undo();
    let tea = desk.line("crisis.helps", "te");
    desk.change(Change::RemoveLine { id: tea });
    let texts: Vec<String> = items(&plan(&desk)).map(|item| item.text.clone()).collect();
    assert_eq!(texts, ["ro"]);
}

#[test]
fn a_link_follows_the_tools_new_name_and_is_gone_when_the_tool_is_private_or_thrown_away() {
    let mut desk = Desk::new();
    let (walk, secret, gone) = (
        desk.line("toolbox.tools", "gå en tur"),
        desk.line("toolbox.tools", "noget hemmeligt"),
        desk.line("toolbox.tools", "noget glemt"),
    );
    let line = desk.line("crisis.helps", "ro");
    for tool in [&walk, &secret, &gone] {
        desk.link(&line, LinkKind::Tool, tool);
    }
    let person = desk.person("Mette");
    desk.link(&line, LinkKind::Person, &person);
    mark_private(&mut desk, &secret);
    desk.change(Change::RemoveLine { id: gone });
    desk.write(&walk, "gå til havnen");
    let document = plan(&desk);
    assert_eq!(items(&document).find(|item| item.text == "ro").expect("printed").links, ["gå til havnen", "Mette"]);
    assert!(!everything(&document).contains("hemmeligt"));
}

#[test]
fn a_private_line_of_when_i_am_well_is_not_printed_in_part_one() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg synger");
    let secret = desk.line("well.like", "jeg er forelsket");
    mark_private(&mut desk, &secret);
    assert!(everything(&plan(&desk)).contains("jeg synger"));
    assert!(!everything(&plan(&desk)).contains("forelsket"));
}

#[test]
fn own_headings_own_names_and_own_order_are_those_on_paper() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "ro");
    desk.line("crisis.never", "råbe");
    let own = id();
    let (page, title) = ("crisis.helps".to_string(), "Om natten".to_string());
    desk.change(Change::AddSection { id: own.clone(), page, title, place: Place::First });
    desk.line(&own, "lad lyset være tændt");
    desk.change(Change::RenameSection { id: "crisis.never".into(), title: "Gør det ikke".into() });
    desk.change(Change::MoveSection { id: "crisis.never".into(), place: Place::After(own) });
    let document = plan(&desk);
    let groups: Vec<_> = document.parts[0].groups.iter().map(|group| group.heading.as_str()).collect();
    assert_eq!(groups, ["Om natten", "Gør det ikke", "Det hjælper"]);
}

#[test]
fn an_own_heading_on_the_first_page_is_printed_as_a_part_of_its_own() {
    let mut desk = Desk::new();
    let own = id();
    let (page, title) = ("crisis.front".to_string(), "Mit hus".to_string());
    desk.change(Change::AddSection { id: own.clone(), page, title, place: Place::Last });
    desk.line(&own, "nøglen ligger hos naboen");
    let document = plan(&desk);
    assert_eq!(document.parts[0].groups[0].heading, "Mit hus");
    assert_eq!(document.parts[0].groups[0].items[0].text, "nøglen ligger hos naboen");
}

#[test]
fn a_section_i_have_hidden_is_not_printed_on_any_page() {
    let mut desk = Desk::new();
    desk.line("crisis.never", "råbe");
    desk.line("crisis.helps", "ro");
    let fields =
        PersonFields { name: "Mette".into(), phone: "1".into(), wanted: Wanted::Yes, ..PersonFields::default() };
    desk.change(Change::AddPerson { id: id(), fields, place: Place::Last });
    for section in ["crisis.never", "crisis.people"] {
        desk.change(Change::HideSection { id: section.into(), hidden: true });
    }
    let document = plan(&desk);
    assert!(!everything(&document).contains("råbe") && !everything(&document).contains("Mette"));
    assert_eq!((document.front.panels.len(), document.parts.len()), (1, 1));
}

#[test]
fn the_plan_is_printed_in_english_from_a_danish_screen() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "ro og te");
    let english = crisis_plan(desk.book(), &Texts::new(Language::En)).expect("a plan");
    assert_eq!((english.lang.as_str(), english.date.as_str()), ("en", "22 November 2026"));
    assert_eq!(english.front.panels[0].heading, "This helps");
    assert_eq!(english.front.panels[0].items[0].text, "ro og te", "my words stay mine");
}

/// Section, question, private, thrown away.
type Seed = (usize, usize, bool, bool);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_written_through_the_one_door_is_on_paper_unless_it_is_private_or_thrown_away(
        seeds in prop::collection::vec((any::<Seed>(), "[#*_$<>@\\\\\"a-zæøå🦊★م]{0,12}"), 1..30),
    ) {
        let mut desk = Desk::new();
        let sections: Vec<_> = sections().collect();
        let mut lines = Vec::new();
        for (number, ((at, question, private, gone), text)) in seeds.into_iter().enumerate() {
            let (page, section) = sections[at % sections.len()];
            let question = section.questions.get(question % section.questions.len().max(1));
            let line = desk.answer(&section.id, question.map_or("", |question| &question.id), &format!("nr{number}; {text}"));
            // A second answer to a question is the first one written again: then there is no such line.
            if !desk.lines(&section.id).iter().any(|known| known.id == line) {
                continue;
            }
            if private {
                mark_private(&mut desk, &line);
            }
            if gone {
                desk.change(Change::RemoveLine { id: line.clone() });
            }
            lines.push((page, section, line, private || gone));
        }
        let shown = |(_, section, line, hidden): &(&Page, &Section, String, bool)| {
            let kept = desk.lines(&section.id).into_iter().find(|known| known.id == *line);
            kept.filter(|_| !hidden).map(|line| line.text)
        };
        let expected: Vec<(&Page, String)> = lines.iter().filter_map(|line| Some((line.0, shown(line)?))).collect();
        let paper = on_paper(desk.book(), &desk.texts);
        for (_, section, line, hidden) in &lines {
            let text = desk.lines(&section.id).into_iter().find(|known| known.id == *line).map(|line| line.text);
            if let Some(number) = text.as_deref().filter(|_| *hidden).and_then(|text| text.split(' ').next()) {
                prop_assert!(!paper.contains(number), "{number} is private");
            }
        }
        match printed(&desk) {
            Err(Error::NothingToPrint) => prop_assert!(expected.is_empty()),
            Err(other) => prop_assert!(false, "{other}"),
            Ok(document) => {
                for (page, text) in &expected {
                    let times = items(&document).filter(|item| item.text == *text).count();
                    let on_front = serde_json::to_string(text).expect("json");
                    let there = everything(&document).contains(on_front.trim_matches('"'));
                    prop_assert!(there, "{text} is lost");
                    prop_assert_eq!(times, usize::from(page.id != "crisis.front"), "{} in the parts", text);
                }
                let front = expected.iter().filter(|(page, _)| page.id == "crisis.front").count();
                prop_assert_eq!(items(&document).count(), expected.len() - front, "nothing else is in the parts");
            }
        }
    }
}
