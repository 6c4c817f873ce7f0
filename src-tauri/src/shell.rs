//! What the running app holds: the folder, the open book (or the sample), the words of the recovery sheet until they
//! are on paper. Not here: Tauri, so that all of it can be tested without a window.

mod backups;
mod closing;
mod copies;
mod exchange;
mod going;
mod ground;
mod guest;
mod hard_moment;
mod locking;
mod prints;
mod rekeying;
mod restoring;
mod ring;
mod trash;

pub use backups::keep_backing_up;
pub use exchange::is_too_large;
pub use ground::Ground;
pub use prints::printing;

use guest::{GuestBook, Hand};

use crate::contract::Status;
use crate::keyring::{Keyring, OfTheSystem};
use holdepunkt_core::backup::{self, Moment};
use holdepunkt_core::book::{Book, Situation};
use holdepunkt_core::card::Card;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::{Folder, PrivateFolder};
use holdepunkt_core::going::{Going, ProgressView};
use holdepunkt_core::handover::draft::Draft;
use holdepunkt_core::keys::{Cost, NewLock, RecoveryWords};
use holdepunkt_core::opening::{self, Hold, Look, Mode, Opened, Report};
use holdepunkt_core::preferences::Preferences;
use holdepunkt_core::sample;
use holdepunkt_core::view::{Code, Contents};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

static DANISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::Da));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::En));

/// The one instance behind all commands.
pub struct Shell {
    folder: Folder,
    world: World,
    cost: fn() -> Cost,
    keyring: Box<dyn Keyring>,
    state: Mutex<State>,
    /// Deriving a key takes a while; a second try waits for the first.
    unlocking: Mutex<()>,
    /// The webview keeps nothing, but wants a folder: never one beside the book, and gone when the app ends.
    webview: Mutex<Option<PrivateFolder>>,
    /// When the screen last handed in a change, in milliseconds since the start.
    heard: AtomicU64,
    began: Instant,
    /// Counts the times the window was asked to close; even means that nobody waits for it to.
    closing: AtomicU64,
    closed: AtomicBool,
    /// Of what takes long; its own lock, so that asking never waits.
    progress: Mutex<ProgressView>,
    /// What can be stopped, of that.
    going: Mutex<Option<Arc<Going>>>,
    press: prints::Press,
    /// The book that is opened when this program has ended.
    next: Mutex<Option<Folder>>,
}

struct State {
    preferences: Preferences,
    own: Option<OpenBook>,
    sample: Option<OpenBook>,
    /// Somebody else's book, handed over in a file; it is on the screen before anything else.
    guest: Option<GuestBook>,
    /// A file that was chosen and is not on the screen yet.
    hand: Option<Hand>,
    words: Option<RecoveryWords>,
    saved: Option<PathBuf>,
    problem: Option<Error>,
    /// What is seen without unlocking.
    card: Card,
    /// Counts how often the own book was locked or closed.
    locks: u64,
    /// A copy somewhere else that may be gone back to.
    chosen: restoring::Chosen,
    /// A file that is looked at.
    waiting: exchange::Waiting,
    /// Counts the prints that were set.
    prints: u32,
}

/// An open book, what keeps it ours, and the folder that goes away with it (the sample's).
struct OpenBook {
    book: Book,
    hold: Hold,
    check_due: bool,
    /// Opened with the words: the passphrase may be changed once without asking for either again.
    by_words: bool,
    /// What opening had to put right, until it was read.
    report: Report,
    /// The print that is being looked at.
    print: Option<Arc<prints::HeldPrint>>,
    /// The print that was saved last, for the register.
    saved_print: Option<Arc<prints::HeldPrint>>,
    /// The file that went out last.
    outgoing: Option<exchange::Outgoing>,
    folder: Option<PrivateFolder>,
}

impl Shell {
    pub fn new(folder: Folder, world: World) -> Self {
        let shell = Self::with(folder, world, Cost::of_this_computer, Box::new(OfTheSystem));
        Self { press: prints::Press::apart(), ..shell }
    }

    /// With another cost and another keyring than this computer's: a cheap lock makes tests quick.
    pub fn with(folder: Folder, world: World, cost: fn() -> Cost, keyring: Box<dyn Keyring>) -> Self {
        Draft::sweep(&folder, &world);
        let preferences = Preferences::read(&folder);
        let card = Card::read(&folder);
        let state = State {
            preferences,
            own: None,
            sample: None,
            guest: None,
            hand: None,
            words: None,
            saved: None,
            problem: None,
            card,
            locks: 0,
            chosen: restoring::Chosen::default(),
            waiting: exchange::Waiting::default(),
            prints: 0,
        };
        let (closing, closed) = (AtomicU64::new(0), AtomicBool::new(false));
        let webview = Mutex::new(PrivateFolder::make(&world).ok());
        let (unlocking, heard, began) = (Mutex::new(()), AtomicU64::new(0), Instant::now());
        let (progress, going) = (Mutex::default(), Mutex::default());
        Self {
            folder,
            world,
            cost,
            keyring,
            state: Mutex::new(state),
            unlocking,
            webview,
            heard,
            began,
            closing,
            closed,
            progress,
            going,
            press: prints::Press::default(),
            next: Mutex::new(None),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Where the webview may put what it needs while it runs.
    pub fn webview_folder(&self) -> PathBuf {
        let folder = self.webview.lock().unwrap_or_else(PoisonError::into_inner);
        folder.as_ref().map_or_else(std::env::temp_dir, |folder| folder.path().to_path_buf())
    }

    pub const fn world(&self) -> &World {
        &self.world
    }

    pub fn texts(&self) -> &'static Texts {
        Self::texts_in(self.preferences().language)
    }

    pub fn texts_in(language: Language) -> &'static Texts {
        match language {
            Language::Da => &DANISH,
            Language::En => &ENGLISH,
        }
    }

    /// Today as it stands in file names, `2026-11-22`.
    pub fn day(&self) -> String {
        self.world.now().format("%Y-%m-%d").to_string()
    }

    pub fn preferences(&self) -> Preferences {
        self.state().preferences.clone()
    }

    /// What is known of the recovery sheet is the shell's own and stays.
    pub fn set_preferences(&self, mut preferences: Preferences) {
        let mut state = self.state();
        preferences.sheet_made.clone_from(&state.preferences.sheet_made);
        preferences.sheet_asks = state.preferences.sheet_asks;
        state.preferences = preferences.within_bounds();
        state.preferences.write(&self.folder);
    }

    /// Where the person stands. An open book without a lock is opened here.
    pub fn status(&self) -> Status {
        let mut state = self.state();
        if let Some(guest) = &state.guest {
            return if guest.rests { Status::GuestWaits { words: guest.needs_words() } } else { Status::Open };
        }
        if state.own.is_some() || state.sample.is_some() {
            return Status::Open;
        }
        if state.problem.is_none() {
            // Another window may have the folder: then it is that one's to finish.
            let _ = opening::finish_setting_aside(&self.folder);
            match opening::look(&self.folder) {
                Ok(Look::Nothing) => return Status::FirstRun,
                Ok(Look::Locked) => return Status::Locked,
                Ok(Look::Open) => match opening::open_unlocked(&self.folder, &self.world)
                    .and_then(|opened| OpenBook::new(opened, &self.world, None))
                {
                    Ok(open) => {
                        state.own = Some(open);
                        return Status::Open;
                    }
                    Err(error) => state.problem = Some(error),
                },
                Err(error) => state.problem = Some(error),
            }
        }
        let texts = Self::texts_in(state.preferences.language);
        match &state.problem {
            Some(error) => {
                let failure = error.failure(texts);
                let again = matches!(failure.code, Code::AlreadyOpen | Code::NotFound | Code::DiskFull | Code::Other);
                Status::Problem { failure, again }
            }
            None => Status::Locked,
        }
    }

    pub fn try_again(&self) -> Status {
        self.state().problem = None;
        self.status()
    }

    /// After an unclean stop a large book is read through once, when its first page is on the screen. A book that is
    /// damaged is closed: nothing unverified may be shown as the person's own.
    pub fn check_if_due(&self) {
        let mut state = self.state();
        let Some(open) = state.own.as_mut().filter(|open| open.check_due) else { return };
        open.check_due = false;
        if let Err(error) = opening::check(open.book.connection()) {
            // The next opening puts the book together again from its backups.
            open.book.distrust();
            state.own = None;
            state.problem = Some(error);
        }
    }

    /// The book on the screen: somebody else's or the sample when it is open, otherwise the person's own.
    pub fn with_book<T>(&self, job: impl FnOnce(&mut Book, &Texts) -> Result<T, Error>) -> Result<T, Error> {
        let mut state = self.state();
        let texts = Self::texts_in(state.preferences.language);
        let State { guest, sample, own, .. } = &mut *state;
        match guest {
            Some(guest) if guest.rests => Err(Error::Locked),
            Some(guest) => guest.with(texts, job),
            None => job(&mut sample.as_mut().or(own.as_mut()).ok_or(Error::Locked)?.book, texts),
        }
    }

    pub fn contents(&self) -> Result<Contents, Error> {
        self.with_book(|book, texts| book.contents(texts))
    }

    pub fn open_sample(&self) -> Result<Status, Error> {
        let private = PrivateFolder::make(&self.world)?;
        let folder = Folder::at(private.path())?;
        let (opened, _) = opening::create(&folder, &NewLock::Open, (self.cost)(), &self.world)?;
        let mut open = OpenBook::new(opened, &self.world, Some(private))?;
        sample::fill(&mut open.book, self.texts(), &self.world)?;
        self.state().sample = Some(open);
        Ok(Status::Open)
    }

    pub fn close_sample(&self) -> Status {
        self.state().sample = None;
        self.status()
    }

    pub fn remember_saved(&self, path: PathBuf) {
        self.state().saved = Some(path);
    }

    pub fn last_saved(&self) -> Option<PathBuf> {
        self.state().saved.clone()
    }
}

impl OpenBook {
    fn new(opened: Opened, world: &World, folder: Option<PrivateFolder>) -> Result<Self, Error> {
        let (check_due, report) = (opened.check_due, opened.report.clone());
        let (mut book, hold) = if folder.is_some() {
            // The sample goes away again: nothing is kept beside it.
            let (connection, digest_key, hold) = opened.part();
            (Book::new(connection, digest_key, world.clone())?, hold)
        } else {
            opened.book(world)?
        };
        let read_only = hold.mode() == Mode::ReadOnly;
        book.set_situation(Situation { read_only, unlocked_book: hold.is_open_book() });
        Ok(Self {
            book,
            hold,
            check_due,
            by_words: false,
            print: None,
            saved_print: None,
            outgoing: None,
            report,
            folder,
        })
    }

    /// The book first, then what kept it ours.
    fn close(self) -> Result<(), Error> {
        let Self { mut book, hold, folder: sample, .. } = self;
        if sample.is_none() {
            // What is written is safe without it, and the older ones stay.
            let _ = backup::make_if_due(&mut book, &hold, Moment::Close);
        }
        let closed = book.close();
        drop(hold);
        closed
    }
}

mod safety;
mod visits;

#[cfg(test)]
mod tests;
