//! The keys of a book: one random data key, and the slots that each hold it wrapped for one way in (passphrase, recovery
//! words, the computer's keyring; in the clear for the open book). Layout of the file: docs/book-format.md. Not here: the encrypted book itself
//! (`opening/`), and any cipher of our own: Argon2, HKDF and XChaCha20-Poly1305 come from their crates.

mod cost;
mod data_key;
mod file;
mod kept;
mod keyring;
mod slot;
mod words;

pub use cost::Cost;
pub use data_key::DataKey;
pub use file::{KeyFile, MOST_BYTES, MOST_SLOTS};
pub(crate) use kept::wipe_stack;
pub use kept::{Kept, KeyBytes};
pub use keyring::{Name, RingKey};
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
    /// The computer's keyring, which must keep this already. The recovery words are the other way in, always.
    Keyring(RingKey),
    /// No lock: whoever has the file can read it, and the screen says so.
    Open,
}

/// What the citizen types to get in.
#[derive(Debug, Clone)]
pub enum Secret {
    Passphrase(SecretString),
    Words(SecretString),
    /// What the computer's keyring keeps for this book.
    Keyring(KeyBytes),
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
            let first = Slot::for_passphrase(&key, passphrase.as_bytes(), cost, world)?;
            with_words(first, &key, world)?
        }
        NewLock::Keyring(ring) => with_words(Slot::for_keyring(&key, ring, world)?, &key, world)?,
    };
    let file = KeyFile::seal(slots, &key);
    wipe_stack();
    Ok(Made { key, file, words })
}

/// Every lock has the recovery words beside it: no other way in is the only one.
fn with_words(first: Slot, key: &DataKey, world: &World) -> Result<(Vec<Slot>, Option<RecoveryWords>), Error> {
    let words = RecoveryWords::random(world)?;
    let second = Slot::for_words(key, &words.entropy(), world)?;
    Ok((vec![first, second], Some(words)))
}

/// The data key, when `secret` opens one of the slots.
///
/// # Errors
/// [`Error::WrongSecret`] or [`Error::WrongWords`] when none opens; [`Error::KeysDamaged`] when one opens but the list of slots was changed by
/// someone who did not have the key; what [`RecoveryWords::read`] says of the words.
pub fn unlock(file: &KeyFile, secret: &Secret) -> Result<DataKey, Error> {
    let key = open_slot(file, secret);
    wipe_stack();
    key
}

#[inline(never)]
fn open_slot(file: &KeyFile, secret: &Secret) -> Result<DataKey, Error> {
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
        Secret::Keyring(secret) => {
            first(file, |slot| Ok(slot.with_keyring(secret))).map_err(|_| Error::KeyringOther)?
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

/// New recovery words beside the old ones: both open the book until [`settle_words`], so that nobody is without a sheet while the new
/// one is written down. New words that were never settled give way to these.
///
/// # Errors
/// [`Error::NotHere`] for an open book, which has no lock to get past.
pub fn renew_words(file: &KeyFile, key: &DataKey, world: &World) -> Result<(KeyFile, RecoveryWords), Error> {
    if file.is_open_book() {
        return Err(Error::NotHere("recovery words"));
    }
    let words = RecoveryWords::random(world)?;
    let new = Slot::for_words(key, &words.entropy(), world)?;
    let settled = file.slots().iter().position(Slot::is_for_words);
    let kept = file.slots().iter().enumerate().filter(|(at, slot)| !slot.is_for_words() || settled == Some(*at));
    let slots = kept.map(|(_, slot)| slot.clone()).chain([new]).collect();
    Ok((KeyFile::seal(slots, key), words))
}

/// The newest recovery words are on paper: those before them stop working. None when there are no others.
#[must_use]
pub fn settle_words(file: &KeyFile, key: &DataKey) -> Option<KeyFile> {
    let newest = file.slots().iter().rposition(Slot::is_for_words)?;
    let kept = file.slots().iter().enumerate().filter(|(at, slot)| !slot.is_for_words() || *at == newest);
    let slots: Vec<_> = kept.map(|(_, slot)| slot.clone()).collect();
    (slots.len() < file.slots().len()).then(|| KeyFile::seal(slots, key))
}

/// [`settle_words`] when `secret` is the newest recovery words: words that were read off a sheet are on paper, whether or not anybody said so.
/// None when it is something else or there is nothing to settle.
#[must_use]
pub fn settle_words_in_hand(file: &KeyFile, key: &DataKey, secret: &Secret) -> Option<KeyFile> {
    let Secret::Words(words) = secret else { return None };
    let settled = settle_words(file, key)?;
    let newest = opens_newest_words(file, words);
    wipe_stack();
    newest.then_some(settled)
}

#[inline(never)]
fn opens_newest_words(file: &KeyFile, words: &SecretString) -> bool {
    let Ok(words) = RecoveryWords::read(words.expose_secret()) else { return false };
    let newest = file.slots().iter().rfind(|slot| slot.is_for_words());
    newest.is_some_and(|slot| slot.with_words(&words.entropy()).is_ok_and(|key| key.is_some()))
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

/// The computer's keyring as one more way in, in place of an earlier slot of the kind. It must keep `ring` already.
///
/// # Errors
/// [`Error::NotHere`] for an open book; no randomness.
pub fn add_keyring(file: &KeyFile, key: &DataKey, ring: &RingKey, world: &World) -> Result<KeyFile, Error> {
    if file.is_open_book() {
        return Err(Error::NotHere("the keyring"));
    }
    let new = Slot::for_keyring(key, ring, world)?;
    let kept = file.slots().iter().filter(|slot| slot.in_keyring().is_none()).cloned();
    Ok(KeyFile::seal(kept.chain([new]).collect(), key))
}

/// Without the keyring.
///
/// # Errors
/// [`Error::NotHere`] when there would be no passphrase: words alone are for the day one needs them, not for every day.
pub fn remove_keyring(file: &KeyFile, key: &DataKey) -> Result<KeyFile, Error> {
    if !file.has_passphrase() {
        return Err(Error::NotHere("doing without the keyring"));
    }
    let kept = file.slots().iter().filter(|slot| slot.in_keyring().is_none()).cloned();
    Ok(KeyFile::seal(kept.collect(), key))
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
