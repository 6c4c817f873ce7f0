//! Commands around sharing: readers, the register of copies, prints that are looked at page by page and saved. As in
//! `commands`: unpack, one call, plain data back.

use crate::commands::{Held, PREVIEW_WIDTH, preview_page, work};
use crate::contract::{Laid, PreviewPage, PrintOrder, Saved};
use crate::out;
use holdepunkt_core::change::{How, Id};
use holdepunkt_core::share::view::{ReaderView, SharesView};
use holdepunkt_core::share::{reader as view_of, shares as register};
use holdepunkt_core::view::{Changed, Failure};
use tauri::AppHandle;

#[tauri::command]
#[specta::specta]
pub async fn shares(shell: Held<'_>) -> Result<SharesView, Failure> {
    work(shell, |shell| {
        shell.get_ready_to_print();
        let region = shell.preferences().region;
        shell.for_myself(|book, texts| register(book, &region, texts))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn reader(shell: Held<'_>, id: String) -> Result<ReaderView, Failure> {
    work(shell, move |shell| {
        let region = shell.preferences().region;
        shell.for_myself(|book, texts| view_of(book, &id, &region, texts))
    })
    .await
}

/// Sets the pages and draws the first; the others are asked for one by one.
#[tauri::command]
#[specta::specta]
pub async fn lay_print(shell: Held<'_>, order: PrintOrder) -> Result<Laid, Failure> {
    work(shell, move |shell| {
        let (number, print) = shell.lay(&order)?;
        let pages = u32::try_from(print.laid.count()).unwrap_or(u32::MAX);
        let first = preview_page(shell.page(number, 0, PREVIEW_WIDTH)?);
        Ok(Laid { number, pages, first, dead: print.dead.clone() })
    })
    .await
}

/// A page of the print that was set last, from 0.
#[tauri::command]
#[specta::specta]
pub async fn print_page(shell: Held<'_>, number: u32, page: u32) -> Result<PreviewPage, Failure> {
    work(shell, move |shell| {
        let page = usize::try_from(page).unwrap_or(usize::MAX);
        Ok(preview_page(shell.page(number, page, PREVIEW_WIDTH)?))
    })
    .await
}

/// Stops what is being set, and lets go of what was.
#[tauri::command]
#[specta::specta]
pub async fn leave_print(shell: Held<'_>) -> Result<(), Failure> {
    work(shell, |shell| {
        shell.leave_print();
        Ok(())
    })
    .await
}

/// The very pages that were looked at, as PDF: written when it has been said where.
#[tauri::command]
#[specta::specta]
pub async fn save_print(app: AppHandle, shell: Held<'_>, number: u32) -> Result<Saved, Failure> {
    work(shell, move |shell| out::print(&app, shell, number)).await
}

/// Puts the print into the register. The same `id` twice is the same copy.
#[tauri::command]
#[specta::specta]
pub async fn record_share(shell: Held<'_>, id: Id, number: u32, whom: String, how: How) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.record_share(id, number, whom, how)).await
}
