//! From an empty file, or an older book, to the tables of today: all steps in one transaction, `user_version` as the gate.
//! Not here: opening, keys and the backup that comes before a migration.

use crate::error::Error;
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// `HOLD`: says in the file's header that it is one of our books.
pub const APPLICATION_ID: i64 = 0x484F_4C44;

/// Every step there ever was. A step is never changed once it has been handed out; a test holds the hash of each.
pub const STEPS: [&str; 2] = [include_str!("schema-1.sql"), include_str!("schema-2.sql")];

/// The version this program writes.
pub const SCHEMA_VERSION: i64 = STEPS.len() as i64;

/// Brings the book to [`SCHEMA_VERSION`]. A book that is there already costs two reads.
///
/// # Errors
/// [`Error::Newer`] or [`Error::Foreign`] without a byte written; otherwise what the database says, and the old book stands.
pub fn migrate(connection: &Connection) -> Result<(), Error> {
    let found = pragma(connection, "user_version")?;
    let application = pragma(connection, "application_id")?;
    if found > SCHEMA_VERSION && application == APPLICATION_ID {
        return Err(Error::Newer { found, known: SCHEMA_VERSION });
    }
    let empty = found == 0 && application == 0 && tables(connection)? == 0;
    if !empty && (application != APPLICATION_ID || found < 1) {
        return Err(Error::Foreign);
    }
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    transaction.commit()?;
    Ok(())
}

fn pragma(connection: &Connection, name: &str) -> Result<i64, Error> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

fn tables(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?)
}
