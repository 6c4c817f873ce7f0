//! What the citizen says to a proposal: yes, yes in own words, no. Only here does anything a co-writer wrote come into the plan.
//! Not here: how it was made (`propose`). No is silent: it is not told to anybody, and nothing of it stands on any page.

use super::proposal::{Basis, Proposal, Wish};
use super::propose::{basis, clean_words, page_of};
use super::{OwnWords, ProposalState};
use crate::book::{Outcome, Work, line, link, person};
use crate::change::{Id, Place};
use crate::error::Error;
use crate::store::author::{self, ME};
use crate::store::entry;
use crate::store::proposal::{self, Kept};
use crate::view::Perspective;

/// One that still waits for an answer.
fn open(work: &Work<'_>, id: &str) -> Result<Kept, Error> {
    let found = proposal::get(work.connection, id)?;
    found.filter(|kept| kept.state == ProposalState::Open).ok_or(Error::NotFound("proposal"))
}

fn answer(work: &Work<'_>, kept: Kept, state: ProposalState) -> Result<(), Error> {
    let now = work.world.now();
    let (answered, answered_offset) = (now.timestamp_millis(), now.offset().local_minus_utc());
    proposal::put(work.connection, &Kept { state, answered, answered_offset, ..kept })
}

/// The book says something else than when the proposal was made.
pub(crate) fn is_stale(work: &Work<'_>, proposal: &Proposal) -> Result<bool, Error> {
    Ok(basis(work, &proposal.wish)? != proposal.basis)
}

/// Takes a proposal into the plan: as it is, or in the citizen's own words.
///
/// # Errors
/// [`Error::ChangedSince`] when the book says something else now and the citizen has not seen it; [`Error::NotFound`] when it is
/// answered or what it is about is gone.
pub(crate) fn one(work: &Work<'_>, id: &str, own: Option<&OwnWords>, anyway: bool) -> Result<Outcome, Error> {
    let kept = open(work, id)?;
    if !anyway && is_stale(work, &kept.proposal)? {
        return Err(Error::ChangedSince);
    }
    let page = page_of(work, &kept.proposal.wish)?;
    let own = own.map(clean_words).transpose()?;
    let line = carry_out(work, &kept.proposal, own.as_ref())?;
    // A new line that became the answer that is there: its words go when that answer is erased for good.
    if let Some(line) = line.as_deref().filter(|line| *line != kept.proposal.wish.target()) {
        proposal::point_at(work.connection, &kept.proposal.id, line)?;
    }
    answer(work, kept, if own.is_some() { ProposalState::OwnWords } else { ProposalState::Accepted })?;
    let mut outcome = Outcome::everywhere("accept-proposal", &page);
    outcome.entry = line.unwrap_or_default();
    outcome.created = vec![outcome.entry.clone()];
    Ok(outcome)
}

/// Takes all of these into the plan that rest on the book as it is; the others stay where they are.
///
/// # Errors
/// What the database says; then none is taken in.
pub(crate) fn all(work: &Work<'_>, ids: &[Id]) -> Result<Outcome, Error> {
    let mut outcome = Outcome::everywhere("accept-proposals", "");
    for id in ids {
        match one(work, id, None, false) {
            Ok(done) => outcome.created.extend(done.created),
            Err(Error::ChangedSince | Error::NotFound(_) | Error::NotHere(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(outcome)
}

/// No. Its words stand nowhere but in the citizen's own record of the visit.
///
/// # Errors
/// [`Error::NotFound`] when it is answered already.
pub(crate) fn decline(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let kept = open(work, id)?;
    answer(work, kept, ProposalState::Declined)?;
    Ok(Outcome::everywhere("answer-proposal", ""))
}

/// Does what is wished for through the same verbs as the citizen's own pen; gives the line it became.
fn carry_out(work: &Work<'_>, proposal: &Proposal, own: Option<&OwnWords>) -> Result<Option<Id>, Error> {
    match &proposal.on(&basis(work, &proposal.wish)?) {
        Wish::NewLine { line: id, section, prompt, text, because, place } => {
            let words = own.cloned().unwrap_or_else(|| OwnWords { text: text.clone(), because: because.clone() });
            let place = still_there(work, section, place)?;
            let made = line::add(work, id, section, prompt, &words.text, &place)?;
            let id = made.created.first().cloned().unwrap_or_else(|| id.clone());
            words_into(work, &id, &words, proposal, own.is_some())?;
            Ok(Some(id))
        }
        Wish::Rewrite { line: id, text, because } => {
            let words = own.cloned().unwrap_or_else(|| OwnWords { text: text.clone(), because: because.clone() });
            words_into(work, id, &words, proposal, own.is_some())?;
            Ok(Some(id.clone()))
        }
        Wish::Order { line: id, place } => {
            line::shift(work, id, place)?;
            Ok(Some(id.clone()))
        }
        Wish::Link { link: id, from, to_kind, to } => {
            link::add(work, id, from, *to_kind, to)?;
            Ok(Some(from.clone()))
        }
        Wish::Person { person: id, fields } => {
            match &proposal.basis {
                Basis::Person { .. } => person::write(work, id, fields)?,
                _ => person::add(work, id, fields, &Place::Last)?,
            };
            Ok(None)
        }
    }
}

/// The line it should stand after may be gone by now; then last.
fn still_there(work: &Work<'_>, section: &str, place: &Place) -> Result<Place, Error> {
    let Place::After(id) = place else { return Ok(place.clone()) };
    let there = entry::places(work.connection, section)?.iter().any(|(known, _)| known == id);
    Ok(if there { place.clone() } else { Place::Last })
}

/// The words, and whose they are: a co-writer's stay marked as theirs, the citizen's own are the citizen's.
fn words_into(work: &Work<'_>, id: &str, words: &OwnWords, proposal: &Proposal, own: bool) -> Result<(), Error> {
    let mut line = line::in_plan(work, id)?;
    line.text.clone_from(&words.text);
    line.because.clone_from(&words.because);
    entry::write(work.connection, &line)?;
    if own {
        return entry::credit(work.connection, id, ME, Perspective::First);
    }
    author::keep(work.connection, &proposal.author, &proposal.name)?;
    entry::credit(work.connection, id, &proposal.author, proposal.perspective)
}
