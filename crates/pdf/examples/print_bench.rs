//! What the prints cost, each against its aim, set by a process of its own as the app does it: any print of a normal book, its first
//! page to look at, a whole book of 200 pages, the very first of all, and what is given back.
//! `cargo run --release -p holdepunkt-pdf --example print_bench`; with `here` behind it, set in the program itself.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use holdepunkt_core::document::{Document, Item, Part, Print};
use holdepunkt_pdf::workshop::{Program, REST, Workshop, remember, serve};

#[path = "../src/tests/documents.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::panic)]
mod documents;

/// Width of a page that is looked at, as the app draws it.
const WIDTH: u32 = 1200;

struct Cost {
    lay: f64,
    first: f64,
    pdf: f64,
    pages: usize,
}

fn milliseconds<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64() * 1000.0)
}

/// The word that makes this program the process that sets.
const SERVES: &str = "--set-prints";

fn cost(workshop: &Arc<Workshop>, print: &Print) -> Option<Cost> {
    let (laid, lay) = milliseconds(|| workshop.lay(print, &workshop.errand()));
    let laid = laid.ok()?;
    let (page, first) = milliseconds(|| laid.page(0, WIDTH));
    let (bytes, pdf) = milliseconds(|| laid.pdf());
    (page.is_ok() && bytes.is_ok()).then(|| Cost { lay, first, pdf, pages: laid.count() })
}

/// A print when nothing is running yet, and when it was told a moment ago that one will be wanted.
fn from_nothing(program: &Program, print: &Print, ahead: bool) -> f64 {
    let workshop = Arc::new(Workshop::of(program.clone()));
    if ahead {
        workshop.get_ready();
        std::thread::sleep(Duration::from_secs(1));
    }
    cost(&workshop, print).map_or(f64::NAN, |cost| cost.lay + cost.first)
}

/// The print with another line among its lines, as after a tick or a word: never one that was set before.
fn with_another_line(print: &Print, round: usize) -> Print {
    let mut print = print.clone();
    match &mut print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => {
            let items = document.parts.iter_mut().flat_map(|part| &mut part.groups).map(|group| &mut group.items);
            if let Some(items) = items.max_by_key(|items| items.len()) {
                items.insert(items.len() / 2, Item { text: format!("linje {round}"), ..Item::default() });
            }
        }
        Print::Card(card) => card.name = format!("{} {round}", card.name),
    }
    print
}

fn median(costs: &mut [Cost], of: impl Fn(&Cost) -> f64) -> f64 {
    costs.sort_by(|a, b| of(a).total_cmp(&of(b)));
    costs.get(costs.len() / 2).map_or(f64::NAN, of)
}

/// The book again and again until it has so many pages.
fn long_book(pages: usize) -> Document {
    let book = documents::sample("me");
    let once: Vec<Part> = book.parts.clone();
    let mut long = Document { parts: Vec::new(), ..book };
    let each = 16;
    for _ in 0..pages.div_ceil(each) {
        long.parts.extend(once.iter().cloned());
    }
    long
}

/// Megabytes of memory of a process: now, and the most there ever were. Linux only.
fn memory(process: &str) -> (u64, u64) {
    let status = std::fs::read_to_string(Path::new("/proc").join(process).join("status")).unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    (of("VmRSS"), of("VmHWM"))
}

/// The processes that were started by this one, from its first thread.
fn started() -> Vec<String> {
    let children = format!("/proc/self/task/{}/children", std::process::id());
    let children = std::fs::read_to_string(children).unwrap_or_default();
    children.split_whitespace().map(str::to_string).collect()
}

fn prints() -> [(&'static str, Print); 9] {
    [
        ("crisis plan", Print::Plan(documents::sample("ward"))),
        ("supporter's sheet", Print::Steps(documents::sample("relative"))),
        ("replacement", Print::Steps(documents::sample("replacement"))),
        ("doctor's page", Print::Page(documents::sample("doctor"))),
        ("card", Print::Card(documents::card())),
        ("empty pages", Print::Book(documents::sample("blank"))),
        ("whole book", Print::Book(documents::sample("me"))),
        ("plan, large", Print::Plan(documents::sample("ward")).in_large(true)),
        ("book of 200 pages", Print::Book(long_book(200))),
    ]
}

#[allow(clippy::print_stdout)]
fn main() {
    if std::env::args().any(|word| word == SERVES) {
        remember();
        return serve(std::io::stdin(), std::io::stdout(), REST, || std::process::exit(0));
    }
    let Ok(path) = std::env::current_exe() else { return };
    let program = Program { path, words: vec![SERVES.to_string()], environment: Vec::new() };
    let here = std::env::args().any(|word| word == "here");
    let workshop = Arc::new(if here { Workshop::default() } else { Workshop::of(program.clone()) });
    let prints = prints();
    let (begun, _) = memory("self");
    println!("each: the first of its kind to look at, told a second before; then again and again with another line");
    println!(
        "{:20} {:>6} {:>10} {:>10} {:>12} {:>14} {:>10} {:>14}",
        "print", "pages", "first, ms", "set, ms", "page 1, ms", "to look at, ms", "PDF in all", "held there, MB"
    );
    for (name, print) in &prints {
        let rounds = if name.contains("200") { 3 } else { 11 };
        let anew = if here { f64::NAN } else { from_nothing(&program, print, true) };
        // The first one reads fonts.
        let _ = cost(&workshop, print);
        let one = |round| cost(&workshop, &with_another_line(print, round));
        let mut costs: Vec<Cost> = (0..rounds).filter_map(one).collect();
        let pages = costs.first().map_or(0, |cost| cost.pages);
        let (set, first) = (median(&mut costs, |cost| cost.lay), median(&mut costs, |cost| cost.first));
        let (look, all) =
            (median(&mut costs, |cost| cost.lay + cost.first), median(&mut costs, |cost| cost.lay + cost.pdf));
        let held: u64 = started().iter().map(|process| memory(process).0).sum();
        println!("{name:20} {pages:6} {anew:10.1} {set:10.1} {first:12.1} {look:14.1} {all:10.1} {held:14}");
    }
    println!("the crisis plan to look at, from nothing: {:.0} ms", from_nothing(&program, &prints[0].1, false));
    std::thread::sleep(REST + Duration::from_secs(2));
    let (now, most) = memory("self");
    println!(
        "memory of the program: {begun} MB before the first print, {now} MB at the end, {most} MB at most; processes that set \
         {REST:?} after the last print: {}",
        started().len()
    );
}
