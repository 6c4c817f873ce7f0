//! `share_line`: which lines and people stood on a copy, and a digest of what each said. Never words.

use super::{all, run};
use crate::change::SharedLine;
use crate::error::Error;
use rusqlite::{Connection, params};

/// The lines of a copy.
///
/// # Errors
/// What the database says.
pub fn of_share(connection: &Connection, share: &str) -> Result<Vec<SharedLine>, Error> {
    let sql = "SELECT line, said FROM share_line WHERE share = ?1 ORDER BY id";
    all(connection, sql, [share], |row| Ok(SharedLine { id: row.get("line")?, said: row.get("said")? }))
}

/// Puts a line of a new copy in.
///
/// # Errors
/// What the database says.
pub fn insert(connection: &Connection, share: &str, line: &SharedLine) -> Result<(), Error> {
    let sql = "INSERT INTO share_line (id, share, line, said) VALUES (?1, ?2, ?3, ?4)";
    run(connection, sql, params![format!("{share}/{}", line.id), share, line.id, line.said]).map(drop)
}
