//! `person`: the people list, good enough for supporters in a crisis.

use super::{State, all, one, run};
use crate::change::{Id, PersonFields};
use crate::error::Error;
use rusqlite::{Connection, Row, params};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: Id,
    pub fields: PersonFields,
    pub place: String,
    pub state: State,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    let fields = PersonFields {
        name: row.get("name")?,
        relation: row.get("relation")?,
        phone: row.get("phone")?,
        wanted: row.get("wanted")?,
        why: row.get("why")?,
    };
    Ok(Person { id: row.get("id")?, fields, place: row.get("place")?, state: row.get("state")? })
}

/// Everyone in the plan, in order.
///
/// # Errors
/// What the database says.
pub fn in_plan(connection: &Connection) -> Result<Vec<Person>, Error> {
    let sql = "SELECT id, name, relation, phone, wanted, why, place, state
        FROM person WHERE state = 'plan' ORDER BY place, id";
    all(connection, sql, [], read)
}

/// A person, also when taken out.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, id: &str) -> Result<Option<Person>, Error> {
    let sql = "SELECT id, name, relation, phone, wanted, why, place, state FROM person WHERE id = ?1";
    one(connection, sql, [id], read)
}

/// Writes the row, new or changed.
///
/// # Errors
/// What the database says.
pub fn put(connection: &Connection, person: &Person) -> Result<(), Error> {
    let sql = "INSERT INTO person (id, name, relation, phone, wanted, why, place, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, relation = excluded.relation, phone = excluded.phone,
        wanted = excluded.wanted, why = excluded.why, place = excluded.place, state = excluded.state";
    let Person { id, fields: PersonFields { name, relation, phone, wanted, why }, place, state } = person;
    run(connection, sql, params![id, name, relation, phone, wanted, why, place, state]).map(drop)
}

/// Everyone who was taken out.
///
/// # Errors
/// What the database says.
pub fn in_trash(connection: &Connection) -> Result<Vec<Person>, Error> {
    let sql =
        "SELECT id, name, relation, phone, wanted, why, place, state FROM person WHERE state = 'trash' ORDER BY id";
    all(connection, sql, [], read)
}
