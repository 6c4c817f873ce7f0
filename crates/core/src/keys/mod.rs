//! The keys of a book: one random data key, and the slots that each hold it wrapped for one way in (passphrase, recovery
//! words, none for the open book). Layout of the file: docs/book-format.md. Not here: the encrypted book itself
//! (`opening/`), and any cipher of our own: Argon2, HKDF and XChaCha20-Poly1305 come from their crates.

mod cost;
mod data_key;
mod file;
mod slot;
mod words;

pub use cost::Cost;
pub use data_key::DataKey;
pub use file::{KeyFile, MOST_BYTES, MOST_SLOTS};
pub use words::{RecoveryWords, as_drawn, draw_words, suggest_passphrase, word};

use crate::error::Error;
use crate::world::World;
use secrecy::{ExposeSecret, SecretString};
use slot::Slot;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// What the citizen chose when asked who else uses this computer.
#[derive(Debug, Clone)]
pub enum NewLock {
    Passphrase(SecretString),
    /// No lock: whoever has the file can read it, and the screen says so.
    Open,
}

/// What the citizen types to get in.
#[derive(Debug, Clone)]
pub enum Secret {
    Passphrase(SecretString),
    Words(SecretString),
}

/// The keys of a book that is just made.
#[derive(Debug)]
pub struct Made {
    pub key: DataKey,
    pub file: KeyFile,
    /// None for the open book.
    pub words: Option<RecoveryWords>,
}

/// New keys for a new book. `cost` is the work of the passphrase slot, [`Cost::of_this_computer`] outside tests.
///
/// # Errors
/// An empty passphrase, no randomness, or not enough memory for `cost`.
pub fn create(lock: &NewLock, cost: Cost, world: &World) -> Result<Made, Error> {
    let key = DataKey::random(world)?;
    let (slots, words) = match lock {
        NewLock::Open => (vec![Slot::open(&key)], None),
        NewLock::Passphrase(passphrase) => {
            let passphrase = normal(passphrase)?;
            let words = RecoveryWords::random(world)?;
            let slots = vec![
                Slot::for_passphrase(&key, passphrase.as_bytes(), cost, world)?,
                Slot::for_words(&key, &words.entropy(), world)?,
            ];
            (slots, Some(words))
        }
    };
    let file = KeyFile::seal(slots, &key);
    Ok(Made { key, file, words })
}

/// The data key, when `secret` opens one of the slots.
///
/// # Errors
/// [`Error::WrongSecret`] or [`Error::WrongWords`] when none opens; [`Error::KeysDamaged`] when one opens but the list of slots was changed by
/// someone who did not have the key; what [`RecoveryWords::read`] says of the words.
pub fn unlock(file: &KeyFile, secret: &Secret) -> Result<DataKey, Error> {
    let key = match secret {
        Secret::Passphrase(passphrase) => {
            let passphrase = normal(passphrase)?;
            first(file, |slot| slot.with_passphrase(passphrase.as_bytes()))?
        }
        Secret::Words(words) => {
            let words = RecoveryWords::read(words.expose_secret())?;
            let entropy = words.entropy();
            first(file, |slot| slot.with_words(&entropy)).map_err(|error| match error {
                Error::WrongSecret => Error::WrongWords,
                error => error,
            })?
        }
    };
    file.verify(&key)?;
    Ok(key)
}

/// The data key of an open book.
///
/// # Errors
/// [`Error::WrongSecret`] when the book has a lock.
pub fn unlock_open(file: &KeyFile) -> Result<DataKey, Error> {
    let key = first(file, |slot| Ok(slot.without_lock()))?;
    file.verify(&key)?;
    Ok(key)
}

/// Whether the slots of this file hold `key`.
#[must_use]
pub(crate) fn fits(file: &KeyFile, key: &DataKey) -> bool {
    file.verify(key).is_ok()
}

/// New recovery words in place of the old ones, which stop working.
///
/// # Errors
/// [`Error::NotHere`] for an open book, which has no lock to get past.
pub fn renew_words(file: &KeyFile, key: &DataKey, world: &World) -> Result<(KeyFile, RecoveryWords), Error> {
    if file.is_open_book() {
        return Err(Error::NotHere("recovery words"));
    }
    let words = RecoveryWords::random(world)?;
    let new = Slot::for_words(key, &words.entropy(), world)?;
    let slots = file.slots().iter().filter(|slot| !slot.is_for_words()).cloned().chain([new]).collect();
    Ok((KeyFile::seal(slots, key), words))
}

/// Another passphrase in place of the old one; the book itself and the recovery words stay as they are.
///
/// # Errors
/// An empty passphrase, or [`Error::NotHere`] for an open book: that is given a lock by re-keying, never by wrapping.
pub fn renew_passphrase(
    file: &KeyFile,
    key: &DataKey,
    passphrase: &SecretString,
    cost: Cost,
    world: &World,
) -> Result<KeyFile, Error> {
    if file.is_open_book() {
        return Err(Error::NotHere("a passphrase"));
    }
    let passphrase = normal(passphrase)?;
    let new = Slot::for_passphrase(key, passphrase.as_bytes(), cost, world)?;
    let kept = file.slots().iter().filter(|slot| !slot.is_for_passphrase()).cloned();
    Ok(KeyFile::seal([new].into_iter().chain(kept).collect(), key))
}

fn first(file: &KeyFile, mut open: impl FnMut(&Slot) -> Result<Option<DataKey>, Error>) -> Result<DataKey, Error> {
    for slot in file.slots() {
        if let Some(key) = open(slot)? {
            return Ok(key);
        }
    }
    Err(Error::WrongSecret)
}

/// The same passphrase whatever keyboard it was typed on (NFKC), without the spaces and line ends around it.
fn normal(passphrase: &SecretString) -> Result<Zeroizing<String>, Error> {
    let typed = passphrase.expose_secret().trim();
    // Room for the longest NFKC of any text, so that no half-copied secret is left behind by growing.
    let mut text = Zeroizing::new(String::with_capacity(typed.len() * 11));
    text.extend(typed.nfkc());
    if text.trim().is_empty() { Err(Error::EmptyPassphrase) } else { Ok(text) }
}
