//! The open format: the whole book out, into a fresh book, and out again, byte for byte.

use crate::builder::{Desk, id};
use crate::guest::{around, new_line, rewrite};
use crate::handed::answer;
use crate::pictures::drawn;
use holdepunkt_core::change::{
    Answer, Change, Choice, Copy, HelpLineFields, LinkKind, Mark, NumberOf, Place, SharedLine, Tick,
};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::{self, NOT_AS_ROWS, write};
use holdepunkt_core::going::Going;
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::handover::guest;
use holdepunkt_core::handover::known::CowriterFields;
use holdepunkt_core::sample;
use holdepunkt_core::store::{DOMAIN, cowriter, setting};
use holdepunkt_core::visit::{AgreementFields, Role, Series, VisitChange};
use holdepunkt_i18n::{Language, Texts};

pub fn texts() -> Texts {
    Texts::new(Language::Da)
}

/// A book with something of everything, and a history with undo, redo, trash and words erased for good.
pub fn written() -> Desk {
    let mut desk = Desk::new();
    let texts = texts();
    let world = desk.book().world().clone();
    sample::fill(desk.book.as_mut().unwrap(), &texts, &world).unwrap();
    let line = desk.line("signs.inner", "uro <b>i</b> #kroppen \"nu\" \\ \u{1F6B2} 0\u{301}");
    desk.wait(60);
    desk.write(&line, "uro");
    desk.undo();
    desk.redo();
    let gone = desk.line("signs.inner", "HEMMELIGT");
    desk.change(Change::RemoveLine { id: gone.clone() });
    desk.book.as_mut().unwrap().erase_line(&gone, &texts).unwrap();
    let thrown = desk.line("well.like", "smidt ud");
    desk.change(Change::RemoveLine { id: thrown });
    let own = id();
    desk.change(Change::AddChapter { id: own.clone(), title: "Min cykel".into() });
    let section = desk.book().page(&format!("{own}.page"), &texts).unwrap().sections.remove(0).id;
    let mine = desk.line(&section, "Den står i gården");
    desk.change(Change::MarkLine { id: mine, mark: Mark::Private, on: true });
    desk.change(Change::HideChapter { id: "angry".into(), hidden: true });
    let medicine = desk.line("crisis.medicine", "Sovemedicin");
    desk.change(Change::ChooseLine { id: medicine, choice: Choice::Not });
    let mette = desk.person("Mette\nSøster");
    desk.link(&line, LinkKind::Person, &mette);
    desk.change(Change::PasteLines { section: "signs.seen".into(), text: "a\nb".into(), place: Place::First });
    // No setting of today leaves its copy; one of a later version does.
    setting::set(desk.book().connection(), "of-a-later-version", "1").unwrap();
    on_the_lists(&mut desk, &line, &mette);
    beside_others(&mut desk, &line);
    desk
}

/// What is kept beside the lines: copies, ticks, numbers, days, suggestions, a picture.
fn on_the_lists(desk: &mut Desk, line: &str, person: &str) {
    let own = id();
    desk.change(Change::AddReader { id: own.clone(), title: "Min søster".into(), like: "relative".into() });
    for (what, target) in [(Tick::Line, line), (Tick::Section, "signs.seen"), (Tick::Chapter, "well")] {
        desk.change(Change::TickForReader { reader: own.clone(), what, id: target.into(), on: false });
    }
    let lines = [line, person, "table:headings"].map(|id| SharedLine { id: id.into(), said: "00".into() });
    let copy = Copy { reader: own, title: "Til Mette".into(), lines: lines.to_vec(), ..Copy::default() };
    desk.change(Change::RecordShare { id: id(), copy });
    let fields =
        HelpLineFields { name: "Akuttilbuddet".into(), number: "00 00 00 00".into(), ..HelpLineFields::default() };
    desk.change(Change::AddHelpLine { id: id(), fields });
    desk.change(Change::HideHelpLine { id: "sind".into(), hidden: true });
    desk.change(Change::TryNumber { of: NumberOf::Person, id: person.into(), answer: Answer::No });
    desk.change(Change::TryNumber { of: NumberOf::Line, id: "sind".into(), answer: Answer::Yes });
    desk.change(Change::SetReview { day: "2027-05-01".into(), off: false });
    let aim = desk.line("after.changes", "Ring før klokken otte");
    desk.change(Change::AimLine { id: aim, section: "signs.inner".into(), target: String::new() });
    let note = desk.line("after.notes", "to samtaler på en dag var for meget");
    let out = id();
    let text = "Ikke to samtaler".to_string();
    let (section, target) = (String::new(), String::new());
    desk.change(Change::SuggestFrom { from: note, id: out.clone(), text, section, target });
    desk.change(Change::AimOut { id: out, target: line.into() });
    desk.book.as_mut().unwrap().add_picture(line, "signs.inner", &drawn(), &texts()).unwrap();
}

/// A visit with all that is kept of one, and a part of the book that was handed over and came back.
fn beside_others(desk: &mut Desk, line: &str) {
    let visit = desk.visit(&["signs"]);
    let answered = desk.proposed(&visit, new_line("signs.inner", "går op og ned"));
    desk.proposed(&visit, rewrite(line, "megen uro"));
    desk.accept(&answered);
    let fields = AgreementFields { text: "Ringe fredag".into(), ..AgreementFields::default() };
    desk.change(around(VisitChange::Agree { id: id(), visit: visit.id.clone(), fields }));
    let (question, text) = ("heard".to_string(), String::new());
    desk.change(around(VisitChange::Answer {
        visit: visit.id.clone(),
        series: Series::Visit,
        question,
        value: 3,
        text,
    }));
    desk.end(&visit);
    let mut karen = Desk::new();
    let key = karen.book.as_mut().unwrap().own_key().unwrap().key;
    let known = CowriterFields { name: "Karen".into(), role: Role::Staff, key };
    desk.book.as_mut().unwrap().keep_cowriter(&known, &texts()).unwrap();
    let known = cowriter::every(desk.book().connection()).unwrap().remove(0).id;
    let handed =
        desk.hand_over_to(HandoverWanted { known, chapters: vec!["signs".into()], ..HandoverWanted::default() });
    let inside = karen.book().open_with_own_key(&handed.file).unwrap();
    let mut theirs = Desk::new();
    guest::fill(theirs.book.as_mut().unwrap(), &Bundle::read(&inside).unwrap(), "", &texts()).unwrap();
    theirs.propose(new_line("signs.seen", "taler hurtigt"));
    desk.take(&answer(&theirs)).unwrap();
}

#[test]
fn the_book_that_is_moved_in_these_tests_has_a_row_in_every_table() {
    let file: serde_json::Value = serde_json::from_str(&out(&written())).unwrap();
    let empty = |table: &&&str| file["book"][**table].as_array().is_none_or(Vec::is_empty);
    let told: Vec<_> = DOMAIN.iter().filter(|table| !NOT_AS_ROWS.contains(table)).filter(empty).collect();
    assert!(told.is_empty(), "nothing here proves that {told:?} can move: give `written` a row of it");
}

pub fn out(desk: &Desk) -> String {
    write::whole(desk.book().connection()).unwrap()
}

/// A fresh book with everything of the file in it.
pub fn into_fresh(file: &str) -> Desk {
    let mut desk = Desk::new();
    let parcel = exchange::read(file.as_bytes()).expect("a file of ours is read");
    let texts = texts();
    assert!(desk.book().arriving(&parcel, &Going::default(), &texts).unwrap().blank);
    desk.book.as_mut().unwrap().bring_whole(&parcel, &Going::default(), &texts).expect("a whole book comes in");
    desk
}

#[test]
fn the_whole_book_goes_into_a_fresh_one_and_comes_out_byte_for_byte() {
    let desk = written();
    let file = out(&desk);
    let mut fresh = into_fresh(&file);
    assert_eq!(out(&fresh), file, "nothing is lost and nothing is added");
    let texts = texts();
    for chapter in desk.book().contents(&texts).unwrap().groups.iter().flat_map(|group| &group.chapters) {
        for page in &chapter.pages {
            assert_eq!(fresh.book().page(&page.id, &texts).unwrap(), desk.book().page(&page.id, &texts).unwrap());
        }
    }
    fresh.restart();
    assert_eq!(out(&fresh), file, "also after closing and opening");
    let again = into_fresh(&out(&fresh));
    assert_eq!(out(&again), file);
}

#[test]
fn what_is_written_afterwards_follows_the_history_that_came_in() {
    let file = out(&written());
    let mut fresh = into_fresh(&file);
    fresh.line("signs.inner", "ny her");
    let longer = out(&fresh);
    let count = |file: &str| file.matches("\n{\"number\":").count();
    assert_eq!(count(&longer), count(&file) + 1);
    let again = into_fresh(&longer);
    assert_eq!(out(&again), longer, "a book can move from computer to computer and keep its whole history");
}

#[test]
fn history_that_came_in_is_told_as_such_and_is_never_part_of_the_chain() {
    let file = out(&written());
    let fresh = into_fresh(&file);
    assert_eq!(fresh.book().verify_chain().unwrap().revisions, 1, "only what was done here is in the chain");
    let texts = &fresh.texts;
    let line = fresh.lines("signs.inner").into_iter().find(|line| line.text == "uro").unwrap();
    let history = fresh.book().history_of_line(&line.id, texts).unwrap();
    assert!(history.len() > 3, "who wrote what and when is still there: {history:?}");
    for item in &history[1..] {
        assert!(item.what.ends_with("(fra filen)"), "{}", item.what);
        assert!(!item.restorable && item.revision == 0);
    }
    assert_eq!(history[0].what, texts.step_import_book());
    assert_eq!(history.last().unwrap().what, "ny linje (fra filen)");
    assert!(history.last().unwrap().text.starts_with("uro <b>i</b>"), "the words as they were then");
}

#[test]
fn bringing_a_book_in_is_one_step_that_is_undone_and_done_again() {
    let file = out(&written());
    let mut fresh = into_fresh(&file);
    let whole = fresh.everything();
    fresh.undo();
    assert!(fresh.book().is_blank().unwrap(), "the empty book is back, and with it no history of another");
    fresh.redo();
    assert_eq!(fresh.everything(), whole);
    assert_eq!(out(&fresh), file);
}

#[test]
fn every_table_of_the_book_is_in_the_file() {
    let file = out(&Desk::new());
    let json: serde_json::Value = serde_json::from_str(&file).unwrap();
    let told = json["book"].as_object().unwrap();
    for table in DOMAIN {
        assert_ne!(
            told.contains_key(table),
            NOT_AS_ROWS.contains(&table),
            "{table} must be told, as rows or as history"
        );
    }
    assert_eq!(told.len() + NOT_AS_ROWS.len(), DOMAIN.len());
}

#[test]
fn every_word_of_the_book_is_in_the_file_and_no_secret_is() {
    let desk = written();
    let connection = desk.book().connection();
    setting::set(connection, setting::DIGEST_KEY, "00112233445566778899aabbccddeeff").unwrap();
    setting::set(connection, setting::SAFE_COPY, "1763816580000").unwrap();
    setting::set(connection, "review", "2027-01-01").unwrap();
    let file = out(&desk);
    assert!(!file.contains("00112233445566778899aabbccddeeff") && !file.contains("1763816580000"));
    assert!(file.contains("2027-01-01"), "what belongs to the book goes with it");
    for words in ["uro <b>i</b> #kroppen", "smidt ud", "Den står i gården", "Min cykel", "Mette\\nSøster"] {
        assert!(file.contains(words), "{words}");
    }
    assert!(!file.contains("HEMMELIGT"), "what was erased for good is in no file");
    assert!(file.contains("\"erased\":true"), "that something was erased is told");
    assert!(!file.contains("changeset") && !file.contains("chain"), "typed records, never the machinery");
}

#[test]
fn words_erased_for_good_are_gone_from_the_history_that_came_in_too() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "HEMMELIGT");
    desk.wait(60);
    desk.write(&line, "ikke mere");
    let mut fresh = into_fresh(&out(&desk));
    let texts = texts();
    assert!(out(&fresh).contains("HEMMELIGT"));
    fresh.book.as_mut().unwrap().erase_line(&line, &texts).unwrap();
    let file = out(&fresh);
    assert!(!file.contains("HEMMELIGT") && !file.contains("ikke mere"), "{file}");
    fresh.book().verify_chain().unwrap();
    let sql = "SELECT count(*) FROM revision WHERE instr(changeset, CAST('HEMMELIGT' AS BLOB)) > 0";
    let left: i64 = fresh.book().connection().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0, "nor in the changeset of the step that brought it in");
    assert_eq!(out(&into_fresh(&file)), file);
}

#[test]
fn a_whole_book_never_goes_into_one_that_is_written() {
    let parcel = exchange::read(out(&written()).as_bytes()).unwrap();
    let mut desk = Desk::new();
    desk.line("signs.inner", "min");
    let before = desk.everything();
    let texts = texts();
    let refused = desk.book.as_mut().unwrap().bring_whole(&parcel, &Going::default(), &texts);
    assert!(matches!(refused, Err(Error::NotHere(_))));
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_print_made_after_the_book_moved_is_a_later_edition_than_one_from_before() {
    let mut first = written();
    let before = first.book().edition().unwrap();
    assert_eq!(before, first.book().revision());
    let mut fresh = into_fresh(&out(&first));
    assert!(fresh.book().edition().unwrap() >= before, "the same book, moved");
    fresh.line("signs.inner", "ny her");
    assert!(fresh.book().edition().unwrap() > before);
    // A copy from a record that is longer than this one's, as of a book that was put together again.
    let copy = Copy { revision: 5_000, ..Copy::default() };
    first.change(Change::RecordShare { id: id(), copy });
    assert_eq!(first.book().edition().unwrap(), 5_001);
    let mut fresh = into_fresh(&out(&first));
    let mut before = 5_000;
    for line in ["et", "to", "tre"] {
        let edition = fresh.book().edition().unwrap();
        assert!(edition > before, "after a change it is another edition: {edition}, {before}");
        before = edition;
        fresh.line("signs.inner", line);
    }
    let again = into_fresh(&out(&fresh));
    assert!(again.book().edition().unwrap() >= fresh.book().edition().unwrap(), "and it moves on with the book");
}
