//! Changes to chapters: own ones, and renaming, hiding and moving those of the template.

use super::order;
use super::outline::{Outline, own_page};
use super::{Outcome, Work, text};
use crate::change::Place;
use crate::error::Error;
use crate::place;
use crate::store::chapter::{self, Chapter};
use crate::store::{State, entry, section};
use crate::view::{Group, Kind};
use crate::workbook::workbook;

/// The row of a chapter, or the one it would have.
fn row(work: &Work<'_>, id: &str) -> Result<Chapter, Error> {
    match chapter::get(work.connection, id)? {
        Some(row) if row.state == State::Plan => Ok(row),
        None if workbook().chapter(id).is_some() => Ok(Chapter { id: id.to_string(), ..Chapter::default() }),
        _ => Err(Error::NotFound("chapter")),
    }
}

/// Writes a row unless it is as it was; a template chapter without a row stays without one.
fn put(work: &Work<'_>, before: &Chapter, after: &Chapter) -> Result<(), Error> {
    if before == after { Ok(()) } else { chapter::put(work.connection, after) }
}

fn outcome(what: &'static str, id: &str) -> Outcome {
    let page = match workbook().chapter(id).and_then(|chapter| chapter.pages.first()) {
        Some(page) => page.id.clone(),
        None => own_page(id),
    };
    Outcome::everywhere(what, &page)
}

pub(super) fn add(work: &Work<'_>, id: &str, title: &str) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if chapter::get(work.connection, id)?.is_some() {
        return rename(work, id, title);
    }
    let siblings = Outline::read(work.connection)?.siblings(Group::Plan);
    let place = place::between(siblings.last().map(|(_, place)| place.as_str()), None).unwrap_or_default();
    let title = text::clean_title(title)?;
    let row = Chapter { id: id.to_string(), title, place, hidden: false, own: true, state: State::Plan };
    chapter::put(work.connection, &row)?;
    let list = section::Section {
        id: work.world.id()?,
        page: own_page(id),
        kind: Kind::List,
        title: String::new(),
        place: place::nth(0),
        hidden: false,
        own: true,
        state: State::Plan,
    };
    section::put(work.connection, &list)?;
    let mut outcome = outcome("add-chapter", id);
    outcome.field = format!("chapter:{id}");
    Ok(outcome)
}

pub(super) fn rename(work: &Work<'_>, id: &str, title: &str) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    put(work, &before, &Chapter { title: text::clean_title(title)?, ..before.clone() })?;
    let mut outcome = outcome("rename-chapter", id);
    outcome.field = format!("chapter:{id}");
    Ok(outcome)
}

pub(super) fn hide(work: &Work<'_>, id: &str, hidden: bool) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    put(work, &before, &Chapter { hidden, ..before.clone() })?;
    Ok(outcome(if hidden { "hide-chapter" } else { "show-chapter" }, id))
}

pub(super) fn shift(work: &Work<'_>, id: &str, place: &Place) -> Result<Outcome, Error> {
    row(work, id)?;
    let outline = Outline::read(work.connection)?;
    let group = outline.chapter(id).ok_or(Error::NotFound("chapter"))?.group;
    if let Some(found) = order::shift(&outline.siblings(group), id, place).ok_or(Error::NotFound("place"))? {
        let moved = found.places.iter().map(|place| (id, place));
        for (id, place) in found.renewed.iter().map(|(id, place)| (id.as_str(), place)).chain(moved) {
            let before = row(work, id)?;
            put(work, &before, &Chapter { place: place.clone(), ..before.clone() })?;
        }
    }
    Ok(outcome("move-chapter", id))
}

pub(super) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    if !before.own {
        return Err(Error::NotHere("removing a chapter of the workbook"));
    }
    chapter::put(work.connection, &Chapter { state: State::Trash, ..before })?;
    for section in section::every(work.connection)? {
        if section.page == own_page(id) && section.state == State::Plan {
            entry::trash_section(work.connection, &section.id)?;
            section::put(work.connection, &section::Section { state: State::Trash, ..section })?;
        }
    }
    Ok(outcome("remove-chapter", id))
}
