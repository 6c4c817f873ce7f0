//! What the prints cost, each against its aim: any print of a normal book, its first page to look at, a whole book of 200
//! pages, and what is given back. `cargo run --release -p holdepunkt-pdf --example print_bench`

use std::time::Instant;

use holdepunkt_core::document::{Document, Part, Print};

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

fn cost(print: &Print) -> Option<Cost> {
    let (laid, lay) = milliseconds(|| holdepunkt_pdf::lay(print));
    let laid = laid.ok()?;
    let (page, first) = milliseconds(|| laid.page(0, WIDTH));
    let (bytes, pdf) = milliseconds(|| laid.pdf());
    (page.is_ok() && bytes.is_ok()).then(|| Cost { lay, first, pdf, pages: laid.count() })
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

/// Megabytes of memory: now, and the most there ever were. Linux only.
fn memory() -> (u64, u64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    (of("VmRSS"), of("VmHWM"))
}

#[allow(clippy::print_stdout)]
fn main() {
    let prints = [
        ("crisis plan", Print::Plan(documents::sample("ward"))),
        ("supporter's sheet", Print::Steps(documents::sample("relative"))),
        ("replacement", Print::Steps(documents::sample("replacement"))),
        ("doctor's page", Print::Page(documents::sample("doctor"))),
        ("card", Print::Card(documents::card())),
        ("empty pages", Print::Book(documents::sample("blank"))),
        ("whole book", Print::Book(documents::sample("me"))),
        ("plan, large", Print::Plan(documents::sample("ward")).in_large(true)),
        ("book of 200 pages", Print::Book(long_book(200))),
    ];
    println!(
        "{:20} {:>6} {:>10} {:>12} {:>14} {:>10} {:>12}",
        "print", "pages", "set, ms", "page 1, ms", "to look at, ms", "PDF in all", "held, MB"
    );
    let (begun, _) = memory();
    for (name, print) in &prints {
        let rounds = if name.contains("200") { 3 } else { 11 };
        // The first one reads fonts; the app has done that when anything was printed before.
        let _ = cost(print);
        let mut costs: Vec<Cost> = (0..rounds).filter_map(|_| cost(print)).collect();
        let pages = costs.first().map_or(0, |cost| cost.pages);
        let (set, first) = (median(&mut costs, |cost| cost.lay), median(&mut costs, |cost| cost.first));
        let (look, all) =
            (median(&mut costs, |cost| cost.lay + cost.first), median(&mut costs, |cost| cost.lay + cost.pdf));
        let (held, _) = memory();
        println!("{name:20} {pages:6} {set:10.1} {first:12.1} {look:14.1} {all:10.1} {held:12}");
    }
    // What a long book left behind is used again, and does not grow.
    for (_, print) in prints.iter().take(7).cycle().take(70) {
        let _ = cost(print);
    }
    let (now, most) = memory();
    println!(
        "memory before the first print {begun} MB, after 70 more prints at the end {now} MB, the most there was {most} MB"
    );
}
