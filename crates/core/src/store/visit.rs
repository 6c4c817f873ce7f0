//! `visit`, `visit_person` and `visit_chapter`: who came, what was opened, what was wanted and what was kept.
//! Not here: what was proposed (`proposal`), agreed (`agreement`) and answered (`visit_answer`).

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use crate::visit::Role;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    pub id: Id,
    /// Milliseconds since 1970, UTC, and seconds east of it.
    pub started: i64,
    pub started_offset: i32,
    /// 0: not ended.
    pub ended: i64,
    pub ended_offset: i32,
    pub agenda: String,
    pub agreed: String,
    pub kept_private: String,
    /// A day, `2026-12-01`, or empty.
    pub next_on: String,
    pub next_note: String,
    pub keep_reflection: bool,
}

/// Somebody who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    pub id: Id,
    pub visit: Id,
    pub author: Id,
    pub name: String,
    pub role: Role,
    pub place: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, started, started_offset, ended, ended_offset, agenda, agreed, kept_private, next_on, next_note, ",
            "keep_reflection FROM visit ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<Visit> {
    Ok(Visit {
        id: row.get("id")?,
        started: row.get("started")?,
        started_offset: row.get("started_offset")?,
        ended: row.get("ended")?,
        ended_offset: row.get("ended_offset")?,
        agenda: row.get("agenda")?,
        agreed: row.get("agreed")?,
        kept_private: row.get("kept_private")?,
        next_on: row.get("next_on")?,
        next_note: row.get("next_note")?,
        keep_reflection: row.get("keep_reflection")?,
    })
}

fn read_person(row: &Row<'_>) -> rusqlite::Result<Present> {
    Ok(Present {
        id: row.get("id")?,
        visit: row.get("visit")?,
        author: row.get("author")?,
        name: row.get("name")?,
        role: row.get("role")?,
        place: row.get("place")?,
    })
}

/// A visit by its id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Visit>, Error> {
    one(connection, select!("WHERE id = ?1"), [id], read)
}

/// Every visit, the newest first.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Visit>, Error> {
    all(connection, select!("ORDER BY started DESC, id"), [], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, visit: &Visit) -> Result<(), Error> {
    let sql = "INSERT INTO visit (id, started, started_offset, ended, ended_offset, agenda, agreed, kept_private, next_on, next_note,
        keep_reflection) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, ended_offset = excluded.ended_offset, agenda = excluded.agenda,
        agreed = excluded.agreed, kept_private = excluded.kept_private, next_on = excluded.next_on, next_note = excluded.next_note,
        keep_reflection = excluded.keep_reflection";
    let v = visit;
    let values = params![
        v.id,
        v.started,
        v.started_offset,
        v.ended,
        v.ended_offset,
        v.agenda,
        v.agreed,
        v.kept_private,
        v.next_on,
        v.next_note,
        v.keep_reflection
    ];
    run(connection, sql, values).map(drop)
}

/// Everyone who was there, in order.
///
/// # Errors
/// What the database says.
pub fn people(connection: &Connection, visit: &str) -> Result<Vec<Present>, Error> {
    let sql = "SELECT id, visit, author, name, role, place FROM visit_person WHERE visit = ?1 ORDER BY place, id";
    all(connection, sql, [visit], read_person)
}

/// Everyone who ever was there, the newest visit first.
///
/// # Errors
/// What the database says.
pub fn everyone(connection: &Connection) -> Result<Vec<Present>, Error> {
    let sql = "SELECT visit_person.id, visit, author, name, role, place FROM visit_person
        JOIN visit ON visit.id = visit_person.visit ORDER BY visit.started DESC, place, visit_person.id";
    all(connection, sql, [], read_person)
}

/// Puts somebody in who came.
///
/// # Errors
/// What the database says.
pub fn add_person(connection: &Connection, person: &Present) -> Result<(), Error> {
    let sql = "INSERT INTO visit_person (id, visit, author, name, role, place) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let Present { id, visit, author, name, role, place } = person;
    run(connection, sql, params![id, visit, author, name, role, place]).map(drop)
}

/// Somebody who was there, under another name or role.
///
/// # Errors
/// What the database says.
pub fn call_person(connection: &Connection, id: &str, name: &str, role: Role) -> Result<(), Error> {
    let sql = "UPDATE visit_person SET name = ?2, role = ?3 WHERE id = ?1";
    run(connection, sql, params![id, name, role]).map(drop)
}

/// Whether this author is known from anywhere but this visit: from another one, a hand-over, or a key that was kept.
///
/// # Errors
/// What the database says.
pub fn is_known_elsewhere(connection: &Connection, author: &str, visit: &str) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM visit_person WHERE author = ?1 AND visit <> ?2)
        OR EXISTS (SELECT 1 FROM handover WHERE author = ?1) OR EXISTS (SELECT 1 FROM cowriter WHERE author = ?1)";
    Ok(one(connection, sql, [author, visit], |row| row.get(0))?.unwrap_or(false))
}

/// The chapters of a visit, and whether each is open still.
///
/// # Errors
/// What the database says.
pub fn chapters(connection: &Connection, visit: &str) -> Result<Vec<(String, bool)>, Error> {
    let sql = "SELECT chapter, open FROM visit_chapter WHERE visit = ?1 ORDER BY chapter";
    all(connection, sql, [visit], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Opens a chapter for a visit; `id` is the row's, when there is none yet.
///
/// # Errors
/// What the database says.
pub fn open_chapter(connection: &Connection, id: &str, visit: &str, chapter: &str, open: bool) -> Result<(), Error> {
    let sql = "UPDATE visit_chapter SET open = ?3 WHERE visit = ?1 AND chapter = ?2";
    if run(connection, sql, params![visit, chapter, open])? == 0 && open {
        let sql = "INSERT INTO visit_chapter (id, visit, chapter, open) VALUES (?1, ?2, ?3, 1)";
        run(connection, sql, [id, visit, chapter])?;
    }
    Ok(())
}
