//! Somebody else's book on this computer: apart from one's own, locked when it is left alone, gone afterwards.

use super::{lines, passphrase, shell_in, write};
use crate::contract::Status;
use crate::shell::Shell;
use holdepunkt_core::change::Change;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::FileFault;
use holdepunkt_core::handover::HandFault;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::handover::guest::Resumed;
use holdepunkt_core::handover::known::CowriterFields;
use holdepunkt_core::keys::NewLock;
use holdepunkt_core::visit::Role;
use secrecy::{ExposeSecret as _, SecretString};
use std::path::PathBuf;

/// A book with a line in it, and a part of it in a file; the file and its words.
pub(super) fn handed(shell: &Shell, known: &str) -> (Vec<u8>, SecretString) {
    let wanted = HandoverWanted {
        known: known.into(),
        name: "Karen".into(),
        role: Role::Staff,
        chapters: vec!["well".into()],
        ..HandoverWanted::default()
    };
    let mut prepared = shell.prepare_handover(&wanted).unwrap();
    let given = prepared.seal(shell.world()).unwrap();
    shell.with_book(|book, texts| book.note_handover(&prepared, texts)).unwrap();
    (given.bytes, given.words.unwrap_or_else(|| SecretString::from("")))
}

pub(super) fn citizen(folder: &tempfile::TempDir) -> Shell {
    let shell = shell_in(folder);
    shell.create(NewLock::Open).unwrap();
    write(&shell, "Jeg synger.");
    shell
}

pub(super) fn enter(shell: &Shell, file: Vec<u8>, words: &SecretString) {
    shell.pick_handover(file).unwrap();
    shell.read_handover(words).unwrap();
    assert!(matches!(shell.begin_guest("").unwrap(), Status::Open));
}

pub(super) fn propose(shell: &Shell, text: &str) {
    let id = shell.with_book(|book, texts| Ok(book.page("well.page", texts)?.sections[0].lines[0].id.clone())).unwrap();
    shell.change(Change::WriteLine { id, text: text.into() }).unwrap();
}

/// Where somebody else's book lies just now.
fn private_folder(shell: &Shell) -> PathBuf {
    let state = shell.state();
    state.guest.as_ref().unwrap().open.folder.as_ref().unwrap().path().to_path_buf()
}

#[test]
fn somebody_elses_book_stands_before_ones_own_and_leaves_it_as_it_was() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (file, words) = handed(&citizen(&theirs), "");
    let shell = shell_in(&mine);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    write(&shell, "Mit eget.");
    enter(&shell, file, &words);
    assert_eq!(lines(&shell), ["Jeg synger."]);
    propose(&shell, "Jeg synger højt.");
    assert!(shell.is_to_be_handed_back());
    let (answer, revision) = shell.hand_back().unwrap();
    shell.handed_back(revision);
    assert!(!shell.is_to_be_handed_back() && !answer.is_empty());
    assert!(
        shell.at_home().is_err() && shell.alone().is_err(),
        "nothing of it is printed, and one's own keys are not reached"
    );
    let private = private_folder(&shell);
    let bytes = std::fs::read(private.join("book.db")).unwrap();
    assert!(
        !bytes.starts_with(b"SQLite format 3") && !bytes.windows(6).any(|six| six == b"synger"),
        "only noise on the disk"
    );
    assert!(matches!(shell.leave_guest(), Status::Open));
    assert!(!private.exists(), "the folder is gone with it");
    assert_eq!(lines(&shell), ["Mit eget."]);
    assert!(shell.hand_back().is_err());
}

#[test]
fn a_hand_over_is_noted_and_written_both_or_neither() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    write(&shell, "Jeg synger.");
    let given = || shell.with_book(|book, texts| Ok(book.handovers(texts)?.given.len())).unwrap();
    let wanted = HandoverWanted { name: "Karen".into(), chapters: vec!["well".into()], ..HandoverWanted::default() };
    let prepared = shell.prepare_handover(&wanted).unwrap();
    let out = folder.path().join("out");
    let write = || std::fs::write(&out, "x").map_err(Error::from);
    shell.lock().unwrap();
    assert!(matches!(shell.hand_out(&prepared, write), Err(Error::Locked)));
    assert!(!out.exists(), "locked while the dialog stood open, nothing is out");
    shell.unlock(&passphrase("rolig have")).unwrap();
    let failed: Result<(), _> = shell.hand_out(&prepared, || Err(Error::DiskFull));
    assert!(matches!(failed, Err(Error::DiskFull)) && given() == 0, "nothing is out, and nothing is noted");
    shell.hand_out(&prepared, write).unwrap();
    assert!(out.exists() && given() == 1);
}

#[test]
fn another_guests_book_waits_until_the_first_is_handed_back() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (file, words) = handed(&citizen(&theirs), "");
    let shell = shell_in(&mine);
    enter(&shell, file.clone(), &words);
    propose(&shell, "Jeg synger højt.");
    shell.pick_handover(file.clone()).unwrap();
    shell.read_handover(&words).unwrap();
    assert!(matches!(shell.begin_guest(""), Err(Error::NotHere(_))));
    let waiting = shell.with_book(|book, texts| book.inbox(u32::MAX, texts)).unwrap().proposals;
    assert_eq!(waiting[0].proposed.text, "Jeg synger højt.", "what was written is still here");
    let (_, revision) = shell.hand_back().unwrap();
    shell.handed_back(revision);
    enter(&shell, file, &words);
}

#[test]
fn the_trash_of_ones_own_book_is_not_reached_behind_another() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (file, words) = handed(&citizen(&theirs), "");
    let shell = citizen(&mine);
    let id = shell.with_book(|book, texts| Ok(book.page("well.page", texts)?.sections[0].lines[0].id.clone())).unwrap();
    shell.change(Change::RemoveLine { id: id.clone() }).unwrap();
    let reached =
        |shell: &Shell| shell.trash().is_ok() || shell.take_from_trash(&id).is_ok() || shell.erase(Some(&id)).is_ok();
    shell.open_sample().unwrap();
    assert!(!reached(&shell));
    shell.close_sample();
    enter(&shell, file, &words);
    assert!(!reached(&shell));
    shell.leave_guest();
    assert_eq!(shell.trash().unwrap()[0].text, "Jeg synger.");
}

#[test]
fn left_alone_it_is_locked_and_the_words_of_its_file_bring_it_back() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (file, words) = handed(&citizen(&theirs), "");
    let shell = shell_in(&mine);
    assert!(matches!(shell.status(), Status::FirstRun), "no book of one's own is needed");
    enter(&shell, file, &words);
    propose(&shell, "Jeg synger højt.");
    assert!(shell.can_lock());
    assert!(matches!(shell.lock().unwrap(), Status::GuestWaits { words: true }));
    assert!(matches!(shell.with_book(|_, _| Ok(())), Err(Error::Locked)));
    assert!(shell.hand_back().is_err() && shell.help().people.is_empty());
    assert!(shell.is_to_be_handed_back() && drafts(&shell).len() == 1, "what is in no answer is known while it rests");
    let wrong = shell.wake_guest(SecretString::from("seks helt andre ord end dem"));
    assert!(matches!(wrong, Err(Error::File(FileFault::Words))));
    let typed = words.expose_secret().to_uppercase().replace(' ', ", ");
    assert!(matches!(shell.wake_guest(SecretString::from(typed)).unwrap(), Status::Open));
    let waiting = shell.with_book(|book, texts| book.inbox(u32::MAX, texts)).unwrap().proposals;
    assert_eq!(waiting[0].proposed.text, "Jeg synger højt.", "and what was written is there");
    assert!(matches!(shell.leave_guest(), Status::FirstRun));
}

#[test]
fn a_file_locked_to_a_key_needs_the_book_with_that_key() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let shell = shell_in(&mine);
    shell.create(NewLock::Passphrase(SecretString::from("rolig have"))).unwrap();
    let key = shell.with_book(|book, _| book.own_key()).unwrap().key;
    let citizen = citizen(&theirs);
    let fields = CowriterFields { name: "Karen".into(), role: Role::Staff, key };
    citizen.with_book(|book, texts| book.keep_cowriter(&fields, texts)).unwrap();
    let known = citizen.with_book(|book, texts| book.handovers(texts)).unwrap().known.remove(0).id;
    let (file, none) = handed(&citizen, &known);
    shell.lock().unwrap();
    assert!(!shell.pick_handover(file.clone()).unwrap(), "no words are asked for");
    assert!(matches!(shell.read_handover(&none), Err(Error::Hand(HandFault::NoKey))));
    shell.unlock(&passphrase("rolig have")).unwrap();
    enter(&shell, file, &none);
    assert!(matches!(shell.lock().unwrap(), Status::GuestWaits { words: false }));
    assert!(shell.wake_guest(SecretString::from("forkert")).is_err());
    assert!(matches!(shell.wake_guest(SecretString::from("rolig have")).unwrap(), Status::Open));
    assert_eq!(lines(&shell), ["Jeg synger."]);
}

/// What is kept of somebody else's book beside one's own.
fn drafts(shell: &Shell) -> Vec<Vec<u8>> {
    let files = std::fs::read_dir(shell.folder().drafts()).into_iter().flatten().flatten();
    files.map(|file| std::fs::read(file.path()).unwrap()).collect()
}

fn inbox(shell: &Shell) -> Vec<String> {
    let waiting = shell.with_book(|book, texts| book.inbox(u32::MAX, texts)).unwrap().proposals;
    waiting.into_iter().map(|proposal| proposal.proposed.text).collect()
}

fn resumed(shell: &Shell) -> Resumed {
    shell.contents().unwrap().guest.unwrap().resumed
}

#[test]
fn a_crash_takes_nothing_that_was_said_to_be_saved_and_the_file_brings_it_back() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (file, words) = handed(&citizen(&theirs), "");
    let shell = shell_in(&mine);
    enter(&shell, file.clone(), &words);
    assert_eq!(
        (resumed(&shell), drafts(&shell).len()),
        (Resumed::Nothing, 0),
        "nothing is kept before something is written"
    );
    propose(&shell, "Jeg synger højt.");
    // A crash: nothing is closed, nothing is tidied.
    let left = drafts(&shell);
    std::mem::forget(shell);
    assert!(left.len() == 1 && !left[0].windows(6).any(|six| six == b"synger"), "noise, and one file of it");
    let shell = shell_in(&mine);
    assert!(matches!(shell.status(), Status::FirstRun), "it is nobody's book and opens nothing");
    enter(&shell, file.clone(), &words);
    assert_eq!((resumed(&shell), inbox(&shell)), (Resumed::All, vec!["Jeg synger højt.".to_string()]));
    assert!(shell.is_to_be_handed_back(), "and it is in no answer yet");
    let line =
        shell.with_book(|book, texts| Ok(book.page("well.page", texts)?.sections[0].lines[0].id.clone())).unwrap();
    shell.change(Change::WriteLine { id: line, text: "Jeg synger hver dag.".into() }).unwrap();
    assert_eq!(inbox(&shell), ["Jeg synger hver dag."], "the same proposal, written on");
    shell.leave_guest();
    assert!(drafts(&shell).is_empty(), "let go, nothing is kept of it");
    enter(&shell, file, &words);
    assert!(inbox(&shell).is_empty() && resumed(&shell) == Resumed::Nothing);
}

#[test]
fn what_was_kept_of_one_hand_over_is_nothing_to_another_and_broken_is_told() {
    let (theirs, mine) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let citizen = citizen(&theirs);
    let ((file, words), (other, other_words)) = (handed(&citizen, ""), handed(&citizen, ""));
    let shell = shell_in(&mine);
    enter(&shell, file.clone(), &words);
    propose(&shell, "Jeg synger højt.");
    std::mem::forget(shell);
    let shell = shell_in(&mine);
    enter(&shell, other, &other_words);
    assert!(inbox(&shell).is_empty());
    shell.leave_guest();
    let path = std::fs::read_dir(shell.folder().drafts()).unwrap().next().unwrap().unwrap().path();
    let mut bytes = std::fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&path, bytes).unwrap();
    enter(&shell, file, &words);
    assert_eq!((resumed(&shell), inbox(&shell).len()), (Resumed::Damaged, 0), "told, and the book can be written in");
    propose(&shell, "Jeg synger igen.");
    assert_eq!(inbox(&shell), ["Jeg synger igen."]);
}
