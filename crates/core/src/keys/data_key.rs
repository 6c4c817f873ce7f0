//! The one key that encrypts a book, with the salt of its file. Not here: how it is wrapped (`slot`).

use crate::error::Error;
use crate::world::World;
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// Random 256-bit key and the 16 salt bytes at the head of the encrypted file. Both go to SQLCipher, so that the file
/// survives the loss of its first bytes.
#[derive(Clone)]
pub struct DataKey {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; 16],
}

/// Bytes of key and salt together, as they are wrapped.
pub(super) const KEY_BYTES: usize = 48;

impl DataKey {
    pub(super) fn random(world: &World) -> Result<Self, Error> {
        let mut key = Zeroizing::new([0; 32]);
        world.fill(key.as_mut_slice())?;
        let mut salt = [0; 16];
        world.fill(&mut salt)?;
        Ok(Self { key, salt })
    }

    /// A key of its own for one purpose, e.g. the digest of the history. The book's key cannot be told from it.
    #[must_use]
    pub fn derive(&self, label: &str) -> Zeroizing<[u8; 32]> {
        let mut sub_key = Zeroizing::new([0; 32]);
        // 32 bytes are always within what HKDF gives; only more than 8,160 are refused.
        let _ = Hkdf::<Sha256>::new(Some(&self.salt), self.key.as_slice())
            .expand_multi_info(&[b"holdepunkt/", label.as_bytes()], sub_key.as_mut_slice());
        sub_key
    }

    /// The key without its salt.
    pub(crate) fn raw(&self) -> &[u8] {
        self.key.as_slice()
    }

    /// Key and salt as SQLCipher takes them: 96 hexadecimal digits.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = Zeroizing::new(String::with_capacity(2 * KEY_BYTES));
        for byte in self.bytes().iter() {
            hex.push(char::from(DIGITS[usize::from(byte >> 4)]));
            hex.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
        hex
    }

    pub(super) fn bytes(&self) -> Zeroizing<[u8; KEY_BYTES]> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        bytes[..32].copy_from_slice(self.key.as_slice());
        bytes[32..].copy_from_slice(&self.salt);
        bytes
    }

    /// None when there are not 48 of them.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != KEY_BYTES {
            return None;
        }
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(&bytes[..32]);
        let mut salt = [0; 16];
        salt.copy_from_slice(&bytes[32..]);
        Some(Self { key, salt })
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}
