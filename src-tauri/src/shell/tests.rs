use super::*;
use crate::contract::SheetAnswer;
use chrono::{DateTime, Days, FixedOffset};
use holdepunkt_core::change::{Change, Mark, PersonFields, Place, Wanted};
use holdepunkt_core::keys::{KeyBytes, Secret};
use holdepunkt_core::view::Failure;
use secrecy::SecretString;
use std::sync::Arc;

mod card;
mod copies;
mod going;
mod guest;
mod saving;

use card::line_in;

fn cheap() -> Cost {
    Cost::CHEAP
}

/// A computer without a keyring, so that no test touches the real one.
struct NoKeyring;

impl Keyring for NoKeyring {
    fn keep(&self, _: &str, _: &KeyBytes) -> Result<(), Error> {
        Err(Error::KeyringMissing)
    }

    fn find(&self, _: &str) -> Result<KeyBytes, Error> {
        Err(Error::KeyringMissing)
    }

    fn forget(&self, _: &str) -> Result<(), Error> {
        Err(Error::KeyringMissing)
    }
}

fn with_cost(folder: Folder, world: World, cost: fn() -> Cost) -> Shell {
    Shell::with(folder, world, cost, Box::new(NoKeyring))
}

fn shell_in(folder: &tempfile::TempDir) -> Shell {
    with_cost(Folder::at(&folder.path().join("book")).unwrap(), World::real(), cheap)
}

fn passphrase(text: &str) -> Secret {
    Secret::Passphrase(SecretString::from(text))
}

fn write(shell: &Shell, text: &str) {
    let id = shell.world().id().unwrap();
    let line = Change::AddLine {
        id,
        section: "well.like".into(),
        prompt: String::new(),
        text: text.into(),
        place: Place::Last,
    };
    shell.with_book(|book, texts| book.change(line, texts)).unwrap();
}

fn lines(shell: &Shell) -> Vec<String> {
    shell
        .with_book(|book, texts| book.page("well.page", texts))
        .unwrap()
        .sections
        .iter()
        .flat_map(|section| section.lines.iter().map(|line| line.text.clone()))
        .collect()
}

#[test]
fn a_locked_book_goes_from_first_run_to_open_to_locked_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    assert!(matches!(shell.status(), Status::FirstRun));
    let words = shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    assert_eq!(words.len(), 12);
    write(&shell, "Jeg synger.");
    assert!(matches!(shell.lock().unwrap(), Status::Locked));
    assert!(matches!(shell.with_book(|_, _| Ok(())), Err(Error::Locked)), "nothing is readable while locked");
    assert!(matches!(shell.unlock(&passphrase("forkert")), Err(Error::WrongSecret)));
    assert!(matches!(shell.unlock(&passphrase("rolig have")).unwrap(), Status::Open));
    assert_eq!(lines(&shell), ["Jeg synger."]);
}

#[test]
fn the_twelve_words_open_the_book_and_the_sheet_holds_them_only_until_it_is_on_paper() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let words = shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    assert_eq!(shell.sheet().unwrap().words, words);
    shell.forget_words().unwrap();
    assert!(shell.sheet().is_err());
    shell.lock().unwrap();
    let typed = Secret::Words(SecretString::from(words.join(" ")));
    assert!(matches!(shell.unlock(&typed).unwrap(), Status::Open));
}

#[test]
fn a_book_without_a_lock_opens_by_itself_and_says_that_it_has_none() {
    let folder = tempfile::tempdir().unwrap();
    shell_in(&folder).create(NewLock::Open).unwrap();
    let shell = shell_in(&folder);
    assert!(matches!(shell.status(), Status::Open));
    assert!(shell.contents().unwrap().unlocked_book);
}

#[test]
fn a_second_program_on_the_same_book_is_told_so_and_may_try_again() {
    let folder = tempfile::tempdir().unwrap();
    let first = shell_in(&folder);
    first.create(NewLock::Open).unwrap();
    let second = shell_in(&folder);
    let Status::Problem { failure: Failure { code, .. }, again } = second.status() else {
        panic!("the second must not get in");
    };
    assert_eq!((code, again), (Code::AlreadyOpen, true));
    first.close_all();
    assert!(matches!(second.try_again(), Status::Open));
}

#[test]
fn the_sample_is_a_book_of_its_own_and_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    write(&shell, "Mit eget.");
    assert!(matches!(shell.open_sample().unwrap(), Status::Open));
    assert!(shell.contents().unwrap().sample);
    assert!(!lines(&shell).contains(&"Mit eget.".to_string()), "the sample shows nothing of one's own");
    write(&shell, "Skrevet i eksemplet.");
    assert!(matches!(shell.close_sample(), Status::Open));
    assert!(!shell.contents().unwrap().sample);
    assert_eq!(lines(&shell), ["Mit eget."]);
}

#[test]
fn help_lines_are_there_before_there_is_a_book() {
    let folder = tempfile::tempdir().unwrap();
    let help = shell_in(&folder).help();
    assert!(help.lines.iter().any(|line| line.number == "112"));
    assert!(help.people.is_empty() && help.tools.is_empty() && help.signs.is_empty());
}

#[test]
fn help_comes_while_the_book_is_busy_with_something_long() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let _busy = shell.state();
    let help = std::thread::scope(|scope| scope.spawn(|| shell.help()).join().unwrap());
    assert!(help.locked && help.lines.iter().any(|line| line.number == "112"));
}

#[test]
fn a_foreign_file_is_a_page_of_its_own_and_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    std::fs::create_dir(&book).unwrap();
    std::fs::write(book.join("book.db"), b"SQLite format 3\0 somebody else's").unwrap();
    let shell = shell_in(&folder);
    assert!(matches!(shell.status(), Status::Problem { failure: Failure { code: Code::Foreign, .. }, .. }));
    assert_eq!(std::fs::read(book.join("book.db")).unwrap(), b"SQLite format 3\0 somebody else's");
}

#[test]
fn the_window_stays_when_the_screen_says_so_and_can_be_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let begun = shell.begin_closing().unwrap();
    assert!(shell.begin_closing().is_none(), "it is asked once at a time");
    assert!(shell.is_still_closing(begun));
    shell.stay_open();
    assert!(!shell.is_still_closing(begun));
    assert!(shell.begin_closing().is_some());
}

fn words_of(words: &[String]) -> Secret {
    Secret::Words(SecretString::from(words.join(" ")))
}

fn locked_book(shell: &Shell) -> Vec<String> {
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap()
}

#[test]
fn a_changed_passphrase_opens_the_old_one_does_not_and_the_words_still_do() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let words = locked_book(&shell);
    let new = SecretString::from("skov kande bro");
    assert!(matches!(shell.change_passphrase(None, &new), Err(Error::WrongPresent)), "nobody shuts the owner out");
    assert!(matches!(shell.change_passphrase(Some(&passphrase("forkert")), &new), Err(Error::WrongPresent)));
    shell.change_passphrase(Some(&passphrase("rolig have")), &new).unwrap();
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&passphrase("rolig have")), Err(Error::WrongSecret)));
    assert!(matches!(shell.unlock(&passphrase("skov kande bro")).unwrap(), Status::Open));
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&words_of(&words)).unwrap(), Status::Open));
}

#[test]
fn after_the_words_a_new_passphrase_is_made_once_without_asking_again() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let words = locked_book(&shell);
    shell.lock().unwrap();
    shell.unlock(&words_of(&words)).unwrap();
    assert!(matches!(shell.change_passphrase(None, &SecretString::from("  ")), Err(Error::EmptyPassphrase)));
    shell.change_passphrase(None, &SecretString::from("ny have")).unwrap();
    let again = shell.change_passphrase(None, &SecretString::from("en tredje"));
    assert!(matches!(again, Err(Error::WrongPresent)));
    shell.change_passphrase(Some(&words_of(&words)), &SecretString::from("en tredje")).unwrap();
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&passphrase("en tredje")).unwrap(), Status::Open));
}

#[test]
fn new_words_end_the_old_sheet_once_they_are_on_paper() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let old = locked_book(&shell);
    let new = shell.renew_words().unwrap();
    assert!(shell.confirm_word(4, &new[3]).unwrap() && !shell.confirm_word(4, &new[8]).unwrap());
    shell.forget_words().unwrap();
    assert!(shell.confirm_word(4, &new[3]).is_err(), "they are in memory only until they are on paper");
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&words_of(&old)), Err(Error::WrongWords)));
    assert!(matches!(shell.unlock(&words_of(&new)).unwrap(), Status::Open));
}

#[test]
fn a_new_sheet_that_was_left_or_locked_away_never_costs_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let old = locked_book(&shell);
    let unseen = shell.renew_words().unwrap();
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&words_of(&old)).unwrap(), Status::Open));
    shell.forget_words().unwrap();
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&words_of(&old)).unwrap(), Status::Open), "words nobody has seen settle nothing");
    assert!(unseen != old);
}

#[test]
fn new_words_that_opened_the_book_are_on_paper_and_end_the_old_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let lost = locked_book(&shell);
    let copied = shell.renew_words().unwrap();
    shell.lock().unwrap();
    shell.unlock(&words_of(&copied)).unwrap();
    assert!(!shell.sheet_due(), "who read them off it knows where it lies");
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&words_of(&lost)), Err(Error::WrongWords)), "nor whoever found the lost one");
    shell.unlock(&words_of(&copied)).unwrap();
    let unseen = shell.renew_words().unwrap();
    shell.lock().unwrap();
    assert!(
        matches!(shell.unlock(&words_of(&copied)).unwrap(), Status::Open),
        "the sheet in the hand outlives a new one"
    );
    shell.lock().unwrap();
    assert!(
        matches!(shell.unlock(&words_of(&unseen)).unwrap(), Status::Open),
        "which opens it too, while nobody knows"
    );
}

#[test]
fn that_a_new_sheet_was_begun_and_never_kept_is_asked_about_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let old = locked_book(&shell);
    shell.forget_words().unwrap();
    shell.renew_words().unwrap();
    assert!(!shell.sheet_due(), "the words stand on the screen");
    shell.lock().unwrap();
    shell.unlock(&words_of(&old)).unwrap();
    assert!(shell.sheet_due());
}

#[test]
fn a_sheet_nobody_said_was_kept_is_asked_about_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    assert!(!shell.sheet_due(), "the words stand on the screen");
    shell.lock().unwrap();
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert!(shell.sheet_due());
}

#[test]
fn where_the_sheet_lies_is_asked_once_after_thirty_days() {
    let folder = tempfile::tempdir().unwrap();
    let today: Arc<Mutex<DateTime<FixedOffset>>> =
        Arc::new(Mutex::new(DateTime::parse_from_rfc3339("2026-11-22T12:00:00+01:00").unwrap()));
    let clock = Arc::clone(&today);
    let world = World::with_clock(move || *clock.lock().unwrap());
    let pass = |days| {
        let mut today = today.lock().unwrap();
        *today = today.checked_add_days(Days::new(days)).unwrap();
    };
    let path = Folder::at(&folder.path().join("book")).unwrap();
    let shell = with_cost(path, world, cheap);
    locked_book(&shell);
    shell.forget_words().unwrap();
    pass(29);
    assert!(!shell.sheet_due());
    pass(1);
    assert!(shell.sheet_due());
    // The screen knows nothing of it and cannot take it away by keeping its own preferences.
    shell.set_preferences(Preferences::default());
    assert!(shell.sheet_due());
    shell.answer_sheet(SheetAnswer::Known);
    pass(400);
    assert!(!shell.sheet_due(), "once");
    shell.renew_words().unwrap();
    shell.forget_words().unwrap();
    pass(30);
    assert!(shell.sheet_due());
    shell.answer_sheet(SheetAnswer::Never);
    shell.renew_words().unwrap();
    shell.forget_words().unwrap();
    pass(400);
    assert!(!shell.sheet_due());
}

#[test]
fn a_locked_book_is_set_aside_and_a_new_one_begun_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let words = locked_book(&shell);
    let sign = line_in(&shell, "signs.inner", "Et tegn");
    shell.set_card(&[sign]).unwrap();
    assert!(shell.set_aside().is_err(), "an open book is not set aside");
    shell.lock().unwrap();
    assert!(matches!(shell.set_aside().unwrap(), Status::FirstRun));
    assert!(shell.help().signs.is_empty());
    shell.create(NewLock::Passphrase(SecretString::from("en ny"))).unwrap();
    assert!(lines(&shell).is_empty());
    let aside = shell.folder().path().join(format!("locked-{}", shell.day()));
    let old = with_cost(Folder::at(&aside).unwrap(), World::real(), cheap);
    assert!(matches!(old.unlock(&words_of(&words)).unwrap(), Status::Open), "its words still open it");
}

#[test]
fn who_asked_for_the_lock_can_see_that_it_has_happened() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    assert!(!shell.can_lock(), "nothing is open");
    locked_book(&shell);
    let before = shell.locks();
    assert!(shell.can_lock());
    shell.lock().unwrap();
    assert!(!shell.can_lock() && shell.locks() > before);
}

#[test]
fn two_who_unlock_at_once_both_get_in_and_no_old_problem_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    shell.lock().unwrap();
    std::thread::scope(|scope| {
        let tries: Vec<_> = (0..4).map(|_| scope.spawn(|| shell.unlock(&passphrase("rolig have")))).collect();
        for one in tries {
            assert!(matches!(one.join().unwrap().unwrap(), Status::Open));
        }
    });
    assert!(matches!(shell.lock().unwrap(), Status::Locked));
}

#[test]
fn a_backup_is_made_beside_the_typing_and_one_when_the_book_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    assert!(!shell.back_up_if_due(Moment::Unlock).unwrap(), "nothing has been written yet");
    write(&shell, "Jeg synger.");
    assert!(shell.back_up_if_due(Moment::Unlock).unwrap(), "there was none");
    assert!(!shell.back_up_if_due(Moment::Open).unwrap(), "it holds everything");
    write(&shell, "Jeg maler.");
    shell.lock().unwrap();
    let kept = backup::list(&shell.folder).unwrap();
    assert_eq!(kept.iter().map(|kept| kept.revision).collect::<Vec<_>>(), [1, 2]);
    assert!(!shell.back_up_if_due(Moment::Unlock).unwrap(), "a locked book is let alone");
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert_eq!(lines(&shell), ["Jeg synger.", "Jeg maler."]);
}

mod safety;
