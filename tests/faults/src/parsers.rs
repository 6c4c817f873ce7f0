//! F17: every parser of bytes that others could have made is fed with damaged and invented input: it answers or refuses,
//! never ends the program. Mutations of good seeds, repeatable; not guided by coverage (docs/decisions/0021).

use crate::Figure;
use crate::chance::{Chance, seed};
use holdepunkt_core::book::paste;
use holdepunkt_core::change::Change;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::history::changeset;
use holdepunkt_core::keys::{self, Cost, KeyFile, NewLock, RecoveryWords};
use holdepunkt_core::preferences::Preferences;
use holdepunkt_core::world::World;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

type Parser = (&'static str, Vec<Vec<u8>>, Box<dyn Fn(&[u8])>);

const ODD: [&str; 14] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\n",
    "\r",
    "sum ",
    "{",
    "\"",
    "-1",
    "9223372036854775808",
    "1e999",
    "Å",
    "\\ud800",
    "[[[[[[",
];

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn parsers(place: &Path) -> Vec<Parser> {
    let made = keys::create(&NewLock::Passphrase("frø".into()), Cost::CHEAP, &World::real()).expect("keys");
    let open = keys::create(&NewLock::Open, Cost::CHEAP, &World::real()).expect("keys");
    let words = made.words.expect("words").words().join(" ");
    let key_files = vec![made.file.text().as_bytes().to_vec(), open.file.text().as_bytes().to_vec()];
    let folder = Folder::at(place).expect("a name");
    let pasted = "• en\n1. to\r\n2) tre\n\to fire\u{2028}- [ ] fem\u{feff}\n24. december";
    let change = r#"{"kind":"addLine","id":"x","section":"well.like","prompt":"","text":"å","place":{"at":"last"}}"#;
    let written = changeset::line_written("text", "00000000-0000-4000-8000-000000000001", "før", "efter");
    vec![
        (
            "key_file",
            key_files,
            Box::new(|bytes| {
                let typed = text(bytes);
                if let Ok(file) = KeyFile::parse(&typed) {
                    assert_eq!(file.text().as_str(), typed, "what is read is written the same");
                }
            }),
        ),
        (
            "recovery_words",
            vec![words.into_bytes()],
            Box::new(|bytes| {
                if let Ok(words) = RecoveryWords::read(&text(bytes)) {
                    let list = words.words();
                    assert_eq!(RecoveryWords::read(&list.join(" ")).expect("its own words").words(), list);
                }
            }),
        ),
        (
            "paste_lines",
            vec![pasted.as_bytes().to_vec()],
            Box::new(|bytes| {
                for line in paste::lines(&text(bytes)) {
                    assert!(!line.trim().is_empty() && !line.contains(['\n', '\r', '\0']));
                }
            }),
        ),
        (
            "preferences",
            vec![br#"{"language":"en","theme":"dark","textSize":175,"wideSpacing":true,"region":"x"}"#.to_vec()],
            Box::new(move |bytes| {
                fs::write(folder.preferences(), bytes).expect("written");
                assert!((100..=300).contains(&Preferences::read(&folder).text_size));
            }),
        ),
        (
            "change_from_the_screen",
            vec![change.as_bytes().to_vec()],
            Box::new(|bytes| drop(serde_json::from_slice::<Change>(bytes))),
        ),
        (
            "changeset",
            vec![written],
            Box::new(|bytes| {
                let _ = changeset::rows(bytes);
                let _ = changeset::entries(bytes);
            }),
        ),
    ]
}

fn mutated(seed: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.index(bytes.len() + 1);
        let end = (at + chance.index(24)).min(bytes.len());
        match chance.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part.repeat(1 + chance.index(60)));
            }
            4 => drop(bytes.splice(at..at, ODD[chance.index(ODD.len())].bytes())),
            5 => {
                let random: Vec<u8> = (0..chance.below(16)).map(|_| chance.next().to_le_bytes()[0]).collect();
                bytes.splice(at..end, random);
            }
            _ => {
                let last = bytes.len().saturating_sub(1);
                bytes.rotate_left(at.min(last));
            }
        }
    }
    bytes
}

/// `n` inputs for each parser.
pub fn f17(n: u64) -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let mut chance = Chance::new(seed());
    let (mut executions, mut crashes) = (0_u64, 0_u64);
    let mut names = Vec::new();
    for (name, seeds, parse) in parsers(dir.path()) {
        names.push(name);
        for _ in 0..n {
            let input = mutated(&seeds[chance.index(seeds.len())], &mut chance);
            executions += 1;
            if catch_unwind(AssertUnwindSafe(|| parse(&input))).is_err() {
                crashes += 1;
                eprintln!("{name}: {:?}", text(&input));
            }
        }
    }
    Figure {
        row: "F17",
        figures: format!("executions={executions} crashes={crashes} parsers={}", names.join(",")),
        holds: crashes == 0,
    }
}
