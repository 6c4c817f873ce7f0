//! `visit_answer`: what was answered about a visit: the citizen's own four questions, the five of the scale, the staff's ten.

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use crate::visit::Series;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub id: Id,
    pub visit: Id,
    pub series: Series,
    pub question: String,
    /// -1: none.
    pub value: i32,
    pub text: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Answer> {
    Ok(Answer {
        id: row.get("id")?,
        visit: row.get("visit")?,
        series: row.get("series")?,
        question: row.get("question")?,
        value: row.get("value")?,
        text: row.get("text")?,
    })
}

/// The answer to one question, if there is one.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, visit: &str, series: Series, question: &str) -> Result<Option<Answer>, Error> {
    let sql = "SELECT id, visit, series, question, value, text FROM visit_answer
        WHERE visit = ?1 AND series = ?2 AND question = ?3";
    one(connection, sql, params![visit, series, question], read)
}

/// Every answer about a visit.
///
/// # Errors
/// What the database says.
pub fn of_visit(connection: &Connection, visit: &str) -> Result<Vec<Answer>, Error> {
    let sql = "SELECT id, visit, series, question, value, text FROM visit_answer WHERE visit = ?1 ORDER BY series, question, id";
    all(connection, sql, [visit], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, answer: &Answer) -> Result<(), Error> {
    let sql = "INSERT INTO visit_answer (id, visit, series, question, value, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value, text = excluded.text";
    let Answer { id, visit, series, question, value, text } = answer;
    run(connection, sql, params![id, visit, series, question, value, text]).map(drop)
}

/// Takes an answer away.
///
/// # Errors
/// What the database says.
pub fn delete(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM visit_answer WHERE id = ?1", [id]).map(drop)
}

/// Takes the answers of a series away.
///
/// # Errors
/// What the database says.
pub fn clear(connection: &Connection, visit: &str, series: Series) -> Result<(), Error> {
    run(connection, "DELETE FROM visit_answer WHERE visit = ?1 AND series = ?2", params![visit, series]).map(drop)
}
