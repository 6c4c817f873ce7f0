//! What could be read of a damaged book, put into the new one where the record does not bring it any more: rows as they were, and who
//! wrote each line. Not here: reading the damaged file, and lines, people and headings, which come as changes (crates/rescue).

use super::Book;
use crate::error::Error;
use crate::history::Draft;
use crate::store::entry::{self, Entry};
use crate::store::table::{self, Table};
use crate::store::{Marks, author};
use crate::view::Changed;
use holdepunkt_i18n::Texts;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::HashMap;

/// The name of the step in the record.
const SALVAGED: &str = "salvage-rows";

/// The columns of a row with their values.
pub type Row = Vec<(usize, Value)>;

/// Tables whose rows come over as they are. The others come as changes, or are about the damaged copy alone.
pub fn as_rows() -> impl Iterator<Item = &'static Table> {
    const OTHERWISE: [&str; 6] = ["entry", "person", "chapter", "section", "link", "setting"];
    table::known().iter().filter(|table| !OTHERWISE.contains(&table.name))
}

/// How many rows of each table did not fit into the new book.
pub type Left = HashMap<&'static str, usize>;

impl Book {
    /// Puts in the rows that are missing, and gives lines the author, the perspective and the marks they had, as one step. A row that
    /// belongs to one that is not there is left out.
    ///
    /// # Errors
    /// What the database says.
    pub fn take_over(
        &mut self,
        rows: &HashMap<&'static str, Vec<Row>>,
        lines: &[Entry],
        texts: &Texts,
    ) -> Result<(Changed, Left), Error> {
        let mut left = Left::new();
        let draft = Draft { what: SALVAGED.to_string(), ..Draft::default() };
        let changed = self.as_one_step(&draft, texts, |connection, _| {
            for table in as_rows() {
                for row in rows.get(table.name).into_iter().flatten() {
                    if !is_there(connection, table, row)? && table::insert(connection, table, row).is_err() {
                        *left.entry(table.name).or_default() += 1;
                    }
                }
            }
            let dropped = drop_orphans(connection)?;
            for (table, count) in dropped {
                *left.entry(table).or_default() += count;
            }
            lines.iter().try_for_each(|line| credit(connection, line, texts))
        })?;
        Ok((changed, left))
    }
}

fn is_there(connection: &Connection, table: &Table, row: &Row) -> Result<bool, Error> {
    let Some((_, key)) = row.iter().find(|(at, _)| *at == 0) else { return Ok(true) };
    let sql = format!("SELECT 1 FROM {} WHERE {} = ?1", table.name, table.key());
    Ok(connection.prepare_cached(&sql)?.exists([key])?)
}

/// Takes out again what belongs to a row that is not there, until everything fits.
fn drop_orphans(connection: &Connection) -> Result<Left, Error> {
    let mut dropped = Left::new();
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

/// Nobody else's words become the citizen's own because a book was damaged.
fn credit(connection: &Connection, line: &Entry, texts: &Texts) -> Result<(), Error> {
    let Some(here) = entry::get(connection, &line.id)? else { return Ok(()) };
    let sql = "SELECT id FROM author WHERE id = ?1";
    let known = connection.query_row(sql, [&line.author], |row| row.get::<_, String>(0)).optional()?;
    // Somebody whose name cannot be read any more is somebody else all the same.
    if known.is_none() && line.author != author::ME {
        author::put(connection, &line.author, &texts.print_person_nameless())?;
    }
    if here.author != line.author || here.perspective != line.perspective {
        entry::credit(connection, &line.id, &line.author, line.perspective)?;
    }
    let marks: Marks = line.marks.clone();
    if here.marks != marks { entry::write(connection, &Entry { marks, ..here }) } else { Ok(()) }
}
