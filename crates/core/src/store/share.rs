//! `share`: the register of copies. A copy taken out of the register stays in the table and can be brought back.

use super::{State, all, one, run};
use crate::change::{Form, How, Id};
use crate::error::Error;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub id: Id,
    /// Whose choice of lines it was; empty for the whole crisis plan.
    pub preset: String,
    pub title: String,
    pub whom: String,
    pub form: Form,
    pub how: How,
    pub language: String,
    /// Milliseconds since 1970, and seconds east of UTC.
    pub at: i64,
    pub at_offset: i32,
    /// The edition of the book it shows.
    pub revision: u32,
    /// When it came back; 0: it has not.
    pub back: i64,
    /// The copy it took the place of; empty for none.
    pub replaces: Id,
    pub state: State,
}

/// The highest edition that others are counted on from: more steps than anybody takes in a life.
const MOST_BELIEVED: u32 = 1_000_000_000;

/// The highest that can be told. Far above, so that what is counted on from the highest believed comes in again too.
pub const MOST_EDITION: u32 = 2 * MOST_BELIEVED;

/// The edition a row tells. What is no edition stops nothing: a plan must always print.
fn edition(told: i64) -> u32 {
    u32::try_from(told).ok().filter(|told| *told <= MOST_EDITION).unwrap_or_default()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Share> {
    Ok(Share {
        id: row.get("id")?,
        preset: row.get("preset")?,
        title: row.get("title")?,
        whom: row.get("whom")?,
        form: row.get("form")?,
        how: row.get("how")?,
        language: row.get("language")?,
        at: row.get("at")?,
        at_offset: row.get("at_offset")?,
        revision: edition(row.get("revision")?),
        back: row.get("back")?,
        replaces: row.get("replaces")?,
        state: row.get("state")?,
    })
}

/// Every copy in the register, the newest first: by version, as clocks may be set back.
///
/// # Errors
/// What the database says.
pub fn in_register(connection: &Connection) -> Result<Vec<Share>, Error> {
    let sql = "SELECT id, preset, title, whom, form, how, language, at, at_offset, revision, back, replaces, state
        FROM share WHERE state = 'plan' ORDER BY revision DESC, at DESC, id";
    all(connection, sql, [], read)
}

/// The highest edition any copy ever had; 0 when there is none.
///
/// # Errors
/// What the database says.
pub fn last_edition(connection: &Connection) -> Result<u32, Error> {
    let sql = "SELECT ifnull(max(revision), 0) FROM share WHERE revision BETWEEN 0 AND ?1";
    let last = one(connection, sql, [MOST_BELIEVED], |row| row.get(0))?;
    Ok(last.map(edition).unwrap_or_default())
}

/// A copy, also when it was taken out of the register.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Share>, Error> {
    let sql = "SELECT id, preset, title, whom, form, how, language, at, at_offset, revision, back, replaces, state
        FROM share WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, share: &Share) -> Result<(), Error> {
    let sql = "INSERT INTO share
        (id, preset, title, whom, form, how, language, at, at_offset, revision, back, replaces, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (id) DO UPDATE SET whom = excluded.whom, how = excluded.how, back = excluded.back, state = excluded.state";
    let Share { id, preset, title, whom, form, how, language, .. } = share;
    let Share { at, at_offset, revision, back, replaces, state, .. } = share;
    let values = params![id, preset, title, whom, form, how, language, at, at_offset, revision, back, replaces, state];
    run(connection, sql, values).map(drop)
}

/// Every copy that was taken off the register.
///
/// # Errors
/// What the database says.
pub fn in_trash(connection: &Connection) -> Result<Vec<Share>, Error> {
    let sql = "SELECT id, preset, title, whom, form, how, language, at, at_offset, revision, back, replaces, state
        FROM share WHERE state = 'trash' ORDER BY id";
    all(connection, sql, [], read)
}
