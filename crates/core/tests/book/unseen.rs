//! What must stay unseen or unwritten, each as the very steps by which it once got out. Not here: the rules at large (`visits`, `handover`).

use crate::builder::{Desk, id};
use crate::guest::{answering, around, new_line};
use crate::handed::answer;
use holdepunkt_core::change::{Change, LinkKind, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::handover::HandFault;
use holdepunkt_core::visit::VisitChange;
use holdepunkt_core::visit::proposal::Wish;

/// The first question of the front page: one answer, as every question has.
const SECTION: &str = "crisis.front";
const QUESTION: &str = "called";

#[test]
fn people_under_a_heading_that_is_put_away_do_not_go_along() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let person = desk.person("person-kanarie");
    desk.link(&line, LinkKind::Person, &person);
    let inside = |desk: &mut Desk| {
        let handed = desk.hand_over(&["signs", "crisis"]);
        String::from_utf8_lossy(&handed.inside()).into_owned()
    };
    assert!(inside(&mut desk).contains("person-kanarie"), "it would be found if it went along");
    desk.change(Change::HideSection { id: "crisis.people".into(), hidden: true });
    let told = inside(&mut desk);
    assert!(!told.contains("person-kanarie") && !told.contains(&person), "neither the person nor a link to them");
    let mut theirs = desk.hand_over(&["crisis"]).opened();
    let fields = PersonFields { name: "Ole".into(), ..PersonFields::default() };
    let ole = Change::AddPerson { id: id(), fields, place: Place::Last };
    assert!(matches!(theirs.try_change(ole), Err(Error::NotFound(_))), "nobody is proposed where nobody is seen");
}

#[test]
fn people_under_a_heading_that_is_put_away_are_not_seen_in_a_visit() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let person = desk.person("person-kanarie");
    desk.link(&line, LinkKind::Person, &person);
    desk.change(Change::HideSection { id: "crisis.people".into(), hidden: true });
    let visit = desk.visit(&["signs", "crisis"]);
    assert!(desk.book().people().unwrap().is_empty());
    assert!(desk.lines("signs.inner")[0].links.is_empty());
    desk.end(&visit);
    assert_eq!(desk.book().people().unwrap().len(), 1);
}

#[test]
fn a_private_answer_is_not_shown_beside_what_a_guest_proposed_for_its_question() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["crisis"]);
    desk.pen(&visit.karen);
    desk.propose(answering(SECTION, QUESTION, "Kim"));
    desk.pen("");
    let mine = desk.answer(SECTION, QUESTION, "svar-kanarie");
    assert!(format!("{:?}", desk.inbox()).contains("svar-kanarie"), "while it is open it stands beside it");
    desk.only_me(&mine);
    for pen in ["", &visit.karen] {
        desk.pen(pen);
        let page = desk.book().visit_page("crisis.front", u32::MAX, &desk.texts).unwrap();
        assert!(!format!("{:?}{page:?}", desk.inbox()).contains("svar-kanarie"));
        assert_eq!(desk.book().waiting().unwrap(), 0);
    }
    desk.end(&visit);
    assert_eq!(desk.inbox()[0].now.text, "svar-kanarie", "alone it is told as ever");
}

#[test]
fn a_private_line_in_a_list_hides_no_proposal_for_the_list() {
    let mut desk = Desk::new();
    let mine = desk.line("signs.inner", "linje-kanarie");
    desk.only_me(&mine);
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    desk.propose(new_line("signs.inner", "søvn"));
    assert_eq!(desk.inbox().len(), 1);
    assert!(!format!("{:?}", desk.inbox()).contains("linje-kanarie"));
}

#[test]
fn a_proposed_link_tells_no_name_when_the_people_are_shut() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let person = desk.person("person-kanarie");
    let visit = desk.visit(&["signs", "crisis"]);
    desk.pen(&visit.karen);
    desk.propose(Wish::Link { link: id(), from: line, to_kind: LinkKind::Person, to: person });
    desk.pen("");
    assert_eq!(desk.inbox()[0].other, "person-kanarie");
    desk.change(around(VisitChange::Open { id: visit.id.clone(), chapters: vec!["signs".into()] }));
    assert!(!format!("{:?}", desk.inbox()).contains("person-kanarie"));
    desk.end(&visit);
    assert_eq!(desk.inbox().len(), 1);
}

#[test]
fn a_private_answer_is_not_written_over_while_nobody_sees_it() {
    let mut desk = Desk::new();
    let mine = desk.answer(SECTION, QUESTION, "svar-kanarie");
    desk.only_me(&mine);
    let visit = desk.visit(&["crisis"]);
    assert!(desk.texts_of(SECTION).is_empty(), "the question looks empty");
    let typed = Change::AddLine {
        id: id(),
        section: SECTION.into(),
        prompt: QUESTION.into(),
        text: "noget andet".into(),
        place: Place::Last,
    };
    assert!(matches!(desk.try_change(typed), Err(Error::VisitGoesOn)));
    desk.end(&visit);
    assert_eq!(desk.texts_of(SECTION), ["svar-kanarie"]);
}

#[test]
fn a_second_new_line_under_the_id_of_one_that_came_in_is_seen_to_be_another() {
    let (mut desk, _, handed) = Desk::handed_over();
    let twice = |text: &str, wish: &Wish| match wish.clone() {
        Wish::NewLine { line, section, prompt, because, place, .. } => {
            Wish::NewLine { line, section, prompt, text: text.into(), because, place }
        }
        other => other,
    };
    let wish = new_line("signs.inner", "søvn");
    let (mut first, mut second) = (handed.opened(), handed.opened());
    let one = first.propose(wish.clone());
    let two = second.propose(twice("helt andre ord", &wish));
    desk.take(&answer(&first)).unwrap();
    desk.take(&answer(&second)).unwrap();
    desk.accept(&one);
    let line = wish.target().to_string();
    desk.wait(60);
    desk.write(&line, "søvn, med mine ord");
    let waiting = desk.inbox().into_iter().find(|view| view.id == two).unwrap();
    assert!(waiting.stale);
    assert_eq!(waiting.now.text, "søvn, med mine ord");
    assert!(matches!(desk.try_accept(&two, None, false), Err(Error::ChangedSince)));
    desk.change(around(VisitChange::AcceptAll { ids: vec![two.clone()] }));
    assert_eq!(desk.texts_of("signs.inner"), ["uro", "søvn, med mine ord"], "never a silent merge");
    desk.try_accept(&two, None, true).unwrap();
    assert_eq!(desk.texts_of("signs.inner"), ["uro", "helt andre ord"], "and by a yes it is the citizen's choice");
}

#[test]
fn an_answer_in_which_two_new_lines_claim_one_id_is_refused_whole() {
    let (mut desk, _, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    let wish = new_line("signs.inner", "søvn");
    theirs.propose(wish.clone());
    theirs.propose(wish);
    let before = desk.everything();
    assert!(matches!(desk.take(&answer(&theirs)), Err(Error::Hand(HandFault::Forged))));
    assert_eq!(desk.everything(), before);
}
