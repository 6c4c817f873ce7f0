//! Copies that went out as files: the whole book, chapters as text, the crisis plan as a picture. What stood in them, so that the register can tell whether it still does.
//! Not here: making the files (`exchange`), and prints (`printing`).

use super::news::Saying;
use crate::book::Book;
use crate::book::outline::Outline;
use crate::change::{Copy, Form, How, Id, Mark, SharedLine};
use crate::error::Error;
use crate::printing::early;
use crate::printing::said::{self, BETWEEN};
use crate::store::entry::{self, Entry};
use crate::store::picture::{self, Picture};
use crate::store::{Words as _, help_line, person, table};
use crate::workbook::workbook;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use specta::Type;
use std::collections::HashMap;

/// What stands in the register in place of a reader: nobody's ticks chose what is in a file of the whole book, in a text, or on a picture.
pub const BOOK_FILE: &str = "book-file";
pub const TEXT_FILE: &str = "text-file";
pub const PHONE_PICTURE: &str = "phone-picture";

/// What is in a file of the whole book besides lines, people and numbers, and what it is called. Of each only that something in it is
/// another is known.
const TABLES: [Tables; 4] = [
    Tables { name: "headings", of: &["chapter", "section"], called: Texts::copy_headings },
    Tables { name: "links", of: &["link"], called: Texts::copy_links },
    Tables { name: "aims", of: &["aim", "review"], called: Texts::copy_aims },
    Tables {
        name: "visits",
        of: &["visit", "visit_person", "visit_chapter", "visit_answer", "proposal", "agreement"],
        called: Texts::copy_visits,
    },
];

/// Tables that are told as one.
struct Tables {
    name: &'static str,
    of: &'static [&'static str],
    called: fn(&Texts) -> String,
}

/// Before the name of tables that stand in the register like a line.
const TABLE: &str = "table:";

/// Names of chapters in the name of a text; of more only how many.
const NAMED: usize = 3;

/// What kind of copy one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Made {
    #[default]
    Print,
    /// The whole book in one file, what is only mine too.
    BookFile,
    /// Chapters as text.
    TextFile,
    /// The first page of the crisis plan, as a picture for a telephone.
    PhonePicture,
}

impl Made {
    /// By what stands in place of a reader.
    #[must_use]
    pub fn of(reader: &str) -> Self {
        match reader {
            BOOK_FILE => Self::BookFile,
            TEXT_FILE => Self::TextFile,
            PHONE_PICTURE => Self::PhonePicture,
            _ => Self::Print,
        }
    }
}

/// A file that is made.
pub enum Filed<'a> {
    Book { locked: bool },
    Text { chapters: &'a [String] },
    PhonePicture { says: &'a [Saying] },
}

/// What the register is told of a file, without whom, how and the lines of [`super::kept`], and what it says.
///
/// # Errors
/// What reading the book can give.
pub fn filed(book: &Book, file: &Filed<'_>, texts: &Texts) -> Result<(Copy, Vec<Saying>), Error> {
    let (reader, form, title, sayings) = match file {
        Filed::Book { locked } => {
            let title = if *locked { texts.copy_book_locked() } else { texts.copy_book_open() };
            (BOOK_FILE, Form::Book, title, whole(book, texts)?)
        }
        Filed::Text { chapters } => {
            (TEXT_FILE, Form::Book, title(book, chapters, texts)?, book.text_says(chapters, texts)?)
        }
        Filed::PhonePicture { says } => (PHONE_PICTURE, Form::Plan, texts.copy_phone_picture(), says.to_vec()),
    };
    let copy = Copy {
        reader: reader.to_string(),
        title,
        form,
        how: How::File,
        language: texts.language(),
        revision: book.edition()?,
        ..Copy::default()
    };
    Ok((copy, sayings))
}

fn title(book: &Book, chapters: &[String], texts: &Texts) -> Result<String, Error> {
    let contents = book.contents(texts)?;
    let shown = contents.groups.into_iter().flat_map(|group| group.chapters);
    let titles: Vec<String> =
        shown.filter(|chapter| chapters.contains(&chapter.id)).map(|chapter| chapter.title).collect();
    Ok(match titles.len() {
        0..=NAMED => texts.copy_text(&titles.join(", ")),
        count => texts.copy_text_many(u32::try_from(count).unwrap_or(u32::MAX)),
    })
}

/// Whether a list tells of the tables: on one an earlier program wrote, they are not.
pub(super) fn tells_of_tables(then: &[SharedLine]) -> bool {
    then.iter().any(|line| is_table(&line.id))
}

pub(super) fn is_table(id: &str) -> bool {
    id.starts_with(TABLE)
}

/// What a text of these chapters made today would say.
pub(super) fn text(book: &Book, then: &[SharedLine], texts: &Texts) -> Result<Vec<Saying>, Error> {
    let chapters = chapters(book, then)?;
    let mut says = book.text_says(&chapters, texts)?;
    // One that is empty now is still one of them.
    let empty = chapters.into_iter().filter(|chapter| says.iter().all(|saying| saying.id != *chapter));
    let empty: Vec<Saying> = empty.map(chapter).collect();
    says.extend(empty);
    Ok(says)
}

/// The same as an earlier program told it.
pub(super) fn text_early(book: &Book, then: &[SharedLine], texts: &Texts) -> Result<Vec<Saying>, Error> {
    let outline = Outline::read(book.connection())?;
    let chapters = chapters(book, then)?;
    let chapters = chapters.iter().filter_map(|chapter| outline.chapter(chapter));
    let pages: Vec<String> = chapters.flat_map(|chapter| &chapter.pages).map(|page| page.id.clone()).collect();
    early::text_says(book, &pages, texts)
}

/// A chapter among the lines of a text; its name is no news.
pub(crate) fn chapter(id: String) -> Saying {
    Saying { id, text: String::new(), all: String::new() }
}

/// The chapters a text had: each stands among its lines.
pub(super) fn chapters(book: &Book, then: &[SharedLine]) -> Result<Vec<String>, Error> {
    let outline = Outline::read(book.connection())?;
    let chapter = |line: &&SharedLine| outline.chapter(&line.id).is_some();
    Ok(then.iter().filter(chapter).map(|line| line.id.clone()).collect())
}

/// Everything the citizen wrote, as it lies in the book. What is only theirs is in the file too, but its words are not told: the register may
/// be looked at with somebody.
pub(super) fn whole(book: &Book, texts: &Texts) -> Result<Vec<Saying>, Error> {
    let connection = book.connection();
    let (pictures, mut sayings) = (pictures(connection)?, Vec::new());
    for line in entry::in_plan(connection)? {
        let pictures = pictures.get(&line.id).map(Vec::as_slice).unwrap_or_default();
        let called = pictures.iter().map(|picture| picture.alt.clone()).find(|alt| !alt.trim().is_empty());
        // Another picture with the same words is another picture.
        let marks = pictures.iter().flat_map(|picture| [picture.id.as_str(), &picture.alt]);
        let all = of_line(&line, marks);
        let private = line.marks.0.contains(&Mark::Private)
            || workbook().chapter(&line.chapter).is_some_and(|known| known.private);
        let said = if line.text.trim().is_empty() { &line.because } else { &line.text };
        let text = match (private, said.trim().is_empty()) {
            (true, _) => String::new(),
            (false, true) => called.unwrap_or_else(|| texts.print_picture_plain()),
            (false, false) => said.clone(),
        };
        sayings.push(Saying { id: line.id, text, all });
    }
    for person in person::in_plan(connection)? {
        sayings.push(said::of_fields(person.id, &person.fields).into());
    }
    for line in help_line::in_plan(connection)? {
        let all = [&line.name, &line.number, &line.whom, &line.hours, &line.opening].map(String::as_str).join(BETWEEN);
        sayings.push(Saying { id: line.id, text: line.name, all });
    }
    for Tables { name, of, called } in TABLES {
        let all = of.iter().map(|table| content(connection, table)).collect::<Result<String, Error>>()?;
        sayings.push(Saying { id: format!("{TABLE}{name}"), text: called(texts), all });
    }
    Ok(sayings)
}

/// The lines as an earlier program told them: of a picture only its words. All else is as it was.
pub(super) fn whole_early(book: &Book) -> Result<Vec<Saying>, Error> {
    let connection = book.connection();
    let pictures = pictures(connection)?;
    let lines = entry::in_plan(connection)?.into_iter().map(|line| {
        let pictures = pictures.get(&line.id).map(Vec::as_slice).unwrap_or_default();
        let all = of_line(&line, pictures.iter().map(|picture| picture.alt.as_str()));
        Saying { id: line.id, text: String::new(), all }
    });
    Ok(lines.collect())
}

fn of_line<'a>(line: &'a Entry, pictures: impl Iterator<Item = &'a str>) -> String {
    let pictures = pictures.collect::<Vec<_>>().join(BETWEEN);
    [&line.section, &line.prompt, &line.text, &line.because, line.choice.word(), &line.author, &pictures].join(BETWEEN)
}

/// The pictures of every line, asked for once.
fn pictures(connection: &Connection) -> Result<HashMap<Id, Vec<Picture>>, Error> {
    let mut found: HashMap<Id, Vec<Picture>> = HashMap::new();
    for picture in picture::in_plan(connection)? {
        found.entry(picture.entry.clone()).or_default().push(picture);
    }
    Ok(found)
}

/// What is in a table, as one number that is another when anything in it is.
fn content(connection: &Connection, name: &str) -> Result<String, Error> {
    let Some(known) = table::known().iter().find(|known| known.name == name) else { return Ok(String::new()) };
    let mut hash = Sha256::new();
    table::walk(connection, known, |row| {
        for at in 0..known.columns.len() {
            match row.get_ref(at)? {
                ValueRef::Null => hash.update([0]),
                ValueRef::Integer(number) => hash.update(number.to_le_bytes()),
                ValueRef::Real(number) => hash.update(number.to_le_bytes()),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                    hash.update(bytes.len().to_le_bytes());
                    hash.update(bytes);
                }
            }
        }
        Ok(())
    })?;
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
