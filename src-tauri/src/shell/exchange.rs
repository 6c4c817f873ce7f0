//! A file that is looked at and held apart until the person says yes, and what goes out. Not here: dialogs, and what any file means (core).

use super::Shell;
use crate::exchange_commands::Opened;
use crate::saving;
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Copy, How, Id, PersonFields};
use holdepunkt_core::document::Document;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::bring::Chosen;
use holdepunkt_core::exchange::json::MOST_BYTES;
use holdepunkt_core::exchange::plain::TextOrder;
use holdepunkt_core::exchange::preview::Arriving;
use holdepunkt_core::exchange::{self, Parcel, picture, sealed};
use holdepunkt_core::going::{Going, Stage};
use holdepunkt_core::keys;
use holdepunkt_core::printing;
use holdepunkt_core::share::{self, Filed, Saying};
use holdepunkt_core::view::Changed;
use holdepunkt_i18n::{Language, Texts};
use secrecy::SecretString;
use std::path::PathBuf;

/// The file that was pointed at; forgotten when the book is locked, when it is taken in, and when the person goes elsewhere.
#[derive(Default)]
pub struct Waiting {
    sealed: Vec<u8>,
    parcel: Option<Parcel>,
}

/// A file or text that went out last, as the register keeps it; forgotten when the book is locked.
pub struct Outgoing {
    copy: Copy,
    lines: Vec<Saying>,
}

impl Outgoing {
    fn of(book: &Book, file: &Filed<'_>, texts: &Texts) -> Result<Self, Error> {
        let (copy, lines) = share::filed(book, file, texts)?;
        Ok(Self { copy, lines })
    }
}

impl Shell {
    /// Six words for a file that will be locked; nothing is kept of them.
    pub fn draw_words(&self) -> Result<SecretString, Error> {
        keys::draw_words(&self.world, sealed::WORDS)
    }

    /// The whole book as an open file, and what the register is told when somebody gets it.
    pub fn whole_book(&self, locked: bool) -> Result<(Vec<u8>, Outgoing), Error> {
        self.with_book(|book, texts| {
            let bytes = book.as_open_file()?.into_bytes();
            Ok((bytes, Outgoing::of(book, &Filed::Book { locked }, texts)?))
        })
    }

    /// Chapters as text, and what the register is told when somebody gets it.
    pub fn text(&self, order: &TextOrder) -> Result<(String, Outgoing), Error> {
        self.with_book(|book, texts| {
            let text = book.as_text(order, texts)?;
            Ok((text, Outgoing::of(book, &Filed::Text { chapters: &order.chapters }, texts)?))
        })
    }

    /// The first page of the crisis plan for a telephone, and what the register is told when somebody gets it.
    pub fn phone_picture(&self, language: Language) -> Result<(Document, Outgoing), Error> {
        self.at_home()?;
        let texts = Self::texts_in(language);
        self.with_book(|book, _| {
            let (document, says) = printing::phone_picture(book, texts)?;
            Ok((document, Outgoing::of(book, &Filed::PhonePicture { says: &says }, texts)?))
        })
    }

    /// What was made is out there now; when it was not saved after all, what went out before it still is.
    pub fn went_out(&self, made: Outgoing, out: bool) {
        if !out {
            return;
        }
        let mut state = self.state();
        let open = if state.sample.is_some() { state.sample.as_mut() } else { state.own.as_mut() };
        if let Some(open) = open {
            open.outgoing = Some(made);
        }
    }

    /// Puts what went out last into the register.
    pub fn record_file(&self, id: Id, whom: String, how: How, replaces: Id) -> Result<Changed, Error> {
        self.alone()?;
        let copy = {
            let state = self.state();
            let open = state.sample.as_ref().or(state.own.as_ref()).ok_or(Error::Locked)?;
            let Outgoing { copy, lines } = open.outgoing.as_ref().ok_or(Error::NotFound("file"))?;
            Copy { whom, how, replaces, lines: share::kept(&id, lines), ..copy.clone() }
        };
        self.change(Change::RecordShare { id, copy })
    }

    /// Looks at a file: what it would bring, or that it asks for words. Where the book was locked while it was asked which, it is not held.
    pub fn look_at_file(&self, bytes: Vec<u8>, going: &Going) -> Result<Opened, Error> {
        self.leave_file();
        self.with_book(|_, _| Ok(()))?;
        if sealed::is_sealed(&bytes) {
            sealed::look(&bytes)?;
            self.state().waiting.sealed = bytes;
            return Ok(Opened { words: true, arriving: None });
        }
        Ok(Opened { words: false, arriving: Some(self.look_inside(&bytes, going)?) })
    }

    /// Opens the file that asked for words.
    pub fn unlock_file(&self, typed: &str) -> Result<Arriving, Error> {
        let waiting = self.state().waiting.sealed.clone();
        if waiting.is_empty() {
            return Err(Error::NotFound("file"));
        }
        let going = self.begin();
        going.at(Stage::Unlocking, 0, 1)?;
        let inside = sealed::open(&waiting, &keys::as_drawn(typed))?;
        self.look_inside(&inside, &going)
    }

    fn look_inside(&self, bytes: &[u8], going: &Going) -> Result<Arriving, Error> {
        let locks = self.locks();
        let parcel = exchange::read_along(bytes, going)?;
        let arriving = self.with_book(|book, texts| book.arriving(&parcel, going, texts))?;
        self.keep_waiting(parcel, locks)?;
        Ok(arriving)
    }

    /// Holds a file apart, unless the book was locked since: nothing comes back into memory then.
    fn keep_waiting(&self, parcel: Parcel, locks: u64) -> Result<(), Error> {
        let mut state = self.state();
        if state.locks != locks {
            return Err(Error::Locked);
        }
        state.waiting = Waiting { sealed: Vec::new(), parcel: Some(parcel) };
        Ok(())
    }

    /// The chosen lines and people, or with none chosen the whole book. Stopped, the file is still there and can be taken in again.
    #[allow(clippy::needless_pass_by_value)] // as the command hands it over
    pub fn take_in(&self, chosen: Option<Chosen>) -> Result<Changed, Error> {
        let going = self.begin();
        going.at(Stage::Copying, 0, 1)?;
        self.back_up_before(&going)?;
        let (parcel, locks) = {
            let mut state = self.state();
            (state.waiting.parcel.take().ok_or(Error::NotFound("file"))?, state.locks)
        };
        let taken = self.with_book(|book, texts| match &chosen {
            Some(chosen) => book.bring_some(&parcel, chosen, &going, texts),
            None => book.bring_whole(&parcel, &going, texts),
        });
        match taken {
            Ok(changed) => {
                self.renew_card();
                Ok(changed)
            }
            Err(error) => {
                let _ = self.keep_waiting(parcel, locks);
                Err(error)
            }
        }
    }

    pub fn leave_file(&self) {
        self.state().waiting = Waiting::default();
    }

    pub fn add_people(&self, people: &[PersonFields]) -> Result<Changed, Error> {
        self.with_book(|book, texts| book.add_people(people, texts))
    }

    /// Reads the photographs before the book is asked, so that nothing waits for it.
    pub fn add_paper(&self, page: &str, paths: &[PathBuf]) -> Result<Changed, Error> {
        let mut photographs = Vec::with_capacity(paths.len());
        for path in paths {
            photographs.push(picture::prepare(&saving::read(path, picture::MOST_BYTES)?)?);
        }
        self.with_book(|book, texts| book.add_paper(page, &photographs, texts))
    }

    pub fn add_picture(&self, line: &Id, section: &str, bytes: &[u8]) -> Result<Changed, Error> {
        let prepared = picture::prepare(bytes)?;
        self.with_book(|book, texts| book.add_picture(line, section, &prepared, texts))
    }
}

/// Whether a file that was made is larger than we would read again.
pub fn is_too_large(bytes: &[u8]) -> bool {
    bytes.len() > MOST_BYTES
}
