//! What the book goes on knowing when it goes back to an earlier state: what has left it, and what came back to it from others. The file, the sheet and
//! the key are with somebody; no going back gets them home. Not here: what the citizen reads of it (`backup/restore`).

use crate::change::Id;
use crate::error::Error;
use crate::store::proposal::{self, Kept};
use crate::store::{cowriter, handover};
use crate::visit::ProposalState as State;
use rusqlite::Connection;
use std::collections::HashSet;

/// Tables of what is with others: whole, as they are now.
const OUTSIDE: [&str; 6] = ["handover", "handover_chapter", "handover_answer", "cowriter", "share", "share_line"];

#[derive(Debug, Default)]
pub(crate) struct Stays {
    authors: HashSet<Id>,
    /// What came in through hand-overs.
    proposals: HashSet<Id>,
    /// Those of them the citizen has said yes to since: the yes goes back with the plan, and they wait again.
    again: Vec<Kept>,
}

impl Stays {
    /// What stays of the book `now` when it becomes like `then`.
    ///
    /// # Errors
    /// What the database says.
    pub(crate) fn read(now: &Connection, then: &Connection) -> Result<Self, Error> {
        let mut stays = Self::default();
        stays.authors.extend(cowriter::every(now)?.into_iter().map(|known| known.author));
        for given in handover::every(now)? {
            for kept in proposal::of_visit(now, &given.id)? {
                let yes = |state| matches!(state, State::Accepted | State::OwnWords);
                // Taken in already by then: so it is in the plan that comes back.
                if yes(state_in(then, &kept.proposal.id)?) {
                    continue;
                }
                stays.proposals.insert(kept.proposal.id.clone());
                if yes(kept.state) {
                    stays.again.push(kept);
                }
            }
            stays.authors.insert(given.author);
        }
        Ok(stays)
    }

    /// Whether this row stays as it is now.
    pub(crate) fn holds(&self, table: &str, id: &str) -> bool {
        match table {
            "author" => self.authors.contains(id),
            "proposal" => self.proposals.contains(id),
            _ => OUTSIDE.contains(&table),
        }
    }

    /// Whether rows of this table that are gone by now come back. Not the key of a co-writer one has let go of: their computer may have been
    /// stolen, and the next hand-over would be locked to it.
    pub(crate) fn comes_back(table: &str) -> bool {
        table != "cowriter"
    }

    /// How many proposals wait again.
    pub(crate) fn waits_again(&self) -> usize {
        self.again.len()
    }

    /// Asks again what the citizen has said yes to since: about the line it would be, no more about the one it became.
    ///
    /// # Errors
    /// What the database says.
    pub(crate) fn ask_again(self, connection: &Connection) -> Result<(), Error> {
        for kept in self.again {
            let kept = Kept { state: State::Open, answered: 0, answered_offset: 0, ..kept };
            proposal::put(connection, &kept)?;
            proposal::point_at(connection, &kept.proposal.id, kept.proposal.wish.target())?;
        }
        Ok(())
    }
}

/// Of a proposal that was not there yet nothing was said; nor of one in a book of before there were any.
fn state_in(then: &Connection, id: &str) -> Result<State, Error> {
    if !crate::store::table::is_there(then, "proposal")? {
        return Ok(State::Open);
    }
    Ok(proposal::get(then, id)?.map(|kept| kept.state).unwrap_or_default())
}
