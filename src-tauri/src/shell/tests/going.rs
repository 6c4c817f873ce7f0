//! *Stop* while a large file is looked at and taken in: it is heard at once, nothing is changed, and the file can be taken in again.

use super::*;
use holdepunkt_core::going::{Going, Stage};
use std::time::Duration;

const LINES: usize = 5_000;

/// A book of many lines in a file, which takes a while to come in.
fn large_file() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    let text = (0..LINES).map(|at| format!("linje {at}\n")).collect();
    shell.change(Change::PasteLines { section: "well.like".into(), text, place: Place::Last }).unwrap();
    shell.whole_book(false).unwrap().0
}

/// Presses *Stop* from beside when `stage` is reached, without waiting for the book.
fn stopped_at<T: Send>(shell: &Shell, stage: Stage, work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let working = scope.spawn(work);
        while shell.progress_now().stage != stage && !working.is_finished() {
            std::thread::sleep(Duration::from_micros(200));
        }
        assert!(shell.progress_now().stops, "there is something to stop");
        assert!(shell.stop());
        working.join().unwrap()
    })
}

#[test]
fn a_file_that_is_stopped_while_it_comes_in_changes_nothing_and_comes_in_when_it_is_asked_again() {
    let file = large_file();
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    assert!(!shell.stop(), "nothing is under way");
    shell.look_at_file(file, &Going::default()).unwrap();
    let stopped = stopped_at(&shell, Stage::Taking, || shell.take_in(None));
    assert!(matches!(stopped, Err(Error::Stopped)), "{stopped:?}");
    assert_eq!(shell.progress_now().stage, Stage::Nothing, "it is over");
    assert!(lines(&shell).is_empty());
    assert!(matches!(shell.undo(), Err(Error::NothingToUndo)), "it is no step either");
    shell.take_in(None).unwrap();
    assert_eq!(lines(&shell).len(), LINES);
    assert!(!shell.stop(), "what was asked for then is not remembered");
}

#[test]
fn a_file_that_is_stopped_while_it_is_read_is_not_there_to_be_taken_in() {
    let file = large_file();
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    let stopped = stopped_at(&shell, Stage::Reading, || {
        let going = shell.begin();
        shell.look_at_file(file.clone(), &going)
    });
    assert!(matches!(stopped, Err(Error::Stopped)));
    assert!(matches!(shell.take_in(None), Err(Error::NotFound(_))));
    shell.look_at_file(file, &Going::default()).unwrap();
    shell.take_in(None).unwrap();
    assert_eq!(lines(&shell).len(), LINES);
}
