//! What a print contains, made from the book as it stands now: the crisis plan, and the sheet with the recovery words.
//! Not here: how it looks on paper (`holdepunkt-pdf`), and the plain data it hands over (`document`).

mod front;
pub(crate) mod item;
mod parts;
mod plan;
mod sheet;
mod visit;

pub use plan::crisis_plan;
pub use sheet::recovery_sheet;
pub use visit::visit_summary;

use chrono::{Datelike, NaiveDate};

/// Year, month and day as the PDF's own metadata wants them.
fn made(day: NaiveDate) -> (i32, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (day.year(), small(day.month()), small(day.day()))
}
