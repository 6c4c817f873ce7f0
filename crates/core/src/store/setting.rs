//! `setting`: small facts about the book itself. Preferences of the screen are not part of the book.

use super::{one, run};
use crate::error::Error;
use rusqlite::Connection;

/// Set to `1` in the sample book.
pub const SAMPLE: &str = "sample";

/// Set when words were erased for good or the key was changed: the copies beside the book must go when a new one is verified.
pub const CLEAR_COPIES: &str = "clear-copies";

/// The key of the history's digests in hexadecimal, when it is not the one that follows from the data key.
pub const DIGEST_KEY: &str = "digest-key";

/// When the last *sikker kopi* was made: milliseconds since 1970.
pub const SAFE_COPY: &str = "safe-copy";

/// In the book of a guest: the hand-over it was made of.
pub const GUEST: &str = "guest";

/// The secret key with which the owner of this book opens what others hand over to them.
pub const OWN_KEY: &str = "own-key";

/// The visit that goes on just now: its id, the revision undo ends at, and who holds the pen. Written beside the record, so that it is no
/// step, and there again after a crash.
pub const VISIT_NOW: &str = "visit-now";

/// How many editions a book had that are neither in its record nor in what came in with it, when it was put together again.
pub const EDITIONS: &str = "editions";

/// Facts about this one copy of the book, or secret: they never leave it in a file and never come in from one. All others belong to the
/// book and go with it.
pub const OF_THIS_COPY: [&str; 7] = [SAMPLE, CLEAR_COPIES, DIGEST_KEY, SAFE_COPY, VISIT_NOW, GUEST, OWN_KEY];

/// The value of a setting, if there is one.
///
/// # Errors
/// What the database says.
pub fn get(connection: &Connection, key: &str) -> Result<Option<String>, Error> {
    one(connection, "SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
}

/// Sets a setting.
///
/// # Errors
/// What the database says.
pub fn set(connection: &Connection, key: &str, value: &str) -> Result<(), Error> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    run(connection, sql, [key, value]).map(drop)
}

/// Takes a setting away.
///
/// # Errors
/// What the database says.
pub fn clear(connection: &Connection, key: &str) -> Result<(), Error> {
    run(connection, "DELETE FROM setting WHERE key = ?1", [key]).map(drop)
}
