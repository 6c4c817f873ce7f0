//! The operating system's lock on `book.lock`: one program at a time has the book. It goes when the program does,
//! however that ends. Not here: SQLite's own lock on the book, which stands behind this one.

use super::Mode;
use crate::error::Error;
use crate::folder::{Folder, can_write, private_file};
use std::fs::{File, TryLockError};
use std::io::ErrorKind;

/// Held as long as the book is open. Empty where there is nothing that can be locked: a folder that nobody can write.
#[derive(Debug)]
pub(super) struct FolderLock(#[allow(dead_code)] Option<File>);

/// Locks the folder and says whether the book in it can be written. Does not wait.
pub(super) fn enter(folder: &Folder) -> Result<(FolderLock, Mode), Error> {
    if folder.is_writable() {
        match enter_to_write(folder) {
            Err(Error::ReadOnly) => {}
            Err(error) => return Err(error),
            // A missing book may be put together again from its backups.
            Ok(lock) if can_write(&folder.book()) || !folder.book().exists() => return Ok((lock, Mode::ReadWrite)),
            Ok(lock) => return Ok((lock, Mode::ReadOnly)),
        }
    }
    // Someone with more rights than we may be writing; only then is there a lock to respect.
    let lock = match File::open(folder.lock()) {
        Ok(file) => {
            held(file.try_lock_shared())?;
            FolderLock(Some(file))
        }
        Err(_) => FolderLock(None),
    };
    Ok((lock, Mode::ReadOnly))
}

pub(super) fn enter_to_write(folder: &Folder) -> Result<FolderLock, Error> {
    let file = private_file().create(true).write(true).truncate(false).open(folder.lock())?;
    held(file.try_lock())?;
    Ok(FolderLock(Some(file)))
}

fn held(locked: Result<(), TryLockError>) -> Result<(), Error> {
    match locked {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::AlreadyOpen),
        // A file system that cannot lock; SQLite's own lock is then the only one.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
