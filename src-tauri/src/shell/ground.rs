//! What stands on the screen while something of the system's stands before it: a dialog that asks where a file goes does not go away when the
//! book is locked. Not here: the dialogs (`saving`).

use super::{Shell, State};
use holdepunkt_core::error::Error;
use holdepunkt_core::visit::pen::Running;

/// What a question was asked over.
#[derive(Debug, PartialEq, Eq)]
pub struct Ground {
    locks: u64,
    shown: Shown,
    visit: Option<Running>,
}

#[derive(Debug, PartialEq, Eq)]
enum Shown {
    Own,
    Sample,
    Guest,
}

impl Shell {
    /// What stands on the screen now.
    pub fn ground(&self) -> Ground {
        let state = self.state();
        let State { own, sample, guest, locks, .. } = &*state;
        let (shown, open) = match (guest, sample) {
            (Some(guest), _) => (Shown::Guest, Some(&guest.open)),
            (None, Some(sample)) => (Shown::Sample, Some(sample)),
            (None, None) => (Shown::Own, own.as_ref()),
        };
        Ground { locks: *locks, shown, visit: open.and_then(|open| open.book.visit_now().cloned()) }
    }

    /// Nothing was shut since, and the book is the same: what was asked for then may go out.
    pub fn still_on(&self, asked: &Ground) -> Result<(), Error> {
        let now = self.ground();
        if now.locks != asked.locks || now.shown != asked.shown {
            return Err(Error::Locked);
        }
        if now.visit.is_some() && now.visit != asked.visit { Err(Error::VisitGoesOn) } else { Ok(()) }
    }
}
