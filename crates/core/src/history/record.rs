//! Recording what a change did to the domain tables as a changeset of SQLite's session extension, and taking one back.
//! Not here: the revision a changeset belongs to, and what is inside one (`changeset`).

use crate::error::Error;
use crate::store::DOMAIN;
use rusqlite::Connection;
use rusqlite::session::{ConflictAction, Session, invert_strm};

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
    apply(connection, &inverse)
}

/// Does a changeset again. Anything that is not as it was before the changeset stops the whole.
///
/// # Errors
/// [`Error::Damaged`] when the tables are not as the record says.
pub fn apply(connection: &Connection, mut changeset: &[u8]) -> Result<(), Error> {
    if changeset.is_empty() {
        return Ok(());
    }
    let all = None::<fn(&str) -> bool>;
    connection.apply_strm(&mut changeset, all, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT).map_err(|error| {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::OperationAborted) => Error::Damaged("history"),
            _ => error.into(),
        }
    })
}
