//! Whose words the lines of a page once were: what came in as a proposal stays marked as one. Not here: what still waits (`waiting`).

use super::ProposalState;
use super::proposal::Wish;
use super::show::called;
use super::start::role_word;
use crate::book::Book;
use crate::book::outline::OutlinePage;
use crate::change::Id;
use crate::error::Error;
use crate::store::entry::{self, Entry};
use crate::store::proposal::{self, Kept};
use crate::view::Perspective;
use crate::when;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// A line that was once a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Adopted {
    pub line: Id,
    pub from: String,
    pub role_word: String,
    pub perspective: Perspective,
    pub at: String,
    /// Said in the citizen's own words when it was taken in.
    pub own_words: bool,
    /// Written on since.
    pub rewritten: bool,
}

impl Book {
    /// Lines of a page that came in as proposals, each with the newest one that made it what it is.
    pub(super) fn adopted(&self, page: &OutlinePage, texts: &Texts) -> Result<Vec<Adopted>, Error> {
        let mut adopted = Vec::new();
        for section in &page.sections {
            let mut newest: HashMap<Id, Kept> = HashMap::new();
            for kept in proposal::accepted_in(self.connection(), &section.spot.id)? {
                if said(&kept.proposal.wish).is_some() {
                    newest.insert(kept.proposal.wish.target().to_string(), kept);
                }
            }
            if newest.is_empty() {
                continue;
            }
            let lines = entry::of_section(self.connection(), &section.spot.id)?;
            let seen = lines.into_iter().filter(|line| !self.is_unseen(line));
            adopted.extend(seen.filter_map(|line| newest.remove(&line.id).and_then(|kept| view(texts, line, &kept))));
        }
        Ok(adopted)
    }
}

fn view(texts: &Texts, line: Entry, kept: &Kept) -> Option<Adopted> {
    let proposal = &kept.proposal;
    let (text, because) = said(&proposal.wish)?;
    let own_words = kept.state == ProposalState::OwnWords;
    Some(Adopted {
        from: called(texts, &proposal.name, proposal.role),
        role_word: role_word(texts, proposal.role),
        perspective: proposal.perspective,
        at: when::date_and_clock(when::stored(kept.answered, kept.answered_offset), texts.language()),
        own_words,
        rewritten: !own_words && (line.text != text || line.because != because),
        line: line.id,
    })
}

/// The words of a wish that is about words.
fn said(wish: &Wish) -> Option<(&str, &str)> {
    match wish {
        Wish::NewLine { text, because, .. } | Wish::Rewrite { text, because, .. } => Some((text, because)),
        Wish::Order { .. } | Wish::Link { .. } | Wish::Person { .. } => None,
    }
}
