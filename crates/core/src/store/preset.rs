//! `preset`: readers a print is made ready for, own ones and those of the known ones that were changed.
//! Not here: who the known readers are and what is suggested for them (`share/readers`).

use super::{State, all, one, run};
use crate::error::Error;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preset {
    pub id: String,
    /// The known reader it begins from.
    pub kind: String,
    /// Empty: as the known reader is called.
    pub title: String,
    /// The words of a form and a language; empty: as suggested, and as the screen speaks.
    pub form: String,
    pub language: String,
    pub large: bool,
    pub place: String,
    pub state: State,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Preset> {
    Ok(Preset {
        id: row.get("id")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        form: row.get("form")?,
        language: row.get("language")?,
        large: row.get("large")?,
        place: row.get("place")?,
        state: row.get("state")?,
    })
}

/// Every row in order, also those taken away.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Preset>, Error> {
    let sql = "SELECT id, kind, title, form, language, large, place, state FROM preset ORDER BY place, id";
    all(connection, sql, [], read)
}

/// A row, also when it was taken away.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Preset>, Error> {
    let sql = "SELECT id, kind, title, form, language, large, place, state FROM preset WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, preset: &Preset) -> Result<(), Error> {
    let sql = "INSERT INTO preset (id, kind, title, form, language, large, place, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, form = excluded.form,
        language = excluded.language, large = excluded.large, place = excluded.place, state = excluded.state";
    let Preset { id, kind, title, form, language, large, place, state } = preset;
    run(connection, sql, params![id, kind, title, form, language, large, place, state]).map(drop)
}
