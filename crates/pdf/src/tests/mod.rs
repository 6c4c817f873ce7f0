//! The prints as sentences: what stands on them, that nothing is lost, and how they look (golden text and pictures).

pub mod documents;
mod golden;
mod nothing_lost;
mod page_one;
mod pictures;
mod robust;
mod samples;
mod shapes;
mod stale;
mod widths;

use holdepunkt_core::document::{Document, Item, Print};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::clean::PLACEHOLDER;
use crate::fonts::face_for;
use crate::{PageImage, PrintError, lay};
use typst::text::is_default_ignorable;

/// A plan as PDF.
fn pdf(document: &Document) -> Result<Vec<u8>, PrintError> {
    lay(&Print::Plan(document.clone()))?.pdf()
}

/// Every page of it as a picture `width` pixels wide.
fn pages(document: &Document, width: u32) -> Result<Vec<PageImage>, PrintError> {
    let laid = lay(&Print::Plan(document.clone()))?;
    (0..laid.count()).map(|number| laid.page(number, width)).collect()
}

/// Everything the document says, each string by itself.
fn every_text(document: &Document) -> Vec<&str> {
    let mut all = vec![&*document.title, &document.name, &document.date, &document.version, &document.front.lead];
    all.extend(document.front.facts.iter().flat_map(|fact| [&*fact.label, &fact.value]));
    for panel in &document.front.panels {
        all.extend([&*panel.heading, &panel.note]);
        all.extend(panel.items.iter().flat_map(texts_of));
    }
    for part in &document.parts {
        all.extend([&*part.chapter, &part.heading, &part.lead]);
        for group in &part.groups {
            all.push(&group.heading);
            all.extend(group.items.iter().flat_map(texts_of));
        }
    }
    all.extend(document.closing.iter().chain(&document.signatures).map(String::as_str));
    all
}

fn texts_of(item: &Item) -> impl Iterator<Item = &str> {
    [&*item.label, &item.text, &item.because, &item.phone, &item.author]
        .into_iter()
        .chain(item.links.iter().map(String::as_str))
}

/// A text without what may differ between paper and data: spaces, invisible characters, marks and the circles they got;
/// characters no font of ours has as □.
fn essence(text: &str) -> String {
    let drawn = |c: char| if c == PLACEHOLDER || face_for(&[c], true).is_some() { c } else { PLACEHOLDER };
    let seen = text.nfc().filter(|&c| !c.is_whitespace() && !c.is_control() && !is_default_ignorable(c));
    let seen = seen.filter(|&c| !is_combining_mark(c) && c != '◌' && !matches!(c, '\u{FFF9}'..='\u{FFFC}'));
    seen.map(drawn).filter(|&c| c != PLACEHOLDER).collect()
}
