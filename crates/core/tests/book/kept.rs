//! A real encrypted file of every schema version, kept in `tests/books`: what a citizen wrote then is read now.

use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Choice, Copy, HelpLineFields, Id, LinkKind, Mark, PersonFields, Place, Wanted};
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening;
use holdepunkt_core::store::migrate::SCHEMA_VERSION;
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_core::world::World;
use holdepunkt_core::{help, share};
use holdepunkt_i18n::{Language, Texts};
use secrecy::SecretString;
use std::fs;
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "en gammel cykel ved havnen";

fn kept(version: i64) -> PathBuf {
    named(&format!("schema-{version}"))
}

fn named(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/books").join(name)
}

/// Opens a copy, so that the kept file stays as it is.
fn copy(version: i64) -> (tempfile::TempDir, opening::Opened) {
    copy_of(&kept(version))
}

fn copy_of(kept: &Path) -> (tempfile::TempDir, opening::Opened) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("book");
    fs::create_dir(&to).unwrap();
    for name in ["book.db", "book.keys"] {
        fs::copy(kept.join(name), to.join(name)).unwrap();
    }
    let secret = Secret::Passphrase(SecretString::from(PASSPHRASE));
    let opened = opening::open(&Folder::at(&to).unwrap(), &secret, &World::real()).expect("the kept book opens");
    (folder, opened)
}

fn texts_of(book: &Book, section: &str) -> Vec<String> {
    book.lines(section).unwrap().into_iter().map(|line| line.text).collect()
}

#[test]
fn every_schema_version_has_a_kept_book() {
    for version in 1..=SCHEMA_VERSION {
        assert!(kept(version).join("book.db").exists(), "a book of schema {version} is kept before it is handed out");
    }
}

#[test]
fn the_book_of_schema_1_reads_as_it_was_written() {
    let (_folder, opened) = copy(1);
    let texts = Texts::new(Language::Da);
    let mut book = Book::new(opened.connection, opened.digest_key, World::real()).unwrap();
    assert_eq!(texts_of(&book, "well.like"), ["Jeg synger, når jeg laver mad", "Jeg svarer på beskeder samme dag"]);
    let sign = book.lines("signs.inner").unwrap().remove(0);
    assert_eq!((sign.text.as_str(), sign.because.as_str()), ("Jeg sover under fem timer", "det er altid det første"));
    assert_eq!(sign.links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>(), ["Gå en tur ved havnen", "Mette"]);
    assert_eq!(book.lines("toolbox.tools").unwrap()[0].marks, [Mark::HardDay]);
    assert_eq!(book.lines("crisis.medicine").unwrap()[0].choice, Choice::Not);
    assert_eq!(book.answers("crisis.front").unwrap()["called"].text, "Kim 🚲");
    let mette = book.people().unwrap().remove(0).fields;
    assert_eq!((mette.relation.as_str(), mette.phone.as_str(), mette.wanted), ("søster", "12 34 56 78", Wanted::Yes));
    let contents = book.contents(&texts).unwrap();
    assert_eq!((contents.me.as_str(), contents.hidden[0].id.as_str()), ("Kim", "angry"));
    let own = contents.groups[0].chapters.iter().find(|chapter| chapter.own).unwrap();
    assert_eq!(own.title, "Min cykel");
    let page = book.page(&own.pages[0].id, &texts).unwrap();
    assert_eq!(page.sections[0].lines[0].text, "Den står i gården");
    assert_eq!(u64::from(book.revision()), book.verify_chain().unwrap().revisions);
    let history = book.history_of_line(&sign.id, &texts).unwrap();
    assert_eq!(history.last().unwrap().at, "22. november 2026 kl. 14.03");
    assert_eq!(contents.redo.unwrap().what, "linje fjernet");
    book.redo(&texts).unwrap();
    assert!(texts_of(&book, "signs.seen").is_empty());
    book.undo(&texts).unwrap();
    assert_eq!(texts_of(&book, "signs.seen"), ["Jeg tager ikke telefonen"]);
    while book.undo(&texts).is_ok() {}
    assert!(book.people().unwrap().is_empty(), "every step of then can be taken back now");
    assert_eq!(texts_of(&book, "well.like"), Vec::<String>::new());
    book.verify_chain().unwrap();
}

#[test]
fn the_book_of_schema_2_reads_as_it_was_written() {
    let (_folder, opened) = copy(2);
    let texts = Texts::new(Language::Da);
    let mut book = Book::new(opened.connection, opened.digest_key, World::real()).unwrap();
    let signs = book.lines("signs.inner").unwrap();
    let said: Vec<_> = signs.iter().map(|line| (line.text.as_str(), line.author.as_str())).collect();
    assert_eq!(said, [("Jeg sover under fem timer", ""), ("Du bliver stille", "Karen")]);
    let waiting = book.inbox(u32::MAX, &texts).unwrap().proposals;
    assert_eq!(waiting.len(), 1, "what was not answered waits");
    let visits = book.visits(&texts).unwrap();
    assert_eq!(visits.visits.len(), 1);
    let copies = share::shares(&book, "", &texts).unwrap().copies;
    assert_eq!((copies.len(), copies[0].whom.as_str()), (1, "Mette"));
    assert_eq!(book.review("", &texts).unwrap().day, "2027-05-01");
    let help = help::view(Some(&book), "", &texts, book.world());
    assert!(help.lines.iter().any(|line| line.name == "Akuttilbuddet"));
    assert_eq!(u64::from(book.revision()), book.verify_chain().unwrap().revisions);
    while book.undo(&texts).is_ok() {}
    assert!(book.visits(&texts).unwrap().visits.is_empty(), "every step of then can be taken back now");
    book.verify_chain().unwrap();
}

#[test]
fn copies_of_an_earlier_program_are_as_new_as_they_were_when_nothing_has_changed() {
    let (_folder, opened) = copy_of(&named("copies-1"));
    let world = World::real();
    let mut book = Book::new(opened.connection, opened.digest_key, world.clone()).unwrap();
    for language in Language::ALL {
        let texts = Texts::new(language);
        for copy in share::shares(&book, "", &texts).unwrap().copies {
            assert_eq!((copy.standing, copy.news), (share::view::Standing::Fresh, Vec::new()), "{}", copy.title);
        }
    }
    let texts = Texts::new(Language::Da);
    let mette = book.people().unwrap().remove(0);
    let fields = PersonFields { phone: "12 34 56 79".into(), ..mette.fields };
    book.change(Change::WritePerson { id: mette.id, fields }, &texts).unwrap();
    let old: Vec<_> = share::shares(&book, "", &texts).unwrap().copies;
    let old: Vec<_> = old.iter().filter(|copy| copy.standing == share::view::Standing::Old).collect();
    assert!(old.len() > 6, "her number stands on them: {old:?}");
    assert!(old.iter().all(|copy| copy.news.iter().all(|news| news.since == share::view::Since::Changed)));
}

/// `cargo test -p holdepunkt-core --test book -- --ignored make_the_kept_book`, once per schema version.
#[test]
#[ignore = "makes the file that is kept; an old one is never made again"]
fn make_the_kept_book() {
    let target = kept(SCHEMA_VERSION);
    assert!(!target.join("book.db").exists(), "a kept book is never made again");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book");
    let place = Folder::at(&path).unwrap();
    let lock = NewLock::Passphrase(SecretString::from(PASSPHRASE));
    let start = chrono::DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00").unwrap();
    let looks = std::sync::atomic::AtomicI64::new(0);
    let world = World::with_clock(move || {
        // Every look at the clock a second on.
        start + chrono::Duration::seconds(looks.fetch_add(1, std::sync::atomic::Ordering::SeqCst))
    });
    let (opened, words) = opening::create(&place, &lock, Cost::CHEAP, &World::real()).unwrap();
    let words = words.unwrap().words().join(" ");
    let mut book = Book::new(opened.connection, opened.digest_key, world).unwrap();
    write(&mut book);
    book.close().unwrap();
    fs::create_dir_all(&target).unwrap();
    for name in ["book.db", "book.keys"] {
        fs::copy(path.join(name), target.join(name)).unwrap();
    }
    let readme = format!(
        "# A book of schema {SCHEMA_VERSION}\n\nA real encrypted file, made once and never again, so that every later version can show that it still \
         reads it. The person in\nit is made up. `crates/core/tests/book/kept.rs` says what it holds and opens a copy of it.\n\n\
         Passphrase: `{PASSPHRASE}`\n\nRecovery words: `{words}`\n"
    );
    fs::write(target.join("README.md"), readme).unwrap();
}

fn write(book: &mut Book) {
    let texts = Texts::new(Language::Da);
    let world = World::real();
    let mut change = |change: Change| book.change(change, &texts).unwrap();
    let new = || world.id().unwrap();
    let line = |section: &str, prompt: &str, text: &str| -> (Id, Change) {
        let id = new();
        let (section, prompt, text) = (section.to_string(), prompt.to_string(), text.to_string());
        (id.clone(), Change::AddLine { id, section, prompt, text, place: Place::Last })
    };
    change(Change::NameMe { name: "Kim".into() });
    let pasted = "- Jeg synger, når jeg laver mad\n- Jeg svarer på beskeder samme dag";
    change(Change::PasteLines { section: "well.like".into(), text: pasted.into(), place: Place::Last });
    let (tool, add) = line("toolbox.tools", "", "Gå en tur");
    change(add);
    change(Change::MarkLine { id: tool.clone(), mark: Mark::HardDay, on: true });
    let (sign, add) = line("signs.inner", "", "Jeg sover");
    change(add);
    change(Change::WriteLine { id: sign.clone(), text: "Jeg sover under fem timer".into() });
    change(Change::WriteBecause { id: sign.clone(), because: "det er altid det første".into() });
    let mette = new();
    let fields = PersonFields {
        name: "Mette".into(),
        relation: "søster".into(),
        phone: "12 34 56 78".into(),
        wanted: Wanted::Yes,
        why: "hun bliver rolig".into(),
    };
    change(Change::AddPerson { id: mette.clone(), fields, place: Place::Last });
    change(Change::AddLink { id: new(), from: sign.clone(), to_kind: LinkKind::Tool, to: tool.clone() });
    change(Change::AddLink { id: new(), from: sign, to_kind: LinkKind::Person, to: mette });
    change(Change::WriteLine { id: tool, text: "Gå en tur ved havnen".into() });
    let (medicine, add) = line("crisis.medicine", "", "Sovemedicin");
    change(add);
    change(Change::ChooseLine { id: medicine, choice: Choice::Not });
    change(line("crisis.front", "called", "Kim 🚲").1);
    change(Change::HideChapter { id: "angry".into(), hidden: true });
    let own = new();
    change(Change::AddChapter { id: own.clone(), title: "Min cykel".into() });
    let (seen, add) = line("signs.seen", "", "Jeg tager ikke telefonen");
    change(add);
    let section = book.page(&format!("{own}.page"), &texts).unwrap().sections.remove(0).id;
    book.change(line(&section, "", "Den står i gården").1, &texts).unwrap();
    write_what_schema_2_brought(book, &line);
    book.change(Change::RemoveLine { id: seen }, &texts).unwrap();
    book.undo(&texts).unwrap();
}

fn write_what_schema_2_brought(book: &mut Book, line: &dyn Fn(&str, &str, &str) -> (Id, Change)) {
    let (texts, world) = (Texts::new(Language::Da), World::real());
    let new = || world.id().unwrap();
    let change = |book: &mut Book, change: Change| book.change(change, &texts).unwrap().revision;
    let fields = HelpLineFields { name: "Akuttilbuddet".into(), number: "00 00 00 10".into(), ..Default::default() };
    change(book, Change::AddHelpLine { id: new(), fields });
    change(book, Change::SetReview { day: "2027-05-01".into(), off: false });
    let copy =
        Copy { title: "Min kriseplan".into(), whom: "Mette".into(), revision: book.revision(), ..Copy::default() };
    change(book, Change::RecordShare { id: new(), copy });
    let (visit, karen) = (new(), new());
    let guest = Guest { id: karen.clone(), author: new(), name: "Karen".into(), role: Role::Staff };
    let start = VisitChange::Start {
        id: visit.clone(),
        guests: vec![guest],
        chapters: vec!["signs".into()],
        agenda: "at sove bedre".into(),
    };
    change(book, Change::Visit { visit: start });
    book.hold_pen(&karen).unwrap();
    change(book, line("signs.inner", "", "Du bliver stille").1);
    change(book, line("signs.inner", "", "Du spiser mindre").1);
    book.hold_pen("").unwrap();
    let first = book.inbox(1, &texts).unwrap().proposals.remove(0).id;
    change(book, Change::Visit { visit: VisitChange::Accept { id: first, own: None, anyway: false } });
    change(book, Change::Visit { visit: VisitChange::End { id: visit } });
}
