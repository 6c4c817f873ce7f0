//! What a crisis taught: my own suggestions, taken into the plan one by one.

use crate::builder::{Desk, id};
use crate::guest::new_line;
use holdepunkt_core::book::AimView;
use holdepunkt_core::change::{Change, Mark};
use holdepunkt_core::error::Error;
use holdepunkt_core::view::Perspective;

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

fn from(answer: &str, id: &str, text: &str, section: &str) -> Change {
    let (from, id, text) = (answer.into(), id.into(), text.into());
    Change::SuggestFrom { from, id, text, section: section.into(), target: String::new() }
}

#[test]
fn an_answer_becomes_a_suggestion_in_one_step_and_stays_as_it_was() {
    let mut desk = Desk::new();
    let answer = desk.answer("after.reflection", "learn", "jeg skal ringe før");
    let (suggested, revision) = (id(), desk.book().revision());
    desk.change(from(&answer, &suggested, "Ring til Mette allerede den første nat", "signs.me"));
    assert_eq!(desk.book().revision(), revision + 1);
    assert_eq!((only(&desk).id.as_str(), only(&desk).section.as_str()), (suggested.as_str(), "signs.me"));
    assert_eq!(desk.texts_of("after.reflection"), ["jeg skal ringe før"]);
    assert!(desk.texts_of("signs.me").is_empty(), "nothing goes into the plan without a yes");
    desk.change(from(&answer, &suggested, "Ring til Mette allerede den første nat", "signs.me"));
    assert_eq!(desk.texts_of("after.changes").len(), 1, "sent twice it is one");
    desk.change(Change::TakeAim { id: suggested, line: id() });
    assert_eq!(desk.texts_of("signs.me"), ["Ring til Mette allerede den første nat"]);
    desk.undo();
    desk.undo();
    assert!(desk.texts_of("after.changes").is_empty());
}

#[test]
fn where_it_belongs_can_wait_and_only_answers_become_suggestions() {
    let mut desk = Desk::new();
    let answer = desk.answer("after.talk", "ideas", "spørg min bror");
    let suggested = id();
    desk.change(from(&answer, &suggested, "Spørg min bror", ""));
    assert_eq!(only(&desk).section, "");
    assert!(matches!(desk.try_change(from(&suggested, &id(), "en gang til", "")), Err(Error::NotHere(_))));
    let sign = desk.line("signs.inner", "uro");
    assert!(matches!(desk.try_change(from(&sign, &id(), "uro", "")), Err(Error::NotHere(_))));
    assert!(matches!(desk.try_change(from(&answer, &id(), "x", "after.steps")), Err(Error::NotHere(_))));
    assert_eq!(desk.texts_of("after.changes").len(), 1, "and what is refused leaves nothing");
}

#[test]
fn what_comes_from_an_answer_that_is_only_mine_is_only_mine_also_in_the_plan() {
    let mut desk = Desk::new();
    let note = id();
    desk.change(Change::AddPrivateLine { id: note.clone(), section: "after.notes".into(), text: "musik hjalp".into() });
    let suggested = id();
    desk.change(from(&note, &suggested, "Musik", "crisis.helps"));
    assert!(only(&desk).private);
    desk.change(Change::TakeAim { id: suggested, line: id() });
    assert_eq!(desk.lines("crisis.helps")[0].marks, [Mark::Private]);
}

#[test]
fn words_that_were_another_s_stay_marked_as_theirs_all_the_way_into_the_plan() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["after"]);
    let proposal = desk.proposed(&visit, new_line("after.notes", "musik dæmper uroen"));
    desk.accept(&proposal);
    desk.end(&visit);
    let note = desk.lines("after.notes").remove(0).id;
    let (theirs, mine) = (id(), id());
    desk.change(from(&note, &theirs, "musik dæmper uroen", "crisis.helps"));
    desk.change(from(&note, &mine, "sæt min musik på", "crisis.helps"));
    let whose = |desk: &Desk, section: &str| -> Vec<(String, Perspective)> {
        desk.lines(section).into_iter().map(|line| (line.author, line.perspective)).collect()
    };
    let both = [("Karen".to_string(), Perspective::Third), (String::new(), Perspective::First)];
    assert_eq!(whose(&desk, "after.changes"), both, "in other words it is mine");
    desk.change(Change::TakeAim { id: theirs, line: id() });
    desk.change(Change::TakeAim { id: mine, line: id() });
    assert_eq!(whose(&desk, "crisis.helps"), both);
    let own = desk.line("signs.inner", "uro");
    let again = id();
    desk.change(from(&note, &again, "musik dæmper uroen", ""));
    desk.change(aim(&again, "signs.inner", &own));
    desk.change(Change::TakeAim { id: again, line: id() });
    assert_eq!(whose(&desk, "signs.inner"), both[..1], "also where they take the place of mine");
    desk.undo();
    assert_eq!(whose(&desk, "signs.inner"), both[1..]);
}

#[test]
fn a_suggestion_can_take_a_line_out_and_does_so_only_with_my_yes() {
    let mut desk = Desk::new();
    let (talks, tea) = (desk.line("crisis.helps", "to samtaler om dagen"), desk.line("crisis.helps", "te"));
    let suggested = desk.line("after.changes", "to samtaler var for meget");
    desk.change(Change::AimOut { id: suggested.clone(), target: talks.clone() });
    let seen = only(&desk);
    assert_eq!((seen.now.as_str(), seen.section.as_str()), ("to samtaler om dagen", "crisis.helps"));
    assert!(seen.out && !seen.taken);
    assert_eq!(desk.texts_of("crisis.helps").len(), 2);
    let revision = desk.book().revision();
    desk.change(Change::TakeAim { id: suggested.clone(), line: id() });
    assert_eq!(desk.texts_of("crisis.helps"), ["te"]);
    assert_eq!(desk.book().revision(), revision + 1);
    let seen = only(&desk);
    assert!(seen.out && seen.taken && seen.now.is_empty());
    let history = desk.book().history_of_line(&talks, &desk.texts).unwrap();
    assert_eq!(history[0].what, "linje taget ud efter dit forslag");
    let revision = desk.book().revision();
    desk.change(Change::TakeAim { id: suggested, line: id() });
    assert_eq!(desk.book().revision(), revision, "it is out already");
    desk.undo();
    assert_eq!(desk.texts_of("crisis.helps"), ["to samtaler om dagen", "te"]);
    assert!(!only(&desk).taken);
    assert_eq!(desk.lines("crisis.helps")[1].id, tea);
}

#[test]
fn a_line_that_was_taken_out_and_came_back_is_asked_about_anew_and_one_that_is_gone_is_not() {
    let mut desk = Desk::new();
    let line = desk.line("crisis.helps", "te");
    let suggested = desk.line("after.changes", "ikke te");
    desk.change(Change::AimOut { id: suggested.clone(), target: line.clone() });
    desk.change(Change::TakeAim { id: suggested.clone(), line: id() });
    let revision = desk.book().history_of_line(&line, &desk.texts).unwrap().last().unwrap().revision;
    desk.change(Change::RestoreLine { id: line.clone(), revision });
    assert!(!only(&desk).taken && only(&desk).out);
    desk.change(Change::TakeAim { id: suggested, line: id() });
    assert!(desk.texts_of("crisis.helps").is_empty());
    let mut desk = Desk::new();
    let line = desk.line("crisis.helps", "te");
    let suggested = desk.line("after.changes", "ikke te");
    desk.change(Change::AimOut { id: suggested.clone(), target: line.clone() });
    desk.change(Change::RemoveLine { id: line });
    assert!(!only(&desk).out && only(&desk).section.is_empty());
    assert!(desk.try_change(Change::TakeAim { id: suggested, line: id() }).is_err());
}

#[test]
fn only_a_line_of_the_plan_can_be_taken_out() {
    let mut desk = Desk::new();
    let suggested = desk.line("after.changes", "mere uro");
    let step = desk.line("after.steps", "te");
    let out = |id: &str, target: &str| Change::AimOut { id: id.into(), target: target.into() };
    assert!(matches!(desk.try_change(out(&suggested, &step)), Err(Error::NotHere(_))));
    assert!(matches!(desk.try_change(out(&suggested, &id())), Err(Error::NotFound(_))));
    assert!(matches!(desk.try_change(out(&step, &suggested)), Err(Error::NotHere(_))));
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
