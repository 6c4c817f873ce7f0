//! The visit that goes on just now: what is open in it, and who holds the pen. Every view of the book is asked here what may be seen, and the
//! one door asks whose words come in. Not here: what a co-writer's words become (`propose`).

use crate::book::{Book, outline};
use crate::change::{Id, Mark};
use crate::error::Error;
use crate::history::changeset;
use crate::store::entry::Entry;
use crate::store::revision::{Act, Revision};
use crate::store::{Transaction, setting, visit};
use crate::visit::Role;
use crate::visit::end::END;
use crate::visit::start::START;
use rusqlite::Connection;
use std::collections::HashSet;

/// The co-writer who is writing now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Their row in the visit.
    pub person: Id,
    pub author: Id,
    pub name: String,
    pub role: Role,
}

/// A visit that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    pub id: Id,
    /// Undo ends at this revision: what was done before the visit is not the guest's to see or take back.
    pub floor: i64,
    /// None: the citizen writes.
    pub pen: Option<Holder>,
    /// The chapters that are open.
    pub open: HashSet<String>,
    /// Who is there, by author.
    pub authors: HashSet<Id>,
}

impl Running {
    /// What goes on according to the book; one that cannot be read right opens nothing.
    ///
    /// # Errors
    /// What the database says.
    pub fn read(connection: &Connection) -> Result<Option<Self>, Error> {
        let Some(told) = setting::get(connection, setting::VISIT_NOW)? else { return Ok(None) };
        let mut words = told.split(' ');
        let mut word = || words.next().unwrap_or_default().to_string();
        let (id, floor, pen) = (word(), word(), word());
        // That it goes on stands beside the record: after a damage the record may know that it ended, or was erased.
        let goes_on = visit::get(connection, &id)?.is_some_and(|visit| visit.ended == 0);
        if !goes_on && setting::get(connection, setting::GUEST)?.is_none() {
            return Ok(None);
        }
        let people = visit::people(connection, &id)?;
        let pen = people.iter().find(|person| person.id == pen).map(|person| Holder {
            person: person.id.clone(),
            author: person.author.clone(),
            name: person.name.clone(),
            role: person.role,
        });
        let chapters = visit::chapters(connection, &id)?;
        let open = chapters.into_iter().filter(|(_, open)| *open).map(|(chapter, _)| chapter).collect();
        let authors = people.into_iter().map(|person| person.author).collect();
        Ok(Some(Self { id, floor: floor.parse().unwrap_or(i64::MAX), pen, open, authors }))
    }

    /// Brings it up to a step that was done again from the journal, which does not hold what stands beside the record. The citizen has the pen;
    /// a visit that was paused since goes on, and so is shut.
    ///
    /// # Errors
    /// What the database says.
    pub fn follow(connection: &Connection, revision: &Revision, changeset: &[u8]) -> Result<(), Error> {
        match (revision.act, revision.what.as_str()) {
            (Act::Do, START) => {
                let rows = changeset::rows(changeset)?;
                let begun = rows.iter().find(|row| row.table == "visit").and_then(|row| row.key(0));
                begun.map_or(Ok(()), |id| Self::keep(connection, id, revision.seq, ""))
            }
            (Act::Do, END) => setting::clear(connection, setting::VISIT_NOW),
            _ => Ok(()),
        }
    }

    /// Keeps beside the record that this visit goes on, inside the caller's transaction.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep(connection: &Connection, id: &str, floor: i64, pen: &str) -> Result<(), Error> {
        setting::set(connection, setting::VISIT_NOW, &format!("{id} {floor} {pen}"))
    }
}

impl Book {
    /// True while a visit goes on in which this chapter is not open.
    #[must_use]
    pub fn is_shut(&self, chapter: &str) -> bool {
        self.visit.as_ref().is_some_and(|running| !running.open.contains(chapter))
    }

    /// The same of the chapter a page belongs to.
    #[must_use]
    pub fn is_page_shut(&self, page: &str) -> bool {
        self.is_shut(outline::chapter_of(page))
    }

    /// A line that must not leave the core while a visit goes on: *kun mig*, or in a chapter that is shut.
    #[must_use]
    pub fn is_unseen(&self, line: &Entry) -> bool {
        self.visit.is_some() && (line.marks.0.contains(&Mark::Private) || self.is_shut(&line.chapter))
    }

    /// Told by what is not shown to guests at all: history, the trash, prints of the whole book.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`] while a visit goes on.
    pub fn only_when_alone(&self) -> Result<(), Error> {
        if self.visit.is_some() { Err(Error::VisitGoesOn) } else { Ok(()) }
    }

    /// The visit that goes on just now.
    #[must_use]
    pub fn visit_now(&self) -> Option<&Running> {
        self.visit.as_ref()
    }

    /// The whole book for something that no guest gets to see, such as the lines for the lock screen.
    pub fn as_owner<T>(&mut self, job: impl FnOnce(&Self) -> T) -> T {
        let visit = self.visit.take();
        let done = job(self);
        self.visit = visit;
        done
    }

    /// Hands the pen to somebody who is there, or back to the citizen (an empty id). No step: it can be handed on whatever was done.
    ///
    /// # Errors
    /// [`Error::NotFound`] when no visit goes on or nobody of that id is there; what the database says.
    pub fn hold_pen(&mut self, person: &str) -> Result<(), Error> {
        let (id, floor) = self.visit.as_ref().map(|now| (now.id.clone(), now.floor)).ok_or(Error::NotFound("visit"))?;
        let people = visit::people(self.connection(), &id)?;
        if !person.is_empty() && people.iter().all(|known| known.id != person) {
            return Err(Error::NotFound("person"));
        }
        // On a co-writer's own machine nobody else is there.
        if person.is_empty() && setting::get(self.connection(), setting::GUEST)?.is_some() {
            return Err(Error::NotYourPen);
        }
        self.beside_the_record(|connection| Running::keep(connection, &id, floor, person))
    }

    /// Everything is open again, and nobody writes along; the visit can go on later. Only the citizen's act: where the book has a lock the
    /// shell asks for it first.
    ///
    /// # Errors
    /// [`Error::NotYourPen`] while somebody else holds the pen; [`Error::NotFound`] when none goes on.
    pub fn pause_visit(&mut self) -> Result<(), Error> {
        let now = self.visit.as_ref().ok_or(Error::NotFound("visit"))?;
        if now.pen.is_some() {
            return Err(Error::NotYourPen);
        }
        self.beside_the_record(|connection| setting::clear(connection, setting::VISIT_NOW))
    }

    /// Goes on with a visit that was paused or cut short, with what was open in it and the citizen's pen.
    ///
    /// # Errors
    /// [`Error::NotHere`] when one goes on already; [`Error::NotFound`] when it is ended or not there.
    pub fn resume_visit(&mut self, id: &str) -> Result<(), Error> {
        if self.visit.is_some() {
            return Err(Error::NotHere("a second visit"));
        }
        visit::get(self.connection(), id)?.filter(|visit| visit.ended == 0).ok_or(Error::NotFound("visit"))?;
        let floor = i64::from(self.revision());
        self.beside_the_record(|connection| Running::keep(connection, id, floor, ""))
    }

    /// Writes what is no step and so no revision; durable all the same.
    pub(crate) fn beside_the_record(
        &mut self,
        job: impl FnOnce(&Connection) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.writable()?;
        let transaction = Transaction::begin(self.connection())?;
        job(self.connection())?;
        transaction.commit()?;
        self.visit_changed()
    }

    /// Reads anew what goes on. What cannot be read leaves everything shut.
    pub(crate) fn visit_changed(&mut self) -> Result<(), Error> {
        let read = Running::read(self.connection());
        let running = match &read {
            Ok(running) => running.clone(),
            Err(_) => Some(Running {
                id: String::new(),
                floor: i64::MAX,
                pen: None,
                open: HashSet::new(),
                authors: HashSet::new(),
            }),
        };
        self.take_visit(running);
        self.history_follows_visit()?;
        read.map(drop)
    }
}
