//! `proposal`: what others would like in the plan, and what the citizen said to it.
//! Not here: what a proposal asks for (`visit/proposal`). Wish and basis stand as JSON, the same that a file carries.

use super::{all, one, run};
use crate::change::Id;
use crate::error::Error;
use crate::visit::proposal::{Basis, Proposal, Wish};
use crate::visit::{ProposalState, Role};
use rusqlite::{Connection, Row, params};
use std::collections::HashSet;

/// A proposal as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub proposal: Proposal,
    pub state: ProposalState,
    /// When the citizen answered: milliseconds since 1970, and seconds east of UTC. 0 while it is open.
    pub answered: i64,
    pub answered_offset: i32,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, visit, author, name, role, perspective, wish, basis, edition, made, made_offset, state, answered, ",
            "answered_offset FROM proposal ",
            $rest
        )
    };
}

/// JSON that a later version wrote and this one does not know is damage here: it must not be shown as something else.
fn told<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    serde_json::from_str(text).map_err(|_| rusqlite::Error::InvalidQuery)
}

/// By place, in the order of `select`: a thousand are read at once, and looking for a name in each takes longer than all the rest.
fn read(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        proposal: Proposal {
            id: row.get(0)?,
            visit: row.get(1)?,
            author: row.get(2)?,
            name: row.get(3)?,
            role: row.get(4)?,
            perspective: row.get(5)?,
            wish: told::<Wish>(row, 6)?,
            basis: told::<Basis>(row, 7)?,
            edition: row.get(8)?,
            made: row.get(9)?,
            made_offset: row.get(10)?,
        },
        state: row.get(11)?,
        answered: row.get(12)?,
        answered_offset: row.get(13)?,
    })
}

/// A proposal by its id.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Kept>, Error> {
    one(connection, select!("WHERE id = ?1"), [id], read)
}

/// Everything that waits for an answer, the oldest first.
///
/// # Errors
/// What the database says.
pub fn open(connection: &Connection) -> Result<Vec<Kept>, Error> {
    all(connection, select!("WHERE state = 'open' ORDER BY made, id"), [], read)
}

/// The lines that something waiting is about, of those that are in the book.
///
/// # Errors
/// What the database says.
pub fn lines_of_open(connection: &Connection) -> Result<HashSet<Id>, Error> {
    let sql =
        "SELECT DISTINCT entry.id FROM proposal JOIN entry ON entry.id = proposal.target WHERE proposal.state = 'open'";
    Ok(all(connection, sql, [], |row| row.get(0))?.into_iter().collect())
}

/// How many wait for an answer.
///
/// # Errors
/// What the database says.
pub fn waiting(connection: &Connection) -> Result<u32, Error> {
    let found = one(connection, "SELECT count(*) FROM proposal WHERE state = 'open'", [], |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// What was proposed about a line or person, the oldest first.
///
/// # Errors
/// What the database says.
pub fn about(connection: &Connection, target: &str) -> Result<Vec<Kept>, Error> {
    all(connection, select!("WHERE target = ?1 ORDER BY made, id"), [target], read)
}

/// What was accepted about the lines that stand in a section, as it is or in own words, the oldest answer first.
///
/// # Errors
/// What the database says.
pub fn accepted_in(connection: &Connection, section: &str) -> Result<Vec<Kept>, Error> {
    let sql = select!(
        "WHERE target IN (SELECT id FROM entry WHERE section = ?1 AND state = 'plan')
        AND (state = 'accepted' OR state = 'own-words') ORDER BY answered, id"
    );
    all(connection, sql, [section], read)
}

/// What was proposed in a visit, the oldest first.
///
/// # Errors
/// What the database says.
pub fn of_visit(connection: &Connection, visit: &str) -> Result<Vec<Kept>, Error> {
    all(connection, select!("WHERE visit = ?1 ORDER BY made, id"), [visit], read)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::Io(std::io::ErrorKind::InvalidData))
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, kept: &Kept) -> Result<(), Error> {
    let sql = "INSERT INTO proposal (id, visit, author, name, role, perspective, target, wish, basis, edition, made, made_offset,
        state, answered, answered_offset) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        ON CONFLICT (id) DO UPDATE SET perspective = excluded.perspective, wish = excluded.wish, basis = excluded.basis,
        edition = excluded.edition, made = excluded.made, made_offset = excluded.made_offset, state = excluded.state,
        answered = excluded.answered, answered_offset = excluded.answered_offset";
    let Kept { proposal: p, state, answered, answered_offset } = kept;
    let values = params![
        p.id,
        p.visit,
        p.author,
        p.name,
        p.role,
        p.perspective,
        p.wish.target(),
        json(&p.wish)?,
        json(&p.basis)?,
        p.edition,
        p.made,
        p.made_offset,
        state,
        answered,
        answered_offset
    ];
    run(connection, sql, values).map(drop)
}

/// Says which line it became, where that is another than it would have been.
///
/// # Errors
/// What the database says.
pub fn point_at(connection: &Connection, id: &str, target: &str) -> Result<(), Error> {
    run(connection, "UPDATE proposal SET target = ?2 WHERE id = ?1", [id, target]).map(drop)
}

/// What somebody is called in all they proposed in a visit, answered or not.
///
/// # Errors
/// What the database says.
pub fn call_author(connection: &Connection, visit: &str, author: &str, name: &str, role: Role) -> Result<(), Error> {
    let sql = "UPDATE proposal SET name = ?3, role = ?4 WHERE visit = ?1 AND author = ?2";
    run(connection, sql, params![visit, author, name, role]).map(drop)
}

/// Takes a proposal away.
///
/// # Errors
/// What the database says.
pub fn delete(connection: &Connection, id: &Id) -> Result<(), Error> {
    run(connection, "DELETE FROM proposal WHERE id = ?1", [id]).map(drop)
}
