//! Files locked with words: plain age files with one scrypt recipient (<https://c2sp.org/age>), which any age program opens with the same
//! words. The primitives are the crates we have; only the frame is ours (decision 0076 says why not the crate `age`).
//! Not here: what is inside, the words themselves (`keys`), and locking with keys instead of words (`handover::lock`, in the same frame).

use super::fault::FileFault;
use super::json::MOST_BYTES;
use crate::error::Error;
use crate::world::World;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Words of a file: six of 2,048 are 66 bits, so that the words alone are enough and the work below only adds to them.
pub const WORDS: usize = 6;

/// scrypt's work for our own files, as a power of two: 128 MiB and about half a second.
const WORK: u8 = 17;

/// The most work a file may ask of us: what `age -p` writes, 256 MiB. Refused above it, before any of it is done.
pub const MOST_WORK: u8 = 18;

/// The longest locked file, in bytes: 16 more for every chunk, and a third more in letters.
pub const MOST_LOCKED: usize = MOST_BYTES / 3 * 4 + MOST_BYTES / 16;

const VERSION: &str = "age-encryption.org/v1";
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

pub(crate) type Key = Zeroizing<[u8; 32]>;
/// What a file is locked with; the words or a key only lock this.
pub(crate) type FileKey = Zeroizing<[u8; 16]>;

/// Whether it is a file that something locked with age.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    text.starts_with("age-encryption.org/") || text.trim_start().starts_with(BEGIN)
}

/// Locks a file with words.
///
/// # Errors
/// When the system gives no randomness or memory.
pub fn seal(plain: &[u8], words: &SecretString, world: &World) -> Result<Vec<u8>, Error> {
    seal_with(plain, words, WORK, world)
}

fn seal_with(plain: &[u8], words: &SecretString, work: u8, world: &World) -> Result<Vec<u8>, Error> {
    let mut salt = [0; 16];
    world.fill(&mut salt)?;
    let wrap = wrap_key(words, &salt, work).ok_or_else(failed)?;
    sealed_with(&format!("scrypt {} {work}", STANDARD_NO_PAD.encode(salt)), &wrap, plain, world)
}

const fn failed() -> Error {
    Error::Io(std::io::ErrorKind::Other)
}

/// The whole file: a new key for it, locked with `wrap` as the line `stanza` says, and what is inside locked with that.
pub(crate) fn sealed_with(stanza: &str, wrap: &Key, plain: &[u8], world: &World) -> Result<Vec<u8>, Error> {
    let (mut nonce, mut key) = ([0; 16], FileKey::default());
    world.fill(&mut nonce)?;
    world.fill(key.as_mut_slice())?;
    let wrapped = cipher(wrap).encrypt((&[0; 12]).into(), key.as_slice()).map_err(|_| failed())?;
    let head = format!("{VERSION}\n-> {stanza}\n{}\n---", STANDARD_NO_PAD.encode(wrapped));
    let mac = STANDARD_NO_PAD.encode(mac(&key, head.as_bytes()).finalize().into_bytes());
    let mut sealed = Vec::with_capacity(head.len() + 64 + plain.len() / CHUNK * TAG + TAG + plain.len());
    sealed.extend_from_slice(format!("{head} {mac}\n").as_bytes());
    sealed.extend_from_slice(&nonce);
    let stream = cipher(&payload_key(&key, &nonce));
    let mut rest = plain;
    for number in 0_u64.. {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK));
        let last = after.is_empty();
        let sealed_chunk = stream.encrypt((&chunk_nonce(number, last)).into(), chunk).map_err(|_| failed())?;
        sealed.extend_from_slice(&sealed_chunk);
        if last {
            break;
        }
        rest = after;
    }
    Ok(sealed)
}

/// What can be said of a locked file before anyone has typed words.
///
/// # Errors
/// [`FileFault`] when no words would open it here.
pub fn look(sealed: &[u8]) -> Result<(), FileFault> {
    read(&in_bytes(sealed)?).map(drop)
}

/// What is inside, never more than a file may hold.
///
/// # Errors
/// [`FileFault::Words`] when the words are others; what [`look`] says; [`FileFault::Broken`] when something was changed in it.
pub fn open(sealed: &[u8], words: &SecretString) -> Result<Zeroizing<Vec<u8>>, FileFault> {
    let sealed = in_bytes(sealed)?;
    let file = read(&sealed)?;
    let key = wrap_key(words, &file.salt, file.work).ok_or(FileFault::Costly)?;
    unsealed(&file.frame.key(&key).ok_or(FileFault::Words)?, &file.frame)
}

/// What is inside, with the file's own key.
pub(crate) fn unsealed(key: &FileKey, file: &Frame<'_>) -> Result<Zeroizing<Vec<u8>>, FileFault> {
    mac(key, file.head).verify_slice(&file.mac).map_err(|_| BROKEN)?;
    let (nonce, mut rest) = file.payload.split_at_checked(16).ok_or(BROKEN)?;
    let stream = cipher(&payload_key(key, nonce));
    let mut inside = Zeroizing::new(Vec::with_capacity(rest.len().min(MOST_BYTES)));
    for number in 0_u64.. {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK + TAG));
        let last = after.is_empty();
        let plain = stream.decrypt((&chunk_nonce(number, last)).into(), chunk).map_err(|_| BROKEN)?;
        // Only a file of nothing ends in an empty chunk.
        if plain.is_empty() && number > 0 {
            return Err(BROKEN);
        }
        if inside.len() + plain.len() > MOST_BYTES {
            return Err(FileFault::TooBig);
        }
        inside.extend_from_slice(&plain);
        if last {
            break;
        }
        rest = after;
    }
    Ok(inside)
}

const BROKEN: FileFault = FileFault::Broken("the lock");

/// A file locked with words.
struct Sealed<'a> {
    salt: [u8; 16],
    work: u8,
    frame: Frame<'a>,
}

/// A locked file taken apart. It has one lock.
pub(crate) struct Frame<'a> {
    /// What it is locked with.
    pub(crate) stanza: &'a str,
    wrapped: [u8; 32],
    /// What the code below it is over.
    head: &'a [u8],
    mac: [u8; 32],
    payload: &'a [u8],
}

impl Frame<'_> {
    /// The file's own key, when `wrap` is what it is locked with.
    pub(crate) fn key(&self, wrap: &Key) -> Option<FileKey> {
        let key = Zeroizing::new(cipher(wrap).decrypt((&[0; 12]).into(), self.wrapped.as_slice()).ok()?);
        Some(Zeroizing::new(key.as_slice().try_into().ok()?))
    }
}

/// The file as bytes: one in letters is read back from them.
fn in_bytes(sealed: &[u8]) -> Result<std::borrow::Cow<'_, [u8]>, FileFault> {
    if sealed.len() > MOST_LOCKED {
        return Err(FileFault::TooBig);
    }
    if sealed.starts_with(VERSION.as_bytes()) {
        return Ok(sealed.into());
    }
    let text = std::str::from_utf8(sealed).map_err(|_| BROKEN)?.trim();
    let inner = text.strip_prefix(BEGIN).and_then(|text| text.strip_suffix(END)).ok_or(BROKEN)?;
    let letters: String = inner.lines().map(str::trim_end).collect();
    STANDARD.decode(letters).map(Into::into).map_err(|_| BROKEN)
}

/// Reads the head, line by line and nothing but what the format allows.
pub(crate) fn frame(sealed: &[u8]) -> Result<Frame<'_>, FileFault> {
    let mut at = 0;
    let mut line = || {
        let rest = sealed.get(at..)?;
        // No line of a head with one lock is longer.
        let end = rest.iter().take(200).position(|byte| *byte == b'\n')?;
        at += end + 1;
        std::str::from_utf8(&rest[..end]).ok().map(|line| (line, at))
    };
    let mut next = || line().ok_or(BROKEN);
    if next()?.0 != VERSION {
        return Err(BROKEN);
    }
    let stanza = next()?.0.strip_prefix("-> ").ok_or(BROKEN)?;
    if !stanza.starts_with("scrypt ") && !stanza.starts_with("X25519 ") {
        return Err(FileFault::OtherLock);
    }
    let (wrapped, before) = next()?;
    let (last, after) = next()?;
    // Words are the only lock of a file that is locked with words; one locked for several people is not for us.
    if last.starts_with("-> ") && !stanza.starts_with("scrypt ") {
        return Err(FileFault::OtherLock);
    }
    let mac = last.strip_prefix("--- ").ok_or(BROKEN)?;
    Ok(Frame {
        stanza,
        wrapped: decoded(wrapped)?,
        head: sealed.get(..before + 3).ok_or(BROKEN)?,
        mac: decoded(mac)?,
        payload: sealed.get(after..).ok_or(BROKEN)?,
    })
}

/// A file that is locked with words, and with no more work than we bear.
fn read(sealed: &[u8]) -> Result<Sealed<'_>, FileFault> {
    let frame = frame(sealed)?;
    let arguments = frame.stanza.strip_prefix("scrypt ").ok_or(FileFault::OtherLock)?;
    let (salt, work) = arguments.split_once(' ').ok_or(BROKEN)?;
    let plain = !work.is_empty() && !work.starts_with('0') && work.bytes().all(|digit| digit.is_ascii_digit());
    let work: u8 = work.parse().ok().filter(|work| plain && *work < 64).ok_or(BROKEN)?;
    if work > MOST_WORK {
        return Err(FileFault::Costly);
    }
    Ok(Sealed { salt: decoded(salt)?, work, frame })
}

pub(crate) fn decoded<const N: usize>(letters: &str) -> Result<[u8; N], FileFault> {
    let bytes = STANDARD_NO_PAD.decode(letters).map_err(|_| BROKEN)?;
    bytes.try_into().map_err(|_| BROKEN)
}

fn wrap_key(words: &SecretString, salt: &[u8; 16], work: u8) -> Option<Key> {
    let mut key = Key::default();
    let salt = [LABEL, salt].concat();
    let params = scrypt::Params::new(work, 8, 1).ok()?;
    scrypt::scrypt(words.expose_secret().as_bytes(), &salt, &params, key.as_mut_slice()).ok()?;
    Some(key)
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}

fn derived(key: &FileKey, salt: Option<&[u8]>, info: &[u8]) -> Key {
    let mut out = Key::default();
    // Fails only for lengths beyond 8,160 bytes.
    let _ = Hkdf::<Sha256>::new(salt, key.as_slice()).expand(info, out.as_mut_slice());
    out
}

fn mac(key: &FileKey, head: &[u8]) -> Hmac<Sha256> {
    // A whole block: HMAC would fill the rest of it with zeros itself.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(derived(key, None, b"header").as_slice());
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new((&*block).into());
    mac.update(head);
    mac
}

fn payload_key(key: &FileKey, nonce: &[u8]) -> Key {
    derived(key, Some(nonce), b"payload")
}

/// The number of the chunk, and whether it is the last: none can be left out, moved or added.
fn chunk_nonce(number: u64, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> SecretString {
        SecretString::from(words)
    }

    #[test]
    fn what_was_locked_opens_with_the_same_words_and_no_others() {
        let sealed =
            seal("Jeg synger".as_bytes(), &words("kaffe løvfald sommer cykel bro havn"), &World::real()).unwrap();
        assert!(is_sealed(&sealed) && !String::from_utf8_lossy(&sealed).contains("synger"));
        let opened = open(&sealed, &words("kaffe løvfald sommer cykel bro havn")).unwrap();
        assert_eq!(opened.as_slice(), "Jeg synger".as_bytes());
        assert_eq!(open(&sealed, &words("kaffe løvfald sommer cykel bro")).unwrap_err(), FileFault::Words);
    }

    #[test]
    fn a_file_that_asks_for_endless_work_is_refused_at_once() {
        for work in ["19", "30", "63"] {
            let head = format!(
                "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA {work}\n{}\n--- {}\n{}",
                "A".repeat(43),
                "A".repeat(43),
                "0123456789abcdef0123456789abcdef"
            );
            let began = std::time::Instant::now();
            assert_eq!(look(head.as_bytes()), Err(FileFault::Costly), "before any words are asked for: {work}");
            assert_eq!(open(head.as_bytes(), &words("x")).unwrap_err(), FileFault::Costly);
            assert!(began.elapsed().as_secs() < 1);
        }
    }

    #[test]
    fn a_file_that_was_changed_or_cut_is_told_and_gives_nothing() {
        let sealed = seal_with(&[7; 200_000], &words("ord"), 10, &World::real()).unwrap();
        let mut bent = sealed.clone();
        *bent.last_mut().unwrap() ^= 1;
        assert_eq!(open(&bent, &words("ord")).unwrap_err(), FileFault::Broken("the lock"));
        assert!(open(&sealed[..sealed.len() - 5], &words("ord")).is_err());
        let chunk = CHUNK + TAG;
        let payload = sealed.len() - 200_000 - 4 * TAG;
        let mut moved = sealed.clone();
        moved[payload..payload + 2 * chunk].rotate_left(chunk);
        assert_eq!(
            open(&moved, &words("ord")).unwrap_err(),
            FileFault::Broken("the lock"),
            "no part changes its place"
        );
        let cut = &sealed[..payload + chunk];
        assert_eq!(open(cut, &words("ord")).unwrap_err(), FileFault::Broken("the lock"), "nor is the end left out");
        for end in 0..200 {
            let _ = look(&sealed[..end]);
        }
        let key = "a".repeat(42) + "A";
        for lock in [
            format!("-> X25519 {key}\n{key}\n--- {key}\n"),
            format!("-> X25519 {key}\n{key}\n-> X25519 {key}\n{key}\n--- {key}\n"),
            "-> ssh-ed25519 abcd\n".to_string(),
        ] {
            let other = format!("age-encryption.org/v1\n{lock}");
            assert_eq!(look(other.as_bytes()), Err(FileFault::OtherLock), "{lock}");
        }
    }

    #[test]
    fn every_length_around_the_chunks_comes_back() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1] {
            let plain = vec![3; length];
            let sealed = seal_with(&plain, &words("ord"), 10, &World::real()).unwrap();
            assert_eq!(*open(&sealed, &words("ord")).unwrap(), plain, "{length}");
            let letters = STANDARD.encode(&sealed);
            let lines: Vec<&str> =
                letters.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
            let armoured = format!("{BEGIN}\n{}\n{END}\n", lines.join("\n"));
            assert_eq!(*open(armoured.as_bytes(), &words("ord")).unwrap(), plain, "in letters too");
        }
    }

    #[test]
    fn a_file_in_letters_is_known_whatever_stands_before_it() {
        let sealed = seal_with(b"x", &words("ord"), 10, &World::real()).unwrap();
        let armoured = format!("{BEGIN}\n{}\n{END}\n", STANDARD.encode(&sealed));
        for before in ["\n", "\u{b}", "\u{a0}", "\u{85}\u{3000}"] {
            let file = format!("{before}{armoured}");
            assert_eq!(look(file.as_bytes()), Ok(()));
            assert!(is_sealed(file.as_bytes()), "what can be opened is a locked file: {before:?}");
        }
        assert!(is_sealed(&[BEGIN.as_bytes(), b"\xff"].concat()), "a broken one is one too");
    }

    #[test]
    fn words_never_share_a_file_with_another_lock() {
        let sealed = seal_with(b"x", &words("ord"), 10, &World::real()).unwrap();
        let text = String::from_utf8_lossy(&sealed).into_owned();
        let two = text.replacen("--- ", "-> X25519 AAAA\nAAAA\n--- ", 1);
        assert_eq!(look(two.as_bytes()), Err(FileFault::Broken("the lock")));
    }
}
