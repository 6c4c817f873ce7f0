//! What was removed: seen, taken back, erased for good. After erasing a backup is made at once, so that the copies from before go.
//! Not here: how words leave the record (`core::book`).

use super::{OpenBook, Shell};
use crate::safety_view::{Erased, TrashLine};
use holdepunkt_core::backup::Moment;
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::going::Stage;
use holdepunkt_core::view::Changed;
use holdepunkt_i18n::Texts;

impl Shell {
    fn with_own<T>(&self, job: impl FnOnce(&mut Book, &Texts) -> Result<T, Error>) -> Result<T, Error> {
        let mut state = self.state();
        if state.sample.is_some() || state.guest.is_some() {
            return Err(Error::NotHere("one's own book behind another"));
        }
        let texts = Self::texts_in(state.preferences.language);
        let OpenBook { book, .. } = state.own.as_mut().ok_or(Error::Locked)?;
        job(book, texts)
    }

    pub fn trash(&self) -> Result<Vec<TrashLine>, Error> {
        self.with_own(|book, texts| {
            let lines = book.trash(texts)?.into_iter().map(|line| {
                let page = book.page(&line.page, texts).map(|page| page.title).unwrap_or_default();
                TrashLine { id: line.id, text: line.text, because: line.because, page, at: line.at, long: line.long }
            });
            Ok(lines.collect())
        })
    }

    pub fn take_from_trash(&self, id: &str) -> Result<Changed, Error> {
        let changed = self.with_own(|book, texts| book.take_from_trash(id, texts))?;
        self.renew_card();
        Ok(changed)
    }

    /// One line for good, or every line that has lain there for 30 days.
    pub fn erase(&self, id: Option<&str>) -> Result<Erased, Error> {
        let changed = self.with_own(|book, texts| match id {
            Some(id) => book.erase_line(id, texts),
            None => book.empty_old_trash(texts)?.ok_or(Error::NotFound("line")),
        })?;
        self.renew_card();
        Ok(Erased { changed, copies_gone: self.clear_copies() })
    }

    /// A backup that is due because the older ones must go. Not made now, it is made within a minute, or at the next opening.
    pub(super) fn clear_copies(&self) -> bool {
        self.progress(Stage::Clearing, 0);
        let made = self.back_up_now();
        self.progress(Stage::Nothing, 0);
        // One that was under way when the words were erased does not count.
        made.is_ok() && self.is_clear()
    }

    fn is_clear(&self) -> bool {
        let state = self.state();
        let still_due = |open: &OpenBook| holdepunkt_core::backup::is_due(&open.book, &open.hold, Moment::Unlock);
        state.own.as_ref().is_some_and(|open| still_due(open).is_ok_and(|due| !due))
    }
}
