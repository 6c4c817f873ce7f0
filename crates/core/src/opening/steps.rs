//! The steps from a key to a connection that may be used. Looking comes first and writes nothing; only a file that is
//! whole, ours and of a version we know is opened to be written.

use super::Schema;
use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, PrivateFolder, private_file};
use crate::keys::DataKey;
use crate::store::migrate::APPLICATION_ID;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// Books up to this size are checked at once after an unclean stop; that takes some tens of milliseconds.
const SMALL: u64 = 8 * 1024 * 1024;

pub(super) struct Ready {
    pub(super) connection: Connection,
    pub(super) check_due: bool,
}

/// `distrust`: every page is checked, however large the book is. `before` is done before an older book is brought up to date.
pub(super) fn open(
    book: &Path,
    key: &DataKey,
    schema: Schema,
    distrust: bool,
    before: impl FnOnce(&Connection) -> Result<(), Error>,
) -> Result<Ready, Error> {
    // A clean close leaves no changes beside the file.
    let wal = beside(book, "-wal");
    let clean = !wal.try_exists()?;
    look(book, key, schema, clean)?;
    let connection = cipher::open(book, key)?;
    match make_ready(&connection, book, schema, clean, distrust, before) {
        Ok(check_due) => Ok(Ready { connection, check_due }),
        Err(error) => {
            drop(connection);
            if clean && wal.metadata().is_ok_and(|data| data.len() == 0) {
                let _ = fs::remove_file(&wal);
            }
            Err(error)
        }
    }
}

/// Judges the file without touching it. After an unclean stop the file alone may be half of the truth: then only what
/// is certain is refused here, and the rest once it is read together with the changes beside it.
fn look(book: &Path, key: &DataKey, schema: Schema, clean: bool) -> Result<(), Error> {
    if cipher::is_plain(book)? {
        return Err(Error::Foreign);
    }
    let length = book.metadata()?.len();
    // Less than a page is nothing to SQLite, which would begin anew and throw away the changes beside it.
    if length < cipher::PAGE || clean && length % cipher::PAGE != 0 {
        return Err(Error::Damaged("the file is cut off"));
    }
    let seen = cipher::open_to_look(book, key).and_then(|connection| judge(&connection, book, schema));
    match seen {
        Err(Error::Damaged(_)) if !clean => Ok(()),
        seen => seen,
    }
}

fn judge(connection: &Connection, book: &Path, schema: Schema) -> Result<(), Error> {
    let tables = cipher::number_of(connection, "SELECT count(*) FROM sqlite_schema")?;
    cipher::require_encrypted(connection, book)?;
    if tables == 0 {
        return Err(Error::Damaged("the file is empty"));
    }
    if cipher::number_of(connection, "PRAGMA application_id")? != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    let found = version(connection)?;
    if found > schema.version { Err(Error::Newer { found, known: schema.version }) } else { Ok(()) }
}

/// Gives whether a check is still due.
fn make_ready(
    connection: &Connection,
    book: &Path,
    schema: Schema,
    clean: bool,
    distrust: bool,
    before: impl FnOnce(&Connection) -> Result<(), Error>,
) -> Result<bool, Error> {
    judge(connection, book, schema)?;
    let small = book.metadata()?.len() <= SMALL;
    if distrust || (!clean && small) {
        check(connection)?;
        if distrust {
            check_cipher(connection)?;
        }
    }
    cipher::settle(connection)?;
    if version(connection)? < schema.version {
        before(connection)?;
        (schema.migrate)(connection)?;
        // So that the file says its version without the changes beside it.
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    }
    cipher::allow_tidying(connection)?;
    Ok(!clean && !small && !distrust)
}

/// Whether every page is what was written. Only after a checkpoint, or pages that were changed since look worn.
fn check_cipher(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    match statement.query([])?.next()? {
        None => Ok(()),
        Some(_) => Err(Error::Damaged("a page is not what was written")),
    }
}

/// Whether all pages can be read and fit together.
pub(super) fn check(connection: &Connection) -> Result<(), Error> {
    match cipher::text_of(connection, "PRAGMA quick_check(1)")?.as_str() {
        "ok" => Ok(()),
        _ => Err(Error::Damaged("the pages do not fit together")),
    }
}

/// A new, empty book in a file of its own, closed again and safe on the disk.
pub(super) fn write_new(book: &Path, key: &DataKey, schema: Schema) -> Result<(), Error> {
    // Made by us first: the database would let others read it.
    private_file().create_new(true).write(true).open(book)?;
    let connection = cipher::open(book, key)?;
    cipher::settle(&connection)?;
    (schema.migrate)(&connection)?;
    judge(&connection, book, schema)?;
    cipher::allow_tidying(&connection)?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    connection.close().map_err(|(_, error)| error)?;
    fs::File::open(book)?.sync_all()?;
    Ok(())
}

/// The book and the changes beside it, to read there what cannot be opened where it lies.
pub(super) fn copy(folder: &Folder, to: &PrivateFolder) -> Result<PathBuf, Error> {
    let book = to.path().join("book.db");
    copy_file(&folder.book(), &book)?;
    if folder.wal().try_exists()? {
        copy_file(&folder.wal(), &beside(&book, "-wal"))?;
    }
    Ok(book)
}

fn copy_file(from: &Path, to: &Path) -> Result<(), Error> {
    let mut source = fs::File::open(from)?;
    let mut copy = private_file().create_new(true).write(true).open(to)?;
    std::io::copy(&mut source, &mut copy)?;
    Ok(())
}

pub(super) fn beside(book: &Path, end: &str) -> PathBuf {
    let mut path = book.as_os_str().to_os_string();
    path.push(end);
    PathBuf::from(path)
}

fn version(connection: &Connection) -> Result<i64, Error> {
    cipher::number_of(connection, "PRAGMA user_version")
}
