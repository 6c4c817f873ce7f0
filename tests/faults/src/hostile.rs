//! F16: files made to hurt, offered to a book of its own in a program of its own: bombs, names that lead out of the folder,
//! markup, forged authors, and mutations of a good file. Each is refused in words or taken in as one step that can be taken back;
//! nothing is written outside the book's folder, and memory stays within bounds. What is refused why: crates/core/tests/exchange.

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::kill::again;
use crate::parsers::mutated;
use crate::truth::{self, OpenBook};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::{self, FileFault, Parcel, sealed};
use holdepunkt_core::going::Going;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Bytes the whole program may take, KiB.
const MOST_MEMORY: u64 = 200 * 1024;

/// `import FOLDER FILE`: takes the file into the book as a person would who says yes to everything, and takes it back.
pub fn import(folder: &str, file: &str) -> ExitCode {
    let bytes = fs::read(file).expect("read");
    let OpenBook { mut book, .. } = truth::open(Path::new(folder)).expect("opens");
    let texts = truth::texts();
    let before = exchange::write::whole(book.connection()).expect("told");
    let told = match look_at(&bytes) {
        Err(fault) => format!("refused {}", fault.message(&texts).is_empty()),
        Ok(parcel) => {
            let arriving = book.arriving(&parcel, &Going::default(), &texts).expect("shown");
            let chosen = exchange::bring::Chosen {
                ids: ["entry", "person"].iter().flat_map(|table| parcel.keys(table)).map(str::to_string).collect(),
                mine: arriving.mine,
            };
            match book.bring_some(&parcel, &chosen, &Going::default(), &texts) {
                Ok(_) => {
                    book.undo(&texts).map(drop).or_else(nothing).expect("taken back");
                    "taken false".to_string()
                }
                Err(error) => format!("refused {}", error.message(&texts).is_empty()),
            }
        }
    };
    let same = same_book(&before, &exchange::write::whole(book.connection()).expect("told"));
    book.verify_chain().expect("the record holds together");
    println!("{told} same {same} {}", peak_memory());
    ExitCode::SUCCESS
}

/// As the screen does: a locked file is looked at before anyone types words, and nobody here has any.
fn look_at(bytes: &[u8]) -> Result<Parcel, FileFault> {
    if sealed::is_sealed(bytes) {
        return Err(sealed::look(bytes).err().unwrap_or(FileFault::Words));
    }
    exchange::read(bytes)
}

fn nothing(error: Error) -> Result<(), Error> {
    if matches!(error, Error::NothingToUndo) { Ok(()) } else { Err(error) }
}

/// What is written is the same; the history tells that something came and went.
fn same_book(before: &str, after: &str) -> bool {
    let written = |file: &str| file.split_once("\"history\"").map(|(written, _)| written.to_string());
    written(before) == written(after)
}

/// The most memory this program has had, in KiB.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// A book with lines and a history, in the open format.
fn good_file() -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let mut open = truth::open(&dir.path().join("bog")).expect("made");
    let texts = truth::texts();
    (1..=10).for_each(|number| drop(open.book.change(truth::change(number), &texts).expect("written")));
    exchange::write::whole(open.book.connection()).expect("told")
}

fn made_to_hurt(good: &str) -> Vec<Vec<u8>> {
    let id = truth::id(1);
    let bent = |from: &str, to: &str| good.replace(from, to).into_bytes();
    let odd = "<script>alert(1)</script> <img src=x onerror=alert(1)> #read(\\\"/etc/passwd\\\") #import \\\"@preview/x:1.0.0\\\" ../../.bashrc";
    vec![
        vec![b'['; 20 * 1024 * 1024],
        vec![b' '; 20 * 1024 * 1024 + 1],
        format!("{{\"format\":[{}0]}}", "0,".repeat(9_000_000)).into_bytes(),
        good.replacen("\"entry\":[", &format!("\"entry\":[{}", "{},".repeat(900_000)), 1).into_bytes(),
        good.replacen("\"text\":\"", &format!("\"text\":\"{}", "a".repeat(19_000_000)), 1).into_bytes(),
        format!("{{\"a\":{}0{}}}", "{\"a\":".repeat(100_000), "}".repeat(100_000)).into_bytes(),
        bent(&id, "../../../../etc/passwd"),
        bent(&id, "x'; DROP TABLE entry; --"),
        bent("ændring", odd),
        bent("\"author\":\"me\"", "\"author\":\"læge\""),
        bent("\"by\":\"me\"", "\"by\":\"læge\""),
        bent("\"number\":1", "\"number\":9223372036854775807"),
        bent("\"number\":1", "\"number\":9223372036854775808"),
        bent("\"version\":\"1.0\"", "\"version\":\"2.0\""),
        bent("ændring", "\\u0000\\ud83d\\ude00\\u202e"),
        bent("ændring", "\\ud800"),
        b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 63\n".to_vec(),
        locked(63, 1),
        locked(17, 300_000),
        format!("-----BEGIN AGE ENCRYPTED FILE-----\n{}", "A".repeat(20_000_000)).into_bytes(),
        b"PK\x03\x04".to_vec(),
        Vec::new(),
    ]
}

/// The head of a file that asks for this much work, so many times.
fn locked(work: u8, times: usize) -> Vec<u8> {
    let lock = format!("-> scrypt {} {work}\n{}\n", "A".repeat(22), "A".repeat(43)).repeat(times);
    format!("age-encryption.org/v1\n{lock}--- {}\n{}", "A".repeat(43), "0".repeat(64)).into_bytes()
}

/// All files below a folder.
fn files_below(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        if entry.path().is_dir() {
            found.extend(files_below(&entry.path()));
        }
        found.insert(entry.path());
    }
    found
}

pub fn f16(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let good = good_file();
    let mut files = made_to_hurt(&good);
    let made = files.len();
    files.extend((0..n).map(|_| mutated(good.as_bytes(), &mut chance)));
    let dir = tempfile::tempdir().expect("a folder");
    let (mut refused, mut taken, mut wrong, mut most, mut slowest) = (0_u64, 0_u64, 0_u64, 0_u64, 0_u128);
    for (at, bytes) in files.iter().enumerate() {
        let (folder, file) = (dir.path().join("bog"), dir.path().join("file"));
        let _ = fs::remove_dir_all(&folder);
        drop(truth::open(&folder).expect("made"));
        fs::write(&file, bytes).expect("written");
        let before: BTreeSet<PathBuf> =
            files_below(dir.path()).into_iter().filter(|path| !path.starts_with(&folder)).collect();
        let since = Instant::now();
        let ended =
            again(&["import", &folder.to_string_lossy(), &file.to_string_lossy()]).current_dir(dir.path()).output();
        slowest = slowest.max(since.elapsed().as_millis());
        let said = String::from_utf8_lossy(&ended.expect("ran").stdout).into_owned();
        let words: Vec<&str> = said.split_whitespace().collect();
        let after: BTreeSet<PathBuf> =
            files_below(dir.path()).into_iter().filter(|path| !path.starts_with(&folder)).collect();
        let [how, "false", "same", "true", memory] = words[..] else {
            eprintln!("file {at}: {said:?}");
            wrong += 1;
            continue;
        };
        let memory = memory.parse().unwrap_or(u64::MAX);
        if memory > MOST_MEMORY || before != after {
            eprintln!("file {at} of {} bytes: {memory} KiB, files outside: {}", bytes.len(), before != after);
            wrong += 1;
        }
        most = most.max(memory);
        refused += u64::from(how == "refused");
        taken += u64::from(how == "taken");
    }
    let figures = format!(
        "made_to_hurt={made} mutated={n} refused_in_words={refused} taken_and_taken_back={taken} wrong={wrong} most_memory_mib={} slowest_ms={slowest}",
        most / 1024
    );
    Figure { row: "F16", figures, holds: wrong == 0 && taken > 0 && refused > 0 }
}
