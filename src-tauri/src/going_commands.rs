//! Commands for whoever looks on while something takes long. They wait for nothing. As in `commands`: unpack, one call, plain data back.

use crate::commands::Held;
use holdepunkt_core::going::ProgressView;
use holdepunkt_core::view::Failure;

/// How far it has come: a copy, another key, a file that comes in.
#[tauri::command]
#[specta::specta]
pub async fn progress(shell: Held<'_>) -> Result<ProgressView, Failure> {
    Ok(shell.progress_now())
}

/// Stops a file that is read or taken in, with nothing changed. False when it is too late, or there is nothing to stop.
#[tauri::command]
#[specta::specta]
pub async fn stop(shell: Held<'_>) -> Result<bool, Failure> {
    Ok(shell.stop())
}
