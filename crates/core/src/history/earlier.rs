//! History that came in with a book from a file, as a person reads it: told as such, and never to be brought back by a click.
//! Not here: how such a record is read and kept (`exchange/record`), and the history of this book (`history/read`).

use super::words;
use crate::error::Error;
use crate::store::revision::Act;
use crate::store::{Words as _, author, earlier};
use crate::view::HistoryItem;
use crate::when;
use chrono::DateTime;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What is read of a record here.
#[derive(Deserialize)]
struct Told {
    step: i64,
    at: String,
    by: String,
    act: String,
    what: String,
    line: String,
    erased: bool,
    changes: Vec<Changed>,
}

#[derive(Deserialize)]
struct Changed {
    table: String,
    id: String,
    before: Option<Map<String, Value>>,
    after: Option<Map<String, Value>>,
}

/// The steps a line went through before it came here, newest first.
///
/// # Errors
/// What the database says; [`Error::Damaged`] when a record cannot be read.
pub fn of_line(connection: &Connection, id: &str, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
    let about = |changed: &Changed| {
        changed.table == "entry" && changed.id == id
            || changed.table == "link" && side(changed).is_some_and(|link| link.get("from_entry") == Some(&id.into()))
    };
    items(connection, &earlier::of_entry(connection, id)?, texts, about, |told| told.line == id)
}

/// The steps on the pages of a chapter before it came here, newest first.
///
/// # Errors
/// As [`of_line`].
pub fn of_chapter(connection: &Connection, chapter: &str, texts: &Texts) -> Result<Vec<HistoryItem>, Error> {
    // Inside a text the quotes would be escaped, so this is the page and nothing else.
    let records = earlier::holding(connection, &format!("\"page\":\"{chapter}."))?;
    items(connection, &records, texts, |_| true, |_| true)
}

fn side(changed: &Changed) -> Option<&Map<String, Value>> {
    changed.after.as_ref().or(changed.before.as_ref())
}

fn items(
    connection: &Connection,
    records: &[String],
    texts: &Texts,
    wanted: impl Fn(&Changed) -> bool,
    erased_here: impl Fn(&Told) -> bool,
) -> Result<Vec<HistoryItem>, Error> {
    let mut steps: Vec<(i64, HistoryItem)> = Vec::new();
    let (mut text, mut because) = (String::new(), String::new());
    for record in records {
        let told: Told = serde_json::from_str(record).map_err(|_| Error::Damaged("history"))?;
        let mut about = told.changes.iter().filter(|changed| wanted(changed)).peekable();
        // What it said of this is gone, or it never was about it.
        let erased = about.peek().is_none();
        if erased && !(told.erased && erased_here(&told)) {
            continue;
        }
        for after in about.filter(|changed| changed.table == "entry").filter_map(|changed| changed.after.as_ref()) {
            let said = |name: &str| after.get(name).and_then(Value::as_str).map(str::to_string);
            text = said("text").unwrap_or(text);
            because = said("because").unwrap_or(because);
        }
        let item = item(connection, &told, erased, (&text, &because), texts)?;
        match steps.last_mut().filter(|(step, _)| *step == told.step) {
            Some((_, last)) => *last = HistoryItem { what: last.what.clone(), ..item },
            None => steps.push((told.step, item)),
        }
    }
    Ok(steps.into_iter().rev().map(|(_, item)| item).collect())
}

fn item(
    connection: &Connection,
    told: &Told,
    erased: bool,
    (text, because): (&str, &str),
    texts: &Texts,
) -> Result<HistoryItem, Error> {
    let at = DateTime::parse_from_rfc3339(&told.at).map_err(|_| Error::Damaged("history"))?;
    let what = if erased {
        texts.history_erased()
    } else {
        words::in_history(texts, &told.what, Act::of(&told.act).unwrap_or_default())
    };
    Ok(HistoryItem {
        revision: 0,
        at: when::date_and_clock(at, texts.language()),
        author: if told.by == author::ME { String::new() } else { author::name(connection, &told.by)? },
        what: texts.history_from_file(&what),
        line: Some(told.line.clone()).filter(|line| !line.is_empty()),
        text: text.to_string(),
        because: because.to_string(),
        restorable: false,
    })
}
