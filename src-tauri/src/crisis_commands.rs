//! Commands around a hard moment and looking ahead: help lines, what a crisis taught, looking through the plan. As in
//! `commands`: unpack, one call, plain data back.

use crate::commands::{Held, work};
use holdepunkt_core::book::{AimsView, ReviewView};
use holdepunkt_core::help::{self, HelpLineEdit};
use holdepunkt_core::view::Failure;

/// All help lines, to be written on.
#[tauri::command]
#[specta::specta]
pub async fn help_lines(shell: Held<'_>) -> Result<Vec<HelpLineEdit>, Failure> {
    work(shell, |shell| {
        let region = shell.preferences().region;
        shell.with_book(|book, texts| help::to_edit(book, &region, texts))
    })
    .await
}

/// The citizen's own suggestions after a crisis, beside what stands in the plan.
#[tauri::command]
#[specta::specta]
pub async fn aims(shell: Held<'_>) -> Result<AimsView, Failure> {
    work(shell, |shell| shell.with_book(|book, texts| book.aims(texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn review(shell: Held<'_>) -> Result<ReviewView, Failure> {
    work(shell, |shell| {
        let region = shell.preferences().region;
        shell.with_book(|book, texts| book.review(&region, texts))
    })
    .await
}

/// Whether the day to look through the plan has come.
#[tauri::command]
#[specta::specta]
pub async fn review_due(shell: Held<'_>) -> Result<bool, Failure> {
    work(shell, |shell| shell.with_book(|book, _| book.review_is_due())).await
}
