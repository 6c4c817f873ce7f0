//! Changes to sections: own headings, and renaming, hiding and moving those of the template.

use super::order;
use super::outline::Outline;
use super::{Outcome, Work, text};
use crate::change::Place;
use crate::error::Error;
use crate::store::section::{self, Section};
use crate::store::{State, entry};
use crate::view::Kind;
use crate::workbook::workbook;

/// The row of a section, or the one it would have.
fn row(work: &Work<'_>, id: &str) -> Result<Section, Error> {
    match (section::get(work.connection, id)?, workbook().section(id)) {
        (Some(row), _) if row.state == State::Plan => Ok(row),
        (None, Some((_, page, section))) => Ok(Section {
            id: id.to_string(),
            page: page.id.clone(),
            kind: section.kind,
            title: String::new(),
            place: String::new(),
            hidden: false,
            own: false,
            state: State::Plan,
        }),
        _ => Err(Error::NotFound("section")),
    }
}

/// Writes a row unless it is as it was; a template section without a row stays without one.
fn put(work: &Work<'_>, before: &Section, after: &Section) -> Result<(), Error> {
    if before == after { Ok(()) } else { section::put(work.connection, after) }
}

pub(super) fn add(work: &Work<'_>, id: &str, page: &str, title: &str, place: &Place) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if section::get(work.connection, id)?.is_some() {
        return rename(work, id, title);
    }
    let outline = Outline::read(work.connection)?;
    let (_, on) = outline.page(page).ok_or(Error::NotFound("page"))?;
    let siblings = on.siblings();
    let spot = order::settle(&siblings, place, 1).or_else(|| order::settle(&siblings, &Place::Last, 1));
    let spot = spot.ok_or(Error::NotFound("place"))?;
    put_at(work, &spot.renewed)?;
    let new = Section {
        id: id.to_string(),
        page: page.to_string(),
        kind: Kind::List,
        title: text::clean_title(title)?,
        place: spot.places.first().cloned().unwrap_or_default(),
        hidden: false,
        own: true,
        state: State::Plan,
    };
    section::put(work.connection, &new)?;
    let mut outcome = Outcome::on("add-section", page);
    outcome.field = format!("section:{id}");
    Ok(outcome)
}

fn put_at(work: &Work<'_>, places: &[order::Sibling]) -> Result<(), Error> {
    for (id, place) in places {
        let before = row(work, id)?;
        put(work, &before, &Section { place: place.clone(), ..before.clone() })?;
    }
    Ok(())
}

pub(super) fn rename(work: &Work<'_>, id: &str, title: &str) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    put(work, &before, &Section { title: text::clean_title(title)?, ..before.clone() })?;
    let mut outcome = Outcome::on("rename-section", &before.page);
    outcome.field = format!("section:{id}");
    Ok(outcome)
}

pub(super) fn hide(work: &Work<'_>, id: &str, hidden: bool) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    put(work, &before, &Section { hidden, ..before.clone() })?;
    Ok(Outcome::everywhere(if hidden { "hide-section" } else { "show-section" }, &before.page))
}

pub(super) fn shift(work: &Work<'_>, id: &str, place: &Place) -> Result<Outcome, Error> {
    row(work, id)?;
    let outline = Outline::read(work.connection)?;
    let (page, _) = outline.section(id).ok_or(Error::NotFound("section"))?;
    if let Some(mut found) = order::shift(&page.siblings(), id, place).ok_or(Error::NotFound("place"))? {
        found.renewed.extend(found.places.into_iter().map(|place| (id.to_string(), place)));
        put_at(work, &found.renewed)?;
    }
    Ok(Outcome::on("move-section", &page.id))
}

pub(super) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    if !before.own {
        return Err(Error::NotHere("removing a heading of the workbook"));
    }
    entry::trash_section(work.connection, id)?;
    let page = before.page.clone();
    section::put(work.connection, &Section { state: State::Trash, ..before })?;
    Ok(Outcome::everywhere("remove-section", &page))
}
