//! Files locked to a key instead of words: an answer to the hand-over it belongs to, a hand-over to a co-writer one knows. Plain age files
//! (age-encryption.org, X25519). Not here: files locked with words (`exchange::sealed`), and who has which key (`known`).

use super::HandFault;
use crate::error::Error;
use crate::exchange::FileFault;
use crate::exchange::sealed::{self, FileKey, Frame, Key, MOST_LOCKED};
use crate::world::World;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use hkdf::Hkdf;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize as _, Zeroizing};

/// As the format has them (<https://c2sp.org/age>).
const PUBLIC: Hrp = Hrp::parse_unchecked("age");
const SECRET: Hrp = Hrp::parse_unchecked("age-secret-key-");
const LABEL: &[u8] = b"age-encryption.org/v1/X25519";

/// What a file is locked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    Words,
    Key,
}

/// A new secret key.
///
/// # Errors
/// When the system gives no randomness.
pub fn new_key(world: &World) -> Result<SecretString, Error> {
    let mut bytes = Zeroizing::new([0; 32]);
    world.fill(bytes.as_mut_slice())?;
    let mut text = bech32::encode_upper::<Bech32>(SECRET, bytes.as_slice()).map_err(|_| HandFault::NotAKey)?;
    let key = SecretString::from(text.as_str());
    text.zeroize();
    Ok(key)
}

fn decoded(text: &str, kind: Hrp) -> Option<Zeroizing<[u8; 32]>> {
    let read = CheckedHrpstring::new::<Bech32>(text).ok().filter(|read| read.hrp() == kind)?;
    let mut bytes = Zeroizing::new([0; 32]);
    let mut given = read.byte_iter();
    for byte in bytes.iter_mut() {
        *byte = given.next()?;
    }
    given.next().is_none().then_some(bytes)
}

fn secret(text: &str) -> Option<StaticSecret> {
    decoded(text, SECRET).map(|bytes| StaticSecret::from(*bytes))
}

/// The key others lock files with, of a secret one.
///
/// # Errors
/// [`HandFault::NotAKey`].
pub fn public(text: &str) -> Result<String, Error> {
    let secret = secret(text).ok_or(HandFault::NotAKey)?;
    Ok(bech32::encode::<Bech32>(PUBLIC, PublicKey::from(&secret).as_bytes()).map_err(|_| HandFault::NotAKey)?)
}

/// A key that files can be locked to. To one of small order nothing can: it leads to the same secret from everywhere.
fn public_key(text: &str) -> Option<PublicKey> {
    let key = PublicKey::from(*decoded(text, PUBLIC)?);
    StaticSecret::from([1; 32]).diffie_hellman(&key).was_contributory().then_some(key)
}

/// A key as it was typed, pasted, or read from a file with other lines around it.
///
/// # Errors
/// [`HandFault::NotAKey`].
pub fn tidy(typed: &str) -> Result<String, Error> {
    let words = typed.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| word.len() < 100);
    let mut keys = words.map(str::to_ascii_lowercase).filter(|word| public_key(word).is_some());
    Ok(keys.next().ok_or(HandFault::NotAKey)?)
}

/// Four words to read aloud to each other: the same on both machines when the key is the same.
#[must_use]
pub fn spoken(public: &str) -> String {
    let digest = Sha256::digest(public.as_bytes());
    let number = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let word = |at: u32| usize::try_from(number >> (11 * at) & 0x7ff).map_or("", crate::keys::word);
    [word(0), word(1), word(2), word(3)].join(" ")
}

/// Locks a file to a key.
///
/// # Errors
/// [`HandFault::NotAKey`]; when the system gives no randomness.
pub fn seal(plain: &[u8], to: &str, world: &World) -> Result<Vec<u8>, Error> {
    let to = public_key(to).ok_or(HandFault::NotAKey)?;
    let mut once = Zeroizing::new([0; 32]);
    world.fill(once.as_mut_slice())?;
    let once = StaticSecret::from(*once);
    let share = PublicKey::from(&once);
    let wrap = wrap_key(&once, &to, &share, &to).ok_or(HandFault::NotAKey)?;
    sealed::sealed_with(&format!("X25519 {}", STANDARD_NO_PAD.encode(share.as_bytes())), &wrap, plain, world)
}

/// The key that locks the file's own one, from what both sides can work out. None for a share that leads nowhere.
fn wrap_key(mine: &StaticSecret, theirs: &PublicKey, share: &PublicKey, to: &PublicKey) -> Option<Key> {
    let shared = mine.diffie_hellman(theirs);
    if !shared.was_contributory() {
        return None;
    }
    let salt = [share.as_bytes().as_slice(), to.as_bytes()].concat();
    let mut key = Key::default();
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes()).expand(LABEL, key.as_mut_slice()).ok()?;
    Some(key)
}

/// What a file is locked with, before anyone has typed words.
///
/// # Errors
/// [`FileFault`] when it is not a file of ours, or nothing would open it here.
pub fn look(sealed: &[u8]) -> Result<Lock, Error> {
    if sealed.len() > MOST_LOCKED {
        return Err(FileFault::TooBig.into());
    }
    if !sealed::is_sealed(sealed) {
        return Err(FileFault::NotOurs.into());
    }
    if sealed::frame(sealed).is_ok_and(|frame| frame.stanza.starts_with("X25519 ")) {
        return Ok(Lock::Key);
    }
    sealed::look(sealed)?;
    Ok(Lock::Words)
}

/// What is inside a file that one of these secret keys opens, and which of them it was.
///
/// # Errors
/// [`HandFault::OtherKey`] when none does; [`FileFault::Broken`] when something was changed in it.
pub fn open<'a>(file: &[u8], keys: impl Iterator<Item = &'a str>) -> Result<(usize, Zeroizing<Vec<u8>>), Error> {
    if look(file)? == Lock::Words {
        return Err(FileFault::OtherLock.into());
    }
    let frame = sealed::frame(file)?;
    let broken = FileFault::Broken("the lock");
    let share = frame.stanza.strip_prefix("X25519 ").ok_or(broken)?;
    let share = PublicKey::from(sealed::decoded::<32>(share)?);
    for (at, key) in keys.enumerate() {
        if let Some(key) = file_key(&frame, &share, key) {
            return Ok((at, sealed::unsealed(&key, &frame)?));
        }
    }
    Err(HandFault::OtherKey.into())
}

fn file_key(frame: &Frame<'_>, share: &PublicKey, key: &str) -> Option<FileKey> {
    let secret = secret(key)?;
    frame.key(&wrap_key(&secret, share, share, &PublicKey::from(&secret))?)
}

/// The text of a secret key, for the table it is kept in.
#[must_use]
pub fn text_of(key: &SecretString) -> String {
    key.expose_secret().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_locked_to_a_key_opens_with_that_key_alone() {
        let (mine, other) = (new_key(&World::real()).unwrap(), new_key(&World::real()).unwrap());
        let sealed = seal("Jeg synger".as_bytes(), &public(mine.expose_secret()).unwrap(), &World::real()).unwrap();
        assert_eq!(look(&sealed).unwrap(), Lock::Key);
        let (at, inside) = open(&sealed, [other.expose_secret(), mine.expose_secret()].into_iter()).unwrap();
        assert_eq!((at, inside.as_slice()), (1, "Jeg synger".as_bytes()));
        let refused = open(&sealed, [other.expose_secret()].into_iter()).unwrap_err();
        assert!(matches!(refused, Error::Hand(HandFault::OtherKey)));
    }

    #[test]
    fn every_byte_that_is_changed_is_found() {
        let key = new_key(&World::real()).unwrap();
        let sealed = seal(b"et lille svar", &public(key.expose_secret()).unwrap(), &World::real()).unwrap();
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert!(open(&bent, [key.expose_secret()].into_iter()).is_err(), "byte {at}");
            assert!(open(&sealed[..at], [key.expose_secret()].into_iter()).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_head_with_many_locks_is_refused_at_once() {
        let stanza = format!("-> X25519 {}\n{}\n", "A".repeat(43), "A".repeat(43));
        let file = format!("age-encryption.org/v1\n{}--- {}\n", stanza.repeat(100_000), "A".repeat(43));
        assert!(matches!(look(file.as_bytes()), Err(Error::File(_))));
    }

    #[test]
    fn a_key_is_read_as_it_was_sent_and_spoken_the_same_on_both_sides() {
        let key = public(new_key(&World::real()).unwrap().expose_secret()).unwrap();
        assert_eq!(tidy(&format!("Hej!\nMin nøgle er: {}.\n", key.to_uppercase())).unwrap(), key);
        // The second is a point of small order.
        let no_lock = bech32::encode::<Bech32>(PUBLIC, &[0; 32]).unwrap();
        for no_key in ["age1qqqq", &no_lock] {
            assert!(matches!(tidy(no_key), Err(Error::Hand(HandFault::NotAKey))), "{no_key}");
        }
        assert_eq!(spoken(&key), spoken(&tidy(&key).unwrap()));
        assert_eq!(spoken(&key).split(' ').count(), 4);
        assert_ne!(spoken(&key), spoken(&public(new_key(&World::real()).unwrap().expose_secret()).unwrap()));
    }
}
