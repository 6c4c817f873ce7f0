//! A new book: made whole under another name, then its keys, and the rename last. Whatever stops it on the way, there is
//! a book afterwards or there is none, and none does not stand in the way of the next try.

use super::lock::enter_to_write;
use super::recover::copy_flushed;
use super::steps::{beside, write_new};
use super::{Look, Mode, Opened, Schema, finish, look};
use crate::error::Error;
use crate::folder::{Folder, flush_folder_of};
use crate::keys::{self, Cost, KeyFile, NewLock, RecoveryWords};
use crate::world::World;
use std::fs;

pub(super) fn create(
    folder: &Folder,
    lock: &NewLock,
    cost: Cost,
    schema: Schema,
    world: &World,
) -> Result<(Opened, Option<RecoveryWords>), Error> {
    refuse_what_is_there(folder)?;
    folder.prepare()?;
    if !folder.is_writable() {
        return Err(Error::ReadOnly);
    }
    let held = enter_to_write(folder)?;
    // Another window may have made one in between.
    refuse_what_is_there(folder)?;
    clear(folder);
    let made = keys::create(lock, cost, world)?;
    if let Err(error) = write(folder, &made.key, &made.file, schema) {
        clear(folder);
        return Err(error);
    }
    let opened = finish(folder, held, Mode::ReadWrite, made.file, made.key, schema, world)?;
    Ok((opened, made.words))
}

/// The same order as for a new book: keys before the book gets its name.
pub(super) fn take_in(copy: &Folder, folder: &Folder) -> Result<(), Error> {
    if !copy.book().is_file() {
        return Err(Error::NoBook);
    }
    let keys = KeyFile::read(copy)?;
    refuse_what_is_there(folder)?;
    folder.prepare()?;
    let _held = enter_to_write(folder)?;
    refuse_what_is_there(folder)?;
    clear(folder);
    // The folder's lock keeps others out from here on.
    let copied = copy_flushed(&copy.book(), &folder.unfinished()).and_then(|()| {
        for (from, to) in [(copy.wal(), folder.wal()), (copy.journal(), folder.journal())] {
            if from.exists() {
                copy_flushed(&from, &to)?;
            }
        }
        keys.write(folder)?;
        fs::rename(folder.unfinished(), folder.book())?;
        flush_folder_of(&folder.book())
    });
    if copied.is_err() {
        let _ = fs::remove_file(folder.wal());
        let _ = fs::remove_file(folder.journal());
        clear(folder);
    }
    copied
}

fn refuse_what_is_there(folder: &Folder) -> Result<(), Error> {
    match look(folder) {
        Ok(Look::Nothing) => Ok(()),
        Ok(Look::Locked | Look::Open) => Err(Error::BookExists),
        Err(Error::KeysMissing | Error::BookMissing | Error::KeysDamaged | Error::Foreign | Error::Newer { .. }) => {
            Err(Error::BookExists)
        }
        Err(error) => Err(error),
    }
}

fn write(folder: &Folder, key: &keys::DataKey, file: &KeyFile, schema: Schema) -> Result<(), Error> {
    write_new(&folder.unfinished(), key, schema)?;
    file.write(folder)?;
    fs::rename(folder.unfinished(), folder.book())?;
    flush_folder_of(&folder.book())
}

/// Takes away what an unfinished book left. Never called while there is a `book.db`.
fn clear(folder: &Folder) {
    if folder.book().exists() {
        return;
    }
    let unfinished = folder.unfinished();
    let _ = fs::remove_file(folder.keys());
    let _ = fs::remove_file(folder.keys_bak());
    // Without keys nobody can read it.
    let _ = fs::remove_file(folder.journal());
    let _ = fs::remove_file(folder.journal_old());
    let _ = fs::remove_file(beside(&unfinished, "-wal"));
    let _ = fs::remove_file(beside(&unfinished, "-journal"));
    // Last: its presence is what tells that the keys belong to no book.
    let _ = fs::remove_file(unfinished);
}
