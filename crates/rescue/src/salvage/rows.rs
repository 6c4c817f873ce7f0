//! Reads a damaged book row by row, past the pages that cannot be read. After a page that is not what was written the
//! connection may give zeros as if they were words, so it is made anew, and a text with a zero in it counts as damage.
//! Not here: what is done with the rows.

use crate::Desk;
use holdepunkt_core::book::salvage::{Readable, Row, as_rows};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::KeyBytes;
use holdepunkt_core::opening::past_checks::Keys;
use holdepunkt_core::store::revision::{self, Revision};
use holdepunkt_core::store::table::Table;
use holdepunkt_core::store::{author, chapter, entry, person, section, setting};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _};

/// Where the end of a table cannot be read, so many numbers in a row without a row mean that it is over.
const GAP: i64 = 400;

/// Facts about the damaged copy, which are not true of a new book.
const OF_THE_DAMAGED: [&str; 3] = [setting::CLEAR_COPIES, setting::VISIT_NOW, setting::GUEST];

/// What could be read.
#[derive(Default)]
pub struct Rows {
    pub name: String,
    /// What the book knows of itself: whether it is the sample, the key others lock to, the key of its history …
    pub settings: Vec<(String, String)>,
    /// The key of its history's digests.
    pub digest_key: KeyBytes,
    /// What it holds, table by table. The lines are those of the table alone.
    pub found: Readable,
    /// Tables of which something cannot be read.
    pub torn: Vec<&'static str>,
    /// With their changesets, in order, with gaps.
    pub revisions: Vec<(Revision, Vec<u8>)>,
    /// Numbers at which there is or may have been a row that cannot be read: words of the book, and the record.
    pub unread: i64,
    pub unread_revisions: i64,
}

impl Rows {
    /// Notes how much of a table could not be read. Where the list of tables is borrowed, nothing says that a table is read to its end.
    fn read(&mut self, table: &'static str, unread: i64, borrowed: bool) {
        self.unread += unread;
        if unread > 0 {
            self.torn.push(table);
        } else if !borrowed {
            self.found.whole.insert(table);
        }
    }
}

struct Reader<'a> {
    keys: &'a Keys,
    folder: &'a Folder,
    /// None only when a new one could not be made.
    connection: Option<Connection>,
}

/// # Errors
/// When not even the list of tables can be read.
pub fn read(desk: &Desk, keys: &Keys, folder: &Folder) -> Result<Rows, Error> {
    let mut connection = connect(keys, folder);
    let borrowed = connection.is_err();
    if borrowed {
        keys.mend_list_of_tables(&folder.book(), &desk.world)?;
        connection = connect(keys, folder);
    }
    let mut reader = Reader { keys, folder, connection: Some(connection?) };
    let mut rows = Rows {
        name: reader.now(|connection| author::name(connection, author::ME)).unwrap_or_default(),
        digest_key: reader.now(|connection| keys.digest_key(connection)).unwrap_or_default(),
        ..Rows::default()
    };
    let (settings, unread) = reader.settings(desk);
    rows.settings = settings;
    rows.read("setting", unread, borrowed);
    let (chapters, unread) = reader.by_id(desk, "chapter", chapter::get, |row| vec![&row.title]);
    rows.found.chapters = chapters;
    rows.read("chapter", unread, borrowed);
    let (sections, unread) = reader.by_id(desk, "section", section::get, |row| vec![&row.title]);
    rows.found.sections = sections;
    rows.read("section", unread, borrowed);
    let (people, unread) =
        reader.by_id(desk, "person", person::get, |row| vec![&row.fields.name, &row.fields.phone, &row.fields.why]);
    rows.found.people = people;
    rows.read("person", unread, borrowed);
    let (lines, unread) = reader.by_id(desk, "entry", entry::get, |row| vec![&row.text, &row.because]);
    rows.found.lines = lines;
    rows.read("entry", unread, borrowed);
    for table in as_rows() {
        let (found, unread) = reader.whole(desk, table);
        rows.found.others.insert(table.name, found);
        rows.read(table.name, unread, borrowed);
    }
    (rows.revisions, rows.unread_revisions) = reader.each(desk, "revision", |connection, seq| {
        let Some(found) = revision::get(connection, seq)? else { return Ok(None) };
        Ok(revision::changeset(connection, seq)?.map(|changeset| (found, changeset)))
    });
    rows.found.changes = rows.revisions.last().and_then(|(last, _)| u32::try_from(last.seq).ok()).unwrap_or_default();
    Ok(rows)
}

fn connect(keys: &Keys, folder: &Folder) -> Result<Connection, Error> {
    let connection = keys.connect(&folder.book())?;
    // Goes on where the file is shorter than it says.
    connection.execute_batch("PRAGMA writable_schema = ON;")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

impl Reader<'_> {
    /// One question, on a connection that has seen no damage.
    fn now<T>(&mut self, ask: impl Fn(&Connection) -> Result<T, Error>) -> Option<T> {
        if let Some(Ok(answer)) = self.connection.as_ref().map(ask) {
            return Some(answer);
        }
        // The old one first: it has the file to itself.
        drop(self.connection.take());
        self.connection = connect(self.keys, self.folder).ok();
        None
    }

    /// What the book knows of itself, without what is true of this copy alone.
    fn settings(&mut self, desk: &Desk) -> (Vec<(String, String)>, i64) {
        let (mut found, unread) = self.each(desk, "setting", |connection, number| {
            let sql = "SELECT key, value FROM setting WHERE rowid = ?1";
            let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
            let row = connection.prepare_cached(sql)?.query_row([number], read).optional()?;
            if row.as_ref().is_some_and(|(key, value)| key.contains('\0') || value.contains('\0')) {
                return Err(Error::Damaged("a text that nobody wrote"));
            }
            Ok(row)
        });
        found.retain(|(key, _)| !OF_THE_DAMAGED.contains(&key.as_str()));
        (found, unread)
    }

    /// The rows of a table whose key is a text: the key by the row's number, then the row by its key or, when the list
    /// of keys is what is damaged, not at all.
    fn by_id<T>(
        &mut self,
        desk: &Desk,
        table: &str,
        get: impl Fn(&Connection, &str) -> Result<Option<T>, Error>,
        texts: impl Fn(&T) -> Vec<&String>,
    ) -> (Vec<T>, i64) {
        let key = format!("SELECT id FROM {table} WHERE rowid = ?1");
        self.each(desk, table, |connection, number| {
            let id = connection.prepare_cached(&key)?.query_row([number], |row| row.get::<_, String>(0)).optional()?;
            let Some(id) = id else { return Ok(None) };
            let row = get(connection, &id)?.ok_or(Error::Damaged("a key without its row"))?;
            if texts(&row).iter().any(|text| text.contains('\0')) {
                return Err(Error::Damaged("a text that nobody wrote"));
            }
            Ok(Some(row))
        })
    }

    /// Every row of a table, all of it. A table an older book has not is empty.
    fn whole(&mut self, desk: &Desk, table: &Table) -> (Vec<Row>, i64) {
        let there = self.now(|connection| {
            let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1";
            Ok(connection.query_row(sql, [table.name], |row| row.get::<_, i64>(0))?)
        });
        if there == Some(0) {
            return (Vec::new(), 0);
        }
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let sql = format!("SELECT {} FROM {} WHERE rowid = ?1", names.join(", "), table.name);
        self.each(desk, table.name, |connection, number| {
            let read =
                |row: &rusqlite::Row<'_>| (0..names.len()).map(|at| Ok((at, row.get::<_, Value>(at)?))).collect();
            let row: Option<Row> = connection.prepare_cached(&sql)?.query_row([number], read).optional()?;
            let nobodys = |(_, value): &(usize, Value)| matches!(value, Value::Text(text) if text.contains('\0'));
            if row.as_ref().is_some_and(|row| row.iter().any(nobodys)) {
                return Err(Error::Damaged("a text that nobody wrote"));
            }
            Ok(row)
        })
    }

    /// Every row of a table by its number, and how many numbers gave an error.
    fn each<T>(
        &mut self,
        desk: &Desk,
        table: &str,
        get: impl Fn(&Connection, i64) -> Result<Option<T>, Error>,
    ) -> (Vec<T>, i64) {
        let last = format!("SELECT ifnull(max(rowid), 0) FROM {table}");
        let last = self.now(|connection| Ok(connection.query_row(&last, [], |row| row.get::<_, i64>(0))?));
        let mut found = Vec::new();
        let (mut number, mut unread, mut unread_since) = (0, 0, 0);
        loop {
            number += 1;
            let over = match last {
                Some(last) => number > last,
                None => unread_since >= GAP,
            };
            if over {
                break;
            }
            match self.now(|connection| get(connection, number)) {
                Some(Some(row)) => {
                    found.push(row);
                    unread_since = 0;
                }
                Some(None) => unread_since += 1,
                None => {
                    unread += 1;
                    unread_since += 1;
                }
            }
            desk.progress(u64::try_from(number).unwrap_or(0), u64::try_from(last.unwrap_or(0)).unwrap_or(0));
        }
        // Numbers past the end that nobody knows are told as one.
        (found, if last.is_none() { unread.min(1) } else { unread })
    }
}
