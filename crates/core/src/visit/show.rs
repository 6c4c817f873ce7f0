//! What the screen is told while a visit goes on: who is here, and what a proposal says beside what the book says.
//! Not here: which proposals may be seen (`waiting`), and the record of all visits (`record`).

use super::diff::{Piece, whole, words};
use super::proposal::{Basis, Wish};
use super::start::{nameless, role_word};
use super::{Role, accept, propose};
use crate::book::contents::{chapter_title, page_title, question_title};
use crate::book::outline::Outline;
use crate::book::{Book, Work};
use crate::change::{Id, LinkKind, PersonFields, Place};
use crate::error::Error;
use crate::store::proposal::{self, Kept};
use crate::store::{entry, person, visit};
use crate::view::{Perspective, SectionName};
use crate::when;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The visit that goes on just now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitNow {
    pub id: Id,
    pub guests: Vec<GuestView>,
    /// What is open.
    pub chapters: Vec<SectionName>,
    pub agenda: String,
    /// Who writes: a guest's id, or empty for the citizen.
    pub pen: Id,
    /// What they are called; empty for the citizen.
    pub pen_name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuestView {
    pub id: Id,
    pub author: Id,
    pub name: String,
    pub role: Role,
    /// The name, or the word for the role.
    pub called: String,
    pub role_word: String,
    /// They have a name that others go by already, so it is not written over here.
    pub known: bool,
}

/// What kind of thing is wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WishKind {
    NewLine,
    Rewrite,
    Order,
    Link,
    Person,
}

/// Text and reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    pub text: String,
    pub because: String,
}

/// A proposal that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProposalView {
    pub id: Id,
    pub from: String,
    pub role: Role,
    pub role_word: String,
    pub perspective: Perspective,
    pub at: String,
    /// Made by who holds the pen now: they may write on and take it back.
    pub mine: bool,
    pub kind: WishKind,
    pub page: String,
    pub page_title: String,
    pub section: String,
    pub prompt: String,
    /// The question it answers, or other words for the answer of which it is; empty: none.
    pub asked: String,
    /// The line or person it is about.
    pub target: Id,
    /// As it would read after a yes; to its author as they wrote it.
    pub proposed: Said,
    pub now: Said,
    pub then: Said,
    /// The book says something else than when it was made.
    pub stale: bool,
    /// What it is about is not in the plan any more: it can only be let go.
    pub gone: bool,
    /// From now to proposed, word by word.
    pub changes: Vec<Piece>,
    pub because_changes: Vec<Piece>,
    /// From then to now, when it is stale.
    pub since: Vec<Piece>,
    pub because_since: Vec<Piece>,
    /// The line it shall stand after, or the tool or person it shall lead to; empty: first, or not about that.
    pub other: String,
    /// The line shall stand last.
    pub order_last: bool,
    /// As with `proposed`.
    pub person: Option<PersonFields>,
    pub person_now: Option<PersonFields>,
    pub person_then: Option<PersonFields>,
    /// From now to proposed, when it is somebody who is there.
    pub person_changes: Option<PersonPieces>,
    /// From then to now, when it is stale.
    pub person_since: Option<PersonPieces>,
}

/// What changes about a person, field by field. Not here: whether they are wanted, which has no words of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonPieces {
    pub name: Vec<Piece>,
    pub relation: Vec<Piece>,
    pub phone: Vec<Piece>,
    pub why: Vec<Piece>,
}

impl PersonPieces {
    fn between(before: &PersonFields, after: &PersonFields) -> Self {
        Self {
            name: words(&before.name, &after.name),
            relation: words(&before.relation, &after.relation),
            phone: whole(&before.phone, &after.phone),
            why: words(&before.why, &after.why),
        }
    }
}

impl Said {
    fn of(basis: &Basis) -> Self {
        match basis {
            Basis::Line { text, because } => Self { text: text.clone(), because: because.clone() },
            _ => Self::default(),
        }
    }
}

fn person_of(basis: &Basis) -> Option<PersonFields> {
    match basis {
        Basis::Person { fields } => Some(fields.clone()),
        _ => None,
    }
}

/// A wish in words.
struct Wished {
    kind: WishKind,
    proposed: Said,
    /// The words of the line that is moved or linked.
    line: Option<String>,
    other: String,
    section: String,
    prompt: String,
    /// Heading and question of the answer it is about.
    answers: Option<(String, String)>,
    person: Option<PersonFields>,
}

impl Wished {
    fn of(kind: WishKind) -> Self {
        let (other, section, prompt) = (String::new(), String::new(), String::new());
        Self { kind, proposed: Said::default(), line: None, other, section, prompt, answers: None, person: None }
    }
}

pub(crate) fn called(texts: &Texts, name: &str, role: Role) -> String {
    if name.is_empty() { nameless(texts, role) } else { name.to_string() }
}

impl Book {
    /// The visit that goes on just now, if one does.
    ///
    /// # Errors
    /// What the database says.
    pub fn visit_view(&self, texts: &Texts) -> Result<Option<VisitNow>, Error> {
        let Some(now) = self.visit_now() else { return Ok(None) };
        let row = visit::get(self.connection(), &now.id)?.unwrap_or_default();
        let mut guests = Vec::new();
        for guest in visit::people(self.connection(), &now.id)? {
            guests.push(GuestView {
                called: called(texts, &guest.name, guest.role),
                role_word: role_word(texts, guest.role),
                known: super::name::stands(self.connection(), &guest)?,
                id: guest.id,
                author: guest.author,
                name: guest.name,
                role: guest.role,
            });
        }
        let outline = Outline::read(self.connection())?;
        let open = outline.chapters.iter().filter(|chapter| now.open.contains(&chapter.id));
        let chapters = open.map(|chapter| SectionName { id: chapter.id.clone(), title: chapter_title(texts, chapter) });
        Ok(Some(VisitNow {
            id: now.id.clone(),
            guests,
            chapters: chapters.collect(),
            agenda: row.agenda,
            pen: now.pen.as_ref().map(|pen| pen.person.clone()).unwrap_or_default(),
            pen_name: now.pen.as_ref().map(|pen| called(texts, &pen.name, pen.role)).unwrap_or_default(),
        }))
    }

    fn line_text(&self, id: &str) -> Result<String, Error> {
        Ok(entry::get(self.connection(), id)?.map(|line| line.text).unwrap_or_default())
    }

    pub(super) fn proposal_view(
        &self,
        texts: &Texts,
        outline: &Outline,
        kept: Kept,
        page: String,
    ) -> Result<ProposalView, Error> {
        let work = Work { connection: self.connection(), world: self.world() };
        let proposal = kept.proposal;
        let (now_basis, gone) = match propose::basis(&work, &proposal.wish) {
            Ok(basis) => (basis, page.is_empty()),
            Err(Error::NotFound(_)) => (Basis::Nothing, true),
            Err(error) => return Err(error),
        };
        let (person_now, person_then) = (person_of(&now_basis), person_of(&proposal.basis));
        let gone = gone || (person_then.is_some() && person_now.is_none());
        let pen = self.visit_now().and_then(|now| now.pen.as_ref());
        let mine = pen.is_some_and(|pen| pen.author == proposal.author);
        let wished = self.wished(&if mine { proposal.wish.clone() } else { proposal.on(&now_basis) })?;
        let (mut now, then) = (Said::of(&now_basis), Said::of(&proposal.basis));
        if let Some(line) = wished.line {
            now.text = line;
        }
        let stale = !gone && now_basis != proposal.basis;
        let written = matches!(wished.kind, WishKind::NewLine | WishKind::Rewrite);
        let differ = |shown: bool, before: &str, after: &str| if shown { words(before, after) } else { Vec::new() };
        let between = |before: Option<&PersonFields>, after: Option<&PersonFields>| {
            before.zip(after).map(|(before, after)| PersonPieces::between(before, after))
        };
        Ok(ProposalView {
            from: called(texts, &proposal.name, proposal.role),
            role: proposal.role,
            role_word: role_word(texts, proposal.role),
            perspective: proposal.perspective,
            at: when::date_and_clock(when::stored(proposal.made, proposal.made_offset), texts.language()),
            mine,
            kind: wished.kind,
            page_title: outline.page(&page).map(|(chapter, page)| page_title(texts, chapter, page)).unwrap_or_default(),
            page,
            asked: wished.answers.map(|(section, prompt)| question_title(texts, &section, &prompt)).unwrap_or_default(),
            section: wished.section,
            prompt: wished.prompt,
            target: proposal.wish.target().to_string(),
            changes: differ(written, &now.text, &wished.proposed.text),
            because_changes: differ(written, &now.because, &wished.proposed.because),
            since: differ(stale && written, &then.text, &now.text),
            because_since: differ(stale && written, &then.because, &now.because),
            proposed: wished.proposed,
            now,
            then,
            stale,
            gone,
            order_last: matches!(proposal.wish, Wish::Order { place: Place::Last, .. }),
            other: wished.other,
            person_changes: between(person_now.as_ref(), wished.person.as_ref()),
            person_since: between(person_then.as_ref().filter(|_| stale), person_now.as_ref()),
            person: wished.person,
            person_now,
            person_then,
            id: proposal.id,
        })
    }

    /// What a wish says, with the words of the lines and people it points at.
    fn wished(&self, wish: &Wish) -> Result<Wished, Error> {
        let after = |place: &Place| match place {
            Place::After(id) => self.line_text(id),
            _ => Ok(String::new()),
        };
        Ok(match wish {
            Wish::NewLine { section, prompt, text, because, place, .. } => Wished {
                proposed: Said { text: text.clone(), because: because.clone() },
                section: section.clone(),
                prompt: prompt.clone(),
                answers: Some((section.clone(), prompt.clone())),
                other: after(place)?,
                ..Wished::of(WishKind::NewLine)
            },
            Wish::Rewrite { line, text, because } => Wished {
                proposed: Said { text: text.clone(), because: because.clone() },
                answers: entry::get(self.connection(), line)?.map(|line| (line.section, line.prompt)),
                ..Wished::of(WishKind::Rewrite)
            },
            Wish::Order { line, place } => {
                Wished { line: Some(self.line_text(line)?), other: after(place)?, ..Wished::of(WishKind::Order) }
            }
            Wish::Link { from, to_kind, to, .. } => {
                let other = match to_kind {
                    LinkKind::Tool => self.line_text(to)?,
                    LinkKind::Person => {
                        person::get(self.connection(), to)?.map(|to| to.fields.name).unwrap_or_default()
                    }
                };
                Wished { line: Some(self.line_text(from)?), other, ..Wished::of(WishKind::Link) }
            }
            Wish::Person { fields, .. } => Wished { person: Some(fields.clone()), ..Wished::of(WishKind::Person) },
        })
    }

    /// Whether a proposal rests on the book as it was.
    ///
    /// # Errors
    /// [`Error::NotFound`]; what the database says.
    pub fn is_stale(&self, id: &str) -> Result<bool, Error> {
        let work = Work { connection: self.connection(), world: self.world() };
        let kept = proposal::get(self.connection(), id)?.ok_or(Error::NotFound("proposal"))?;
        accept::is_stale(&work, &kept.proposal)
    }
}
