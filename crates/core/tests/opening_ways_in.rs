//! Ways into a book: passphrase, recovery words, no lock.

mod opening_common;

use holdepunkt_core::error::Error;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Look, Mode};
use opening_common::{PASSPHRASE, folder, locked_book, note, notes, passphrase, words_of};
use std::time::{Duration, Instant};

use holdepunkt_core::world::World;

#[test]
fn what_was_written_is_there_after_closing_and_opening() {
    let (_dir, folder) = folder();
    assert_eq!(opening::look(&folder).expect("seen"), Look::Nothing);
    let words = locked_book(&folder, &["gå en tur", "ring til Mette"]);
    assert_eq!(words.len(), 12, "a sheet of twelve words");
    assert_eq!(opening::look(&folder).expect("seen"), Look::Locked);
    let opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("the passphrase opens");
    assert_eq!(opened.mode, Mode::ReadWrite);
    assert_eq!(notes(&opened), ["gå en tur", "ring til Mette"]);
}

#[test]
fn a_wrong_passphrase_is_refused() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    for wrong in ["", " ", "rødgrød med fløde!", "Rødgrød med fløde", "x"] {
        let refused = opening::open(&folder, &passphrase(wrong), &World::real());
        let expected = if wrong.trim().is_empty() { "EmptyPassphrase" } else { "WrongSecret" };
        assert_eq!(format!("{:?}", refused.expect_err("it must not open")), expected, "{wrong:?}");
    }
    assert_eq!(notes(&opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens")), ["gå en tur"]);
}

#[test]
fn a_passphrase_is_the_same_however_it_is_typed() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    let decomposed = PASSPHRASE.replace('å', "a\u{30a}");
    for typed in [format!("  {PASSPHRASE}\r\n"), decomposed] {
        let opened = opening::open(&folder, &passphrase(&typed), &World::real());
        assert!(opened.is_ok(), "{typed:?}: the same letters to the person who types them");
    }
}

#[test]
fn the_twelve_words_open_the_book() {
    let (_dir, folder) = folder();
    let words = locked_book(&folder, &["gå en tur"]);
    let opened = opening::open(&folder, &words_of(&words), &World::real()).expect("the words open");
    assert_eq!(notes(&opened), ["gå en tur"]);
}

#[test]
fn the_words_of_another_book_do_not_open_this_one() {
    let (_one, one) = folder();
    let (_two, two) = folder();
    locked_book(&one, &[]);
    let words = locked_book(&two, &[]);
    let refused = opening::open(&one, &words_of(&words), &World::real());
    assert!(matches!(refused, Err(Error::WrongWords)));
}

#[test]
fn new_words_open_and_the_old_ones_stop_working_when_the_new_are_on_paper() {
    let (_dir, folder) = folder();
    let old = locked_book(&folder, &["gå en tur"]);
    let mut opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
    let new = opened.hold_mut().renew_words(&World::real()).expect("renewed").words();
    opened.hold_mut().settle_words().expect("settled");
    opened.close().expect("closed");
    assert!(matches!(opening::open(&folder, &words_of(&old), &World::real()), Err(Error::WrongWords)));
    std::fs::remove_file(folder.keys()).expect("removed");
    let through_bak = opening::open(&folder, &words_of(&old), &World::real());
    assert!(matches!(through_bak, Err(Error::WrongWords)), "the second copy must not remember the old words");
    assert!(opening::open(&folder, &words_of(&new), &World::real()).is_ok());
    assert!(opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).is_ok(), "the passphrase stays");
}

#[test]
fn new_words_that_nobody_wrote_down_leave_the_old_sheet_as_good_as_it_was() {
    let (_dir, folder) = folder();
    let old = locked_book(&folder, &["gå en tur"]);
    let mut opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
    let unseen = opened.hold_mut().renew_words(&World::real()).expect("renewed").words();
    let again = opened.hold_mut().renew_words(&World::real()).expect("renewed").words();
    opened.close().expect("closed");
    let opens = |words: &[&'static str]| opening::open(&folder, &words_of(words), &World::real()).is_ok();
    assert!(opens(&old), "the only sheet there is on paper");
    assert!(opens(&again));
    assert!(!opens(&unseen), "no more than two are ever good");
    let mut opened = opening::open(&folder, &words_of(&again), &World::real()).expect("opens");
    opened.hold_mut().settle_words().expect("settled");
    opened.hold_mut().settle_words().expect("nothing to do");
    opened.close().expect("closed");
    assert!(!opens(&old) && opens(&again));
}

#[test]
fn whatever_is_said_of_new_words_there_is_always_a_sheet_that_opens() {
    for hindered in ["book.keys.new", "book.keys.bak.new"] {
        let (_dir, folder) = folder();
        let old = locked_book(&folder, &["gå en tur"]);
        let mut opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
        // A folder where the file should be written aside: what a full disk does, at one of the two copies.
        std::fs::create_dir(folder.path().join(hindered)).expect("made");
        let told = opened.hold_mut().renew_words(&World::real());
        opened.close().expect("closed");
        let on_the_sheet = match &told {
            Ok(new) => new.words().to_vec(),
            Err(_) => old,
        };
        let opened = opening::open(&folder, &words_of(&on_the_sheet), &World::real());
        assert!(opened.is_ok(), "{hindered}: told {told:?}, and the sheet that was kept gives {opened:?}");
    }
}

#[test]
fn a_forgotten_passphrase_is_replaced_after_the_words_opened_the_book() {
    let (_dir, folder) = folder();
    let words = locked_book(&folder, &["gå en tur"]);
    let mut opened = opening::open(&folder, &words_of(&words), &World::real()).expect("opens");
    opened.hold_mut().renew_passphrase(&"en ny og god en".into(), Cost::CHEAP, &World::real()).expect("renewed");
    drop(opened);
    assert!(matches!(opening::open(&folder, &passphrase(PASSPHRASE), &World::real()), Err(Error::WrongSecret)));
    assert!(opening::open(&folder, &passphrase("en ny og god en"), &World::real()).is_ok());
    assert!(opening::open(&folder, &words_of(&words), &World::real()).is_ok(), "the sheet is as good as before");
}

#[test]
fn an_open_book_opens_by_itself_and_is_still_encrypted() {
    let (_dir, folder) = folder();
    let (mut opened, words) =
        opening::create(&folder, &NewLock::Open, Cost::CHEAP, &World::real()).expect("an open book");
    assert!(words.is_none(), "there is no lock to get past");
    assert!(matches!(opened.hold_mut().renew_words(&World::real()), Err(Error::NotHere(_))));
    note(&opened, "gå en tur");
    opened.close().expect("closed");
    assert_eq!(opening::look(&folder).expect("seen"), Look::Open);
    let head = std::fs::read(folder.book()).expect("read");
    assert!(!head.starts_with(b"SQLite format 3"), "a book is never a plain file");
    assert_eq!(notes(&opening::open_unlocked(&folder, &World::real()).expect("opens")), ["gå en tur"]);
    let asked = opening::open(&folder, &passphrase(PASSPHRASE), &World::real());
    assert!(matches!(asked, Err(Error::WrongSecret)));
}

#[test]
fn a_locked_book_does_not_open_by_itself() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    assert!(matches!(opening::open_unlocked(&folder, &World::real()), Err(Error::WrongSecret)));
}

#[test]
fn a_second_window_is_refused_at_once() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    let first = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
    let asked = Instant::now();
    let second = opening::open(&folder, &passphrase(PASSPHRASE), &World::real());
    assert!(matches!(second, Err(Error::AlreadyOpen)));
    assert!(asked.elapsed() < Duration::from_secs(1), "nobody should wait for a refusal");
    note(&first, "gå en tur");
    first.close().expect("closed");
    assert!(opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).is_ok(), "the lock goes with the window");
}

#[test]
fn sub_keys_are_the_same_at_every_opening_and_differ_between_books() {
    let (_one, one) = folder();
    let (_two, two) = folder();
    locked_book(&one, &[]);
    locked_book(&two, &[]);
    let digest_key =
        |folder| *opening::open(folder, &passphrase(PASSPHRASE), &World::real()).expect("opens").digest_key;
    assert_eq!(digest_key(&one), digest_key(&one));
    assert_ne!(digest_key(&one), digest_key(&two));
}

#[test]
fn a_book_with_the_full_work_of_this_computer_opens() {
    let (_dir, folder) = folder();
    let lock = NewLock::Passphrase(PASSPHRASE.into());
    let cost = Cost::of_this_computer();
    assert!([Cost::FULL, Cost::FLOOR].contains(&cost));
    drop(opening::create(&folder, &lock, cost, &World::real()).expect("made"));
    let asked = Instant::now();
    opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
    println!("opened with {cost:?} in {} ms", asked.elapsed().as_millis());
}
