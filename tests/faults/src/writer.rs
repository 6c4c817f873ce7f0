//! The program that types: one change after the other, each told on standard output only when the book has answered.
//! Its settings can be weakened on purpose, so that the harness can show that it would notice.

use crate::truth::{self, OpenBook};
use holdepunkt_core::backup::{self, Moment};
use holdepunkt_core::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// How the writer is weakened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    Not,
    /// `PRAGMA synchronous = OFF` and no journal.
    Off,
    /// `PRAGMA synchronous = NORMAL` and no journal.
    Normal,
    /// Tells before the book has answered.
    Early,
    /// Not weakened: a backup at closing, as the app makes it.
    Backups,
}

impl Weak {
    pub fn word(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Off => "off",
            Self::Normal => "normal",
            Self::Early => "early",
            Self::Backups => "backups",
        }
    }
}

fn tell(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(format!("{text}\n").as_bytes()).and_then(|()| out.flush());
}

/// `writer FOLDER COUNT WEAK [retry]`; COUNT 0: until it is stopped. Closes the book when done.
pub fn main(words: &[&str]) -> ExitCode {
    let (folder, count) = (Path::new(words[0]), words[1].parse::<u64>().unwrap());
    let weak = [Weak::Off, Weak::Normal, Weak::Early, Weak::Backups].into_iter().find(|weak| weak.word() == words[2]);
    let weak = weak.unwrap_or(Weak::Not);
    match write(folder, count, weak, words.get(3) == Some(&"retry")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("error {error:?}"));
            ExitCode::from(9)
        }
    }
}

fn write(folder: &Path, count: u64, weak: Weak, retry: bool) -> Result<(), Error> {
    let OpenBook { mut book, hold, .. } = match weak {
        Weak::Not | Weak::Early | Weak::Backups => truth::open(folder)?,
        Weak::Off | Weak::Normal => truth::open_without_journal(folder)?,
    };
    match weak {
        Weak::Off => book.connection().execute_batch("PRAGMA synchronous = OFF")?,
        Weak::Normal => book.connection().execute_batch("PRAGMA synchronous = NORMAL")?,
        Weak::Not | Weak::Early | Weak::Backups => {}
    }
    let texts = truth::texts();
    let first = u64::from(book.revision()) + 1;
    tell(&format!("open {}", first - 1));
    for number in first.. {
        if count > 0 && number >= first + count {
            break;
        }
        if weak == Weak::Early {
            tell(&format!("ack {number}"));
        }
        let mut done = book.change(truth::change(number), &texts);
        if retry && done.is_err() {
            done = book.change(truth::change(number), &texts);
        }
        done?;
        if weak != Weak::Early {
            tell(&format!("ack {number}"));
        }
    }
    if weak == Weak::Backups {
        backup::make_if_due(&mut book, &hold, Moment::Close)?;
    }
    book.close()?;
    drop(hold);
    tell("closed");
    Ok(())
}

/// The number of the last change that was acknowledged in what the writer said; none when the book was never open.
pub fn last_acknowledged(said: &str) -> Option<u64> {
    said.lines().filter_map(|line| line.strip_prefix("ack ").or_else(|| line.strip_prefix("open "))?.parse().ok()).max()
}
