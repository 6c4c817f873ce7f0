//! Is the book whole? Keys, every page, the chain of the history.

use crate::{Answer, Desk, counted};
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{KeyFile, Secret};
use holdepunkt_core::opening::{self, Opened};
use rusqlite::Connection;

pub fn run(desk: &Desk, folder: &Folder, secret: Option<&Secret>) -> Result<Answer, Error> {
    let noted = !both_keys(folder);
    if noted {
        desk.say(&desk.texts.rescue_keys_one());
    }
    let opened = match open(desk, folder, secret) {
        Err(error @ Error::Damaged(_)) => {
            desk.say(&error.message(&desk.texts));
            desk.say(&desk.texts.rescue_check_damaged());
            return Ok(Answer::Damaged);
        }
        opened => opened?,
    };
    let noted = noted || !opened.report.is_quiet();
    if !is_whole(desk, opened)? {
        desk.say(&desk.texts.rescue_check_damaged());
        return Ok(Answer::Damaged);
    }
    desk.say(&if noted { desk.texts.rescue_check_notes() } else { desk.texts.rescue_check_ok() });
    Ok(if noted { Answer::Note } else { Answer::Well })
}

/// The book in the private copy, opened in the ordinary way with all its checks.
pub fn open(desk: &Desk, folder: &Folder, secret: Option<&Secret>) -> Result<Opened, Error> {
    let opened = match secret {
        Some(secret) => opening::open(folder, secret, &desk.world),
        None => opening::open_unlocked(folder, &desk.world),
    }?;
    for sentence in opened.report.messages(&desk.texts) {
        desk.say(&sentence);
    }
    Ok(opened)
}

fn both_keys(folder: &Folder) -> bool {
    let whole = |path| std::fs::read_to_string(path).is_ok_and(|text| KeyFile::parse(&text).is_ok());
    whole(folder.keys()) && whole(folder.keys_bak())
}

/// Pages, history, and what is in it; says each as it is found. Closes the book.
pub fn is_whole(desk: &Desk, opened: Opened) -> Result<bool, Error> {
    desk.say(&desk.texts.rescue_reading());
    let damaged = damaged_pages(&opened.connection)?;
    let pages = damaged == 0;
    desk.say(&if pages { desk.texts.rescue_pages_ok() } else { desk.texts.rescue_pages_damaged(counted(damaged)) });
    desk.say(&desk.texts.rescue_reading_history());
    let (connection, digest_key, _hold) = opened.part();
    let book = Book::new(connection, digest_key, desk.world.clone());
    let chain = book.as_ref().map_or(Err(Error::Damaged("history")), Book::verify_chain);
    desk.say(&match &chain {
        Ok(verified) => desk.texts.rescue_history_ok(counted(verified.revisions)),
        Err(_) => desk.texts.rescue_history_damaged(),
    });
    if let Ok(book) = book {
        if let Ok((lines, people)) = counts(book.connection()) {
            desk.say(&desk.texts.rescue_has(counted(lines), counted(people)));
        }
        book.close()?;
    }
    Ok(pages && chain.is_ok())
}

/// Pages that were changed by someone without the key, and those that do not fit together.
pub fn damaged_pages(connection: &Connection) -> Result<usize, Error> {
    // Before: the check reads the file and not what lies beside it.
    let emptied = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut damaged = 0;
    let mut rows = statement.query([])?;
    while let Ok(Some(_)) = rows.next() {
        damaged += 1;
    }
    drop(rows);
    let fits = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
    let fits = emptied.is_ok() && fits.is_ok_and(|said| said == "ok");
    Ok(if fits { damaged } else { damaged.max(1) })
}

fn counts(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let count = |sql| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    Ok((
        count("SELECT count(*) FROM entry WHERE state = 'plan'")?,
        count("SELECT count(*) FROM person WHERE state = 'plan'")?,
    ))
}
