//! What keeps the book its owner's: the passphrase and the sheet, what is seen without unlocking, locking from outside,
//! setting aside. Not here: opening and closing (`shell`), and how any of it is encrypted (core).

use super::Shell;
use crate::contract::{SheetAnswer, Status};
use holdepunkt_core::book::{Book, Turn};
use holdepunkt_core::card::Card;
use holdepunkt_core::change::{Change, Id};
use holdepunkt_core::error::Error;
use holdepunkt_core::going::Going;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::opening;
use holdepunkt_core::view::{CardView, Changed};
use holdepunkt_core::visit::VisitChange;
use secrecy::SecretString;

impl Shell {
    /// Another passphrase. The present one or the words are asked for, unless the words just opened the book: whoever
    /// finds it open must not be able to shut its owner out.
    pub fn change_passphrase(&self, present: Option<&Secret>, passphrase: &SecretString) -> Result<(), Error> {
        // Who looks on could plant one, and be asked for it in the owner's place from then on.
        self.alone()?;
        let cost = (self.cost)();
        let mut state = self.state();
        let open = state.own.as_mut().ok_or(Error::Locked)?;
        match present {
            Some(secret) => open.hold.asked_again(secret)?,
            // Where there is none yet, nobody is shut out by one.
            None if open.by_words || !open.hold.has_passphrase() => {}
            None => return Err(Error::WrongPresent),
        }
        open.hold.renew_passphrase(passphrase, cost, &self.world)?;
        open.by_words = false;
        Ok(())
    }

    /// Whether a word of the new sheet was written down right.
    pub fn confirm_word(&self, number: u8, typed: &str) -> Result<bool, Error> {
        let state = self.state();
        let words = state.words.as_ref().ok_or(Error::NotFound("recovery words"))?;
        Ok(words.is_at(usize::from(number), typed))
    }

    /// Whether it is time to ask, once, where the sheet lies.
    pub fn sheet_due(&self) -> bool {
        let state = self.state();
        let locked = state.own.as_ref().is_some_and(|open| !open.hold.is_open_book());
        locked
            // The words stand on the screen.
            && state.words.is_none()
            && state.sample.is_none()
            && state.guest.is_none()
            && state.preferences.sheet_is_due(self.world.now().date_naive())
    }

    pub fn answer_sheet(&self, answer: SheetAnswer) {
        let mut state = self.state();
        state.preferences.sheet_is_answered(answer == SheetAnswer::Never);
        state.preferences.write(&self.folder);
    }

    pub fn change(&self, change: Change) -> Result<Changed, Error> {
        self.may_be_anyones(&change)?;
        if matches!(change, Change::Visit { visit: VisitChange::AcceptAll { .. } }) {
            // A step that undo takes back: no room for a copy must not stand in its way.
            let _ = self.back_up_before(&Going::default());
        }
        let touched = self.state().card.is_touched_by(&change);
        let changed = self.with_book(|book, texts| book.change(change, texts))?;
        if touched {
            self.renew_card();
        }
        Ok(changed)
    }

    pub fn undo(&self) -> Result<Changed, Error> {
        self.may_be_turned(Turn::Back)?;
        let changed = self.with_book(Book::undo)?;
        self.renew_card();
        Ok(changed)
    }

    pub fn redo(&self) -> Result<Changed, Error> {
        self.may_be_turned(Turn::Again)?;
        let changed = self.with_book(Book::redo)?;
        self.renew_card();
        Ok(changed)
    }

    /// What may be seen without unlocking, to be chosen line by line. A book without a lock shows everything anyway.
    pub fn card(&self) -> Result<CardView, Error> {
        self.alone()?;
        let state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let own = state.own.as_ref().filter(|open| !open.hold.is_open_book()).ok_or(Error::NotHere("a card"))?;
        state.card.view(&own.book, texts)
    }

    pub fn set_card(&self, chosen: &[Id]) -> Result<CardView, Error> {
        self.alone()?;
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let own = state.own.as_ref().filter(|open| !open.hold.is_open_book()).ok_or(Error::NotHere("a card"))?;
        let card = Card::of(&own.book, |id| chosen.iter().any(|known| known == id), texts)?;
        let written = card.write(&self.folder);
        state.card = if written.is_ok() { card } else { Card::read(&self.folder) };
        drop(state);
        written?;
        self.card()
    }

    /// After a change and at every unlocking: the words on the card are the words in the book. When they cannot be
    /// written the card is taken away rather than left as it was.
    pub(super) fn renew_card(&self) {
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let card = state.card.clone();
        let Some(own) = state.own.as_mut() else { return };
        // Also while somebody sees only part of the book: what was chosen for the lock screen stays chosen.
        let renewed = own.book.as_owner(|book| card.renewed(book, texts)).unwrap_or_default();
        let lies_there = self.folder.card().exists();
        if renewed == state.card && lies_there != renewed.is_empty() {
            return;
        }
        let written = renewed.write(&self.folder);
        state.card = if written.is_ok() { renewed } else { Card::read(&self.folder) };
    }

    /// The locked book into a folder of its own; a new one can be begun.
    pub fn set_aside(&self) -> Result<Status, Error> {
        let mut state = self.state();
        if state.own.is_some() {
            return Err(Error::NotHere("setting an open book aside"));
        }
        opening::set_aside(&self.folder, &self.world)?;
        state.card = Card::default();
        drop(state);
        Ok(self.status())
    }

    /// Whether there is something open that can be locked.
    pub fn can_lock(&self) -> bool {
        let state = self.state();
        state.guest.is_some() || state.own.as_ref().is_some_and(|open| !open.hold.is_open_book())
    }

    /// How often the book was locked: who asked for it can see whether it has happened.
    pub fn locks(&self) -> u64 {
        self.state().locks
    }
}
