//! Which backups stay: decided on data, so that every clock can be tried. Order is their own number; the clock only says on which day,
//! week and month one was made, and whether that is today or yesterday. Not here: taking folders away (`backup`).

use super::Kept;
use chrono::{Datelike as _, NaiveDate};
use std::collections::HashSet;
use std::hash::Hash;

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// The backups that may go: all of today and yesterday stay, the newest of each of the 7 latest days, 4 weeks and 12 months that have one, and the
/// newest of all. A clock that is wrong makes us keep more, never less: days are counted by the backups there are, not back from today.
#[must_use]
pub fn may_go(all: &[Kept], today: NaiveDate) -> Vec<Kept> {
    let mut newest_first: Vec<&Kept> = all.iter().collect();
    newest_first.sort_by_key(|kept| std::cmp::Reverse(kept.number));
    let (mut days, mut weeks, mut months) = (HashSet::new(), HashSet::new(), HashSet::new());
    let mut going = Vec::new();
    for (index, kept) in newest_first.into_iter().enumerate() {
        let day = kept.made.date();
        let recent = day == today || Some(day) == today.pred_opt();
        // Each is asked, so that one backup can be the newest of its day, week and month at once.
        let of_day = first(&mut days, day, DAYS);
        let of_week = first(&mut weeks, (day.iso_week().year(), day.iso_week().week()), WEEKS);
        let of_month = first(&mut months, (day.year(), day.month()), MONTHS);
        if !(index == 0 || recent || of_day || of_week || of_month) {
            going.push(kept.clone());
        }
    }
    going.sort_by_key(|kept| kept.number);
    going
}

fn first<T: Eq + Hash>(seen: &mut HashSet<T>, span: T, most: usize) -> bool {
    (seen.contains(&span) || seen.len() < most) && seen.insert(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDateTime};

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time")
    }

    fn kept(number: u64, made: NaiveDateTime) -> Kept {
        Kept { number, revision: i64::try_from(number).expect("small") * 10, made, path: number.to_string().into() }
    }

    fn stays(all: &[Kept], today: &str) -> Vec<u64> {
        let going: HashSet<u64> =
            may_go(all, at(&format!("{today} 12:00")).date()).iter().map(|kept| kept.number).collect();
        all.iter().map(|kept| kept.number).filter(|number| !going.contains(number)).collect()
    }

    #[test]
    fn the_table_of_what_stays() {
        let cases: [(&str, &[&str], &str, &[u64]); 6] = [
            ("none", &[], "2026-11-22", &[]),
            ("one, however old", &["2016-01-01 10:00"], "2026-11-22", &[1]),
            (
                "all of today and yesterday",
                &["2026-11-21 08:00", "2026-11-21 09:00", "2026-11-22 08:00", "2026-11-22 08:30"],
                "2026-11-22",
                &[1, 2, 3, 4],
            ),
            (
                "of an older day only the newest",
                &["2026-11-18 08:00", "2026-11-18 09:00", "2026-11-18 10:00", "2026-11-22 08:00"],
                "2026-11-22",
                &[3, 4],
            ),
            (
                "the newest is the one with the highest number, also when its clock says otherwise",
                &["2026-11-18 08:00", "2026-11-18 09:00", "2016-11-18 07:00"],
                "2026-11-22",
                &[2, 3],
            ),
            (
                "a clock ten years ahead for a while",
                &["2026-11-20 08:00", "2036-11-20 08:00", "2036-11-20 09:00", "2026-11-21 08:00"],
                "2026-11-21",
                &[1, 3, 4],
            ),
        ];
        for (name, made, today, expected) in cases {
            let all: Vec<Kept> = (1..).zip(made).map(|(number, made)| kept(number, at(made))).collect();
            assert_eq!(stays(&all, today), expected, "{name}");
        }
    }

    #[test]
    fn two_years_of_daily_backups_leave_days_weeks_and_months() {
        let start = at("2024-11-23 20:00");
        let all: Vec<Kept> = (0..730).map(|day| kept(day + 1, start + Days::new(day))).collect();
        let stays = stays(&all, "2026-11-22");
        assert_eq!(stays.len(), 7 + 3 + 11, "the newest of this week and month is among the days: {stays:?}");
        assert_eq!(stays.last(), Some(&730));
    }

    #[test]
    fn pruned_after_every_backup_it_ends_with_the_same_as_pruned_once() {
        let start = at("2025-11-23 20:00");
        let mut all: Vec<Kept> = Vec::new();
        for day in 0..365 {
            all.push(kept(day + 1, start + Days::new(day)));
            let today = (start + Days::new(day)).date();
            let going = may_go(&all, today);
            all.retain(|kept| !going.contains(kept));
        }
        let months: HashSet<u32> = all.iter().map(|kept| kept.made.month()).collect();
        assert_eq!(months.len(), 12, "a month back must still be there: {all:?}");
    }

    #[test]
    fn a_clock_that_jumps_ten_years_never_empties_the_shelf() {
        let start = at("2026-01-01 20:00");
        for years in [-10, 10] {
            let mut all: Vec<Kept> = (0..100).map(|day| kept(day + 1, start + Days::new(day))).collect();
            let jumped = start + chrono::Duration::days(100 + years * 365);
            all.push(kept(101, jumped));
            let going = may_go(&all, jumped.date());
            all.retain(|kept| !going.contains(kept));
            assert!(all.iter().filter(|kept| kept.number <= 100).count() >= 6 + 3, "{years}: {all:?}");
            assert!(all.iter().any(|kept| kept.number == 101), "{years}: the newest goes last");
        }
    }
}
