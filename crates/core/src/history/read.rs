//! History as a person reads it: one item per step, newest first: who, when, what was done, what it became.
//! Not here: the order of steps in undo.

use super::past::{Past, Touched, brought_back};
use super::{earlier, words};
use crate::error::Error;
use crate::store::State;
use crate::store::author::{self, ME};
use crate::store::entry::{self, Entry};
use crate::store::revision::{self, Revision};
use crate::view::HistoryItem;
use crate::when;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use std::collections::HashMap;

/// A step: its first revision's words, its last revision's time and result.
struct StepTaken {
    first: Revision,
    last: Revision,
    touched: Touched,
    /// The lines it touched as they stood after it.
    lines: Vec<Entry>,
    people: Vec<String>,
}

/// The steps a line went through.
///
/// # Errors
/// What the database says.
pub fn of_line(connection: &Connection, id: &str, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
    let mut steps = steps(revision::of_entry(connection, id)?)?;
    for step in &mut steps {
        step.lines.retain(|line| line.id == id);
        step.touched.lines.retain(|line| line == id);
        step.people.clear();
    }
    let mut items = items(connection, steps, texts)?;
    items.extend(earlier::of_line(connection, id, texts)?);
    Ok(items)
}

/// The steps on the pages of a chapter.
///
/// # Errors
/// What the database says.
pub fn of_chapter(connection: &Connection, chapter: &str, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
    let mut items = items(connection, steps(revision::of_chapter(connection, chapter)?)?, texts)?;
    items.extend(earlier::of_chapter(connection, chapter, texts)?);
    Ok(items)
}

/// Folds revisions, oldest first, into steps.
fn steps(revisions: Vec<(Revision, Vec<u8>)>) -> Result<Vec<StepTaken>, Error> {
    let mut past = Past::default();
    let mut steps: Vec<StepTaken> = Vec::new();
    for (revision, changeset) in revisions {
        let touched = past.forward(&changeset)?;
        let mut lines: Vec<Entry> = touched.lines.iter().filter_map(|id| past.lines.get(id).cloned()).collect();
        lines.sort_by(|one, other| one.place.cmp(&other.place));
        let people = touched.people.iter().filter_map(|id| past.people.get(id).cloned()).collect();
        match steps.last_mut().filter(|step| step.last.step == revision.step) {
            Some(step) => {
                step.last = revision;
                step.lines = lines;
                step.people = people;
            }
            None => steps.push(StepTaken { first: revision.clone(), last: revision, touched, lines, people }),
        }
    }
    Ok(steps)
}

fn items(connection: &Connection, steps: Vec<StepTaken>, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
    let mut now: HashMap<String, Option<Entry>> = HashMap::new();
    let mut names: HashMap<String, String> = HashMap::new();
    let mut items = Vec::with_capacity(steps.len());
    for step in steps.into_iter().rev() {
        let line = match step.touched.lines.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let then = line.as_ref().and_then(|id| step.lines.iter().find(|line| line.id == *id));
        let mut restorable = false;
        if let Some(then) = then.filter(|then| then.state == State::Plan) {
            if !now.contains_key(&then.id) {
                now.insert(then.id.clone(), entry::get(connection, &then.id)?);
            }
            restorable =
                !now.get(&then.id).is_some_and(|now| now.as_ref().is_some_and(|now| brought_back(then, now) == *now));
        }
        if !names.contains_key(&step.last.author) {
            let name =
                if step.last.author == ME { String::new() } else { author::name(connection, &step.last.author)? };
            names.insert(step.last.author.clone(), name);
        }
        items.push(HistoryItem {
            revision: u32::try_from(step.last.seq).unwrap_or(u32::MAX),
            at: when::date_and_clock(when::stored(step.last.at, step.last.at_offset), texts.language()),
            author: names.get(&step.last.author).cloned().unwrap_or_default(),
            // A step that something was taken out of, and of which the rest still stands, is told as what it was.
            what: if step.last.payload_digest != step.last.digest && step.touched == Touched::default() {
                texts.history_erased()
            } else {
                words::in_history(texts, &step.first.what, step.first.act)
            },
            line,
            text: text(&step),
            because: match then {
                Some(then) if then.state == State::Plan => then.because.clone(),
                _ => String::new(),
            },
            restorable,
        });
    }
    Ok(items)
}

/// The words after the step: of one line, of all that were pasted, or the names of people.
fn text(step: &StepTaken) -> String {
    let plan = step.lines.iter().filter(|line| line.state == State::Plan).map(|line| line.text.as_str());
    let words: Vec<&str> = plan.chain(step.people.iter().map(String::as_str)).filter(|text| !text.is_empty()).collect();
    words.join("\n")
}
