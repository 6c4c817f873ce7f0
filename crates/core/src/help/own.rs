//! What the citizen wrote about help lines, laid over those that came with the program: own ones, corrections, order.
//! A correction is told as the citizen's own, never as the source's. Not here: the table (`store/help_line`).

use crate::book::Book;
use crate::change::{HelpLineFields, OpenHours};
use crate::error::Error;
use crate::help::hours::{Account, danish_time, kept, open_now, opens_next};
use crate::help::lines::{ALARM, came_with_the_program};
use crate::store::help_line::HelpRow;
use crate::view::HelpLine;
use crate::when;
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _, Weekday};
use holdepunkt_i18n::{Language, Texts};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// A help line as it is written on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HelpLineEdit {
    /// As it is shown.
    pub line: HelpLine,
    /// What the citizen wrote; an empty field is as it came.
    pub fields: HelpLineFields,
    pub hidden: bool,
    /// 112: always first, never hidden.
    pub fixed: bool,
}

/// A line with what is known of it. `near`: see [`came_with_the_program`]; own ones stand between 112 and the rest.
struct Laid {
    near: u8,
    line: HelpLine,
    row: Option<HelpRow>,
}

const OWN: u8 = 1;
const MY_REGION: u8 = 2;

/// The lines as they are seen in a hard moment. A book that cannot be read gives those that came with the program.
#[must_use]
pub fn lines(book: Option<&Book>, region: &str, texts: &Texts, now: DateTime<FixedOffset>) -> Vec<HelpLine> {
    let rows = book.and_then(|book| book.help_rows().ok()).unwrap_or_default();
    let shown =
        laid(rows, region, texts, now).into_iter().filter(|laid| !laid.row.as_ref().is_some_and(|row| row.hidden));
    shown.map(|laid| laid.line).filter(|line| !line.number.trim().is_empty()).collect()
}

/// The same to be written on: also those that are hidden or have no number yet.
///
/// # Errors
/// What the database says.
pub fn to_edit(book: &Book, region: &str, texts: &Texts) -> Result<Vec<HelpLineEdit>, Error> {
    let laid = laid(book.help_rows()?, region, texts, book.world().now());
    Ok(laid
        .into_iter()
        .map(|Laid { line, row, .. }| {
            let row = row.unwrap_or_default();
            HelpLineEdit { fixed: line.id == ALARM, fields: fields(&row), hidden: row.hidden, line }
        })
        .collect())
}

/// Those whose number can be tried on a calm day: not 112, and not those of other regions.
///
/// # Errors
/// What the database says.
pub fn to_try(book: &Book, region: &str, texts: &Texts) -> Result<Vec<HelpLine>, Error> {
    let laid = laid(book.help_rows()?, region, texts, book.world().now());
    let near = laid.into_iter().filter(|laid| laid.near < 4 && laid.line.id != ALARM);
    let shown = near.filter(|laid| !laid.row.as_ref().is_some_and(|row| row.hidden));
    Ok(shown.map(|laid| laid.line).filter(|line| !line.number.trim().is_empty()).collect())
}

/// Those the citizen added or corrected, for the lock screen.
///
/// # Errors
/// What the database says.
pub fn written(book: &Book, texts: &Texts) -> Result<Vec<HelpLine>, Error> {
    let shown = lines(Some(book), "", texts, book.world().now());
    Ok(shown.into_iter().filter(|line| line.own || line.edited).collect())
}

/// A number on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub line: HelpLine,
    /// Whether it is written or known when somebody answers.
    pub timed: bool,
    /// What a copy in the register is compared by: the same in every language.
    pub said: Vec<String>,
}

impl Number {
    /// The citizen added or corrected it.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        self.line.own || self.line.edited
    }
}

/// The numbers of a plan on paper: those the citizen wrote, and those of their region. The others are no part of a plan.
///
/// # Errors
/// What the database says.
pub fn on_paper(book: &Book, region: &str, texts: &Texts) -> Result<Vec<Number>, Error> {
    let laid = laid(book.help_rows()?, region, texts, book.world().now()).into_iter();
    let shown = laid.filter(|laid| !laid.row.as_ref().is_some_and(|row| row.hidden));
    let numbers = shown.filter(|Laid { near, line, .. }| {
        let wanted = line.own || line.edited || *near == MY_REGION;
        wanted && !line.number.trim().is_empty()
    });
    Ok(numbers.map(|Laid { line, row, .. }| number(line, row.unwrap_or_default())).collect())
}

fn number(line: HelpLine, row: HelpRow) -> Number {
    let timed = !line.own || !row.hours.trim().is_empty() || !row.opening.is_empty();
    let unsure = if line.unsure { "unsure" } else { "" };
    let said = vec![line.number.clone(), unsure.to_string(), row.name, row.whom, row.hours, row.opening];
    Number { line, timed, said }
}

/// Puts own lines of the lock screen where they belong: one that corrects a line stands in its place, others after 112.
pub(crate) fn put_among(lines: &mut Vec<HelpLine>, own: Vec<HelpRow>, texts: &Texts, now: DateTime<FixedOffset>) {
    let mut at = lines.iter().position(|line| line.id == ALARM).map_or(0, |alarm| alarm + 1);
    for row in own {
        match lines.iter().position(|line| line.id == row.id) {
            Some(known) => lines[known] = corrected(lines[known].clone(), &row, texts, now),
            None => {
                lines.insert(at, of_row(&row, texts, now));
                at += 1;
            }
        }
    }
}

fn laid(rows: Vec<HelpRow>, region: &str, texts: &Texts, now: DateTime<FixedOffset>) -> Vec<Laid> {
    let mut of: HashMap<String, HelpRow> =
        rows.iter().filter(|row| !row.own).map(|row| (row.id.clone(), row.clone())).collect();
    let own = rows.into_iter().filter(|row| row.own);
    let mut all: Vec<Laid> =
        own.map(|row| Laid { near: OWN, line: of_row(&row, texts, now), row: Some(row) }).collect();
    for (near, line) in came_with_the_program(texts, now, region) {
        let row = of.remove(&line.id);
        let line = match &row {
            Some(row) => corrected(line, row, texts, now),
            None => line,
        };
        all.push(Laid { near: if near == 0 { 0 } else { near + 1 }, line, row });
    }
    // Those in the citizen's own order first, then own ones, then by how near they are. Sorting keeps what is equal.
    all.sort_by_key(|laid| {
        let place = laid.row.as_ref().map(|row| row.place.clone()).unwrap_or_default();
        (laid.near != 0, place.is_empty(), place, laid.near)
    });
    all
}

fn fields(row: &HelpRow) -> HelpLineFields {
    HelpLineFields {
        name: row.name.clone(),
        number: row.number.clone(),
        whom: row.whom.clone(),
        hours: row.hours.clone(),
        opening: kept(&row.opening).map(|account| open_hours(&account)).unwrap_or_default(),
        checked: row.checked.clone(),
    }
}

fn open_hours(account: &Account) -> Vec<OpenHours> {
    let one = |day: Weekday| day.to_string().to_lowercase();
    let clock = |time: NaiveTime| time.format("%H:%M").to_string();
    let hours = account.hours.iter().map(|hours| {
        let (first, last, from, to) = hours.parts();
        let days = if first == last { one(first) } else { format!("{}-{}", one(first), one(last)) };
        OpenHours { days, from: clock(from), to: clock(to) }
    });
    hours.collect()
}

fn of_row(row: &HelpRow, texts: &Texts, now: DateTime<FixedOffset>) -> HelpLine {
    let empty = HelpLine {
        id: row.id.clone(),
        name: String::new(),
        number: String::new(),
        whom: String::new(),
        hours: texts.help_hours_unknown(),
        open_now: None,
        opens: String::new(),
        own: true,
        edited: false,
        region: String::new(),
        source: texts.help_source_me(),
        checked: texts.help_not_tried(),
        unsure: false,
    };
    HelpLine { edited: false, own: true, ..corrected(empty, row, texts, now) }
}

/// The line with the citizen's words in place of those it came with.
fn corrected(line: HelpLine, row: &HelpRow, texts: &Texts, now: DateTime<FixedOffset>) -> HelpLine {
    let said = |own: &String, other: String| if own.trim().is_empty() { other } else { own.clone() };
    let opening = kept(&row.opening);
    let edited = [&row.name, &row.number, &row.whom, &row.hours, &row.opening].iter().any(|text| !text.is_empty());
    let mut line = HelpLine {
        name: said(&row.name, line.name),
        number: said(&row.number, line.number),
        whom: said(&row.whom, line.whom),
        edited,
        source: if edited { texts.help_source_me() } else { line.source },
        checked: match row.checked.parse::<NaiveDate>() {
            Ok(day) => texts.help_tried(&when::date(day, texts.language())),
            Err(_) if edited => texts.help_not_tried(),
            Err(_) => line.checked,
        },
        ..line
    };
    if let Some(account) = opening {
        let today = danish_time(now).date();
        let words = opening_words(&account, texts);
        let accounts = [account];
        line.hours = if row.hours.trim().is_empty() { words } else { format!("{words} {}", row.hours.trim()) };
        line.open_now = open_now(&accounts, false, now);
        let next = if line.open_now == Some(true) { None } else { opens_next(&accounts, now) };
        line.opens = next.map(|at| opens_words(at, today, false, texts)).unwrap_or_default();
        line.unsure = false;
    } else if !row.hours.trim().is_empty() {
        // Only words: no clock can read them.
        line.hours.clone_from(&row.hours);
        line.open_now = None;
        line.opens.clear();
    }
    line
}

/// *Mandag–fredag kl. 10–22. Lørdag kl. 10–18.*
fn opening_words(account: &Account, texts: &Texts) -> String {
    let sentence = |hours: &crate::help::hours::Hours| {
        let (first, last, from, to) = hours.parts();
        let days = match (first, last) {
            (Weekday::Mon, Weekday::Sun) => texts.help_every_day(),
            (first, last) if first == last => capital(&day_name(first, texts)),
            (first, last) => format!("{}–{}", capital(&day_name(first, texts)), day_name(last, texts)),
        };
        if from == to {
            return texts.help_all_day(&days);
        }
        texts.help_open_from_to(&days, &clock(from, texts), &clock(to, texts))
    };
    account.hours.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

/// *åbner kl. 11*, *åbner i morgen kl. 10*, *åbner mandag kl. 10*; with *måske* when the hours are unsure.
pub(super) fn opens_words(at: NaiveDateTime, today: NaiveDate, unsure: bool, texts: &Texts) -> String {
    let time = clock(at.time(), texts);
    let tomorrow = today.succ_opt() == Some(at.date());
    match (at.date() == today, tomorrow, unsure) {
        (true, _, false) => texts.help_opens(&time),
        (true, _, true) => texts.help_opens_perhaps(&time),
        (_, true, false) => texts.help_opens_tomorrow(&time),
        (_, true, true) => texts.help_opens_tomorrow_perhaps(&time),
        (_, _, false) => texts.help_opens_day(&day_name(at.weekday(), texts), &time),
        (_, _, true) => texts.help_opens_day_perhaps(&day_name(at.weekday(), texts), &time),
    }
}

/// *10*, or *10.30* in Danish and *10:30* in English.
fn clock(time: NaiveTime, texts: &Texts) -> String {
    let between = match texts.language() {
        Language::Da => '.',
        Language::En => ':',
    };
    if time.minute() == 0 { time.hour().to_string() } else { format!("{}{between}{:02}", time.hour(), time.minute()) }
}

fn day_name(day: Weekday, texts: &Texts) -> String {
    match day {
        Weekday::Mon => texts.day_mon(),
        Weekday::Tue => texts.day_tue(),
        Weekday::Wed => texts.day_wed(),
        Weekday::Thu => texts.day_thu(),
        Weekday::Fri => texts.day_fri(),
        Weekday::Sat => texts.day_sat(),
        Weekday::Sun => texts.day_sun(),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
