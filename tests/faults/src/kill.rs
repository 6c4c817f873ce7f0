//! F1: the program is killed at any moment while typing. F11: two programs, and a lock left behind.

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::truth::{self, Wrong};
use crate::writer::{Weak, last_acknowledged};
use holdepunkt_core::error::Error;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

pub fn again(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn writer(folder: &Path, weak: Weak) -> Child {
    again(&["writer", &folder.to_string_lossy(), "0", weak.word()]).spawn().expect("started")
}

/// One kill; gives the last acknowledged change and what was found.
fn one(folder: &Path, weak: Weak, chance: &mut Chance) -> (u64, Result<u64, Wrong>) {
    let mut child = writer(folder, weak);
    let mut out = BufReader::new(child.stdout.take().expect("piped"));
    let mut said = String::new();
    out.read_line(&mut said).expect("told");
    std::thread::sleep(Duration::from_micros(chance.below(120_000)));
    child.kill().expect("killed");
    child.wait().expect("ended");
    out.read_to_string(&mut said).expect("told");
    // A line may have been cut off in the pipe.
    let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let acknowledged = last_acknowledged(whole).unwrap_or(0);
    match truth::open(folder) {
        Ok(open) => (acknowledged, truth::judge(&open.book, acknowledged)),
        Err(_) => (acknowledged, Err(Wrong::Pages)),
    }
}

/// `n` kills, twenty to a book; gives changes acknowledged and kills after which something was wrong.
fn kills(n: u64, weak: Weak, chance: &mut Chance) -> (u64, u64) {
    let (mut acknowledged, mut wrong) = (0, 0);
    let mut dir = tempfile::tempdir().expect("a folder");
    let mut before = 0;
    for round in 0..n {
        if round % 20 == 0 {
            dir = tempfile::tempdir().expect("a folder");
            before = 0;
        }
        let (last, found) = one(&dir.path().join("bog"), weak, chance);
        acknowledged += last.saturating_sub(before);
        wrong += u64::from(found.is_err());
        before = found.unwrap_or(last);
    }
    (acknowledged, wrong)
}

pub fn f1(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let (acknowledged, wrong) = kills(n, Weak::Not, &mut chance);
    // Chance decides whether a kill falls between telling and doing: until it was seen, and not for ever.
    let (mut proof, mut noticed) = (0, 0);
    while proof < n / 5 || (noticed == 0 && proof < 200) {
        proof += 5;
        noticed += kills(5, Weak::Early, &mut chance).1;
    }
    let figures = format!(
        "kills={n} saves={acknowledged} lost_or_damaged={wrong} (a writer that tells too early is caught: {noticed} of {proof})"
    );
    Figure { row: "F1", figures, holds: wrong == 0 && noticed > 0 && acknowledged > 0 }
}

/// Tries to open the book and says how it went.
pub fn second_process(folder: &str) -> ExitCode {
    let code = match truth::open(Path::new(folder)) {
        Ok(_) => 0,
        Err(Error::AlreadyOpen) => 6,
        Err(_) => 9,
    };
    ExitCode::from(code)
}

pub fn f11(n: u64) -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let (mut refused, mut let_in, mut wrong, mut slowest) = (0_u64, 0_u64, 0_u64, Duration::ZERO);
    for _ in 0..n {
        let mut child = writer(&folder, Weak::Not);
        let mut out = BufReader::new(child.stdout.take().expect("piped"));
        let mut said = String::new();
        out.read_line(&mut said).expect("told");
        let asked = Instant::now();
        let second = again(&["open", &folder.to_string_lossy()]).status().expect("ran");
        slowest = slowest.max(asked.elapsed());
        refused += u64::from(second.code() == Some(6));
        child.kill().expect("killed");
        child.wait().expect("ended");
        out.read_to_string(&mut said).expect("told");
        let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
        // The lock of a program that is gone is none.
        match truth::open(&folder) {
            Ok(open) => {
                let_in += 1;
                wrong += u64::from(truth::judge(&open.book, last_acknowledged(whole).unwrap_or(0)).is_err());
            }
            Err(_) => wrong += 1,
        }
    }
    let figures = format!(
        "rounds={n} refused={refused} slowest_ms={} stale_lock_opened={let_in} damaged={wrong}",
        slowest.as_millis()
    );
    Figure { row: "F11", figures, holds: refused == n && let_in == n && wrong == 0 && slowest < Duration::from_secs(1) }
}
