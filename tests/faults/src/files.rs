//! F7 read-only or missing, F8 cut off, F9 bit flips, F12 newer, foreign and plain files.

use crate::Figure;
use crate::chance::{Chance, part, seed};
use crate::truth::{self, copy_tree};
use holdepunkt_core::backup;
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

/// How a book is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// All its changes in the one file.
    Closed,
    /// As after a stop: half of them beside it.
    Stopped,
    /// Closed, with a verified backup from halfway beside it, as the app leaves it.
    BackedUp,
}

const LEFT: [(Left, &str); 3] = [(Left::Closed, ""), (Left::Stopped, "*"), (Left::BackedUp, "+")];

fn book(dir: &Path, left: Left) -> PathBuf {
    let folder = dir.join("whole");
    let texts = truth::texts();
    let mut open = truth::open(&folder).expect("made");
    for number in 1..=CHANGES / 2 {
        open.book.change(truth::change(number), &texts).expect("written");
    }
    if left == Left::BackedUp {
        backup::make(&mut open.book, &open.hold).expect("a backup");
    }
    open.book.close().expect("closed");
    drop(open.hold);
    let mut open = truth::open(&folder).expect("opens");
    for number in CHANGES / 2 + 1..=CHANGES {
        open.book.change(truth::change(number), &texts).expect("written");
    }
    if left == Left::Stopped {
        let stopped = dir.join("stopped");
        copy_tree(&folder, &stopped);
        return stopped;
    }
    open.book.close().expect("closed");
    folder
}

/// The files that can be damaged; the lock and the room that is kept hold nothing.
fn files_in(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut below = vec![String::new()];
    while let Some(name) = below.pop() {
        for entry in fs::read_dir(folder.join(&name)).expect("read").map(|entry| entry.expect("an entry")) {
            let inside = Path::new(&name).join(entry.file_name()).to_string_lossy().into_owned();
            if entry.path().is_dir() {
                below.push(inside);
            } else if !["book.lock", "reserve"].contains(&inside.as_str()) {
                found.push(inside);
            }
        }
    }
    found.sort();
    found
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Everything is there.
    Whole,
    /// The check that runs after the start says so, and the next opening has everything.
    Mended,
    /// A sentence instead of the book, or the check says so and not everything can be had.
    Said,
    /// Opens, checks pass, and changes are missing.
    Silent,
    /// A text is shown that nobody wrote.
    Wrong,
}

/// How many of each.
type Counts = [u64; 5];

fn see(folder: &Path) -> Seen {
    let Ok(open) = truth::open(folder) else { return Seen::Said };
    let checked = pages_are_whole(&open.book) && open.book.verify_chain().is_ok();
    let number = u64::from(open.book.revision());
    if !checked {
        // What the shell does when its check finds something.
        open.book.distrust();
        drop(open);
        let again = truth::open(folder).is_ok_and(|open| truth::agrees(&open.book, CHANGES).is_ok());
        return if again { Seen::Mended } else { Seen::Said };
    }
    if !shown_is_right(&open.book) {
        return Seen::Wrong;
    }
    match number == CHANGES && truth::agrees(&open.book, CHANGES).is_ok() {
        true => Seen::Whole,
        false if open.told => Seen::Said,
        false => Seen::Silent,
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

/// Damages copies of the book and counts what is seen.
fn try_all(source: &Path, name: &str, n: u64, mut damage: impl FnMut(&mut Vec<u8>, u64)) -> Counts {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let whole = fs::read(source.join(name)).expect("read");
    let mut counts = Counts::default();
    for at in 0..n {
        let _ = fs::remove_dir_all(&folder);
        copy_tree(source, &folder);
        let mut bytes = whole.clone();
        damage(&mut bytes, at);
        fs::write(folder.join(name), bytes).expect("written");
        counts[see(&folder) as usize] += 1;
    }
    counts
}

/// What came of damaging every file of the book in each way it is left.
struct Damaged {
    sum: Counts,
    parts: Vec<String>,
}

impl Damaged {
    fn new(mut one: impl FnMut(&Path, &str) -> Counts) -> Self {
        let mut all = Self { sum: Counts::default(), parts: Vec::new() };
        for (left, mark) in LEFT {
            let dir = tempfile::tempdir().expect("a folder");
            let source = book(dir.path(), left);
            for name in files_in(&source) {
                let counts = one(&source, &name);
                all.sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
                let told = counts.map(|count| count.to_string()).join("/");
                let kind = if name.contains('/') { "backup:" } else { "" };
                let file = Path::new(&name).file_name().expect("a name").to_string_lossy();
                all.parts.push(format!("{kind}{file}{mark}:{told}"));
            }
        }
        all
    }

    fn figure(self, row: &'static str, what: &str) -> Figure {
        let [whole, mended, said, silent, wrong] = self.sum;
        let tried: u64 = self.sum.iter().sum();
        let figures = format!(
            "{what}={tried} whole={whole} mended_at_the_next_opening={mended} said={said} silent={silent} wrong_text={wrong} whole/mended/said/silent/wrong {} (*after a stop, +with a backup beside it)",
            self.parts.join(" ")
        );
        Figure { row, figures, holds: silent == 0 && wrong == 0 }
    }
}

/// `n`: at most so many places per file; 0 for every 512 bytes.
pub fn f8(n: u64) -> Figure {
    let cut = Damaged::new(|source, name| {
        let length = source.join(name).metadata().expect("there").len();
        let places = length.div_ceil(512);
        let tried = if n == 0 { places } else { n.min(places) };
        try_all(source, name, tried, |bytes, at| {
            let place = (at * places / tried + part() % places.div_ceil(tried)).min(places - 1) * 512;
            bytes.truncate(usize::try_from(place).unwrap());
        })
    });
    cut.figure("F8", "cut")
}

pub fn f9(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let flipped = Damaged::new(|source, name| {
        try_all(source, name, n, |bytes, _| {
            let at = chance.index(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        })
    });
    flipped.figure("F9", "flips")
}

/// The files that an opening may not touch.
fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir(to).expect("made");
    for name in NAMES {
        if from.join(name).exists() {
            fs::copy(from.join(name), to.join(name)).expect("copied");
        }
    }
}

pub fn f7() -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let source = book(dir.path(), Left::Stopped);
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
