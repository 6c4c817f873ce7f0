//! `journal`: every change since the last verified backup, sealed, numbered, and on the disk before the book itself has it.
//! Its last record is also the mark the book must reach when it is opened. Layout: docs/book-format.md.
//! Not here: what opening does with it (`opening/recover`).

mod record;
#[cfg(test)]
mod tests;

use crate::error::Error;
use crate::folder::{Folder, flush_folder_of, private_file};
use crate::keys::KeyBytes;
use crate::store::revision::{self, Revision};
use crate::world::World;
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
pub use record::{Record, read as read_record, write as write_record};
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

const NAME: &[u8] = b"holdepunkt-journal 1\n";
const ID: usize = 16;
const HEAD: usize = NAME.len() + ID;
const NONCE: usize = 24;
/// Length and nonce, before what is sealed.
const FRAME: usize = 4 + NONCE;
/// More is not read: a backup, and with it a new journal, is due long before.
const MOST: u64 = 512 * 1024 * 1024;

/// The key of the journal, from the data key.
pub(crate) const KEY: &str = "journal";

type Key = KeyBytes;

/// Where a record stands: its number and its link of the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub seq: i64,
    pub chain: Vec<u8>,
}

impl Mark {
    #[must_use]
    pub fn of(revision: &Revision) -> Self {
        Self { seq: revision.seq, chain: revision.chain.clone() }
    }
}

/// The open journal of an open book.
pub struct Journal {
    file: File,
    path: PathBuf,
    key: Key,
    id: [u8; ID],
    count: u64,
    end: u64,
    /// Where it stood before the newest records, and how many they are.
    before: u64,
    newest: u64,
    /// A flush failed or a record could not be taken back: what is on the disk is not known.
    broken: bool,
}

/// What was read of a journal file.
#[derive(Debug, Default)]
pub struct Past {
    pub base: Mark,
    pub records: Vec<Record>,
    id: [u8; ID],
    end: u64,
    /// Bytes after the last record that can be read.
    pub torn: bool,
}

impl Past {
    /// What the book must have reached.
    #[must_use]
    pub fn mark(&self) -> Mark {
        self.records.last().map_or_else(|| self.base.clone(), |(revision, _)| Mark::of(revision))
    }
}

impl Journal {
    /// A new journal after `base`, safe on the disk; one that was there becomes `journal.old`. `tail` is what has been written since `base`.
    ///
    /// # Errors
    /// When it cannot be written; the old one stands then.
    pub fn begin(folder: &Folder, key: Key, base: &Mark, tail: &[Record], world: &World) -> Result<Self, Error> {
        let aside = folder.journal_new();
        let mut id = [0; ID];
        world.fill(&mut id)?;
        let mut file = private_file().create(true).write(true).read(true).truncate(true).open(&aside)?;
        let mut bytes = NAME.to_vec();
        bytes.extend(id);
        bytes.extend(seal(&key, &id, 0, &record::write_base(base.seq, &base.chain), world)?);
        let mut count = 1;
        for (revision, changeset) in tail {
            bytes.extend(seal(&key, &id, count, &record::write(revision, changeset), world)?);
            count += 1;
        }
        let written = file.write_all(&bytes).and_then(|()| file.sync_all());
        if let Err(error) = written {
            let _ = fs::remove_file(&aside);
            return Err(error.into());
        }
        if folder.journal().try_exists()? {
            fs::rename(folder.journal(), folder.journal_old())?;
        }
        fs::rename(&aside, folder.journal())?;
        flush_folder_of(&folder.journal())?;
        let end = bytes.len() as u64;
        Ok(Self { file, path: folder.journal(), key, id, count, end, before: end, newest: 0, broken: false })
    }

    /// Goes on where what was read ended; a torn end is cut off.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn go_on(folder: &Folder, key: Key, past: &Past) -> Result<Self, Error> {
        Self::at(folder, key, past.id, past.records.len() as u64 + 1, past.end)
    }

    fn at(folder: &Folder, key: Key, id: [u8; ID], count: u64, end: u64) -> Result<Self, Error> {
        let path = folder.journal();
        let mut file = private_file().write(true).read(true).open(&path)?;
        if file.metadata()?.len() != end {
            file.set_len(end)?;
            file.sync_all()?;
        }
        file.seek(SeekFrom::Start(end))?;
        Ok(Self { file, path, key, id, count, end, before: end, newest: 0, broken: false })
    }

    /// The journal when its last record is the book's newest revision: the way of every ordinary opening, which reads the file but unseals
    /// two records of it. None when it is not as simple as that.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn resume(folder: &Folder, key: &Key, head: &Mark) -> Result<Option<Self>, Error> {
        let Some((bytes, id)) = load(&folder.journal())? else { return Ok(None) };
        let frames = frames(&bytes);
        let Some(last) = frames.last() else { return Ok(None) };
        if last.end != bytes.len() {
            return Ok(None);
        }
        let count = frames.len() as u64;
        let Some(body) = unseal(key, &id, count - 1, &bytes[last.clone()]) else { return Ok(None) };
        let mark = match count {
            1 => record::read_base(&body).map(|(seq, chain)| Mark { seq, chain }),
            _ => record::read(&body).map(|(revision, _)| Mark::of(&revision)),
        };
        match mark {
            Ok(mark) if mark == *head => Self::at(folder, key.clone(), id, count, bytes.len() as u64).map(Some),
            _ => Ok(None),
        }
    }

    /// Appends what was done at once; gives when it is on the disk.
    ///
    /// # Errors
    /// When it cannot be written: then it is as before, or the journal is of no more use and refuses every further change.
    pub fn append(&mut self, written: &[Record], world: &World) -> Result<(), Error> {
        if self.broken {
            return Err(Error::Io(ErrorKind::Other));
        }
        let mut frames = Vec::new();
        let mut count = self.count;
        for (revision, changeset) in written {
            frames.extend(seal(&self.key, &self.id, count, &record::write(revision, changeset), world)?);
            count += 1;
        }
        let before = self.end;
        if let Err(error) = self.file.write_all(&frames) {
            self.cut(before);
            return Err(error.into());
        }
        if let Err(error) = self.file.sync_data() {
            // After a failed flush the system may call the next one good without having written.
            self.cut(before);
            self.broken = error.kind() != ErrorKind::StorageFull;
            return Err(error.into());
        }
        self.before = before;
        self.newest = count - self.count;
        self.end = before + frames.len() as u64;
        self.count = count;
        Ok(())
    }

    /// Takes the newest records back: the book could not take what was done.
    pub fn take_back(&mut self) {
        if self.before < self.end {
            let before = self.before;
            self.cut(before);
            self.end = before;
            self.count -= self.newest;
        }
    }

    fn cut(&mut self, end: u64) {
        let cut = self.file.set_len(end).and_then(|()| self.file.seek(SeekFrom::Start(end)));
        self.broken |= cut.and_then(|_| self.file.sync_data()).is_err();
    }

    /// Nothing more can be written until the book is opened again.
    #[must_use]
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Bytes.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.end
    }

    /// What has been written since `mark`, read back from the disk.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn since(&self, mark: &Mark) -> Result<Vec<Record>, Error> {
        let past = read(&self.path, &self.key)?.unwrap_or_default();
        Ok(past.records.into_iter().filter(|(revision, _)| revision.seq > mark.seq).collect())
    }
}

/// Reads a journal as far as it can be read; what was done at once is read whole or not at all. None when there is none, or its beginning is not ours.
///
/// # Errors
/// When the file cannot be read at all.
pub fn read(path: &Path, key: &Key) -> Result<Option<Past>, Error> {
    let Some((bytes, id)) = load(path)? else { return Ok(None) };
    let mut past = Past { id, ..Past::default() };
    let mut unfinished = Vec::new();
    for (index, frame) in frames(&bytes).into_iter().enumerate() {
        let end = frame.end as u64;
        let Some(body) = unseal(key, &id, index as u64, &bytes[frame]) else { break };
        if index == 0 {
            let Ok((seq, chain)) = record::read_base(&body) else { return Ok(None) };
            past.base = Mark { seq, chain };
        } else {
            let Ok(record) = record::read(&body) else { break };
            let goes_on = record.0.field == revision::GOES_ON;
            unfinished.push(record);
            if goes_on {
                continue;
            }
            past.records.append(&mut unfinished);
        }
        past.end = end;
    }
    past.torn = past.end != bytes.len() as u64;
    Ok(Some(past).filter(|past| past.end > 0))
}

/// All bytes, and the random name of this one file.
type Loaded = (Vec<u8>, [u8; ID]);

fn load(path: &Path) -> Result<Option<Loaded>, Error> {
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    let mut bytes = Vec::with_capacity(usize::try_from(file.metadata()?.len().min(MOST)).unwrap_or_default());
    file.take(MOST).read_to_end(&mut bytes)?;
    let id = bytes.strip_prefix(NAME).and_then(|rest| rest.first_chunk::<ID>()).copied();
    Ok(id.map(|id| (bytes, id)))
}

/// Where the whole frames lie, by their lengths.
fn frames(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = HEAD;
    while let Some(length) = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()) {
        let Ok(length) = usize::try_from(u32::from_le_bytes(*length)) else { break };
        let Some(end) = at.checked_add(FRAME).and_then(|end| end.checked_add(length)) else { break };
        if end > bytes.len() {
            break;
        }
        found.push(at..end);
        at = end;
    }
    found
}

/// The number is bound to what is sealed, so that no record can be left out, repeated or moved unseen.
fn bound(id: &[u8; ID], index: u64) -> Vec<u8> {
    [NAME, id, &index.to_le_bytes()].concat()
}

fn seal(key: &Key, id: &[u8; ID], index: u64, body: &[u8], world: &World) -> Result<Vec<u8>, Error> {
    let mut nonce = [0; NONCE];
    world.fill(&mut nonce)?;
    let aad = bound(id, index);
    let sealed = XChaCha20Poly1305::new((&**key).into())
        .encrypt((&nonce).into(), Payload { msg: body, aad: &aad })
        .map_err(|_| Error::Damaged("journal"))?;
    let length = u32::try_from(sealed.len()).map_err(|_| Error::Damaged("journal"))?;
    let mut frame = Vec::with_capacity(FRAME + sealed.len());
    frame.extend(length.to_le_bytes());
    frame.extend(nonce);
    frame.extend(sealed);
    Ok(frame)
}

fn unseal(key: &Key, id: &[u8; ID], index: u64, frame: &[u8]) -> Option<Vec<u8>> {
    let nonce: &[u8; NONCE] = frame.get(4..FRAME)?.try_into().ok()?;
    let aad = bound(id, index);
    let payload = Payload { msg: frame.get(FRAME..)?, aad: &aad };
    XChaCha20Poly1305::new((&**key).into()).decrypt(nonce.into(), payload).ok()
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("count", &self.count).field("end", &self.end).finish_non_exhaustive()
    }
}
