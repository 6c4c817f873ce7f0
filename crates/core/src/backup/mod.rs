//! Backups and copies of a book: a folder each, that is itself a data folder (`book.db` and its keys). Made while the book is written
//! in, verified before it counts. Why it is done like this: docs/decisions/0010.
//! Not here: what opening does with them (`opening/recover`).

mod due;
mod elsewhere;
mod reserve;
mod restore;
mod rotation;
mod verify;

pub use due::{Known, Moment};
pub use elsewhere::{Elsewhere, find, made_by_name, needs_secret};
pub(crate) use reserve::Reserve;
pub use restore::{Difference, Preview, become_copy, bring_back, compare_copy, move_in, preview, take_in};
pub use rotation::may_go;
pub(crate) use verify::{open as open_copy, verify};

use crate::book::{Book, Still};
use crate::cipher::PAGE;
use crate::error::Error;
use crate::folder::{Folder, flush_folder_of, private_file};
use crate::history::replay;
use crate::journal::{self, Mark};
use crate::keys::{DataKey, KeyFile};
use crate::opening::Hold;
use crate::opening::recover::copy_flushed;
use crate::store::setting;
use crate::world::World;
use chrono::NaiveDateTime;
use rusqlite::Connection;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

const UNFINISHED: &str = "unfinished-";
const SAFE_COPY: &str = "holdepunkt-";
const TIME: &str = "%Y%m%d-%H%M%S";
/// Pages a step when nothing else waits: 1 MiB.
const MANY: u64 = 256;

/// A verified backup beside the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// One higher than any before: the only order.
    pub number: u64,
    /// Number of its newest revision.
    pub revision: i64,
    /// What the clock showed when it was made.
    pub made: NaiveDateTime,
    pub path: PathBuf,
}

impl Kept {
    fn of(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let mut parts = name.splitn(3, '-');
        let number = parts.next()?.parse().ok()?;
        let revision = parts.next()?.strip_prefix('r')?.parse().ok()?;
        let made = NaiveDateTime::parse_from_str(parts.next()?, TIME).ok()?;
        Some(Self { number, revision, made, path })
    }

    /// Its files, as those of any book.
    ///
    /// # Errors
    /// As [`Folder::at`].
    pub fn folder(&self) -> Result<Folder, Error> {
        Folder::at(&self.path)
    }
}

/// The verified backups of a book, oldest first.
///
/// # Errors
/// When the folder cannot be read; a missing one is empty.
pub fn list(folder: &Folder) -> Result<Vec<Kept>, Error> {
    let entries = match fs::read_dir(folder.backups()) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        found.extend(Kept::of(entry?.path()));
    }
    found.sort_by_key(|kept| kept.number);
    Ok(found)
}

/// Whether a backup is due now. Reads no more than names.
///
/// # Errors
/// What the disk or the database says.
pub fn is_due(book: &Book, hold: &Hold, moment: Moment) -> Result<bool, Error> {
    if book.is_still() || book.situation().read_only {
        return Ok(false);
    }
    let all = list(hold.folder())?;
    let known = Known {
        newest: all.last(),
        revision: book.mark().seq,
        now: book.world().now().naive_local(),
        journal: book.journal_length(),
        copies_must_go: book.copies_must_go()?,
    };
    Ok(due::due(moment, &known))
}

/// Pages copied, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub done: u64,
    pub of: u64,
}

impl Progress {
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.done >= self.of
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Backup,
    SafeCopy,
}

impl Kind {
    /// What failed where a *sikker kopi* was to lie is told as that: the book is not on that stick.
    fn lying_there<T>(self, done: Result<T, Error>) -> Result<T, Error> {
        done.map_err(|error| match (self, error) {
            (Self::SafeCopy, Error::DiskFull) => Error::TargetFull,
            (Self::SafeCopy, Error::ReadOnly) => Error::TargetReadOnly,
            (Self::SafeCopy, Error::Io(_) | Error::FolderMissing | Error::Damaged(_)) => Error::TargetGone,
            (_, error) => error,
        })
    }
}

/// A copy being made. Only beginning and [`settle`] need the book; dropped, it leaves nothing that looks whole.
#[derive(Debug)]
pub struct Backup {
    kind: Kind,
    source: Arc<File>,
    still: Still,
    out: File,
    at: u64,
    length: u64,
    making: PathBuf,
    whole: PathBuf,
    key: DataKey,
    mark: Mark,
    clears: Option<String>,
}

/// A copy that was verified, to be told to the book by [`settle`].
#[derive(Debug)]
pub struct Made {
    kind: Kind,
    pub path: PathBuf,
    mark: Mark,
    clears: Option<String>,
    // The book may write its file again when this is dropped.
    _still: Still,
}

impl Backup {
    /// Begins a backup. Holds the book for one checkpoint, some milliseconds.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::DiskFull`]; the book is as before.
    pub fn begin(book: &mut Book, hold: &Hold) -> Result<Self, Error> {
        let shelf = hold.folder().backups();
        make_folder(&shelf)?;
        clear_unfinished(&shelf);
        let all = list(hold.folder())?;
        let number = all.last().map_or(0, |kept| kept.number) + 1;
        let made = book.world().now().naive_local().format(TIME);
        let name = format!("{number:06}-r{}-{made}", book.mark().seq);
        Self::begin_in(&shelf, &name, Kind::Backup, book, hold)
    }

    /// Begins a *sikker kopi* in any folder, e.g. on a stick: a folder of its own there, that opens like any book.
    ///
    /// # Errors
    /// As [`Backup::begin`]; [`Error::FolderMissing`].
    pub fn begin_safe_copy(book: &mut Book, hold: &Hold, target: &Path) -> Result<Self, Error> {
        if !target.is_dir() {
            return Err(Error::FolderMissing);
        }
        clear_unfinished(target);
        let name = format!("{SAFE_COPY}{}", book.world().now().naive_local().format(TIME));
        Self::begin_in(target, &name, Kind::SafeCopy, book, hold)
    }

    fn begin_in(shelf: &Path, name: &str, kind: Kind, book: &mut Book, hold: &Hold) -> Result<Self, Error> {
        if book.is_still() {
            return Err(Error::AlreadyOpen);
        }
        let source = hold.source().ok_or(Error::ReadOnly)?;
        let (making, whole) = (shelf.join(format!("{UNFINISHED}{name}")), shelf.join(name));
        let out = kind.lying_there(begin_file(&making, hold))?;
        let clears = setting::get(book.connection(), setting::CLEAR_COPIES)?;
        let mark = book.mark();
        let still = book.stand_still()?;
        let length = source.metadata()?.len();
        Ok(Self { kind, source, still, out, at: 0, length, making, whole, key: hold.key().clone(), mark, clears })
    }

    /// Copies some pages. Does not need the book.
    ///
    /// # Errors
    /// [`Error::CopyStopped`] when the book was closed meanwhile; what the disk says.
    pub fn step(&mut self, pages: u64) -> Result<Progress, Error> {
        let count = (pages.max(1) * PAGE).min(self.length - self.at);
        let mut bytes = vec![0; usize::try_from(count).unwrap_or_default()];
        let mut source = &*self.source;
        source.seek(SeekFrom::Start(self.at))?;
        source.read_exact(&mut bytes)?;
        self.kind.lying_there(self.out.write_all(&bytes).map_err(Error::from))?;
        self.at += count;
        let progress = Progress { done: self.at.div_ceil(PAGE), of: self.length.div_ceil(PAGE) };
        if progress.is_done() {
            self.kind.lying_there(self.out.sync_all().map_err(Error::from))?;
        }
        if self.still.load(Ordering::SeqCst) { Ok(progress) } else { Err(Error::CopyStopped) }
    }

    /// Reads the whole copy back and only then gives it its name. Does not need the book; takes longer than copying.
    ///
    /// # Errors
    /// [`Error::Damaged`] when the copy, and so perhaps the book, is not whole: nothing counts then, the older ones stay.
    pub fn finish(mut self) -> Result<Made, Error> {
        while !self.step(MANY)?.is_done() {}
        self.kind.lying_there(self.read_back())?;
        Ok(Made {
            kind: self.kind,
            path: self.whole.clone(),
            mark: self.mark.clone(),
            clears: self.clears.clone(),
            _still: Arc::clone(&self.still),
        })
    }

    fn read_back(&self) -> Result<(), Error> {
        let book = self.making.join("book.db");
        if verify(&book, &self.key)? != self.mark {
            return Err(Error::Damaged("the copy ends elsewhere"));
        }
        flush_folder_of(&book)?;
        fs::rename(&self.making, &self.whole)?;
        flush_folder_of(&self.whole)
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        if self.making.exists() {
            let _ = fs::remove_dir_all(&self.making);
        }
    }
}

/// Tells the book that a copy is safe: after a backup a new journal begins, older backups go by the rotation, and all of them when
/// words were erased or the key was changed. Holds the book for some milliseconds.
///
/// # Errors
/// What the disk says. The backup stands either way.
pub fn settle(book: &mut Book, hold: &Hold, made: Made) -> Result<(), Error> {
    let Made { kind, path, mark, clears, _still } = made;
    if kind == Kind::SafeCopy {
        let stamp = book.world().stamp().to_string();
        return setting::set(book.connection(), setting::SAFE_COPY, &stamp);
    }
    book.begin_journal(hold.key().derive(journal::KEY), &mark)?;
    if clears.is_some() {
        clear_copies(hold.folder(), &path)?;
        // Unless something more was erased while the copy was made.
        if setting::get(book.connection(), setting::CLEAR_COPIES)? == clears {
            setting::clear(book.connection(), setting::CLEAR_COPIES)?;
        }
        return Ok(());
    }
    for old in may_go(&list(hold.folder())?, book.world().now().date_naive()) {
        fs::remove_dir_all(&old.path)?;
    }
    Ok(())
}

/// A backup from begin to end, for when nobody is typing: on closing, before something large.
///
/// # Errors
/// As [`Backup::finish`].
pub fn make(book: &mut Book, hold: &Hold) -> Result<(), Error> {
    let made = Backup::begin(book, hold)?.finish()?;
    settle(book, hold, made)
}

/// A backup when one is due; gives whether one was made.
///
/// # Errors
/// As [`make`].
pub fn make_if_due(book: &mut Book, hold: &Hold, moment: Moment) -> Result<bool, Error> {
    let due = is_due(book, hold, moment)?;
    if due {
        make(book, hold)?;
    }
    Ok(due)
}

/// A backup of an older book that is open and about to be brought up to date. Nobody writes in it yet.
pub(crate) fn before_migrating(
    folder: &Folder,
    connection: &Connection,
    key: &DataKey,
    world: &World,
) -> Result<(), Error> {
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    let mark = replay::mark(connection)?;
    let shelf = folder.backups();
    make_folder(&shelf)?;
    clear_unfinished(&shelf);
    let number = list(folder)?.last().map_or(0, |kept| kept.number) + 1;
    let name = format!("{number:06}-r{}-{}", mark.seq, world.now().naive_local().format(TIME));
    let (making, whole) = (shelf.join(format!("{UNFINISHED}{name}")), shelf.join(name));
    make_folder(&making)?;
    let copy = Folder::at(&making)?;
    KeyFile::read(folder)?.write(&copy)?;
    copy_flushed(&folder.book(), &copy.book())?;
    if verify(&copy.book(), key)? != mark {
        return Err(Error::Damaged("the copy ends elsewhere"));
    }
    fs::rename(&making, &whole)?;
    flush_folder_of(&whole)
}

/// When the last *sikker kopi* was made, in milliseconds since 1970; none if never.
///
/// # Errors
/// What the database says.
pub fn last_safe_copy(book: &Book) -> Result<Option<i64>, Error> {
    Ok(setting::get(book.connection(), setting::SAFE_COPY)?.and_then(|stamp| stamp.parse().ok()))
}

/// Every copy of ours but the newest, and the journal from before it.
fn clear_copies(folder: &Folder, newest: &Path) -> Result<(), Error> {
    for old in list(folder)? {
        if old.path != newest {
            fs::remove_dir_all(&old.path)?;
        }
    }
    for entry in fs::read_dir(folder.path())?.flatten() {
        // Kept after a damage; under the old key, or with the words in it.
        if entry.file_name().to_str().is_some_and(|name| name.starts_with("damaged-")) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    match fs::remove_file(folder.journal_old()) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => flush_folder_of(&folder.journal()),
    }
}

fn begin_file(making: &Path, hold: &Hold) -> Result<File, Error> {
    make_folder(making)?;
    let folder = Folder::at(making)?;
    hold.keys().write(&folder)?;
    Ok(private_file().create_new(true).write(true).open(folder.book())?)
}

fn make_folder(path: &Path) -> Result<(), Error> {
    Folder::at(path)?.prepare()
}

/// Takes away what a copy that was stopped left behind.
fn clear_unfinished(shelf: &Path) {
    for entry in fs::read_dir(shelf).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| {
            name.strip_prefix(UNFINISHED).is_some_and(|rest| {
                rest.starts_with(SAFE_COPY) || rest.starts_with(|first: char| first.is_ascii_digit())
            })
        });
        if ours {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
