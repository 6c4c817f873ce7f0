//! The chain: each revision carries a keyed digest of its changeset, and a link over the revision before it, itself and
//! that digest. The link never covers the changeset itself, so a payload can be blanked (erased for good) and the chain holds.
//! Not here: where the key comes from (`keys/`).

use crate::error::Error;
use crate::store::Words as _;
use crate::store::revision::{self, Revision};
use hmac::{Hmac, KeyInit as _, Mac as _};
use rusqlite::Connection;
use sha2::Sha256;

type Digest = [u8; 32];

/// What a walk over the whole record found in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub revisions: u64,
    /// Revisions whose payload was erased or rewritten since.
    pub rewritten: u64,
}

/// Keyed digest of a changeset. Keyed, so that it does not tell what an erased payload said.
#[must_use]
pub fn digest(key: &Digest, changeset: &[u8]) -> Digest {
    mac(key, b"changeset", &[changeset])
}

/// The link of a revision to the one before it; `previous` is empty for the first.
#[must_use]
pub fn link(key: &Digest, previous: &[u8], r: &Revision) -> Digest {
    let numbers: [&[u8]; 6] = [
        &r.seq.to_le_bytes(),
        &r.at.to_le_bytes(),
        &i64::from(r.at_offset).to_le_bytes(),
        &r.step.to_le_bytes(),
        &r.undo_head.to_le_bytes(),
        &r.redo_head.to_le_bytes(),
    ];
    let words = [&r.id, &r.author, &r.visit, r.act.word(), &r.what, &r.page, &r.entry, &r.field].map(str::as_bytes);
    let mut parts: Vec<&[u8]> = vec![previous];
    parts.extend(numbers);
    parts.extend(words);
    parts.push(&r.digest);
    mac(key, b"revision", &parts)
}

/// Every part with its length before it, so that no two lists of parts read alike.
fn mac(key: &Digest, domain: &[u8], parts: &[&[u8]]) -> Digest {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for part in std::iter::once(&domain).chain(parts) {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Recomputes the chain from the first revision.
///
/// # Errors
/// [`Error::Damaged`] at the first revision that is missing, changed or out of order.
pub fn verify(connection: &Connection, key: &Digest) -> Result<Verified, Error> {
    let mut found = Verified::default();
    let mut previous = Vec::new();
    let mut seq = 0;
    revision::walk(connection, |revision, changeset| {
        seq += 1;
        let whole = revision.seq == seq
            && digest(key, changeset)[..] == revision.payload_digest[..]
            && link(key, &previous, &revision)[..] == revision.chain[..];
        if !whole {
            return Err(Error::Damaged("history"));
        }
        found.revisions += 1;
        found.rewritten += u64::from(revision.payload_digest != revision.digest);
        previous = revision.chain;
        Ok(())
    })?;
    Ok(found)
}
