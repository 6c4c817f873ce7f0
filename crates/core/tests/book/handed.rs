//! A part of the book in a file, for tests: handed over, opened on another machine, answered.

use crate::builder::Desk;
use holdepunkt_core::change::Id;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::sealed;
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::handover::guest;
use holdepunkt_core::handover::receive::Taken;
use holdepunkt_core::visit::Role;
use secrecy::SecretString;

/// A file and the words that were read aloud with it.
pub struct Handed {
    pub file: Vec<u8>,
    pub words: Option<SecretString>,
    pub id: String,
}

impl Desk {
    /// A book with one early sign in it, and Karen has the early signs in a file.
    pub fn handed_over() -> (Self, Id, Handed) {
        let mut desk = Self::new();
        let line = desk.line("signs.inner", "uro");
        let handed = desk.hand_over(&["signs"]);
        (desk, line, handed)
    }

    /// Karen gets these chapters in a file.
    pub fn hand_over(&mut self, chapters: &[&str]) -> Handed {
        self.hand_over_to(HandoverWanted {
            name: "Karen".into(),
            role: Role::Staff,
            agenda: "at sove bedre".into(),
            chapters: chapters.iter().map(ToString::to_string).collect(),
            ..HandoverWanted::default()
        })
    }

    #[allow(clippy::needless_pass_by_value)] // reads better where it is called
    pub fn hand_over_to(&mut self, wanted: HandoverWanted) -> Handed {
        self.wait(60);
        let mut prepared = self.book().prepare_handover(&wanted).expect("it can be handed over");
        let given = prepared.seal(self.book().world()).expect("locked");
        self.book.as_mut().expect("open").note_handover(&prepared, &self.texts).expect("noted");
        Handed { file: given.bytes, words: given.words, id: prepared.row.id.clone() }
    }

    /// Takes a file in that came back.
    pub fn take(&mut self, file: &[u8]) -> Result<Taken, Error> {
        self.wait(60);
        self.book.as_mut().expect("open").take_answer(file, &self.texts)
    }
}

impl Handed {
    /// All that is in the file.
    pub fn inside(&self) -> Vec<u8> {
        sealed::open(&self.file, self.words.as_ref().expect("words")).expect("opened").to_vec()
    }

    pub fn bundle(&self) -> Bundle {
        Bundle::read(&self.inside()).expect("a hand-over")
    }

    /// The co-writer's machine, with the file open on it.
    pub fn opened(&self) -> Desk {
        self.opened_by("")
    }

    pub fn opened_by(&self, name: &str) -> Desk {
        let mut desk = Desk::new();
        guest::fill(desk.book.as_mut().expect("open"), &self.bundle(), name, &desk.texts).expect("filled");
        desk
    }
}

pub fn answer(desk: &Desk) -> Vec<u8> {
    desk.book().hand_back().expect("an answer")
}
