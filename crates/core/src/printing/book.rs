//! Chapters as they stand in the book, with a list of contents: the whole of it, or what is ticked for a reader.
//! Not here: which that is (`gather`).

use super::around;
use crate::document::{Document, Item, Items, Part};
use crate::error::Error;
use crate::printing::gather::Gathered;
use crate::printing::parts;
use crate::printing::plan::Plan;
use crate::view::PageView;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// So few parts need no list of contents.
const FEW: usize = 5;

pub(super) fn build(gathered: Gathered, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let chapters: Vec<(String, usize)> =
        gathered.chapters.iter().map(|chapter| (chapter.title.clone(), chapter.pages.len())).collect();
    let plan = Plan::of(gathered);
    let mut pages = plan.pages.iter();
    let mut printed: Vec<Part> = Vec::new();
    for (title, count) in chapters {
        let mut first = true;
        for page in pages.by_ref().take(count) {
            let mut part = parts::part(&plan, page, true, texts);
            part.groups.retain(|group| !group.items.is_empty());
            part.groups.extend(by_hand(page, texts));
            if part.groups.is_empty() {
                continue;
            }
            if std::mem::take(&mut first) {
                part.chapter.clone_from(&title);
            }
            // A chapter of one page bears the chapter's name.
            if part.heading == title {
                part.heading.clear();
            }
            printed.push(part);
        }
    }
    if printed.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let contents = if printed.len() > FEW { texts.print_contents() } else { String::new() };
    Ok(Document { parts: printed, contents, ..around(&plan, texts.print_book_title(), texts, day) })
}

/// A note where photographs of the page lie in the book: on paper nobody can see them.
fn by_hand(page: &PageView, texts: &Texts) -> Option<Items> {
    let count = u32::try_from(page.paper.len()).ok().filter(|count| *count > 0)?;
    let item = Item { text: texts.print_paper(count), ..Item::default() };
    Some(Items { items: vec![item], ..Items::default() })
}
