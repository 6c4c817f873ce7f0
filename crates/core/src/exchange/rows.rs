//! Rows of the domain tables as JSON and back, by the names of their columns: a table that is added is exported without a line of code.
//! Not here: which tables there are (`store::DOMAIN`), and whether what a file holds may come in (`parcel`).

use super::NOT_AS_ROWS;
use super::fault::FileFault;
use super::json::{Json, quoted};
use crate::book::text;
use crate::history::changeset::Cell;
use crate::store::setting;
use crate::store::share::MOST_EDITION;
use crate::store::table::{Column, Holds, Table, known};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusqlite::types::{Value, ValueRef};
use sha2::{Digest as _, Sha256};

/// The tables that are told as rows, parents before children.
pub fn told() -> impl Iterator<Item = &'static Table> {
    known().iter().filter(|table| !NOT_AS_ROWS.contains(&table.name))
}

/// A table by its name.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    told().find(|table| table.name == name)
}

/// Whether a row belongs to the book and may leave it and come in. Facts about this one copy, and its secrets, do not.
#[must_use]
pub fn belongs(table: &str, key: &str) -> bool {
    table != "setting" || !setting::OF_THIS_COPY.contains(&key)
}

/// A value of a row as JSON.
#[must_use]
pub fn value(holds: Holds, value: ValueRef<'_>) -> String {
    match (value, holds) {
        (ValueRef::Null, _) => "null".to_string(),
        (ValueRef::Integer(number), Holds::Flag) => (number != 0).to_string(),
        (ValueRef::Integer(number), _) => number.to_string(),
        (ValueRef::Real(number), _) => real(number),
        (ValueRef::Text(text), _) => quoted(&String::from_utf8_lossy(text)),
        (ValueRef::Blob(bytes), _) => format!("{{\"base64\":\"{}\"}}", STANDARD.encode(bytes)),
    }
}

/// A value in the history as JSON. Of bytes only what they are known by: they stand in their row.
#[must_use]
pub fn past_value(holds: Holds, cell: Cell<'_>) -> String {
    match cell {
        Cell::Untouched | Cell::Null => "null".to_string(),
        Cell::Integer(number) => value(holds, ValueRef::Integer(number)),
        Cell::Real(number) => real(number),
        Cell::Text(text) => quoted(text),
        Cell::Blob(bytes) => format!("{{\"sha256\":\"{}\"}}", hex(&Sha256::digest(bytes))),
    }
}

fn real(number: f64) -> String {
    serde_json::to_string(&number).unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A value from a file, fit for its column. Text is kept as a field of the book keeps it.
///
/// # Errors
/// [`FileFault::Broken`] when it is of another kind.
pub fn read(column: &Column, json: &Json<'_>) -> Result<Value, FileFault> {
    let other = Err(FileFault::Broken("the kind of a value"));
    match (column.holds, json) {
        (Holds::Text, Json::Text(given)) => clean(given).map(Value::Text),
        (Holds::Integer, Json::Integer(number)) if is_likely(&column.name, *number) => Ok(Value::Integer(*number)),
        (Holds::Integer, Json::Integer(_)) => Err(FileFault::Broken("a number")),
        (Holds::Flag, Json::Bool(yes)) => Ok(Value::Integer(i64::from(*yes))),
        (Holds::Real, Json::Real(number)) => Ok(Value::Real(*number)),
        #[allow(clippy::cast_precision_loss)] // a whole number that was written for a real one
        (Holds::Real, Json::Integer(number)) => Ok(Value::Real(*number as f64)),
        (Holds::Blob, Json::Object(fields)) => match fields.as_slice() {
            [(name, Json::Text(bytes))] if name == "base64" => {
                STANDARD.decode(bytes.as_bytes()).map(Value::Blob).map_err(|_| FileFault::Broken("bytes"))
            }
            _ => other,
        },
        _ => other,
    }
}

/// Whether a number is one that our own programs write: further off it would not be read again.
fn is_likely(column: &str, number: i64) -> bool {
    const DAY: i64 = 24 * 60 * 60;
    match column {
        "revision" | "fresh" => (0..=i64::from(MOST_EDITION)).contains(&number),
        "value" => i32::try_from(number).is_ok(),
        offset if offset.ends_with("_offset") => (1 - DAY..DAY).contains(&number),
        _ => true,
    }
}

/// A text as a field of the book keeps it.
///
/// # Errors
/// [`FileFault::Broken`] when it is longer than a field holds.
pub fn clean(given: &str) -> Result<String, FileFault> {
    text::clean(given).map_err(|_| FileFault::Broken("the length of a text"))
}

/// A key, an id, a name of ours: short, and nothing that reads otherwise than it looks. Two of them with a stroke between are the key of a row
/// that belongs to both, as a line on a copy.
///
/// # Errors
/// [`FileFault::Broken`].
pub fn name(given: &str) -> Result<&str, FileFault> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':');
    let fits = |part: &str| !part.is_empty() && part.bytes().all(plain) && !part.contains("..");
    let (one, other) = given.split_once('/').unwrap_or((given, given));
    if given.len() <= 200 && fits(one) && fits(other) { Ok(given) } else { Err(FileFault::Broken("an id")) }
}
