//! What goes along with every change besides the book's file: the journal before the commit, the reserve when the disk is full, and
//! standing still while a copy is made. Not here: what a backup is (`backup`), what opening does with the journal (`opening`).

use super::Book;
use crate::backup::Reserve;
use crate::error::Error;
use crate::folder::Folder;
use crate::history::Top;
use crate::journal::{Journal, Mark, Record};
use crate::keys::KeyBytes;
use crate::store::{Transaction, setting};
use crate::world::World;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// True as long as the book's file has not been written since the copy began.
pub(crate) type Still = Arc<AtomicBool>;

/// The files beside the book's own.
#[derive(Debug)]
pub(crate) struct Beside {
    pub(crate) folder: Folder,
    pub(crate) journal: Journal,
    pub(crate) reserve: Reserve,
}

/// Journal first, then the book: what is on the disk in neither was never said to be saved.
pub(super) fn commit(
    transaction: Transaction<'_>,
    beside: Option<&mut Beside>,
    world: &World,
    written: &[Record],
) -> Result<(), Error> {
    let Some(beside) = beside else { return transaction.commit() };
    beside.journal.append(written, world)?;
    let done = transaction.commit();
    if done.is_err() {
        beside.journal.take_back();
    }
    done
}

impl Book {
    pub(crate) fn keep_beside(&mut self, beside: Beside) {
        self.beside = Some(beside);
    }

    pub(super) fn committed(&mut self, done: Result<(), Error>, top: Top) -> Result<(), Error> {
        let journal = self.beside.as_ref().is_some_and(|beside| beside.journal.is_broken());
        self.broken |= journal || matches!(done, Err(Error::Io(_)));
        done?;
        self.history.advance(top);
        Ok(())
    }

    /// Writing failed in a way after which nothing more is written until the book has been opened again. What was said to be
    /// saved is saved.
    #[must_use]
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Gives the reserve back to the full disk. False when it was given already.
    pub(super) fn release_reserve(&mut self) -> bool {
        self.beside.as_mut().is_some_and(|beside| beside.reserve.release())
    }

    /// The disk was full and the reserve is in use: time to say so.
    #[must_use]
    pub fn is_on_reserve(&self) -> bool {
        self.beside.as_ref().is_some_and(|beside| beside.reserve.is_released())
    }

    /// Makes the reserve again, when there is room. True when all is as it should be.
    pub fn renew_reserve(&mut self) -> bool {
        if let Some(beside) = self.beside.as_mut() {
            beside.reserve.make();
        }
        !self.is_on_reserve()
    }

    /// The book was seen to be damaged: the next opening reads every page, and goes to the backups if it must.
    pub fn distrust(&self) {
        if let Some(beside) = &self.beside {
            let _ = crate::folder::write_whole(&beside.folder.suspect(), b"");
        }
    }

    /// Bytes written since the last verified backup; 0 without a journal.
    #[must_use]
    pub fn journal_length(&self) -> u64 {
        self.beside.as_ref().map_or(0, |beside| beside.journal.length())
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark::of(&self.history.top().head)
    }

    pub(crate) fn digest_key(&self) -> &[u8; 32] {
        self.history.key()
    }

    /// Words were erased for good or the key was changed, and the copies from before are still there.
    pub(crate) fn copies_must_go(&self) -> Result<bool, Error> {
        Ok(setting::get(&self.connection, setting::CLEAR_COPIES)?.is_some())
    }

    /// Puts everything into the one file and writes there no more until the copy is done; changes go on beside it.
    pub(crate) fn stand_still(&mut self) -> Result<Still, Error> {
        self.writable()?;
        self.connection.flush_prepared_statement_cache();
        let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy != 0 {
            return Err(Error::AlreadyOpen);
        }
        self.connection.execute_batch("PRAGMA wal_autocheckpoint = 0;")?;
        let still = Still::new(AtomicBool::new(true));
        self.still = Some(Arc::clone(&still));
        Ok(still)
    }

    /// The copy was dropped, whole or not: the file may be written again.
    pub(super) fn thaw_if_copied(&mut self) -> Result<(), Error> {
        if self.still.as_ref().is_some_and(|still| Arc::strong_count(still) == 1) {
            self.still = None;
            self.connection.execute_batch("PRAGMA wal_autocheckpoint = 1000;")?;
        }
        Ok(())
    }

    /// A copy is being made.
    pub(crate) fn is_still(&self) -> bool {
        self.still.as_ref().is_some_and(|still| Arc::strong_count(still) > 1)
    }

    /// The file is about to be written: a copy that is under way is worth nothing.
    pub(super) fn stop_copy(&self) {
        if let Some(still) = &self.still {
            still.store(false, Ordering::SeqCst);
        }
    }

    /// A verified backup holds everything up to `mark`: the journal begins there.
    pub(crate) fn begin_journal(&mut self, key: KeyBytes, mark: &Mark) -> Result<(), Error> {
        let world = self.world.clone();
        let Some(beside) = self.beside.as_mut() else { return Ok(()) };
        let tail = beside.journal.since(mark)?;
        beside.journal = Journal::begin(&beside.folder, key, mark, &tail, &world)?;
        beside.reserve.make();
        Ok(())
    }
}
