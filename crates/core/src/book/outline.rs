//! The template and what the citizen changed about it, laid over each other: which chapters, pages and sections there
//! are, in which order. The template stays untouched and can be updated under the citizen's changes.
//! Not here: lines, and texts in a language.

use super::order::Sibling;
use crate::change::{LinkKind, Mark};
use crate::error::Error;
use crate::place;
use crate::store::{State, chapter, section};
use crate::view::{Group, Kind};
use crate::workbook::{self, Question, workbook};
use rusqlite::Connection;
use std::collections::HashMap;

/// Where a section stands and what may be done in it.
#[derive(Clone, Debug)]
pub struct Spot {
    pub id: String,
    pub chapter: String,
    pub page: String,
    pub kind: Kind,
    pub marks: Vec<Mark>,
    pub links: Vec<LinkKind>,
    pub questions: &'static [Question],
    pub from: Option<&'static str>,
}

/// A section as the citizen has it.
#[derive(Clone, Debug)]
pub struct OutlineSection {
    pub spot: Spot,
    /// The citizen's own title; empty for the template's.
    pub title: String,
    pub place: String,
    pub hidden: bool,
    pub own: bool,
}

#[derive(Clone, Debug)]
pub struct OutlinePage {
    pub id: String,
    /// In order, hidden ones too.
    pub sections: Vec<OutlineSection>,
}

/// A chapter as the citizen has it.
#[derive(Clone, Debug)]
pub struct OutlineChapter {
    pub id: String,
    pub group: Group,
    pub title: String,
    pub place: String,
    pub hidden: bool,
    pub own: bool,
    pub pages: Vec<OutlinePage>,
}

/// All chapters in order, hidden ones too.
#[derive(Clone, Debug)]
pub struct Outline {
    pub chapters: Vec<OutlineChapter>,
}

/// The one page of an own chapter.
#[must_use]
pub fn own_page(chapter: &str) -> String {
    format!("{chapter}.page")
}

/// Where photographs of a page that was filled in by hand lie. It is a section without a row and without a heading.
#[must_use]
pub fn paper(page: &str) -> String {
    format!("{page}{PAPER}")
}

/// Whether a section is the place for photographs of a page.
#[must_use]
pub fn is_paper(section: &str) -> bool {
    paper_page(section).is_some()
}

fn paper_page(section: &str) -> Option<&str> {
    section.strip_suffix(PAPER).filter(|page| page.contains('.'))
}

const PAPER: &str = ".paper";

/// The chapter a page belongs to.
#[must_use]
pub fn chapter_of(page: &str) -> &str {
    page.split_once('.').map_or(page, |(chapter, _)| chapter)
}

/// One section without reading the rest: the way of a keystroke.
///
/// # Errors
/// [`Error::NotFound`]; what the database says.
pub fn spot(connection: &Connection, id: &str) -> Result<Spot, Error> {
    if let Some((chapter, page, section)) = workbook().section(id) {
        return Ok(template_spot(&chapter.id, &page.id, section));
    }
    match section::get(connection, id)? {
        Some(row) if row.own && row.state == State::Plan => Ok(own_spot(&row)),
        _ => paper_spot(connection, id)?.ok_or(Error::NotFound("section")),
    }
}

/// The place for photographs of a page that is there.
fn paper_spot(connection: &Connection, id: &str) -> Result<Option<Spot>, Error> {
    let Some(page) = paper_page(id) else { return Ok(None) };
    let own = chapter_of(page);
    let there = workbook().page(page).is_some()
        || page == own_page(own)
            && chapter::get(connection, own)?.is_some_and(|row| row.own && row.state == State::Plan);
    Ok(there.then(|| Spot {
        id: id.to_string(),
        chapter: own.to_string(),
        page: page.to_string(),
        kind: Kind::Paper,
        marks: vec![Mark::Private, Mark::Typed],
        links: Vec::new(),
        questions: &[],
        from: None,
    }))
}

fn template_spot(chapter: &str, page: &str, section: &'static workbook::Section) -> Spot {
    let mut marks = section.marks.clone();
    if !matches!(section.kind, Kind::Derived | Kind::People) {
        marks.push(Mark::Private);
    }
    Spot {
        id: section.id.clone(),
        chapter: chapter.to_string(),
        page: page.to_string(),
        kind: section.kind,
        marks,
        links: section.links.clone(),
        questions: &section.questions,
        from: section.from.as_deref(),
    }
}

fn own_spot(row: &section::Section) -> Spot {
    let chapter = chapter_of(&row.page);
    let links =
        if chapter == workbook::TOOLBOX { vec![LinkKind::Person] } else { vec![LinkKind::Tool, LinkKind::Person] };
    Spot {
        id: row.id.clone(),
        chapter: chapter.to_string(),
        page: row.page.clone(),
        // A heading of one's own is a list; a file could call it something no heading is.
        kind: if row.kind == Kind::Paper { Kind::List } else { row.kind },
        marks: vec![Mark::Private],
        links,
        questions: &[],
        from: None,
    }
}

impl Outline {
    /// Lays the rows over the template.
    ///
    /// # Errors
    /// What the database says.
    pub fn read(connection: &Connection) -> Result<Self, Error> {
        let mut rows: HashMap<String, chapter::Chapter> = HashMap::new();
        let mut chapters = Vec::new();
        for row in chapter::every(connection)? {
            if row.own && row.state == State::Plan {
                chapters.push(OutlineChapter {
                    pages: vec![OutlinePage { id: own_page(&row.id), sections: Vec::new() }],
                    id: row.id,
                    group: Group::Plan,
                    title: row.title,
                    place: row.place,
                    hidden: row.hidden,
                    own: true,
                });
            } else if !row.own {
                rows.insert(row.id.clone(), row);
            }
        }
        let (mut own_sections, mut changed) = (Vec::new(), HashMap::new());
        for row in section::every(connection)? {
            if row.own && row.state == State::Plan {
                own_sections.push(row);
            } else if !row.own {
                changed.insert(row.id.clone(), row);
            }
        }
        for (index, chapter) in workbook().chapters.iter().enumerate() {
            let row = rows.remove(&chapter.id).unwrap_or_default();
            chapters.push(OutlineChapter {
                id: chapter.id.clone(),
                group: chapter.group,
                title: row.title,
                place: if row.place.is_empty() { place::nth(index) } else { row.place },
                hidden: row.hidden,
                own: false,
                pages: chapter.pages.iter().map(|page| template_page(chapter, page, &mut changed)).collect(),
            });
        }
        chapters.sort_by(|one, other| (&one.place, &one.id).cmp(&(&other.place, &other.id)));
        let mut outline = Self { chapters };
        for row in own_sections {
            if let Some(page) = outline.page_mut(&row.page) {
                let spot = own_spot(&row);
                page.sections.push(OutlineSection {
                    spot,
                    title: row.title,
                    place: row.place,
                    hidden: row.hidden,
                    own: true,
                });
            }
        }
        for page in outline.chapters.iter_mut().flat_map(|chapter| &mut chapter.pages) {
            page.sections.sort_by(|one, other| (&one.place, &one.spot.id).cmp(&(&other.place, &other.spot.id)));
        }
        Ok(outline)
    }

    #[must_use]
    pub fn chapter(&self, id: &str) -> Option<&OutlineChapter> {
        self.chapters.iter().find(|chapter| chapter.id == id)
    }

    #[must_use]
    pub fn page(&self, id: &str) -> Option<(&OutlineChapter, &OutlinePage)> {
        let chapter = self.chapter(chapter_of(id))?;
        Some((chapter, chapter.pages.iter().find(|page| page.id == id)?))
    }

    fn page_mut(&mut self, id: &str) -> Option<&mut OutlinePage> {
        self.chapters.iter_mut().flat_map(|chapter| &mut chapter.pages).find(|page| page.id == id)
    }

    /// The page a section stands on, and the section.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<(&OutlinePage, &OutlineSection)> {
        self.chapters.iter().flat_map(|chapter| &chapter.pages).find_map(|page| {
            let section = page.sections.iter().find(|section| section.spot.id == id)?;
            Some((page, section))
        })
    }

    /// Chapters of a group as siblings, in order.
    #[must_use]
    pub fn siblings(&self, group: Group) -> Vec<Sibling> {
        let of_group = self.chapters.iter().filter(|chapter| chapter.group == group);
        of_group.map(|chapter| (chapter.id.clone(), chapter.place.clone())).collect()
    }
}

impl OutlinePage {
    /// Its sections as siblings, in order.
    #[must_use]
    pub fn siblings(&self) -> Vec<Sibling> {
        self.sections.iter().map(|section| (section.spot.id.clone(), section.place.clone())).collect()
    }
}

fn template_page(
    chapter: &'static workbook::Chapter,
    page: &'static workbook::Page,
    changed: &mut HashMap<String, section::Section>,
) -> OutlinePage {
    let sections = page.sections.iter().enumerate().map(|(index, section)| {
        let row = changed.remove(&section.id);
        let (title, place, hidden) = row.map(|row| (row.title, row.place, row.hidden)).unwrap_or_default();
        OutlineSection {
            spot: template_spot(&chapter.id, &page.id, section),
            title,
            place: if place.is_empty() { place::nth(index) } else { place },
            hidden,
            own: false,
        }
    });
    OutlinePage { id: page.id.clone(), sections: sections.collect() }
}
