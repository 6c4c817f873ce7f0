//! What takes long while somebody looks on: a file that is read, compared and taken in. It can be asked how far it has come, and stopped,
//! without waiting for anything. Not here: the work (core), and copies and keys, which only tell how far they have come (`copies`).

use super::Shell;
use holdepunkt_core::going::{Going, ProgressView, Stage};
use std::ops::Deref;
use std::sync::{Arc, PoisonError};

/// Something under way; over when it is dropped.
pub struct Underway<'a> {
    shell: &'a Shell,
    going: Arc<Going>,
}

impl Deref for Underway<'_> {
    type Target = Going;

    fn deref(&self) -> &Going {
        &self.going
    }
}

impl Drop for Underway<'_> {
    fn drop(&mut self) {
        let mut now = self.shell.going.lock().unwrap_or_else(PoisonError::into_inner);
        if now.as_ref().is_some_and(|now| Arc::ptr_eq(now, &self.going)) {
            *now = None;
        }
    }
}

impl Shell {
    /// Begins something that can be looked on at and stopped.
    pub fn begin(&self) -> Underway<'_> {
        let going = Arc::<Going>::default();
        *self.going.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&going));
        Underway { shell: self, going }
    }

    fn underway(&self) -> Option<Arc<Going>> {
        self.going.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks what is under way to stop. False when it is too late, or nothing is.
    pub fn stop(&self) -> bool {
        self.underway().is_some_and(|going| going.stop())
    }

    /// Asked while something takes long; never waits for it.
    pub fn progress_now(&self) -> ProgressView {
        let going = self.underway().map(|going| going.progress()).unwrap_or_default();
        let copy = *self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        // The copy that is made before a file comes in is part of that.
        if copy.stage == Stage::Nothing { going } else { ProgressView { stops: going.stops, ..copy } }
    }
}
