//! Going back to a copy that lies somewhere else, and moving in from one.

use crate::desk::{Desk, PASSPHRASE, secret};
use holdepunkt_core::backup::{self, Backup, Elsewhere};
use holdepunkt_core::change::{Change, Mark, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening::{self, Look};
use holdepunkt_i18n::{Language, Texts};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn safe_copy(desk: &mut Desk, to: &Path) -> Folder {
    let (book, hold) = desk.both();
    let made = Backup::begin_safe_copy(book, hold, to).unwrap().finish().unwrap();
    let copy = Folder::at(&made.path).unwrap();
    backup::settle(book, hold, made).unwrap();
    copy
}

/// Every file below with its bytes.
fn bytes(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn a_safe_copy_is_gone_back_to_as_one_step_and_is_not_touched() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    let line = desk.line("gå en tur");
    let stick = tempfile::tempdir().unwrap();
    let copy = safe_copy(&mut desk, stick.path());
    let before = bytes(copy.path());
    desk.write(&line, "gå en tur ved vandet");
    desk.line("synge");
    let world = desk.world.clone();
    let found = backup::find(stick.path()).unwrap();
    assert_eq!(found, copy);
    let (book, hold) = desk.both();
    assert!(!backup::needs_secret(&found, Some(hold)).unwrap(), "it has the key of the book");
    let open = Elsewhere::open(&found, Some(hold), None, &world).unwrap();
    let preview = backup::compare_copy(book, &open, &texts).unwrap();
    assert_eq!((preview.made.as_str(), preview.changes_since, preview.other), ("i dag kl. 14.03", 2, 0));
    assert_eq!(preview.pages[0].changed, [("gå en tur".to_string(), "gå en tur ved vandet".to_string())]);
    assert_eq!(preview.pages[0].only_now, ["synge"]);
    backup::become_copy(book, hold, &open, &texts).unwrap();
    drop(open);
    assert_eq!(desk.lines(), ["gå en tur"]);
    desk.book().undo(&texts).unwrap();
    assert_eq!(desk.lines(), ["gå en tur ved vandet", "synge"]);
    assert_eq!(bytes(copy.path()), before, "nothing is written on the stick");
}

#[test]
fn a_copy_from_before_another_key_asks_for_the_secret_of_its_day_and_is_known_as_the_same_book() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let stick = tempfile::tempdir().unwrap();
    let copy = safe_copy(&mut desk, stick.path());
    let (mut book, hold) = desk.open.take().unwrap();
    let lock = NewLock::Passphrase("en helt anden sætning".into());
    let mut at = |_| Ok(());
    let prepared = opening::prepare_rekey(&mut book, &hold, &lock, Cost::CHEAP, &desk.world, &mut at).unwrap();
    let (opened, _) = opening::finish_rekey(book, hold, prepared, &desk.world, &mut at).unwrap();
    desk.open = Some(opened.book(&desk.world).unwrap());
    desk.line("synge");
    let (world, old_words) = (desk.world.clone(), Secret::Words(desk.words.clone().into()));
    let (book, hold) = desk.both();
    assert!(backup::needs_secret(&copy, Some(hold)).unwrap());
    assert!(matches!(Elsewhere::open(&copy, Some(hold), None, &world), Err(Error::WrongSecret)));
    let wrong = Elsewhere::open(&copy, Some(hold), Some(&Secret::Passphrase("forkert".into())), &world);
    assert!(matches!(wrong, Err(Error::WrongSecret)));
    for right in [secret(), old_words] {
        let open = Elsewhere::open(&copy, Some(hold), Some(&right), &world).unwrap();
        let preview = backup::compare_copy(book, &open, &texts).unwrap();
        assert_eq!(preview.pages[0].only_now, ["synge"]);
    }
}

#[test]
fn a_copy_of_another_book_is_refused_and_nothing_is_changed() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let mut other = Desk::new();
    other.line("en anden bog");
    let stick = tempfile::tempdir().unwrap();
    let copy = safe_copy(&mut other, stick.path());
    let world = desk.world.clone();
    let (book, hold) = desk.both();
    let open = Elsewhere::open(&copy, Some(hold), Some(&secret()), &world).unwrap();
    assert!(matches!(backup::compare_copy(book, &open, &texts), Err(Error::OtherBook)));
    assert!(matches!(backup::become_copy(book, hold, &open, &texts), Err(Error::OtherBook)));
    assert_eq!(desk.lines(), ["gå en tur"]);
    assert_eq!(desk.book().revision(), 1);
}

#[test]
fn the_book_that_is_open_is_not_its_own_copy_and_a_worn_copy_is_told() {
    let mut desk = Desk::new();
    for number in 0..40 {
        desk.line(&format!("linje {number}"));
    }
    let stick = tempfile::tempdir().unwrap();
    let copy = safe_copy(&mut desk, stick.path());
    let (world, folder) = (desk.world.clone(), desk.folder.clone());
    let (_, hold) = desk.both();
    assert!(matches!(Elsewhere::open(&folder, Some(hold), None, &world), Err(Error::NoCopy)));
    let mut worn = fs::read(copy.book()).unwrap();
    let middle = worn.len() / 2;
    worn[middle] ^= 1;
    fs::write(copy.book(), worn).unwrap();
    assert!(matches!(Elsewhere::open(&copy, Some(hold), None, &world), Err(Error::CopyDamaged)));
    fs::write(copy.keys(), "x").unwrap();
    fs::remove_file(copy.keys_bak()).unwrap();
    assert!(matches!(backup::needs_secret(&copy, Some(hold)), Err(Error::CopyDamaged)));
}

#[test]
fn what_differs_besides_the_words_is_counted_so_that_nothing_changes_unsaid() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    let (first, second) = (desk.line("gå en tur"), desk.line("synge"));
    desk.backup();
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    let (book, hold) = desk.both();
    assert!(backup::preview(book, hold, &kept, &texts).unwrap().is_empty());
    let mark = Change::MarkLine { id: first, mark: Mark::Private, on: true };
    book.change(mark, &texts).unwrap();
    book.change(Change::RenameChapter { id: "well".into(), title: "Mig".into() }, &texts).unwrap();
    let preview = backup::preview(book, hold, &kept, &texts).unwrap();
    assert_eq!((preview.pages.len(), preview.pages[0].otherwise, preview.other), (1, 1, 1), "{preview:?}");
    // In the trash now and in the plan then: one line comes back.
    book.change(Change::RemoveLine { id: second }, &texts).unwrap();
    let preview = backup::preview(book, hold, &kept, &texts).unwrap();
    assert_eq!((preview.pages[0].only_then.as_slice(), preview.other), (&["synge".to_string()][..], 1));
}

#[test]
fn a_locked_out_citizen_moves_in_from_a_safe_copy_and_the_locked_book_is_kept() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let stick = tempfile::tempdir().unwrap();
    let copy = safe_copy(&mut desk, stick.path());
    let (_, hold) = desk.open.as_mut().unwrap();
    hold.renew_passphrase(&"glemt".into(), Cost::CHEAP, &desk.world).unwrap();
    desk.line("skrevet siden");
    desk.close();
    let wrong = backup::move_in(&copy, &desk.folder, Some(&Secret::Passphrase("forkert".into())), &desk.world);
    assert!(matches!(wrong, Err(Error::WrongSecret)));
    assert!(!desk.folder.path().join("locked-2026-11-22").exists(), "nothing is moved before the copy is open");
    let opened = backup::move_in(&copy, &desk.folder, Some(&secret()), &desk.world).unwrap();
    desk.open = Some(opened.book(&desk.world).unwrap());
    assert_eq!(desk.lines(), ["gå en tur"]);
    desk.line("videre");
    let aside = Folder::at(&desk.folder.path().join("locked-2026-11-22")).unwrap();
    let words = Secret::Words(desk.words.clone().into());
    assert_eq!(crate::desk::read(&aside, &words).unwrap().0, ["gå en tur", "skrevet siden"]);
}

#[test]
fn a_backup_of_the_locked_book_itself_can_be_moved_in_from_too() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.backup();
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    desk.close();
    let copy = backup::find(&kept.path).unwrap();
    let opened = backup::move_in(&copy, &desk.folder, Some(&secret()), &desk.world).unwrap();
    desk.open = Some(opened.book(&desk.world).unwrap());
    assert_eq!(desk.lines(), ["gå en tur"]);
}

#[test]
fn on_a_new_computer_a_copy_becomes_the_book_with_words_only() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let stick = tempfile::tempdir().unwrap();
    let copy = safe_copy(&mut desk, stick.path());
    let fresh = tempfile::tempdir().unwrap();
    let folder = Folder::at(&fresh.path().join("bog")).unwrap();
    let words = Secret::Words(desk.words.clone().into());
    assert!(backup::needs_secret(&copy, None).unwrap());
    backup::move_in(&copy, &folder, Some(&words), &desk.world).unwrap().close().unwrap();
    assert_eq!(opening::look(&folder).unwrap(), Look::Locked);
    assert_eq!(crate::desk::read(&folder, &Secret::Passphrase(PASSPHRASE.into())).unwrap().0, ["gå en tur"]);
}

#[test]
fn what_goes_wrong_on_the_stick_is_told_of_the_stick() {
    let mut desk = Desk::new();
    for number in 0..60 {
        desk.line(&format!("linje {number}"));
    }
    let stick = tempfile::tempdir().unwrap();
    let (book, hold) = desk.both();
    let mut making = Backup::begin_safe_copy(book, hold, stick.path()).unwrap();
    making.step(2).unwrap();
    fs::remove_dir_all(stick.path()).unwrap();
    assert!(matches!(making.finish(), Err(Error::TargetGone)));
    let stick = tempfile::tempdir().unwrap();
    fs::write(stick.path().join("holdepunkt"), "x").unwrap();
    let (book, hold) = desk.both();
    let file = stick.path().join("holdepunkt");
    assert!(matches!(Backup::begin_safe_copy(book, hold, &file), Err(Error::FolderMissing)));
}

#[test]
fn a_backup_from_before_an_update_is_gone_back_to_and_not_touched() {
    let texts = Texts::new(Language::Da);
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::at(&dir.path().join("bog")).unwrap();
    folder.prepare().unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/books/schema-1");
    for name in ["book.db", "book.keys"] {
        fs::copy(kept.join(name), folder.path().join(name)).unwrap();
    }
    let world = holdepunkt_core::world::World::real();
    let opened = opening::open(&folder, &Secret::Passphrase("en gammel cykel ved havnen".into()), &world).unwrap();
    let (mut book, hold) = opened.book(&world).unwrap();
    let older = backup::list(&folder).unwrap().pop().expect("made before the tables changed");
    let before = bytes(&older.path);
    assert!(backup::preview(&book, &hold, &older, &texts).unwrap().is_empty(), "nothing was written since");
    let (id, section) = (world.id().unwrap(), "well.like".to_string());
    let line = Change::AddLine { id, section, prompt: String::new(), text: "ny".into(), place: Place::Last };
    book.change(line, &texts).unwrap();
    let preview = backup::preview(&book, &hold, &older, &texts).unwrap();
    assert_eq!((preview.pages.len(), preview.pages[0].only_now.as_slice()), (1, &["ny".to_string()][..]));
    backup::bring_back(&mut book, &hold, &older, &texts).unwrap();
    assert!(crate::desk::lines(&book).iter().all(|line| line != "ny"));
    book.undo(&texts).unwrap();
    assert!(crate::desk::lines(&book).iter().any(|line| line == "ny"));
    assert_eq!(bytes(&older.path), before);
}
