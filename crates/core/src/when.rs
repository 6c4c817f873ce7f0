//! Dates and times in words of the language: the screen, history and prints say them alike.
//! Not here: the clock (`world`). Fluent's own date function is not used, so that Rust and the screen agree.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, Timelike as _};
use holdepunkt_i18n::{Language, Texts};

const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// *14.03* in Danish, *14:03* in English.
#[must_use]
pub fn clock(at: DateTime<FixedOffset>, language: Language) -> String {
    match language {
        Language::Da => format!("{:02}.{:02}", at.hour(), at.minute()),
        Language::En => format!("{:02}:{:02}", at.hour(), at.minute()),
    }
}

/// *22. november 2026* in Danish, *22 November 2026* in English.
#[must_use]
pub fn date(on: NaiveDate, language: Language) -> String {
    let month = on.month0() as usize % 12;
    match language {
        Language::Da => format!("{}. {} {}", on.day(), MONTHS_DA[month], on.year()),
        Language::En => format!("{} {} {}", on.day(), MONTHS_EN[month], on.year()),
    }
}

/// *22. november 2026 kl. 14.03* in Danish, *22 November 2026 at 14:03* in English.
#[must_use]
pub fn date_and_clock(at: DateTime<FixedOffset>, language: Language) -> String {
    let (date, clock) = (date(at.date_naive(), language), clock(at, language));
    match language {
        Language::Da => format!("{date} kl. {clock}"),
        Language::En => format!("{date} at {clock}"),
    }
}

/// *i dag kl. 14.03*, *i går kl. 14.03*, otherwise with the date. Both times as the clock on the wall showed them.
#[must_use]
pub fn recently(at: NaiveDateTime, now: NaiveDateTime, texts: &Texts) -> String {
    let on_the_wall = at.and_utc().fixed_offset();
    let clock = clock(on_the_wall, texts.language());
    if at.date() == now.date() {
        texts.safety_today(&clock)
    } else if Some(at.date()) == now.date().pred_opt() {
        texts.safety_yesterday(&clock)
    } else {
        date_and_clock(on_the_wall, texts.language())
    }
}

/// A stored time as the clock showed it where it was written.
#[must_use]
pub fn stored(milliseconds: i64, offset_seconds: i32) -> DateTime<FixedOffset> {
    let utc = DateTime::from_timestamp_millis(milliseconds).unwrap_or_default();
    match FixedOffset::east_opt(offset_seconds) {
        Some(offset) => utc.with_timezone(&offset),
        None => utc.fixed_offset(),
    }
}

/// A day as people write it: *1. maj 2027*, *1/5-2027*, *01.05.27*, *2027-05-01*; without a year the next such day. None when it is not one.
#[must_use]
pub fn read_date(written: &str, today: NaiveDate) -> Option<NaiveDate> {
    let lower = written.trim().to_lowercase();
    let parts: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let month = |word: &str| {
        let of = |months: &[&str; 12]| {
            months.iter().position(|month| word.len() >= 3 && month.to_lowercase().starts_with(word))
        };
        let named = of(&MONTHS_DA).or_else(|| of(&MONTHS_EN)).and_then(|at| u32::try_from(at + 1).ok());
        named.or_else(|| word.parse().ok())
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year.parse().ok(), month.parse().ok()?, day.parse().ok()?),
        [day, word, year] => (Some(year.parse::<i32>().ok()?), month(word)?, day.parse().ok()?),
        [day, word] => (None, month(word)?, day.parse().ok()?),
        _ => return None,
    };
    match year {
        Some(year) => NaiveDate::from_ymd_opt(if year < 100 { year + 2000 } else { year }, month, day),
        None => (0..=4)
            .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
            .find(|date| *date >= today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_said_the_way_each_language_says_it() {
        let at = stored(1_795_352_580_000, 3_600);
        assert_eq!(date_and_clock(at, Language::Da), "22. november 2026 kl. 14.03");
        assert_eq!(date_and_clock(at, Language::En), "22 November 2026 at 14:03");
        assert_eq!(clock(at, Language::Da), "14.03");
        assert_eq!(clock(at, Language::En), "14:03");
    }

    #[test]
    fn what_is_near_is_said_as_near() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time");
        let now = at("2026-11-22 14:03");
        let texts = Texts::new(Language::Da);
        assert_eq!(recently(at("2026-11-22 09:05"), now, &texts), "i dag kl. 09.05");
        assert_eq!(recently(at("2026-11-21 23:59"), now, &texts), "i går kl. 23.59");
        assert_eq!(recently(at("2026-11-20 08:00"), now, &texts), "20. november 2026 kl. 08.00");
        assert_eq!(
            recently(at("2026-11-23 08:00"), now, &texts),
            "23. november 2026 kl. 08.00",
            "a clock that was ahead"
        );
        assert_eq!(recently(at("2026-11-22 09:05"), now, &Texts::new(Language::En)), "today at 09:05");
    }

    #[test]
    fn a_summer_time_is_said_as_the_clock_showed_it_also_in_winter() {
        assert_eq!(clock(stored(1_782_043_380_000, 7_200), Language::Da), "14.03");
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day");
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        for written in ["1. maj 2027", "1/5-2027", "01.05.27", "2027-05-01", "1 May 2027", "1. maj", "1/5"] {
            assert_eq!(read_date(written, today), day(2027, 5, 1), "{written}");
        }
        for written in ["om et halvt år", "", "31. februar 2027", "maj 2027", "på min fødselsdag", "99/99-99"] {
            assert_eq!(read_date(written, today), None, "{written}");
        }
    }
}
