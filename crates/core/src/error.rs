//! Everything that can go wrong, once. For people: `message` and `way_out` in their language. `Display` is for the log
//! and never holds user text, names or secrets.

use crate::view::{Code, Failure};
use holdepunkt_i18n::Texts;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    // the file and its keys
    #[error("the passphrase or the words do not open this book")]
    WrongSecret,
    #[error("word {0} is not in the list")]
    UnknownWord(u8),
    #[error("the twelve words do not belong together")]
    WordsDoNotMatch,
    #[error("passphrase is empty")]
    EmptyPassphrase,
    #[error("the key file is missing")]
    KeysMissing,
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
    // changes
    #[error("nothing is open")]
    Locked,
    #[error("{0} is not in the book")]
    NotFound(&'static str),
    #[error("the text is too long: {bytes} bytes, at most {most}")]
    TooLong { bytes: usize, most: usize },
    #[error("{0} cannot be done here")]
    NotHere(&'static str),
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    // prints
    #[error("there is nothing on the page yet")]
    NothingToPrint,
    #[error("the print failed: {0}")]
    Print(String),
}
