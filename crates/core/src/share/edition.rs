//! The number of a print: which of two copies is the newer one, also after the book moved to another computer or was put together again.
//! Not here: the number of a change, which begins anew in such a book (`history`).

use crate::book::Book;
use crate::error::Error;
use crate::store::{earlier, share};

impl Book {
    /// What is printed now is this edition: never lower than one that may be out there. Changes made before the book came in from a file
    /// are counted, and a copy with a higher number than that is gone past.
    ///
    /// # Errors
    /// What the database says.
    pub fn edition(&self) -> Result<u32, Error> {
        let changes = earlier::last(self.connection())?.saturating_add(self.revision());
        let given = share::last_edition(self.connection())?;
        Ok(if given > changes { given.saturating_add(1) } else { changes })
    }
}
