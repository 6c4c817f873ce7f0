//! Documents to paper: PDF/UA-1 + PDF/A-2a, pictures of the very same pages with their text, a phone-shaped picture,
//! and the sheet with the recovery words. The only crate that knows Typst. Not here: what a document contains (core).

mod card;
mod clean;
mod fonts;
mod laid;
mod mend;
mod paper;
mod picture;
mod places;
mod press;
mod read;
pub mod workshop;

use holdepunkt_core::document::{Document, RecoverySheet};
use holdepunkt_core::going::Going;
use serde::Serialize;
use typst_layout::PagedDocument;

use crate::clean::Cleaner;
use crate::fonts::FontSet;
use crate::paper::{Paper, SheetPaper};
use crate::picture::Pictures;
use crate::press::Template;

pub use crate::laid::{Laid, lay, lay_along};

/// Why there is no print. Says where in our own templates, never a word of the user's text.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The template could not be laid out; file and line.
    #[error("the pages could not be laid out at {0}")]
    Layout(String),
    /// The pages could not be written as PDF; the kind of reason.
    #[error("the PDF could not be written: {0}")]
    Export(String),
    /// A page could not be drawn.
    #[error("the picture could not be drawn")]
    Picture,
    /// Too much for a face of the card: which, and about how many lines.
    #[error("{lines} lines too many for the {side} of the card")]
    CardFull { side: &'static str, lines: u8 },
    /// The typesetter stopped in the middle.
    #[error("the typesetter stopped")]
    Stopped,
    /// The person did not want to wait for it.
    #[error("the person stopped it")]
    Unwanted,
}

/// A page as a picture and as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageImage {
    pub png: Vec<u8>,
    /// What stands on the page in reading order, one paragraph a line; without header and footer.
    pub text: String,
}

/// Width of the phone picture in pixels: 390 pt at three pixels each.
pub const PHONE_WIDTH: u32 = 1170;
/// The program a PDF says it comes from.
const CREATOR: &str = "Holdepunkt";
/// How often a print is set again without characters that came out without a glyph.
const MOST_ROUNDS: usize = 4;

/// Page 1 in the shape of a phone, in large type, to send to oneself.
pub fn phone(document: &Document) -> Result<Vec<u8>, PrintError> {
    // Once more with the shipped fonts alone if a font of the machine spoiled it.
    let drawn = |shipped_only| {
        let pages = set_document(document, Template::Phone, shipped_only, None)?;
        press::png(pages.pages().first().ok_or(PrintError::Picture)?, PHONE_WIDTH)
    };
    drawn(false).or_else(|_| drawn(true))
}

/// The sheet with the recovery words as PDF. Neither its pages nor what the file says of itself tell what it opens.
pub fn sheet(sheet: &RecoverySheet) -> Result<Vec<u8>, PrintError> {
    press::pdf(&set_sheet(sheet)?, sheet.made, None)
}

/// The pages of [`sheet`] as pictures.
pub fn sheet_pages(sheet: &RecoverySheet, width: u32) -> Result<Vec<PageImage>, PrintError> {
    pictures(&set_sheet(sheet)?, width)
}

fn pictures(pages: &PagedDocument, width: u32) -> Result<Vec<PageImage>, PrintError> {
    let picture = |page| Ok(PageImage { png: press::png(page, width)?, text: read::text(page) });
    pages.pages().iter().map(picture).collect()
}

fn set_document(
    document: &Document,
    template: Template,
    shipped_only: bool,
    going: Option<&Going>,
) -> Result<PagedDocument, PrintError> {
    let pictures = Pictures::of(document);
    let drawn = set(template, shipped_only, going, pictures.files(), |cleaner| {
        let paper = Paper::new(document, &pictures, cleaner);
        let replaced = cleaner.replaced;
        move |families| to_json(&paper.set_in(families, replaced))
    });
    // A picture the decoder could read and the page could not: a print without pictures is better than none.
    match drawn {
        Err(PrintError::Unwanted) => Err(PrintError::Unwanted),
        Err(_) if !pictures.files().is_empty() => set(template, shipped_only, going, &[], |cleaner| {
            let paper = Paper::new(document, &Pictures::default(), cleaner);
            let replaced = cleaner.replaced;
            move |families| to_json(&paper.set_in(families, replaced))
        }),
        drawn => drawn,
    }
}

fn set_sheet(sheet: &RecoverySheet) -> Result<PagedDocument, PrintError> {
    set(Template::Sheet, true, None, &[], |cleaner| {
        let paper = SheetPaper::new(sheet, cleaner);
        move |families| to_json(&paper.set_in(families))
    })
}

fn to_json(paper: &impl Serialize) -> Result<Vec<u8>, PrintError> {
    serde_json::to_vec(paper).map_err(|_| PrintError::Layout("data".to_owned()))
}

/// Cleans the text, gathers the fonts, sets the pages; again as long as a character comes out without a glyph.
fn set<F>(
    template: Template,
    shipped_only: bool,
    going: Option<&Going>,
    pictures: &[(String, typst::foundations::Bytes)],
    mut paper: impl FnMut(&mut Cleaner) -> F,
) -> Result<PagedDocument, PrintError>
where
    F: FnOnce(Vec<String>) -> Result<Vec<u8>, PrintError>,
{
    let mut cleaner = Cleaner { shipped_only, ..Cleaner::default() };
    for _ in 0..MOST_ROUNDS {
        let data = paper(&mut cleaner);
        let fonts = FontSet::with(cleaner.faces.iter().copied());
        let pages = press::set(template, &fonts, data(fonts.families.clone())?, pictures, going)?;
        let missing = read::without_glyph(&pages);
        if missing.is_empty() {
            return Ok(mend::mend(pages));
        }
        cleaner.refused.extend(missing);
    }
    Err(PrintError::Export("a character without a glyph".to_owned()))
}

#[cfg(test)]
mod tests;
