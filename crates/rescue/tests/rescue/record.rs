//! A record that breaks off: the rows that can be read are newer, and what they say counts.
use crate::case::{Case, case, opened};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Copy, Form, HelpLineFields, LinkKind, PersonFields, Place, Tick};
use holdepunkt_core::document::Print;
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::opening::Hold;
use holdepunkt_core::printing;
use holdepunkt_core::share::Selection;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::fs;

/// The book as its owner works in it, for what comes before and after a break in the record.
struct Pen<'a>(&'a mut Book);

impl Pen<'_> {
    fn id() -> String {
        World::real().id().expect("an id")
    }

    fn change(&mut self, change: Change) {
        self.0.change(change, &Texts::new(Language::Da)).expect("changed");
    }

    fn answer(&mut self, section: &str, prompt: &str, text: &str) -> String {
        let id = Self::id();
        let (section, prompt, text, place) = (section.into(), prompt.into(), text.into(), Place::Last);
        self.change(Change::AddLine { id: id.clone(), section, prompt, text, place });
        id
    }

    fn line(&mut self, section: &str, text: &str) -> String {
        self.answer(section, "", text)
    }

    fn person(&mut self, name: &str) -> String {
        let id = Self::id();
        let fields = PersonFields { name: name.into(), ..PersonFields::default() };
        self.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last });
        id
    }

    /// Without the answers of the sample.
    fn unanswered(&mut self, section: &str) {
        for line in self.0.answers(section).expect("read").into_values() {
            self.change(Change::RemoveLine { id: line.id });
        }
    }

    /// From here on the record cannot be told: the next change is the first that is lost.
    fn breaks_here(&mut self) -> u32 {
        self.0.revision() + 1
    }

    fn tear(&mut self, at: u32) {
        let sql = format!("UPDATE revision SET chain = x'00' WHERE seq = {at}");
        self.0.connection().execute_batch(&sql).expect("torn");
    }
}

impl Case {
    /// Salvages, with something lost, and gives what it said and a way to ask the new book.
    fn salvaged(&self) -> (String, Salvaged) {
        let to = self.at("reddet");
        let (answer, said) = self.with_passphrase(&["salvage", "--to", &to.to_string_lossy()], &[&self.book()]);
        assert_eq!(answer, 1, "{said}");
        let (hold, book) = opened(&to);
        (said, Salvaged { book, _hold: hold })
    }
}

struct Salvaged {
    book: Book,
    _hold: Hold,
}

impl Salvaged {
    fn text(&self, sql: &str) -> String {
        let found = self.book.connection().query_row(sql, [], |row| row.get::<_, String>(0));
        found.unwrap_or_else(|error| format!("{sql}: {error}"))
    }

    fn line(&self, id: &str) -> (String, String) {
        let of = |column: &str| self.text(&format!("SELECT {column} FROM entry WHERE id = '{id}'"));
        (of("text"), of("state"))
    }
}

fn is(text: &str, state: &str) -> (String, String) {
    (text.to_string(), state.to_string())
}

#[test]
fn a_question_that_was_answered_taken_back_and_answered_again_costs_nothing() {
    let case = case();
    let texts = Texts::new(Language::Da);
    let (mut first, mut second, mut old, mut new) = Default::default();
    case.with_book(|book| {
        let mut pen = Pen(book);
        pen.unanswered("crisis.relatives");
        first = pen.answer("crisis.relatives", "how", "det første");
        let torn = pen.breaks_here();
        pen.0.undo(&texts).expect("taken back");
        second = pen.answer("crisis.relatives", "how", "det andet");
        // One that is thrown out and one that stands, for the same question, at the same place.
        old = pen.answer("crisis.relatives", "disagree", "det gamle");
        pen.change(Change::RemoveLine { id: old.clone() });
        new = pen.answer("crisis.relatives", "disagree", "det nye");
        pen.tear(torn);
    });
    let (said, saved) = case.salvaged();
    let answers = |prompt: &str| {
        saved.text(&format!(
            "SELECT group_concat(text, '|') FROM entry WHERE section = 'crisis.relatives' AND prompt = '{prompt}' AND state = 'plan'"
        ))
    };
    assert_eq!((answers("how"), answers("disagree")), ("det andet".into(), "det nye".into()), "{said}");
    assert_eq!(saved.line(&second), is("det andet", "plan"));
    assert_ne!(saved.line(&first).1, "plan", "what was taken back does not come back");
    assert_eq!((saved.line(&old), saved.line(&new)), (is("det gamle", "trash"), is("det nye", "plan")));
}

#[test]
fn the_rows_that_can_be_read_are_newer_than_a_record_that_breaks_off() {
    let case = case();
    let texts = Texts::new(Language::Da);
    let [mut number, mut back, mut thrown, mut person, mut chapter, mut below, mut share] = <[String; 7]>::default();
    let (mut taken_back, mut linked, mut unlinked) = <(String, String, String)>::default();
    case.with_book(|book| {
        let mut pen = Pen(book);
        let fields = |number: &str| HelpLineFields {
            name: "Akuttilbuddet".into(),
            number: number.into(),
            ..HelpLineFields::default()
        };
        number = Pen::id();
        pen.change(Change::AddHelpLine { id: number.clone(), fields: fields("00 00 00 01") });
        back = pen.line("signs.inner", "KOMMER TILBAGE");
        pen.change(Change::RemoveLine { id: back.clone() });
        thrown = pen.line("signs.inner", "SMIDES UD");
        person = pen.person("Lone");
        pen.change(Change::RemovePerson { id: person.clone() });
        chapter = Pen::id();
        pen.change(Change::AddChapter { id: chapter.clone(), title: "Mit eget".into() });
        pen.change(Change::RemoveChapter { id: chapter.clone() });
        share = Pen::id();
        pen.change(Change::RecordShare { id: share.clone(), copy: Copy { title: "Planen".into(), ..Copy::default() } });
        let tick = |on| Change::TickForReader {
            reader: "ward".into(),
            what: Tick::Section,
            id: "well.keeps".into(),
            on,
        };
        pen.change(tick(true));
        let mette = pen.person("Mette");
        let link = Pen::id();
        pen.change(Change::AddLink { id: link.clone(), from: thrown.clone(), to_kind: LinkKind::Person, to: mette.clone() });
        taken_back = pen.line("signs.inner", "TAGET TILBAGE");

        let torn = pen.breaks_here();
        pen.0.undo(&texts).expect("taken back");
        pen.change(Change::WriteHelpLine { id: number.clone(), fields: fields("00 00 00 02") });
        pen.0.take_from_trash(&back, &texts).expect("back");
        pen.change(Change::WriteLine { id: back.clone(), text: "ER TILBAGE".into() });
        pen.change(Change::RemoveLink { id: link.clone() });
        unlinked = link;
        pen.change(Change::WriteLine { id: thrown.clone(), text: "SMIDT UD".into() });
        pen.change(Change::RemoveLine { id: thrown.clone() });
        pen.0.take_from_trash(&person, &texts).expect("back");
        linked = Pen::id();
        let (from, to_kind, to) = (back.clone(), LinkKind::Person, person.clone());
        pen.change(Change::AddLink { id: linked.clone(), from, to_kind, to });
        pen.change(Change::TakeBackShare { id: share.clone(), back: true });
        pen.change(Change::ResetReader { id: "ward".into() });
        pen.tear(torn);
        // The chapter was taken back in a way only the rows know of.
        let sql = format!(
            "UPDATE chapter SET state = 'plan' WHERE id = '{chapter}'; UPDATE section SET state = 'plan' WHERE page = '{chapter}.page';"
        );
        pen.0.connection().execute_batch(&sql).expect("back");
        below = Pen::id();
        let sql = format!(
            "INSERT INTO entry SELECT '{below}', '{chapter}', id, '', 'UNDER MIT EGET', '', 'm', 'me', 'first', 'unset', '', 'plan'
                FROM section WHERE page = '{chapter}.page'"
        );
        pen.0.connection().execute_batch(&sql).expect("written");
    });
    let (said, saved) = case.salvaged();
    let of = |what: &str, table: &str, id: &str| saved.text(&format!("SELECT {what} FROM {table} WHERE id = '{id}'"));
    assert_eq!(of("number", "help_line", &number), "00 00 00 02", "a wrong number is worse than none");
    assert_eq!(saved.line(&back), is("ER TILBAGE", "plan"));
    assert_eq!(saved.line(&thrown), is("SMIDT UD", "trash"));
    assert_ne!(saved.line(&taken_back).1, "plan");
    assert_eq!(of("state", "person", &person), "plan");
    assert_eq!((of("state", "chapter", &chapter), saved.line(&below)), ("plan".into(), is("UNDER MIT EGET", "plan")));
    assert_eq!(of("CAST(back > 0 AS TEXT)", "share", &share), "1", "a copy that came back is not out there");
    assert_eq!(saved.text("SELECT count(*) || '' FROM preset_part WHERE preset = 'ward'"), "0", "no tick of before");
    assert_eq!(of("to_id", "link", &linked), person);
    assert!(of("to_id", "link", &unlinked).contains("no rows"));
    let lines = saved.text("SELECT count(*) || '' FROM entry WHERE state = 'plan'");
    assert!(said.contains(&format!("{lines} linjer")), "what is told is what is in the new book ({lines}): {said}");
    assert!(!said.contains("Reddet"), "{said}");
}

#[test]
fn a_proposal_that_was_answered_after_the_record_broke_off_is_answered() {
    let case = case();
    let (visit, karen, proposed) = (Pen::id(), Pen::id(), Pen::id());
    case.with_book(|book| {
        let mut pen = Pen(book);
        let around = |visit| Change::Visit { visit };
        let guest = Guest { id: karen.clone(), author: Pen::id(), name: "Karen".into(), role: Role::Staff };
        let (guests, chapters) = (vec![guest], vec!["signs".to_string()]);
        pen.change(around(VisitChange::Start { id: visit.clone(), guests, chapters, agenda: String::new() }));
        pen.0.hold_pen(&karen).expect("handed on");
        let wish = Wish::NewLine {
            line: Pen::id(),
            section: "signs.inner".into(),
            prompt: String::new(),
            text: "et forslag".into(),
            because: String::new(),
            place: Place::Last,
        };
        pen.change(around(VisitChange::Propose { id: proposed.clone(), wish, perspective: Perspective::Third }));
        pen.0.hold_pen("").expect("handed back");
        let torn = pen.breaks_here();
        pen.change(around(VisitChange::End { id: visit.clone() }));
        pen.change(around(VisitChange::Decline { id: proposed.clone() }));
        pen.tear(torn);
    });
    let (said, saved) = case.salvaged();
    assert_eq!(saved.text(&format!("SELECT state FROM proposal WHERE id = '{proposed}'")), "declined", "{said}");
    assert_eq!(saved.text(&format!("SELECT CAST(ended > 0 AS TEXT) FROM visit WHERE id = '{visit}'")), "1");
}

#[test]
fn photographs_of_pages_stay_on_their_page_and_are_drawn_on_no_print() {
    let case = case();
    let texts = Texts::new(Language::Da);
    let mut torn = 0;
    let photograph = || [Prepared { kind: "image/jpeg", width: 2, height: 1, bytes: b"\xff\xd8 ARK".to_vec() }];
    let chapter = Pen::id();
    case.with_book(|book| {
        let mut pen = Pen(book);
        torn = pen.breaks_here();
        pen.0.add_paper("signs.page", &photograph(), &texts).expect("room");
        pen.change(Change::AddChapter { id: chapter.clone(), title: "Mit eget".into() });
        pen.0.add_paper(&format!("{chapter}.page"), &photograph(), &texts).expect("room");
        // The chapter of that one cannot be read any more.
        let sql =
            format!("DELETE FROM chapter WHERE id = '{chapter}'; DELETE FROM section WHERE page = '{chapter}.page';");
        pen.0.connection().execute_batch(&sql).expect("gone");
        pen.tear(torn);
    });
    let (said, saved) = case.salvaged();
    let sql = "SELECT group_concat(section || marks) FROM entry JOIN picture ON picture.entry = entry.id
        WHERE instr(picture.bytes, CAST('ARK' AS BLOB)) > 0 AND section LIKE '%.paper'";
    assert_eq!(saved.text(sql), "signs.page.paper", "{said}");
    let sql = "SELECT marks FROM entry JOIN picture ON picture.entry = entry.id
        WHERE instr(picture.bytes, CAST('ARK' AS BLOB)) > 0 AND section NOT LIKE '%.paper'";
    assert_eq!(saved.text(sql), "private", "what nobody has read for others is shown to nobody");
    let whole = Selection::everything(Form::Book);
    let printed = printing::printed(&saved.book, &whole, false, &texts, saved.book.world()).expect("a print");
    let Print::Book(printed) = printed.print else { panic!("a book") };
    let groups = printed.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.items);
    let drawn = groups.flat_map(|item| &item.pictures).filter(|picture| picture.bytes.ends_with(b"ARK"));
    assert_eq!(drawn.count(), 0);
}

#[test]
fn what_the_book_knows_of_itself_comes_over_or_is_told_as_lost() {
    let case = case();
    let (mut before, mut torn) = (String::new(), 0);
    case.with_book(|book| {
        before = book.own_key().expect("a key").key;
        let mut pen = Pen(book);
        pen.line("signs.inner", "noget");
        torn = 2;
        pen.tear(torn);
        let sql = "INSERT INTO setting (key, value) VALUES ('safe-copy', '1700000000000'), ('clear-copies', '1'), ('later', 'ja')";
        pen.0.connection().execute_batch(sql).expect("set");
    });
    let (said, mut saved) = case.salvaged();
    assert_eq!(saved.book.own_key().expect("a key").key, before, "what was locked to it can be opened: {said}");
    assert_eq!(saved.text("SELECT value FROM setting WHERE key = 'safe-copy'"), "1700000000000");
    assert_eq!(saved.text("SELECT value FROM setting WHERE key = 'later'"), "ja");
    assert!(saved.text("SELECT value FROM setting WHERE key = 'clear-copies'").contains("no rows"));
    drop(saved);
    fs::remove_dir_all(case.at("reddet")).expect("gone");
    case.with_book(|book| {
        // A value nobody wrote.
        book.connection()
            .execute_batch("UPDATE setting SET value = 'a' || char(0) WHERE key = 'own-key'")
            .expect("torn");
    });
    let (said, _) = case.salvaged();
    assert!(said.contains("navne, tal og valg"), "{said}");
}

#[test]
fn every_change_after_a_salvage_makes_a_later_edition_than_any_before() {
    let case = case();
    let mut before = 0;
    case.with_book(|book| {
        let mut pen = Pen(book);
        let copy = Copy { title: "Planen".into(), revision: 900, ..Copy::default() };
        pen.change(Change::RecordShare { id: Pen::id(), copy });
        before = pen.0.edition().expect("counted");
        pen.tear(2);
    });
    let (said, mut saved) = case.salvaged();
    let first = saved.book.edition().expect("counted");
    assert!(first >= before, "{first}, {before}: {said}");
    Pen(&mut saved.book).line("signs.inner", "ny");
    let second = saved.book.edition().expect("counted");
    Pen(&mut saved.book).line("signs.inner", "og en til");
    assert!(first < second && second < saved.book.edition().expect("counted"), "two prints are never the same edition");
}

#[test]
fn a_salvaged_book_without_copies_goes_on_counting() {
    let case = case();
    let mut before = 0;
    case.with_book(|book| {
        before = book.edition().expect("counted");
        Pen(book).tear(2);
    });
    let (_, saved) = case.salvaged();
    assert!(saved.book.edition().expect("counted") > before);
}
