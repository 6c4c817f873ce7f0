//! What is saved of a book with damaged pages, and that nothing lost goes untold. Not here: a record that breaks off (`record.rs`).
use crate::case::{case, opened, picture_and_number};
use std::fs;

#[test]
fn a_whole_book_salvaged_is_the_same_book() {
    let case = case();
    let to = case.at("reddet");
    let (answer, said) = case.with_passphrase(&["salvage", "--to", &to.to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 0, "{said}");
    assert!(said.contains("Intet er gået tabt."), "{said}");
    assert_eq!(case.texts_of(&to), case.texts_of(&case.book()));
}

#[test]
fn whatever_page_is_damaged_salvage_gives_a_whole_book_and_says_what_was_lost() {
    let whole = case();
    let (before, _) = whole.texts_of(&whole.book());
    let original = fs::read(whole.book().join("book.db")).expect("read");
    let step = if std::env::var_os("HOLDEPUNKT_EVERY_PAGE").is_some() { 1 } else { whole.pages() / 8 };
    let (mut tried, mut complete) = (0, 0);
    for page in (1..=whole.pages()).step_by(step) {
        fs::write(whole.book().join("book.db"), &original).expect("written");
        whole.damage(page);
        let to = whole.at(&format!("reddet-{page}"));
        let (answer, said) = whole.with_passphrase(&["salvage", "--to", &to.to_string_lossy()], &[&whole.book()]);
        assert!(answer < 2, "page {page}: {answer} {said}");
        let (after, _) = whole.texts_of(&to);
        let invented: Vec<_> =
            after.iter().filter(|row| !before.contains(row) && !row.contains("egen linje") && row.len() > 60).collect();
        assert!(answer == 1 || after == before, "page {page}: said nothing was lost. {said}");
        assert!(after.iter().all(|row| !row.contains('\0')), "page {page}: {invented:?}");
        tried += 1;
        complete += usize::from(before.iter().all(|row| after.contains(row)));
    }
    eprintln!("salvage: {complete} of {tried} damaged pages cost not one line");
    assert!(complete * 2 > tried, "the record is a second source for the words: {complete} of {tried}");
}

#[test]
fn two_damaged_pages_lose_little_and_never_the_rest() {
    let case = case();
    let (before, _) = case.texts_of(&case.book());
    let pages = case.pages();
    case.damage(pages / 3);
    case.damage(pages / 2);
    let to = case.at("reddet");
    let (answer, said) = case.with_passphrase(&["salvage", "--to", &to.to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 1, "{said}");
    let (after, _) = case.texts_of(&to);
    let kept = before.iter().filter(|row| after.contains(row)).count();
    assert!(kept * 10 > before.len() * 8, "{kept} of {}: {said}", before.len());
    fs::remove_file(case.book().join("journal")).expect("nothing to put it right with");
    let (answer, said) = case.with_passphrase(&["check"], &[&case.book()]);
    assert_eq!(answer, 4, "{said}");
    let (answer, said) = case.with_passphrase(&["restore", "--to", &case.at("x").to_string_lossy()], &[&case.book()]);
    assert_eq!((answer, case.at("x").exists()), (4, false), "no book is made of a damaged backup: {said}");
}

#[test]
fn what_the_record_brings_no_more_is_saved_as_it_lies_and_who_wrote_a_line_with_it() {
    let case = case();
    case.with_book(|book| {
        picture_and_number(book);
        let sql = "INSERT INTO author (id, name) VALUES ('bo', 'Bo'); UPDATE entry SET author = 'bo' WHERE text LIKE 'egen linje 7 %';
            UPDATE revision SET chain = x'00' WHERE seq = 2;";
        book.connection().execute_batch(sql).expect("a record that breaks early");
    });
    let to = case.at("reddet");
    let (answer, said) = case.with_passphrase(&["salvage", "--to", &to.to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 1, "{said}");
    assert!(said.contains("ting mere er reddet") && !said.contains("kunne ikke reddes:"), "{said}");
    let (_hold, saved) = opened(&to);
    let found = |sql: &str| saved.connection().query_row(sql, [], |row| row.get::<_, i64>(0)).expect("asked");
    assert_eq!(found("SELECT count(*) FROM picture WHERE instr(bytes, CAST('BILLEDE' AS BLOB)) > 0"), 1);
    assert_eq!(found("SELECT count(*) FROM help_line WHERE name = 'Akuttilbuddet'"), 1);
    assert_eq!(found("SELECT count(*) FROM entry WHERE author = 'bo' AND text LIKE 'egen linje 7 %'"), 1);
}
