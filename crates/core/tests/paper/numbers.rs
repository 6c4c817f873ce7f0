//! Numbers on the crisis plan: which stand there, and that a copy grows old when one of them changes.

use crate::builder::Desk;
use crate::help_lines::{add, fields};
use crate::register::{copies, give};
use holdepunkt_core::change::{Change, Form, HelpLineFields};
use holdepunkt_core::document::{Document, Item, Print};
use holdepunkt_core::error::Error;
use holdepunkt_core::printing;
use holdepunkt_core::share::view::{CopyView, Since, Standing};
use holdepunkt_core::share::{self, Selection};
use holdepunkt_i18n::{Language, Texts};

fn plan(desk: &Desk, region: &str) -> Result<Document, Error> {
    let selection = Selection::everything(Form::Plan).in_region(region);
    match printing::printed(desk.book(), &selection, false, &desk.texts, desk.book().world())?.print {
        Print::Plan(document) => Ok(document),
        _ => panic!("not a plan"),
    }
}

/// The numbers on it, in order.
fn numbers(desk: &Desk, region: &str) -> Vec<Item> {
    let parts = plan(desk, region).expect("a plan").parts;
    let numbers = parts.into_iter().filter(|part| part.heading == "Numre, der kan hjælpe");
    numbers.flat_map(|part| part.groups).flat_map(|group| group.items).collect()
}

fn called(desk: &Desk, region: &str) -> Vec<String> {
    numbers(desk, region).into_iter().map(|item| item.phone).collect()
}

/// A desk with something written in the plan.
fn written() -> Desk {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "sæt dig ned");
    desk
}

fn copy(desk: &Desk, region: &str) -> CopyView {
    share::shares(desk.book(), region, &desk.texts).expect("the register").copies.remove(0)
}

#[test]
fn the_plan_has_the_numbers_i_wrote_and_those_of_my_region_and_no_others() {
    let mut desk = written();
    assert!(called(&desk, "").is_empty());
    let own = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    desk.change(Change::WriteHelpLine { id: "sind".into(), fields: fields("", "00 00 00 08") });
    assert_eq!(called(&desk, ""), ["00 00 00 09", "00 00 00 08"]);
    assert_eq!(called(&desk, "sjaelland"), ["00 00 00 09", "1818", "00 00 00 08"]);
    desk.change(Change::HideHelpLine { id: own, hidden: true });
    desk.change(Change::HideHelpLine { id: "1818".into(), hidden: true });
    assert_eq!(called(&desk, "sjaelland"), ["00 00 00 08"], "what I hid is not printed");
}

#[test]
fn a_number_that_came_with_the_program_says_that_nobody_tried_it_and_mine_says_only_what_i_wrote() {
    let mut desk = written();
    add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    let items = numbers(&desk, "sjaelland");
    assert_eq!(items[0].because, "");
    assert!(items[1].because.contains("Ikke tjekket"), "{}", items[1].because);
}

#[test]
fn the_number_of_a_region_alone_is_no_plan() {
    let mut desk = Desk::new();
    assert!(matches!(plan(&desk, "sjaelland"), Err(Error::NothingToPrint)));
    add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    assert_eq!(called(&desk, "sjaelland"), ["00 00 00 09"]);
}

#[test]
fn a_copy_with_a_number_is_old_when_the_number_is_another() {
    let mut desk = written();
    let own = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    give(&mut desk, "ward", "afdelingen", "");
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh);
    desk.wait(60);
    desk.change(Change::WriteHelpLine { id: own.clone(), fields: fields("Akuttilbuddet", "00 00 00 10") });
    let old = &copies(&desk)[0];
    assert_eq!(
        (old.standing, old.news[0].since, old.news[0].text.as_str()),
        (Standing::Old, Since::Changed, "Akuttilbuddet")
    );
    desk.undo();
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "taken back is as it was");
    let hours = HelpLineFields { hours: "Kun hverdage".into(), ..fields("Akuttilbuddet", "00 00 00 09") };
    desk.change(Change::WriteHelpLine { id: own.clone(), fields: hours });
    assert_eq!(copies(&desk)[0].standing, Standing::Old, "other hours are another number");
    desk.undo();
    desk.change(Change::HideHelpLine { id: own, hidden: true });
    assert_eq!(copies(&desk)[0].news[0].since, Since::Gone);
}

#[test]
fn a_new_number_of_mine_is_news_to_those_who_have_the_plan_and_not_to_others() {
    let mut desk = written();
    give(&mut desk, "ward", "afdelingen", "");
    give(&mut desk, "relative", "Mette", "");
    add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    let standing =
        |reader: &str| copies(&desk).into_iter().find(|copy| copy.reader == reader).map(|copy| copy.standing);
    assert_eq!((standing("ward"), standing("relative")), (Some(Standing::Old), Some(Standing::Fresh)));
}

#[test]
fn the_day_a_number_was_tried_and_the_language_of_the_screen_are_no_news() {
    let mut desk = written();
    let own = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    give(&mut desk, "ward", "afdelingen", "");
    let tried = HelpLineFields { checked: "2026-11-22".into(), ..fields("Akuttilbuddet", "00 00 00 09") };
    desk.change(Change::WriteHelpLine { id: own, fields: tried });
    assert_eq!(copy(&desk, "").standing, Standing::Fresh);
    desk.texts = Texts::new(Language::En);
    assert_eq!(copy(&desk, "").standing, Standing::Fresh);
}

#[test]
fn another_region_makes_a_copy_old() {
    let mut desk = written();
    give(&mut desk, "ward", "afdelingen", "");
    assert_eq!(copy(&desk, "").standing, Standing::Fresh);
    let moved = copy(&desk, "sjaelland");
    assert_eq!((moved.standing, moved.news.len()), (Standing::Old, 1));
    assert_eq!(moved.news[0].text, "Akuttelefonen 1818");
}
