//! The contents list on the left.

use super::Book;
use super::outline::{Outline, OutlineChapter, OutlinePage};
use crate::error::Error;
use crate::store::{author, entry, person};
use crate::view::{Contents, ContentsChapter, ContentsGroup, ContentsPage, Group, Kind};
use crate::workbook::key;
use holdepunkt_i18n::Texts;

/// What a question asks; empty for a line that answers none.
pub(crate) fn question_title(texts: &Texts, section: &str, prompt: &str) -> String {
    if prompt.is_empty() {
        String::new()
    } else {
        texts.find(&format!("{}-{prompt}", key("q", section))).unwrap_or_default()
    }
}

/// A text of the workbook; its key when it is missing, which a test does not allow.
pub(crate) fn said(texts: &Texts, key: &str) -> String {
    texts.find(key).unwrap_or_else(|| key.to_string())
}

/// The citizen's title, or the template's.
pub(crate) fn chapter_title(texts: &Texts, chapter: &OutlineChapter) -> String {
    match (chapter.title.as_str(), chapter.own) {
        ("", false) => said(texts, &key("ch", &chapter.id)),
        ("", true) => texts.own_untitled(),
        (title, _) => title.to_string(),
    }
}

/// The page's own title, or the chapter's where that is the same thing.
pub(crate) fn page_title(texts: &Texts, chapter: &OutlineChapter, page: &OutlinePage) -> String {
    if chapter.own || (chapter.pages.len() == 1 && !chapter.title.is_empty()) {
        return chapter_title(texts, chapter);
    }
    said(texts, &key("pg", &page.id))
}

impl Book {
    /// Chapters in their groups, what can be undone, and how the book was opened.
    ///
    /// # Errors
    /// What the database says.
    pub fn contents(&self, texts: &Texts) -> Result<Contents, Error> {
        let outline = Outline::read(&self.connection)?;
        let anyone = !person::in_plan(&self.connection)?.is_empty();
        let mut groups: Vec<ContentsGroup> = [Group::Plan, Group::Who, Group::Time]
            .map(|group| ContentsGroup { group, title: group_title(texts, group), chapters: Vec::new() })
            .into();
        let mut hidden = Vec::new();
        for chapter in outline.chapters.iter().filter(|chapter| !self.is_shut(&chapter.id)) {
            let view = self.contents_chapter(texts, chapter, anyone)?;
            if chapter.hidden {
                hidden.push(view);
            } else if let Some(group) = groups.iter_mut().find(|group| group.group == chapter.group) {
                group.chapters.push(view);
            }
        }
        groups.retain(|group| !group.chapters.is_empty());
        let top = self.history.top();
        Ok(Contents {
            groups,
            hidden,
            undo: Self::step(texts, top.undo.as_ref()),
            redo: Self::step(texts, top.redo.as_ref()),
            me: author::name(&self.connection, author::ME)?,
            sample: self.is_sample()?,
            visit: self.visit_view(texts)?,
            guest: self.guest_view(texts)?,
            waiting: self.waiting()?,
            read_only: self.situation.read_only,
            unlocked_book: self.situation.unlocked_book,
        })
    }

    fn contents_chapter(
        &self,
        texts: &Texts,
        chapter: &OutlineChapter,
        anyone: bool,
    ) -> Result<ContentsChapter, Error> {
        let mut pages = Vec::with_capacity(chapter.pages.len());
        for page in &chapter.pages {
            let title = page_title(texts, chapter, page);
            pages.push(ContentsPage { id: page.id.clone(), title, begun: self.begun(page, anyone)? });
        }
        Ok(ContentsChapter {
            id: chapter.id.clone(),
            title: chapter_title(texts, chapter),
            drawing: if chapter.own { "own".to_string() } else { chapter.id.clone() },
            own: chapter.own,
            begun: pages.iter().any(|page| page.begun),
            pages,
        })
    }

    /// One look per section, by the index: the number of lines does not matter.
    fn begun(&self, page: &OutlinePage, anyone: bool) -> Result<bool, Error> {
        if !self.paper(&page.id)?.is_empty() {
            return Ok(true);
        }
        for section in &page.sections {
            let begun = match section.spot.kind {
                Kind::People => anyone,
                Kind::Derived => false,
                // That something stands there is told to no guest who may not see what.
                _ if self.visit_now().is_some() => !self.lines(&section.spot.id)?.is_empty(),
                _ => entry::begun(&self.connection, &section.spot.id)?,
            };
            if begun {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn group_title(texts: &Texts, group: Group) -> String {
    said(
        texts,
        match group {
            Group::Plan => "group-plan",
            Group::Who => "group-who",
            Group::Time => "group-time",
        },
    )
}
