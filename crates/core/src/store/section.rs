//! `section`: own headings, and what the citizen changed about template sections. A section left as it is has no row.

use super::{State, all, one, run};
use crate::error::Error;
use crate::view::Kind;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    pub page: String,
    pub kind: Kind,
    /// Empty: the template's own.
    pub title: String,
    /// Empty: where the template has it.
    pub place: String,
    pub hidden: bool,
    pub own: bool,
    pub state: State,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Section> {
    Ok(Section {
        id: row.get("id")?,
        page: row.get("page")?,
        kind: row.get("kind")?,
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
pub fn every(connection: &Connection) -> Result<Vec<Section>, Error> {
    all(connection, "SELECT id, page, kind, title, place, hidden, own, state FROM section", [], read)
}

/// The row of a section, if it has one.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Section>, Error> {
    let sql = "SELECT id, page, kind, title, place, hidden, own, state FROM section WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, section: &Section) -> Result<(), Error> {
    let sql = "INSERT INTO section (id, page, kind, title, place, hidden, own, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET page = excluded.page, kind = excluded.kind, title = excluded.title,
        place = excluded.place, hidden = excluded.hidden, own = excluded.own, state = excluded.state";
    let Section { id, page, kind, title, place, hidden, own, state } = section;
    run(connection, sql, params![id, page, kind, title, place, hidden, own, state]).map(drop)
}
