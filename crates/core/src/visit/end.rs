//! The end of a visit: what was agreed, who does what, what was thought of it. Not here: what is printed of it (`printing/visit`).

use super::start::day;
use super::{AgreementFields, Series};
use crate::book::{Outcome, Work, text};
use crate::error::Error;
use crate::place;
use crate::store::agreement::{self, Agreement};
use crate::store::author::ME;
use crate::store::visit::{self, Visit};
use crate::store::visit_answer::{self, Answer};
use crate::visit::talk;

/// The name of the step in the record.
pub const END: &str = "end-visit";

/// Ends a visit; everything is open to the citizen again from the moment this is on disk.
///
/// # Errors
/// [`Error::NotFound`] when it is ended or not there.
pub(crate) fn end(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let before = visit::get(work.connection, id)?.filter(|visit| visit.ended == 0).ok_or(Error::NotFound("visit"))?;
    let now = work.world.now();
    let (ended, ended_offset) = (now.timestamp_millis(), now.offset().local_minus_utc());
    visit::put(work.connection, &Visit { ended, ended_offset, ..before })?;
    Ok(Outcome::everywhere(END, ""))
}

/// Writes an agreement down, new or changed. Empty of words it is taken away.
///
/// # Errors
/// [`Error::NotFound`] when the visit is not there; [`Error::NotYourPen`] when a guest writes in what somebody else wrote.
pub(crate) fn agree(
    work: &Work<'_>,
    id: &str,
    visit: &str,
    fields: &AgreementFields,
    author: &str,
) -> Result<Outcome, Error> {
    crate::book::uuid(id)?;
    visit::get(work.connection, visit)?.ok_or(Error::NotFound("visit"))?;
    let before = agreement::get(work.connection, id)?;
    if before.as_ref().is_some_and(|before| author != ME && before.author != author) {
        return Err(Error::NotYourPen);
    }
    let place = match &before {
        Some(before) => before.place.clone(),
        None => {
            let last = agreement::of_visit(work.connection, visit)?.pop();
            place::between(last.as_ref().map(|last| last.place.as_str()), None).unwrap_or_default()
        }
    };
    let author = before.map_or_else(|| author.to_string(), |before| before.author);
    let row = Agreement {
        id: id.to_string(),
        visit: visit.to_string(),
        doer: fields.doer,
        name: text::clean_title(&fields.name)?,
        text: text::clean(&fields.text)?,
        due: day(&fields.due),
        done: fields.done,
        author,
        place,
    };
    agreement::put(work.connection, &row)?;
    Ok(quiet("write-agreement", format!("agreement:{id}")))
}

/// # Errors
/// As [`agree`].
pub(crate) fn drop_agreement(work: &Work<'_>, id: &str, author: &str) -> Result<Outcome, Error> {
    let before = agreement::get(work.connection, id)?.ok_or(Error::NotFound("agreement"))?;
    if author != ME && before.author != author {
        return Err(Error::NotYourPen);
    }
    agreement::delete(work.connection, id)?;
    Ok(quiet("remove-agreement", String::new()))
}

/// Keeps an answer; without a value and without words it is not answered.
///
/// # Errors
/// [`Error::NotFound`] for a question there is not; [`Error::NotHere`] for the staff's answers when the citizen does not want them kept.
pub(crate) fn answer(
    work: &Work<'_>,
    visit: &str,
    series: Series,
    question: &str,
    value: i32,
    words: &str,
) -> Result<Outcome, Error> {
    let row = visit::get(work.connection, visit)?.ok_or(Error::NotFound("visit"))?;
    if series == Series::Reflection && !row.keep_reflection {
        return Err(Error::NotHere("an answer that is not kept"));
    }
    if !talk::questions(series).iter().any(|known| known == question) || value > talk::most(series) {
        return Err(Error::NotFound("question"));
    }
    let before = visit_answer::get(work.connection, visit, series, question)?;
    let text = text::clean(words)?;
    let id = match before {
        Some(before) if value < 0 && text.is_empty() => {
            visit_answer::delete(work.connection, &before.id)?;
            return Ok(quiet("answer-visit", String::new()));
        }
        Some(before) => before.id,
        None if value < 0 && text.is_empty() => return Ok(quiet("answer-visit", String::new())),
        None => work.world.id()?,
    };
    let (visit, question) = (visit.to_string(), question.to_string());
    let field = format!("answer:{id}");
    visit_answer::put(work.connection, &Answer { id, visit, series, question, value: value.max(-1), text })?;
    Ok(quiet("answer-visit", field))
}

/// Shown on no page of the plan, so none is stale.
fn quiet(what: &'static str, field: String) -> Outcome {
    let mut outcome = Outcome::on(what, "");
    outcome.stale.clear();
    outcome.field = field;
    outcome.touched = Some(Vec::new());
    outcome
}
