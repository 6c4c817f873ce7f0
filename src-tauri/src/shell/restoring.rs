//! Going back: to a backup beside the book, to a copy somewhere else, and moving in from a copy where nobody can unlock or there is no book yet.
//! Not here: what differs and how it is done (`core::backup`).

use super::{OpenBook, Shell};
use crate::contract::Status;
use crate::safety_view::{CopyFound, RestorePreview};
use holdepunkt_core::backup::{self, Elsewhere, Kept};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::view::Changed;
use std::path::Path;

/// The copy that was pointed at, and what is open of it; forgotten when the book is locked or the person goes elsewhere.
#[derive(Default)]
pub struct Chosen {
    folder: Option<Folder>,
    open: Option<Elsewhere>,
}

impl Shell {
    fn kept(&self, number: u32) -> Result<Kept, Error> {
        let all = backup::list(&self.folder)?;
        all.into_iter().find(|kept| kept.number == u64::from(number)).ok_or(Error::NotFound("backup"))
    }

    pub fn preview_backup(&self, number: u32) -> Result<RestorePreview, Error> {
        self.alone()?;
        let kept = self.kept(number)?;
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let OpenBook { book, hold, .. } = state.own.as_mut().ok_or(Error::Locked)?;
        Ok(backup::preview(book, hold, &kept, texts)?.into())
    }

    pub fn restore_backup(&self, number: u32) -> Result<Changed, Error> {
        self.alone()?;
        let kept = self.kept(number)?;
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let OpenBook { book, hold, .. } = state.own.as_mut().ok_or(Error::Locked)?;
        let changed = backup::bring_back(book, hold, &kept, texts)?;
        drop(state);
        self.renew_card();
        Ok(changed)
    }

    /// The copy in the folder the person pointed at, not opened yet.
    pub fn choose_copy(&self, path: &Path) -> Result<CopyFound, Error> {
        self.alone()?;
        let folder = backup::find(path)?;
        let mut state = self.state();
        let asks = backup::needs_secret(&folder, state.own.as_ref().map(|open| &open.hold))?;
        state.chosen = Chosen::default();
        let made = backup::made_by_name(folder.path());
        state.chosen.folder = Some(folder);
        drop(state);
        let texts = self.texts();
        Ok(CopyFound { made: made.map(|made| self.when(made, texts).words).unwrap_or_default(), asks })
    }

    /// Opens the chosen copy and says what would differ.
    pub fn open_copy(&self, secret: Option<&Secret>) -> Result<RestorePreview, Error> {
        self.alone()?;
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let folder = state.chosen.folder.clone().ok_or(Error::NotFound("copy"))?;
        let OpenBook { book, hold, .. } = state.own.as_mut().ok_or(Error::Locked)?;
        let open = Elsewhere::open(&folder, Some(hold), secret, &self.world)?;
        let preview = backup::compare_copy(book, &open, texts)?;
        state.chosen.open = Some(open);
        Ok(preview.into())
    }

    pub fn restore_copy(&self) -> Result<Changed, Error> {
        self.alone()?;
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let open = state.chosen.open.take().ok_or(Error::NotFound("copy"))?;
        let OpenBook { book, hold, .. } = state.own.as_mut().ok_or(Error::Locked)?;
        let changed = backup::become_copy(book, hold, &open, texts)?;
        state.chosen = Chosen::default();
        drop(state);
        self.renew_card();
        Ok(changed)
    }

    pub fn forget_copy(&self) {
        self.state().chosen = Chosen::default();
    }

    /// The chosen copy becomes the book; one that nobody can unlock is set aside.
    pub fn move_in(&self, secret: Option<&Secret>) -> Result<Status, Error> {
        let mut state = self.state();
        if state.own.is_some() {
            return Err(Error::NotHere("moving in"));
        }
        let folder = state.chosen.folder.clone().ok_or(Error::NotFound("copy"))?;
        let opened = backup::move_in(&folder, &self.folder, secret, &self.world)?;
        let mut open = OpenBook::new(opened, &self.world, None)?;
        open.by_words = matches!(secret, Some(Secret::Words(_)));
        // Lines of the book before are not shown for this one.
        state.card = holdepunkt_core::card::Card::default();
        state.problem = None;
        state.preferences.write(&self.folder);
        state.chosen = Chosen::default();
        state.own = Some(open);
        drop(state);
        self.renew_card();
        Ok(Status::Open)
    }
}
