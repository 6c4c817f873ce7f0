//! A whole table compared with that of another book, and made like it. Columns that the other, older one has not keep what they say; a
//! table it has not was empty then.

use crate::error::Error;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;

type Rows = HashMap<String, Vec<Value>>;

/// How many rows are other in `then`, or only in one of the two.
///
/// # Errors
/// What the database says.
pub fn differing(here: &Connection, then: &Connection, table: &str) -> Result<usize, Error> {
    let Compared { now, then, .. } = Compared::read(here, then, table)?;
    let only_then = then.keys().filter(|id| !now.contains_key(*id)).count();
    Ok(only_then + now.iter().filter(|(id, row)| then.get(*id) != Some(row)).count())
}

/// Makes `table` here hold the rows it holds in `then`. The first column is the key.
///
/// # Errors
/// What the database says.
pub fn copy(here: &Connection, then: &Connection, table: &str) -> Result<(), Error> {
    let Compared { columns, now, then } = Compared::read(here, then, table)?;
    let Some(key) = columns.first() else { return Ok(()) };
    for id in now.keys().filter(|id| !then.contains_key(*id)) {
        here.execute(&format!("DELETE FROM {table} WHERE {key} = ?1"), [id])?;
    }
    let marks = vec!["?"; columns.len()].join(", ");
    let set: Vec<String> = columns.iter().skip(1).map(|name| format!("{name} = excluded.{name}")).collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {}",
        columns.join(", "),
        set.join(", ")
    );
    for (id, row) in &then {
        if now.get(id) != Some(row) {
            here.prepare_cached(&sql)?.execute(params_from_iter(row))?;
        }
    }
    Ok(())
}

struct Compared {
    columns: Vec<String>,
    now: Rows,
    then: Rows,
}

impl Compared {
    fn read(here: &Connection, then: &Connection, table: &str) -> Result<Self, Error> {
        let known = columns(then, table)?;
        if known.is_empty() {
            let columns = columns(here, table)?;
            let now = rows(here, table, &columns)?;
            return Ok(Self { columns, now, then: Rows::default() });
        }
        let (now, then) = (rows(here, table, &known)?, rows(then, table, &known)?);
        Ok(Self { columns: known, now, then })
    }
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn rows(connection: &Connection, table: &str, columns: &[String]) -> Result<Rows, Error> {
    let mut statement = connection.prepare(&format!("SELECT {} FROM {table}", columns.join(", ")))?;
    let found = statement.query_map([], |row| {
        let values = (0..columns.len()).map(|column| row.get(column)).collect::<Result<Vec<Value>, _>>()?;
        Ok((row.get(0)?, values))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
