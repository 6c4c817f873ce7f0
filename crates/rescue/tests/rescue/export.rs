//! What was written, to be read without the app.
use crate::case::{case, picture_and_number};
use holdepunkt_core::change::Change;
use holdepunkt_core::visit::VisitChange;
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::fs;

#[test]
fn everything_that_was_written_can_be_read_without_the_app() {
    let case = case();
    let to = case.at("ud");
    let (answer, said) = case.with_passphrase(&["export", "--to", &to.to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 0, "{said}");
    let (text, json) =
        (fs::read_to_string(to.join("bog.md")).expect("text"), fs::read_to_string(to.join("bog.json")).expect("json"));
    let value: serde_json::Value = serde_json::from_str(&json).expect("json");
    assert_eq!(value["format"], "holdepunkt-rescue-export");
    let (texts, revisions) = case.texts_of(&case.book());
    let mut looked = 0;
    for row in texts.iter().filter(|row| !row.starts_with("l|") && !row.starts_with("c|") && !row.starts_with("p|")) {
        for words in row.split('|').skip(1).take(2).filter(|words| !words.is_empty()) {
            assert!(text.contains(&words.replace('\n', "\n  ")), "not in the text: {words}");
            looked += 1;
        }
    }
    assert!(looked > 200, "{looked}");
    assert!(value["history"].as_array().expect("a list").len() as u64 > revisions / 4);
}

#[test]
fn a_book_that_was_copied_during_a_visit_is_written_out_with_its_pictures_and_all_else() {
    let case = case();
    let texts = Texts::new(Language::Da);
    case.with_book(|book| {
        picture_and_number(book);
        let (id, guests) = (World::real().id().expect("an id"), Vec::new());
        let visit = VisitChange::Start { id, guests, chapters: Vec::new(), agenda: String::new() };
        book.change(Change::Visit { visit }, &texts).expect("begun");
    });
    let to = case.at("ud");
    let (answer, said) = case.with_passphrase(&["export", "--to", &to.to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 0, "{said}");
    let text = fs::read_to_string(to.join("bog.md")).expect("text");
    assert!(text.contains("egen linje 7 "), "the pages are there though nothing is open in the visit");
    let picture = fs::read_dir(to.join("billeder")).expect("a folder").flatten().map(|entry| entry.path());
    let picture = picture.into_iter().next().expect("a picture");
    assert!(fs::read(&picture).expect("read").ends_with(b"BILLEDE"));
    let name = picture.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(text.contains(&format!("![](billeder/{name})")), "the text says where it lies");
    let whole = fs::read_to_string(to.join("bog-hel.json")).expect("the whole book");
    assert!(whole.contains("Akuttilbuddet") && whole.contains("\"visit_person\""), "what no page shows");
}

#[test]
fn a_history_that_cannot_be_told_costs_no_word_of_the_book() {
    let case = case();
    case.with_book(|book| {
        let torn = "UPDATE revision SET changeset = x'54' WHERE seq BETWEEN 3 AND 20";
        book.connection().execute_batch(torn).expect("torn");
    });
    let to = case.at("ud");
    let (answer, said) = case.with_passphrase(&["export", "--to", &to.to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 1, "{said}");
    assert!(said.contains("bog-hel.json er ikke med") && !to.join("bog-hel.json").exists(), "{said}");
    assert!(fs::read_to_string(to.join("bog.md")).expect("text").contains("egen linje 7 "));
}
