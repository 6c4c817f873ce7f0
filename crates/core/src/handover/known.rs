//! Co-writers one knows, with the key that locks a hand-over to them, and this book's own key, with which its owner opens what others hand over.
//! Not here: what is handed over (`give`).

use super::{HandFault, lock};
use crate::book::{Book, text};
use crate::change::Id;
use crate::error::Error;
use crate::history::Draft;
use crate::store::cowriter::{self, Cowriter};
use crate::store::{author, setting};
use crate::view::Changed;
use crate::visit::Role;
use crate::visit::start::nameless;
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The names of the steps in the record.
pub const KEEP: &str = "keep-cowriter";
pub const DROP: &str = "drop-cowriter";
/// The same of making the book's own key, which is no step.
pub const OWN: &str = "own-key";
/// The same of what a co-writer is called.
pub const NAMED: &str = "name-cowriter";

/// What is written about a co-writer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct CowriterFields {
    pub name: String,
    pub role: Role,
    /// Their key, as they sent it.
    pub key: String,
}

/// This book's own key, to be given to those who hand something over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnKey {
    pub key: String,
    /// To read aloud: the other sees the same four words.
    pub spoken: String,
}

/// A co-writer by id.
pub(super) fn of(connection: &Connection, id: &str) -> Result<Cowriter, Error> {
    cowriter::get(connection, id)?.ok_or(Error::NotFound("co-writer"))
}

impl Book {
    /// Keeps a co-writer's key with their name and role.
    ///
    /// # Errors
    /// [`HandFault::NotAKey`]; [`Error::VisitGoesOn`]; what the database says.
    pub fn keep_cowriter(&mut self, fields: &CowriterFields, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        let (recipient, name) = (lock::tidy(&fields.key)?, text::clean_title(&fields.name)?);
        let role = fields.role;
        let known = cowriter::every(self.connection())?.into_iter().find(|known| known.recipient == recipient);
        let (id, author) = match known {
            Some(known) => (known.id, known.author),
            None => (self.world().id()?, self.world().id()?),
        };
        let called = if name.is_empty() { nameless(texts, role) } else { name.clone() };
        // Not in the step: a hand-over to them stays, and stays theirs, when the key is undone.
        self.beside_undo(NAMED, |connection, _| author::keep(connection, &author, &called))?;
        let draft = Draft { what: KEEP.to_string(), touched: Some(Vec::new()), ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, _| {
            cowriter::put(connection, &Cowriter { id, author, name, role, recipient })
        })
    }

    /// Lets go of a co-writer's key. What they proposed stays.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::VisitGoesOn`]; what the database says.
    pub fn drop_cowriter(&mut self, id: &Id, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        of(self.connection(), id)?;
        let draft = Draft { what: DROP.to_string(), touched: Some(Vec::new()), ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, _| cowriter::delete(connection, id))
    }

    /// This book's own key; made the first time it is asked for, and in the journal before it is told. It is no step, and no undo takes
    /// it away.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`]; what the database says.
    pub fn own_key(&mut self) -> Result<OwnKey, Error> {
        self.only_when_alone()?;
        if setting::get(self.connection(), setting::OWN_KEY)?.is_none() {
            let secret = lock::text_of(&lock::new_key(self.world())?);
            self.set_fact(OWN, setting::OWN_KEY, &secret)?;
        }
        let secret = setting::get(self.connection(), setting::OWN_KEY)?.ok_or(HandFault::NoKey)?;
        let key = lock::public(&secret)?;
        Ok(OwnKey { spoken: lock::spoken(&key), key })
    }

    /// What is inside a hand-over that was locked to this book's own key.
    ///
    /// # Errors
    /// [`HandFault::OtherKey`]; what [`lock::open`] says.
    pub fn open_with_own_key(&self, sealed: &[u8]) -> Result<zeroize::Zeroizing<Vec<u8>>, Error> {
        let secret = setting::get(self.connection(), setting::OWN_KEY)?;
        Ok(lock::open(sealed, secret.as_deref().into_iter())?.1)
    }
}
