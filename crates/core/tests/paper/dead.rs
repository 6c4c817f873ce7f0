//! A number that did not work when it was tried is told on the copies that carry it, and before it is printed again.

use crate::builder::{Desk, id};
use crate::register::{copies, give};
use holdepunkt_core::change::{Answer, Change, NumberOf, PersonFields, Place, Wanted};
use holdepunkt_core::printing;
use holdepunkt_core::share::view::Standing;
use holdepunkt_core::share::{self, Selection};

fn mette(phone: &str, wanted: Wanted) -> PersonFields {
    PersonFields { name: "Mette".into(), phone: phone.into(), wanted, ..PersonFields::default() }
}

/// A plan with somebody to ring.
fn desk(wanted: Wanted) -> (Desk, String) {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned hos mig");
    let person = id();
    desk.change(Change::AddPerson { id: person.clone(), fields: mette("20 00 00 00", wanted), place: Place::Last });
    (desk, person)
}

fn tried(person: &str, answer: Answer) -> Change {
    Change::TryNumber { of: NumberOf::Person, id: person.into(), answer }
}

/// Whose numbers a print for the reader would carry that do not work.
#[allow(clippy::unwrap_used)]
fn on_print(desk: &Desk, reader: &str) -> Vec<String> {
    let selection = Selection::of(desk.book().connection(), reader, None).unwrap();
    let print = printing::printed(desk.book(), &selection, false, &desk.texts, desk.book().world()).unwrap();
    let dead = share::dead_on(&share::dead(desk.book(), &desk.texts).unwrap(), &print.lines);
    dead.into_iter().map(|dead| format!("{} {}", dead.name, dead.number)).collect()
}

#[test]
fn a_copy_that_carries_it_says_so_though_the_words_are_the_same_and_until_the_number_is_written_anew() {
    let (mut desk, person) = desk(Wanted::Yes);
    give(&mut desk, "ward", "Natholdet", "");
    assert!(copies(&desk)[0].dead.is_empty());
    desk.change(tried(&person, Answer::No));
    let copy = copies(&desk).remove(0);
    assert_eq!(copy.standing, Standing::Fresh, "it says what the book says");
    assert_eq!((copy.dead[0].name.as_str(), copy.dead[0].number.as_str()), ("Mette", "20 00 00 00"));
    assert_eq!(copy.dead[0].tried, "22. november 2026");
    assert_eq!(on_print(&desk, "ward"), ["Mette 20 00 00 00"], "and it is told before it is printed");
    desk.wait(60);
    desk.change(Change::WritePerson { id: person.clone(), fields: mette("30 00 00 00", Wanted::Yes) });
    let copy = copies(&desk).remove(0);
    assert_eq!((copy.standing, copy.dead.len()), (Standing::Old, 0), "now it is the words that differ");
    assert!(on_print(&desk, "ward").is_empty());
    desk.undo();
    assert_eq!(copies(&desk)[0].dead.len(), 1);
    desk.change(tried(&person, Answer::Yes));
    assert!(copies(&desk)[0].dead.is_empty(), "it works after all");
}

#[test]
fn a_copy_without_the_number_says_nothing_of_it() {
    let (mut desk, person) = desk(Wanted::Unset);
    let tidy = desk.line("well.keeps", "te");
    give(&mut desk, "relative", "Min bror", "");
    give(&mut desk, "jobcentre", "Jobcentret", "");
    desk.change(tried(&person, Answer::No));
    for copy in copies(&desk) {
        assert!(copy.dead.is_empty(), "{}: who nothing is said about is named without a number", copy.whom);
    }
    assert!(on_print(&desk, "relative").is_empty());
    desk.change(Change::RemoveLine { id: tidy });
}

#[test]
fn of_copies_that_came_back_or_were_replaced_or_only_seen_nothing_is_said() {
    let (mut desk, person) = desk(Wanted::Yes);
    let old = give(&mut desk, "ward", "Natholdet", "");
    let new = give(&mut desk, "ward", "Natholdet", &old);
    desk.change(tried(&person, Answer::No));
    let dead = |desk: &Desk| -> Vec<usize> { copies(desk).iter().map(|copy| copy.dead.len()).collect() };
    assert_eq!(dead(&desk), [1, 0], "the one that took its place is the one that is out there");
    desk.change(Change::TakeBackShare { id: new, back: true });
    assert_eq!(dead(&desk), [0, 0]);
}

#[test]
fn where_the_copy_said_something_else_nobody_knows_which_number_that_was() {
    let (mut desk, person) = desk(Wanted::Yes);
    give(&mut desk, "ward", "Natholdet", "");
    desk.wait(60);
    desk.change(Change::WritePerson { id: person.clone(), fields: mette("30 00 00 00", Wanted::Yes) });
    desk.change(tried(&person, Answer::No));
    let copy = copies(&desk).remove(0);
    assert_eq!((copy.standing, copy.dead.len()), (Standing::Old, 0));
    assert_eq!(on_print(&desk, "ward"), ["Mette 30 00 00 00"]);
}

#[test]
fn a_help_line_of_my_own_is_told_as_well() {
    let (mut desk, _) = desk(Wanted::Yes);
    let line = crate::help_lines::add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    give(&mut desk, "ward", "Natholdet", "");
    desk.change(Change::TryNumber { of: NumberOf::Line, id: line, answer: Answer::No });
    assert_eq!(copies(&desk)[0].dead[0].name, "Akuttilbuddet");
    assert_eq!(on_print(&desk, "ward"), ["Akuttilbuddet 00 00 00 09"]);
}
