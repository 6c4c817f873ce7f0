//! The whole book as one open file. The same book always gives the same bytes: tables and keys in a fixed order, one record on a line.
//! Not here: asking where it goes (the shell), locking it with words (`sealed`).

use super::record::Record;
use super::rows::{belongs, told, value};
use super::{FORMAT, VERSION, bring};
use crate::book::Book;
use crate::error::Error;
use crate::store::table::{self, Table};
use crate::store::{earlier, revision};
use rusqlite::Connection;
use std::collections::HashMap;

impl Book {
    /// The whole book as an open file. Never while a guest is there: all of it is in it.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`]; as [`whole`].
    pub fn as_open_file(&self) -> Result<String, Error> {
        self.only_when_alone()?;
        whole(self.connection())
    }
}

/// Everything in the book, with its history.
///
/// # Errors
/// What the database says; [`Error::Damaged`] when the record of changes cannot be read.
pub fn whole(connection: &Connection) -> Result<String, Error> {
    let (major, minor) = VERSION;
    let mut file = format!("{{\n\"format\":\"{FORMAT}\",\n\"version\":\"{major}.{minor}\",\n\"book\":{{");
    for (at, table) in told().enumerate() {
        file.push_str(if at == 0 { "\n" } else { ",\n" });
        rows(connection, table, &mut file)?;
    }
    file.push_str("\n},\n\"history\":[");
    history(connection, &mut file)?;
    file.push_str("\n]\n}\n");
    Ok(file)
}

fn rows(connection: &Connection, table: &'static Table, file: &mut String) -> Result<(), Error> {
    file.push_str(&format!("\"{}\":[", table.name));
    let mut first = true;
    table::walk(connection, table, |row| {
        if !belongs(table.name, row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?) {
            return Ok(());
        }
        file.push_str(if first { "\n{" } else { ",\n{" });
        first = false;
        for (at, column) in table.columns.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            file.push_str(&format!("{comma}\"{}\":{}", column.name, value(column.holds, row.get_ref(at)?)));
        }
        file.push('}');
        Ok(())
    })?;
    file.push_str("\n]");
    Ok(())
}

/// What came in with the book first, then what was done here. That it came in is not told: a file cannot vouch for itself, and whoever
/// takes it in will be told that all of its history came from a file.
fn history(connection: &Connection, file: &mut String) -> Result<(), Error> {
    let mut number = 0;
    let mut push = |record: &str| {
        file.push_str(if number == 0 { "\n" } else { ",\n" });
        file.push_str(record);
        number += 1;
        number
    };
    let mut last = 0;
    earlier::walk(connection, |_, record| {
        last = push(record);
        Ok(())
    })?;
    let mut numbers: HashMap<i64, i64> = HashMap::new();
    revision::walk(connection, |revision, payload| {
        if revision.what == bring::WHOLE {
            return Ok(());
        }
        let next = last + 1;
        numbers.insert(revision.seq, next);
        let step = numbers.get(&revision.step).copied().unwrap_or(next);
        last = push(&Record::of(&revision, payload)?.json(next, step));
        Ok(())
    })
}
