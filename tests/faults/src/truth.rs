//! What the writer writes, as a function of the number of the change, so that any state of the book can be judged:
//! after change k every line has exactly one right text. Not here: how the states come about.

use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Hold, Opened};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::fs;
use std::path::Path;

pub const LINES: u64 = 7;

pub fn texts() -> Texts {
    Texts::new(Language::Da)
}

pub fn id(line: u64) -> String {
    format!("00000000-0000-4000-8000-{line:012}")
}

/// From a few bytes to several pages, so that pages split, overflow and move.
pub fn text(change: u64) -> String {
    let length = usize::try_from(change * 7919 % 4000).unwrap();
    let mut text = format!("ændring {change} ");
    while text.len() < length {
        text.push_str("ord på linjen ");
    }
    text.trim_end().to_string()
}

/// The change with this number, from 1.
pub fn change(number: u64) -> Change {
    let id = id(number % LINES);
    let text = text(number);
    if number <= LINES {
        Change::AddLine { id, section: "well.like".into(), prompt: String::new(), text, place: Place::Last }
    } else {
        Change::WriteLine { id, text }
    }
}

pub struct OpenBook {
    pub book: Book,
    pub hold: Hold,
    /// Opening had something to tell.
    pub told: bool,
}

/// The book in the folder; a new open book when there is none.
pub fn open(path: &Path) -> Result<OpenBook, Error> {
    let opened = opened(path)?;
    let told = !opened.report.is_quiet();
    let (book, hold) = opened.book(&World::real())?;
    Ok(OpenBook { book, hold, told })
}

/// Weakened on purpose: what is written goes to the database alone.
pub fn open_without_journal(path: &Path) -> Result<OpenBook, Error> {
    let (connection, key, hold) = opened(path)?.part();
    Ok(OpenBook { book: Book::new(connection, key, World::real())?, hold, told: false })
}

fn opened(path: &Path) -> Result<Opened, Error> {
    let folder = Folder::at(path)?;
    let world = World::real();
    Ok(match opening::look(&folder)? {
        opening::Look::Nothing => opening::create(&folder, &NewLock::Open, Cost::CHEAP, &world)?.0,
        _ => opening::open_unlocked(&folder, &world)?,
    })
}

/// What is wrong with a book that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Fewer changes than were acknowledged.
    Lost,
    /// Text that is not what change k left.
    Text,
    Chain,
    Pages,
}

/// Judges an open book against the last acknowledged change; one more may be there, which was on its way.
pub fn judge(book: &Book, acknowledged: u64) -> Result<u64, Wrong> {
    let number = u64::from(book.revision());
    if number < acknowledged {
        return Err(Wrong::Lost);
    }
    if number > acknowledged + 1 {
        return Err(Wrong::Text);
    }
    agrees(book, number)?;
    Ok(number)
}

/// Whether the book is as change `number` left it.
pub fn agrees(book: &Book, number: u64) -> Result<(), Wrong> {
    opening::check(book.connection()).map_err(|_| Wrong::Pages)?;
    let verified = book.verify_chain().map_err(|_| Wrong::Chain)?;
    if verified.revisions != number {
        return Err(Wrong::Chain);
    }
    for line in 0..LINES {
        let expected = (1..=number).rev().take(usize::try_from(LINES).unwrap()).find(|change| change % LINES == line);
        let sql = "SELECT text FROM entry WHERE id = ?1";
        let found: Option<String> = book.connection().query_row(sql, [id(line)], |row| row.get(0)).ok();
        if found != expected.map(text) {
            return Err(Wrong::Text);
        }
    }
    Ok(())
}

/// A folder with all that is in it.
pub fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("read").map(|entry| entry.expect("an entry")) {
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_tree(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), &there).expect("copied");
        }
    }
}
