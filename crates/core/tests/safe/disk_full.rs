//! A disk that is full, at every step: on a small one of its own (Linux with user namespaces; elsewhere it is said that it was not tried).
#![cfg(target_os = "linux")]

use crate::desk::{PASSPHRASE, lines, secret};
use holdepunkt_core::backup;
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Hold};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FOLDER: &str = "HOLDEPUNKT_TEST_FOLDER";
const LEFT: &str = "HOLDEPUNKT_TEST_LEFT";

fn line(book: &mut Book, text: &str) -> Result<(), Error> {
    let (id, section, prompt) = (World::real().id()?, "well.like".to_string(), String::new());
    let change = Change::AddLine { id, section, prompt, text: text.into(), place: Place::Last };
    book.change(change, &Texts::new(Language::Da)).map(drop)
}

/// Fills the disk until `left` bytes are free, more or less; gives the file to delete.
fn fill(beside: &Path, left: usize) -> PathBuf {
    let filler = beside.join("filler");
    let mut file = fs::File::create(&filler).unwrap();
    let block = [7; 4096];
    let mut written: u64 = 0;
    while file.write_all(&block).is_ok() {
        written += 4096;
    }
    file.set_len(written.saturating_sub(left as u64)).unwrap();
    filler
}

fn reopen(folder: &Folder, world: &World) -> Result<(Book, Hold), Error> {
    opening::open(folder, &secret(), world)?.book(world)
}

#[test]
#[ignore = "the program on the small disk of the test below"]
fn other_program_writes_until_the_disk_is_full() {
    let path = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let left: usize = std::env::var(LEFT).unwrap().parse().unwrap();
    let told = write_until_full(&path, left).unwrap_or_else(|error| format!("{error:?}"));
    writeln!(std::io::stdout(), "\ntold {told}").unwrap();
}

fn write_until_full(path: &Path, left: usize) -> Result<String, Error> {
    let world = World::real();
    let folder = Folder::at(path)?;
    let (opened, _) = opening::create(&folder, &NewLock::Passphrase(PASSPHRASE.into()), Cost::CHEAP, &world)?;
    let (mut book, hold) = opened.book(&world)?;
    let filler = fill(path.parent().unwrap(), left);
    let (mut saved, mut on_reserve) = (Vec::new(), 0);
    let long = "ord ".repeat(400);
    for number in 0.. {
        let text = format!("{number} {long}").trim_end().to_string();
        match line(&mut book, &text) {
            Ok(()) => {
                on_reserve += usize::from(book.is_on_reserve());
                saved.push(text);
            }
            Err(Error::DiskFull) => break,
            Err(error) => return Err(error),
        }
    }
    assert!(on_reserve > 20, "the last words fit into the reserve: {on_reserve}");
    assert_eq!(lines(&book), saved, "what was refused is not in the book");
    assert!(matches!(backup::make(&mut book, &hold), Err(Error::DiskFull)));
    assert!(backup::list(&folder)?.is_empty(), "no half backup");
    // The program ends here, however it ends.
    let closed = book.close();
    drop(hold);
    let reopened = reopen(&folder, &world);
    let opened_full = reopened.is_ok();
    if let Ok((book, hold)) = reopened {
        assert_eq!(lines(&book), saved, "still full, and everything is there");
        let _ = book.close();
        drop(hold);
    }
    fs::remove_file(filler)?;
    let (mut book, hold) = reopen(&folder, &world)?;
    assert_eq!(lines(&book), saved, "with room again everything is there");
    line(&mut book, "og videre")?;
    backup::make(&mut book, &hold)?;
    assert!(!book.is_on_reserve() && folder.reserve().exists(), "the reserve is made again");
    book.verify_chain()?;
    Ok(format!("all there, closed {}, opened while full {opened_full}", closed.is_ok()))
}

#[test]
fn on_a_full_disk_nothing_that_was_saved_is_lost_and_it_goes_on_with_room_again() {
    for left in (0..=65_536).step_by(16_384) {
        let dir = tempfile::tempdir().unwrap();
        let told = on_a_small_disk(dir.path(), left);
        if told.is_empty() {
            writeln!(std::io::stderr(), "no small disk can be mounted here: not tried").unwrap();
            return;
        }
        assert!(told.starts_with("told all there"), "{left} bytes left: {told}");
    }
}

fn on_a_small_disk(dir: &Path, left: usize) -> String {
    let script = "dir=$1; shift; mount -t tmpfs -o size=8m tmpfs \"$dir\" && exec \"$@\"";
    let mut child = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .arg(dir)
        .arg(std::env::current_exe().unwrap())
        .args(["disk_full::other_program_writes_until_the_disk_is_full", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, dir.join("bog"))
        .env(LEFT, left.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("unshare is part of util-linux");
    let out = BufReader::new(child.stdout.take().unwrap());
    let all: Vec<String> = out.lines().map_while(Result::ok).collect();
    let ended = child.wait().unwrap();
    match all.into_iter().find(|line| line.starts_with("told ")) {
        Some(told) if ended.success() => told,
        // 101: a test in the other program failed. Otherwise nothing could be mounted.
        _ if ended.code() == Some(101) => "the other program failed".to_string(),
        _ => String::new(),
    }
}
