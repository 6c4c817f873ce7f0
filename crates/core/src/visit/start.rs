//! Beginning a visit: who is here, what is opened, what the citizen wants out of it.
//! Not here: going on with one and pausing it (`pen`), which are no steps.

use super::pen::Running;
use super::{Guest, Role, VisitFields, may_open};
use crate::book::outline::Outline;
use crate::book::{Outcome, Work, text};
use crate::change::Id;
use crate::error::Error;
use crate::place;
use crate::store::author;
use crate::store::visit::{self, Present, Visit};
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// The name in the record of changing what is open.
pub const OPEN: &str = "open-chapters";
/// The name in the record of beginning one.
pub const START: &str = "start-visit";
/// The name in the record of letting somebody in who comes later.
pub const JOIN: &str = "join-visit";

/// The word for a role.
#[must_use]
pub fn role_word(texts: &Texts, role: Role) -> String {
    match role {
        Role::Staff => texts.visit_role_staff(),
        Role::Peer => texts.visit_role_peer(),
        Role::Relative => texts.visit_role_relative(),
        Role::Other => texts.visit_role_other(),
    }
}

/// What stands for a name that was not given.
#[must_use]
pub fn nameless(texts: &Texts, role: Role) -> String {
    match role {
        Role::Staff => texts.visit_nameless_staff(),
        Role::Peer => texts.visit_nameless_peer(),
        Role::Relative => texts.visit_nameless_relative(),
        Role::Other => texts.visit_nameless_other(),
    }
}

/// Begins a visit; it goes on from the moment this is on disk.
///
/// # Errors
/// [`Error::NotHere`] when one goes on already; [`Error::NotFound`] for a chapter that is not in the book.
pub(crate) fn start(
    work: &Work<'_>,
    texts: &Texts,
    id: &str,
    guests: &[Guest],
    chapters: &[String],
    agenda: &str,
) -> Result<Outcome, Error> {
    crate::book::uuid(id)?;
    if Running::read(work.connection)?.is_some() || visit::get(work.connection, id)?.is_some() {
        return Err(Error::NotHere("a second visit"));
    }
    let now = work.world.now();
    visit::put(
        work.connection,
        &Visit {
            id: id.to_string(),
            started: now.timestamp_millis(),
            started_offset: now.offset().local_minus_utc(),
            agenda: text::clean(agenda)?,
            ..Visit::default()
        },
    )?;
    for (index, guest) in guests.iter().enumerate() {
        let_in(work, texts, id, guest, place::nth(index))?;
    }
    open_chapters(work, id, chapters)?;
    let mut outcome = Outcome::everywhere(START, "");
    outcome.touched = Some(Vec::new());
    Ok(outcome)
}

/// Lets somebody in who comes later. They see what is open, and the pen is where it was.
///
/// # Errors
/// [`Error::NotFound`] when the visit is ended or not there, [`Error::NotHere`] when they are in it already.
pub(crate) fn join(work: &Work<'_>, texts: &Texts, id: &str, guest: &Guest) -> Result<Outcome, Error> {
    visit::get(work.connection, id)?.filter(|visit| visit.ended == 0).ok_or(Error::NotFound("visit"))?;
    let here = visit::people(work.connection, id)?;
    if here.iter().any(|other| other.id == guest.id || other.author == guest.author) {
        return Err(Error::NotHere("the same guest twice"));
    }
    let last = here.last().map(|last| last.place.as_str());
    let_in(work, texts, id, guest, place::between(last, None).unwrap_or_default())?;
    let mut outcome = Outcome::everywhere(JOIN, "");
    outcome.touched = Some(Vec::new());
    Ok(outcome)
}

fn let_in(work: &Work<'_>, texts: &Texts, visit: &str, guest: &Guest, place: String) -> Result<(), Error> {
    crate::book::uuid(&guest.id)?;
    crate::book::uuid(&guest.author)?;
    let name = text::clean_title(&guest.name)?;
    // Lines must be able to say whose they are, also where no name was given.
    let called = if name.is_empty() { nameless(texts, guest.role) } else { name.clone() };
    let author = known_author(work, &guest.author, &called)?;
    let present = Present { id: guest.id.clone(), visit: visit.to_string(), author, name, role: guest.role, place };
    visit::add_person(work.connection, &present)
}

/// Who has been here before under this name is the same author; under another name it is somebody else's name as it is now.
fn known_author(work: &Work<'_>, id: &str, called: &str) -> Result<Id, Error> {
    let is_me = id == author::ME;
    let known = author::name(work.connection, id)?;
    let id = if is_me || (!known.is_empty() && known != called) { work.world.id()? } else { id.to_string() };
    author::keep(work.connection, &id, called)?;
    Ok(id)
}

fn open_chapters(work: &Work<'_>, id: &str, chapters: &[String]) -> Result<(), Error> {
    let outline = Outline::read(work.connection)?;
    for chapter in chapters {
        if !may_open(chapter) || outline.chapter(chapter).is_none() {
            return Err(Error::NotFound("chapter"));
        }
        visit::open_chapter(work.connection, &work.world.id()?, id, chapter, true)?;
    }
    Ok(())
}

/// Makes exactly these chapters the open ones. What was seen stays in the record.
///
/// # Errors
/// As [`start`].
pub(crate) fn open(work: &Work<'_>, id: &str, chapters: &[String]) -> Result<Outcome, Error> {
    visit::get(work.connection, id)?.filter(|visit| visit.ended == 0).ok_or(Error::NotFound("visit"))?;
    for (chapter, open) in visit::chapters(work.connection, id)? {
        if open && !chapters.contains(&chapter) {
            visit::open_chapter(work.connection, "", id, &chapter, false)?;
        }
    }
    open_chapters(work, id, chapters)?;
    Ok(Outcome::everywhere(OPEN, ""))
}

/// A chapter the citizen makes while somebody looks on is open.
///
/// # Errors
/// What the database says.
pub(crate) fn open_new(work: &Work<'_>, now: &Running, chapter: &str) -> Result<(), Error> {
    visit::open_chapter(work.connection, &work.world.id()?, &now.id, chapter, true)
}

/// A day as it is kept, or empty when it is none.
pub(crate) fn day(typed: &str) -> String {
    NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").map(|day| day.to_string()).unwrap_or_default()
}

/// Writes what is wanted, agreed and kept.
///
/// # Errors
/// [`Error::NotFound`]; what the database says.
pub(crate) fn write(work: &Work<'_>, id: &str, fields: &VisitFields) -> Result<Outcome, Error> {
    let before = visit::get(work.connection, id)?.ok_or(Error::NotFound("visit"))?;
    if before.keep_reflection && !fields.keep_reflection {
        crate::store::visit_answer::clear(work.connection, id, super::Series::Reflection)?;
    }
    visit::put(
        work.connection,
        &Visit {
            agenda: text::clean(&fields.agenda)?,
            agreed: text::clean(&fields.agreed)?,
            kept_private: text::clean(&fields.kept_private)?,
            next_on: day(&fields.next_on),
            next_note: text::clean(&fields.next_note)?,
            keep_reflection: fields.keep_reflection,
            ..before
        },
    )?;
    let mut outcome = Outcome::on("write-visit", "");
    outcome.stale.clear();
    outcome.field = format!("visit:{id}");
    outcome.touched = Some(Vec::new());
    Ok(outcome)
}
