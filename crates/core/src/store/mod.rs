//! The tables: one file per table with its struct, row mapper and queries. The only place with SQL.
//! Not here: rules. What may be changed, and what a change means, is in `book/`.

pub mod agreement;
pub mod aim;
pub mod author;
pub mod chapter;
pub mod cowriter;
pub mod earlier;
pub mod entry;
pub mod handover;
pub mod help_line;
pub mod link;
pub mod migrate;
pub mod person;
pub mod picture;
pub mod preset;
pub mod preset_part;
pub mod proposal;
pub mod review;
pub mod revision;
pub mod section;
pub mod setting;
pub mod share;
pub mod share_line;
pub mod table;
pub mod visit;
pub mod visit_answer;

use crate::error::Error;
use rusqlite::Connection;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// The tables a change is recorded from, children before parents: in the other order a changeset with a cascade
/// cannot be applied again.
pub const DOMAIN: [&str; 26] = [
    "earlier",
    "picture",
    "aim",
    "link",
    "entry",
    "person",
    "help_line",
    "review",
    "section",
    "chapter",
    "visit_answer",
    "agreement",
    "proposal",
    "visit_chapter",
    "visit_person",
    "visit",
    "handover_chapter",
    "handover_answer",
    "handover",
    "cowriter",
    "author",
    "setting",
    "preset_part",
    "preset",
    "share_line",
    "share",
];

/// More than the statements there are, so that none is ever compiled twice.
pub const STATEMENTS: usize = 128;

/// Whether a row is part of the plan or taken out of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Plan,
    Trash,
}

/// Gives a plain enum its words in the tables; the words never change their meaning.
macro_rules! words {
    ($kind:ty { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl crate::store::Words for $kind {
            const ALL: &'static [(Self, &'static str)] = &[$((<$kind>::$variant, $word)),+];
        }
        impl rusqlite::types::FromSql for $kind {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                crate::store::from_word(value)
            }
        }
        impl rusqlite::types::ToSql for $kind {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(crate::store::Words::word(*self)))
            }
        }
    };
}
pub(crate) use words;

/// An enum that is stored as a word.
pub trait Words: Copy + PartialEq + 'static {
    const ALL: &'static [(Self, &'static str)];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

fn from_word<T: Words>(value: ValueRef<'_>) -> FromSqlResult<T> {
    T::of(value.as_str()?).ok_or(FromSqlError::InvalidType)
}

words!(State { Plan = "plan", Trash = "trash" });
words!(crate::change::Mark {
    HardDay = "hard-day",
    PersonalMedicine = "personal-medicine",
    Private = "private",
    Typed = "typed",
});
words!(crate::change::Choice { Unset = "unset", Preferred = "preferred", Acceptable = "acceptable", Not = "not" });
words!(crate::change::Wanted { Unset = "unset", Yes = "yes", No = "no" });
words!(crate::change::LinkKind { Tool = "tool", Person = "person" });
words!(crate::change::Answer { Yes = "yes", No = "no", Later = "later" });
words!(crate::change::Form {
    Plan = "plan",
    Supporter = "supporter",
    Card = "card",
    Doctor = "doctor",
    Book = "book",
});
words!(crate::change::How { Paper = "paper", File = "file", Shown = "shown" });
words!(crate::change::Tick { Chapter = "chapter", Section = "section", Line = "line" });
words!(crate::view::Perspective { First = "first", Second = "second", Third = "third" });
words!(crate::visit::Role { Staff = "staff", Peer = "peer", Relative = "relative", Other = "other" });
words!(crate::visit::Doer { Me = "me", You = "you", Others = "others" });
words!(crate::visit::Series { Visit = "visit", Support = "support", Reflection = "reflection" });
words!(crate::visit::ProposalState { Open = "open", Accepted = "accepted", OwnWords = "own-words", Declined = "declined" });
words!(crate::view::Kind {
    List = "list",
    Text = "text",
    Choice = "choice",
    People = "people",
    Questions = "questions",
    Scale = "scale",
    Derived = "derived",
    Paper = "paper",
});

/// Marks of a line as words with a space between, always in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(pub Vec<crate::change::Mark>);

impl FromSql for Marks {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Self::of(value.as_str()?))
    }
}

impl ToSql for Marks {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.iter().map(|mark| mark.word()).collect::<Vec<_>>().join(" ")))
    }
}

impl Marks {
    /// Reads the words; one that a later version added is passed over.
    #[must_use]
    pub fn of(words: &str) -> Self {
        Self(words.split(' ').filter_map(Words::of).collect())
    }

    /// The same marks with `mark` set or taken off.
    #[must_use]
    pub fn with(&self, mark: crate::change::Mark, on: bool) -> Self {
        let set = |known: &crate::change::Mark| if *known == mark { on } else { self.0.contains(known) };
        Self(<crate::change::Mark as Words>::ALL.iter().map(|(known, _)| *known).filter(set).collect())
    }
}

/// A write transaction whose statements are compiled once. Dropped, it is as if nothing was done.
pub struct Transaction<'a> {
    connection: &'a Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    /// Takes the right to write at once, so that nothing is read that another could still change.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin(connection: &'a Connection) -> Result<Self, Error> {
        run(connection, "BEGIN IMMEDIATE", [])?;
        Ok(Self { connection, open: true })
    }

    /// Gives when everything is on disk.
    ///
    /// # Errors
    /// What the database says; then nothing was done.
    pub fn commit(mut self) -> Result<(), Error> {
        run(self.connection, "COMMIT", [])?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        // After some failures the database has rolled back by itself.
        if self.open && !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}

/// All rows of a cached query.
fn all<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
    row: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, row)?;
    Ok(rows.collect::<rusqlite::Result<Vec<T>>>()?)
}

/// The one row of a cached query, or none.
fn one<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
    row: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Error> {
    use rusqlite::OptionalExtension as _;
    Ok(connection.prepare_cached(sql)?.query_row(parameters, row).optional()?)
}

/// Runs a cached statement; gives how many rows it touched.
fn run(connection: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<usize, Error> {
    Ok(connection.prepare_cached(sql)?.execute(parameters)?)
}
