//! Files the person takes out: a native dialog, written whole or not at all, opened in the system's own viewer.

use crate::contract::Saved;
use crate::shell::Shell;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::write_whole;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt as _;
use tauri_plugin_opener::OpenerExt as _;

/// Asks where, then saves. Cancelling is not a failure.
///
/// # Errors
/// When the place cannot be written.
pub fn save(app: &AppHandle, shell: &Shell, name: &str, extension: &str, bytes: &[u8]) -> Result<Saved, Error> {
    let dialog = app.dialog().file().set_file_name(format!("{name}.{extension}")).add_filter(extension, &[extension]);
    let Some(path) = dialog.blocking_save_file().and_then(|path| path.into_path().ok()) else {
        return Ok(Saved { saved: false, name: String::new() });
    };
    let path = if path.extension().is_none() { path.with_extension(extension) } else { path };
    write_whole(&path, bytes)?;
    shell.remember_saved(path.clone());
    Ok(Saved { saved: true, name: path.display().to_string() })
}

/// Opens the file that was saved last.
///
/// # Errors
/// When nothing was saved, it is gone, or the system has no program for it.
pub fn open(app: &AppHandle, shell: &Shell) -> Result<(), Error> {
    let path = shell.last_saved().filter(|path| path.exists()).ok_or(Error::NotFound("file"))?;
    app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|_| Error::NotHere("opening"))
}
