//! The fault table of docs/reliability.md: one command per row, each bounded by a number and answered with one line of
//! figures. `tests/faults/run` calls them all. Not here: rows that need the window (`journey`, `webview_killed`).
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a program for testing only

mod acts;
mod chance;
mod disk;
mod failing;
mod files;
mod full;
mod hostile;
mod kill;
mod lying;
mod parsers;
mod power;
mod secrets;
mod times;
mod trouble;
mod truth;
mod writer;

use std::process::ExitCode;

/// What a row came to.
pub struct Figure {
    pub row: &'static str,
    pub figures: String,
    /// What is promised holds.
    pub holds: bool,
}

const USAGE: &str =
    "holdepunkt-faults ROW N   (ROW: f1 f2 f3 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f23 f24 f25)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u64>().ok());
    let figure = match (words.first().copied(), number(1)) {
        (Some("writer"), _) => return writer::main(&words[1..]),
        (Some("act"), _) => return acts::main(&words[1..]),
        (Some("open"), _) => return kill::second_process(words[1]),
        (Some("import"), _) => return hostile::import(words[1], words[2]),
        (Some("memory"), _) => return secrets::memory(words[1], words[2]),
        (Some("hold"), _) => return secrets::hold(words[1], false),
        (Some("hold-a-copy"), _) => return secrets::hold(words[1], true),
        (Some("seeds"), _) => {
            parsers::write_seeds(words[1]);
            return ExitCode::SUCCESS;
        }
        (Some("full-inside"), _) => return full::inside(words[1], number(2).unwrap_or(1)),
        (Some("f1"), Some(n)) => kill::f1(n),
        (Some("f2"), Some(n)) => power::f2(n),
        (Some("f3"), Some(n)) => lying::f3(n),
        (Some("f5"), Some(n)) => full::f5(n),
        (Some("f6"), Some(n)) => failing::f6(n),
        (Some("f7"), Some(_)) => files::f7(),
        (Some("f8"), Some(n)) => files::f8(n),
        (Some("f9"), Some(n)) => files::f9(n),
        (Some("f10"), Some(n)) => acts::f10(n),
        (Some("f11"), Some(n)) => kill::f11(n),
        (Some("f12"), Some(_)) => files::f12(),
        (Some("f13"), Some(n)) => times::f13(n),
        (Some("f14"), Some(n)) => times::f14(n),
        (Some("f15"), Some(_)) => times::f15(),
        (Some("f16"), Some(n)) => hostile::f16(n),
        (Some("f17"), Some(n)) => parsers::f17(n),
        (Some("f18"), Some(n)) => secrets::f18(n),
        (Some("f19"), Some(n)) => secrets::f19(n),
        (Some("f23"), Some(n)) => secrets::f23(n),
        (Some("f24"), Some(_)) => secrets::f24(),
        (Some("f25"), Some(n)) => trouble::f25(n),
        _ => {
            println!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    println!("{} {} | {}", figure.row, figure.figures, if figure.holds { "holds" } else { "DOES NOT HOLD" });
    ExitCode::from(u8::from(!figure.holds))
}
