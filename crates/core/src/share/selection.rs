//! What is ticked for a reader: the nearest word counts (line, section, chapter), otherwise what is suggested.
//! Private lines are not asked about here: they never come this far (`printing/gather`).

use super::readers::{Known, find};
use crate::change::{Form, Tick};
use crate::error::Error;
use crate::store::preset_part::{self, Part};
use rusqlite::Connection;
use std::collections::HashMap;

/// Which lines go on a print.
pub struct Selection {
    form: Form,
    /// None: everything.
    known: Option<&'static Known>,
    said: HashMap<(Tick, String), bool>,
}

impl Selection {
    /// Everything that is not private.
    #[must_use]
    pub fn everything(form: Form) -> Self {
        Self { form, known: None, said: HashMap::new() }
    }

    /// What is ticked for a reader, in the form they get; `form` in place of the remembered one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such reader; what the database says.
    pub fn of(connection: &Connection, reader: &str, form: Option<Form>) -> Result<Self, Error> {
        let reader = find(connection, reader)?;
        let parts = preset_part::of_preset(connection, &reader.row.id)?;
        let said = parts.into_iter().map(|Part { what, target, shown, .. }| ((what, target), shown)).collect();
        Ok(Self { form: form.unwrap_or(reader.form()), known: Some(reader.known), said })
    }

    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// Whether a chapter is ticked as such.
    #[must_use]
    pub fn chapter(&self, chapter: &str) -> bool {
        self.said(Tick::Chapter, chapter).unwrap_or_else(|| self.known.is_none_or(|known| known.suggests(chapter, "")))
    }

    /// Whether what is written in a section is shown, as long as nothing nearer says otherwise.
    #[must_use]
    pub fn section(&self, chapter: &str, section: &str) -> bool {
        self.said(Tick::Section, section)
            .or_else(|| self.said(Tick::Chapter, chapter))
            .unwrap_or_else(|| self.known.is_none_or(|known| known.suggests(chapter, section)))
    }

    /// Whether a line or person is shown. `nth` is its place among those of the section, from 0.
    #[must_use]
    pub fn line(&self, chapter: &str, section: &str, line: &str, nth: usize) -> bool {
        if let Some(said) = self.said(Tick::Line, line) {
            return said;
        }
        let more_said = self.said(Tick::Section, section).or_else(|| self.said(Tick::Chapter, chapter)).is_some();
        let first = self.known.and_then(|known| known.first.get(section)).filter(|_| !more_said);
        self.section(chapter, section) && first.is_none_or(|first| nth < *first)
    }

    /// Whether a line or person was unticked by itself: then it is not named under another line either.
    #[must_use]
    pub fn refused(&self, line: &str) -> bool {
        self.said(Tick::Line, line) == Some(false)
    }

    /// Whether this is the whole book: for oneself, not a choice for somebody else.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.known.is_none_or(|known| known.shows.iter().any(|shown| shown == "*"))
    }

    /// Whether tools and people that a shown line points at are named under it.
    #[must_use]
    pub fn follows(&self) -> bool {
        self.known.is_none_or(|known| known.follows)
    }

    fn said(&self, what: Tick, target: &str) -> Option<bool> {
        self.said.get(&(what, target.to_string())).copied()
    }
}
