//! The one window: paper-coloured from the first moment, nowhere to navigate, nothing kept by the webview.

mod remembered;

use self::remembered::Remembered;
use crate::shell::Shell;
use crate::webview;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::preferences::Theme;
use holdepunkt_core::shelf::Shelf;
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tauri::plugin::TauriPlugin;
use tauri::window::Color;
use tauri::{AppHandle, Emitter as _, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry};

const PAPER: Color = Color(247, 241, 230, 255);
const NIGHT: Color = Color(28, 25, 22, 255);

/// How long the screen may take to hand in its last words, or to say that it stays, before the window closes anyway: a
/// screen that hangs must not keep the book. What was told *Gemt* is on disk already.
const LAST_WORDS: Duration = Duration::from_secs(4);

/// A second start with the same folder shows the window that is there. The lock file is the real guard.
pub fn single_instance(folder: &Path) -> TauriPlugin<Wry> {
    let digest = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let mark: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(format!("dk.holdepunkt.app.f{mark}"))
        .callback(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.show();
                let _ = window.set_focus();
            }
        })
        .build()
}

/// What the window is called: the program, and where there are several books on this computer the one it shows.
pub fn title(folder: &Folder) -> String {
    match Shelf::of(folder).label() {
        Some(label) if !label.is_empty() => format!("Holdepunkt – {label}"),
        _ => "Holdepunkt".to_string(),
    }
}

/// Opens the window.
///
/// # Errors
/// When the system gives none.
pub fn open(app: &AppHandle, shell: &Arc<Shell>) -> tauri::Result<WebviewWindow> {
    let stood = Remembered::read(shell.folder());
    let dark = matches!(shell.preferences().theme, Theme::Dark);
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title(title(shell.folder()))
        .inner_size(stood.map_or(1180.0, |stood| stood.width), stood.map_or(820.0, |stood| stood.height))
        .maximized(stood.is_some_and(|stood| stood.maximized))
        .min_inner_size(320.0, 400.0)
        .background_color(if dark { NIGHT } else { PAPER })
        .incognito(!driven_by_tests())
        .data_directory(shell.webview_folder());
    let window = match stood.filter(|stood| stood.is_on_a_screen(app)) {
        Some(stood) => window.position(stood.x, stood.y),
        None => window,
    };
    let window = webview::shut(window).build()?;
    webview::switch_off(&window)?;
    let shell = Arc::clone(shell);
    let handle = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            // Here, on the window's own thread, where asking it waits for nobody.
            if let Some(stands) = Remembered::of(&handle, Remembered::read(shell.folder())) {
                stands.write(shell.folder());
            }
            if !shell.may_close() {
                api.prevent_close();
                ask_for_last_words(&handle, &shell);
            }
        }
    });
    Ok(window)
}

/// WebDriver cannot drive a window that keeps nothing, so the end-to-end tests (never a release) run with a webview
/// folder inside their own throw-away data folder.
fn driven_by_tests() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Says in a dialog of the system why there is no window, and ends the program when it has been read.
pub fn refuse(app: &AppHandle, shell: &Shell, error: &Error) {
    use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};
    let failure = error.failure(shell.texts());
    let words = format!("{}\n\n{}", failure.message, failure.way_out);
    crate::arguments::complain(&error.to_string());
    let handle = app.clone();
    app.dialog().message(words).title("Holdepunkt").kind(MessageDialogKind::Warning).show(move |_| handle.exit(1));
}

fn ask_for_last_words(window: &WebviewWindow, shell: &Arc<Shell>) {
    let _ = window.emit("closing", ());
    let Some(begun) = shell.begin_closing() else { return };
    let window = window.clone();
    let shell = Arc::clone(shell);
    std::thread::spawn(move || {
        std::thread::sleep(LAST_WORDS);
        // A slow stick and several fields: as long as words keep coming, they are waited for.
        while shell.is_still_closing(begun) && shell.silent_for() < LAST_WORDS {
            std::thread::sleep(LAST_WORDS / 4);
        }
        if shell.is_still_closing(begun) {
            close(&window, &shell);
        }
    });
}

/// Closes the book, then the window.
pub fn close(window: &WebviewWindow, shell: &Shell) {
    shell.close_all();
    let _ = window.close();
}
