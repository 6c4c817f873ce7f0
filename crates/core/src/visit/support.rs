//! *Støtte fra min fagprofessionelle* over time: the five-item scale of source S1, of every visit in which all five are answered.
//! The sum of the five (0–4 each) times five is 0–100. Not here: any verdict. There are no cut-offs, and a lower figure says nothing about the person.

use super::Series;
use super::show::called;
use crate::book::Book;
use crate::error::Error;
use crate::store::{visit, visit_answer};
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

/// Five answers as 0–100; none when one is missing.
#[must_use]
pub fn of(items: &[i32]) -> Option<u32> {
    let whole = items.len() == 5 && items.iter().all(|item| (0..=4).contains(item));
    whole.then(|| u32::try_from(items.iter().sum::<i32>() * 5).unwrap_or(0))
}

impl Book {
    /// Every visit in which the five were answered, the oldest first.
    ///
    /// # Errors
    /// [`Error::VisitGoesOn`]: what was answered before is the citizen's.
    pub fn support(&self, texts: &Texts) -> Result<Vec<SupportPoint>, Error> {
        self.only_when_alone()?;
        let mut points = Vec::new();
        for row in visit::every(self.connection())?.into_iter().rev() {
            let mut items = Vec::new();
            for question in super::talk::questions(Series::Support) {
                let answer = visit_answer::get(self.connection(), &row.id, Series::Support, question)?;
                items.push(answer.map_or(-1, |answer| answer.value));
            }
            let Some(value) = of(&items) else { continue };
            let people = visit::people(self.connection(), &row.id)?;
            points.push(SupportPoint {
                day: when::date(when::stored(row.started, row.started_offset).date_naive(), texts.language()),
                value,
                items,
                people: people.into_iter().map(|person| called(texts, &person.name, person.role)).collect(),
                visit: row.id,
            });
        }
        Ok(points)
    }
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
