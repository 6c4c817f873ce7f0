//! One recorded step that is more than one change: the whole book made like another one (going back to a backup), and what comes in
//! from a file. Not here: settings, which are about the book itself, and the record, which only grows.

use super::stays::Stays;
use super::{Book, keep};
use crate::error::Error;
use crate::going::{Going, Stage};
use crate::history::{Draft, record};
use crate::store::{DOMAIN, Transaction, setting, table};
use crate::view::Changed;
use crate::world::World;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;

impl Book {
    /// The book as it was in `then`, but for what has left it since (`stays`).
    pub(crate) fn become_like(&mut self, then: &Connection, texts: &Texts) -> Result<Changed, Error> {
        let draft = Draft { what: "restore-book".to_string(), ..Draft::default() };
        self.as_one_step(&draft, texts, |here, _| {
            let stays = Stays::read(here, then)?;
            for name in DOMAIN.iter().filter(|name| **name != "setting") {
                table::copy(here, then, name, Stays::comes_back(name), |id| stays.holds(name, id))?;
            }
            stays.ask_again(here)
        })
    }

    /// Sets a fact about the book that is no step and that no undo takes away, with a revision of its own: the journal has it before it is said.
    pub(crate) fn set_fact(&mut self, what: &str, name: &str, value: &str) -> Result<(), Error> {
        self.beside_undo(what, |connection, _| setting::set(connection, name, value))
    }

    /// What is no step: it is done outside the book too, where no undo reaches. All that `work` does, or nothing of it, with a revision of its own;
    /// what undo and redo take back stays as it was.
    pub(crate) fn beside_undo(
        &mut self,
        what: &str,
        work: impl FnOnce(&Connection, &World) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.writable()?;
        let transaction = Transaction::begin(&self.connection)?;
        let ((), changeset) = record::recorded(&self.connection, || work(&self.connection, &self.world))?;
        if changeset.is_empty() {
            return Ok(());
        }
        let written = self.history.append_aside(&self.connection, &self.world, what, changeset)?;
        let done = keep::commit(transaction, self.beside.as_mut(), &self.world, &written.parts);
        self.committed(done, written.top)
    }

    /// All that `work` does as one step, or nothing of it. Rows may refer to rows that come later; only the whole must fit.
    pub(crate) fn as_one_step(
        &mut self,
        draft: &Draft,
        texts: &Texts,
        work: impl FnOnce(&Connection, &World) -> Result<(), Error>,
    ) -> Result<Changed, Error> {
        self.as_one_long_step(draft, &Going::default(), texts, work)
    }

    /// The same, which can be stopped until it is written to the disk.
    pub(crate) fn as_one_long_step(
        &mut self,
        draft: &Draft,
        going: &Going,
        texts: &Texts,
        work: impl FnOnce(&Connection, &World) -> Result<(), Error>,
    ) -> Result<Changed, Error> {
        self.writable()?;
        // What comes in like this is never a proposal, so it is never a guest's to bring.
        if self.visit.as_ref().is_some_and(|now| now.pen.is_some()) {
            return Err(Error::NotYourPen);
        }
        let transaction = Transaction::begin(&self.connection)?;
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON;")?;
        let ((), changeset) = record::recorded(&self.connection, || {
            work(&self.connection, &self.world)?;
            Ok(going.at(Stage::Keeping, 0, 1)?)
        })?;
        if changeset.is_empty() {
            return Ok(self.answer(texts, Vec::new(), Vec::new(), String::new()));
        }
        let page = draft.page.clone();
        let written = self.history.append(&self.connection, &self.world, draft, changeset)?;
        going.keep()?;
        let done = keep::commit(transaction, self.beside.as_mut(), &self.world, &written.parts);
        self.committed(done, written.top)?;
        Ok(self.answer(texts, vec!["*".to_string()], Vec::new(), page))
    }
}
