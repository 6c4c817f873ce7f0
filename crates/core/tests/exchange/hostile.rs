//! F16: files made to hurt. None of them changes a book, makes a file, takes long or takes much room.

use crate::builder::{Desk, id};
use crate::open_format::{into_fresh, out, written};
use holdepunkt_core::change::{Change, Copy, Form};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::{self, FileFault};
use holdepunkt_core::going::Going;
use holdepunkt_core::printing;
use holdepunkt_core::share::{self, Selection};
use std::time::Instant;

fn file() -> String {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    desk.line("toolbox.tools", "te");
    desk.person("Mette");
    out(&desk)
}

/// The file with one thing in it put otherwise.
fn bent(from: &str, to: &str) -> String {
    let file = file();
    assert!(file.contains(from), "the fixture bends something that is there: {from}");
    file.replacen(from, to, 1)
}

fn refused(file: &[u8]) -> FileFault {
    let began = Instant::now();
    let fault = exchange::read(file).expect_err("it is refused");
    assert!(began.elapsed().as_secs() < 5, "refusing takes less than five seconds");
    fault
}

#[test]
fn files_that_are_no_book_are_refused_in_words() {
    let texts = holdepunkt_i18n::Texts::new(holdepunkt_i18n::Language::Da);
    for (file, fault) in [
        (&b""[..], FileFault::NotOurs),
        (b"\x89PNG\r\n\x1a\n", FileFault::NotOurs),
        (b"SQLite format 3\0", FileFault::NotOurs),
        (b"{\"format\":\"holdepunkt-rescue-export\",\"version\":1}", FileFault::NotOurs),
        (b"[]", FileFault::NotOurs),
        (b"{\"format\":\"holdepunkt-book\",\"version\":\"2.0\"}", FileFault::Newer),
        (b"{\"format\":\"holdepunkt-book\",\"version\":\"99999999999999999999.0\"}", FileFault::Newer),
        (b"{\"format\":\"holdepunkt-book\",\"version\":\"-1.0\"}", FileFault::Broken("version")),
        (b"{\"format\":\"holdepunkt-book\",\"version\":\"1.0\"}", FileFault::Broken("book")),
        (b"{\"format\":\"holdepunkt-book\",\"format\":\"holdepunkt-book\"}", FileFault::Broken("a value")),
        (b"{\"format\":\"holdepunkt-book\xff\"}", FileFault::NotOurs),
    ] {
        assert_eq!(refused(file), fault);
        let failure = Error::from(fault).failure(&texts);
        assert!(failure.message.to_lowercase().contains("din bog er") && !failure.way_out.is_empty());
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_read() {
    assert_eq!(refused(&vec![b'['; 20 * 1024 * 1024]), FileFault::Broken("depth"));
    assert_eq!(refused(&vec![b' '; 20 * 1024 * 1024 + 1]), FileFault::TooBig);
    let many = format!("{{\"format\":[{}0]}}", "0,".repeat(10_000_000));
    assert_eq!(refused(many.as_bytes()), FileFault::Broken("number of values"));
    let rows = bent("\"entry\":[", &format!("\"entry\":[{}", "{},".repeat(900_000)));
    assert!(matches!(refused(rows.as_bytes()), FileFault::Broken(_)));
    let deep = bent("\"uro\"", &format!("{}{}", "{\"a\":".repeat(17), "0".to_string() + &"}".repeat(17)));
    assert_eq!(refused(deep.as_bytes()), FileFault::Broken("depth"));
}

#[test]
fn values_of_another_kind_size_or_key_are_refused() {
    let entry = |from: &str, to: &str| refused(bent(from, to).as_bytes());
    assert!(matches!(entry("\"text\":\"uro\"", "\"text\":9223372036854775808"), FileFault::Broken(_)), "2^63");
    assert!(matches!(entry("\"text\":\"uro\"", "\"text\":{\"base64\":\"AA==\"}"), FileFault::Broken(_)));
    assert!(matches!(
        entry("\"text\":\"uro\"", &format!("\"text\":\"{}\"", "a".repeat(2_000_001))),
        FileFault::Broken(_)
    ));
    assert!(
        matches!(entry("\"text\":\"uro\"", "\"text\":\"uro\",\"text\":\"ro\""), FileFault::Broken(_)),
        "a key twice"
    );
    assert!(
        matches!(entry("\"text\":\"uro\"", "\"text\":\"uro\",\"script\":\"x\""), FileFault::Broken(_)),
        "a column nobody knows"
    );
    assert!(
        matches!(entry("\"entry\":[", "\"sqlite_schema\":[],\"entry\":["), FileFault::Broken(_)),
        "a table nobody knows"
    );
    assert!(
        matches!(entry("\"entry\":[\n", "\"revision\":[],\"entry\":[\n"), FileFault::Broken(_)),
        "the chain is not a table of the file"
    );
    assert!(matches!(entry("\"number\":1", "\"number\":9223372036854775807"), FileFault::Broken(_)));
    assert!(matches!(entry("\"number\":2", "\"number\":1"), FileFault::Broken(_)));
    assert!(matches!(entry("\"at\":\"2026", "\"at\":\"99999"), FileFault::Broken(_)));
}

#[test]
fn ids_are_ids_and_no_one_twice() {
    let file = file();
    let rows = file.find("\"entry\":[\n").unwrap() + "\"entry\":[\n".len();
    let row = file[rows..].lines().next().unwrap().trim_end_matches(',');
    let id = &row[7..43];
    for bad in ["../../etc/passwd", "..", "x'; DROP TABLE entry; --", "", "not-a-uuid", "<script>", &"a".repeat(300)] {
        let bent = file.replace(id, bad);
        assert!(matches!(refused(bent.as_bytes()), FileFault::Broken(_)), "{bad}");
    }
    let upper = file.replace(id, &id.to_uppercase());
    assert!(id == id.to_uppercase() || exchange::read(upper.as_bytes()).is_err(), "one id, one spelling");
    let twice = file.replacen(row, &format!("{row},\n{row}"), 1);
    assert_eq!(refused(twice.as_bytes()), FileFault::Broken("a key that stands twice"));
}

#[test]
fn nobody_is_made_an_author_by_a_file() {
    let forged = |from: &str, to: &str| refused(bent(from, to).as_bytes());
    assert!(matches!(
        forged("\"author\":\"me\",\"perspective\"", "\"author\":\"dr\",\"perspective\""),
        FileFault::Broken(_)
    ));
    assert!(matches!(forged("\"by\":\"me\"", "\"by\":\"dr\""), FileFault::Broken(_)));
    assert!(matches!(forged("{\"id\":\"me\",\"name\":\"\"}", ""), FileFault::Broken(_)));
}

#[test]
fn a_file_cannot_set_what_belongs_to_this_copy_or_its_secrets() {
    for key in ["digest-key", "sample", "clear-copies", "safe-copy"] {
        let bent = bent("\"setting\":[", &format!("\"setting\":[{{\"key\":\"{key}\",\"value\":\"1\"}}"));
        assert_eq!(refused(bent.as_bytes()), FileFault::Broken("a setting that stays where it is"), "{key}");
    }
}

#[test]
fn rows_that_make_no_book_are_refused_and_nothing_is_changed() {
    for (from, to) in [
        ("\"state\":\"plan\"", "\"state\":\"<b>\""),
        ("\"perspective\":\"first\"", "\"perspective\":\"god\""),
        ("\"place\":\"a0\",", ""),
    ] {
        // As a file it is in order: only the tables know what their rows may say.
        let parcel = exchange::read(bent(from, to).as_bytes()).expect(from);
        let mut desk = Desk::new();
        let before = desk.everything();
        let texts = holdepunkt_i18n::Texts::new(holdepunkt_i18n::Language::Da);
        let error = desk
            .book
            .as_mut()
            .unwrap()
            .bring_whole(&parcel, &Going::default(), &texts)
            .expect_err("a row that fits nowhere");
        assert!(matches!(error, Error::File(FileFault::Broken(_))), "{error}");
        assert_eq!((desk.everything(), desk.book().revision()), (before, 0));
    }
}

/// A book with one copy on its list, in a file.
fn with_copy() -> String {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let copy = Copy { whom: "Karen".into(), revision: 7, ..Copy::default() };
    desk.change(Change::RecordShare { id: id(), copy });
    out(&desk)
}

#[test]
fn numbers_no_program_of_ours_writes_are_refused() {
    let file = with_copy();
    for (from, to) in [
        ("\"revision\":7", "\"revision\":-1"),
        ("\"revision\":7", "\"revision\":4294967295"),
        ("\"revision\":7", "\"revision\":4294967296"),
        ("\"revision\":7", "\"revision\":9223372036854775807"),
        ("\"at_offset\":3600", "\"at_offset\":2147483648"),
        ("\"at_offset\":3600", "\"at_offset\":-86400"),
    ] {
        assert!(file.contains(from), "{from} is in {file}");
        assert_eq!(refused(file.replacen(from, to, 1).as_bytes()), FileFault::Broken("a number"), "{to}");
    }
    // What is counted on from the highest that is believed comes in again.
    let mut desk = into_fresh(&file.replacen("\"revision\":7", "\"revision\":1000000000", 1));
    for _ in 0..3 {
        let copy = Copy { revision: desk.book().edition().unwrap(), ..Copy::default() };
        desk.change(Change::RecordShare { id: id(), copy });
        desk = into_fresh(&out(&desk));
    }
}

#[test]
fn a_number_that_is_in_a_book_all_the_same_stops_no_print_and_no_list() {
    for revision in [-1, 0, 4_294_967_295, 4_294_967_296, i64::MAX, i64::MIN] {
        let mut desk = Desk::new();
        let line = desk.line("crisis.helps", "at sidde ved vinduet");
        let copy = Copy { whom: "Karen".into(), revision: 7, ..Copy::default() };
        desk.change(Change::RecordShare { id: id(), copy });
        desk.book().connection().execute("UPDATE share SET revision = ?1", [revision]).unwrap();
        let (book, texts) = (desk.book(), &desk.texts);
        let edition = book.edition().expect("there is always an edition");
        assert!((1..1_000_000).contains(&edition), "{revision} makes {edition}");
        let printed = printing::printed(book, &Selection::everything(Form::Plan), false, texts, book.world());
        assert!(printed.is_ok(), "{revision}");
        assert_eq!(share::shares(book, "", texts).expect("the list").copies.len(), 1, "{revision}");
        assert!(!line.is_empty());
    }
}

#[test]
fn markup_and_odd_letters_are_words_like_any_other() {
    let odd = r##"<script>alert(1)</script> <img src=x onerror=alert(1)> #read("/etc/passwd") #import "@preview/x:1.0.0" $x^2$ ../../.bashrc = Overskrift"##;
    let mut desk = Desk::new();
    desk.line("signs.inner", odd);
    desk.line("signs.inner", "\u{202e}baglæns\u{202c} e\u{301} 👩‍👧 مرحبا");
    let file = out(&desk);
    let fresh = into_fresh(&file);
    assert_eq!(fresh.texts_of("signs.inner"), desk.texts_of("signs.inner"));
    assert_eq!(out(&fresh), file);
}

#[test]
fn what_no_field_of_the_book_holds_is_taken_out_on_the_way_in() {
    let bent = bent("\"uro\"", "\"u\\u0000r\\u0007o\\r\\n\\u0085e\\u0301\"");
    // Only the first is in the line itself; the history keeps what it says the same way.
    let fresh = into_fresh(&bent.replace("\"uro\"", "\"u\\u0000r\\u0007o\\r\\n\\u0085e\\u0301\""));
    assert_eq!(fresh.texts_of("signs.inner"), ["uro\n\né"]);
    assert_eq!(out(&into_fresh(&out(&fresh))), out(&fresh));
}

#[test]
fn every_file_cut_off_or_bent_anywhere_is_read_or_refused_and_never_a_crash() {
    let file = file();
    for end in (0..file.len()).step_by(7) {
        let _ = exchange::read(&file.as_bytes()[..end]);
    }
    for at in (0..file.len()).step_by(5) {
        let mut bytes = file.clone().into_bytes();
        bytes[at] ^= 0x15;
        if let Ok(parcel) = exchange::read(&bytes) {
            let desk = Desk::new();
            desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap();
        }
    }
}

#[test]
fn a_later_minor_version_is_read_and_what_is_not_known_is_told() {
    let file = file()
        .replacen("\"version\":\"1.0\"", "\"version\":\"1.7\"", 1)
        .replacen("\"text\":\"uro\"", "\"text\":\"uro\",\"colour\":\"green\"", 1)
        .replacen("\"entry\":[", "\"dream\":[{\"id\":\"x\"}],\"entry\":[", 1);
    let parcel = exchange::read(file.as_bytes()).expect("later versions only add");
    let desk = Desk::new();
    assert!(desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap().later);
}

#[test]
fn a_file_of_twenty_million_bytes_is_read_and_brought_in() {
    let mut desk = Desk::new();
    let line = "0123456789 ".repeat(40);
    let pasted = vec![line.as_str(); 4_000].join("\n");
    for section in ["signs.inner", "signs.seen", "toolbox.tools"] {
        desk.change(holdepunkt_core::change::Change::PasteLines {
            section: section.into(),
            text: pasted.clone(),
            place: holdepunkt_core::change::Place::Last,
        });
    }
    let file = out(&desk);
    assert!((14_000_000..20_000_000).contains(&file.len()), "{}", file.len());
    let fresh = into_fresh(&file);
    assert_eq!(fresh.lines("signs.inner").len(), 4_000);
    let _ = written();
}
