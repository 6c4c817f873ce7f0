//! A workshop whose process is this very test program, started once more to do nothing but [`a_process_that_serves`].

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use holdepunkt_core::document::{Document, Item, Items, Panel, Part, Picture, Print};
use holdepunkt_core::going::Going;

use super::wire::{self, Answer, Ask, Fault};
use super::{At, Pages, Program, Workshop, serve};
use crate::PrintError;
use crate::laid::lay;
use crate::tests::documents;

const SERVES: &str = "HOLDEPUNKT_TEST_SERVES";

/// No test of its own: what the others start. `rest` in milliseconds, or `falls`.
#[test]
fn a_process_that_serves() {
    match std::env::var(SERVES).as_deref() {
        Err(_) => {}
        Ok("falls") => {
            use std::io::Write as _;
            std::io::stdout().write_all(wire::HELLO.as_bytes()).unwrap();
            let _: Ask = wire::read(&mut std::io::stdin()).unwrap();
            std::process::exit(3);
        }
        Ok("another") => println!("holdepunkt sets prints 0.0.0"),
        Ok(rest) => {
            serve(std::io::stdin(), std::io::stdout(), Duration::from_millis(rest.parse().unwrap()));
            std::process::exit(0);
        }
    }
}

fn program(how: &str) -> Program {
    Program {
        path: std::env::current_exe().unwrap(),
        words: ["--exact", "workshop::tests::a_process_that_serves", "--nocapture"].map(str::to_string).into(),
        environment: vec![(SERVES.to_string(), how.to_string())],
    }
}

fn workshop(how: &str) -> Arc<Workshop> {
    Arc::new(Workshop::of(program(how)))
}

fn lies_there(pages: &Pages) -> bool {
    matches!(pages.at, At::There { .. })
}

fn plan() -> Print {
    Print::Plan(documents::normal())
}

fn long() -> Print {
    Print::Plan(documents::hostile())
}

#[test]
fn the_pages_are_those_that_are_set_here() {
    let workshop = workshop("60000");
    for print in
        [plan(), Print::Card(documents::card()), Print::Plan(documents::with_picture(&documents::photograph(300, 200)))]
    {
        let (here, there) = (lay(&print).unwrap(), workshop.lay(&print, &Going::default()).unwrap());
        assert!(lies_there(&there));
        assert_eq!(there.count(), here.count());
        for number in 0..here.count() {
            assert_eq!(there.page(number, 300).unwrap(), here.page(number, 300).unwrap());
        }
        assert!(there.pdf().unwrap() == here.pdf().unwrap(), "the same bytes");
    }
    assert!(workshop.phone(&documents::normal()).unwrap() == crate::phone(&documents::normal()).unwrap());
}

#[test]
fn pages_laid_before_others_are_still_to_be_had() {
    let workshop = workshop("60000");
    let first = workshop.lay(&plan(), &Going::default()).unwrap();
    let before = first.page(0, 200).unwrap();
    let second = workshop.lay(&Print::Card(documents::card()), &Going::default()).unwrap();
    assert_eq!(first.page(0, 200).unwrap(), before);
    assert!(second.page(0, 200).unwrap() != before);
    workshop.close();
    assert_eq!(first.page(0, 200).unwrap(), before, "also when the process was ended");
}

#[test]
fn it_ends_when_nothing_is_looked_at_and_comes_back_when_something_is() {
    let workshop = workshop("50");
    let pages = workshop.lay(&plan(), &Going::default()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    assert!(!ended(&workshop), "somebody looks at its pages");
    let first = pages.page(0, 200).unwrap();
    drop(pages);
    let since = Instant::now();
    while !ended(&workshop) {
        assert!(since.elapsed() < Duration::from_secs(20), "it rests for ever");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(workshop.lay(&plan(), &Going::default()).unwrap().page(0, 200).unwrap(), first);
}

fn ended(workshop: &Workshop) -> bool {
    workshop.running().as_ref().is_none_or(super::ask::Running::has_ended)
}

#[test]
fn what_is_not_wanted_any_more_is_left_and_the_next_is_set() {
    let workshop = workshop("60000");
    workshop.get_ready();
    let going = Arc::<Going>::default();
    let stop = Arc::clone(&going);
    let presses = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        stop.stop();
    });
    assert!(matches!(workshop.lay(&long(), &going), Err(PrintError::Unwanted)));
    presses.join().unwrap();
    assert!(workshop.lay(&Print::Card(documents::card()), &Going::default()).is_ok());
}

#[test]
fn one_that_falls_over_is_said_to_have_stopped() {
    assert!(matches!(workshop("falls").lay(&plan(), &Going::default()), Err(PrintError::Stopped)));
}

#[test]
fn where_there_is_none_to_be_had_it_is_done_here() {
    let missing = Program { path: PathBuf::from("/nowhere/holdepunkt"), ..program("0") };
    for workshop in [Workshop::default(), Workshop::of(missing), Workshop::of(program("another"))] {
        let pages = Arc::new(workshop).lay(&plan(), &Going::default()).unwrap();
        assert!(!lies_there(&pages) && pages.page(0, 200).is_ok());
    }
}

#[test]
fn a_full_card_is_told_as_it_is_here() {
    let mut card = documents::card();
    let line = |_| Item { text: "Endnu en linje om det, der hjælper".into(), ..Item::default() };
    card.back[0].items.extend((0..20).map(line));
    let full = Print::Card(card);
    let Err(PrintError::CardFull { side, lines }) = lay(&full) else { panic!("it should be full") };
    let there = workshop("60000").lay(&full, &Going::default());
    assert!(matches!(there, Err(PrintError::CardFull { side: s, lines: l }) if (s, l) == (side, lines)));
}

#[test]
fn pictures_travel_as_they_are() {
    let picture = |byte| Picture { bytes: vec![byte; 3], alt: "et billede".into(), ..Picture::default() };
    let item = |byte| Item { text: "a".into(), pictures: vec![picture(byte), picture(byte + 1)], ..Item::default() };
    let mut document = Document::default();
    document.front.panels = vec![Panel { items: vec![item(1)], ..Panel::default() }];
    let group = Items { items: vec![item(3)], ..Items::default() };
    document.parts = vec![Part { groups: vec![group], ..Part::default() }];
    let print = Print::Book(document);
    let mut wire = Vec::new();
    wire::write(&mut wire, Ask::Lay { print: print.clone() }).unwrap();
    let Ask::Lay { print: read } = wire::read(&mut &wire[..]).unwrap() else { panic!("another question") };
    assert_eq!(read, print);
    for end in 0..wire.len() {
        assert!(wire::read::<Ask>(&mut &wire[..end]).is_err(), "half a message is none");
    }
}

#[test]
fn what_went_wrong_arrives_as_it_was() {
    let every = [
        PrintError::Layout("/look.typ:3".into()),
        PrintError::Export("kind".into()),
        PrintError::Picture,
        PrintError::CardFull { side: "front", lines: 2 },
        PrintError::CardFull { side: "back", lines: 1 },
        PrintError::Stopped,
        PrintError::Unwanted,
    ];
    for error in every {
        let said = format!("{error:?}");
        let Answer::Failed { fault } = error.into() else { panic!("no fault") };
        let fault: Fault = serde_json::from_str(&serde_json::to_string(&fault).unwrap()).unwrap();
        assert_eq!(format!("{:?}", PrintError::from(fault)), said);
    }
}
