//! F17: every parser of bytes that others could have made is fed with damaged and invented input: it answers or refuses,
//! never ends the program. The kept corpus of the fuzz targets first, then mutations of it, repeatable and on the stable
//! compiler. Coverage-guided runs are `fuzz/run` (docs/decisions/0021). Not here: what a parser promises (`targets`).

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::truth;
use holdepunkt_core::change::Change;
use holdepunkt_core::exchange;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::history::changeset;
use holdepunkt_core::journal::{Journal, Mark, write_record};
use holdepunkt_core::keys::{self, Cost, KeyBytes, NewLock};
use holdepunkt_core::store::revision::Revision;
use holdepunkt_core::world::World;
use holdepunkt_faults::targets::{self, JOURNAL_KEY, Target};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const ODD: [&str; 14] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\n",
    "\r",
    "sum ",
    "{",
    "\"",
    "-1",
    "9223372036854775808",
    "1e999",
    "Å",
    "\\ud800",
    "[[[[[[",
];

const LINE: &str = "00000000-0000-4000-8000-000000000001";

const CHANGES: &str = r#"[
 {"kind":"addLine","id":"00000000-0000-4000-8000-000000000001","section":"signs.inner","prompt":"","text":"å","place":{"at":"last"}},
 {"kind":"writeLine","id":"00000000-0000-4000-8000-000000000001","text":"gå en tur"},
 {"kind":"writeBecause","id":"00000000-0000-4000-8000-000000000001","because":"det hjælper"},
 {"kind":"markLine","id":"00000000-0000-4000-8000-000000000001","mark":"private","on":true},
 {"kind":"moveLine","id":"00000000-0000-4000-8000-000000000001","place":{"at":"first"}},
 {"kind":"addPerson","id":"00000000-0000-4000-8000-000000000002","fields":{"name":"Mette","phone":"12345678"},"place":{"at":"last"}},
 {"kind":"addLink","id":"00000000-0000-4000-8000-000000000003","from":"00000000-0000-4000-8000-000000000001","toKind":"person","to":"00000000-0000-4000-8000-000000000002"},
 {"kind":"removeLine","id":"00000000-0000-4000-8000-000000000001"},
 {"kind":"addChapter","id":"00000000-0000-4000-8000-000000000004","title":"Mit eget"},
 {"kind":"pasteLines","section":"toolbox.tools","text":"- en\n- to","place":{"at":"last"}},
 {"kind":"hideChapter","id":"angry","hidden":true},
 {"kind":"nameMe","name":"Anna"}]"#;

/// Something good for every target to begin with.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let text = |text: &str| vec![text.as_bytes().to_vec()];
    let world = World::real();
    match name {
        "key_file" => [NewLock::Passphrase("frø".into()), NewLock::Open]
            .iter()
            .map(|lock| keys::create(lock, Cost::CHEAP, &world).expect("keys").file.text().as_bytes().to_vec())
            .collect(),
        "recovery_words" => {
            let made = keys::create(&NewLock::Passphrase("frø".into()), Cost::CHEAP, &world).expect("keys");
            text(&made.words.expect("words").words().join(" "))
        }
        "journal_file" => vec![journal_of(&[revision(1), revision(2), revision(3)])],
        "journal_record" => vec![write_record(&revision(7), &written())],
        "preferences" => text(
            r#"{"language":"en","theme":"dark","textSize":175,"wideSpacing":true,"calmMotion":false,"region":"x","idleMinutes":15,"hideNote":"told","sheetMade":"2026-11-22","sheetAsks":true}"#,
        ),
        "card" => text(
            r#"{"signs":[{"id":"a","text":"sover dårligt"}],"tools":[{"id":"b","text":"gå en tur"}],"people":[{"id":"c","name":"Mette","phone":"12345678"}]}"#,
        ),
        "backup_names" => text("000001-r12-20261122-201500\n000002-r40-20261128-080000\nunfinished-000003"),
        "pasted_text" => text("• en\n1. to\r\n2) tre\n\to fire\u{2028}- [ ] fem\u{feff}\n24. december\na\tb"),
        "field_text" => text("A\u{30a}rhus\r\nto\u{85}tre \u{200b}\0"),
        "changeset" => vec![written()],
        "changes" => text(CHANGES),
        "open_format" => text(&small_file()),
        "handover" => vec![HANDOVER.to_vec()],
        _ => Vec::new(),
    }
}

/// What is inside a hand-over: its head, a section, a line with somebody else's name, a person.
const HANDOVER: &[u8] = include_bytes!("../../../fuzz/corpus/handover/seed-0");

/// A small book in the open format: what the changes above leave.
fn small_file() -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let mut open = truth::open(&dir.path().join("bog")).expect("made");
    let changes: Vec<Change> = serde_json::from_str(CHANGES).expect("changes");
    changes.into_iter().for_each(|change| drop(open.book.change(change, &truth::texts()).expect("made")));
    exchange::write::whole(open.book.connection()).expect("told")
}

fn written() -> Vec<u8> {
    changeset::line_written("text", LINE, "før", "efter")
}

fn revision(seq: i64) -> Revision {
    let link = vec![u8::try_from(seq).expect("few"); 32];
    Revision {
        seq,
        what: "write-line".into(),
        entry: LINE.into(),
        digest: link.clone(),
        chain: link,
        ..Revision::default()
    }
}

fn journal_of(revisions: &[Revision]) -> Vec<u8> {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(dir.path()).expect("a name");
    let (world, key) = (World::real(), KeyBytes::from(Zeroizing::new(JOURNAL_KEY)));
    let mut journal = Journal::begin(&folder, key, &Mark::default(), &[], &world).expect("begun");
    revisions.iter().for_each(|revision| journal.append(&[(revision.clone(), written())], &world).expect("appended"));
    fs::read(folder.journal()).expect("read")
}

/// `seeds FOLDER`: writes what every target begins with, for a corpus that has nothing yet.
pub fn write_seeds(folder: &str) {
    for target in targets::ALL {
        let of_target = Path::new(folder).join(target.name);
        fs::create_dir_all(&of_target).expect("made");
        for (at, seed) in seeds(target.name).iter().enumerate() {
            fs::write(of_target.join(format!("seed-{at}")), seed).expect("written");
        }
    }
}

/// The kept corpus of a target, in the order of its names.
fn kept(name: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("read")).collect()
}

pub fn mutated(seed: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.index(bytes.len() + 1);
        let end = (at + chance.index(24)).min(bytes.len());
        match chance.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part.repeat(1 + chance.index(60)));
            }
            4 => drop(bytes.splice(at..at, ODD[chance.index(ODD.len())].bytes())),
            5 => {
                let random: Vec<u8> = (0..chance.below(16)).map(|_| chance.next().to_le_bytes()[0]).collect();
                bytes.splice(at..end, random);
            }
            _ => {
                let last = bytes.len().saturating_sub(1);
                bytes.rotate_left(at.min(last));
            }
        }
    }
    bytes
}

/// False when it ended with a panic, which is then told.
fn survives(target: &Target, input: &[u8]) -> bool {
    let ended = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    if ended.is_err() {
        eprintln!("{}: {:?}", target.name, String::from_utf8_lossy(input));
    }
    ended.is_ok()
}

/// The kept corpus and `n` mutations of it for each parser; of the slow ones, which write a book, a fiftieth.
pub fn f17(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let (mut executions, mut crashes, mut corpus) = (0_u64, 0_u64, 0_u64);
    for target in targets::ALL {
        let mut good = kept(target.name);
        corpus += good.len() as u64;
        good.extend(seeds(target.name));
        let tries = if ["changes", "open_format", "handover"].contains(&target.name) { n / 50 } else { n };
        let mutations = (0..tries).map(|_| mutated(&good[chance.index(good.len())], &mut chance));
        for input in mutations.collect::<Vec<_>>().iter().chain(&good) {
            executions += 1;
            crashes += u64::from(!survives(&target, input));
        }
    }
    let parsers = targets::ALL.len();
    let figures = format!("executions={executions} kept_inputs={corpus} crashes={crashes} parsers={parsers}");
    Figure { row: "F17", figures, holds: crashes == 0 }
}
