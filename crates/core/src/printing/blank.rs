//! Pages of the book to write on by hand: the same chapters, pages and headings as on the screen, with ruled lines.
//! Not here: anything the citizen wrote, save the names they gave to chapters and headings.

use super::{made, when};
use crate::book::Book;
use crate::document::{Document, Item, Items, Part, Print};
use crate::error::Error;
use crate::view::{Kind, PageView, SectionView};
use crate::world::World;
use holdepunkt_i18n::Texts;

/// Lines for a list: as many as go on no more sheets than the fewest would. And for a free text, an answer and a short answer.
const LIST: [u8; 3] = [7, 6, 5];
const TEXT: u8 = 8;
const ANSWER: u8 = 2;
const SHORT: u8 = 1;
/// People and choices one finds room for on a page.
const PEOPLE: usize = 3;
const CHOICES: usize = 4;

/// About how tall things are on a sheet, in points: what is left for writing under the names on top, a line, a heading, what stands above a line.
const SHEET: usize = 600;
const LINE: usize = 25;
const HEADING: usize = 42;
const LABEL: usize = 34;

/// The chapters with these ids, in the order of the book.
///
/// # Errors
/// [`Error::NothingToPrint`] when none of them has a page to write on; what reading the book can give.
pub fn blank_pages(book: &Book, chapters: &[String], texts: &Texts, world: &World) -> Result<Print, Error> {
    let contents = book.contents(texts)?;
    let mut parts = Vec::new();
    for chapter in contents.groups.iter().flat_map(|group| &group.chapters) {
        if !chapters.contains(&chapter.id) {
            continue;
        }
        let mut first = true;
        for page in &chapter.pages {
            let mut part = part(&book.page(&page.id, texts)?, texts);
            if part.groups.is_empty() {
                continue;
            }
            if std::mem::take(&mut first) {
                part.chapter.clone_from(&chapter.title);
            }
            if part.heading == chapter.title {
                part.heading.clear();
            }
            parts.push(part);
        }
    }
    if parts.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let day = world.now().date_naive();
    Ok(Print::Book(Document {
        lang: texts.language().tag().to_string(),
        title: texts.print_blank_title(),
        date: when::date(day, texts.language()),
        made: made(day),
        parts,
        page_word: texts.print_page(),
        of_word: texts.print_of(),
        missing: texts.print_missing(),
        ..Document::default()
    }))
}

fn part(page: &PageView, texts: &Texts) -> Part {
    let sections = page.sections.iter().filter(|section| section.kind != Kind::Derived);
    let alone = sections.clone().count() == 1;
    let groups = |list: u8| -> Vec<Items> {
        let group = |section: &SectionView| {
            let heading = if alone && section.title == page.title { String::new() } else { section.title.clone() };
            Items { heading, items: room(section, list, texts), ..Items::default() }
        };
        sections.clone().map(group).collect()
    };
    let fewest = LIST.map(|list| sheets(&groups(list))).into_iter().min();
    let list = LIST.into_iter().find(|list| Some(sheets(&groups(*list))) == fewest).unwrap_or(LIST[0]);
    Part { heading: page.title.clone(), lead: page.why.clone(), groups: groups(list), ..Part::default() }
}

/// About how many sheets these go on.
fn sheets(groups: &[Items]) -> usize {
    let item = |item: &Item| LINE * usize::from(item.ruled) + if item.label.is_empty() { 0 } else { LABEL };
    let high: usize = groups.iter().map(|group| HEADING + group.items.iter().map(item).sum::<usize>()).sum();
    high.div_ceil(SHEET)
}

fn ruled(label: String, ruled: u8) -> Item {
    Item { label, ruled, ..Item::default() }
}

fn room(section: &SectionView, list: u8, texts: &Texts) -> Vec<Item> {
    match section.kind {
        Kind::List => (0..list).map(|_| ruled(String::new(), SHORT)).collect(),
        Kind::Text | Kind::Derived | Kind::Paper => vec![ruled(String::new(), TEXT)],
        Kind::Scale => vec![ruled(texts.print_blank_scale(), SHORT), ruled(String::new(), ANSWER)],
        Kind::Questions => {
            let question = |asked: &crate::view::QuestionView| {
                ruled(asked.title.clone(), if asked.short { SHORT } else { ANSWER })
            };
            section.questions.iter().map(question).collect()
        }
        Kind::Choice => (0..CHOICES)
            .flat_map(|_| [ruled(texts.print_blank_choice(), SHORT), ruled(texts.print_blank_because(), SHORT)])
            .collect(),
        Kind::People => (0..PEOPLE)
            .flat_map(|_| {
                [
                    ruled(texts.print_blank_name(), SHORT),
                    ruled(texts.print_blank_phone(), SHORT),
                    ruled(texts.print_blank_wanted(), SHORT),
                ]
            })
            .collect(),
    }
}
