//! One record of the history in the open format: who, when, what, and every value before and after. Never a changeset.
//! What comes in is read by the same shape and written the same way, so that a file that goes in comes out as it was.

use super::fault::FileFault;
use super::json::{self, Json, quoted};
use super::rows::{self, belongs, past_value};
use crate::error::Error;
use crate::history::changeset::{self, Action, Cell, Whole};
use crate::store::Words as _;
use crate::store::revision::{Act, Revision};
use crate::store::table::{Holds, Table};
use crate::when;
use chrono::{DateTime, SecondsFormat};

/// The longest name of what was done, of a page, of a field.
const MOST_NAME: usize = 200;

/// A record as it is told, apart from its number and its step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub id: String,
    pub at: String,
    pub by: String,
    pub visit: String,
    pub act: Act,
    pub what: String,
    pub page: String,
    pub line: String,
    /// What it said then is no longer in the book.
    pub erased: bool,
    pub changes: Vec<Changed>,
}

/// A row before and after, as JSON; empty where there was none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    pub table: String,
    pub id: String,
    pub before: Vec<(String, String)>,
    pub after: Vec<(String, String)>,
}

impl Record {
    /// A revision of this book.
    ///
    /// # Errors
    /// [`Error::Damaged`] when its changeset cannot be read.
    pub fn of(revision: &Revision, payload: &[u8]) -> Result<Self, Error> {
        let at = when::stored(revision.at, revision.at_offset).to_rfc3339_opts(SecondsFormat::Millis, false);
        let changes = changeset::whole_rows(payload)?.iter().filter_map(changed).collect();
        Ok(Self {
            id: revision.id.clone(),
            at,
            by: revision.author.clone(),
            visit: revision.visit.clone(),
            act: revision.act,
            what: revision.what.clone(),
            page: revision.page.clone(),
            line: revision.entry.clone(),
            erased: revision.digest != revision.payload_digest,
            changes,
        })
    }

    /// As it stands in a file, on one line.
    #[must_use]
    pub fn json(&self, number: i64, step: i64) -> String {
        let changes: Vec<String> = self.changes.iter().map(Changed::json).collect();
        format!(
            "{{\"number\":{number},\"id\":{},\"at\":{},\"by\":{},\"visit\":{},\"act\":{},\"what\":{},\"page\":{},\"line\":{},\"step\":{step},\"erased\":{},\"changes\":[{}]}}",
            quoted(&self.id),
            quoted(&self.at),
            quoted(&self.by),
            quoted(&self.visit),
            quoted(self.act.word()),
            quoted(&self.what),
            quoted(&self.page),
            quoted(&self.line),
            self.erased,
            changes.join(",")
        )
    }

    /// A record from a file with its number and step, everything in it checked.
    ///
    /// # Errors
    /// [`FileFault::Broken`] when it is not such a record.
    pub fn read(json: &Json<'_>) -> Result<(Self, i64, i64), FileFault> {
        let broken = FileFault::Broken("a record of the history");
        let text = |key: &str| json.get(key).and_then(Json::text).ok_or(broken);
        let short = |key: &str| {
            let said = text(key)?;
            let fits = said.len() <= MOST_NAME && rows::clean(said).is_ok_and(|clean| clean == said);
            if fits { Ok(said.to_string()) } else { Err(broken) }
        };
        let number = json.get("number").and_then(Json::integer).ok_or(broken)?;
        let step = json.get("step").and_then(Json::integer).ok_or(broken)?;
        let at = DateTime::parse_from_rfc3339(text("at")?).map_err(|_| broken)?;
        let Some(Json::Bool(erased)) = json.get("erased") else { return Err(broken) };
        let changes = json.get("changes").and_then(Json::list).ok_or(broken)?;
        if json.fields().map_or(0, <[_]>::len) != 12 || !(1..=number).contains(&step) {
            return Err(broken);
        }
        let record = Self {
            id: rows::name(text("id")?)?.to_string(),
            at: at.to_rfc3339_opts(SecondsFormat::Millis, false),
            by: rows::name(text("by")?)?.to_string(),
            visit: short("visit")?,
            act: Act::of(text("act")?).ok_or(broken)?,
            what: rows::name(text("what")?)?.to_string(),
            page: short("page")?,
            line: short("line")?,
            erased: *erased,
            changes: changes.iter().map(Changed::read).collect::<Result<_, _>>()?,
        };
        Ok((record, number, step))
    }
}

/// The changes a kept record tells of.
///
/// # Errors
/// [`Error::Damaged`] when it is no record.
pub fn changes(record: &str) -> Result<Vec<Changed>, Error> {
    Ok(kept(record)?.0.changes)
}

/// A kept record without the changes that go; none when none goes.
///
/// # Errors
/// As [`changes`].
pub fn without(record: &str, goes: impl Fn(&Changed) -> bool) -> Result<Option<String>, Error> {
    let (mut record, number, step) = kept(record)?;
    let before = record.changes.len();
    record.changes.retain(|changed| !goes(changed));
    if record.changes.len() == before {
        return Ok(None);
    }
    record.erased = true;
    Ok(Some(record.json(number, step)))
}

fn kept(record: &str) -> Result<(Record, i64, i64), Error> {
    let damaged = || Error::Damaged("history");
    let json = json::parse(record.as_bytes()).map_err(|_| damaged())?;
    Record::read(&json).map_err(|_| damaged())
}

/// What a changeset says of one row; none when it does not belong to the book.
fn changed(row: &Whole<'_>) -> Option<Changed> {
    let table = rows::table(row.table)?;
    let id = match (row.old.first(), row.new.first()) {
        (Some(Cell::Text(id)), _) | (_, Some(Cell::Text(id))) => *id,
        _ => return None,
    };
    if !belongs(table.name, id) {
        return None;
    }
    let told = |cells: &[Cell<'_>], all: bool| -> Vec<(String, String)> {
        let named = table.columns.iter().zip(cells);
        let moved =
            named.filter(|(column, cell)| !matches!(cell, Cell::Untouched) && (all || column.name != table.key()));
        moved.map(|(column, cell)| (column.name.clone(), past_value(column.holds, *cell))).collect()
    };
    let all = row.action != Action::Update;
    Some(Changed {
        table: table.name.to_string(),
        id: id.to_string(),
        before: told(&row.old, all),
        after: told(&row.new, all),
    })
}

impl Changed {
    /// Whether it is about a row of this table whose column says `word`, before or after.
    #[must_use]
    pub fn says(&self, table: &str, column: &str, word: &str) -> bool {
        let quoted = quoted(word);
        let mut fields = self.before.iter().chain(&self.after);
        self.table == table
            && (column == "id" && self.id == word || fields.any(|(name, value)| name == column && *value == quoted))
    }

    fn json(&self) -> String {
        let side = |fields: &[(String, String)]| match fields {
            [] => "null".to_string(),
            fields => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, value)| format!("{}:{value}", quoted(name))).collect();
                format!("{{{}}}", fields.join(","))
            }
        };
        format!(
            "{{\"table\":{},\"id\":{},\"before\":{},\"after\":{}}}",
            quoted(&self.table),
            quoted(&self.id),
            side(&self.before),
            side(&self.after)
        )
    }

    fn read(json: &Json<'_>) -> Result<Self, FileFault> {
        let broken = FileFault::Broken("a change in the history");
        let text = |key: &str| json.get(key).and_then(Json::text).ok_or(broken);
        if json.fields().map_or(0, <[_]>::len) != 4 {
            return Err(broken);
        }
        let (name, id) = (rows::name(text("table")?)?, rows::name(text("id")?)?);
        let known = rows::table(name);
        let side = |key: &str| -> Result<Vec<(String, String)>, FileFault> {
            match json.get(key) {
                Some(Json::Null) => Ok(Vec::new()),
                Some(Json::Object(fields)) => fields
                    .iter()
                    .map(|(column, value)| Ok((rows::name(column)?.to_string(), past(known, column, value)?)))
                    .collect(),
                _ => Err(broken),
            }
        };
        Ok(Self { table: name.to_string(), id: id.to_string(), before: side("before")?, after: side("after")? })
    }
}

/// A value as it was, written as we write it.
fn past(table: Option<&Table>, column: &str, value: &Json<'_>) -> Result<String, FileFault> {
    let broken = FileFault::Broken("a value in the history");
    let holds =
        table.and_then(|table| table.position(column).and_then(|at| table.columns.get(at))).map(|column| column.holds);
    match (value, holds) {
        (Json::Null, _) => Ok("null".to_string()),
        (Json::Bool(yes), Some(Holds::Flag) | None) => Ok(yes.to_string()),
        (Json::Integer(number), Some(Holds::Integer | Holds::Real) | None) => Ok(number.to_string()),
        (Json::Real(number), Some(Holds::Real) | None) => Ok(serde_json::to_string(number).map_err(|_| broken)?),
        (Json::Text(text), Some(Holds::Text) | None) => rows::clean(text).map(|text| quoted(&text)),
        (Json::Object(fields), Some(Holds::Blob) | None) => match fields.as_slice() {
            [(name, Json::Text(digest))]
                if name == "sha256" && digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                Ok(format!("{{\"sha256\":{}}}", quoted(digest)))
            }
            _ => Err(broken),
        },
        _ => Err(broken),
    }
}
