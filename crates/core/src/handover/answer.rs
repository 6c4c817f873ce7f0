//! An answer as data: the proposals that were written on a hand-over. Not here: taking them in (`receive`).

use super::{ANSWER, HandFault, VERSION, bundle, check_version, list};
use crate::change::{Id, LinkKind, PersonFields, Place};
use crate::error::Error;
use crate::exchange::FileFault;
use crate::visit::Role;
use crate::visit::proposal::{Basis, Proposal, Wish};
use serde::{Deserialize, Serialize};

/// The most proposals in one answer: more than anyone reads.
pub const MOST_PROPOSALS: usize = 2_000;

/// The first record of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    pub format: String,
    pub version: u32,
    /// The hand-over it answers, and what stood in it to be given back.
    pub handover: Id,
    pub token: String,
    pub author: Id,
    pub name: String,
    pub role: Role,
    pub sent: i64,
    pub sent_offset: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub head: Head,
    pub proposals: Vec<Proposal>,
}

impl Answer {
    /// As it stands inside the lock.
    ///
    /// # Errors
    /// [`FileFault::TooBig`].
    pub fn write(&self) -> Result<Vec<u8>, Error> {
        let mut list = Vec::new();
        list::add(&mut list, &self.head)?;
        self.proposals.iter().try_for_each(|proposal| list::add(&mut list, proposal))?;
        Ok(list)
    }

    /// Reads what is inside the lock.
    ///
    /// # Errors
    /// [`HandFault::NotAnswer`], [`HandFault::Forged`] when it speaks in more than one name; [`FileFault`] for anything else.
    pub fn read(inside: &[u8]) -> Result<Self, Error> {
        let records = list::records(inside)?;
        let (first, rest) = records.split_first().ok_or(FileFault::NotOurs)?;
        match list::format(first)?.as_str() {
            ANSWER => {}
            super::HANDOVER => return Err(HandFault::NotAnswer.into()),
            _ => return Err(FileFault::NotOurs.into()),
        }
        let head: Head = list::read(first)?;
        check_version(head.version)?;
        if rest.len() > MOST_PROPOSALS {
            return Err(FileFault::TooBig.into());
        }
        let proposals = rest.iter().map(|record| list::read(record)).collect::<Result<_, _>>()?;
        let answer = Self { head, proposals };
        answer.check()?;
        Ok(answer)
    }

    fn check(&self) -> Result<(), Error> {
        let head = &self.head;
        bundle::title(&head.name)?;
        for proposal in &self.proposals {
            if proposal.author != head.author || proposal.visit != head.handover {
                return Err(HandFault::Forged.into());
            }
            bundle::uuid(&proposal.id)?;
            bundle::title(&proposal.name)?;
            wish(&proposal.wish)?;
            basis(&proposal.basis)?;
        }
        Ok(())
    }
}

/// The first record of an answer of this book.
#[must_use]
pub fn head(handover: &bundle::Head, name: &str, sent: i64, sent_offset: i32) -> Head {
    Head {
        format: ANSWER.to_string(),
        version: VERSION,
        handover: handover.id.clone(),
        token: handover.token.clone(),
        author: handover.author.clone(),
        name: name.to_string(),
        role: handover.role,
        sent,
        sent_offset,
    }
}

fn place(place: &Place) -> Result<(), Error> {
    match place {
        Place::After(id) => bundle::uuid(id),
        Place::First | Place::Last => Ok(()),
    }
}

fn person(fields: &PersonFields) -> Result<(), Error> {
    [&fields.name, &fields.relation, &fields.phone, &fields.why].into_iter().try_for_each(|said| bundle::field(said))
}

/// What is wished for is of the kind a co-writer's pen makes.
fn wish(wish: &Wish) -> Result<(), Error> {
    match wish {
        Wish::NewLine { line, section, prompt, text, because, place: at } => {
            bundle::uuid(line)?;
            bundle::name(section)?;
            bundle::name(prompt)?;
            bundle::field(text)?;
            bundle::field(because)?;
            place(at)
        }
        Wish::Rewrite { line, text, because } => {
            bundle::uuid(line)?;
            bundle::field(text)?;
            bundle::field(because)
        }
        Wish::Order { line, place: at } => {
            bundle::uuid(line)?;
            place(at)
        }
        Wish::Link { link, from, to_kind: LinkKind::Tool | LinkKind::Person, to } => {
            [link, from, to].into_iter().try_for_each(|id| bundle::uuid(id))
        }
        Wish::Person { person: id, fields } => {
            bundle::uuid(id)?;
            person(fields)
        }
    }
}

fn basis(basis: &Basis) -> Result<(), Error> {
    match basis {
        Basis::Nothing | Basis::After { line: None } => Ok(()),
        Basis::Line { text, because } => {
            bundle::field(text)?;
            bundle::field(because)
        }
        Basis::After { line: Some(line) } => bundle::uuid(line),
        Basis::Person { fields } => person(fields),
    }
}
