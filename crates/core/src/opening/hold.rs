//! What an open book is held by: the lock on its folder and its keys, and how another way in takes the place of one. Not here: opening.

use super::Mode;
use super::lock::FolderLock;
use crate::error::Error;
use crate::folder::{Folder, PrivateFolder};
use crate::keys::{self, Cost, DataKey, KeyBytes, KeyFile, RecoveryWords, Secret};
use crate::world::World;
use secrecy::SecretString;
use std::fs::File;
use std::sync::Arc;

/// What keeps the book ours while it is open, and its keys. Dropped after the connection.
#[derive(Debug)]
pub struct Hold {
    pub(super) mode: Mode,
    pub(super) key: DataKey,
    pub(super) keys: KeyFile,
    pub(super) folder: Folder,
    /// The book's file as it lies, for copies. Kept open: closing it would let go of the database's own lock on it.
    pub(super) source: Option<Arc<File>>,
    pub(super) _copy: Option<PrivateFolder>,
    pub(super) lock: FolderLock,
}

impl Hold {
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    #[must_use]
    pub fn is_open_book(&self) -> bool {
        self.keys.is_open_book()
    }

    pub(crate) const fn key(&self) -> &DataKey {
        &self.key
    }

    /// The key of the journal beside this book.
    #[must_use]
    pub fn journal_key(&self) -> KeyBytes {
        self.key.derive(crate::journal::KEY)
    }

    pub(crate) const fn keys(&self) -> &KeyFile {
        &self.keys
    }

    pub(crate) fn source(&self) -> Option<Arc<File>> {
        self.source.clone()
    }

    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// New recovery words; the old ones open this book too until [`Hold::settle_words`].
    ///
    /// # Errors
    /// As [`keys::renew_words`]; when it cannot be written, the old words stay good.
    pub fn renew_words(&mut self, world: &World) -> Result<RecoveryWords, Error> {
        let (keys, words) = keys::renew_words(&self.keys, &self.key, world)?;
        self.keep(keys)?;
        Ok(words)
    }

    /// The new recovery words are on paper; the old ones no longer open this book. Copies made before still open with the old ones.
    ///
    /// # Errors
    /// When it cannot be written; then both stay good.
    pub fn settle_words(&mut self) -> Result<(), Error> {
        keys::settle_words(&self.keys, &self.key).map_or(Ok(()), |keys| self.keep(keys))
    }

    /// The same when the newest words opened the book: who reads them off a sheet has it. True when that ended older ones.
    pub fn settle_words_in_hand(&mut self, secret: &Secret) -> bool {
        // Where it cannot be written both stay good.
        keys::settle_words_in_hand(&self.keys, &self.key, secret).is_some_and(|keys| self.keep(keys).is_ok())
    }

    /// Whether `secret` is one of this book's, asked again before something that matters.
    ///
    /// # Errors
    /// [`Error::WrongPresent`]; what [`RecoveryWords::read`] says of the words.
    pub fn asked_again(&self, secret: &Secret) -> Result<(), Error> {
        match keys::unlock(&self.keys, secret) {
            Ok(_) => Ok(()),
            Err(Error::WrongSecret | Error::WrongWords) => Err(Error::WrongPresent),
            Err(error) => Err(error),
        }
    }

    /// Whether a passphrase is one of the ways in.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        self.keys.has_passphrase()
    }

    /// Under which name the computer's keyring keeps a secret for this book, if it is one of the ways in.
    #[must_use]
    pub fn in_keyring(&self) -> Option<keys::Name> {
        self.keys.in_keyring()
    }

    /// The computer's keyring as one more way in; it must keep `ring` already.
    ///
    /// # Errors
    /// As [`keys::add_keyring`]; when it cannot be written, all is as before.
    pub fn add_keyring(&mut self, ring: &keys::RingKey, world: &World) -> Result<(), Error> {
        let keys = keys::add_keyring(&self.keys, &self.key, ring, world)?;
        self.keep(keys)
    }

    /// Without the keyring.
    ///
    /// # Errors
    /// As [`keys::remove_keyring`]; when it cannot be written, all is as before.
    pub fn remove_keyring(&mut self) -> Result<(), Error> {
        let keys = keys::remove_keyring(&self.keys, &self.key)?;
        self.keep(keys)
    }

    /// Another passphrase, e.g. after the old one was forgotten and the words opened the book.
    ///
    /// # Errors
    /// As [`keys::renew_passphrase`]; when it cannot be written, the old one stays good.
    pub fn renew_passphrase(&mut self, passphrase: &SecretString, cost: Cost, world: &World) -> Result<(), Error> {
        let keys = keys::renew_passphrase(&self.keys, &self.key, passphrase, cost, world)?;
        self.keep(keys)
    }

    fn keep(&mut self, keys: KeyFile) -> Result<(), Error> {
        if self.mode == Mode::ReadOnly {
            return Err(Error::ReadOnly);
        }
        if let Err(error) = keys.write(&self.folder)
            // The first copy is the one that is asked. Once it is the new one, only the new secret opens the book and the
            // person must be given it; the second copy is put right at the next opening.
            && !KeyFile::read(&self.folder).is_ok_and(|kept| kept.text() == keys.text())
        {
            return Err(error);
        }
        self.keys = keys;
        Ok(())
    }
}
