//! Commands of *Sikkerhed og kopier*. As in `commands`: unpack, one call, plain data back.

use crate::commands::{Held, work};
use crate::contract::{Secret, Status};
use crate::safety_view::{CopyFound, Erased, Rekeyed, RestorePreview, SafeCopyMade, SafetyView, TrashLine};
use crate::saving;
use crate::shell::Shell;
use holdepunkt_core::keys;
use holdepunkt_core::view::{Changed, Failure};
use secrecy::SecretString;
use tauri::AppHandle;

#[tauri::command]
#[specta::specta]
pub async fn safety(shell: Held<'_>) -> Result<SafetyView, Failure> {
    work(shell, Shell::safety).await
}

/// What opening put right has been read.
#[tauri::command]
#[specta::specta]
pub async fn safety_told(shell: Held<'_>) -> Result<(), Failure> {
    work(shell, |shell| {
        shell.told();
        Ok(())
    })
    .await
}

/// Whether there is room again.
#[tauri::command]
#[specta::specta]
pub async fn make_room(shell: Held<'_>) -> Result<bool, Failure> {
    work(shell, Shell::make_room).await
}

#[tauri::command]
#[specta::specta]
pub async fn back_up_now(shell: Held<'_>) -> Result<SafetyView, Failure> {
    work(shell, Shell::back_up_now).await
}

/// Asks for a folder or stick. None when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn safe_copy(app: AppHandle, shell: Held<'_>) -> Result<Option<SafeCopyMade>, Failure> {
    work(shell, move |shell| {
        let chosen = saving::choose_folder(&app, &shell.texts().safety_choose_target());
        chosen.map(|target| shell.safe_copy(&target)).transpose()
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn preview_backup(shell: Held<'_>, number: u32) -> Result<RestorePreview, Failure> {
    work(shell, move |shell| shell.preview_backup(number)).await
}

#[tauri::command]
#[specta::specta]
pub async fn restore_backup(shell: Held<'_>, number: u32) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.restore_backup(number)).await
}

/// Asks for the folder of a copy. None when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn choose_copy(app: AppHandle, shell: Held<'_>) -> Result<Option<CopyFound>, Failure> {
    work(shell, move |shell| {
        let chosen = saving::choose_folder(&app, &shell.texts().safety_choose_copy());
        chosen.map(|path| shell.choose_copy(&path)).transpose()
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn open_copy(shell: Held<'_>, secret: Option<Secret>) -> Result<RestorePreview, Failure> {
    work(shell, |shell| shell.open_copy(secret.map(keys::Secret::from).as_ref())).await
}

#[tauri::command]
#[specta::specta]
pub async fn restore_copy(shell: Held<'_>) -> Result<Changed, Failure> {
    work(shell, Shell::restore_copy).await
}

#[tauri::command]
#[specta::specta]
pub async fn forget_copy(shell: Held<'_>) -> Result<(), Failure> {
    work(shell, |shell| {
        shell.forget_copy();
        Ok(())
    })
    .await
}

/// The chosen copy becomes the book, when there is none or nobody can unlock it.
#[tauri::command]
#[specta::specta]
pub async fn move_in(shell: Held<'_>, secret: Option<Secret>) -> Result<Status, Failure> {
    work(shell, |shell| shell.move_in(secret.map(keys::Secret::from).as_ref())).await
}

#[tauri::command]
#[specta::specta]
pub async fn trash(shell: Held<'_>) -> Result<Vec<TrashLine>, Failure> {
    work(shell, Shell::trash).await
}

#[tauri::command]
#[specta::specta]
pub async fn take_from_trash(shell: Held<'_>, id: String) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.take_from_trash(&id)).await
}

/// One line for good; without an id every line that has lain in the trash for 30 days.
#[tauri::command]
#[specta::specta]
pub async fn erase(shell: Held<'_>, id: Option<String>) -> Result<Erased, Failure> {
    work(shell, move |shell| shell.erase(id.as_deref())).await
}

/// Another key for the book and its copies; gives the words of the new sheet.
#[tauri::command]
#[specta::specta]
pub async fn rekey(shell: Held<'_>, present: Option<Secret>, passphrase: String) -> Result<Rekeyed, Failure> {
    work(shell, |shell| {
        let present = present.map(keys::Secret::from);
        shell.rekey(present.as_ref(), &SecretString::from(passphrase))
    })
    .await
}
