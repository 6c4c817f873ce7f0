//! A visit erased for good: its people, its chapters, what was proposed, agreed and answered, from the tables and from every changeset.
//! Lines that were accepted stay: they are the citizen's. Not here: single lines (`book/trash`), whose proposals go with them.

use crate::book::Book;
use crate::error::Error;
use crate::history::erase::Erasure;
use crate::store::visit;
use crate::view::Changed;
use holdepunkt_i18n::Texts;

impl Book {
    /// *Slet besøget for altid*. As with a line, nothing done before can be undone afterwards, and the copies beside the book go with the next
    /// verified backup.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`] while one goes on; [`Error::NotFound`]; otherwise nothing was changed.
    pub fn erase_visit(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        visit::get(self.connection(), id)?.ok_or(Error::NotFound("visit"))?;
        self.erase(Erasure::Visit, id, String::new(), texts)
    }
}
