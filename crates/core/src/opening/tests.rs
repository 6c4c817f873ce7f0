//! What only the inside can show: the settings in force, and a creation that stops at any point.

use super::*;
use crate::cipher::{number_of, text_of};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use std::fs;

fn folder() -> (tempfile::TempDir, Folder) {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(&dir.path().join("bog")).expect("a name");
    (dir, folder)
}

fn open_book(folder: &Folder, schema: Schema) -> Result<(Opened, Option<RecoveryWords>), Error> {
    make::create(folder, &NewLock::Open, Cost::CHEAP, schema, &World::real())
}

fn files(folder: &Folder) -> Vec<String> {
    let names = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_book_is_kept_under_the_settings_we_promise() {
    let (_dir, folder) = folder();
    drop(open_book(&folder, SCHEMA).expect("made"));
    let opened = open_unlocked(&folder, &World::real()).expect("opens");
    let connection = &opened.connection;
    for (pragma, expected) in [
        ("cipher_status", "1"),
        ("cipher_memory_security", "1"),
        ("locking_mode", "exclusive"),
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("fullfsync", "1"),
        ("checkpoint_fullfsync", "1"),
        ("wal_autocheckpoint", "1000"),
        ("busy_timeout", "250"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("temp_store", "2"),
        ("secure_delete", "1"),
        ("page_size", "4096"),
        ("application_id", "1213156420"),
    ] {
        assert_eq!(text_of(connection, &format!("PRAGMA {pragma}")).expect("an answer"), expected, "{pragma}");
    }
    assert_eq!(number_of(connection, "PRAGMA user_version").expect("a number"), migrate::SCHEMA_VERSION);
    let mapped = text_of(connection, "PRAGMA mmap_size").expect("an answer");
    assert!(mapped.is_empty() || mapped == "0", "a mapped file turns a read error into the end of the program");
    assert!(connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).expect("an answer"));
    assert!(!connection.db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE).expect("an answer"));
    assert_eq!(connection.limit(Limit::SQLITE_LIMIT_LENGTH).expect("a number"), cipher::LONGEST);
    assert!(!folder.path().join("book.db-shm").exists(), "nothing is shared: the book is ours alone");
}

#[test]
fn a_disk_that_is_full_leaves_no_half_book_behind() {
    let full = Schema {
        version: migrate::SCHEMA_VERSION,
        migrate: |connection| {
            connection.execute_batch("PRAGMA max_page_count = 8")?;
            migrate::migrate(connection)
        },
    };
    let (_dir, folder) = folder();
    let failed = open_book(&folder, full);
    assert!(matches!(failed, Err(Error::DiskFull)), "{failed:?}");
    assert_eq!(files(&folder), ["book.lock"]);
    assert_eq!(look(&folder).expect("seen"), Look::Nothing);
    assert!(open_book(&folder, SCHEMA).is_ok(), "the next try is like the first");
}

#[test]
fn a_creation_that_was_stopped_does_not_stand_in_the_way() {
    let (_dir, folder) = folder();
    drop(open_book(&folder, SCHEMA).expect("made"));
    for left in [&["book.db.new"][..], &["book.db.new", "book.keys"], &["book.db.new", "book.keys", "book.keys.bak"]] {
        let whole: Vec<_> = ["book.keys", "book.keys.bak", "book.db"]
            .map(|name| (name, fs::read(folder.path().join(name)).expect("read")))
            .into();
        for (name, _) in &whole {
            fs::remove_file(folder.path().join(name)).expect("removed");
        }
        for name in left {
            fs::write(folder.path().join(name), &whole[0].1).expect("written");
        }
        fs::write(folder.path().join("book.db.new-wal"), "x").expect("written");
        assert_eq!(look(&folder).expect("seen"), Look::Nothing, "{left:?}: nobody has written in it yet");
        let (opened, _) = open_book(&folder, SCHEMA).expect("made");
        opened.close().expect("closed");
        assert_eq!(files(&folder), ["book.db", "book.keys", "book.keys.bak", "book.lock", "journal", "reserve"]);
    }
}

#[test]
fn an_older_book_is_brought_up_to_date_and_says_so_in_the_file_itself() {
    let (_dir, folder) = folder();
    open_book(&folder, SCHEMA).expect("made").0.close().expect("closed");
    let newer = Schema {
        version: migrate::SCHEMA_VERSION + 1,
        migrate: |connection| {
            let version = migrate::SCHEMA_VERSION + 1;
            let sql = format!("CREATE TABLE later (x INTEGER) STRICT; PRAGMA user_version = {version}");
            Ok(connection.execute_batch(&sql)?)
        },
    };
    let broken = Schema { migrate: |_| Err(Error::Database("stopped".into())), ..newer };
    let reopen = |schema| {
        let keys = KeyFile::read(&folder)?;
        let key = keys::unlock_open(&keys)?;
        finish(&folder, lock::enter_to_write(&folder)?, Mode::ReadWrite, keys, key, schema, &World::real())
    };
    assert!(reopen(broken).is_err());
    assert!(open_unlocked(&folder, &World::real()).is_ok(), "a migration that failed leaves the old book");
    let opened = reopen(newer).expect("brought up to date");
    let backups = backup::list(&folder).expect("read");
    let copy = backup::open_copy(&backups.last().expect("made first").path.join("book.db"), &opened.hold.key);
    let version = number_of(&copy.expect("opens"), "PRAGMA user_version").expect("a number");
    assert_eq!(version, migrate::SCHEMA_VERSION, "the backup is of the book as it was before");
    let key = opened.hold.key.clone();
    std::mem::forget(opened); // as if the power went
    let seen = cipher::open_to_look(&folder.book(), &key).expect("opens");
    let version = number_of(&seen, "PRAGMA user_version").expect("a number");
    assert_eq!(version, migrate::SCHEMA_VERSION + 1, "an older program must see it without the changes beside it");
}

#[test]
fn a_large_book_that_was_not_closed_is_checked_after_the_start() {
    let (_dir, folder) = folder();
    let (opened, _) = open_book(&folder, SCHEMA).expect("made");
    opened.connection.execute_batch("CREATE TABLE large (x BLOB) STRICT").expect("a table");
    for _ in 0..10 {
        opened.connection.execute("INSERT INTO large VALUES (zeroblob(1000000))", []).expect("written");
    }
    opened
        .connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); DELETE FROM large WHERE rowid = 1")
        .expect("done");
    let (_other, crashed) = self::folder();
    crashed.prepare().expect("made");
    for name in ["book.keys", "book.db", "book.db-wal"] {
        fs::copy(folder.path().join(name), crashed.path().join(name)).expect("copied");
    }
    assert!(!opened.check_due);
    let opened = open_unlocked(&crashed, &World::real()).expect("opens");
    assert!(opened.check_due, "it would hold up the first page");
    check(&opened.connection).expect("whole");
}

#[test]
fn a_large_book_found_damaged_is_left_as_it_is_and_is_checked_at_every_start() {
    let (_dir, folder) = folder();
    let (opened, _) = open_book(&folder, SCHEMA).expect("made");
    opened.connection.execute_batch("CREATE TABLE large (x BLOB) STRICT").expect("a table");
    for _ in 0..10 {
        opened.connection.execute("INSERT INTO large VALUES (zeroblob(1000000))", []).expect("written");
    }
    opened
        .connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO author (id, name) VALUES ('x', 'y')")
        .expect("done");
    let (_other, crashed) = self::folder();
    crashed.prepare().expect("made");
    for name in ["book.keys", "book.db", "book.db-wal"] {
        fs::copy(folder.path().join(name), crashed.path().join(name)).expect("copied");
    }
    let mut bytes = fs::read(crashed.book()).expect("read");
    let at = bytes.len() - 1_000_000;
    bytes[at] ^= 1;
    fs::write(crashed.book(), &bytes).expect("written");
    let beside = fs::read(crashed.wal()).expect("read");
    for _ in 0..2 {
        let opened = open_unlocked(&crashed, &World::real()).expect("opens");
        assert!(opened.check_due, "what was not found whole stays due");
        assert!(matches!(check(&opened.connection), Err(Error::Damaged(_))));
        drop(opened);
        assert!(fs::read(crashed.book()).expect("read") == bytes, "nothing is written into a damaged book");
        assert!(fs::read(crashed.wal()).expect("read") == beside);
    }
}

#[test]
fn a_library_without_encryption_is_refused_before_anything_is_written() {
    // The stand-in for a plain library: a connection that was never given a key.
    let (dir, _) = folder();
    let path = dir.path().join("plain.db");
    let connection = Connection::open(&path).expect("opens");
    connection.execute_batch("CREATE TABLE t (x)").expect("written");
    assert!(matches!(cipher::require_encrypted(&connection, &path), Err(Error::WrongCipher)));
}
