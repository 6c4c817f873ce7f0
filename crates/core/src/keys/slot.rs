//! One way in: the data key wrapped for a passphrase, for recovery words or for the computer's keyring, or in the clear for the open book.
//! Not here: the file the slots stand in (`file`).

use super::cost::Cost;
use super::data_key::{DataKey, KEY_BYTES};
use super::kept::{Kept, KeyBytes};
use super::keyring::{Name, RingKey};
use crate::error::Error;
use crate::world::World;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hkdf::Hkdf;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// Bytes of fixed length, Base64 in the file.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Bytes<const N: usize>([u8; N]);

/// The data key (48 bytes) and the 16 bytes that prove it was opened with the right one.
const SEALED_BYTES: usize = KEY_BYTES + 16;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum Slot {
    Passphrase {
        cost: Cost,
        salt: Bytes<16>,
        nonce: Bytes<24>,
        sealed: Bytes<SEALED_BYTES>,
    },
    Words {
        salt: Bytes<16>,
        nonce: Bytes<24>,
        sealed: Bytes<SEALED_BYTES>,
    },
    /// For the secret that the computer's keyring keeps under this name.
    Keyring {
        name: Bytes<16>,
        nonce: Bytes<24>,
        sealed: Bytes<SEALED_BYTES>,
    },
    /// The key itself: this book has no lock.
    Open {
        key: Bytes<KEY_BYTES>,
    },
}

impl Slot {
    pub(super) fn for_passphrase(key: &DataKey, passphrase: &[u8], cost: Cost, world: &World) -> Result<Self, Error> {
        let (salt, nonce) = (Bytes::random(world)?, Bytes::random(world)?);
        let wrap = cost.stretch(passphrase, &salt.0)?;
        let sealed = seal(key, &wrap, &nonce, &passphrase_header(cost, &salt))?;
        Ok(Self::Passphrase { cost, salt, nonce, sealed })
    }

    pub(super) fn for_words(key: &DataKey, entropy: &Kept<16>, world: &World) -> Result<Self, Error> {
        let (salt, nonce) = (Bytes::random(world)?, Bytes::random(world)?);
        let sealed = seal(key, &words_key(entropy, &salt), &nonce, &words_header(&salt))?;
        Ok(Self::Words { salt, nonce, sealed })
    }

    pub(super) fn for_keyring(key: &DataKey, ring: &RingKey, world: &World) -> Result<Self, Error> {
        let (name, nonce) = (Bytes(ring.name.0), Bytes::random(world)?);
        let sealed = seal(key, &ring_key(&ring.secret, &name), &nonce, &keyring_header(&name))?;
        Ok(Self::Keyring { name, nonce, sealed })
    }

    pub(super) fn open(key: &DataKey) -> Self {
        Self::Open { key: Bytes(*key.bytes()) }
    }

    /// None when this slot does not open with it.
    pub(super) fn with_passphrase(&self, passphrase: &[u8]) -> Result<Option<DataKey>, Error> {
        let Self::Passphrase { cost, salt, nonce, sealed } = self else { return Ok(None) };
        let wrap = cost.stretch(passphrase, &salt.0)?;
        Ok(unseal(sealed, &wrap, nonce, &passphrase_header(*cost, salt)))
    }

    /// None when this slot does not open with them.
    pub(super) fn with_words(&self, entropy: &Kept<16>) -> Result<Option<DataKey>, Error> {
        let Self::Words { salt, nonce, sealed } = self else { return Ok(None) };
        Ok(unseal(sealed, &words_key(entropy, salt), nonce, &words_header(salt)))
    }

    /// None when this slot does not open with it.
    pub(super) fn with_keyring(&self, secret: &KeyBytes) -> Option<DataKey> {
        let Self::Keyring { name, nonce, sealed } = self else { return None };
        unseal(sealed, &ring_key(secret, name), nonce, &keyring_header(name))
    }

    /// Under which name the keyring keeps the secret of this slot.
    pub(super) const fn in_keyring(&self) -> Option<Name> {
        match self {
            Self::Keyring { name, .. } => Some(Name(name.0)),
            Self::Passphrase { .. } | Self::Words { .. } | Self::Open { .. } => None,
        }
    }

    pub(super) fn without_lock(&self) -> Option<DataKey> {
        match self {
            Self::Open { key } => DataKey::from_bytes(&key.0),
            Self::Passphrase { .. } | Self::Words { .. } | Self::Keyring { .. } => None,
        }
    }

    pub(super) const fn is_for_words(&self) -> bool {
        matches!(self, Self::Words { .. })
    }

    pub(super) const fn is_for_passphrase(&self) -> bool {
        matches!(self, Self::Passphrase { .. })
    }

    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether it asks for no more work than we are willing to do.
    pub(super) const fn is_bearable(&self) -> bool {
        match self {
            Self::Passphrase { cost, .. } => cost.is_bearable(),
            Self::Words { .. } | Self::Keyring { .. } | Self::Open { .. } => true,
        }
    }
}

/// What is bound to the wrapped key, so that no part of a slot can be exchanged for another.
fn passphrase_header(cost: Cost, salt: &Bytes<16>) -> Vec<u8> {
    let mut header = b"holdepunkt-keys 1 passphrase".to_vec();
    for number in [cost.memory, cost.passes, cost.lanes] {
        header.extend(number.to_be_bytes());
    }
    header.extend(salt.0);
    header
}

fn words_header(salt: &Bytes<16>) -> Vec<u8> {
    let mut header = b"holdepunkt-keys 1 words".to_vec();
    header.extend(salt.0);
    header
}

fn keyring_header(name: &Bytes<16>) -> Vec<u8> {
    let mut header = b"holdepunkt-keys 2 keyring".to_vec();
    header.extend(name.0);
    header
}

/// The secret is 256 random bits; the name of the slot stands in for a salt.
fn ring_key(secret: &KeyBytes, name: &Bytes<16>) -> KeyBytes {
    let mut key = KeyBytes::room();
    // 32 bytes are always within what HKDF gives.
    let _ = Hkdf::<Sha256>::new(Some(&name.0), secret.as_slice()).expand(b"holdepunkt/keyring", key.as_mut_slice());
    key
}

/// The words carry 128 random bits, so that no work factor is needed.
fn words_key(entropy: &Kept<16>, salt: &Bytes<16>) -> KeyBytes {
    let mut key = KeyBytes::room();
    // 32 bytes are always within what HKDF gives.
    let _ =
        Hkdf::<Sha256>::new(Some(&salt.0), entropy.as_slice()).expand(b"holdepunkt/recovery words", key.as_mut_slice());
    key
}

fn seal(key: &DataKey, wrap: &KeyBytes, nonce: &Bytes<24>, header: &[u8]) -> Result<Bytes<SEALED_BYTES>, Error> {
    XChaCha20Poly1305::new((&**wrap).into())
        .encrypt((&nonce.0).into(), Payload { msg: key.bytes().as_slice(), aad: header })
        .ok()
        .and_then(|sealed| sealed.try_into().ok())
        .map(Bytes)
        .ok_or(Error::KeysDamaged)
}

fn unseal(sealed: &Bytes<SEALED_BYTES>, wrap: &KeyBytes, nonce: &Bytes<24>, header: &[u8]) -> Option<DataKey> {
    let opened = XChaCha20Poly1305::new((&**wrap).into())
        .decrypt((&nonce.0).into(), Payload { msg: &sealed.0, aad: header })
        .ok()?;
    DataKey::from_bytes(&Zeroizing::new(opened))
}

impl<const N: usize> Bytes<N> {
    fn random(world: &World) -> Result<Self, Error> {
        let mut bytes = [0; N];
        world.fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

impl<const N: usize> Drop for Bytes<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> fmt::Debug for Bytes<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl<const N: usize> Serialize for Bytes<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Zeroizing::new(STANDARD.encode(self.0)))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Bytes<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        let bytes = Zeroizing::new(STANDARD.decode(text.as_bytes()).map_err(serde::de::Error::custom)?);
        bytes.as_slice().try_into().map(Self).map_err(serde::de::Error::custom)
    }
}
