//! An answer taken in: its proposals lie in the inbox, and nothing else in the book has changed. Whatever order answers come in, twice, in part or
//! from two openings of one hand-over, the same proposals give the same inbox (`visit::proposal::merge`); what is answered stays answered.
//! Not here: what the citizen says to a proposal (`visit::accept`).

use super::answer::Answer;
use super::{HandFault, lock};
use crate::book::{Book, outline};
use crate::change::LinkKind;
use crate::error::Error;
use crate::history::Draft;
use crate::store::handover::{self, Handover, Taken as Row};
use crate::store::proposal::{self, Kept};
use crate::store::{author, entry, link};
use crate::visit::ProposalState as State;
use crate::visit::proposal::{Proposal, Set, Wish, merge};
use crate::visit::show::called;
use crate::world::World;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// The name of the step in the record.
pub const STEP: &str = "take-answer";

/// What came of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Taken {
    pub from: String,
    /// New, or said anew, and now waiting for an answer.
    pub fresh: u32,
    /// Here already.
    pub again: u32,
    /// Answered already; they stay as they were answered.
    pub answered: u32,
}

impl Book {
    /// Takes in a file that came back. All of it or nothing; one recorded step, and none when there is nothing new in it.
    ///
    /// # Errors
    /// `FileFault` and [`HandFault`], with nothing taken in; [`Error::VisitGoesOn`]; what the database says.
    pub fn take_answer(&mut self, sealed: &[u8], texts: &Texts) -> Result<Taken, Error> {
        self.only_when_alone()?;
        let given = handover::every(self.connection())?;
        if lock::look(sealed)? == lock::Lock::Words {
            return Err(HandFault::NotAnswer.into());
        }
        let opened = lock::open(sealed, given.iter().map(|row| row.secret.as_str()));
        let (at, inside) = opened.map_err(|error| match error {
            Error::Hand(HandFault::OtherKey) => HandFault::OtherBook.into(),
            error => error,
        })?;
        let row = given.get(at).ok_or(HandFault::OtherBook)?;
        let answer = Answer::read(&inside)?;
        self.take(row, &answer, texts)
    }

    fn take(&mut self, row: &Handover, answer: &Answer, texts: &Texts) -> Result<Taken, Error> {
        let head = &answer.head;
        if head.handover != row.id || head.token != row.token || head.author != row.author {
            return Err(HandFault::Forged.into());
        }
        if row.closed {
            return Err(HandFault::Closed.into());
        }
        // The name the citizen gave them stands; only who was given none says it themselves.
        let name = if row.name.is_empty() { head.name.clone() } else { row.name.clone() };
        let mut taken = Taken { from: called(texts, &name, row.role), ..Taken::default() };
        let draft = Draft { what: STEP.to_string(), touched: Some(Vec::new()), ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, world| {
            check_ids(answer)?;
            let arrival = Arrival { connection, row, chapters: handover::chapters(connection, &row.id)? };
            for proposal in together(answer, &name, row) {
                arrival.one(proposal, &mut taken)?;
            }
            if taken.fresh > 0 {
                arrival.note(world, &name, &taken, texts)?;
            }
            Ok(())
        })?;
        Ok(taken)
    }
}

/// A co-writer's machine gives every new line an id of its own.
fn check_ids(answer: &Answer) -> Result<(), Error> {
    let mut claimed: HashMap<&str, &str> = HashMap::new();
    for proposal in &answer.proposals {
        if let Wish::NewLine { line, .. } = &proposal.wish
            && claimed.insert(line, &proposal.id).is_some_and(|other| other != proposal.id)
        {
            return Err(HandFault::Forged.into());
        }
    }
    Ok(())
}

/// The proposals of an answer, one of each id, as they are kept here: from whom the hand-over was for, whatever they call themselves.
fn together(answer: &Answer, name: &str, row: &Handover) -> impl Iterator<Item = Proposal> {
    let (name, role) = (name.to_string(), row.role);
    let set = merge(Set::new(), answer.proposals.iter().cloned());
    set.into_values().map(move |proposal| Proposal { name: name.clone(), role, ..proposal })
}

struct Arrival<'a> {
    connection: &'a Connection,
    row: &'a Handover,
    chapters: Vec<String>,
}

impl Arrival<'_> {
    fn one(&self, proposal: Proposal, taken: &mut Taken) -> Result<(), Error> {
        let Some(known) = proposal::get(self.connection, &proposal.id)? else {
            self.may_be_meant(&proposal.wish)?;
            if !proposal.wish.is_empty() {
                proposal::put(
                    self.connection,
                    &Kept { proposal, state: State::Open, answered: 0, answered_offset: 0 },
                )?;
                taken.fresh += 1;
            }
            return Ok(());
        };
        let same = known.proposal.author == self.row.author
            && known.proposal.visit == self.row.id
            && known.proposal.wish.target() == proposal.wish.target();
        if !same {
            return Err(HandFault::Forged.into());
        }
        if known.state != State::Open {
            taken.answered += 1;
            return Ok(());
        }
        self.may_be_meant(&proposal.wish)?;
        let (id, before) = (proposal.id.clone(), known.proposal.clone());
        let proposal = Proposal { name: before.name.clone(), ..proposal };
        let mut set = merge(Set::from([(id.clone(), before.clone())]), [proposal]);
        match set.remove(&id) {
            Some(now) if now != before && !now.wish.is_empty() => {
                proposal::put(self.connection, &Kept { proposal: now, ..known })?;
                taken.fresh += 1;
            }
            _ => taken.again += 1,
        }
        Ok(())
    }

    /// Only what was handed over can be spoken of. What is gone since can be: then it can only be let go.
    fn may_be_meant(&self, wish: &Wish) -> Result<(), Error> {
        let opened = |chapter: &str| self.chapters.iter().any(|known| known == chapter);
        let line_meant = |id: &str| -> Result<bool, Error> {
            Ok(entry::get(self.connection, id)?.is_none_or(|line| opened(&line.chapter)))
        };
        // Put away since or from the first: what is wished for waits like any other wish, and tells nobody anything.
        let people_opened = || opened(outline::chapter_of(&crate::book::people_page()));
        let meant = match wish {
            Wish::NewLine { line, section, .. } => {
                let spot = outline::spot(self.connection, section);
                let there = match spot {
                    Ok(spot) => opened(&spot.chapter),
                    Err(Error::NotFound(_)) => true,
                    Err(error) => return Err(error),
                };
                // A new line with the id of one that is there would write over it.
                there && entry::get(self.connection, line)?.is_none()
            }
            Wish::Rewrite { line, .. } | Wish::Order { line, .. } => line_meant(line)?,
            Wish::Link { link: id, from, to_kind, to } => {
                let end = match to_kind {
                    LinkKind::Tool => line_meant(to)?,
                    LinkKind::Person => people_opened(),
                };
                end && line_meant(from)? && link::get(self.connection, id)?.is_none()
            }
            Wish::Person { .. } => people_opened(),
        };
        if meant { Ok(()) } else { Err(HandFault::Forged.into()) }
    }

    /// When it came, and what its author is called where the citizen gave no name.
    fn note(&self, world: &World, name: &str, taken: &Taken, texts: &Texts) -> Result<(), Error> {
        let now = world.now();
        let nobody_yet = author::name(self.connection, &self.row.author)? == called(texts, "", self.row.role);
        if self.row.name.is_empty() && !name.is_empty() && nobody_yet {
            author::rename(self.connection, &self.row.author, &called(texts, name, self.row.role))?;
        }
        let row = Row {
            id: world.id()?,
            handover: self.row.id.clone(),
            taken: now.timestamp_millis(),
            taken_offset: now.offset().local_minus_utc(),
            fresh: taken.fresh,
        };
        handover::note_answer(self.connection, &row)
    }
}
