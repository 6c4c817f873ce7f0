//! `setting`: small facts about the book itself. Preferences of the screen are not part of the book.

use super::{one, run};
use crate::error::Error;
use rusqlite::Connection;

/// Set to `1` in the sample book.
pub const SAMPLE: &str = "sample";

/// The value of a setting, if there is one.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, key: &str) -> Result<Option<String>, Error> {
    one(connection, "SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
}

/// Sets a setting.
///
/// # Errors
/// What the database says.
pub fn set(connection: &Connection, key: &str, value: &str) -> Result<(), Error> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    run(connection, sql, [key, value]).map(drop)
}
