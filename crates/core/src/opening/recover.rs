//! After the file is open: does it hold what the journal says it must? And when the file is damaged: the newest backup that is whole, and
//! the journal after it. Nothing is thrown away: the damaged file is kept. Not here: the steps of opening (`steps`).

use super::report::{Report, Told};
use super::steps::beside;
use super::{Mode, Schema};
use crate::backup::{self, Kept};
use crate::cipher;
use crate::error::Error;
use crate::folder::{Folder, flush_folder_of, private_file};
use crate::history::replay;
use crate::journal::{self, Journal, Mark, Past, Record};
use crate::keys::DataKey;
use crate::store::{revision, setting};
use crate::when;
use crate::world::World;
use chrono::NaiveDateTime;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// Compares book and journal and brings the book up to it.
///
/// Gives the journal to write in, where the book can be written.
pub(super) fn settle(
    folder: &Folder,
    key: &DataKey,
    digest_key: &[u8; 32],
    connection: &Connection,
    mode: Mode,
    world: &World,
) -> Result<(Option<Journal>, Report), Error> {
    let journal_key = key.derive(journal::KEY);
    let head = replay::mark(connection)?;
    let write = mode == Mode::ReadWrite;
    if write && let Some(journal) = Journal::resume(folder, &journal_key, &head)? {
        return Ok((Some(journal), Report::default()));
    }
    let seen = Seen::read(folder, key)?;
    let begin = |base: &Mark| match write {
        true => Journal::begin(folder, journal_key.clone(), base, &[], world).map(Some),
        false => Ok(None),
    };
    let Some(now) = &seen.now else {
        // After another key there is none, and that is as it should be.
        let expected = setting::get(connection, setting::CLEAR_COPIES)?.is_none()
            && (seen.old.is_some() || !backup::list(folder)?.is_empty());
        let told = if expected { vec![Told::JournalRenewed] } else { Vec::new() };
        let changes = replay::forward(connection, digest_key, &seen.records())?;
        return Ok((begin(&replay::mark(connection)?)?, brought_back(changes, told)));
    };
    let mark = now.mark();
    if mark.seq < head.seq || (mark.seq == head.seq && mark != head) {
        return Ok((begin(&head)?, Report(vec![Told::JournalRenewed])));
    }
    let changes = replay::forward(connection, digest_key, &seen.records())?;
    if replay::mark(connection)? != mark {
        return Err(Error::Damaged("the book is older than its journal"));
    }
    let journal = if write { Some(Journal::go_on(folder, journal_key, now)?) } else { None };
    Ok((journal, brought_back(changes, Vec::new())))
}

fn brought_back(changes: u64, mut told: Vec<Told>) -> Report {
    if changes > 0 {
        told.push(Told::BroughtBack { changes });
    }
    Report(told)
}

/// What can be read of both journals.
struct Seen {
    old: Option<Past>,
    now: Option<Past>,
}

impl Seen {
    fn read(folder: &Folder, key: &DataKey) -> Result<Self, Error> {
        let key = key.derive(journal::KEY);
        Ok(Self { old: journal::read(&folder.journal_old(), &key)?, now: journal::read(&folder.journal(), &key)? })
    }

    /// Every record once, in order; the newer journal has the say.
    fn records(&self) -> Vec<Record> {
        let from = self.now.as_ref().and_then(|now| now.records.first()).map_or(i64::MAX, |(first, _)| first.seq);
        let old = self.old.iter().flat_map(|old| &old.records).filter(|(revision, _)| revision.seq < from);
        old.chain(self.now.iter().flat_map(|now| &now.records)).cloned().collect()
    }

    /// The journal alone holds everything that was ever written.
    fn holds_the_book(&self) -> bool {
        [&self.old, &self.now].into_iter().flatten().any(|past| past.base.seq == 0 && !past.records.is_empty())
    }
}

/// Bytes of a journal that holds no change yet are fewer.
const SOME: u64 = 200;

/// Whether there is anything a book could be put together from.
pub(super) fn possible(folder: &Folder) -> bool {
    let journal = folder.journal().metadata().is_ok_and(|data| data.len() > SOME);
    journal || backup::list(folder).is_ok_and(|all| !all.is_empty())
}

/// Puts the book together again and keeps the damaged one. A stop at any point leaves what was there, or the new book.
pub(super) fn recover(folder: &Folder, key: &DataKey, schema: Schema, world: &World) -> Result<Told, Error> {
    let seen = Seen::read(folder, key)?;
    let records = seen.records();
    let making = folder.path().join("book.db.restored");
    let mut sources: Vec<Option<Kept>> = backup::list(folder)?.into_iter().rev().map(Some).collect();
    if seen.holds_the_book() {
        sources.push(None);
    }
    for source in sources {
        let built = build(source.as_ref(), &making, key, schema, &records);
        let built = match built {
            Ok(built) => built,
            // Another backup would not fit either.
            Err(error @ (Error::DiskFull | Error::ReadOnly)) => return Err(error),
            Err(_) => continue,
        };
        let kept = set_aside(folder, world)?;
        fs::rename(&making, folder.book())?;
        flush_folder_of(&folder.book())?;
        let lost = seen.now.as_ref().is_none_or(|now| now.torn) || !built.to_the_end;
        let made = source.map(|kept| kept.made);
        let lost_since = if lost { Some(built.last.or(made).unwrap_or_default()) } else { None };
        return Ok(Told::Restored { made, changes: built.changes, lost_since, kept });
    }
    remove(&making);
    Err(Error::Damaged("no backup could be used"))
}

struct Built {
    changes: u64,
    /// Every record of the journal went in.
    to_the_end: bool,
    /// When the newest revision in it was written.
    last: Option<NaiveDateTime>,
}

fn build(
    source: Option<&Kept>,
    making: &Path,
    key: &DataKey,
    schema: Schema,
    records: &[Record],
) -> Result<Built, Error> {
    remove(making);
    match source {
        Some(kept) => {
            copy_flushed(&kept.folder()?.book(), making)?;
            backup::verify(making, key)?;
        }
        None => super::steps::write_new(making, key, schema)?,
    }
    let connection = cipher::open(making, key)?;
    cipher::settle(&connection)?;
    (schema.migrate)(&connection)?;
    let digest_key = super::digest_key(&connection, key)?;
    // A journal that does not follow gives nothing; what is in the backup is still good.
    let changes = replay::forward(&connection, &digest_key, records);
    let head = revision::head(&connection)?;
    let last = head.as_ref().map(|head| when::stored(head.at, head.at_offset).naive_local());
    cipher::allow_tidying(&connection)?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    connection.close().map_err(|(_, error)| error)?;
    fs::File::open(making)?.sync_all()?;
    let to_the_end = match &changes {
        Err(Error::Damaged(_)) => false,
        Err(_) => return changes.map(|_| Built { changes: 0, to_the_end: false, last }),
        Ok(_) => records.last().is_none_or(|(last, _)| head.is_some_and(|head| head.seq >= last.seq)),
    };
    Ok(Built { changes: changes.unwrap_or_default(), to_the_end, last })
}

/// Keeps the damaged file and its changes in a folder of their own. They stay where they are too, until the new book takes their place; only the
/// changes beside it must go first, or they would be taken for the new book's.
fn set_aside(folder: &Folder, world: &World) -> Result<String, Error> {
    if !folder.book().exists() && !folder.wal().exists() {
        return Ok(String::new());
    }
    let time = world.now().naive_local().format("%Y%m%d-%H%M%S").to_string();
    let names =
        std::iter::once(format!("damaged-{time}")).chain((2..).map(|number| format!("damaged-{time}-{number}")));
    for name in names {
        let aside = folder.path().join(&name);
        if aside.exists() {
            continue;
        }
        Folder::at(&aside)?.prepare()?;
        for (from, to) in [(folder.book(), "book.db"), (folder.wal(), "book.db-wal"), (folder.keys(), "book.keys")] {
            if from.exists() {
                copy_flushed(&from, &aside.join(to))?;
            }
        }
        flush_folder_of(&aside.join("book.db"))?;
        if folder.wal().exists() {
            fs::remove_file(folder.wal())?;
        }
        flush_folder_of(&folder.book())?;
        return Ok(name);
    }
    Ok(String::new())
}

pub(crate) fn copy_flushed(from: &Path, to: &Path) -> Result<(), Error> {
    let mut source = fs::File::open(from)?;
    let mut copy = private_file().create(true).write(true).truncate(true).open(to)?;
    std::io::copy(&mut source, &mut copy)?;
    copy.sync_all()?;
    Ok(())
}

fn remove(making: &Path) {
    let _ = fs::remove_file(making);
    let wal: PathBuf = beside(making, "-wal");
    let _ = fs::remove_file(wal);
}
