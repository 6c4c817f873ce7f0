//! From a folder to an open book, in named steps with an error of its own each; docs/book-format.md tells the order and
//! why. A file that is newer, foreign or damaged is left exactly as it was, to the last byte.
//! Not here: what is in the book (`store/`, `book/`), backups.

mod aside;
mod hold;
mod lock;
mod make;
pub mod past_checks;
pub(crate) mod recover;
mod rekey;
mod report;
mod steps;

pub use hold::Hold;
pub use rekey::{Prepared, Step, finish_rekey, prepare_rekey};
pub use report::{Report, Told};

use crate::backup::{self, Reserve};
use crate::book::{Beside, Book, Situation};
use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, PrivateFolder};
use crate::journal::Journal;
use crate::keys::{self, Cost, DataKey, KeyBytes, KeyFile, NewLock, RecoveryWords, Secret};
use crate::store::migrate;
use crate::store::setting;
use crate::world::World;
pub use aside::{finish_setting_aside, set_aside};
use lock::FolderLock;
use rusqlite::Connection;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What lies in a folder, seen without touching it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// No book yet: the first run.
    Nothing,
    /// A book with a lock.
    Locked,
    /// A book without a lock; [`open_unlocked`] opens it.
    Open,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    ReadWrite,
    /// The file or its folder cannot be written. A private copy is open; a change gives [`Error::ReadOnly`].
    ReadOnly,
}

/// An open book. Closed by [`Opened::close`]; dropped, it is as safe on disk as ever but not tidied.
#[derive(Debug)]
pub struct Opened {
    pub connection: Connection,
    pub mode: Mode,
    /// For the keyed digests of the history.
    pub digest_key: KeyBytes,
    /// The last stop was not a clean one and the book is too large to check on the way in: run [`check`] when the
    /// screen is up.
    pub check_due: bool,
    /// What had to be put right on the way.
    pub report: Report,
    beside: Option<Beside>,
    // After the connection: the files are closed before others may enter.
    hold: Hold,
}

/// How the tables of a new or older book come about; an argument so that its failures can be tried.
#[derive(Clone, Copy)]
struct Schema {
    version: i64,
    migrate: fn(&Connection) -> Result<(), Error>,
}

const SCHEMA: Schema = Schema { version: migrate::SCHEMA_VERSION, migrate: migrate::migrate };

/// What lies in the folder. Writes nothing and needs no key.
///
/// # Errors
/// [`Error::KeysMissing`], [`Error::BookMissing`], [`Error::KeysDamaged`], [`Error::Foreign`], [`Error::FolderMissing`].
pub fn look(folder: &Folder) -> Result<Look, Error> {
    if !folder.is_there()? {
        return Ok(Look::Nothing);
    }
    if rekey::is_ready(folder) {
        return Ok(if rekey::keys(folder)?.is_open_book() { Look::Open } else { Look::Locked });
    }
    let has_book = there(&folder.book())?;
    let has_keys = there(&folder.keys())? || there(&folder.keys_bak())?;
    match (has_book, has_keys) {
        (false, false) if backup::list(folder)?.is_empty() => Ok(Look::Nothing),
        // Stopped while it was being made: nobody has written in it or seen its words.
        (false, true) if there(&folder.unfinished())? => Ok(Look::Nothing),
        (false, true) if !recover::possible(folder) => Err(Error::BookMissing),
        (true, _) if cipher::is_plain(&folder.book())? => Err(Error::Foreign),
        _ if keys_of(folder)?.is_open_book() => Ok(Look::Open),
        _ => Ok(Look::Locked),
    }
}

/// The keys, or those of the newest backup that has some when ours are gone: they open the same book.
fn keys_of(folder: &Folder) -> Result<KeyFile, Error> {
    let read = KeyFile::read(folder);
    if !matches!(read, Err(Error::KeysMissing | Error::KeysDamaged)) {
        return read;
    }
    let backups = backup::list(folder).unwrap_or_default();
    let found = backups.iter().rev().find_map(|kept| KeyFile::read(&kept.folder().ok()?).ok());
    found.map_or(read, Ok)
}

/// What one may come in with, besides the recovery words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaysIn {
    pub passphrase: bool,
    /// Under which name the computer's keyring keeps a secret.
    pub keyring: Option<keys::Name>,
}

/// The ways into a book with a lock, seen without any key.
///
/// # Errors
/// As [`KeyFile::read`].
pub fn ways_in(folder: &Folder) -> Result<WaysIn, Error> {
    let keys = if rekey::is_ready(folder) { rekey::keys(folder)? } else { keys_of(folder)? };
    Ok(WaysIn { passphrase: keys.has_passphrase(), keyring: keys.in_keyring() })
}

/// Makes a book and opens it; the words are for the recovery sheet (none for an open book). Either there is a whole book
/// afterwards or none. `cost` is [`Cost::of_this_computer`] outside tests.
///
/// # Errors
/// [`Error::BookExists`] when there is anything that belongs to a book; [`Error::DiskFull`], [`Error::ReadOnly`] …
pub fn create(
    folder: &Folder,
    lock: &NewLock,
    cost: Cost,
    world: &World,
) -> Result<(Opened, Option<RecoveryWords>), Error> {
    make::create(folder, lock, cost, SCHEMA, world)
}

/// Puts a copy of a book where there is none yet.
pub(crate) fn take_in(copy: &Folder, folder: &Folder) -> Result<(), Error> {
    make::take_in(copy, folder)
}

/// Opens a book with a passphrase or the recovery words.
///
/// # Errors
/// As [`look`] and [`keys::unlock`]; [`Error::NoBook`], [`Error::AlreadyOpen`], [`Error::Newer`], [`Error::Damaged`] …
pub fn open(folder: &Folder, secret: &Secret, world: &World) -> Result<Opened, Error> {
    open_by(folder, |keys| keys::unlock(keys, secret), world)
}

/// Opens a book that has no lock.
///
/// # Errors
/// As [`open`]; [`Error::WrongSecret`] when it has a lock.
pub fn open_unlocked(folder: &Folder, world: &World) -> Result<Opened, Error> {
    open_by(folder, keys::unlock_open, world)
}

/// Opens a book whose key is known, such as a copy of the one that is open.
pub(crate) fn open_with(folder: &Folder, key: &DataKey, world: &World) -> Result<Opened, Error> {
    open_by(folder, |_| Ok(key.clone()), world)
}

fn open_by(
    folder: &Folder,
    unlock: impl Fn(&KeyFile) -> Result<DataKey, Error>,
    world: &World,
) -> Result<Opened, Error> {
    if look(folder)? == Look::Nothing {
        return Err(Error::NoBook);
    }
    let (lock, mode) = lock::enter(folder)?;
    if mode == Mode::ReadWrite {
        rekey::roll_forward(folder)?;
    }
    let (keys, key) = unlock_either(folder, unlock)?;
    finish(folder, lock, mode, keys, key, SCHEMA, world)
}

/// The second copy is asked when the first is damaged in a way that only the key can tell. It is not asked when the
/// secret is wrong: words that were renewed must not work through it.
fn unlock_either(
    folder: &Folder,
    unlock: impl Fn(&KeyFile) -> Result<DataKey, Error>,
) -> Result<(KeyFile, DataKey), Error> {
    let keys = keys_of(folder)?;
    match unlock(&keys) {
        Ok(key) => Ok((keys, key)),
        Err(Error::KeysDamaged) => {
            let keys = KeyFile::read_bak(folder)?;
            let key = unlock(&keys)?;
            Ok((keys, key))
        }
        Err(error) => Err(error),
    }
}

/// From the key on it is the same for every way in.
fn finish(
    folder: &Folder,
    lock: FolderLock,
    mode: Mode,
    keys: KeyFile,
    key: DataKey,
    schema: Schema,
    world: &World,
) -> Result<Opened, Error> {
    let to_read = || -> Result<_, Error> {
        let copy = PrivateFolder::make(world)?;
        let book = steps::copy(folder, &copy)?;
        let ready = Whole::open(folder, &book, &key, schema, Mode::ReadOnly, world)?;
        ready.connection.execute_batch("PRAGMA query_only = ON;")?;
        Ok((Mode::ReadOnly, Some(copy), ready))
    };
    let (mode, copy, ready) = match mode {
        Mode::ReadOnly => to_read()?,
        Mode::ReadWrite => match open_or_recover(folder, &key, schema, world) {
            Ok(ready) => (mode, None, ready),
            // The file can be written, but nothing can be made beside it.
            Err(error @ (Error::ReadOnly | Error::FolderMissing)) => to_read().map_err(|_| error)?,
            // The room that is kept is for moments like this.
            Err(Error::DiskFull) if std::fs::remove_file(folder.reserve()).is_ok() => {
                (mode, None, open_or_recover(folder, &key, schema, world)?)
            }
            Err(error) => return Err(error),
        },
    };
    let mut source = None;
    if mode == Mode::ReadWrite {
        keys.mend(folder);
        source = Some(Arc::new(File::open(folder.book())?));
    }
    let beside =
        ready.journal.map(|journal| Beside { folder: folder.clone(), journal, reserve: Reserve::at(folder.reserve()) });
    Ok(Opened {
        connection: ready.connection,
        mode,
        digest_key: ready.digest_key,
        check_due: ready.check_due,
        report: ready.report,
        beside,
        hold: Hold { mode, key, keys, folder: folder.clone(), source, _copy: copy, lock },
    })
}

/// A book that is open, whole and where the journal says it must be.
struct Whole {
    connection: Connection,
    digest_key: KeyBytes,
    check_due: bool,
    journal: Option<Journal>,
    report: Report,
}

impl Whole {
    fn open(
        folder: &Folder,
        book: &Path,
        key: &DataKey,
        schema: Schema,
        mode: Mode,
        world: &World,
    ) -> Result<Self, Error> {
        let distrust = there(&folder.suspect())?;
        let ready = steps::open(book, key, schema, distrust, |connection| {
            // A backup before the tables change; nothing to keep in a book that is being made.
            if mode == Mode::ReadWrite { backup::before_migrating(folder, connection, key, world) } else { Ok(()) }
        })?;
        let digest_key = digest_key(&ready.connection, key)?;
        let (journal, report) = recover::settle(folder, key, &digest_key, &ready.connection, mode, world)?;
        if distrust && mode == Mode::ReadWrite {
            let _ = std::fs::remove_file(folder.suspect());
        }
        Ok(Self { connection: ready.connection, digest_key, check_due: ready.check_due, journal, report })
    }
}

/// A damaged or missing book is put together again from backup and journal; when that cannot be done, nothing was touched.
fn open_or_recover(folder: &Folder, key: &DataKey, schema: Schema, world: &World) -> Result<Whole, Error> {
    let open = || Whole::open(folder, &folder.book(), key, schema, Mode::ReadWrite, world);
    let damage = match folder.book().exists().then(open) {
        Some(Err(damage @ Error::Damaged(_))) => damage,
        None => Error::BookMissing,
        Some(opened) => return opened,
    };
    match recover::recover(folder, key, schema, world) {
        Ok(told) => {
            let mut whole = open()?;
            whole.report.0.insert(0, told);
            Ok(whole)
        }
        Err(error @ Error::DiskFull) => Err(error),
        Err(_) => Err(damage),
    }
}

/// The name of the sub-key of the history's digests.
const DIGESTS: &str = "digest of the history";

/// The key of the history's digests: of the data key, or the one the book brought with it from the data key before.
pub(crate) fn digest_key(connection: &Connection, key: &DataKey) -> Result<KeyBytes, Error> {
    let Some(kept) = setting::get(connection, setting::DIGEST_KEY)?.map(Zeroizing::new) else {
        return Ok(key.derive(DIGESTS));
    };
    let mut bytes = KeyBytes::room();
    for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
        let digits = kept.get(at..at + 2).ok_or(Error::Damaged("the key of the history"))?;
        *byte = u8::from_str_radix(digits, 16).map_err(|_| Error::Damaged("the key of the history"))?;
    }
    Ok(bytes)
}

impl Opened {
    /// The connection and its digest key for the book, and what must be kept as long as the book is.
    #[must_use]
    pub fn part(self) -> (Connection, KeyBytes, Hold) {
        (self.connection, self.digest_key, self.hold)
    }

    /// The book, with journal and reserve beside it, and what must be kept as long as the book is.
    ///
    /// # Errors
    /// What the database says.
    pub fn book(self, world: &World) -> Result<(Book, Hold), Error> {
        let Self { connection, digest_key, beside, hold, .. } = self;
        let mut book = Book::new(connection, digest_key, world.clone())?;
        book.set_situation(Situation { read_only: hold.mode == Mode::ReadOnly, unlocked_book: hold.is_open_book() });
        if let Some(beside) = beside {
            book.keep_beside(beside);
        }
        Ok((book, hold))
    }

    #[must_use]
    pub const fn hold(&self) -> &Hold {
        &self.hold
    }

    #[must_use]
    pub const fn hold_mut(&mut self) -> &mut Hold {
        &mut self.hold
    }

    /// Puts the last changes into the book's file and lets others in. What was saved is saved even when this fails.
    ///
    /// # Errors
    /// What the database says, for the log.
    pub fn close(self) -> Result<(), Error> {
        let (connection, _, _hold) = self.part();
        let tidied = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
        connection.close().map_err(|(_, error)| error)?;
        Ok(tidied?)
    }
}

/// Reads every page of an open book and says whether they fit together. If not, closing leaves the file and the changes
/// beside it as they are, so that the next opening checks again.
///
/// # Errors
/// [`Error::Damaged`].
pub fn check(connection: &Connection) -> Result<(), Error> {
    steps::check(connection).inspect_err(|_| {
        let _ = cipher::forbid_tidying(connection);
    })
}

fn there(path: &Path) -> Result<bool, Error> {
    Ok(path.try_exists()?)
}

#[cfg(test)]
mod tests;
