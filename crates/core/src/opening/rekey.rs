//! *Someone may know it*: another data key, salt and way in; the whole book written anew under it. Also how an open book is given a lock.
//! Made whole in `rekey.new`; the one rename to `rekey.ready` decides, and from then on every opening carries it through. So there is the old book or
//! the new one, whatever stops us. Copies under the old key go with the next backup, which is due at once (`backup`). Not here: changing only the
//! passphrase, which wraps the same key again (`keys`).

use super::{Hold, Mode, Opened, SCHEMA, finish};
use crate::backup;
use crate::book::Book;
use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, flush_folder_of, private_file};
use crate::journal::Mark;
use crate::keys::{self, Cost, DataKey, KeyFile, NewLock, RecoveryWords};
use crate::store::setting;
use crate::world::World;
use rusqlite::backup::{Backup, StepResult};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What has been done; told to the caller, who can show it, or stop there in a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Begun,
    Written,
    Verified,
    Closed,
    Decided,
    JournalsGone,
    KeysExchanged,
    BookExchanged,
}

type At<'a> = &'a mut dyn FnMut(Step) -> Result<(), Error>;

/// A book under a new key, whole and verified, that is not yet ours.
#[derive(Debug)]
pub struct Prepared {
    made: keys::Made,
    mark: Mark,
}

impl Prepared {
    /// The new recovery words; none for an open book. The old ones go on opening the book until [`finish_rekey`].
    #[must_use]
    pub const fn words(&self) -> Option<&RecoveryWords> {
        self.made.words.as_ref()
    }
}

fn new(folder: &Folder) -> PathBuf {
    folder.path().join("rekey.new")
}

fn ready(folder: &Folder) -> PathBuf {
    folder.path().join("rekey.ready")
}

/// Writes the book under a new key beside the old one, and reads it back. The book is as before, also when it fails. Nothing may be written in it until
/// [`finish_rekey`].
///
/// # Errors
/// [`Error::ReadOnly`], [`Error::DiskFull`] (as much room as the book takes is needed); as [`keys::create`].
pub fn prepare_rekey(
    book: &mut Book,
    hold: &Hold,
    lock: &NewLock,
    cost: Cost,
    world: &World,
    at: At<'_>,
) -> Result<Prepared, Error> {
    if hold.mode == Mode::ReadOnly {
        return Err(Error::ReadOnly);
    }
    let making = new(&hold.folder);
    clear(&making)?;
    let prepared = write_beside(book, &making, lock, cost, world, at);
    if prepared.is_err() {
        // It takes as much room as the book; what cannot be taken away now goes at the next opening.
        let _ = clear(&making);
    }
    prepared
}

fn write_beside(
    book: &Book,
    making: &Path,
    lock: &NewLock,
    cost: Cost,
    world: &World,
    at: At<'_>,
) -> Result<Prepared, Error> {
    let folder = Folder::at(making)?;
    folder.prepare()?;
    let made = keys::create(lock, cost, world)?;
    at(Step::Begun)?;
    let mark = book.mark();
    write(book, &folder.book(), &made.key)?;
    at(Step::Written)?;
    if backup::verify(&folder.book(), &made.key)? != mark {
        return Err(Error::Damaged("the new book ends elsewhere"));
    }
    made.file.write(&folder)?;
    at(Step::Verified)?;
    Ok(Prepared { made, mark })
}

/// Every page decrypted with the old key and encrypted with the new one.
fn write(book: &Book, path: &Path, key: &DataKey) -> Result<(), Error> {
    private_file().create_new(true).write(true).open(path)?;
    let mut target = cipher::open(path, key)?;
    {
        let copy = Backup::new(book.connection(), &mut target)?;
        while copy.step(1000)? != StepResult::Done {}
    }
    cipher::settle(&target)?;
    let mut digest_key = Zeroizing::new(String::with_capacity(64));
    for byte in book.digest_key() {
        let _ = write!(digest_key, "{byte:02x}");
    }
    setting::set(&target, setting::DIGEST_KEY, &digest_key)?;
    setting::set(&target, setting::CLEAR_COPIES, &format!("key {}", book.mark().seq))?;
    cipher::allow_tidying(&target)?;
    target.flush_prepared_statement_cache();
    target.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    target.close().map_err(|(_, error)| error)?;
    File::open(path)?.sync_all()?;
    Ok(())
}

/// Puts the new book in the old one's place and opens it. A backup is due at once: it takes away the copies under the old key.
///
/// # Errors
/// Before the decision the old book is there as it was, and after it the new one; open it again either way.
pub fn finish_rekey(
    book: Book,
    hold: Hold,
    prepared: Prepared,
    world: &World,
    at: At<'_>,
) -> Result<(Opened, Option<RecoveryWords>), Error> {
    if book.mark() != prepared.mark {
        return Err(Error::CopyStopped);
    }
    book.close()?;
    at(Step::Closed)?;
    let Hold { folder, lock, source, .. } = hold;
    drop(source);
    fs::rename(new(&folder), ready(&folder))?;
    flush_folder_of(&ready(&folder))?;
    at(Step::Decided)?;
    carry_through(&folder, at)?;
    let Prepared { made, .. } = prepared;
    let opened = finish(&folder, lock, Mode::ReadWrite, made.file, made.key, SCHEMA, world)?;
    Ok((opened, made.words))
}

/// It has been decided, and the new book is not yet in its place.
pub(super) fn is_ready(folder: &Folder) -> bool {
    ready(folder).join("book.db").exists()
}

pub(super) fn keys(folder: &Folder) -> Result<KeyFile, Error> {
    KeyFile::read(&Folder::at(&ready(folder))?)
}

/// What a stop left: carried through when it was decided, cleared away when it was not. Needs no key.
pub(super) fn roll_forward(folder: &Folder) -> Result<(), Error> {
    clear(&new(folder))?;
    if ready(folder).exists() { carry_through(folder, &mut |_| Ok(())) } else { Ok(()) }
}

/// Each step can be done again.
fn carry_through(folder: &Folder, at: At<'_>) -> Result<(), Error> {
    if is_ready(folder) {
        for old in [folder.journal(), folder.journal_old(), folder.wal()] {
            if old.exists() {
                fs::remove_file(old)?;
            }
        }
        at(Step::JournalsGone)?;
        keys(folder)?.write(folder)?;
        at(Step::KeysExchanged)?;
        fs::rename(ready(folder).join("book.db"), folder.book())?;
        flush_folder_of(&folder.book())?;
        at(Step::BookExchanged)?;
    }
    clear(&ready(folder))
}

fn clear(path: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
