//! Whether a book is whole, and the answer for what cannot be done.
use crate::case::{PASSPHRASE, case};
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::opening;
use holdepunkt_core::world::World;
use std::fs;

#[test]
fn a_whole_book_is_found_whole_by_passphrase_and_by_words() {
    let case = case();
    let (answer, said) = case.with_passphrase(&["check"], &[&case.book()]);
    assert_eq!(answer, 0, "{said}");
    assert!(said.contains("Bogen er hel."), "{said}");
    let (answer, said) = case.run(&["check", "--words-file", "-", "--language", "en"], &[&case.book()], &case.words);
    assert_eq!(answer, 0, "{said}");
    assert!(said.contains("The book is whole."), "{said}");
}

#[test]
fn what_cannot_be_done_is_told_by_its_own_answer() {
    let case = case();
    assert_eq!(case.run(&["check", "--passphrase-file", "-"], &[&case.book()], "forkert").0, 3);
    let (answer, said) =
        case.run(&["check", "--words-file", "-"], &[&case.book()], &case.words.replacen(' ', " qqqq ", 1));
    assert_eq!((answer, said.contains('2')), (3, true), "the word that is not in the list is told: {said}");
    assert_eq!(case.run(&["nonsense"], &[&case.book()], "").0, 2);
    assert_eq!(case.with_passphrase(&["export"], &[&case.book()]).0, 2, "nowhere to put it");
    assert_eq!(case.with_passphrase(&["check"], &[&case.at("nowhere")]).0, 8);
    let held = opening::open(
        &Folder::at(&case.book()).expect("a name"),
        &Secret::Passphrase(PASSPHRASE.into()),
        &World::real(),
    );
    assert_eq!(case.with_passphrase(&["check"], &[&case.book()]).0, 6, "open in Holdepunkt");
    drop(held);
    let plain = case.at("plain.db");
    fs::write(&plain, b"SQLite format 3\0 and more").expect("written");
    assert_eq!(
        case.with_passphrase(&["check", "--keys", &case.book().join("book.keys").to_string_lossy()], &[&plain]).0,
        5
    );
}

#[test]
fn a_key_copy_that_is_worn_is_noted_and_the_other_is_used() {
    let case = case();
    fs::write(case.book().join("book.keys"), "worn").expect("written");
    let (answer, said) = case.with_passphrase(&["check"], &[&case.book()]);
    assert_eq!(answer, 1, "{said}");
}
