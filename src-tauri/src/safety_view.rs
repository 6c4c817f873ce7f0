//! What the pages of *Sikkerhed og kopier* are shown: the shell's own plain data. Not here: what is done (`shell/copies`, `shell/trash` …).

use holdepunkt_core::backup::{Difference, Preview};
use holdepunkt_core::view::Changed;
use serde::Serialize;
use specta::Type;

/// Something that happened, how long ago it was in words, and in whole days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct When {
    pub words: String,
    pub days: u32,
}

/// A verified backup beside the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    pub number: u32,
    pub made: When,
}

/// What is wrong with where something lies, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    pub message: String,
    pub way_out: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SafetyView {
    /// What opening had to put right, a sentence each; empty in almost every start, and once it was put away.
    pub told: Vec<String>,
    /// The book's folder lies in a service that copies it to the internet.
    pub cloud: Option<Warning>,
    /// Newest first.
    pub backups: Vec<BackupView>,
    pub safe_copy: Option<When>,
    /// The disk is full and the kept room is in use.
    pub on_reserve: bool,
    /// Lines that have lain in the trash for 30 days.
    pub old_trash: u32,
}

/// Where a *sikker kopi* went; none when the dialog was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SafeCopyMade {
    pub folder: String,
    /// It would be lost together with the book.
    pub same_disk: bool,
    /// The service that copies that folder to the internet; empty when none is known.
    pub service: String,
}

/// A line that was changed: as it was then, as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangedLine {
    pub then: String,
    pub now: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PageDifference {
    pub title: String,
    pub back: Vec<String>,
    pub out: Vec<String>,
    pub changed: Vec<ChangedLine>,
    /// Lines that say the same but are marked, chosen or placed otherwise.
    pub otherwise: u32,
}

/// What going back would mean, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RestorePreview {
    pub made: String,
    pub pages: Vec<PageDifference>,
    pub other: u32,
    /// What was given since and stays: parts of the book in words, copies on the list, and proposals that wait again.
    pub given: Vec<String>,
    pub copies: u32,
    pub again: u32,
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl From<Preview> for RestorePreview {
    fn from(preview: Preview) -> Self {
        let pages = preview.pages.into_iter().map(PageDifference::from).collect();
        let (other, copies, again) = (count(preview.other), count(preview.copies), count(preview.again));
        Self { made: preview.made, pages, other, given: preview.given, copies, again }
    }
}

impl From<Difference> for PageDifference {
    fn from(page: Difference) -> Self {
        let changed = page.changed.into_iter().map(|(then, now)| ChangedLine { then, now }).collect();
        let otherwise = count(page.otherwise);
        Self { title: page.title, back: page.only_then, out: page.only_now, changed, otherwise }
    }
}

/// A copy that was pointed at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyFound {
    /// When it was made, in words; empty where its name does not say.
    pub made: String,
    /// A passphrase or words must be given to open it.
    pub asks: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrashLine {
    pub id: String,
    pub text: String,
    pub because: String,
    /// Title of its page; empty when the heading is gone.
    pub page: String,
    pub at: String,
    /// It has lain there for 30 days.
    pub long: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Erased {
    pub changed: Changed,
    /// A new copy is verified, and the old ones are gone.
    pub copies_gone: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Rekeyed {
    /// The twelve words of the new sheet.
    pub words: Vec<String>,
    pub copies_gone: bool,
}
