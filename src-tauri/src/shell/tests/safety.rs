//! *Sikkerhed og kopier* without a window.

use super::*;
use chrono::{DateTime, Days, FixedOffset};
use holdepunkt_core::going::{Going, Stage};
use holdepunkt_core::keys;
use holdepunkt_core::visit::VisitChange;
use std::path::{Path, PathBuf};

fn stick() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn copies_on(stick: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn the_age_of_the_newest_copy_and_of_the_last_safe_copy_are_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let now: Arc<Mutex<DateTime<FixedOffset>>> =
        Arc::new(Mutex::new(DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00").unwrap()));
    let clock = Arc::clone(&now);
    let world = World::with_clock(move || *clock.lock().unwrap());
    let shell = with_cost(Folder::at(&folder.path().join("book")).unwrap(), world, cheap);
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    let view = shell.safety().unwrap();
    assert!(view.backups.is_empty() && view.safe_copy.is_none() && view.told.is_empty() && !view.on_reserve);
    assert_eq!(shell.back_up_now().unwrap().backups[0].made.words, "i dag kl. 14.03");
    let stick = stick();
    let made = shell.safe_copy(stick.path()).unwrap();
    assert!(made.folder.ends_with("holdepunkt-20261122-140300") && made.service.is_empty());
    assert_eq!(shell.progress_now().stage, Stage::Nothing, "it is over");
    let later = now.lock().unwrap().checked_add_days(Days::new(12)).unwrap();
    *now.lock().unwrap() = later;
    let view = shell.safety().unwrap();
    assert_eq!((view.backups[0].made.days, view.safe_copy.as_ref().unwrap().days), (12, 12));
    assert_eq!(view.safe_copy.unwrap().words, "22. november 2026 kl. 14.03");
}

#[test]
fn a_safe_copy_that_could_not_be_made_says_so_of_the_stick_and_leaves_nothing_that_looks_whole() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    assert!(matches!(shell.safe_copy(folder.path()), Err(Error::Locked)));
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    let stick = stick();
    assert!(matches!(shell.safe_copy(&stick.path().join("gone")), Err(Error::FolderMissing)));
    assert!(copies_on(stick.path()).is_empty());
    assert!(shell.safety().unwrap().safe_copy.is_none());
}

#[test]
fn going_back_is_previewed_and_then_one_step_that_undo_takes_back() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    let number = shell.back_up_now().unwrap().backups[0].number;
    write(&shell, "Jeg maler.");
    let preview = shell.preview_backup(number).unwrap();
    assert_eq!(preview.pages.len(), 1);
    assert_eq!((preview.pages[0].out.as_slice(), preview.other), (&["Jeg maler.".to_string()][..], 0));
    assert_eq!(lines(&shell), ["Jeg synger.", "Jeg maler."], "a preview changes nothing");
    shell.restore_backup(number).unwrap();
    assert_eq!(lines(&shell), ["Jeg synger."]);
    shell.undo().unwrap();
    assert_eq!(lines(&shell), ["Jeg synger.", "Jeg maler."]);
    assert!(matches!(shell.preview_backup(99), Err(Error::NotFound(_))));
}

#[test]
fn a_copy_elsewhere_is_forgotten_when_the_book_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    let stick = stick();
    shell.safe_copy(stick.path()).unwrap();
    write(&shell, "Jeg maler.");
    assert!(!shell.choose_copy(stick.path()).unwrap().asks, "the book's own key opens it");
    assert_eq!(shell.open_copy(None).unwrap().pages[0].out, ["Jeg maler."]);
    shell.lock().unwrap();
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert!(matches!(shell.restore_copy(), Err(Error::NotFound(_))));
    shell.choose_copy(stick.path()).unwrap();
    shell.open_copy(None).unwrap();
    shell.restore_copy().unwrap();
    assert_eq!(lines(&shell), ["Jeg synger."]);
}

#[test]
fn a_copy_of_another_book_is_refused() {
    let (folder, another) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (shell, other) = (shell_in(&folder), shell_in(&another));
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    locked_book(&other);
    write(&other, "En anden bog.");
    let stick = stick();
    other.safe_copy(stick.path()).unwrap();
    assert!(shell.choose_copy(stick.path()).unwrap().asks);
    assert!(matches!(shell.open_copy(None), Err(Error::WrongSecret)));
    assert!(matches!(shell.open_copy(Some(&passphrase("rolig have"))), Err(Error::OtherBook)));
    assert!(matches!(shell.restore_copy(), Err(Error::NotFound(_))));
    assert_eq!(lines(&shell), ["Jeg synger."]);
}

#[test]
fn on_a_new_computer_a_safe_copy_becomes_the_book() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let words = locked_book(&shell);
    write(&shell, "Jeg synger.");
    let stick = stick();
    shell.safe_copy(stick.path()).unwrap();
    assert!(matches!(shell.move_in(None), Err(Error::NotHere(_))), "a book is open");
    let fresh = tempfile::tempdir().unwrap();
    let new = shell_in(&fresh);
    assert!(matches!(new.status(), Status::FirstRun));
    assert!(new.choose_copy(stick.path()).unwrap().asks);
    assert!(matches!(new.move_in(Some(&passphrase("forkert"))), Err(Error::WrongSecret)));
    assert!(matches!(new.status(), Status::FirstRun), "nothing was begun");
    assert!(matches!(new.move_in(Some(&words_of(&words))).unwrap(), Status::Open));
    assert_eq!(lines(&new), ["Jeg synger."]);
    new.change_passphrase(None, &SecretString::from("en ny")).unwrap();
}

#[test]
fn who_is_locked_out_moves_in_from_a_copy_and_the_locked_book_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let sign = line_in(&shell, "signs.inner", "Et tegn");
    let stick = stick();
    shell.safe_copy(stick.path()).unwrap();
    shell.set_card(&[sign]).unwrap();
    shell.change_passphrase(Some(&passphrase("rolig have")), &SecretString::from("glemt")).unwrap();
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&passphrase("rolig have")), Err(Error::WrongSecret)));
    shell.choose_copy(stick.path()).unwrap();
    assert!(matches!(shell.move_in(Some(&passphrase("rolig have"))).unwrap(), Status::Open));
    assert!(!shell.folder().card().exists(), "the lines of that book are kept with it");
    assert!(shell.folder().path().join(format!("locked-{}", shell.day())).join("book.db").exists());
}

#[test]
fn what_was_removed_comes_back_or_is_erased_and_then_the_copies_are_new() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let kept = line_in(&shell, "well.like", "Jeg synger.");
    let gone = line_in(&shell, "well.like", "kanariefugl");
    shell.back_up_now().unwrap();
    for id in [&kept, &gone] {
        shell.change(Change::RemoveLine { id: id.clone() }).unwrap();
    }
    shell.back_up_now().unwrap();
    let trash = shell.trash().unwrap();
    assert_eq!(trash.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["kanariefugl", "Jeg synger."]);
    assert_eq!((trash[0].page.as_str(), trash[0].long), ("Når jeg har det godt", false));
    shell.take_from_trash(&kept).unwrap();
    assert_eq!(lines(&shell), ["Jeg synger."]);
    assert!(matches!(shell.erase(None), Err(Error::NotFound(_))), "none has lain there for 30 days");
    let erased = shell.erase(Some(&gone)).unwrap();
    assert!(erased.copies_gone && erased.changed.undo.is_none());
    assert_eq!(shell.safety().unwrap().backups.len(), 1, "the copies that held it are gone");
    assert!(shell.trash().unwrap().is_empty());
}

#[test]
fn after_another_key_only_the_new_passphrase_and_the_new_words_open_the_book() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    let old = locked_book(&shell);
    write(&shell, "Jeg synger.");
    shell.back_up_now().unwrap();
    let new = SecretString::from("en helt anden sætning");
    assert!(matches!(shell.rekey(None, &new), Err(Error::WrongPresent)));
    assert!(matches!(shell.rekey(Some(&passphrase("forkert")), &new), Err(Error::WrongPresent)));
    let empty = shell.rekey(Some(&passphrase("rolig have")), &SecretString::from(" "));
    assert!(matches!(empty, Err(Error::EmptyPassphrase)));
    write(&shell, "Jeg maler.");
    let rekeyed = shell.rekey(Some(&passphrase("rolig have")), &new).unwrap();
    assert!(rekeyed.copies_gone && rekeyed.words.len() == 12 && rekeyed.words != old);
    assert_eq!(shell.sheet().unwrap().words, rekeyed.words, "the sheet can be printed");
    assert_eq!(lines(&shell), ["Jeg synger.", "Jeg maler."]);
    shell.undo().unwrap();
    shell.lock().unwrap();
    assert!(matches!(shell.unlock(&passphrase("rolig have")), Err(Error::WrongSecret)));
    assert!(matches!(shell.unlock(&words_of(&old)), Err(Error::WrongWords)));
    assert!(matches!(shell.unlock(&words_of(&rekeyed.words)).unwrap(), Status::Open));
    for kept in backup::list(&shell.folder).unwrap() {
        let file = keys::KeyFile::read(&kept.folder().unwrap()).unwrap();
        assert!(keys::unlock(&file, &passphrase("rolig have")).is_err(), "no copy opens with the old one");
    }
}

#[test]
fn a_book_without_a_lock_is_given_one() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    write(&shell, "Jeg synger.");
    let rekeyed = shell.rekey(None, &SecretString::from("rolig have")).unwrap();
    assert_eq!(rekeyed.words.len(), 12);
    assert!(!shell.contents().unwrap().unlocked_book && shell.can_lock());
    shell.close_all();
    let shell = shell_in(&folder);
    assert!(matches!(shell.status(), Status::Locked));
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert_eq!(lines(&shell), ["Jeg synger."]);
}

#[test]
fn what_opening_put_right_is_told_until_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    shell.lock().unwrap();
    let path = shell.folder().book();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.truncate(5000);
    std::fs::write(&path, bytes).unwrap();
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert_eq!(lines(&shell), ["Jeg synger."]);
    let told = shell.safety().unwrap().told.join(" ");
    assert!(told.contains("sikkerhedskopi") && told.contains("er med") && told.contains("damaged-"), "{told}");
    shell.told();
    assert!(shell.safety().unwrap().told.is_empty());
}

#[test]
fn while_somebody_sees_part_of_the_book_nothing_of_copies_trash_or_keys_is_reached() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let gone = line_in(&shell, "well.like", "Kun mit.");
    shell.change(Change::RemoveLine { id: gone.clone() }).unwrap();
    let number = shell.back_up_now().unwrap().backups[0].number;
    let stick = stick();
    let start = VisitChange::Start {
        id: shell.world().id().unwrap(),
        guests: Vec::new(),
        chapters: vec!["well".into()],
        agenda: String::new(),
    };
    shell.change(Change::Visit { visit: start }).unwrap();
    let secret = passphrase("rolig have");
    assert!(shell.trash().is_err() && shell.erase(Some(&gone)).is_err() && shell.take_from_trash(&gone).is_err());
    assert!(shell.preview_backup(number).is_err() && shell.restore_backup(number).is_err());
    assert!(shell.safe_copy(stick.path()).is_err() && copies_on(stick.path()).is_empty());
    assert!(shell.rekey(Some(&secret), &SecretString::from("en anden")).is_err());
    assert_eq!(shell.safety().unwrap().old_trash, 0, "what is told on the way in is still told");
}

/// A visit with this chapter open.
fn visit(shell: &Shell, chapter: &str) -> String {
    let id = shell.world().id().unwrap();
    let (guests, chapters) = (Vec::new(), vec![chapter.to_string()]);
    let start = VisitChange::Start { id: id.clone(), guests, chapters, agenda: String::new() };
    shell.change(Change::Visit { visit: start }).unwrap();
    id
}

#[test]
fn more_of_a_locked_book_is_opened_in_a_visit_by_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    write(&shell, "Jeg synger.");
    let visit = visit(&shell, "signs");
    let seen = || shell.with_book(|book, texts| book.page("well.page", texts)).is_ok();
    let (both, one) = (["signs".to_string(), "well".to_string()], ["signs".to_string()]);
    let open = VisitChange::Open { id: visit.clone(), chapters: both.to_vec() };
    assert!(matches!(shell.change(Change::Visit { visit: open }), Err(Error::WrongPresent)));
    assert!(matches!(shell.open_chapters(&visit, &both, None), Err(Error::WrongPresent)));
    let wrong = passphrase("forkert");
    assert!(matches!(shell.open_chapters(&visit, &both, Some(&wrong)), Err(Error::WrongPresent)));
    assert!(!seen());
    let secret = passphrase("rolig have");
    shell.open_chapters(&visit, &both, Some(&secret)).unwrap();
    assert!(seen());
    shell.open_chapters(&visit, &one, None).unwrap();
    assert!(!seen(), "shutting asks nothing");
    assert!(matches!(shell.undo(), Err(Error::VisitGoesOn)) && !seen(), "and undo does not open it again");
    shell.pause_visit(Some(&secret)).unwrap();
    shell.undo().unwrap();
}

#[test]
fn in_a_book_without_a_passphrase_nothing_is_asked_for_opening_more() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    let visit = visit(&shell, "signs");
    shell.open_chapters(&visit, &["signs".into(), "well".into()], None).unwrap();
    shell.undo().unwrap();
    shell.redo().unwrap();
    assert!(shell.with_book(|book, texts| book.page("well.page", texts)).is_ok());
}

#[test]
fn who_looks_on_plants_no_passphrase_and_touches_no_way_in() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    visit(&shell, "well");
    let (secret, planted) = (passphrase("rolig have"), SecretString::from("plantet"));
    assert!(matches!(shell.change_passphrase(Some(&secret), &planted), Err(Error::VisitGoesOn)));
    assert!(matches!(shell.use_keyring(Some(&secret)), Err(Error::VisitGoesOn)));
    assert!(matches!(shell.leave_keyring(), Err(Error::VisitGoesOn)));
    shell.pause_visit(Some(&secret)).unwrap();
    shell.change_passphrase(Some(&secret), &planted).unwrap();
}

#[test]
fn a_backup_is_made_before_a_file_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    write(&shell, "fra filen");
    let (file, _) = shell.whole_book(false).unwrap();
    let other = tempfile::tempdir().unwrap();
    let shell = shell_in(&other);
    shell.create(NewLock::Open).unwrap();
    write(&shell, "min egen");
    let before = backup::list(shell.folder()).unwrap().len();
    shell.look_at_file(file, &Going::default()).unwrap();
    shell.take_in(Some(holdepunkt_core::exchange::bring::Chosen::default())).unwrap();
    let kept = backup::list(shell.folder()).unwrap();
    assert_eq!(kept.len(), before + 1);
    assert_eq!(kept.last().unwrap().revision, 1, "with what was written before the file came in");
}
