//! The page for a hard moment. It must come whatever else the app is busy with. Not here: what is on it (core).

use super::{Shell, State};
use holdepunkt_core::card::Card;
use holdepunkt_core::help;
use holdepunkt_core::preferences::Preferences;
use holdepunkt_core::view::HelpView;
use std::sync::TryLockError;
use std::time::{Duration, Instant};

/// How long the page waits for the book. A copy of a large one, a key or a check of every page takes longer.
const PATIENCE: Duration = Duration::from_millis(250);
const AGAIN: Duration = Duration::from_millis(10);

impl Shell {
    /// Also when locked: then the help lines and what the citizen chose to be seen. While the book is busy with something long it
    /// is as when it is locked.
    pub fn help(&self) -> HelpView {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.state.try_lock() {
                Ok(state) => return self.help_from(&state),
                Err(TryLockError::Poisoned(state)) => return self.help_from(&state.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() < until => std::thread::sleep(AGAIN),
                Err(TryLockError::WouldBlock) => return self.help_from_the_card(),
            }
        }
    }

    fn help_from(&self, state: &State) -> HelpView {
        let texts = Self::texts_in(state.preferences.language);
        let alone = state.guest.is_none();
        let book = state.sample.as_ref().or(state.own.as_ref()).filter(|_| alone).map(|open| &open.book);
        let mut view = help::view(book, &state.preferences.region, texts, &self.world);
        if book.is_none() && alone {
            state.card.clone().show_on(&mut view, texts, &self.world);
        }
        view
    }

    /// From what lies on the disk for anybody to see.
    fn help_from_the_card(&self) -> HelpView {
        let preferences = Preferences::read(&self.folder);
        let texts = Self::texts_in(preferences.language);
        let mut view = help::view(None, &preferences.region, texts, &self.world);
        Card::read(&self.folder).show_on(&mut view, texts, &self.world);
        view
    }
}
