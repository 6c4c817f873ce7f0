//! Erased for good together with what others wrote: lines, answers, visits and hand-overs take along what holds their words.

use crate::builder::Desk;
use crate::guest::{answering, new_line, rewrite};
use crate::handed::answer;
use holdepunkt_core::error::Error;
use holdepunkt_core::handover::HandFault;
use holdepunkt_core::store::entry;

#[test]
fn a_line_erased_for_good_takes_what_was_proposed_about_it_along() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "hemmeligt ord");
    let visit = desk.visit(&["signs"]);
    let proposal = desk.proposed(&visit, rewrite(&line, "et hemmeligt ord mere"));
    desk.accept(&proposal);
    desk.end(&visit);
    desk.book.as_mut().unwrap().erase_line(&line, &desk.texts).unwrap();
    assert!(entry::get(desk.book().connection(), &line).unwrap().is_none());
    assert!(!desk.holds("hemmeligt"), "not in the record either");
    desk.book().verify_chain().unwrap();
}

#[test]
fn an_answer_erased_for_good_takes_along_the_proposal_that_was_accepted_onto_it() {
    let mut desk = Desk::new();
    let answer = desk.answer("crisis.validity", "review", "om foråret");
    let visit = desk.visit(&["crisis"]);
    let proposal = desk.proposed(&visit, answering("crisis.validity", "review", "et hemmeligt ord"));
    let made = desk.try_accept(&proposal, None, true).unwrap().created;
    assert_eq!(made, std::slice::from_ref(&answer), "there is one answer");
    desk.end(&visit);
    desk.book.as_mut().unwrap().erase_line(&answer, &desk.texts).unwrap();
    assert!(!desk.holds("hemmeligt") && !desk.holds("om foråret"), "not in the record either");
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_visit_erased_for_good_leaves_nothing_but_the_lines_that_were_accepted() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (yes, no) =
        (desk.propose(new_line("signs.inner", "uro")), desk.propose(new_line("signs.inner", "kanariefugl")));
    desk.pen("");
    desk.accept(&yes);
    desk.decline(&no);
    desk.undo();
    desk.redo();
    assert!(matches!(desk.book.as_mut().unwrap().erase_visit(&visit.id, &desk.texts), Err(Error::VisitGoesOn)));
    desk.end(&visit);
    desk.book.as_mut().unwrap().erase_visit(&visit.id, &desk.texts).unwrap();
    assert!(desk.book().visits(&desk.texts).unwrap().visits.is_empty());
    for gone in ["kanariefugl", "at sove bedre"] {
        assert!(!desk.holds(gone), "{gone}");
    }
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen", "the line stays, and whose it was");
    desk.book().verify_chain().unwrap();
    desk.restart();
    assert_eq!(desk.texts_of("signs.inner"), ["uro"]);
}

#[test]
fn a_hand_over_erased_for_good_leaves_only_the_lines_that_were_accepted() {
    let (mut desk, _, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    let yes = theirs.propose(new_line("signs.inner", "søvn"));
    theirs.propose(new_line("signs.inner", "kanariefugl"));
    desk.take(&answer(&theirs)).unwrap();
    desk.accept(&yes);
    desk.book.as_mut().unwrap().erase_handover(&handed.id, &desk.texts).unwrap();
    assert!(desk.book().handovers(&desk.texts).unwrap().given.is_empty());
    assert!(desk.inbox().is_empty());
    for gone in ["kanariefugl", "at sove bedre", "AGE-SECRET-KEY"] {
        assert!(!desk.holds(gone), "{gone}");
    }
    assert_eq!(desk.texts_of("signs.inner"), ["uro", "søvn"]);
    assert!(matches!(desk.take(&answer(&theirs)), Err(Error::Hand(HandFault::OtherBook))));
    desk.book().verify_chain().unwrap();
}
