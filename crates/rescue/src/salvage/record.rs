//! The record of a damaged book: taken over as it is as far as it is whole, and read for lines beyond that.

use super::rows::Rows;
use crate::Desk;
use holdepunkt_core::error::Error;
use holdepunkt_core::history::past::Past;
use holdepunkt_core::history::{chain, changeset};
use holdepunkt_core::store::revision;
use rusqlite::Connection;
use rusqlite::session::ConflictAction;

/// Applies the changes of the record to an empty book, from the first to the last before something is missing, changed or
/// does not fit; gives how many. The chain of the new book is that of the old.
pub fn replay(desk: &Desk, connection: &Connection, key: &[u8; 32], rows: &Rows) -> Result<u64, Error> {
    let mut kept = 0_u64;
    let mut previous: Vec<u8> = Vec::new();
    connection.execute_batch("BEGIN IMMEDIATE")?;
    for (revision, payload) in &rows.revisions {
        let fits = u64::try_from(revision.seq).is_ok_and(|seq| seq == kept + 1)
            && chain::digest(key, payload)[..] == revision.payload_digest[..]
            && chain::link(key, &previous, revision)[..] == revision.chain[..];
        if !fits || !apply(connection, payload) {
            break;
        }
        revision::append(connection, revision, payload, &changeset::entries(payload)?)?;
        previous.clone_from(&revision.chain);
        kept += 1;
        desk.progress(kept, rows.revisions.len() as u64);
    }
    connection.execute_batch("COMMIT")?;
    Ok(kept)
}

/// All of it or nothing; false when the tables are not as it expects.
fn apply(connection: &Connection, payload: &[u8]) -> bool {
    let all = None::<fn(&str) -> bool>;
    let mut payload_read = payload;
    payload.is_empty()
        || connection.apply_strm(&mut payload_read, all, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT).is_ok()
}

/// What each line became by the changes that can be read and are as they were written.
pub fn fold(key: &[u8; 32], rows: &Rows) -> Past {
    let mut past = Past::default();
    for (revision, payload) in &rows.revisions {
        if chain::digest(key, payload)[..] == revision.payload_digest[..] {
            let _ = past.forward(payload);
        }
    }
    past
}
