//! What waits for an answer, part by part: the first come first, the count is true, and nothing is told that has changed since.

use crate::builder::{Desk, id};
use crate::guest::{Visit, around, new_line, rewrite};
use holdepunkt_core::change::{Change, Id, Mark, PersonFields};
use holdepunkt_core::visit::VisitChange;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::waiting::Inbox;

/// Proposals of Karen for two headings of one page and for another, by turns; the pen is the citizen's again.
fn full(desk: &mut Desk, rounds: usize) -> Visit {
    let visit = desk.visit(&["signs", "toolbox"]);
    desk.pen(&visit.karen);
    for round in 0..rounds {
        for section in ["toolbox.tools", "signs.inner", "signs.seen"] {
            desk.propose(new_line(section, &format!("{section} {round}")));
        }
    }
    desk.pen("");
    visit
}

fn first(desk: &Desk, most: u32) -> Inbox {
    desk.book().inbox(most, &desk.texts).unwrap()
}

fn said(inbox: &Inbox) -> Vec<&str> {
    inbox.proposals.iter().map(|proposal| proposal.proposed.text.as_str()).collect()
}

fn beside(desk: &Desk, most: u32) -> (Vec<String>, Vec<Id>) {
    let page = desk.book().visit_page("signs.page", most, &desk.texts).unwrap();
    (page.proposals.into_iter().map(|proposal| proposal.proposed.text).collect(), page.more)
}

#[test]
fn the_first_come_first_and_the_count_is_of_all() {
    let mut desk = Desk::new();
    full(&mut desk, 5);
    let some = first(&desk, 7);
    assert_eq!((some.proposals.len(), some.total, some.ready), (7, 15, 15));
    let more = first(&desk, 12);
    assert_eq!(more.proposals[..7], some.proposals[..], "what is shown stays where it is when more is asked for");
    let all = first(&desk, 100);
    assert_eq!((all.proposals.len(), all.total), (15, 15));
    assert_eq!((first(&desk, 0).proposals.len(), first(&desk, 0).total), (0, 15));
}

#[test]
fn what_is_for_one_page_stands_together_in_the_order_of_the_book() {
    let mut desk = Desk::new();
    full(&mut desk, 3);
    let pages: Vec<String> = first(&desk, 100).proposals.into_iter().map(|proposal| proposal.page).collect();
    let mut runs = pages.clone();
    runs.dedup();
    assert_eq!(runs, ["toolbox.page", "signs.page"], "each page once, as they come in the contents");
    assert_eq!(said(&first(&desk, 3)), ["toolbox.tools 0", "toolbox.tools 1", "toolbox.tools 2"], "the oldest first");
}

#[test]
fn after_a_yes_the_next_moves_up() {
    let mut desk = Desk::new();
    full(&mut desk, 2);
    let before = first(&desk, 2);
    desk.accept(&before.proposals[0].id);
    let after = first(&desk, 2);
    assert_eq!(said(&after), ["toolbox.tools 1", "signs.inner 0"]);
    assert_eq!((after.total, after.ready, desk.book().waiting().unwrap()), (5, 5, 5));
    desk.decline(&after.proposals[0].id);
    assert_eq!((said(&first(&desk, 1)), first(&desk, 1).total), (vec!["signs.inner 0"], 4));
    desk.undo();
    desk.undo();
    assert_eq!(first(&desk, 2), before, "and back again");
}

#[test]
fn what_changed_since_is_counted_and_is_not_ready_to_be_taken_in() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (stale, good) = (desk.propose(rewrite(&line, "megen uro")), desk.propose(new_line("signs.inner", "søvn")));
    desk.pen("");
    assert_eq!(desk.book().ready_proposals().unwrap(), [stale.clone(), good.clone()]);
    desk.write(&line, "lidt uro");
    assert_eq!((first(&desk, 9).total, first(&desk, 9).ready), (2, 1));
    let ids = desk.book().ready_proposals().unwrap();
    assert_eq!(ids, [good]);
    desk.change(around(VisitChange::AcceptAll { ids }));
    assert_eq!(first(&desk, 9).proposals[0].id, stale, "it waits for an answer of its own");
}

#[test]
fn a_page_tells_the_oldest_to_who_answers_and_the_newest_to_who_proposes() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = full(&mut desk, 3);
    desk.pen(&visit.karen);
    let about: Vec<Id> = (0..3).map(|round| desk.propose(rewrite(&line, &format!("uro {round}")))).collect();
    assert_eq!(about.len(), 3);
    let (told, more) = beside(&desk, 2);
    assert_eq!(told, ["signs.inner 1", "signs.seen 1", "signs.inner 2", "signs.seen 2", "uro 1", "uro 2"]);
    let mut all = vec!["signs.inner".to_string(), "signs.seen".to_string(), line];
    all.sort();
    assert_eq!(more, all, "each heading, and the line");
    desk.pen("");
    assert_eq!(
        beside(&desk, 2).0,
        ["signs.inner 0", "signs.seen 0", "signs.inner 1", "signs.seen 1", "uro 0", "uro 1"]
    );
    assert_eq!((beside(&desk, 3).0.len(), beside(&desk, 3).1), (9, Vec::new()), "with three there is no more");
}

#[test]
fn people_who_are_proposed_are_counted_at_their_heading() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["crisis"]);
    desk.pen(&visit.karen);
    for name in ["Ole", "Ida", "Mads"] {
        let fields = PersonFields { name: name.into(), ..PersonFields::default() };
        desk.propose(Wish::Person { person: id(), fields });
    }
    let page = desk.book().visit_page("crisis.supporters", 2, &desk.texts).unwrap();
    assert_eq!((page.proposals.len(), page.more), (2, vec!["crisis.people".to_string()]));
}

#[test]
fn what_is_told_is_what_a_book_opened_anew_tells() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let visit = full(&mut desk, 2);
    desk.pen(&visit.karen);
    desk.propose(rewrite(&line, "megen uro"));
    desk.pen("");
    let same = |desk: &mut Desk, after: &str| {
        let told = |desk: &Desk| (first(desk, 99), beside(desk, 99), desk.book().waiting().unwrap());
        let before = told(desk);
        desk.restart();
        assert_eq!(before, told(desk), "{after}");
        before.0.total
    };
    assert_eq!(same(&mut desk, "seven are proposed"), 7);
    desk.change(Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true });
    assert_eq!(same(&mut desk, "the line is only mine"), 6);
    let one = first(&desk, 1).proposals.remove(0).id;
    desk.accept(&one);
    assert_eq!(same(&mut desk, "one is taken in"), 5);
    desk.undo();
    assert_eq!(same(&mut desk, "and taken back"), 6);
    desk.change(around(VisitChange::Open { id: visit.id.clone(), chapters: vec!["signs".into()] }));
    assert_eq!(same(&mut desk, "a chapter is shut"), 4);
    desk.book.as_mut().unwrap().pause_visit().unwrap();
    assert_eq!(same(&mut desk, "a pause, and all is mine again"), 7);
    desk.book.as_mut().unwrap().resume_visit(&visit.id).unwrap();
    assert_eq!(same(&mut desk, "on it goes"), 4);
    desk.end(&visit);
    let other = desk.visit_of("Peter", &["signs", "toolbox"]);
    assert_eq!(same(&mut desk, "what Karen proposed is not Peter's to see"), 0);
    desk.end(&other);
    let texts = &desk.texts;
    desk.book.as_mut().unwrap().erase_line(&line, texts).unwrap();
    assert_eq!(same(&mut desk, "a line erased takes what was proposed about it along"), 6);
}
