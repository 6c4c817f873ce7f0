//! `revision` and `revision_entry`: the record of every change, in order, and which lines each one touched.
//! Not here: how a change is recorded, chained and undone (`history/`).

use super::{all, one, run, words};
use crate::change::Id;
use crate::error::Error;
use rusqlite::{Connection, Row, params};

/// How a revision came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Act {
    #[default]
    Do,
    Undo,
    Redo,
}

words!(Act { Do = "do", Undo = "undo", Redo = "redo" });

/// The field of a revision that is not the last of what was done at once: too much for one.
pub const GOES_ON: &str = "goes-on";

/// One revision without its changeset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    pub seq: i64,
    pub id: Id,
    /// Milliseconds since 1970, UTC. Never used for order.
    pub at: i64,
    /// Seconds east of UTC where and when it was written.
    pub at_offset: i32,
    pub author: Id,
    pub visit: String,
    pub act: Act,
    /// What was done, by the names in `history/words`.
    pub what: String,
    /// The page it happened on; empty when none.
    pub page: String,
    /// The line it was about; empty when none or several.
    pub entry: Id,
    /// The field that was saved, e.g. `text:<id>`; empty when not a save of a field.
    pub field: String,
    /// The first revision of the step this one belongs to.
    pub step: i64,
    /// The step that undo would take back after this revision; 0 for none.
    pub undo_head: i64,
    /// The undo that redo would take back after this revision; 0 for none.
    pub redo_head: i64,
    pub digest: Vec<u8>,
    pub payload_digest: Vec<u8>,
    pub chain: Vec<u8>,
}

/// A query for whole rows without the changeset.
macro_rules! select {
    ($($rest:literal),*) => {
        concat!(
            "SELECT revision.seq, revision.id, at, at_offset, author, visit, act, what, page, revision.entry, field, step, ",
            "undo_head, redo_head, digest, payload_digest, chain", $($rest),*
        )
    };
}

fn read(row: &Row<'_>) -> rusqlite::Result<Revision> {
    Ok(Revision {
        seq: row.get("seq")?,
        id: row.get("id")?,
        at: row.get("at")?,
        at_offset: row.get("at_offset")?,
        author: row.get("author")?,
        visit: row.get("visit")?,
        act: row.get("act")?,
        what: row.get("what")?,
        page: row.get("page")?,
        entry: row.get("entry")?,
        field: row.get("field")?,
        step: row.get("step")?,
        undo_head: row.get("undo_head")?,
        redo_head: row.get("redo_head")?,
        digest: row.get("digest")?,
        payload_digest: row.get("payload_digest")?,
        chain: row.get("chain")?,
    })
}

fn read_with_changeset(row: &Row<'_>) -> rusqlite::Result<(Revision, Vec<u8>)> {
    Ok((read(row)?, row.get("changeset")?))
}

/// The newest revision, found by its key.
///
/// # Errors
/// What the database says.
pub fn head(connection: &Connection) -> Result<Option<Revision>, Error> {
    one(connection, select!(" FROM revision ORDER BY seq DESC LIMIT 1"), [], read)
}

/// One revision.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, seq: i64) -> Result<Option<Revision>, Error> {
    one(connection, select!(" FROM revision WHERE seq = ?1"), [seq], read)
}

/// The changeset of one revision.
///
/// # Errors
/// What the database says.
pub fn changeset(connection: &Connection, seq: i64) -> Result<Option<Vec<u8>>, Error> {
    one(connection, "SELECT changeset FROM revision WHERE seq = ?1", [seq], |row| row.get(0))
}

/// The newest revision in which an id stands.
///
/// # Errors
/// What the database says.
pub fn newest_holding(connection: &Connection, id: &str) -> Result<Option<Revision>, Error> {
    let sql = select!(" FROM revision WHERE instr(changeset, CAST(?1 AS BLOB)) > 0 ORDER BY seq DESC LIMIT 1");
    one(connection, sql, [id], read)
}

/// The revisions of one step, oldest first: they follow each other without a gap.
///
/// # Errors
/// What the database says.
pub fn of_step(connection: &Connection, step: i64) -> Result<Vec<(Revision, Vec<u8>)>, Error> {
    let mut found = Vec::new();
    let mut seq = step;
    let sql = select!(", changeset FROM revision WHERE seq = ?1 AND step = ?2");
    while let Some(revision) = one(connection, sql, [seq, step], read_with_changeset)? {
        found.push(revision);
        seq += 1;
    }
    Ok(found)
}

/// The revisions that touched a line, oldest first.
///
/// # Errors
/// What the database says.
pub fn of_entry(connection: &Connection, entry: &str) -> Result<Vec<(Revision, Vec<u8>)>, Error> {
    let sql = select!(
        ", changeset FROM revision_entry JOIN revision ON revision.seq = revision_entry.revision ",
        "WHERE revision_entry.entry = ?1 ORDER BY revision_entry.revision"
    );
    all(connection, sql, [entry], read_with_changeset)
}

/// The revisions on the pages of a chapter, oldest first.
///
/// # Errors
/// What the database says.
pub fn of_chapter(connection: &Connection, chapter: &str) -> Result<Vec<(Revision, Vec<u8>)>, Error> {
    // '/' is the character after '.', so this is every page of the chapter, by the index.
    let sql = select!(", changeset FROM revision WHERE page >= ?1 || '.' AND page < ?1 || '/' ORDER BY seq");
    all(connection, sql, [chapter], read_with_changeset)
}

/// Walks every revision from the first, with its changeset.
///
/// # Errors
/// What the database says, or the first error of `visit`.
pub fn walk(connection: &Connection, mut visit: impl FnMut(Revision, &[u8]) -> Result<(), Error>) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(select!(", changeset FROM revision ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let changeset = row.get_ref("changeset")?.as_blob().map_err(rusqlite::Error::from)?;
        visit(read(row)?, changeset)?;
    }
    Ok(())
}

/// Appends a revision and the lines it touched.
///
/// # Errors
/// What the database says.
pub fn append(connection: &Connection, revision: &Revision, changeset: &[u8], entries: &[String]) -> Result<(), Error> {
    let sql = "INSERT INTO revision
        (seq, id, at, at_offset, author, visit, act, what, page, entry, field, step, undo_head, redo_head,
         digest, payload_digest, chain, changeset)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
    let r = revision;
    let values = params![
        r.seq,
        r.id,
        r.at,
        r.at_offset,
        r.author,
        r.visit,
        r.act,
        r.what,
        r.page,
        r.entry,
        r.field,
        r.step,
        r.undo_head,
        r.redo_head,
        r.digest,
        r.payload_digest,
        r.chain,
        changeset
    ];
    run(connection, sql, values)?;
    for entry in entries {
        run(connection, "INSERT INTO revision_entry (entry, revision) VALUES (?1, ?2)", params![entry, r.seq])?;
    }
    Ok(())
}

/// Puts another changeset in the place of one that held erased words.
///
/// # Errors
/// What the database says.
pub fn rewrite(connection: &Connection, seq: i64, changeset: &[u8], payload_digest: &[u8]) -> Result<(), Error> {
    let sql = "UPDATE revision SET changeset = ?2, payload_digest = ?3 WHERE seq = ?1";
    run(connection, sql, params![seq, changeset, payload_digest]).map(drop)
}
