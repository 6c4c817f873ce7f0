//! Commands around writing together on two machines. As in `commands`: unpack, one call, plain data back.

use crate::commands::{Held, work};
use crate::contract::{AnswerTaken, HandedBack, HandoverFile, HandoverMade, Saved, Status};
use crate::out;
use crate::saving;
use holdepunkt_core::change::Id;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::json::MOST_BYTES;
use holdepunkt_core::handover::ENDING;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::handover::guest::GuestBookView;
use holdepunkt_core::handover::known::{CowriterFields, OwnKey};
use holdepunkt_core::handover::show::HandoversView;
use holdepunkt_core::view::{Changed, Failure};
use secrecy::{ExposeSecret as _, SecretString};
use tauri::AppHandle;

/// A locked file is a little longer than what is in it.
const MOST_FILE: usize = MOST_BYTES + MOST_BYTES / 16;

/// Everything that was handed over, and what is needed to do so.
#[tauri::command]
#[specta::specta]
pub async fn handovers(shell: Held<'_>) -> Result<HandoversView, Failure> {
    work(shell, |shell| shell.with_book(|book, texts| book.handovers(texts))).await
}

/// Asks where, gathers, locks, notes it, and saves. The words are given once and kept nowhere.
#[tauri::command]
#[specta::specta]
pub async fn hand_over(app: AppHandle, shell: Held<'_>, wanted: HandoverWanted) -> Result<HandoverMade, Failure> {
    work(shell, move |shell| out::handover(&app, shell, &wanted)).await
}

/// A file that came back; its proposals wait in the inbox.
#[tauri::command]
#[specta::specta]
pub async fn take_answer(app: AppHandle, shell: Held<'_>) -> Result<AnswerTaken, Failure> {
    work(shell, move |shell| {
        shell.with_book(|book, _| book.only_when_alone())?;
        let Some(path) = saving::choose_file(&app, &shell.texts().hand_choose_answer(), &[ENDING]) else {
            return Ok(AnswerTaken { picked: false, taken: None });
        };
        let file = saving::read(&path, MOST_FILE)?;
        let taken = shell.with_book(|book, texts| book.take_answer(&file, texts))?;
        Ok(AnswerTaken { picked: true, taken: Some(taken) })
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn close_handover(shell: Held<'_>, id: Id, closed: bool) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.close_handover(&id, closed, texts))).await
}

/// A hand-over and what came back, as a text the citizen can read anywhere.
#[tauri::command]
#[specta::specta]
pub async fn save_handover_record(app: AppHandle, shell: Held<'_>, id: Id) -> Result<Saved, Failure> {
    work(shell, move |shell| out::handover_record(&app, shell, &id)).await
}

/// *Slet overleveringen for altid*.
#[tauri::command]
#[specta::specta]
pub async fn erase_handover(shell: Held<'_>, id: Id) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.erase_handover(&id, texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn keep_cowriter(shell: Held<'_>, fields: CowriterFields) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.keep_cowriter(&fields, texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn drop_cowriter(shell: Held<'_>, id: Id) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.drop_cowriter(&id, texts))).await
}

/// The key others lock a hand-over to this book's owner with.
#[tauri::command]
#[specta::specta]
pub async fn own_key(shell: Held<'_>) -> Result<OwnKey, Failure> {
    work(shell, |shell| shell.with_book(|book, _| book.own_key())).await
}

/// The same as a small text file.
#[tauri::command]
#[specta::specta]
pub async fn save_own_key(app: AppHandle, shell: Held<'_>) -> Result<Saved, Failure> {
    work(shell, move |shell| out::own_key(&app, shell)).await
}

/// Asks for a file somebody gave. What opens it is told, and nothing of it is shown yet.
#[tauri::command]
#[specta::specta]
pub async fn choose_handover(app: AppHandle, shell: Held<'_>) -> Result<HandoverFile, Failure> {
    work(shell, move |shell| {
        let Some(path) = saving::choose_file(&app, &shell.texts().hand_choose_handover(), &[ENDING]) else {
            return Ok(HandoverFile { picked: false, words: false });
        };
        let words = shell.pick_handover(saving::read(&path, MOST_FILE)?)?;
        Ok(HandoverFile { picked: true, words })
    })
    .await
}

/// Opens the chosen file. `words` are empty where the own book's key opens it.
#[tauri::command]
#[specta::specta]
pub async fn read_handover(shell: Held<'_>, words: String) -> Result<GuestBookView, Failure> {
    let words = SecretString::from(words);
    work(shell, move |shell| shell.read_handover(&words)).await
}

/// Puts it on the screen as a book of its own. `name` counts where the citizen gave none.
#[tauri::command]
#[specta::specta]
pub async fn begin_guest(shell: Held<'_>, name: String) -> Result<Status, Failure> {
    work(shell, move |shell| shell.begin_guest(&name)).await
}

/// The answer as a file. Can be done again and again; nothing comes in twice.
#[tauri::command]
#[specta::specta]
pub async fn hand_back(app: AppHandle, shell: Held<'_>) -> Result<HandedBack, Failure> {
    work(shell, move |shell| out::answer(&app, shell)).await
}

/// Whether something was written that is in no answer yet.
#[tauri::command]
#[specta::specta]
pub async fn is_to_be_handed_back(shell: Held<'_>) -> Result<bool, Failure> {
    work(shell, |shell| Ok(shell.is_to_be_handed_back())).await
}

/// Takes somebody else's book away from this computer.
#[tauri::command]
#[specta::specta]
pub async fn leave_guest(shell: Held<'_>) -> Result<Status, Failure> {
    work(shell, |shell| Ok(shell.leave_guest())).await
}

/// Back to a guest's book that was locked for a while.
#[tauri::command]
#[specta::specta]
pub async fn wake_guest(shell: Held<'_>, secret: String) -> Result<Status, Failure> {
    let secret = SecretString::from(secret);
    work(shell, move |shell| {
        if secret.expose_secret().len() > 4096 {
            return Err(Error::NotHere("such a long secret"));
        }
        shell.wake_guest(secret)
    })
    .await
}
