//! A workshop whose process is this very test program, started once more to do nothing but [`a_process_that_serves`].

mod wanted;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use holdepunkt_core::document::{Document, Item, Items, Panel, Part, Picture, Print};
use holdepunkt_core::going::Going;

use super::wire::{self, Answer, Ask, Fault, HELLO};
use super::{At, Pages, Program, Workshop, remember, serve};
use crate::PrintError;
use crate::laid::lay;
use crate::tests::documents;

const SERVES: &str = "HOLDEPUNKT_TEST_SERVES";
/// A file that grows by a letter with every process that is started.
const STARTS: &str = "HOLDEPUNKT_TEST_STARTS";

/// No test of its own: what the others start. How long it rests, in milliseconds, or what else it does.
#[test]
fn a_process_that_serves() {
    let Ok(how) = std::env::var(SERVES) else { return };
    let starts = std::env::var(STARTS).map(|file| started(&PathBuf::from(file))).unwrap_or_default();
    match how.as_str() {
        "falls" => fall(),
        "falls once" if starts == 1 => fall(),
        "another" => println!("holdepunkt sets prints 0.0.0"),
        "deaf" => std::thread::sleep(Duration::from_secs(600)),
        "hangs" => hang(),
        rest => {
            let rest = Duration::from_millis(rest.parse().unwrap_or(60_000));
            remember();
            serve(std::io::stdin(), std::io::stdout(), rest, || std::process::exit(0));
            std::process::exit(0);
        }
    }
}

fn started(file: &std::path::Path) -> usize {
    let mut starts = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
    starts.write_all(b".").unwrap();
    std::fs::read(file).unwrap().len()
}

/// Falls over whatever it is asked.
fn fall() {
    std::io::stdout().write_all(HELLO.as_bytes()).unwrap();
    let _: Ask = wire::read(&mut std::io::stdin()).unwrap();
    std::process::exit(3);
}

/// Sets one page, and is never done with whatever else it is asked.
fn hang() {
    std::io::stdout().write_all(HELLO.as_bytes()).unwrap();
    while let Ok(ask) = wire::read(&mut std::io::stdin()) {
        match ask {
            Ask::Lay { .. } => wire::write(&mut std::io::stdout(), Answer::Laid { pages: 1 }).unwrap(),
            _ => std::thread::sleep(Duration::from_secs(600)),
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

/// One whose processes are counted.
struct Counted {
    workshop: Arc<Workshop>,
    starts: tempfile::NamedTempFile,
}

impl Counted {
    fn new(how: &str) -> Self {
        let starts = tempfile::NamedTempFile::new().unwrap();
        let mut program = program(how);
        program.environment.push((STARTS.to_string(), starts.path().to_string_lossy().into_owned()));
        Self { workshop: Arc::new(Workshop::of(program)), starts }
    }

    fn starts(&self) -> usize {
        std::fs::read(self.starts.path()).unwrap().len()
    }
}

/// What nobody stops.
fn set(workshop: &Arc<Workshop>, print: &Print) -> Result<Pages, PrintError> {
    workshop.lay(print, &workshop.errand())
}

/// Until somebody has the process at work.
fn wait_till_busy(workshop: &Workshop) {
    let since = Instant::now();
    while workshop.running.try_lock().is_ok() {
        assert!(since.elapsed() < Duration::from_secs(20), "nobody asks for anything");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn unwanted<T>(result: &Result<T, PrintError>) -> bool {
    matches!(result, Err(PrintError::Unwanted))
}

/// What a person does not wait for.
const AT_ONCE: Duration = Duration::from_secs(3);

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
        let (here, there) = (lay(&print).unwrap(), set(&workshop, &print).unwrap());
        assert!(lies_there(&there));
        assert_eq!(there.count(), here.count());
        for number in 0..here.count() {
            assert_eq!(there.page(number, 300).unwrap(), here.page(number, 300).unwrap());
        }
        assert!(there.pdf().unwrap() == here.pdf().unwrap(), "the same bytes");
    }
    assert!(
        workshop.phone(&documents::normal(), &workshop.errand()).unwrap()
            == crate::phone(&documents::normal()).unwrap()
    );
}

/// The same with a line more in the middle of the longest list, as after a tick.
fn with_a_line_more(print: &Print) -> Print {
    let mut print = print.clone();
    if let Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) = &mut print {
        let lists = document.parts.iter_mut().flat_map(|part| &mut part.groups).map(|group| &mut group.items);
        let longest = lists.max_by_key(|items| items.len()).unwrap();
        longest.insert(longest.len() / 2, Item { text: "en linje mere".into(), ..Item::default() });
    }
    print
}

#[test]
fn what_was_set_before_makes_no_difference_to_what_is_set_next() {
    let workshop = workshop("60000");
    let prints = [
        Print::Plan(documents::sample("ward")),
        Print::Plan(documents::sample("ward")).in_large(true),
        Print::Steps(documents::sample("relative")),
        Print::Page(documents::sample("doctor")),
        Print::Book(documents::sample("me")),
    ];
    for print in &prints {
        for print in [print.clone(), with_a_line_more(print), print.clone()] {
            let there = set(&workshop, &print).unwrap();
            assert!(lies_there(&there) && there.pdf().unwrap() == lay(&print).unwrap().pdf().unwrap());
        }
    }
}

#[test]
fn pages_laid_before_others_are_still_to_be_had() {
    let workshop = workshop("60000");
    let first = set(&workshop, &plan()).unwrap();
    let before = first.page(0, 200).unwrap();
    let second = set(&workshop, &Print::Card(documents::card())).unwrap();
    assert_eq!(first.page(0, 200).unwrap(), before);
    assert!(second.page(0, 200).unwrap() != before);
}

#[test]
fn a_picture_for_a_phone_takes_the_place_of_pages_so_that_none_lie_there_unseen() {
    let workshop = workshop("50");
    let pages = set(&workshop, &plan()).unwrap();
    let first = pages.page(0, 200).unwrap();
    workshop.phone(&documents::normal(), &workshop.errand()).unwrap();
    wait_till_ended(&workshop);
    assert_eq!(pages.page(0, 200).unwrap(), first, "they are set again when somebody looks");
}

#[test]
fn it_ends_when_nothing_is_looked_at_and_comes_back_when_something_is() {
    let workshop = workshop("50");
    let pages = set(&workshop, &plan()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    assert!(!ended(&workshop), "somebody looks at its pages");
    let first = pages.page(0, 200).unwrap();
    drop(pages);
    wait_till_ended(&workshop);
    assert_eq!(set(&workshop, &plan()).unwrap().page(0, 200).unwrap(), first);
}

fn ended(workshop: &Workshop) -> bool {
    workshop.running.lock().unwrap().as_ref().is_none_or(|running| running.process.has_ended())
}

fn wait_till_ended(workshop: &Workshop) {
    let since = Instant::now();
    while !ended(workshop) {
        assert!(since.elapsed() < Duration::from_secs(20), "it rests for ever");
        std::thread::sleep(Duration::from_millis(10));
    }
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
    assert!(unwanted(&workshop.lay(&long(), &workshop.errand().along(&going))));
    presses.join().unwrap();
    assert!(set(&workshop, &Print::Card(documents::card())).is_ok());
}

#[test]
fn a_print_that_two_of_them_fall_over_is_said_to_have_stopped() {
    let there = Counted::new("falls");
    assert!(matches!(set(&there.workshop, &plan()), Err(PrintError::Stopped)));
    assert_eq!(there.starts(), 2);
}

#[test]
fn one_that_falls_over_once_is_not_noticed() {
    let there = Counted::new("falls once");
    assert!(set(&there.workshop, &plan()).unwrap().page(0, 200).is_ok());
    assert_eq!(there.starts(), 2);
}

#[test]
fn where_there_is_none_to_be_had_it_is_done_here() {
    let missing = Program { path: PathBuf::from("/nowhere/holdepunkt"), ..program("0") };
    for workshop in [Workshop::default(), Workshop::of(missing), Workshop::of(program("another"))] {
        let pages = set(&Arc::new(workshop), &plan()).unwrap();
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
    let there = set(&workshop("60000"), &full);
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
