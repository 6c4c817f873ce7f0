//! How fast a visit is: handing the pen, saying yes, and opening an inbox of a thousand proposals, beside one saved keystroke of the same run.
//! `cargo run --release -p holdepunkt-core --example visit_speed`. Not here: limits that fail; a measurement is not a test.
#![allow(clippy::print_stdout)]

use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::time::Instant;

const PROPOSALS: usize = 1_000;
const TIMES: usize = 100;

fn main() -> Result<(), Error> {
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let path = std::env::temp_dir().join(format!("holdepunkt-visit-{}", std::process::id()));
    let folder = Folder::at(&path)?;
    let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::of_this_computer(), &world)?;
    let (mut book, _hold) = opened.book(&world)?;
    let done = measure(&mut book, &world, &texts);
    drop(book);
    let _ = std::fs::remove_dir_all(&path);
    done
}

fn measure(book: &mut Book, world: &World, texts: &Texts) -> Result<(), Error> {
    let ask = |book: &mut Book, visit| book.change(Change::Visit { visit }, texts).map(drop);
    let (visit, karen) = (world.id()?, world.id()?);
    let guest = Guest { id: karen.clone(), author: world.id()?, name: "Karen".into(), role: Role::Staff };
    let start =
        VisitChange::Start { id: visit, guests: vec![guest], chapters: vec!["signs".into()], agenda: String::new() };
    ask(book, start)?;
    let line = world.id()?;
    let (section, text) = ("signs.inner".to_string(), "Jeg går en tur ned til vandet".to_string());
    let add =
        Change::AddLine { id: line.clone(), section: section.clone(), prompt: String::new(), text, place: Place::Last };
    book.change(add, texts)?;
    book.hold_pen(&karen)?;
    for number in 0..PROPOSALS {
        let (text, because) = (format!("Jeg går en lang tur ned til vandet {number}"), String::new());
        let wish = if number % 2 == 0 {
            let (line, section, place) = (world.id()?, section.clone(), Place::Last);
            Wish::NewLine { line, section, prompt: String::new(), text, because, place }
        } else {
            Wish::Rewrite { line: line.clone(), text, because }
        };
        ask(book, VisitChange::Propose { id: world.id()?, wish, perspective: Perspective::Third })?;
    }
    let began = Instant::now();
    for turn in 0..TIMES {
        book.hold_pen(if turn % 2 == 0 { "" } else { &karen })?;
        book.contents(texts)?;
    }
    println!("handing the pen, with the contents of {PROPOSALS} waiting: {:.2} ms", each(began, TIMES));
    book.hold_pen("")?;
    let began = Instant::now();
    for _ in 0..TIMES {
        book.inbox(20, texts)?;
    }
    println!("the first 20 of an inbox of {PROPOSALS}: {:.2} ms", each(began, TIMES));
    let began = Instant::now();
    let inbox = book.inbox(u32::MAX, texts)?.proposals;
    println!("all {} of it: {:.1} ms", inbox.len(), each(began, 1));
    let began = Instant::now();
    for proposal in inbox.iter().filter(|proposal| proposal.target != line).take(TIMES) {
        ask(book, VisitChange::Accept { id: proposal.id.clone(), own: None, anyway: false })?;
    }
    println!("saying yes: {:.2} ms", each(began, TIMES));
    let mut spent = [0.0; 5];
    for proposal in inbox.iter().filter(|proposal| proposal.target != line).skip(TIMES).take(TIMES) {
        let mut began = Instant::now();
        let mut lap = |nth: usize| {
            spent[nth] += each(began, TIMES);
            began = Instant::now();
        };
        ask(book, VisitChange::Accept { id: proposal.id.clone(), own: None, anyway: false })?;
        lap(0);
        book.contents(texts)?;
        lap(1);
        book.page("signs.page", texts)?;
        lap(2);
        book.visit_page("signs.page", 10, texts)?;
        lap(3);
        book.inbox(20, texts)?;
        lap(4);
    }
    let [yes, contents, page, beside, first] = spent;
    println!(
        "yes {yes:.2} ms, and what the screen asks for after it: contents {contents:.2}, page {page:.2}, beside it {beside:.2}, inbox {first:.2}"
    );
    let began = Instant::now();
    for turn in 0..TIMES {
        book.change(Change::WriteLine { id: line.clone(), text: format!("en tast {turn}") }, texts)?;
    }
    println!("one keystroke saved, for comparison: {:.2} ms", each(began, TIMES));
    Ok(())
}

#[allow(clippy::cast_precision_loss)] // a hundred
fn each(began: Instant, times: usize) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0 / times as f64
}
