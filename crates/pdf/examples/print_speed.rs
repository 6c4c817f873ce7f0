//! How long a crisis plan takes: cold (first print of a process) and warm, and against an empty page in the same run.
//! `cargo run --release -p holdepunkt-pdf --example print_speed`

use std::process::Command;
use std::time::Instant;

use holdepunkt_core::document::{Document, Print as Paper};
use holdepunkt_pdf::lay;

#[path = "../src/tests/documents.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::panic)]
mod documents;

type Print = fn(&Document) -> usize;

const PRINTS: &[(&str, Print)] = &[
    ("pdf", |document| lay(&Paper::Plan(document.clone())).and_then(|laid| laid.pdf()).map_or(0, |bytes| bytes.len())),
    ("pages", pages),
    ("phone", |document| holdepunkt_pdf::phone(document).map_or(0, |png| png.len())),
];

fn pages(document: &Document) -> usize {
    let Ok(laid) = lay(&Paper::Plan(document.clone())) else { return 0 };
    (0..laid.count()).filter(|number| laid.page(*number, 900).is_ok()).count()
}

fn document(name: &str) -> Document {
    match name {
        "empty" => documents::bare(),
        "normal" => documents::normal(),
        _ => documents::hostile(),
    }
}

fn milliseconds(print: Print, document: &Document) -> f64 {
    let start = Instant::now();
    assert!(print(document) > 0, "no print");
    start.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The first print of a fresh process, by itself.
fn cold(what: &str, name: &str, rounds: usize) -> f64 {
    let run = |_| {
        let output = Command::new(std::env::current_exe().ok()?).args(["cold", what, name]).output().ok()?;
        String::from_utf8(output.stdout).ok()?.trim().parse().ok()
    };
    median((0..rounds).filter_map(run).collect())
}

#[allow(clippy::print_stdout)]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [_, what, name] = arguments.as_slice() {
        if let Some((_, print)) = PRINTS.iter().find(|(known, _)| known == what) {
            println!("{}", milliseconds(*print, &document(name)));
        }
        return;
    }
    for (what, print) in PRINTS {
        let mut floor = (f64::NAN, f64::NAN);
        for (name, rounds) in [("empty", 15), ("normal", 15), ("hostile", 3)] {
            let it = document(name);
            milliseconds(*print, &it);
            let warm = median((0..rounds).map(|_| milliseconds(*print, &it)).collect());
            let cold = cold(what, name, rounds);
            if name == "empty" {
                floor = (cold, warm);
            }
            println!(
                "{what:6} {name:8} cold {cold:8.1} ms ({:4.1} × empty)   warm {warm:8.1} ms ({:4.1} × empty)",
                cold / floor.0,
                warm / floor.1
            );
        }
    }
}
