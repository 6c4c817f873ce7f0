//! Everything that can go wrong, once. For people: `message` and `way_out` in their language. `Display` is for the log
//! and never holds user text, names or secrets.

use crate::exchange::FileFault;
use crate::handover::HandFault;
use crate::view::{Code, Failure};
use holdepunkt_i18n::Texts;
use std::io::ErrorKind;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    // the file and its keys
    #[error("the passphrase or the words do not open this book")]
    WrongSecret,
    #[error("the present passphrase or the words were asked for and are others")]
    WrongPresent,
    #[error("the words are right in themselves but do not open this book")]
    WrongWords,
    #[error("word {0} is not in the list")]
    UnknownWord(u8),
    #[error("the twelve words do not belong together")]
    WordsDoNotMatch,
    #[error("passphrase is empty")]
    EmptyPassphrase,
    #[error("no keyring of the system answers")]
    KeyringMissing,
    #[error("the system's keyring is locked")]
    KeyringLocked,
    #[error("the system's keyring keeps nothing for this book")]
    KeyringEmpty,
    #[error("what the system's keyring keeps does not open this book")]
    KeyringOther,
    #[error("the key file is missing")]
    KeysMissing,
    #[error("the book's own file is missing")]
    BookMissing,
    #[error("the key file is damaged or not ours")]
    KeysDamaged,
    #[error("the book is open in another window")]
    AlreadyOpen,
    #[error("the book is of a newer version ({found}, we know {known})")]
    Newer { found: i64, known: i64 },
    #[error("the file is not one of our books")]
    Foreign,
    #[error("the book is damaged: {0}")]
    Damaged(&'static str),
    #[error("there is a book here already")]
    BookExists,
    #[error("no book here")]
    NoBook,
    #[error("the encryption library is not the one we ship")]
    WrongCipher,
    // the machine
    #[error("no room left on the disk")]
    DiskFull,
    #[error("the file or folder cannot be written")]
    ReadOnly,
    #[error("the folder is gone or cannot be reached")]
    FolderMissing,
    #[error("no place for the data could be found on this computer")]
    NoDataFolder,
    #[error("the system gives no randomness")]
    NoRandomness,
    #[error("reading or writing failed: {0}")]
    Io(std::io::ErrorKind),
    #[error("the database said {0}")]
    Database(String),
    #[error("the copy was stopped: the book was closed or written meanwhile")]
    CopyStopped,
    #[error("the person stopped it, and nothing was changed")]
    Stopped,
    #[error("another key was not carried to its end: the book is the old one or the new one, whole")]
    RekeyStopped,
    // copies elsewhere
    #[error("the folder of the copy cannot be reached any more")]
    TargetGone,
    #[error("no room left where the copy was to lie")]
    TargetFull,
    #[error("nothing may be written where the copy was to lie")]
    TargetReadOnly,
    #[error("there is no copy of a book in that folder")]
    NoCopy,
    #[error("the copy is of another book")]
    OtherBook,
    #[error("the copy cannot be read whole")]
    CopyDamaged,
    // changes
    #[error("nothing is open")]
    Locked,
    #[error("{0} is not in the book")]
    NotFound(&'static str),
    #[error("the text is too long: {bytes} bytes, at most {most}")]
    TooLong { bytes: usize, most: usize },
    #[error("{0} cannot be done here")]
    NotHere(&'static str),
    #[error("the day has been")]
    DayHasBeen,
    #[error("somebody else holds the pen")]
    NotYourPen,
    #[error("the chapter is shut while a visit goes on")]
    ShutNow,
    #[error("a visit goes on")]
    VisitGoesOn,
    #[error("the book has changed since the proposal was made")]
    ChangedSince,
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    // files taken in
    #[error("a file that was handed in: {0}")]
    File(FileFault),
    #[error("a file to write together on: {0}")]
    Hand(#[from] HandFault),
    // prints
    #[error("there is nothing on the page yet")]
    NothingToPrint,
    #[error("{lines} lines too many for the {side} of the card")]
    CardFull { side: &'static str, lines: u8 },
    #[error("the file cannot be given this name")]
    FileName,
    #[error("the folder to save in is gone")]
    NoSuchFolder,
    #[error("the system has no program for the file")]
    NoViewer,
    #[error("the print failed: {0}")]
    Print(String),
}

impl Error {
    /// What the screen may act on.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::WrongSecret
            | Self::WrongPresent
            | Self::WrongWords
            | Self::UnknownWord(_)
            | Self::WordsDoNotMatch
            | Self::EmptyPassphrase => Code::WrongSecret,
            Self::KeyringMissing | Self::KeyringLocked | Self::KeyringEmpty | Self::KeyringOther => Code::Keyring,
            Self::KeysMissing | Self::BookMissing | Self::KeysDamaged | Self::Damaged(_) => Code::Damaged,
            Self::AlreadyOpen => Code::AlreadyOpen,
            Self::Newer { .. } => Code::Newer,
            Self::Foreign => Code::Foreign,
            Self::DiskFull => Code::DiskFull,
            Self::ReadOnly => Code::ReadOnly,
            Self::Locked => Code::Locked,
            Self::NotFound(_) | Self::ShutNow => Code::NotFound,
            Self::TooLong { .. }
            | Self::NotHere(_)
            | Self::DayHasBeen
            | Self::NotYourPen
            | Self::VisitGoesOn
            | Self::ChangedSince => Code::Refused,
            Self::NothingToUndo | Self::NothingToRedo | Self::NothingToPrint => Code::Nothing,
            Self::Stopped => Code::Cancelled,
            Self::File(fault) => fault.code(),
            Self::Hand(fault) => fault.code(),
            Self::BookExists
            | Self::NoBook
            | Self::WrongCipher
            | Self::FolderMissing
            | Self::NoDataFolder
            | Self::NoRandomness
            | Self::Io(_)
            | Self::Database(_)
            | Self::CopyStopped
            | Self::RekeyStopped
            | Self::TargetGone
            | Self::TargetFull
            | Self::TargetReadOnly
            | Self::NoCopy
            | Self::OtherBook
            | Self::CopyDamaged
            | Self::CardFull { .. }
            | Self::FileName
            | Self::NoSuchFolder
            | Self::NoViewer
            | Self::Print(_) => Code::Other,
        }
    }

    /// Whether it is said beside the field where the passphrase or the words are typed.
    #[must_use]
    pub const fn is_about_the_secret(&self) -> bool {
        matches!(self.code(), Code::WrongSecret | Code::Keyring)
    }

    /// What happened and what is safe, for people.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            Self::WrongSecret => texts.err_wrong_secret(),
            Self::WrongPresent => texts.err_wrong_present(),
            Self::WrongWords => texts.err_wrong_words(),
            Self::UnknownWord(number) => texts.err_unknown_word(&number.to_string()),
            Self::WordsDoNotMatch => texts.err_words_do_not_match(),
            Self::EmptyPassphrase => texts.err_empty_passphrase(),
            Self::KeyringMissing => texts.err_keyring_missing(),
            Self::KeyringLocked => texts.err_keyring_locked(),
            Self::KeyringEmpty => texts.err_keyring_empty(),
            Self::KeyringOther => texts.err_keyring_other(),
            Self::KeysMissing => texts.err_keys_missing(),
            Self::BookMissing => texts.err_book_missing(),
            Self::KeysDamaged => texts.err_keys_damaged(),
            Self::AlreadyOpen => texts.err_already_open(),
            Self::Newer { .. } => texts.err_newer(),
            Self::Foreign => texts.err_foreign(),
            Self::Damaged(_) => texts.err_damaged(),
            Self::BookExists => texts.err_book_exists(),
            Self::NoBook => texts.err_no_book(),
            Self::WrongCipher => texts.err_wrong_cipher(),
            Self::DiskFull => texts.err_disk_full(),
            Self::ReadOnly => texts.err_read_only(),
            Self::FolderMissing => texts.err_folder_missing(),
            Self::NoDataFolder => texts.err_no_data_folder(),
            Self::NoRandomness => texts.err_no_randomness(),
            Self::Io(_) => texts.err_io(),
            Self::Database(_) => texts.err_database(),
            Self::CopyStopped => texts.err_copy_stopped(),
            Self::Stopped => texts.err_stopped(),
            Self::RekeyStopped => texts.err_rekey_stopped(),
            Self::TargetGone => texts.err_target_gone(),
            Self::TargetFull => texts.err_target_full(),
            Self::TargetReadOnly => texts.err_target_read_only(),
            Self::NoCopy => texts.err_no_copy(),
            Self::OtherBook => texts.err_other_book(),
            Self::CopyDamaged => texts.err_copy_damaged(),
            Self::Locked => texts.err_locked(),
            Self::NotFound(_) => texts.err_not_found(),
            Self::TooLong { .. } => texts.err_too_long(),
            Self::NotHere(_) => texts.err_not_here(),
            Self::DayHasBeen => texts.err_day_has_been(),
            Self::NotYourPen => texts.err_not_your_pen(),
            Self::ShutNow => texts.err_shut_now(),
            Self::VisitGoesOn => texts.err_visit_goes_on(),
            Self::ChangedSince => texts.err_changed_since(),
            Self::NothingToUndo => texts.err_nothing_to_undo(),
            Self::NothingToRedo => texts.err_nothing_to_redo(),
            Self::File(fault) => fault.message(texts),
            Self::Hand(fault) => fault.message(texts),
            Self::NothingToPrint => texts.err_nothing_to_print(),
            Self::CardFull { side, lines } => texts.err_card_full(u32::from(*lines), side),
            Self::FileName => texts.err_file_name(),
            Self::NoSuchFolder => texts.err_no_such_folder(),
            Self::NoViewer => texts.err_no_viewer(),
            Self::Print(_) => texts.err_print(),
        }
    }

    /// What to do now, for people.
    #[must_use]
    pub fn way_out(&self, texts: &Texts) -> String {
        match self {
            Self::WrongSecret => texts.rec_wrong_secret(),
            Self::WrongPresent => texts.rec_wrong_present(),
            Self::WrongWords => texts.rec_wrong_words(),
            Self::UnknownWord(_) => texts.rec_unknown_word(),
            Self::WordsDoNotMatch => texts.rec_words_do_not_match(),
            Self::EmptyPassphrase => texts.rec_empty_passphrase(),
            Self::KeyringMissing => texts.rec_keyring_missing(),
            Self::KeyringLocked => texts.rec_keyring_locked(),
            Self::KeyringEmpty => texts.rec_keyring_empty(),
            Self::KeyringOther => texts.rec_keyring_other(),
            Self::KeysMissing => texts.rec_keys_missing(),
            Self::BookMissing => texts.rec_book_missing(),
            Self::KeysDamaged => texts.rec_keys_damaged(),
            Self::AlreadyOpen => texts.rec_already_open(),
            Self::Newer { .. } => texts.rec_newer(),
            Self::Foreign => texts.rec_foreign(),
            Self::Damaged(_) => texts.rec_damaged(),
            Self::BookExists => texts.rec_book_exists(),
            Self::NoBook => texts.rec_no_book(),
            Self::WrongCipher => texts.rec_wrong_cipher(),
            Self::DiskFull => texts.rec_disk_full(),
            Self::ReadOnly => texts.rec_read_only(),
            Self::FolderMissing => texts.rec_folder_missing(),
            Self::NoDataFolder => texts.rec_no_data_folder(),
            Self::NoRandomness => texts.rec_no_randomness(),
            Self::Io(_) => texts.rec_io(),
            Self::Database(_) => texts.rec_database(),
            Self::CopyStopped => texts.rec_copy_stopped(),
            Self::Stopped => texts.rec_stopped(),
            Self::RekeyStopped => texts.rec_rekey_stopped(),
            Self::TargetGone => texts.rec_target_gone(),
            Self::TargetFull => texts.rec_target_full(),
            Self::TargetReadOnly => texts.rec_target_read_only(),
            Self::NoCopy => texts.rec_no_copy(),
            Self::OtherBook => texts.rec_other_book(),
            Self::CopyDamaged => texts.rec_copy_damaged(),
            Self::Locked => texts.rec_locked(),
            Self::NotFound(_) => texts.rec_not_found(),
            Self::TooLong { .. } => texts.rec_too_long(),
            Self::NotHere(_) => texts.rec_not_here(),
            Self::DayHasBeen => texts.rec_day_has_been(),
            Self::NotYourPen => texts.rec_not_your_pen(),
            Self::ShutNow => texts.rec_shut_now(),
            Self::VisitGoesOn => texts.rec_visit_goes_on(),
            Self::ChangedSince => texts.rec_changed_since(),
            Self::NothingToUndo => texts.rec_nothing_to_undo(),
            Self::NothingToRedo => texts.rec_nothing_to_redo(),
            Self::File(fault) => fault.way_out(texts),
            Self::Hand(fault) => fault.way_out(texts),
            Self::NothingToPrint => texts.rec_nothing_to_print(),
            Self::CardFull { side, .. } => texts.rec_card_full(side),
            Self::FileName => texts.rec_file_name(),
            Self::NoSuchFolder => texts.rec_no_such_folder(),
            Self::NoViewer => texts.rec_no_viewer(),
            Self::Print(_) => texts.rec_print(),
        }
    }

    /// All that the screen is told.
    #[must_use]
    pub fn failure(&self, texts: &Texts) -> Failure {
        Failure { code: self.code(), message: self.message(texts), way_out: self.way_out(texts) }
    }
}

impl From<std::io::Error> for Error {
    /// Only the kind goes on: the system's sentences hold names of folders.
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::Io(kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use holdepunkt_i18n::Language;

    #[test]
    fn the_log_is_told_no_more_than_a_code() {
        let secret = "Mette 12 34 56 78";
        let connection = rusqlite::Connection::open_in_memory().expect("a database");
        for sql in [format!("SELECT '{secret}' FROM nowhere"), format!("SELECT json('{secret}')")] {
            let error = connection.query_row(&sql, [], |row| row.get::<_, String>(0)).expect_err("wrong");
            let error = Error::from(error);
            assert!(!format!("{error} {error:?}").contains("Mette"), "a text of the citizen went into {error:?}");
        }
        let error = Error::from(std::io::Error::other(secret));
        assert!(!format!("{error} {error:?}").contains("Mette"));
    }

    #[test]
    fn every_way_out_is_a_sentence_and_none_speaks_of_machinery() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for name in holdepunkt_i18n::KEYS.iter().filter(|name| name.starts_with("err-")) {
                let way_out = name.replacen("err-", "rec-", 1);
                for key in [name.to_string(), way_out] {
                    let text = texts.find(&key).unwrap_or_else(|| panic!("{key} is missing"));
                    assert!(text.ends_with('.'), "{key}: {text}");
                    for word in ["SQL", "hash", "cipher", "fejl", "error", "ugyldig", "invalid", "!"] {
                        assert!(!text.to_lowercase().contains(&word.to_lowercase()), "{key} says {word}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_number_of_the_word_is_said() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let failure = Error::UnknownWord(7).failure(&texts);
            assert!(failure.message.contains('7'), "{}", failure.message);
            assert_eq!(failure.code, Code::WrongSecret);
        }
    }
}
