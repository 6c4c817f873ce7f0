//! The whole book made like another one: going back to a backup, as one recorded step.
//! Not here: settings, which are about the book itself, and the record, which only grows.

use super::{Book, keep};
use crate::error::Error;
use crate::history::{Draft, record};
use crate::store::{DOMAIN, Transaction, table};
use crate::view::Changed;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;

impl Book {
    pub(crate) fn become_like(&mut self, then: &Connection, texts: &Texts) -> Result<Changed, Error> {
        self.writable()?;
        let transaction = Transaction::begin(&self.connection)?;
        // Rows refer to each other; only the whole must fit.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON;")?;
        let ((), changeset) = record::recorded(&self.connection, || {
            DOMAIN
                .iter()
                .filter(|name| **name != "setting")
                .try_for_each(|name| table::copy(&self.connection, then, name))
        })?;
        if changeset.is_empty() {
            return Ok(self.answer(texts, Vec::new(), Vec::new(), String::new()));
        }
        let draft = Draft { what: "restore-book".to_string(), ..Draft::default() };
        let top = self.history.append(&self.connection, &self.world, &draft, &changeset)?;
        let done = keep::commit(transaction, self.beside.as_mut(), &self.world, &top.head, &changeset);
        self.committed(done, top)?;
        Ok(self.answer(texts, vec!["*".to_string()], Vec::new(), String::new()))
    }
}
