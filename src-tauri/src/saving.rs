//! Files the person takes out: a native dialog, written whole or not at all, opened in the system's own viewer.

use crate::contract::Saved;
use crate::shell::{Ground, Shell};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::FileFault;
use holdepunkt_core::going::{Going, Stage};
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Emitter as _, Wry};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder};
use tauri_plugin_opener::OpenerExt as _;

/// Where it is asked what a file is to be called and where it goes: the system's dialog, or a test in its place.
pub trait Desk {
    /// None when the dialog was closed.
    fn ask(&self, name: &str) -> Option<PathBuf>;

    /// The desktop's list of recent files is not to know of it.
    fn forget_recent(&self, path: &Path);

    /// Says on whatever is on the screen now that the file is not there: the page that asked for it may be gone with what was shut.
    fn not_saved(&self);
}

impl Desk for AppHandle {
    fn ask(&self, name: &str) -> Option<PathBuf> {
        let extension = Path::new(name).extension().unwrap_or_default().to_string_lossy();
        let dialog = self.dialog().file().set_file_name(name).add_filter(&*extension, &[&*extension]);
        dialog.blocking_save_file()?.into_path().ok()
    }

    fn forget_recent(&self, path: &Path) {
        forget_recent(self, path);
    }

    fn not_saved(&self) {
        let _ = self.emit("not-saved", ());
    }
}

/// Asks where, then makes the file and saves it: a dialog may stand open for hours, and what was locked meanwhile must not lie in memory.
/// Cancelling is not a failure.
///
/// # Errors
/// Whatever `make` says; [`Error::Locked`] and [`Error::VisitGoesOn`] when the book was shut while it was asked, and then nothing is written;
/// when the place cannot be written.
pub fn save(
    desk: &impl Desk,
    shell: &Shell,
    name: &str,
    extension: &str,
    make: impl FnOnce() -> Result<Vec<u8>, Error>,
) -> Result<Saved, Error> {
    save_where_asked(desk, shell, name, extension, |asked, write| {
        let bytes = make()?;
        shell.still_on(asked)?;
        write(&bytes)
    })
}

/// The same where something must stand in the book together with the file: `around` is given the writing itself, and holds the book while it
/// writes, so that nobody locks it meanwhile.
///
/// # Errors
/// As [`save`], and whatever `around` says.
pub fn save_with(
    desk: &impl Desk,
    shell: &Shell,
    name: &str,
    extension: &str,
    around: impl FnOnce(Write<'_>) -> Result<(), Error>,
) -> Result<Saved, Error> {
    save_where_asked(desk, shell, name, extension, |_, write| around(write))
}

/// Writes the bytes where it was said.
type Write<'a> = &'a dyn Fn(&[u8]) -> Result<(), Error>;

fn save_where_asked(
    desk: &impl Desk,
    shell: &Shell,
    name: &str,
    extension: &str,
    out: impl FnOnce(&Ground, Write<'_>) -> Result<(), Error>,
) -> Result<Saved, Error> {
    let asked = shell.ground();
    let Some(path) = desk.ask(&format!("{}.{extension}", tidy(name))) else {
        return Ok(Saved { saved: false, name: String::new() });
    };
    let path = with_extension(path, extension);
    let write = || {
        shell.still_on(&asked)?;
        let id = shell.world().id()?;
        out(&asked, &|bytes| write_whole(&path, &id, bytes))
    };
    if let Err(error) = write() {
        if shell.still_on(&asked).is_err() {
            desk.not_saved();
        }
        return Err(error);
    }
    desk.forget_recent(&path);
    shell.remember_saved(path.clone());
    Ok(Saved { saved: true, name: path.display().to_string() })
}

/// Asks for a folder; none when the dialog is closed.
pub fn choose_folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    let folder = app.dialog().file().set_title(title).blocking_pick_folder()?.into_path().ok()?;
    forget_recent(app, &folder);
    Some(folder)
}

/// Asks for a file to look at. None when the dialog was closed.
#[must_use]
pub fn choose_file(app: &AppHandle, title: &str, endings: &[&str]) -> Option<PathBuf> {
    let path = asking(app, title, endings).blocking_pick_file()?.into_path().ok()?;
    forget_recent(app, &path);
    Some(path)
}

/// Asks for one or more files to look at. None when the dialog was closed.
#[must_use]
pub fn choose_files(app: &AppHandle, title: &str, endings: &[&str]) -> Option<Vec<PathBuf>> {
    let chosen = asking(app, title, endings).blocking_pick_files()?;
    let paths: Vec<PathBuf> = chosen.into_iter().filter_map(|path| path.into_path().ok()).collect();
    paths.iter().for_each(|path| forget_recent(app, path));
    Some(paths)
}

fn asking(app: &AppHandle, title: &str, endings: &[&str]) -> FileDialogBuilder<Wry> {
    // Cameras write `.JPG`, and the system's dialog takes an ending as it stands.
    let large: Vec<String> = endings.iter().map(|ending| ending.to_uppercase()).collect();
    let both: Vec<&str> = endings.iter().copied().chain(large.iter().map(String::as_str)).collect();
    app.dialog().file().set_title(title).add_filter(title, &both)
}

/// Bytes of a file between two looks at whether to go on.
const AT_A_TIME: u64 = 1024 * 1024;

/// What is in a file, never more than `most` bytes.
///
/// # Errors
/// [`FileFault::TooBig`]; [`FileFault::NotOurs`] when it is no file; [`FileFault::Unreadable`].
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    read_along(path, most, &Going::default())
}

/// The same from a slow stick, which can be stopped.
///
/// # Errors
/// As [`read`]; [`Error::Stopped`].
pub fn read_along(path: &Path, most: usize, going: &Going) -> Result<Vec<u8>, Error> {
    going.at(Stage::Reading, 0, 1)?;
    // It is not the book: what is said of the disk that lies on would be wrong of it.
    let unreadable = |_| FileFault::Unreadable;
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(FileFault::NotOurs.into());
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut file = fs::File::open(path).map_err(unreadable)?.take(limit);
    while file.by_ref().take(AT_A_TIME).read_to_end(&mut bytes).map_err(unreadable)? > 0 {
        going.goes_on()?;
    }
    if bytes.len() > most { Err(FileFault::TooBig.into()) } else { Ok(bytes) }
}

/// Puts text into the clipboard, which the page itself may not touch. False where the system lends it only to the page.
#[cfg(target_os = "linux")]
pub fn copy(app: &AppHandle, text: String) -> bool {
    app.run_on_main_thread(move || {
        let clipboard = gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD);
        clipboard.set_text(&text);
        clipboard.store();
    })
    .is_ok()
}

#[cfg(not(target_os = "linux"))]
pub fn copy(_: &AppHandle, _: String) -> bool {
    false
}

/// GTK's dialog tells the whole desktop's list of recent files what was saved and by whom. Not ours.
#[cfg(target_os = "linux")]
fn forget_recent(app: &AppHandle, path: &Path) {
    use gtk::prelude::RecentManagerExt as _;
    let Ok(address) = gtk::glib::filename_to_uri(path, None) else { return };
    let _ = app.run_on_main_thread(move || {
        if let Some(recent) = gtk::RecentManager::default() {
            let _ = recent.remove_item(&address);
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn forget_recent(_: &AppHandle, _: &Path) {}

/// Opens the file that was saved last.
///
/// # Errors
/// When nothing was saved, it is gone, or the system has no program for it.
pub fn open(app: &AppHandle, shell: &Shell) -> Result<(), Error> {
    let path = shell.last_saved().filter(|path| path.exists()).ok_or(Error::NotFound("file"))?;
    app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|_| Error::NoViewer)
}

/// The longest name we suggest, in bytes: every file system takes it, also with an ending and a number.
const LONGEST_NAME: usize = 160;

/// A name every system takes as a file name: no separators, nothing a system keeps for itself, not long, never empty.
fn tidy(name: &str) -> String {
    let kept = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    let name: String = name.chars().map(kept).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_start_matches(['.', ' ']);
    let end = (0..=LONGEST_NAME.min(name.len())).rev().find(|end| name.is_char_boundary(*end)).unwrap_or_default();
    let name = name.get(..end).unwrap_or_default().trim_end_matches(['.', ' ']).to_string();
    if name.is_empty() { "Holdepunkt".to_string() } else { name }
}

/// The name as it was typed, with the ending it lacks. The dialog asked before replacing what was typed, not before
/// replacing what we make of it: so a name that is taken gets a number.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|typed| typed.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let numbered = (1_u32..).map(|number| match number {
        1 => path.with_file_name(format!("{name}.{extension}")),
        _ => path.with_file_name(format!("{name} {number}.{extension}")),
    });
    numbered.take(1000).find(|path| !path.exists()).unwrap_or(path)
}

/// Writes beside the target, under a name nobody has, and renames: an old file is never half replaced.
fn write_whole(path: &Path, id: &str, bytes: &[u8]) -> Result<(), Error> {
    let unfinished = path.with_file_name(format!(".{id}.part"));
    let written = OpenOptions::new().write(true).create_new(true).open(&unfinished).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&unfinished, path)) {
        let _ = fs::remove_file(&unfinished);
        return Err(not_written(error));
    }
    Ok(())
}

/// Why a file that goes out was not written. It is another place than the book's, and so another way out.
fn not_written(error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::NoSuchFolder,
        ErrorKind::InvalidFilename => Error::FileName,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::TargetReadOnly,
        _ => Error::from(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_file_is_replaced_whole_and_nothing_unfinished_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.pdf");
        fs::write(&path, "old").unwrap();
        write_whole(&path, "id", b"new and longer").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new and longer");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_is_read_up_to_its_bound_and_a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bog.json");
        fs::write(&path, [b'x'; 10]).unwrap();
        assert_eq!(read(&path, 10).unwrap().len(), 10);
        assert!(matches!(read(&path, 9), Err(Error::File(FileFault::TooBig))));
        assert!(matches!(read(folder.path(), 10), Err(Error::File(FileFault::NotOurs))));
        assert!(matches!(read(&folder.path().join("gone"), 10), Err(Error::File(FileFault::Unreadable))));
    }

    #[test]
    fn a_folder_that_vanished_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let written = write_whole(&folder.path().join("gone/plan.pdf"), "id", b"x");
        assert!(matches!(written, Err(Error::NoSuchFolder)));
    }

    #[test]
    fn a_folder_one_may_not_write_in_is_not_told_as_the_book_s_own() {
        for kind in [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem] {
            assert!(matches!(not_written(kind.into()), Error::TargetReadOnly), "{kind}");
        }
    }

    #[test]
    fn a_name_no_file_can_have_is_said_and_nothing_unfinished_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let written = write_whole(&folder.path().join("x".repeat(300)), "id", b"x");
        assert!(matches!(written, Err(Error::FileName)), "{written:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_name_we_suggest_is_one_every_system_takes() {
        assert_eq!(tidy("Til lægen 2026-11-22"), "Til lægen 2026-11-22");
        assert_eq!(tidy("../Mette\\Emil: \"plan\"?"), "Mette Emil plan");
        assert_eq!(tidy("  \n/ "), "Holdepunkt");
        for letter in ["æ", "🙂", "x"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(format!("{} 2.pdf", tidy(&letter.repeat(300))));
            assert!(write_whole(&path, "id", b"x").is_ok(), "300 of {letter}");
        }
    }

    #[test]
    fn the_ending_is_added_without_replacing_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(with_extension(at("plan.PDF"), "pdf"), at("plan.PDF"));
        assert_eq!(with_extension(at("plan v2.0"), "pdf"), at("plan v2.0.pdf"));
        fs::write(at("plan.pdf"), "another").unwrap();
        assert_eq!(with_extension(at("plan"), "pdf"), at("plan 2.pdf"));
    }
}
