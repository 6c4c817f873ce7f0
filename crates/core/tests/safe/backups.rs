//! Backups while the book is written in.

use crate::desk::{Desk, PASSPHRASE, read, secret};
use holdepunkt_core::backup::{self, Backup, Moment};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::opening::{self, Told};
use std::fs;

#[test]
fn a_backup_is_a_folder_that_opens_with_the_passphrase_or_the_words() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.backup();
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    assert_eq!((kept.number, kept.revision, kept.made.to_string().as_str()), (1, 1, "2026-11-22 14:03:00"));
    for secret in [secret(), Secret::Words(desk.words.clone().into())] {
        assert_eq!(read(&kept.folder().unwrap(), &secret).unwrap().0, ["gå en tur"]);
    }
}

#[test]
fn what_is_written_while_it_is_made_is_in_the_book_and_in_the_new_journal() {
    let mut desk = Desk::new();
    desk.line("før");
    let (book, hold) = desk.both();
    let mut making = Backup::begin(book, hold).unwrap();
    let mut number = 0;
    while !making.step(1).unwrap().is_done() {
        number += 1;
        desk.line(&format!("imens {number}"));
    }
    assert!(number > 10, "a page at a time");
    let made = making.finish().unwrap();
    desk.line("efter");
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    assert_eq!(read(&kept.folder().unwrap(), &secret()).unwrap().0, ["før"], "as it was when it began");
    let (book, hold) = desk.both();
    backup::settle(book, hold, made).unwrap();
    let all = desk.lines();
    assert_eq!(all.len(), number + 2);
    desk.close();
    fs::write(desk.folder.book(), "x").unwrap();
    let report = desk.reopen();
    assert_eq!(desk.lines(), all, "backup and journal give everything");
    assert!(matches!(report.0[..], [Told::Restored { lost_since: None, .. }]), "{report:?}");
}

#[test]
fn a_copy_that_is_stopped_leaves_nothing_that_looks_whole() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let (book, hold) = desk.both();
    let mut making = Backup::begin(book, hold).unwrap();
    making.step(1).unwrap();
    let (_dir, stopped) = desk.stopped();
    assert!(backup::list(&stopped).unwrap().is_empty());
    drop(making);
    assert_eq!(fs::read_dir(desk.folder.backups()).unwrap().count(), 0);
    desk.close();
    desk.folder = stopped;
    desk.reopen();
    desk.backup();
    assert_eq!(fs::read_dir(desk.folder.backups()).unwrap().count(), 1, "what was left is cleared away");
}

#[test]
fn a_book_closed_meanwhile_stops_the_copy() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let (book, hold) = desk.both();
    let mut making = Backup::begin(book, hold).unwrap();
    making.step(1).unwrap();
    desk.line("mere");
    desk.close();
    assert!(matches!(making.finish(), Err(Error::CopyStopped)));
    assert!(backup::list(&desk.folder).unwrap().is_empty());
}

#[test]
fn a_copy_that_came_out_wrong_does_not_count_and_the_older_ones_stay() {
    let mut desk = Desk::new();
    desk.line("før");
    desk.backup();
    desk.line("efter");
    let (book, hold) = desk.both();
    let mut making = Backup::begin(book, hold).unwrap();
    while !making.step(1).unwrap().is_done() {}
    let half = fs::read_dir(desk.folder.backups()).unwrap().map(|entry| entry.unwrap().path());
    let half = half.filter(|path| path.to_string_lossy().contains("unfinished")).last().unwrap().join("book.db");
    let mut bytes = fs::read(&half).unwrap();
    bytes[9000] ^= 1;
    fs::write(&half, bytes).unwrap();
    let made = making.finish();
    assert!(matches!(made, Err(Error::Damaged(_))), "{made:?}");
    assert_eq!(backup::list(&desk.folder).unwrap().len(), 1);
}

#[test]
fn one_is_made_on_closing_only_when_something_was_written() {
    let mut desk = Desk::new();
    let made = |desk: &mut Desk, moment| {
        let (book, hold) = desk.both();
        backup::make_if_due(book, hold, moment).unwrap()
    };
    assert!(!made(&mut desk, Moment::Close), "an empty book");
    desk.line("gå en tur");
    assert!(made(&mut desk, Moment::Close));
    assert!(!made(&mut desk, Moment::Close));
    desk.line("mere");
    assert!(!made(&mut desk, Moment::Open), "half an hour has not passed");
    desk.wait(1);
    assert!(made(&mut desk, Moment::Open));
}

#[test]
fn the_shelf_does_not_grow_for_ever_and_the_newest_stays_whatever_the_clock_says() {
    let mut desk = Desk::new();
    for day in 0..40 {
        desk.line(&format!("dag {day}"));
        desk.backup();
        desk.wait(24);
        if day == 20 {
            desk.wait(-24 * 3650);
        }
    }
    let all = backup::list(&desk.folder).unwrap();
    assert!((10..=20).contains(&all.len()), "{}", all.len());
    assert_eq!(all.last().unwrap().number, 40);
    assert_eq!(all.last().unwrap().revision, 40);
}

#[test]
fn a_safe_copy_lies_whole_in_a_folder_of_its_own_and_its_age_is_known() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let stick = tempfile::tempdir().unwrap();
    fs::write(stick.path().join("ferie.jpg"), "x").unwrap();
    assert_eq!(backup::last_safe_copy(desk.book()).unwrap(), None);
    let (book, hold) = desk.both();
    let made = Backup::begin_safe_copy(book, hold, stick.path()).unwrap().finish().unwrap();
    let copy = made.path.clone();
    backup::settle(book, hold, made).unwrap();
    assert_eq!(copy.file_name().unwrap(), "holdepunkt-20261122-140300");
    assert_eq!(backup::last_safe_copy(desk.book()).unwrap(), Some(desk.world.stamp()));
    assert!(desk.reopen().is_quiet());
    assert_eq!(backup::last_safe_copy(desk.book()).unwrap(), Some(desk.world.stamp()));

    let fresh = Folder::at(&stick.path().join("ny")).unwrap();
    backup::take_in(&copy, &fresh).expect("taken in on another computer");
    let secret = Secret::Words(desk.words.clone().into());
    assert_eq!(read(&fresh, &secret).unwrap().0, ["gå en tur"]);
    assert!(matches!(backup::take_in(&copy, &fresh), Err(Error::BookExists)), "never over another book");
    assert!(stick.path().join("ferie.jpg").exists());
}

#[test]
fn a_stick_pulled_out_leaves_no_copy_that_looks_whole() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let stick = tempfile::tempdir().unwrap();
    let (book, hold) = desk.both();
    let mut making = Backup::begin_safe_copy(book, hold, stick.path()).unwrap();
    making.step(3).unwrap();
    // As the stick would hold it then.
    let pulled = tempfile::tempdir().unwrap();
    crate::desk::copy_all(stick.path(), pulled.path());
    drop(making);
    let names: Vec<_> = fs::read_dir(pulled.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name.to_string_lossy().starts_with("unfinished-")), "{names:?}");
    let (book, hold) = desk.both();
    Backup::begin_safe_copy(book, hold, pulled.path()).unwrap().finish().unwrap();
    let names: Vec<_> = fs::read_dir(pulled.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["holdepunkt-20261122-140300"], "the next one clears the half one away");
    assert!(matches!(Backup::begin_safe_copy(book, hold, &pulled.path().join("gone")), Err(Error::FolderMissing)));
}

#[test]
fn a_backup_of_another_book_is_not_taken_for_ours() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.backup();
    let mut other = Desk::new();
    other.line("en anden bog");
    other.backup();
    let (from, to) = (other.folder.backups(), desk.folder.backups());
    let stranger = fs::read_dir(from).unwrap().next().unwrap().unwrap().path();
    crate::desk::copy_all(&stranger, &to.join("000099-r1-20261122-140300"));
    desk.close();
    fs::write(desk.folder.book(), "x").unwrap();
    desk.reopen();
    assert_eq!(desk.lines(), ["gå en tur"], "it does not open with our key");
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    let texts = holdepunkt_i18n::Texts::new(holdepunkt_i18n::Language::Da);
    let (book, hold) = desk.both();
    assert!(backup::preview(book, hold, &kept, &texts).is_err());
    let refused = opening::open(&kept.folder().unwrap(), &Secret::Words(desk.words.clone().into()), &desk.world);
    assert!(
        refused.is_err_and(|error| error.is_about_the_secret()),
        "{PASSPHRASE} opens both: it is the same in these tests"
    );
}
