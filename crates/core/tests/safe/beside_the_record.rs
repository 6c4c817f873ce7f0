//! What stands beside the record, when the book is put together again from a backup and the journal: the visit that goes on, and the book's own key.

use crate::desk::{Desk, secret};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Id};
use holdepunkt_core::exchange::write;
use holdepunkt_core::opening::{self, Told};
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_i18n::{Language, Texts};
use tempfile::TempDir;

fn texts() -> Texts {
    Texts::new(Language::Da)
}

fn begin_visit(desk: &mut Desk) -> Id {
    let id = desk.world.id().unwrap();
    let (person, author) = (desk.world.id().unwrap(), desk.world.id().unwrap());
    let guests = vec![Guest { id: person, author, name: "Karen".into(), role: Role::Staff }];
    let (chapters, agenda) = (vec!["well".to_string()], String::new());
    let visit = VisitChange::Start { id: id.clone(), guests, chapters, agenda };
    desk.book().change(Change::Visit { visit }, &texts()).unwrap();
    id
}

fn end_visit(desk: &mut Desk, id: &str) {
    desk.book().change(Change::Visit { visit: VisitChange::End { id: id.to_string() } }, &texts()).unwrap();
}

/// The book as it comes back after its file was destroyed.
fn recovered(desk: &Desk) -> (TempDir, Book) {
    let (dir, stopped) = desk.stopped();
    std::fs::write(stopped.book(), vec![7; 40960]).unwrap();
    std::fs::remove_file(stopped.wal()).unwrap();
    let opened = opening::open(&stopped, &secret(), &desk.world).unwrap();
    assert!(matches!(opened.report.0[..], [Told::Restored { lost_since: None, .. }]), "{:?}", opened.report);
    let (book, _hold) = opened.book(&desk.world).unwrap();
    (dir, book)
}

#[test]
fn a_visit_that_ended_after_the_backup_has_ended_in_the_book_that_is_put_together_again() {
    let mut desk = Desk::new();
    desk.line("en tur");
    let visit = begin_visit(&mut desk);
    desk.backup();
    end_visit(&mut desk, &visit);
    let (_dir, mut book) = recovered(&desk);
    assert!(book.visit_now().is_none(), "it ended");
    assert!(book.visits(&texts()).is_ok() && book.only_when_alone().is_ok());
    let visit =
        VisitChange::Start { id: desk.world.id().unwrap(), guests: vec![], chapters: vec![], agenda: String::new() };
    book.change(Change::Visit { visit }, &texts()).expect("another can begin");
}

#[test]
fn a_visit_that_was_erased_after_the_backup_shuts_nothing() {
    let mut desk = Desk::new();
    let visit = begin_visit(&mut desk);
    desk.backup();
    end_visit(&mut desk, &visit);
    desk.book().erase_visit(&visit, &texts()).unwrap();
    assert!(recovered(&desk).1.visit_now().is_none());
}

#[test]
fn a_visit_that_began_after_the_backup_still_goes_on_and_what_was_shut_is_shut() {
    let mut desk = Desk::new();
    desk.line("en tur");
    desk.backup();
    let visit = begin_visit(&mut desk);
    let (_dir, book) = recovered(&desk);
    assert_eq!(book.visit_now().map(|now| now.id.as_str()), Some(visit.as_str()));
    assert!(book.is_shut("crisis") && !book.is_shut("well"));
}

#[test]
fn the_books_own_key_is_the_same_after_a_damage_and_no_undo_takes_it_away() {
    let mut desk = Desk::new();
    desk.backup();
    desk.line("en tur");
    let given = desk.book().own_key().unwrap();
    assert_eq!(recovered(&desk).1.own_key().unwrap(), given, "what was locked to it can still be opened");
    desk.book().undo(&texts()).unwrap();
    assert!(desk.lines().is_empty(), "the newest step is the line: the key is none");
    desk.book().redo(&texts()).unwrap();
    assert_eq!(desk.lines(), ["en tur"]);
    assert_eq!(desk.book().own_key().unwrap(), given);
    desk.book().verify_chain().unwrap();
    assert!(!write::whole(desk.book().connection()).unwrap().contains("AGE-SECRET-KEY"), "and it leaves in no file");
}
