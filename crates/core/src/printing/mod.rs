//! What a print contains, built from the book in the language of the print. Everything begins with `gather`, which
//! leaves out what is private and what is not ticked. Not here: fonts, pages, Typst; nor the plain data it hands over (`document`).

mod advance;
mod blank;
mod book;
mod card;
mod cover;
mod doctor;
pub(crate) mod early;
mod front;
pub(crate) mod gather;
pub(crate) mod item;
mod parts;
mod plan;
pub(crate) mod said;
mod sheet;
pub mod supporter;
mod visit;

pub use blank::blank_pages;
pub use cover::cover;
pub(crate) use parts::read_aloud;
pub use said::{PHONE_FACTS, PHONE_LINES};
pub use sheet::recovery_sheet;
pub use visit::visit_summary;

use crate::book::Book;
use crate::change::Form;
use crate::document::{Document, Print};
use crate::error::Error;
use crate::printing::gather::Gathered;
use crate::printing::plan::Plan;
use crate::share::{Saying, Selection};
use crate::when;
use crate::world::World;
use chrono::{Datelike, NaiveDate};
use holdepunkt_i18n::Texts;
use qrcode::{Color, EcLevel, QrCode};

/// A print for a reader, and the lines that stand on it for the register.
pub struct Printed {
    pub print: Print,
    pub lines: Vec<Saying>,
    /// The edition of the book it shows.
    pub revision: u32,
}

impl Printed {
    fn of(print: Print, book: &Book) -> Result<Self, Error> {
        let lines = said::sayings(&print);
        Ok(Self { print, lines, revision: book.edition()? })
    }
}

/// What is ticked in `selection`, in the form it asks for, dated today and in the language of `texts` whatever the screen
/// speaks. `squares`: the card has its words for a camera too.
///
/// # Errors
/// [`Error::NothingToPrint`] when nothing is ticked or written, and what reading the book can give.
pub fn printed(
    book: &Book,
    selection: &Selection,
    squares: bool,
    texts: &Texts,
    world: &World,
) -> Result<Printed, Error> {
    let mut gathered = Gathered::ticked(book, texts, selection)?;
    if selection.form() != Form::Card {
        gathered = gathered.with_pictures(book);
    }
    Printed::of(build(gathered, selection.form(), squares, texts, world.now().date_naive())?, book)
}

/// *Mine ønsker på forhånd* alone, dated today.
///
/// # Errors
/// [`Error::NothingToPrint`] when nothing of it is written, and what reading the book can give.
pub fn advance(book: &Book, texts: &Texts, world: &World) -> Result<Printed, Error> {
    let gathered = advance::gathered(book, texts)?.with_pictures(book);
    Printed::of(Print::Page(advance::build(gathered, texts, world.now().date_naive())?), book)
}

/// The first page of the crisis plan, dated today, for the picture one keeps on a telephone.
///
/// # Errors
/// [`Error::NothingToPrint`] when nothing is written, [`Error::VisitGoesOn`] while somebody sees only part of the book, and what reading
/// the book can give.
pub fn phone_picture(book: &Book, texts: &Texts) -> Result<(Document, Vec<Saying>), Error> {
    let document = plan::first_page(book, texts)?;
    let says = said::on_phone(&document);
    Ok((document, says))
}

/// What is made again to hold it against what somebody has.
pub(crate) enum Again {
    Ticked(Selection),
    Advance,
    PhonePicture,
}

/// What it would say today: for the register, so no picture is read.
///
/// # Errors
/// What reading the book can give.
pub(crate) fn says(book: &Book, again: &Again, texts: &Texts) -> Result<Vec<Saying>, Error> {
    let day = book.world().now().date_naive();
    let print = match again {
        Again::Ticked(selection) => {
            let gathered = Gathered::ticked(book, texts, selection)?.with_picture_names();
            build(gathered, selection.form(), false, texts, day)
        }
        Again::Advance => {
            let gathered = advance::gathered(book, texts)?.with_picture_names();
            advance::build(gathered, texts, day).map(Print::Page)
        }
        Again::PhonePicture => {
            return match plan::first_page(book, texts) {
                Ok(document) => Ok(said::on_phone(&document)),
                Err(Error::NothingToPrint) => Ok(Vec::new()),
                Err(error) => Err(error),
            };
        }
    };
    match print {
        Ok(print) => Ok(said::sayings(&print)),
        Err(Error::NothingToPrint) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn build(gathered: Gathered, form: Form, squares: bool, texts: &Texts, day: NaiveDate) -> Result<Print, Error> {
    Ok(match form {
        Form::Plan => Print::Plan(plan::build(&Plan::of(gathered), texts, day)?),
        Form::Supporter => Print::Steps(supporter::build(&Plan::of(gathered), texts, day)?),
        Form::Doctor => Print::Page(doctor::build(gathered, texts, day)?),
        Form::Card => Print::Card(card::build(&Plan::of(gathered), squares, texts, day)?),
        Form::Book => Print::Book(book::build(gathered, texts, day)?),
    })
}

/// What every print of the book has around its parts.
fn around(plan: &Plan, title: String, texts: &Texts, day: NaiveDate) -> Document {
    Document {
        lang: texts.language().tag().to_string(),
        title,
        name: front::name(plan),
        date: when::date(day, texts.language()),
        version: texts.print_plan_version(&plan.version.to_string()),
        made: made(day),
        stamp: if plan.sample { texts.print_plan_stamp() } else { String::new() },
        page_word: texts.print_page(),
        of_word: texts.print_of(),
        missing: texts.print_missing(),
        of: front::named_by(plan).into_iter().collect(),
        ..Document::default()
    }
}

/// Year, month and day as the PDF's own metadata wants them.
fn made(day: NaiveDate) -> (i32, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (day.year(), small(day.month()), small(day.day()))
}

/// Words as a QR code, rows of `0` and `1` without a margin; none when they are too many.
fn squares(words: &str, level: EcLevel) -> Vec<String> {
    let Ok(code) = QrCode::with_error_correction_level(words, level) else { return Vec::new() };
    let square = |colour: &Color| if *colour == Color::Dark { '1' } else { '0' };
    code.to_colors().chunks(code.width()).map(|row| row.iter().map(square).collect()).collect()
}
