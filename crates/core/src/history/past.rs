//! What a line was after each revision, folded forward from changesets. The record holds no second copy of the words.
//! Not here: the words and dates a person reads (`history/read`).

use super::changeset::{self, Action, entry_column};
use crate::change::Mark;
use crate::error::Error;
use crate::store::entry::Entry;
use crate::store::{Marks, State, Words as _};
use std::collections::HashMap;

/// Lines as they stood at some point of the record; a line that undo took away is not in it.
#[derive(Default)]
pub struct Past {
    pub lines: HashMap<String, Entry>,
    pub people: HashMap<String, String>,
}

/// What one revision touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    pub lines: Vec<String>,
    pub people: Vec<String>,
}

impl Past {
    /// Goes one revision forward.
    ///
    /// # Errors
    /// When the changeset cannot be read.
    pub fn forward(&mut self, changeset: &[u8]) -> Result<Touched, Error> {
        let mut touched = Touched::default();
        for row in &changeset::rows(changeset)? {
            let Some(id) = row.key(0).map(str::to_string) else { continue };
            match row.table {
                "entry" => {
                    if row.action == Action::Delete {
                        self.lines.remove(&id);
                    } else {
                        write(self.lines.entry(id.clone()).or_insert_with(|| empty(&id)), row);
                    }
                    touched.lines.push(id);
                }
                "link" | "picture" => touched.lines.extend(row.key(1).map(str::to_string)),
                "person" => {
                    if row.action == Action::Delete {
                        self.people.remove(&id);
                    } else if let Some(name) = row.after(1) {
                        self.people.insert(id.clone(), name.to_string());
                    }
                    touched.people.push(id);
                }
                _ => {}
            }
        }
        touched.lines.sort();
        touched.lines.dedup();
        Ok(touched)
    }
}

/// A line as bringing an earlier version back would leave it: its place is as it is now, and a line that is *kun mig* now
/// stays so, since what it said before it was made private must not come into the next print.
#[must_use]
pub fn brought_back(then: &Entry, now: &Entry) -> Entry {
    let private = now.marks.0.contains(&Mark::Private);
    let marks = if private { then.marks.with(Mark::Private, true) } else { then.marks.clone() };
    Entry { place: now.place.clone(), marks, ..then.clone() }
}

fn empty(id: &str) -> Entry {
    Entry {
        id: id.to_string(),
        chapter: String::new(),
        section: String::new(),
        prompt: String::new(),
        text: String::new(),
        because: String::new(),
        place: String::new(),
        author: String::new(),
        perspective: crate::view::Perspective::default(),
        choice: crate::change::Choice::default(),
        marks: Marks::default(),
        state: State::Plan,
    }
}

fn write(line: &mut Entry, row: &changeset::Row<'_>) {
    let new = |name| row.after(entry_column(name));
    let set = |field: &mut String, name| {
        if let Some(value) = new(name) {
            *field = value.to_string();
        }
    };
    set(&mut line.chapter, "chapter");
    set(&mut line.section, "section");
    set(&mut line.prompt, "prompt");
    set(&mut line.text, "text");
    set(&mut line.because, "because");
    set(&mut line.place, "place");
    set(&mut line.author, "author");
    if let Some(word) = new("perspective") {
        line.perspective = crate::view::Perspective::of(word).unwrap_or_default();
    }
    if let Some(word) = new("choice") {
        line.choice = crate::change::Choice::of(word).unwrap_or_default();
    }
    if let Some(words) = new("marks") {
        line.marks = Marks::of(words);
    }
    if let Some(word) = new("state") {
        line.state = State::of(word).unwrap_or_default();
    }
}
