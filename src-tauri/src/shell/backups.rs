//! Backups while the book is in use: made beside the typing, which waits only where one begins and ends.
//! Not here: what a backup is and when one is due (`core::backup`), and what the screen says of it.

use super::{OpenBook, Shell};
use holdepunkt_core::backup::{self, Backup, Moment};
use holdepunkt_core::error::Error;
use std::sync::Weak;
use std::time::Duration;

/// A quarter of a megabyte at a time, and room for a keystroke between.
const PAGES: u64 = 64;
const PAUSE: Duration = Duration::from_millis(2);
const EVERY: Duration = Duration::from_secs(60);

impl Shell {
    /// Makes a backup of the person's own book if one is due; takes seconds with a large book, so call it on a thread of its own.
    ///
    /// # Errors
    /// What core says. What is written is safe without it, and the older backups stay.
    pub fn back_up_if_due(&self, moment: Moment) -> Result<bool, Error> {
        let Some(mut making) = self.begin_backup(moment)? else { return Ok(false) };
        while !making.step(PAGES)?.is_done() {
            std::thread::sleep(PAUSE);
        }
        let made = making.finish()?;
        if let Some(OpenBook { book, hold, .. }) = self.state().own.as_mut() {
            backup::settle(book, hold, made)?;
        }
        Ok(true)
    }

    fn begin_backup(&self, moment: Moment) -> Result<Option<Backup>, Error> {
        let mut state = self.state();
        let Some(OpenBook { book, hold, .. }) = state.own.as_mut() else { return Ok(None) };
        if backup::is_due(book, hold, moment)? { Backup::begin(book, hold).map(Some) } else { Ok(None) }
    }
}

/// Asks every minute, as long as there is a shell.
pub fn keep_backing_up(shell: &Weak<Shell>) {
    while let Some(shell) = shell.upgrade() {
        // One that could not be made is tried again in a minute.
        let _ = shell.back_up_if_due(Moment::Open);
        drop(shell);
        std::thread::sleep(EVERY);
    }
}
