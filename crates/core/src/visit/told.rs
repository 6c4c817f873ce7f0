//! What somebody proposed and what became of it, a visit and a hand-over, in sentences: for the record on the screen, and as a text the citizen
//! can keep and read anywhere. Not here: the whole book in one file (`exchange`), and the sheet that may be given away (`printing/visit`).

use super::proposal::{Basis, Proposal, Wish};
use super::record::{AnswerView, ProposedView, VisitRecord};
use super::show::called;
use super::{Doer, ProposalState};
use crate::book::Book;
use crate::change::{LinkKind, Place};
use crate::error::Error;
use crate::handover::show::HandoverItem;
use crate::store::{entry, person};
use crate::view::Perspective;
use holdepunkt_i18n::Texts;

/// A wish as it is told afterwards.
pub(super) struct Told {
    pub what: String,
    pub text: String,
    pub because: String,
}

/// A heading and what stands under it; nothing where there is nothing.
struct Text(String);

impl Text {
    fn line(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() {
            self.0.push_str(line);
            self.0.push('\n');
        }
    }

    fn part(&mut self, heading: &str, lines: &[String]) {
        if lines.iter().all(|line| line.trim().is_empty()) {
            return;
        }
        self.0.push('\n');
        self.line(heading);
        lines.iter().for_each(|line| self.line(line));
    }

    fn proposals(&mut self, heading: &str, proposals: &[ProposedView], texts: &Texts) {
        let told: Vec<String> = proposals.iter().flat_map(|one| proposed_lines(one, texts)).collect();
        self.part(heading, &told);
    }
}

impl Book {
    /// A visit as its record tells it, as plain text for the citizen.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`] while one does; [`Error::NotFound`]; what the database says.
    pub fn visit_as_text(&self, id: &str, texts: &Texts) -> Result<String, Error> {
        self.only_when_alone()?;
        let VisitRecord { item, fields, next_words, agreements, rating, support, reflection, proposals } =
            self.visit_record(id, texts)?;
        let mut text = Text(String::new());
        text.line(&format!("{} · {}", texts.visits(), item.began));
        if !item.ended.is_empty() {
            text.line(&texts.visit_ended(&item.ended));
        }
        if !item.people.is_empty() {
            text.line(&texts.visit_with(&item.people.join(", ")));
        }
        text.line(&match item.chapters.as_slice() {
            [] => texts.visit_saw_nothing(),
            chapters => texts.visit_saw(&chapters.join(", ")),
        });
        text.part(&texts.visit_agenda(), &[fields.agenda]);
        text.part(&texts.visit_agreed(), &[fields.agreed]);
        let tasks = agreements.iter().filter(|one| !one.fields.text.trim().is_empty()).map(|one| {
            let who = match (one.fields.doer, one.fields.name.trim()) {
                (Doer::Me, _) => texts.visit_task_me(),
                (_, name) if !name.is_empty() => name.to_string(),
                (Doer::You, _) => texts.visit_task_you(),
                (Doer::Others, _) => texts.visit_task_others(),
            };
            let due = if one.due_words.is_empty() { String::new() } else { texts.coming_due(&one.due_words) };
            let done = if one.fields.done { texts.visit_task_done() } else { String::new() };
            format!("- {}", joined([who, one.fields.text.clone(), due, done]))
        });
        text.part(&texts.visit_tasks(), &tasks.collect::<Vec<_>>());
        text.part(&texts.visit_next(), &[joined([next_words, fields.next_note])]);
        text.part(&texts.visit_private(), &[fields.kept_private]);
        let answered = |answer: &&AnswerView| answer.value >= 0;
        let rated = rating.iter().filter(answered).map(|one| format!("- {} {}", one.title, one.value));
        text.part(&texts.visit_rated(), &rated.collect::<Vec<_>>());
        let helped = support.iter().filter(answered).map(|one| format!("- {} {}", one.title, amount(one.value, texts)));
        text.part(&texts.visit_support(), &helped.collect::<Vec<_>>());
        let thought = reflection.iter().filter(|one| !one.text.is_empty());
        let thought = thought.flat_map(|one| [one.title.clone(), one.text.clone()]);
        text.part(&texts.visit_reflect(), &thought.collect::<Vec<_>>());
        text.proposals(&texts.visit_record_proposed(), &proposals, texts);
        Ok(text.0)
    }

    /// A hand-over and what came back, as plain text for the citizen.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`] while one does; [`Error::NotFound`]; what the database says.
    pub fn handover_as_text(&self, id: &str, texts: &Texts) -> Result<String, Error> {
        let given = self.handovers(texts)?.given.into_iter().find(|given| given.id == id);
        let HandoverItem { to, role_word, made, agenda, chapters, answers, proposals, closed, .. } =
            given.ok_or(Error::NotFound("hand-over"))?;
        let mut text = Text(String::new());
        text.line(&texts.hand_to(&with_role(&to, &role_word)));
        text.line(&made);
        text.line(&texts.hand_along(&chapters.join(", ")));
        text.part(&texts.hand_agenda(), &[agenda]);
        text.0.push('\n');
        if answers.is_empty() && !closed {
            text.line(&texts.hand_answer_none());
        }
        answers.iter().for_each(|when| text.line(&texts.hand_answer_came(when)));
        if closed {
            text.line(&texts.hand_closed());
        }
        text.proposals(&texts.hand_came(), &proposals, texts);
        Ok(text.0)
    }

    /// Who wants what, in one line.
    pub(crate) fn proposal_told(&self, proposal: &Proposal, texts: &Texts) -> Result<String, Error> {
        let Told { what, text, .. } = self.wish_told(&proposal.wish, &proposal.basis, texts)?;
        let from = called(texts, &proposal.name, proposal.role);
        Ok(joined([from, if text.is_empty() { what } else { text }, String::new()]))
    }

    /// What a wish says, in the sentences of the card it stood on.
    pub(super) fn wish_told(&self, wish: &Wish, basis: &Basis, texts: &Texts) -> Result<Told, Error> {
        let line = |id: &str| -> Result<String, Error> {
            Ok(entry::get(self.connection(), id)?.map(|line| line.text).unwrap_or_default())
        };
        let named = |id: &str| -> Result<String, Error> {
            Ok(person::get(self.connection(), id)?.map(|known| known.fields.name).unwrap_or_default())
        };
        let told = |what: String, text: String| Told { what, text, because: String::new() };
        Ok(match wish {
            Wish::NewLine { text, because, .. } => {
                Told { because: because.clone(), ..told(texts.visit_wish_new_line(), text.clone()) }
            }
            Wish::Rewrite { text, because, .. } => {
                Told { because: because.clone(), ..told(texts.visit_wish_rewrite(), text.clone()) }
            }
            Wish::Order { line: id, place } => {
                let words = line(id)?;
                // Of a line that is erased nothing is told.
                let said = match place {
                    _ if words.is_empty() => String::new(),
                    Place::First => texts.proposal_order_first(&words),
                    Place::Last => texts.proposal_order_last(&words),
                    Place::After(other) => match line(other)?.as_str() {
                        "" => String::new(),
                        other => texts.proposal_order_after(other, &words),
                    },
                };
                told(texts.visit_wish_order(), said)
            }
            Wish::Link { from, to_kind, to, .. } => {
                let (words, other) = match to_kind {
                    LinkKind::Tool => (line(from)?, line(to)?),
                    LinkKind::Person => (line(from)?, named(to)?),
                };
                let whole = !words.is_empty() && !other.is_empty();
                let said = if whole { texts.proposal_link(&other, &words) } else { String::new() };
                told(texts.visit_wish_link(), said)
            }
            Wish::Person { fields, .. } => {
                let what = match basis {
                    Basis::Person { .. } => texts.proposal_person_change(),
                    _ => texts.proposal_person_new(),
                };
                let [name, relation, phone, why] = [&fields.name, &fields.relation, &fields.phone, &fields.why];
                let said = joined([name.clone(), relation.clone(), phone.clone()]);
                Told { because: why.clone(), ..told(what, said) }
            }
        })
    }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A name with what the person is to the citizen. Without a name that is already all there is.
pub(super) fn with_role(name: &str, role: &str) -> String {
    if name.ends_with(role) { name.to_string() } else { format!("{name} ({role})") }
}

/// The word for an answer about support.
pub(super) fn amount(value: i32, texts: &Texts) -> String {
    match value {
        0 => texts.visit_support_0(),
        1 => texts.visit_support_1(),
        2 => texts.visit_support_2(),
        3 => texts.visit_support_3(),
        4 => texts.visit_support_4(),
        _ => String::new(),
    }
}

fn proposed_lines(one: &ProposedView, texts: &Texts) -> Vec<String> {
    let became = match one.state {
        ProposalState::Open => texts.visit_state_open(),
        ProposalState::Accepted => texts.visit_state_accepted(),
        ProposalState::OwnWords => texts.visit_state_own_words(),
        ProposalState::Declined => texts.visit_state_declined(),
    };
    let seen = match one.perspective {
        Perspective::First => texts.perspective_first(),
        Perspective::Second => texts.perspective_second(),
        Perspective::Third => texts.perspective_third(),
    };
    let who = with_role(&one.from, &one.role_word);
    let head = format!("- {}", joined([one.at.clone(), who, one.what.clone(), became]));
    let because = match one.because.trim() {
        "" => String::new(),
        because => format!("{} {because}", texts.because_word()),
    };
    vec![head, one.text.clone(), because, if one.written { seen } else { String::new() }]
}
