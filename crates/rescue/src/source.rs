//! Finds the book and its keys and copies them to a private folder. Everything after that happens in the copy, so that
//! nothing the tool does can change a byte of what it was pointed at. Not here: what is done with the copy.

use holdepunkt_core::backup;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::{Folder, PrivateFolder};
use holdepunkt_core::world::World;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// Files beside the book that belong to it; copied when they are there.
const BESIDE: [&str; 2] = ["journal", "journal.old"];
/// So many of the newest backups may be needed to put a damaged book together again.
const BACKUPS: usize = 3;

/// Where the pieces of a book lie.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub book: PathBuf,
    keys: Vec<PathBuf>,
    /// The folder is a whole data folder.
    whole: bool,
}

/// The copy. Gone when dropped.
pub struct Copied {
    pub folder: Folder,
    _private: PrivateFolder,
}

/// The book at `path`: a data folder, a folder with backups (the newest), or a file.
pub fn find(path: &Path, keys: Option<&Path>) -> Option<Found> {
    let (book, whole) = if path.is_dir() {
        let book = path.join("book.db");
        if book.is_file() { (book, true) } else { newest(path)? }
    } else if path.is_file() {
        (path.to_path_buf(), path.file_name().is_some_and(|name| name == "book.db"))
    } else {
        return None;
    };
    let keys = match keys {
        Some(keys) => vec![keys.to_path_buf()],
        None => keys_of(&book),
    };
    Some(Found { book, keys, whole })
}

/// The newest copy in a folder, as the program itself finds it; with keys that lie elsewhere, the last by name.
fn newest(folder: &Path) -> Option<(PathBuf, bool)> {
    if let Ok(copy) = backup::find(folder) {
        let whole = copy.path().join("book.lock").is_file();
        return Some((copy.book(), whole));
    }
    last_by_name(folder).map(|book| (book, false))
}

/// What was stopped half-way, and what was set aside as damaged, say so in their names.
fn is_set_aside(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ["unfinished-", "damaged-"].iter().any(|set_aside| name.starts_with(set_aside))
}

fn last_by_name(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let entries = entries.filter(|path| !is_set_aside(path));
    let mut found: Vec<PathBuf> = entries
        .filter_map(|path| {
            let nested = path.join("book.db");
            if nested.is_file() { Some(nested) } else { path.is_file().then_some(path) }
        })
        .filter(|path| path.extension().is_some_and(|end| end == "db"))
        .collect();
    found.sort();
    found.pop()
}

/// Of `name.db`: `name.keys`, else the two copies in the same folder, else those in the folder above.
fn keys_of(book: &Path) -> Vec<PathBuf> {
    let own = book.with_extension("keys");
    if own.is_file() && own.file_name().is_some_and(|name| name != "book.keys") {
        return vec![own];
    }
    let mut folder = book.parent();
    for _ in 0..2 {
        let Some(here) = folder else { break };
        let found: Vec<_> =
            ["book.keys", "book.keys.bak"].iter().map(|name| here.join(name)).filter(|keys| keys.is_file()).collect();
        if !found.is_empty() {
            return found;
        }
        folder = here.parent();
    }
    Vec::new()
}

impl Found {
    /// Whole megabytes, at least one.
    pub fn size(&self) -> u64 {
        let bytes = self.book.metadata().map_or(0, |data| data.len());
        bytes.div_ceil(1024 * 1024).max(1)
    }

    /// # Errors
    /// [`Error::AlreadyOpen`] when Holdepunkt has the book open; when it cannot be read, or the copy not be written.
    ///
    /// `with_backups`: with what the book can be put together again from, if it is damaged.
    pub fn copy(&self, with_backups: bool, world: &World) -> Result<Copied, Error> {
        let folder_of_book = self.book.parent().unwrap_or(Path::new("."));
        // Held while copying, so that nobody writes in between.
        let _held = if self.whole { held(&folder_of_book.join("book.lock"))? } else { None };
        let private = PrivateFolder::make(world)?;
        let folder = Folder::at(private.path())?;
        copy(&self.book, &folder.book())?;
        let mut wal = OsString::from(&self.book);
        wal.push("-wal");
        copy_if_there(Path::new(&wal), &folder.wal())?;
        for keys in &self.keys {
            let second = keys.extension().is_some_and(|end| end == "bak");
            copy(keys, &if second { folder.keys_bak() } else { folder.keys() })?;
        }
        if self.whole {
            for name in BESIDE {
                copy_if_there(&folder_of_book.join(name), &folder.path().join(name))?;
            }
            if with_backups {
                copy_backups(folder_of_book, &folder)?;
            }
        }
        Ok(Copied { folder, _private: private })
    }
}

fn copy_backups(from: &Path, to: &Folder) -> Result<(), Error> {
    let all = backup::list(&Folder::at(from)?)?;
    for kept in all.iter().rev().take(BACKUPS) {
        let Some(name) = kept.path.file_name() else { continue };
        let into = to.backups().join(name);
        fs::create_dir_all(&into)?;
        for entry in fs::read_dir(&kept.path)? {
            let entry = entry?;
            copy_if_there(&entry.path(), &into.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn held(lock: &Path) -> Result<Option<File>, Error> {
    let Ok(file) = File::open(lock) else { return Ok(None) };
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => Err(Error::AlreadyOpen),
        _ => Ok(Some(file)),
    }
}

fn copy_if_there(from: &Path, to: &Path) -> Result<(), Error> {
    if from.is_file() { copy(from, to) } else { Ok(()) }
}

/// The bytes alone, not the permissions: a copy of a read-only file must open as any other.
pub fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(to)?;
    std::io::copy(&mut File::open(from)?, &mut to)?;
    Ok(to.sync_all()?)
}
