//! F5: a disk that is full at every step: a small disk of our own in memory, in a user namespace. The change that did not
//! fit is told, all before it are there, and once there is room the same change is made.

use crate::Figure;
use crate::chance::part;
use crate::kill::again;
use crate::truth;
use holdepunkt_core::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

pub fn f5(n: u64) -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let program = again(&["full-inside", &dir.path().to_string_lossy(), &n.to_string()]);
    let done = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c"])
        .arg("mount -t tmpfs -o size=4m tmpfs \"$1\" && shift && exec \"$@\"")
        .arg("sh")
        .arg(dir.path())
        .arg(program.get_program())
        .args(program.get_args())
        .stderr(Stdio::inherit())
        .output()
        .expect("unshare is part of util-linux");
    let said = String::from_utf8_lossy(&done.stdout).trim().to_string();
    if said.is_empty() {
        return Figure { row: "F5", figures: "no small disk can be mounted here: not tried".into(), holds: true };
    }
    Figure { row: "F5", figures: said, holds: done.status.success() }
}

/// More room than this is more than the book takes.
const MOST: u64 = 1536 * 1024;

/// One book for each amount of room, evenly from none; with 384 of them they are 4 KiB apart.
pub fn inside(disk: &str, n: u64) -> ExitCode {
    let (mut full, mut wrong, mut saves, mut not_made) = (0_u64, 0_u64, 0_u64, 0_u64);
    for step in 0..n {
        let folder = Path::new(disk).join("bog");
        let filler = Path::new(disk).join("filler");
        let _ = fs::remove_dir_all(&folder);
        // Another part tries the amounts between.
        fill(&filler, (step * MOST + part() % 16 * MOST / 16) / n);
        let (said_full, right, made, saved) = one(&folder, &filler);
        full += u64::from(said_full);
        wrong += u64::from(!right);
        not_made += u64::from(!made);
        saves += saved;
        let _ = fs::remove_file(&filler);
    }
    println!(
        "steps={n} full_and_told={full} of_these_no_room_for_a_book={not_made} saves_before={saves} lost_or_not_going_on={wrong}"
    );
    ExitCode::from(u8::from(wrong > 0 || full == 0))
}

/// Fills the disk but for `free` bytes.
fn fill(path: &Path, free: u64) {
    let mut file = fs::File::create(path).expect("made");
    let block = [7_u8; 4096];
    while file.write_all(&block).is_ok() {}
    let length = file.metadata().expect("there").len();
    file.set_len(length.saturating_sub(free) & !4095).expect("cut");
}

/// Full and told; all right; a book was made; changes acknowledged before.
fn one(folder: &Path, filler: &Path) -> (bool, bool, bool, u64) {
    let mut open = match truth::open(folder) {
        Ok(open) => open,
        Err(Error::DiskFull) => {
            fs::remove_file(filler).expect("room made");
            return (true, truth::open(folder).is_ok(), false, 0);
        }
        Err(error) => {
            eprintln!("making: {error:?}");
            return (false, false, false, 0);
        }
    };
    let texts = truth::texts();
    let mut number = 0;
    let said = loop {
        if number == 600 {
            break None;
        }
        match open.book.change(truth::change(number + 1), &texts) {
            Ok(_) => number += 1,
            Err(error) => break Some(error),
        }
    };
    let Some(said) = said else { return (false, truth::judge(&open.book, number).is_ok(), true, number) };
    let told = matches!(said, Error::DiskFull);
    if !told {
        eprintln!("after {number} saves: {said:?}");
    }
    let mut right = told && truth::agrees(&open.book, number).is_ok();
    fs::remove_file(filler).expect("room made");
    // Three goes on: the first may still be told no while the book tidies up.
    right &= (0..3).any(|_| open.book.change(truth::change(number + 1), &texts).is_ok());
    right &= open.book.close().is_ok();
    drop(open.hold);
    right &= truth::open(folder).is_ok_and(|open| truth::judge(&open.book, number + 1).is_ok());
    (told, right, true, number)
}
