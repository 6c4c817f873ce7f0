//! What was thrown out: looked at, taken back, and erased for good when the citizen asks for it. Nothing goes by itself.
//! Not here: how words are taken out of the record (`history/erase`).

use super::{Book, outline};
use crate::change::{Change, Id};
use crate::error::Error;
use crate::history::past::Past;
use crate::history::{Draft, erase};
use crate::store::{State, entry, picture, revision};
use crate::view::Changed;
use crate::when;
use holdepunkt_i18n::Texts;

/// A line may be emptied out when it has lain this long, in milliseconds.
const LONG: i64 = 30 * 24 * 60 * 60 * 1000;

/// A line in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thrown {
    pub id: Id,
    pub text: String,
    pub because: String,
    /// The page it stood on; empty when that is gone too.
    pub page: String,
    /// When, in words.
    pub at: String,
    /// It has lain there for 30 days.
    pub long: bool,
}

impl Book {
    /// The lines in the trash, the last one thrown out first. Empty lines without a picture are not told.
    ///
    /// # Errors
    /// What the database says.
    pub fn trash(&self, texts: &Texts) -> Result<Vec<Thrown>, Error> {
        self.only_when_alone()?;
        let now = self.world.stamp();
        let lines = entry::in_trash(&self.connection)?.into_iter();
        let mut told = Vec::new();
        for (line, seq, at) in lines {
            // A picture can be a line of its own.
            let blank = line.text.is_empty() && line.because.is_empty();
            if blank && picture::of_entry(&self.connection, &line.id)?.is_empty() {
                continue;
            }
            let page = outline::spot(&self.connection, &line.section).map(|spot| spot.page).unwrap_or_default();
            let offset = revision::get(&self.connection, seq)?.map_or(0, |revision| revision.at_offset);
            let at_words =
                when::recently(when::stored(at, offset).naive_local(), self.world.now().naive_local(), texts);
            told.push(Thrown {
                id: line.id,
                text: if blank { texts.picture_plain() } else { line.text },
                because: line.because,
                page,
                at: at_words,
                long: now - at >= LONG,
            });
        }
        Ok(told)
    }

    /// Takes a line back out of the trash, as it was before; a step that can be undone.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not there, or the heading it stood under is gone.
    pub fn take_from_trash(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        let mut past = Past::default();
        let mut last = None;
        for (revision, changeset) in revision::of_entry(&self.connection, id)? {
            past.forward(&changeset)?;
            if past.lines.get(id).is_some_and(|line| line.state == State::Plan) {
                last = u32::try_from(revision.seq).ok();
            }
        }
        let revision = last.ok_or(Error::NotFound("line"))?;
        self.change(Change::RestoreLine { id: id.to_string(), revision }, texts)
    }

    /// *Slet for altid*: the line and everything it ever said is taken out of the book and its record. Nothing done before can be undone
    /// afterwards. The copies beside the book still hold it until the next backup is verified, which takes them away: make one at once.
    /// Copies on sticks and paper are not reached.
    ///
    /// # Errors
    /// [`Error::NotFound`]; otherwise nothing was changed.
    pub fn erase_line(&mut self, id: &str, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        let line = entry::get(&self.connection, id)?.ok_or(Error::NotFound("line"))?;
        let page = outline::spot(&self.connection, &line.section).map(|spot| spot.page).unwrap_or_default();
        let draft = Draft {
            what: erase::WHAT.to_string(),
            page,
            entry: id.to_string(),
            touched: Some(vec![id.to_string()]),
            ..Draft::default()
        };
        self.erased(&draft, texts, |connection, key| erase::line(connection, key, id))
    }

    /// Erases every line that has lain in the trash for 30 days; only when the citizen asks. None when there is no such line.
    ///
    /// # Errors
    /// As [`Book::erase_line`].
    pub fn empty_old_trash(&mut self, texts: &Texts) -> Result<Option<Changed>, Error> {
        let old: Vec<Id> = self.trash(texts)?.into_iter().filter(|line| line.long).map(|line| line.id).collect();
        let mut last = None;
        for id in &old {
            last = Some(self.erase_line(id, texts)?);
        }
        Ok(last)
    }
}
