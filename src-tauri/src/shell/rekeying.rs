//! *Nogen kender måske min adgangssætning*: another key for the book and its copies, and a new sheet. Also how a book without a lock is given one.
//! Not here: how the book is written anew (`core::opening`), changing only the passphrase (`safety`).

use super::{OpenBook, Shell, State};
use crate::safety_view::Rekeyed;
use holdepunkt_core::error::Error;
use holdepunkt_core::going::Stage;
use holdepunkt_core::keys::{NewLock, RecoveryWords, Secret};
use holdepunkt_core::opening::{self, Step};
use secrecy::SecretString;
use std::sync::MutexGuard;

impl Shell {
    /// The book waits meanwhile: nothing may be written in it before it has its new key. The present passphrase or the words are asked for as
    /// when the passphrase is changed; a book without a lock has none.
    pub fn rekey(&self, present: Option<&Secret>, passphrase: &SecretString) -> Result<Rekeyed, Error> {
        self.alone()?;
        let mut state = self.state();
        let open = state.own.as_mut().ok_or(Error::Locked)?;
        match present {
            _ if open.hold.is_open_book() => {}
            Some(secret) => open.hold.asked_again(secret)?,
            None if open.by_words => {}
            None => return Err(Error::WrongPresent),
        }
        let in_keyring = open.hold.in_keyring();
        let words = self.write_anew(&mut state, passphrase);
        self.progress(Stage::Nothing, 0);
        let words = words?;
        drop(state);
        // What the computer's keyring kept opens nothing any more.
        if let Some(name) = in_keyring {
            let _ = self.keyring.forget(&name.text());
        }
        let copies_gone = self.clear_copies();
        self.renew_card();
        Ok(Rekeyed { words, copies_gone })
    }

    fn write_anew(&self, state: &mut MutexGuard<'_, State>, passphrase: &SecretString) -> Result<Vec<String>, Error> {
        let lock = NewLock::Passphrase(passphrase.clone());
        let cost = (self.cost)();
        let mut at = |step| {
            match step {
                Step::Begun => self.progress(Stage::Writing, 0),
                Step::Written => self.progress(Stage::Checking, 0),
                _ => {}
            }
            Ok(())
        };
        let OpenBook { book, hold, .. } = state.own.as_mut().ok_or(Error::Locked)?;
        let prepared = opening::prepare_rekey(book, hold, &lock, cost, &self.world, &mut at)?;
        let Some(OpenBook { book, hold, .. }) = state.own.take() else { return Err(Error::Locked) };
        let finished = opening::finish_rekey(book, hold, prepared, &self.world, &mut at);
        let opened = finished.and_then(|(opened, words)| Ok((OpenBook::new(opened, &self.world, None)?, words)));
        match opened {
            Ok((open, words)) => {
                state.own = Some(open);
                let shown = words.as_ref().map(RecoveryWords::to_list).unwrap_or_default();
                state.words = words;
                state.preferences.sheet_waits(self.world.now().date_naive());
                state.preferences.write(&self.folder);
                Ok(shown)
            }
            Err(_) => {
                // Closed already; it is the old book or the new one, and the next opening carries it through.
                state.locks += 1;
                state.problem = Some(Error::RekeyStopped);
                Err(Error::RekeyStopped)
            }
        }
    }
}
