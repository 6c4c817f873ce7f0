//! Tables as they are, whatever is in them: copying one from another book, and reading and writing rows by the names of their columns.
//! Not here: what a row means; that is in the file of its table.

use super::{DOMAIN, migrate};
use crate::error::Error;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;
use std::sync::OnceLock;

type Rows = HashMap<String, Vec<Value>>;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    Integer,
    /// A number that is 0 or 1, for no and yes.
    Flag,
    Real,
    Blob,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub holds: Holds,
}

/// A table that changes are recorded from. The first column is the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    pub columns: Vec<Column>,
}

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The name of the key.
    #[must_use]
    pub fn key(&self) -> &str {
        self.columns.first().map_or("", |column| &column.name)
    }

    /// Where a column stands.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

/// Every table that changes are recorded from, parents before children, as this program makes them.
#[must_use]
pub fn known() -> &'static [Table] {
    static KNOWN: OnceLock<Vec<Table>> = OnceLock::new();
    // The steps are part of the program and every test runs them, so this cannot fail for a citizen.
    KNOWN.get_or_init(|| look().unwrap_or_default())
}

fn look() -> Result<Vec<Table>, Error> {
    let connection = Connection::open_in_memory()?;
    migrate::migrate(&connection)?;
    DOMAIN
        .iter()
        .rev()
        .map(|name| {
            let made = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
            let made: String = connection.query_row(made, [name], |row| row.get(0))?;
            let mut statement = connection.prepare("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid")?;
            let columns = statement.query_map([name], |row| {
                let name: String = row.get("name")?;
                let holds = match row.get::<_, String>("type")?.as_str() {
                    "INTEGER" if made.contains(&format!("({name} = 0 OR {name} = 1)")) => Holds::Flag,
                    "INTEGER" => Holds::Integer,
                    "REAL" => Holds::Real,
                    "BLOB" => Holds::Blob,
                    _ => Holds::Text,
                };
                Ok(Column { name, holds })
            })?;
            Ok(Table { name, columns: columns.collect::<Result<_, _>>()? })
        })
        .collect()
}

/// Every row of a table in the order of its keys, one after the other.
///
/// # Errors
/// What the database says, or the first error of `visit`.
pub fn walk(
    connection: &Connection,
    table: &Table,
    mut visit: impl FnMut(&rusqlite::Row<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let sql = format!("SELECT {} FROM {} ORDER BY {}", table.names(), table.name, table.key());
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(row)?;
    }
    Ok(())
}

/// Whether a table has no rows.
///
/// # Errors
/// What the database says.
pub fn is_empty(connection: &Connection, table: &str) -> Result<bool, Error> {
    Ok(connection.query_row(&format!("SELECT NOT EXISTS (SELECT 1 FROM {table})"), [], |row| row.get(0))?)
}

/// Writes a row by the columns it has; one with the same key is replaced in these columns.
///
/// # Errors
/// What the database says, also when a value does not fit its column.
pub fn put(connection: &Connection, table: &Table, row: &[(usize, Value)]) -> Result<(), Error> {
    let names: Vec<&str> = names(table, row);
    let set: Vec<String> =
        names.iter().filter(|name| **name != table.key()).map(|name| format!("{name} = excluded.{name}")).collect();
    let what = if set.is_empty() { "NOTHING".to_string() } else { format!("UPDATE SET {}", set.join(", ")) };
    written(connection, table, row, &format!(" ON CONFLICT ({}) DO {what}", table.key()))
}

/// Writes a row of which none with its key is there: four times as fast as [`put`], which keeps aside what it would need to take itself back.
///
/// # Errors
/// As [`put`]; when there is one after all.
pub fn insert(connection: &Connection, table: &Table, row: &[(usize, Value)]) -> Result<(), Error> {
    written(connection, table, row, "")
}

fn names<'a>(table: &'a Table, row: &[(usize, Value)]) -> Vec<&'a str> {
    row.iter().filter_map(|(at, _)| table.columns.get(*at)).map(|column| column.name.as_str()).collect()
}

fn written(connection: &Connection, table: &Table, row: &[(usize, Value)], otherwise: &str) -> Result<(), Error> {
    let names = names(table, row);
    let marks = vec!["?"; names.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks}){otherwise}", table.name, names.join(", "));
    connection.prepare_cached(&sql)?.execute(params_from_iter(row.iter().map(|(_, value)| value)))?;
    Ok(())
}

/// The keys of the rows whose column says `value`.
///
/// # Errors
/// What the database says.
pub fn keys_where(connection: &Connection, table: &str, column: &str, value: &str) -> Result<Vec<String>, Error> {
    let Some(known) = known().iter().find(|known| known.name == table) else { return Ok(Vec::new()) };
    let sql = format!("SELECT {} FROM {table} WHERE {column} = ?1", known.key());
    let mut statement = connection.prepare(&sql)?;
    let keys = statement.query_map([value], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// The keys of all rows, in their order.
///
/// # Errors
/// What the database says.
pub fn keys(connection: &Connection, table: &str) -> Result<Vec<String>, Error> {
    let Some(known) = known().iter().find(|known| known.name == table) else { return Ok(Vec::new()) };
    let mut statement = connection.prepare(&format!("SELECT {0} FROM {table} ORDER BY {0}", known.key()))?;
    let keys = statement.query_map([], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// Takes a row away, as only erasing for good may.
///
/// # Errors
/// What the database says.
pub fn take_away(connection: &Connection, table: &str, key: &str) -> Result<(), Error> {
    let Some(known) = known().iter().find(|known| known.name == table) else { return Ok(()) };
    connection.execute(&format!("DELETE FROM {table} WHERE {} = ?1", known.key()), [key])?;
    Ok(())
}

/// Whether every row finds the row it belongs to.
///
/// # Errors
/// What the database says.
pub fn fits_together(connection: &Connection) -> Result<bool, Error> {
    Ok(!connection.prepare("PRAGMA foreign_key_check")?.exists([])?)
}

/// Whether a book has this table.
///
/// # Errors
/// What the database says.
pub fn is_there(connection: &Connection, table: &str) -> Result<bool, Error> {
    Ok(!columns(connection, table)?.is_empty())
}

/// How many rows are other in `then`, or only in one of the two: what [`copy`] would change.
///
/// # Errors
/// What the database says.
pub fn differing(
    here: &Connection,
    then: &Connection,
    table: &str,
    comes_back: bool,
    stays: impl Fn(&str) -> bool,
) -> Result<usize, Error> {
    let Compared { now, then, .. } = Compared::read(here, then, table)?;
    let only_then = then.keys().filter(|id| comes_back && !now.contains_key(*id)).count();
    Ok(only_then + now.iter().filter(|(id, row)| then.get(*id) != Some(row) && !stays(id)).count())
}

/// Makes `table` here hold the rows it holds in `then`, but for those that are here and stay, and for those that are gone here when nothing
/// `comes_back`. The first column is the key. Columns that the other, older one has not keep what they say; a table it has not was empty then.
///
/// # Errors
/// What the database says.
pub fn copy(
    here: &Connection,
    then: &Connection,
    table: &str,
    comes_back: bool,
    stays: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    let Compared { columns, now, then } = Compared::read(here, then, table)?;
    let Some(key) = columns.first() else { return Ok(()) };
    for id in now.keys().filter(|id| !then.contains_key(*id) && !stays(id)) {
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
        let wanted = match now.get(id) {
            None => comes_back,
            Some(is) => is != row && !stays(id),
        };
        if wanted {
            here.prepare_cached(&sql)?.execute(params_from_iter(row))?;
        }
    }
    Ok(())
}

/// A table here and there, by the columns both have.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_the_older_book_has_not_was_empty_then() {
        let here = Connection::open_in_memory().expect("a book");
        here.execute_batch(
            "CREATE TABLE new (id TEXT PRIMARY KEY, text TEXT); INSERT INTO new VALUES ('a', 'x'), ('b', 'y');",
        )
        .expect("made");
        let then = Connection::open_in_memory().expect("an older one");
        assert_eq!(differing(&here, &then, "new", true, |_| false).expect("compared"), 2);
        copy(&here, &then, "new", true, |id| id == "b").expect("made alike");
        assert_eq!(differing(&here, &then, "new", true, |_| false).expect("compared"), 1);
        assert_eq!(
            differing(&here, &then, "new", true, |id| id == "b").expect("compared"),
            0,
            "one that stays is no difference"
        );
        copy(&here, &then, "new", true, |_| false).expect("made alike");
        assert!(is_empty(&here, "new").expect("asked"));
    }
}
