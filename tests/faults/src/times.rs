//! F13 a clock that jumps, F14 large books, F15 text that is hard to carry.

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::truth;
use chrono::{DateTime, FixedOffset, TimeDelta};
use holdepunkt_core::backup::{self, Moment};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Hold};
use holdepunkt_core::world::World;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;

fn open(folder: &Path, world: &World) -> Result<(Book, Hold), Error> {
    let folder = Folder::at(folder)?;
    let opened = match opening::look(&folder)? {
        opening::Look::Nothing => opening::create(&folder, &NewLock::Open, Cost::CHEAP, world)?.0,
        _ => opening::open_unlocked(&folder, world)?,
    };
    opened.book(world)
}

/// Changes under a clock that jumps by up to ten years either way and changes its offset, as on the nights of summer time.
pub fn f13(n: u64) -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let start = DateTime::parse_from_rfc3339("2026-10-25T02:30:00+02:00").expect("a time");
    let now = Arc::new(Mutex::new(start));
    let clock = Arc::clone(&now);
    let world = World::with_clock(move || *clock.lock().expect("not poisoned"));
    let mut chance = Chance::new(seed());
    let texts = truth::texts();
    let mut wrong = 0_u64;
    let mut number = 0;
    while number < n {
        let (mut book, hold) = open(&folder, &world).expect("opens whatever the clock says");
        for _ in 0..50.min(n - number) {
            let days = i64::try_from(chance.below(7300)).unwrap() - 3650;
            let offset = FixedOffset::east_opt(if chance.coin() { 3600 } else { 7200 }).expect("an offset");
            *now.lock().expect("not poisoned") = (start + TimeDelta::days(days)).with_timezone(&offset);
            book.change(truth::change(number + 1), &texts).expect("written");
            number += 1;
        }
        wrong += u64::from(truth::judge(&book, number).is_err());
        let seen = book.history_of_line(&truth::id(number % truth::LINES), &texts).expect("read");
        let newest_first = seen.windows(2).all(|pair| pair[0].revision > pair[1].revision);
        wrong += u64::from(!newest_first || seen.first().is_none_or(|item| item.text != truth::text(number)));
        // Undo takes back the last step, not the one with the latest time.
        let before = book.revision();
        book.undo(&texts).expect("undone");
        book.redo(&texts).expect("done again");
        wrong += u64::from(book.revision() != before + 2 || book.verify_chain().is_err());
        let _ = std::fs::remove_dir_all(&folder);
        drop((book, hold));
        let (mut again, hold) = open(&folder, &world).expect("made");
        for earlier in 1..=number {
            again.change(truth::change(earlier), &texts).expect("written");
        }
        drop((again, hold));
    }
    Figure {
        row: "F13",
        figures: format!("changes={n} jumps=±10_years,summer_time wrong_order_or_text={wrong}"),
        holds: wrong == 0,
    }
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(0.0)
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// Bytes this program has read and written so far, by its own calls; nothing where the system does not count them. Unlike a time, they are the
/// same on a busy machine.
fn traffic() -> (u64, u64) {
    let text = std::fs::read_to_string("/proc/self/io").unwrap_or_default();
    let of =
        |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok()).unwrap_or_default();
    (of("rchar:"), of("wchar:"))
}

/// What a book of some length costs: bytes for opening it with its first page, bytes and time of a key press in an ordinary line and in a text
/// as long as may be.
struct Costs {
    open_bytes: u64,
    open_ms: f64,
    key_bytes: u64,
    key_ms: f64,
    long_bytes: u64,
    long_ms: f64,
    refused: bool,
    /// Opening it when there had never been a backup: all of the journal is read.
    without_backup: u64,
}

/// As long as a text may be, nearly.
const LONG: usize = 999_000;

fn costs(revisions: u64) -> Costs {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let texts = truth::texts();
    let world = World::real();
    let (mut book, hold) = open(&folder, &world).expect("made");
    book.connection().execute_batch("PRAGMA synchronous = OFF").expect("only to get there sooner");
    for number in 1..=revisions {
        book.change(truth::change(number), &texts).expect("written");
    }
    book.close().expect("closed");
    drop(hold);
    let before = traffic().0;
    let (mut book, hold) = open(&folder, &world).expect("opens");
    let without_backup = traffic().0 - before;
    // As the app does: a journal begins anew with each backup.
    backup::make_if_due(&mut book, &hold, Moment::Close).expect("made");
    book.close().expect("closed");
    drop(hold);
    let mut opened = Vec::new();
    let mut read = Vec::new();
    for _ in 0..5 {
        let (since, before) = (Instant::now(), traffic().0);
        let (book, hold) = open(&folder, &world).expect("opens");
        book.contents(&texts).expect("read");
        book.page("well.page", &texts).expect("read");
        opened.push(milliseconds(since));
        read.push(traffic().0 - before);
        book.close().expect("closed");
        drop(hold);
    }
    let (mut book, _hold) = open(&folder, &world).expect("opens");
    let too_long = Change::WriteLine { id: truth::id(1), text: "å".repeat(5_000_000) };
    let refused = matches!(book.change(too_long, &texts), Err(Error::TooLong { .. }));
    let mut keys = |length: usize| {
        let (mut times, mut written) = (Vec::new(), Vec::new());
        for press in 0..9 {
            let text = format!("{}{press}", "ord ".repeat(length / 4));
            let (since, before) = (Instant::now(), traffic().1);
            book.change(Change::WriteLine { id: truth::id(2), text }, &texts).expect("written");
            times.push(milliseconds(since));
            written.push(traffic().1 - before);
        }
        written.sort_unstable();
        (written[written.len() / 2], middle(times))
    };
    let ((key_bytes, key_ms), (long_bytes, long_ms)) = (keys(100), keys(LONG));
    read.sort_unstable();
    let (open_bytes, open_ms) = (read[read.len() / 2], middle(opened));
    Costs { open_bytes, open_ms, key_bytes, key_ms, long_bytes, long_ms, refused, without_backup }
}

/// A book of `n` revisions beside one of a tenth: neither opening nor a key press may grow with the length of the record, and a long text may not
/// cost more than a fixed number of times itself. Asserted in bytes; the times are told.
pub fn f14(n: u64) -> Figure {
    let (small, large) = (costs(n.div_ceil(10)), costs(n));
    let counted = large.open_bytes > 0 && large.key_bytes > 0;
    // The trees are a level deeper, and the last page of the record may be fuller.
    let flat = |small: u64, large: u64| large * 2 <= small * 3 + 128 * 1024;
    let times_itself = large.long_bytes as f64 / LONG as f64;
    let figures = format!(
        "revisions={} and {n}: open_and_first_page_KiB={} and {}, key_KiB={} and {}, key_in_1_MB_writes={times_itself:.1} times the text; told: open_ms={:.1} and {:.1}, key_ms={:.2} and {:.2}, key_in_1_MB_ms={:.1}; 10_MB_refused_in_words={} (a journal that never begins anew is caught: {} KiB)",
        n.div_ceil(10),
        small.open_bytes / 1024,
        large.open_bytes / 1024,
        small.key_bytes / 1024,
        large.key_bytes / 1024,
        small.open_ms,
        large.open_ms,
        small.key_ms,
        large.key_ms,
        large.long_ms,
        large.refused,
        large.without_backup / 1024
    );
    let caught = !flat(small.open_bytes, large.without_backup);
    let grows_not = flat(small.open_bytes, large.open_bytes) && flat(small.key_bytes, large.key_bytes);
    Figure { row: "F14", figures, holds: large.refused && (!counted || (grows_not && caught && times_itself <= 8.0)) }
}

/// Text goes in and comes out again as the same text, or is refused in words. Printing is tested in crates/pdf.
pub fn f15() -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut book, _hold) = open(&dir.path().join("bog"), &World::real()).expect("made");
    let texts = truth::texts();
    // What went in, and what must come out; none: what comes out has no zero in it.
    let cases: [(&str, Option<&str>); 9] = [
        ("مرحبا بالعالم ١٢٣", Some("مرحبا بالعالم ١٢٣")),
        ("abc \u{202e}cba\u{202c} abc", Some("abc \u{202e}cba\u{202c} abc")),
        ("👩‍👩‍👧‍👦 🏳️‍🌈 🫠", Some("👩‍👩‍👧‍👦 🏳️‍🌈 🫠")),
        ("a\u{30a} ae\u{301} Z\u{351}\u{36b}", None),
        ("før\0efter", None),
        ("\u{feff}først", None),
        ("#*_$<>`\\{}[]&\"'%", Some("#*_$<>`\\{}[]&\"'%")),
        ("<script>alert(1)</script>", Some("<script>alert(1)</script>")),
        ("to\nlinjer", None),
    ];
    let mut right = 0;
    let all = cases.len() + 1;
    for (at, (text, expected)) in cases.iter().enumerate() {
        let id = truth::id(100 + at as u64);
        let change = Change::AddLine {
            id: id.clone(),
            section: "well.like".into(),
            prompt: String::new(),
            text: (*text).to_string(),
            place: Place::Last,
        };
        let came = match book.change(change, &texts) {
            Ok(_) => {
                let sql = "SELECT text FROM entry WHERE id = ?1";
                let found: String = book.connection().query_row(sql, [&id], |row| row.get(0)).expect("read");
                expected.map_or(!found.contains('\0') && !found.is_empty(), |expected| found == expected)
            }
            Err(error) => !error.message(&texts).is_empty(),
        };
        if !came {
            eprintln!("{text:?} does not come out as it went in");
        }
        right += usize::from(came);
    }
    let lone = r#"{"kind":"writeLine","id":"x","text":"\ud800"}"#;
    right += usize::from(serde_json::from_str::<Change>(lone).is_err());
    let figures =
        format!("texts={right} of {all} (RTL, bidi, ZWJ emoji, combining marks, NUL, BOM, markup, lone surrogate)");
    Figure { row: "F15", figures, holds: right == all }
}
