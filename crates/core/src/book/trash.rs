//! What was thrown out: looked at, taken back, and erased for good when the citizen asks for it. Nothing goes by itself.
//! Not here: how words are taken out of the record (`history/erase`), and what else than lines lies there (`thrown`).

use super::thrown::{self, Other};
use super::{Book, outline};
use crate::change::{Change, Id};
use crate::error::Error;
use crate::history::Draft;
use crate::history::erase::Erasure;
use crate::history::past::Past;
use crate::store::entry::{self, Entry};
use crate::store::person::{self, Person};
use crate::store::revision::{self, Revision};
use crate::store::{State, picture};
use crate::view::Changed;
use crate::when;
use holdepunkt_i18n::Texts;
use std::cmp::Reverse;

/// A line may be emptied out when it has lain this long, in milliseconds.
const LONG: i64 = 30 * 24 * 60 * 60 * 1000;

/// The name in the record of a person or a picture taken back.
const BACK: &str = "take-from-trash";

/// A line, or something else, in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thrown {
    pub id: Id,
    /// What was said; of what is no line, what it is comes first.
    pub text: String,
    pub because: String,
    /// The page it stood on; empty when it cannot be taken back there.
    pub page: String,
    /// When, in words.
    pub at: String,
    /// It has lain there for 30 days.
    pub long: bool,
}

impl Book {
    /// What lies in the trash, the last one thrown out first. Empty lines without a picture are not told.
    ///
    /// # Errors
    /// What the database says.
    pub fn trash(&self, texts: &Texts) -> Result<Vec<Thrown>, Error> {
        self.only_when_alone()?;
        let mut found = Vec::new();
        for (line, seq, _) in entry::in_trash(&self.connection)? {
            // A picture can be a line of its own.
            let blank = line.text.is_empty() && line.because.is_empty();
            if blank && picture::of_entry(&self.connection, &line.id)?.is_empty() {
                continue;
            }
            let page = outline::spot(&self.connection, &line.section).map(|spot| spot.page).unwrap_or_default();
            let Entry { id, text, because, .. } = line;
            let text = if blank { texts.picture_plain() } else { text };
            let thrown = Thrown { id, text, because, page, at: String::new(), long: false };
            found.push((revision::get(&self.connection, seq)?, thrown));
        }
        for other in thrown::every(&self.connection, texts)? {
            // The page is told where it can be taken back to.
            let page = if other.back { other.page } else { String::new() };
            let (id, because, text) = (other.id, other.because, titled(&other.what, &other.text));
            // When it was removed is known only to the record.
            let newest = revision::newest_holding(&self.connection, &id)?;
            found.push((newest, Thrown { id, text, because, page, at: String::new(), long: false }));
        }
        found.sort_by_key(|(revision, _)| Reverse(revision.as_ref().map_or(0, |revision| revision.seq)));
        Ok(found
            .into_iter()
            .map(|(revision, thrown)| self.dated(&revision.unwrap_or_default(), thrown, texts))
            .collect())
    }

    fn dated(&self, revision: &Revision, thrown: Thrown, texts: &Texts) -> Thrown {
        let at = when::stored(revision.at, revision.at_offset).naive_local();
        let at = when::recently(at, self.world.now().naive_local(), texts);
        Thrown { at, long: self.world.stamp() - revision.at >= LONG, ..thrown }
    }

    /// Takes a line, a person or a picture back out of the trash, as it was before; a step that can be undone.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not there, or what it stood under is gone.
    pub fn take_from_trash(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        if entry::get(&self.connection, id)?.is_none() {
            return self.take_other_from_trash(id, texts);
        }
        let mut past = Past::default();
        let mut last = None;
        for (revision, changeset) in revision::of_entry(&self.connection, id)? {
            past.forward(&changeset)?;
            // Only in the trash as long as it has been here: as it came in.
            if last.is_none() || past.lines.get(id).is_some_and(|line| line.state == State::Plan) {
                last = u32::try_from(revision.seq).ok();
            }
        }
        let revision = last.ok_or(Error::NotFound("line"))?;
        self.change(Change::RestoreLine { id: id.to_string(), revision }, texts)
    }

    fn take_other_from_trash(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        let other = self.thrown(id, texts)?.filter(|other| other.back).ok_or(Error::NotFound("what was removed"))?;
        let draft = Draft { what: BACK.to_string(), page: other.page, ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, _| match other.erasure {
            Erasure::Person => {
                let row = person::get(connection, id)?.ok_or(Error::NotFound("person"))?;
                person::put(connection, &Person { state: State::Plan, ..row })
            }
            _ => picture::take_back(connection, id),
        })
    }

    fn thrown(&self, id: &str, texts: &Texts) -> Result<Option<Other>, Error> {
        Ok(thrown::every(&self.connection, texts)?.into_iter().find(|other| other.id == id))
    }

    /// *Slet for altid*: a line, or anything else in the trash, and everything it ever said is taken out of the book and its record. Nothing done
    /// before can be undone afterwards. The copies beside the book still hold it until the next backup is verified, which takes them away: make
    /// one at once. Copies on sticks and paper are not reached.
    ///
    /// # Errors
    /// [`Error::NotFound`]; otherwise nothing was changed.
    pub fn erase_line(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        if let Some(other) = self.thrown(id, texts)? {
            return self.erase(other.erasure, id, other.page, texts);
        }
        let line = entry::get(&self.connection, id)?.ok_or(Error::NotFound("line"))?;
        let page = outline::spot(&self.connection, &line.section).map(|spot| spot.page).unwrap_or_default();
        self.erase(Erasure::Line, id, page, texts)
    }

    /// Erases all that has lain in the trash for 30 days; only when the citizen asks. None when there is nothing.
    ///
    /// # Errors
    /// As [`Book::erase_line`].
    pub fn empty_old_trash(&mut self, texts: &Texts) -> Result<Option<Changed>, Error> {
        let old: Vec<Id> =
            self.trash(texts)?.into_iter().filter(|thrown| thrown.long).map(|thrown| thrown.id).collect();
        let mut last = None;
        for id in &old {
            // A picture may have gone with its line.
            match self.erase_line(id, texts) {
                Err(Error::NotFound(_)) => {}
                erased => last = Some(erased?),
            }
        }
        Ok(last)
    }
}

fn titled(what: &str, text: &str) -> String {
    if text.is_empty() { what.to_string() } else { format!("{what}: {text}") }
}
