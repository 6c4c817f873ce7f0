//! Somebody who comes to a visit, for tests: they are let in, hold the pen, and propose.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, Id, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::view::{Changed, Perspective};
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::show::ProposalView;
use holdepunkt_core::visit::{Guest, OwnWords, Role, VisitChange};

pub struct Visit {
    pub id: Id,
    pub karen: Id,
    pub author: Id,
}

pub fn around(visit: VisitChange) -> Change {
    Change::Visit { visit }
}

impl Desk {
    /// Karen, a worker, comes; these chapters are opened.
    pub fn visit(&mut self, chapters: &[&str]) -> Visit {
        self.visit_of("Karen", chapters)
    }

    pub fn visit_of(&mut self, name: &str, chapters: &[&str]) -> Visit {
        let visit = Visit { id: id(), karen: id(), author: id() };
        let guest =
            Guest { id: visit.karen.clone(), author: visit.author.clone(), name: name.into(), role: Role::Staff };
        self.wait(60);
        self.change(around(VisitChange::Start {
            id: visit.id.clone(),
            guests: vec![guest],
            chapters: chapters.iter().map(ToString::to_string).collect(),
            agenda: "at sove bedre".into(),
        }));
        visit
    }

    pub fn pen(&mut self, person: &str) {
        self.book.as_mut().expect("open").hold_pen(person).expect("the pen can be handed on");
    }

    pub fn pause(&mut self) {
        self.pen("");
        self.book.as_mut().expect("open").pause_visit().expect("the visit can be paused");
    }

    pub fn end(&mut self, visit: &Visit) {
        self.pen("");
        self.change(around(VisitChange::End { id: visit.id.clone() }));
    }

    pub fn propose(&mut self, wish: Wish) -> Id {
        self.wait(60);
        let proposal = id();
        self.change(around(VisitChange::Propose { id: proposal.clone(), wish, perspective: Perspective::Third }));
        proposal
    }

    /// Karen has the pen for this, and then the citizen has it again.
    pub fn proposed(&mut self, visit: &Visit, wish: Wish) -> Id {
        self.pen(&visit.karen);
        let proposal = self.propose(wish);
        self.pen("");
        proposal
    }

    pub fn try_accept(&mut self, proposal: &str, own: Option<&str>, anyway: bool) -> Result<Changed, Error> {
        let own = own.map(|text| OwnWords { text: text.into(), because: String::new() });
        self.wait(60);
        self.try_change(around(VisitChange::Accept { id: proposal.into(), own, anyway }))
    }

    pub fn accept(&mut self, proposal: &str) -> Changed {
        self.try_accept(proposal, None, false).expect("the proposal can be accepted")
    }

    pub fn decline(&mut self, proposal: &str) -> Changed {
        self.wait(60);
        self.change(around(VisitChange::Decline { id: proposal.into() }))
    }

    pub fn inbox(&self) -> Vec<ProposalView> {
        self.book().inbox(u32::MAX, &self.texts).expect("the inbox can be read").proposals
    }
}

pub fn new_line(section: &str, text: &str) -> Wish {
    answering(section, "", text)
}

/// A new line that answers one of the section's questions.
pub fn answering(section: &str, prompt: &str, text: &str) -> Wish {
    Wish::NewLine {
        line: id(),
        section: section.into(),
        prompt: prompt.into(),
        text: text.into(),
        because: String::new(),
        place: Place::Last,
    }
}

pub fn rewrite(line: &str, text: &str) -> Wish {
    Wish::Rewrite { line: line.into(), text: text.into(), because: String::new() }
}
