//! The computer's keyring as a way into the book: with a new book, beside a passphrase, and given up again. Nothing is written into the key
//! file before the keyring has given back what it was asked to keep. Not here: the keyring itself (`keyring`).

use super::Shell;
use crate::contract::{Status, WaysIn};
use holdepunkt_core::error::Error;
use holdepunkt_core::keys::{NewLock, RingKey, Secret};
use holdepunkt_core::opening;

impl Shell {
    /// A book that the keyring and the words open.
    pub fn create_in_keyring(&self) -> Result<Vec<String>, Error> {
        let ring = self.kept_in_keyring()?;
        let name = ring.name.text();
        self.create(NewLock::Keyring(ring)).inspect_err(|_| {
            let _ = self.keyring.forget(&name);
        })
    }

    /// A new secret that the keyring keeps, and was seen to keep.
    fn kept_in_keyring(&self) -> Result<RingKey, Error> {
        let ring = RingKey::random(&self.world)?;
        let name = ring.name.text();
        self.keyring.keep(&name, &ring.secret)?;
        match self.keyring.find(&name) {
            Ok(found) if *found == *ring.secret => Ok(ring),
            Ok(_) => Err(Error::KeyringMissing),
            Err(error) => Err(error),
        }
    }

    /// What one may come in with, besides the words. A book that cannot be seen is told of elsewhere.
    pub fn ways_in(&self) -> WaysIn {
        let ways = opening::ways_in(&self.folder);
        ways.map_or(WaysIn { passphrase: true, keyring: false }, |ways| WaysIn {
            passphrase: ways.passphrase,
            keyring: ways.keyring.is_some(),
        })
    }

    /// *Lås op* with one press.
    pub fn unlock_with_keyring(&self) -> Result<Status, Error> {
        let name = opening::ways_in(&self.folder)?.keyring.ok_or(Error::KeyringEmpty)?;
        let secret = self.keyring.find(&name.text())?;
        self.unlock(&Secret::Keyring(secret))
    }

    /// One more way in. The passphrase or the words are asked for: whoever finds the book open must not be able to make a door for another day.
    pub fn use_keyring(&self, present: Option<&Secret>) -> Result<WaysIn, Error> {
        self.alone()?;
        self.ask_again(present)?;
        let ring = self.kept_in_keyring()?;
        let name = ring.name.text();
        let mut state = self.state();
        let hold = &mut state.own.as_mut().ok_or(Error::Locked)?.hold;
        let before = hold.in_keyring();
        if let Err(error) = hold.add_keyring(&ring, &self.world) {
            let _ = self.keyring.forget(&name);
            return Err(error);
        }
        drop(state);
        if let Some(before) = before {
            let _ = self.keyring.forget(&before.text());
        }
        Ok(self.ways_in())
    }

    /// Nothing is asked: it only shuts. A keyring that does not answer keeps a secret that opens nothing any more.
    pub fn leave_keyring(&self) -> Result<WaysIn, Error> {
        self.alone()?;
        let mut state = self.state();
        let hold = &mut state.own.as_mut().ok_or(Error::Locked)?.hold;
        let before = hold.in_keyring();
        hold.remove_keyring()?;
        drop(state);
        if let Some(before) = before {
            let _ = self.keyring.forget(&before.text());
        }
        Ok(self.ways_in())
    }

    fn ask_again(&self, present: Option<&Secret>) -> Result<(), Error> {
        let state = self.state();
        let open = state.own.as_ref().ok_or(Error::Locked)?;
        match present {
            Some(secret) => open.hold.asked_again(secret),
            None if open.by_words => Ok(()),
            None => Err(Error::WrongPresent),
        }
    }
}

#[cfg(test)]
mod tests;
