//! The settings of the encrypted file, in the order in which they must be given, and what its errors mean.
//! Not here: which file is opened and when (`opening`), tables and queries (`store/`).

use crate::error::Error;
use crate::keys::{DataKey, wipe_stack};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;
use zeroize::Zeroizing;

/// Bytes; nothing in a book is larger.
pub const LONGEST: i32 = 32 * 1024 * 1024;
/// Bytes of a page of the file.
pub const PAGE: u64 = 4096;
const PLAIN_HEAD: &[u8; 16] = b"SQLite format 3\0";

static BEGUN: Once = Once::new();

/// Waits until the library is whole. It calls itself ready before its encrypting half is (`sqlite3_initialize` sets
/// `isInit`, then runs SQLCipher's `sqlcipher_extra_init`), so a second thread that opens its first file in that moment
/// would be refused its key with SQLITE_ERROR.
fn begin() {
    BEGUN.call_once(|| {
        let ready = || {
            let connection = Connection::open_in_memory()?;
            connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA key = 'no file, no secret';")
        };
        for _ in 0..1000 {
            if ready().is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    });
}

/// Opens the file in place, with the key and to ourselves. Nothing is written before [`settle`].
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection, Error> {
    begin();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // Until all is known to be well, closing must not write either.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    give_key(&connection, key)?;
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 250;")?;
    Ok(connection)
}

/// Opens the file as it lies, without the changes beside it and without making any file.
pub(crate) fn open_to_look(path: &Path, key: &DataKey) -> Result<Connection, Error> {
    begin();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(as_uri(path)?, flags)?;
    give_key(&connection, key)?;
    Ok(connection)
}

fn give_key(connection: &Connection, key: &DataKey) -> Result<(), Error> {
    // Memory security first: it also wipes the copies of the statement that carries the key.
    connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    require_cipher(connection)?;
    let given = say_key(connection, key);
    wipe_stack();
    given
}

#[inline(never)]
fn say_key(connection: &Connection, key: &DataKey) -> Result<(), Error> {
    let mut statement = Zeroizing::new(String::with_capacity(128));
    statement.push_str("PRAGMA key = \"x'");
    key.write_hex(&mut statement);
    statement.push_str("'\"");
    connection.execute_batch(&statement)?;
    Ok(())
}

/// The library that answers may be the system's own, which would write plain text.
fn require_cipher(connection: &Connection) -> Result<(), Error> {
    if text_of(connection, "PRAGMA cipher_version")?.is_empty() { Err(Error::WrongCipher) } else { Ok(()) }
}

/// Whether the library that answers is the one this program was built with: same version, and it can encrypt. Asked
/// before anything is shown, on a database in memory; no file is touched.
///
/// # Errors
/// [`Error::WrongCipher`] when it is another, such as the system's own, which would write plain text.
pub fn is_ours() -> Result<(), Error> {
    let built_with = rusqlite::ffi::SQLITE_VERSION.to_str().unwrap_or_default();
    let connection = Connection::open_in_memory().map_err(|_| Error::WrongCipher)?;
    require_version(&text_of(&connection, "SELECT sqlite_version()")?, built_with)?;
    require_cipher(&connection)
}

fn require_version(answers: &str, built_with: &str) -> Result<(), Error> {
    if answers == built_with { Ok(()) } else { Err(Error::WrongCipher) }
}

/// After the first read: is it really encrypted, and is it not plain on disk?
pub(crate) fn require_encrypted(connection: &Connection, path: &Path) -> Result<(), Error> {
    require_cipher(connection)?;
    if text_of(connection, "PRAGMA cipher_status")? != "1" || is_plain(path)? {
        return Err(Error::WrongCipher);
    }
    Ok(())
}

/// Whether the file is an ordinary database without encryption.
pub(crate) fn is_plain(path: &Path) -> Result<bool, Error> {
    let mut head = Vec::with_capacity(16);
    std::fs::File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(head == PLAIN_HEAD)
}

/// The settings that a book is kept under; the first of them may write.
pub(crate) fn settle(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA wal_autocheckpoint = 1000;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    if text_of(connection, "PRAGMA journal_mode")? == "wal" {
        Ok(())
    } else {
        Err(Error::Database("the journal is not the one asked for".to_string()))
    }
}

/// All is well: closing may put the changes into the file again.
pub(crate) fn allow_tidying(connection: &Connection) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Something is wrong after all: closing leaves everything as it lies.
pub(crate) fn forbid_tidying(connection: &Connection) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(())
}

/// Empty when the setting says nothing.
pub(crate) fn text_of(connection: &Connection, pragma: &str) -> Result<String, Error> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(String::new()) };
    Ok(match row.get_ref(0)? {
        rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        rusqlite::types::ValueRef::Integer(number) => number.to_string(),
        _ => String::new(),
    })
}

pub(crate) fn number_of(connection: &Connection, pragma: &str) -> Result<i64, Error> {
    Ok(connection.query_row(pragma, [], |row| row.get(0))?)
}

/// `file:` with everything but plain letters escaped. `immutable` keeps every file as it is.
fn as_uri(path: &Path) -> Result<String, Error> {
    let path = path.to_str().ok_or(Error::NoDataFolder)?;
    let mut uri = String::from("file:");
    if cfg!(windows) {
        uri.push_str("///");
    }
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => uri.push(char::from(byte)),
            b':' if cfg!(windows) => uri.push(':'),
            _ => {
                use std::fmt::Write as _;
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri.push_str("?immutable=1");
    Ok(uri)
}

impl From<rusqlite::Error> for Error {
    /// Only codes go on: the library's sentences may hold names and texts of the citizen.
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            return Self::Database(kind(&error).to_string());
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                Self::AlreadyOpen
            }
            ErrorCode::NotADatabase => Self::Damaged("a page is not what was written"),
            ErrorCode::DatabaseCorrupt => Self::Damaged("the pages do not fit together"),
            ErrorCode::CannotOpen => Self::FolderMissing,
            ErrorCode::OutOfMemory => Self::Io(ErrorKind::OutOfMemory),
            ErrorCode::SystemIoFailure => Self::Io(ErrorKind::Other),
            _ => Self::Database(format!("code {}", failure.extended_code)),
        }
    }
}

fn kind(error: &rusqlite::Error) -> &'static str {
    match error {
        rusqlite::Error::QueryReturnedNoRows => "no row",
        rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..) => {
            "a value of another kind"
        }
        rusqlite::Error::IntegralValueOutOfRange(..) => "a number out of range",
        rusqlite::Error::Utf8Error(..) => "text that is no text",
        rusqlite::Error::NulError(_) => "a text with a zero in it",
        rusqlite::Error::InvalidPath(_) => "a path that is none",
        _ => "a wrong call",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Cost, NewLock};
    use crate::world::World;

    #[test]
    fn the_library_that_answers_is_the_one_we_were_built_with() {
        is_ours().expect("our own library");
    }

    #[test]
    fn a_library_of_another_version_is_refused() {
        assert!(matches!(require_version("3.40.1", "3.53.4"), Err(Error::WrongCipher)));
        assert!(matches!(require_version("", "3.53.4"), Err(Error::WrongCipher)));
    }

    const AT_ONCE: usize = 8;

    #[test]
    #[ignore = "the other program of the test below"]
    fn many_files_are_opened_at_the_first_moment() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = crate::keys::create(&NewLock::Open, Cost::CHEAP, &World::real()).expect("a key").key;
        let start = std::sync::Barrier::new(AT_ONCE);
        std::thread::scope(|threads| {
            for number in 0..AT_ONCE {
                let path = folder.path().join(number.to_string());
                std::fs::write(&path, "").expect("a file");
                let (start, key) = (&start, &key);
                threads.spawn(move || {
                    start.wait();
                    open(&path, key).expect("opened");
                });
            }
        });
    }

    /// Without [`begin`] 3 of 400 such programs were refused.
    #[test]
    fn the_first_files_of_a_program_can_be_opened_at_the_same_moment() {
        let this = std::env::current_exe().expect("this program");
        for round in 0..40 {
            let mut again = std::process::Command::new(&this);
            again.args(["cipher::tests::many_files_are_opened_at_the_first_moment", "--exact", "--ignored"]);
            let ended = again.output().expect("started");
            assert!(ended.status.success(), "a thread was let in before the library was ready (round {round})");
        }
    }
}
