//! `link`: from a line to a tool or a person. The other end's words are looked up, never copied, so a rename follows.
//! A link whose other end is taken out of the plan stays here, asleep.

use super::{all, one, run};
use crate::change::{Id, LinkKind};
use crate::error::Error;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: Id,
    pub from_entry: Id,
    pub to_kind: LinkKind,
    pub to_id: Id,
    pub place: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        id: row.get("id")?,
        from_entry: row.get("from_entry")?,
        to_kind: row.get("to_kind")?,
        to_id: row.get("to_id")?,
        place: row.get("place")?,
    })
}

/// A link that is seen: its other end is in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub id: Id,
    pub from_entry: Id,
    pub to_kind: LinkKind,
    pub to_id: Id,
    /// The other end's text as it is now.
    pub text: String,
}

/// A link by its id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Link>, Error> {
    one(connection, "SELECT id, from_entry, to_kind, to_id, place FROM link WHERE id = ?1", [id], read)
}

/// Every link of a line, also those asleep, in order.
///
/// # Errors
/// What the database says.
pub fn of_entry(connection: &Connection, entry: &str) -> Result<Vec<Link>, Error> {
    let sql = "SELECT id, from_entry, to_kind, to_id, place FROM link WHERE from_entry = ?1 ORDER BY place, id";
    all(connection, sql, [entry], read)
}

/// The links of all lines of a section whose other end is in the plan, in order.
///
/// # Errors
/// What the database says.
pub fn seen(connection: &Connection, section: &str) -> Result<Vec<Seen>, Error> {
    let sql = "SELECT link.id, link.from_entry, link.to_kind, link.to_id, coalesce(tool.text, person.name) AS text
        FROM entry JOIN link ON link.from_entry = entry.id
        LEFT JOIN entry AS tool ON link.to_kind = 'tool' AND tool.id = link.to_id AND tool.state = 'plan'
        LEFT JOIN person ON link.to_kind = 'person' AND person.id = link.to_id AND person.state = 'plan'
        WHERE entry.section = ?1 AND entry.state = 'plan' AND coalesce(tool.text, person.name) IS NOT NULL
        ORDER BY link.from_entry, link.place, link.id";
    all(connection, sql, [section], |row| {
        Ok(Seen {
            id: row.get("id")?,
            from_entry: row.get("from_entry")?,
            to_kind: row.get("to_kind")?,
            to_id: row.get("to_id")?,
            text: row.get("text")?,
        })
    })
}

/// Puts a new link in.
///
/// # Errors
/// What the database says.
pub fn insert(connection: &Connection, link: &Link) -> Result<(), Error> {
    let sql = "INSERT INTO link (id, from_entry, to_kind, to_id, place) VALUES (?1, ?2, ?3, ?4, ?5)";
    let Link { id, from_entry, to_kind, to_id, place } = link;
    run(connection, sql, params![id, from_entry, to_kind, to_id, place]).map(drop)
}

/// Takes a link away.
///
/// # Errors
/// What the database says.
pub fn delete(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM link WHERE id = ?1", [id]).map(drop)
}

/// Takes away links to lines and people that are not in the book; gives how many.
///
/// # Errors
/// What the database says.
pub fn drop_dangling(connection: &Connection) -> Result<usize, Error> {
    let sql = "DELETE FROM link WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = link.to_id)
        AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = link.to_id)";
    run(connection, sql, [])
}
