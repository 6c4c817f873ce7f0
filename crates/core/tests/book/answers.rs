//! The citizen's answer to a proposal: yes, yes in own words, no without a word; and never a silent merge.

use crate::builder::{Desk, id};
use crate::guest::{answering, around, new_line, rewrite};
use holdepunkt_core::change::{Change, LinkKind, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{ProposalState, VisitChange};

#[test]
fn an_accepted_line_keeps_its_author_and_how_it_was_seen() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    let proposal = desk.proposed(&visit, new_line("signs.inner", "går meget op og ned ad gulvet"));
    desk.accept(&proposal);
    let line = desk.lines("signs.inner").remove(0);
    assert_eq!((line.author.as_str(), line.perspective), ("Karen", Perspective::Third));
    let adopted = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap().adopted;
    assert_eq!((adopted[0].from.as_str(), adopted[0].own_words, adopted[0].rewritten), ("Karen", false, false));
    desk.write(&line.id, "går op og ned ad gulvet");
    let adopted = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap().adopted;
    assert!(adopted[0].rewritten, "the citizen has written in it, and it says so");
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen", "a mended word does not make it mine alone");
}

#[test]
fn accepted_in_own_words_it_is_the_citizens_line() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    let proposal = desk.proposed(&visit, new_line("signs.inner", "motorisk uro"));
    desk.try_accept(&proposal, Some("jeg kan ikke sidde stille"), false).unwrap();
    let line = desk.lines("signs.inner").remove(0);
    assert_eq!(line.text, "jeg kan ikke sidde stille");
    assert_eq!((line.author.as_str(), line.perspective), ("", Perspective::First));
    let adopted = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap().adopted;
    assert!(adopted[0].own_words && adopted[0].from == "Karen");
}

#[test]
fn what_is_declined_is_gone_without_a_word() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    let proposal = desk.proposed(&visit, rewrite(&line, "motorisk uro"));
    let before = desk.texts_of("signs.inner");
    desk.decline(&proposal);
    assert_eq!(desk.texts_of("signs.inner"), before);
    assert!(desk.inbox().is_empty());
    let seen = format!(
        "{:?}{:?}",
        desk.book().visit_record(&visit.id, &desk.texts).unwrap(),
        desk.book().visits(&desk.texts).unwrap()
    );
    assert!(!seen.contains("motorisk"), "while they sit there nothing says that something was declined");
    desk.end(&visit);
    let record = desk.book().visit_record(&visit.id, &desk.texts).unwrap();
    assert_eq!(record.proposals[0].state, ProposalState::Declined, "the citizen's own record knows");
    let history = desk.book().history_of_chapter("signs", &desk.texts).unwrap();
    assert!(history.iter().all(|item| !item.text.contains("motorisk")));
}

#[test]
fn every_answer_can_be_undone_and_redone() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (one, two) = (desk.propose(rewrite(&line, "megen uro")), desk.propose(new_line("signs.inner", "søvn")));
    desk.pen("");
    let before = desk.everything();
    desk.accept(&one);
    desk.decline(&two);
    let after = desk.everything();
    desk.undo();
    desk.undo();
    assert_eq!(desk.everything(), before);
    desk.redo();
    desk.redo();
    assert_eq!(desk.everything(), after);
}

#[test]
fn a_line_that_changed_since_is_never_merged_in_silence() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "Jeg går en tur");
    let visit = desk.visit(&["signs"]);
    let proposal = desk.proposed(&visit, rewrite(&line, "Jeg går en lang tur"));
    for round in 0..100 {
        desk.wait(60);
        desk.write(&line, &format!("Jeg går en tur {round}"));
    }
    assert!(matches!(desk.try_accept(&proposal, None, false), Err(Error::ChangedSince)));
    desk.change(around(VisitChange::AcceptAll { ids: vec![proposal.clone()] }));
    let view = desk.inbox().remove(0);
    assert!(view.stale && !view.gone, "all at once passes over it, and it still waits");
    assert_eq!(
        (view.then.text.as_str(), view.now.text.as_str(), view.proposed.text.as_str()),
        ("Jeg går en tur", "Jeg går en tur 99", "Jeg går en lang tur")
    );
    assert!(!view.since.is_empty() && !view.changes.is_empty());
    desk.try_accept(&proposal, None, true).unwrap();
    assert_eq!(desk.texts_of("signs.inner"), ["Jeg går en lang tur"]);
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["Jeg går en tur 99"]);
}

#[test]
fn a_proposal_for_a_line_that_is_gone_can_only_be_let_go() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    let proposal = desk.proposed(&visit, rewrite(&line, "megen uro"));
    desk.change(Change::RemoveLine { id: line });
    assert!(desk.inbox()[0].gone);
    assert!(matches!(desk.try_accept(&proposal, None, true), Err(Error::NotFound(_))));
    desk.decline(&proposal);
    assert!(desk.inbox().is_empty());
}

#[test]
fn order_link_and_person_wait_for_a_yes_too() {
    let mut desk = Desk::new();
    let (first, second) = (desk.line("signs.inner", "a"), desk.line("signs.inner", "b"));
    let tool = desk.line("toolbox.tools", "te");
    let visit = desk.visit(&["signs", "toolbox", "crisis"]);
    desk.pen(&visit.karen);
    let order = desk.propose(Wish::Order { line: second.clone(), place: Place::First });
    let link = desk.propose(Wish::Link { link: id(), from: first.clone(), to_kind: LinkKind::Tool, to: tool });
    let fields = PersonFields { name: "Ole".into(), ..PersonFields::default() };
    let person = desk.propose(Wish::Person { person: id(), fields });
    assert_eq!(desk.texts_of("signs.inner"), ["a", "b"]);
    desk.pen("");
    desk.change(around(VisitChange::AcceptAll { ids: vec![order, link, person] }));
    assert_eq!(desk.texts_of("signs.inner"), ["b", "a"]);
    assert_eq!(desk.lines("signs.inner")[1].links[0].text, "te");
    assert_eq!(desk.book().people().unwrap()[0].fields.name, "Ole");
    assert!(desk.inbox().is_empty());
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["a", "b"], "all of it was one step");
    assert_eq!(desk.inbox().len(), 3);
}

#[test]
fn an_answer_given_already_is_not_written_over() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["crisis"]);
    let wish = |text: &str| answering("crisis.front", "called", text);
    let proposal = desk.proposed(&visit, wish("Anne"));
    desk.answer("crisis.front", "called", "Ane");
    assert!(matches!(desk.try_accept(&proposal, None, false), Err(Error::ChangedSince)));
    desk.decline(&proposal);
    let proposal = desk.proposed(&visit, wish("Anne Marie"));
    assert_eq!(desk.inbox()[0].now.text, "Ane", "it is other words for the answer that is there");
    desk.accept(&proposal);
    assert_eq!(desk.texts_of("crisis.front"), ["Anne Marie"]);
}
