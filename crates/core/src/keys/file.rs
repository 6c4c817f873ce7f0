//! `book.keys`: the slots, a code that only the holder of the key can make, and a checksum for the wear of time.
//! Written aside, flushed and renamed, twice (`.bak`). Not here: what a slot is (`slot`).

use super::data_key::DataKey;
use super::kept::Kept;
use super::keyring::Name;
use super::slot::Slot;
use crate::error::Error;
use crate::folder::{Folder, write_whole};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::{self, Write as _};
use std::io::Read as _;
use std::path::Path;
use zeroize::Zeroizing;

/// A longer key file is not ours.
pub const MOST_BYTES: u64 = 64 * 1024;
pub const MOST_SLOTS: usize = 16;

const NAME: &str = "holdepunkt-keys";
/// What a program must know to read the file; 2 only when there is a slot for the keyring in it, so that the others open with any.
const PLAIN: i64 = 1;
const WITH_KEYRING: i64 = 2;

/// The slots of a book. Holds no secret unless the book is open.
#[derive(Clone)]
pub struct KeyFile {
    slots: Vec<Slot>,
    /// The first two lines of the file, which `code` vouches for.
    head: Zeroizing<String>,
    code: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    slots: Vec<Slot>,
}

impl KeyFile {
    pub(super) fn seal(slots: Vec<Slot>, key: &DataKey) -> Self {
        let body = Body { slots };
        // Only maps with keys that are no text can fail here, and there are none.
        let json = Zeroizing::new(serde_json::to_string(&body).unwrap_or_default());
        let head = Zeroizing::new(format!("{NAME} {}\n{}\n", version_of(&body.slots), json.as_str()));
        let code = hex(&mac(key, &head).finalize().into_bytes());
        Self { slots: body.slots, head, code }
    }

    /// Whether the list of slots is as the holder of `key` left it.
    pub(super) fn verify(&self, key: &DataKey) -> Result<(), Error> {
        let code = unhex(&self.code).ok_or(Error::KeysDamaged)?;
        mac(key, &self.head).verify_slice(&code).map_err(|_| Error::KeysDamaged)
    }

    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The key stands in the file: anyone who has the file can read the book.
    #[must_use]
    pub fn is_open_book(&self) -> bool {
        self.slots.iter().any(Slot::is_open)
    }

    /// Whether a passphrase is one of the ways in.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        self.slots.iter().any(Slot::is_for_passphrase)
    }

    /// Under which name the computer's keyring keeps a secret for this book, if it is one of the ways in.
    #[must_use]
    pub fn in_keyring(&self) -> Option<Name> {
        self.slots.iter().find_map(Slot::in_keyring)
    }

    /// The file as text; layout in docs/book-format.md.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let summed = Zeroizing::new(format!("{}code {}\n", self.head.as_str(), self.code));
        let sum = hex(&Sha256::digest(summed.as_bytes()));
        Zeroizing::new(format!("{}sum {sum}\n", summed.as_str()))
    }

    /// Reads what [`KeyFile::text`] wrote.
    ///
    /// # Errors
    /// [`Error::KeysDamaged`] when a single bit is other than it was written, or when it asks for more than we are
    /// willing to do; [`Error::Newer`] when it is whole and of a later layout.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let damaged = || Error::KeysDamaged;
        if text.len() as u64 > MOST_BYTES {
            return Err(damaged());
        }
        let (summed, sum) = text.strip_suffix('\n').and_then(|text| text.rsplit_once("\nsum ")).ok_or_else(damaged)?;
        let summed = &text[..=summed.len()];
        if sum != hex(&Sha256::digest(summed.as_bytes())) {
            return Err(damaged());
        }
        let (first, rest) = summed.split_once('\n').ok_or_else(damaged)?;
        let version = first.strip_prefix(NAME).and_then(|version| version.trim().parse::<i64>().ok());
        let version = version.ok_or_else(damaged)?;
        match version {
            PLAIN | WITH_KEYRING => {}
            found if found > WITH_KEYRING => return Err(Error::Newer { found, known: WITH_KEYRING }),
            _ => return Err(damaged()),
        }
        let (json, code) = rest.split_once("\ncode ").ok_or_else(damaged)?;
        let body: Body = serde_json::from_str(json).map_err(|_| damaged())?;
        let slots = body.slots;
        if slots.is_empty()
            || slots.len() > MOST_SLOTS
            || !slots.iter().all(Slot::is_bearable)
            || version != version_of(&slots)
        {
            return Err(damaged());
        }
        let head = Zeroizing::new(summed[..first.len() + json.len() + 2].to_string());
        let code = code.strip_suffix('\n').filter(|code| unhex(code).is_some()).ok_or_else(damaged)?.to_string();
        Ok(Self { slots, head, code })
    }

    /// The keys in the folder: the first of `book.keys` and `book.keys.bak` that is whole.
    ///
    /// # Errors
    /// [`Error::KeysMissing`] when there is neither; what [`KeyFile::parse`] says when neither is whole.
    pub fn read(folder: &Folder) -> Result<Self, Error> {
        let main = Self::read_one(&folder.keys());
        let second = match &main {
            Ok(_) | Err(Error::Newer { .. }) => return main,
            Err(_) => Self::read_one(&folder.keys_bak()),
        };
        match (main, second) {
            (_, Ok(file)) => Ok(file),
            (Err(Error::KeysMissing), Err(error)) | (Err(error), Err(_)) => Err(error),
            (Ok(file), Err(_)) => Ok(file),
        }
    }

    /// The second copy alone.
    pub(crate) fn read_bak(folder: &Folder) -> Result<Self, Error> {
        Self::read_one(&folder.keys_bak()).map_err(|error| match error {
            Error::KeysMissing => Error::KeysDamaged,
            error => error,
        })
    }

    fn read_one(path: &Path) -> Result<Self, Error> {
        let file = match std::fs::File::open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Error::KeysMissing),
            file => file?,
        };
        let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Self::parse(std::str::from_utf8(&bytes).map_err(|_| Error::KeysDamaged)?)
    }

    /// Both copies, each flushed to the disk and renamed into place; the second only when the first is safe.
    ///
    /// # Errors
    /// When the folder cannot be written; then each copy is whole, the old or the new one.
    pub fn write(&self, folder: &Folder) -> Result<(), Error> {
        let text = self.text();
        write_whole(&folder.keys(), text.as_bytes())?;
        write_whole(&folder.keys_bak(), text.as_bytes())
    }

    /// After the book was opened with these keys: puts right a copy that is missing, damaged or older. A damaged one is
    /// kept beside it. That it cannot be written does not matter now: the other copy is whole.
    pub(crate) fn mend(&self, folder: &Folder) {
        let text = self.text();
        for path in [folder.keys(), folder.keys_bak()] {
            match Self::read_one(&path) {
                Ok(file) if file.text() == text => continue,
                Ok(_) | Err(Error::KeysMissing) => {}
                Err(_) => {
                    let mut kept = path.clone().into_os_string();
                    kept.push(".damaged");
                    let _ = std::fs::rename(&path, kept);
                }
            }
            let _ = write_whole(&path, text.as_bytes());
        }
    }
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyFile").field("slots", &self.slots).finish_non_exhaustive()
    }
}

fn version_of(slots: &[Slot]) -> i64 {
    if slots.iter().any(|slot| slot.in_keyring().is_some()) { WITH_KEYRING } else { PLAIN }
}

fn mac(key: &DataKey, head: &str) -> Hmac<Sha256> {
    // A key shorter than a block is filled up with zeros (RFC 2104); done here, it has the length the type asks for.
    let mut block = Kept::<64>::room();
    block[..32].copy_from_slice(key.derive("slot list").as_slice());
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(head.as_bytes());
    mac
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if text.len() != 64 || !text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Cost, NewLock, create};
    use crate::world::World;

    /// The file with another line for its code, and a checksum that fits.
    fn with_code(line: &str) -> String {
        let made = create(&NewLock::Open, Cost::CHEAP, &World::real()).expect("keys");
        let text = made.file.text();
        let (head, _) = text.split_once("code ").expect("a code");
        let summed = format!("{head}{line}");
        let sum = hex(&Sha256::digest(summed.as_bytes()));
        format!("{summed}sum {sum}\n")
    }

    #[test]
    fn a_code_that_is_none_is_damage_whatever_the_checksum_says() {
        let digits = "0".repeat(64);
        assert!(KeyFile::parse(&with_code(&format!("code {digits}\n"))).is_ok());
        for line in [
            format!("code {digits}\n\n"),
            format!("code {digits} \n"),
            format!("code {digits}0\n"),
            "code \n".to_string(),
            format!("code {}\n", "x".repeat(64)),
            format!("code {digits}\ncode {digits}\n"),
        ] {
            assert!(matches!(KeyFile::parse(&with_code(&line)), Err(Error::KeysDamaged)), "{line:?}");
        }
    }
}
