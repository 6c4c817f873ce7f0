//! A hand-over that is closed, and one that is erased for good. Lines that were accepted stay: they are the citizen's.
//! Not here: what lies on other people's machines. That is theirs, and the screen says so.

use crate::book::Book;
use crate::error::Error;
use crate::history::Draft;
use crate::history::erase::Erasure;
use crate::store::handover::{self, Handover};
use crate::view::Changed;
use holdepunkt_i18n::Texts;

/// The names of the steps in the record.
pub const CLOSE: &str = "close-handover";
pub const OPEN: &str = "open-handover";

impl Book {
    /// Takes in no more answers to a hand-over, or does so again.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::VisitGoesOn`]; what the database says.
    pub fn close_handover(&mut self, id: &str, closed: bool, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        let row = handover::get(self.connection(), id)?.ok_or(Error::NotFound("hand-over"))?;
        let what = if closed { CLOSE } else { OPEN };
        let draft = Draft { what: what.to_string(), touched: Some(Vec::new()), ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, _| handover::put(connection, &Handover { closed, ..row }))
    }

    /// *Slet overleveringen for altid*: with everything that was proposed through it, also from the record. As with a line, nothing done before can be
    /// undone afterwards.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`] while one goes on; [`Error::NotFound`]; otherwise nothing was changed.
    pub fn erase_handover(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        handover::get(self.connection(), id)?.ok_or(Error::NotFound("hand-over"))?;
        self.erase(Erasure::Handover, id, String::new(), texts)
    }
}
