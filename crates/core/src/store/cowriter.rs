//! `cowriter`: people one writes with on two machines, and the key that locks a hand-over to them. No secret: only they can open it.

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use crate::visit::Role;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cowriter {
    pub id: Id,
    /// Whose lines are theirs.
    pub author: Id,
    pub name: String,
    pub role: Role,
    pub recipient: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Cowriter> {
    Ok(Cowriter {
        id: row.get("id")?,
        author: row.get("author")?,
        name: row.get("name")?,
        role: row.get("role")?,
        recipient: row.get("recipient")?,
    })
}

/// A co-writer by id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Cowriter>, Error> {
    one(connection, "SELECT id, author, name, role, recipient FROM cowriter WHERE id = ?1", [id], read)
}

/// Every co-writer.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Cowriter>, Error> {
    all(connection, "SELECT id, author, name, role, recipient FROM cowriter ORDER BY name, id", [], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, row: &Cowriter) -> Result<(), Error> {
    let sql = "INSERT INTO cowriter (id, author, name, role, recipient) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, recipient = excluded.recipient";
    let Cowriter { id, author, name, role, recipient } = row;
    run(connection, sql, params![id, author, name, role, recipient]).map(drop)
}

/// Takes the row away.
///
/// # Errors
/// What the database says.
pub fn delete(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM cowriter WHERE id = ?1", [id]).map(drop)
}
