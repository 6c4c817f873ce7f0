//! Commands around the computer's keyring. As in `commands`: unpack, one call, plain data back.

use crate::commands::{Held, check_later, work};
use crate::contract::{Secret, Status, WaysIn};
use crate::shell::Shell;
use holdepunkt_core::keys;
use holdepunkt_core::view::Failure;
use std::sync::Arc;

/// What one may come in with, besides the words. Needs no key.
#[tauri::command]
#[specta::specta]
pub async fn ways_in(shell: Held<'_>) -> Result<WaysIn, Failure> {
    work(shell, |shell| Ok(shell.ways_in())).await
}

/// A new book that the keyring and the words open.
#[tauri::command]
#[specta::specta]
pub async fn create_in_keyring(shell: Held<'_>) -> Result<Vec<String>, Failure> {
    work(shell, Shell::create_in_keyring).await
}

#[tauri::command]
#[specta::specta]
pub async fn unlock_with_keyring(shell: Held<'_>) -> Result<Status, Failure> {
    let held = Arc::clone(&shell);
    let status = work(shell, Shell::unlock_with_keyring).await?;
    check_later(&held);
    Ok(status)
}

/// `present` may be left out once after the words opened the book.
#[tauri::command]
#[specta::specta]
pub async fn use_keyring(shell: Held<'_>, present: Option<Secret>) -> Result<WaysIn, Failure> {
    work(shell, |shell| shell.use_keyring(present.map(keys::Secret::from).as_ref())).await
}

#[tauri::command]
#[specta::specta]
pub async fn leave_keyring(shell: Held<'_>) -> Result<WaysIn, Failure> {
    work(shell, Shell::leave_keyring).await
}
