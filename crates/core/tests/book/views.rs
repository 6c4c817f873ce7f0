//! What the screen is told.

use crate::builder::Desk;
use holdepunkt_core::change::{Change, Mark, PersonFields, Place};
use holdepunkt_core::view::{Group, Kind};
use holdepunkt_i18n::{Language, Texts};

#[test]
fn the_book_opens_with_who_i_am_when_well() {
    let desk = Desk::new();
    let contents = desk.book().contents(&desk.texts).unwrap();
    assert_eq!(contents.groups[0].chapters[0].id, "well", "strengths before problems");
    assert!(contents.undo.is_none() && contents.redo.is_none() && contents.me.is_empty());
}

#[test]
fn only_groups_that_hold_a_chapter_are_told() {
    let mut desk = Desk::new();
    let groups = |desk: &Desk| -> Vec<Group> {
        desk.book().contents(&desk.texts).unwrap().groups.iter().map(|group| group.group).collect()
    };
    assert_eq!(groups(&desk), [Group::Plan, Group::Time]);
    for chapter in &holdepunkt_core::workbook::workbook().chapters {
        desk.change(Change::HideChapter { id: chapter.id.clone(), hidden: true });
    }
    assert_eq!(groups(&desk), [], "a group whose chapters are all hidden is not drawn");
}

#[test]
fn a_page_has_begun_when_something_is_written_there() {
    let mut desk = Desk::new();
    let begun = |desk: &Desk, id: &str| {
        let contents = desk.book().contents(&desk.texts).unwrap();
        let mut pages =
            contents.groups.iter().flat_map(|group| &group.chapters).flat_map(|chapter| chapter.pages.clone());
        pages.find(|page| page.id == id).unwrap().begun
    };
    assert!(!begun(&desk, "signs.page"));
    let line = desk.line("signs.inner", "");
    assert!(!begun(&desk, "signs.page"), "an empty line is no beginning");
    let answer = desk.write(&line, "uro");
    assert_eq!(answer.stale, ["*"], "the contents are told that the chapter has begun");
    assert!(begun(&desk, "signs.page"));
    assert_eq!(desk.write(&line, "uro i kroppen").stale, ["signs.page"]);
    assert!(!begun(&desk, "crisis.supporters"));
    desk.person("Mette");
    assert!(begun(&desk, "crisis.supporters"));
}

#[test]
fn part_one_of_the_crisis_plan_shows_the_lines_of_when_i_am_well() {
    let mut desk = Desk::new();
    let line = desk.line("well.like", "jeg griner højt");
    let page = desk.book().page("crisis.me", &desk.texts).unwrap();
    let derived = page.sections.iter().find(|section| section.kind == Kind::Derived).unwrap();
    assert_eq!(derived.lines[0].text, "jeg griner højt");
    assert_eq!(derived.from.as_ref().unwrap().id, "well.page");
    let answer = desk.write(&line, "jeg griner meget højt");
    assert_eq!(answer.stale, ["well.page", "crisis.me"], "both pages are told");
}

#[test]
fn a_page_tells_everything_the_screen_draws() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "gå en tur");
    desk.line("toolbox.tools", "");
    desk.change(Change::MarkLine { id: tool.clone(), mark: Mark::HardDay, on: true });
    desk.person("Mette");
    let page = desk.book().page("signs.page", &desk.texts).unwrap();
    assert_eq!((page.chapter.as_str(), page.drawing.as_str(), page.own), ("signs", "signs", false));
    assert_eq!(page.tools.len(), 1, "an empty line is no tool yet");
    assert_eq!((page.tools[0].id.as_str(), page.tools[0].marks.as_slice()), (tool.as_str(), &[Mark::HardDay][..]));
    assert_eq!(page.people[0].fields.name, "Mette");
    assert_eq!(page.previous.unwrap().id, "triggers.page");
    assert_eq!(page.next.unwrap().id, "breaking-down.page");
    assert!(desk.book().page("well.page", &desk.texts).unwrap().previous.is_none());
    assert!(desk.book().page("no.page", &desk.texts).is_err());
    let front = desk.book().page("crisis.front", &desk.texts).unwrap();
    assert!(front.sections[0].questions[0].short && front.sections[0].questions[0].id == "called");
}

#[test]
fn a_line_marked_private_is_shown_to_the_citizen() {
    let mut desk = Desk::new();
    let line = desk.line("well.like", "kun til mig selv");
    desk.change(Change::MarkLine { id: line, mark: Mark::Private, on: true });
    let page = desk.book().page("well.page", &desk.texts).unwrap();
    assert_eq!(page.sections[0].lines[0].marks, [Mark::Private]);
}

#[test]
fn saved_at_is_said_the_way_of_the_language_and_only_the_clock_decides() {
    let mut desk = Desk::new();
    assert_eq!(desk.change(Change::NameMe { name: "Bo".into() }).saved_at, "14.03");
    desk.texts = Texts::new(Language::En);
    assert_eq!(desk.change(Change::NameMe { name: "Bosse".into() }).saved_at, "14:03");
    assert_eq!(desk.book().contents(&desk.texts).unwrap().me, "Bosse");
}

#[test]
fn the_same_book_is_told_in_either_language_with_the_citizens_words_untouched() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg griner højt");
    let danish = desk.book().page("well.page", &desk.texts).unwrap();
    let english = desk.book().page("well.page", &Texts::new(Language::En)).unwrap();
    assert_ne!(danish.title, english.title);
    assert_eq!(danish.sections[0].lines, english.sections[0].lines);
}

#[test]
fn the_sample_book_says_that_it_is_one() {
    let mut desk = Desk::new();
    assert!(!desk.book().contents(&desk.texts).unwrap().sample);
    desk.book.as_mut().unwrap().mark_as_sample().unwrap();
    desk.restart();
    assert!(desk.book().contents(&desk.texts).unwrap().sample);
}

#[test]
fn forty_people_are_forty_people() {
    let mut desk = Desk::new();
    for number in 0..40 {
        let fields = PersonFields { name: format!("person {number}"), ..PersonFields::default() };
        desk.change(Change::AddPerson { id: crate::builder::id(), fields, place: Place::Last });
    }
    let names: Vec<_> = desk.book().people().unwrap().into_iter().map(|person| person.fields.name).collect();
    assert_eq!((names.len(), names[0].as_str(), names[39].as_str()), (40, "person 0", "person 39"));
}

#[test]
fn a_book_can_be_worked_on_away_from_the_thread_that_draws() {
    fn can_be_sent<T: Send>() {}
    can_be_sent::<holdepunkt_core::book::Book>();
}
