//! What was agreed and has a day, and when the next visit is: told quietly on the pages of visits and on the first page. Not here: what is written of it (`end`), and a page of
//! its own for the day.

use super::record::day_words;
use super::show::called;
use super::{AgreementFields, Doer};
use crate::book::Book;
use crate::change::Id;
use crate::error::Error;
use crate::store::agreement::{self, Agreement};
use crate::store::visit::{self, Visit};
use chrono::{Days, NaiveDate};
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// So many days ahead something is near enough for the first page.
const NEAR: u64 = 3;

/// Something that was agreed, with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComingView {
    pub id: Id,
    pub visit: Id,
    #[serde(flatten)]
    pub fields: AgreementFields,
    /// `due` in words.
    pub due_words: String,
    /// The day of the next visit: not something to be done, and gone when its day has been.
    pub next_visit: bool,
    /// Who does it, where it is not the citizen.
    pub who: String,
    /// It is near, or its day has been: said in the same quiet way.
    pub near: bool,
}

impl Book {
    /// What was agreed, is not done and has a day, and the next visit, the nearest first. Nothing while a visit goes on: it is nobody else's to see.
    ///
    /// # Errors
    /// What the database says.
    pub fn coming(&self, texts: &Texts) -> Result<Vec<ComingView>, Error> {
        if self.visit_now().is_some() {
            return Ok(Vec::new());
        }
        let today = self.world().now().date_naive();
        let until = today.checked_add_days(Days::new(NEAR)).unwrap_or(NaiveDate::MAX);
        let near = |day: &str| read(day).is_some_and(|day| day <= until);
        let mut all = Vec::new();
        for row in agreement::due(self.connection())?.into_iter().filter(|row| !row.text.trim().is_empty()) {
            let who = self.doer(&row, texts)?;
            let (due_words, near) = (day_words(&row.due, texts), near(&row.due));
            let (doer, name, text, due, done) = (row.doer, row.name, row.text, row.due, row.done);
            let fields = AgreementFields { doer, name, text, due, done };
            all.push(ComingView { id: row.id, visit: row.visit, fields, due_words, next_visit: false, who, near });
        }
        for row in self.next_visits(today)? {
            let (due_words, near) = (day_words(&row.next_on, texts), near(&row.next_on));
            let fields = AgreementFields { text: row.next_note, due: row.next_on, ..AgreementFields::default() };
            let (id, visit, who) = (row.id.clone(), row.id, String::new());
            all.push(ComingView { id, visit, fields, due_words, next_visit: true, who, near });
        }
        all.sort_by(|one, other| one.fields.due.cmp(&other.fields.due));
        Ok(all)
    }

    /// Visits whose next time is still to come.
    pub(crate) fn next_visits(&self, today: NaiveDate) -> Result<Vec<Visit>, Error> {
        let visits = visit::every(self.connection())?.into_iter();
        Ok(visits.filter(|row| read(&row.next_on).is_some_and(|day| day >= today)).collect())
    }

    /// Who does it: the name that was written, else the one who was there, else that it is one of those who were.
    fn doer(&self, row: &Agreement, texts: &Texts) -> Result<String, Error> {
        Ok(match (row.doer, row.name.trim()) {
            (Doer::Me, _) => String::new(),
            (_, name) if !name.is_empty() => name.to_string(),
            (Doer::You, _) => match visit::people(self.connection(), &row.visit)?.as_slice() {
                [one] => called(texts, &one.name, one.role),
                _ => texts.coming_guest(),
            },
            (Doer::Others, _) => texts.coming_somebody(),
        })
    }
}

/// A day as it is kept.
pub(crate) fn read(day: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}
