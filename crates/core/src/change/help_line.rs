//! What the citizen writes of a help line, and what is answered when the plan is looked through, as data.
//! Not here: the lines that come with the program (`help`).

use serde::{Deserialize, Serialize};
use specta::Type;

/// When a help line is open, on a row of weekdays: `mon-fri`, or `sat` for one day; `10:00` to `22:00`. An end before its
/// beginning is on the next day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OpenHours {
    pub days: String,
    pub from: String,
    pub to: String,
}

/// What the citizen writes of a help line. Of a shipped one an empty field means: as shipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct HelpLineFields {
    pub name: String,
    pub number: String,
    /// Who it is for.
    pub whom: String,
    /// When it is open, in words.
    pub hours: String,
    /// The same for the clock; empty when not known.
    pub opening: Vec<OpenHours>,
    /// The day the citizen tried the number, `2026-11-28`; empty when never.
    pub checked: String,
}

/// What is said to *passer det stadig?*, and to whether a number still works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Yes,
    No,
    /// Not now: neither yes nor no.
    Later,
}

/// Whose number was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum NumberOf {
    Person,
    /// A help line.
    Line,
}
