//! Files and texts on the list of copies: who has them, whether they are old, what takes their place. None of it holds words that are private.
use crate::builder::{Desk, connect, id, key};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Copy, Mark, PersonFields, Place, Tick, Wanted};
use holdepunkt_core::exchange;
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::exchange::plain::{Style, TextOrder};
use holdepunkt_core::going::Going;
use holdepunkt_core::printing;
use holdepunkt_core::share::view::{CopyView, Since, Standing};
use holdepunkt_core::share::{self, Filed, Made};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn give(desk: &mut Desk, file: &Filed<'_>, whom: &str, replaces: &str) -> String {
    desk.wait(60);
    let (copy, says) = share::filed(desk.book(), file, &desk.texts).expect("told");
    let id = id();
    let lines = share::kept(&id, &says);
    let copy = Copy { whom: whom.into(), replaces: replaces.into(), lines, ..copy };
    desk.change(Change::RecordShare { id: id.clone(), copy });
    id
}

fn copy(desk: &Desk, id: &str) -> CopyView {
    let copies = share::shares(desk.book(), "", &desk.texts).expect("the register").copies;
    copies.into_iter().find(|copy| copy.id == id).expect("it is on the list")
}

fn chapters(ids: &[&str]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn text(desk: &Desk, order: &TextOrder) -> String {
    desk.book().as_text(order, &desk.texts).expect("a text")
}

#[test]
fn a_file_of_the_whole_book_is_on_the_list_and_old_when_anything_was_written() {
    let mut desk = Desk::new();
    desk.line("well.like", "Jeg synger");
    let mother = give(&mut desk, &Filed::Book { locked: true }, "Mor", "");
    let told = copy(&desk, &mother);
    assert_eq!((told.made, told.standing, told.whom.as_str()), (Made::BookFile, Standing::Fresh, "Mor"));
    assert_eq!(told.title, "Hele bogen, låst fil");
    desk.line("signs.inner", "Jeg sover for lidt");
    desk.person("Mette");
    let told = copy(&desk, &mother);
    assert_eq!(told.standing, Standing::Old);
    let news: Vec<&str> = told.news.iter().map(|news| news.text.as_str()).collect();
    assert_eq!(news, ["Jeg sover for lidt", "Mette"]);
    desk.undo();
    desk.undo();
    assert_eq!(copy(&desk, &mother).standing, Standing::Fresh, "it says the same as before");
}

#[test]
fn what_is_only_mine_is_in_the_file_so_it_makes_it_old_but_its_words_are_not_told() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "HEMMELIGT");
    desk.change(Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true });
    let file = give(&mut desk, &Filed::Book { locked: false }, "", "");
    desk.change(Change::WriteLine { id: line, text: "HEMMELIGT og nyt".into() });
    let told = copy(&desk, &file);
    assert_eq!(told.standing, Standing::Old);
    assert_eq!((told.news[0].since, told.news[0].text.as_str()), (Since::Changed, ""));
    assert!(!serde_json::to_string(&told).expect("json").contains("HEMMELIGT"));
}

#[test]
fn a_text_is_old_when_its_chapters_say_something_else_and_only_then() {
    let mut desk = Desk::new();
    let line = desk.line("well.like", "Jeg synger");
    let secret = desk.line("well.like", "HEMMELIGT");
    desk.change(Change::MarkLine { id: secret.clone(), mark: Mark::Private, on: true });
    let chosen = chapters(&["well"]);
    let journal = give(&mut desk, &Filed::Text { chapters: &chosen }, "Kommunen", "");
    let told = copy(&desk, &journal);
    assert_eq!((told.made, told.chapters.clone(), told.standing), (Made::TextFile, chosen, Standing::Fresh));
    assert_eq!(told.title, "Tekst: Når jeg har det godt");
    desk.line("signs.inner", "En anden side");
    desk.change(Change::WriteLine { id: secret, text: "HEMMELIGT og nyt".into() });
    assert_eq!(copy(&desk, &journal).standing, Standing::Fresh, "neither of them is in the text");
    let english = share::shares(desk.book(), "", &Texts::new(Language::En)).expect("the register").copies;
    assert_eq!(english[0].standing, Standing::Fresh, "another language on the screen is no news");
    desk.change(Change::WriteLine { id: line.clone(), text: "Jeg synger højt".into() });
    desk.line("well.like", "Jeg maler");
    let told = copy(&desk, &journal);
    let news: Vec<(Since, &str)> = told.news.iter().map(|news| (news.since, news.text.as_str())).collect();
    assert_eq!(news, [(Since::Changed, "Jeg synger højt"), (Since::Added, "Jeg maler")]);
    assert_eq!(told.standing, Standing::Old);
}

#[test]
fn what_takes_the_place_of_a_text_says_so_in_its_first_line() {
    let mut desk = Desk::new();
    desk.line("well.like", "Jeg synger");
    let chosen = chapters(&["well"]);
    let old = give(&mut desk, &Filed::Text { chapters: &chosen }, "Kommunen", "");
    desk.line("well.like", "Jeg maler");
    for style in [Style::Plain, Style::Markdown] {
        let order = TextOrder { chapters: chosen.clone(), style, replaces: old.clone() };
        let told = text(&desk, &order);
        let date = copy(&desk, &old).at;
        assert!(
            told.lines().next().is_some_and(|first| first.contains(&date) && first.contains("Slet den gamle")),
            "{told}"
        );
        assert!(told.contains("Jeg maler"));
        let alone = text(&desk, &TextOrder { replaces: String::new(), ..order });
        assert_eq!(told.split_once("\n\n").map(|(_, rest)| rest), Some(alone.as_str()), "the rest is the same");
    }
    let new = give(&mut desk, &Filed::Text { chapters: &chosen }, "Kommunen", &old);
    assert_eq!((copy(&desk, &old).standing, copy(&desk, &new).standing), (Standing::Replaced, Standing::Fresh));
}

#[test]
fn files_come_back_and_leave_the_list_and_never_are_a_readers_last_copy() {
    let mut desk = Desk::new();
    desk.line("well.like", "Jeg synger");
    let file = give(&mut desk, &Filed::Book { locked: true }, "Mor", "");
    desk.change(Change::TakeBackShare { id: file.clone(), back: true });
    desk.line("well.like", "Jeg maler");
    assert_eq!(copy(&desk, &file).standing, Standing::Back, "what came back never grows old");
    let rows = share::shares(desk.book(), "", &desk.texts).expect("the readers").readers;
    assert!(rows.iter().all(|row| row.last.is_empty() && !row.id.ends_with("-file")));
    desk.change(Change::RemoveShare { id: file });
    assert!(share::shares(desk.book(), "", &desk.texts).expect("the register").copies.is_empty());
    for reader in [share::BOOK_FILE, share::TEXT_FILE] {
        let tick = Change::TickForReader { reader: reader.into(), what: Tick::Chapter, id: "well".into(), on: true };
        assert!(desk.try_change(tick).is_err(), "nobody ticks for a file");
    }
}

#[test]
fn a_line_that_is_erased_for_good_is_on_no_file_either() {
    let mut desk = Desk::new();
    let line = desk.line("well.like", "Jeg synger");
    let text = chapters(&["well"]);
    let copies = [
        give(&mut desk, &Filed::Book { locked: true }, "", ""),
        give(&mut desk, &Filed::Text { chapters: &text }, "", ""),
    ];
    desk.change(Change::RemoveLine { id: line.clone() });
    assert!(copies.iter().all(|id| copy(&desk, id).standing == Standing::Old));
    desk.book.as_mut().expect("open").erase_line(&line, &desk.texts).expect("erased");
    assert!(copies.iter().all(|id| copy(&desk, id).standing == Standing::Fresh), "what is erased is no news");
}

#[test]
fn another_picture_with_the_same_words_and_a_new_visit_make_a_file_of_the_whole_book_old() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let put = |desk: &mut Desk| {
        let prepared = Prepared { kind: "image/jpeg", width: 2, height: 1, bytes: b"\xff\xd8 BILLEDE".to_vec() };
        desk.wait(60);
        let texts = Texts::new(Language::Da);
        desk.book.as_mut().expect("open").add_picture(&line, "signs.inner", &prepared, &texts).expect("room");
        desk.lines("signs.inner")[0].pictures[0].id.clone()
    };
    let picture = put(&mut desk);
    let alone = id();
    let prepared = Prepared { kind: "image/jpeg", width: 2, height: 1, bytes: b"\xff\xd8 ALENE".to_vec() };
    let texts = Texts::new(Language::Da);
    let before = give(&mut desk, &Filed::Book { locked: false }, "Far", "");
    desk.book.as_mut().expect("open").add_picture(&alone, "signs.inner", &prepared, &texts).expect("room");
    assert_eq!(copy(&desk, &before).news[0].text, "Et billede", "a line that is only a picture is not told as private");
    let file = give(&mut desk, &Filed::Book { locked: true }, "Mor", "");
    assert_eq!(copy(&desk, &file).standing, Standing::Fresh);
    desk.change(Change::RemovePicture { id: picture });
    put(&mut desk);
    assert_eq!(copy(&desk, &file).standing, Standing::Old);
    desk.undo();
    desk.undo();
    assert_eq!(copy(&desk, &file).standing, Standing::Fresh);
    desk.change(Change::AddChapter { id: id(), title: "Min cykel".into() });
    let told = copy(&desk, &file);
    assert_eq!(told.standing, Standing::Old);
    let news: Vec<&str> = told.news.iter().map(|news| news.text.as_str()).collect();
    assert_eq!(news, ["Kapitler og overskrifter"], "of these no words are told");
}

#[test]
fn what_is_in_the_whole_book_is_read_once_however_many_files_are_on_the_list() {
    let mut desk = Desk::new();
    let lines: String = (0..400).map(|number| format!("- linje {number}\n")).collect();
    desk.change(Change::PasteLines { section: "signs.inner".into(), text: lines, place: Place::Last });
    let line = desk.lines("signs.inner").remove(0).id;
    let picture = Prepared { kind: "image/jpeg", width: 2, height: 1, bytes: b"\xff\xd8".to_vec() };
    let texts = Texts::new(Language::Da);
    desk.book.as_mut().expect("a book").add_picture(&line, "signs.inner", &picture, &texts).expect("room");
    give(&mut desk, &Filed::Book { locked: true }, "Mor", "");
    // The steps SQLite takes while the list is looked at.
    let steps = |desk: &mut Desk| {
        desk.book.take().expect("open").close().expect("closed");
        let steps = Arc::new(AtomicUsize::new(0));
        let mut connection = connect(desk.folder.path());
        let counted = Arc::clone(&steps);
        let count = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            false
        };
        connection.progress_handler(1, Some(count)).expect("counted");
        let book = Book::new(connection, key(), World::real()).expect("a book");
        steps.store(0, Ordering::Relaxed);
        share::shares(&book, "", &desk.texts).expect("the list");
        desk.book = Some(book);
        steps.load(Ordering::Relaxed)
    };
    let one = steps(&mut desk);
    for whom in ["Far", "Søs", "Bror", "Moster"] {
        give(&mut desk, &Filed::Book { locked: true }, whom, "");
    }
    let five = steps(&mut desk);
    eprintln!("one file: {one} steps, five: {five}");
    // Each has lines of its own on the list; the book is not read again.
    assert!((five - one) / 4 < one / 2, "{one} steps for one file, {five} for five");
}

/// The picture as it is saved, put on the list.
fn give_picture(desk: &mut Desk, whom: &str, replaces: &str) -> String {
    let (_, says) = printing::phone_picture(desk.book(), &desk.texts).expect("a picture");
    give(desk, &Filed::PhonePicture { says: &says }, whom, replaces)
}

#[test]
fn a_picture_for_a_telephone_is_on_the_list_and_old_by_what_stands_on_it_and_by_nothing_else() {
    let mut desk = Desk::new();
    let helps = desk.line("crisis.helps", "Tal roligt");
    let mine = give_picture(&mut desk, "", "");
    let told = copy(&desk, &mine);
    assert_eq!((told.made, told.standing), (Made::PhonePicture, Standing::Fresh));
    assert_eq!(told.title, "Kriseplanen som billede");
    // The reason stands in the plan and not on the picture; signs stand further on in the plan.
    desk.change(Change::WriteBecause { id: helps, because: "det hjælper".into() });
    desk.line("crisis.signs", "Jeg svarer ikke");
    assert_eq!(copy(&desk, &mine).standing, Standing::Fresh);
    desk.texts = Texts::new(Language::En);
    assert_eq!(copy(&desk, &mine).standing, Standing::Fresh, "the language is no news");
    desk.texts = Texts::new(Language::Da);
    desk.line("crisis.never", "Tag ikke min telefon");
    let told = copy(&desk, &mine);
    let news: Vec<&str> = told.news.iter().map(|news| news.text.as_str()).collect();
    assert_eq!((told.standing, news), (Standing::Old, vec!["Tag ikke min telefon"]));
    let next = give_picture(&mut desk, "", &mine);
    assert_eq!([&mine, &next].map(|id| copy(&desk, id).standing), [Standing::Replaced, Standing::Fresh]);
    desk.undo();
    assert_eq!(copy(&desk, &mine).standing, Standing::Old);
    desk.change(Change::TakeBackShare { id: mine.clone(), back: true });
    assert_eq!(copy(&desk, &mine).standing, Standing::Back);
}

#[test]
fn a_picture_is_not_old_by_what_it_has_no_room_for_and_is_by_a_name_that_is_not_to_be_called() {
    let mut desk = Desk::new();
    for line in 0..printing::PHONE_LINES {
        desk.line("crisis.helps", &format!("linje {line}"));
    }
    let mine = give_picture(&mut desk, "", "");
    desk.line("crisis.helps", "den trettende");
    assert_eq!(copy(&desk, &mine).standing, Standing::Fresh);
    let fields = PersonFields { name: "Inger".into(), wanted: Wanted::No, ..PersonFields::default() };
    desk.change(Change::AddPerson { id: id(), fields, place: Place::Last });
    assert_eq!(copy(&desk, &mine).news[0].text, "Inger");
}

#[test]
fn a_picture_goes_with_the_book_that_is_moved() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Tal roligt");
    give_picture(&mut desk, "Mor", "");
    let file = desk.book().as_open_file().expect("a file").into_bytes();
    let mut other = Desk::new();
    let parcel = exchange::read(&file).expect("our own file");
    other.book.as_mut().expect("open").bring_whole(&parcel, &Going::default(), &desk.texts).expect("taken in");
    let came = share::shares(other.book(), "", &other.texts).expect("the register").copies.remove(0);
    assert_eq!((came.made, came.standing, came.whom.as_str()), (Made::PhonePicture, Standing::Fresh, "Mor"));
}
