//! What a co-writer has written and not handed back, kept so that a crash or a power cut takes nothing: only their proposals, in a file that is
//! noise without the hand-over they were written on. Its key comes from what stands inside the hand-over, so whoever opens that again has it, and
//! nobody else. Not here: the book they are written in, which goes away whatever happens (the shell).

use super::answer::Answer;
use super::bundle::Head;
use crate::book::Book;
use crate::error::Error;
use crate::exchange::FileFault;
use crate::exchange::json::MOST_BYTES;
use crate::folder::{Folder, write_whole};
use crate::keys::KeyBytes;
use crate::store::Transaction;
use crate::store::proposal::{self, Kept};
use crate::visit::ProposalState;
use crate::world::World;
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt::Write as _;
use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::PathBuf;

/// Bound to what is sealed.
const HEADER: &[u8] = b"holdepunkt-draft 1";

const NONCE: usize = 24;

/// After so many days nobody comes back for it.
const KEPT_DAYS: i64 = 30;

/// Where what is written on one hand-over is kept.
pub struct Draft {
    path: PathBuf,
    key: KeyBytes,
    handover: String,
    author: String,
}

impl Draft {
    /// The place for a hand-over, in the folder of the program's own book.
    #[must_use]
    pub fn of(folder: &Folder, head: &Head) -> Self {
        let from = Hkdf::<Sha256>::new(Some(head.id.as_bytes()), head.token.as_bytes());
        let mut key = KeyBytes::room();
        let mut name = [0; 16];
        // Both are within what HKDF gives.
        let _ = from.expand(b"holdepunkt/draft", key.as_mut_slice());
        let _ = from.expand(b"holdepunkt/draft name", &mut name);
        let mut hex = String::with_capacity(32);
        for byte in name {
            let _ = write!(hex, "{byte:02x}");
        }
        let (handover, author) = (head.id.clone(), head.author.clone());
        Self { path: folder.drafts().join(hex), key, handover, author }
    }

    /// Keeps every proposal of the book as it stands; on disk when this gives.
    ///
    /// # Errors
    /// When it cannot be written; then what was kept before is kept.
    pub fn keep(&self, book: &Book) -> Result<(), Error> {
        let inside = book.as_answer()?.write()?;
        let mut file = vec![0; NONCE];
        book.world().fill(&mut file)?;
        let nonce: [u8; NONCE] = file.as_slice().try_into().map_err(|_| Error::Damaged("a draft"))?;
        let payload = Payload { msg: &inside, aad: HEADER };
        let sealed = XChaCha20Poly1305::new((&*self.key).into()).encrypt((&nonce).into(), payload);
        file.extend(sealed.map_err(|_| Error::Damaged("a draft"))?);
        if let Some(above) = self.path.parent() {
            Folder::at(above)?.prepare()?;
        }
        write_whole(&self.path, &file)
    }

    /// Puts what was kept back into the book of the same hand-over. Gives how many proposals came back.
    ///
    /// # Errors
    /// [`FileFault::Broken`] when what is kept cannot be read; then nothing came back.
    pub fn take_up(&self, book: &mut Book) -> Result<u32, Error> {
        let Some(file) = self.read()? else { return Ok(0) };
        let (nonce, sealed) = file.split_first_chunk::<NONCE>().ok_or(FileFault::Broken("a draft"))?;
        let payload = Payload { msg: sealed, aad: HEADER };
        let inside = XChaCha20Poly1305::new((&*self.key).into()).decrypt(nonce.into(), payload);
        let answer = Answer::read(&inside.map_err(|_| FileFault::Broken("a draft"))?)?;
        if answer.head.handover != self.handover || answer.head.author != self.author {
            return Err(FileFault::Broken("a draft").into());
        }
        let count = u32::try_from(answer.proposals.len()).unwrap_or(u32::MAX);
        let transaction = Transaction::begin(book.connection())?;
        for proposal in answer.proposals {
            let kept = Kept { proposal, state: ProposalState::Open, answered: 0, answered_offset: 0 };
            proposal::put(book.connection(), &kept)?;
        }
        transaction.commit()?;
        Ok(count)
    }

    fn read(&self) -> Result<Option<Vec<u8>>, Error> {
        let file = match fs::File::open(&self.path) {
            Ok(file) => file,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut bytes = Vec::new();
        let most = MOST_BYTES + MOST_BYTES / 16;
        file.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// It is handed back, or let go.
    pub fn forget(&self) {
        let _ = fs::remove_file(&self.path);
    }

    /// Takes away what nobody came back for.
    pub fn sweep(folder: &Folder, world: &World) {
        let Ok(files) = fs::read_dir(folder.drafts()) else { return };
        let now = world.now().timestamp();
        for file in files.flatten() {
            let written = file.metadata().and_then(|data| data.modified()).ok();
            let written = written.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
            let written = written.and_then(|since| i64::try_from(since.as_secs()).ok());
            if written.is_some_and(|written| now - written > KEPT_DAYS * 24 * 60 * 60) {
                let _ = fs::remove_file(file.path());
            }
        }
    }
}
