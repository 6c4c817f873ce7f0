//! *Delt med andre*: who a print is made ready for, what is ticked for them, and which copies are out there, on paper and as files.
//! Not here: what a print looks like (`printing`, `pdf`), and how a choice is written down (`book/share`).

mod dead;
mod edition;
mod files;
mod news;
mod readers;
mod register;
mod selection;
mod sheet;
pub mod view;

pub use dead::{DeadOn, dead, dead_on};
pub(crate) use edition::settle_edition;
pub(crate) use files::chapter;
pub use files::{BOOK_FILE, Filed, Made, PHONE_PICTURE, TEXT_FILE, filed};
pub use news::{Saying, digest, kept};
pub(crate) use readers::find;
pub use readers::{ADVANCE, Known, known, own_name, paper_title, readers_file};
pub use register::{copy, shares};
pub use selection::Selection;
pub use sheet::reader;
