//! `picture`: pictures and recordings that belong to a line. The bytes are in the book, so that they are as safe as the words.
//! Not here: making them small and taking the place and the camera out (`exchange/picture`).

use super::{State, all, one, run};
use crate::change::Id;
use crate::error::Error;
use rusqlite::{Connection, Row, params};

/// A picture without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub id: Id,
    pub entry: Id,
    /// `image/jpeg`, `image/png`, or what a recording is.
    pub kind: String,
    /// What it shows, in the citizen's words; may be empty.
    pub alt: String,
    pub width: u32,
    pub height: u32,
    pub place: String,
    pub state: State,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Picture> {
    Ok(Picture {
        id: row.get("id")?,
        entry: row.get("entry")?,
        kind: row.get("kind")?,
        alt: row.get("alt")?,
        width: row.get("width")?,
        height: row.get("height")?,
        place: row.get("place")?,
        state: row.get("state")?,
    })
}

/// A picture by its id, also when it is in the trash.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Picture>, Error> {
    let sql = "SELECT id, entry, kind, alt, width, height, place, state FROM picture WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// The bytes of a picture.
///
/// # Errors
/// What the database says.
pub fn bytes(connection: &Connection, id: &str) -> Result<Option<Vec<u8>>, Error> {
    one(connection, "SELECT bytes FROM picture WHERE id = ?1", [id], |row| row.get(0))
}

/// The pictures of a line in the plan, in order.
///
/// # Errors
/// What the database says.
pub fn of_entry(connection: &Connection, entry: &str) -> Result<Vec<Picture>, Error> {
    let sql = "SELECT id, entry, kind, alt, width, height, place, state FROM picture
        WHERE entry = ?1 AND state = 'plan' ORDER BY place, id";
    all(connection, sql, [entry], read)
}

/// Every picture in the plan, line by line, each line's in order.
///
/// # Errors
/// What the database says.
pub fn in_plan(connection: &Connection) -> Result<Vec<Picture>, Error> {
    let sql = "SELECT id, entry, kind, alt, width, height, place, state FROM picture
        WHERE state = 'plan' ORDER BY entry, place, id";
    all(connection, sql, [], read)
}

/// The pictures of all lines of a section, in order.
///
/// # Errors
/// What the database says.
pub fn of_section(connection: &Connection, section: &str) -> Result<Vec<Picture>, Error> {
    let sql = "SELECT picture.id, picture.entry, kind, alt, width, height, picture.place, picture.state
        FROM picture JOIN entry ON entry.id = picture.entry
        WHERE entry.section = ?1 AND entry.state = 'plan' AND picture.state = 'plan'
        ORDER BY picture.entry, picture.place, picture.id";
    all(connection, sql, [section], read)
}

/// Puts a new picture in.
///
/// # Errors
/// What the database says.
pub fn insert(connection: &Connection, picture: &Picture, bytes: &[u8]) -> Result<(), Error> {
    let sql = "INSERT INTO picture (id, entry, kind, alt, width, height, bytes, place, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let Picture { id, entry, kind, alt, width, height, place, state } = picture;
    run(connection, sql, params![id, entry, kind, alt, width, height, bytes, place, state]).map(drop)
}

/// What it shows.
///
/// # Errors
/// What the database says.
pub fn describe(connection: &Connection, id: &str, alt: &str) -> Result<(), Error> {
    run(connection, "UPDATE picture SET alt = ?2 WHERE id = ?1", [id, alt]).map(drop)
}

/// Takes it out of the plan.
///
/// # Errors
/// What the database says.
pub fn trash(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "UPDATE picture SET state = 'trash' WHERE id = ?1", [id]).map(drop)
}

/// Every picture that was taken off its line.
///
/// # Errors
/// What the database says.
pub fn in_trash(connection: &Connection) -> Result<Vec<Picture>, Error> {
    let sql = "SELECT id, entry, kind, alt, width, height, place, state FROM picture WHERE state = 'trash' ORDER BY id";
    all(connection, sql, [], read)
}

/// Puts it back on its line.
///
/// # Errors
/// What the database says.
pub fn take_back(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "UPDATE picture SET state = 'plan' WHERE id = ?1", [id]).map(drop)
}
