//! *Slet for altid*: a line taken out of the tables and out of every changeset. The chain runs over the digests of what was written and
//! holds; a row whose payload was rewritten says so. Not here: the copies beside the book (`backup`), which are cleared by the next backup.

use super::{chain, changeset, earlier};
use crate::error::Error;
use crate::store::{
    entry, handover as handovers, link, picture, preset_part, proposal, revision, setting, share_line, visit as visits,
};
use rusqlite::Connection;
use std::collections::HashSet;

/// The name of an erasure in the record.
pub const WHAT: &str = "erase-line";
/// The same of a visit.
pub const VISIT: &str = "erase-visit";

/// The same of a hand-over.
pub const HANDOVER: &str = "erase-handover";

/// Tables whose second column is the visit a row belongs to.
const OF_VISIT: [&str; 5] = ["visit_answer", "agreement", "proposal", "visit_chapter", "visit_person"];
/// The same of a hand-over.
const OF_HANDOVER: [&str; 3] = ["handover_chapter", "handover_answer", "proposal"];
/// The column of `proposal` that says which line it is about.
const TARGET: usize = 6;

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
    proposal::forget(connection, id)?;
    let mut pictures = HashSet::new();
    // What others proposed about it holds its words too.
    let about = keys(connection, id, |row| row.table == "proposal" && row.key(TARGET) == Some(id))?;
    rewrite(connection, key, |payload| {
        let without = changeset::without_line(payload, id, &mut pictures)?;
        let rest = without.as_deref().unwrap_or(payload);
        let rest = changeset::without_rows(rest, "proposal", &about)?;
        Ok(rest.or(without))
    })
}

/// Takes a visit out for good, inside the caller's transaction, with everything that belongs to it.
///
/// # Errors
/// As [`line`].
pub fn visit(connection: &Connection, key: &[u8; 32], id: &str) -> Result<(), Error> {
    visits::forget(connection, id)?;
    with_what_belongs_to(connection, key, id, "visit", &OF_VISIT)
}

/// Takes a hand-over out for good, inside the caller's transaction, with what was proposed through it.
///
/// # Errors
/// As [`line`].
pub fn handover(connection: &Connection, key: &[u8; 32], id: &str) -> Result<(), Error> {
    handovers::forget(connection, id)?;
    with_what_belongs_to(connection, key, id, "handover", &OF_HANDOVER)
}

fn with_what_belongs_to(
    connection: &Connection,
    key: &[u8; 32],
    id: &str,
    own: &'static str,
    others: &[&'static str],
) -> Result<(), Error> {
    let mut belongs = Vec::new();
    for table in others.iter().copied() {
        belongs.push((table, keys(connection, id, |row| row.table == table && row.key(1) == Some(id))?));
    }
    belongs.push((own, HashSet::from([id.to_string()])));
    rewrite(connection, key, |payload| {
        let mut without: Option<Vec<u8>> = None;
        for (table, rows) in &belongs {
            let rest = changeset::without_rows(without.as_deref().unwrap_or(payload), table, rows)?;
            without = rest.or(without);
        }
        Ok(without)
    })
}

/// The keys of the rows that were once written with `word` in them and are meant.
fn keys(
    connection: &Connection,
    word: &str,
    meant: impl Fn(&changeset::Row<'_>) -> bool,
) -> Result<HashSet<String>, Error> {
    let mut found = HashSet::new();
    revision::walk(connection, |_, payload| {
        if changeset::holds(payload, word) {
            let rows = changeset::rows(payload)?;
            found.extend(rows.iter().filter(|row| meant(row)).filter_map(|row| row.key(0).map(str::to_string)));
        }
        Ok(())
    })?;
    Ok(found)
}

/// Puts other payloads in the place of those that held what is erased, and says in the book that the copies beside it must go too.
fn rewrite(
    connection: &Connection,
    key: &[u8; 32],
    mut without: impl FnMut(&[u8]) -> Result<Option<Vec<u8>>, Error>,
) -> Result<(), Error> {
    let mut rewritten = Vec::new();
    revision::walk(connection, |revision, payload| {
        if let Some(without) = without(payload)? {
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
