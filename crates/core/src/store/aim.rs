//! `aim`: what a line of `after.changes` would change. It holds ids only, never words.
//! Not here: what may be aimed at, and saying yes to it (`book/aim`).

use super::{all, one, run};
use crate::error::Error;
use rusqlite::{Connection, Row};

/// Whether the words have gone into the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AimState {
    #[default]
    Open,
    Taken,
}

super::words!(AimState { Open = "open", Taken = "taken" });

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    /// The line of `after.changes`.
    pub id: String,
    /// The heading the words go under; empty with a target when they go nowhere, and the target is taken out of the plan.
    pub section: String,
    /// The line it would change; empty for a new one in `section`.
    pub target: String,
    pub state: AimState,
}

impl Aim {
    /// Whether it takes a line out of the plan.
    #[must_use]
    pub const fn is_out(&self) -> bool {
        self.section.is_empty() && !self.target.is_empty()
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Aim> {
    Ok(Aim { id: row.get("id")?, section: row.get("section")?, target: row.get("target")?, state: row.get("state")? })
}

/// Every aim.
///
/// # Errors
/// What the database says.
pub fn every(connection: &Connection) -> Result<Vec<Aim>, Error> {
    all(connection, "SELECT id, section, target, state FROM aim ORDER BY id", [], read)
}

/// The aim of a line.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Aim>, Error> {
    one(connection, "SELECT id, section, target, state FROM aim WHERE id = ?1", [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, aim: &Aim) -> Result<(), Error> {
    let sql = "INSERT INTO aim (id, section, target, state) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET section = excluded.section, target = excluded.target, state = excluded.state";
    run(connection, sql, rusqlite::params![aim.id, aim.section, aim.target, aim.state]).map(drop)
}
