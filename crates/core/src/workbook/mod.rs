//! The workbook as data: which chapters, pages, sections and questions there are, read from `workbook/chapters/*.toml`.
//! Not here: their texts (`locales/*/chapter-*.ftl`, by the keys named below) and what the citizen changed (`book/outline`).

use crate::change::{LinkKind, Mark};
use crate::view::{Group, Kind};
use serde::Deserialize;
use std::sync::OnceLock;

/// In the order of the contents list.
const SOURCES: [&str; 10] = [
    include_str!("../../../../workbook/chapters/10-well.toml"),
    include_str!("../../../../workbook/chapters/20-toolbox.toml"),
    include_str!("../../../../workbook/chapters/30-everyday.toml"),
    include_str!("../../../../workbook/chapters/40-triggers.toml"),
    include_str!("../../../../workbook/chapters/50-signs.toml"),
    include_str!("../../../../workbook/chapters/60-breaking-down.toml"),
    include_str!("../../../../workbook/chapters/70-angry.toml"),
    include_str!("../../../../workbook/chapters/80-crisis.toml"),
    include_str!("../../../../workbook/chapters/90-after.toml"),
    include_str!("../../../../workbook/chapters/920-shares.toml"),
];

/// The chapter whose lines other pages link to as tools.
pub const TOOLBOX: &str = "toolbox";

/// All chapters of the template, in order.
#[derive(Debug, Default)]
pub struct Workbook {
    pub chapters: Vec<Chapter>,
}

/// A chapter; its title is `ch-{id}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    pub id: String,
    pub group: Group,
    /// The citizen's alone: in no visit, no share and no print for others, whatever is ticked.
    #[serde(default)]
    pub private: bool,
    pub pages: Vec<Page>,
}

/// One topic; its texts are `pg-{chapter}-{page}` and the same with `-why`, `-example-1` …, `-gentle`, `-after`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// In the file the bare name, after reading `chapter.page`.
    pub id: String,
    pub sections: Vec<Section>,
}

/// A section; its texts are `sec-{chapter}-{section}` and the same with `-lead` and `-add`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// In the file the bare name, after reading `chapter.section`.
    pub id: String,
    pub kind: Kind,
    #[serde(default)]
    pub marks: Vec<Mark>,
    #[serde(default)]
    pub links: Vec<LinkKind>,
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Of a derived section: the section whose lines it shows.
    pub from: Option<String>,
}

/// A question; its texts are `q-{chapter}-{section}-{question}` and the same with `-help`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    /// One short field rather than room for several lines.
    #[serde(default)]
    pub short: bool,
}

/// The workbook the program was built with.
#[must_use]
pub fn workbook() -> &'static Workbook {
    static WORKBOOK: OnceLock<Workbook> = OnceLock::new();
    // The files are part of the program and tests read every one of them, so an unreadable one cannot reach a citizen.
    WORKBOOK.get_or_init(|| parse(&SOURCES).unwrap_or_default())
}

/// Whether a chapter is the citizen's alone.
#[must_use]
pub fn is_private(chapter: &str) -> bool {
    #[cfg(test)]
    if private::is(chapter) {
        return true;
    }
    workbook().chapter(chapter).is_some_and(|known| known.private)
}

/// Reads chapter files in order.
///
/// # Errors
/// When a file is not such a chapter.
pub fn parse(sources: &[&str]) -> Result<Workbook, toml::de::Error> {
    let mut chapters = Vec::with_capacity(sources.len());
    for source in sources {
        let mut chapter: Chapter = toml::from_str(source)?;
        for page in &mut chapter.pages {
            page.id = format!("{}.{}", chapter.id, page.id);
            for section in &mut page.sections {
                section.id = format!("{}.{}", chapter.id, section.id);
            }
        }
        chapters.push(chapter);
    }
    Ok(Workbook { chapters })
}

impl Workbook {
    #[must_use]
    pub fn chapter(&self, id: &str) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.id == id)
    }

    /// The page with this full id, and its chapter.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<(&Chapter, &Page)> {
        let chapter = self.chapter(id.split_once('.')?.0)?;
        Some((chapter, chapter.pages.iter().find(|page| page.id == id)?))
    }

    /// The section with this full id, and where it stands.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<(&Chapter, &Page, &Section)> {
        let chapter = self.chapter(id.split_once('.')?.0)?;
        chapter.pages.iter().find_map(|page| {
            let section = page.sections.iter().find(|section| section.id == id)?;
            Some((chapter, page, section))
        })
    }

    /// Every section of the template in reading order.
    pub fn sections(&self) -> impl Iterator<Item = (&Chapter, &Page, &Section)> {
        self.chapters.iter().flat_map(|chapter| {
            chapter.pages.iter().flat_map(move |page| page.sections.iter().map(move |section| (chapter, page, section)))
        })
    }
}

/// The key of a text: `sec` and `crisis.helps` give `sec-crisis-helps`.
#[must_use]
pub fn key(prefix: &str, id: &str) -> String {
    format!("{prefix}-{}", id.replace('.', "-"))
}

/// A chapter that is private in one test: the workbook need not have one for every door to be tried.
#[cfg(test)]
pub mod private {
    use std::cell::RefCell;

    thread_local!(static CHAPTER: RefCell<String> = const { RefCell::new(String::new()) });

    pub fn with(chapter: &str, test: impl FnOnce()) {
        CHAPTER.with_borrow_mut(|private| *private = chapter.to_string());
        test();
        CHAPTER.with_borrow_mut(String::clear);
    }

    pub fn is(chapter: &str) -> bool {
        CHAPTER.with_borrow(|private| private == chapter)
    }
}
