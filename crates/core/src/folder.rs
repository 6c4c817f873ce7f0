//! Where a book lies and what its files are called. Only its owner may enter.
//! Not here: what is in the files (`keys`, `opening`, `preferences`).

use crate::error::Error;
use crate::world::World;
use directories::ProjectDirs;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// The app's identifier; a build for development has a folder of its own.
const OWN_NAME: &str = if cfg!(debug_assertions) { "dk.holdepunkt.app.dev" } else { "dk.holdepunkt.app" };
/// Beside the program on a USB stick: a file of this name means that the data lies there too.
const PORTABLE_MARKER: &str = "portable";
const PORTABLE_NAME: &str = "holdepunkt-data";

/// The data folder. Need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    /// Ours alone, so that we may make the folders above it and close it to others.
    ours: bool,
}

impl Folder {
    /// The folder asked for, else the one beside a portable program, else the computer's own place for it.
    ///
    /// # Errors
    /// [`Error::NoDataFolder`] when the system names no place.
    pub fn find(asked: Option<&Path>) -> Result<Self, Error> {
        if let Some(path) = asked {
            return Self::at(path);
        }
        if let Some(beside) = std::env::current_exe().ok().as_deref().and_then(Path::parent)
            && let Some(folder) = Self::beside(beside)
        {
            return Ok(folder);
        }
        let places = ProjectDirs::from_path(PathBuf::from(OWN_NAME)).ok_or(Error::NoDataFolder)?;
        Ok(Self { path: places.data_local_dir().to_path_buf(), ours: true })
    }

    /// A folder the citizen named. Made when it is missing, but not the folders above it: those may be a USB stick that
    /// is not in the computer.
    ///
    /// # Errors
    /// [`Error::NoDataFolder`] for a name that cannot be one.
    pub fn at(path: &Path) -> Result<Self, Error> {
        let path = std::path::absolute(path).map_err(|_| Error::NoDataFolder)?;
        Ok(Self { path, ours: false })
    }

    fn beside(program: &Path) -> Option<Self> {
        let marked = program.join(PORTABLE_MARKER).is_file();
        marked.then(|| Self { path: program.join(PORTABLE_NAME), ours: false })
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The operating system's lock is on this file, which holds nothing.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.path.join("book.lock")
    }

    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.path.join("book.keys")
    }

    #[must_use]
    pub fn keys_bak(&self) -> PathBuf {
        self.path.join("book.keys.bak")
    }

    #[must_use]
    pub fn book(&self) -> PathBuf {
        self.path.join("book.db")
    }

    /// Changes that are safe on disk but not yet in `book.db`.
    #[must_use]
    pub fn wal(&self) -> PathBuf {
        self.path.join("book.db-wal")
    }

    /// A book that is being made. Renamed to `book.db` as the very last step.
    #[must_use]
    pub fn unfinished(&self) -> PathBuf {
        self.path.join("book.db.new")
    }

    /// Every change since the last verified backup.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.path.join("journal")
    }

    /// The journal before that backup.
    #[must_use]
    pub fn journal_old(&self) -> PathBuf {
        self.path.join("journal.old")
    }

    #[must_use]
    pub(crate) fn journal_new(&self) -> PathBuf {
        self.path.join("journal.new")
    }

    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    /// Room that is given back when the disk is full, so that the last words fit.
    #[must_use]
    pub fn reserve(&self) -> PathBuf {
        self.path.join("reserve")
    }

    /// Says that the book was seen to be damaged while it was open.
    #[must_use]
    pub(crate) fn suspect(&self) -> PathBuf {
        self.path.join("book.suspect")
    }

    /// What was written in somebody else's book and is not handed back yet; noise without their file.
    #[must_use]
    pub fn drafts(&self) -> PathBuf {
        self.path.join("drafts")
    }

    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.path.join("preferences.json")
    }

    /// The lines the citizen chose to be seen without unlocking; nothing else is ever in it.
    #[must_use]
    pub fn card(&self) -> PathBuf {
        self.path.join("card.json")
    }

    /// Makes the folder if it is missing, for its owner alone.
    ///
    /// # Errors
    /// [`Error::FolderMissing`] when the place it should lie in is gone; [`Error::ReadOnly`], [`Error::DiskFull`].
    pub fn prepare(&self) -> Result<(), Error> {
        match make_private(&self.path, self.ours) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.path.is_dir() => {
                if self.ours {
                    close_to_others(&self.path);
                }
                Ok(())
            }
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Err(Error::FolderMissing),
                _ => Err(error.into()),
            },
        }
    }

    /// Whether the folder exists. A missing one is no error where we would make it.
    pub(crate) fn is_there(&self) -> Result<bool, Error> {
        if self.path.is_dir() {
            return Ok(true);
        }
        let can_be_made = self.ours || self.path.parent().is_some_and(Path::is_dir);
        if can_be_made && !self.path.try_exists()? { Ok(false) } else { Err(Error::FolderMissing) }
    }

    /// Whether files can be made here.
    pub(crate) fn is_writable(&self) -> bool {
        !self.path.metadata().is_ok_and(|data| marked_read_only(&data))
    }
}

/// What a private folder's name begins with, and the file in it that is locked while it is in use.
const PRIVATE_NAME: &str = "holdepunkt-";
const IN_USE: &str = "in-use";

/// A folder under the system's temporary one that only we may enter; gone, with all that is in it, when dropped. What a
/// killed program left behind is taken away by [`PrivateFolder::sweep`].
#[derive(Debug)]
pub struct PrivateFolder {
    path: PathBuf,
    _in_use: File,
}

impl PrivateFolder {
    /// # Errors
    /// When it cannot be made.
    pub fn make(world: &World) -> Result<Self, Error> {
        let path = std::env::temp_dir().join(format!("{PRIVATE_NAME}{}", world.id()?));
        make_private(&path, false)?;
        let in_use =
            File::create(path.join(IN_USE)).and_then(|file| file.try_lock().map(|()| file).map_err(Into::into));
        match in_use {
            Ok(in_use) => Ok(Self { path, _in_use: in_use }),
            Err(error) => {
                let _ = fs::remove_dir_all(&path);
                Err(error.into())
            }
        }
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes away the private folders of programs that have ended without doing so. Whatever cannot be taken away is left.
    pub fn sweep() {
        let Ok(entries) = fs::read_dir(std::env::temp_dir()) else { return };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            let ours = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(PRIVATE_NAME));
            if ours.is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
                && File::open(path.join(IN_USE)).is_ok_and(|file| file.try_lock().is_ok())
            {
                let _ = fs::remove_dir_all(&path);
            }
        }
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Whether a file that exists can be written. A file without any write permission counts as read-only even for a user
/// whom the system would let past it: someone meant it.
pub(crate) fn can_write(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| !marked_read_only(&data)) && OpenOptions::new().append(true).open(path).is_ok()
}

/// Writes a whole file or nothing: aside, flushed to the disk, renamed, the folder flushed.
///
/// # Errors
/// When it cannot be written; an old file is as before then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut aside = path.to_path_buf().into_os_string();
    aside.push(".new");
    let aside = PathBuf::from(aside);
    let written = write_flushed(&aside, bytes).and_then(|()| fs::rename(&aside, path));
    if let Err(error) = written {
        let _ = fs::remove_file(&aside);
        return Err(error.into());
    }
    flush_folder_of(path)
}

fn write_flushed(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = private_file().create(true).write(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// So that a rename is still there after a power cut.
pub(crate) fn flush_folder_of(path: &Path) -> Result<(), Error> {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Files that only their owner can read.
pub(crate) fn private_file() -> OpenOptions {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

pub(crate) fn make_private(path: &Path, with_parents: bool) -> std::io::Result<()> {
    if with_parents && let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(unix)]
fn marked_read_only(data: &fs::Metadata) -> bool {
    data.permissions().readonly()
}

/// Elsewhere the mark means nothing on a folder.
#[cfg(not(unix))]
fn marked_read_only(data: &fs::Metadata) -> bool {
    data.is_file() && data.permissions().readonly()
}

/// A stick without permissions stays as it is.
#[cfg(unix)]
fn close_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    if let Ok(data) = path.metadata() {
        let mode = data.permissions().mode();
        if mode & 0o077 != 0 {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700));
        }
    }
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_beside_the_program_keeps_the_data_on_the_stick() {
        let stick = tempfile::tempdir().expect("a folder");
        assert_eq!(Folder::beside(stick.path()), None);
        fs::write(stick.path().join(PORTABLE_MARKER), "").expect("written");
        let folder = Folder::beside(stick.path()).expect("the marker is seen");
        assert_eq!(folder.path(), stick.path().join(PORTABLE_NAME));
    }

    #[test]
    fn the_folder_asked_for_wins() {
        let folder = Folder::find(Some(Path::new("here"))).expect("a place");
        assert!(folder.path().is_absolute(), "the program may change its working folder later");
        assert!(folder.path().ends_with("here"));
    }

    #[test]
    fn a_development_build_never_writes_in_the_citizens_folder() {
        let folder = Folder::find(None).expect("a place");
        assert!(folder.path().to_string_lossy().contains("dk.holdepunkt.app.dev"), "{folder:?}");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_enter_and_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let above = tempfile::tempdir().expect("a folder");
        let folder = Folder { path: above.path().join("a/b"), ours: true };
        folder.prepare().expect("made");
        write_whole(&folder.keys(), b"x").expect("written");
        let mode = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(folder.path()), 0o700);
        assert_eq!(mode(&folder.keys()), 0o600);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
        folder.prepare().expect("there");
        assert_eq!(mode(folder.path()), 0o700, "a folder of ours that was opened up is closed again");
    }

    #[test]
    fn a_stick_that_is_not_in_the_computer_is_not_made_up() {
        let above = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(&above.path().join("stick/book")).expect("a name");
        assert!(matches!(folder.prepare(), Err(Error::FolderMissing)));
        assert!(!above.path().join("stick").exists());
    }

    #[test]
    fn a_private_folder_is_gone_afterwards() {
        let folder = PrivateFolder::make(&World::real()).expect("made");
        let path = folder.path().to_path_buf();
        fs::write(path.join("x"), "x").expect("written");
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn what_a_killed_program_left_in_the_temporary_folder_is_swept_and_what_is_in_use_is_not() {
        let used = PrivateFolder::make(&World::real()).expect("made");
        let left = PrivateFolder::make(&World::real()).expect("made");
        let path = left.path().to_path_buf();
        fs::write(path.join("book.db"), b"x").expect("written");
        // As after a kill: the lock is gone, the folder is not.
        let PrivateFolder { _in_use, .. } = &*std::mem::ManuallyDrop::new(left);
        _in_use.unlock().expect("unlocked");
        PrivateFolder::sweep();
        assert!(!path.exists(), "left behind");
        assert!(used.path().exists(), "in use");
    }
}
