//! A print laid out once: its pages are looked at one by one, and the very same pages are written as PDF.
//! Not here: what is on them.

use holdepunkt_core::document::{Document, Print};
use holdepunkt_core::going::Going;
use typst_layout::PagedDocument;

use crate::card::CardPaper;
use crate::press::{self, Template};
use crate::{CREATOR, PageImage, PrintError, read, set, set_document, to_json};

/// Pages that are set and not drawn yet.
pub struct Laid {
    pages: PagedDocument,
    print: Print,
}

/// Sets a print.
///
/// # Errors
/// [`PrintError::CardFull`] when a card does not fit; otherwise why the pages could not be set.
pub fn lay(print: &Print) -> Result<Laid, PrintError> {
    laid(print, None)
}

/// The same, which somebody waits for and may stop.
///
/// # Errors
/// As [`lay`]; [`PrintError::Unwanted`].
pub fn lay_along(print: &Print, going: &Going) -> Result<Laid, PrintError> {
    laid(print, Some(going))
}

fn laid(print: &Print, going: Option<&Going>) -> Result<Laid, PrintError> {
    let first = set_print(print, false, going);
    // Once more with the shipped fonts alone if a font of the machine spoiled it; a card that is full stays full.
    let pages = match first {
        Err(said @ (PrintError::CardFull { .. } | PrintError::Unwanted)) => return Err(said),
        Err(_) => set_print(print, true, going)?,
        Ok(pages) => pages,
    };
    Ok(Laid { pages, print: print.clone() })
}

impl Laid {
    #[must_use]
    pub fn count(&self) -> usize {
        self.pages.pages().len()
    }

    /// A page by its number from 0, as a PNG `width` pixels wide with its text.
    ///
    /// # Errors
    /// [`PrintError::Picture`] when there is no such page or it cannot be drawn.
    pub fn page(&self, number: usize, width: u32) -> Result<PageImage, PrintError> {
        let page = self.pages.pages().get(number).ok_or(PrintError::Picture)?;
        Ok(PageImage { png: press::png(page, width)?, text: read::text(page) })
    }

    /// All pages as PDF. The same print gives the same bytes. A font of the machine that can be drawn and not be put into
    /// a PDF is given up: the pages are set once more with the shipped ones.
    ///
    /// # Errors
    /// [`PrintError::Export`].
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let written = |pages: &PagedDocument| press::pdf(pages, made(&self.print), Some(CREATOR));
        written(&self.pages).or_else(|_| written(&set_print(&self.print, true, None)?))
    }
}

fn made(print: &Print) -> (i32, u8, u8) {
    match print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => document.made,
        Print::Card(card) => card.made,
    }
}

pub(crate) fn set_print(print: &Print, shipped_only: bool, going: Option<&Going>) -> Result<PagedDocument, PrintError> {
    let document = |document: &Document, template| set_document(document, template, shipped_only, going);
    match print {
        Print::Plan(plan) => document(plan, Template::Print),
        Print::Steps(steps) => document(steps, Template::Steps),
        Print::Page(page) => document(page, Template::Page),
        Print::Book(book) => document(book, Template::Book),
        Print::Card(card) => set(Template::Card, shipped_only, going, &[], |cleaner| {
            let paper = CardPaper::new(card, cleaner);
            let replaced = cleaner.replaced;
            move |families| to_json(&paper.set_in(families, replaced))
        }),
    }
}
