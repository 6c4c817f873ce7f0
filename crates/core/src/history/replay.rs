//! Changes that are in the journal but not in the book, done again with everything checked: the same rows, the same chain.
//! Not here: where they come from (`journal`), and when (`opening/recover`).

use super::erase::Erasure;
use super::{chain, changeset, record};
use crate::error::Error;
use crate::journal::{Mark, Record};
use crate::store::{Transaction, Words as _, revision};
use crate::visit::pen::Running;
use rusqlite::Connection;

/// Where the record of the book stands.
///
/// # Errors
/// What the database says.
pub fn mark(connection: &Connection) -> Result<Mark, Error> {
    Ok(revision::head(connection)?.map(|revision| Mark::of(&revision)).unwrap_or_default())
}

/// Does the records again that follow the book's newest revision, all or none; gives how many. Older ones are passed over.
///
/// # Errors
/// [`Error::Damaged`] when they do not follow: a gap, another chain, or tables that are not as the record says.
pub fn forward(connection: &Connection, key: &[u8; 32], records: &[Record]) -> Result<u64, Error> {
    let transaction = Transaction::begin(connection)?;
    let mut at = mark(connection)?;
    let mut done = 0;
    for (revision, changeset) in records {
        if revision.seq <= at.seq {
            continue;
        }
        let follows = revision.seq == at.seq + 1
            && chain::digest(key, changeset)[..] == revision.digest[..]
            && chain::link(key, &at.chain, revision)[..] == revision.chain[..];
        if !follows {
            return Err(Error::Damaged("journal"));
        }
        // An erasure is in no changeset: nothing may be left of what it took.
        let touched = match Erasure::of(&revision.what) {
            Some(erasure) => {
                erasure.carry_out(connection, key, &revision.entry)?;
                erasure.touched(&revision.entry)
            }
            None => {
                record::apply(connection, changeset)?;
                Running::follow(connection, revision, changeset)?;
                changeset::entries(changeset)?
            }
        };
        revision::append(connection, revision, changeset, &touched)?;
        at = Mark::of(revision);
        done += 1;
    }
    transaction.commit()?;
    Ok(done)
}

/// Whether the book's record goes through `mark`.
///
/// # Errors
/// What the database says.
pub fn passed(connection: &Connection, mark: &Mark) -> Result<bool, Error> {
    if mark.seq == 0 {
        return Ok(mark.chain.is_empty());
    }
    Ok(revision::get(connection, mark.seq)?.is_some_and(|revision| revision.chain == mark.chain))
}
