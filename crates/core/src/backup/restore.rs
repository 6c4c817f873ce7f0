//! Going back to a backup: what would differ, and doing it as one change that can be undone. And taking in a copy from elsewhere where there is
//! no book yet. Not here: a damaged book, which opening puts together again by itself.

use super::{Elsewhere, Kept, Moment, make_if_due, open_copy};
use crate::book::Book;
use crate::book::outline::{self, Outline};
use crate::book::stays::Stays;
use crate::cipher;
use crate::error::Error;
use crate::folder::Folder;
use crate::history::replay;
use crate::keys::Secret;
use crate::opening::{self, Hold, Look, Opened};
use crate::store::entry::{self, Entry};
use crate::store::person::{self, Person};
use crate::store::visit::{self, Visit};
use crate::store::{DOMAIN, handover, migrate, proposal, table};
use crate::view::Changed;
use crate::visit::show::called as called_guest;
use crate::when;
use crate::world::World;
use chrono::NaiveDateTime;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// What is told under a heading of its own and is no page of the plan.
const VISITS: &str = "visits";
const PROPOSALS: &str = "proposals";

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
    /// Lines that say the same, but are marked, chosen or placed otherwise.
    pub otherwise: usize,
}

/// What going back to a backup would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// When it was made, in words.
    pub made: String,
    /// Saves made since.
    pub changes_since: i64,
    pub pages: Vec<Difference>,
    /// Whatever else would change and is not a line: names and order of chapters, links, what lies in the trash …
    pub other: usize,
    /// What was given since and stays: parts of the book, each in words.
    pub given: Vec<String>,
    /// The same of copies on the list.
    pub copies: usize,
    /// Proposals that were said yes to since and wait again.
    pub again: usize,
}

impl Preview {
    /// Going back would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.other == 0
    }
}

/// What would differ. Changes nothing.
///
/// # Errors
/// [`Error::Damaged`] when the backup has been worn since it was verified; [`Error::NotFound`] when it is gone.
pub fn preview(book: &Book, hold: &Hold, kept: &Kept, texts: &Texts) -> Result<Preview, Error> {
    differences(book, Then::open(hold, kept, book.world())?.connection(), kept.made, texts)
}

/// What would differ from a copy that lies elsewhere.
///
/// # Errors
/// [`Error::OtherBook`].
pub fn compare_copy(book: &Book, copy: &Elsewhere, texts: &Texts) -> Result<Preview, Error> {
    copy.require_same_book(book)?;
    differences(book, copy.connection(), copy.made(), texts)
}

fn differences(book: &Book, then: &Connection, made: NaiveDateTime, texts: &Texts) -> Result<Preview, Error> {
    let now = book.connection();
    let mut pages: BTreeMap<String, Difference> = BTreeMap::new();
    compare(now, then, &mut pages)?;
    compare_people(now, then, &mut pages)?;
    let stays = Stays::read(now, then)?;
    compare_visits(book, then, &mut pages, texts)?;
    compare_proposals(book, then, &stays, &mut pages, texts)?;
    pages.retain(|_, page| page != &Difference::default());
    let (outline, outline_then) = (Outline::read(now)?, Outline::read(then)?);
    for (id, page) in &mut pages {
        page.page.clone_from(id);
        page.title = title(id, &[&outline, &outline_then], texts);
    }
    let (here, there) = (replay::mark(now)?, replay::mark(then)?);
    let pages: Vec<Difference> = pages.into_values().collect();
    // Nothing may change that was not told.
    let mut other = 0;
    for name in DOMAIN.iter().filter(|name| **name != "setting") {
        other += table::differing(now, then, name, Stays::comes_back(name), |id| stays.holds(name, id))?;
    }
    let told = |page: &Difference| page.only_now.len() + page.only_then.len() + page.changed.len() + page.otherwise;
    let told: usize = pages.iter().map(told).sum();
    Ok(Preview {
        made: when::recently(made, book.world().now().naive_local(), texts),
        changes_since: (here.seq - there.seq).max(0),
        other: other.saturating_sub(told),
        pages,
        given: given_since(now, then, texts)?,
        copies: rows_since(now, then, "share")?.len(),
        again: stays.waits_again(),
    })
}

/// A backup beside the book, as it was then. One from before an update is brought up to date in a private folder first.
enum Then {
    Beside(Connection),
    UpToDate(Box<Elsewhere>),
}

impl Then {
    fn open(hold: &Hold, kept: &Kept, world: &World) -> Result<Self, Error> {
        let folder = kept.folder()?;
        if !folder.book().exists() {
            return Err(Error::NotFound("backup"));
        }
        super::verify(&folder.book(), hold.key())?;
        let connection = open_copy(&folder.book(), hold.key())?;
        if cipher::number_of(&connection, "PRAGMA user_version")? == migrate::SCHEMA_VERSION {
            return Ok(Self::Beside(connection));
        }
        Ok(Self::UpToDate(Box::new(Elsewhere::open(&folder, Some(hold), None, world)?)))
    }

    fn connection(&self) -> &Connection {
        match self {
            Self::Beside(connection) => connection,
            Self::UpToDate(copy) => copy.connection(),
        }
    }
}

fn compare(now: &Connection, then: &Connection, pages: &mut BTreeMap<String, Difference>) -> Result<(), Error> {
    let by_id = |connection| -> Result<BTreeMap<String, Entry>, Error> {
        Ok(entry::in_plan(connection)?.into_iter().map(|line| (line.id.clone(), line)).collect())
    };
    let (mut ours, theirs) = (by_id(now)?, by_id(then)?);
    for (id, was) in theirs {
        let is = ours.remove(&id);
        pages.entry(page_of(then, &was)).or_default().note(
            told(&was),
            is.as_ref().map(told),
            is.as_ref() == Some(&was),
        );
    }
    for line in ours.into_values() {
        pages.entry(page_of(now, &line)).or_default().only_now.push(told(&line));
    }
    Ok(())
}

fn compare_people(now: &Connection, then: &Connection, pages: &mut BTreeMap<String, Difference>) -> Result<(), Error> {
    let by_id = |connection| -> Result<BTreeMap<String, Person>, Error> {
        Ok(person::in_plan(connection)?.into_iter().map(|person| (person.id.clone(), person)).collect())
    };
    let (mut ours, theirs) = (by_id(now)?, by_id(then)?);
    let page = pages.entry(crate::book::people_page()).or_default();
    for (id, was) in theirs {
        let is = ours.remove(&id);
        page.note(called(&was), is.as_ref().map(called), is.as_ref() == Some(&was));
    }
    page.only_now.extend(ours.values().map(called));
    Ok(())
}

/// Visits are told whole: when, and with whom.
fn compare_visits(
    book: &Book,
    then: &Connection,
    pages: &mut BTreeMap<String, Difference>,
    texts: &Texts,
) -> Result<(), Error> {
    let by_id = |connection: &Connection| -> Result<BTreeMap<String, Visit>, Error> {
        if !table::is_there(connection, "visit")? {
            return Ok(BTreeMap::new());
        }
        Ok(visit::every(connection)?.into_iter().map(|visit| (visit.id.clone(), visit)).collect())
    };
    let now = book.connection();
    let told = |connection: &Connection, visit: &Visit| -> Result<String, Error> {
        let began = when::date_and_clock(when::stored(visit.started, visit.started_offset), texts.language());
        let people = visit::people(connection, &visit.id)?.into_iter();
        let with: Vec<String> = people.map(|guest| called_guest(texts, &guest.name, guest.role)).collect();
        Ok(if with.is_empty() { began } else { texts.safety_visit(&with.join(", "), &began) })
    };
    let (mut ours, theirs) = (by_id(now)?, by_id(then)?);
    let page = pages.entry(VISITS.to_string()).or_default();
    for (id, was) in theirs {
        // One that was only written on since is among what else would change.
        if ours.remove(&id).is_none() {
            page.only_then.push(told(then, &was)?);
        }
    }
    for visit in ours.values() {
        page.only_now.push(told(now, visit)?);
    }
    Ok(())
}

/// What waits for an answer and would not any more: somebody's words.
fn compare_proposals(
    book: &Book,
    then: &Connection,
    stays: &Stays,
    pages: &mut BTreeMap<String, Difference>,
    texts: &Texts,
) -> Result<(), Error> {
    let here = proposal::open(book.connection())?;
    let page = pages.entry(PROPOSALS.to_string()).or_default();
    let waits_then = if table::is_there(then, "proposal")? { proposal::open(then)? } else { Vec::new() };
    for kept in here {
        let there = waits_then.iter().any(|other| other.proposal.id == kept.proposal.id);
        if !there && !stays.holds("proposal", &kept.proposal.id) {
            page.only_now.push(book.proposal_told(&kept.proposal, texts)?);
        }
    }
    Ok(())
}

/// The keys of the rows that were not there then.
fn rows_since(now: &Connection, then: &Connection, name: &str) -> Result<Vec<String>, Error> {
    let there: HashSet<String> =
        if table::is_there(then, name)? { table::keys(then, name)?.into_iter().collect() } else { HashSet::new() };
    Ok(table::keys(now, name)?.into_iter().filter(|id| !there.contains(id)).collect())
}

fn given_since(now: &Connection, then: &Connection, texts: &Texts) -> Result<Vec<String>, Error> {
    let mut told = Vec::new();
    for id in rows_since(now, then, "handover")? {
        let Some(given) = handover::get(now, &id)? else { continue };
        let made = when::date_and_clock(when::stored(given.made, given.made_offset), texts.language());
        told.push(texts.safety_given(&called_guest(texts, &given.name, given.role), &made));
    }
    Ok(told)
}

impl Difference {
    fn note(&mut self, was: String, is: Option<String>, same: bool) {
        match is {
            None => self.only_then.push(was),
            Some(is) if is != was => self.changed.push((was, is)),
            Some(_) => self.otherwise += usize::from(!same),
        }
    }
}

fn called(person: &Person) -> String {
    let fields = &person.fields;
    let said = [&fields.name, &fields.relation, &fields.phone, &fields.why];
    said.into_iter().filter(|field| !field.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}

fn told(line: &Entry) -> String {
    if line.because.is_empty() { line.text.clone() } else { format!("{} ({})", line.text, line.because) }
}

/// Empty when the heading is not in the plan.
fn page_of(connection: &Connection, line: &Entry) -> String {
    outline::spot(connection, &line.section).map(|spot| spot.page).unwrap_or_default()
}

fn title(page: &str, outlines: &[&Outline], texts: &Texts) -> String {
    match page {
        VISITS => return texts.visits(),
        PROPOSALS => return texts.safety_proposals(),
        _ => {}
    }
    let found = outlines.iter().find_map(|outline| outline.page(page));
    match found {
        Some((chapter, _)) if !chapter.title.is_empty() => chapter.title.clone(),
        Some((chapter, _)) if chapter.own => texts.own_untitled(),
        Some(_) => texts.find(&format!("pg-{}", page.replace('.', "-"))).unwrap_or_else(|| texts.safety_other_pages()),
        None => texts.safety_other_pages(),
    }
}

/// Makes the book as it was in the backup, but for what has left it since, as one step that undo takes back. A backup of the book as it is now is made first.
///
/// # Errors
/// [`Error::Damaged`], [`Error::NotFound`]; then the book is as it was.
pub fn bring_back(book: &mut Book, hold: &Hold, kept: &Kept, texts: &Texts) -> Result<Changed, Error> {
    make_if_due(book, hold, Moment::Before)?;
    let then = Then::open(hold, kept, book.world())?;
    book.become_like(then.connection(), texts)
}

/// The same with a copy that lies elsewhere.
///
/// # Errors
/// [`Error::OtherBook`]; then the book is as it was.
pub fn become_copy(book: &mut Book, hold: &Hold, copy: &Elsewhere, texts: &Texts) -> Result<Changed, Error> {
    copy.require_same_book(book)?;
    make_if_due(book, hold, Moment::Before)?;
    book.become_like(copy.connection(), texts)
}

/// Puts a *sikker kopi*, or any copy of a whole folder, where there is no book yet, e.g. on a new computer. It is opened with the passphrase or the
/// words of its day. The copy is not changed.
///
/// # Errors
/// [`Error::BookExists`], [`Error::NoBook`] when the copy is none, [`Error::DiskFull`] …
pub fn take_in(copy: &Path, folder: &Folder) -> Result<(), Error> {
    opening::take_in(&Folder::at(copy)?, folder)
}

/// A copy in place of a book that nobody can unlock, which is set aside whole; or where there is none yet. It is opened and read through before
/// anything is moved. `secret` may be left out when the copy has no lock.
///
/// # Errors
/// As [`Elsewhere::open`]; [`Error::BookExists`] when there is a book without a lock.
pub fn move_in(copy: &Folder, folder: &Folder, secret: Option<&Secret>, world: &World) -> Result<Opened, Error> {
    drop(Elsewhere::open(copy, None, secret, world)?);
    let mut copy = copy.clone();
    if opening::look(folder)? == Look::Locked {
        let aside = opening::set_aside(folder, world)?;
        // A backup of the locked book has gone with it.
        if let Ok(inside) = copy.path().strip_prefix(folder.path()) {
            copy = Folder::at(&aside.join(inside))?;
        }
    }
    opening::take_in(&copy, folder)?;
    match secret {
        Some(secret) if opening::look(folder)? == Look::Locked => opening::open(folder, secret, world),
        _ => opening::open_unlocked(folder, world),
    }
}
