//! What was answered about the visits, over time: the citizen's own four questions, each by itself and never summed, and *støtte fra min
//! fagprofessionelle*, the five-item scale of source S1, of every visit in which all five are answered.
//! The sum of the five (0–4 each) times five is 0–100. Not here: any verdict. There are no cut-offs, and a lower figure says nothing about the person.

use super::show::called;
use super::{Series, talk};
use crate::book::Book;
use crate::error::Error;
use crate::store::visit::{self, Visit};
use crate::store::visit_answer;
use crate::when;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What the scale gave at one visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SupportPoint {
    pub visit: String,
    /// The day in words.
    pub day: String,
    /// 0–100.
    pub value: u32,
    /// The five answers, 0–4.
    pub items: Vec<i32>,
    /// Who was there.
    pub people: Vec<String>,
}

/// One of the citizen's own questions, over time. The figures of different questions are never put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnOverTime {
    pub question: String,
    pub title: String,
    pub answers: Vec<OwnAnswer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnAnswer {
    pub visit: String,
    /// The day in words.
    pub day: String,
    /// 0–10.
    pub value: i32,
    pub people: Vec<String>,
}

/// What was answered about the visits, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OverTime {
    /// Questions that were answered at least once.
    pub own: Vec<OwnOverTime>,
    pub support: Vec<SupportPoint>,
}

/// Five answers as 0–100; none when one is missing.
#[must_use]
pub fn of(items: &[i32]) -> Option<u32> {
    let whole = items.len() == 5 && items.iter().all(|item| (0..=4).contains(item));
    whole.then(|| u32::try_from(items.iter().sum::<i32>() * 5).unwrap_or(0))
}

impl Book {
    /// Everything that was answered about the visits.
    ///
    /// # Errors
    /// As [`Book::support`].
    pub fn over_time(&self, texts: &Texts) -> Result<OverTime, Error> {
        let support = self.support(texts)?;
        let mut own = Vec::new();
        let visits = visit::every(self.connection())?;
        for question in talk::questions(Series::Visit) {
            let mut answers = Vec::new();
            for row in visits.iter().rev() {
                let answer = visit_answer::get(self.connection(), &row.id, Series::Visit, question)?;
                let Some(value) = answer.map(|answer| answer.value).filter(|value| *value >= 0) else { continue };
                let (day, people) = (day_of(row, texts), self.who_was_there(&row.id, texts)?);
                answers.push(OwnAnswer { visit: row.id.clone(), day, value, people });
            }
            if !answers.is_empty() {
                let key = format!("{}-{question}", talk::prefix(Series::Visit));
                own.push(OwnOverTime { title: texts.find(&key).unwrap_or(key), question: question.clone(), answers });
            }
        }
        Ok(OverTime { own, support })
    }

    fn who_was_there(&self, visit: &str, texts: &Texts) -> Result<Vec<String>, Error> {
        let people = visit::people(self.connection(), visit)?;
        Ok(people.into_iter().map(|person| called(texts, &person.name, person.role)).collect())
    }

    /// Every visit in which the five were answered, the oldest first.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`]: what was answered before is the citizen's.
    pub fn support(&self, texts: &Texts) -> Result<Vec<SupportPoint>, Error> {
        self.only_when_alone()?;
        let mut points = Vec::new();
        for row in visit::every(self.connection())?.into_iter().rev() {
            let mut items = Vec::new();
            for question in talk::questions(Series::Support) {
                let answer = visit_answer::get(self.connection(), &row.id, Series::Support, question)?;
                items.push(answer.map_or(-1, |answer| answer.value));
            }
            let Some(value) = of(&items) else { continue };
            points.push(SupportPoint {
                day: day_of(&row, texts),
                value,
                items,
                people: self.who_was_there(&row.id, texts)?,
                visit: row.id,
            });
        }
        Ok(points)
    }
}

fn day_of(visit: &Visit, texts: &Texts) -> String {
    when::date(when::stored(visit.started, visit.started_offset).date_naive(), texts.language())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_answers_make_nought_to_a_hundred_and_four_make_nothing() {
        assert_eq!(of(&[4; 5]), Some(100));
        assert_eq!(of(&[0; 5]), Some(0));
        assert_eq!(of(&[1, 2, 3, 4, 0]), Some(50));
        assert_eq!(of(&[4, 4, 4, 4, -1]), None, "a question left out is not a nought");
        assert_eq!(of(&[4; 4]), None);
    }
}
