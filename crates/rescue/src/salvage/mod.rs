//! Saves what can be read of a damaged book into a new one under the same keys: the record as far as it is whole, then
//! every line that is readable but not yet there, as changes through the book's own door. Says what was lost.

mod door;
mod record;
mod rows;

use crate::{Answer, Desk, check, counted};
use door::Door;
use holdepunkt_core::book::Book;
use holdepunkt_core::book::salvage::{Readable, as_rows};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::history::past::Past;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::opening::past_checks::Keys;
use holdepunkt_core::store::entry::{self, Entry};
use holdepunkt_core::store::{State, setting};
use holdepunkt_core::when;
use rows::Rows;
use rusqlite::Connection;
use std::collections::HashSet;
use std::path::Path;

pub fn run(desk: &Desk, folder: &Folder, secret: Option<&Secret>, to: &Path) -> Result<Answer, Error> {
    let keys = Keys::open(folder, secret)?;
    desk.say(&desk.texts.rescue_reading());
    let mut rows = rows::read(desk, &keys, folder)?;
    desk.say(&desk.texts.rescue_saving());
    let new = Folder::at(to)?;
    match save(desk, &keys, &mut rows, &new, secret) {
        Ok(saved) => {
            desk.say(&desk.texts.rescue_salvaged(&to.display().to_string()));
            Ok(saved.tell(desk, &rows))
        }
        Err(error) => {
            // Half a book would look like a whole one.
            let _ = std::fs::remove_dir_all(to);
            Err(error)
        }
    }
}

/// What came over.
struct Saved {
    lines: usize,
    from_history: usize,
    people: usize,
    kept: u64,
    unplaced: usize,
    known_lost: usize,
    /// Tables of which something was lost, and how many rows there are of all else.
    torn: Vec<&'static str>,
    others: usize,
}

fn save(desk: &Desk, keys: &Keys, rows: &mut Rows, new: &Folder, secret: Option<&Secret>) -> Result<Saved, Error> {
    let opened = keys.new_book(new, &desk.world)?;
    // Nobody relies on the new book before it is closed, and closing flushes it.
    opened.connection.execute_batch("PRAGMA synchronous = OFF;")?;
    let kept = record::replay(desk, &opened.connection, &rows.digest_key, rows)?;
    for (name, value) in &rows.settings {
        setting::set(&opened.connection, name, value)?;
    }
    let (connection, _, hold) = opened.part();
    let mut book = Book::new(connection, rows.digest_key.clone(), desk.world.clone())?;
    book.take_back_headings(&rows.found, &desk.texts)?;
    let past = record::fold(&rows.digest_key, rows);
    let from_history = only_in_history(&rows.found, &past);
    let known_lost = lost(&rows.found, &past) - from_history.len();
    let mut door = Door::new(&mut book, desk);
    door.headings(rows)?;
    door.people(&rows.found.people)?;
    rows.found.lines.extend(from_history.iter().cloned());
    rows.found.lines.sort_by(|a, b| (&a.section, &a.place, &a.id).cmp(&(&b.section, &b.place, &b.id)));
    door.private_without_a_page(&mut rows.found.lines)?;
    door.lines(&rows.found.lines)?;
    door.put_away(rows)?;
    let unplaced = door.unplaced;
    let (_, left) = book.take_over(&rows.found, &desk.texts)?;
    let others = rows.found.others.values().map(Vec::len).sum::<usize>() - left.values().sum::<usize>();
    let tables = as_rows().map(|table| table.name).chain(["setting"]);
    let torn = tables.filter(|name| left.contains_key(name) || rows.torn.contains(name)).collect();
    book.verify_chain()?;
    let lines = stand(book.connection(), rows.found.lines.iter())?;
    let from_history = stand(book.connection(), from_history.iter())?;
    let people = book.people()?.len();
    book.connection().execute_batch("PRAGMA synchronous = FULL;")?;
    book.close()?;
    drop(hold);
    std::fs::File::open(new.book())?.sync_all()?;
    // What lies beside a book is begun anew when it is opened; that is not for the citizen to be told of.
    let _ = std::fs::remove_file(new.journal());
    check::open(desk, new, secret)?.close()?;
    Ok(Saved { lines, from_history, people, kept, unplaced, known_lost, torn, others })
}

/// Lines that only the record still knows. Where the table of lines was read to its end there are none: those were taken back.
fn only_in_history(found: &Readable, past: &Past) -> Vec<Entry> {
    let complete = |line: &&Entry| !line.section.is_empty();
    missing(found, past).filter(complete).cloned().collect()
}

/// How many lines the record knows of that are in no table.
fn lost(found: &Readable, past: &Past) -> usize {
    missing(found, past).count()
}

fn missing<'a>(found: &'a Readable, past: &'a Past) -> impl Iterator<Item = &'a Entry> {
    let known: HashSet<&str> = found.lines.iter().map(|entry| entry.id.as_str()).collect();
    let whole = found.whole.contains("entry");
    past.lines.values().filter(move |line| !whole && !known.contains(line.id.as_str()))
}

/// How many of these stand in the plan of the new book.
fn stand<'a>(new: &Connection, mut lines: impl Iterator<Item = &'a Entry>) -> Result<usize, Error> {
    lines.try_fold(0, |count, line| {
        let stands = entry::get(new, &line.id)?.is_some_and(|line| line.state == State::Plan);
        Ok(count + usize::from(stands))
    })
}

/// What a table holds, in words.
fn kind(table: &str, desk: &Desk) -> String {
    let texts = &desk.texts;
    match table {
        "picture" => texts.rescue_kind_pictures(),
        "help_line" => texts.rescue_kind_numbers(),
        "share" | "share_line" | "preset" | "preset_part" => texts.rescue_kind_copies(),
        "earlier" => texts.rescue_kind_earlier(),
        _ if table.starts_with("handover") || table == "cowriter" => texts.rescue_kind_handovers(),
        _ if table.starts_with("visit") || table == "agreement" || table == "proposal" => texts.rescue_kind_visits(),
        _ => texts.rescue_kind_rest(),
    }
}

impl Saved {
    fn tell(&self, desk: &Desk, rows: &Rows) -> Answer {
        let texts = &desk.texts;
        desk.say(&texts.rescue_salvaged_lines(counted(self.lines), &self.from_history.to_string()));
        desk.say(&texts.rescue_salvaged_people(counted(self.people)));
        desk.say(&texts.rescue_salvaged_others(counted(self.others)));
        let readable = rows.revisions.len() as u64;
        let lost = (readable - self.kept.min(readable)) + u64::try_from(rows.unread_revisions).unwrap_or(0);
        desk.say(&texts.rescue_salvaged_history(counted(self.kept), counted(lost)));
        if self.unplaced > 0 {
            let title = texts.rescue_salvaged_chapter();
            desk.say(&texts.rescue_salvaged_unplaced(counted(self.unplaced), &title));
        }
        if self.known_lost > 0 {
            desk.say(&texts.rescue_lost_lines(counted(self.known_lost)));
        }
        let mut torn: Vec<String> = self.torn.iter().map(|table| kind(table, desk)).collect();
        torn.dedup();
        if !torn.is_empty() {
            desk.say(&texts.rescue_lost_kinds(&torn.join(", ")));
        }
        let unsure = rows.unread > 0 || rows.unread_revisions > 0;
        if unsure {
            desk.say(&texts.rescue_lost_unsure());
        }
        if let Some((last, _)) = rows.revisions.last() {
            let at = when::date_and_clock(when::stored(last.at, last.at_offset), texts.language());
            desk.say(&texts.rescue_lost_since(&at));
        }
        if self.known_lost == 0 && !unsure && lost == 0 && torn.is_empty() {
            desk.say(&texts.rescue_lost_nothing());
            return Answer::Well;
        }
        Answer::Note
    }
}
