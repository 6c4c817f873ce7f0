//! What a co-writer's pen does: whatever they would change becomes a proposal, and what cannot be one is refused.
//! Not here: who holds the pen (`pen`), and what the citizen answers (`accept`).

use super::pen::Running;
use super::proposal::{Basis, Proposal, Wish};
use super::{OwnWords, ProposalState, Role, VisitChange};
use crate::book::{Outcome, Work, line, link, outline, people_page, people_put_away, person, text};
use crate::change::{Change, Id, LinkKind, PersonFields, Place};
use crate::error::Error;
use crate::store::entry::{self, Entry};
use crate::store::proposal::{self, Kept};
use crate::view::{Kind, Perspective};

/// Carries out what somebody with a guest's pen asked for.
///
/// # Errors
/// [`Error::NotYourPen`] for what only the citizen does; [`Error::NotFound`] for what is not open.
pub(crate) fn by_guest(work: &Work<'_>, now: &Running, change: &Change) -> Result<Outcome, Error> {
    let desk = Desk { work, now };
    match change {
        Change::Visit { visit } => match visit {
            VisitChange::Propose { id, wish, perspective } => desk.propose(id, wish.clone(), *perspective),
            VisitChange::Withdraw { id } => desk.withdraw(id),
            VisitChange::Agree { id, visit, fields } if *visit == now.id => {
                super::end::agree(work, id, visit, fields, desk.author())
            }
            VisitChange::DropAgreement { id } => super::end::drop_agreement(work, id, desk.author()),
            VisitChange::Answer { visit, series: super::Series::Reflection, question, value, text }
                if *visit == now.id =>
            {
                super::end::answer(work, visit, super::Series::Reflection, question, *value, text)
            }
            _ => Err(Error::NotYourPen),
        },
        change => {
            let (id, wish, perspective) = desk.as_wish(change)?;
            desk.propose(&id, wish, perspective)
        }
    }
}

/// A co-writer at work, on this screen or in a book of a guest; the citizen's own pen proposes nothing.
struct Desk<'a> {
    work: &'a Work<'a>,
    now: &'a Running,
}

impl Desk<'_> {
    fn author(&self) -> &str {
        self.now.pen.as_ref().map_or(crate::store::author::ME, |holder| holder.author.as_str())
    }

    fn role(&self) -> Role {
        self.now.pen.as_ref().map_or(Role::Other, |holder| holder.role)
    }

    /// A line that is open to guests.
    fn seen(&self, id: &str) -> Result<Entry, Error> {
        let line = line::in_plan(self.work, id)?;
        let private = line.marks.0.contains(&crate::change::Mark::Private);
        if private || !self.now.open.contains(&line.chapter) { Err(Error::NotFound("line")) } else { Ok(line) }
    }

    /// What of theirs about this line or person still waits for an answer.
    fn waiting(&self, target: &str, alike: impl Fn(&Wish) -> bool) -> Result<Option<Kept>, Error> {
        let found = proposal::about(self.work.connection, target)?.into_iter();
        Ok(found
            .filter(|kept| kept.state == ProposalState::Open && kept.proposal.author == self.author())
            .find(|kept| alike(&kept.proposal.wish)))
    }

    /// What an ordinary change would be as a wish. One that goes on with something unanswered is the same proposal.
    fn as_wish(&self, change: &Change) -> Result<(Id, Wish, Perspective), Error> {
        let usual = usual_perspective(self.role());
        let (wish, known) = match change {
            Change::AddLine { id, section, prompt, text, place } => {
                let (section, prompt, place) = (section.clone(), prompt.clone(), place.clone());
                let known = self.waiting(id, |wish| matches!(wish, Wish::NewLine { .. }))?;
                let because = known.as_ref().map(because_of).unwrap_or_default();
                (Wish::NewLine { line: id.clone(), section, prompt, text: text.clone(), because, place }, known)
            }
            Change::WriteLine { id, text } => self.other_words(id, Some(text), None)?,
            Change::WriteBecause { id, because } => self.other_words(id, None, Some(because))?,
            Change::MoveLine { id, place } => {
                let known = self.waiting(id, |wish| matches!(wish, Wish::Order { .. }))?;
                (Wish::Order { line: id.clone(), place: place.clone() }, known)
            }
            Change::AddLink { id, from, to_kind, to } => {
                let known = self.waiting(from, |wish| matches!(wish, Wish::Link { to: known, .. } if known == to))?;
                (Wish::Link { link: id.clone(), from: from.clone(), to_kind: *to_kind, to: to.clone() }, known)
            }
            Change::AddPerson { id, fields, .. } | Change::WritePerson { id, fields } => {
                (Wish::Person { person: id.clone(), fields: fields.clone() }, self.waiting(id, |_| true)?)
            }
            _ => return Err(Error::NotYourPen),
        };
        let (id, perspective) = match known {
            Some(known) => (known.proposal.id, known.proposal.perspective),
            None => (self.work.world.id()?, usual),
        };
        Ok((id, wish, perspective))
    }

    fn other_words(
        &self,
        id: &str,
        text: Option<&String>,
        because: Option<&String>,
    ) -> Result<(Wish, Option<Kept>), Error> {
        let known = self.waiting(id, |wish| matches!(wish, Wish::NewLine { .. } | Wish::Rewrite { .. }))?;
        let mut wish = match &known {
            Some(known) => known.proposal.wish.clone(),
            None => {
                let line = self.seen(id)?;
                Wish::Rewrite { line: line.id, text: line.text, because: line.because }
            }
        };
        if let Wish::NewLine { text: words, because: why, .. } | Wish::Rewrite { text: words, because: why, .. } =
            &mut wish
        {
            text.into_iter().for_each(|text| words.clone_from(text));
            because.into_iter().for_each(|because| why.clone_from(because));
        }
        Ok((wish, known))
    }

    fn propose(&self, id: &str, wish: Wish, perspective: Perspective) -> Result<Outcome, Error> {
        crate::book::uuid(id)?;
        let wish = clean(wish)?;
        let known = proposal::get(self.work.connection, id)?;
        let Some(known) = known else { return self.make(id, wish, perspective) };
        let theirs = known.state == ProposalState::Open && known.proposal.author == self.author();
        if !theirs || known.proposal.wish.target() != wish.target() {
            return Err(Error::NotFound("proposal"));
        }
        let page = self.page(&wish)?;
        if wish.is_empty() {
            return self.withdraw(id);
        }
        let mut outcome = outcome(&page, id);
        if known.proposal.wish != wish || known.proposal.perspective != perspective {
            let now = self.work.world.now();
            let Kept { proposal: before, state, answered, answered_offset } = known;
            let proposal = Proposal {
                wish,
                perspective,
                edition: before.edition + 1,
                made: now.timestamp_millis(),
                made_offset: now.offset().local_minus_utc(),
                ..before
            };
            proposal::put(self.work.connection, &Kept { proposal, state, answered, answered_offset })?;
        }
        outcome.created = vec![id.to_string()];
        Ok(outcome)
    }

    fn make(&self, id: &str, wish: Wish, perspective: Perspective) -> Result<Outcome, Error> {
        let wish = self.placed(wish)?;
        let page = self.page(&wish)?;
        let basis = basis(self.work, &wish)?;
        let mut outcome = outcome(&page, id);
        // Nothing is asked for: the line says so already, or not a word is written yet.
        if wish.is_empty() || is_so(&wish, &basis) {
            return Ok(outcome);
        }
        let now = self.work.world.now();
        let holder = self.now.pen.as_ref();
        let proposal = Proposal {
            id: id.to_string(),
            visit: self.now.id.clone(),
            author: self.author().to_string(),
            name: holder.map(|holder| holder.name.clone()).unwrap_or_default(),
            role: self.role(),
            perspective,
            wish,
            basis,
            edition: 1,
            made: now.timestamp_millis(),
            made_offset: now.offset().local_minus_utc(),
        };
        let kept = Kept { proposal, state: ProposalState::Open, answered: 0, answered_offset: 0 };
        proposal::put(self.work.connection, &kept)?;
        outcome.stale = vec!["*".to_string()];
        outcome.created = vec![id.to_string()];
        Ok(outcome)
    }

    /// Everything a wish points at is open, and could be done if the citizen says yes.
    fn placed(&self, wish: Wish) -> Result<Wish, Error> {
        match &wish {
            Wish::NewLine { line: id, section, prompt, text, because, place } => {
                crate::book::uuid(id)?;
                let spot = outline::spot(self.work.connection, section)?;
                if !self.now.open.contains(&spot.chapter) || entry::get(self.work.connection, id)?.is_some() {
                    return Err(Error::NotFound("section"));
                }
                match spot.kind {
                    Kind::Derived | Kind::People | Kind::Scale | Kind::Paper => return Err(Error::NotHere("a line")),
                    Kind::Questions if spot.questions.iter().all(|question| question.id != *prompt) => {
                        return Err(Error::NotFound("question"));
                    }
                    Kind::Questions | Kind::Text => {}
                    _ if !prompt.is_empty() => return Err(Error::NotHere("an answer")),
                    _ => return self.place_seen(place, section).map(|()| wish),
                }
                // One answer to a question: other words for the one that is there.
                let answer = entry::answer(self.work.connection, section, prompt)?;
                match answer {
                    None => Ok(wish),
                    Some(answer) => {
                        let line = self.seen(&answer)?.id;
                        Ok(Wish::Rewrite { line, text: text.clone(), because: because.clone() })
                    }
                }
            }
            Wish::Rewrite { line, .. } => self.seen(line).map(|_| wish),
            Wish::Order { line, place } => {
                let line = self.seen(line)?;
                self.place_seen(place, &line.section).map(|()| wish)
            }
            Wish::Link { link: id, from, to_kind, to } => {
                crate::book::uuid(id)?;
                self.seen(from)?;
                match to_kind {
                    LinkKind::Tool => drop(self.seen(to)?),
                    LinkKind::Person => self.people_open()?,
                }
                link::may_be(self.work, from, *to_kind, to).map(|_| wish)
            }
            Wish::Person { person: id, .. } => {
                crate::book::uuid(id)?;
                self.people_open().map(|()| wish)
            }
        }
    }

    fn people_open(&self) -> Result<(), Error> {
        let open = self.now.open.contains(outline::chapter_of(&people_page()));
        if open && !people_put_away(self.work.connection)? { Ok(()) } else { Err(Error::NotFound("person")) }
    }

    fn place_seen(&self, place: &Place, section: &str) -> Result<(), Error> {
        match place {
            Place::After(id) if self.seen(id)?.section != section => Err(Error::NotFound("place")),
            _ => Ok(()),
        }
    }

    fn page(&self, wish: &Wish) -> Result<String, Error> {
        page_of(self.work, wish)
    }

    /// Its author takes it back before it is answered; nothing is left of it but the step.
    fn withdraw(&self, id: &str) -> Result<Outcome, Error> {
        let known = proposal::get(self.work.connection, id)?.ok_or(Error::NotFound("proposal"))?;
        if known.state != ProposalState::Open || known.proposal.author != self.author() {
            return Err(Error::NotFound("proposal"));
        }
        proposal::delete(self.work.connection, &known.proposal.id)?;
        let mut outcome = Outcome::everywhere("withdraw-proposal", &self.page(&known.proposal.wish)?);
        outcome.field.clear();
        Ok(outcome)
    }
}

fn outcome(page: &str, id: &str) -> Outcome {
    let mut outcome = Outcome::on("propose", page);
    outcome.field = format!("proposal:{id}");
    outcome.touched = Some(Vec::new());
    outcome
}

/// Professionals see from outside unless they say otherwise; those who know the person try to see from the inside.
#[must_use]
pub const fn usual_perspective(role: Role) -> Perspective {
    match role {
        Role::Staff => Perspective::Third,
        _ => Perspective::Second,
    }
}

fn because_of(kept: &Kept) -> String {
    match &kept.proposal.wish {
        Wish::NewLine { because, .. } | Wish::Rewrite { because, .. } => because.clone(),
        _ => String::new(),
    }
}

fn clean(wish: Wish) -> Result<Wish, Error> {
    Ok(match wish {
        Wish::NewLine { line, section, prompt, text, because, place } => {
            Wish::NewLine { line, section, prompt, text: text::clean(&text)?, because: text::clean(&because)?, place }
        }
        Wish::Rewrite { line, text, because } => {
            Wish::Rewrite { line, text: text::clean(&text)?, because: text::clean(&because)? }
        }
        Wish::Person { person, fields } => Wish::Person { person, fields: person::clean(&fields)? },
        other => other,
    })
}

/// The words a line gets when the citizen says them instead.
pub(crate) fn clean_words(own: &OwnWords) -> Result<OwnWords, Error> {
    Ok(OwnWords { text: text::clean(&own.text)?, because: text::clean(&own.because)? })
}

/// What the book says now about what is wished for.
///
/// # Errors
/// What the database says; [`Error::NotFound`] when the line is gone.
pub(crate) fn basis(work: &Work<'_>, wish: &Wish) -> Result<Basis, Error> {
    Ok(match wish {
        Wish::Rewrite { line, .. } => {
            let line = line::in_plan(work, line)?;
            Basis::Line { text: line.text, because: line.because }
        }
        Wish::Order { line, .. } => {
            let line = line::in_plan(work, line)?;
            // Lines that are *kun mig* do not count: a guest's machine has never heard of them.
            let mut siblings = entry::of_section(work.connection, &line.section)?;
            siblings.retain(|other| other.id == line.id || !other.marks.0.contains(&crate::change::Mark::Private));
            let at = siblings.iter().position(|other| other.id == line.id).unwrap_or_default();
            Basis::After {
                line: at.checked_sub(1).and_then(|before| siblings.get(before)).map(|other| other.id.clone()),
            }
        }
        Wish::Person { person, .. } => match crate::store::person::get(work.connection, person)? {
            Some(known) if known.state == crate::store::State::Plan => Basis::Person { fields: known.fields },
            _ => Basis::Nothing,
        },
        // Another came in under this id: its words would be written over.
        Wish::NewLine { line: id, .. } if entry::get(work.connection, id)?.is_some() => {
            let line = line::in_plan(work, id)?;
            Basis::Line { text: line.text, because: line.because }
        }
        // An answer given since is something else than the nothing it was made on.
        Wish::NewLine { section, prompt, .. } => match outline::spot(work.connection, section)?.kind {
            Kind::Questions | Kind::Text => match entry::answer(work.connection, section, prompt)? {
                Some(answer) => {
                    let line = line::in_plan(work, &answer)?;
                    if line.text.is_empty() && line.because.is_empty() {
                        Basis::Nothing
                    } else {
                        Basis::Line { text: line.text, because: line.because }
                    }
                }
                None => Basis::Nothing,
            },
            _ => Basis::Nothing,
        },
        Wish::Link { .. } => Basis::Nothing,
    })
}

/// The book is as wished already.
fn is_so(wish: &Wish, basis: &Basis) -> bool {
    match (wish, basis) {
        (Wish::Rewrite { text, because, .. }, Basis::Line { text: now, because: why }) => text == now && because == why,
        (Wish::Person { fields, .. }, Basis::Person { fields: now }) => {
            *fields == PersonFields { wanted: fields.wanted, ..now.clone() } && fields.wanted == now.wanted
        }
        _ => false,
    }
}

/// The page a wish is about; that of the line it is for, of the section, or of the people.
///
/// # Errors
/// [`Error::NotFound`] when that is gone.
pub(crate) fn page_of(work: &Work<'_>, wish: &Wish) -> Result<String, Error> {
    let section = match wish {
        Wish::NewLine { section, .. } => section.clone(),
        Wish::Person { .. } => return Ok(people_page()),
        Wish::Rewrite { line: id, .. } | Wish::Order { line: id, .. } | Wish::Link { from: id, .. } => {
            entry::get(work.connection, id)?.ok_or(Error::NotFound("line"))?.section
        }
    };
    Ok(outline::spot(work.connection, &section)?.page)
}
