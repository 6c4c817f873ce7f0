//! Several books on one computer. One program holds one book: switching closes this one, ends the program and starts it again for the other.

use crate::commands::{Held, work};
use crate::window;
use holdepunkt_core::shelf::{OnShelf, Shelf};
use holdepunkt_core::view::Failure;
use tauri::WebviewWindow;

/// The books on this computer, this one among them. Only where they lie and what they are called: none of them is opened for it.
#[tauri::command]
#[specta::specta]
pub async fn shelf(shell: Held<'_>) -> Result<Vec<OnShelf>, Failure> {
    work(shell, |shell| Ok(Shelf::of(shell.folder()).books())).await
}

#[tauri::command]
#[specta::specta]
pub async fn add_to_shelf(shell: Held<'_>, label: String) -> Result<Vec<OnShelf>, Failure> {
    work(shell, move |shell| {
        shell.alone()?;
        let shelf = Shelf::of(shell.folder());
        shelf.add(&label, shell.world())?;
        Ok(shelf.books())
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn label_book(
    window: WebviewWindow,
    shell: Held<'_>,
    id: String,
    label: String,
) -> Result<Vec<OnShelf>, Failure> {
    work(shell, move |shell| {
        shell.alone()?;
        let shelf = Shelf::of(shell.folder());
        shelf.rename(&id, &label)?;
        let _ = window.set_title(&window::title(shell.folder()));
        Ok(shelf.books())
    })
    .await
}

/// Closes this book and ends the program; the last thing it does is to start again for the other. The screen has handed in its last words.
#[tauri::command]
#[specta::specta]
pub async fn switch_book(window: WebviewWindow, shell: Held<'_>, id: String) -> Result<(), Failure> {
    work(shell, move |shell| {
        shell.alone()?;
        shell.follow_with(Shelf::of(shell.folder()).folder(&id)?);
        window::close(&window, shell);
        Ok(())
    })
    .await
}
