//! What goes out of a book and comes into one: the open format with everything in it, files locked with words, text to paste elsewhere,
//! people from an address book, dates for a calendar, pictures and recordings.
//! Whatever comes in is held apart: it is read and shown, and nothing of it is in the book before the citizen has said yes.
//! Not here: prints (`printing`), copies of the book as it is (`backup`), and where files lie (the shell).

pub mod bring;
pub mod calendar;
mod compare;
mod fault;
pub mod json;
pub mod parcel;
pub mod people;
pub mod picture;
pub mod plain;
pub mod preview;
pub mod record;
pub mod rows;
pub mod sealed;
pub mod write;

pub use fault::FileFault;
pub use parcel::{Parcel, read, read_along};

/// What a file of ours says it is.
pub const FORMAT: &str = "holdepunkt-book";

/// The version that is written. Another first number is another format; another second number only adds.
pub const VERSION: (u32, u32) = (1, 0);

/// Tables that are not told as rows: what they hold stands in the history of the file.
pub const NOT_AS_ROWS: [&str; 1] = ["earlier"];
