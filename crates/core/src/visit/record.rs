//! The record of visits, for the citizen alone: who was here, what they saw, what they proposed and what became of it; and the end of one visit as
//! the screen shows it. Not here: the one-page summary that may be given away (`printing/visit`), which holds no proposal at all.

use super::proposal::Wish;
use super::show::called;
use super::start::role_word;
use super::talk;
use super::told::Told;
use super::{AgreementFields, Guest, ProposalState, Series, VisitFields};
use crate::book::Book;
use crate::book::contents::{chapter_title, said};
use crate::book::outline::Outline;
use crate::change::Id;
use crate::error::Error;
use crate::store::author::{self, ME};
use crate::store::visit::{self, Visit};
use crate::store::{agreement, proposal, visit_answer};
use crate::view::Perspective;
use crate::when;
use crate::workbook::key;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// All visits, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitsView {
    pub visits: Vec<VisitItem>,
    /// People who have been here before, to be chosen again.
    pub known: Vec<Guest>,
    /// Chapters that can be opened.
    pub chapters: Vec<ChapterChoice>,
    /// Ending or pausing a visit asks for the passphrase: set by the shell.
    pub asks_secret: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChapterChoice {
    pub id: String,
    pub title: String,
    pub open: bool,
}

/// Where a visit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum VisitStage {
    GoesOn,
    /// Paused, or cut short; it can go on.
    Waits,
    Ended,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitItem {
    pub id: Id,
    pub stage: VisitStage,
    /// Date and time in words.
    pub began: String,
    pub ended: String,
    /// Names, or the words for the roles.
    pub people: Vec<String>,
    /// What was opened.
    pub chapters: Vec<String>,
    pub proposed: u32,
    pub taken: u32,
}

/// One visit in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitRecord {
    pub item: VisitItem,
    pub fields: VisitFields,
    /// `next_on` in words.
    pub next_words: String,
    pub agreements: Vec<AgreementView>,
    pub rating: Vec<AnswerView>,
    pub support: Vec<AnswerView>,
    pub reflection: Vec<AnswerView>,
    /// What was proposed, and what became of it. Empty while a visit goes on: what was declined is nobody else's business.
    pub proposals: Vec<ProposedView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AgreementView {
    pub id: Id,
    #[serde(flatten)]
    pub fields: AgreementFields,
    /// `due` in words.
    pub due_words: String,
    /// Who wrote it down; empty for the citizen.
    pub author: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    pub question: String,
    pub title: String,
    pub value: i32,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProposedView {
    pub id: Id,
    pub at: String,
    pub from: String,
    pub role_word: String,
    pub what: String,
    /// What they said, or in a sentence what they wanted done. Empty where what it is about is erased.
    pub text: String,
    pub because: String,
    pub perspective: Perspective,
    /// Words for a line: then it counts from where they were seen.
    pub written: bool,
    pub state: ProposalState,
}

pub(super) fn day_words(day: &str, texts: &Texts) -> String {
    NaiveDate::parse_from_str(day, "%Y-%m-%d").map(|day| when::date(day, texts.language())).unwrap_or_default()
}

impl Book {
    /// All visits and what is needed to begin one.
    ///
    /// # Errors
    /// What the database says.
    pub fn visits(&self, texts: &Texts) -> Result<VisitsView, Error> {
        let outline = Outline::read(self.connection())?;
        let now = self.visit_now();
        let mut visits = Vec::new();
        let mut known: Vec<Guest> = Vec::new();
        let mut choices = Vec::new();
        for row in visit::every(self.connection())? {
            // A guest sees this visit and no other.
            if now.is_none_or(|now| now.id == row.id) {
                visits.push(self.visit_item(&row, &outline, texts)?);
            }
        }
        if now.is_none() {
            for person in visit::everyone(self.connection())? {
                // Somebody who got their name on the way may have come under it before.
                let known_already = known.iter().any(|other| {
                    other.author == person.author || (other.name == person.name && other.role == person.role)
                });
                if !known_already && !person.name.is_empty() {
                    known.push(Guest { id: person.id, author: person.author, name: person.name, role: person.role });
                }
            }
        }
        for chapter in outline.chapters.iter().filter(|chapter| super::may_open(&chapter.id)) {
            let open = now.is_some_and(|now| now.open.contains(&chapter.id));
            // What the citizen calls a chapter that is shut stays inside, too: it goes by the name everybody's has.
            let title = match (now.is_none() || open, chapter.own) {
                (true, _) => chapter_title(texts, chapter),
                (false, false) => said(texts, &key("ch", &chapter.id)),
                (false, true) => continue,
            };
            if !chapter.hidden {
                choices.push(ChapterChoice { id: chapter.id.clone(), title, open });
            }
        }
        Ok(VisitsView { visits, known, chapters: choices, asks_secret: false })
    }

    fn visit_item(&self, row: &Visit, outline: &Outline, texts: &Texts) -> Result<VisitItem, Error> {
        let people = visit::people(self.connection(), &row.id)?;
        let seen = visit::chapters(self.connection(), &row.id)?;
        let title = |id: &String| outline.chapter(id).map(|chapter| chapter_title(texts, chapter));
        let proposals = proposal::of_visit(self.connection(), &row.id)?;
        let taken = proposals
            .iter()
            .filter(|kept| matches!(kept.state, ProposalState::Accepted | ProposalState::OwnWords))
            .count();
        let at = |milliseconds, offset| when::date_and_clock(when::stored(milliseconds, offset), texts.language());
        let goes_on = self.visit_now().is_some_and(|now| now.id == row.id);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let shown = |(_, open): &&(String, bool)| *open || !goes_on;
        Ok(VisitItem {
            id: row.id.clone(),
            stage: match (goes_on, row.ended) {
                (true, _) => VisitStage::GoesOn,
                (false, 0) => VisitStage::Waits,
                (false, _) => VisitStage::Ended,
            },
            began: at(row.started, row.started_offset),
            ended: if row.ended == 0 { String::new() } else { at(row.ended, row.ended_offset) },
            people: people.iter().map(|person| called(texts, &person.name, person.role)).collect(),
            chapters: seen.iter().filter(shown).filter_map(|(id, _)| title(id)).collect(),
            // How many were taken would tell how many were not.
            proposed: if goes_on { 0 } else { count(proposals.len()) },
            taken: if goes_on { 0 } else { count(taken) },
        })
    }

    /// One visit: what was agreed and answered, and for the citizen alone what was proposed.
    ///
    /// # Errors
    /// [`Error::NotFound`]; while a visit goes on, also for any other visit.
    pub fn visit_record(&self, id: &str, texts: &Texts) -> Result<VisitRecord, Error> {
        let row = visit::get(self.connection(), id)?.ok_or(Error::NotFound("visit"))?;
        if self.visit_now().is_some_and(|now| now.id != id) {
            return Err(Error::NotFound("visit"));
        }
        let item = self.visit_item(&row, &Outline::read(self.connection())?, texts)?;
        let goes_on = item.stage == VisitStage::GoesOn;
        let answers = visit_answer::of_visit(self.connection(), id)?;
        let of = |series: Series| {
            let view = |question: &String| {
                let answer = answers.iter().find(|answer| answer.series == series && answer.question == *question);
                let key = format!("{}-{question}", talk::prefix(series));
                AnswerView {
                    title: texts.find(&key).unwrap_or(key),
                    question: question.clone(),
                    value: answer.map_or(-1, |answer| answer.value),
                    text: answer.map(|answer| answer.text.clone()).unwrap_or_default(),
                }
            };
            talk::questions(series).iter().map(view).collect()
        };
        Ok(VisitRecord {
            next_words: day_words(&row.next_on, texts),
            agreements: self.agreements(id, texts)?,
            rating: of(Series::Visit),
            support: of(Series::Support),
            reflection: of(Series::Reflection),
            proposals: if goes_on { Vec::new() } else { self.proposed(id, texts)? },
            item,
            fields: VisitFields {
                agenda: row.agenda,
                agreed: row.agreed,
                kept_private: row.kept_private,
                next_on: row.next_on,
                next_note: row.next_note,
                keep_reflection: row.keep_reflection,
            },
        })
    }

    /// What was agreed at a visit, in order.
    ///
    /// # Errors
    /// What the database says.
    pub fn agreements(&self, visit: &str, texts: &Texts) -> Result<Vec<AgreementView>, Error> {
        let mut views = Vec::new();
        for row in agreement::of_visit(self.connection(), visit)? {
            let author = if row.author == ME { String::new() } else { author::name(self.connection(), &row.author)? };
            let due_words = day_words(&row.due, texts);
            let (doer, name, text, due, done) = (row.doer, row.name, row.text, row.due, row.done);
            views.push(AgreementView {
                id: row.id,
                fields: AgreementFields { doer, name, text, due, done },
                due_words,
                author,
            });
        }
        Ok(views)
    }

    /// What was proposed in a visit or through a hand-over, and what became of it.
    pub(crate) fn proposed(&self, visit: &str, texts: &Texts) -> Result<Vec<ProposedView>, Error> {
        let at = |milliseconds, offset| when::date_and_clock(when::stored(milliseconds, offset), texts.language());
        let view = |kept: proposal::Kept| -> Result<ProposedView, Error> {
            let proposal = kept.proposal;
            let Told { what, text, because } = self.wish_told(&proposal.wish, &proposal.basis, texts)?;
            Ok(ProposedView {
                at: at(proposal.made, proposal.made_offset),
                from: called(texts, &proposal.name, proposal.role),
                role_word: role_word(texts, proposal.role),
                what,
                text,
                because,
                perspective: proposal.perspective,
                written: matches!(proposal.wish, Wish::NewLine { .. } | Wish::Rewrite { .. }),
                state: kept.state,
                id: proposal.id,
            })
        };
        proposal::of_visit(self.connection(), visit)?.into_iter().map(view).collect()
    }
}
