//! Lines: written, pasted, moved, marked, chosen, removed and brought back.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, Choice, Mark, Place};
use holdepunkt_core::error::Error;

fn add(id: &str, section: &str, prompt: &str, text: &str, place: Place) -> Change {
    Change::AddLine { id: id.into(), section: section.into(), prompt: prompt.into(), text: text.into(), place }
}

#[test]
fn lines_stand_where_they_were_put() {
    let mut desk = Desk::new();
    let two = desk.line("signs.inner", "to");
    desk.change(add(&id(), "signs.inner", "", "en", Place::First));
    desk.line("signs.inner", "fire");
    desk.change(add(&id(), "signs.inner", "", "tre", Place::After(two.clone())));
    assert_eq!(desk.texts_of("signs.inner"), ["en", "to", "tre", "fire"]);
    desk.change(Change::MoveLine { id: two.clone(), place: Place::First });
    assert_eq!(desk.texts_of("signs.inner"), ["to", "en", "tre", "fire"]);
    desk.change(Change::MoveLine { id: two.clone(), place: Place::Last });
    assert_eq!(desk.texts_of("signs.inner"), ["en", "tre", "fire", "to"]);
    let third = desk.lines("signs.inner")[1].id.clone();
    desk.change(Change::MoveLine { id: two, place: Place::After(third) });
    assert_eq!(desk.texts_of("signs.inner"), ["en", "tre", "to", "fire"]);
}

#[test]
fn a_line_put_after_one_that_is_gone_is_not_refused() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "en");
    let gone = desk.line("signs.inner", "væk");
    desk.change(Change::RemoveLine { id: gone.clone() });
    desk.change(add(&id(), "signs.inner", "", "to", Place::After(gone)));
    assert_eq!(desk.texts_of("signs.inner"), ["en", "to"], "words are worth more than their place");
}

#[test]
fn the_same_new_line_sent_again_is_the_same_line() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let before = desk.book().revision();
    desk.change(add(&line, "signs.inner", "", "uro", Place::Last));
    assert_eq!(desk.book().revision(), before, "nothing new was said");
    desk.change(add(&line, "signs.inner", "", "uro i kroppen", Place::Last));
    assert_eq!(desk.texts_of("signs.inner"), ["uro i kroppen"]);
}

#[test]
fn a_note_for_oneself_is_private_from_its_first_word_and_one_step_takes_it_away() {
    let mut desk = Desk::new();
    let note = id();
    let add =
        |text: &str| Change::AddPrivateLine { id: note.clone(), section: "after.notes".into(), text: text.into() };
    desk.change(add("Turen hjalp."));
    assert_eq!(desk.lines("after.notes")[0].marks, [Mark::Private]);
    desk.wait(60);
    desk.change(add("Turen hjalp lidt."));
    assert_eq!(desk.texts_of("after.notes"), ["Turen hjalp lidt."], "sent again it is the same note");
    desk.undo();
    desk.undo();
    assert!(desk.texts_of("after.notes").is_empty(), "never a moment in which others could have seen it");
}

#[test]
fn a_question_has_one_answer() {
    let mut desk = Desk::new();
    let first = desk.answer("crisis.front", "called", "Bo");
    let other = id();
    let answer = desk.change(add(&other, "crisis.front", "called", "Bosse", Place::Last));
    assert_eq!(answer.created, [first.as_str()], "the screen is told which line holds the answer");
    assert_eq!(desk.texts_of("crisis.front"), ["Bosse"]);
    let answers = desk.book().answers("crisis.front").unwrap();
    assert_eq!(answers["called"].text, "Bosse");
    desk.answer("crisis.disagree", "", "min søster bestemmer");
    desk.answer("crisis.disagree", "", "min søster bestemmer, når vi er uenige");
    assert_eq!(desk.texts_of("crisis.disagree"), ["min søster bestemmer, når vi er uenige"]);
}

#[test]
fn an_answer_brought_back_takes_the_place_of_the_one_given_since() {
    let mut desk = Desk::new();
    let first = desk.answer("crisis.front", "called", "Bo");
    let revision = desk.book().revision();
    desk.change(Change::RemoveLine { id: first.clone() });
    desk.answer("crisis.front", "called", "Bosse");
    desk.change(Change::RestoreLine { id: first, revision });
    assert_eq!(desk.texts_of("crisis.front"), ["Bo"]);
}

#[test]
fn nothing_is_required() {
    let mut desk = Desk::new();
    let line = desk.line("well.like", "");
    desk.write(&line, "glad");
    desk.write(&line, "");
    desk.answer("crisis.front", "called", "");
    desk.person("");
    desk.change(Change::AddChapter { id: id(), title: String::new() });
    desk.change(Change::NameMe { name: String::new() });
    for chapter in desk.book().contents(&desk.texts).unwrap().groups.iter().flat_map(|group| &group.chapters) {
        for page in &chapter.pages {
            desk.book().page(&page.id, &desk.texts).expect("every page can be shown with nothing on it");
        }
    }
}

#[test]
fn an_old_plan_pasted_becomes_one_line_per_line_in_one_step() {
    let mut desk = Desk::new();
    let first = desk.line("toolbox.tools", "først");
    desk.line("toolbox.tools", "sidst");
    let answer = desk.change(Change::PasteLines {
        section: "toolbox.tools".into(),
        text: "1. gå en tur\r\n2. ring til Mette\r\n\r\n3. sov".into(),
        place: Place::After(first),
    });
    assert_eq!(answer.created.len(), 3);
    assert_eq!(desk.texts_of("toolbox.tools"), ["først", "gå en tur", "ring til Mette", "sov", "sidst"]);
    desk.undo();
    assert_eq!(desk.texts_of("toolbox.tools"), ["først", "sidst"]);
}

#[test]
fn a_thousand_lines_pasted_between_two_stay_in_order_with_short_places() {
    let mut desk = Desk::new();
    let first = desk.line("toolbox.tools", "først");
    desk.line("toolbox.tools", "sidst");
    let text = (0..1000).map(|number| format!("linje {number}")).collect::<Vec<_>>().join("\n");
    desk.change(Change::PasteLines { section: "toolbox.tools".into(), text, place: Place::After(first) });
    let texts = desk.texts_of("toolbox.tools");
    assert_eq!((texts.len(), texts[1].as_str(), texts[1000].as_str()), (1002, "linje 0", "linje 999"));
    let longest: i64 =
        desk.book().connection().query_row("SELECT max(length(place)) FROM entry", [], |row| row.get(0)).unwrap();
    assert!(longest <= 8, "a place of {longest} letters");
}

#[test]
fn a_whole_library_pasted_by_mistake_is_refused_at_once_and_nothing_is_changed() {
    let mut desk = Desk::new();
    let text = "to\n".repeat(100_000);
    let change = Change::PasteLines { section: "toolbox.tools".into(), text, place: Place::Last };
    let refused = desk.try_change(change);
    assert!(matches!(refused, Err(holdepunkt_core::error::Error::TooLong { .. })));
    assert!(desk.texts_of("toolbox.tools").is_empty());
}

#[test]
fn pasting_nothing_is_no_change() {
    let mut desk = Desk::new();
    let change = Change::PasteLines { section: "toolbox.tools".into(), text: "\n \n".into(), place: Place::Last };
    assert_eq!(desk.change(change).revision, 0);
}

#[test]
fn marks_and_choices_are_kept_where_they_belong() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "gå en tur");
    desk.change(Change::MarkLine { id: tool.clone(), mark: Mark::Private, on: true });
    desk.change(Change::MarkLine { id: tool.clone(), mark: Mark::HardDay, on: true });
    assert_eq!(desk.lines("toolbox.tools")[0].marks, [Mark::HardDay, Mark::Private], "shown to the citizen");
    desk.change(Change::MarkLine { id: tool.clone(), mark: Mark::Private, on: false });
    assert_eq!(desk.lines("toolbox.tools")[0].marks, [Mark::HardDay]);
    let medicine = desk.line("crisis.medicine", "lithium");
    desk.change(Change::ChooseLine { id: medicine.clone(), choice: Choice::Acceptable });
    desk.change(Change::WriteBecause { id: medicine, because: "det har virket før".into() });
    let line = desk.lines("crisis.medicine").remove(0);
    assert_eq!((line.choice, line.because.as_str()), (Choice::Acceptable, "det har virket før"));
    assert!(matches!(desk.try_change(Change::ChooseLine { id: tool, choice: Choice::Not }), Err(Error::NotHere(_))));
}

#[test]
fn a_line_removed_is_out_of_every_page_and_can_be_brought_back_as_it_was() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    desk.wait(60);
    let first = desk.change(Change::WriteBecause { id: line.clone(), because: "det plejer det".into() }).revision;
    desk.wait(60);
    desk.write(&line, "noget andet");
    desk.change(Change::RemoveLine { id: line.clone() });
    assert!(desk.lines("signs.inner").is_empty());
    assert!(matches!(
        desk.try_change(Change::WriteLine { id: line.clone(), text: "x".into() }),
        Err(Error::NotFound(_))
    ));
    desk.change(Change::RestoreLine { id: line.clone(), revision: first });
    let back = desk.lines("signs.inner").remove(0);
    assert_eq!((back.text.as_str(), back.because.as_str()), ("uro", "det plejer det"));
    desk.undo();
    assert!(desk.lines("signs.inner").is_empty(), "bringing back is a change like any other");
}

#[test]
fn a_line_that_undo_took_away_can_still_be_brought_back() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let revision = desk.book().revision();
    desk.undo();
    desk.change(Change::RestoreLine { id: line, revision });
    assert_eq!(desk.texts_of("signs.inner"), ["uro"]);
}

#[test]
fn a_change_that_cannot_be_done_leaves_the_book_and_undo_untouched() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    desk.line("signs.inner", "mere uro");
    desk.undo();
    let (before, revision) = (desk.everything(), desk.book().revision());
    let contents = desk.book().contents(&desk.texts).unwrap();
    let refused = [
        add("not an id", "signs.inner", "", "x", Place::Last),
        add("4A0F63F5-0000-4000-8000-000000000000", "signs.inner", "", "x", Place::Last),
        add(&id(), "signs.nowhere", "", "x", Place::Last),
        add(&id(), "crisis.well", "", "a derived section", Place::Last),
        add(&id(), "crisis.people", "", "a people section", Place::Last),
        add(&id(), "crisis.front", "no-such-question", "x", Place::Last),
        add(&id(), "signs.inner", "called", "x", Place::Last),
        add(&id(), "signs.inner", "", &"x".repeat(1_000_001), Place::Last),
        Change::WriteLine { id: id(), text: "x".into() },
        Change::WriteBecause { id: line.clone(), because: "x".repeat(1_000_001) },
        Change::PasteLines { section: "crisis.front".into(), text: "x".into(), place: Place::Last },
        Change::PasteLines { section: "signs.inner".into(), text: "x\n".repeat(4_000_001), place: Place::Last },
        Change::MoveLine { id: line.clone(), place: Place::After(id()) },
        Change::MarkLine { id: line.clone(), mark: Mark::HardDay, on: true },
        Change::RestoreLine { id: line.clone(), revision: 0 },
        Change::RestoreLine { id: id(), revision: 1 },
        Change::RemoveChapter { id: "well".into() },
        Change::RemoveSection { id: "well.like".into() },
        Change::HideChapter { id: "nowhere".into(), hidden: true },
        Change::MoveChapter { id: "well".into(), place: Place::After("nowhere".into()) },
    ];
    for change in refused {
        let said: String = format!("{change:?}").chars().take(80).collect();
        desk.try_change(change).expect_err(&said);
        assert_eq!(desk.everything(), before, "{said}");
        assert_eq!(desk.book().contents(&desk.texts).unwrap(), contents, "{said}");
    }
    assert_eq!(desk.book().revision(), revision);
    desk.redo();
    assert_eq!(desk.texts_of("signs.inner"), ["uro", "mere uro"]);
    desk.book().verify_chain().unwrap();
}

#[test]
fn whatever_is_typed_comes_back_as_it_was() {
    let mut desk = Desk::new();
    let line = desk.line("well.like", "");
    for text in
        ["#*_$<>`\\", "<script>alert(1)</script>", "'; DROP TABLE entry; --", "👩‍👧‍👦 ★ العربية \u{202e}x", "\n\n  \t"]
    {
        desk.write(&line, text);
        assert_eq!(desk.texts_of("well.like"), [text]);
    }
    desk.write(&line, "før\0efter");
    assert_eq!(desk.texts_of("well.like"), ["førefter"]);
    desk.restart();
    assert_eq!(desk.texts_of("well.like"), ["førefter"]);
}

#[test]
fn a_read_only_book_shows_everything_and_refuses_changes() {
    let mut desk = Desk::new();
    desk.line("well.like", "glad");
    let situation = holdepunkt_core::book::Situation { read_only: true, unlocked_book: false };
    desk.book.as_mut().unwrap().set_situation(situation);
    assert!(matches!(desk.try_change(Change::NameMe { name: "Bo".into() }), Err(Error::ReadOnly)));
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::ReadOnly)));
    assert_eq!(desk.texts_of("well.like"), ["glad"]);
    assert!(desk.book().contents(&desk.texts).unwrap().read_only);
}
