//! The targets. Each takes any bytes and ends the program when a promise is broken: what is read is written the same, what is
//! refused changes nothing. A new parser of bytes from outside gets a function here, a line in [`ALL`], a file in
//! `fuzz/fuzz_targets` and something to begin with in `fuzz/corpus` (a test says which of them is missing).
//! Not here: SQLite's own reading of the book's file; F8 and F9 damage that instead.

mod changes;
mod files;
mod handover;
mod texts;

pub use files::JOURNAL_KEY;

/// A parser, by the name of its target.
pub struct Target {
    pub name: &'static str,
    pub run: fn(&[u8]),
}

/// Every target there is.
pub const ALL: [Target; 13] = [
    Target { name: "key_file", run: files::key_file },
    Target { name: "journal_file", run: files::journal_file },
    Target { name: "journal_record", run: files::journal_record },
    Target { name: "preferences", run: files::preferences },
    Target { name: "card", run: files::card },
    Target { name: "backup_names", run: files::backup_names },
    Target { name: "recovery_words", run: texts::recovery_words },
    Target { name: "pasted_text", run: texts::pasted_text },
    Target { name: "field_text", run: texts::field_text },
    Target { name: "changeset", run: changes::changeset },
    Target { name: "changes", run: changes::changes },
    Target { name: "open_format", run: changes::open_format },
    Target { name: "handover", run: handover::handover },
];

/// Runs the target with this name.
///
/// # Panics
/// When there is none, and when the parser breaks a promise.
pub fn run(name: &str, bytes: &[u8]) {
    let target = ALL.iter().find(|target| target.name == name).expect("a target with this name");
    (target.run)(bytes);
}
