//! The lock of the own book: made, opened, shut, and the words of the sheet until they are on paper.
//! Not here: key slots (`holdepunkt_core::keys`) and the computer's keyring (`ring`).

use super::{OpenBook, Shell, State, exchange, restoring};
use crate::contract::Status;
use holdepunkt_core::card::Card;
use holdepunkt_core::document::RecoverySheet;
use holdepunkt_core::error::Error;
use holdepunkt_core::keys::{NewLock, RecoveryWords, Secret};
use holdepunkt_core::{opening, printing};
use std::sync::PoisonError;

impl Shell {
    #[allow(clippy::needless_pass_by_value)] // it holds a secret that should end here
    pub fn create(&self, lock: NewLock) -> Result<Vec<String>, Error> {
        let (opened, words) = opening::create(&self.folder, &lock, (self.cost)(), &self.world)?;
        let open = OpenBook::new(opened, &self.world, None)?;
        let mut state = self.state();
        if words.is_some() {
            state.preferences.sheet_waits(self.world.now().date_naive());
        }
        state.preferences.write(&self.folder);
        state.card = Card::default();
        state.own = Some(open);
        let shown = words.as_ref().map(RecoveryWords::to_list).unwrap_or_default();
        state.words = words;
        Ok(shown)
    }

    pub fn unlock(&self, secret: &Secret) -> Result<Status, Error> {
        let _one_at_a_time = self.unlocking.lock().unwrap_or_else(PoisonError::into_inner);
        if self.state().own.is_some() {
            return Ok(Status::Open);
        }
        if self.state().problem.is_some() {
            return Ok(self.status());
        }
        let opened = opening::open(&self.folder, secret, &self.world);
        match opened.and_then(|opened| OpenBook::new(opened, &self.world, None)) {
            Ok(mut open) => {
                open.by_words = matches!(secret, Secret::Words(_));
                let in_hand = open.hold.settle_words_in_hand(secret);
                let mut state = self.state();
                if in_hand {
                    self.sheet_is_kept(&mut state);
                }
                state.own = Some(open);
                drop(state);
                self.renew_card();
                Ok(Status::Open)
            }
            // What is wrong with the words is said beside the words; the rest is a page of its own.
            Err(error) if error.is_about_the_secret() => Err(error),
            Err(error) => {
                self.state().problem = Some(error);
                Ok(self.status())
            }
        }
    }

    pub fn lock(&self) -> Result<Status, Error> {
        self.stop_all();
        self.press.close();
        let mut state = self.state();
        state.words = None;
        state.chosen = restoring::Chosen::default();
        state.waiting = exchange::Waiting::default();
        state.locks += 1;
        state.hand = None;
        if let Some(guest) = &mut state.guest {
            guest.rests = true;
        }
        // What was saved is on disk already: tidying that fails must not keep the plan on the screen.
        if let Some(open) = state.own.take() {
            let _ = open.close();
        }
        drop(state);
        // Once more: until now something could be ordered.
        self.press.close();
        Ok(self.status())
    }

    /// What is under way is asked to stop, without waiting for the book: a computer that goes to sleep gives us a few seconds.
    pub fn stop_all(&self) {
        self.stop();
        self.press.stop();
    }

    pub fn renew_words(&self) -> Result<Vec<String>, Error> {
        self.alone()?;
        let mut state = self.state();
        let open = state.own.as_mut().ok_or(Error::Locked)?;
        let words = open.hold.renew_words(&self.world)?;
        let shown = words.to_list();
        state.preferences.sheet_waits(self.world.now().date_naive());
        state.preferences.write(&self.folder);
        state.words = Some(words);
        Ok(shown)
    }

    /// The words are on paper: from now on they are the only ones, and they leave the memory. Words that were forgotten meanwhile, by
    /// locking, settle nothing: nobody can be sure of them.
    pub fn forget_words(&self) -> Result<(), Error> {
        let mut state = self.state();
        if state.words.is_none() {
            return Ok(());
        }
        state.own.as_mut().ok_or(Error::Locked)?.hold.settle_words()?;
        state.words = None;
        self.sheet_is_kept(&mut state);
        Ok(())
    }

    fn sheet_is_kept(&self, state: &mut State) {
        state.preferences.sheet_was_made(self.world.now().date_naive());
        state.preferences.write(&self.folder);
    }

    /// The sheet of the words that were just made.
    pub fn sheet(&self) -> Result<RecoverySheet, Error> {
        let state = self.state();
        let words = state.words.as_ref().ok_or(Error::NotFound("recovery words"))?.to_list();
        let texts = Self::texts_in(state.preferences.language);
        Ok(printing::recovery_sheet(&words, texts, &self.world))
    }
}
