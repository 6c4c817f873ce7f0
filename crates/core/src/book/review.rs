//! *Passer det stadig?*: a day for the plan, page by page, and numbers that are tried. It asks once, quietly, and can be off.
//! Not here: how many pages make three minutes (the screen).

use super::contents::{chapter_title, page_title};
use super::help_line::day;
use super::outline::{self, Outline};
use super::page::FRONT;
use super::{Book, Outcome, Work};
use crate::change::{Answer, Mark, NumberOf, Wanted};
use crate::document::{Item, Items};
use crate::error::Error;
use crate::help;
use crate::printing::read_aloud;
use crate::store::review::{self, PLAN, Review};
use crate::view::Kind;
use crate::when;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// When the plan is looked through, and all that can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// `2027-05-01`, chosen or written; empty when there is no day.
    pub day: String,
    /// The same in words.
    pub day_words: String,
    /// It was not chosen: it stands on the plan's front.
    pub written: bool,
    /// It is never asked.
    pub off: bool,
    /// The pages with something on them, the one looked at longest ago first.
    pub pages: Vec<ReviewPage>,
    /// Every number of the plan.
    pub numbers: Vec<ReviewNumber>,
    /// The first day that can be chosen, and in a month, half a year and a year: `2027-05-28`.
    pub today: String,
    pub month: String,
    pub half_year: String,
    pub year: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewPage {
    pub id: String,
    /// *Tidlige tegn*, or *Min kriseplan: Medicin*.
    pub title: String,
    /// What is written there, as it is read: with its heading before it.
    pub parts: Vec<ReviewPart>,
    /// When it last fitted, in words; empty when it was not looked at.
    pub last: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReviewPart {
    pub title: String,
    pub lines: Vec<ReviewLine>,
}

/// A line as it is read on paper: what it answers, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReviewLine {
    /// The question, or *Helst*, *Kan gå an*, *Nej*; may be empty.
    pub label: String,
    pub text: String,
    pub because: String,
    pub phone: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewNumber {
    pub of: NumberOf,
    pub id: String,
    pub name: String,
    pub number: String,
    /// What was found when it was tried last.
    pub answer: Option<Answer>,
    /// When, in words.
    pub tried: String,
}

/// A number that did not work when it was tried last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadNumber {
    pub of: NumberOf,
    pub id: String,
    /// When, in words.
    pub tried: String,
}

/// Whose number it is.
#[derive(Clone, Copy)]
pub(super) enum Number<'a> {
    Person(&'a str),
    Line(&'a str),
}

/// Where a day can be written in words.
pub(crate) const WRITTEN: (&str, &str) = ("crisis.validity", "review");

impl Number<'_> {
    fn key(self) -> String {
        match self {
            Self::Person(id) => format!("person:{id}"),
            Self::Line(id) => format!("line:{id}"),
        }
    }
}

impl Book {
    /// The day the plan is looked through again, the same for the quiet line, the calendar and the paper: the one that was chosen, else the one
    /// written on the plan's front when it can be read as a day. None when it is off.
    ///
    /// # Errors
    /// What the database says.
    pub fn review_day(&self) -> Result<Option<NaiveDate>, Error> {
        let plan = review::get(&self.connection, PLAN)?;
        if plan.as_ref().is_some_and(|plan| plan.answer == Answer::No) {
            return Ok(None);
        }
        if let Some(day) = chosen(plan.as_ref()) {
            return Ok(Some(day));
        }
        let (section, question) = WRITTEN;
        let answers = self.answers(section)?;
        let written = answers.get(question).filter(|line| !line.marks.contains(&Mark::Private));
        Ok(written.and_then(|line| when::read_date(&line.text, self.world.now().date_naive())))
    }

    /// The day that was chosen, in words; empty when none was, and when it is off.
    ///
    /// # Errors
    /// What the database says.
    pub(super) fn review_chosen(&self, texts: &Texts) -> Result<String, Error> {
        let day = chosen(review::get(&self.connection, PLAN)?.as_ref());
        Ok(day.map(|day| when::date(day, texts.language())).unwrap_or_default())
    }

    /// Whether the day has come. Never in a sample, and never when it is off.
    ///
    /// # Errors
    /// What the database says.
    pub fn review_is_due(&self) -> Result<bool, Error> {
        Ok(self.review_day()?.is_some_and(|day| day <= self.world.now().date_naive()) && !self.is_sample()?)
    }

    /// The day, the pages and the numbers. `region` is the citizen's own: numbers of other regions are not asked about.
    ///
    /// # Errors
    /// What the database says.
    pub fn review(&self, region: &str, texts: &Texts) -> Result<ReviewView, Error> {
        let said: HashMap<String, Review> =
            review::every(&self.connection)?.into_iter().map(|row| (row.id.clone(), row)).collect();
        let plan = said.get(PLAN);
        let today = self.world.now().date_naive();
        let later = |months| today.checked_add_months(chrono::Months::new(months)).unwrap_or(today).to_string();
        let day = self.review_day()?;
        Ok(ReviewView {
            day_words: day.map(|day| when::date(day, texts.language())).unwrap_or_default(),
            day: day.map(|day| day.to_string()).unwrap_or_default(),
            written: day.is_some() && chosen(plan).is_none(),
            off: plan.is_some_and(|plan| plan.answer == Answer::No),
            pages: self.review_pages(&said, texts)?,
            numbers: self.review_numbers(&said, region, texts)?,
            today: today.to_string(),
            month: later(1),
            half_year: later(6),
            year: later(12),
        })
    }

    /// The numbers that did not work when they were tried last.
    ///
    /// # Errors
    /// What the database says.
    pub fn dead_numbers(&self, texts: &Texts) -> Result<Vec<DeadNumber>, Error> {
        let rows = review::every(&self.connection)?.into_iter().filter(|row| row.answer == Answer::No);
        let dead = rows.filter_map(|row| {
            let (of, id) = match row.id.split_once(':')? {
                ("person", id) => (NumberOf::Person, id),
                ("line", id) => (NumberOf::Line, id),
                _ => return None,
            };
            Some(DeadNumber { of, id: id.to_string(), tried: in_words(&row.day, texts) })
        });
        Ok(dead.collect())
    }

    fn review_pages(&self, said: &HashMap<String, Review>, texts: &Texts) -> Result<Vec<ReviewPage>, Error> {
        let outline = Outline::read(&self.connection)?;
        let mut pages = Vec::new();
        let shown = |chapter: &&outline::OutlineChapter| !chapter.hidden && !self.is_shut(&chapter.id);
        for chapter in outline.chapters.iter().filter(shown).filter(|chapter| chapter.id != "after") {
            for page in &chapter.pages {
                let mut parts = Vec::new();
                for section in self.sections(&page.id, texts)? {
                    if section.kind != Kind::Derived {
                        let people = if section.kind == Kind::People { self.people()? } else { Vec::new() };
                        parts.extend(read_aloud(&section, &people, texts).into_iter().map(part));
                    }
                }
                if parts.is_empty() {
                    continue;
                }
                let (whole, own) = (chapter_title(texts, chapter), page_title(texts, chapter, page));
                let title = if whole == own { own } else { format!("{whole}: {own}") };
                let day = said.get(&page.id).map(|row| row.day.clone()).unwrap_or_default();
                pages
                    .push((day.clone(), ReviewPage { id: page.id.clone(), title, parts, last: in_words(&day, texts) }));
            }
        }
        pages.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(pages.into_iter().map(|(_, page)| page).collect())
    }

    fn review_numbers(
        &self,
        said: &HashMap<String, Review>,
        region: &str,
        texts: &Texts,
    ) -> Result<Vec<ReviewNumber>, Error> {
        let number = |number: Number<'_>, name: String, telephone: String| {
            let (of, id) = match number {
                Number::Person(id) => (NumberOf::Person, id),
                Number::Line(id) => (NumberOf::Line, id),
            };
            let row = said.get(&number.key());
            let tried = row.map(|row| in_words(&row.day, texts)).unwrap_or_default();
            ReviewNumber { of, id: id.to_string(), name, number: telephone, answer: row.map(|row| row.answer), tried }
        };
        let people = self.people()?.into_iter();
        let callable =
            people.filter(|person| !person.fields.phone.trim().is_empty() && person.fields.wanted != Wanted::No);
        let mut numbers: Vec<ReviewNumber> = callable
            .map(|person| number(Number::Person(&person.id), person.fields.name.clone(), person.fields.phone.clone()))
            .collect();
        for line in help::to_try(self, region, texts)? {
            numbers.push(number(Number::Line(&line.id), line.name.clone(), line.number.clone()));
        }
        Ok(numbers)
    }
}

/// The day that was chosen; none when it is off.
fn chosen(plan: Option<&Review>) -> Option<NaiveDate> {
    plan.filter(|plan| plan.answer != Answer::No).and_then(|plan| plan.day.parse().ok())
}

fn part(read: Items) -> ReviewPart {
    let line = |Item { label, text, because, phone, .. }| ReviewLine { label, text, because, phone };
    ReviewPart { title: read.heading, lines: read.items.into_iter().map(line).collect() }
}

fn in_words(day: &str, texts: &Texts) -> String {
    day.parse::<NaiveDate>().map(|day| when::date(day, texts.language())).unwrap_or_default()
}

fn put(work: &Work<'_>, id: &str, day: String, answer: Answer) -> Result<(), Error> {
    let row = Review { id: id.to_string(), day, answer };
    if review::get(work.connection, id)?.as_ref() == Some(&row) { Ok(()) } else { review::put(work.connection, &row) }
}

fn today(work: &Work<'_>) -> String {
    work.world.now().date_naive().to_string()
}

pub(super) fn set(work: &Work<'_>, next: &str, off: bool) -> Result<Outcome, Error> {
    let day = day(next)?;
    let known = review::get(work.connection, PLAN)?.is_some_and(|plan| plan.day == day);
    // One that was chosen in its time may stay.
    if !known && day.parse::<NaiveDate>().is_ok_and(|day| day < work.world.now().date_naive()) {
        return Err(Error::DayHasBeen);
    }
    put(work, PLAN, day, if off { Answer::No } else { Answer::Yes })?;
    let mut outcome = Outcome::on("set-review", "");
    outcome.stale.push(FRONT.to_string());
    Ok(outcome)
}

pub(super) fn answer(work: &Work<'_>, page: &str, answer: Answer) -> Result<Outcome, Error> {
    let outline = Outline::read(work.connection)?;
    outline.page(page).ok_or(Error::NotFound("page"))?;
    // *Spring over* says nothing of the page: it is asked about next time.
    if answer != Answer::Later {
        put(work, page, today(work), answer)?;
    }
    Ok(Outcome::on("answer-review", page))
}

pub(super) fn try_number(work: &Work<'_>, of: NumberOf, id: &str, answer: Answer) -> Result<Outcome, Error> {
    let known = match of {
        NumberOf::Person => crate::store::person::get(work.connection, id)?.is_some(),
        NumberOf::Line => help::is_shipped(id) || crate::store::help_line::get(work.connection, id)?.is_some(),
    };
    if !known {
        return Err(Error::NotFound("number"));
    }
    let number = match of {
        NumberOf::Person => Number::Person(id),
        NumberOf::Line => Number::Line(id),
    };
    match answer {
        Answer::Later => forget_try(work, number)?,
        said => put(work, &number.key(), today(work), said)?,
    }
    Ok(Outcome::on("try-number", ""))
}

/// A number that was written anew has not been tried.
pub(super) fn forget_try(work: &Work<'_>, number: Number<'_>) -> Result<(), Error> {
    review::forget(work.connection, &number.key())
}
