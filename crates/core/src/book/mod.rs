//! The book: one door for every change, undo, and the views the screen and the prints are made from.
//! Not here: keys, files and opening (`opening/`), and SQL (`store/`).

mod aim;
mod apply;
mod chapter;
pub(crate) mod contents;
mod help_line;
mod keep;
pub(crate) mod line;
pub(crate) mod link;
mod order;
pub mod outline;
mod page;
mod paper;
pub mod paste;
pub(crate) mod person;
mod picture;
mod review;
pub mod salvage;
mod section;
mod share;
pub(crate) mod stays;
pub mod text;
mod thrown;
mod trash;
mod whole;

pub use self::aim::{AimLine, AimPlace, AimView, AimsView};
pub(crate) use self::keep::{Beside, Still};
use self::line::Field;
pub(crate) use self::person::{are_put_away as people_put_away, heading as people_heading, page as people_page};
pub use self::review::{DeadNumber, ReviewNumber, ReviewPage, ReviewView};
pub use self::trash::Thrown;
use crate::change::{Change, Id};
use crate::error::Error;
use crate::history::chain::{self, Verified};
use crate::history::erase::Erasure;
use crate::history::{By, Done, Draft, History, Written, read, record, words};
use crate::keys::KeyBytes;
use crate::store::revision::Act;
use crate::store::{self, Transaction, author, setting};
use crate::view::{Changed, HistoryItem, Step};
use crate::visit::pen::Running;
use crate::visit::waiting::Found;
use crate::visit::{self, VisitChange};
use crate::when;
use crate::world::World;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use std::cell::RefCell;

/// How this book was opened: told on screen, and a read-only book refuses changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    pub read_only: bool,
    /// The book has no lock: whoever has the computer can read it.
    pub unlocked_book: bool,
}

/// An open book.
pub struct Book {
    connection: Connection,
    world: World,
    history: History,
    situation: Situation,
    /// None where nothing is kept beside the file: the sample, tests.
    beside: Option<Beside>,
    /// A copy is being made of the file, which stands still meanwhile.
    still: Option<Still>,
    /// Writing failed in a way after which nobody knows what is on the disk.
    broken: bool,
    /// Somebody sits beside the citizen and looks on.
    pub(crate) visit: Option<Running>,
    /// What waits for an answer, as it was last found.
    pub(crate) found: RefCell<Option<Found>>,
}

/// Which way a step is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Back,
    Again,
}

/// What a change works with.
pub(crate) struct Work<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) world: &'a World,
}

/// What a change did, besides what the changeset holds.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) what: &'static str,
    pub(crate) page: String,
    pub(crate) entry: Id,
    pub(crate) field: String,
    pub(crate) stale: Vec<String>,
    pub(crate) created: Vec<Id>,
    /// The lines it touched, where that is known without asking the changeset.
    pub(crate) touched: Option<Vec<Id>>,
}

impl Outcome {
    pub(crate) fn on(what: &'static str, page: &str) -> Self {
        let (page, stale) = (page.to_string(), vec![page.to_string()]);
        Self { what, page, entry: String::new(), field: String::new(), stale, created: Vec::new(), touched: None }
    }

    pub(crate) fn everywhere(what: &'static str, page: &str) -> Self {
        Self { stale: vec!["*".to_string()], ..Self::on(what, page) }
    }
}

/// Ids come from outside and end up as keys.
pub(crate) fn uuid(id: &str) -> Result<(), Error> {
    let known = uuid::Uuid::try_parse(id).is_ok_and(|known| known.hyphenated().to_string() == id);
    if known { Ok(()) } else { Err(Error::NotHere("an id that is not a UUID")) }
}

impl Book {
    /// A book on a connection that is open, keyed and migrated. `digest_key` keys the chain of the record. Reads only
    /// the newest revision, so that the length of the record does not matter.
    ///
    /// # Errors
    /// What the database says.
    pub fn new(connection: Connection, digest_key: impl Into<KeyBytes>, world: World) -> Result<Self, Error> {
        connection.set_prepared_statement_cache_capacity(store::STATEMENTS);
        let history = History::open(&connection, digest_key.into())?;
        let situation = Situation::default();
        let (beside, still, visit, found) = (None, None, None, RefCell::new(None));
        let mut book = Self { connection, world, history, situation, beside, still, broken: false, visit, found };
        // A visit that was cut short goes on as it was: nothing that was shut is open after a crash.
        book.visit_changed()?;
        Ok(book)
    }

    /// Told by who opened it.
    pub fn set_situation(&mut self, situation: Situation) {
        self.situation = situation;
    }

    #[must_use]
    pub fn situation(&self) -> Situation {
        self.situation
    }

    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Number of the newest revision; 0 in a new book.
    #[must_use]
    pub fn revision(&self) -> u32 {
        u32::try_from(self.history.top().head.seq).unwrap_or(u32::MAX)
    }

    /// For what stands beside the book (backup, check, salvage). Changes go through [`Book::change`].
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The one door: all or nothing, recorded, and answered only when it is on disk. A change that changes nothing is
    /// answered without a revision.
    ///
    /// # Errors
    /// When the change cannot be done here, or could not be written. The book and undo are as before.
    #[allow(clippy::needless_pass_by_value)] // it is the caller's last word; only a full disk needs it twice
    pub fn change(&mut self, change: Change, texts: &Texts) -> Result<Changed, Error> {
        let lends = matches!(change, Change::Visit { .. });
        let done = match self.carry_out(&change, texts) {
            // The last words fit into the room that was kept for them.
            Err(Error::DiskFull) if self.release_reserve() => self.carry_out(&change, texts),
            done => done,
        };
        if done.is_ok() && (lends || self.visit.is_some() && matches!(change, Change::AddChapter { .. })) {
            self.visit_changed()?;
            // What may be undone now is another thing before and after a visit.
            return done.map(|changed| self.as_offered(texts, changed));
        }
        done
    }

    fn carry_out(&mut self, change: &Change, texts: &Texts) -> Result<Changed, Error> {
        self.writable()?;
        let work = Work { connection: &self.connection, world: &self.world };
        let transaction = Transaction::begin(&self.connection)?;
        let guest = self.visit.as_ref().filter(|now| now.pen.is_some());
        let (outcome, changeset) = match (change, guest) {
            // Whatever somebody else's pen would change becomes a proposal. There is no other way in.
            (change, Some(now)) => record::recorded(&self.connection, || visit::propose::by_guest(&work, now, change))?,
            (Change::WriteLine { id, text }, None) => line::keystroke(&work, id, Field::Text, text)?,
            (Change::WriteBecause { id, because }, None) => line::keystroke(&work, id, Field::Because, because)?,
            (Change::Visit { visit }, None) => {
                record::recorded(&self.connection, || apply::around_visit(&work, texts, visit))?
            }
            (change, None) => {
                record::recorded(&self.connection, || apply::apply(&work, self.visit.as_ref(), change.clone()))?
            }
        };
        if changeset.is_empty() {
            return Ok(self.answer(texts, Vec::new(), outcome.created, outcome.page));
        }
        let draft = Draft {
            act: Act::Do,
            what: outcome.what.to_string(),
            page: outcome.page.clone(),
            entry: outcome.entry,
            field: outcome.field,
            touched: outcome.touched,
        };
        let written = self.history.append(&self.connection, &self.world, &draft, changeset)?;
        // Together with the step, and no part of it.
        match change {
            Change::Visit { visit: VisitChange::Start { id, .. } } => {
                Running::keep(&self.connection, id, written.top.head.seq, "")?;
            }
            Change::Visit { visit: VisitChange::End { id } }
                if self.visit.as_ref().is_some_and(|now| now.id == *id) =>
            {
                setting::clear(&self.connection, setting::VISIT_NOW)?;
            }
            _ => {}
        }
        let done = keep::commit(transaction, self.beside.as_mut(), &self.world, &written.parts);
        self.committed(done, written.top)?;
        Ok(self.answer(texts, outcome.stale, outcome.created, outcome.page))
    }

    /// Takes back the newest step; a revision of its own.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`], or why it could not be done; then nothing is changed.
    pub fn undo(&mut self, texts: &Texts) -> Result<Changed, Error> {
        self.turn(texts, History::take_back)
    }

    /// Takes back the newest undo; a revision of its own.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`], or why it could not be done; then nothing is changed.
    pub fn redo(&mut self, texts: &Texts) -> Result<Changed, Error> {
        self.turn(texts, History::do_again)
    }

    /// Whether undo or redo would change what is open in a visit.
    #[must_use]
    pub fn turns_what_is_open(&self, turn: Turn) -> bool {
        let top = self.history.top();
        let step = if turn == Turn::Back { &top.undo } else { &top.redo };
        step.as_ref().is_some_and(|done| done.what == visit::start::OPEN)
    }

    fn turn(
        &mut self,
        texts: &Texts,
        turn: impl FnOnce(&History, &Connection, &World) -> Result<Written, Error>,
    ) -> Result<Changed, Error> {
        self.writable()?;
        let transaction = Transaction::begin(&self.connection)?;
        let written = turn(&self.history, &self.connection, &self.world)?;
        let page = written.top.head.page.clone();
        let done = keep::commit(transaction, self.beside.as_mut(), &self.world, &written.parts);
        self.committed(done, written.top)?;
        if self.visit.is_some() {
            self.visit_changed()?;
        }
        Ok(self.answer(texts, vec!["*".to_string()], Vec::new(), page))
    }

    /// Every step a line went through, newest first.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`]: opening a page opens what it says now, not all it ever said. What the database says.
    pub fn history_of_line(&self, id: &str, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
        self.only_when_alone()?;
        read::of_line(&self.connection, id, texts)
    }

    /// Every step on the pages of a chapter, newest first.
    ///
    /// # Errors
    /// As [`Book::history_of_line`].
    pub fn history_of_chapter(&self, chapter: &str, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
        self.only_when_alone()?;
        read::of_chapter(&self.connection, chapter, texts)
    }

    /// Recomputes the chain of the whole record. Takes time with a long one: not for the way to the first page.
    ///
    /// # Errors
    /// [`Error::Damaged`] when a revision is missing, changed or out of order.
    pub fn verify_chain(&self) -> Result<Verified, Error> {
        chain::verify(&self.connection, self.history.key())
    }

    /// What stands now is where undo ends, until the book is opened again: how a sample came about is not a step.
    pub fn end_undo_here(&mut self) {
        self.history.end_undo_here();
    }

    /// Marks the book as the sample book. Not a change: nobody made it.
    ///
    /// # Errors
    /// What the database says.
    pub fn mark_as_sample(&mut self) -> Result<(), Error> {
        setting::set(&self.connection, setting::SAMPLE, "1")
    }

    /// True for the sample book with its fictional person.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_sample(&self) -> Result<bool, Error> {
        Ok(setting::get(&self.connection, setting::SAMPLE)?.as_deref() == Some("1"))
    }

    /// Writes everything into the one file and closes it; used when the book is locked.
    ///
    /// # Errors
    /// What the database says. What was saved is safe either way.
    pub fn close(self) -> Result<(), Error> {
        self.stop_copy();
        self.connection.flush_prepared_statement_cache();
        if !self.situation.read_only {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        self.connection.close().map_err(|(_, error)| error.into())
    }

    pub(crate) fn writable(&mut self) -> Result<(), Error> {
        match (self.situation.read_only, self.broken) {
            (true, _) => Err(Error::ReadOnly),
            (_, true) => Err(Error::Io(std::io::ErrorKind::Other)),
            (false, false) => self.thaw_if_copied(),
        }
    }

    pub(crate) fn take_visit(&mut self, visit: Option<Running>) {
        self.visit = visit;
    }

    /// Whose pen it is from now on, and where undo ends.
    pub(crate) fn history_follows_visit(&mut self) -> Result<(), Error> {
        let (by, floor) = match &self.visit {
            Some(now) => {
                let author = now.pen.as_ref().map_or_else(|| author::ME.to_string(), |pen| pen.author.clone());
                (By { author, visit: now.id.clone() }, now.floor)
            }
            None => (By::default(), 0),
        };
        self.history.written_by(&self.connection, by, floor)
    }

    /// Erases for good with a revision that says so, and answers when it is on disk.
    pub(crate) fn erase(&mut self, erasure: Erasure, id: &str, page: String, texts: &Texts) -> Result<Changed, Error> {
        self.writable()?;
        let transaction = Transaction::begin(&self.connection)?;
        erasure.carry_out(&self.connection, self.history.key(), id)?;
        let written = self.history.append_erased(&self.connection, &self.world, erasure, id, &page)?;
        let done = keep::commit(transaction, self.beside.as_mut(), &self.world, &written.parts);
        self.committed(done, written.top)?;
        Ok(self.answer(texts, vec!["*".to_string()], Vec::new(), page))
    }

    fn as_offered(&self, texts: &Texts, changed: Changed) -> Changed {
        let top = self.history.top();
        let (undo, redo) = (Self::step(texts, top.undo.as_ref()), Self::step(texts, top.redo.as_ref()));
        Changed { undo, redo, ..changed }
    }

    fn step(texts: &Texts, done: Option<&Done>) -> Option<Step> {
        done.map(|done| Step { what: words::what(texts, &done.what), page: done.page.clone() })
    }

    fn answer(&self, texts: &Texts, stale: Vec<String>, created: Vec<Id>, page: String) -> Changed {
        let top = self.history.top();
        Changed {
            revision: self.revision(),
            saved_at: when::clock(self.world.now(), texts.language()),
            stale,
            created,
            undo: Self::step(texts, top.undo.as_ref()),
            redo: Self::step(texts, top.redo.as_ref()),
            page,
            on_reserve: self.is_on_reserve(),
        }
    }
}
