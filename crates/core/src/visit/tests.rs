//! A private chapter leaves by no door. The workbook has none yet, so one is made so for a test: the first real one finds every door shut.

use super::*;
use crate::book::Book;
use crate::book::outline::chapter_of;
use crate::change::{Change, Form, Place, Tick};
use crate::error::Error;
use crate::exchange::plain::Style;
use crate::handover::bundle::{Bundle, Head};
use crate::handover::give::HandoverWanted;
use crate::handover::{HANDOVER, VERSION, lock};
use crate::printing::gather::Gathered;
use crate::store::migrate::migrate;
use crate::view::Changed;
use crate::workbook::private;
use crate::world::World;
use holdepunkt_i18n::{Language, Texts};
use rusqlite::Connection;
use zeroize::Zeroizing;

const CHAPTER: &str = "angry";
const SECTION: &str = "angry.notice";
/// Somebody a whole book can be made ready for.
const READER: &str = "residence";

struct Desk {
    book: Book,
    texts: Texts,
}

impl Desk {
    fn change(&mut self, change: Change) -> Result<Changed, Error> {
        self.book.change(change, &self.texts)
    }

    fn id(&self) -> Id {
        self.book.world().id().expect("randomness")
    }

    fn tick(&mut self, what: Tick, id: &str) -> Result<Changed, Error> {
        self.change(Change::TickForReader { reader: READER.into(), what, id: id.into(), on: true })
    }

    fn wanted() -> HandoverWanted {
        HandoverWanted { chapters: vec![CHAPTER.into()], ..HandoverWanted::default() }
    }

    fn start(&mut self) -> Result<Changed, Error> {
        let (guests, chapters) = (Vec::new(), vec![CHAPTER.to_string()]);
        let visit = VisitChange::Start { id: self.id(), guests, chapters, agenda: String::new() };
        self.change(Change::Visit { visit })
    }

    /// A hand-over of the chapter as another machine wrote it.
    fn bundle(&self) -> Vec<u8> {
        let secret = lock::text_of(&lock::new_key(self.book.world()).expect("randomness"));
        let head = Head {
            format: HANDOVER.into(),
            version: VERSION,
            id: self.id(),
            made: 0,
            made_offset: 0,
            owner: String::new(),
            author: self.id(),
            name: String::new(),
            role: Role::Staff,
            agenda: String::new(),
            recipient: lock::public(&secret).expect("a key"),
            token: self.id(),
            chapters: vec![CHAPTER.into()],
        };
        Bundle { head, pieces: Vec::new() }.write().expect("small")
    }

    /// Which of the doors the chapter leaves by.
    fn doors(&mut self, line: &str) -> Vec<&'static str> {
        let texts = Texts::new(Language::Da);
        let mut open = Vec::new();
        let mut try_door = |name, goes: bool| {
            if goes {
                open.push(name);
            }
        };
        let bundle = self.bundle();
        try_door(
            "offered in a visit",
            self.book.visits(&texts).expect("visits").chapters.iter().any(|c| c.id == CHAPTER),
        );
        try_door(
            "offered in a hand-over",
            self.book.handovers(&texts).expect("given").chapters.iter().any(|c| c.id == CHAPTER),
        );
        try_door("given", self.book.prepare_handover(&Self::wanted()).is_ok());
        try_door("received", Bundle::read(&bundle).is_ok());
        try_door("as text", self.book.as_text(&[CHAPTER.into()], Style::Plain, &texts).is_ok());
        for form in [Form::Book, Form::Supporter, Form::Doctor] {
            let gathered = Gathered::every(&self.book, &texts, form).expect("gathered");
            try_door("printed", gathered.chapters.iter().any(|chapter| chapter.id == CHAPTER));
        }
        try_door("ticked as a chapter", self.tick(Tick::Chapter, CHAPTER).is_ok());
        try_door("ticked as a heading", self.tick(Tick::Section, SECTION).is_ok());
        try_door("ticked as a line", self.tick(Tick::Line, line).is_ok());
        try_door("seen in a visit", self.start().is_ok());
        open.dedup();
        open
    }
}

fn desk() -> (Desk, Id) {
    let connection = Connection::open_in_memory().expect("a database");
    migrate(&connection).expect("the tables are made");
    let book = Book::new(connection, Zeroizing::new([7; 32]), World::real()).expect("a book");
    let mut desk = Desk { book, texts: Texts::new(Language::Da) };
    let line = desk.id();
    assert_eq!(chapter_of(SECTION), CHAPTER);
    let (section, text) = (SECTION.to_string(), "vrede-kanarie".to_string());
    let add = Change::AddLine { id: line.clone(), section, prompt: String::new(), text, place: Place::Last };
    desk.change(add).expect("a line");
    (desk, line)
}

#[test]
fn a_private_chapter_leaves_by_no_door() {
    let (mut open, line) = desk();
    let doors = open.doors(&line);
    assert_eq!(doors.len(), 10, "open to begin with, or nothing would be proved: {doors:?}");
    let (mut shut, line) = desk();
    private::with(CHAPTER, || assert_eq!(shut.doors(&line), Vec::<&str>::new()));
}

#[test]
fn what_is_never_opened_is_not_opened_whatever_the_workbook_says() {
    for chapter in NEVER_OPEN {
        assert!(!may_open(chapter), "{chapter}");
    }
    assert!(may_open(CHAPTER));
}
