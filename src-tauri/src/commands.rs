//! Commands translate: unpack, one call to core on a blocking thread, plain data back. Nothing is decided here.

use crate::contract::{About, NewLock, Preview, PreviewPage, Saved, Secret, Start, Status};
use crate::out;
use crate::saving;
use crate::shell::{Shell, printing};
use crate::window;
use base64::Engine as _;
use holdepunkt_core::backup::Moment;
use holdepunkt_core::change::Change;
use holdepunkt_core::error::Error;
use holdepunkt_core::preferences::Preferences;
use holdepunkt_core::view::{Changed, Contents, Failure, HelpView, HistoryItem, PageView};
use holdepunkt_i18n::Language;
use secrecy::SecretString;
use std::sync::Arc;
use std::time::Duration;
use tauri::{AppHandle, State, WebviewWindow};

pub type Held<'a> = State<'a, Arc<Shell>>;

/// Width of a preview page in pixels: sharp at twice the column's width.
pub const PREVIEW_WIDTH: u32 = 1200;

/// The first page comes first.
const BEFORE_CHECKING: Duration = Duration::from_secs(1);

/// Reads a book through after an unclean stop, and makes a backup that is due, when there is time.
pub fn check_later(shell: &Arc<Shell>) {
    let shell = Arc::clone(shell);
    std::thread::spawn(move || {
        std::thread::sleep(BEFORE_CHECKING);
        shell.check_if_due();
        // One that could not be made is tried again in a minute.
        let _ = shell.back_up_if_due(Moment::Unlock);
    });
}

/// Runs core work away from the window's thread and puts a failure into words.
pub async fn work<T: Send + 'static>(
    shell: Held<'_>,
    job: impl FnOnce(&Shell) -> Result<T, Error> + Send + 'static,
) -> Result<T, Failure> {
    let shell = Arc::clone(&shell);
    let worded = Arc::clone(&shell);
    let done = tauri::async_runtime::spawn_blocking(move || job(&shell)).await;
    done.unwrap_or(Err(Error::Io(std::io::ErrorKind::Other))).map_err(|error| error.failure(worded.texts()))
}

#[tauri::command]
#[specta::specta]
pub async fn start(shell: Held<'_>) -> Result<Start, Failure> {
    check_later(&shell);
    work(shell, |shell| {
        let version = env!("CARGO_PKG_VERSION").to_string();
        Ok(Start { status: shell.status(), preferences: shell.preferences(), version })
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn set_preferences(shell: Held<'_>, preferences: Preferences) -> Result<(), Failure> {
    work(shell, |shell| {
        shell.set_preferences(preferences);
        Ok(())
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn create_book(shell: Held<'_>, lock: NewLock) -> Result<Vec<String>, Failure> {
    work(shell, |shell| {
        let lock = match lock {
            NewLock::Passphrase { passphrase } => {
                holdepunkt_core::keys::NewLock::Passphrase(SecretString::from(passphrase))
            }
            NewLock::Open => holdepunkt_core::keys::NewLock::Open,
        };
        shell.create(lock)
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn renew_words(shell: Held<'_>) -> Result<Vec<String>, Failure> {
    work(shell, Shell::renew_words).await
}

#[tauri::command]
#[specta::specta]
pub async fn sheet_preview(shell: Held<'_>) -> Result<Preview, Failure> {
    work(shell, |shell| {
        let pages = holdepunkt_pdf::sheet_pages(&shell.sheet()?, PREVIEW_WIDTH).map_err(printing)?;
        Ok(preview(pages))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn save_sheet(app: AppHandle, shell: Held<'_>) -> Result<Saved, Failure> {
    work(shell, move |shell| out::sheet(&app, shell)).await
}

#[tauri::command]
#[specta::specta]
pub async fn forget_words(shell: Held<'_>) -> Result<(), Failure> {
    work(shell, Shell::forget_words).await
}

#[tauri::command]
#[specta::specta]
pub async fn unlock(shell: Held<'_>, secret: Secret) -> Result<Status, Failure> {
    let held = Arc::clone(&shell);
    let status = work(shell, |shell| shell.unlock(&secret.into())).await?;
    check_later(&held);
    Ok(status)
}

#[tauri::command]
#[specta::specta]
pub async fn lock(shell: Held<'_>) -> Result<Status, Failure> {
    work(shell, Shell::lock).await
}

#[tauri::command]
#[specta::specta]
pub async fn try_again(shell: Held<'_>) -> Result<Status, Failure> {
    work(shell, |shell| Ok(shell.try_again())).await
}

#[tauri::command]
#[specta::specta]
pub async fn contents(shell: Held<'_>) -> Result<Contents, Failure> {
    work(shell, Shell::contents).await
}

#[tauri::command]
#[specta::specta]
pub async fn page(shell: Held<'_>, id: String) -> Result<PageView, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.page(&id, texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn change(shell: Held<'_>, change: Change) -> Result<Changed, Failure> {
    shell.hear();
    work(shell, |shell| shell.change(change)).await
}

#[tauri::command]
#[specta::specta]
pub async fn undo(shell: Held<'_>) -> Result<Changed, Failure> {
    work(shell, Shell::undo).await
}

#[tauri::command]
#[specta::specta]
pub async fn redo(shell: Held<'_>) -> Result<Changed, Failure> {
    work(shell, Shell::redo).await
}

#[tauri::command]
#[specta::specta]
pub async fn history_of_line(shell: Held<'_>, id: String) -> Result<Vec<HistoryItem>, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.history_of_line(&id, texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn history_of_chapter(shell: Held<'_>, id: String) -> Result<Vec<HistoryItem>, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.history_of_chapter(&id, texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn help(shell: Held<'_>) -> Result<HelpView, Failure> {
    work(shell, |shell| Ok(shell.help())).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_phone_picture(app: AppHandle, shell: Held<'_>, language: Language) -> Result<Saved, Failure> {
    work(shell, move |shell| out::phone_picture(&app, shell, language)).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_saved(app: AppHandle, shell: Held<'_>) -> Result<(), Failure> {
    work(shell, move |shell| saving::open(&app, shell)).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_sample(shell: Held<'_>) -> Result<Status, Failure> {
    work(shell, Shell::open_sample).await
}

#[tauri::command]
#[specta::specta]
pub async fn close_sample(shell: Held<'_>) -> Result<Status, Failure> {
    work(shell, |shell| Ok(shell.close_sample())).await
}

#[tauri::command]
#[specta::specta]
pub async fn about(shell: Held<'_>) -> Result<About, Failure> {
    work(shell, |shell| {
        let folder = shell.folder().path().display().to_string();
        Ok(About { folder, version: env!("CARGO_PKG_VERSION").to_string() })
    })
    .await
}

/// Something is not on disk yet; the person is told and decides.
#[tauri::command]
#[specta::specta]
pub async fn stay_open(shell: Held<'_>) -> Result<(), Failure> {
    work(shell, |shell| {
        shell.stay_open();
        Ok(())
    })
    .await
}

/// The screen has handed in its last words.
#[tauri::command]
#[specta::specta]
pub async fn closed(window: WebviewWindow, shell: Held<'_>) -> Result<(), Failure> {
    work(shell, move |shell| {
        // It was asked first where something of somebody else's book is not handed back.
        shell.let_guest_go();
        window::close(&window, shell);
        Ok(())
    })
    .await
}

pub fn preview(pages: Vec<holdepunkt_pdf::PageImage>) -> Preview {
    Preview { pages: pages.into_iter().map(preview_page).collect() }
}

#[allow(clippy::needless_pass_by_value)] // as map hands it over
pub fn preview_page(page: holdepunkt_pdf::PageImage) -> PreviewPage {
    let engine = base64::engine::general_purpose::STANDARD;
    PreviewPage { image: format!("data:image/png;base64,{}", engine.encode(&page.png)), text: page.text }
}
