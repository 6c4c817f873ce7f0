use super::*;
use crate::keyring::Keyring;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, KeyBytes};
use holdepunkt_core::world::World;
use secrecy::SecretString;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// A keyring in memory, which can be locked, emptied and taken away.
#[derive(Clone, Default)]
struct Ring(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    kept: HashMap<String, KeyBytes>,
    refuses: Option<fn() -> Error>,
}

impl Ring {
    fn refuse(&self, with: Option<fn() -> Error>) {
        self.0.lock().unwrap().refuses = with;
    }

    fn count(&self) -> usize {
        self.0.lock().unwrap().kept.len()
    }

    fn open(&self) -> Result<std::sync::MutexGuard<'_, Inside>, Error> {
        let inside = self.0.lock().unwrap();
        if let Some(refuses) = inside.refuses { Err(refuses()) } else { Ok(inside) }
    }
}

impl Keyring for Ring {
    fn keep(&self, name: &str, secret: &KeyBytes) -> Result<(), Error> {
        self.open()?.kept.insert(name.to_string(), secret.clone());
        Ok(())
    }

    fn find(&self, name: &str) -> Result<KeyBytes, Error> {
        self.open()?.kept.get(name).cloned().ok_or(Error::KeyringEmpty)
    }

    fn forget(&self, name: &str) -> Result<(), Error> {
        self.open()?.kept.remove(name);
        Ok(())
    }
}

fn shell(folder: &tempfile::TempDir, name: &str, ring: &Ring) -> Shell {
    let folder = Folder::at(&folder.path().join(name)).unwrap();
    Shell::with(folder, World::real(), || Cost::CHEAP, Box::new(ring.clone()))
}

fn passphrase(text: &str) -> Secret {
    Secret::Passphrase(SecretString::from(text))
}

fn words(words: &[String]) -> Secret {
    Secret::Words(SecretString::from(words.join(" ")))
}

const BOTH: WaysIn = WaysIn { passphrase: true, keyring: true };
const KEYRING: WaysIn = WaysIn { passphrase: false, keyring: true };
const PASSPHRASE: WaysIn = WaysIn { passphrase: true, keyring: false };

#[test]
fn one_press_opens_the_book_and_the_sheet_is_the_other_way() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    let sheet = shell.create_in_keyring().unwrap();
    assert_eq!((sheet.len(), shell.ways_in()), (12, KEYRING));
    assert!(matches!(shell.lock().unwrap(), Status::Locked), "it has a lock and can be locked");
    assert!(matches!(shell.unlock_with_keyring().unwrap(), Status::Open));
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&words(&sheet)).unwrap(), Status::Open));
}

#[test]
fn without_a_keyring_no_book_is_made() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    for refuses in [|| Error::KeyringMissing, || Error::KeyringLocked] as [fn() -> Error; 2] {
        ring.refuse(Some(refuses));
        let refused = shell.create_in_keyring().unwrap_err();
        assert_eq!(refused.code(), refuses().code());
        assert!(matches!(shell.status(), Status::FirstRun), "another lock can be chosen");
    }
}

#[test]
fn a_book_that_cannot_be_made_leaves_nothing_in_the_keyring() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    std::fs::write(folder.path().join("bog"), "a file where the folder should be").unwrap();
    assert!(shell(&folder, "bog", &ring).create_in_keyring().is_err());
    assert_eq!(ring.count(), 0);
}

#[test]
fn a_keyring_that_is_gone_locked_empty_or_anothers_is_told_and_the_sheet_still_opens() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    let sheet = shell.create_in_keyring().unwrap();
    shell.lock().unwrap();
    ring.refuse(Some(|| Error::KeyringMissing));
    assert!(matches!(shell.unlock_with_keyring(), Err(Error::KeyringMissing)));
    ring.refuse(Some(|| Error::KeyringLocked));
    assert!(matches!(shell.unlock_with_keyring(), Err(Error::KeyringLocked)));
    ring.refuse(None);
    for secret in ring.0.lock().unwrap().kept.values_mut() {
        *secret = KeyBytes::copy_of(&[9; 32]).unwrap();
    }
    assert!(matches!(shell.unlock_with_keyring(), Err(Error::KeyringOther)));
    ring.0.lock().unwrap().kept.clear();
    assert!(matches!(shell.unlock_with_keyring(), Err(Error::KeyringEmpty)));
    assert!(matches!(shell.status(), Status::Locked), "none of it is a trouble with the book");
    assert!(matches!(shell.unlock(&words(&sheet)).unwrap(), Status::Open));
}

#[test]
fn two_books_of_one_person_each_have_their_own_key_in_the_keyring() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let (one, two) = (shell(&folder, "en", &ring), shell(&folder, "to", &ring));
    one.create_in_keyring().unwrap();
    two.create_in_keyring().unwrap();
    one.lock().unwrap();
    two.lock().unwrap();
    assert_eq!(ring.count(), 2);
    assert!(matches!(one.unlock_with_keyring().unwrap(), Status::Open));
    assert!(matches!(two.unlock_with_keyring().unwrap(), Status::Open));
}

#[test]
fn a_book_with_a_passphrase_gets_the_keyring_only_from_one_who_knows_it() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    assert!(matches!(shell.use_keyring(None), Err(Error::WrongPresent)), "whoever finds it open makes no door");
    assert!(matches!(shell.use_keyring(Some(&passphrase("forkert"))), Err(Error::WrongPresent)));
    assert_eq!(ring.count(), 0);
    assert_eq!(shell.use_keyring(Some(&passphrase("rolig have"))).unwrap(), BOTH);
    assert_eq!(shell.use_keyring(Some(&passphrase("rolig have"))).unwrap(), BOTH);
    assert_eq!(ring.count(), 1, "the one before is forgotten");
    shell.lock().unwrap();
    assert!(matches!(shell.unlock_with_keyring().unwrap(), Status::Open));
    assert_eq!(shell.leave_keyring().unwrap(), PASSPHRASE);
    assert_eq!(ring.count(), 0);
    shell.lock().unwrap();
    assert!(matches!(shell.unlock_with_keyring(), Err(Error::KeyringEmpty)));
    assert!(matches!(shell.unlock(&passphrase("rolig have")).unwrap(), Status::Open));
}

#[test]
fn the_keyring_can_be_given_up_for_a_passphrase_and_not_for_nothing() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    shell.create_in_keyring().unwrap();
    assert!(matches!(shell.leave_keyring(), Err(Error::NotHere(_))), "the sheet alone is not for every day");
    shell.change_passphrase(None, &SecretString::from("rolig have")).unwrap();
    assert!(matches!(shell.change_passphrase(None, &SecretString::from("en anden")), Err(Error::WrongPresent)));
    // Also when the keyring does not answer: what it keeps opens nothing any more.
    ring.refuse(Some(|| Error::KeyringMissing));
    assert_eq!(shell.leave_keyring().unwrap(), PASSPHRASE);
    ring.refuse(None);
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&passphrase("rolig have")).unwrap(), Status::Open));
}

#[test]
fn a_book_without_a_lock_gets_none_from_the_keyring() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    shell.create(NewLock::Open).unwrap();
    assert!(shell.use_keyring(None).is_err());
    assert_eq!(ring.count(), 0);
}

#[test]
fn another_key_for_the_book_ends_the_keyring_too() {
    let (folder, ring) = (tempfile::tempdir().unwrap(), Ring::default());
    let shell = shell(&folder, "bog", &ring);
    let sheet = shell.create_in_keyring().unwrap();
    shell.rekey(Some(&words(&sheet)), &SecretString::from("rolig have")).unwrap();
    assert_eq!((shell.ways_in(), ring.count()), (PASSPHRASE, 0));
    shell.lock().unwrap();
    assert!(matches!(shell.unlock_with_keyring(), Err(Error::KeyringEmpty)));
    assert!(matches!(shell.unlock(&passphrase("rolig have")).unwrap(), Status::Open));
}
