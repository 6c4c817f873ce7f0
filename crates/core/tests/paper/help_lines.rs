//! Help lines: what came with the program, and what the citizen wrote about it.

use crate::builder::{Desk, id};
use holdepunkt_core::card::Card;
use holdepunkt_core::change::{Answer, Change, HelpLineFields, NumberOf, OpenHours, PersonFields, Place, Wanted};
use holdepunkt_core::error::Error;
use holdepunkt_core::help;
use holdepunkt_core::view::{HelpLine, HelpView};

pub fn fields(name: &str, number: &str) -> HelpLineFields {
    HelpLineFields { name: name.into(), number: number.into(), ..HelpLineFields::default() }
}

fn lines(desk: &Desk) -> Vec<HelpLine> {
    help::lines(Some(desk.book()), "", &desk.texts, desk.book().world().now())
}

fn ids(desk: &Desk) -> Vec<String> {
    lines(desk).into_iter().map(|line| line.id).collect()
}

fn line(desk: &Desk, id: &str) -> HelpLine {
    lines(desk).into_iter().find(|line| line.id == id).expect("the line is shown")
}

pub fn add(desk: &mut Desk, name: &str, number: &str) -> String {
    let id = id();
    desk.change(Change::AddHelpLine { id: id.clone(), fields: fields(name, number) });
    id
}

#[test]
fn a_line_of_my_own_stands_right_after_112_and_is_told_as_mine() {
    let mut desk = Desk::new();
    let own = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    assert_eq!(ids(&desk)[..3], ["112".to_string(), own.clone(), "livslinien".to_string()]);
    let own = line(&desk, &own);
    assert_eq!((own.source.as_str(), own.open_now, own.own), ("dig selv", None, true));
    assert_eq!(own.hours, "Du har ikke skrevet, hvornår der er åbent. Prøv at ringe.");
}

#[test]
fn hours_i_write_are_read_by_the_clock() {
    let mut desk = Desk::new();
    let own = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    let hours = |days: &str, from: &str, to: &str| OpenHours { days: days.into(), from: from.into(), to: to.into() };
    let opening = vec![hours("mon-fri", "16:00", "22:00"), hours("sat-sun", "12:30", "22:00")];
    let all = HelpLineFields { opening, ..fields("Akuttilbuddet", "00 00 00 09") };
    desk.change(Change::WriteHelpLine { id: own.clone(), fields: all });
    // Sunday 22 November 2026, 14.03.
    let seen = line(&desk, &own);
    assert_eq!(seen.hours, "Mandag–fredag kl. 16–22. Lørdag–søndag kl. 12.30–22.");
    assert_eq!(seen.open_now, Some(true));
    desk.wait(10 * 3600);
    let seen = line(&desk, &own);
    assert_eq!((seen.open_now, seen.opens.as_str()), (Some(false), "åbner kl. 16"), "Monday, just after midnight");
}

#[test]
fn hours_that_are_none_and_days_that_are_none_are_refused() {
    let mut desk = Desk::new();
    let own = add(&mut desk, "Akuttilbuddet", "1");
    let wrong = vec![OpenHours { days: "hverdage".into(), from: "10:00".into(), to: "12:00".into() }];
    let refused = desk.try_change(Change::WriteHelpLine {
        id: own.clone(),
        fields: HelpLineFields { opening: wrong, ..fields("A", "1") },
    });
    assert!(matches!(refused, Err(Error::NotHere(_))));
    let refused = desk.try_change(Change::WriteHelpLine {
        id: own,
        fields: HelpLineFields { checked: "i går".into(), ..fields("A", "1") },
    });
    assert!(matches!(refused, Err(Error::NotHere(_))));
}

#[test]
fn a_number_i_corrected_is_shown_as_mine_and_can_be_as_it_came_again() {
    let mut desk = Desk::new();
    let before = line(&desk, "sind");
    desk.change(Change::WriteHelpLine { id: "sind".into(), fields: fields("", "00 00 00 08") });
    let after = line(&desk, "sind");
    assert_eq!((after.number.as_str(), after.name.as_str(), after.edited), ("00 00 00 08", before.name.as_str(), true));
    assert_eq!(after.source, "dig selv", "what I wrote is never told as another's");
    desk.change(Change::RemoveHelpLine { id: "sind".into() });
    assert_eq!(line(&desk, "sind"), before);
    desk.undo();
    assert_eq!(line(&desk, "sind"), after);
}

#[test]
fn having_tried_a_number_does_not_make_its_hours_mine() {
    let mut desk = Desk::new();
    let tried = HelpLineFields { checked: "2026-11-20".into(), ..HelpLineFields::default() };
    desk.change(Change::WriteHelpLine { id: "psykiatrifonden".into(), fields: tried });
    let seen = line(&desk, "psykiatrifonden");
    assert_eq!(seen.checked, "Du prøvede nummeret 20. november 2026.");
    assert!(!seen.edited && seen.unsure && seen.source != "dig selv");
}

#[test]
fn a_hidden_line_is_gone_and_can_be_shown_again_and_112_is_never_hidden() {
    let mut desk = Desk::new();
    desk.change(Change::HideHelpLine { id: "boernetelefonen".into(), hidden: true });
    assert!(!ids(&desk).contains(&"boernetelefonen".to_string()));
    let edits = help::to_edit(desk.book(), "", &desk.texts).unwrap();
    assert!(edits.iter().any(|edit| edit.line.id == "boernetelefonen" && edit.hidden), "it can be found again");
    desk.change(Change::HideHelpLine { id: "boernetelefonen".into(), hidden: false });
    assert!(ids(&desk).contains(&"boernetelefonen".to_string()));
    assert!(matches!(desk.try_change(Change::HideHelpLine { id: "112".into(), hidden: true }), Err(Error::NotHere(_))));
}

#[test]
fn my_own_order_holds_whatever_region_i_live_in_and_112_stays_first() {
    let mut desk = Desk::new();
    let mut wanted = ids(&desk);
    wanted.reverse();
    desk.change(Change::OrderHelpLines { ids: wanted.clone() });
    let shown = ids(&desk);
    assert_eq!(shown[0], "112");
    wanted.retain(|id| id != "112");
    assert_eq!(shown[1..], wanted[..]);
    let own = add(&mut desk, "Lægevagten", "00 00 00 07");
    assert_eq!(ids(&desk)[1], own, "a new one stands first, where it is found");
    desk.undo();
    desk.undo();
    assert_eq!(ids(&desk)[1], "livslinien");
}

#[test]
fn a_line_of_my_own_can_be_removed_and_undone_and_a_line_nobody_knows_is_refused() {
    let mut desk = Desk::new();
    let own = add(&mut desk, "Akuttilbuddet", "1");
    desk.change(Change::RemoveHelpLine { id: own.clone() });
    assert!(!ids(&desk).contains(&own));
    desk.undo();
    assert!(ids(&desk).contains(&own));
    let unknown = Change::WriteHelpLine { id: "hverken-eller".into(), fields: fields("a", "1") };
    assert!(matches!(desk.try_change(unknown), Err(Error::NotFound(_))));
}

#[test]
fn only_the_help_lines_i_chose_are_on_the_lock_screen() {
    let mut desk = Desk::new();
    let chosen = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    add(&mut desk, "Min hemmelige ven", "00 00 00 10");
    desk.change(Change::WriteHelpLine { id: "sind".into(), fields: fields("", "00 00 00 08") });
    let card = Card::of(desk.book(), |id| id == chosen, &desk.texts).unwrap();
    let text = serde_json::to_string(&card).unwrap();
    assert!(text.contains("Akuttilbuddet") && !text.contains("hemmelige") && !text.contains("00 00 00 08"), "{text}");
    let mut locked: HelpView = help::view(None, "", &desk.texts, desk.book().world());
    card.show_on(&mut locked, &desk.texts, desk.book().world());
    assert_eq!(locked.lines[1].name, "Akuttilbuddet");
    assert_eq!(locked.lines.iter().find(|line| line.id == "sind").unwrap().number, "70 23 27 50");
}

#[test]
fn a_corrected_number_i_chose_stands_in_place_of_the_old_one_on_the_lock_screen() {
    let mut desk = Desk::new();
    desk.change(Change::WriteHelpLine { id: "sind".into(), fields: fields("", "00 00 00 08") });
    let card = Card::of(desk.book(), |id| id == "sind", &desk.texts).unwrap();
    let mut locked: HelpView = help::view(None, "", &desk.texts, desk.book().world());
    card.show_on(&mut locked, &desk.texts, desk.book().world());
    let numbers: Vec<_> =
        locked.lines.iter().filter(|line| line.id == "sind").map(|line| line.number.as_str()).collect();
    assert_eq!(numbers, ["00 00 00 08"]);
}

/// What stands on the lock screen after the card was written and read again.
fn locked(desk: &Desk, chosen: &str) -> Vec<String> {
    let card = Card::of(desk.book(), |id| id == chosen, &desk.texts).expect("a card");
    let text = serde_json::to_string(&card).expect("a file");
    let card: Card = serde_json::from_str(&text).expect("a card");
    let mut locked: HelpView = help::view(None, "", &desk.texts, desk.book().world());
    card.show_on(&mut locked, &desk.texts, desk.book().world());
    locked.lines.into_iter().map(|line| line.id).collect()
}

#[test]
fn a_number_i_put_away_is_not_on_the_lock_screen_either() {
    let mut desk = Desk::new();
    let hide = Change::HideHelpLine { id: "lev-uden-vold".into(), hidden: true };
    assert!(locked(&desk, "").contains(&"lev-uden-vold".to_string()));
    assert!(Card::default().is_touched_by(&hide), "also when nothing was chosen to be seen");
    desk.change(hide);
    assert!(!locked(&desk, "").contains(&"lev-uden-vold".to_string()));
    let hidden = add(&mut desk, "Min hemmelige ven", "00 00 00 10");
    desk.change(Change::HideHelpLine { id: hidden.clone(), hidden: true });
    let card = Card::of(desk.book(), |_| true, &desk.texts).unwrap();
    assert!(!serde_json::to_string(&card).unwrap().contains(&hidden), "nothing of my own that I did not choose");
    desk.undo();
    desk.undo();
    desk.undo();
    assert!(locked(&desk, "").contains(&"lev-uden-vold".to_string()));
    assert!(Card::of(desk.book(), |_| false, &desk.texts).unwrap().is_empty(), "and no file is left");
}

#[test]
fn my_own_order_of_the_numbers_holds_on_the_lock_screen() {
    let mut desk = Desk::new();
    let own = add(&mut desk, "Akuttilbuddet", "00 00 00 09");
    let mut wanted = ids(&desk);
    wanted.reverse();
    desk.change(Change::OrderHelpLines { ids: wanted });
    assert_eq!(locked(&desk, &own), ids(&desk));
    let without: Vec<String> = ids(&desk).into_iter().filter(|id| *id != own).collect();
    assert_eq!(locked(&desk, ""), without, "what was not chosen is not seen");
}

#[test]
fn every_way_through_a_hard_moment_can_be_on_the_lock_screen_down_to_something_good() {
    let mut desk = Desk::new();
    let all = ["signs.seen", "angry.notice", "signs.me", "angry.me", "everyday.smallest", "well.like"];
    let ids: Vec<_> = all.iter().map(|section| desk.line(section, section)).collect();
    let private = desk.line("angry.me", "kun min");
    desk.only_me(&private);
    let view = Card::default().view(desk.book(), &desk.texts).unwrap();
    let offered = |items: &[holdepunkt_core::view::CardItem]| -> Vec<String> {
        items.iter().map(|item| item.id.clone()).collect()
    };
    assert_eq!(offered(&view.signs), ids[..2]);
    assert_eq!(offered(&view.tools), ids[2..]);
}

#[test]
fn a_number_that_did_not_work_comes_last_and_says_so_until_it_works() {
    let mut desk = Desk::new();
    let person = |name: &str| PersonFields {
        name: name.into(),
        phone: "20 00 00 00".into(),
        wanted: Wanted::Yes,
        ..PersonFields::default()
    };
    let (mette, bo) = (id(), id());
    for (id, name) in [(&mette, "Mette"), (&bo, "Bo")] {
        desk.change(Change::AddPerson { id: id.clone(), fields: person(name), place: Place::Last });
    }
    let try_it = |of, id: &str, answer| Change::TryNumber { of, id: id.into(), answer };
    desk.change(try_it(NumberOf::Person, &mette, Answer::No));
    desk.change(try_it(NumberOf::Line, "livslinien", Answer::No));
    let seen = |desk: &Desk| help::view(Some(desk.book()), "", &desk.texts, desk.book().world());
    let view = seen(&desk);
    let people: Vec<_> = view.people.iter().map(|person| person.fields.name.as_str()).collect();
    assert_eq!(people, ["Bo", "Mette"]);
    assert_eq!((view.lines[0].id.as_str(), view.lines.last().unwrap().id.as_str()), ("112", "livslinien"));
    assert!(view.dead.iter().any(|dead| dead.id == mette && dead.tried == "22. november 2026"));
    assert_eq!(view.dead.len(), 2);
    desk.change(try_it(NumberOf::Person, &mette, Answer::Yes));
    desk.change(Change::WriteHelpLine { id: "livslinien".into(), fields: fields("", "00 00 00 08") });
    let view = seen(&desk);
    assert!(view.dead.is_empty() && view.people[0].fields.name == "Mette");
}

#[test]
fn a_card_of_an_older_version_is_still_read() {
    let old = r#"{"signs":[],"tools":[{"id":"a","text":"En tur"}],"people":[]}"#;
    assert!(!serde_json::from_str::<Card>(old).unwrap().is_empty());
}
