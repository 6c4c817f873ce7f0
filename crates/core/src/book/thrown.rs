//! What else than lines lies in the trash: people, pictures, headings and chapters of one's own, readers, copies and numbers of one's own.
//! Not here: lines (`trash`), and what has no row any more, such as a co-writer who was let go.

use super::{outline, person};
use crate::change::{Id, PersonFields};
use crate::error::Error;
use crate::history::erase::Erasure;
use crate::store::{State, chapter, entry, help_line, picture, preset, section, share};
use holdepunkt_i18n::Texts;
use rusqlite::Connection;

/// One thing that was removed and is no line.
pub(super) struct Other {
    pub(super) erasure: Erasure,
    pub(super) id: Id,
    /// What it is, in a word.
    pub(super) what: String,
    pub(super) text: String,
    pub(super) because: String,
    pub(super) page: String,
    /// It can be taken back as it was.
    pub(super) back: bool,
}

impl Other {
    fn new(erasure: Erasure, id: Id, what: String, text: String) -> Self {
        Self { erasure, id, what, text, because: String::new(), page: String::new(), back: false }
    }
}

/// Everything in the trash that is no line and says something.
pub(super) fn every(connection: &Connection, texts: &Texts) -> Result<Vec<Other>, Error> {
    let mut found = people(connection, texts)?;
    found.extend(pictures(connection, texts)?);
    found.extend(headings(connection, texts)?);
    found.extend(shared(connection, texts)?);
    for row in help_line::in_trash(connection)? {
        let text = together([&row.name, &row.number]);
        found.push(Other::new(Erasure::HelpLine, row.id, texts.trash_help_line(), text));
    }
    found.retain(|other| !other.text.is_empty() || other.erasure == Erasure::Picture);
    Ok(found)
}

fn people(connection: &Connection, texts: &Texts) -> Result<Vec<Other>, Error> {
    let thrown = crate::store::person::in_trash(connection)?.into_iter();
    let told = thrown.map(|row| {
        let PersonFields { name, relation, phone, why, .. } = row.fields;
        let other = Other::new(Erasure::Person, row.id, texts.trash_person(), together([&name, &relation, &phone]));
        Other { because: why, page: person::page(), back: true, ..other }
    });
    Ok(told.collect())
}

/// Only those that were taken off a line: one on a line in the trash goes with it.
fn pictures(connection: &Connection, texts: &Texts) -> Result<Vec<Other>, Error> {
    let mut found = Vec::new();
    for row in picture::in_trash(connection)? {
        let sound = crate::exchange::picture::is_sound(&row.kind);
        let what = if sound { texts.trash_sound() } else { texts.trash_picture() };
        let line = entry::get(connection, &row.entry)?;
        let back = line.as_ref().is_some_and(|line| line.state == State::Plan);
        let page = line.as_ref().and_then(|line| outline::spot(connection, &line.section).ok()).map(|spot| spot.page);
        let other = Other::new(Erasure::Picture, row.id, what, row.alt);
        let because = line.map(|line| line.text).unwrap_or_default();
        found.push(Other { because, page: page.unwrap_or_default(), back, ..other });
    }
    Ok(found)
}

fn headings(connection: &Connection, texts: &Texts) -> Result<Vec<Other>, Error> {
    let sections = section::every(connection)?.into_iter().filter(|row| row.own && row.state == State::Trash);
    let sections = sections.map(|row| Other::new(Erasure::Heading, row.id, texts.trash_heading(), row.title));
    let chapters = chapter::every(connection)?.into_iter().filter(|row| row.own && row.state == State::Trash);
    let chapters = chapters.map(|row| Other::new(Erasure::Chapter, row.id, texts.trash_chapter(), row.title));
    Ok(sections.chain(chapters).collect())
}

fn shared(connection: &Connection, texts: &Texts) -> Result<Vec<Other>, Error> {
    let readers = preset::every(connection)?.into_iter().filter(|row| row.state == State::Trash);
    let readers = readers.map(|row| Other::new(Erasure::Reader, row.id, texts.trash_reader(), row.title));
    let copies = share::in_trash(connection)?.into_iter();
    let copies =
        copies.map(|row| Other::new(Erasure::Copy, row.id, texts.trash_copy(), together([&row.title, &row.whom])));
    Ok(readers.chain(copies).collect())
}

fn together<const N: usize>(said: [&String; N]) -> String {
    said.into_iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}
