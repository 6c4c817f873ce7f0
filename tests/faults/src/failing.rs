//! F6: the nth write, flush, cut, rename or new file fails, for every n. What was acknowledged is there afterwards.

use crate::Figure;
use crate::chance::part;
use crate::disk::under_shim;
use crate::truth;
use crate::writer::last_acknowledged;

const CHANGES: u64 = 24;
const KINDS: [&str; 4] = ["eio", "enospc", "short", "fsync"];

/// `n`: at most so many places per kind of failure, spread evenly; 0 for every place.
pub fn f6(n: u64) -> Figure {
    let (mut tried, mut wrong, mut stopped, mut went_on) = (0_u64, 0_u64, 0_u64, 0_u64);
    let calls = calls();
    let step = if n == 0 { 1 } else { calls.div_ceil(n).max(1) };
    for kind in KINDS {
        let mut at = 1 + part() % step;
        while at <= calls {
            let dir = tempfile::tempdir().expect("a folder");
            let folder = dir.path().join("bog");
            let count = CHANGES.to_string();
            let words: &[&str] = if at.is_multiple_of(2) { &[&count, "not", "retry"] } else { &[&count, "not"] };
            let done = under_shim("writer", &folder, words)
                .env("HOLDEPUNKT_SHIM_FAIL", format!("{kind}:{at}"))
                .output()
                .expect("ran");
            let acknowledged = last_acknowledged(&String::from_utf8_lossy(&done.stdout)).unwrap_or(0);
            tried += 1;
            stopped += u64::from(!done.status.success());
            went_on += u64::from(done.status.success());
            let right = truth::open(&folder).is_ok_and(|open| truth::judge(&open.book, acknowledged).is_ok());
            if !right {
                eprintln!(
                    "{kind} at call {at}: {}",
                    String::from_utf8_lossy(&done.stdout).lines().last().unwrap_or("")
                );
            }
            wrong += u64::from(!right);
            at += step;
        }
    }
    let figures = format!(
        "failures={tried} calls={calls} kinds={} told_and_stopped={stopped} went_on={went_on} lost_or_damaged={wrong}",
        KINDS.join(",")
    );
    Figure { row: "F6", figures, holds: wrong == 0 && stopped > 0 }
}

/// How many calls there are to fail: those of a run in which none does.
fn calls() -> u64 {
    let dir = tempfile::tempdir().expect("a folder");
    let log = dir.path().join("log");
    let done = under_shim("writer", &dir.path().join("bog"), &[&CHANGES.to_string(), "not"])
        .env("HOLDEPUNKT_SHIM_LOG", &log)
        .output()
        .expect("ran");
    assert!(done.status.success(), "the writer fails by itself");
    counted(&std::fs::read(log).expect("the record"))
}

pub fn counted(mut log: &[u8]) -> u64 {
    let mut count = 0;
    while log.len() >= 17 {
        let length = usize::try_from(u32::from_le_bytes(log[13..17].try_into().unwrap())).unwrap();
        let new_file = log[0] == b'o' && log[5] & 2 != 0;
        count += u64::from(new_file || matches!(log[0], b'w' | b't' | b's' | b'd' | b'r' | b'u' | b'm' | b'x'));
        log = &log[17 + length..];
    }
    count
}
