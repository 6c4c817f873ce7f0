//! A visit: somebody sits beside the citizen, sees what the citizen opened, and whatever they write is a proposal.
//! Not here: how proposals travel between two machines, and what is drawn. `pen` says what is open and who writes; the verbs are a file each.

pub mod accept;
pub mod adopted;
pub mod coming;
pub mod diff;
pub mod end;
pub mod erase;
pub mod name;
pub mod pen;
pub mod proposal;
pub mod propose;
pub mod record;
pub mod show;
pub mod start;
pub mod support;
pub mod talk;
pub mod told;
pub mod waiting;

use crate::change::Id;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Chapters that are never opened in a visit.
pub const NEVER_OPEN: [&str; 3] = ["diary", "visits", "shares"];

/// Whether a chapter may be opened at all: in a visit, in a hand-over, as text for others.
#[must_use]
pub fn may_open(chapter: &str) -> bool {
    !crate::workbook::is_private(chapter) && !NEVER_OPEN.contains(&chapter)
}

/// Who a co-writer is to the citizen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Staff,
    /// Somebody with experiences of their own.
    Peer,
    Relative,
    #[default]
    Other,
}

/// Who does what was agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Doer {
    #[default]
    Me,
    You,
    Others,
}

/// Which questions an answer belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Series {
    /// The citizen's own four questions about the visit.
    Visit,
    /// The five of the scale of source S1.
    Support,
    /// The staff's ten, kept only if the citizen wants.
    Reflection,
}

/// What the citizen said to a proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ProposalState {
    #[default]
    Open,
    Accepted,
    /// Accepted, and said in the citizen's own words.
    OwnWords,
    Declined,
}

/// Somebody who comes to a visit. A name is not asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Guest {
    pub id: Id,
    /// Whose lines are theirs: the same as last time when they have been here before.
    pub author: Id,
    pub name: String,
    pub role: Role,
}

/// What is written about a visit while it goes on and when it ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct VisitFields {
    /// What the citizen wants out of it.
    pub agenda: String,
    /// What we agreed, in one text.
    pub agreed: String,
    /// What stays between us.
    pub kept_private: String,
    /// A day, `2026-12-01`, or empty.
    pub next_on: String,
    pub next_note: String,
    /// The citizen wants the staff's ten answers kept.
    pub keep_reflection: bool,
}

/// One thing that was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct AgreementFields {
    pub doer: Doer,
    /// Who, when it is not the citizen; may be empty.
    pub name: String,
    pub text: String,
    /// A day or empty.
    pub due: String,
    pub done: bool,
}

/// The citizen's own words in the place of a proposal's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct OwnWords {
    pub text: String,
    pub because: String,
}

/// A change around a visit; each is one revision like any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "act")]
pub enum VisitChange {
    Start {
        id: Id,
        guests: Vec<Guest>,
        chapters: Vec<String>,
        agenda: String,
    },
    /// Somebody who came later.
    Join {
        id: Id,
        guest: Guest,
    },
    /// The name and role of somebody who is there (`guest` is their row in the visit). What they have proposed in it carries them too.
    Name {
        id: Id,
        guest: Id,
        name: String,
        role: Role,
    },
    /// The chapters that are open from now on.
    Open {
        id: Id,
        chapters: Vec<String>,
    },
    Write {
        id: Id,
        fields: VisitFields,
    },
    End {
        id: Id,
    },
    /// Sent again with an id the book has, it is the same proposal in a newer edition; without words it is taken back.
    Propose {
        id: Id,
        wish: proposal::Wish,
        perspective: crate::view::Perspective,
    },
    /// By its author, as long as it is not answered.
    Withdraw {
        id: Id,
    },
    /// `own`: in the citizen's own words. `anyway`: the line has changed since, and the citizen has seen it.
    Accept {
        id: Id,
        own: Option<OwnWords>,
        anyway: bool,
    },
    /// All that rest on the book as it is now; the others stay.
    AcceptAll {
        ids: Vec<Id>,
    },
    Decline {
        id: Id,
    },
    Agree {
        id: Id,
        visit: Id,
        fields: AgreementFields,
    },
    DropAgreement {
        id: Id,
    },
    /// `value` -1 and no text: not answered.
    Answer {
        visit: Id,
        series: Series,
        question: String,
        value: i32,
        text: String,
    },
}

#[cfg(test)]
mod tests;
