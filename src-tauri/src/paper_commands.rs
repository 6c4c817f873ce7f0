//! The command for pages filled in by hand. As in `commands`: unpack, one call, plain data back.

use crate::commands::{Held, work};
use crate::saving;
use holdepunkt_core::view::{Changed, Failure};
use tauri::AppHandle;

/// Asks for photographs of a page and puts them there. None when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn add_paper(app: AppHandle, shell: Held<'_>, page: String) -> Result<Option<Changed>, Failure> {
    // Those of a telephone too, so that it can be said why they cannot be read.
    const ENDINGS: [&str; 6] = ["jpg", "jpeg", "png", "webp", "heic", "heif"];
    work(shell, move |shell| {
        let chosen = saving::choose_files(&app, &shell.texts().photo_choose(), &ENDINGS);
        chosen.map(|paths| shell.add_paper(&page, &paths)).transpose()
    })
    .await
}
