//! The record of hand-overs, for the citizen alone: to whom, what was opened, what came back. Not here: the proposals themselves (the inbox).

use super::lock;
use crate::book::Book;
use crate::book::contents::chapter_title;
use crate::book::outline::Outline;
use crate::change::Id;
use crate::error::Error;
use crate::store::cowriter;
use crate::store::handover::{self, Handover};
use crate::store::proposal;
use crate::visit::record::{ChapterChoice, ProposedView};
use crate::visit::show::called;
use crate::visit::start::role_word;
use crate::visit::{ProposalState as State, Role, may_open};
use crate::when;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// All hand-overs, the newest first, and what is needed to make one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandoversView {
    pub given: Vec<HandoverItem>,
    pub known: Vec<CowriterView>,
    /// Chapters that can be opened.
    pub chapters: Vec<ChapterChoice>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandoverItem {
    pub id: Id,
    /// The name, or the word for the role.
    pub to: String,
    pub role_word: String,
    /// Date and time in words.
    pub made: String,
    pub agenda: String,
    pub chapters: Vec<String>,
    /// When answers with something new in them came, in words, the newest first.
    pub answers: Vec<String>,
    /// What they proposed, and what became of it.
    pub proposals: Vec<ProposedView>,
    pub waiting: u32,
    /// No more answers are taken in.
    pub closed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CowriterView {
    pub id: Id,
    pub name: String,
    pub role: Role,
    pub role_word: String,
    pub called: String,
    /// To read aloud: the other sees the same four words.
    pub spoken: String,
}

impl Book {
    /// Everything that was handed over, and to whom it can be.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`]: it is nobody else's to see. What the database says.
    pub fn handovers(&self, texts: &Texts) -> Result<HandoversView, Error> {
        self.only_when_alone()?;
        let outline = Outline::read(self.connection())?;
        let mut given = Vec::new();
        for row in handover::every(self.connection())?.into_iter().rev() {
            given.push(self.handover_item(row, &outline, texts)?);
        }
        let can_open = outline.chapters.iter().filter(|chapter| !chapter.hidden && may_open(&chapter.id));
        let chapters = can_open.map(|chapter| ChapterChoice {
            id: chapter.id.clone(),
            title: chapter_title(texts, chapter),
            open: false,
        });
        let known = cowriter::every(self.connection())?.into_iter().map(|known| CowriterView {
            called: called(texts, &known.name, known.role),
            role_word: role_word(texts, known.role),
            spoken: lock::spoken(&known.recipient),
            id: known.id,
            name: known.name,
            role: known.role,
        });
        Ok(HandoversView { given, chapters: chapters.collect(), known: known.collect() })
    }

    fn handover_item(&self, row: Handover, outline: &Outline, texts: &Texts) -> Result<HandoverItem, Error> {
        let at = |milliseconds, offset| when::date_and_clock(when::stored(milliseconds, offset), texts.language());
        let title = |id: String| outline.chapter(&id).map(|chapter| chapter_title(texts, chapter));
        let proposals = self.proposed(&row.id, texts)?;
        let waiting = proposals.iter().filter(|proposal| proposal.state == State::Open).count();
        let name = match (row.name.as_str(), proposal::of_visit(self.connection(), &row.id)?.last()) {
            ("", Some(kept)) => kept.proposal.name.clone(),
            (name, _) => name.to_string(),
        };
        let answers = handover::answers(self.connection(), &row.id)?;
        Ok(HandoverItem {
            to: called(texts, &name, row.role),
            role_word: role_word(texts, row.role),
            made: at(row.made, row.made_offset),
            chapters: handover::chapters(self.connection(), &row.id)?.into_iter().filter_map(title).collect(),
            answers: answers.into_iter().rev().map(|answer| at(answer.taken, answer.taken_offset)).collect(),
            waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
            proposals,
            agenda: row.agenda,
            closed: row.closed,
            id: row.id,
        })
    }
}
