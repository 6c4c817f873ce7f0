//! Size and place of the window, in `window.json` beside the book, for its owner only. Our own, because the plugin for it makes a folder in
//! the system's place for settings whatever it is told, and a book on a stick must leave nothing behind. Not here: the window.

use holdepunkt_core::folder::{Folder, write_whole};
use serde::{Deserialize, Serialize};
use std::fs;
use tauri::{AppHandle, LogicalPosition, LogicalSize, Manager as _, Runtime, WebviewWindow};

const SMALLEST: (f64, f64) = (320.0, 400.0);
const LARGEST: f64 = 20_000.0;

/// In points, so that it is the same on a screen of another fineness.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    pub width: f64,
    pub height: f64,
    pub x: f64,
    pub y: f64,
    pub maximized: bool,
}

impl Remembered {
    /// None when nothing is remembered or it makes no sense.
    pub fn read(folder: &Folder) -> Option<Self> {
        let bytes = fs::read(folder.path().join("window.json")).ok()?;
        let read: Self = serde_json::from_slice(&bytes).ok()?;
        let sizes = SMALLEST.0..=LARGEST;
        let bounds = -LARGEST..=LARGEST;
        let sensible = sizes.contains(&read.width)
            && (SMALLEST.1..=LARGEST).contains(&read.height)
            && bounds.contains(&read.x)
            && bounds.contains(&read.y);
        sensible.then_some(read)
    }

    /// Without a folder there is no book, and nothing is made for a window alone.
    pub fn write(self, folder: &Folder) {
        if let Ok(text) = serde_json::to_string(&self)
            && folder.path().is_dir()
        {
            let _ = write_whole(&folder.path().join("window.json"), text.as_bytes());
        }
    }

    /// As the window stands now. A maximized one keeps the size it had before.
    pub fn of<R: Runtime>(window: &WebviewWindow<R>, before: Option<Self>) -> Option<Self> {
        let maximized = window.is_maximized().ok()?;
        if maximized && let Some(before) = before {
            return Some(Self { maximized, ..before });
        }
        let fineness = window.scale_factor().ok()?;
        let size: LogicalSize<f64> = window.inner_size().ok()?.to_logical(fineness);
        let place: LogicalPosition<f64> = window.outer_position().ok()?.to_logical(fineness);
        Some(Self { width: size.width, height: size.height, x: place.x, y: place.y, maximized })
    }

    /// Whether its upper edge can be seen and taken hold of on one of the screens there are today.
    pub fn is_on_a_screen(&self, app: &AppHandle) -> bool {
        let screens =
            app.get_webview_window("main").map_or_else(|| app.available_monitors(), |it| it.available_monitors());
        screens.unwrap_or_default().iter().any(|screen| {
            let place: LogicalPosition<f64> = screen.position().to_logical(screen.scale_factor());
            let size: LogicalSize<f64> = screen.size().to_logical(screen.scale_factor());
            self.meets((place.x, place.y), (size.width, size.height))
        })
    }

    fn meets(&self, place: (f64, f64), size: (f64, f64)) -> bool {
        let middle = self.x + self.width / 2.0;
        (place.0..place.0 + size.0).contains(&middle) && (place.1..place.1 + size.1).contains(&(self.y + 10.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STOOD: Remembered = Remembered { width: 900.0, height: 700.0, x: 40.0, y: 30.0, maximized: false };

    #[test]
    fn it_is_read_as_it_was_written_and_nobody_else_may_read_it() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(&dir.path().join("bog")).unwrap();
        STOOD.write(&folder);
        assert!(!folder.path().exists(), "nothing is made for a window alone");
        folder.prepare().unwrap();
        STOOD.write(&folder);
        assert_eq!(Remembered::read(&folder), Some(STOOD));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let file = folder.path().join("window.json").metadata().unwrap();
            assert_eq!(file.permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn what_makes_no_sense_is_as_good_as_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path()).unwrap();
        for text in [
            "",
            "{}",
            r#"{"width":10,"height":700,"x":0,"y":0,"maximized":false}"#,
            r#"{"width":1e300,"height":700,"x":0,"y":0,"maximized":false}"#,
        ] {
            fs::write(dir.path().join("window.json"), text).unwrap();
            assert_eq!(Remembered::read(&folder), None, "{text}");
        }
    }

    #[test]
    fn a_window_that_stood_on_a_screen_that_is_gone_comes_back_where_it_can_be_seen() {
        assert!(STOOD.meets((0.0, 0.0), (1400.0, 1000.0)));
        assert!(!Remembered { x: 2000.0, ..STOOD }.meets((0.0, 0.0), (1400.0, 1000.0)));
        assert!(!Remembered { y: -500.0, ..STOOD }.meets((0.0, 0.0), (1400.0, 1000.0)));
    }
}
