//! Files locked with words: plain age files (age-encryption.org), which any age program opens with the same words.
//! Not here: what is inside, and the words themselves (`keys`).

use super::fault::FileFault;
use super::json::MOST_BYTES;
use crate::error::Error;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use secrecy::{ExposeSecret as _, SecretString};
use std::io::{Read as _, Write as _};
use std::iter;
use zeroize::Zeroizing;

/// Words of a file: six of 2,048 are 66 bits, so that the words alone are enough and the work below only adds to them.
pub const WORDS: usize = 6;

/// scrypt's work for our own files, as a power of two: 128 MiB and about half a second.
const WORK: u8 = 17;

/// The most work a file may ask of us: what `age -p` writes, 256 MiB. Refused above it, before any of it is done.
pub const MOST_WORK: u8 = 18;

/// A locked file is longer than what is in it by its head and 16 bytes for every 64 KiB; in letters by a third more.
const MOST_LOCKED: usize = MOST_BYTES / 3 * 4 + MOST_BYTES / 16;

const BINARY: &[u8] = b"age-encryption.org/";
const LETTERS: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Whether it is a file that something locked with age.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(BINARY) || bytes.trim_ascii_start().starts_with(LETTERS)
}

/// Locks a file with words.
///
/// # Errors
/// When the system gives no randomness or memory.
pub fn seal(plain: &[u8], words: &SecretString) -> Result<Vec<u8>, Error> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(words.expose_secret()));
    recipient.set_work_factor(WORK);
    let failed = |_| Error::Io(std::io::ErrorKind::Other);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as _)).map_err(|_| Error::NoRandomness)?;
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(failed)?;
    writer.write_all(plain).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(sealed)
}

/// What can be said of a locked file before anyone has typed words.
///
/// # Errors
/// [`FileFault`] when no words would open it here.
pub fn look(sealed: &[u8]) -> Result<(), FileFault> {
    if sealed.len() > MOST_LOCKED {
        return Err(FileFault::TooBig);
    }
    let decryptor = decryptor(sealed)?;
    if !decryptor.is_scrypt() {
        return Err(FileFault::OtherLock);
    }
    match work(sealed) {
        Some(work) if work > u32::from(MOST_WORK) => Err(FileFault::Costly),
        _ => Ok(()),
    }
}

/// What is inside, never more than a file may hold.
///
/// # Errors
/// [`FileFault::Words`] when the words are others; what [`look`] says; [`FileFault::Broken`] when something was changed in it.
pub fn open(sealed: &[u8], words: &SecretString) -> Result<Zeroizing<Vec<u8>>, FileFault> {
    look(sealed)?;
    let mut identity = scrypt::Identity::new(SecretString::from(words.expose_secret()));
    identity.set_max_work_factor(MOST_WORK);
    let plain = decryptor(sealed)?.decrypt(iter::once(&identity as _)).map_err(|error| match error {
        DecryptError::ExcessiveWork { .. } => FileFault::Costly,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => FileFault::Words,
        DecryptError::NoMatchingKeys => FileFault::OtherLock,
        _ => FileFault::Broken("the lock"),
    })?;
    let mut inside = Zeroizing::new(Vec::new());
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX) + 1;
    plain.take(most).read_to_end(&mut inside).map_err(|_| FileFault::Broken("the lock"))?;
    if inside.len() > MOST_BYTES { Err(FileFault::TooBig) } else { Ok(inside) }
}

fn decryptor(sealed: &[u8]) -> Result<Decryptor<impl std::io::BufRead + '_>, FileFault> {
    // The reader of letters wants to begin with them.
    let sealed = if sealed.starts_with(BINARY) { sealed } else { sealed.trim_ascii_start() };
    Decryptor::new_buffered(age::armor::ArmoredReader::new(sealed)).map_err(|_| FileFault::Broken("the lock"))
}

/// The work a file in bytes asks for, as its second line says it. One in letters is asked when it is opened.
fn work(sealed: &[u8]) -> Option<u32> {
    let head = sealed.get(..400).unwrap_or(sealed);
    let line = head.split(|byte| *byte == b'\n').nth(1)?;
    let line = std::str::from_utf8(line).ok()?;
    line.strip_prefix("-> scrypt ")?.split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> SecretString {
        SecretString::from(words)
    }

    #[test]
    fn what_was_locked_opens_with_the_same_words_and_no_others() {
        let sealed = seal("Jeg synger".as_bytes(), &words("kaffe løvfald sommer cykel bro havn")).unwrap();
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
        let sealed = seal(&[7; 100_000], &words("ord")).unwrap();
        let mut bent = sealed.clone();
        *bent.last_mut().unwrap() ^= 1;
        assert_eq!(open(&bent, &words("ord")).unwrap_err(), FileFault::Broken("the lock"));
        assert!(open(&sealed[..sealed.len() - 5], &words("ord")).is_err());
        for end in 0..200 {
            let _ = look(&sealed[..end]);
        }
        assert_eq!(look(b"age-encryption.org/v1\n-> X25519 x\n"), Err(FileFault::Broken("the lock")));
    }
}
