//! *Someone may know it*: another key, stopped at every step.

use crate::desk::{Desk, copy_all, lines, secret};
use holdepunkt_core::backup;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening::{self, Step};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};

const NEW: &str = "en helt anden sætning";

fn new_secret() -> Secret {
    Secret::Passphrase(NEW.into())
}

fn go_on(_: Step) -> Result<(), Error> {
    Ok(())
}

fn rekey(desk: &mut Desk, lock: &NewLock, at: &mut dyn FnMut(Step) -> Result<(), Error>) -> Result<String, Error> {
    let (mut book, hold) = desk.open.take().unwrap();
    let prepared = opening::prepare_rekey(&mut book, &hold, lock, Cost::CHEAP, &desk.world, at)?;
    let (opened, words) = opening::finish_rekey(book, hold, prepared, &desk.world, at)?;
    assert!(opened.report.is_quiet(), "{:?}", opened.report);
    desk.open = Some(opened.book(&desk.world)?);
    desk.backup();
    Ok(words.map(|words| words.words().join(" ")).unwrap_or_default())
}

fn refused(folder: &Folder, secret: &Secret) -> bool {
    opening::open(folder, secret, &World::real()).is_err_and(|error| error.is_about_the_secret())
}

#[test]
fn after_another_key_nothing_opens_with_the_old_passphrase_or_the_old_words() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("gå en tur");
    desk.backup();
    let before = desk.dir.path().join("before");
    copy_all(desk.folder.path(), &before);
    desk.line("synge");
    let old_words = Secret::Words(desk.words.clone().into());
    let words = rekey(&mut desk, &NewLock::Passphrase(NEW.into()), &mut go_on).unwrap();
    assert_eq!(desk.lines(), ["gå en tur", "synge"]);
    desk.book().verify_chain().unwrap();
    desk.book().undo(&texts).unwrap();
    desk.book().redo(&texts).unwrap();
    desk.close();
    assert_eq!(backup::list(&desk.folder).unwrap().len(), 1, "the copies under the old key are gone");
    let mut folders = vec![desk.folder.clone()];
    folders.extend(backup::list(&desk.folder).unwrap().iter().map(|kept| kept.folder().unwrap()));
    for folder in &folders {
        assert!(refused(folder, &secret()) && refused(folder, &old_words), "{folder:?}");
        for secret in [new_secret(), Secret::Words(words.clone().into())] {
            assert_eq!(crate::desk::read(folder, &secret).unwrap().0, ["gå en tur", "synge"]);
        }
    }
    // The old keys do not fit the new book either.
    for name in ["book.keys", "book.keys.bak"] {
        std::fs::copy(before.join(name), desk.folder.path().join(name)).unwrap();
    }
    std::fs::remove_dir_all(desk.folder.backups()).unwrap();
    let with_old_keys = opening::open(&desk.folder, &secret(), &World::real());
    assert!(matches!(with_old_keys, Err(Error::Damaged(_))), "{with_old_keys:?}");
}

#[test]
fn stopped_at_every_step_there_is_the_old_book_or_the_new_one() {
    let steps = [
        Step::Begun,
        Step::Written,
        Step::Verified,
        Step::Closed,
        Step::Decided,
        Step::JournalsGone,
        Step::KeysExchanged,
        Step::BookExchanged,
    ];
    let (mut old, mut new) = (0, 0);
    for stop in steps {
        let mut desk = Desk::new();
        desk.line("gå en tur");
        desk.backup();
        desk.line("synge");
        let (source, copy) = (desk.folder.path().to_path_buf(), desk.dir.path().join("stopped"));
        // What lies on the disk at that step, as after a power cut; then the step fails too.
        let mut at = |step| {
            if step == stop {
                copy_all(&source, &copy);
                return Err(Error::Io(std::io::ErrorKind::Other));
            }
            Ok(())
        };
        assert!(rekey(&mut desk, &NewLock::Passphrase(NEW.into()), &mut at).is_err(), "{stop:?}");
        let source = desk.folder.clone();
        for folder in [Folder::at(&copy).unwrap(), source] {
            assert_eq!(opening::look(&folder).unwrap(), opening::Look::Locked);
            let by_new = opening::open(&folder, &new_secret(), &desk.world);
            let opened = match by_new {
                Ok(opened) => {
                    new += 1;
                    assert!(refused(&folder, &secret()) || opening_in_use(&folder), "{stop:?}: both open");
                    opened
                }
                Err(_) => {
                    old += 1;
                    opening::open(&folder, &secret(), &desk.world).unwrap_or_else(|error| panic!("{stop:?}: {error:?}"))
                }
            };
            let (book, hold) = opened.book(&desk.world).unwrap();
            assert_eq!(lines(&book), ["gå en tur", "synge"], "{stop:?}");
            book.verify_chain().unwrap();
            book.close().unwrap();
            drop(hold);
            assert!(!folder.path().join("rekey.new").exists() && !folder.path().join("rekey.ready").exists());
        }
    }
    assert_eq!((old, new), (8, 8), "before the decision the old one, after it the new one");
}

/// While the new one is open, nothing else can be tried on it.
fn opening_in_use(folder: &Folder) -> bool {
    matches!(opening::open(folder, &secret(), &World::real()), Err(Error::AlreadyOpen))
}

#[test]
fn an_open_book_is_given_a_lock_by_another_key() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    rekey(&mut desk, &NewLock::Open, &mut go_on).unwrap();
    desk.close();
    assert_eq!(opening::look(&desk.folder).unwrap(), opening::Look::Open);
    let opened = opening::open_unlocked(&desk.folder, &desk.world).unwrap();
    desk.open = Some(opened.book(&desk.world).unwrap());
    let words = rekey(&mut desk, &NewLock::Passphrase(NEW.into()), &mut go_on).unwrap();
    desk.close();
    assert_eq!(opening::look(&desk.folder).unwrap(), opening::Look::Locked);
    assert_eq!(crate::desk::read(&desk.folder, &Secret::Words(words.into())).unwrap().0, ["gå en tur"]);
}

#[test]
fn words_written_after_it_was_prepared_are_not_left_behind() {
    let mut desk = Desk::new();
    desk.line("gå en tur");
    let (mut book, hold) = desk.open.take().unwrap();
    let lock = NewLock::Passphrase(NEW.into());
    let prepared = opening::prepare_rekey(&mut book, &hold, &lock, Cost::CHEAP, &desk.world, &mut go_on).unwrap();
    desk.open = Some((book, hold));
    desk.line("synge");
    let (book, hold) = desk.open.take().unwrap();
    let refused = opening::finish_rekey(book, hold, prepared, &desk.world, &mut go_on);
    assert!(matches!(refused, Err(Error::CopyStopped)));
    desk.reopen();
    assert_eq!(desk.lines(), ["gå en tur", "synge"]);
}
