//! The citizen's answer to a proposal: yes, yes in own words, no without a word; and never a silent merge.

use crate::builder::{Desk, id};
use crate::guest::{answering, around, new_line, rewrite};
use holdepunkt_core::change::{Change, LinkKind, PersonFields, Place, Wanted};
use holdepunkt_core::error::Error;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::diff::{Piece, Turn};
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

#[test]
fn a_reason_the_citizen_has_written_anew_is_shown_beside_and_is_not_written_over() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "Jeg sover med tøj på");
    let because = |desk: &mut Desk, text: &str| {
        desk.wait(60);
        desk.change(Change::WriteBecause { id: line.clone(), because: text.into() });
    };
    because(&mut desk, "så er jeg klar");
    let visit = desk.visit(&["signs"]);
    let (text, why) = ("Jeg sover med tøj på hver nat".to_string(), "så er jeg klar".to_string());
    let proposal = desk.proposed(&visit, Wish::Rewrite { line: line.clone(), text, because: why });
    because(&mut desk, "så kan jeg gå med det samme");
    let view = desk.inbox().remove(0);
    assert!(view.stale, "the citizen is shown what is new");
    assert_eq!(
        (view.then.because.as_str(), view.now.because.as_str()),
        ("så er jeg klar", "så kan jeg gå med det samme")
    );
    assert!(!view.because_since.is_empty() && view.because_since.iter().any(|piece| piece.turn != Turn::Same));
    assert_eq!(view.proposed.because, "så kan jeg gå med det samme", "Karen did not touch the reason, so it stays");
    assert!(matches!(desk.try_accept(&proposal, None, false), Err(Error::ChangedSince)));
    desk.try_accept(&proposal, None, true).unwrap();
    let line = desk.lines("signs.inner").remove(0);
    assert_eq!(
        (line.text.as_str(), line.because.as_str()),
        ("Jeg sover med tøj på hver nat", "så kan jeg gå med det samme")
    );
}

#[test]
fn another_reason_is_only_another_reason() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "Jeg sover med tøj på");
    let visit = desk.visit(&["signs"]);
    let (text, because) = ("Jeg sover med tøj på".to_string(), "så er jeg klar".to_string());
    let proposal = desk.proposed(&visit, Wish::Rewrite { line: line.clone(), text, because });
    desk.wait(60);
    desk.write(&line, "Jeg sover i mit tøj");
    desk.try_accept(&proposal, None, true).unwrap();
    let line = desk.lines("signs.inner").remove(0);
    assert_eq!((line.text.as_str(), line.because.as_str()), ("Jeg sover i mit tøj", "så er jeg klar"));
}

fn fields(name: &str, phone: &str) -> PersonFields {
    PersonFields { name: name.into(), phone: phone.into(), ..PersonFields::default() }
}

/// What the parts of it read that are new.
fn added(pieces: &[Piece]) -> String {
    pieces.iter().filter(|piece| piece.turn == Turn::Added).map(|piece| piece.text.as_str()).collect()
}

#[test]
fn other_words_about_a_person_are_shown_field_by_field_and_touch_only_those() {
    let mut desk = Desk::new();
    let mette = desk.person("Mette");
    desk.change(Change::WritePerson { id: mette.clone(), fields: fields("Mette", "12 34 56 78") });
    let visit = desk.visit(&["crisis"]);
    let wish = Wish::Person { person: mette.clone(), fields: fields("Mette Holm", "12 34 56 78") };
    let proposal = desk.proposed(&visit, wish);
    let view = desk.inbox().remove(0);
    assert!(!view.stale && view.person_since.is_none());
    assert_eq!(added(&view.person_changes.unwrap().name), " Holm");
    let mut corrected = fields("Mette", "11 22 33 44");
    corrected.wanted = Wanted::Yes;
    corrected.why = "hun er rolig".into();
    desk.wait(60);
    desk.change(Change::WritePerson { id: mette, fields: corrected.clone() });
    let view = desk.inbox().remove(0);
    assert!(view.stale && !view.gone);
    assert_eq!(view.person_then.unwrap().phone, "12 34 56 78");
    assert_eq!(added(&view.person_since.unwrap().phone), "11 22 33 44", "a number is another number as a whole");
    assert_eq!(added(&view.person_changes.unwrap().phone), "");
    assert_eq!(view.person.unwrap().phone, "11 22 33 44", "Karen did not touch the number");
    assert!(matches!(desk.try_accept(&proposal, None, false), Err(Error::ChangedSince)));
    desk.try_accept(&proposal, None, true).unwrap();
    let people = desk.book().people().unwrap();
    assert_eq!(people[0].fields, PersonFields { name: "Mette Holm".into(), ..corrected });
    desk.undo();
    assert_eq!(desk.book().people().unwrap()[0].fields.name, "Mette");
}

#[test]
fn a_number_both_have_corrected_waits_for_the_citizen_to_choose() {
    let mut desk = Desk::new();
    let mette = desk.person("Mette");
    let visit = desk.visit(&["crisis"]);
    let wish = Wish::Person { person: mette.clone(), fields: fields("Mette", "99 99 99 99") };
    let proposal = desk.proposed(&visit, wish);
    desk.wait(60);
    desk.change(Change::WritePerson { id: mette, fields: fields("Mette", "11 22 33 44") });
    desk.change(around(VisitChange::AcceptAll { ids: vec![proposal] }));
    assert_eq!(desk.book().people().unwrap()[0].fields.phone, "11 22 33 44", "all at once passes over it");
    let view = desk.inbox().remove(0);
    assert!(view.stale);
    assert_eq!(added(&view.person_changes.unwrap().phone), "99 99 99 99");
}

#[test]
fn words_about_a_person_who_is_gone_can_only_be_let_go() {
    let mut desk = Desk::new();
    let mette = desk.person("Mette");
    let visit = desk.visit(&["crisis"]);
    let wish = Wish::Person { person: mette.clone(), fields: fields("Mette", "99 99 99 99") };
    let proposal = desk.proposed(&visit, wish);
    desk.change(Change::RemovePerson { id: mette });
    assert!(desk.inbox()[0].gone);
    assert!(matches!(desk.try_accept(&proposal, None, true), Err(Error::NotFound(_))));
}

#[test]
fn what_a_guest_goes_on_with_is_what_they_wrote_themselves() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "Jeg sover med tøj på");
    let visit = desk.visit(&["signs"]);
    desk.proposed(&visit, rewrite(&line, "Jeg sover aldrig"));
    desk.wait(60);
    desk.change(Change::WriteBecause { id: line, because: "så er jeg klar".into() });
    assert_eq!(desk.inbox()[0].proposed.because, "så er jeg klar");
    desk.pen(&visit.karen);
    assert_eq!(desk.inbox()[0].proposed.because, "", "or the citizen's words would become theirs");
}

#[test]
fn an_answer_says_what_it_answers_and_whose_it_was() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["crisis"]);
    let proposal = desk.proposed(&visit, answering("crisis.front", "called", "Anne"));
    let asked = desk.inbox()[0].asked.clone();
    assert!(asked.ends_with('?'), "{asked}");
    desk.accept(&proposal);
    let line = desk.lines("crisis.front").remove(0);
    assert_eq!(line.author, "Karen");
    let adopted = desk.book().visit_page("crisis.front", u32::MAX, &desk.texts).unwrap().adopted;
    assert_eq!((adopted[0].line.as_str(), adopted[0].from.as_str()), (line.id.as_str(), "Karen"));
    desk.proposed(&visit, rewrite(&line.id, "Anne Marie"));
    assert_eq!(desk.inbox()[0].asked, asked, "other words for it say so too");
}
