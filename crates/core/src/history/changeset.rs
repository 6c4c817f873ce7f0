//! Inside a changeset (<https://sqlite.org/session/changeset.html>): which rows it touches, and the one of a keystroke.
//! Read here rather than by the library, whose every small step locks and wipes memory: history folds thousands of them.
//! Not here: applying one (`record`).

use crate::error::Error;
use crate::store::{DOMAIN, entry};
use std::collections::BTreeSet;

const INSERT: u8 = 18;
const UPDATE: u8 = 23;
const DELETE: u8 = 9;

const INTEGER: u8 = 1;
const FLOAT: u8 = 2;
const TEXT: u8 = 3;
const BLOB: u8 = 4;

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Insert,
    Update,
    Delete,
}

/// One row that a changeset touches: its text values, `None` where a column is left alone or is no text.
#[derive(Debug, PartialEq, Eq)]
pub struct Row<'a> {
    pub table: &'a str,
    pub action: Action,
    pub old: Vec<Option<&'a str>>,
    pub new: Vec<Option<&'a str>>,
}

/// A value in a changeset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Left alone by an update.
    Untouched,
    Null,
    Integer(i64),
    Real(f64),
    Text(&'a str),
    Blob(&'a [u8]),
}

impl<'a> Cell<'a> {
    const fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// One row that a changeset touches, with every value, in the order of the table's columns.
#[derive(Debug, PartialEq)]
pub struct Whole<'a> {
    pub table: &'a str,
    pub action: Action,
    /// Empty for a new row.
    pub old: Vec<Cell<'a>>,
    /// Empty for a row taken away.
    pub new: Vec<Cell<'a>>,
}

impl<'a> From<Whole<'a>> for Row<'a> {
    fn from(whole: Whole<'a>) -> Self {
        let texts = |cells: Vec<Cell<'a>>| cells.into_iter().map(Cell::text).collect();
        Self { table: whole.table, action: whole.action, old: texts(whole.old), new: texts(whole.new) }
    }
}

impl<'a> Row<'a> {
    /// The value after the change.
    #[must_use]
    pub fn after(&self, column: usize) -> Option<&'a str> {
        self.new.get(column).copied().flatten()
    }

    /// Whether the value is `word`, before or after.
    #[must_use]
    pub fn says(&self, column: usize, word: &str) -> bool {
        [&self.old, &self.new].into_iter().any(|side| side.get(column).copied().flatten() == Some(word))
    }

    /// Whether `word` stands in the value, before or after.
    #[must_use]
    pub fn holds(&self, column: usize, word: &str) -> bool {
        let side =
            |side: &[Option<&str>]| side.get(column).copied().flatten().is_some_and(|value| value.contains(word));
        side(&self.old) || side(&self.new)
    }

    /// A key, which is the same before and after.
    #[must_use]
    pub fn key(&self, column: usize) -> Option<&'a str> {
        self.old.get(column).copied().flatten().or_else(|| self.after(column))
    }
}

/// Every row a changeset touches.
///
/// # Errors
/// [`Error::Damaged`] when it is no changeset.
pub fn rows(changeset: &[u8]) -> Result<Vec<Row<'_>>, Error> {
    Ok(whole_rows(changeset)?.into_iter().map(Row::from).collect())
}

/// The same with numbers and blobs.
///
/// # Errors
/// As [`rows`].
pub fn whole_rows(changeset: &[u8]) -> Result<Vec<Whole<'_>>, Error> {
    read(changeset).ok_or(Error::Damaged("history"))
}

fn read(changeset: &[u8]) -> Option<Vec<Whole<'_>>> {
    let mut bytes = Bytes(changeset);
    let mut rows = Vec::new();
    let (mut table, mut columns) = ("", 0);
    while !bytes.0.is_empty() {
        rows.extend(bytes.next(&mut table, &mut columns)?);
    }
    Some(rows)
}

/// Whether these letters stand anywhere in it.
#[must_use]
pub fn holds(changeset: &[u8], word: &str) -> bool {
    changeset.windows(word.len().max(1)).any(|window| window == word.as_bytes())
}

/// The changeset without the rows that go; the rest byte for byte. None when none goes.
///
/// # Errors
/// As [`rows`].
pub fn without(changeset: &[u8], goes: impl Fn(&Row<'_>) -> bool) -> Result<Option<Vec<u8>>, Error> {
    let rows = rows(changeset)?;
    if !rows.iter().any(&goes) {
        return Ok(None);
    }
    let mut rest = Vec::with_capacity(changeset.len());
    let mut head = &changeset[..0];
    for (piece, row) in pieces(changeset).ok_or(Error::Damaged("history"))?.into_iter().zip(rows) {
        if !goes(&row) {
            if head != piece.head {
                rest.extend(piece.head);
                head = piece.head;
            }
            rest.extend(piece.row);
        }
    }
    Ok(Some(rest))
}

/// A changeset as several that do the same one after the other, none longer than `most` where its rows are not. After each of them the rows fit
/// together: first what is new or written anew, parents before children; then what goes, children before parents.
///
/// # Errors
/// As [`rows`].
pub fn parts(changeset: Vec<u8>, most: usize) -> Result<Vec<Vec<u8>>, Error> {
    if changeset.len() <= most {
        return Ok(vec![changeset]);
    }
    let mut pieces = pieces(&changeset).ok_or(Error::Damaged("history"))?;
    let order = |table: &str| DOMAIN.iter().position(|known| *known == table).unwrap_or_default();
    pieces.sort_by_key(|piece| match piece.action {
        Action::Delete => (true, order(piece.table)),
        Action::Insert | Action::Update => (false, DOMAIN.len() - order(piece.table)),
    });
    let mut parts = Vec::new();
    let (mut part, mut head) = (Vec::new(), &changeset[..0]);
    for piece in pieces {
        if !part.is_empty() && part.len() + piece.head.len() + piece.row.len() > most {
            parts.push(std::mem::take(&mut part));
            head = &[];
        }
        if head != piece.head {
            part.extend(piece.head);
            head = piece.head;
        }
        part.extend(piece.row);
    }
    parts.push(part);
    Ok(parts)
}

/// One row of a changeset as it lies there, with the head of its table.
struct Piece<'a> {
    table: &'a str,
    action: Action,
    head: &'a [u8],
    row: &'a [u8],
}

fn pieces(changeset: &[u8]) -> Option<Vec<Piece<'_>>> {
    let mut bytes = Bytes(changeset);
    let mut pieces = Vec::new();
    let (mut table, mut columns, mut head) = ("", 0, &changeset[..0]);
    while !bytes.0.is_empty() {
        let from = bytes.0;
        let row = bytes.next(&mut table, &mut columns)?;
        let taken = &from[..from.len() - bytes.0.len()];
        match row {
            Some(Whole { action, .. }) => pieces.push(Piece { table, action, head, row: taken }),
            None => head = taken,
        }
    }
    Some(pieces)
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// The next row, or none when it was the head of a table.
    fn next(&mut self, table: &mut &'a str, columns: &mut usize) -> Option<Option<Whole<'a>>> {
        let action = self.byte()?;
        if action == b'T' {
            *columns = self.length()?;
            self.take(*columns)?;
            let end = self.0.iter().position(|byte| *byte == 0)?;
            *table = std::str::from_utf8(self.take(end)?).ok()?;
            self.byte()?;
            return Some(None);
        }
        // Whether it was a trigger's doing; we have none.
        self.byte()?;
        let (action, old, new) = match action {
            INSERT => (Action::Insert, Vec::new(), self.record(*columns)?),
            DELETE => (Action::Delete, self.record(*columns)?, Vec::new()),
            UPDATE => (Action::Update, self.record(*columns)?, self.record(*columns)?),
            _ => return None,
        };
        Some(Some(Whole { table, action, old, new }))
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// Seven bits a byte, the highest first; four bytes are more than any of our texts needs.
    fn length(&mut self) -> Option<usize> {
        let mut length = 0;
        for _ in 0..4 {
            let byte = self.byte()?;
            length = length << 7 | usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Some(length);
            }
        }
        None
    }

    fn record(&mut self, columns: usize) -> Option<Vec<Cell<'a>>> {
        // One after the other: the count comes from the file, so nothing is reserved by it.
        (0..columns).map(|_| self.value()).collect()
    }

    fn value(&mut self) -> Option<Cell<'a>> {
        Some(match self.byte()? {
            INTEGER => Cell::Integer(i64::from_be_bytes(self.eight()?)),
            FLOAT => Cell::Real(f64::from_be_bytes(self.eight()?)),
            TEXT => {
                let length = self.length()?;
                Cell::Text(std::str::from_utf8(self.take(length)?).ok()?)
            }
            BLOB => {
                let length = self.length()?;
                Cell::Blob(self.take(length)?)
            }
            0 => Cell::Untouched,
            5 => Cell::Null,
            _ => return None,
        })
    }

    fn eight(&mut self) -> Option<[u8; 8]> {
        self.take(8)?.try_into().ok()
    }
}

/// The lines a changeset touches: their own rows, and those their links start from.
///
/// # Errors
/// As [`rows`].
pub fn entries(changeset: &[u8]) -> Result<Vec<String>, Error> {
    let mut found = BTreeSet::new();
    for row in rows(changeset)? {
        let id = match row.table {
            "entry" => row.key(0),
            // link: id, from_entry, … picture: id, entry, …
            "link" | "picture" => row.key(1),
            _ => None,
        };
        found.extend(id.map(str::to_string));
    }
    Ok(found.into_iter().collect())
}

/// Position of a column of `entry`.
#[must_use]
pub fn entry_column(name: &str) -> usize {
    entry::COLUMNS.iter().position(|column| *column == name).unwrap_or(usize::MAX)
}

/// The changeset of one text column of one line written anew, byte for byte what [`recorded`](super::record::recorded) would give (a test holds
/// them together). A session costs some sixty small allocations, each locked in memory and wiped: more than the save itself.
#[must_use]
pub fn line_written(column: &str, id: &str, before: &str, after: &str) -> Vec<u8> {
    if before == after {
        return Vec::new();
    }
    let mut bytes = Vec::with_capacity(before.len() + after.len() + id.len() + 64);
    bytes.push(b'T');
    bytes.push(u8::try_from(entry::COLUMNS.len()).unwrap_or(u8::MAX));
    bytes.extend(entry::COLUMNS.iter().map(|name| u8::from(*name == "id")));
    bytes.extend(b"entry\0");
    bytes.extend([UPDATE, 0]);
    for name in entry::COLUMNS {
        match name {
            "id" => text(&mut bytes, id),
            name if name == column => text(&mut bytes, before),
            _ => bytes.push(0),
        }
    }
    for name in entry::COLUMNS {
        if name == column { text(&mut bytes, after) } else { bytes.push(0) }
    }
    bytes
}

/// A text value: its type, its length in seven bits a byte with the highest first, and itself.
fn text(bytes: &mut Vec<u8>, value: &str) {
    bytes.push(TEXT);
    let mut shift = 28;
    while shift > 0 && value.len() >> shift == 0 {
        shift -= 7;
    }
    while shift > 0 {
        bytes.push(u8::try_from(value.len() >> shift & 0x7f).unwrap_or_default() | 0x80);
        shift -= 7;
    }
    bytes.push(u8::try_from(value.len() & 0x7f).unwrap_or_default());
    bytes.extend(value.as_bytes());
}
