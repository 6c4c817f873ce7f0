//! `earlier`: what was done in a book before it came in from a file, as the file tells it. Never part of the chain.

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use rusqlite::{Connection, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub id: Id,
    /// From 1 without a gap.
    pub number: i64,
    /// The line it is about; empty when none or several.
    pub entry: Id,
    /// One record of the open format.
    pub record: String,
}

/// Every record with its number, oldest first.
///
/// # Errors
/// What the database says, or the first error of `visit`.
pub fn walk(connection: &Connection, mut visit: impl FnMut(i64, &str) -> Result<(), Error>) -> Result<(), Error> {
    let mut statement = connection.prepare_cached("SELECT number, record FROM earlier ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(row.get(0)?, row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

/// The records about one line, oldest first, and those about several lines.
///
/// # Errors
/// What the database says.
pub fn of_entry(connection: &Connection, entry: &str) -> Result<Vec<String>, Error> {
    let sql = "SELECT record FROM earlier WHERE entry = ?1 OR entry = '' ORDER BY number";
    all(connection, sql, [entry], |row| row.get(0))
}

/// How many there are: their numbers have no gap.
///
/// # Errors
/// What the database says.
pub fn last(connection: &Connection) -> Result<u32, Error> {
    let last = one(connection, "SELECT ifnull(max(number), 0) FROM earlier", [], |row| row.get::<_, i64>(0))?;
    Ok(last.and_then(|last| u32::try_from(last).ok()).unwrap_or_default())
}

/// Puts one in.
///
/// # Errors
/// What the database says, also when the id is there already.
pub fn insert(connection: &Connection, earlier: &Earlier) -> Result<(), Error> {
    let Earlier { id, number, entry, record } = earlier;
    let sql = "INSERT INTO earlier (id, number, entry, record) VALUES (?1, ?2, ?3, ?4)";
    run(connection, sql, params![id, number, entry, record]).map(drop)
}

/// Writes another record in the place of one, as only erasing for good may.
///
/// # Errors
/// What the database says.
pub fn rewrite(connection: &Connection, number: i64, record: &str) -> Result<(), Error> {
    run(connection, "UPDATE earlier SET record = ?2 WHERE number = ?1", params![number, record]).map(drop)
}

/// The records in which a text stands, oldest first.
///
/// # Errors
/// What the database says.
pub fn holding(connection: &Connection, text: &str) -> Result<Vec<String>, Error> {
    let sql = "SELECT record FROM earlier WHERE instr(record, ?1) > 0 ORDER BY number";
    all(connection, sql, [text], |row| row.get(0))
}
