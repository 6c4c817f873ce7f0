//! F25 without a window: the program stumbles over itself in the middle of a change, and there is too little memory. That the
//! process which draws the page is killed is webview_killed.test.mjs.

use crate::Figure;
use crate::chance::{Chance, part, seed};
use crate::kill::again;
use crate::truth;
use crate::writer::last_acknowledged;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening;
use holdepunkt_core::world::World;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Half of `n` panics, half of them amounts of memory.
pub fn f25(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let (saves, lost_in_panics) = panics(n.div_ceil(2), &mut chance);
    let [worked, told, ended, lost_in_memory] = little_memory(n.div_ceil(2));
    let figures = format!(
        "panics={} saves={saves} lost_or_not_going_on={lost_in_panics} amounts_of_memory={} worked={worked} told={told} ended={ended} lost={lost_in_memory}",
        n.div_ceil(2),
        n.div_ceil(2)
    );
    // Some amounts must be too little, or nothing was tried.
    Figure { row: "F25", figures, holds: lost_in_panics + lost_in_memory == 0 && told + ended > 0 && worked > 0 }
}

/// The clock is asked in the middle of every change, after the transaction has begun; here it panics now and then. The book in
/// hand goes on, and so does the one that is opened afterwards.
fn panics(n: u64, chance: &mut Chance) -> (u64, u64) {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("bog");
    let folder = Folder::at(&path).expect("a name");
    let left = Arc::new(AtomicI64::new(i64::MAX));
    let clock = Arc::clone(&left);
    let world = World::with_clock(move || {
        assert!(clock.fetch_sub(1, Ordering::SeqCst) != 0, "a stumble");
        World::real().now()
    });
    let (texts, before) = (truth::texts(), std::panic::take_hook());
    std::panic::set_hook(Box::new(|_| {}));
    let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &world).expect("made");
    let (mut book, mut hold) = opened.book(&world).expect("a book");
    let (mut number, mut stumbled, mut wrong) = (0, 0, 0);
    while stumbled < n {
        left.store(i64::try_from(chance.below(12)).unwrap(), Ordering::SeqCst);
        while let Ok(done) = catch_unwind(AssertUnwindSafe(|| book.change(truth::change(number + 1), &texts))) {
            wrong += u64::from(done.is_err());
            number += 1;
        }
        stumbled += 1;
        left.store(i64::MAX, Ordering::SeqCst);
        // It was told neither as saved nor as refused; it may be there, as after a kill, and is then not made again.
        let there = truth::judge(&book, number);
        wrong += u64::from(there.is_err());
        number = there.unwrap_or(number);
        if chance.coin() {
            drop((book, hold));
            let opened = opening::open_unlocked(&folder, &world).expect("opens");
            (book, hold) = opened.book(&world).expect("a book");
            let there = truth::judge(&book, number);
            wrong += u64::from(there.is_err());
            number = there.unwrap_or(number);
        }
    }
    std::panic::set_hook(before);
    drop((book, hold));
    (number, wrong)
}

/// The program starts with less than this and does all it has to do with more, in KiB of address space.
const MEMORY: std::ops::Range<u64> = 12_000..60_000;

/// The writer with ever more memory: it does its work, or says that there is not enough, or the system ends it. What it told as
/// saved is there.
fn little_memory(n: u64) -> [u64; 4] {
    let mut counts = [0; 4];
    for step in 0..n {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = dir.path().join("bog");
        let kib = MEMORY.start + (step * 16 + part() % 16) * (MEMORY.end - MEMORY.start) / (n * 16);
        let program = again(&["writer", &folder.to_string_lossy(), "30", "not"]);
        let ended = Command::new("sh")
            .args(["-c", "ulimit -v \"$1\" && shift && exec \"$@\"", "sh", &kib.to_string()])
            .arg(program.get_program())
            .args(program.get_args())
            .output()
            .expect("a shell");
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        let which = match ended.status.code() {
            Some(0) => 0,
            Some(9) => 1,
            _ => 2,
        };
        counts[which] += 1;
        // Ended before it was a book: then one can be made now.
        let right = truth::open(&folder)
            .is_ok_and(|open| truth::judge(&open.book, last_acknowledged(&said).unwrap_or(0)).is_ok());
        if !right {
            eprintln!("with {kib} KiB: {}", said.lines().last().unwrap_or("nothing said"));
        }
        counts[3] += u64::from(!right);
    }
    counts
}
