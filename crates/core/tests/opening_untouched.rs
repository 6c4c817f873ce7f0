//! Files that are newer, foreign, damaged or read-only are left as they were, to the last byte.
#![allow(clippy::expect_used)]

mod opening_common;

use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Look, Mode};
use holdepunkt_core::world::World;
use opening_common::{PASSPHRASE, as_after_a_crash, folder, locked_book, note, notes, passphrase, state};
use std::fs;

/// What opening says, after making sure that it changed nothing.
fn refused(folder: &Folder) -> Error {
    let before = state(folder.path());
    let error = opening::open(folder, &passphrase(PASSPHRASE), &World::real()).expect_err("it must not open");
    assert!(before == state(folder.path()), "{error:?}: not a byte, a time or a file may change");
    error
}

fn open(folder: &Folder) -> opening::Opened {
    opening::open(folder, &passphrase(PASSPHRASE), &World::real()).expect("opens")
}

#[test]
fn a_newer_book_is_left_as_it_is() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let opened = open(&folder);
    opened.connection.execute_batch("PRAGMA user_version = 99").expect("set");
    opened.close().expect("closed");
    assert!(matches!(refused(&folder), Error::Newer { found: 99, .. }));
}

#[test]
fn a_newer_book_that_was_not_closed_is_left_as_it_is() {
    let (_dir, here) = folder();
    let (_other, crashed) = folder();
    locked_book(&here, &["gå en tur"]);
    let opened = open(&here);
    opened.connection.execute_batch("PRAGMA user_version = 99").expect("set");
    as_after_a_crash(&here, &crashed);
    assert!(crashed.wal().exists(), "the version is only in the changes beside the file");
    assert!(matches!(refused(&crashed), Error::Newer { found: 99, .. }));
}

#[test]
fn an_encrypted_file_of_another_program_is_left_as_it_is() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    let opened = open(&folder);
    opened.connection.execute_batch("PRAGMA application_id = 7").expect("set");
    opened.close().expect("closed");
    assert!(matches!(refused(&folder), Error::Foreign));
}

#[test]
fn a_plain_database_is_never_opened() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    fs::remove_file(folder.book()).expect("removed");
    let plain = rusqlite::Connection::open(folder.book()).expect("a plain database");
    plain.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)").expect("written");
    assert!(matches!(refused(&folder), Error::Foreign), "while another program has it open");
    drop(plain);
    assert!(matches!(refused(&folder), Error::Foreign));
    fs::remove_file(folder.keys()).expect("removed");
    fs::remove_file(folder.keys_bak()).expect("removed");
    let before = state(folder.path());
    assert!(matches!(opening::look(&folder), Err(Error::Foreign)));
    let made = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &World::real());
    assert!(matches!(made, Err(Error::BookExists)));
    assert!(before == state(folder.path()));
}

#[test]
fn a_book_cut_off_anywhere_is_told_and_left_as_it_is() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let whole = fs::read(folder.book()).expect("read");
    assert!(whole.len() > 8 * 4096, "there must be something to cut off");
    for length in (0..whole.len()).step_by(64) {
        fs::write(folder.book(), &whole[..length]).expect("written");
        let error = refused(&folder);
        assert!(matches!(error, Error::Damaged(_)), "{length} bytes: {error:?}");
    }
    fs::write(folder.book(), &whole).expect("written");
    assert_eq!(notes(&open(&folder)), ["gå en tur"]);
}

#[test]
fn a_first_page_with_any_bit_flipped_is_told_and_left_as_it_is() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let whole = fs::read(folder.book()).expect("read");
    for at in (16..4096).step_by(31) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(folder.book(), &bytes).expect("written");
        let error = refused(&folder);
        assert!(matches!(error, Error::Damaged(_)), "byte {at}: {error:?}");
    }
}

#[test]
fn the_first_sixteen_bytes_may_be_lost() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let mut bytes = fs::read(folder.book()).expect("read");
    bytes[..16].fill(0);
    fs::write(folder.book(), &bytes).expect("written");
    assert_eq!(notes(&open(&folder)), ["gå en tur"], "the salt is in the key file too");
}

#[test]
fn zeros_noise_and_nothing_are_told_as_damage() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    let noise: Vec<u8> = (0..8192_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for bytes in [Vec::new(), vec![0; 1], vec![0; 4096], vec![0; 65536], noise, b"kladde".repeat(4096)] {
        fs::write(folder.book(), &bytes).expect("written");
        let error = refused(&folder);
        assert!(matches!(error, Error::Damaged(_)), "{} bytes: {error:?}", bytes.len());
    }
}

#[test]
fn the_book_of_another_key_is_told_as_damage_and_left_as_it_is() {
    let (_one, one) = folder();
    let (_two, two) = folder();
    locked_book(&one, &["min"]);
    locked_book(&two, &["din"]);
    fs::copy(two.book(), one.book()).expect("copied");
    assert!(matches!(refused(&one), Error::Damaged(_)));
}

#[test]
fn a_damaged_book_that_was_not_closed_is_left_as_it_is() {
    let (_dir, here) = folder();
    let (_other, crashed) = folder();
    locked_book(&here, &["gå en tur"]);
    let opened = open(&here);
    note(&opened, "ring til Mette");
    as_after_a_crash(&here, &crashed);
    let files = state(crashed.path());
    let whole = &files["book.db"].0;
    let mut found = 0;
    for page in (4096..whole.len()).step_by(4096) {
        for (name, (bytes, _)) in &files {
            fs::write(crashed.path().join(name), bytes).expect("written");
        }
        let mut bytes = whole.clone();
        bytes[page + 1234] ^= 1;
        fs::write(crashed.book(), &bytes).expect("written");
        let before = state(crashed.path());
        match opening::open(&crashed, &passphrase(PASSPHRASE), &World::real()) {
            Err(error) => {
                assert!(matches!(error, Error::Damaged(_)), "{error:?}");
                assert!(before == state(crashed.path()), "page at {page}: not a byte may change");
                found += 1;
            }
            // The worn page is not in use: a newer one of it stands beside the book.
            Ok(opened) => assert_eq!(notes(&opened), ["gå en tur", "ring til Mette"], "page at {page}"),
        }
    }
    assert!(found > 5, "an unclean stop is followed by a check of every page, but only {found} were found");
}

#[test]
fn a_book_of_nothing_never_costs_the_changes_beside_it() {
    let (_dir, here) = folder();
    let (_other, crashed) = folder();
    locked_book(&here, &["gå en tur"]);
    let opened = open(&here);
    note(&opened, "ring til Mette");
    as_after_a_crash(&here, &crashed);
    let whole = fs::read(crashed.book()).expect("read");
    for length in [0, 1, 100, 4095] {
        fs::write(crashed.book(), &whole[..length]).expect("written");
        assert!(matches!(refused(&crashed), Error::Damaged(_)), "{length} bytes");
    }
}

#[test]
fn worn_changes_beside_the_book_give_an_earlier_state_and_never_a_wrong_one() {
    let (_dir, here) = folder();
    let (_other, crashed) = folder();
    locked_book(&here, &["linje 0"]);
    let opened = open(&here);
    for number in 1..12 {
        note(&opened, &format!("linje {number}"));
    }
    as_after_a_crash(&here, &crashed);
    let files = state(crashed.path());
    let wal = &files["book.db-wal"].0;
    let mut earlier = 0;
    for at in (0..wal.len()).step_by(509) {
        for cut in [true, false] {
            for (name, (bytes, _)) in &files {
                fs::write(crashed.path().join(name), bytes).expect("written");
            }
            let mut worn = wal.clone();
            if cut {
                worn.truncate(at);
            } else {
                worn[at] ^= 1 << (at % 8);
            }
            fs::write(crashed.wal(), &worn).expect("written");
            match opening::open(&crashed, &passphrase(PASSPHRASE), &World::real()) {
                Ok(opened) => {
                    let read = notes(&opened);
                    let expected: Vec<String> = (0..read.len()).map(|number| format!("linje {number}")).collect();
                    assert_eq!(read, expected, "byte {at}, cut: {cut}");
                    earlier += usize::from(read.len() < 12);
                }
                Err(error) => assert!(matches!(error, Error::Damaged(_)), "byte {at}, cut: {cut}: {error:?}"),
            }
        }
    }
    assert!(earlier > 0, "the wear must have reached something");
}

#[test]
fn a_folder_that_cannot_be_written_opens_to_read() {
    for what in ["file", "folder", "both"] {
        let (_dir, folder) = folder();
        locked_book(&folder, &["gå en tur"]);
        set_writable(&folder, what, false);
        let before = state(folder.path());
        let opened = open(&folder);
        assert_eq!(opened.mode, Mode::ReadOnly, "{what}");
        assert_eq!(notes(&opened), ["gå en tur"]);
        let written = opened.connection.execute("INSERT INTO test_note (text) VALUES ('x')", []).map_err(Error::from);
        assert!(matches!(written, Err(Error::ReadOnly)), "{what}: {written:?}");
        opened.close().expect("closed");
        assert!(before == state(folder.path()), "{what}: reading changes nothing");
        set_writable(&folder, what, true);
        assert_eq!(open(&folder).mode, Mode::ReadWrite);
    }
}

#[test]
fn what_was_not_closed_is_read_too_where_nothing_can_be_written() {
    let (_dir, here) = folder();
    let (_other, crashed) = folder();
    locked_book(&here, &["gå en tur"]);
    let opened = open(&here);
    note(&opened, "ring til Mette");
    as_after_a_crash(&here, &crashed);
    set_writable(&crashed, "folder", false);
    let before = state(crashed.path());
    assert_eq!(notes(&open(&crashed)), ["gå en tur", "ring til Mette"]);
    assert!(before == state(crashed.path()));
    set_writable(&crashed, "folder", true);
}

#[test]
fn nothing_is_begun_in_a_folder_that_cannot_be_written() {
    let (_dir, folder) = folder();
    folder.prepare().expect("made");
    set_writable(&folder, "folder", false);
    let made = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &World::real());
    assert!(matches!(made, Err(Error::ReadOnly)));
    set_writable(&folder, "folder", true);
}

#[test]
fn half_a_book_is_told_apart_and_nothing_is_written_over_it() {
    let (_dir, folder) = folder();
    assert_eq!(opening::look(&folder).expect("seen"), Look::Nothing);
    assert!(matches!(opening::open_unlocked(&folder, &World::real()), Err(Error::NoBook)));
    locked_book(&folder, &[]);
    let aside = folder.path().join("aside");
    let again = || opening::create(&folder, &NewLock::Open, Cost::CHEAP, &World::real());

    fs::rename(folder.book(), &aside).expect("moved");
    assert!(matches!(refused(&folder), Error::BookMissing));
    assert!(matches!(again(), Err(Error::BookExists)), "the keys may be the last of their kind");
    fs::rename(&aside, folder.book()).expect("moved");

    let keys = fs::read(folder.keys()).expect("read");
    fs::remove_file(folder.keys()).expect("removed");
    fs::remove_file(folder.keys_bak()).expect("removed");
    assert!(matches!(refused(&folder), Error::KeysMissing));
    assert!(matches!(again(), Err(Error::BookExists)));
    fs::write(folder.keys(), keys).expect("written");

    assert!(matches!(again(), Err(Error::BookExists)));
    assert!(opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).is_ok());
}

#[test]
fn a_folder_that_is_gone_is_told() {
    let (dir, _) = folder();
    let on_a_stick = Folder::at(&dir.path().join("stik/bog")).expect("a name");
    assert!(matches!(opening::look(&on_a_stick), Err(Error::FolderMissing)));
    let made = opening::create(&on_a_stick, &NewLock::Open, Cost::CHEAP, &World::real());
    assert!(matches!(made, Err(Error::FolderMissing)));
    fs::write(dir.path().join("fil"), "").expect("written");
    let a_file = Folder::at(&dir.path().join("fil")).expect("a name");
    assert!(matches!(opening::look(&a_file), Err(Error::FolderMissing)));
}

fn set_writable(folder: &Folder, what: &str, writable: bool) {
    let set = |path: &std::path::Path| {
        let mut permissions = path.metadata().expect("there").permissions();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = permissions.mode();
            permissions.set_mode(if writable { mode | 0o200 } else { mode & !0o222 });
        }
        #[cfg(not(unix))]
        permissions.set_readonly(!writable);
        fs::set_permissions(path, permissions).expect("set");
    };
    if what != "folder" {
        set(&folder.book());
    }
    if what != "file" {
        set(folder.path());
    }
}
