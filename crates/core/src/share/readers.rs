//! The known readers as data (`workbook/readers.toml`), and a reader as the citizen has them.
//! Not here: their names in a language (`locales/*/screen-share.ftl`), and what is ticked (`selection`).

use crate::book::Book;
use crate::change::Form;
use crate::error::Error;
use crate::store::preset::{self, Preset};
use crate::store::{State, Words as _};
use holdepunkt_i18n::{Language, Texts};
use rusqlite::Connection;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What stands in the register in place of a reader: *Mine ønsker på forhånd* alone, which is made ready for nobody in particular.
pub const ADVANCE: &str = "advance";

/// A reader the workbook knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    pub id: String,
    pub form: Form,
    /// Tools and people that a shown line points at stand under it.
    #[serde(default)]
    pub follows: bool,
    /// Chapters and sections that are suggested; `*` for all.
    pub shows: Vec<String>,
    /// Only so many lines of a section are suggested.
    #[serde(default)]
    pub first: HashMap<String, usize>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    reader: Vec<Known>,
}

/// Reads a file of readers.
///
/// # Errors
/// When it is not such a file.
pub fn readers_file(source: &str) -> Result<Vec<Known>, toml::de::Error> {
    Ok(toml::from_str::<File>(source)?.reader)
}

/// The readers the program was built with, in order.
#[must_use]
pub fn known() -> &'static [Known] {
    static KNOWN: OnceLock<Vec<Known>> = OnceLock::new();
    // The file is part of the program and a test reads it.
    KNOWN.get_or_init(|| readers_file(include_str!("../../../../workbook/readers.toml")).unwrap_or_default())
}

impl Known {
    /// Whether a section is suggested.
    #[must_use]
    pub fn suggests(&self, chapter: &str, section: &str) -> bool {
        self.shows.iter().any(|shown| shown == "*" || shown == chapter || shown == section)
    }
}

/// A reader as the citizen has them.
pub(crate) struct Reader {
    pub row: Preset,
    pub known: &'static Known,
    pub own: bool,
}

impl Reader {
    fn of(row: Preset) -> Option<Self> {
        let known = known().iter().find(|known| known.id == row.kind)?;
        Some(Self { own: row.id != row.kind, row, known })
    }

    /// As they are called: by the citizen, or in the workbook.
    pub fn title(&self, texts: &Texts) -> String {
        match (self.row.title.as_str(), self.own) {
            ("", false) => texts.find(&format!("reader-{}", self.known.id)).unwrap_or_default(),
            ("", true) => texts.own_untitled(),
            (title, _) => title.to_string(),
        }
    }

    /// What their print is for, in one sentence; empty for one's own readers.
    pub fn lead(&self, texts: &Texts) -> String {
        if self.own {
            return String::new();
        }
        texts.find(&format!("reader-{}-lead", self.known.id)).unwrap_or_default()
    }

    pub fn form(&self) -> Form {
        Form::of(&self.row.form).unwrap_or(self.known.form)
    }

    /// The language of the print: the one chosen last, otherwise the screen's.
    pub fn language(&self, screen: Language) -> Language {
        Language::ALL.into_iter().find(|language| language.tag() == self.row.language).unwrap_or(screen)
    }
}

/// A reader by id.
///
/// # Errors
/// [`Error::NotFound`]; what the database says.
pub(crate) fn find(connection: &Connection, id: &str) -> Result<Reader, Error> {
    let row = match preset::get(connection, id)? {
        Some(row) if row.state == State::Plan => row,
        None => Preset { id: id.to_string(), kind: id.to_string(), ..Preset::default() },
        Some(_) => return Err(Error::NotFound("reader")),
    };
    Reader::of(row).ok_or(Error::NotFound("reader"))
}

/// What the citizen calls a reader of their own; none for the others, and while it has no name.
///
/// # Errors
/// What the database says.
pub fn own_name(book: &Book, id: &str) -> Result<Option<String>, Error> {
    match find(book.connection(), id) {
        Ok(reader) => Ok(Some(reader.row.title).filter(|title| reader.own && !title.is_empty())),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is written on chapters that are made ready for a reader. Only one's own paper is *Min bog*: five lines for an office are no book, and need not
/// tell that there is one.
///
/// # Errors
/// What the database says.
pub fn paper_title(book: &Book, id: &str, texts: &Texts) -> Result<String, Error> {
    let reader = match find(book.connection(), id) {
        Ok(reader) => reader,
        Err(Error::NotFound(_)) => return Ok(texts.print_book_title()),
        Err(error) => return Err(error),
    };
    let known = if reader.own { None } else { texts.find(&format!("print-book-{}", reader.known.id)) };
    Ok(match reader.row.title.as_str() {
        "" => known.unwrap_or_else(|| texts.print_book_title()),
        title => texts.print_book_for(title),
    })
}

/// The known readers in their order, then one's own.
///
/// # Errors
/// What the database says.
pub(crate) fn every(connection: &Connection) -> Result<Vec<Reader>, Error> {
    let rows = preset::every(connection)?;
    let of = |known: &Known| {
        let row = rows.iter().find(|row| row.id == known.id).cloned();
        row.unwrap_or_else(|| Preset { id: known.id.clone(), kind: known.id.clone(), ..Preset::default() })
    };
    let own = rows.iter().filter(|row| row.id != row.kind && row.state == State::Plan).cloned();
    Ok(known().iter().map(of).chain(own).filter_map(Reader::of).collect())
}
