//! `review`: when the plan is looked through next, what was said of each page, and which numbers were tried.
//! Not here: when it is time to ask (`book/review`).

use super::{all, one, run};
use crate::change::Answer;
use crate::error::Error;
use rusqlite::Connection;

/// The row that says when the plan is looked through next.
pub const PLAN: &str = "plan";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// [`PLAN`], a page, `person:<id>` or `line:<id>`.
    pub id: String,
    /// `2026-11-28`, or empty.
    pub day: String,
    pub answer: Answer,
}

/// Every row.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Review>, Error> {
    let read = |row: &rusqlite::Row<'_>| Ok(Review { id: row.get(0)?, day: row.get(1)?, answer: row.get(2)? });
    all(connection, "SELECT id, day, answer FROM review ORDER BY id", [], read)
}

/// One row.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Review>, Error> {
    let read = |row: &rusqlite::Row<'_>| Ok(Review { id: row.get(0)?, day: row.get(1)?, answer: row.get(2)? });
    one(connection, "SELECT id, day, answer FROM review WHERE id = ?1", [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, review: &Review) -> Result<(), Error> {
    let sql = "INSERT INTO review (id, day, answer) VALUES (?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET day = excluded.day, answer = excluded.answer";
    run(connection, sql, rusqlite::params![review.id, review.day, review.answer]).map(drop)
}

/// Takes the row away.
///
/// # Errors
/// What the database says.
pub fn forget(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM review WHERE id = ?1", [id]).map(drop)
}
