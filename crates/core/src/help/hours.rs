//! When a help line is open, in Danish time, also past midnight and across summer time. `None` when we do not know.
//! Not here: hours in words, which are texts.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::Deserialize;

/// The hours one source gives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Account {
    /// First day on which this account holds.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    pub hours: Vec<Hours>,
}

/// The same opening on a row of weekdays.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    days: Days,
    open: Opening,
}

/// `mon-thu`, or `sat` for one day.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
struct Days(Weekday, Weekday);

/// `10:00-22:00`; an end before its beginning is on the next day.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
struct Opening(NaiveTime, NaiveTime);

/// Hours as a row of the book has them: `mon-fri 10:00-22:00, sat 10:00-18:00`; none when it is empty or cannot be read.
pub(super) fn kept(text: &str) -> Option<Account> {
    let hours = text.split(", ").map(|part| {
        let (days, open) = part.split_once(' ')?;
        Some(Hours { days: days.to_string().try_into().ok()?, open: open.to_string().try_into().ok()? })
    });
    let hours: Vec<Hours> = hours.collect::<Option<_>>()?;
    Some(Account { valid_from: None, hours })
}

impl TryFrom<String> for Days {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (first, last) = text.split_once('-').unwrap_or((&text, &text));
        let day = |word: &str| word.parse().map_err(|_| format!("{word} is not a weekday"));
        Ok(Self(day(first)?, day(last)?))
    }
}

impl TryFrom<String> for Opening {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (from, to) = text.split_once('-').ok_or_else(|| format!("{text} is not from-to"))?;
        let time = |word| NaiveTime::parse_from_str(word, "%H:%M").map_err(|_| format!("{word} is not a time"));
        Ok(Self(time(from)?, time(to)?))
    }
}

impl Days {
    fn hold(self, day: Weekday) -> bool {
        let [first, last, day] = [self.0, self.1, day].map(|day| day.num_days_from_monday());
        if first <= last { (first..=last).contains(&day) } else { day >= first || day <= last }
    }
}

impl Hours {
    fn open_at(&self, at: NaiveDateTime) -> bool {
        let Opening(from, to) = self.open;
        let (today, time) = (at.weekday(), at.time());
        if from < to {
            return self.days.hold(today) && from <= time && time < to;
        }
        (self.days.hold(today) && from <= time) || (self.days.hold(today.pred()) && time < to)
    }

    /// First and last day, and from when to when.
    pub(super) fn parts(&self) -> (Weekday, Weekday, NaiveTime, NaiveTime) {
        (self.days.0, self.days.1, self.open.0, self.open.1)
    }

    /// When it opens next after `at`, within a week.
    fn opens_after(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        let days = (0..8).filter_map(|days| at.date().checked_add_days(chrono::Days::new(days)));
        let openings = days.filter(|day| self.days.hold(day.weekday())).map(|day| day.and_time(self.open.0));
        openings.into_iter().find(|opening| *opening > at)
    }

    /// The numbers a person must find in the words: hours without minutes.
    #[cfg(test)]
    pub(super) fn said(&self) -> [String; 2] {
        [self.open.0, self.open.1].map(|time| time.format("%H").to_string())
    }
}

/// Open now, when every account that holds today agrees. An unsure line is never called closed: a call too many
/// costs less than a call not made.
pub(super) fn open_now(accounts: &[Account], unsure: bool, now: DateTime<FixedOffset>) -> Option<bool> {
    let at = danish_time(now);
    let holding = accounts.iter().filter(|account| account.valid_from.is_none_or(|from| from <= at.date()));
    let answers: Vec<bool> = holding.map(|account| account.hours.iter().any(|hours| hours.open_at(at))).collect();
    if answers.is_empty() {
        return None;
    }
    if answers.iter().all(|open| *open) {
        return Some(true);
    }
    if !unsure && answers.iter().all(|open| !open) {
        return Some(false);
    }
    None
}

/// When a line that is not surely open opens next, in Danish time: the time from which every account says so.
pub(super) fn opens_next(accounts: &[Account], now: DateTime<FixedOffset>) -> Option<NaiveDateTime> {
    let at = danish_time(now);
    let holding = accounts.iter().filter(|account| account.valid_from.is_none_or(|from| from <= at.date()));
    let closed = holding.filter(|account| account.hours.iter().all(|hours| !hours.open_at(at)));
    closed.filter_map(|account| account.hours.iter().filter_map(|hours| hours.opens_after(at)).min()).max()
}

/// The wall clock in Denmark, whatever zone the computer is set to: UTC+1, and UTC+2 from the last Sunday of March
/// to the last Sunday of October, changing at 01:00 UTC (directive 2000/84/EC).
pub(crate) fn danish_time(now: DateTime<FixedOffset>) -> NaiveDateTime {
    let utc = now.naive_utc();
    let changes = |month| last_sunday(utc.year(), month).and_then(|day| day.and_hms_opt(1, 0, 0));
    let summer = match (changes(3), changes(10)) {
        (Some(from), Some(to)) => from <= utc && utc < to,
        _ => false,
    };
    utc + TimeDelta::hours(if summer { 2 } else { 1 })
}

/// Of a month with 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    Some(last - TimeDelta::days(i64::from(last.weekday().num_days_from_sunday())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).expect("a time")
    }

    fn account(days: &str, open: &str) -> Account {
        let hours = Hours {
            days: days.to_string().try_into().expect("days"),
            open: open.to_string().try_into().expect("hours"),
        };
        Account { valid_from: None, hours: vec![hours] }
    }

    #[test]
    fn an_evening_that_runs_past_midnight_belongs_to_the_day_it_begins() {
        let friday = [account("fri", "20:00-02:00")];
        for (time, open) in [
            ("2026-11-20T19:59:59+01:00", false),
            ("2026-11-20T20:00:00+01:00", true),
            ("2026-11-21T01:59:59+01:00", true),
            ("2026-11-21T02:00:00+01:00", false),
            ("2026-11-21T20:00:00+01:00", false),
            ("2026-11-20T01:00:00+01:00", false),
        ] {
            assert_eq!(open_now(&friday, false, at(time)), Some(open), "{time}");
        }
    }

    #[test]
    fn the_next_opening_is_the_one_every_account_agrees_on() {
        let accounts = [account("mon-sun", "11:00-05:00"), account("mon-sun", "09:00-05:00")];
        let next = |time: &str| opens_next(&accounts, at(time)).map(|opening| opening.to_string());
        assert_eq!(next("2026-11-22T06:00:00+01:00").as_deref(), Some("2026-11-22 11:00:00"));
        assert_eq!(next("2026-11-22T10:00:00+01:00").as_deref(), Some("2026-11-22 11:00:00"));
        assert_eq!(next("2026-11-22T12:00:00+01:00"), None, "it is open");
        let monday = [account("mon", "10:00-11:00")];
        assert_eq!(
            opens_next(&monday, at("2026-11-23T11:00:00+01:00")).map(|at| at.to_string()).as_deref(),
            Some("2026-11-30 10:00:00")
        );
        assert_eq!(opens_next(&[], at("2026-11-23T11:00:00+01:00")), None);
    }

    #[test]
    fn hours_of_the_book_are_read_as_they_are_kept_and_nothing_else_is() {
        let kept_hours = kept("mon-fri 10:00-22:00, sat 10:00-18:00").expect("hours");
        assert_eq!(open_now(&[kept_hours], false, at("2026-11-21T17:00:00+01:00")), Some(true));
        let all_day = kept("mon-sun 00:00-00:00").expect("hours");
        assert_eq!(open_now(&[all_day], false, at("2026-11-21T03:00:00+01:00")), Some(true));
        for wrong in ["", "mon", "mon 10-12", "nogle dage 10:00-12:00", "mon 25:00-26:00"] {
            assert!(kept(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn sunday_night_runs_into_monday() {
        let nights = [account("mon-sun", "11:00-05:00")];
        assert_eq!(open_now(&nights, false, at("2026-11-23T04:30:00+01:00")), Some(true));
        assert_eq!(open_now(&nights, false, at("2026-11-23T05:00:00+01:00")), Some(false));
    }

    #[test]
    fn days_may_run_over_the_end_of_the_week() {
        let days = [account("sat-mon", "10:00-11:00")];
        let open = |day: u32| open_now(&days, false, at(&format!("2026-11-{day}T10:30:00+01:00")));
        assert_eq!([21, 22, 23, 24].map(open), [Some(true), Some(true), Some(true), Some(false)]);
    }

    #[test]
    fn summer_time_begins_and_ends_at_one_in_the_morning_utc() {
        for (utc, danish) in [
            ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00"),
            ("2026-10-25T00:59:59Z", "2026-10-25T02:59:59"),
            ("2026-10-25T01:00:00Z", "2026-10-25T02:00:00"),
            ("2027-03-28T01:00:00Z", "2027-03-28T03:00:00"),
            ("2027-10-31T01:00:00Z", "2027-10-31T02:00:00"),
        ] {
            assert_eq!(danish_time(at(utc)).format("%Y-%m-%dT%H:%M:%S").to_string(), danish, "{utc}");
        }
    }

    #[test]
    fn a_line_that_closes_at_five_closes_at_five_on_the_clock_on_both_nights_of_the_change() {
        let nights = [account("mon-sun", "11:00-05:00")];
        for (utc, open) in [
            ("2026-03-29T02:59:00Z", true),
            ("2026-03-29T03:00:00Z", false),
            ("2026-10-25T03:59:00Z", true),
            ("2026-10-25T04:00:00Z", false),
        ] {
            assert_eq!(open_now(&nights, false, at(utc)), Some(open), "{utc}");
        }
    }

    #[test]
    fn a_computer_set_to_another_zone_still_gets_danish_hours() {
        let day = [account("mon-sun", "10:00-18:00")];
        assert_eq!(open_now(&day, false, at("2026-11-22T04:30:00-05:00")), Some(true), "10.30 in Denmark");
        assert_eq!(open_now(&day, false, at("2026-11-22T12:30:00-05:00")), Some(false), "18.30 in Denmark");
    }

    #[test]
    fn accounts_that_disagree_give_no_answer_and_an_unsure_line_is_never_called_closed() {
        let both = [account("mon-sun", "11:00-05:00"), account("mon-sun", "09:00-05:00")];
        assert_eq!(open_now(&both, true, at("2026-11-22T10:00:00+01:00")), None, "they disagree");
        assert_eq!(open_now(&both, true, at("2026-11-22T20:00:00+01:00")), Some(true), "they agree");
        assert_eq!(open_now(&both, true, at("2026-11-22T07:00:00+01:00")), None, "unsure is not closed");
        assert_eq!(open_now(&[], false, at("2026-11-22T07:00:00+01:00")), None, "nothing is known");
    }

    #[test]
    fn an_account_does_not_hold_before_its_first_day() {
        let later = Account { valid_from: NaiveDate::from_ymd_opt(2026, 7, 1), ..account("mon-sun", "09:00-05:00") };
        let both = [account("mon-sun", "11:00-05:00"), later];
        assert_eq!(open_now(&both, false, at("2026-06-30T10:00:00+02:00")), Some(false));
        assert_eq!(open_now(&both, false, at("2026-07-01T10:00:00+02:00")), None);
    }

    #[test]
    fn hours_that_cannot_be_read_are_refused() {
        assert!(Days::try_from("someday".to_string()).is_err());
        assert!(Opening::try_from("10-22".to_string()).is_err());
        assert!(Opening::try_from("10:00".to_string()).is_err());
    }
}
