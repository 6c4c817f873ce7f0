//! One record of the journal as bytes: a revision with its changeset, or where the journal begins.
//! Not here: sealing and the file (`journal`).

use crate::error::Error;
use crate::store::Words as _;
use crate::store::revision::{Act, Revision};

/// A revision as it was written, with its changeset.
pub type Record = (Revision, Vec<u8>);

const DAMAGED: Error = Error::Damaged("journal");

/// As it is before it is sealed.
#[must_use]
pub fn write(revision: &Revision, changeset: &[u8]) -> Vec<u8> {
    let r = revision;
    let mut bytes = Vec::with_capacity(changeset.len() + 384);
    for number in [r.seq, r.at, i64::from(r.at_offset), r.step, r.undo_head, r.redo_head] {
        bytes.extend(number.to_le_bytes());
    }
    for text in [&r.id, &r.author, &r.visit, r.act.word(), &r.what, &r.page, &r.entry, &r.field] {
        put(&mut bytes, text.as_bytes());
    }
    for part in [&r.digest, &r.chain, changeset] {
        put(&mut bytes, part);
    }
    bytes
}

/// What [`write`] wrote, after it was unsealed.
///
/// # Errors
/// [`Error::Damaged`].
pub fn read(bytes: &[u8]) -> Result<Record, Error> {
    let mut rest = Rest(bytes);
    let (seq, at, at_offset) = (rest.number()?, rest.number()?, rest.number()?);
    let (step, undo_head, redo_head) = (rest.number()?, rest.number()?, rest.number()?);
    let (id, author, visit) = (rest.text()?, rest.text()?, rest.text()?);
    let act = Act::of(&rest.text()?).ok_or(DAMAGED)?;
    let (what, page, entry, field) = (rest.text()?, rest.text()?, rest.text()?, rest.text()?);
    let (digest, chain, changeset) = (rest.part()?.to_vec(), rest.part()?.to_vec(), rest.part()?.to_vec());
    let at_offset = i32::try_from(at_offset).map_err(|_| DAMAGED)?;
    let payload_digest = digest.clone();
    let revision = Revision {
        seq,
        id,
        at,
        at_offset,
        author,
        visit,
        act,
        what,
        page,
        entry,
        field,
        step,
        undo_head,
        redo_head,
        digest,
        payload_digest,
        chain,
    };
    Ok((revision, changeset))
}

/// The first record: the revision the journal goes on from, and its link of the chain.
pub(super) fn write_base(seq: i64, chain: &[u8]) -> Vec<u8> {
    let mut bytes = seq.to_le_bytes().to_vec();
    put(&mut bytes, chain);
    bytes
}

pub(super) fn read_base(bytes: &[u8]) -> Result<(i64, Vec<u8>), Error> {
    let mut rest = Rest(bytes);
    Ok((rest.number()?, rest.part()?.to_vec()))
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend(part);
}

struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<i64, Error> {
        let bytes = self.take(8)?.try_into().map_err(|_| DAMAGED)?;
        Ok(i64::from_le_bytes(bytes))
    }

    fn part(&mut self) -> Result<&'a [u8], Error> {
        let length = self.take(4)?.try_into().map_err(|_| DAMAGED)?;
        self.take(usize::try_from(u32::from_le_bytes(length)).map_err(|_| DAMAGED)?)
    }

    fn text(&mut self) -> Result<String, Error> {
        String::from_utf8(self.part()?.to_vec()).map_err(|_| DAMAGED)
    }
}
