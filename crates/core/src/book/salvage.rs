//! What could be read of a damaged book, put into the new one where the record does not bring it any more: rows as they were, and who
//! wrote each line. What can be read of a table is newer than a record that breaks off. Not here: reading the damaged file, and new lines,
//! people and headings, which come as changes (crates/rescue).

use super::{Book, line, outline};
use crate::error::Error;
use crate::history::Draft;
use crate::share;
use crate::store::chapter::{self, Chapter};
use crate::store::entry::{self, Entry};
use crate::store::person::{self, Person};
use crate::store::section::{self, Section};
use crate::store::table::{self, Table};
use crate::store::{State, author, link};
use crate::view::Changed;
use holdepunkt_i18n::Texts;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::{HashMap, HashSet};

/// The names of the steps in the record.
const SALVAGED: &str = "salvage-rows";

/// The columns of a row with their values.
pub type Row = Vec<(usize, Value)>;

/// Tables whose rows come over as they are. The others come as changes, or are facts about the book itself.
pub fn as_rows() -> impl Iterator<Item = &'static Table> {
    const OTHERWISE: [&str; 5] = ["entry", "person", "chapter", "section", "setting"];
    table::known().iter().filter(|table| !OTHERWISE.contains(&table.name))
}

/// How many rows of each table did not fit into the new book.
pub type Left = HashMap<&'static str, usize>;

/// What could be read, as it lies there.
#[derive(Default)]
pub struct Readable {
    pub chapters: Vec<Chapter>,
    pub sections: Vec<Section>,
    pub people: Vec<Person>,
    /// With those that only the record still knows.
    pub lines: Vec<Entry>,
    /// Everything else, table by table.
    pub others: HashMap<&'static str, Vec<Row>>,
    /// How many changes are known to have been made in it.
    pub changes: u32,
    /// Tables that were read to their end: what they do not hold was taken back or taken away.
    pub whole: HashSet<&'static str>,
}

impl Book {
    /// Headings that lie in the trash where the record breaks off and came back later: before lines are put under them.
    ///
    /// # Errors
    /// What the database says.
    pub fn take_back_headings(&mut self, found: &Readable, texts: &Texts) -> Result<Changed, Error> {
        self.as_one_step(&draft(), texts, |connection, _| {
            let thrown = |state: Option<State>| state == Some(State::Trash);
            for row in found.chapters.iter().filter(|row| row.state == State::Plan) {
                if thrown(chapter::get(connection, &row.id)?.map(|now| now.state)) {
                    chapter::put(connection, row)?;
                }
            }
            for row in found.sections.iter().filter(|row| row.state == State::Plan) {
                if thrown(section::get(connection, &row.id)?.map(|now| now.state)) {
                    section::put(connection, row)?;
                }
            }
            Ok(())
        })
    }

    /// Makes the rows of the new book those that could be read, as one step: what is missing comes in, what says something older says what
    /// it says there, and lines have the author, the perspective and the marks they had. A row that belongs to one that is not there is left out.
    ///
    /// # Errors
    /// What the database says.
    pub fn take_over(&mut self, found: &Readable, texts: &Texts) -> Result<(Changed, Left), Error> {
        let mut left = Left::new();
        let changed = self.as_one_step(&draft(), texts, |connection, _| {
            for table in as_rows() {
                let rows = found.others.get(table.name).map(Vec::as_slice).unwrap_or_default();
                for row in rows {
                    if !stands(connection, table, row)? && table::put(connection, table, row).is_err() {
                        *left.entry(table.name).or_default() += 1;
                    }
                }
                // A name that nobody goes by any more does no harm.
                if found.whole.contains(table.name) && table.name != "author" {
                    take_away(connection, table, rows)?;
                }
            }
            headings(connection, found)?;
            people(connection, found)?;
            lines(connection, found, texts)?;
            for (table, count) in drop_orphans(connection)? {
                *left.entry(table).or_default() += count;
            }
            share::settle_edition(connection, found.changes)
        })?;
        left.retain(|_, count| *count > 0);
        Ok((changed, left))
    }
}

fn draft() -> Draft {
    Draft { what: SALVAGED.to_string(), ..Draft::default() }
}

/// Whether the row is there, just as it is.
fn stands(connection: &Connection, table: &Table, row: &Row) -> Result<bool, Error> {
    let name = |at: usize| table.columns.get(at).map_or("", |column| &column.name);
    let same: Vec<String> = row.iter().map(|(at, _)| format!("{} IS ?", name(*at))).collect();
    let sql = format!("SELECT 1 FROM {} WHERE {}", table.name, same.join(" AND "));
    Ok(connection.prepare_cached(&sql)?.exists(rusqlite::params_from_iter(row.iter().map(|(_, value)| value)))?)
}

/// Takes out what the table did not hold any more.
fn take_away(connection: &Connection, table: &Table, rows: &[Row]) -> Result<(), Error> {
    let key = |row: &Row| match row.iter().find(|(at, _)| *at == 0) {
        Some((_, Value::Text(key))) => Some(key.clone()),
        _ => None,
    };
    let known: HashSet<String> = rows.iter().filter_map(key).collect();
    let mut gone = Vec::new();
    table::walk(connection, table, |row| {
        let key: String = row.get(0)?;
        if !known.contains(&key) {
            gone.push(key);
        }
        Ok(())
    })?;
    gone.iter().try_for_each(|key| table::take_away(connection, table.name, key))
}

/// Headings that are there get the name, the place and the state they had.
fn headings(connection: &Connection, found: &Readable) -> Result<(), Error> {
    for row in &found.chapters {
        if chapter::get(connection, &row.id)?.is_some_and(|now| now != *row) {
            chapter::put(connection, row)?;
        }
    }
    for row in &found.sections {
        if section::get(connection, &row.id)?.is_some_and(|now| now != *row) {
            section::put(connection, row)?;
        }
    }
    Ok(())
}

fn people(connection: &Connection, found: &Readable) -> Result<(), Error> {
    for row in &found.people {
        if person::get(connection, &row.id)?.is_none_or(|now| now != *row) {
            person::put(connection, row)?;
        }
    }
    if found.whole.contains("person") {
        let known: HashSet<&str> = found.people.iter().map(|row| row.id.as_str()).collect();
        for row in person::in_plan(connection)?.into_iter().filter(|row| !known.contains(row.id.as_str())) {
            person::put(connection, &Person { state: State::Trash, ..row })?;
        }
    }
    Ok(())
}

fn lines(connection: &Connection, found: &Readable, texts: &Texts) -> Result<(), Error> {
    let known: HashSet<&str> = found.lines.iter().map(|row| row.id.as_str()).collect();
    if found.whole.contains("entry") {
        // Taken back by an undo that is not in the record: out of the plan, and not lost.
        for row in entry::in_plan(connection)?.into_iter().filter(|row| !known.contains(row.id.as_str())) {
            entry::write(connection, &Entry { state: State::Trash, ..row })?;
        }
    }
    // What goes makes room for what comes.
    let thrown = |row: &&Entry| row.state == State::Trash;
    for row in found.lines.iter().filter(thrown).chain(found.lines.iter().filter(|row| !thrown(row))) {
        as_it_was(connection, row, found, texts)?;
    }
    Ok(())
}

/// Gives a line its words, its place where it stands under the heading it had, and its author: nobody else's words become the citizen's own
/// because a book was damaged.
fn as_it_was(connection: &Connection, row: &Entry, found: &Readable, texts: &Texts) -> Result<(), Error> {
    let sql = "SELECT id FROM author WHERE id = ?1";
    let known = connection.query_row(sql, [&row.author], |row| row.get::<_, String>(0)).optional()?;
    // Somebody whose name cannot be read any more is somebody else all the same.
    if known.is_none() && row.author != author::ME {
        author::put(connection, &row.author, &texts.print_person_nameless())?;
    }
    let Some(here) = entry::get(connection, &row.id)? else { return entry::insert(connection, row) };
    if here == *row {
        return Ok(());
    }
    if here.author != row.author || here.perspective != row.perspective {
        entry::credit(connection, &row.id, &row.author, row.perspective)?;
    }
    let moved = here.section != row.section;
    let state = if here.state == State::Trash && row.state == State::Plan && !may_stand(connection, row, found)? {
        State::Trash
    } else {
        row.state
    };
    let Entry { text, because, marks, .. } = row.clone();
    let place = if moved { here.place.clone() } else { row.place.clone() };
    entry::write(connection, &Entry { text, because, marks, place, choice: row.choice, state, ..here })
}

/// Whether a line can come back to where it stood: under a heading that is there, and not as a second answer to one question.
fn may_stand(connection: &Connection, row: &Entry, found: &Readable) -> Result<bool, Error> {
    match outline::spot(connection, &row.section) {
        Ok(_) => {}
        Err(Error::NotFound(_)) => return Ok(false),
        Err(error) => return Err(error),
    }
    let Some(other) = line::one_answer(connection, &row.section, &row.prompt)?.filter(|other| other.id != row.id)
    else {
        return Ok(true);
    };
    if found.lines.iter().any(|line| line.id == other.id && line.state == State::Plan) {
        return Ok(false);
    }
    entry::write(connection, &Entry { state: State::Trash, ..other })?;
    Ok(true)
}

/// Takes out again what belongs to a row that is not there, until everything fits.
fn drop_orphans(connection: &Connection) -> Result<Left, Error> {
    let mut dropped = Left::from([("link", link::drop_dangling(connection)?)]);
    loop {
        let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
        let orphans = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        let orphans: Vec<(String, i64)> = orphans.collect::<Result<_, _>>()?;
        let known = |name: &str| as_rows().find(|table| table.name == name);
        let mut went = false;
        for (name, number) in orphans {
            let Some(table) = known(&name) else { continue };
            let gone = connection.execute(&format!("DELETE FROM {name} WHERE rowid = ?1"), [number])?;
            *dropped.entry(table.name).or_default() += gone;
            went |= gone > 0;
        }
        if !went {
            return Ok(dropped);
        }
    }
}
