//! Builders for the tests of opening: a folder, a book with a lock, a line in it.
#![allow(dead_code, clippy::expect_used)] // each test file uses its part

use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening::{self, Opened};
use holdepunkt_core::world::World;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "rødgrød på fløde";

pub fn folder() -> (TempDir, Folder) {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(&dir.path().join("bog")).expect("a name");
    (dir, folder)
}

pub fn passphrase(text: &str) -> Secret {
    Secret::Passphrase(text.into())
}

pub fn words_of(words: &[&str]) -> Secret {
    Secret::Words(words.join(" ").into())
}

/// A closed book with these notes; gives its recovery words.
pub fn locked_book(folder: &Folder, lines: &[&str]) -> Vec<&'static str> {
    let lock = NewLock::Passphrase(PASSPHRASE.into());
    let (opened, words) = opening::create(folder, &lock, Cost::CHEAP, &World::real()).expect("a new book");
    for line in lines {
        note(&opened, line);
    }
    opened.close().expect("closed");
    words.expect("a locked book has words").words().to_vec()
}

/// A line in a table of the tests' own: what is in the book is not the matter here.
pub fn note(opened: &Opened, text: &str) {
    opened
        .connection
        .execute_batch("CREATE TABLE IF NOT EXISTS test_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        .expect("a table");
    opened.connection.execute("INSERT INTO test_note (text) VALUES (?1)", [text]).expect("written");
}

pub fn notes(opened: &Opened) -> Vec<String> {
    let mut statement = opened.connection.prepare("SELECT text FROM test_note ORDER BY id").expect("a table");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("texts")
}

/// Name → bytes and time of change of every file in the folder.
pub type State = BTreeMap<String, (Vec<u8>, SystemTime)>;

/// All that is in a folder, but for the empty lock file.
pub fn state(folder: &Path) -> State {
    let mut state = State::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != "book.lock" {
            let changed = entry.metadata().expect("there").modified().expect("a time");
            state.insert(name, (std::fs::read(entry.path()).expect("read"), changed));
        }
    }
    state
}

/// The files of an open book as a stop at this moment would leave them.
pub fn as_after_a_crash(open: &Folder, copy: &Folder) {
    copy.prepare().expect("a folder");
    for name in ["book.keys", "book.keys.bak", "book.db", "book.db-wal"] {
        std::fs::copy(open.path().join(name), copy.path().join(name)).expect("copied");
    }
}
