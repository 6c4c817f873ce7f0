//! Changesets: recording what a change did to the domain tables, taking one back, and looking inside one.
//! Not here: the revision a changeset belongs to.

use crate::error::Error;
use crate::store::{DOMAIN, entry};
use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter, ConflictAction, Session, invert_strm};
use std::collections::BTreeSet;
use std::io::Read;

/// Runs `work` and gives what it gave, with the changeset of everything it did to the domain tables. Empty: nothing changed.
///
/// # Errors
/// Those of `work`, and what the database says. The caller rolls back.
pub fn recorded<T>(connection: &Connection, work: impl FnOnce() -> Result<T, Error>) -> Result<(T, Vec<u8>), Error> {
    let mut session = Session::new(connection)?;
    for table in DOMAIN {
        session.attach(Some(table))?;
    }
    let given = work()?;
    let mut changeset = Vec::new();
    if !session.is_empty() {
        session.changeset_strm(&mut changeset)?;
    }
    Ok((given, changeset))
}

/// Takes a changeset back. Anything that is not as the changeset left it stops the whole.
///
/// # Errors
/// [`Error::Damaged`] when the tables are not as the record says.
pub fn apply_inverse(connection: &Connection, changeset: &[u8]) -> Result<(), Error> {
    if changeset.is_empty() {
        return Ok(());
    }
    let mut inverse = Vec::with_capacity(changeset.len());
    invert_strm(&mut &*changeset, &mut inverse)?;
    let all = None::<fn(&str) -> bool>;
    connection.apply_strm(&mut inverse.as_slice(), all, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT).map_err(
        |error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::OperationAborted) => Error::Damaged("history"),
            _ => error.into(),
        },
    )
}

/// One row that a changeset touches.
pub struct Row<'a> {
    item: &'a ChangesetItem,
    pub table: &'a str,
    pub action: Action,
}

impl Row<'_> {
    /// The value after the change; `None` when the column was left as it was or the row is gone.
    #[must_use]
    pub fn new(&self, column: usize) -> Option<String> {
        if self.action == Action::SQLITE_DELETE {
            return None;
        }
        Some(self.item.new_value(column).ok()?.as_str().ok()?.to_string())
    }

    /// The value before the change, or of a key.
    #[must_use]
    pub fn old(&self, column: usize) -> Option<String> {
        if self.action == Action::SQLITE_INSERT {
            return None;
        }
        Some(self.item.old_value(column).ok()?.as_str().ok()?.to_string())
    }

    /// The value a key column has, before or after.
    #[must_use]
    pub fn known(&self, column: usize) -> Option<String> {
        self.old(column).or_else(|| self.new(column))
    }
}

/// Visits every row a changeset touches.
///
/// # Errors
/// When the changeset cannot be read.
pub fn rows(changeset: &[u8], mut visit: impl FnMut(&Row<'_>)) -> Result<(), Error> {
    if changeset.is_empty() {
        return Ok(());
    }
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        visit(&Row { item, table: operation.table_name(), action: operation.code() });
    }
    Ok(())
}

/// The lines a changeset touches: their own rows, and those their links start from.
///
/// # Errors
/// When the changeset cannot be read.
pub fn entries(changeset: &[u8]) -> Result<Vec<String>, Error> {
    let mut found = BTreeSet::new();
    rows(changeset, |row| {
        let id = match row.table {
            "entry" => row.known(0),
            // link: id, from_entry, …
            "link" => row.known(1),
            _ => None,
        };
        found.extend(id);
    })?;
    Ok(found.into_iter().collect())
}

/// Position of a column of `entry`.
#[must_use]
pub fn entry_column(name: &str) -> usize {
    entry::COLUMNS.iter().position(|column| *column == name).unwrap_or(usize::MAX)
}
