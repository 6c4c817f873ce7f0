//! Changes to lines.

use super::order::{self, Sibling};
use super::outline::{self, Spot};
use super::{Outcome, Work, paste, text};
use crate::change::{Choice, Mark, Place};
use crate::error::Error;
use crate::history::changeset;
use crate::history::past::{Past, brought_back};
use crate::store::author::ME;
use crate::store::entry::{self, Entry};
use crate::store::{Marks, State, revision};
use crate::view::{Kind, Perspective};
use crate::workbook::TOOLBOX;
use rusqlite::Connection;

/// A line in the plan; one in the trash is not found.
pub(crate) fn in_plan(work: &Work<'_>, id: &str) -> Result<Entry, Error> {
    entry::get(work.connection, id)?.filter(|line| line.state == State::Plan).ok_or(Error::NotFound("line"))
}

/// The outcome of a change to lines of one section. What shows elsewhere (tools, what has begun) makes all views stale.
fn outcome(what: &'static str, spot: &Spot, everywhere: bool) -> Outcome {
    let mut outcome = Outcome::on(what, &spot.page);
    if everywhere || spot.chapter == TOOLBOX {
        outcome.stale = vec!["*".to_string()];
    } else {
        let derived = crate::workbook::workbook()
            .sections()
            .filter(|(_, _, section)| section.from.as_deref().is_some_and(|from| from == spot.id));
        outcome.stale.extend(derived.map(|(_, page, _)| page.id.clone()));
    }
    outcome
}

pub(crate) fn add(
    work: &Work<'_>,
    id: &str,
    section: &str,
    prompt: &str,
    typed: &str,
    place: &Place,
) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if entry::get(work.connection, id)?.is_some() {
        return write(work, id, typed);
    }
    let spot = outline::spot(work.connection, section)?;
    match spot.kind {
        Kind::Derived | Kind::People | Kind::Paper => return Err(Error::NotHere("a line")),
        Kind::Questions if spot.questions.iter().all(|question| question.id != prompt) => {
            return Err(Error::NotFound("question"));
        }
        _ => {}
    }
    if spot.kind != Kind::Questions && !prompt.is_empty() {
        return Err(Error::NotHere("an answer"));
    }
    let text = text::clean(typed)?;
    if has_one(spot.kind)
        && let Some(answer) = entry::answer(work.connection, section, prompt)?
    {
        // One answer to a question: a second one would be out of sight.
        let mut outcome = write(work, &answer, &text)?;
        outcome.created = vec![answer];
        return Ok(outcome);
    }
    let places = places(work, section, place, 1)?;
    let line = new(&spot, id, prompt, &text, places.first().cloned().unwrap_or_default());
    entry::insert(work.connection, &line)?;
    let mut outcome = outcome("add-line", &spot, !text.is_empty());
    outcome.entry = id.to_string();
    outcome.field = format!("text:{id}");
    outcome.created = vec![id.to_string()];
    Ok(outcome)
}

/// A new line that is nobody else's business, not even for a moment between two steps.
pub(crate) fn add_private(work: &Work<'_>, id: &str, section: &str, typed: &str) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if entry::get(work.connection, id)?.is_some() {
        return write(work, id, typed);
    }
    let outcome = add(work, id, section, "", typed, &Place::Last)?;
    mark(work, id, Mark::Private, true)?;
    Ok(outcome)
}

/// While somebody looks on, a question with an answer that is *kun mig* looks empty. What is typed there must not take the answer's place.
///
/// # Errors
/// [`Error::VisitGoesOn`].
pub(crate) fn not_over_what_is_unseen(work: &Work<'_>, section: &str, prompt: &str) -> Result<(), Error> {
    match one_answer(work.connection, section, prompt)? {
        Some(line) if line.marks.0.contains(&Mark::Private) => Err(Error::VisitGoesOn),
        _ => Ok(()),
    }
}

/// The answer that stands where there is room for one; none in a list.
pub(crate) fn one_answer(connection: &Connection, section: &str, prompt: &str) -> Result<Option<Entry>, Error> {
    let answer = match outline::spot(connection, section) {
        Ok(spot) if has_one(spot.kind) => entry::answer(connection, section, prompt)?,
        Ok(_) | Err(Error::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    Ok(answer.map(|id| entry::get(connection, &id)).transpose()?.flatten())
}

/// Kinds where a line is the one answer to what is asked.
fn has_one(kind: Kind) -> bool {
    matches!(kind, Kind::Questions | Kind::Text)
}

pub(super) fn new(spot: &Spot, id: &str, prompt: &str, text: &str, place: String) -> Entry {
    Entry {
        id: id.to_string(),
        chapter: spot.chapter.clone(),
        section: spot.id.clone(),
        prompt: prompt.to_string(),
        text: text.to_string(),
        because: String::new(),
        place,
        author: ME.to_string(),
        perspective: Perspective::First,
        choice: Choice::Unset,
        marks: Marks::default(),
        state: State::Plan,
    }
}

/// Places for new lines; a sibling that is gone meanwhile puts them last, so that no words are refused.
fn places(work: &Work<'_>, section: &str, place: &Place, count: usize) -> Result<Vec<String>, Error> {
    let siblings: Vec<Sibling> = match place {
        Place::Last => {
            let last = entry::last_place(work.connection, section)?;
            last.map(|place| (String::new(), place)).into_iter().collect()
        }
        _ => entry::places(work.connection, section)?,
    };
    let spot = order::settle(&siblings, place, count).or_else(|| order::settle(&siblings, &Place::Last, count));
    match spot {
        Some(spot) if spot.renewed.is_empty() => Ok(spot.places),
        _ => {
            // Places have run together: give every line of the section a new one.
            let siblings = entry::places(work.connection, section)?;
            let spot = order::settle(&siblings, place, count).or_else(|| order::settle(&siblings, &Place::Last, count));
            let spot = spot.ok_or(Error::NotFound("place"))?;
            renew(work, &spot.renewed)?;
            Ok(spot.places)
        }
    }
}

fn renew(work: &Work<'_>, renewed: &[Sibling]) -> Result<(), Error> {
    renewed.iter().try_for_each(|(id, place)| entry::put_at(work.connection, id, place))
}

/// A text of a line that is saved while it is typed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Field {
    Text,
    Because,
}

/// The shortest way, for what happens at every keystroke: gives the changeset too, empty when nothing changed.
pub(crate) fn keystroke(work: &Work<'_>, id: &str, field: Field, typed: &str) -> Result<(Outcome, Vec<u8>), Error> {
    let line = in_plan(work, id)?;
    let after = text::clean(typed)?;
    let spot = outline::spot(work.connection, &line.section)?;
    let (column, what, before) = match field {
        Field::Text => ("text", "write-line", &line.text),
        Field::Because => ("because", "write-because", &line.because),
    };
    if *before != after {
        match field {
            Field::Text => entry::write_text(work.connection, id, &after)?,
            Field::Because => entry::write_because(work.connection, id, &after)?,
        }
    }
    let begins = matches!(field, Field::Text) && before.is_empty() != after.is_empty();
    let mut outcome = outcome(what, &spot, begins);
    outcome.entry = id.to_string();
    outcome.field = format!("{column}:{id}");
    outcome.touched = Some(vec![id.to_string()]);
    Ok((outcome, changeset::line_written(column, id, before, &after)))
}

/// The same as part of another change, recorded with it.
pub(crate) fn write(work: &Work<'_>, id: &str, typed: &str) -> Result<Outcome, Error> {
    let (outcome, _) = keystroke(work, id, Field::Text, typed)?;
    Ok(outcome)
}

pub(crate) fn paste(work: &Work<'_>, section: &str, pasted: &str, place: &Place) -> Result<Outcome, Error> {
    let spot = outline::spot(work.connection, section)?;
    if !matches!(spot.kind, Kind::List | Kind::Choice) {
        return Err(Error::NotHere("a list of lines"));
    }
    text::may_be_pasted(pasted)?;
    let mut texts = Vec::new();
    for line in paste::lines(pasted) {
        let text = text::clean(&line)?;
        if !text.is_empty() {
            texts.push(text);
        }
    }
    if texts.len() > text::MOST_LINES {
        return Err(Error::TooLong { bytes: pasted.len(), most: text::MOST_PASTED });
    }
    let places = places(work, section, place, texts.len())?;
    let mut outcome = outcome("paste-lines", &spot, true);
    for (text, place) in texts.iter().zip(places) {
        let id = work.world.id()?;
        entry::insert(work.connection, &new(&spot, &id, "", text, place))?;
        outcome.created.push(id);
    }
    if let [only] = outcome.created.as_slice() {
        outcome.entry = only.clone();
    }
    Ok(outcome)
}

pub(crate) fn shift(work: &Work<'_>, id: &str, place: &Place) -> Result<Outcome, Error> {
    let line = in_plan(work, id)?;
    let spot = outline::spot(work.connection, &line.section)?;
    let siblings = entry::places(work.connection, &line.section)?;
    if let Some(found) = order::shift(&siblings, id, place).ok_or(Error::NotFound("place"))? {
        renew(work, &found.renewed)?;
        for place in &found.places {
            entry::put_at(work.connection, id, place)?;
        }
    }
    let mut outcome = outcome("move-line", &spot, false);
    outcome.entry = id.to_string();
    Ok(outcome)
}

/// Changes the rest of what a line says about itself.
fn edit(
    work: &Work<'_>,
    id: &str,
    what: &'static str,
    edit: impl FnOnce(&mut Entry, &Spot) -> Result<(), Error>,
) -> Result<Outcome, Error> {
    let before = in_plan(work, id)?;
    let spot = outline::spot(work.connection, &before.section)?;
    let mut line = before.clone();
    edit(&mut line, &spot)?;
    if line != before {
        entry::write(work.connection, &line)?;
    }
    let mut outcome = outcome(what, &spot, line.state != before.state);
    outcome.entry = id.to_string();
    Ok(outcome)
}

pub(crate) fn mark(work: &Work<'_>, id: &str, mark: Mark, on: bool) -> Result<Outcome, Error> {
    let what = match (mark, on) {
        (Mark::Typed, true) => "put-paper-away",
        (Mark::Typed, false) => "take-paper-out",
        (_, true) => "mark-line",
        (_, false) => "unmark-line",
    };
    edit(work, id, what, |line, spot| {
        // A mark can always be taken off, also where the template no longer offers it.
        if on && !spot.marks.contains(&mark) {
            return Err(Error::NotHere("this mark"));
        }
        line.marks = line.marks.with(mark, on);
        Ok(())
    })
}

pub(crate) fn choose(work: &Work<'_>, id: &str, choice: Choice) -> Result<Outcome, Error> {
    edit(work, id, "choose-line", |line, spot| {
        if spot.kind != Kind::Choice {
            return Err(Error::NotHere("a choice"));
        }
        line.choice = choice;
        Ok(())
    })
}

pub(crate) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let photograph = outline::is_paper(&in_plan(work, id)?.section);
    edit(work, id, if photograph { "remove-paper" } else { "remove-line" }, |line, _| {
        line.state = State::Trash;
        Ok(())
    })
}

/// The line as it stood after `seq`, but for what [`brought_back`] keeps as it is now.
pub(crate) fn restore(work: &Work<'_>, id: &str, seq: u32) -> Result<Outcome, Error> {
    let mut past = Past::default();
    let mut in_plan = false;
    for (revision, changeset) in revision::of_entry(work.connection, id)? {
        if revision.seq > i64::from(seq) {
            break;
        }
        // A line that was erased for good has no row left in any of them; one beside it has all of its own.
        past.forward(&changeset)?;
        in_plan |= past.lines.get(id).is_some_and(|line| line.state == State::Plan);
    }
    // One that lay in the trash already when it came in from a file has never been anything else here.
    let then = past.lines.remove(id).filter(|line| line.state == State::Plan || !in_plan);
    let mut then = Entry { state: State::Plan, ..then.ok_or(Error::NotFound("version"))? };
    let spot = outline::spot(work.connection, &then.section)?;
    if has_one(spot.kind)
        && let Some(other) = entry::answer(work.connection, &then.section, &then.prompt)?
        && other != id
    {
        // The answer given since gives way; it keeps its history too.
        remove(work, &other)?;
    }
    match entry::get(work.connection, id)? {
        None => {
            then.place = places(work, &then.section, &Place::Last, 1)?.remove(0);
            entry::insert(work.connection, &then)?;
        }
        Some(now) => {
            let line = brought_back(&then, &now);
            if line != now {
                entry::write(work.connection, &line)?;
            }
        }
    }
    let mut outcome = outcome("restore-line", &spot, true);
    outcome.entry = id.to_string();
    Ok(outcome)
}
