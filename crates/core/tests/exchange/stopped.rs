//! *Stop* while a file is read, compared or taken in: nothing is changed, whenever it was pressed, and the same file comes in afterwards.

use crate::builder::Desk;
use crate::open_format::{out, texts, written};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::bring::Chosen;
use holdepunkt_core::exchange::{self, FileFault};
use holdepunkt_core::going::Going;
use std::collections::HashSet;

/// Every moment of something with few, every so many of something with many.
fn moments(of: usize) -> impl Iterator<Item = usize> {
    (0..of).step_by((of / 20).max(1)).chain([of - 1])
}

/// How often `work` asks whether to go on: the first number at which nothing stops it.
fn asks(work: impl Fn(&Going) -> bool) -> usize {
    let mut most = 1;
    while !work(&Going::stopped_after(most)) {
        most *= 2;
    }
    let (mut stops, mut goes) = (most / 2, most);
    while goes - stops > 1 {
        let middle = usize::midpoint(stops, goes);
        if work(&Going::stopped_after(middle)) { goes = middle } else { stops = middle }
    }
    goes
}

#[test]
fn reading_and_comparing_stop_at_any_moment() {
    let file = out(&written());
    let of = asks(|going| exchange::read_along(file.as_bytes(), going).is_ok());
    assert!(of > 100, "it asks at every row: {of}");
    for moment in moments(of) {
        let stopped = exchange::read_along(file.as_bytes(), &Going::stopped_after(moment));
        assert!(matches!(stopped, Err(FileFault::Stopped)), "{moment}");
    }
    let (parcel, desk, texts) = (exchange::read(file.as_bytes()).unwrap(), Desk::new(), texts());
    let of = asks(|going| desk.book().arriving(&parcel, going, &texts).is_ok());
    assert!(of > 50, "{of}");
    for moment in moments(of) {
        let stopped = desk.book().arriving(&parcel, &Going::stopped_after(moment), &texts);
        assert!(matches!(stopped, Err(Error::Stopped)), "{moment}");
    }
}

#[test]
fn a_whole_book_stopped_at_any_moment_leaves_the_fresh_one_as_it_was_and_then_comes_in() {
    let (texts, file) = (texts(), out(&written()));
    let parcel = exchange::read(file.as_bytes()).unwrap();
    let of = asks(|going| Desk::new().book.as_mut().unwrap().bring_whole(&parcel, going, &texts).is_ok());
    assert!(of > 100, "{of}");
    let mut desk = Desk::new();
    let before = desk.everything();
    for moment in moments(of) {
        let stopped = desk.book.as_mut().unwrap().bring_whole(&parcel, &Going::stopped_after(moment), &texts);
        assert!(matches!(stopped, Err(Error::Stopped)), "{moment}");
        assert_eq!(desk.everything(), before, "{moment} of {of}");
        assert!(desk.book().is_blank().unwrap() && desk.book().revision() == 0);
    }
    desk.book.as_mut().unwrap().bring_whole(&parcel, &Going::default(), &texts).unwrap();
    assert_eq!(out(&desk), file, "and afterwards it comes in byte for byte");
    desk.book().verify_chain().unwrap();
}

#[test]
fn chosen_lines_stopped_at_any_moment_leave_a_written_book_as_it_was_and_then_come_in() {
    let texts = texts();
    let parcel = exchange::read(out(&written()).as_bytes()).unwrap();
    let ids: HashSet<String> = parcel.keys("entry").chain(parcel.keys("person")).map(ToString::to_string).collect();
    let chosen = Chosen { ids, mine: true };
    let desk = || {
        let mut desk = Desk::new();
        desk.line("signs.inner", "min egen linje");
        desk
    };
    let of = asks(|going| desk().book.as_mut().unwrap().bring_some(&parcel, &chosen, going, &texts).is_ok());
    assert!(of > 50, "{of}");
    let mut desk = desk();
    let before = (desk.everything(), desk.book().revision());
    for moment in moments(of) {
        let stopped = desk.book.as_mut().unwrap().bring_some(&parcel, &chosen, &Going::stopped_after(moment), &texts);
        assert!(matches!(stopped, Err(Error::Stopped)), "{moment}");
        assert_eq!((desk.everything(), desk.book().revision()), before, "{moment} of {of}");
    }
    desk.book.as_mut().unwrap().bring_some(&parcel, &chosen, &Going::default(), &texts).unwrap();
    assert!(desk.book().revision() > before.1);
    desk.undo();
    assert!(desk.everything() == before.0, "and one undo takes it back");
    desk.book().verify_chain().unwrap();
}
