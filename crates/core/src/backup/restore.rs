//! Going back to a backup: what would differ, and doing it as one change that can be undone. And taking in a copy from elsewhere where there is
//! no book yet. Not here: a damaged book, which opening puts together again by itself.

use super::{Kept, Moment, make_if_due, open_copy};
use crate::book::Book;
use crate::book::outline::{self, Outline};
use crate::error::Error;
use crate::folder::Folder;
use crate::history::replay;
use crate::opening::{self, Hold};
use crate::store::entry::{self, Entry};
use crate::store::person;
use crate::view::Changed;
use crate::when;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;

/// What differs on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    pub page: String,
    pub title: String,
    /// Lines that are in the book now and were not then.
    pub only_now: Vec<String>,
    /// Lines that would come back.
    pub only_then: Vec<String>,
    /// As they were then, as they are now.
    pub changed: Vec<(String, String)>,
}

/// What going back to a backup would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// When it was made, in words.
    pub made: String,
    /// Saves made since.
    pub changes_since: i64,
    pub pages: Vec<Difference>,
}

/// What would differ. Changes nothing.
///
/// # Errors
/// [`Error::Damaged`] when the backup has been worn since it was verified; [`Error::NotFound`] when it is gone.
pub fn preview(book: &Book, hold: &Hold, kept: &Kept, texts: &Texts) -> Result<Preview, Error> {
    let then = open(hold, kept)?;
    let now = book.connection();
    let mut pages: BTreeMap<String, Difference> = BTreeMap::new();
    compare(now, &then, &mut pages)?;
    compare_people(now, &then, &mut pages)?;
    let (outline, outline_then) = (Outline::read(now)?, Outline::read(&then)?);
    for (id, page) in &mut pages {
        page.page.clone_from(id);
        page.title = title(id, &[&outline, &outline_then], texts);
    }
    let (here, there) = (replay::mark(now)?, replay::mark(&then)?);
    Ok(Preview {
        made: when::date_and_clock(kept.made.and_utc().fixed_offset(), texts.language()),
        changes_since: (here.seq - there.seq).max(0),
        pages: pages.into_values().collect(),
    })
}

fn open(hold: &Hold, kept: &Kept) -> Result<Connection, Error> {
    let file = kept.folder()?.book();
    if !file.exists() {
        return Err(Error::NotFound("backup"));
    }
    super::verify(&file, hold.key())?;
    open_copy(&file, hold.key())
}

fn compare(now: &Connection, then: &Connection, pages: &mut BTreeMap<String, Difference>) -> Result<(), Error> {
    let by_id = |connection| -> Result<BTreeMap<String, Entry>, Error> {
        Ok(entry::in_plan(connection)?.into_iter().map(|line| (line.id.clone(), line)).collect())
    };
    let (mut ours, theirs) = (by_id(now)?, by_id(then)?);
    for (id, was) in theirs {
        let is = ours.remove(&id);
        let page = pages.entry(page_of(then, &was)).or_default();
        match is {
            None => page.only_then.push(told(&was)),
            Some(is) if told(&is) != told(&was) => page.changed.push((told(&was), told(&is))),
            Some(_) => {}
        }
    }
    for line in ours.into_values() {
        pages.entry(page_of(now, &line)).or_default().only_now.push(told(&line));
    }
    pages.retain(|_, page| page != &Difference::default());
    Ok(())
}

fn compare_people(now: &Connection, then: &Connection, pages: &mut BTreeMap<String, Difference>) -> Result<(), Error> {
    let by_id = |connection| -> Result<BTreeMap<String, String>, Error> {
        let all = person::in_plan(connection)?.into_iter();
        Ok(all.map(|p| (p.id, [p.fields.name, p.fields.relation, p.fields.phone, p.fields.why].join(" "))).collect())
    };
    let (mut ours, theirs) = (by_id(now)?, by_id(then)?);
    let mut page = Difference::default();
    for (id, was) in theirs {
        match ours.remove(&id) {
            None => page.only_then.push(was),
            Some(is) if is != was => page.changed.push((was, is)),
            Some(_) => {}
        }
    }
    page.only_now.extend(ours.into_values());
    if page != Difference::default() {
        let lines = pages.entry(crate::book::people_page()).or_default();
        lines.only_now.append(&mut page.only_now);
        lines.only_then.append(&mut page.only_then);
        lines.changed.append(&mut page.changed);
    }
    Ok(())
}

fn told(line: &Entry) -> String {
    if line.because.is_empty() { line.text.clone() } else { format!("{} ({})", line.text, line.because) }
}

/// Empty when the heading is not in the plan.
fn page_of(connection: &Connection, line: &Entry) -> String {
    outline::spot(connection, &line.section).map(|spot| spot.page).unwrap_or_default()
}

fn title(page: &str, outlines: &[&Outline], texts: &Texts) -> String {
    let found = outlines.iter().find_map(|outline| outline.page(page));
    match found {
        Some((chapter, _)) if !chapter.title.is_empty() => chapter.title.clone(),
        Some((chapter, _)) if chapter.own => texts.own_untitled(),
        Some(_) => texts.find(&format!("pg-{}", page.replace('.', "-"))).unwrap_or_else(|| texts.safety_other_pages()),
        None => texts.safety_other_pages(),
    }
}

/// Makes the book as it was in the backup, as one step that undo takes back. A backup of the book as it is now is made first.
///
/// # Errors
/// [`Error::Damaged`], [`Error::NotFound`]; then the book is as it was.
pub fn bring_back(book: &mut Book, hold: &Hold, kept: &Kept, texts: &Texts) -> Result<Changed, Error> {
    make_if_due(book, hold, Moment::Before)?;
    let then = open(hold, kept)?;
    book.become_like(&then, texts)
}

/// Puts a *sikker kopi*, or any copy of a whole folder, where there is no book yet, e.g. on a new computer. It is opened with the passphrase or the
/// words of its day. The copy is not changed.
///
/// # Errors
/// [`Error::BookExists`], [`Error::NoBook`] when the copy is none, [`Error::DiskFull`] …
pub fn take_in(copy: &Path, folder: &Folder) -> Result<(), Error> {
    opening::take_in(&Folder::at(copy)?, folder)
}
