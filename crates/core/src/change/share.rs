//! What a copy for somebody else is, as data: which pages, how it was given, what was ticked.
//! Not here: who has which (`book/share.rs`) and what a print looks like.

use super::Id;
use holdepunkt_i18n::Language;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a print is: which pages it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The crisis plan with its first page.
    Plan,
    /// *Det gør du nu*: the sheet for the one who helps.
    Supporter,
    /// The card for the pocket.
    Card,
    /// *Til lægen*: medicine on one page.
    Doctor,
    /// Chapters as they stand in the book.
    #[default]
    Book,
}

/// How a copy was given to somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    #[default]
    Paper,
    File,
    /// Seen on the screen; nothing was left behind.
    Shown,
}

/// What is ticked for a reader: all of a chapter, all of a section, or a single line or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Tick {
    Chapter,
    Section,
    Line,
}

/// A line or person of a copy, and a digest of what it said then: enough to know later that it says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SharedLine {
    pub id: Id,
    pub said: String,
}

/// What is put into the register when a copy leaves the book. `lines` come from the print itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Copy {
    /// Whose choice of lines it was; empty for the whole crisis plan.
    pub reader: String,
    /// What it was called, as the citizen saw it.
    pub title: String,
    /// Who has it, in the citizen's words; may be empty.
    pub whom: String,
    pub form: Form,
    pub how: How,
    pub language: Language,
    /// The version of the book it shows.
    pub revision: u32,
    /// The copy it takes the place of; empty for none.
    pub replaces: Id,
    pub lines: Vec<SharedLine>,
}
