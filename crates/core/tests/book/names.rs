//! A guest without a name gets one on the way: all they wrote in the visit carries it. Names that others go by are not written over.

use crate::builder::{Desk, id};
use crate::guest::{Visit, around, new_line};
use holdepunkt_core::change::Change;
use holdepunkt_core::error::Error;
use holdepunkt_core::visit::{AgreementFields, Doer, Guest, Role, VisitChange};

fn name(visit: &Visit, name: &str, role: Role) -> Change {
    around(VisitChange::Name { id: visit.id.clone(), guest: visit.karen.clone(), name: name.into(), role })
}

fn adopted(desk: &Desk) -> (String, String) {
    let page = desk.book().visit_page("signs.page", u32::MAX, &desk.texts).unwrap();
    let adopted = page.adopted.first().cloned().unwrap();
    (adopted.from, adopted.role_word)
}

#[test]
fn what_somebody_proposed_without_a_name_carries_the_one_they_get_also_what_was_answered() {
    let mut desk = Desk::new();
    let visit = desk.visit_of("", &["signs"]);
    let taken = desk.proposed(&visit, new_line("signs.inner", "taget med"));
    let refused = desk.proposed(&visit, new_line("signs.inner", "ikke taget med"));
    desk.proposed(&visit, new_line("signs.inner", "venter"));
    desk.accept(&taken);
    desk.decline(&refused);
    let fields = AgreementFields { doer: Doer::You, text: "ringer".into(), ..AgreementFields::default() };
    desk.pen(&visit.karen);
    desk.change(around(VisitChange::Agree { id: id(), visit: visit.id.clone(), fields }));
    desk.pen("");
    assert_eq!(desk.lines("signs.inner")[0].author, "en medarbejder");

    desk.change(name(&visit, "Karen", Role::Peer));
    let view = desk.book().visit_view(&desk.texts).unwrap().unwrap();
    assert_eq!((view.guests[0].name.as_str(), view.guests[0].role, view.guests[0].known), ("Karen", Role::Peer, false));
    let waits = desk.inbox().remove(0);
    assert_eq!((waits.from.as_str(), waits.role_word.as_str()), ("Karen", "peer"));
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen");
    assert_eq!(adopted(&desk), ("Karen".to_string(), "peer".to_string()));
    assert_eq!(desk.book().agreements(&visit.id, &desk.texts).unwrap()[0].author, "Karen");
    desk.pen(&visit.karen);
    assert_eq!(desk.book().visit_view(&desk.texts).unwrap().unwrap().pen_name, "Karen", "also while they write");
    desk.pen("");

    desk.end(&visit);
    let record = desk.book().visit_record(&visit.id, &desk.texts).unwrap();
    assert!(record.proposals.iter().all(|told| told.from == "Karen" && told.role_word == "peer"), "{record:?}");
    assert_eq!(record.item.people, ["Karen"]);
    assert_eq!(desk.book().visits(&desk.texts).unwrap().known[0].name, "Karen", "and they can be chosen next time");
}

#[test]
fn a_name_is_one_step_that_undo_takes_back() {
    let mut desk = Desk::new();
    let visit = desk.visit_of("", &["signs"]);
    let taken = desk.proposed(&visit, new_line("signs.inner", "taget med"));
    desk.accept(&taken);
    desk.change(name(&visit, "Karen", Role::Peer));
    desk.undo();
    assert_eq!(desk.lines("signs.inner")[0].author, "en medarbejder");
    assert_eq!(adopted(&desk).0, "en medarbejder");
    desk.redo();
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen");
    desk.restart();
    assert_eq!(desk.book().visit_view(&desk.texts).unwrap().unwrap().guests[0].called, "Karen");
}

#[test]
fn a_name_that_was_misspelt_is_mended_and_may_be_taken_away_again() {
    let mut desk = Desk::new();
    let visit = desk.visit_of("Kaern", &["signs"]);
    let taken = desk.proposed(&visit, new_line("signs.inner", "taget med"));
    desk.accept(&taken);
    desk.change(name(&visit, "Karen", Role::Staff));
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen");
    desk.change(name(&visit, "  ", Role::Relative));
    assert_eq!(desk.lines("signs.inner")[0].author, "en pårørende", "a line never looks as if it were the citizen's");
    assert_eq!(adopted(&desk).0, "en pårørende");
}

#[test]
fn a_name_others_go_by_is_not_written_over_and_the_role_may_be_mended() {
    let mut desk = Desk::new();
    let first = desk.visit_of("Karen", &["signs"]);
    let taken = desk.proposed(&first, new_line("signs.inner", "fra Karen"));
    desk.accept(&taken);
    desk.end(&first);
    let again = Visit { id: id(), karen: id(), author: first.author.clone() };
    let guest =
        Guest { id: again.karen.clone(), author: again.author.clone(), name: "Karen".into(), role: Role::Staff };
    let (guests, chapters) = (vec![guest], vec!["signs".to_string()]);
    desk.change(around(VisitChange::Start { id: again.id.clone(), guests, chapters, agenda: String::new() }));
    desk.proposed(&again, new_line("signs.inner", "fra Mette"));
    assert!(desk.book().visit_view(&desk.texts).unwrap().unwrap().guests[0].known);
    assert!(matches!(desk.try_change(name(&again, "Mette", Role::Staff)), Err(Error::NotHere(_))));
    assert_eq!(desk.lines("signs.inner")[0].author, "Karen", "what she wrote then is hers");
    desk.change(name(&again, "Karen", Role::Peer));
    assert_eq!(desk.inbox()[0].role, Role::Peer);
    assert_eq!(adopted(&desk).1, "medarbejder", "as it was then");
}

#[test]
fn only_the_citizen_names_somebody_and_only_in_a_visit_that_is_not_over() {
    let mut desk = Desk::new();
    let visit = desk.visit_of("", &["signs"]);
    desk.pen(&visit.karen);
    assert!(matches!(desk.try_change(name(&visit, "Direktøren", Role::Staff)), Err(Error::NotYourPen)));
    desk.pen("");
    let nobody = Visit { id: visit.id.clone(), karen: id(), author: id() };
    assert!(matches!(desk.try_change(name(&nobody, "Karen", Role::Staff)), Err(Error::NotFound(_))));
    desk.end(&visit);
    assert!(matches!(desk.try_change(name(&visit, "Karen", Role::Staff)), Err(Error::NotFound(_))));
}
