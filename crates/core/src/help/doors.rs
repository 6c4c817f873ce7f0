//! How it is right now: four ways into the same plan, each with my own signs and what I do about them, one at a time.
//! Not here: people and lines, which are the same whichever way one came, and what the screen does with it.

use crate::book::Book;
use crate::change::{LinkKind, Mark};
use crate::error::Error;
use crate::view::{Line, ToolView};
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// More than this is not one thing at a time.
const MOST_SIGNS: usize = 4;
const MOST_TOOLS: usize = 9;

/// A way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Door {
    /// `signs`, `breaking-down`, `angry` or `crisis`.
    pub id: String,
    pub title: String,
    /// How I know it is like this.
    pub signs: Vec<String>,
    pub tools: Vec<Tool>,
}

/// One thing to try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Tool {
    pub text: String,
    /// *fordi …* in my own words; may be empty.
    pub because: String,
}

/// The chapters behind a door: where its signs and what I do stand.
struct Behind {
    id: &'static str,
    signs: &'static [&'static str],
    steps: &'static [&'static str],
    /// Tools for a hard day come before the chapter's own steps. Not when angry: then ordinary tools mostly fail, and the
    /// chapter is a very short path of its own.
    hard_day_first: bool,
}

const BEHIND: [Behind; 4] = [
    Behind { id: "signs", signs: &["signs.inner", "signs.seen"], steps: &["signs.me"], hard_day_first: true },
    Behind { id: "breaking-down", signs: &["breaking-down.signs"], steps: &["breaking-down.me"], hard_day_first: true },
    Behind { id: "angry", signs: &["angry.notice"], steps: &["angry.me"], hard_day_first: false },
    Behind { id: "crisis", signs: &[], steps: &["breaking-down.me"], hard_day_first: true },
];

/// All four, with what is written behind each: all of them can be said, also when nothing is written there yet.
///
/// # Errors
/// What the database says.
pub(super) fn doors(book: &Book, texts: &Texts) -> Result<Vec<Door>, Error> {
    let toolbox = book.toolbox()?;
    let (hard, other): (Vec<&ToolView>, Vec<&ToolView>) =
        toolbox.iter().partition(|tool| tool.marks.contains(&Mark::HardDay));
    let title = |id: &str| match id {
        "signs" => texts.door_signs(),
        "breaking-down" => texts.door_breaking_down(),
        "angry" => texts.door_angry(),
        _ => texts.door_crisis(),
    };
    BEHIND.iter().map(|behind| door(book, behind, title(behind.id), &hard, &other)).collect()
}

fn door(book: &Book, behind: &Behind, title: String, hard: &[&ToolView], other: &[&ToolView]) -> Result<Door, Error> {
    let written = |sections: &[&str]| -> Result<Vec<Line>, Error> {
        let mut lines = Vec::new();
        for section in sections {
            lines.extend(book.lines(section)?.into_iter().filter(|line| !line.text.trim().is_empty()));
        }
        Ok(lines)
    };
    let (signs, steps) = (written(behind.signs)?, written(behind.steps)?);
    let mut tools: Vec<Tool> = Vec::new();
    let mut put = |text: &str, because: &str| {
        let known = tools.iter().any(|tool| tool.text.trim() == text.trim());
        if !known && !text.trim().is_empty() && tools.len() < MOST_TOOLS {
            tools.push(Tool { text: text.to_string(), because: because.to_string() });
        }
    };
    let put_hard = |put: &mut dyn FnMut(&str, &str)| hard.iter().for_each(|tool| put(&tool.text, ""));
    if behind.hard_day_first {
        put_hard(&mut put);
    }
    steps.iter().for_each(|line| put(&line.text, &line.because));
    // What the signs and the steps are linked to.
    for link in signs.iter().chain(&steps).flat_map(|line| &line.links).filter(|link| link.kind == LinkKind::Tool) {
        put(&link.text, "");
    }
    if behind.hard_day_first || steps.is_empty() {
        put_hard(&mut put);
        other.iter().for_each(|tool| put(&tool.text, ""));
    }
    let signs = signs.into_iter().take(MOST_SIGNS).map(|line| line.text).collect();
    Ok(Door { id: behind.id.to_string(), title, signs, tools })
}
