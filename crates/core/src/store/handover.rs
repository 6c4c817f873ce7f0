//! `handover`, `handover_chapter` and `handover_answer`: what was handed to whom in a file, and when answers came.
//! Not here: what was proposed (`proposal`, whose `visit` is then the hand-over).

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use crate::visit::Role;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub id: Id,
    pub author: Id,
    /// As the citizen gave it; may be empty.
    pub name: String,
    pub role: Role,
    pub agenda: String,
    /// Opens the answers, and nothing else.
    pub secret: String,
    pub token: String,
    /// Milliseconds since 1970, UTC, and seconds east of it.
    pub made: i64,
    pub made_offset: i32,
    /// No more answers are taken in.
    pub closed: bool,
}

/// An answer that had something new in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub id: Id,
    pub handover: Id,
    pub taken: i64,
    pub taken_offset: i32,
    pub fresh: u32,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, author, name, role, agenda, secret, token, made, made_offset, closed FROM handover ", $rest)
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<Handover> {
    Ok(Handover {
        id: row.get("id")?,
        author: row.get("author")?,
        name: row.get("name")?,
        role: row.get("role")?,
        agenda: row.get("agenda")?,
        secret: row.get("secret")?,
        token: row.get("token")?,
        made: row.get("made")?,
        made_offset: row.get("made_offset")?,
        closed: row.get("closed")?,
    })
}

/// A hand-over by its id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Handover>, Error> {
    one(connection, select!("WHERE id = ?1"), [id], read)
}

/// Every hand-over, the oldest first.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Handover>, Error> {
    all(connection, select!("ORDER BY made, id"), [], read)
}

/// Writes the row, new or closed or open again.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, row: &Handover) -> Result<(), Error> {
    let sql = "INSERT INTO handover (id, author, name, role, agenda, secret, token, made, made_offset, closed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET closed = excluded.closed";
    let h = row;
    let values = params![h.id, h.author, h.name, h.role, h.agenda, h.secret, h.token, h.made, h.made_offset, h.closed];
    run(connection, sql, values).map(drop)
}

/// The chapters that went along.
///
/// # Errors
/// What the database says.
pub fn chapters(connection: &Connection, handover: &str) -> Result<Vec<String>, Error> {
    let sql = "SELECT chapter FROM handover_chapter WHERE handover = ?1 ORDER BY chapter";
    all(connection, sql, [handover], |row| row.get(0))
}

/// Notes a chapter that went along.
///
/// # Errors
/// What the database says.
pub fn open(connection: &Connection, id: &str, handover: &str, chapter: &str) -> Result<(), Error> {
    let sql = "INSERT INTO handover_chapter (id, handover, chapter) VALUES (?1, ?2, ?3)";
    run(connection, sql, [id, handover, chapter]).map(drop)
}

/// Takes a hand-over away whose file nobody has.
///
/// # Errors
/// What the database says.
pub fn take_back(connection: &Connection, handover: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM handover_chapter WHERE handover = ?1", [handover])?;
    run(connection, "DELETE FROM handover WHERE id = ?1", [handover]).map(drop)
}

/// The answers that brought something new, the oldest first.
///
/// # Errors
/// What the database says.
pub fn answers(connection: &Connection, handover: &str) -> Result<Vec<Taken>, Error> {
    let sql =
        "SELECT id, handover, taken, taken_offset, fresh FROM handover_answer WHERE handover = ?1 ORDER BY taken, id";
    all(connection, sql, [handover], |row| {
        Ok(Taken {
            id: row.get("id")?,
            handover: row.get("handover")?,
            taken: row.get("taken")?,
            taken_offset: row.get("taken_offset")?,
            fresh: row.get("fresh")?,
        })
    })
}

/// Notes an answer.
///
/// # Errors
/// What the database says.
pub fn note_answer(connection: &Connection, row: &Taken) -> Result<(), Error> {
    let sql = "INSERT INTO handover_answer (id, handover, taken, taken_offset, fresh) VALUES (?1, ?2, ?3, ?4, ?5)";
    let Taken { id, handover, taken, taken_offset, fresh } = row;
    run(connection, sql, params![id, handover, taken, taken_offset, fresh]).map(drop)
}
