//! Whether a copy of a book is whole: opened with the key, every page authentic, every tree in order, the whole chain recomputed.
//! A copy that was not read like this does not count as one. Writes nothing.

use crate::cipher;
use crate::error::Error;
use crate::history::{chain, replay};
use crate::journal::Mark;
use crate::keys::DataKey;
use crate::opening::digest_key;
use crate::store::migrate::APPLICATION_ID;
use rusqlite::Connection;
use std::path::Path;

/// Gives where the copy's record stands.
pub(crate) fn verify(book: &Path, key: &DataKey) -> Result<Mark, Error> {
    let connection = open(book, key)?;
    let pages = connection
        .prepare("PRAGMA cipher_integrity_check")?
        .query_map([], |_| Ok(()))?
        .collect::<Result<Vec<()>, _>>()?;
    if !pages.is_empty() {
        return Err(Error::Damaged("a page is not what was written"));
    }
    if cipher::text_of(&connection, "PRAGMA quick_check(1)")? != "ok" {
        return Err(Error::Damaged("the pages do not fit together"));
    }
    let digest_key = digest_key(&connection, key)?;
    chain::verify(&connection, &digest_key)?;
    replay::mark(&connection)
}

/// The copy, to be read.
pub(crate) fn open(book: &Path, key: &DataKey) -> Result<Connection, Error> {
    let length = book.metadata()?.len();
    if length == 0 || length % cipher::PAGE != 0 {
        return Err(Error::Damaged("the file is cut off"));
    }
    let connection = cipher::open_to_look(book, key)?;
    cipher::number_of(&connection, "SELECT count(*) FROM sqlite_schema")?;
    cipher::require_encrypted(&connection, book)?;
    if cipher::number_of(&connection, "PRAGMA application_id")? != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    Ok(connection)
}
