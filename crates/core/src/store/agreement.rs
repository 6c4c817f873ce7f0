//! `agreement`: who does what after a visit, and by when.

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use crate::visit::Doer;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub id: Id,
    pub visit: Id,
    pub doer: Doer,
    /// Who it is, when it is not the citizen; may be empty.
    pub name: String,
    pub text: String,
    /// A day, `2026-12-01`, or empty.
    pub due: String,
    pub done: bool,
    /// Who wrote it down.
    pub author: Id,
    pub place: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, visit, doer, name, text, due, done, author, place FROM agreement ", $rest)
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<Agreement> {
    Ok(Agreement {
        id: row.get("id")?,
        visit: row.get("visit")?,
        doer: row.get("doer")?,
        name: row.get("name")?,
        text: row.get("text")?,
        due: row.get("due")?,
        done: row.get("done")?,
        author: row.get("author")?,
        place: row.get("place")?,
    })
}

/// An agreement by its id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Agreement>, Error> {
    one(connection, select!("WHERE id = ?1"), [id], read)
}

/// What was agreed at a visit, in order.
///
/// # Errors
/// What the database says.
pub fn of_visit(connection: &Connection, visit: &str) -> Result<Vec<Agreement>, Error> {
    all(connection, select!("WHERE visit = ?1 ORDER BY place, id"), [visit], read)
}

/// Every agreement that is not done and has a day, the nearest first: for *I dag*.
///
/// # Errors
/// What the database says.
pub fn due(connection: &Connection) -> Result<Vec<Agreement>, Error> {
    all(connection, select!("WHERE done = 0 AND due <> '' ORDER BY due, id"), [], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, agreement: &Agreement) -> Result<(), Error> {
    let sql = "INSERT INTO agreement (id, visit, doer, name, text, due, done, author, place)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (id) DO UPDATE SET doer = excluded.doer, name = excluded.name, text = excluded.text, due = excluded.due,
        done = excluded.done, place = excluded.place";
    let Agreement { id, visit, doer, name, text, due, done, author, place } = agreement;
    run(connection, sql, params![id, visit, doer, name, text, due, done, author, place]).map(drop)
}

/// Takes an agreement away.
///
/// # Errors
/// What the database says.
pub fn delete(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM agreement WHERE id = ?1", [id]).map(drop)
}
