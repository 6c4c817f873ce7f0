//! Nothing a person writes can end in a log, an error or the console: read from the source, for the program and its screen.
#![allow(clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// Ways to say something outside the window. The one place that may is `src-tauri/src/arguments.rs`.
const LOUD: [&str; 14] = [
    "print!(",
    "println!(",
    "eprint!(",
    "eprintln!(",
    "dbg!(",
    " log::",
    "tracing::",
    "env_logger",
    "stdout()",
    "stderr()",
    "syslog",
    "trace!(",
    "debug!(",
    "info!(",
];
const LOUD_SCREEN: [&str; 4] = ["console.", "alert(", "sendBeacon", "clipboard.write"];
const MAY_SPEAK: &str = "src-tauri/src/arguments.rs";
/// Where the process that sets prints is handed its line to the program that started it.
const ANSWERS: (&str, &str) = ("src-tauri/src/main.rs", "workshop::serve(");

/// What an error may be told beside a fixed text: codes and places, made where we know that no text of a person is near.
const TOLD: [&str; 4] = [
    "kind(&error).to_string()",
    "format!(\"code {}\", failure.extended_code)",
    "error.to_string()", // a `PrintError`: places in our own templates
    "_",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if entry.is_dir() && name != "tests" && name != "test" {
            sources(&entry, endings, found);
        } else if endings.iter().any(|ending| name.ends_with(ending)) && name != "tests.rs" && !name.contains(".test.")
        {
            found.push(entry);
        }
    }
}

/// The lines before a module of tests, without comments, each with its place.
fn lines(folders: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in folders {
        sources(&root().join(folder), endings, &mut files);
    }
    assert!(files.len() > 20, "only {} files were read", files.len());
    let mut lines = Vec::new();
    for file in files {
        let name = file.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).expect("text");
        let (text, _) = text.split_once("\n#[cfg(test)]").unwrap_or((&text, ""));
        let mut only_tests_until = None;
        for (number, line) in text.lines().enumerate() {
            if line.trim() == "#[cfg(test)]" {
                // An inner block for tests ends at the brace under its first letter.
                only_tests_until = Some(line.replace("#[cfg(test)]", "}"));
            }
            if only_tests_until.is_none() {
                let said = line.split("//").next().unwrap_or_default();
                lines.push((format!("{name}:{}", number + 1), said.to_string()));
            }
            if only_tests_until.as_deref() == Some(line) {
                only_tests_until = None;
            }
        }
    }
    lines
}

fn program() -> Vec<(String, String)> {
    lines(&["crates/core/src", "crates/i18n/src", "crates/pdf/src", "src-tauri/src"], &[".rs"])
}

#[test]
fn the_program_speaks_to_nobody_but_through_the_window() {
    let loud: Vec<_> = program()
        .into_iter()
        .filter(|(place, line)| !place.starts_with(MAY_SPEAK) && LOUD.iter().any(|word| line.contains(word)))
        .filter(|(place, line)| !(place.starts_with(ANSWERS.0) && line.contains(ANSWERS.1)))
        .collect();
    assert!(loud.is_empty(), "{loud:#?}");
}

#[test]
fn the_one_place_that_may_speak_is_known_by_these_words() {
    let speaks = program().iter().any(|(place, line)| place.starts_with(MAY_SPEAK) && line.contains("stderr()"));
    assert!(speaks, "the search above would not find a word that is said");
}

#[test]
fn the_screen_writes_nothing_to_a_console_and_nothing_to_the_clipboard_by_itself() {
    let loud: Vec<_> = lines(&["ui/src"], &[".ts", ".svelte"])
        .into_iter()
        .filter(|(place, _)| !place.contains("/lib/i18n/messages.ts"))
        .filter(|(_, line)| LOUD_SCREEN.iter().any(|word| line.contains(word)))
        .collect();
    assert!(loud.is_empty(), "{loud:#?}");
}

#[test]
fn the_screen_puts_text_on_the_page_only_as_text() {
    let markup: Vec<_> = lines(&["ui/src"], &[".ts", ".svelte"])
        .into_iter()
        .filter(|(_, line)| {
            ["{@html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval("]
                .iter()
                .any(|word| line.contains(word))
        })
        .collect();
    assert!(markup.is_empty(), "{markup:#?}");
}

#[test]
fn an_error_is_told_only_codes_and_places() {
    let mut told = 0;
    for (place, line) in program() {
        for variant in ["Error::Database(", "Self::Database(", "Error::Print("] {
            for (start, _) in line.match_indices(variant) {
                let argument = argument(&line[start + variant.len()..]);
                let fixed = argument.starts_with('"') || argument == "String";
                assert!(fixed || TOLD.contains(&argument), "{place}: an error is told {argument}");
                told += 1;
            }
        }
    }
    assert!(told >= 4, "only {told} were found: the search no longer fits the source");
}

/// Every other error carries numbers and fixed names: the only kinds with a text of any length are the two above.
#[test]
fn no_other_error_can_carry_a_text() {
    let source = fs::read_to_string(root().join("crates/core/src/error.rs")).expect("the errors");
    let (_, list) = source.split_once("pub enum Error {").expect("the list of errors");
    let (list, _) = list.split_once("\n}").expect("its end");
    let carries: Vec<_> = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('#') && !line.starts_with("//"))
        .filter(|line| ["String", "PathBuf", "Box<", "OsString", "Vec<", "&'a"].iter().any(|kind| line.contains(kind)))
        .collect();
    assert_eq!(carries, ["Database(String),", "Print(String),"], "an error must not carry what somebody wrote");
}

fn argument(rest: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in rest.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return &rest[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    rest
}
