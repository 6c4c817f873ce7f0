//! A copy that lies somewhere else, e.g. a *sikker kopi* on a stick: found where the citizen points, read in a private folder so that
//! nothing is written to it, and told from a copy of another book. Not here: comparing and going back (`restore`).

use super::{Kept, SAFE_COPY, TIME, UNFINISHED};
use crate::book::Book;
use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, PrivateFolder, write_whole};
use crate::history::chain;
use crate::keys::{self, KeyFile, Secret};
use crate::opening::recover::copy_flushed;
use crate::opening::{self, Hold, Mode, Opened, Told};
use crate::store::revision;
use crate::when;
use crate::world::World;
use chrono::NaiveDateTime;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that holds a whole data folder, beside a portable program.
const INSIDE: [&str; 2] = ["holdepunkt-data", "backups"];

/// The copy in the folder the citizen pointed at: that folder itself, or the newest copy in it.
///
/// # Errors
/// [`Error::NoCopy`]; [`Error::TargetGone`] when the folder is not there.
pub fn find(chosen: &Path) -> Result<Folder, Error> {
    if !chosen.is_dir() {
        return Err(Error::TargetGone);
    }
    let inside = INSIDE.iter().map(|name| chosen.join(name));
    let places = std::iter::once(chosen.to_path_buf()).chain(inside);
    let found = places
        .filter(|place| place.is_dir())
        .find_map(|place| if is_copy(&place) { Some(place) } else { newest(&place) });
    Folder::at(&found.ok_or(Error::NoCopy)?)
}

/// One that was stopped half-way says so in its name.
fn is_copy(path: &Path) -> bool {
    let named = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED));
    !named
        && path.join("book.db").is_file()
        && (path.join("book.keys").is_file() || path.join("book.keys.bak").is_file())
}

/// By what their names say: a number, or the day they were made.
fn newest(shelf: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(shelf).ok()?.flatten().map(|entry| entry.path());
    let copies = entries.filter(|path| is_copy(path));
    copies.filter_map(|path| Some((order(&path)?, path))).max().map(|(_, path)| path)
}

fn order(path: &Path) -> Option<(u64, Option<NaiveDateTime>)> {
    match Kept::of(path.to_path_buf()) {
        Some(kept) => Some((kept.number, Some(kept.made))),
        None => made_by_name(path).map(|made| (0, Some(made))),
    }
}

/// When a copy was made, where its name says so.
#[must_use]
pub fn made_by_name(path: &Path) -> Option<NaiveDateTime> {
    let name = path.file_name()?.to_str()?;
    let safe = name.strip_prefix(SAFE_COPY).and_then(|time| NaiveDateTime::parse_from_str(time, TIME).ok());
    safe.or_else(|| Kept::of(path.to_path_buf()).map(|kept| kept.made))
}

/// Whether a passphrase or words must be asked for: neither the open book's key fits the copy, nor is it without a lock.
///
/// # Errors
/// [`Error::CopyDamaged`] when its keys cannot be read.
pub fn needs_secret(copy: &Folder, hold: Option<&Hold>) -> Result<bool, Error> {
    let file = keys_of(copy)?;
    Ok(!file.is_open_book() && !hold.is_some_and(|hold| keys::fits(&file, hold.key())))
}

fn keys_of(copy: &Folder) -> Result<KeyFile, Error> {
    KeyFile::read(copy).or_else(|_| KeyFile::read_bak(copy)).map_err(|_| Error::CopyDamaged)
}

/// A copy that is open to be read; gone from the private folder when dropped.
#[derive(Debug)]
pub struct Elsewhere {
    opened: Opened,
    made: NaiveDateTime,
    _private: PrivateFolder,
}

impl Elsewhere {
    /// Opens it with the key of the book that is open, with none if it has no lock, or with `secret`; reads all of it.
    ///
    /// # Errors
    /// [`Error::WrongSecret`] and the like; [`Error::CopyDamaged`], [`Error::NoCopy`], [`Error::DiskFull`] …
    pub fn open(copy: &Folder, hold: Option<&Hold>, secret: Option<&Secret>, world: &World) -> Result<Self, Error> {
        if hold.is_some_and(|hold| same_file(&hold.folder().book(), &copy.book())) {
            // To read the file that is open would let go of the database's own lock on it.
            return Err(Error::NoCopy);
        }
        let file = keys_of(copy)?;
        let private = PrivateFolder::make(world)?;
        let here = Folder::at(&private.path().join("copy"))?;
        here.prepare()?;
        bring(copy, &here, &file)?;
        let opened = match (secret, hold) {
            _ if file.is_open_book() => opening::open_unlocked(&here, world),
            (_, Some(hold)) if keys::fits(&file, hold.key()) => opening::open_with(&here, hold.key(), world),
            (Some(secret), _) => opening::open(&here, secret, world),
            (None, _) => Err(Error::WrongSecret),
        };
        let opened = opened.map_err(|error| match error {
            Error::Damaged(_) | Error::KeysDamaged | Error::Io(_) => Error::CopyDamaged,
            error => error,
        })?;
        let lost = |told: &Told| matches!(told, Told::Restored { lost_since: Some(_), .. });
        if opened.mode == Mode::ReadOnly || opened.report.0.iter().any(lost) {
            return Err(Error::CopyDamaged);
        }
        chain::verify(&opened.connection, &opened.digest_key).map_err(|_| Error::CopyDamaged)?;
        let made = match made_by_name(copy.path()) {
            Some(made) => made,
            None => last_written(&opened.connection)?,
        };
        Ok(Self { opened, made, _private: private })
    }

    /// When it was made; where its name does not say, when the last words in it were written.
    #[must_use]
    pub const fn made(&self) -> NaiveDateTime {
        self.made
    }

    pub(super) const fn connection(&self) -> &Connection {
        &self.opened.connection
    }

    /// A book is known by its first revision, whatever its key is today.
    ///
    /// # Errors
    /// [`Error::OtherBook`].
    pub fn require_same_book(&self, book: &Book) -> Result<(), Error> {
        let first = |connection| revision::get(connection, 1);
        match (first(book.connection())?, first(self.connection())?) {
            (Some(ours), Some(theirs)) if ours.chain == theirs.chain => Ok(()),
            _ => Err(Error::OtherBook),
        }
    }
}

fn last_written(connection: &Connection) -> Result<NaiveDateTime, Error> {
    let head = revision::head(connection)?;
    Ok(head.map(|head| when::stored(head.at, head.at_offset).naive_local()).unwrap_or_default())
}

/// Everything the book is put together from; every page is then read on the way in.
fn bring(copy: &Folder, here: &Folder, file: &KeyFile) -> Result<(), Error> {
    let pairs = [
        (copy.book(), here.book()),
        (copy.wal(), here.wal()),
        (copy.journal(), here.journal()),
        (copy.journal_old(), here.journal_old()),
    ];
    for (from, to) in pairs {
        if from.exists() {
            copy_flushed(&from, &to).map_err(|error| match error {
                Error::Io(_) => Error::TargetGone,
                error => error,
            })?;
        }
    }
    file.write(here)?;
    if cipher::is_plain(&here.book())? {
        return Err(Error::NoCopy);
    }
    write_whole(&here.suspect(), b"")
}

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy_in(path: &Path) {
        fs::create_dir_all(path).expect("made");
        fs::write(path.join("book.db"), "x").expect("written");
        fs::write(path.join("book.keys"), "x").expect("written");
    }

    #[test]
    fn the_copy_is_found_whether_it_or_the_stick_it_lies_on_is_pointed_at() {
        let stick = tempfile::tempdir().expect("a folder");
        let at = |name: &str| stick.path().join(name);
        assert!(matches!(find(stick.path()), Err(Error::NoCopy)));
        assert!(matches!(find(&at("gone")), Err(Error::TargetGone)));
        copy_in(&at("unfinished-holdepunkt-20261128-120000"));
        assert!(matches!(find(stick.path()), Err(Error::NoCopy)), "half a copy is none");
        assert!(matches!(find(&at("unfinished-holdepunkt-20261128-120000")), Err(Error::NoCopy)));
        copy_in(&at("holdepunkt-20261101-120000"));
        copy_in(&at("holdepunkt-20261122-140300"));
        copy_in(&at("something else"));
        assert_eq!(find(stick.path()).expect("found").path(), at("holdepunkt-20261122-140300"), "the newest");
        assert_eq!(find(&at("holdepunkt-20261101-120000")).expect("found").path(), at("holdepunkt-20261101-120000"));
        assert_eq!(find(&at("something else")).expect("found").path(), at("something else"));
        let made = made_by_name(&at("holdepunkt-20261122-140300")).expect("in its name");
        assert_eq!(made.to_string(), "2026-11-22 14:03:00");
        assert_eq!(made_by_name(&at("something else")), None);
    }

    #[test]
    fn of_a_whole_data_folder_the_newest_backup_is_taken_when_the_book_itself_is_gone() {
        let stick = tempfile::tempdir().expect("a folder");
        copy_in(&stick.path().join("backups/000002-r7-20261122-140300"));
        copy_in(&stick.path().join("backups/000001-r9-20261123-140300"));
        let found = find(stick.path()).expect("found");
        assert!(found.path().ends_with("000002-r7-20261122-140300"), "the order is the number: {found:?}");
    }
}
