//! No text lies about that nobody says: every key is asked for somewhere in the program. Not here: whether every key that is asked for
//! is there; that is checked when the texts are built.

#![allow(clippy::expect_used)]

use holdepunkt_i18n::KEYS;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Keys that are made up of this and an id from the workbook or a list of ours. Those of the workbook itself are checked in `words`.
const MADE_UP: [&str; 21] = [
    "group-",
    "ch-",
    "pg-",
    "sec-",
    "q-",
    "help-",
    "print-book-",
    "print-life-",
    "print-consent-",
    "print-relatives-",
    "print-ward-",
    "print-papers-",
    "reader-",
    "visit-goal-",
    "visit-rate-",
    "visit-ask-",
    "visit-rather-",
    "visit-first-",
    "visit-step-",
    "visit-support-",
    "visit-reflect-",
];

/// The program, without its tests and without what is written from the texts themselves.
fn program() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders = vec![root.join("src-tauri/src"), root.join("ui/src")];
    folders.extend(["core", "pdf", "rescue"].map(|name| root.join("crates").join(name).join("src")));
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the program").flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                if !["tests", "test"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if !["messages.ts", "tests.rs"].contains(&name.as_str()) && !name.contains(".test.") {
                files.push(path);
            }
        }
    }
    files
}

/// Every word of a program: names, and what stands between quotation marks.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_' && letter != '-')
}

/// `going-stop-means` as Rust has it, as TypeScript has it, and as it is.
fn spellings(key: &str) -> [String; 3] {
    let mut camel = String::new();
    for (at, part) in key.split('-').enumerate() {
        let (first, rest) = part.split_at(part.len().min(1));
        camel.push_str(&if at == 0 { first.to_string() } else { first.to_uppercase() });
        camel.push_str(rest);
    }
    [key.replace('-', "_"), camel, key.to_string()]
}

#[test]
fn every_text_is_said_somewhere() {
    let files: Vec<String> = program().iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    assert!(files.len() > 300, "the program was found: {} files", files.len());
    let known: HashSet<&str> = files.iter().flat_map(|text| words(text)).collect();
    let said = |key: &str| {
        MADE_UP.iter().any(|start| key.starts_with(start))
            || spellings(key).iter().any(|name| known.contains(name.as_str()))
    };
    let unsaid: Vec<&&str> = KEYS.iter().filter(|key| !said(key)).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
    assert!(!said("picture-what-hint"), "a text that was taken out is found to be unsaid");
}
