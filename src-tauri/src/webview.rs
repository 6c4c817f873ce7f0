//! What the webview may not do. A notebook needs no camera, no second window, no download, no sound and no page but its
//! own, so all of it is refused here, beside the content policy in `tauri.conf.json`, so that one wall may fall.
//! Not here: the window's size, colour and closing (`window`).

use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{Manager, Runtime, Url, WebviewWindow, WebviewWindowBuilder};

/// Shuts every door that leads out of the page.
pub fn shut<'a, R: Runtime, M: Manager<R>>(window: WebviewWindowBuilder<'a, R, M>) -> WebviewWindowBuilder<'a, R, M> {
    window
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(false)
        .devtools(cfg!(debug_assertions))
}

/// Whether an address is the app's own page. Everything else is refused, `about:blank` and files too.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Switches off what the webview can do and a notebook does not need, and leaves only editing in its context menu.
#[cfg(target_os = "linux")]
pub fn switch_off<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{
        NetworkProxyMode, NetworkProxySettings, SettingsExt as _, WebViewExt as _, WebsiteDataManagerExt as _,
    };
    window.with_webview(|webview| {
        let view = webview.inner();
        view.connect_context_menu(|_, menu, _, _| {
            only_editing(menu);
            false
        });
        // `<link rel=preconnect>` heeds no content policy in WebKitGTK. So that it reaches nobody, all that is not our
        // own page goes by way of a proxy that is not there: a port that only root could listen on.
        if let Some(network) = view.website_data_manager() {
            let mut nowhere = NetworkProxySettings::new(Some("http://127.0.0.1:1"), &[]);
            network.set_network_proxy_settings(NetworkProxyMode::Custom, Some(&mut nowhere));
        }
        let Some(settings) = webkit2gtk::WebViewExt::settings(&view) else { return };
        settings.set_enable_webgl(false);
        settings.set_enable_webaudio(false);
        settings.set_enable_media(false);
        settings.set_enable_mediasource(false);
        settings.set_enable_media_stream(false);
        settings.set_enable_encrypted_media(false);
        settings.set_enable_html5_local_storage(false);
        settings.set_enable_html5_database(false);
        settings.set_enable_page_cache(false);
        settings.set_enable_back_forward_navigation_gestures(false);
        settings.set_enable_fullscreen(false);
        settings.set_enable_site_specific_quirks(false);
        settings.set_javascript_can_open_windows_automatically(false);
        settings.set_javascript_can_access_clipboard(false);
        settings.set_allow_modal_dialogs(false);
    })
}

/// Other systems' webviews have no such switches in Tauri.
#[cfg(not(target_os = "linux"))]
pub fn switch_off<R: Runtime>(_window: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

/// Takes away *Reload*, *Back*, *Inspect* and everything else that is not about the text under the pointer.
#[cfg(target_os = "linux")]
fn only_editing(menu: &webkit2gtk::ContextMenu) {
    use webkit2gtk::{ContextMenuExt as _, ContextMenuItemExt as _};
    for item in menu.items() {
        if !is_editing(item.stock_action()) {
            menu.remove(&item);
        }
    }
}

#[cfg(target_os = "linux")]
const fn is_editing(action: webkit2gtk::ContextMenuAction) -> bool {
    use webkit2gtk::ContextMenuAction as Action;
    matches!(
        action,
        Action::Copy
            | Action::Cut
            | Action::Paste
            | Action::PasteAsPlainText
            | Action::Delete
            | Action::SelectAll
            | Action::SpellingGuess
            | Action::NoGuessesFound
            | Action::IgnoreSpelling
            | Action::LearnSpelling
            | Action::InsertEmoji
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_page_is_an_address() {
        assert!(is_ours(&Url::parse("tauri://localhost/").unwrap()));
        for foreign in [
            "https://example.org/",
            "http://127.0.0.1:8080/",
            "http://localhost/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,hello",
            "blob:tauri://localhost/1",
            "tauri://elsewhere/",
            "javascript:1",
        ] {
            assert!(!is_ours(&Url::parse(foreign).unwrap()), "{foreign} is not a page of ours");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_context_menu_neither_reloads_nor_inspects_nor_opens_anything() {
        use webkit2gtk::ContextMenuAction as Action;
        for action in [
            Action::Reload,
            Action::GoBack,
            Action::GoForward,
            Action::Stop,
            Action::InspectElement,
            Action::OpenLink,
            Action::OpenLinkInNewWindow,
            Action::DownloadLinkToDisk,
            Action::DownloadImageToDisk,
            Action::CopyImageToClipboard,
            Action::NoAction,
        ] {
            assert!(!is_editing(action), "{action:?} has no place in a notebook");
        }
        assert!(is_editing(Action::Paste) && is_editing(Action::SpellingGuess));
    }
}
