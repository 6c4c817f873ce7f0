//! What the screen sends, and what stands in the record.

use holdepunkt_core::book::Book;
use holdepunkt_core::change::Change;
use holdepunkt_core::exchange::{self, bring::Chosen};
use holdepunkt_core::folder::Folder;
use holdepunkt_core::going::Going;
use holdepunkt_core::history::changeset;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Hold};
use holdepunkt_core::view::Contents;
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::cell::RefCell;
use std::path::Path;

/// A changeset: what it says it touches can be taken out, and the rest is still one.
pub fn changeset(bytes: &[u8]) {
    let Ok(rows) = changeset::rows(bytes) else {
        assert!(changeset::entries(bytes).is_err());
        return;
    };
    let count = rows.len();
    for id in changeset::entries(bytes).expect("as its rows").iter().filter(|id| !id.is_empty()) {
        let goes = |row: &changeset::Row<'_>| row.table == "entry" && row.key(0) == Some(id);
        let Some(rest) = changeset::without(bytes, goes).expect("as its rows") else { continue };
        let left = changeset::rows(&rest).expect("still a changeset");
        assert!(left.len() < count && left.iter().all(|row| row.table != "entry" || row.key(0) != Some(id)));
    }
}

/// A list of changes as JSON, made one after the other in a book: one that is refused leaves the book as it was, all that were
/// made can be taken back, and the record holds together.
pub fn changes(bytes: &[u8]) {
    let Ok(list) = serde_json::from_slice::<Vec<serde_json::Value>>(bytes) else { return };
    let list: Vec<Change> = list.into_iter().take(12).filter_map(|one| serde_json::from_value(one).ok()).collect();
    for change in &list {
        let text = serde_json::to_string(change).expect("written");
        assert_eq!(serde_json::from_str::<Change>(&text).expect("its own words"), *change);
    }
    if !list.is_empty() {
        with_book(|book, texts| make(book, texts, list));
    }
}

/// A file of the open format: what is refused changes nothing; what comes in can be told again, is then read again, and can be
/// taken back.
pub fn open_format(bytes: &[u8]) {
    let Ok(parcel) = exchange::read(bytes) else { return };
    with_book(|book, texts| {
        book.arriving(&parcel, &Going::default(), texts).expect("shown");
        let before = book.revision();
        if let Err(error) = book.bring_whole(&parcel, &Going::default(), texts) {
            assert_eq!(book.revision(), before, "what is refused is no revision");
            assert!(!error.message(texts).is_empty());
        }
        let told = exchange::write::whole(book.connection()).expect("told");
        exchange::read(told.as_bytes()).expect("a file of ours is read");
        take_back(book, texts);
        let chosen = Chosen {
            ids: ["entry", "person"].iter().flat_map(|table| parcel.keys(table)).map(str::to_string).collect(),
            mine: true,
        };
        let _ = book.bring_some(&parcel, &chosen, &Going::default(), texts);
        take_back(book, texts);
    });
}

fn make(book: &mut Book, texts: &Texts, list: Vec<Change>) {
    for change in list {
        let before = book.revision();
        match book.change(change, texts) {
            Ok(changed) => assert!(changed.revision == book.revision() && book.revision() <= before + 1),
            Err(error) => {
                assert_eq!(book.revision(), before, "a refused change is no revision");
                assert!(!error.message(texts).is_empty());
            }
        }
    }
    let contents = book.contents(texts).expect("shown");
    let chapters = contents.groups.iter().flat_map(|group| &group.chapters);
    for page in chapters.flat_map(|chapter| &chapter.pages) {
        book.page(&page.id, texts).expect("shown");
    }
    take_back(book, texts);
}

fn take_back(book: &mut Book, texts: &Texts) {
    while book.undo(texts).is_ok() {}
    let clean = CLEAN.with_borrow(|clean| clean.clone().expect("set"));
    assert_eq!(Contents { redo: None, ..book.contents(texts).expect("shown") }, clean, "all can be taken back");
    book.verify_chain().expect("the record holds together");
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    static CLEAN: RefCell<Option<Contents>> = const { RefCell::new(None) };
}

/// A book that is used again, since making one takes longer than all the rest.
pub(super) struct Open {
    pub(super) book: Book,
    _hold: Hold,
    _dir: tempfile::TempDir,
    used: u32,
}

/// After so many uses there is a new one, so that its history stays short.
const USES: u32 = 200;

fn with_book(test: impl FnOnce(&mut Book, &Texts)) {
    let texts = Texts::new(Language::Da);
    OPEN.with_borrow_mut(|open| {
        if open.as_ref().is_none_or(|open| open.used >= USES) {
            *open = None;
            let new = new_book();
            CLEAN.set(Some(new.book.contents(&texts).expect("shown")));
            *open = Some(new);
        }
        // Taken out, so that a book in which a promise broke is not used again.
        let mut used = open.take().expect("one");
        test(&mut used.book, &texts);
        used.used += 1;
        *open = Some(used);
    });
}

pub(super) fn new_book() -> Open {
    let memory = Path::new("/dev/shm");
    let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder");
    let folder = Folder::at(&dir.path().join("bog")).expect("a name");
    let world = World::real();
    let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &world).expect("made");
    let (book, hold) = opened.book(&world).expect("a book");
    Open { book, _hold: hold, _dir: dir, used: 0 }
}
