//! Writing together on two machines: a part of the book in a file to a co-writer, and what they propose in a file back.
//! The hand-over holds only chapters that were opened for it; the answer holds only proposals, and what they become is the citizen's to say
//! (`visit::accept`). Not here: where the files lie (the shell), and proposals themselves (`visit::proposal`).

pub mod answer;
pub mod bundle;
pub mod draft;
pub mod erase;
mod fault;
pub mod give;
pub mod guest;
pub mod known;
pub mod list;
pub mod lock;
pub mod receive;
pub mod show;

pub use fault::HandFault;

use crate::error::Error;
use crate::exchange::FileFault;

/// What a hand-over says it is, and what an answer says it is.
pub const HANDOVER: &str = "holdepunkt-handover";
pub const ANSWER: &str = "holdepunkt-answer";

/// Written and read. Another version is another format.
pub const VERSION: u32 = 1;

/// The ending of both kinds of file. What is in it is told from inside, once it is open.
pub const ENDING: &str = "holdepunkt";

/// The version of a file is one we read.
fn check_version(version: u32) -> Result<(), Error> {
    match version {
        VERSION => Ok(()),
        0 => Err(FileFault::Broken("version").into()),
        _ => Err(FileFault::Newer.into()),
    }
}
