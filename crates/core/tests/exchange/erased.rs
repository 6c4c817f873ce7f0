//! *Slet for altid* in a book that came in with a file: nothing of it is left in the history the file told, nor in the next file.

use crate::builder::{Desk, id};
use crate::open_format::{into_fresh, out, texts};
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::history::changeset::holds;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{Guest, Role, VisitChange};

const CANARY: &str = "kanariefugl 7719";

fn around(desk: &mut Desk, visit: VisitChange) {
    desk.wait(60);
    desk.change(Change::Visit { visit });
}

/// A visit about `chapter`, in which Karen proposes this.
fn visit(desk: &mut Desk, chapter: &str, agenda: &str, wishes: Vec<Wish>) -> String {
    let (visit, karen) = (id(), id());
    let guest = Guest { id: karen.clone(), author: id(), name: "Karen".into(), role: Role::Staff };
    let (chapters, agenda) = (vec![chapter.to_string()], agenda.to_string());
    around(desk, VisitChange::Start { id: visit.clone(), guests: vec![guest], chapters, agenda });
    desk.book.as_mut().unwrap().hold_pen(&karen).unwrap();
    for wish in wishes {
        around(desk, VisitChange::Propose { id: id(), wish, perspective: Perspective::Third });
    }
    desk.book.as_mut().unwrap().hold_pen("").unwrap();
    around(desk, VisitChange::End { id: visit.clone() });
    visit
}

fn rewrite(line: &str, text: &str) -> Wish {
    Wish::Rewrite { line: line.into(), text: text.into(), because: String::new() }
}

/// Nothing of the canary is left in the tables, in the record, or in the next file.
fn nothing_left(desk: &Desk) {
    assert!(!desk.everything().iter().any(|row| row.contains(CANARY)), "in a table");
    let mut statement = desk.book().connection().prepare("SELECT changeset FROM revision").unwrap();
    let record: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(!record.iter().any(|changeset| holds(changeset, CANARY)), "in the record");
    assert!(!out(desk).contains(CANARY), "in the next file");
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_line_takes_along_what_was_proposed_about_it_before_it_came_here() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", CANARY);
    let beside = desk.line("signs.inner", "uro");
    let proposed = vec![rewrite(&line, &format!("{CANARY} igen")), rewrite(&beside, "meget uro")];
    visit(&mut desk, "signs", "", proposed);
    let waiting = desk.book().inbox(u32::MAX, &texts()).unwrap().proposals;
    let about = waiting.iter().find(|proposal| proposal.proposed.text.contains(CANARY)).unwrap().id.clone();
    around(&mut desk, VisitChange::Decline { id: about });
    let mut fresh = into_fresh(&out(&desk));
    assert!(fresh.everything().iter().any(|row| row.starts_with("earlier") && row.contains(CANARY)), "it is there");
    fresh.book.as_mut().unwrap().erase_line(&line, &texts()).unwrap();
    nothing_left(&fresh);
    assert_eq!(
        fresh.book().inbox(1, &texts()).unwrap().proposals[0].proposed.text,
        "meget uro",
        "what is about another line stays"
    );
    let history = fresh.book().history_of_line(&beside, &texts()).unwrap();
    assert!(history.iter().all(|item| !item.what.contains(&texts().history_erased())), "{history:?}");
    let again = into_fresh(&out(&fresh));
    assert_eq!(out(&again), out(&fresh), "and the next file is whole");
}

#[test]
fn a_visit_goes_out_of_the_history_that_came_in() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let gone = visit(&mut desk, "signs", CANARY, vec![rewrite(&line, CANARY)]);
    let kept = visit(&mut desk, "signs", "at sove bedre", vec![rewrite(&line, "meget uro")]);
    let mut fresh = into_fresh(&out(&desk));
    fresh.book.as_mut().unwrap().erase_visit(&gone, &texts()).unwrap();
    nothing_left(&fresh);
    let visits = fresh.book().visits(&texts()).unwrap().visits;
    assert_eq!(visits.iter().map(|visit| visit.id.as_str()).collect::<Vec<_>>(), [kept.as_str()]);
    assert!(out(&fresh).contains("at sove bedre") && out(&fresh).contains("meget uro"));
}

#[test]
fn a_hand_over_goes_out_of_the_history_that_came_in() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let wanted = HandoverWanted { agenda: CANARY.into(), chapters: vec!["signs".into()], ..HandoverWanted::default() };
    let prepared = desk.book().prepare_handover(&wanted).unwrap();
    desk.book.as_mut().unwrap().note_handover(&prepared, &texts()).unwrap();
    let mut fresh = into_fresh(&out(&desk));
    fresh.book.as_mut().unwrap().erase_handover(&prepared.row.id, &texts()).unwrap();
    nothing_left(&fresh);
}

#[test]
fn a_line_that_came_in_beside_an_erased_one_or_out_of_the_trash_can_be_taken_back() {
    let mut desk = Desk::new();
    let gone = desk.line("signs.inner", CANARY);
    let (kept, thrown) = (desk.line("signs.inner", "uro"), desk.line("signs.inner", "søvn"));
    desk.change(Change::RemoveLine { id: thrown.clone() });
    desk.change(Change::PasteLines { section: "signs.seen".into(), text: "a\nb".into(), place: Place::Last });
    let mut fresh = into_fresh(&out(&desk));
    let book = fresh.book.as_mut().unwrap();
    book.erase_line(&gone, &texts()).unwrap();
    book.take_from_trash(&thrown, &texts()).unwrap();
    book.change(Change::RemoveLine { id: kept.clone() }, &texts()).unwrap();
    book.take_from_trash(&kept, &texts()).unwrap();
    assert_eq!(fresh.texts_of("signs.inner"), ["uro", "søvn"]);
}
