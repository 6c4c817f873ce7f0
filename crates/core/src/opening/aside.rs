//! A book that nobody can unlock is set aside, whole and as it is, so that a new one can be begun. It is never
//! overwritten: it opens again with `--data-dir` on the day its words turn up. Not here: asking whether it is wanted.

use super::lock::enter_to_write;
use super::{Look, look};
use crate::error::Error;
use crate::folder::{Folder, flush_folder_of, make_private};
use crate::world::World;
use std::fs;
use std::path::{Path, PathBuf};

/// All that belongs to the book and not to the screen. The last two go last: as long as they lie there, the folder holds
/// a book and nothing new is begun over a half-moved one.
const BELONGING: [&str; 19] = [
    "card.json",
    "rekey.new",
    "rekey.ready",
    "book.suspect",
    "book.db.restored",
    "journal.new",
    "backups",
    "journal",
    "journal.old",
    "high-water",
    "reserve",
    "book.keys.damaged",
    "book.keys.bak.damaged",
    "book.db.new",
    "book.db-journal",
    "book.db-wal",
    "book.keys.bak",
    "book.keys",
    "book.db",
];
const PREFIX: &str = "locked-";
/// What a folder is called until everything is in it.
const MOVING: &str = ".moving";

/// Moves the locked book into `locked-2026-11-22` inside the data folder and gives that folder.
///
/// # Errors
/// [`Error::NotHere`] when there is no locked book; [`Error::AlreadyOpen`], [`Error::ReadOnly`] … Stopped half-way, it
/// is carried to its end by [`finish_setting_aside`].
pub fn set_aside(folder: &Folder, world: &World) -> Result<PathBuf, Error> {
    if look(folder)? != Look::Locked {
        return Err(Error::NotHere("setting a book aside"));
    }
    let _held = enter_to_write(folder)?;
    let target = free_name(folder, &world.now().format("%Y-%m-%d").to_string())?;
    let moving = with_ending(&target);
    make_private(&moving, false)?;
    flush_folder_of(&moving)?;
    carry(folder, &moving, &target)
}

/// Ends what a power cut stopped. Does nothing in almost every start.
///
/// # Errors
/// As [`set_aside`].
pub fn finish_setting_aside(folder: &Folder) -> Result<(), Error> {
    let Ok(entries) = fs::read_dir(folder.path()) else { return Ok(()) };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(whole) = name.strip_suffix(MOVING).filter(|whole| whole.starts_with(PREFIX)) else { continue };
        let _held = enter_to_write(folder)?;
        carry(folder, &entry.path(), &folder.path().join(whole))?;
    }
    Ok(())
}

fn carry(folder: &Folder, moving: &Path, target: &Path) -> Result<PathBuf, Error> {
    // With the book itself in its new place only the name is left to do: what lies in the folder now is another's.
    let left = if moving.join("book.db").try_exists()? { &[][..] } else { &BELONGING[..] };
    for name in left {
        let (from, to) = (folder.path().join(name), moving.join(name));
        // Nothing is ever put over something that was moved before.
        if from.try_exists()? && !to.try_exists()? {
            fs::rename(from, to)?;
        }
    }
    flush_folder_of(&moving.join("book.db"))?;
    fs::rename(moving, target)?;
    flush_folder_of(target)?;
    Ok(target.to_path_buf())
}

fn free_name(folder: &Folder, day: &str) -> Result<PathBuf, Error> {
    for number in 1..1000 {
        let name = if number == 1 { format!("{PREFIX}{day}") } else { format!("{PREFIX}{day}-{number}") };
        let target = folder.path().join(name);
        if !target.try_exists()? && !with_ending(&target).try_exists()? {
            return Ok(target);
        }
    }
    Err(Error::NotHere("setting a book aside"))
}

fn with_ending(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(MOVING);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Cost, NewLock, Secret};
    use crate::opening;

    fn on_the_22nd() -> World {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T20:00:00+01:00").expect("a time");
        World::with_clock(move || now)
    }

    fn locked_book() -> (tempfile::TempDir, Folder, String) {
        let above = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(&above.path().join("data")).expect("a name");
        let lock = NewLock::Passphrase("rolig have".into());
        let (opened, words) = opening::create(&folder, &lock, Cost::CHEAP, &on_the_22nd()).expect("made");
        opened.close().expect("closed");
        fs::write(folder.path().join("preferences.json"), "{}").expect("written");
        fs::write(folder.path().join("mine.txt"), "not the book's").expect("written");
        fs::write(folder.card(), "{}").expect("written");
        (above, folder, words.expect("words").words().join(" "))
    }

    #[test]
    fn a_locked_book_is_kept_whole_beside_a_new_one_and_opens_when_its_words_turn_up() {
        let (_above, folder, words) = locked_book();
        let aside = set_aside(&folder, &on_the_22nd()).expect("set aside");
        assert!(aside.ends_with("locked-2026-11-22"));
        assert_eq!(look(&folder).expect("seen"), Look::Nothing, "a new book can be begun");
        for kept in ["preferences.json", "mine.txt"] {
            assert!(folder.path().join(kept).exists(), "{kept} is not the book's");
        }
        assert!(!folder.card().exists(), "lines of that book are not shown before the next");
        let kept = Folder::at(&aside).expect("a name");
        opening::open(&kept, &Secret::Words(words.into()), &on_the_22nd()).expect("opens").close().expect("closed");
    }

    #[test]
    fn the_second_book_of_a_day_gets_a_folder_of_its_own() {
        let (_above, folder, _) = locked_book();
        let first = set_aside(&folder, &on_the_22nd()).expect("set aside");
        let before = fs::read(first.join("book.db")).expect("there");
        let lock = NewLock::Passphrase("en anden".into());
        let (opened, _) = opening::create(&folder, &lock, Cost::CHEAP, &on_the_22nd()).expect("made");
        opened.close().expect("closed");
        let second = set_aside(&folder, &on_the_22nd()).expect("set aside");
        assert!(second.ends_with("locked-2026-11-22-2"));
        assert_eq!(fs::read(first.join("book.db")).expect("there"), before, "nothing is put over the first");
    }

    #[test]
    fn stopped_at_any_step_it_is_carried_to_its_end_and_nothing_is_lost() {
        for steps in 0..=BELONGING.len() {
            let (_above, folder, words) = locked_book();
            let moving = folder.path().join("locked-2026-11-22.moving");
            fs::create_dir(&moving).expect("made");
            for name in BELONGING.iter().take(steps).filter(|name| folder.path().join(name).exists()) {
                fs::rename(folder.path().join(name), moving.join(name)).expect("moved");
            }
            finish_setting_aside(&folder).expect("finished");
            assert_eq!(look(&folder).expect("seen"), Look::Nothing, "after {steps} steps");
            let kept = Folder::at(&folder.path().join("locked-2026-11-22")).expect("a name");
            let opened = opening::open(&kept, &Secret::Words(words.into()), &on_the_22nd());
            opened.expect("the words open it").close().expect("closed");
        }
    }

    #[test]
    fn a_book_that_was_begun_meanwhile_is_never_carried_away() {
        let (_above, folder, _) = locked_book();
        let aside = set_aside(&folder, &on_the_22nd()).expect("set aside");
        fs::rename(&aside, with_ending(&aside)).expect("as if the last step was stopped");
        let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &on_the_22nd()).expect("made");
        opened.close().expect("closed");
        finish_setting_aside(&folder).expect("finished");
        assert_eq!(look(&folder).expect("seen"), Look::Open);
        assert!(aside.join("book.db").exists());
    }

    #[test]
    fn an_open_book_or_none_is_not_set_aside() {
        let above = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(&above.path().join("data")).expect("a name");
        assert!(matches!(set_aside(&folder, &on_the_22nd()), Err(Error::NotHere(_))));
        let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &on_the_22nd()).expect("made");
        opened.close().expect("closed");
        assert!(matches!(set_aside(&folder, &on_the_22nd()), Err(Error::NotHere(_))));
    }
}
