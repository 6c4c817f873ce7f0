//! Changes to the people list.

use super::order::{self, Sibling};
use super::review::{Number, forget_try};
use super::{Outcome, Work, text};
use crate::change::{PersonFields, Place};
use crate::error::Error;
use crate::store::person::{self, Person};
use crate::store::{State, section};
use crate::view::Kind;
use crate::workbook::{Page, Section, workbook};
use rusqlite::Connection;

/// The people section, and the page it stands on.
fn spot() -> Option<(&'static Page, &'static Section)> {
    let mut sections = workbook().sections().filter(|(_, _, section)| section.kind == Kind::People);
    sections.next().map(|(_, page, section)| (page, section))
}

/// The page with the people section: where a person is looked at.
pub(crate) fn page() -> String {
    spot().map(|(page, _)| page.id.clone()).unwrap_or_default()
}

/// The people section.
pub(crate) fn heading() -> String {
    spot().map(|(_, section)| section.id.clone()).unwrap_or_default()
}

/// Whether the citizen has put the people's heading away: then they are nobody else's to see, and no link tells their names.
pub(crate) fn are_put_away(connection: &Connection) -> Result<bool, Error> {
    let Some((_, section)) = spot() else { return Ok(true) };
    Ok(section::get(connection, &section.id)?.is_some_and(|row| row.hidden))
}

/// A person's name may stand on any page, so all views are stale.
fn outcome(what: &'static str) -> Outcome {
    Outcome::everywhere(what, &page())
}

pub(crate) fn clean(fields: &PersonFields) -> Result<PersonFields, Error> {
    Ok(PersonFields {
        name: text::clean(&fields.name)?,
        relation: text::clean(&fields.relation)?,
        phone: text::clean(&fields.phone)?,
        wanted: fields.wanted,
        why: text::clean(&fields.why)?,
    })
}

fn siblings(work: &Work<'_>) -> Result<Vec<Sibling>, Error> {
    Ok(person::in_plan(work.connection)?.into_iter().map(|person| (person.id, person.place)).collect())
}

fn in_plan(work: &Work<'_>, id: &str) -> Result<Person, Error> {
    person::get(work.connection, id)?.filter(|person| person.state == State::Plan).ok_or(Error::NotFound("person"))
}

fn put_at(work: &Work<'_>, id: &str, place: &str) -> Result<(), Error> {
    let person = in_plan(work, id)?;
    person::put(work.connection, &Person { place: place.to_string(), ..person })
}

fn settle(work: &Work<'_>, place: &Place) -> Result<String, Error> {
    let siblings = siblings(work)?;
    let spot = order::settle(&siblings, place, 1).or_else(|| order::settle(&siblings, &Place::Last, 1));
    let spot = spot.ok_or(Error::NotFound("place"))?;
    spot.renewed.iter().try_for_each(|(id, place)| put_at(work, id, place))?;
    Ok(spot.places.first().cloned().unwrap_or_default())
}

pub(crate) fn add(work: &Work<'_>, id: &str, fields: &PersonFields, place: &Place) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if person::get(work.connection, id)?.is_some() {
        return write(work, id, fields);
    }
    let place = settle(work, place)?;
    person::put(work.connection, &Person { id: id.to_string(), fields: clean(fields)?, place, state: State::Plan })?;
    let mut outcome = outcome("add-person");
    outcome.field = format!("person:{id}");
    outcome.created = vec![id.to_string()];
    Ok(outcome)
}

impl super::Book {
    /// Several people from an address book at the end of the list, as one step.
    ///
    /// # Errors
    /// As a change; then nobody is there.
    pub fn add_people(
        &mut self,
        people: &[PersonFields],
        texts: &holdepunkt_i18n::Texts,
    ) -> Result<crate::view::Changed, Error> {
        self.only_when_alone()?;
        let draft = crate::history::Draft { what: "add-people".to_string(), page: page(), ..Default::default() };
        self.as_one_step(&draft, texts, |connection, world| {
            let work = Work { connection, world };
            people.iter().try_for_each(|fields| add(&work, &world.id()?, fields, &Place::Last).map(drop))
        })
    }
}

pub(crate) fn write(work: &Work<'_>, id: &str, fields: &PersonFields) -> Result<Outcome, Error> {
    let before = in_plan(work, id)?;
    let fields = clean(fields)?;
    if fields.phone != before.fields.phone {
        forget_try(work, Number::Person(id))?;
    }
    person::put(work.connection, &Person { fields, ..before })?;
    let mut outcome = outcome("write-person");
    outcome.field = format!("person:{id}");
    Ok(outcome)
}

/// A person as a file tells of them: written over where they are known, else at the end of the list.
pub(crate) fn bring(work: &Work<'_>, id: &str, fields: &PersonFields) -> Result<(), Error> {
    if person::get(work.connection, id)?.is_some_and(|known| known.state == State::Plan) {
        return write(work, id, fields).map(drop);
    }
    forget_try(work, Number::Person(id))?;
    let place = settle(work, &Place::Last)?;
    person::put(work.connection, &Person { id: id.to_string(), fields: clean(fields)?, place, state: State::Plan })
}

pub(crate) fn shift(work: &Work<'_>, id: &str, place: &Place) -> Result<Outcome, Error> {
    in_plan(work, id)?;
    if let Some(found) = order::shift(&siblings(work)?, id, place).ok_or(Error::NotFound("place"))? {
        found.renewed.iter().try_for_each(|(id, place)| put_at(work, id, place))?;
        found.places.iter().try_for_each(|place| put_at(work, id, place))?;
    }
    Ok(outcome("move-person"))
}

pub(crate) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = in_plan(work, id)?;
    person::put(work.connection, &Person { state: State::Trash, ..before })?;
    Ok(outcome("remove-person"))
}
