//! The everyday, what was agreed at visits, and the dates to look at the plan again, as a calendar file (iCalendar). Calendars are often seen by others, so private
//! lines are left out and what stands on the day is plain. Not here: when a review is due.

use crate::book::Book;
use crate::book::outline::{Outline, chapter_of};
use crate::change::Mark;
use crate::error::Error;
use crate::store::agreement;
use crate::visit::coming;
use chrono::{NaiveDate, Utc};
use holdepunkt_i18n::Texts;
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};

/// The lists of the everyday that come every day.
const DAILY: [&str; 2] = ["everyday.daily", "everyday.smallest"];

impl Book {
    /// One entry a day with the lines of the everyday, one on the day the plan is looked at again, when there is such a day, and one on every
    /// day to come with something agreed or a next visit.
    ///
    /// # Errors
    /// What the database says.
    pub fn as_calendar(&self, texts: &Texts) -> Result<String, Error> {
        self.only_when_alone()?;
        let now = self.world().now();
        let today = now.date_naive();
        let mut calendar = Calendar::empty();
        calendar.append_property(Property::new("VERSION", "2.0"));
        calendar.append_property(Property::new("PRODID", "-//Holdepunkt//DA"));
        let outline = Outline::read(self.connection())?;
        let is_shown = |id: &str| {
            let hidden = outline.chapter(chapter_of(id)).is_none_or(|chapter| chapter.hidden);
            !hidden && outline.section(id).is_some_and(|(_, section)| !section.hidden)
        };
        for section in DAILY.into_iter().filter(|section| is_shown(section)) {
            let lines = self.lines(section)?.into_iter().filter(|line| !line.marks.contains(&Mark::Private));
            let said: Vec<String> =
                lines.map(|line| line.text.trim().to_string()).filter(|text| !text.is_empty()).collect();
            if said.is_empty() {
                continue;
            }
            let title = texts.find(&format!("sec-{}", section.replace('.', "-"))).unwrap_or_default();
            let mut event = event(section, &title, today, now.with_timezone(&Utc));
            event.description(&said.join("\n")).append_property(Property::new("RRULE", "FREQ=DAILY"));
            calendar.push(event);
        }
        if let Some(day) = self.review_day()? {
            calendar.push(event("review", &texts.calendar_review(), day, now.with_timezone(&Utc)));
        }
        for agreed in agreement::due(self.connection())? {
            let day = coming::read(&agreed.due).filter(|day| *day >= today);
            let (Some(day), false) = (day, agreed.text.trim().is_empty()) else { continue };
            let mut event = event(&agreed.id, &texts.calendar_agreed(), day, now.with_timezone(&Utc));
            event.description(agreed.text.trim());
            calendar.push(event);
        }
        for visit in self.next_visits(today)? {
            let Some(day) = coming::read(&visit.next_on) else { continue };
            let mut event = event(&visit.id, &texts.calendar_visit(), day, now.with_timezone(&Utc));
            if !visit.next_note.trim().is_empty() {
                event.description(visit.next_note.trim());
            }
            calendar.push(event);
        }
        Ok(calendar.to_string())
    }
}

/// The same name for the same thing, so that a calendar that takes the file in again has it once.
fn event(name: &str, title: &str, on: NaiveDate, now: chrono::DateTime<Utc>) -> Event {
    let mut event = Event::with_uid(&format!("{name}@holdepunkt"));
    // A day without an end is that whole day; an end on the same day is refused by some calendars.
    event.summary(title).starts(on).timestamp(now);
    // Busy all day is what nobody meant.
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    event.done()
}
