//! A book of the sample with a lock, the tool run over it, and what is then in a book.
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, HelpLineFields, Place};
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening::{self, Hold};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "rødgrød på fløde";
const PAGE: usize = 4096;

pub struct Case {
    dir: TempDir,
    pub words: String,
}

/// The sample book, with a lock, closed.
pub fn case() -> Case {
    // One at a time: SQLCipher's first use from several threads at once has been seen to fail with "code 1".
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let dir = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(&dir.path().join("bog")).expect("a name");
    let world = World::real();
    let (opened, words) =
        opening::create(&folder, &NewLock::Passphrase(PASSPHRASE.into()), Cost::CHEAP, &world).expect("made");
    let words = words.expect("words").words().join(" ");
    let texts = Texts::new(Language::Da);
    let (mut book, hold) = opened.book(&world).expect("a book");
    holdepunkt_core::sample::fill(&mut book, &texts, &world).expect("filled");
    for number in 0..200 {
        let text = format!("egen linje {number} {}", "ord ".repeat(60));
        let change = Change::AddLine {
            id: world.id().expect("an id"),
            section: "signs.inner".into(),
            prompt: String::new(),
            text,
            place: Place::Last,
        };
        book.change(change, &texts).expect("written");
    }
    book.close().expect("closed");
    drop(hold);
    Case { dir, words }
}

type State = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

impl Case {
    pub fn book(&self) -> PathBuf {
        self.dir.path().join("bog")
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn state(&self) -> State {
        let mut state = State::new();
        for entry in fs::read_dir(self.book()).expect("a folder") {
            let path = entry.expect("an entry").path();
            let changed = path.metadata().expect("there").modified().expect("a time");
            state.insert(path.clone(), (fs::read(&path).expect("read"), changed));
        }
        state
    }

    /// Runs the tool with something sent in; gives its answer and all it said, and makes sure the book is as it was.
    pub fn run(&self, words: &[&str], paths: &[&Path], sent: &str) -> (i32, String) {
        let before = self.state();
        let mut child = Command::new(env!("CARGO_BIN_EXE_holdepunkt-rescue"))
            .arg(words[0])
            .args(paths)
            .args(&words[1..])
            .env("LANG", "da_DK.UTF-8")
            .env_remove("LC_ALL")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("started");
        let _ = child.stdin.take().expect("piped").write_all(sent.as_bytes());
        let output = child.wait_with_output().expect("ended");
        assert!(self.state() == before, "{words:?} changed the book it was pointed at");
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("text")).concat();
        assert!(!said.contains(PASSPHRASE), "a secret was shown");
        (output.status.code().expect("an answer"), said)
    }

    pub fn with_passphrase(&self, words: &[&str], paths: &[&Path]) -> (i32, String) {
        self.run(&[words, &["--passphrase-file", "-"]].concat(), paths, PASSPHRASE)
    }

    /// Something done in the book, opened in the ordinary way.
    pub fn with_book(&self, work: impl FnOnce(&mut Book)) {
        let (_hold, mut book) = opened(&self.book());
        work(&mut book);
        book.close().expect("closed");
    }

    /// All lines and people of the book in a folder, opened in the ordinary way.
    pub fn texts_of(&self, path: &Path) -> (Vec<String>, u64) {
        let (_hold, book) = opened(path);
        let sql = "SELECT section || '|' || text || '|' || because || '|' || choice || '|' || marks || '|' || state FROM entry
            UNION ALL SELECT 'p|' || name || phone || wanted || why || state FROM person
            UNION ALL SELECT 'l|' || from_entry || to_id FROM link
            UNION ALL SELECT 'c|' || id || title || hidden || state FROM chapter ORDER BY 1";
        let mut statement = book.connection().prepare(sql).expect("a query");
        let rows = statement.query_map([], |row| row.get(0)).expect("rows");
        let texts = rows.collect::<Result<_, _>>().expect("texts");
        drop(statement);
        (texts, book.verify_chain().expect("the chain holds").revisions)
    }

    pub fn damage(&self, page: usize) {
        let path = self.book().join("book.db");
        let mut bytes = fs::read(&path).expect("read");
        bytes[(page - 1) * PAGE + 1000] ^= 1;
        fs::write(&path, bytes).expect("written");
    }

    pub fn pages(&self) -> usize {
        fs::read(self.book().join("book.db")).expect("read").len() / PAGE
    }
}

/// The book in a folder, opened in the ordinary way, and what holds the folder.
pub fn opened(path: &Path) -> (Hold, Book) {
    let folder = Folder::at(path).expect("a name");
    let secret = Secret::Passphrase(PASSPHRASE.into());
    let opened = opening::open(&folder, &secret, &World::real()).expect("opens");
    let (connection, key, hold) = opened.part();
    (hold, Book::new(connection, key, World::real()).expect("a book"))
}

/// A picture on a line of its own, and a number to call.
pub fn picture_and_number(book: &mut Book) {
    let texts = Texts::new(Language::Da);
    let picture = Prepared { kind: "image/jpeg", width: 2, height: 1, bytes: b"\xff\xd8 BILLEDE".to_vec() };
    let line = World::real().id().expect("an id");
    book.add_picture(&line, "signs.inner", &picture, &texts).expect("room");
    let fields = HelpLineFields { name: "Akuttilbuddet".into(), number: "00 00 00 09".into(), ..Default::default() };
    let id = World::real().id().expect("an id");
    book.change(Change::AddHelpLine { id, fields }, &texts).expect("written");
}
