//! A file of the open format, read and checked, and held apart from the book. Nothing here touches a book.
//! Not here: what it would bring (`preview`), and bringing it in (`bring`).

use super::fault::FileFault;
use super::json::{self, Json};
use super::picture;
use super::record::Record;
use super::rows::{self, belongs};
use super::{FORMAT, VERSION};
use crate::going::{Going, Stage};
use crate::store::author::ME;
use crate::store::earlier::Earlier;
use crate::store::table::Table;
use rusqlite::types::Value;
use std::collections::{HashMap, HashSet};

/// Pictures that are drawn anew from one file: each takes a moment.
const MOST_DRAWN: usize = 24;

/// A row by the positions of its columns; the key first.
pub type Row = Vec<(usize, Value)>;

/// Everything in a file, checked.
#[derive(Clone, Debug, Default)]
pub struct Parcel {
    /// Rows by table; every table of ours is in it.
    pub tables: HashMap<&'static str, Vec<Row>>,
    /// The history the file tells.
    pub history: Vec<Earlier>,
    /// When the oldest and the newest record were written, as the file says.
    pub span: Option<(String, String)>,
    /// Tables, columns and values of a later version that are passed over.
    pub unknown: usize,
}

/// Reads a file that nobody waits for.
///
/// # Errors
/// [`FileFault`], with nothing kept.
pub fn read(bytes: &[u8]) -> Result<Parcel, FileFault> {
    read_along(bytes, &Going::default())
}

/// Reads a file, and tells how far it has come.
///
/// # Errors
/// [`FileFault`], with nothing kept; [`FileFault::Stopped`] when that was asked for.
pub fn read_along(bytes: &[u8], going: &Going) -> Result<Parcel, FileFault> {
    going.at(Stage::Reading, 0, 1)?;
    let json = json::parse(bytes)?;
    let minor = version(&json)?;
    let mut count = Count { going, done: 0, of: rows_in(&json) };
    let mut parcel = Parcel { unknown: json.fields().map_or(0, <[_]>::len).saturating_sub(4), ..Parcel::default() };
    let book = json.get("book").and_then(Json::fields).ok_or(FileFault::Broken("book"))?;
    for (name, list) in book {
        let list = list.list().ok_or(FileFault::Broken("a table"))?;
        match rows::table(name) {
            Some(table) => parcel.take_rows(table, list, &mut count)?,
            None => parcel.unknown += 1 + list.len(),
        }
    }
    for table in rows::told() {
        parcel.tables.entry(table.name).or_default();
    }
    // What a later version added is passed over and told. In a file of our own version it has no business.
    if parcel.unknown > 0 && minor <= VERSION.1 {
        return Err(FileFault::Broken("a name we do not know"));
    }
    let history = json.get("history").and_then(Json::list).ok_or(FileFault::Broken("history"))?;
    parcel.take_history(history, &mut count)?;
    parcel.fits_together()?;
    parcel.take_pictures(going)?;
    Ok(parcel)
}

/// Rows that were read, of those there are.
struct Count<'a> {
    going: &'a Going,
    done: usize,
    of: usize,
}

impl Count<'_> {
    fn one_more(&mut self) -> Result<(), FileFault> {
        self.done += 1;
        Ok(self.going.at(Stage::Reading, self.done, self.of)?)
    }
}

/// How many rows and records a file has.
fn rows_in(json: &Json<'_>) -> usize {
    let length = |list: &Json<'_>| list.list().map_or(0, <[_]>::len);
    let tables = json.get("book").and_then(Json::fields).unwrap_or_default();
    tables.iter().map(|(_, list)| length(list)).sum::<usize>() + json.get("history").map_or(0, length)
}

/// The second number of the version; a file of another first number is refused.
fn version(json: &Json<'_>) -> Result<u32, FileFault> {
    if json.get("format").and_then(Json::text) != Some(FORMAT) {
        return Err(FileFault::NotOurs);
    }
    let version = json.get("version").and_then(Json::text).ok_or(FileFault::Broken("version"))?;
    let (major, minor) = version.split_once('.').ok_or(FileFault::Broken("version"))?;
    let number = |digits: &str| match digits.bytes().all(|digit| digit.is_ascii_digit()) {
        true => digits.parse::<u32>().map_err(|_| FileFault::Newer),
        false => Err(FileFault::Broken("version")),
    };
    match (number(major)?, number(minor)?) {
        (major, minor) if major == VERSION.0 => Ok(minor),
        (0, _) => Err(FileFault::Broken("version")),
        _ => Err(FileFault::Newer),
    }
}

impl Parcel {
    /// The rows of a table.
    #[must_use]
    pub fn rows(&self, table: &str) -> &[Row] {
        self.tables.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    fn take_rows(&mut self, table: &'static Table, list: &[Json<'_>], count: &mut Count<'_>) -> Result<(), FileFault> {
        let mut keys = HashSet::new();
        let mut kept = Vec::new();
        for json in list {
            count.one_more()?;
            let row = self.row(table, json)?;
            let key = text_of(table, &row, table.key());
            check_key(table.name, key)?;
            if !belongs(table.name, key) {
                return Err(FileFault::Broken("a setting that stays where it is"));
            }
            if !keys.insert(key.to_string()) {
                return Err(FileFault::Broken("a key that stands twice"));
            }
            kept.push(row);
        }
        self.tables.insert(table.name, kept);
        Ok(())
    }

    fn row(&mut self, table: &'static Table, json: &Json<'_>) -> Result<Row, FileFault> {
        let fields = json.fields().ok_or(FileFault::Broken("a row"))?;
        let mut row = Row::with_capacity(table.columns.len());
        for (name, value) in fields {
            match table.position(name).and_then(|at| table.columns.get(at).map(|column| (at, column))) {
                Some((at, column)) => row.push((at, rows::read(column, value)?)),
                None => self.unknown += 1,
            }
        }
        row.sort_by_key(|(at, _)| *at);
        Ok(row)
    }

    fn take_history(&mut self, list: &[Json<'_>], count: &mut Count<'_>) -> Result<(), FileFault> {
        let mut ids = HashSet::new();
        let authors: HashSet<String> = self.keys("author").map(str::to_string).chain([ME.to_string()]).collect();
        for (at, json) in list.iter().enumerate() {
            count.one_more()?;
            let (record, number, step) = Record::read(json)?;
            if usize::try_from(number) != Ok(at + 1) || !ids.insert(record.id.clone()) {
                return Err(FileFault::Broken("the order of the history"));
            }
            if !authors.contains(&record.by) {
                return Err(FileFault::Broken("an author nobody knows"));
            }
            let first = self.span.take().map_or_else(|| record.at.clone(), |(first, _)| first);
            self.span = Some((first, record.at.clone()));
            let told = record.json(number, step);
            self.history.push(Earlier { id: record.id, number, entry: record.line, record: told });
        }
        Ok(())
    }

    /// Pictures and recordings come in as our own would lie there, and no more to a line than a line has room for.
    fn take_pictures(&mut self, going: &Going) -> Result<(), FileFault> {
        let (Some(table), Some(rows)) = (rows::table("picture"), self.tables.get_mut("picture")) else { return Ok(()) };
        let (mut on_line, mut drawn): (HashMap<String, usize>, usize) = (HashMap::new(), 0);
        let of = rows.len();
        for (at, row) in rows.iter_mut().enumerate() {
            going.at(Stage::Pictures, at, of)?;
            if text_of(table, row, "state") == "plan" {
                let there = on_line.entry(text_of(table, row, "entry").to_string()).or_default();
                *there += 1;
                if *there > picture::ON_A_LINE {
                    return Err(FileFault::TooBig);
                }
            }
            let size = (number_of(table, row, "width"), number_of(table, row, "height"));
            let kind = text_of(table, row, "kind").to_string();
            let Some(Value::Blob(bytes)) = value_of(table, row, "bytes") else {
                return Err(FileFault::Broken("a picture"));
            };
            let given = std::mem::take(bytes);
            let before = given.len();
            let kept = picture::as_ours(&kind, size, given)?;
            drawn += usize::from((kept.width, kept.height) != size || kept.kind != kind || kept.bytes.len() != before);
            if drawn > MOST_DRAWN {
                return Err(FileFault::TooBig);
            }
            for (column, value) in [
                ("kind", Value::Text(kept.kind.to_string())),
                ("width", Value::Integer(kept.width.into())),
                ("height", Value::Integer(kept.height.into())),
                ("bytes", Value::Blob(kept.bytes)),
            ] {
                let Some(spot) = value_of(table, row, column) else { return Err(FileFault::Broken("a picture")) };
                *spot = value;
            }
        }
        Ok(())
    }

    /// The keys of a table.
    pub fn keys(&self, table: &str) -> impl Iterator<Item = &str> {
        let known = rows::table(table);
        self.rows(table).iter().map(move |row| known.map_or("", |table| text_of(table, row, table.key())))
    }

    /// Every line, link and picture belongs to something in the file, and every line to an author of it.
    fn fits_together(&self) -> Result<(), FileFault> {
        let authors: HashSet<&str> = self.keys("author").collect();
        let entries: HashSet<&str> = self.keys("entry").collect();
        if !authors.contains(ME) {
            return Err(FileFault::Broken("authors"));
        }
        for (table, column, known) in
            [("entry", "author", &authors), ("link", "from_entry", &entries), ("picture", "entry", &entries)]
        {
            let Some(described) = rows::table(table) else { continue };
            if self.rows(table).iter().any(|row| !known.contains(text_of(described, row, column))) {
                return Err(FileFault::Broken("a row that belongs to nothing"));
            }
        }
        Ok(())
    }
}

/// A text of a row; empty when the file did not give it.
#[must_use]
pub fn text_of<'a>(table: &Table, row: &'a Row, column: &str) -> &'a str {
    let at = table.position(column);
    let found = row.iter().find(|(position, _)| Some(*position) == at);
    match found {
        Some((_, Value::Text(text))) => text,
        _ => "",
    }
}

fn value_of<'a>(table: &Table, row: &'a mut Row, column: &str) -> Option<&'a mut Value> {
    let at = table.position(column)?;
    row.iter_mut().find(|(position, _)| *position == at).map(|(_, value)| value)
}

/// A number of a row; none is nought.
fn number_of(table: &Table, row: &Row, column: &str) -> u32 {
    let at = table.position(column);
    match row.iter().find(|(position, _)| Some(*position) == at) {
        Some((_, Value::Integer(number))) => u32::try_from(*number).unwrap_or(u32::MAX),
        _ => 0,
    }
}

/// What may be a key: ids of what people write are random UUIDs, the rest names of ours.
fn check_key(table: &str, key: &str) -> Result<(), FileFault> {
    rows::name(key)?;
    let written = matches!(table, "entry" | "link" | "person" | "picture");
    let is_uuid = || uuid::Uuid::try_parse(key).is_ok_and(|known| known.hyphenated().to_string() == key);
    if written && !is_uuid() { Err(FileFault::Broken("an id")) } else { Ok(()) }
}
