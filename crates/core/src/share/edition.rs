//! The number of a print: which of two copies is the newer one, also after the book moved to another computer or was put together again.
//! Not here: the number of a change, which begins anew in such a book (`history`).

use crate::book::Book;
use crate::error::Error;
use crate::store::{earlier, revision, setting, share};
use rusqlite::Connection;

/// More than any book has; a file may say anything.
const MOST: u32 = 1_000_000_000;

impl Book {
    /// What is printed now is this edition: another one after every change, and never lower than one that may be out there. Changes made
    /// before the book came in from a file are counted, and what it was settled to begin at when it came in.
    ///
    /// # Errors
    /// What the database says.
    pub fn edition(&self) -> Result<u32, Error> {
        let edition = before(self.connection())?.saturating_add(self.revision());
        // A copy written on the list by hand, or by a program that settled nothing.
        let given = share::last_edition(self.connection())?;
        Ok(if given > edition { given.saturating_add(1) } else { edition })
    }
}

/// Where the editions of a book begin whose own changes are not all there: past the copies on its list, and past `changes`, as many as are
/// known of it. Written down once, as part of the step it came in with.
///
/// # Errors
/// What the database says.
pub(crate) fn settle_edition(connection: &Connection, changes: u32) -> Result<(), Error> {
    let begins = begins(connection)?;
    let now = before(connection)?.saturating_add(made(connection)?);
    let known = before(connection)?.saturating_add(changes).max(share::last_edition(connection)?);
    if known <= now {
        return Ok(());
    }
    let begins = begins.saturating_add(known - now).min(MOST);
    setting::set(connection, setting::EDITIONS, &begins.to_string())
}

/// How many editions there were before the first change of this record.
fn before(connection: &Connection) -> Result<u32, Error> {
    Ok(begins(connection)?.saturating_add(earlier::last(connection)?))
}

fn made(connection: &Connection) -> Result<u32, Error> {
    Ok(revision::head(connection)?.and_then(|head| u32::try_from(head.seq).ok()).unwrap_or_default())
}

fn begins(connection: &Connection) -> Result<u32, Error> {
    let begins = setting::get(connection, setting::EDITIONS)?;
    Ok(begins.and_then(|begins| begins.parse().ok()).filter(|begins| *begins <= MOST).unwrap_or_default())
}
