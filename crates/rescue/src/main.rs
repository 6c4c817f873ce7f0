//! `holdepunkt-rescue`: check, export, restore and salvage a book without the app. What it is pointed at is copied first
//! and never changed; docs/rescue.md is the guide for a helper on the phone. Not here: what a book is (`holdepunkt-core`).

mod arguments;
mod check;
mod export;
mod readable;
mod restore;
mod salvage;
mod secret;
mod source;

use arguments::{Arguments, Asked, Task};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::Secret;
use holdepunkt_core::opening::past_checks::Keys;
use holdepunkt_core::world::World;
use holdepunkt_i18n::Texts;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What the program answers; the numbers are in the help and in docs/rescue.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Well = 0,
    Note = 1,
    Usage = 2,
    WrongSecret = 3,
    Damaged = 4,
    NotOurs = 5,
    Open = 6,
    CannotWrite = 7,
    NotThere = 8,
    Other = 9,
}

/// What every task works with.
pub struct Desk {
    pub texts: Texts,
    pub world: World,
}

/// A count as the words want it, which tell one from several.
pub fn counted(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}

impl Desk {
    pub fn say(&self, text: &str) {
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// Said now and then during long work: at every tenth part, and never for short work.
    pub fn progress(&self, done: u64, all: u64) {
        const LONG: u64 = 20_000;
        if all >= LONG && done > 0 && done < all && done.is_multiple_of(all / 10) {
            self.say(&self.texts.rescue_progress(&done.to_string(), &all.to_string()));
        }
    }

    fn refuse(&self, error: &Error) -> Answer {
        let _ = writeln!(std::io::stderr(), "{}\n{}", error.message(&self.texts), error.way_out(&self.texts));
        answer_to(error)
    }
}

fn answer_to(error: &Error) -> Answer {
    match error {
        Error::WrongSecret
        | Error::WrongWords
        | Error::UnknownWord(_)
        | Error::WordsDoNotMatch
        | Error::EmptyPassphrase => Answer::WrongSecret,
        Error::Damaged(_) | Error::KeysDamaged | Error::KeysMissing => Answer::Damaged,
        Error::Newer { .. } | Error::Foreign => Answer::NotOurs,
        Error::AlreadyOpen => Answer::Open,
        Error::DiskFull | Error::ReadOnly => Answer::CannotWrite,
        Error::BookMissing | Error::NoBook | Error::FolderMissing | Error::NoDataFolder => Answer::NotThere,
        _ => Answer::Other,
    }
}

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let language = arguments::language(&words, |name| std::env::var(name).ok());
    let desk = Desk { texts: Texts::new(language), world: World::real() };
    let answer = match arguments::read(&words) {
        Arguments::Do(asked) => task(&desk, &asked).unwrap_or_else(|error| desk.refuse(&error)),
        Arguments::Help => {
            desk.say(&desk.texts.rescue_help());
            Answer::Well
        }
        Arguments::Version => {
            desk.say(&format!("holdepunkt-rescue {}", env!("CARGO_PKG_VERSION")));
            Answer::Well
        }
        Arguments::Unclear(what) => {
            let help = desk.texts.rescue_help();
            let _ = writeln!(std::io::stderr(), "{}\n\n{help}", desk.texts.rescue_unclear(&what));
            Answer::Usage
        }
    };
    ExitCode::from(answer as u8)
}

/// # Errors
/// Whatever stops it; said to the person by the caller.
fn task(desk: &Desk, asked: &Asked) -> Result<Answer, Error> {
    let to = match (asked.task, &asked.to) {
        (Task::Check, _) => PathBuf::new(),
        (_, None) => {
            desk.say(&desk.texts.rescue_needs_target());
            return Ok(Answer::Usage);
        }
        (_, Some(to)) if to.exists() => {
            desk.say(&desk.texts.rescue_target_taken(&to.display().to_string()));
            return Ok(Answer::Usage);
        }
        (_, Some(to)) => to.clone(),
    };
    let Some(found) = source::find(&asked.book, asked.keys.as_deref()) else {
        desk.say(&desk.texts.rescue_not_found(&asked.book.display().to_string()));
        return Ok(Answer::NotThere);
    };
    if !asked.book.join("book.db").is_file() {
        desk.say(&desk.texts.rescue_using(&found.book.display().to_string()));
    }
    desk.say(&desk.texts.rescue_copying(&found.size().to_string()));
    let copied = found.copy(asked.task == Task::Restore || asked.task == Task::Export, &desk.world)?;
    let secret = secret_for(desk, asked, &copied.folder)?;
    desk.say(&desk.texts.rescue_unlocking());
    match asked.task {
        Task::Check => check::run(desk, &copied.folder, secret.as_ref()),
        Task::Export => export::run(desk, &copied.folder, secret.as_ref(), &to),
        Task::Restore => restore::run(desk, &copied.folder, secret.as_ref(), &to),
        Task::Salvage => salvage::run(desk, &copied.folder, secret.as_ref(), &to),
    }
}

/// None for a book without a lock.
fn secret_for(desk: &Desk, asked: &Asked, folder: &Folder) -> Result<Option<Secret>, Error> {
    if !Keys::need_a_secret(folder)? {
        return Ok(None);
    }
    match secret::get(&asked.way, &desk.texts) {
        Ok(secret) => Ok(Some(secret)),
        Err(error) => {
            desk.say(&desk.texts.rescue_no_secret());
            Err(error)
        }
    }
}

/// A new folder for its owner alone.
fn new_folder(path: &Path) -> Result<Folder, Error> {
    let folder = Folder::at(path)?;
    folder.prepare()?;
    Ok(folder)
}
