//! The few words that can stand after the program's name.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;

/// What the person at the command line asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    Run {
        data_dir: Option<PathBuf>,
    },
    Say(String),
    /// To set prints for another of us, and nothing else.
    SetPrints,
}

/// The one word that is for ourselves and not in the help.
pub const WORKSHOP: &str = "--set-prints";

const HELP: &str = "\
Holdepunkt – a private notebook to hold on to

holdepunkt [--data-dir FOLDER]

  --data-dir FOLDER   keep the book in FOLDER instead of your own data folder
  --version           say the version
  --help              say this
";

/// Reads the arguments.
///
/// # Errors
/// A sentence for the person when something is not understood.
pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
    let mut arguments = arguments.peekable();
    let mut data_dir = None;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Arguments::Say(HELP.to_string())),
            Some(WORKSHOP) => return Ok(Arguments::SetPrints),
            Some("--version") => return Ok(Arguments::Say(format!("Holdepunkt {}\n", env!("CARGO_PKG_VERSION")))),
            Some("--data-dir") => match arguments.next() {
                Some(folder) if !folder.is_empty() => data_dir = Some(PathBuf::from(folder)),
                _ => return Err("--data-dir needs a folder after it.".to_string()),
            },
            Some(other) if other.starts_with("--data-dir=") => {
                data_dir = Some(PathBuf::from(other.trim_start_matches("--data-dir=")));
            }
            _ => {
                return Err(format!("{} is not known here. Try --help.", argument.to_string_lossy()));
            }
        }
    }
    Ok(Arguments::Run { data_dir })
}

/// Says something on standard output.
pub fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Says what went wrong on standard error.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr(), "holdepunkt: {text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &[&str]) -> Result<Arguments, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn a_folder_can_be_named_in_two_ways() {
        let named = Ok(Arguments::Run { data_dir: Some(PathBuf::from("/a b")) });
        assert_eq!(read_words(&["--data-dir", "/a b"]), named);
        assert_eq!(read_words(&["--data-dir=/a b"]), named);
    }

    #[test]
    fn what_is_not_known_is_said_in_words() {
        assert!(read_words(&["--dat"]).unwrap_err().contains("--help"));
        assert!(read_words(&["--data-dir"]).unwrap_err().contains("folder"));
    }
}
