//! Visits as the running app holds them: a locked book is opened again by its owner only, and nobody but the owner sees keys or the card.
//! Not here: what is open in a visit and whose words come in (core).

use super::Shell;
use holdepunkt_core::book::Turn;
use holdepunkt_core::change::{Change, Id};
use holdepunkt_core::error::Error;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::opening;
use holdepunkt_core::view::Changed;
use holdepunkt_core::visit::VisitChange;
use holdepunkt_core::visit::record::VisitsView;

impl Shell {
    pub fn visits(&self) -> Result<VisitsView, Error> {
        let visits = self.with_book(|book, texts| book.visits(texts))?;
        Ok(VisitsView { asks_secret: self.asks_secret(), ..visits })
    }

    /// The book on the screen is one with a passphrase. The sample and somebody else's book have none; where the computer's keyring opens the book nobody is asked for
    /// twelve words to end a talk.
    fn asks_secret(&self) -> bool {
        let state = self.state();
        let shown = state.sample.is_none() && state.guest.is_none();
        let locked = shown && state.own.as_ref().is_some_and(|open| !open.hold.is_open_book());
        locked && opening::ways_in(&self.folder).map_or(true, |ways| ways.passphrase)
    }

    /// Only the owner: by the passphrase or the words, where there are any.
    fn by_owner(&self, secret: Option<&Secret>) -> Result<(), Error> {
        if !self.asks_secret() {
            return Ok(());
        }
        let state = self.state();
        let open = state.own.as_ref().ok_or(Error::Locked)?;
        open.hold.asked_again(secret.ok_or(Error::WrongPresent)?)
    }

    /// What is open from now on. More of the book is opened by its owner only; shutting can be done at once.
    pub fn open_chapters(&self, id: &Id, chapters: &[String], secret: Option<&Secret>) -> Result<Changed, Error> {
        let open = Change::Visit { visit: VisitChange::Open { id: id.clone(), chapters: chapters.to_vec() } };
        if self.opens_more(chapters)? {
            self.by_owner(secret)?;
        }
        self.with_book(|book, texts| book.change(open, texts))
    }

    fn opens_more(&self, chapters: &[String]) -> Result<bool, Error> {
        self.with_book(|book, _| Ok(chapters.iter().any(|chapter| book.is_shut(chapter))))
    }

    pub fn pause_visit(&self, secret: Option<&Secret>) -> Result<(), Error> {
        self.by_owner(secret)?;
        self.with_book(|book, _| book.pause_visit())?;
        self.renew_card();
        Ok(())
    }

    pub fn end_visit(&self, id: &Id, secret: Option<&Secret>) -> Result<Changed, Error> {
        self.by_owner(secret)?;
        let end = Change::Visit { visit: VisitChange::End { id: id.clone() } };
        let changed = self.with_book(|book, texts| book.change(end, texts))?;
        self.renew_card();
        Ok(changed)
    }

    /// Through the ordinary door a visit of a locked book is not ended, and no more of it opened: that would be a way round the passphrase.
    pub(super) fn may_be_anyones(&self, change: &Change) -> Result<(), Error> {
        match change {
            Change::Visit { visit: VisitChange::End { .. } } => self.by_owner(None),
            Change::Visit { visit: VisitChange::Open { chapters, .. } } if self.opens_more(chapters)? => {
                self.by_owner(None)
            }
            _ => Ok(()),
        }
    }

    /// Nor do undo and redo open what was shut.
    pub(super) fn may_be_turned(&self, turn: Turn) -> Result<(), Error> {
        let opens = self.with_book(|book, _| Ok(book.visit_now().is_some() && book.turns_what_is_open(turn)))?;
        if opens && self.asks_secret() { Err(Error::VisitGoesOn) } else { Ok(()) }
    }

    /// Keys and the card are nobody's but the owner's to see.
    pub fn alone(&self) -> Result<(), Error> {
        self.at_home()?;
        let state = self.state();
        [&state.sample, &state.own].into_iter().flatten().try_for_each(|open| open.book.only_when_alone())
    }
}
