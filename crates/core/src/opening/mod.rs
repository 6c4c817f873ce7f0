//! From a folder to an open book, in named steps with an error of its own each; docs/book-format.md tells the order and
//! why. A file that is newer, foreign or damaged is left exactly as it was, to the last byte.
//! Not here: what is in the book (`store/`, `book/`), backups.

mod lock;
mod make;
pub mod past_checks;
mod steps;

use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, PrivateFolder};
use crate::keys::{self, Cost, DataKey, KeyFile, NewLock, RecoveryWords, Secret};
use crate::store::migrate;
use crate::world::World;
use lock::FolderLock;
use rusqlite::Connection;
use secrecy::SecretString;
use std::path::Path;
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
    pub digest_key: Zeroizing<[u8; 32]>,
    /// The last stop was not a clean one and the book is too large to check on the way in: run [`check`] when the
    /// screen is up.
    pub check_due: bool,
    // After the connection: the files are closed before others may enter.
    hold: Hold,
}

/// What keeps the book ours while it is open, and its keys. Dropped after the connection.
#[derive(Debug)]
pub struct Hold {
    mode: Mode,
    key: DataKey,
    keys: KeyFile,
    folder: Folder,
    _copy: Option<PrivateFolder>,
    _lock: FolderLock,
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
    let has_book = there(&folder.book())?;
    let has_keys = there(&folder.keys())? || there(&folder.keys_bak())?;
    match (has_book, has_keys) {
        (false, false) => Ok(Look::Nothing),
        // Stopped while it was being made: nobody has written in it or seen its words.
        (false, true) if there(&folder.unfinished())? => Ok(Look::Nothing),
        (false, true) => Err(Error::BookMissing),
        (true, _) if cipher::is_plain(&folder.book())? => Err(Error::Foreign),
        (true, false) => Err(Error::KeysMissing),
        (true, true) if KeyFile::read(folder)?.is_open_book() => Ok(Look::Open),
        (true, true) => Ok(Look::Locked),
    }
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

fn open_by(
    folder: &Folder,
    unlock: impl Fn(&KeyFile) -> Result<DataKey, Error>,
    world: &World,
) -> Result<Opened, Error> {
    if look(folder)? == Look::Nothing {
        return Err(Error::NoBook);
    }
    let (lock, mode) = lock::enter(folder)?;
    let (keys, key) = unlock_either(folder, unlock)?;
    finish(folder, lock, mode, keys, key, SCHEMA, world)
}

/// The second copy is asked when the first is damaged in a way that only the key can tell. It is not asked when the
/// secret is wrong: words that were renewed must not work through it.
fn unlock_either(
    folder: &Folder,
    unlock: impl Fn(&KeyFile) -> Result<DataKey, Error>,
) -> Result<(KeyFile, DataKey), Error> {
    let keys = KeyFile::read(folder)?;
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
        let ready = steps::open(&book, &key, schema)?;
        ready.connection.execute_batch("PRAGMA query_only = ON;")?;
        Ok((Mode::ReadOnly, Some(copy), ready))
    };
    let (mode, copy, ready) = match mode {
        Mode::ReadOnly => to_read()?,
        Mode::ReadWrite => match steps::open(&folder.book(), &key, schema) {
            Ok(ready) => (mode, None, ready),
            // The file can be written, but nothing can be made beside it.
            Err(error @ (Error::ReadOnly | Error::FolderMissing)) => to_read().map_err(|_| error)?,
            Err(error) => return Err(error),
        },
    };
    if mode == Mode::ReadWrite {
        keys.mend(folder);
    }
    Ok(Opened {
        connection: ready.connection,
        mode,
        digest_key: key.derive("digest of the history"),
        check_due: ready.check_due,
        hold: Hold { mode, key, keys, folder: folder.clone(), _copy: copy, _lock: lock },
    })
}

impl Opened {
    /// The connection and its digest key for the book, and what must be kept as long as the book is.
    #[must_use]
    pub fn part(self) -> (Connection, Zeroizing<[u8; 32]>, Hold) {
        (self.connection, self.digest_key, self.hold)
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

impl Hold {
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    #[must_use]
    pub fn is_open_book(&self) -> bool {
        self.keys.is_open_book()
    }

    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// New recovery words; the old ones no longer open this book. Copies made before still open with the old ones.
    ///
    /// # Errors
    /// As [`keys::renew_words`]; when it cannot be written, the old words stay good.
    pub fn renew_words(&mut self, world: &World) -> Result<RecoveryWords, Error> {
        let (keys, words) = keys::renew_words(&self.keys, &self.key, world)?;
        self.keep(keys)?;
        Ok(words)
    }

    /// Another passphrase, e.g. after the old one was forgotten and the words opened the book.
    ///
    /// # Errors
    /// As [`keys::renew_passphrase`]; when it cannot be written, the old one stays good.
    pub fn renew_passphrase(&mut self, passphrase: &SecretString, cost: Cost, world: &World) -> Result<(), Error> {
        let keys = keys::renew_passphrase(&self.keys, &self.key, passphrase, cost, world)?;
        self.keep(keys)
    }

    fn keep(&mut self, keys: KeyFile) -> Result<(), Error> {
        if self.mode == Mode::ReadOnly {
            return Err(Error::ReadOnly);
        }
        if let Err(error) = keys.write(&self.folder)
            // The first copy is the one that is asked. Once it is the new one, only the new secret opens the book and the
            // person must be given it; the second copy is put right at the next opening.
            && !KeyFile::read(&self.folder).is_ok_and(|kept| kept.text() == keys.text())
        {
            return Err(error);
        }
        self.keys = keys;
        Ok(())
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
