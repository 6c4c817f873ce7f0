//! The window closes: who is waited for, and what is opened next. Not here: the window itself (`window`).

use super::{Shell, exchange, restoring};
use holdepunkt_core::folder::Folder;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

impl Shell {
    /// The window was asked to close: a number to come back with, none when it is being closed already.
    pub fn begin_closing(&self) -> Option<u64> {
        let before = self.closing.load(Ordering::SeqCst);
        let begun = before.is_multiple_of(2)
            && self.closing.compare_exchange(before, before + 1, Ordering::SeqCst, Ordering::SeqCst).is_ok();
        begun.then_some(before + 1)
    }

    /// The screen has something that is not on disk yet and tells the person: the window stays.
    pub fn stay_open(&self) {
        let before = self.closing.load(Ordering::SeqCst);
        if !before.is_multiple_of(2) {
            let _ = self.closing.compare_exchange(before, before + 1, Ordering::SeqCst, Ordering::SeqCst);
        }
    }

    /// Whether the closing begun with this number is still wanted.
    pub fn is_still_closing(&self, begun: u64) -> bool {
        self.closing.load(Ordering::SeqCst) == begun
    }

    /// The screen is alive: it hands in words.
    pub fn hear(&self) {
        let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.heard.store(now, Ordering::SeqCst);
    }

    /// How long ago the screen last handed in a change.
    pub fn silent_for(&self) -> Duration {
        self.began.elapsed().saturating_sub(Duration::from_millis(self.heard.load(Ordering::SeqCst)))
    }

    /// Another book is to be opened when this program has ended.
    pub fn follow_with(&self, folder: Folder) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder);
    }

    /// The book to open next; asked once, at the very end.
    pub fn next(&self) -> Option<Folder> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub fn may_close(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// Closes whatever is open. What was saved is on disk already, so a failure here is only untidiness.
    pub fn close_all(&self) {
        let mut state = self.state();
        state.words = None;
        state.waiting = exchange::Waiting::default();
        state.chosen = restoring::Chosen::default();
        state.sample = None;
        state.guest = None;
        state.hand = None;
        if let Some(open) = state.own.take() {
            let _ = open.close();
        }
        self.press.close();
        self.webview.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.closed.store(true, Ordering::SeqCst);
    }
}
