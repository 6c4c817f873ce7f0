//! A dialog that asks where a file goes may stand open for hours. What has come to be shut meanwhile is not in the file.

use super::guest::{citizen, enter, handed, propose};
use super::*;
use crate::contract::{PrintOrder, PrintWhat};
use crate::out;
use crate::saving::Desk;
use base64::Engine as _;
use holdepunkt_core::change::Id;
use holdepunkt_core::exchange::plain::{Style, TextOrder};
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::visit::VisitChange;
use std::cell::Cell;
use std::path::Path;

const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Somebody says where it goes, after `meanwhile`.
struct Answers<'a> {
    folder: PathBuf,
    meanwhile: &'a dyn Fn(),
    /// It was said that there is no file.
    said: Cell<bool>,
}

impl<'a> Answers<'a> {
    fn new(folder: &tempfile::TempDir, meanwhile: &'a dyn Fn()) -> Self {
        Self { folder: folder.path().to_path_buf(), meanwhile, said: Cell::new(false) }
    }
}

impl Desk for Answers<'_> {
    fn ask(&self, name: &str) -> Option<PathBuf> {
        (self.meanwhile)();
        Some(self.folder.join(name))
    }

    fn forget_recent(&self, _: &Path) {}

    fn not_saved(&self) {
        self.said.set(true);
    }
}

/// A book with something in it for every kind of file, and the sheet of new words not yet on paper.
struct Written {
    shell: Shell,
    picture: Id,
    visit: Id,
}

fn written(folder: &tempfile::TempDir) -> Written {
    let shell = shell_in(folder);
    locked_book(&shell);
    let line = line_in(&shell, "well.like", "Jeg synger.");
    let dot = base64::engine::general_purpose::STANDARD.decode(DOT).unwrap();
    shell.add_picture(&line, "well.like", &dot).unwrap();
    line_in(&shell, "crisis.helps", "At sidde ved vinduet.");
    let page = shell.with_book(|book, texts| book.page("well.page", texts)).unwrap();
    let picture = page.sections[0].lines[0].pictures[0].id.clone();
    let visit = begin_visit(&shell);
    shell.end_visit(&visit, Some(&passphrase("rolig have"))).unwrap();
    Written { shell, picture, visit }
}

fn begin_visit(shell: &Shell) -> Id {
    let id = shell.world().id().unwrap();
    let (guests, chapters) = (Vec::new(), vec!["well".to_string()]);
    let start = VisitChange::Start { id: id.clone(), guests, chapters, agenda: String::new() };
    shell.change(Change::Visit { visit: start }).unwrap();
    id
}

fn plan() -> PrintOrder {
    let (what, language, replaces) = (PrintWhat::Plan, Language::Da, String::new());
    PrintOrder { what, language, large: false, squares: false, replaces }
}

/// One kind of file that goes out of one's own book, and whether it was saved.
type Kind = (&'static str, fn(&Answers<'_>, &Written) -> Result<bool, Error>);

const KINDS: [Kind; 12] = [
    ("the sheet with the words", |desk, book| out::sheet(desk, &book.shell).map(|saved| saved.saved)),
    ("the picture for a phone", |desk, book| {
        out::phone_picture(desk, &book.shell, Language::Da).map(|saved| saved.saved)
    }),
    ("a print", |desk, book| {
        let (print, _) = book.shell.lay(&plan()).unwrap();
        out::print(desk, &book.shell, print).map(|saved| saved.saved)
    }),
    ("the whole book", |desk, book| out::book(desk, &book.shell).map(|saved| saved.saved)),
    ("the whole book, locked", |desk, book| {
        out::sealed_book(desk, &book.shell, &book.shell.draw_words().unwrap()).map(|saved| saved.saved)
    }),
    ("chapters as text", |desk, book| {
        let order = TextOrder { chapters: vec!["well".into()], style: Style::Plain, replaces: String::new() };
        out::text(desk, &book.shell, &order).map(|saved| saved.saved)
    }),
    ("days for a calendar", |desk, book| out::calendar(desk, &book.shell).map(|saved| saved.saved)),
    ("a picture", |desk, book| out::picture(desk, &book.shell, &book.picture).map(|saved| saved.saved)),
    ("the sheet of a visit", |desk, book| out::visit(desk, &book.shell, &book.visit).map(|saved| saved.saved)),
    ("all about a visit", |desk, book| out::visit_record(desk, &book.shell, &book.visit).map(|saved| saved.saved)),
    ("one's own key", |desk, book| out::own_key(desk, &book.shell).map(|saved| saved.saved)),
    ("a part to write on together", |desk, book| {
        let chapters = vec!["well".to_string()];
        let wanted = HandoverWanted { name: "Karen".into(), chapters, ..HandoverWanted::default() };
        out::handover(desk, &book.shell, &wanted).map(|saved| saved.saved)
    }),
];

/// What came of each kind, and what lies in the folder then.
fn each(meanwhile: fn(&Shell)) -> Vec<(&'static str, Result<bool, Error>, usize)> {
    let come = |(name, save): &Kind| {
        let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let book = written(&folder);
        let meanwhile = || meanwhile(&book.shell);
        let desk = Answers::new(&out, &meanwhile);
        let saved = save(&desk, &book);
        assert_eq!(desk.said.get(), saved.is_err(), "{name}: a press that gives no file is not left without a word");
        (*name, saved, std::fs::read_dir(out.path()).unwrap().count())
    };
    KINDS.iter().map(come).collect()
}

#[test]
fn every_kind_of_file_is_saved_where_it_was_said() {
    for (name, saved, files) in each(|_| {}) {
        assert!(matches!(saved, Ok(true)) && files == 1, "{name}: {saved:?}");
    }
}

#[test]
fn a_dialog_that_outlives_the_lock_writes_nothing() {
    for (name, saved, files) in each(|shell| drop(shell.lock().unwrap())) {
        assert!(matches!(saved, Err(Error::Locked | Error::NotFound(_))) && files == 0, "{name}: {saved:?}");
    }
}

#[test]
fn nor_when_its_owner_has_come_back_since() {
    let came_back = |shell: &Shell| {
        shell.lock().unwrap();
        shell.unlock(&passphrase("rolig have")).unwrap();
    };
    for (name, saved, files) in each(came_back) {
        assert!(matches!(saved, Err(Error::Locked | Error::NotFound(_))) && files == 0, "{name}: {saved:?}");
    }
}

#[test]
fn a_dialog_that_stands_there_when_somebody_comes_writes_nothing() {
    let comes = |shell: &Shell| drop(begin_visit(shell));
    for (name, saved, files) in each(comes) {
        assert!(matches!(saved, Err(Error::VisitGoesOn)) && files == 0, "{name}: {saved:?}");
    }
}

#[test]
fn pages_that_are_older_than_the_book_are_not_saved() {
    let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let Written { shell, .. } = written(&folder);
    let desk = Answers::new(&to, &|| {});
    let (older, _) = shell.lay(&plan()).unwrap();
    line_in(&shell, "crisis.never", "At holde mig fast.");
    assert!(matches!(out::print(&desk, &shell, older), Err(Error::NotFound(_))));
    assert_eq!(std::fs::read_dir(to.path()).unwrap().count(), 0);
    let (newer, _) = shell.lay(&plan()).unwrap();
    assert!(out::print(&desk, &shell, newer).unwrap().saved);
}

#[test]
fn a_dialog_over_another_book_does_not_take_from_this_one() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let Written { shell, .. } = written(&folder);
    shell.open_sample().unwrap();
    let closes = || drop(shell.close_sample());
    let desk = Answers::new(&out, &closes);
    assert!(out::book(&desk, &shell).is_err());
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn an_answer_is_not_handed_back_from_a_book_that_rests() {
    let (theirs, mine, out) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (file, words) = handed(&citizen(&theirs), "");
    let shell = shell_in(&mine);
    enter(&shell, file, &words);
    propose(&shell, "Jeg synger højt.");
    let locks = || drop(shell.lock().unwrap());
    let desk = Answers::new(&out, &locks);
    assert!(out::answer(&desk, &shell).is_err());
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
    assert!(shell.is_to_be_handed_back(), "nothing of it is lost");
    shell.wake_guest(words).unwrap();
    let desk = Answers::new(&out, &|| {});
    assert!(out::answer(&desk, &shell).unwrap().saved && !shell.is_to_be_handed_back());
}

#[test]
fn a_file_pointed_at_while_the_book_is_locked_is_not_held() {
    let folder = tempfile::tempdir().unwrap();
    let Written { shell, .. } = written(&folder);
    let (book, _) = shell.whole_book(true).unwrap();
    let sealed = holdepunkt_core::exchange::sealed::seal(&book, &shell.draw_words().unwrap(), shell.world()).unwrap();
    shell.lock().unwrap();
    for file in [book, sealed] {
        assert!(matches!(shell.look_at_file(file, &Going::default()), Err(Error::Locked)));
    }
    assert!(matches!(shell.unlock_file("ord"), Err(Error::NotFound(_))));
}
