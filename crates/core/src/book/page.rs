//! One page, and the lines and people that prints and the help page are made from.

use super::contents::{chapter_title, page_title, said};
use super::outline::{self, Outline, OutlineChapter, OutlinePage, OutlineSection};
use super::{Book, picture};
use crate::change::LinkKind;
use crate::error::Error;
use crate::store::author::{self, ME};
use crate::store::entry::{self, Entry};
use crate::store::{link, person, picture as picture_rows};
use crate::view::{
    Kind, Line, LinkView, PageView, PersonView, PictureView, QuestionView, SectionName, SectionView, ToolView,
};
use crate::workbook::{TOOLBOX, key};
use holdepunkt_i18n::Texts;
use std::collections::HashMap;

/// The page that says when the plan is looked through again.
pub(super) const FRONT: &str = "crisis.front";

impl Book {
    /// A page by its id `chapter.page`; a hidden chapter's page too.
    ///
    /// # Errors
    /// [`Error::NotFound`]; what the database says.
    pub fn page(&self, id: &str, texts: &Texts) -> Result<PageView, Error> {
        if self.is_page_shut(id) {
            return Err(Error::ShutNow);
        }
        let mut outline = Outline::read(&self.connection)?;
        // Not even the name of a chapter that is shut goes to the screen.
        outline.chapters.retain(|chapter| !self.is_shut(&chapter.id));
        let (chapter, page) = outline.page(id).ok_or(Error::NotFound("page"))?;
        let mut sections = Vec::new();
        let mut hidden_sections = Vec::new();
        for section in &page.sections {
            if section.hidden {
                hidden_sections.push(SectionName { id: section.spot.id.clone(), title: section_title(texts, section) });
            } else {
                sections.push(self.section_view(texts, &outline, section)?);
            }
        }
        let (previous, next) = neighbours(texts, &outline, id);
        let text = |suffix: &str| match chapter.own {
            true => None,
            false => texts.find(&format!("{}-{suffix}", key("pg", id))),
        };
        Ok(PageView {
            id: id.to_string(),
            chapter: chapter.id.clone(),
            chapter_title: chapter_title(texts, chapter),
            title: page_title(texts, chapter, page),
            drawing: if chapter.own { "own".to_string() } else { chapter.id.clone() },
            own: chapter.own,
            why: text("why").unwrap_or_default(),
            examples: (1..=3).filter_map(|number| text(&format!("example-{number}"))).collect(),
            gentle: text("gentle").unwrap_or_default(),
            afterwards: text("after").unwrap_or_default(),
            notes: (1..=4).filter_map(|number| text(&format!("note-{number}"))).collect(),
            sections,
            hidden_sections,
            review: if id == FRONT { self.review_chosen(texts)? } else { String::new() },
            paper: self.paper(id)?,
            people: self.people()?,
            tools: self.tools(&outline)?,
            previous,
            next,
        })
    }

    /// The lines of a section in the plan, in order, with their links; of a derived section those it shows. While a visit goes on nothing that is
    /// *kun mig* or in a chapter that is shut, and no link to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a section that is not in the book; what the database says.
    pub fn lines(&self, section: &str) -> Result<Vec<Line>, Error> {
        let spot = outline::spot(&self.connection, section)?;
        let section = spot.from.unwrap_or(section);
        let mut links: HashMap<String, Vec<LinkView>> = HashMap::new();
        for seen in link::seen(&self.connection, section)? {
            if self.visit_now().is_some() && !self.may_lead_to(seen.to_kind, &seen.to_id)? {
                continue;
            }
            let view = LinkView { id: seen.id, kind: seen.to_kind, to: seen.to_id, text: seen.text };
            links.entry(seen.from_entry).or_default().push(view);
        }
        let mut pictures: HashMap<String, Vec<PictureView>> = HashMap::new();
        for seen in picture_rows::of_section(&self.connection, section)? {
            pictures.entry(seen.entry.clone()).or_default().push(picture::view(seen));
        }
        let mut lines = Vec::new();
        for line in entry::of_section(&self.connection, section)? {
            if self.is_unseen(&line) {
                continue;
            }
            let links = links.remove(&line.id).unwrap_or_default();
            let pictures = pictures.remove(&line.id).unwrap_or_default();
            lines.push(self.line(line, links, pictures)?);
        }
        Ok(lines)
    }

    /// The answers of a `questions` section by question; those not answered are not in it.
    ///
    /// # Errors
    /// As [`Book::lines`].
    pub fn answers(&self, section: &str) -> Result<HashMap<String, Line>, Error> {
        let mut answers = HashMap::new();
        for line in self.lines(section)? {
            answers.entry(line.prompt.clone()).or_insert(line);
        }
        Ok(answers)
    }

    /// Everyone in the people list, in order.
    ///
    /// # Errors
    /// What the database says.
    pub fn people(&self) -> Result<Vec<PersonView>, Error> {
        // While a visit goes on they are seen where their page is open.
        if self.are_people_unseen()? {
            return Ok(Vec::new());
        }
        let people = person::in_plan(&self.connection)?;
        Ok(people.into_iter().map(|person| PersonView { id: person.id, fields: person.fields }).collect())
    }

    /// The sections of a page in the citizen's order, hidden ones left out: for prints, where own headings count too.
    ///
    /// # Errors
    /// [`Error::NotFound`]; what the database says.
    pub fn sections(&self, page: &str, texts: &Texts) -> Result<Vec<SectionView>, Error> {
        if self.is_page_shut(page) {
            return Err(Error::ShutNow);
        }
        let outline = Outline::read(&self.connection)?;
        let (_, page) = outline.page(page).ok_or(Error::NotFound("page"))?;
        let shown = page.sections.iter().filter(|section| !section.hidden);
        shown.map(|section| self.section_view(texts, &outline, section)).collect()
    }

    fn section_view(&self, texts: &Texts, outline: &Outline, section: &OutlineSection) -> Result<SectionView, Error> {
        let spot = &section.spot;
        let text = |suffix: &str| match section.own {
            true => None,
            false => texts.find(&format!("{}-{suffix}", key("sec", &spot.id))),
        };
        let question = |id: &str| format!("{}-{id}", key("q", &spot.id));
        Ok(SectionView {
            id: spot.id.clone(),
            kind: spot.kind,
            title: section_title(texts, section),
            lead: text("lead").unwrap_or_default(),
            placeholder: text("add").unwrap_or_else(|| texts.own_line_add()),
            own: section.own,
            marks: spot.marks.clone(),
            links: spot.links.clone(),
            questions: spot
                .questions
                .iter()
                .map(|asked| QuestionView {
                    id: asked.id.clone(),
                    title: said(texts, &question(&asked.id)),
                    help: texts.find(&format!("{}-help", question(&asked.id))).unwrap_or_default(),
                    short: asked.short,
                })
                .collect(),
            lines: if spot.kind == Kind::People { Vec::new() } else { self.lines(&spot.id)? },
            from: spot.from.and_then(|from| {
                let (page, _) = outline.section(from)?;
                let (chapter, page) = outline.page(&page.id)?;
                Some(SectionName { id: page.id.clone(), title: page_title(texts, chapter, page) })
            }),
        })
    }

    /// Every written line of the toolbox, in order.
    ///
    /// # Errors
    /// What the database says.
    pub fn toolbox(&self) -> Result<Vec<ToolView>, Error> {
        self.tools(&Outline::read(&self.connection)?)
    }

    /// Every written line of the toolbox, own headings included, in order.
    fn tools(&self, outline: &Outline) -> Result<Vec<ToolView>, Error> {
        let mut tools = Vec::new();
        for page in outline.chapter(TOOLBOX).iter().flat_map(|chapter| &chapter.pages) {
            for section in &page.sections {
                let lines = entry::of_section(&self.connection, &section.spot.id)?;
                let written = lines.into_iter().filter(|line| !line.text.trim().is_empty() && !self.is_unseen(line));
                tools.extend(written.map(|line| ToolView { id: line.id, text: line.text, marks: line.marks.0 }));
            }
        }
        Ok(tools)
    }

    /// True while a visit goes on in which the people are not to be seen: their chapter is shut, or their heading put away.
    fn are_people_unseen(&self) -> Result<bool, Error> {
        let shut = self.is_page_shut(&super::people_page());
        Ok(shut || self.visit_now().is_some() && super::people_put_away(&self.connection)?)
    }

    /// Whether a guest may see what a link leads to.
    pub(crate) fn may_lead_to(&self, kind: LinkKind, to: &str) -> Result<bool, Error> {
        Ok(match kind {
            LinkKind::Tool => entry::get(&self.connection, to)?.is_some_and(|line| !self.is_unseen(&line)),
            LinkKind::Person => !self.are_people_unseen()?,
        })
    }

    fn line(&self, line: Entry, links: Vec<LinkView>, pictures: Vec<PictureView>) -> Result<Line, Error> {
        Ok(Line {
            author: if line.author == ME { String::new() } else { author::name(&self.connection, &line.author)? },
            id: line.id,
            text: line.text,
            because: line.because,
            prompt: line.prompt,
            choice: line.choice,
            marks: line.marks.0,
            perspective: line.perspective,
            links,
            pictures,
        })
    }
}

fn section_title(texts: &Texts, section: &OutlineSection) -> String {
    match (section.title.as_str(), section.own) {
        ("", false) => said(texts, &key("sec", &section.spot.id)),
        // An own list without a heading is the usual thing in an own chapter: the chapter's title says what it is.
        (title, _) => title.to_string(),
    }
}

/// The pages before and after in reading order, hidden chapters skipped.
fn neighbours(texts: &Texts, outline: &Outline, id: &str) -> (Option<SectionName>, Option<SectionName>) {
    let shown: Vec<(&OutlineChapter, &OutlinePage)> = outline
        .chapters
        .iter()
        .filter(|chapter| !chapter.hidden)
        .flat_map(|chapter| chapter.pages.iter().map(move |page| (chapter, page)))
        .collect();
    let name = |index: usize| {
        let (chapter, page) = shown.get(index)?;
        Some(SectionName { id: page.id.clone(), title: page_title(texts, chapter, page) })
    };
    match shown.iter().position(|(_, page)| page.id == id) {
        Some(index) => (index.checked_sub(1).and_then(name), name(index + 1)),
        None => (None, None),
    }
}
