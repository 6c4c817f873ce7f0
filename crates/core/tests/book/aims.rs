//! What a crisis taught: my own suggestions, taken into the plan one by one.

use crate::builder::{Desk, id};
use holdepunkt_core::book::AimView;
use holdepunkt_core::change::{Change, Mark};
use holdepunkt_core::error::Error;

fn only(desk: &Desk) -> AimView {
    desk.book().aims(&desk.texts).unwrap().aims.remove(0)
}

fn aim(id: &str, section: &str, target: &str) -> Change {
    Change::AimLine { id: id.into(), section: section.into(), target: target.into() }
}

#[test]
fn a_suggestion_changes_nothing_before_i_say_yes_and_then_it_is_one_step() {
    let mut desk = Desk::new();
    let sign = desk.line("signs.inner", "jeg sover dårligt");
    let suggested = desk.line("after.changes", "jeg sover ikke én nat");
    desk.change(aim(&suggested, "signs.inner", &sign));
    assert_eq!((only(&desk).now.as_str(), only(&desk).taken), ("jeg sover dårligt", false));
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover dårligt"]);
    let revision = desk.book().revision();
    desk.change(Change::TakeAim { id: suggested.clone(), line: id() });
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover ikke én nat"]);
    assert_eq!(desk.book().revision(), revision + 1, "one change, one revision");
    assert!(only(&desk).taken);
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover dårligt"]);
    assert!(!only(&desk).taken);
}

#[test]
fn the_line_that_was_changed_keeps_its_history() {
    let mut desk = Desk::new();
    let sign = desk.line("signs.inner", "jeg sover dårligt");
    let suggested = desk.line("after.changes", "jeg sover ikke én nat");
    desk.change(aim(&suggested, "signs.inner", &sign));
    desk.change(Change::TakeAim { id: suggested, line: id() });
    let history = desk.book().history_of_line(&sign, &desk.texts).unwrap();
    assert_eq!(
        (history[0].text.as_str(), history[0].what.as_str()),
        ("jeg sover ikke én nat", "forslag lagt ind i planen")
    );
    assert_eq!(history[1].text, "jeg sover dårligt");
}

#[test]
fn a_suggestion_can_become_a_new_line_and_only_once() {
    let mut desk = Desk::new();
    let suggested = desk.line("after.changes", "spørg mig to gange");
    desk.change(aim(&suggested, "crisis.helps", ""));
    let line = id();
    desk.change(Change::TakeAim { id: suggested.clone(), line: line.clone() });
    desk.change(Change::TakeAim { id: suggested, line: id() });
    assert_eq!(desk.texts_of("crisis.helps"), ["spørg mig to gange"]);
    assert_eq!(only(&desk).target, line);
}

#[test]
fn only_my_suggestions_have_aims_and_only_what_is_there_can_be_aimed_at() {
    let mut desk = Desk::new();
    let sign = desk.line("signs.inner", "uro");
    let suggested = desk.line("after.changes", "mere uro");
    assert!(matches!(desk.try_change(aim(&sign, "signs.inner", "")), Err(Error::NotHere(_))));
    assert!(matches!(desk.try_change(aim(&suggested, "toolbox.tools", &sign)), Err(Error::NotFound(_))));
    assert!(matches!(desk.try_change(aim(&suggested, "crisis.people", "")), Err(Error::NotHere(_))), "not a person");
    assert!(matches!(desk.try_change(aim(&suggested, "after.steps", "")), Err(Error::NotHere(_))));
    let take = Change::TakeAim { id: suggested, line: id() };
    assert!(matches!(desk.try_change(take), Err(Error::NotFound(_))), "nothing is said of where it goes");
}

#[test]
fn when_the_line_it_was_about_is_gone_it_asks_again_where_it_belongs() {
    let mut desk = Desk::new();
    let sign = desk.line("signs.inner", "uro");
    let suggested = desk.line("after.changes", "mere uro");
    desk.change(aim(&suggested, "signs.inner", &sign));
    desk.change(Change::RemoveLine { id: sign });
    assert_eq!(only(&desk).section, "");
    assert!(desk.try_change(Change::TakeAim { id: suggested, line: id() }).is_err());
}

#[test]
fn an_erased_line_leaves_none_of_its_words_in_a_suggestion() {
    let mut desk = Desk::new();
    let sign = desk.line("signs.inner", "noget hemmeligt");
    let suggested = desk.line("after.changes", "noget andet");
    desk.change(aim(&suggested, "signs.inner", &sign));
    desk.change(Change::RemoveLine { id: sign.clone() });
    let texts = holdepunkt_i18n::Texts::new(holdepunkt_i18n::Language::Da);
    desk.book.as_mut().unwrap().erase_line(&sign, &texts).unwrap();
    assert!(!desk.everything().join("\n").contains("hemmeligt"));
}

#[test]
fn a_note_from_a_hard_moment_can_be_for_me_alone() {
    let mut desk = Desk::new();
    let note = desk.line("after.notes", "turen hjalp");
    desk.change(Change::MarkLine { id: note, mark: Mark::Private, on: true });
    assert_eq!(desk.lines("after.notes")[0].marks, [Mark::Private]);
}
