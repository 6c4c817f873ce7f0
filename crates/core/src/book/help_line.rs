//! Changes to help lines: own ones, and those that came with the program, which are never lost by being changed.
//! Not here: how they are shown (`help`).

use super::review::{Number, forget_try};
use super::{Book, Outcome, Work, text};
use crate::change::{HelpLineFields, OpenHours};
use crate::error::Error;
use crate::help::{self, ALARM};
use crate::place;
use crate::store::State;
use crate::store::help_line::{self, HelpRow};
use chrono::NaiveDate;

/// More openings than any line has.
const MOST_OPENINGS: usize = 21;

impl Book {
    /// What the citizen wrote about help lines.
    ///
    /// # Errors
    /// What the database says.
    pub fn help_rows(&self) -> Result<Vec<HelpRow>, Error> {
        help_line::in_plan(&self.connection)
    }
}

/// `field`: what is written on again at once is the same step.
fn outcome(what: &'static str, field: &str) -> Outcome {
    let mut outcome = Outcome::on(what, "");
    if !field.is_empty() {
        outcome.field = format!("help-line:{field}");
    }
    outcome
}

/// The row of a line, or the one it would have.
fn row(work: &Work<'_>, id: &str) -> Result<HelpRow, Error> {
    match help_line::get(work.connection, id)? {
        Some(row) if row.state == State::Plan => Ok(row),
        None if help::is_shipped(id) => Ok(HelpRow { id: id.to_string(), ..HelpRow::default() }),
        _ => Err(Error::NotFound("help line")),
    }
}

fn written(before: HelpRow, fields: &HelpLineFields) -> Result<HelpRow, Error> {
    Ok(HelpRow {
        name: text::clean_title(&fields.name)?,
        number: text::clean_title(&fields.number)?,
        whom: text::clean(&fields.whom)?,
        hours: text::clean(&fields.hours)?,
        opening: opening(&fields.opening)?,
        checked: day(&fields.checked)?,
        ..before
    })
}

/// As it is kept; hours no clock knows are refused.
fn opening(hours: &[OpenHours]) -> Result<String, Error> {
    if hours.len() > MOST_OPENINGS {
        return Err(Error::NotHere("so many openings"));
    }
    let kept = hours.iter().map(|hours| format!("{} {}-{}", hours.days, hours.from, hours.to));
    let kept = kept.collect::<Vec<_>>().join(", ");
    if help::reads_as_hours(&kept) { Ok(kept) } else { Err(Error::NotHere("hours that are none")) }
}

pub(super) fn day(day: &str) -> Result<String, Error> {
    let is_one = day.is_empty() || NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok();
    if is_one { Ok(day.to_string()) } else { Err(Error::NotHere("a day that is none")) }
}

pub(super) fn add(work: &Work<'_>, id: &str, fields: &HelpLineFields) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if help_line::get(work.connection, id)?.is_some() {
        return write(work, id, fields);
    }
    // Where the citizen has put them in order, a new one stands first; otherwise own ones come first anyway.
    let first = help_line::in_plan(work.connection)?.into_iter().map(|row| row.place).find(|place| !place.is_empty());
    let place = first.and_then(|first| place::between(None, Some(&first))).unwrap_or_default();
    let row = HelpRow { id: id.to_string(), place, own: true, ..HelpRow::default() };
    help_line::put(work.connection, &written(row, fields)?)?;
    let mut outcome = outcome("add-help-line", id);
    outcome.created = vec![id.to_string()];
    Ok(outcome)
}

pub(super) fn write(work: &Work<'_>, id: &str, fields: &HelpLineFields) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    let after = written(before.clone(), fields)?;
    if after != before {
        help_line::put(work.connection, &after)?;
        if after.number != before.number {
            forget_try(work, Number::Line(id))?;
        }
    }
    Ok(outcome("write-help-line", id))
}

pub(super) fn hide(work: &Work<'_>, id: &str, hidden: bool) -> Result<Outcome, Error> {
    if id == ALARM {
        return Err(Error::NotHere("hiding 112"));
    }
    let before = row(work, id)?;
    if before.hidden != hidden {
        help_line::put(work.connection, &HelpRow { hidden, ..before })?;
    }
    Ok(outcome(if hidden { "hide-help-line" } else { "show-help-line" }, ""))
}

pub(super) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = row(work, id)?;
    if before.own {
        help_line::put(work.connection, &HelpRow { state: State::Trash, ..before })?;
    } else {
        // It keeps its place and stays hidden if it was: only the words are as they came.
        let (place, hidden) = (before.place, before.hidden);
        if place.is_empty() && !hidden {
            help_line::forget(work.connection, id)?;
        } else {
            help_line::put(work.connection, &HelpRow { id: id.to_string(), place, hidden, ..HelpRow::default() })?;
        }
    }
    forget_try(work, Number::Line(id))?;
    Ok(outcome("remove-help-line", ""))
}

pub(super) fn order(work: &Work<'_>, ids: &[String]) -> Result<Outcome, Error> {
    for (nth, id) in ids.iter().filter(|id| *id != ALARM).enumerate() {
        let before = row(work, id)?;
        let place = place::nth(nth);
        if before.place != place {
            help_line::put(work.connection, &HelpRow { place, ..before })?;
        }
    }
    Ok(outcome("order-help-lines", ""))
}
