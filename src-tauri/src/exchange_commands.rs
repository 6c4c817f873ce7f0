//! Commands of *Tag med og hent ind*: files of the whole book, text, people, calendar, pictures. As in `commands`: unpack, one call, plain data back.

use crate::commands::{Held, work};
use crate::contract::Saved;
use crate::out;
use crate::saving;
use base64::Engine as _;
use holdepunkt_core::change::{How, Id, PersonFields};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::bring::Chosen;
use holdepunkt_core::exchange::people::Found;
use holdepunkt_core::exchange::plain::TextOrder;
use holdepunkt_core::exchange::preview::Arriving;
use holdepunkt_core::exchange::{people, picture, sealed};
use holdepunkt_core::view::{Changed, Failure};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;

/// A file of the whole book that was saved.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    pub saved: bool,
    pub name: String,
    /// Larger than we would read again.
    pub large: bool,
}

/// A file that was pointed at: it asks for words, or this is what it would bring.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    pub words: bool,
    pub arriving: Option<Arriving>,
}

#[tauri::command]
#[specta::specta]
pub async fn draw_words(shell: Held<'_>) -> Result<String, Failure> {
    work(shell, |shell| Ok(shell.draw_words()?.expose_secret().to_string())).await
}

#[tauri::command]
#[specta::specta]
pub async fn export_book(app: AppHandle, shell: Held<'_>) -> Result<Exported, Failure> {
    work(shell, move |shell| out::book(&app, shell)).await
}

#[tauri::command]
#[specta::specta]
pub async fn export_sealed(app: AppHandle, shell: Held<'_>, words: String) -> Result<Exported, Failure> {
    let words = SecretString::from(words);
    work(shell, move |shell| out::sealed_book(&app, shell, &words)).await
}

/// Asks for a file and looks at it. None when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn open_file(app: AppHandle, shell: Held<'_>) -> Result<Option<Opened>, Failure> {
    work(shell, move |shell| {
        let chosen = saving::choose_file(&app, &shell.texts().out_choose_book(), &["json", "age"]);
        let Some(path) = chosen else { return Ok(None) };
        let going = shell.begin();
        shell.look_at_file(saving::read_along(&path, sealed::MOST_LOCKED, &going)?, &going).map(Some)
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn unlock_file(shell: Held<'_>, words: String) -> Result<Arriving, Failure> {
    work(shell, move |shell| shell.unlock_file(&words)).await
}

/// Without ids the whole book, into one that is empty.
#[tauri::command]
#[specta::specta]
pub async fn take_in(shell: Held<'_>, ids: Option<Vec<Id>>, mine: bool) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.take_in(ids.map(|ids| Chosen { ids: ids.into_iter().collect(), mine }))).await
}

#[tauri::command]
#[specta::specta]
pub async fn leave_file(shell: Held<'_>) -> Result<(), Failure> {
    work(shell, |shell| {
        shell.leave_file();
        Ok(())
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn chapters_as_text(shell: Held<'_>, order: TextOrder) -> Result<String, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.as_text(&order, texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_text(app: AppHandle, shell: Held<'_>, order: TextOrder) -> Result<Saved, Failure> {
    work(shell, move |shell| out::text(&app, shell, &order)).await
}

/// Whether the text lies in the clipboard now.
#[tauri::command]
#[specta::specta]
pub async fn copy_text(app: AppHandle, shell: Held<'_>, order: TextOrder) -> Result<bool, Failure> {
    work(shell, move |shell| {
        let (text, made) = shell.text(&order)?;
        let copied = saving::copy(&app, text);
        shell.went_out(made, copied);
        Ok(copied)
    })
    .await
}

/// Puts the file or text that went out last into the register. The same `id` twice is the same copy.
#[tauri::command]
#[specta::specta]
pub async fn record_file(shell: Held<'_>, id: Id, whom: String, how: How, replaces: Id) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.record_file(id, whom, how, replaces)).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_calendar(app: AppHandle, shell: Held<'_>) -> Result<Saved, Failure> {
    work(shell, move |shell| out::calendar(&app, shell)).await
}

/// Asks for an address book. None when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn choose_people(app: AppHandle, shell: Held<'_>) -> Result<Option<Vec<Found>>, Failure> {
    work(shell, move |shell| {
        let chosen = saving::choose_file(&app, &shell.texts().out_choose_people(), &["vcf", "vcard"]);
        chosen.map(|path| Ok(people::read(&saving::read(&path, people::MOST_BYTES)?)?)).transpose()
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn add_people(shell: Held<'_>, people: Vec<PersonFields>) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.add_people(&people)).await
}

/// Asks for a picture or recording and puts it on the line. None when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn add_picture(
    app: AppHandle,
    shell: Held<'_>,
    line: Id,
    section: String,
) -> Result<Option<Changed>, Failure> {
    const ENDINGS: [&str; 10] = ["jpg", "jpeg", "png", "webp", "mp3", "m4a", "ogg", "oga", "wav", "flac"];
    work(shell, move |shell| {
        let chosen = saving::choose_file(&app, &shell.texts().out_choose_picture(), &ENDINGS);
        chosen.map(|path| shell.add_picture(&line, &section, &saving::read(&path, picture::MOST_BYTES)?)).transpose()
    })
    .await
}

/// A picture as `data:`; the page may show nothing else.
#[tauri::command]
#[specta::specta]
pub async fn picture(shell: Held<'_>, id: Id) -> Result<String, Failure> {
    work(shell, move |shell| {
        let (kind, bytes) = shell.with_book(|book, _| book.picture(&id))?;
        if picture::is_sound(&kind) {
            return Err(Error::NotHere("showing a recording"));
        }
        Ok(format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes)))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn save_picture(app: AppHandle, shell: Held<'_>, id: Id) -> Result<Saved, Failure> {
    work(shell, move |shell| out::picture(&app, shell, &id)).await
}
