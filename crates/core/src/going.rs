//! Work that takes seconds: which step it is at, how far that has come, and whether the person wants it to stop. One is shared by who
//! does the work and who looks on. Not here: the work, and the words for its steps.

use crate::error::Error;
use crate::exchange::FileFault;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A step of something that takes long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    #[default]
    Nothing,
    // a copy, another key
    Copying,
    Checking,
    Writing,
    Clearing,
    // a file that comes in
    Unlocking,
    Reading,
    Pictures,
    Comparing,
    Taking,
    Keeping,
}

/// How far it has come; sent to the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    pub stage: Stage,
    pub percent: u32,
    /// It can still be stopped with nothing changed.
    pub stops: bool,
}

/// The person asked for it to stop. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl From<Stopped> for Error {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl From<Stopped> for FileFault {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// One piece of such work.
#[derive(Debug, Default)]
pub struct Going {
    now: Mutex<Now>,
}

#[derive(Debug, Default)]
struct Now {
    stage: Stage,
    percent: u32,
    asked: bool,
    /// What comes now is carried through: it is being written.
    kept: bool,
    /// How often it is asked before somebody stops it; none when nobody does.
    left: Option<usize>,
}

impl Now {
    fn ask(&mut self) -> Result<(), Stopped> {
        if let Some(left) = &mut self.left {
            self.asked |= *left == 0;
            *left = left.saturating_sub(1);
        }
        if self.asked { Err(Stopped) } else { Ok(()) }
    }
}

impl Going {
    /// As if somebody pressed *Stop* when it had asked so many times: what is stopped at every single moment is tested like this.
    #[must_use]
    pub fn stopped_after(asks: usize) -> Self {
        Self { now: Mutex::new(Now { left: Some(asks), ..Now::default() }) }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells how far it has come, and asks whether to go on.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn at(&self, stage: Stage, done: usize, of: usize) -> Result<(), Stopped> {
        let mut now = self.now();
        now.ask()?;
        now.stage = stage;
        now.percent = u32::try_from(done.saturating_mul(100) / of.max(1)).unwrap_or(100).min(100);
        Ok(())
    }

    /// Asks whether to go on.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn goes_on(&self) -> Result<(), Stopped> {
        self.now().ask()
    }

    /// The last moment at which it can be stopped: from here it is carried through.
    ///
    /// # Errors
    /// [`Stopped`].
    pub fn keep(&self) -> Result<(), Stopped> {
        let mut now = self.now();
        now.ask()?;
        now.kept = true;
        Ok(())
    }

    /// Asks it to stop. False when it is too late for that.
    pub fn stop(&self) -> bool {
        let mut now = self.now();
        now.asked |= !now.kept;
        now.asked
    }

    /// What somebody who looks on is told.
    #[must_use]
    pub fn progress(&self) -> ProgressView {
        let Now { stage, percent, asked, kept, .. } = *self.now();
        ProgressView { stage, percent, stops: stage != Stage::Nothing && !asked && !kept }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stops_where_it_is_asked_next() {
        let going = Going::default();
        assert_eq!(going.at(Stage::Reading, 1, 4), Ok(()));
        assert_eq!(going.progress(), ProgressView { stage: Stage::Reading, percent: 25, stops: true });
        assert!(going.stop());
        assert_eq!(going.goes_on(), Err(Stopped));
        assert_eq!(going.at(Stage::Taking, 2, 4), Err(Stopped));
        assert_eq!(going.keep(), Err(Stopped), "what was stopped is never written");
        assert!(!going.progress().stops, "it is stopping already");
    }

    #[test]
    fn what_is_being_written_is_carried_through() {
        let going = Going::default();
        assert_eq!(going.at(Stage::Keeping, 3, 0), Ok(()), "of nothing is no reason to fall over");
        assert_eq!(going.keep(), Ok(()));
        assert!(!going.stop(), "too late, and said so");
        assert_eq!(going.goes_on(), Ok(()));
        assert!(!going.progress().stops);
    }
}
