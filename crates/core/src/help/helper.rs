//! *Sådan kan du hjælpe nu*: the plan as the one beside me needs it, on screen, from the top down: the very steps of the
//! printed sheet (`printing/supporter`). Nothing private and nothing hidden is in it. Not here: which steps there are.

use crate::book::Book;
use crate::document::Item;
use crate::error::Error;
use crate::printing::supporter;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A step: what it is, and the citizen's lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HelperStep {
    pub heading: String,
    /// One sentence under the heading; may be empty.
    pub lead: String,
    pub lines: Vec<HelperLine>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HelperLine {
    /// What an answer is about, e.g. *Dyr*; may be empty.
    pub label: String,
    pub text: String,
    /// *fordi …* with its word; may be empty.
    pub because: String,
    /// Of a person who may be called; may be empty.
    pub phone: String,
    /// Tools and people the line points at.
    pub links: Vec<String>,
}

/// The steps with something in them. The first, 112, is there as soon as there is another.
///
/// # Errors
/// What reading the book can give.
pub(super) fn helper(book: &Book, texts: &Texts) -> Result<Vec<HelperStep>, Error> {
    let (danger, parts) = supporter::beside(book, texts)?;
    if danger.is_empty() && parts.is_empty() {
        return Ok(Vec::new());
    }
    let told = std::iter::once(texts.print_step_alarm()).chain(danger);
    let lines = told.map(|text| HelperLine { text, ..HelperLine::default() }).collect();
    let mut steps = vec![HelperStep { heading: texts.print_step_danger(), lead: String::new(), lines }];
    steps.extend(parts.into_iter().map(|part| HelperStep {
        heading: part.heading,
        lead: part.lead,
        lines: part.groups.into_iter().flat_map(|group| group.items).map(line).collect(),
    }));
    Ok(steps)
}

/// The words alone: a picture is told in words.
fn line(item: Item) -> HelperLine {
    let Item { label, text, because, phone, links, .. } = item;
    HelperLine { label, text, because, phone, links }
}
