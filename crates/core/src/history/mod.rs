//! The record: every change as a changeset in a chained revision, and which step undo and redo would take back.
//! Not here: what a change does (`book/`). Nothing is ever taken out of the record; undo adds to it.
//!
//! Undo is last in, first out, and survives a restart without reading the record: every revision holds the two heads as
//! they were after it, so the head below a step is what stood in the revision before that step.
//!
//! ```text
//!  seq    act   undo_head  redo_head
//!   1     do        1          0
//!   2     do        2          0
//!   3     undo      1          3       takes back 2; below 2 stands 1
//!   4     redo      4          0       takes back 3; below 3 stands 0
//! ```

pub mod chain;
pub mod changeset;
pub mod earlier;
pub mod erase;
pub mod past;
pub mod read;
pub mod record;
pub mod replay;
pub mod words;

use self::erase::Erasure;
use crate::change::Id;
use crate::error::Error;
use crate::journal::Record;
use crate::keys::KeyBytes;
use crate::store::Words as _;
use crate::store::author::ME;
use crate::store::revision::{self, Act, Revision};
use crate::world::World;
use rusqlite::Connection;

/// Saves of the same field within this many milliseconds of each other are one step.
const ONE_STEP: i64 = 30_000;

/// Bytes of a changeset in one revision: half of what the database holds in a row, so that the largest picture still fits in beside others.
const MOST: usize = 16 * 1024 * 1024;

/// What a step was, for the words on the undo button.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub what: String,
    pub page: String,
    /// Who took it: nobody takes back another's with a pen that is only lent.
    pub author: Id,
}

/// Whose pen writes, and in which visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    pub author: Id,
    /// Empty: in none.
    pub visit: Id,
}

impl Default for By {
    fn default() -> Self {
        Self { author: ME.to_string(), visit: Id::new() }
    }
}

/// The newest revision and what undo and redo would do; kept in memory so that a keystroke reads nothing.
pub struct History {
    key: KeyBytes,
    top: Top,
    /// Steps up to this revision are not offered for undo.
    floor: i64,
    /// The same while a visit goes on, for redo too.
    visit_floor: i64,
    by: By,
}

/// The newest revision, and the steps that undo and redo would take back.
#[derive(Clone, Debug, Default)]
pub struct Top {
    pub head: Revision,
    pub undo: Option<Done>,
    pub redo: Option<Done>,
}

/// What was written: where the record stands after it, and the revisions with their changesets, for the journal.
#[derive(Debug)]
pub struct Written {
    pub top: Top,
    pub parts: Vec<Record>,
}

/// A revision about to be written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub act: Act,
    pub what: String,
    pub page: String,
    pub entry: Id,
    pub field: String,
    /// The lines it touched, where that is known; otherwise the changeset is asked.
    pub touched: Option<Vec<Id>>,
}

impl History {
    /// Reads the head by its key; the length of the record does not matter.
    ///
    /// # Errors
    /// What the database says.
    pub fn open(connection: &Connection, key: KeyBytes) -> Result<Self, Error> {
        let head = revision::head(connection)?.unwrap_or_default();
        Ok(Self { key, top: top(connection, head)?, floor: 0, visit_floor: 0, by: By::default() })
    }

    /// Where the record stands. `head.seq` is 0 and `head.chain` empty in a new book.
    #[must_use]
    pub fn top(&self) -> &Top {
        &self.top
    }

    /// To be called when what led to `top` is on disk, never before.
    pub fn advance(&mut self, top: Top) {
        self.top = top;
    }

    /// What stands now is where undo ends, until the book is opened again.
    pub fn end_undo_here(&mut self) {
        self.floor = self.top.head.seq;
        self.top.undo = None;
    }

    /// Another pen, another visit, or none: what is offered for undo and redo is found anew. `floor` is 0 when no visit goes on.
    ///
    /// # Errors
    /// What the database says.
    pub fn written_by(&mut self, connection: &Connection, by: By, floor: i64) -> Result<(), Error> {
        self.by = by;
        self.visit_floor = floor;
        self.top = self.offered(top(connection, self.top.head.clone())?);
        Ok(())
    }

    /// The same without what lies below the floor or is another's to take back.
    fn offered(&self, mut top: Top) -> Top {
        let floor = self.floor.max(self.visit_floor);
        let mine = |done: &Done| self.by.author == ME || done.author == self.by.author;
        let (undo, redo) = (top.head.undo_head, top.head.redo_head);
        top.undo = top.undo.filter(|done| undo > floor && mine(done));
        top.redo = top.redo.filter(|done| redo > self.visit_floor && mine(done));
        top
    }

    pub(crate) fn key(&self) -> &[u8; 32] {
        &self.key
    }

    /// Writes the revision of a new change.
    ///
    /// # Errors
    /// What the database says.
    pub fn append(
        &self,
        connection: &Connection,
        world: &World,
        draft: &Draft,
        changeset: Vec<u8>,
    ) -> Result<Written, Error> {
        let before = &self.top.head;
        let goes_on = before.act == Act::Do
            && !draft.field.is_empty()
            && before.field == draft.field
            && before.author == self.by.author
            && before.visit == self.by.visit
            && (0..=ONE_STEP).contains(&(world.stamp() - before.at));
        let step = if goes_on { before.step } else { before.seq + 1 };
        let (head, parts) = self.write(connection, world, draft, changeset, (step, step, 0))?;
        let done = Done { what: draft.what.clone(), page: draft.page.clone(), author: self.by.author.clone() };
        let undo = if goes_on { self.top.undo.clone() } else { Some(done) };
        Ok(Written { top: Top { head, undo, redo: None }, parts })
    }

    /// Takes back the newest step not yet taken back.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`]; or what the database says, and nothing is changed.
    pub fn take_back(&self, connection: &Connection, world: &World) -> Result<Written, Error> {
        let step = self.top.head.undo_head;
        if self.top.undo.is_none() {
            return Err(Error::NothingToUndo);
        }
        let revisions = revision::of_step(connection, step)?;
        let Some((first, _)) = revisions.first() else { return Err(Error::NothingToUndo) };
        let ((), changeset) = record::recorded(connection, || self.invert(connection, &revisions))?;
        let draft = Draft { act: Act::Undo, field: String::new(), ..first.into() };
        let seq = self.top.head.seq + 1;
        let below = before(connection, step)?.undo_head;
        let (head, parts) = self.write(connection, world, &draft, changeset, (seq, below, seq))?;
        Ok(Written { top: self.offered(top(connection, head)?), parts })
    }

    /// Takes back the newest undo not yet taken back.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`]; or what the database says, and nothing is changed.
    pub fn do_again(&self, connection: &Connection, world: &World) -> Result<Written, Error> {
        let undone = self.top.head.redo_head;
        if self.top.redo.is_none() {
            return Err(Error::NothingToRedo);
        }
        let revisions = revision::of_step(connection, undone)?;
        let Some((first, _)) = revisions.first() else { return Err(Error::NothingToRedo) };
        let ((), changeset) = record::recorded(connection, || self.invert(connection, &revisions))?;
        let draft = Draft { act: Act::Redo, field: String::new(), ..first.into() };
        let seq = self.top.head.seq + 1;
        let below = before(connection, undone)?.redo_head;
        let (head, parts) = self.write(connection, world, &draft, changeset, (seq, seq, below))?;
        Ok(Written { top: self.offered(top(connection, head)?), parts })
    }

    /// Writes the revision of something erased for good: nothing before it can be undone or redone.
    ///
    /// # Errors
    /// What the database says.
    pub fn append_erased(
        &self,
        connection: &Connection,
        world: &World,
        erasure: Erasure,
        id: &str,
        page: &str,
    ) -> Result<Written, Error> {
        let seq = self.top.head.seq + 1;
        let draft = Draft {
            what: erasure.word().to_string(),
            page: page.to_string(),
            entry: id.to_string(),
            touched: Some(erasure.touched(id)),
            ..Draft::default()
        };
        let (head, parts) = self.write(connection, world, &draft, Vec::new(), (seq, 0, 0))?;
        Ok(Written { top: Top { head, undo: None, redo: None }, parts })
    }

    /// Writes the revision of something that is no step: what undo and redo would take back stays as it was.
    ///
    /// # Errors
    /// What the database says.
    pub fn append_aside(
        &self,
        connection: &Connection,
        world: &World,
        what: &str,
        changeset: Vec<u8>,
    ) -> Result<Written, Error> {
        let before = &self.top.head;
        let draft = Draft { what: what.to_string(), touched: Some(Vec::new()), ..Draft::default() };
        let heads = (before.seq + 1, before.undo_head, before.redo_head);
        let (head, parts) = self.write(connection, world, &draft, changeset, heads)?;
        Ok(Written { top: Top { head, ..self.top.clone() }, parts })
    }

    /// Puts back what the changesets of a step changed. Refuses a payload that was erased or does not match its digest.
    fn invert(&self, connection: &Connection, step: &[Record]) -> Result<(), Error> {
        for (revision, changeset) in step.iter().rev() {
            if revision.payload_digest != revision.digest {
                return Err(Error::NotHere("undo past something erased"));
            }
            if chain::digest(&self.key, changeset)[..] != revision.payload_digest[..] {
                return Err(Error::Damaged("history"));
            }
            record::apply_inverse(connection, changeset)?;
        }
        Ok(())
    }

    /// Writes what was done at once: one revision, or several that follow each other where it is more than one row of a table can hold.
    fn write(
        &self,
        connection: &Connection,
        world: &World,
        draft: &Draft,
        changeset: Vec<u8>,
        heads: (i64, i64, i64),
    ) -> Result<(Revision, Vec<Record>), Error> {
        let mut parts = changeset::parts(changeset, MOST)?;
        let last = parts.pop().unwrap_or_default();
        let goes_on = Draft { field: revision::GOES_ON.to_string(), touched: None, ..draft.clone() };
        let mut written: Vec<Record> = Vec::with_capacity(parts.len() + 1);
        for part in parts {
            let before = written.last().map_or(&self.top.head, |(before, _)| before);
            written.push((self.write_one(connection, world, before, &goes_on, &part, heads)?, part));
        }
        let before = written.last().map_or(&self.top.head, |(before, _)| before);
        let head = self.write_one(connection, world, before, draft, &last, heads)?;
        written.push((head.clone(), last));
        Ok((head, written))
    }

    fn write_one(
        &self,
        connection: &Connection,
        world: &World,
        before: &Revision,
        draft: &Draft,
        changeset: &[u8],
        (step, undo_head, redo_head): (i64, i64, i64),
    ) -> Result<Revision, Error> {
        let now = world.now();
        let digest = chain::digest(&self.key, changeset).to_vec();
        let mut revision = Revision {
            seq: before.seq + 1,
            id: world.id()?,
            at: now.timestamp_millis(),
            at_offset: now.offset().local_minus_utc(),
            author: self.by.author.clone(),
            visit: self.by.visit.clone(),
            act: draft.act,
            what: draft.what.clone(),
            page: draft.page.clone(),
            entry: draft.entry.clone(),
            field: draft.field.clone(),
            step,
            undo_head,
            redo_head,
            payload_digest: digest.clone(),
            digest,
            chain: Vec::new(),
        };
        revision.chain = chain::link(&self.key, &before.chain, &revision).to_vec();
        match &draft.touched {
            Some(touched) => revision::append(connection, &revision, changeset, touched)?,
            None => revision::append(connection, &revision, changeset, &changeset::entries(changeset)?)?,
        }
        Ok(revision)
    }
}

fn top(connection: &Connection, head: Revision) -> Result<Top, Error> {
    let done = |seq| -> Result<Option<Done>, Error> {
        let found = if seq == 0 { None } else { revision::get(connection, seq)? };
        Ok(found.map(|revision| Done { what: revision.what, page: revision.page, author: revision.author }))
    };
    Ok(Top { undo: done(head.undo_head)?, redo: done(head.redo_head)?, head })
}

/// The revision before this one; all zero before the first.
fn before(connection: &Connection, seq: i64) -> Result<Revision, Error> {
    if seq <= 1 {
        return Ok(Revision::default());
    }
    revision::get(connection, seq - 1)?.ok_or(Error::Damaged("history"))
}

impl From<&Revision> for Draft {
    fn from(revision: &Revision) -> Self {
        Self {
            act: revision.act,
            what: revision.what.clone(),
            page: revision.page.clone(),
            entry: revision.entry.clone(),
            field: revision.field.clone(),
            touched: None,
        }
    }
}
