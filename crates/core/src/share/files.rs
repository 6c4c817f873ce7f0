//! Copies that went out as files: the whole book, or chapters as text. What stood in them, so that the register can tell whether it still does.
//! Not here: making the files (`exchange`), and prints (`printing`).

use super::news::Saying;
use crate::book::Book;
use crate::book::outline::Outline;
use crate::change::{Copy, Form, How, Mark, SharedLine};
use crate::error::Error;
use crate::printing::gather::{BETWEEN, fields_of_person};
use crate::store::{Words as _, entry, help_line, person, picture};
use crate::workbook::workbook;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What stands in the register in place of a reader: nobody's ticks chose what is in a file of the whole book, or in a text.
pub const BOOK_FILE: &str = "book-file";
pub const TEXT_FILE: &str = "text-file";

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
}

impl Made {
    /// By what stands in place of a reader.
    #[must_use]
    pub fn of(reader: &str) -> Self {
        match reader {
            BOOK_FILE => Self::BookFile,
            TEXT_FILE => Self::TextFile,
            _ => Self::Print,
        }
    }
}

/// A file that is made.
pub enum Filed<'a> {
    Book { locked: bool },
    Text { chapters: &'a [String] },
}

/// What the register is told of a file, without whom, how and the lines of [`super::kept`], and what it says.
///
/// # Errors
/// What reading the book can give.
pub fn filed(book: &Book, file: &Filed<'_>, texts: &Texts) -> Result<(Copy, Vec<Saying>), Error> {
    let (reader, title, sayings) = match file {
        Filed::Book { locked } => {
            let title = if *locked { texts.copy_book_locked() } else { texts.copy_book_open() };
            (BOOK_FILE, title, whole(book)?)
        }
        Filed::Text { chapters } => (TEXT_FILE, title(book, chapters, texts)?, book.text_says(chapters, texts)?),
    };
    let copy = Copy {
        reader: reader.to_string(),
        title,
        form: Form::Book,
        how: How::File,
        language: texts.language(),
        revision: book.revision(),
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

/// What a file made today would say, when it is a file.
pub(super) fn today(
    book: &Book,
    reader: &str,
    then: &[SharedLine],
    texts: &Texts,
) -> Result<Option<Vec<Saying>>, Error> {
    match Made::of(reader) {
        Made::Print => Ok(None),
        Made::BookFile => whole(book).map(Some),
        Made::TextFile => {
            let chapters = chapters(book, then)?;
            let mut says = book.text_says(&chapters, texts)?;
            // One that is empty now is still one of them.
            let empty = chapters.into_iter().filter(|chapter| says.iter().all(|saying| saying.id != *chapter));
            let empty: Vec<Saying> = empty.map(chapter).collect();
            says.extend(empty);
            Ok(Some(says))
        }
    }
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
fn whole(book: &Book) -> Result<Vec<Saying>, Error> {
    let connection = book.connection();
    let mut sayings = Vec::new();
    for line in entry::in_plan(connection)? {
        let pictures = picture::of_entry(connection, &line.id)?;
        let pictures = pictures.iter().map(|picture| picture.alt.as_str()).collect::<Vec<_>>().join(BETWEEN);
        let all = [&line.section, &line.prompt, &line.text, &line.because, line.choice.word(), &line.author, &pictures];
        let private = line.marks.0.contains(&Mark::Private)
            || workbook().chapter(&line.chapter).is_some_and(|known| known.private);
        let said = if line.text.trim().is_empty() { &line.because } else { &line.text };
        let text = if private { String::new() } else { said.clone() };
        sayings.push(Saying { id: line.id.clone(), text, all: all.join(BETWEEN) });
    }
    for person in person::in_plan(connection)? {
        sayings.push(fields_of_person(person.id, &person.fields));
    }
    for line in help_line::in_plan(connection)? {
        let all = [&line.name, &line.number, &line.whom, &line.hours, &line.opening].map(String::as_str).join(BETWEEN);
        sayings.push(Saying { id: line.id, text: line.name, all });
    }
    Ok(sayings)
}
