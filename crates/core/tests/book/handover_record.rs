//! To whom a part of the book is given: a co-writer whose key one has, no more answers, and what is never given.

use crate::builder::Desk;
use crate::guest::{new_line, rewrite};
use crate::handed::answer;
use holdepunkt_core::change::Change;
use holdepunkt_core::error::Error;
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::handover::{HandFault, guest, known::CowriterFields, lock};
use holdepunkt_core::visit::Role;

#[test]
fn a_known_co_writer_opens_it_with_the_key_of_their_own_book() {
    let mut theirs = Desk::new();
    let key = theirs.book.as_mut().unwrap().own_key().unwrap();
    assert_eq!(theirs.book.as_mut().unwrap().own_key().unwrap(), key, "made once");
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let fields = CowriterFields { name: "Karen".into(), role: Role::Staff, key: format!("Nøgle: {}\n", key.key) };
    desk.book.as_mut().unwrap().keep_cowriter(&fields, &desk.texts).unwrap();
    let known = desk.book().handovers(&desk.texts).unwrap().known;
    assert_eq!(
        (known.len(), known[0].spoken.as_str()),
        (1, key.spoken.as_str()),
        "the same four words on both machines"
    );
    let wanted =
        HandoverWanted { known: known[0].id.clone(), chapters: vec!["signs".into()], ..HandoverWanted::default() };
    let handed = desk.hand_over_to(wanted);
    assert!(handed.words.is_none());
    assert_eq!(lock::look(&handed.file).unwrap(), lock::Lock::Key);
    let stranger = Desk::new();
    assert!(matches!(stranger.book().open_with_own_key(&handed.file), Err(Error::Hand(HandFault::OtherKey))));
    let inside = theirs.book().open_with_own_key(&handed.file).unwrap();
    let mut guests = Desk::new();
    guest::fill(guests.book.as_mut().unwrap(), &Bundle::read(&inside).unwrap(), "", &guests.texts).unwrap();
    guests.propose(rewrite(&line, "megen uro"));
    assert_eq!(desk.take(&answer(&guests)).unwrap().from, "Karen");
    let id = known[0].id.clone();
    desk.book.as_mut().unwrap().drop_cowriter(&id, &desk.texts).unwrap();
    assert!(desk.book().handovers(&desk.texts).unwrap().known.is_empty());
    assert_eq!(desk.inbox().len(), 1, "what they proposed stays");
    theirs.undo_nothing_of_the_key();
}

impl Desk {
    fn undo_nothing_of_the_key(&mut self) {
        let key = self.book.as_mut().unwrap().own_key().unwrap();
        assert!(self.book.as_mut().unwrap().undo(&self.texts).is_err(), "the key is no step");
        self.restart();
        assert_eq!(self.book.as_mut().unwrap().own_key().unwrap(), key);
    }
}

#[test]
fn a_hand_over_that_is_closed_takes_no_more_and_can_be_opened_again() {
    let (mut desk, _, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    theirs.propose(new_line("signs.inner", "søvn"));
    desk.book.as_mut().unwrap().close_handover(&handed.id, true, &desk.texts).unwrap();
    assert!(matches!(desk.take(&answer(&theirs)), Err(Error::Hand(HandFault::Closed))));
    desk.undo();
    assert_eq!(desk.take(&answer(&theirs)).unwrap().fresh, 1);
}

#[test]
fn while_somebody_looks_on_nothing_is_handed_over_or_taken_in() {
    let (mut desk, _, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    theirs.propose(new_line("signs.inner", "søvn"));
    desk.visit(&["signs"]);
    assert!(matches!(desk.take(&answer(&theirs)), Err(Error::VisitGoesOn)));
    assert!(matches!(desk.book().handovers(&desk.texts), Err(Error::VisitGoesOn)));
    let wanted = HandoverWanted { chapters: vec!["signs".into()], ..HandoverWanted::default() };
    assert!(desk.book().prepare_handover(&wanted).is_err());
}

#[test]
fn nothing_opened_is_nothing_to_give_and_the_diary_never_is() {
    let mut desk = Desk::new();
    assert!(matches!(desk.book().prepare_handover(&HandoverWanted::default()), Err(Error::Hand(HandFault::Nothing))));
    desk.chapters_of_later_versions();
    for chapter in ["diary", "visits", "shares", "nothing"] {
        let wanted = HandoverWanted { chapters: vec![chapter.into()], ..HandoverWanted::default() };
        assert!(matches!(desk.book().prepare_handover(&wanted), Err(Error::NotFound(_))), "{chapter}");
    }
    desk.change(Change::HideChapter { id: "angry".into(), hidden: true });
    let wanted = HandoverWanted { chapters: vec!["angry".into()], ..HandoverWanted::default() };
    assert!(matches!(desk.book().prepare_handover(&wanted), Err(Error::NotFound(_))));
}

#[test]
fn undo_does_not_take_a_hand_over_away_and_its_answer_comes_in() {
    let (mut desk, line, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    theirs.propose(rewrite(&line, "megen uro"));
    let before = desk.book().contents(&desk.texts).unwrap();
    assert!(before.undo.is_some(), "the line can be taken back, the file cannot");
    while desk.book.as_mut().unwrap().undo(&desk.texts).is_ok() {}
    assert!(desk.texts_of("signs.inner").is_empty());
    assert_eq!(desk.book().handovers(&desk.texts).unwrap().given.len(), 1);
    desk.redo();
    assert_eq!(desk.texts_of("signs.inner"), ["uro"], "and what was undone can be done again");
    assert_eq!(desk.take(&answer(&theirs)).unwrap().fresh, 1);
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_key_may_be_undone_after_a_hand_over_to_it() {
    let mut theirs = Desk::new();
    let key = theirs.book.as_mut().unwrap().own_key().unwrap().key;
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let fields = CowriterFields { name: "Karen".into(), role: Role::Staff, key };
    desk.book.as_mut().unwrap().keep_cowriter(&fields, &desk.texts).unwrap();
    let known = desk.book().handovers(&desk.texts).unwrap().known.remove(0).id;
    let handed =
        desk.hand_over_to(HandoverWanted { known, chapters: vec!["signs".into()], ..HandoverWanted::default() });
    desk.undo();
    assert!(desk.book().handovers(&desk.texts).unwrap().known.is_empty());
    let inside = theirs.book().open_with_own_key(&handed.file).unwrap();
    let mut guests = Desk::new();
    guest::fill(guests.book.as_mut().unwrap(), &Bundle::read(&inside).unwrap(), "", &guests.texts).unwrap();
    guests.propose(rewrite(&line, "megen uro"));
    assert_eq!(desk.take(&answer(&guests)).unwrap().from, "Karen");
}

#[test]
fn a_file_that_could_not_be_written_is_not_in_the_record_and_undo_is_as_it_was() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let wanted = HandoverWanted { chapters: vec!["signs".into()], ..HandoverWanted::default() };
    let prepared = desk.book().prepare_handover(&wanted).unwrap();
    let full = || Err::<(), _>(Error::NotHere("a full disk"));
    assert!(desk.book.as_mut().unwrap().give_handover(&prepared, &desk.texts, full).is_err());
    assert!(desk.book().handovers(&desk.texts).unwrap().given.is_empty());
    desk.undo();
    assert!(desk.texts_of("signs.inner").is_empty());
}
