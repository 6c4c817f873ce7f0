//! `author`: who wrote a line, by a name as it was. Not a key to `person`: deleting a person does not change who wrote what.

use super::{one, run};
use crate::error::Error;
use rusqlite::Connection;

/// The citizen's id as author, the same in every book.
pub const ME: &str = "me";

/// The name of an author; empty when there is none.
///
/// # Errors
/// What the database says.
pub fn name(connection: &Connection, id: &str) -> Result<String, Error> {
    let name = one(connection, "SELECT name FROM author WHERE id = ?1", [id], |row| row.get(0))?;
    Ok(name.unwrap_or_default())
}

/// Gives an author another name.
///
/// # Errors
/// What the database says.
pub fn rename(connection: &Connection, id: &str, name: &str) -> Result<(), Error> {
    run(connection, "UPDATE author SET name = ?2 WHERE id = ?1", [id, name]).map(drop)
}

/// Puts an author in who is not there yet; one who is keeps the name as it was.
///
/// # Errors
/// What the database says.
pub fn keep(connection: &Connection, id: &str, name: &str) -> Result<(), Error> {
    let sql = "INSERT INTO author (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
    run(connection, sql, [id, name]).map(drop)
}

/// The name of an author, if there is one of this id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<String>, Error> {
    one(connection, "SELECT name FROM author WHERE id = ?1", [id], |row| row.get(0))
}

/// Writes the row of an author, new or with another name.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, id: &str, name: &str) -> Result<(), Error> {
    let sql = "INSERT INTO author (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = excluded.name";
    run(connection, sql, [id, name]).map(drop)
}
