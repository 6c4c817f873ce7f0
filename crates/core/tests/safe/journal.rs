//! Opening compares the book with its journal.

use crate::desk::{Desk, read, secret};
use holdepunkt_core::error::Error;
use holdepunkt_core::opening::{Report, Told};
use std::fs;

#[test]
fn an_ordinary_start_has_nothing_to_tell() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    assert!(desk.reopen().is_quiet());
    desk.backup();
    assert!(desk.reopen().is_quiet());
    assert_eq!(desk.lines(), ["gå en tur"]);
}

#[test]
fn a_book_that_was_made_before_there_was_a_journal_gets_one_without_a_word() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.close();
    fs::remove_file(desk.folder.journal()).unwrap();
    assert!(desk.reopen().is_quiet());
    assert!(desk.folder.journal().exists());
}

#[test]
fn changes_the_disk_never_wrote_in_the_book_come_back_from_the_journal() {
    let mut desk = Desk::new();
    let id = desk.line("gå en");
    desk.write(&id, "gå en tur");
    desk.line("ringe til Mette");
    for lost in [true, false] {
        let (_dir, folder) = desk.stopped();
        if lost {
            fs::remove_file(folder.wal()).unwrap();
        } else {
            let wal = fs::OpenOptions::new().write(true).open(folder.wal()).unwrap();
            wal.set_len(wal.metadata().unwrap().len() - 4000).unwrap();
        }
        let (lines, report) = read(&folder, &secret()).unwrap();
        assert_eq!(lines, ["gå en tur", "ringe til Mette"], "all lost: {lost}");
        assert!(matches!(report.0[..], [Told::BroughtBack { .. }]), "{report:?}");
        assert!(read(&folder, &secret()).unwrap().1.is_quiet(), "told once");
    }
}

#[test]
fn undo_goes_on_after_what_was_brought_back() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let (_dir, folder) = desk.stopped();
    fs::remove_file(folder.wal()).unwrap();
    desk.close();
    desk.folder = folder;
    desk.reopen();
    let texts = holdepunkt_i18n::Texts::new(holdepunkt_i18n::Language::Da);
    desk.book().undo(&texts).expect("the step is known");
    assert!(desk.lines().is_empty());
}

#[test]
fn the_wal_cut_off_anywhere_loses_nothing_and_the_journal_cut_off_anywhere_is_told() {
    let mut desk = Desk::new();
    for number in 0..5 {
        desk.line(&format!("linje {number}"));
    }
    let all: Vec<String> = (0..5).map(|number| format!("linje {number}")).collect();
    for name in ["book.db-wal", "journal"] {
        let length = fs::metadata(desk.folder.path().join(name)).unwrap().len();
        for cut in (0..length).step_by(512) {
            let (_dir, folder) = desk.stopped();
            fs::OpenOptions::new().write(true).open(folder.path().join(name)).unwrap().set_len(cut).unwrap();
            let (lines, report) = read(&folder, &secret()).unwrap();
            assert_eq!(lines, all, "{name} cut at {cut}");
            assert!(!report.is_quiet() || name == "book.db-wal" || cut < 512, "{name} cut at {cut}");
        }
    }
}

#[test]
fn a_flipped_bit_in_the_wal_loses_nothing() {
    let mut desk = Desk::new();
    for number in 0..3 {
        desk.line(&format!("linje {number}"));
    }
    let length = fs::metadata(desk.folder.wal()).unwrap().len();
    for at in (0..length).step_by(997) {
        let (_dir, folder) = desk.stopped();
        let mut bytes = fs::read(folder.wal()).unwrap();
        bytes[usize::try_from(at).unwrap()] ^= 4;
        fs::write(folder.wal(), bytes).unwrap();
        let (lines, _) = read(&folder, &secret()).unwrap();
        assert_eq!(lines, ["linje 0", "linje 1", "linje 2"], "byte {at}");
    }
}

#[test]
fn a_young_book_without_any_backup_is_put_together_from_its_journal() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.close();
    for damage in ["cut off", "gone", "overwritten"] {
        let (_dir, folder) = desk.stopped();
        match damage {
            "gone" => fs::remove_file(folder.book()).unwrap(),
            "cut off" => fs::OpenOptions::new().write(true).open(folder.book()).unwrap().set_len(5000).unwrap(),
            _ => fs::write(folder.book(), vec![7; 40960]).unwrap(),
        }
        let (lines, report) = read(&folder, &secret()).unwrap_or_else(|error| panic!("{damage}: {error:?}"));
        assert_eq!(lines, ["gå en tur"], "{damage}");
        let [Told::Restored { made: None, lost_since: None, kept, .. }] = &report.0[..] else { panic!("{report:?}") };
        assert_eq!(kept.is_empty(), damage == "gone");
    }
}

#[test]
fn a_damaged_book_comes_back_from_backup_and_journal_and_is_kept() {
    let mut desk = Desk::new();
    desk.line("før");
    desk.backup();
    desk.line("efter");
    desk.close();
    let mut bytes = fs::read(desk.folder.book()).unwrap();
    for byte in &mut bytes[100..400] {
        *byte ^= 0xff;
    }
    fs::write(desk.folder.book(), &bytes).unwrap();
    let report = desk.reopen();
    assert_eq!(desk.lines(), ["før", "efter"]);
    let [Told::Restored { made: Some(_), changes: 1, lost_since: None, kept }] = &report.0[..] else {
        panic!("{report:?}")
    };
    assert_eq!(fs::read(desk.folder.path().join(kept).join("book.db")).unwrap(), bytes, "the damaged file is kept");
    for sentence in report.messages(&desk.texts) {
        assert!(sentence.ends_with('.'), "{sentence}");
    }
    assert!(desk.reopen().is_quiet());
}

#[test]
fn when_the_newest_backup_is_worn_too_the_one_before_and_both_journals_give_every_word() {
    let mut desk = Desk::new();
    desk.line("en");
    desk.backup();
    desk.line("to");
    desk.backup();
    desk.line("tre");
    desk.close();
    let newest = holdepunkt_core::backup::list(&desk.folder).unwrap().pop().unwrap();
    for book in [desk.folder.book(), newest.path.join("book.db")] {
        let mut bytes = fs::read(&book).unwrap();
        bytes[6000] ^= 1;
        fs::write(&book, bytes).unwrap();
    }
    // A page in the middle is not read on the way in; the shell says so when it was found.
    fs::write(desk.folder.path().join("book.suspect"), "").unwrap();
    let report = desk.reopen();
    assert_eq!(desk.lines(), ["en", "to", "tre"]);
    assert!(matches!(report.0[..], [Told::Restored { changes: 2, lost_since: None, .. }]), "{report:?}");
}

#[test]
fn what_is_lost_is_told_with_a_time() {
    let mut desk = Desk::new();
    desk.line("før");
    desk.backup();
    desk.line("efter");
    desk.close();
    fs::write(desk.folder.book(), "x").unwrap();
    fs::remove_file(desk.folder.journal()).unwrap();
    fs::remove_file(desk.folder.journal_old()).unwrap();
    let report = desk.reopen();
    assert_eq!(desk.lines(), ["før"]);
    assert!(matches!(report.0[0], Told::Restored { lost_since: Some(_), .. }), "{report:?}");
    let told = report.messages(&desk.texts).join(" ");
    assert!(told.contains("efter 22. november 2026 kl. 14.03"), "{told}");
}

#[test]
fn an_older_book_put_in_the_place_of_the_newer_does_not_take_words_away() {
    let mut desk = Desk::new();
    desk.line("før");
    desk.backup();
    let older = holdepunkt_core::backup::list(&desk.folder).unwrap().pop().unwrap();
    desk.line("midt");
    desk.backup();
    desk.line("efter");
    desk.close();
    fs::copy(older.path.join("book.db"), desk.folder.book()).unwrap();
    let report = desk.reopen();
    assert_eq!(desk.lines(), ["før", "midt", "efter"], "{report:?}");
}

#[test]
fn the_keys_are_found_in_the_backup_when_both_copies_are_gone() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.backup();
    desk.close();
    for path in [desk.folder.keys(), desk.folder.keys_bak()] {
        fs::remove_file(path).unwrap();
    }
    desk.reopen();
    assert_eq!(desk.lines(), ["gå en tur"]);
    assert!(desk.folder.keys().exists() && desk.folder.keys_bak().exists(), "and are put back");
}

#[test]
fn a_damaged_book_with_nothing_to_build_from_is_left_as_it_is() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.close();
    fs::remove_file(desk.folder.journal()).unwrap();
    fs::write(desk.folder.book(), vec![7; 8192]).unwrap();
    let damaged = desk.try_reopen();
    assert!(matches!(damaged, Err(Error::Damaged(_))), "{damaged:?}");
    assert_eq!(fs::read(desk.folder.book()).unwrap(), vec![7; 8192]);
}

#[test]
fn a_book_that_cannot_be_written_shows_what_the_journal_has() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let (_dir, folder) = desk.stopped();
    fs::remove_file(folder.wal()).unwrap();
    let mut rights = fs::metadata(folder.book()).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(folder.book(), rights).unwrap();
    let before = fs::read(folder.book()).unwrap();
    let (lines, report) = read(&folder, &secret()).unwrap();
    assert_eq!(lines, ["gå en tur"]);
    assert_eq!(report, Report(vec![Told::BroughtBack { changes: 1 }]));
    assert_eq!(fs::read(folder.book()).unwrap(), before);
}
