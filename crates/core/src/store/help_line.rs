//! `help_line`: the citizen's own help lines, and what was changed about those that came with the program.
//! Not here: those themselves (`workbook/help-lines.toml`), and what the opening hours mean (`help/hours`).

use super::{State, all, one, run};
use crate::error::Error;
use rusqlite::{Connection, Row, params};

/// A row. Of a line that came with the program an empty text or place is as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpRow {
    pub id: String,
    pub name: String,
    pub number: String,
    pub whom: String,
    pub hours: String,
    /// `mon-fri 10:00-22:00, sat 10:00-18:00`
    pub opening: String,
    /// `2026-11-28`, or empty.
    pub checked: String,
    pub place: String,
    pub hidden: bool,
    pub own: bool,
    pub state: State,
}

fn read(row: &Row<'_>) -> rusqlite::Result<HelpRow> {
    Ok(HelpRow {
        id: row.get("id")?,
        name: row.get("name")?,
        number: row.get("number")?,
        whom: row.get("whom")?,
        hours: row.get("hours")?,
        opening: row.get("opening")?,
        checked: row.get("checked")?,
        place: row.get("place")?,
        hidden: row.get("hidden")?,
        own: row.get("own")?,
        state: row.get("state")?,
    })
}

/// Every row in the plan, those with a place first and in order.
///
/// # Errors
/// What the database says.
pub fn in_plan(connection: &Connection) -> Result<Vec<HelpRow>, Error> {
    let sql = "SELECT id, name, number, whom, hours, opening, checked, place, hidden, own, state
        FROM help_line WHERE state = 'plan' ORDER BY place = '', place, id";
    all(connection, sql, [], read)
}

/// A row, also when taken out.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<HelpRow>, Error> {
    let sql = "SELECT id, name, number, whom, hours, opening, checked, place, hidden, own, state
        FROM help_line WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, line: &HelpRow) -> Result<(), Error> {
    let sql = "INSERT INTO help_line (id, name, number, whom, hours, opening, checked, place, hidden, own, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, number = excluded.number, whom = excluded.whom,
        hours = excluded.hours, opening = excluded.opening, checked = excluded.checked, place = excluded.place,
        hidden = excluded.hidden, own = excluded.own, state = excluded.state";
    let HelpRow { id, name, number, whom, hours, opening, checked, place, hidden, own, state } = line;
    let values = params![id, name, number, whom, hours, opening, checked, place, hidden, own, state];
    run(connection, sql, values).map(drop)
}

/// Takes the row of a line that came with the program away: it is as it came.
///
/// # Errors
/// What the database says.
pub fn forget(connection: &Connection, id: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM help_line WHERE id = ?1", [id]).map(drop)
}

/// Every line of the citizen's own that was taken out.
///
/// # Errors
/// What the database says.
pub fn in_trash(connection: &Connection) -> Result<Vec<HelpRow>, Error> {
    let sql = "SELECT id, name, number, whom, hours, opening, checked, place, hidden, own, state
        FROM help_line WHERE state = 'trash' ORDER BY id";
    all(connection, sql, [], read)
}
