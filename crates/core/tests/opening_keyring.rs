//! A way in that the computer's keyring keeps: beside the words always, beside a passphrase or not. The keyring itself is tested in the shell.
#![allow(clippy::expect_used)]

mod opening_common;

use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, KeyFile, NewLock, RecoveryWords, RingKey, Secret};
use holdepunkt_core::opening::{self, Look, WaysIn};
use holdepunkt_core::world::World;
use opening_common::{PASSPHRASE, folder, locked_book, notes, passphrase, words_of};
use std::fs;

fn ring() -> RingKey {
    RingKey::random(&World::real()).expect("random")
}

fn kept(ring: &RingKey) -> Secret {
    Secret::Keyring(ring.secret.clone())
}

/// A book of one who uses the computer alone: the keyring and the sheet.
fn book_in_keyring(folder: &Folder) -> (RingKey, RecoveryWords) {
    let ring = ring();
    let lock = NewLock::Keyring(ring.clone());
    let (opened, words) = opening::create(folder, &lock, Cost::CHEAP, &World::real()).expect("made");
    opened.close().expect("closed");
    (ring, words.expect("a lock always has words"))
}

#[test]
fn what_the_keyring_keeps_opens_the_book_and_so_do_the_words() {
    let (_dir, folder) = folder();
    let (ring, words) = book_in_keyring(&folder);
    assert_eq!(opening::look(&folder).expect("seen"), Look::Locked);
    let ways = opening::ways_in(&folder).expect("seen");
    assert_eq!(ways, WaysIn { passphrase: false, keyring: Some(ring.name) });
    opening::open(&folder, &kept(&ring), &World::real()).expect("the keyring opens it").close().expect("closed");
    opening::open(&folder, &words_of(&words.words()), &World::real()).expect("and the words");
}

#[test]
fn the_secret_of_another_book_is_told_apart() {
    let (_one, one) = folder();
    let (_two, two) = folder();
    let (ring, _) = book_in_keyring(&one);
    let (other, _) = book_in_keyring(&two);
    assert_ne!(ring.name, other.name, "each book has its own place in the keyring");
    for wrong in [&other, &self::ring()] {
        let refused = opening::open(&one, &kept(wrong), &World::real()).expect_err("it must not open");
        assert!(matches!(refused, Error::KeyringOther), "{refused:?}");
        assert!(refused.is_about_the_secret(), "the other ways in stand beside it");
    }
    assert!(matches!(opening::open(&one, &passphrase("x"), &World::real()), Err(Error::WrongSecret)));
}

#[test]
fn a_book_with_a_passphrase_may_have_the_keyring_too_and_lose_it_again() {
    let (_dir, folder) = folder();
    let words = locked_book(&folder, &["gå en tur"]);
    let mut opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
    let (first, second) = (ring(), ring());
    opened.hold_mut().add_keyring(&first, &World::real()).expect("added");
    opened.hold_mut().add_keyring(&second, &World::real()).expect("and again");
    opened.close().expect("closed");
    assert!(opening::open(&folder, &kept(&first), &World::real()).is_err(), "the earlier secret is of no more use");
    let mut opened = opening::open(&folder, &kept(&second), &World::real()).expect("one press");
    assert_eq!(notes(&opened), ["gå en tur"]);
    opened.hold_mut().remove_keyring().expect("taken away");
    opened.close().expect("closed");
    assert!(matches!(opening::open(&folder, &kept(&second), &World::real()), Err(Error::KeyringOther)));
    opening::open(&folder, &words_of(&words), &World::real()).expect("the words still do").close().expect("closed");
    opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("and the passphrase");
}

#[test]
fn the_keyring_is_never_taken_away_when_only_the_sheet_would_be_left() {
    let (_dir, folder) = folder();
    let (ring, _) = book_in_keyring(&folder);
    let mut opened = opening::open(&folder, &kept(&ring), &World::real()).expect("opens");
    assert!(matches!(opened.hold_mut().remove_keyring(), Err(Error::NotHere(_))));
    opened.hold_mut().renew_passphrase(&PASSPHRASE.into(), Cost::CHEAP, &World::real()).expect("given one");
    opened.hold_mut().remove_keyring().expect("now it may go");
    opened.close().expect("closed");
    opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
}

#[test]
fn new_words_leave_the_keyring_as_it_was() {
    let (_dir, folder) = folder();
    let (ring, old) = book_in_keyring(&folder);
    let mut opened = opening::open(&folder, &kept(&ring), &World::real()).expect("opens");
    let new = opened.hold_mut().renew_words(&World::real()).expect("renewed");
    opened.hold_mut().settle_words().expect("settled");
    opened.close().expect("closed");
    assert!(opening::open(&folder, &words_of(&old.words()), &World::real()).is_err());
    opening::open(&folder, &kept(&ring), &World::real()).expect("opens").close().expect("closed");
    opening::open(&folder, &words_of(&new.words()), &World::real()).expect("opens");
}

#[test]
fn a_book_without_a_lock_is_given_none_by_the_keyring() {
    let (_dir, folder) = folder();
    let (mut opened, _) = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &World::real()).expect("made");
    let refused = opened.hold_mut().add_keyring(&ring(), &World::real());
    assert!(matches!(refused, Err(Error::NotHere(_))), "its key has stood in the open: that takes another key");
}

#[test]
fn an_older_program_says_newer_of_a_book_in_the_keyring_and_of_no_other() {
    let (_dir, folder) = folder();
    book_in_keyring(&folder);
    let text = fs::read_to_string(folder.keys()).expect("read");
    assert!(text.starts_with("holdepunkt-keys 2\n"), "an older program would call the slot damage");
    let made = holdepunkt_core::keys::create(&NewLock::Open, Cost::CHEAP, &World::real()).expect("made");
    assert!(made.file.text().starts_with("holdepunkt-keys 1\n"), "what an older program can read it may read");
}

#[test]
fn the_slot_of_the_keyring_can_be_moved_to_no_other_name() {
    let (_dir, folder) = folder();
    let (ring, _) = book_in_keyring(&folder);
    let text = fs::read_to_string(folder.keys()).expect("read");
    let at = text.find("\"name\":\"").expect("a name") + 8;
    let changed = if &text[at..=at] == "A" { "B" } else { "A" };
    let moved = format!("{}{changed}{}", &text[..at], &text[at + 1..]);
    let end = moved.rfind("\nsum ").expect("a sum") + 1;
    use sha2::Digest as _;
    let sum: String = sha2::Sha256::digest(&moved.as_bytes()[..end]).iter().map(|byte| format!("{byte:02x}")).collect();
    let file = KeyFile::parse(&format!("{}sum {sum}\n", &moved[..end])).expect("whole in itself");
    assert!(matches!(holdepunkt_core::keys::unlock(&file, &kept(&ring)), Err(Error::KeyringOther)));
}
