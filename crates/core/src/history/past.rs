//! What a line was after each revision, folded forward from changesets. The record holds no second copy of the words.
//! Not here: the words and dates a person reads (`history/read`).

use super::record::{self, entry_column};
use crate::error::Error;
use crate::store::entry::Entry;
use crate::store::{Marks, State, Words as _};
use rusqlite::hooks::Action;
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
        record::rows(changeset, |row| match row.table {
            "entry" => {
                let Some(id) = row.known(0) else { return };
                match row.action {
                    Action::SQLITE_DELETE => drop(self.lines.remove(&id)),
                    _ => write(self.lines.entry(id.clone()).or_insert_with(|| empty(&id)), row),
                }
                touched.lines.push(id);
            }
            "link" => touched.lines.extend(row.known(1)),
            "person" => {
                let Some(id) = row.known(0) else { return };
                if row.action == Action::SQLITE_DELETE {
                    self.people.remove(&id);
                } else if let Some(name) = row.new(1) {
                    self.people.insert(id.clone(), name);
                }
                touched.people.push(id);
            }
            _ => {}
        })?;
        touched.lines.sort();
        touched.lines.dedup();
        Ok(touched)
    }
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

fn write(line: &mut Entry, row: &record::Row<'_>) {
    let new = |name| row.new(entry_column(name));
    let set = |field: &mut String, name| {
        if let Some(value) = new(name) {
            *field = value;
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
        line.perspective = crate::view::Perspective::of(&word).unwrap_or_default();
    }
    if let Some(word) = new("choice") {
        line.choice = crate::change::Choice::of(&word).unwrap_or_default();
    }
    if let Some(words) = new("marks") {
        line.marks = Marks::of(&words);
    }
    if let Some(word) = new("state") {
        line.state = State::of(&word).unwrap_or_default();
    }
}
