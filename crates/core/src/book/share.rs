//! Changes to readers and to the register of copies.
//! Not here: what is suggested for a reader (`share`), and what a copy holds, which comes from the print itself.

use super::outline::{Outline, chapter_of};
use super::{Outcome, Work, outline, text};
use crate::change::{Copy, Form, How, Mark, Tick};
use crate::error::Error;
use crate::place;
use crate::share::{ADVANCE, Made, find, known};
use crate::store::preset::{self, Preset};
use crate::store::preset_part::{self, Part};
use crate::store::share::{self, Share};
use crate::store::{State, Words as _, entry, person, share_line};
use crate::view::Kind;
use crate::workbook::is_private;
use holdepunkt_i18n::Language;

/// Where all of it is looked at.
pub(crate) const PAGE: &str = "shares.page";

/// The most lines one copy can have: far more than any book, and well below what one change may hold.
const MOST_LINES: usize = 200_000;

fn outcome(what: &'static str) -> Outcome {
    Outcome::on(what, PAGE)
}

/// The row of a reader, written if it has none yet.
fn row(work: &Work<'_>, id: &str) -> Result<Preset, Error> {
    let row = find(work.connection, id)?.row;
    if preset::get(work.connection, id)?.is_none() {
        preset::put(work.connection, &row)?;
    }
    Ok(row)
}

fn put(work: &Work<'_>, before: &Preset, after: &Preset) -> Result<(), Error> {
    if before == after { Ok(()) } else { preset::put(work.connection, after) }
}

pub(super) fn add(work: &Work<'_>, id: &str, title: &str, like: &str) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if preset::get(work.connection, id)?.is_some() {
        return rename(work, id, title);
    }
    let like = find(work.connection, like)?.row;
    let rows = preset::every(work.connection)?;
    let place = place::between(rows.last().map(|row| row.place.as_str()).filter(|place| !place.is_empty()), None);
    let row = Preset {
        id: id.to_string(),
        title: text::clean_title(title)?,
        place: place.unwrap_or_default(),
        state: State::Plan,
        ..like.clone()
    };
    preset::put(work.connection, &row)?;
    for part in preset_part::of_preset(work.connection, &like.id)? {
        preset_part::put(work.connection, &Part { preset: id.to_string(), ..part })?;
    }
    let mut outcome = outcome("add-reader");
    outcome.field = format!("reader:{id}");
    outcome.created = vec![id.to_string()];
    Ok(outcome)
}

pub(super) fn rename(work: &Work<'_>, id: &str, title: &str) -> Result<Outcome, Error> {
    let before = find(work.connection, id)?.row;
    put(work, &before, &Preset { title: text::clean_title(title)?, ..before.clone() })?;
    let mut outcome = outcome("rename-reader");
    outcome.field = format!("reader:{id}");
    Ok(outcome)
}

pub(super) fn arrange(
    work: &Work<'_>,
    id: &str,
    form: Form,
    language: Language,
    large: bool,
) -> Result<Outcome, Error> {
    let before = find(work.connection, id)?.row;
    let after = Preset { form: form.word().to_string(), language: language.tag().to_string(), large, ..before.clone() };
    put(work, &before, &after)?;
    Ok(outcome("arrange-reader"))
}

pub(super) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let reader = find(work.connection, id)?;
    if !reader.own {
        return Err(Error::NotHere("removing a known reader"));
    }
    preset::put(work.connection, &Preset { state: State::Trash, ..reader.row })?;
    Ok(outcome("remove-reader"))
}

pub(super) fn reset(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = find(work.connection, id)?.row;
    for part in preset_part::of_preset(work.connection, id)? {
        preset_part::delete(work.connection, id, &part.target)?;
    }
    put(work, &before, &Preset { form: String::new(), ..before.clone() })?;
    Ok(outcome("reset-reader"))
}

pub(super) fn tick(work: &Work<'_>, reader: &str, what: Tick, id: &str, on: bool) -> Result<Outcome, Error> {
    let outline = Outline::read(work.connection)?;
    let below = match what {
        Tick::Chapter => of_chapter(work, &outline, id)?,
        Tick::Section => of_section(work, &outline, id)?,
        Tick::Line => {
            may_be_shared(work, id)?;
            Vec::new()
        }
    };
    let row = row(work, reader)?;
    for part in preset_part::of_preset(work.connection, &row.id)? {
        // What is said of a whole goes for all of it.
        if below.contains(&part.target) {
            preset_part::delete(work.connection, &row.id, &part.target)?;
        }
    }
    let part = Part { preset: row.id, what, target: id.to_string(), shown: on };
    preset_part::put(work.connection, &part)?;
    Ok(outcome(if on { "tick-for-reader" } else { "untick-for-reader" }))
}

fn may_be_shared(work: &Work<'_>, id: &str) -> Result<(), Error> {
    if let Some(line) = entry::get(work.connection, id)?.filter(|line| line.state == State::Plan) {
        let shared = !is_private(chapter_of(&line.chapter)) && !line.marks.0.contains(&Mark::Private);
        return if shared { Ok(()) } else { Err(Error::NotHere("sharing what is private")) };
    }
    let person = person::get(work.connection, id)?.filter(|person| person.state == State::Plan);
    person.map(drop).ok_or(Error::NotFound("line"))
}

/// Ids of the sections of a chapter, and of what is written in them.
fn of_chapter(work: &Work<'_>, outline: &Outline, id: &str) -> Result<Vec<String>, Error> {
    let chapter = outline.chapter(id).ok_or(Error::NotFound("chapter"))?;
    if is_private(id) {
        return Err(Error::NotHere("sharing what is private"));
    }
    let mut below = Vec::new();
    for section in chapter.pages.iter().flat_map(|page| &page.sections) {
        below.push(section.spot.id.clone());
        below.extend(of_section(work, outline, &section.spot.id)?);
    }
    Ok(below)
}

fn of_section(work: &Work<'_>, outline: &Outline, id: &str) -> Result<Vec<String>, Error> {
    let (page, section) = outline.section(id).ok_or(Error::NotFound("section"))?;
    if is_private(outline::chapter_of(&page.id)) {
        return Err(Error::NotHere("sharing what is private"));
    }
    if section.spot.kind == Kind::People {
        return Ok(person::in_plan(work.connection)?.into_iter().map(|person| person.id).collect());
    }
    let from = section.spot.from.unwrap_or(id);
    Ok(entry::places(work.connection, from)?.into_iter().map(|(line, _)| line).collect())
}

pub(super) fn record(work: &Work<'_>, id: &str, copy: &Copy) -> Result<Outcome, Error> {
    super::uuid(id)?;
    if share::get(work.connection, id)?.is_some() {
        return write(work, id, &copy.whom, copy.how);
    }
    if copy.lines.len() > MOST_LINES {
        return Err(Error::TooLong { bytes: copy.lines.len(), most: MOST_LINES });
    }
    let known_reader = copy.reader.is_empty()
        || copy.reader == ADVANCE
        || Made::of(&copy.reader) != Made::Print
        || known().iter().any(|known| known.id == copy.reader);
    if !known_reader {
        super::uuid(&copy.reader)?;
    }
    let replaced = copy.replaces.is_empty() || share::get(work.connection, &copy.replaces)?.is_some();
    let now = work.world.now();
    let row = Share {
        id: id.to_string(),
        preset: copy.reader.clone(),
        title: text::clean_title(&copy.title)?,
        whom: text::clean_title(&copy.whom)?,
        form: copy.form,
        how: copy.how,
        language: copy.language.tag().to_string(),
        at: work.world.stamp(),
        at_offset: now.offset().local_minus_utc(),
        revision: copy.revision,
        back: 0,
        replaces: if replaced { copy.replaces.clone() } else { String::new() },
        state: State::Plan,
    };
    share::put(work.connection, &row)?;
    for line in &copy.lines {
        share_line::insert(work.connection, id, line)?;
    }
    let mut outcome = outcome("record-share");
    outcome.created = vec![id.to_string()];
    Ok(outcome)
}

fn in_register(work: &Work<'_>, id: &str) -> Result<Share, Error> {
    share::get(work.connection, id)?.filter(|copy| copy.state == State::Plan).ok_or(Error::NotFound("copy"))
}

pub(super) fn write(work: &Work<'_>, id: &str, whom: &str, how: How) -> Result<Outcome, Error> {
    let before = in_register(work, id)?;
    share::put(work.connection, &Share { whom: text::clean_title(whom)?, how, ..before })?;
    let mut outcome = outcome("write-share");
    outcome.field = format!("share:{id}");
    Ok(outcome)
}

pub(super) fn take_back(work: &Work<'_>, id: &str, back: bool) -> Result<Outcome, Error> {
    let before = in_register(work, id)?;
    let at = match (back, before.back) {
        (false, _) => 0,
        (true, 0) => work.world.stamp(),
        (true, at) => at,
    };
    share::put(work.connection, &Share { back: at, ..before })?;
    Ok(outcome(if back { "take-back-share" } else { "give-share-again" }))
}

pub(super) fn forget(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = in_register(work, id)?;
    share::put(work.connection, &Share { state: State::Trash, ..before })?;
    Ok(outcome("remove-share"))
}
