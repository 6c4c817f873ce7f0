//! Somebody else's book as the running app holds it: opened from a file into a private folder, locked with a key that lies nowhere, gone
//! afterwards. Not here: what may be done in it (core: the pen is the co-writer's, so everything is a proposal).

use super::{OpenBook, Shell};
use crate::contract::Status;
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::sealed;
use holdepunkt_core::folder::{Folder, PrivateFolder};
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::draft::Draft;
use holdepunkt_core::handover::guest::{self, GuestBookView, Resumed};
use holdepunkt_core::handover::lock::{self, Lock};
use holdepunkt_core::handover::{HandFault, give};
use holdepunkt_core::keys::{Cost, NewLock, Secret, as_drawn};
use holdepunkt_core::opening::{self, Look};
use holdepunkt_core::world::World;
use holdepunkt_i18n::Texts;
use secrecy::{ExposeSecret as _, SecretString};
use std::fmt::Write as _;
use zeroize::Zeroizing;

/// A file that was chosen, and what is in it once it is open.
pub struct Hand {
    sealed: Vec<u8>,
    bundle: Option<Bundle>,
}

/// Somebody else's book on the screen.
pub struct GuestBook {
    pub(super) open: OpenBook,
    sealed: Vec<u8>,
    /// Where what is written is kept until it is handed back; none where nothing can be written beside one's own book.
    draft: Option<Draft>,
    /// The last revision that is in it.
    kept: u32,
    /// The last revision that has been handed back.
    handed: u32,
    /// Locked for a while: the words of the file are asked for again.
    pub(super) rests: bool,
}

impl GuestBook {
    /// Does something with the book; what it wrote is kept on disk before anybody is told that it is saved.
    pub(super) fn with<T>(
        &mut self,
        texts: &Texts,
        job: impl FnOnce(&mut Book, &Texts) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let done = job(&mut self.open.book, texts)?;
        let revision = self.open.book.revision();
        if revision > self.kept
            && let Some(draft) = &self.draft
        {
            draft.keep(&self.open.book)?;
            self.kept = revision;
        }
        Ok(done)
    }

    pub(super) fn needs_words(&self) -> bool {
        lock::look(&self.sealed).is_ok_and(|lock| lock == Lock::Words)
    }
}

impl Shell {
    /// Keeps a chosen file until it is opened. True when it opens with words.
    pub fn pick_handover(&self, sealed: Vec<u8>) -> Result<bool, Error> {
        let lock = lock::look(&sealed)?;
        self.state().hand = Some(Hand { sealed, bundle: None });
        Ok(lock == Lock::Words)
    }

    /// Opens the chosen file, with words or with the key of the own book.
    pub fn read_handover(&self, words: &SecretString) -> Result<GuestBookView, Error> {
        let sealed = self.state().hand.as_ref().map(|hand| hand.sealed.clone()).ok_or(Error::NotFound("file"))?;
        let bundle = Bundle::read(&self.inside(&sealed, words)?)?;
        let view = bundle.view(self.texts());
        if let Some(hand) = &mut self.state().hand {
            hand.bundle = Some(bundle);
        }
        Ok(view)
    }

    /// Deriving the key of words takes a while; nothing else waits for it.
    fn inside(&self, sealed: &[u8], words: &SecretString) -> Result<Zeroizing<Vec<u8>>, Error> {
        match lock::look(sealed)? {
            Lock::Words => Ok(sealed::open(sealed, &as_drawn(words.expose_secret()))?),
            Lock::Key => {
                let state = self.state();
                let own = state.own.as_ref().ok_or(HandFault::NoKey)?;
                own.book.open_with_own_key(sealed)
            }
        }
    }

    /// Puts the opened file on the screen as a book of its own.
    pub fn begin_guest(&self, name: &str) -> Result<Status, Error> {
        if self.is_to_be_handed_back() {
            return Err(Error::NotHere("a second guest's book before the first is handed back"));
        }
        let hand = self.state().hand.take().ok_or(Error::NotFound("file"))?;
        let bundle = hand.bundle.ok_or(Error::NotFound("file"))?;
        let private = PrivateFolder::make(&self.world)?;
        let folder = Folder::at(private.path())?;
        // 256 random bits that nobody ever sees: the work of trying them does not matter, and without them the file is noise.
        let lock = NewLock::Passphrase(unknown(&self.world)?);
        let (opened, _) = opening::create(&folder, &lock, Cost::CHEAP, &self.world)?;
        let mut open = OpenBook::new(opened, &self.world, Some(private))?;
        guest::fill(&mut open.book, &bundle, name, self.texts())?;
        let draft = Draft::of(&self.folder, &bundle.head);
        let resumed = open.book.take_up(&draft)?;
        let kept = open.book.revision();
        // What came back is in no answer that we know of.
        let handed = if resumed == Resumed::All { 0 } else { kept };
        let draft = self.folder.prepare().is_ok().then_some(draft);
        let mut state = self.state();
        state.sample = None;
        state.guest = Some(GuestBook { open, sealed: hand.sealed, draft, kept, handed, rests: false });
        Ok(Status::Open)
    }

    /// What is written there has been handed back or let go by the co-writer: nothing is kept of it.
    pub fn let_guest_go(&self) {
        if let Some(draft) = self.state().guest.as_ref().and_then(|guest| guest.draft.as_ref()) {
            draft.forget();
        }
    }

    /// The file to be given back, and the revision it stands for.
    pub fn hand_back(&self) -> Result<(Vec<u8>, u32), Error> {
        let state = self.state();
        let guest = state.guest.as_ref().filter(|guest| !guest.rests).ok_or(Error::NotHere("an answer"))?;
        Ok((guest.open.book.hand_back()?, guest.open.book.revision()))
    }

    /// It was saved: up to here nothing is lost when the book goes away.
    pub fn handed_back(&self, revision: u32) {
        if let Some(guest) = &mut self.state().guest {
            guest.handed = guest.handed.max(revision);
        }
    }

    /// Whether something was written that is in no answer yet.
    pub fn is_to_be_handed_back(&self) -> bool {
        self.state().guest.as_ref().is_some_and(|guest| guest.open.book.revision() > guest.handed)
    }

    /// Takes the book away, with the folder it lay in.
    pub fn leave_guest(&self) -> Status {
        self.let_guest_go();
        let mut state = self.state();
        state.hand = None;
        // The file is closed before its folder goes.
        if let Some(GuestBook { open, .. }) = state.guest.take() {
            let OpenBook { book, hold, folder, .. } = open;
            let _ = book.close();
            drop(hold);
            drop(folder);
        }
        drop(state);
        self.status()
    }

    /// Back to a book that was locked for a while: with the words of its file, or one's own passphrase where it was locked to one's key.
    #[allow(clippy::needless_pass_by_value)] // it holds a secret that should end here
    pub fn wake_guest(&self, secret: SecretString) -> Result<Status, Error> {
        let sealed = match &self.state().guest {
            Some(guest) => guest.sealed.clone(),
            None => return Err(Error::NotFound("file")),
        };
        if lock::look(&sealed)? == Lock::Key {
            self.open_own(&secret)?;
        }
        drop(self.inside(&sealed, &secret)?);
        if let Some(guest) = &mut self.state().guest {
            guest.rests = false;
        }
        Ok(self.status())
    }

    fn open_own(&self, secret: &SecretString) -> Result<(), Error> {
        if self.state().own.is_some() {
            return Ok(());
        }
        if opening::look(&self.folder)? == Look::Open {
            let opened = opening::open_unlocked(&self.folder, &self.world)?;
            self.state().own = Some(OpenBook::new(opened, &self.world, None)?);
            return Ok(());
        }
        self.unlock(&Secret::Passphrase(secret.clone())).map(drop)
    }

    /// Nothing of somebody else's book is printed, saved or shared from here.
    pub fn at_home(&self) -> Result<(), Error> {
        if self.state().guest.is_some() { Err(Error::NotHere("somebody else's book")) } else { Ok(()) }
    }

    /// Notes a hand-over and writes its file, both or neither. Meanwhile the book may have been locked: then nothing leaves it.
    pub fn hand_out<T>(&self, prepared: &give::Prepared, write: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        self.with_book(|book, texts| book.give_handover(prepared, texts, write))
    }

    /// Gathers what is handed over; locking it is for the caller, who holds no book meanwhile.
    pub fn prepare_handover(&self, wanted: &give::HandoverWanted) -> Result<give::Prepared, Error> {
        self.with_book(|book, _| book.prepare_handover(wanted))
    }
}

fn unknown(world: &World) -> Result<SecretString, Error> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    world.fill(bytes.as_mut_slice())?;
    let mut text = Zeroizing::new(String::with_capacity(64));
    for byte in bytes.iter() {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(SecretString::from(text.as_str()))
}
