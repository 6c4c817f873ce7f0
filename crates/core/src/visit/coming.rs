//! What was agreed and has a day: told quietly on the pages of visits and on the first page. Not here: what is written of it (`end`), and a page of
//! its own for the day.

use super::AgreementFields;
use super::record::day_words;
use crate::book::Book;
use crate::change::Id;
use crate::error::Error;
use crate::store::agreement;
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
    /// It is near, or its day has been: said in the same quiet way.
    pub near: bool,
}

impl Book {
    /// What was agreed, is not done and has a day, the nearest first. Nothing while a visit goes on: it is nobody else's to see.
    ///
    /// # Errors
    /// What the database says.
    pub fn coming(&self, texts: &Texts) -> Result<Vec<ComingView>, Error> {
        if self.visit_now().is_some() {
            return Ok(Vec::new());
        }
        let until = self.world().now().date_naive().checked_add_days(Days::new(NEAR)).unwrap_or(NaiveDate::MAX);
        let due = agreement::due(self.connection())?.into_iter().filter(|row| !row.text.trim().is_empty());
        let view = |row: agreement::Agreement| {
            let day = NaiveDate::parse_from_str(&row.due, "%Y-%m-%d").ok();
            let due_words = day_words(&row.due, texts);
            let (doer, name, text, due, done) = (row.doer, row.name, row.text, row.due, row.done);
            let fields = AgreementFields { doer, name, text, due, done };
            ComingView { id: row.id, visit: row.visit, fields, due_words, near: day.is_some_and(|day| day <= until) }
        };
        Ok(due.map(view).collect())
    }
}
