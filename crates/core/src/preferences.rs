//! How the citizen wants the screen: beside the book, not in it, so that it is known before the book is unlocked.
//! Nothing here is ever a reason not to start. Not here: anything the citizen has written.

use crate::folder::{Folder, write_whole};
use chrono::{Days, NaiveDate};
use holdepunkt_i18n::Language;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::io::Read as _;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the computer is set.
    #[default]
    System,
    Light,
    Dark,
    Contrast,
}

/// What *Skjul hurtigt* does not do is said once, the first time one comes back from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum HideNote {
    #[default]
    Unused,
    /// Used once, not told yet.
    Due,
    Told,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    pub language: Language,
    pub theme: Theme,
    /// Percent, 100–300.
    pub text_size: u16,
    /// More room between letters, words and lines, for readers with dyslexia.
    pub wide_spacing: bool,
    /// Nothing moves, whatever the computer is set to.
    pub calm_motion: bool,
    /// Id of the region whose help lines come first; empty when not chosen.
    pub region: String,
    /// Minutes without a key or a touch before the book locks: 1, 5, 15 or 30.
    pub idle_minutes: u16,
    pub hide_note: HideNote,
    /// The day the newest recovery sheet was made, `2026-11-22`; empty when it has been asked about. The shell's own.
    pub sheet_made: String,
    /// Whether it may be asked, once a sheet, where it lies. The shell's own.
    pub sheet_asks: bool,
    /// That the book's folder is shared with others has been said once; it stands on the page of safety from then on.
    pub cloud_told: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: Theme::default(),
            text_size: *TEXT_SIZES.start(),
            wide_spacing: false,
            calm_motion: false,
            region: String::new(),
            idle_minutes: 5,
            hide_note: HideNote::default(),
            sheet_made: String::new(),
            sheet_asks: true,
            cloud_told: false,
        }
    }
}

/// Minutes that can be chosen.
const IDLE: [u16; 4] = [1, 5, 15, 30];
/// After so many days it is asked once where the sheet lies.
const SHEET_DAYS: i64 = 30;
const TEXT_SIZES: std::ops::RangeInclusive<u16> = 100..=300;
const MOST_BYTES: u64 = 64 * 1024;
const LONGEST_REGION: usize = 64;

impl Preferences {
    /// What was chosen last; a setting that cannot be understood is as it was in the beginning, and no other is lost
    /// with it.
    #[must_use]
    pub fn read(folder: &Folder) -> Self {
        let mut text = String::new();
        let read = std::fs::File::open(folder.preferences())
            .and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text))
            .is_ok();
        if !read {
            return Self::default();
        }
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        let start = Self::default();
        Self {
            language: setting(&value, "language").unwrap_or(start.language),
            theme: setting(&value, "theme").unwrap_or(start.theme),
            text_size: setting(&value, "textSize").unwrap_or(start.text_size),
            wide_spacing: setting(&value, "wideSpacing").unwrap_or(start.wide_spacing),
            calm_motion: setting(&value, "calmMotion").unwrap_or(start.calm_motion),
            region: setting(&value, "region").unwrap_or(start.region),
            idle_minutes: setting(&value, "idleMinutes").unwrap_or(start.idle_minutes),
            hide_note: setting(&value, "hideNote").unwrap_or(start.hide_note),
            sheet_made: setting(&value, "sheetMade").unwrap_or(start.sheet_made),
            sheet_asks: setting(&value, "sheetAsks").unwrap_or(start.sheet_asks),
            cloud_told: setting(&value, "cloudTold").unwrap_or(start.cloud_told),
        }
        .within_bounds()
    }

    /// Keeps them for the next start. Where nothing can be written they last until the window is closed.
    pub fn write(&self, folder: &Folder) {
        let Ok(text) = serde_json::to_string_pretty(&self.clone().within_bounds()) else { return };
        if folder.is_writable() && folder.prepare().is_ok() {
            let _ = write_whole(&folder.preferences(), text.as_bytes());
        }
    }

    /// Every setting as it may be, whatever was sent.
    #[must_use]
    pub fn within_bounds(mut self) -> Self {
        self.text_size = self.text_size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
        if self.region.len() > LONGEST_REGION {
            self.region.clear();
        }
        if !IDLE.contains(&self.idle_minutes) {
            self.idle_minutes = Self::default().idle_minutes;
        }
        if self.sheet_made.parse::<NaiveDate>().is_err() {
            self.sheet_made.clear();
        }
        self
    }

    /// A recovery sheet was made `on` this day.
    pub fn sheet_was_made(&mut self, on: NaiveDate) {
        self.sheet_made = on.format("%Y-%m-%d").to_string();
    }

    /// There are new words `on` this day, and nobody has said yet that they are on paper: where they lie is asked at the next opening.
    pub fn sheet_waits(&mut self, on: NaiveDate) {
        self.sheet_was_made(on.checked_sub_days(Days::new(SHEET_DAYS.unsigned_abs())).unwrap_or(on));
    }

    /// Whether it is time to ask where the sheet lies: thirty days after it was made, once.
    #[must_use]
    pub fn sheet_is_due(&self, today: NaiveDate) -> bool {
        let made = self.sheet_made.parse::<NaiveDate>();
        self.sheet_asks && made.is_ok_and(|made| (today - made).num_days() >= SHEET_DAYS)
    }

    /// It has been answered. `never`: it is not asked of a later sheet either.
    pub fn sheet_is_answered(&mut self, never: bool) {
        self.sheet_made.clear();
        self.sheet_asks &= !never;
    }
}

fn setting<T: serde::de::DeserializeOwned>(value: &serde_json::Value, name: &str) -> Option<T> {
    serde_json::from_value(value.get(name)?.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder() -> (tempfile::TempDir, Folder) {
        let above = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(&above.path().join("data")).expect("a name");
        (above, folder)
    }

    #[test]
    fn what_was_chosen_is_chosen_at_the_next_start() {
        let (_above, folder) = folder();
        assert_eq!(Preferences::read(&folder), Preferences::default(), "a missing file is no error");
        let chosen = Preferences {
            language: Language::En,
            theme: Theme::Dark,
            text_size: 175,
            wide_spacing: true,
            calm_motion: true,
            region: "midtjylland".into(),
            idle_minutes: 15,
            hide_note: HideNote::Told,
            sheet_made: "2026-11-22".into(),
            sheet_asks: false,
            cloud_told: true,
        };
        chosen.write(&folder);
        assert_eq!(Preferences::read(&folder), chosen);
    }

    #[test]
    fn a_damaged_file_never_stops_the_start() {
        let (_above, folder) = folder();
        folder.prepare().expect("made");
        for text in [&b""[..], b"{", b"null", b"[1,2]", b"\xff\xfe\0", b"{\"textSize\":\"large\"}"] {
            fs::write(folder.preferences(), text).expect("written");
            assert_eq!(Preferences::read(&folder), Preferences::default());
        }
    }

    #[test]
    fn one_setting_that_is_not_understood_does_not_take_the_others_with_it() {
        let (_above, folder) = folder();
        folder.prepare().expect("made");
        let text =
            r#"{"language":"en","theme":"sepia","textSize":9000,"idleMinutes":0,"sheetMade":"x","fromTheFuture":[1]}"#;
        fs::write(folder.preferences(), text).expect("written");
        let read = Preferences::read(&folder);
        assert_eq!((read.language, read.theme, read.text_size), (Language::En, Theme::System, 300));
        assert_eq!(
            (read.idle_minutes, read.sheet_made.as_str()),
            (5, ""),
            "a book that never locks is not chosen by accident"
        );
    }

    #[test]
    fn where_the_sheet_lies_is_asked_once_after_thirty_days_and_not_again() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let mut preferences = Preferences::default();
        assert!(!preferences.sheet_is_due(day("2036-01-01")), "a book without a sheet is not asked");
        preferences.sheet_was_made(day("2026-11-22"));
        assert!(!preferences.sheet_is_due(day("2026-12-21")));
        assert!(preferences.sheet_is_due(day("2026-12-22")));
        assert!(!preferences.sheet_is_due(day("2016-12-22")), "a clock set back does not ask");
        preferences.sheet_is_answered(false);
        assert!(!preferences.sheet_is_due(day("2030-01-01")), "once");
        preferences.sheet_was_made(day("2027-01-01"));
        assert!(preferences.sheet_is_due(day("2027-02-01")), "a new sheet is asked about once, too");
        preferences.sheet_is_answered(true);
        preferences.sheet_was_made(day("2028-01-01"));
        assert!(!preferences.sheet_is_due(day("2030-01-01")), "never again means never again");
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_said() {
        let (above, folder) = folder();
        fs::write(above.path().join("data"), "a file where the folder should be").expect("written");
        Preferences::default().write(&folder);
        assert_eq!(Preferences::read(&folder), Preferences::default());
    }
}
