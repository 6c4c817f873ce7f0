//! What opening had to put right, for the screen: one plain sentence each. Nothing to tell is the ordinary case.

use crate::when;
use chrono::NaiveDateTime;
use holdepunkt_i18n::Texts;

/// What opening found and did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(pub Vec<Told>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The book had not got the last changes; the journal had. Nothing is lost.
    BroughtBack { changes: u64 },
    /// The journal was missing or cut off; the book itself is whole, and a new one was begun. Nothing is lost.
    JournalRenewed,
    /// The book was damaged and is put together again from a backup and the journal.
    Restored {
        /// Of the backup; none when the journal alone held everything.
        made: Option<NaiveDateTime>,
        changes: u64,
        /// What was written after this moment may be lost; none when nothing is.
        lost_since: Option<NaiveDateTime>,
        /// Name of the folder where the damaged file is kept; empty when there was none.
        kept: String,
    },
}

impl Report {
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.0.is_empty()
    }

    /// What happened, what is safe, what is lost and where the damaged file is, for people.
    #[must_use]
    pub fn messages(&self, texts: &Texts) -> Vec<String> {
        self.0.iter().flat_map(|told| told.sentences(texts)).collect()
    }
}

impl Told {
    fn sentences(&self, texts: &Texts) -> Vec<String> {
        let said = |time: &NaiveDateTime| when::date_and_clock(time.and_utc().fixed_offset(), texts.language());
        match self {
            Self::BroughtBack { .. } => vec![texts.safety_brought_back()],
            Self::JournalRenewed => vec![texts.safety_journal_renewed()],
            Self::Restored { made, lost_since, kept, .. } => {
                let mut all = vec![match made {
                    Some(made) => texts.safety_restored(&said(made)),
                    None => texts.safety_restored_from_journal(),
                }];
                all.push(match lost_since {
                    Some(since) => texts.safety_lost(&said(since)),
                    None => texts.safety_nothing_lost(),
                });
                if !kept.is_empty() {
                    all.push(texts.safety_damaged_kept(kept));
                }
                all
            }
        }
    }
}
