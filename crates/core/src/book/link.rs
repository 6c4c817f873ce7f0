//! Changes to links from a line to a tool or a person.

use super::{Outcome, Work, line, outline};
use crate::change::LinkKind;
use crate::error::Error;
use crate::place;
use crate::store::link::{self, Link};
use crate::store::{State, entry, person};
use crate::workbook::TOOLBOX;

pub(crate) fn add(work: &Work<'_>, id: &str, from: &str, to_kind: LinkKind, to: &str) -> Result<Outcome, Error> {
    super::uuid(id)?;
    let page = may_be(work, from, to_kind, to)?;
    let links = link::of_entry(work.connection, from)?;
    let there = links.iter().any(|link| link.id == id || link.to_kind == to_kind && link.to_id == to);
    if !there {
        let place = place::between(links.last().map(|link| link.place.as_str()), None).unwrap_or_default();
        let (id, from_entry, to_id) = (id.to_string(), from.to_string(), to.to_string());
        link::insert(work.connection, &Link { id, from_entry, to_kind, to_id, place })?;
    }
    let mut outcome = Outcome::on("add-link", &page);
    outcome.entry = from.to_string();
    Ok(outcome)
}

/// Whether a line can lead there; gives the line's page.
pub(crate) fn may_be(work: &Work<'_>, from: &str, to_kind: LinkKind, to: &str) -> Result<String, Error> {
    let start = line::in_plan(work, from)?;
    let spot = outline::spot(work.connection, &start.section)?;
    if !spot.links.contains(&to_kind) || from == to {
        return Err(Error::NotHere("this link"));
    }
    match to_kind {
        LinkKind::Tool => {
            let tool = line::in_plan(work, to)?;
            if tool.chapter != TOOLBOX {
                return Err(Error::NotHere("a link to a line outside the toolbox"));
            }
        }
        LinkKind::Person => {
            person::get(work.connection, to)?
                .filter(|person| person.state == State::Plan)
                .ok_or(Error::NotFound("person"))?;
        }
    }
    Ok(spot.page)
}

pub(crate) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let link = link::get(work.connection, id)?.ok_or(Error::NotFound("link"))?;
    link::delete(work.connection, id)?;
    let start = entry::get(work.connection, &link.from_entry)?.ok_or(Error::NotFound("line"))?;
    let page = outline::spot(work.connection, &start.section)?.page;
    let mut outcome = Outcome::on("remove-link", &page);
    outcome.entry = link.from_entry;
    Ok(outcome)
}
