//! Copies the person asks for, and what is told of how safe the book is: backups now, a *sikker kopi*, what opening put right, the kept room.
//! Not here: the backups nobody asks for (`backups`), going back to one (`restoring`).

use super::{OpenBook, Shell};
use crate::safety_view::{BackupView, SafeCopyMade, SafetyView, Warning, When};
use chrono::NaiveDateTime;
use holdepunkt_core::backup::{self, Backup, Moment};
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::going::{Going, ProgressView, Stage};
use holdepunkt_core::opening::Hold;
use holdepunkt_core::{cloud, when};
use holdepunkt_i18n::Texts;
use std::path::Path;
use std::sync::PoisonError;
use std::time::Duration;

const PAGES: u64 = 64;
const PAUSE: Duration = Duration::from_millis(2);
/// A backup that nobody asked for may be under way; it takes seconds.
const TRIES: u32 = 300;
const BETWEEN: Duration = Duration::from_millis(100);

impl Shell {
    pub fn safety(&self) -> Result<SafetyView, Error> {
        let state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let open = state.own.as_ref().ok_or(Error::Locked)?;
        let warned = cloud::warning(self.folder.path(), texts);
        let mut backups = backup::list(&self.folder)?;
        backups.reverse();
        let view = |kept: &backup::Kept| {
            Some(BackupView { number: u32::try_from(kept.number).ok()?, made: self.when(kept.made, texts) })
        };
        let safe_copy = backup::last_safe_copy(&open.book)?;
        let offset = *self.world.now().offset();
        // While somebody sees only part of the book the trash is shut.
        let old = open.book.trash(texts).map_or(0, |lines| lines.iter().filter(|line| line.long).count());
        Ok(SafetyView {
            told: open.report.messages(texts),
            cloud: warned.map(|(message, way_out)| Warning { message, way_out }),
            backups: backups.iter().filter_map(view).collect(),
            safe_copy: safe_copy.map(|at| self.when(when::stored(at, offset.local_minus_utc()).naive_local(), texts)),
            on_reserve: open.book.is_on_reserve(),
            old_trash: u32::try_from(old).unwrap_or(u32::MAX),
        })
    }

    pub(super) fn when(&self, at: NaiveDateTime, texts: &Texts) -> When {
        let now = self.world.now().naive_local();
        let days = (now.date() - at.date()).num_days().max(0);
        When { words: when::recently(at, now, texts), days: u32::try_from(days).unwrap_or(u32::MAX) }
    }

    /// What opening put right has been read.
    pub fn told(&self) {
        if let Some(open) = self.state().own.as_mut() {
            open.report = holdepunkt_core::opening::Report::default();
        }
    }

    /// Whether there is room again on the disk that was full.
    pub fn make_room(&self) -> Result<bool, Error> {
        Ok(self.state().own.as_mut().ok_or(Error::Locked)?.book.renew_reserve())
    }

    /// A verified backup, now.
    pub fn back_up_now(&self) -> Result<SafetyView, Error> {
        self.back_up(&Going::default())?;
        self.safety()
    }

    fn back_up(&self, going: &Going) -> Result<(), Error> {
        let made = self.copy(going, Backup::begin)?;
        if let Some(OpenBook { book, hold, .. }) = self.state().own.as_mut() {
            backup::settle(book, hold, made)?;
        }
        Ok(())
    }

    /// The same before something large, where the newest does not hold everything. Of one's own book only: the sample and
    /// somebody else's have none.
    pub(super) fn back_up_before(&self, going: &Going) -> Result<(), Error> {
        let due = {
            let state = self.state();
            match &state.own {
                Some(open) if state.sample.is_none() && state.guest.is_none() => {
                    backup::is_due(&open.book, &open.hold, Moment::Before)?
                }
                _ => false,
            }
        };
        if due { self.back_up(going) } else { Ok(()) }
    }

    /// A *sikker kopi* in a folder the person chose.
    pub fn safe_copy(&self, target: &Path) -> Result<SafeCopyMade, Error> {
        self.alone()?;
        let made = self.copy(&Going::default(), |book, hold| Backup::begin_safe_copy(book, hold, target))?;
        let folder = made.path.display().to_string();
        if let Some(OpenBook { book, hold, .. }) = self.state().own.as_mut() {
            backup::settle(book, hold, made)?;
        }
        let service = cloud::service(target).unwrap_or_default().to_string();
        Ok(SafeCopyMade { folder, same_disk: same_disk(target, self.folder.path()), service })
    }

    fn copy(
        &self,
        going: &Going,
        begin: impl Fn(&mut Book, &Hold) -> Result<Backup, Error>,
    ) -> Result<backup::Made, Error> {
        let made = self.begin_copy(begin).and_then(|mut making| {
            loop {
                going.goes_on()?;
                let progress = making.step(PAGES)?;
                let percent = u32::try_from(progress.done * 100 / progress.of.max(1)).unwrap_or(100);
                self.progress(Stage::Copying, percent);
                if progress.is_done() {
                    break;
                }
                std::thread::sleep(PAUSE);
            }
            self.progress(Stage::Checking, 0);
            making.finish()
        });
        self.progress(Stage::Nothing, 0);
        made
    }

    fn begin_copy(&self, begin: impl Fn(&mut Book, &Hold) -> Result<Backup, Error>) -> Result<Backup, Error> {
        for _ in 0..TRIES {
            let begun = {
                let mut state = self.state();
                let OpenBook { book, hold, .. } = state.own.as_mut().ok_or(Error::Locked)?;
                begin(book, hold)
            };
            match begun {
                Err(Error::AlreadyOpen) => std::thread::sleep(BETWEEN),
                begun => return begun,
            }
        }
        Err(Error::CopyStopped)
    }

    pub(super) fn progress(&self, stage: Stage, percent: u32) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = ProgressView { stage, percent, stops: false };
    }
}

#[cfg(unix)]
fn same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    matches!((one.metadata(), other.metadata()), (Ok(one), Ok(other)) if one.dev() == other.dev())
}

#[cfg(not(unix))]
fn same_disk(one: &Path, other: &Path) -> bool {
    one.components().next() == other.components().next()
}
