//! The day the plan is looked through again: the same in the calendar, on paper and for the quiet line.

use crate::builder::{Desk, crisis_plan};
use crate::open_format::texts;
use holdepunkt_core::change::{Change, Mark};

/// The raw lines of the event, one per line of the file.
fn event(desk: &Desk) -> Option<Vec<String>> {
    let calendar = desk.book().as_calendar(&texts()).unwrap();
    let events = calendar.split("BEGIN:VEVENT\r\n").skip(1);
    let review = events
        .filter(|event| event.contains("UID:review@holdepunkt"))
        .map(|event| event.split("\r\n").take_while(|line| *line != "END:VEVENT").map(ToString::to_string).collect());
    review.last()
}

fn day(desk: &Desk) -> Option<String> {
    let lines = event(desk)?;
    lines.iter().find_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:").map(ToString::to_string))
}

fn printed(desk: &Desk) -> String {
    crisis_plan(desk.book(), &texts()).unwrap().closing.join("|")
}

fn set(day: &str, off: bool) -> Change {
    Change::SetReview { day: day.into(), off }
}

#[test]
fn nobody_is_given_a_day_they_did_not_choose() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned");
    assert_eq!(day(&desk), None);
    desk.answer("crisis.validity", "review", "omkring min fødselsdag");
    assert_eq!(day(&desk), None, "words that are no day are no day in a calendar");
    assert!(printed(&desk).contains("omkring min fødselsdag"));
    assert!(!desk.book().review_is_due().unwrap());
}

#[test]
fn a_day_that_is_written_counts_everywhere_until_another_is_chosen() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned");
    let written = desk.answer("crisis.validity", "review", "24. november 2026");
    assert_eq!(day(&desk).as_deref(), Some("20261124"));
    assert!(!desk.book().review_is_due().unwrap());
    desk.wait(2 * 24 * 3600);
    assert!(desk.book().review_is_due().unwrap(), "what is written brings the quiet line");
    desk.change(set("2027-11-28", false));
    assert_eq!(day(&desk).as_deref(), Some("20271128"));
    assert!(!desk.book().review_is_due().unwrap());
    let paper = printed(&desk);
    assert!(paper.contains("28. november 2027") && !paper.contains("24. november 2026"), "{paper}");
    desk.change(set("", false));
    desk.change(Change::MarkLine { id: written, mark: Mark::Private, on: true });
    assert_eq!(day(&desk), None, "what is only mine is in no calendar");
}

#[test]
fn a_chosen_day_is_on_the_paper_and_words_of_ones_own_stay() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned");
    desk.change(set("2027-05-01", false));
    assert!(printed(&desk).contains("1. maj 2027"));
    desk.answer("crisis.validity", "review", "omkring min fødselsdag");
    assert!(printed(&desk).contains("omkring min fødselsdag"));
    assert_eq!(day(&desk).as_deref(), Some("20270501"));
}

#[test]
fn who_is_not_asked_has_no_day_in_the_calendar_either() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned");
    desk.answer("crisis.validity", "review", "1. maj 2027");
    desk.change(set("2027-11-28", true));
    assert_eq!(day(&desk), None);
}

#[test]
fn a_day_in_the_calendar_is_as_long_as_a_day() {
    let mut desk = Desk::new();
    desk.line("everyday.daily", "te om morgenen");
    desk.change(set("2027-05-01", false));
    let calendar = desk.book().as_calendar(&texts()).unwrap();
    let starts = calendar.matches("DTSTART;VALUE=DATE:").count();
    assert_eq!(
        (starts, calendar.matches("DTEND").count()),
        (2, 0),
        "an end on the day it began is no length: {calendar}"
    );
    assert!(event(&desk).unwrap().iter().any(|line| line == "TRANSP:TRANSPARENT"));
}
