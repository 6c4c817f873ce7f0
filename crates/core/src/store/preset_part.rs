//! `preset_part`: what was ticked or unticked for a reader, against what is suggested.

use super::{all, run};
use crate::change::Tick;
use crate::error::Error;
use rusqlite::{Connection, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub preset: String,
    pub what: Tick,
    /// The chapter, section, line or person.
    pub target: String,
    pub shown: bool,
}

/// Everything ticked or unticked for a reader.
///
/// # Errors
/// What the database says.
pub fn of_preset(connection: &Connection, preset: &str) -> Result<Vec<Part>, Error> {
    let sql = "SELECT preset, what, target, shown FROM preset_part WHERE preset = ?1 ORDER BY id";
    all(connection, sql, [preset], |row| {
        Ok(Part {
            preset: row.get("preset")?,
            what: row.get("what")?,
            target: row.get("target")?,
            shown: row.get("shown")?,
        })
    })
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, part: &Part) -> Result<(), Error> {
    let sql = "INSERT INTO preset_part (id, preset, what, target, shown) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET what = excluded.what, shown = excluded.shown";
    let Part { preset, what, target, shown } = part;
    run(connection, sql, params![format!("{preset}/{target}"), preset, what, target, shown]).map(drop)
}

/// Takes a row away, if there is one.
///
/// # Errors
/// What the database says.
pub fn delete(connection: &Connection, preset: &str, target: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM preset_part WHERE id = ?1", [format!("{preset}/{target}")]).map(drop)
}
