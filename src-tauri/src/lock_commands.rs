//! Commands around the lock: passphrase, sheet, what is seen without unlocking, setting aside. As in `commands`:
//! unpack, one call, plain data back.

use crate::commands::{Held, work};
use crate::contract::{Secret, SheetAnswer, Status};
use crate::shell::Shell;
use holdepunkt_core::change::Id;
use holdepunkt_core::keys;
use holdepunkt_core::view::{CardView, Failure};
use secrecy::{ExposeSecret as _, SecretString};

/// Five words, drawn anew each time; nothing is kept of them.
#[tauri::command]
#[specta::specta]
pub async fn suggest_passphrase(shell: Held<'_>) -> Result<String, Failure> {
    work(shell, |shell| Ok(keys::suggest_passphrase(shell.world())?.expose_secret().to_string())).await
}

/// `present` may be left out once after the words opened the book.
#[tauri::command]
#[specta::specta]
pub async fn change_passphrase(shell: Held<'_>, present: Option<Secret>, passphrase: String) -> Result<(), Failure> {
    work(shell, |shell| {
        let present = present.map(keys::Secret::from);
        shell.change_passphrase(present.as_ref(), &SecretString::from(passphrase))
    })
    .await
}

/// Whether the word with this number on the sheet just made is the one that was typed.
#[tauri::command]
#[specta::specta]
pub async fn confirm_word(shell: Held<'_>, number: u8, typed: String) -> Result<bool, Failure> {
    work(shell, move |shell| shell.confirm_word(number, &typed)).await
}

/// Whether to ask, once, where the sheet lies.
#[tauri::command]
#[specta::specta]
pub async fn sheet_due(shell: Held<'_>) -> Result<bool, Failure> {
    work(shell, |shell| Ok(shell.sheet_due())).await
}

#[tauri::command]
#[specta::specta]
pub async fn answer_sheet(shell: Held<'_>, answer: SheetAnswer) -> Result<(), Failure> {
    work(shell, move |shell| {
        shell.answer_sheet(answer);
        Ok(())
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn card(shell: Held<'_>) -> Result<CardView, Failure> {
    work(shell, Shell::card).await
}

/// The ids of all lines and people that may be seen; the others are not.
#[tauri::command]
#[specta::specta]
pub async fn set_card(shell: Held<'_>, chosen: Vec<Id>) -> Result<CardView, Failure> {
    work(shell, move |shell| shell.set_card(&chosen)).await
}

/// The locked book is kept in a folder of its own, and a new one can be begun.
#[tauri::command]
#[specta::specta]
pub async fn set_aside(shell: Held<'_>) -> Result<Status, Failure> {
    work(shell, Shell::set_aside).await
}
