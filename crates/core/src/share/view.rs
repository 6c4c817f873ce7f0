//! What the screen is told about readers and copies. Private lines are never in any of it.

use super::dead::DeadOn;
use super::files::Made;
use crate::change::{Form, How, Id};
use holdepunkt_i18n::Language;
use serde::{Deserialize, Serialize};
use specta::Type;

/// *Delt med andre*: who a print can be made ready for, and the copies that are out there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SharesView {
    pub readers: Vec<ReaderRow>,
    pub copies: Vec<CopyView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReaderRow {
    pub id: String,
    pub title: String,
    pub lead: String,
    pub own: bool,
    pub form: Form,
    /// When they last got a copy, e.g. *22. november 2026*; empty when they never did.
    pub last: String,
    /// How many lines say something new since then, or are gone.
    pub news: u32,
}

/// A reader with everything that can be ticked for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReaderView {
    pub id: String,
    pub title: String,
    pub lead: String,
    pub own: bool,
    pub form: Form,
    pub language: Language,
    pub large: bool,
    /// Something differs from what is suggested.
    pub changed: bool,
    pub chapters: Vec<TickChapter>,
    pub last: String,
    pub news: Vec<News>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TickChapter {
    pub id: String,
    pub title: String,
    /// How many lines are on the print, of how many.
    pub shown: u32,
    pub lines: u32,
    pub sections: Vec<TickSection>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TickSection {
    pub id: String,
    pub title: String,
    pub lines: Vec<TickLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TickLine {
    pub id: Id,
    /// The line, or the person's name.
    pub text: String,
    pub on: bool,
}

/// What is different since the last copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    Added,
    Changed,
    /// It is on the copy and would not be printed now.
    Gone,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct News {
    pub line: Id,
    pub since: Since,
    /// What it says now; empty when it is gone, and when it is only the citizen's own in a file of the whole book.
    pub text: String,
}

/// How a copy stands to the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It says what the book says.
    Fresh,
    /// The book says something else now.
    Old,
    /// Another copy took its place.
    Replaced,
    /// It came back, or was destroyed.
    Back,
    /// It was only looked at.
    Seen,
}

/// A copy in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    pub id: Id,
    pub reader: String,
    pub made: Made,
    /// The chapters of a text.
    pub chapters: Vec<String>,
    pub title: String,
    pub whom: String,
    pub form: Form,
    pub how: How,
    pub language: Language,
    /// When, e.g. *22. november 2026*.
    pub at: String,
    /// e.g. *udgave 14*
    pub version: String,
    pub standing: Standing,
    /// When it came back; empty when it has not.
    pub back: String,
    pub news: Vec<News>,
    /// Numbers on it that did not work when they were tried; only of a copy that is out there.
    pub dead: Vec<DeadOn>,
}
