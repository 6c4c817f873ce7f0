//! A hand-over opened by a co-writer: a book of its own, in which a visit goes on and the pen is theirs. So everything they write is a proposal by
//! the very rules that hold on one screen. Not here: where that book lies and that it goes away again (the shell).

use super::answer::{self, Answer};
use super::bundle::{Bundle, Head, Piece};
use super::draft::Draft;
use super::lock;
use crate::book::{Book, text};
use crate::change::Change;
use crate::error::Error;
use crate::exchange::FileFault;
use crate::place;
use crate::store::author::{self, ME};
use crate::store::chapter::{self, Chapter};
use crate::store::entry::{self, Entry};
use crate::store::link::{self, Link};
use crate::store::person::{self, Person};
use crate::store::section::{self, Section};
use crate::store::{Marks, State, Transaction, proposal, setting};
use crate::visit::start::role_word;
use crate::visit::{Guest, Role, VisitChange};
use crate::when;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// What is shown of a hand-over before it is begun, and in its banner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuestBookView {
    /// What the citizen is called; may be empty.
    pub owner: String,
    /// The co-writer; an empty name is theirs to say.
    pub name: String,
    pub role: Role,
    pub role_word: String,
    pub agenda: String,
    /// Date and time in words.
    pub made: String,
    /// How many chapters were opened.
    pub chapters: u32,
    /// Proposals written so far.
    pub written: u32,
    pub resumed: Resumed,
}

/// Whether something stood here already, from before the program was cut short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Resumed {
    #[default]
    Nothing,
    All,
    /// It was there, and could not be read.
    Damaged,
}

/// What the book of a guest knows of the hand-over it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Told {
    head: Head,
    /// The co-writer's name as it is written on what they propose.
    name: String,
    resumed: Resumed,
}

impl Told {
    fn write(&self, connection: &Connection) -> Result<(), Error> {
        let told = serde_json::to_string(self).map_err(|_| FileFault::Broken("a record"))?;
        setting::set(connection, setting::GUEST, &told)
    }
}

impl Bundle {
    /// What is shown of it.
    #[must_use]
    pub fn view(&self, texts: &Texts) -> GuestBookView {
        view(&self.head, &self.head.name, 0, Resumed::Nothing, texts)
    }
}

fn view(head: &Head, name: &str, written: u32, resumed: Resumed, texts: &Texts) -> GuestBookView {
    GuestBookView {
        owner: head.owner.clone(),
        name: name.to_string(),
        role: head.role,
        role_word: role_word(texts, head.role),
        agenda: head.agenda.clone(),
        made: when::date_and_clock(when::stored(head.made, head.made_offset), texts.language()),
        chapters: u32::try_from(head.chapters.len()).unwrap_or(u32::MAX),
        written,
        resumed,
    }
}

/// Makes an empty book into the one of this hand-over, with the pen in the co-writer's hand. `name` counts only where the citizen gave none.
///
/// # Errors
/// [`FileFault::Broken`] when it does not fit together; what the database says.
pub fn fill(book: &mut Book, bundle: &Bundle, name: &str, texts: &Texts) -> Result<(), Error> {
    let head = &bundle.head;
    let name = if head.name.is_empty() { text::clean_title(name)? } else { head.name.clone() };
    let transaction = Transaction::begin(book.connection())?;
    put(book.connection(), bundle).map_err(misfit)?;
    Told { head: head.clone(), name: name.clone(), resumed: Resumed::Nothing }.write(book.connection())?;
    transaction.commit()?;
    let person = book.world().id()?;
    let guest = Guest { id: person.clone(), author: head.author.clone(), name, role: head.role };
    let visit = VisitChange::Start {
        id: head.id.clone(),
        guests: vec![guest],
        chapters: head.chapters.clone(),
        agenda: head.agenda.clone(),
    };
    book.change(Change::Visit { visit }, texts)?;
    book.hold_pen(&person)?;
    book.end_undo_here();
    Ok(())
}

/// The database refuses what two rows of a file say of each other: that is the file's fault.
fn misfit(error: Error) -> Error {
    match error {
        Error::Database(_) => FileFault::Broken("what belongs together").into(),
        error => error,
    }
}

fn put(connection: &Connection, bundle: &Bundle) -> Result<(), Error> {
    author::rename(connection, ME, &bundle.head.owner)?;
    let mut chapters_of: HashMap<&str, &str> = HashMap::new();
    let mut order = 0;
    for piece in &bundle.pieces {
        if let Piece::Section { id, page, .. } = piece {
            chapters_of.insert(id, crate::book::outline::chapter_of(page));
        }
        order += 1;
        put_piece(connection, piece, &chapters_of, &place::nth(order))?;
    }
    Ok(())
}

fn put_piece(connection: &Connection, piece: &Piece, chapters: &HashMap<&str, &str>, at: &str) -> Result<(), Error> {
    let state = State::Plan;
    match piece.clone() {
        Piece::Chapter { id, title, place, own } => {
            chapter::put(connection, &Chapter { id, title, place, hidden: false, own, state })
        }
        Piece::Section { id, page, kind, title, place, hidden, own } => {
            section::put(connection, &Section { id, page, kind, title, place, hidden, own, state })
        }
        Piece::Author { id, name } => author::keep(connection, &id, &name),
        Piece::Line { id, section, prompt, text, because, author, perspective, choice, marks } => {
            let chapter = chapters.get(section.as_str()).ok_or(FileFault::Broken("a line"))?;
            let (chapter, marks, place) = ((*chapter).to_string(), Marks(marks), at.to_string());
            let line =
                Entry { id, chapter, section, prompt, text, because, place, author, perspective, choice, marks, state };
            entry::insert(connection, &line)
        }
        Piece::Link { id, from, to_kind, to } => {
            let link = Link { id, from_entry: from, to_kind, to_id: to, place: at.to_string() };
            link::insert(connection, &link)
        }
        Piece::Person { id, fields } => person::put(connection, &Person { id, fields, place: at.to_string(), state }),
    }
}

impl Book {
    fn told(&self) -> Result<Option<Told>, Error> {
        let told = setting::get(self.connection(), setting::GUEST)?;
        told.map(|told| serde_json::from_str(&told).map_err(|_| Error::Damaged("the hand-over"))).transpose()
    }

    /// The hand-over this book is, for its banner; none in any other book.
    ///
    /// # Errors
    /// What the database says.
    pub fn guest_view(&self, texts: &Texts) -> Result<Option<GuestBookView>, Error> {
        let Some(Told { head, name, resumed }) = self.told()? else { return Ok(None) };
        Ok(Some(view(&head, &name, proposal::waiting(self.connection())?, resumed, texts)))
    }

    /// The answer to the hand-over this book is: every proposal that stands in it, locked to the book it came from.
    ///
    /// # Errors
    /// [`Error::NotHere`] in a book that is none; [`FileFault::TooBig`] when it is more than is read again.
    pub fn hand_back(&self) -> Result<Vec<u8>, Error> {
        let Told { head, .. } = self.told()?.ok_or(Error::NotHere("an answer"))?;
        lock::seal(&self.as_answer()?.write()?, &head.recipient, self.world())
    }

    /// Puts back what was written on this hand-over before the program was cut short. What cannot be read is told and costs nothing else.
    ///
    /// # Errors
    /// What the database says; [`Error::NotHere`] in a book that is none.
    pub fn take_up(&mut self, draft: &Draft) -> Result<Resumed, Error> {
        let resumed = match draft.take_up(self) {
            Ok(0) => Resumed::Nothing,
            Ok(_) => Resumed::All,
            Err(Error::File(_) | Error::Hand(_) | Error::Io(_)) => Resumed::Damaged,
            Err(error) => return Err(error),
        };
        let told = self.told()?.ok_or(Error::NotHere("a draft"))?;
        Told { resumed, ..told }.write(self.connection())?;
        Ok(resumed)
    }

    /// The same as data, outside the lock.
    pub(crate) fn as_answer(&self) -> Result<Answer, Error> {
        let Told { head, name, .. } = self.told()?.ok_or(Error::NotHere("an answer"))?;
        let now = self.world().now();
        let proposals = proposal::open(self.connection())?.into_iter().map(|kept| kept.proposal).collect();
        let head = answer::head(&head, &name, now.timestamp_millis(), now.offset().local_minus_utc());
        Ok(Answer { head, proposals })
    }
}
