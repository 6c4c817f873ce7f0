//! Clock, time zone and randomness as an argument, so that every rule can be tested at any time of day.
//! Not here: the data folder, which `folder` holds.

use crate::error::Error;
use chrono::{DateTime, FixedOffset, Local, Utc};
use std::sync::Arc;

type Fill = dyn Fn(&mut [u8]) -> Result<(), Error> + Send + Sync;

/// What the book knows of the world outside its file.
#[derive(Clone)]
pub struct World {
    now: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
    fill: Arc<Fill>,
}

impl World {
    /// The real clock in the computer's time zone and the system's randomness.
    #[must_use]
    pub fn real() -> Self {
        Self {
            now: Arc::new(real_now),
            fill: Arc::new(|bytes| getrandom::fill(bytes).map_err(|_| Error::NoRandomness)),
        }
    }

    /// A world for tests: a clock that the test moves and real randomness.
    #[must_use]
    pub fn with_clock(now: impl Fn() -> DateTime<FixedOffset> + Send + Sync + 'static) -> Self {
        Self { now: Arc::new(now), ..Self::real() }
    }

    /// Local time with its offset.
    #[must_use]
    pub fn now(&self) -> DateTime<FixedOffset> {
        (self.now)()
    }

    /// Milliseconds since 1970 in UTC; what is stored.
    #[must_use]
    pub fn stamp(&self) -> i64 {
        self.now().with_timezone(&Utc).timestamp_millis()
    }

    /// Fills `bytes` with randomness fit for keys.
    ///
    /// # Errors
    /// When the system has none to give.
    pub fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        (self.fill)(bytes)
    }

    /// A new random id (UUID version 4).
    ///
    /// # Errors
    /// As [`World::fill`].
    pub fn id(&self) -> Result<String, Error> {
        let mut bytes = [0; 16];
        self.fill(&mut bytes)?;
        Ok(uuid::Builder::from_random_bytes(bytes).into_uuid().to_string())
    }
}

#[allow(clippy::disallowed_methods)] // the one place that asks the system for the time
fn real_now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
