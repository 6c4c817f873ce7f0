//! One place that builds books for tests: a real SQLCipher file with the settings of the app, and a clock the test moves.

use chrono::{DateTime, Duration, FixedOffset};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Form, Id, LinkKind, Mark, PersonFields, Place};
use holdepunkt_core::document::{Document, Print};
use holdepunkt_core::error::Error;
use holdepunkt_core::history::changeset::holds;
use holdepunkt_core::printing;
use holdepunkt_core::share::Selection;
use holdepunkt_core::store::chapter::{self, Chapter};
use holdepunkt_core::store::{DOMAIN, State, migrate};
use holdepunkt_core::view::{Changed, Line};
use holdepunkt_core::visit::NEVER_OPEN;
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A book in a folder of its own.
pub struct Desk {
    pub folder: TempDir,
    pub clock: Arc<Mutex<DateTime<FixedOffset>>>,
    pub texts: Texts,
    pub book: Option<Book>,
}

/// As the program itself does: the library calls itself ready before its encrypting half is (`cipher.rs`).
fn begin() {
    static BEGUN: std::sync::Once = std::sync::Once::new();
    BEGUN.call_once(|| {
        let ready = || Connection::open_in_memory()?.execute_batch("PRAGMA key = 'no file, no secret';");
        while ready().is_err() {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
    });
}

pub fn connect(folder: &Path) -> Connection {
    begin();
    let connection = Connection::open(folder.join("book.db")).expect("the file can be opened");
    let settings = "PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\";
        PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;";
    connection.execute_batch(settings).expect("the settings are known");
    connection
}

pub fn key() -> Zeroizing<[u8; 32]> {
    Zeroizing::new([7; 32])
}

/// The crisis plan as it is printed.
pub fn crisis_plan(book: &Book, texts: &Texts) -> Result<Document, Error> {
    let everything = Selection::everything(Form::Plan);
    match printing::printed(book, &everything, false, texts, book.world())?.print {
        Print::Plan(plan) => Ok(plan),
        other => panic!("another form: {other:?}"),
    }
}

/// All that the crisis plan says on paper and on a telephone.
pub fn on_paper(book: &Book, texts: &Texts) -> String {
    format!("{:?}{:?}", crisis_plan(book, texts), printing::phone_picture(book, texts).map(|(picture, _)| picture))
}

impl Desk {
    pub fn new() -> Self {
        let start = DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00").expect("a time");
        let mut desk = Self {
            folder: tempfile::tempdir().expect("a folder"),
            clock: Arc::new(Mutex::new(start)),
            texts: Texts::new(Language::Da),
            book: None,
        };
        desk.open();
        desk
    }

    fn open(&mut self) {
        let clock = Arc::clone(&self.clock);
        let world = World::with_clock(move || *clock.lock().expect("a clock"));
        let connection = connect(self.folder.path());
        migrate::migrate(&connection).expect("the tables are made");
        self.book = Some(Book::new(connection, key(), world).expect("the book opens"));
    }

    /// Closes the book and opens it again.
    pub fn restart(&mut self) {
        self.book.take().expect("open").close().expect("the book closes");
        self.open();
    }

    pub fn wait(&self, seconds: i64) {
        let mut clock = self.clock.lock().expect("a clock");
        *clock += Duration::seconds(seconds);
    }

    pub fn book(&self) -> &Book {
        self.book.as_ref().expect("open")
    }

    pub fn try_change(&mut self, change: Change) -> Result<Changed, Error> {
        self.book.as_mut().expect("open").change(change, &self.texts)
    }

    pub fn change(&mut self, change: Change) -> Changed {
        self.try_change(change).expect("the change can be done")
    }

    pub fn undo(&mut self) -> Changed {
        self.book.as_mut().expect("open").undo(&self.texts).expect("the step can be undone")
    }

    pub fn redo(&mut self) -> Changed {
        self.book.as_mut().expect("open").redo(&self.texts).expect("the step can be redone")
    }

    /// A new last line; a step of its own.
    pub fn line(&mut self, section: &str, text: &str) -> Id {
        self.answer(section, "", text)
    }

    pub fn answer(&mut self, section: &str, prompt: &str, text: &str) -> Id {
        self.wait(60);
        let id = id();
        let change = Change::AddLine {
            id: id.clone(),
            section: section.into(),
            prompt: prompt.into(),
            text: text.into(),
            place: Place::Last,
        };
        self.change(change);
        id
    }

    pub fn write(&mut self, id: &str, text: &str) -> Changed {
        self.change(Change::WriteLine { id: id.into(), text: text.into() })
    }

    /// The private chapters this version has no pages for yet, as a later one would have them: they are in the book, and are found.
    pub fn chapters_of_later_versions(&self) {
        for id in NEVER_OPEN {
            let (title, place) = (id.to_string(), "z".to_string());
            let row = Chapter { id: id.to_string(), title, place, hidden: false, own: true, state: State::Plan };
            chapter::put(self.book().connection(), &row).expect("a chapter");
        }
    }

    pub fn person(&mut self, name: &str) -> Id {
        let id = id();
        let fields = PersonFields { name: name.into(), ..PersonFields::default() };
        self.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last });
        id
    }

    pub fn link(&mut self, from: &str, to_kind: LinkKind, to: &str) -> Id {
        let id = id();
        self.change(Change::AddLink { id: id.clone(), from: from.into(), to_kind, to: to.into() });
        id
    }

    pub fn lines(&self, section: &str) -> Vec<Line> {
        self.book().lines(section).expect("the section is there")
    }

    pub fn texts_of(&self, section: &str) -> Vec<String> {
        self.lines(section).into_iter().map(|line| line.text).collect()
    }

    /// Everything in the domain tables, to be compared.
    pub fn everything(&self) -> Vec<String> {
        let mut rows = Vec::new();
        for table in DOMAIN {
            let mut statement =
                self.book().connection().prepare(&format!("SELECT * FROM {table} ORDER BY 1")).expect("a table");
            let columns = statement.column_count();
            let found = statement.query_map([], |row| {
                // Values and not references to them: those are told as bytes, in which no word is found.
                let values: Result<Vec<Value>, _> = (0..columns).map(|column| row.get(column)).collect();
                Ok(format!("{table} {:?}", values?))
            });
            rows.extend(found.expect("rows").map(|row| row.expect("a row")));
        }
        rows
    }

    /// One thing to find in every place that is shut, private, thrown out or written over; all it tells is *åben-linje* and *nyt-ord*, in the early signs.
    pub fn something_everywhere(&mut self) -> Vec<&'static str> {
        self.line("well.like", "lukket-linje");
        let open = self.line("signs.inner", "åben-linje");
        let private = self.line("signs.inner", "privat-linje");
        self.change(Change::MarkLine { id: private.clone(), mark: Mark::Private, on: true });
        let tool = self.line("toolbox.tools", "lukket-redskab");
        self.link(&open, LinkKind::Tool, &tool);
        let person = self.person("lukket-person");
        self.link(&open, LinkKind::Person, &person);
        let thrown = self.line("signs.inner", "smidt-ud");
        self.change(Change::RemoveLine { id: thrown });
        let old = self.line("signs.inner", "gammelt-ord");
        self.wait(60);
        self.write(&old, "nyt-ord");
        self.change(Change::AddChapter { id: id(), title: "lukket-kapitel".into() });
        self.change(Change::RenameChapter { id: "well".into(), title: "lukket-navn".into() });
        vec![
            "lukket-linje",
            "privat-linje",
            "lukket-redskab",
            "lukket-person",
            "smidt-ud",
            "gammelt-ord",
            "lukket-kapitel",
            "lukket-navn",
        ]
    }

    pub fn only_me(&mut self, line: &str) {
        self.change(Change::MarkLine { id: line.into(), mark: Mark::Private, on: true });
    }

    /// Whether these words stand anywhere: in a table, or in the record of changes.
    pub fn holds(&self, words: &str) -> bool {
        let mut statement = self.book().connection().prepare("SELECT changeset FROM revision").expect("the record");
        let changesets = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).expect("the record");
        self.everything().iter().any(|row| row.contains(words))
            || changesets.map(|set| set.expect("a changeset")).any(|set| holds(&set, words))
    }
}

/// A random id, as the screen makes it.
pub fn id() -> Id {
    World::real().id().expect("randomness")
}
