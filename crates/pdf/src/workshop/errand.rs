//! What somebody waits for: until they stop it or look at something else, and no longer than the workshop is open. Not here: who does it.

use std::sync::Arc;

use holdepunkt_core::going::Going;

use crate::PrintError;

/// To be had before the words of a print are read: what was read before the workshop was closed is never set after it.
#[derive(Clone)]
pub struct Errand {
    going: Arc<Going>,
    /// Stopped when the workshop closes.
    open: Arc<Going>,
}

impl Errand {
    pub(super) fn new(open: &Arc<Going>) -> Self {
        Self { going: Arc::clone(open), open: Arc::clone(open) }
    }

    /// The same, which somebody may stop.
    #[must_use]
    pub fn along(self, going: &Arc<Going>) -> Self {
        Self { going: Arc::clone(going), ..self }
    }

    /// The same, which nobody stops by looking at something else: what is saved is wanted all the same.
    pub(super) fn to_keep(&self) -> Self {
        Self::new(&self.open)
    }

    pub(super) fn going(&self) -> &Going {
        &self.going
    }

    /// Whether the workshop has not been closed since.
    pub(super) fn is_open(&self) -> Result<(), PrintError> {
        self.open.goes_on().map_err(|_| PrintError::Unwanted)
    }

    /// Whether it is still wanted.
    ///
    /// # Errors
    /// [`PrintError::Unwanted`].
    pub fn goes_on(&self) -> Result<(), PrintError> {
        self.is_open()?;
        self.going.goes_on().map_err(|_| PrintError::Unwanted)
    }
}
