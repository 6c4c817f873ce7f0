//! `entry`: the lines of the book. A line in the trash stays in the table and keeps its history.

use super::{Marks, State, all, one, run};
use crate::change::{Choice, Id};
use crate::error::Error;
use crate::view::Perspective;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: Id,
    pub chapter: String,
    pub section: String,
    pub prompt: String,
    pub text: String,
    pub because: String,
    pub place: String,
    pub author: Id,
    pub perspective: Perspective,
    pub choice: Choice,
    pub marks: Marks,
    pub state: State,
}

/// The columns in the order of the table; history reads changesets by it.
pub const COLUMNS: [&str; 12] = [
    "id",
    "chapter",
    "section",
    "prompt",
    "text",
    "because",
    "place",
    "author",
    "perspective",
    "choice",
    "marks",
    "state",
];

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get("id")?,
        chapter: row.get("chapter")?,
        section: row.get("section")?,
        prompt: row.get("prompt")?,
        text: row.get("text")?,
        because: row.get("because")?,
        place: row.get("place")?,
        author: row.get("author")?,
        perspective: row.get("perspective")?,
        choice: row.get("choice")?,
        marks: row.get("marks")?,
        state: row.get("state")?,
    })
}

/// A line, also when it is in the trash.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Entry>, Error> {
    let sql = "SELECT id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state
        FROM entry WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// The lines of a section in the plan, in order.
///
/// # Errors
/// What the database says.
pub fn of_section(connection: &Connection, section: &str) -> Result<Vec<Entry>, Error> {
    let sql = "SELECT id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state
        FROM entry WHERE section = ?1 AND state = 'plan' ORDER BY place, id";
    all(connection, sql, [section], read)
}

/// Ids and places of the lines of a section in the plan, in order.
///
/// # Errors
/// What the database says.
pub fn places(connection: &Connection, section: &str) -> Result<Vec<(Id, String)>, Error> {
    let sql = "SELECT id, place FROM entry WHERE section = ?1 AND state = 'plan' ORDER BY place, id";
    all(connection, sql, [section], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The last place taken in a section, without reading its lines.
///
/// # Errors
/// What the database says.
pub fn last_place(connection: &Connection, section: &str) -> Result<Option<String>, Error> {
    let sql = "SELECT place FROM entry WHERE section = ?1 AND state = 'plan' ORDER BY place DESC LIMIT 1";
    one(connection, sql, [section], |row| row.get(0))
}

/// The line that answers a question, if it is answered.
///
/// # Errors
/// What the database says.
pub fn answer(connection: &Connection, section: &str, prompt: &str) -> Result<Option<Id>, Error> {
    let sql = "SELECT id FROM entry WHERE section = ?1 AND state = 'plan' AND prompt = ?2 ORDER BY place, id LIMIT 1";
    one(connection, sql, [section, prompt], |row| row.get(0))
}

/// Whether something is written in a section.
///
/// # Errors
/// What the database says.
pub fn begun(connection: &Connection, section: &str) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM entry WHERE section = ?1 AND state = 'plan' AND text <> '' LIMIT 1";
    Ok(one(connection, sql, [section], |_| Ok(()))?.is_some())
}

/// Puts a new line in.
///
/// # Errors
/// What the database says.
pub fn insert(connection: &Connection, entry: &Entry) -> Result<(), Error> {
    let sql = "INSERT INTO entry
        (id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let Entry { id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state } = entry;
    let values = params![id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state];
    run(connection, sql, values).map(drop)
}

/// Only the text: what a keystroke costs.
///
/// # Errors
/// What the database says.
pub fn write_text(connection: &Connection, id: &str, text: &str) -> Result<(), Error> {
    run(connection, "UPDATE entry SET text = ?2 WHERE id = ?1", [id, text]).map(drop)
}

/// Only the reason.
///
/// # Errors
/// What the database says.
pub fn write_because(connection: &Connection, id: &str, because: &str) -> Result<(), Error> {
    run(connection, "UPDATE entry SET because = ?2 WHERE id = ?1", [id, because]).map(drop)
}

/// Only the place.
///
/// # Errors
/// What the database says.
pub fn put_at(connection: &Connection, id: &str, place: &str) -> Result<(), Error> {
    run(connection, "UPDATE entry SET place = ?2 WHERE id = ?1", [id, place]).map(drop)
}

/// Everything a line says about itself; not where it belongs or who wrote it.
///
/// # Errors
/// What the database says.
pub fn write(connection: &Connection, entry: &Entry) -> Result<(), Error> {
    let sql = "UPDATE entry SET text = ?2, because = ?3, place = ?4, choice = ?5, marks = ?6, state = ?7 WHERE id = ?1";
    let Entry { id, text, because, place, choice, marks, state, .. } = entry;
    run(connection, sql, params![id, text, because, place, choice, marks, state]).map(drop)
}

/// Whose words a line is in, and seen from whom.
///
/// # Errors
/// What the database says.
pub fn credit(connection: &Connection, id: &str, author: &str, perspective: Perspective) -> Result<(), Error> {
    let sql = "UPDATE entry SET author = ?2, perspective = ?3 WHERE id = ?1";
    run(connection, sql, params![id, author, perspective]).map(drop)
}

/// Only who wrote it: of a line whose words came in from a file.
///
/// # Errors
/// What the database says.
pub fn write_author(connection: &Connection, id: &str, author: &str) -> Result<(), Error> {
    run(connection, "UPDATE entry SET author = ?2 WHERE id = ?1", [id, author]).map(drop)
}

/// Takes every line of a section out of the plan.
///
/// # Errors
/// What the database says.
pub fn trash_section(connection: &Connection, section: &str) -> Result<(), Error> {
    run(connection, "UPDATE entry SET state = 'trash' WHERE section = ?1 AND state = 'plan'", [section]).map(drop)
}

/// Every line in the plan.
///
/// # Errors
/// What the database says.
pub fn in_plan(connection: &Connection) -> Result<Vec<Entry>, Error> {
    let sql = "SELECT id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state
        FROM entry WHERE state = 'plan' ORDER BY section, place, id";
    all(connection, sql, [], read)
}

/// Every line in the trash with the newest revision that touched it and when that was, the last one thrown out first.
///
/// # Errors
/// What the database says.
pub fn in_trash(connection: &Connection) -> Result<Vec<(Entry, i64, i64)>, Error> {
    let sql = "SELECT entry.id, chapter, section, prompt, text, because, place, entry.author, perspective, choice, marks, state,
        revision.seq AS seq, revision.at AS at
        FROM entry JOIN revision ON revision.seq =
            (SELECT max(revision_entry.revision) FROM revision_entry WHERE revision_entry.entry = entry.id)
        WHERE state = 'trash' ORDER BY seq DESC, entry.id";
    all(connection, sql, [], |row| Ok((read(row)?, row.get("seq")?, row.get("at")?)))
}
