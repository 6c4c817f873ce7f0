//! Undo and redo: the newest step first, without end, also after a restart.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, LinkKind, Mark, PersonFields, Place};
use holdepunkt_core::error::Error;

/// One of every kind of change, each of which does something, in an order in which they can be done.
fn every_change() -> Vec<Change> {
    let ids: Vec<_> = (0..7).map(|_| id()).collect();
    let [line, tool, person, link, chapter, section, other] = <[_; 7]>::try_from(ids).unwrap();
    let fields = |name: &str| PersonFields { name: name.into(), ..PersonFields::default() };
    let add = |id: &str, section: &str, text: &str| Change::AddLine {
        id: id.into(),
        section: section.into(),
        prompt: String::new(),
        text: text.into(),
        place: Place::Last,
    };
    vec![
        add(&tool, "toolbox.tools", "gå en tur"),
        add(&other, "crisis.medicine", "lithium"),
        add(&line, "signs.inner", "uro"),
        Change::WriteLine { id: line.clone(), text: "uro i kroppen".into() },
        Change::WriteBecause { id: line.clone(), because: "sådan begyndte det sidst".into() },
        Change::PasteLines { section: "signs.inner".into(), text: "- et\n- to".into(), place: Place::First },
        Change::MoveLine { id: line.clone(), place: Place::First },
        Change::MarkLine { id: tool.clone(), mark: Mark::HardDay, on: true },
        Change::ChooseLine { id: other, choice: holdepunkt_core::change::Choice::Not },
        Change::AddPerson { id: person.clone(), fields: fields("Mette"), place: Place::Last },
        Change::WritePerson { id: person.clone(), fields: fields("Mette, søster") },
        Change::AddPerson { id: id(), fields: fields("Bo"), place: Place::Last },
        Change::MovePerson { id: person.clone(), place: Place::Last },
        Change::AddLink { id: link.clone(), from: line.clone(), to_kind: LinkKind::Tool, to: tool },
        Change::AddLink { id: id(), from: line.clone(), to_kind: LinkKind::Person, to: person.clone() },
        Change::RemoveLink { id: link },
        Change::RemovePerson { id: person },
        Change::RemoveLine { id: line.clone() },
        Change::RestoreLine { id: line, revision: 0 },
        Change::AddChapter { id: chapter.clone(), title: "Min hund".into() },
        Change::RenameChapter { id: chapter.clone(), title: "Min gamle hund".into() },
        Change::MoveChapter { id: chapter.clone(), place: Place::First },
        Change::HideChapter { id: "angry".into(), hidden: true },
        Change::AddSection {
            id: section.clone(),
            page: "signs.page".into(),
            title: "Hjemme".into(),
            place: Place::First,
        },
        Change::RenameSection { id: section.clone(), title: "Ude".into() },
        Change::HideSection { id: "signs.seen".into(), hidden: true },
        Change::MoveSection { id: section.clone(), place: Place::Last },
        Change::RemoveSection { id: section },
        Change::RemoveChapter { id: chapter },
        Change::NameMe { name: "Bo".into() },
    ]
}

/// The version to bring back is only known when it has been written.
fn known(change: Change, written: u32) -> Change {
    match change {
        Change::RestoreLine { id, .. } => Change::RestoreLine { id, revision: written },
        change => change,
    }
}

#[test]
fn every_change_is_one_revision_and_can_be_undone_and_redone() {
    let mut desk = Desk::new();
    let mut written = 0;
    for change in every_change() {
        desk.wait(60);
        let change = known(change, written);
        let said = format!("{change:?}");
        let (before, revision) = (desk.everything(), desk.book().revision());
        if matches!(change, Change::WriteLine { .. }) {
            written = revision + 1;
        }
        assert_eq!(desk.change(change).revision, revision + 1, "{said}");
        let after = desk.everything();
        assert_ne!(before, after, "{said}");
        desk.undo();
        assert_eq!(desk.everything(), before, "{said}");
        desk.redo();
        assert_eq!(desk.everything(), after, "{said}");
    }
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_change_that_changes_nothing_makes_no_revision_but_is_answered() {
    let mut desk = Desk::new();
    let mut written = 0;
    for change in every_change() {
        let change = known(change, written);
        // What is gone cannot be removed again, and a second paste is meant.
        let again = !matches!(
            change,
            Change::PasteLines { .. }
                | Change::RemoveLine { .. }
                | Change::RemoveLink { .. }
                | Change::RemovePerson { .. }
                | Change::RemoveSection { .. }
                | Change::RemoveChapter { .. }
        );
        let answer = desk.change(change.clone());
        if matches!(change, Change::WriteLine { .. }) {
            written = answer.revision;
        }
        if again {
            let revision = desk.book().revision();
            let said = format!("{change:?}");
            let answer = desk.change(change);
            assert_eq!((answer.revision, desk.book().revision()), (revision, revision), "{said}");
        }
    }
}

#[test]
fn undo_takes_back_the_newest_step_first_also_after_a_restart() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    for text in ["to", "tre", "fire"] {
        desk.wait(60);
        desk.write(&line, text);
    }
    for text in ["tre", "to", "en"] {
        desk.restart();
        desk.undo();
        assert_eq!(desk.texts_of("signs.inner"), [text]);
    }
    desk.undo();
    assert!(desk.lines("signs.inner").is_empty());
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::NothingToUndo)));
    for text in ["en", "to", "tre", "fire"] {
        desk.restart();
        desk.redo();
        assert_eq!(desk.texts_of("signs.inner"), [text]);
    }
    assert!(matches!(desk.book.as_mut().unwrap().redo(&desk.texts), Err(Error::NothingToRedo)));
}

#[test]
fn a_new_change_after_undo_ends_redo_but_nothing_is_lost_from_history() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(60);
    desk.write(&line, "to");
    desk.undo();
    let answer = desk.write(&line, "tre");
    assert!(answer.redo.is_none());
    assert!(matches!(desk.book.as_mut().unwrap().redo(&desk.texts), Err(Error::NothingToRedo)));
    let texts: Vec<_> =
        desk.book().history_of_line(&line, &desk.texts).unwrap().into_iter().map(|item| item.text).collect();
    assert_eq!(texts, ["tre", "en", "to", "en"], "what was undone is still there to be read");
}

#[test]
fn saves_of_the_same_line_close_together_are_one_step_though_each_is_on_disk() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "j");
    for text in ["je", "jeg", "jeg s", "jeg sover"] {
        desk.wait(20);
        desk.write(&line, text);
    }
    assert_eq!(desk.book().revision(), 5);
    desk.wait(31);
    desk.write(&line, "jeg sover dårligt");
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover"], "after half a minute a new step begins");
    desk.undo();
    assert!(desk.lines("signs.inner").is_empty());
    desk.redo();
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover"]);
    desk.undo();
    desk.restart();
    desk.redo();
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover"]);
}

#[test]
fn a_step_goes_on_across_a_restart_and_ends_with_another_change_between() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(5);
    desk.restart();
    desk.write(&line, "to");
    desk.change(Change::WriteBecause { id: line.clone(), because: "sådan".into() });
    desk.write(&line, "tre");
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["to"]);
    desk.undo();
    desk.undo();
    assert!(desk.lines("signs.inner").is_empty());
}

#[test]
fn a_clock_set_back_or_forth_neither_joins_steps_nor_turns_their_order() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(-10 * 365 * 86_400);
    desk.write(&line, "to");
    desk.wait(20 * 365 * 86_400);
    desk.write(&line, "tre");
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["to"]);
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["en"]);
    let history = desk.book().history_of_line(&line, &desk.texts).unwrap();
    assert_eq!(history.len(), 5, "newest first by number, whatever the clock said");
    assert!(history.windows(2).all(|pair| pair[0].revision > pair[1].revision));
}

#[test]
fn a_step_typed_and_emptied_again_can_still_be_undone_and_redone() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(60);
    desk.write(&line, "to");
    desk.write(&line, "en");
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["en"]);
    desk.redo();
    assert_eq!(desk.texts_of("signs.inner"), ["en"]);
    desk.undo();
    desk.undo();
    assert!(desk.lines("signs.inner").is_empty());
    desk.book().verify_chain().unwrap();
}

#[test]
fn an_undo_that_cannot_be_done_says_so_and_changes_nothing() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(60);
    desk.write(&line, "to");
    let connection = desk.book().connection();
    connection.execute("UPDATE entry SET text = 'skrevet udenom' WHERE id = ?1", [&line]).unwrap();
    let (before, revision) = (desk.everything(), desk.book().revision());
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::Damaged(_))));
    assert_eq!((desk.everything(), desk.book().revision()), (before, revision));
    assert!(desk.book().contents(&desk.texts).unwrap().undo.is_some());
}

#[test]
fn undo_says_what_it_would_take_back_and_where() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.change(Change::MarkLine { id: line, mark: Mark::Private, on: true });
    let contents = desk.book().contents(&desk.texts).unwrap();
    let undo = contents.undo.unwrap();
    assert_eq!((undo.what.as_str(), undo.page.as_str()), ("mærke sat", "signs.page"));
    let answer = desk.undo();
    assert_eq!(answer.page, "signs.page", "the screen goes to where it happened");
    assert_eq!(answer.undo.unwrap().what, "ny linje");
    assert_eq!(answer.redo.unwrap().what, "mærke sat");
}

#[test]
fn a_full_disk_loses_nothing_and_the_same_change_works_when_there_is_room_again() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let connection = desk.book().connection();
    let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    let long = "jeg sover ikke ".repeat(5_000);
    let (before, revision) = (desk.everything(), desk.book().revision());
    let change = Change::WriteLine { id: line, text: long.clone() };
    assert!(matches!(desk.try_change(change.clone()), Err(Error::DiskFull)));
    assert_eq!((desk.everything(), desk.book().revision()), (before, revision));
    desk.undo();
    desk.redo();
    desk.book().connection().query_row("PRAGMA max_page_count = 100000", [], |_| Ok(())).unwrap();
    desk.change(change);
    assert_eq!(desk.texts_of("signs.inner"), [long]);
    desk.book().verify_chain().unwrap();
}
