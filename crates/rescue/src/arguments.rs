//! The words after the program's name. A secret is never one of them: other people of the computer could see it there.

use holdepunkt_i18n::Language;
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Check,
    Export,
    Restore,
    Salvage,
}

/// Where the passphrase or the words come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Way {
    #[default]
    AskPassphrase,
    AskWords,
    PassphraseFrom(PathBuf),
    WordsFrom(PathBuf),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub task: Task,
    pub book: PathBuf,
    pub to: Option<PathBuf>,
    pub keys: Option<PathBuf>,
    pub way: Way,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arguments {
    Do(Asked),
    Help,
    Version,
    /// What was not understood.
    Unclear(String),
}

/// `--language`, or what the system says (`LC_ALL`, `LC_MESSAGES`, `LANG`); Danish when it says neither.
pub fn language(arguments: &[OsString], system: impl Fn(&str) -> Option<String>) -> Language {
    let said = arguments.iter().position(|word| word == "--language").and_then(|at| arguments.get(at + 1));
    let said = said.map(|word| word.to_string_lossy().into_owned()).or_else(|| {
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| system(name).filter(|value| !value.is_empty()))
    });
    if said.is_some_and(|said| said.starts_with("en")) { Language::En } else { Language::Da }
}

pub fn read(arguments: &[OsString]) -> Arguments {
    let mut words = arguments.iter();
    let (mut task, mut book, mut to, mut keys, mut way) = (None, None, None, None, Way::default());
    while let Some(word) = words.next() {
        let mut path = || words.next().filter(|path| !path.is_empty()).map(PathBuf::from);
        match word.to_str() {
            Some("--help" | "-h" | "help") => return Arguments::Help,
            Some("--version") => return Arguments::Version,
            Some("--words") => way = Way::AskWords,
            Some(name @ ("--to" | "--keys" | "--words-file" | "--passphrase-file" | "--language")) => {
                let Some(path) = path() else { return Arguments::Unclear(name.to_string()) };
                match name {
                    "--to" => to = Some(path),
                    "--keys" => keys = Some(path),
                    "--words-file" => way = Way::WordsFrom(path),
                    "--passphrase-file" => way = Way::PassphraseFrom(path),
                    _ if path.to_str().is_some_and(|language| ["da", "en"].contains(&language)) => {}
                    _ => return Arguments::Unclear(path.to_string_lossy().into_owned()),
                }
            }
            Some("check") if task.is_none() => task = Some(Task::Check),
            Some("export") if task.is_none() => task = Some(Task::Export),
            Some("restore") if task.is_none() => task = Some(Task::Restore),
            Some("salvage") if task.is_none() => task = Some(Task::Salvage),
            Some(name) if name.starts_with("--") => return Arguments::Unclear(name.to_string()),
            _ if task.is_some() && book.is_none() => book = Some(PathBuf::from(word)),
            _ => return Arguments::Unclear(word.to_string_lossy().into_owned()),
        }
    }
    match (task, book) {
        (Some(task), Some(book)) => Arguments::Do(Asked { task, book, to, keys, way }),
        (None, None) if arguments.is_empty() => Arguments::Help,
        _ => Arguments::Unclear(arguments.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn a_line_with_all_its_parts_is_understood() {
        let read = read(&words("salvage /b --to /n --words-file - --keys /k --language en"));
        let expected = Asked {
            task: Task::Salvage,
            book: "/b".into(),
            to: Some("/n".into()),
            keys: Some("/k".into()),
            way: Way::WordsFrom("-".into()),
        };
        assert_eq!(read, Arguments::Do(expected));
    }

    #[test]
    fn a_secret_on_the_command_line_is_not_accepted() {
        for line in ["check /b --passphrase hemmelig", "check /b hemmelig", "check /b --words kat hund"] {
            assert!(matches!(read(&words(line)), Arguments::Unclear(_)), "{line}");
        }
    }

    #[test]
    fn the_language_is_danish_unless_english_is_asked_for() {
        let system = |value: &'static str| move |name: &str| (name == "LANG").then(|| value.to_string());
        assert_eq!(language(&[], system("C.UTF-8")), Language::Da);
        assert_eq!(language(&[], system("en_GB.UTF-8")), Language::En);
        assert_eq!(language(&words("check /b --language da"), system("en_GB.UTF-8")), Language::Da);
    }
}
