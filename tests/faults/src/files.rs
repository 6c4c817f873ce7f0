//! F7 read-only or missing, F8 cut off, F9 bit flips, F12 newer, foreign and plain files.

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::truth;
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening;
use holdepunkt_core::world::World;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

const CHANGES: u64 = 60;
const NAMES: [&str; 5] = ["book.db", "book.db-wal", "book.keys", "book.keys.bak", "journal"];

/// A book with all its changes in the one file, or, as after a stop, half of them beside it.
fn book(dir: &Path, stopped: bool) -> PathBuf {
    let folder = dir.join("whole");
    let texts = truth::texts();
    let mut open = truth::open(&folder).expect("made");
    for number in 1..=CHANGES / 2 {
        open.book.change(truth::change(number), &texts).expect("written");
    }
    open.book.close().expect("closed");
    drop(open.hold);
    let mut open = truth::open(&folder).expect("opens");
    for number in CHANGES / 2 + 1..=CHANGES {
        open.book.change(truth::change(number), &texts).expect("written");
    }
    if stopped {
        let left = dir.join("stopped");
        copy(&folder, &left);
        return left;
    }
    open.book.close().expect("closed");
    folder
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir(to).expect("made");
    for name in NAMES {
        if from.join(name).exists() {
            fs::copy(from.join(name), to.join(name)).expect("copied");
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Everything is there.
    Whole,
    /// A sentence instead of the book, or the check that runs after the start says so.
    Said,
    /// Opens, checks pass, and changes are missing.
    Silent,
    /// A text is shown that nobody wrote.
    Wrong,
}

fn see(folder: &Path) -> Seen {
    let Ok(open) = truth::open(folder) else { return Seen::Said };
    let checked = pages_are_whole(&open.book) && open.book.verify_chain().is_ok();
    let number = u64::from(open.book.revision());
    if !shown_is_right(&open.book) {
        return if checked { Seen::Wrong } else { Seen::Said };
    }
    match (checked, number == CHANGES && truth::agrees(&open.book, CHANGES).is_ok()) {
        (true, true) => Seen::Whole,
        (true, false) if open.told => Seen::Said,
        (true, false) => Seen::Silent,
        (false, _) => Seen::Said,
    }
}

fn pages_are_whole(book: &Book) -> bool {
    let connection = book.connection();
    if opening::check(connection).is_err() {
        return false;
    }
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check").expect("asked");
    let mut rows = statement.query([]).expect("asked");
    matches!(rows.next(), Ok(None))
}

/// Every text that can be read is one that the writer wrote for that line.
fn shown_is_right(book: &Book) -> bool {
    let Ok(mut statement) = book.connection().prepare("SELECT id, text FROM entry") else { return true };
    let Ok(mut rows) = statement.query([]) else { return true };
    while let Ok(Some(row)) = rows.next() {
        let (Ok(id), Ok(text)) = (row.get::<_, String>(0), row.get::<_, String>(1)) else { continue };
        let ours = (1..=CHANGES).any(|number| truth::id(number % truth::LINES) == id && truth::text(number) == text);
        if !ours {
            return false;
        }
    }
    true
}

/// Damages copies of the book and counts what is seen: whole, said, silent, wrong.
fn try_all(source: &Path, name: &str, n: u64, mut damage: impl FnMut(&mut Vec<u8>, u64)) -> [u64; 4] {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let whole = fs::read(source.join(name)).expect("read");
    let mut counts = [0; 4];
    for at in 0..n {
        copy(source, &folder);
        let mut bytes = whole.clone();
        damage(&mut bytes, at);
        fs::write(folder.join(name), bytes).expect("written");
        counts[see(&folder) as usize] += 1;
    }
    counts
}

fn told(counts: [u64; 4]) -> String {
    format!("{}/{}/{}/{}", counts[0], counts[1], counts[2], counts[3])
}

fn add(sum: &mut [u64; 4], counts: [u64; 4]) {
    for (sum, count) in sum.iter_mut().zip(counts) {
        *sum += count;
    }
}

/// `n`: at most so many places per file; 0 for every 512 bytes.
pub fn f8(n: u64) -> Figure {
    let mut parts = Vec::new();
    let (mut sum, mut in_wal) = ([0; 4], 0);
    for stopped in [false, true] {
        let dir = tempfile::tempdir().expect("a folder");
        let source = book(dir.path(), stopped);
        for name in NAMES {
            let Ok(data) = source.join(name).metadata() else { continue };
            let places = data.len().div_ceil(512);
            let tried = if n == 0 { places } else { n.min(places) };
            let counts = try_all(&source, name, tried, |bytes, at| {
                let place = at * places / tried * 512;
                bytes.truncate(usize::try_from(place).unwrap());
            });
            if name.ends_with("-wal") {
                in_wal += counts[2];
            }
            add(&mut sum, counts);
            parts.push(format!("{name}{}:{}", if stopped { "*" } else { "" }, told(counts)));
        }
    }
    let figures = format!(
        "cut={} silent={} of_these_book.db-wal={in_wal} wrong_text={} whole/said/silent/wrong {} (*after a stop)",
        sum.iter().sum::<u64>(),
        sum[2],
        sum[3],
        parts.join(" ")
    );
    Figure { row: "F8", figures, holds: sum[2] == 0 && sum[3] == 0 }
}

pub fn f9(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let mut parts = Vec::new();
    let (mut sum, mut in_wal) = ([0; 4], 0);
    for stopped in [false, true] {
        let dir = tempfile::tempdir().expect("a folder");
        let source = book(dir.path(), stopped);
        for name in NAMES {
            if !source.join(name).exists() {
                continue;
            }
            let counts = try_all(&source, name, n, |bytes, _| {
                let at = chance.index(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            });
            if name.ends_with("-wal") {
                in_wal += counts[2];
            }
            add(&mut sum, counts);
            parts.push(format!("{name}{}:{}", if stopped { "*" } else { "" }, told(counts)));
        }
    }
    let figures = format!(
        "flips={} silent={} of_these_book.db-wal={in_wal} wrong_text={} whole/said/silent/wrong {} (*after a stop)",
        sum.iter().sum::<u64>(),
        sum[2],
        sum[3],
        parts.join(" ")
    );
    Figure { row: "F9", figures, holds: sum[2] == 0 && sum[3] == 0 }
}

pub fn f7() -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let source = book(dir.path(), true);
    let mode = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).expect("set");
    let mut held = Vec::new();
    let folder = dir.path().join("bog");
    for (case, file, bits) in [("file", "book.db", 0o400), ("folder", "", 0o500)] {
        copy(&source, &folder);
        let path = if file.is_empty() { folder.clone() } else { folder.join(file) };
        mode(&path, bits);
        let before: Vec<_> = NAMES.iter().map(|name| fs::read(folder.join(name)).ok()).collect();
        let opened = opening::open_unlocked(&Folder::at(&folder).expect("a name"), &World::real());
        let right = opened.is_ok_and(|opened| {
            let read_only = opened.mode == opening::Mode::ReadOnly;
            let (mut book, _hold) = opened.book(&World::real()).expect("a book");
            let refused = book.change(truth::change(CHANGES + 1), &truth::texts());
            read_only && truth::agrees(&book, CHANGES).is_ok() && matches!(refused, Err(Error::ReadOnly))
        });
        let same = before == NAMES.iter().map(|name| fs::read(folder.join(name)).ok()).collect::<Vec<_>>();
        held.push((case, right && same));
        mode(&folder, 0o700);
        let _ = fs::remove_dir_all(&folder);
    }
    let gone = truth::open(&dir.path().join("stick/bog"));
    let not_made = !dir.path().join("stick").exists();
    held.push(("missing", matches!(gone, Err(Error::FolderMissing)) && not_made));
    verdict("F7", &held)
}

fn verdict(row: &'static str, held: &[(&str, bool)]) -> Figure {
    let good = held.iter().filter(|(_, held)| *held).count();
    let bad: Vec<&str> = held.iter().filter(|(_, held)| !held).map(|(case, _)| *case).collect();
    let cases: Vec<&str> = held.iter().map(|(case, _)| *case).collect();
    let figures = format!("cases={good} of {} ({}) failing=[{}]", held.len(), cases.join(","), bad.join(","));
    Figure { row, figures, holds: bad.is_empty() }
}

pub fn f12() -> Figure {
    let mut held = Vec::new();
    for (case, sql) in [
        ("newer", "PRAGMA user_version = 9999"),
        ("wrong-application-id", "PRAGMA application_id = 7"),
        ("empty-of-tables", ""),
        ("plain", "plain"),
    ] {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = dir.path().join("bog");
        let at = Folder::at(&folder).expect("a name");
        let (opened, _) = opening::create(&at, &NewLock::Open, Cost::CHEAP, &World::real()).expect("made");
        if case == "newer" || case == "wrong-application-id" {
            opened.connection.execute_batch(sql).expect("set");
        }
        opened.close().expect("closed");
        match case {
            "plain" => {
                fs::remove_file(at.book()).expect("removed");
                let plain = rusqlite::Connection::open(at.book()).expect("opens");
                plain.execute_batch("CREATE TABLE fremmed (x); INSERT INTO fremmed VALUES ('noget')").expect("made");
            }
            "empty-of-tables" => fs::write(at.book(), b"").expect("written"),
            _ => {}
        }
        let state = || {
            let mut files: Vec<_> = fs::read_dir(&folder)
                .expect("a folder")
                .map(|entry| entry.expect("an entry").path())
                .filter(|path| path.file_name().is_some_and(|name| name != "book.lock"))
                .map(|path| (fs::read(&path).expect("read"), path.metadata().unwrap().modified().unwrap(), path))
                .collect();
            files.sort();
            files
        };
        let before = state();
        let refused = truth::open(&folder).is_err();
        held.push((case, refused && before == state()));
    }
    verdict("F12", &held)
}
