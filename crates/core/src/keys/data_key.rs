//! The one key that encrypts a book, with the salt of its file. Not here: how it is wrapped (`slot`).

use super::kept::{Kept, KeyBytes, wipe_stack};
use crate::error::Error;
use crate::world::World;
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// Random 256-bit key and the 16 salt bytes at the head of the encrypted file. Both go to SQLCipher, so that the file
/// survives the loss of its first bytes.
#[derive(Clone)]
pub struct DataKey(Kept<KEY_BYTES>);

/// Bytes of key and salt together, as they are wrapped.
pub(super) const KEY_BYTES: usize = 48;
const KEY: usize = 32;

impl DataKey {
    pub(super) fn random(world: &World) -> Result<Self, Error> {
        Kept::random(world).map(Self)
    }

    /// A key of its own for one purpose, e.g. the digest of the history. The book's key cannot be told from it.
    #[must_use]
    pub fn derive(&self, label: &str) -> KeyBytes {
        let mut sub_key = KeyBytes::room();
        self.expand(label, &mut sub_key);
        wipe_stack();
        sub_key
    }

    #[inline(never)]
    fn expand(&self, label: &str, sub_key: &mut KeyBytes) {
        let (key, salt) = self.0.split_at(KEY);
        // 32 bytes are always within what HKDF gives; only more than 8,160 are refused.
        let _ = Hkdf::<Sha256>::new(Some(salt), key)
            .expand_multi_info(&[b"holdepunkt/", label.as_bytes()], sub_key.as_mut_slice());
    }

    /// The key without its salt.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.0[..KEY]
    }

    /// Key and salt as SQLCipher takes them: 96 hexadecimal digits, written at the end of `text`, which has room for them.
    pub(crate) fn write_hex(&self, text: &mut Zeroizing<String>) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in self.0.iter() {
            text.push(char::from(DIGITS[usize::from(byte >> 4)]));
            text.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }

    /// Key and salt, as they are wrapped.
    pub(super) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// None when there are not 48 of them.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Kept::copy_of(bytes).map(Self)
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}
