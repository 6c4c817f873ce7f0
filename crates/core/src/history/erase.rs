//! *Slet for altid*: a line taken out of the tables and out of every changeset. The chain runs over the digests of what was written and
//! holds; a row whose payload was rewritten says so. Not here: the copies beside the book (`backup`), which are cleared by the next backup.

use super::{chain, changeset, earlier};
use crate::error::Error;
use crate::store::{entry, link, picture, preset_part, revision, setting, share_line};
use rusqlite::Connection;
use std::collections::HashSet;

/// The name of an erasure in the record.
pub const WHAT: &str = "erase-line";

/// Takes the line out for good, inside the caller's transaction, and says in the book that the copies beside it must go too.
///
/// # Errors
/// What the database says; [`Error::Damaged`] when a changeset cannot be read.
pub fn line(connection: &Connection, key: &[u8; 32], id: &str) -> Result<(), Error> {
    link::forget(connection, id)?;
    preset_part::forget(connection, id)?;
    share_line::forget(connection, id)?;
    picture::forget(connection, id)?;
    entry::forget(connection, id)?;
    earlier::forget_line(connection, id)?;
    let (mut rewritten, mut pictures) = (Vec::new(), HashSet::new());
    revision::walk(connection, |revision, payload| {
        if let Some(without) = changeset::without_line(payload, id, &mut pictures)? {
            rewritten.push((revision.seq, without));
        }
        Ok(())
    })?;
    for (seq, payload) in rewritten {
        revision::rewrite(connection, seq, &payload, &chain::digest(key, &payload))?;
    }
    // Each erasure has a word of its own, so that a copy that was begun before it does not count for it.
    let after = revision::head(connection)?.map_or(0, |head| head.seq);
    setting::set(connection, setting::CLEAR_COPIES, &format!("erased after {after}"))
}
