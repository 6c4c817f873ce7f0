//! `chapter`: own chapters, and what the citizen changed about template chapters. A template chapter left as it is has no row.

use super::{State, all, one, run};
use crate::error::Error;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    pub id: String,
    /// Empty: the template's own.
    pub title: String,
    /// Empty: where the template has it.
    pub place: String,
    pub hidden: bool,
    pub own: bool,
    pub state: State,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Chapter> {
    Ok(Chapter {
        id: row.get("id")?,
        title: row.get("title")?,
        place: row.get("place")?,
        hidden: row.get("hidden")?,
        own: row.get("own")?,
        state: row.get("state")?,
    })
}

/// Every row.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Chapter>, Error> {
    all(connection, "SELECT id, title, place, hidden, own, state FROM chapter", [], read)
}

/// The row of a chapter, if it has one.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Chapter>, Error> {
    one(connection, "SELECT id, title, place, hidden, own, state FROM chapter WHERE id = ?1", [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, chapter: &Chapter) -> Result<(), Error> {
    let sql = "INSERT INTO chapter (id, title, place, hidden, own, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, place = excluded.place, hidden = excluded.hidden,
        own = excluded.own, state = excluded.state";
    let Chapter { id, title, place, hidden, own, state } = chapter;
    run(connection, sql, params![id, title, place, hidden, own, state]).map(drop)
}
