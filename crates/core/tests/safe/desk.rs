//! A book in a folder, with journal and backups, that can be stopped at any moment.

use chrono::{DateTime, Duration, FixedOffset};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Id, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening::{self, Hold, Report};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "rødgrød på fløde";

pub struct Desk {
    pub dir: TempDir,
    pub folder: Folder,
    pub world: World,
    pub clock: Arc<Mutex<DateTime<FixedOffset>>>,
    pub texts: Texts,
    pub open: Option<(Book, Hold)>,
    pub words: String,
}

pub fn secret() -> Secret {
    Secret::Passphrase(PASSPHRASE.into())
}

impl Desk {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(&dir.path().join("bog")).unwrap();
        let clock = Arc::new(Mutex::new(DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00").unwrap()));
        let told = Arc::clone(&clock);
        let world = World::with_clock(move || *told.lock().unwrap());
        let lock = NewLock::Passphrase(PASSPHRASE.into());
        let (opened, words) = opening::create(&folder, &lock, Cost::CHEAP, &world).unwrap();
        let open = Some(opened.book(&world).unwrap());
        let words = words.unwrap().words().join(" ");
        Self { dir, folder, world, clock, texts: Texts::new(Language::Da), open, words }
    }

    pub fn both(&mut self) -> (&mut Book, &Hold) {
        let (book, hold) = self.open.as_mut().unwrap();
        (book, hold)
    }

    pub fn book(&mut self) -> &mut Book {
        self.both().0
    }

    pub fn wait(&self, hours: i64) {
        *self.clock.lock().unwrap() += Duration::hours(hours);
    }

    pub fn line(&mut self, text: &str) -> Id {
        let id = self.world.id().unwrap();
        self.try_line(&id, text).unwrap();
        id
    }

    pub fn try_line(&mut self, id: &str, text: &str) -> Result<(), Error> {
        let texts = Texts::new(Language::Da);
        let (id, section, prompt) = (id.to_string(), "well.like".to_string(), String::new());
        let change = Change::AddLine { id, section, prompt, text: text.into(), place: Place::Last };
        self.book().change(change, &texts).map(drop)
    }

    pub fn write(&mut self, id: &str, text: &str) {
        let texts = Texts::new(Language::Da);
        self.book().change(Change::WriteLine { id: id.into(), text: text.into() }, &texts).unwrap();
    }

    pub fn backup(&mut self) {
        let (book, hold) = self.both();
        holdepunkt_core::backup::make(book, hold).unwrap();
    }

    pub fn lines(&mut self) -> Vec<String> {
        lines(self.book())
    }

    pub fn close(&mut self) {
        if let Some((book, hold)) = self.open.take() {
            book.close().unwrap();
            drop(hold);
        }
    }

    pub fn reopen(&mut self) -> Report {
        self.try_reopen().unwrap()
    }

    pub fn try_reopen(&mut self) -> Result<Report, Error> {
        self.close();
        let opened = opening::open(&self.folder, &secret(), &self.world)?;
        let report = opened.report.clone();
        self.open = Some(opened.book(&self.world)?);
        Ok(report)
    }

    /// The folder as a stop at this moment would leave it.
    pub fn stopped(&self) -> (TempDir, Folder) {
        let dir = tempfile::tempdir().unwrap();
        let to = dir.path().join("bog");
        copy_all(self.folder.path(), &to);
        (dir, Folder::at(&to).unwrap())
    }
}

pub fn lines(book: &Book) -> Vec<String> {
    book.lines("well.like").unwrap().into_iter().map(|line| line.text).collect()
}

/// Opens a folder, gives its lines and what was told.
pub fn read(folder: &Folder, secret: &Secret) -> Result<(Vec<String>, Report), Error> {
    let world = World::real();
    let opened = opening::open(folder, secret, &world)?;
    let report = opened.report.clone();
    let (book, hold) = opened.book(&world)?;
    book.verify_chain()?;
    let found = lines(&book);
    book.close()?;
    drop(hold);
    Ok((found, report))
}

pub fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
