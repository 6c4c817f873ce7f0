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

/// A computer that has much else to do may be through before anybody presses; then it is tried again.
const TRIES: usize = 20;

/// Does `press` from beside when `stage` is reached, without waiting for the book. What came of the work, and of the press.
fn at<T: Send, P>(shell: &Shell, stage: Stage, work: impl FnOnce() -> T + Send, press: impl FnOnce() -> P) -> (T, P) {
    std::thread::scope(|scope| {
        let working = scope.spawn(work);
        let seen = loop {
            let seen = shell.progress_now();
            if seen.stage == stage || working.is_finished() {
                break seen;
            }
            std::thread::sleep(Duration::from_micros(200));
        };
        assert!(seen.stage != stage || seen.stops, "there is something to stop");
        let pressed = press();
        (working.join().unwrap(), pressed)
    })
}

#[test]
fn a_file_that_is_stopped_while_it_comes_in_changes_nothing_and_comes_in_when_it_is_asked_again() {
    let file = large_file();
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    assert!(!shell.stop(), "nothing is under way");
    shell.look_at_file(file.clone(), &Going::default()).unwrap();
    let stopped = (0..TRIES).any(|_| {
        let (taken, heard) = at(&shell, Stage::Taking, || shell.take_in(None), || shell.stop());
        if !heard {
            assert!(taken.is_ok(), "nobody stopped it: {taken:?}");
            shell.undo().unwrap();
            shell.look_at_file(file.clone(), &Going::default()).unwrap();
            return false;
        }
        assert!(matches!(taken, Err(Error::Stopped)), "what was heard is obeyed: {taken:?}");
        true
    });
    assert!(stopped, "it was never slow enough to be stopped");
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
    let look = || {
        let going = shell.begin();
        shell.look_at_file(file.clone(), &going)
    };
    // Looking changes nothing, so one that was stopped too late is one that was looked at.
    let stopped = (0..TRIES).any(|_| match at(&shell, Stage::Reading, look, || shell.stop()).0 {
        Ok(_) => false,
        Err(error) => matches!(error, Error::Stopped),
    });
    assert!(stopped, "it was never slow enough to be stopped");
    assert!(matches!(shell.take_in(None), Err(Error::NotFound(_))));
    shell.look_at_file(file, &Going::default()).unwrap();
    shell.take_in(None).unwrap();
    assert_eq!(lines(&shell).len(), LINES);
}

#[test]
fn locking_stops_what_is_under_way_before_it_waits_for_the_book() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let (going, print) = (shell.begin(), shell.press.order());
    std::thread::scope(|scope| {
        let busy = shell.state();
        let locking = scope.spawn(|| shell.lock());
        let end = Instant::now() + Duration::from_secs(20);
        while (going.goes_on().is_ok() || print.goes_on().is_ok()) && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(1));
        }
        let stopped = (going.goes_on().is_err(), print.goes_on().is_err());
        drop(busy);
        assert!(matches!(locking.join().unwrap().unwrap(), Status::Locked));
        assert_eq!(stopped, (true, true), "the file and the print");
    });
}

#[test]
fn a_file_that_was_coming_in_when_the_book_was_locked_is_gone_from_memory() {
    let file = large_file();
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let stopped = (0..TRIES).any(|_| {
        shell.look_at_file(file.clone(), &Going::default()).unwrap();
        let (taken, _) = at(&shell, Stage::Taking, || shell.take_in(None), || shell.lock().unwrap());
        // A file that were still there would be told that the book is locked.
        assert!(matches!(shell.take_in(None), Err(Error::NotFound(_))), "{taken:?}");
        shell.unlock(&passphrase("rolig have")).unwrap();
        assert!(matches!(shell.take_in(None), Err(Error::NotFound(_))));
        taken.map_or_else(|error| matches!(error, Error::Stopped), |_| shell.undo().is_err())
    });
    assert!(stopped && lines(&shell).is_empty(), "nothing of it is in the book");
}

#[test]
fn a_file_that_was_being_read_when_the_book_was_locked_is_not_held() {
    let file = large_file();
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let look = || {
        let going = shell.begin();
        shell.look_at_file(file.clone(), &going)
    };
    for stage in [Stage::Reading, Stage::Comparing] {
        drop(at(&shell, stage, look, || shell.lock().unwrap()));
        assert!(matches!(shell.take_in(None), Err(Error::NotFound(_))));
        shell.unlock(&passphrase("rolig have")).unwrap();
    }
}
