//! What waits for an answer: how much of it may be seen, in which order, and where it stands. Found once for each state of the book, so that a
//! thousand proposals are not read again to count them or to show the first. Not here: how one is told (`show`).

use super::adopted::Adopted;
use super::proposal::{Basis, Proposal, Wish};
use super::propose;
use super::show::ProposalView;
use crate::book::outline::Outline;
use crate::book::{Book, Work, line, people_heading};
use crate::change::{Id, LinkKind, Place};
use crate::error::Error;
use crate::store::{entry, proposal};
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

/// A proposal that waits and may be seen.
#[derive(Clone, Debug)]
struct Waiting {
    id: Id,
    /// Empty when what it is about is gone.
    page: String,
    /// The heading it is for, or the line it is about.
    beside: String,
    /// It rests on the book as it is, so all of these can be taken in at once.
    ready: bool,
}

/// What waits in one state of the book, in the order in which it is read: page by page, the oldest first.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    revision: u32,
    seen: Option<Seen>,
    waiting: Arc<[Waiting]>,
}

/// What guests may see decides what is found; who of them holds the pen does not.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    open: HashSet<String>,
    authors: HashSet<Id>,
}

/// The first of what waits for an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Inbox {
    /// Page by page in the order of the book, the oldest first.
    pub proposals: Vec<ProposalView>,
    /// How many wait in all.
    pub total: u32,
    /// How many of these can be taken in at once.
    pub ready: u32,
}

/// What a page of the book has beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitPage {
    pub proposals: Vec<ProposalView>,
    /// The headings and lines that have more beside them than is told here.
    pub more: Vec<Id>,
    pub adopted: Vec<Adopted>,
}

impl Book {
    /// How many proposals wait; while a visit goes on those of the people who are there about what is open.
    ///
    /// # Errors
    /// What the database says.
    pub fn waiting(&self) -> Result<u32, Error> {
        if self.visit_now().is_none() {
            return proposal::waiting(self.connection());
        }
        Ok(count(self.found()?.iter()))
    }

    /// The first `most` of what waits for an answer, and how much that is in all.
    ///
    /// # Errors
    /// What the database says.
    pub fn inbox(&self, most: u32, texts: &Texts) -> Result<Inbox, Error> {
        let found = self.found()?;
        let first = found.iter().take(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(Inbox {
            proposals: self.in_words(first, &Outline::read(self.connection())?, texts)?,
            total: count(found.iter()),
            ready: count(found.iter().filter(|waiting| waiting.ready)),
        })
    }

    /// All that can be taken in at once: what rests on the book as it is.
    ///
    /// # Errors
    /// What the database says.
    pub fn ready_proposals(&self) -> Result<Vec<Id>, Error> {
        Ok(self.found()?.iter().filter(|waiting| waiting.ready).map(|waiting| waiting.id.clone()).collect())
    }

    /// What waits on one page, `most` at each heading and line, and whose words its lines were. Who answers gets the oldest, who proposes the newest.
    ///
    /// # Errors
    /// What the database says; [`Error::ShutNow`] for a page that is shut.
    pub fn visit_page(&self, page: &str, most: u32, texts: &Texts) -> Result<VisitPage, Error> {
        if self.is_page_shut(page) {
            return Err(Error::ShutNow);
        }
        let outline = Outline::read(self.connection())?;
        let found = self.found()?;
        let newest = self.visit_now().is_some_and(|now| now.pen.is_some());
        let mut here: Vec<&Waiting> = found.iter().filter(|waiting| waiting.page == page).collect();
        let mut counts: HashMap<&str, u32> = HashMap::new();
        let turn = |here: &mut Vec<&Waiting>| {
            if newest {
                here.reverse();
            }
        };
        turn(&mut here);
        here.retain(|waiting| {
            let count = counts.entry(&waiting.beside).or_default();
            *count += 1;
            *count <= most
        });
        turn(&mut here);
        let mut more: Vec<Id> =
            counts.iter().filter(|(_, count)| **count > most).map(|(id, _)| (*id).to_string()).collect();
        more.sort();
        let adopted = match outline.page(page) {
            Some((_, page)) => self.adopted(page, texts)?,
            None => Vec::new(),
        };
        Ok(VisitPage { proposals: self.in_words(here.into_iter(), &outline, texts)?, more, adopted })
    }

    fn in_words<'a>(
        &self,
        waiting: impl Iterator<Item = &'a Waiting>,
        outline: &Outline,
        texts: &Texts,
    ) -> Result<Vec<ProposalView>, Error> {
        let mut views = Vec::new();
        for Waiting { id, page, .. } in waiting {
            let kept = proposal::get(self.connection(), id)?.ok_or(Error::NotFound("proposal"))?;
            views.push(self.proposal_view(texts, outline, kept, page.clone())?);
        }
        Ok(views)
    }

    fn found(&self) -> Result<Arc<[Waiting]>, Error> {
        let seen = self.visit_now().map(|now| Seen { open: now.open.clone(), authors: now.authors.clone() });
        let revision = self.revision();
        if let Some(found) = &*self.found.borrow()
            && found.revision == revision
            && found.seen == seen
        {
            return Ok(Arc::clone(&found.waiting));
        }
        let mut waiting = Vec::new();
        let mut near = Near { lines: proposal::lines_of_open(self.connection())?, ..Near::default() };
        for kept in proposal::open(self.connection())? {
            waiting.extend(self.waits(&kept.proposal, &mut near)?);
        }
        let outline = Outline::read(self.connection())?;
        let pages = outline.chapters.iter().flat_map(|chapter| &chapter.pages);
        let order: HashMap<&str, usize> = pages.enumerate().map(|(nth, page)| (page.id.as_str(), nth)).collect();
        waiting.sort_by_key(|waiting: &Waiting| order.get(waiting.page.as_str()).copied().unwrap_or(usize::MAX));
        let waiting: Arc<[Waiting]> = waiting.into();
        *self.found.borrow_mut() = Some(Found { revision, seen, waiting: Arc::clone(&waiting) });
        Ok(waiting)
    }

    /// Where a proposal stands; none when it is not to be seen now.
    fn waits(&self, proposal: &Proposal, near: &mut Near) -> Result<Option<Waiting>, Error> {
        let work = Work { connection: self.connection(), world: self.world() };
        let wish = &proposal.wish;
        let page = known(&mut near.pages, stands_at(wish), || there(propose::page_of(&work, wish)))?;
        let page = page.unwrap_or_default();
        if !self.is_shown(proposal, &page, near)? {
            return Ok(None);
        }
        let basis = match rests_on(wish, near) {
            Some(what) => known(&mut near.bases, what, || there(propose::basis(&work, wish)))?,
            None => there(propose::basis(&work, wish))?,
        };
        let beside = match wish {
            Wish::NewLine { section, .. } => section.clone(),
            Wish::Person { .. } => people_heading(),
            other => other.target().to_string(),
        };
        let ready = !page.is_empty() && basis.is_some_and(|basis| basis == proposal.basis);
        Ok(Some(Waiting { id: proposal.id.clone(), page, beside, ready }))
    }

    /// Guests see what they themselves proposed about what is open; the citizen, alone, sees everything.
    fn is_shown(&self, proposal: &Proposal, page: &str, near: &mut Near) -> Result<bool, Error> {
        let Some(now) = self.visit_now() else { return Ok(true) };
        if !now.authors.contains(&proposal.author) || page.is_empty() || self.is_page_shut(page) {
            return Ok(false);
        }
        let mut lines = vec![proposal.wish.target().to_string()];
        match &proposal.wish {
            Wish::NewLine { place: Place::After(id), .. } | Wish::Order { place: Place::After(id), .. } => {
                lines.push(id.clone());
            }
            Wish::Link { to_kind, to, .. } if !self.may_lead_to(*to_kind, to)? => return Ok(false),
            Wish::Person { .. } if !self.may_lead_to(LinkKind::Person, "")? => return Ok(false),
            _ => {}
        }
        if let Wish::NewLine { line: new, section, prompt, .. } = &proposal.wish {
            if !near.lines.contains(new) {
                lines.remove(0);
            }
            // What answers the question by now is shown beside what was proposed.
            let asked = (section.clone(), prompt.clone());
            let answer = || line::one_answer(self.connection(), section, prompt).map(|line| line.map(|line| line.id));
            lines.extend(known(&mut near.answers, asked, answer)?);
        }
        for id in lines {
            let look = || Ok(entry::get(self.connection(), &id)?.is_some_and(|line| self.is_unseen(&line)));
            if known(&mut near.unseen, id.clone(), look)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// What was looked up for one proposal and holds for the next: a thousand of them are about few pages, headings and lines.
#[derive(Default)]
struct Near {
    /// Those lines that open proposals are about which are in the book.
    lines: HashSet<Id>,
    pages: HashMap<String, Option<String>>,
    bases: HashMap<(&'static str, String, String), Option<Basis>>,
    answers: HashMap<(String, String), Option<Id>>,
    unseen: HashMap<Id, bool>,
}

fn known<K: Eq + Hash, V: Clone>(
    all: &mut HashMap<K, V>,
    what: K,
    look: impl FnOnce() -> Result<V, Error>,
) -> Result<V, Error> {
    Ok(match all.entry(what) {
        Entry::Occupied(known) => known.get().clone(),
        Entry::Vacant(new) => new.insert(look()?).clone(),
    })
}

/// What decides on which page a wish stands: its heading, or the line it is about. All people stand on one page.
fn stands_at(wish: &Wish) -> String {
    match wish {
        Wish::NewLine { section, .. } => section.clone(),
        Wish::Person { .. } => String::new(),
        other => other.target().to_string(),
    }
}

/// What the basis of a wish depends on; none for a new line whose number is in the book already.
fn rests_on(wish: &Wish, near: &Near) -> Option<(&'static str, String, String)> {
    match wish {
        Wish::NewLine { line, .. } if near.lines.contains(line) => None,
        Wish::NewLine { section, prompt, .. } => Some(("new", section.clone(), prompt.clone())),
        Wish::Rewrite { line, .. } => Some(("words", line.clone(), String::new())),
        Wish::Order { line, .. } => Some(("order", line.clone(), String::new())),
        Wish::Link { .. } => Some(("link", String::new(), String::new())),
        Wish::Person { person, .. } => Some(("person", person.clone(), String::new())),
    }
}

fn count<T>(each: impl Iterator<Item = T>) -> u32 {
    u32::try_from(each.count()).unwrap_or(u32::MAX)
}

/// None for what is gone.
fn there<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
