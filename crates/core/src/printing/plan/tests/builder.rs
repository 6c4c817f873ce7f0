//! Plans made up here, page by page as the workbook has them, and how what is printed of them is looked up.

use crate::change::{Choice, Mark, PersonFields, Wanted};
use crate::document::{Document, Item, Tone};
use crate::printing::gather::CRISIS as CHAPTER;
use crate::printing::item::Pictures;
use crate::printing::plan::{Plan, build};
use crate::view::{Line, PageView, PersonView, Perspective, QuestionView, SectionView, ToolView};
use crate::workbook::{key, workbook};
use chrono::NaiveDate;
use holdepunkt_i18n::{Language, Texts};

pub fn danish() -> Texts {
    Texts::new(Language::Da)
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// Every page of the crisis chapter, with nothing written.
pub fn empty(texts: &Texts) -> Plan {
    let title = |prefix: &str, id: &str| texts.find(&key(prefix, id)).expect("a title");
    let section = |section: &crate::workbook::Section| SectionView {
        id: section.id.clone(),
        kind: section.kind,
        title: title("sec", &section.id),
        lead: String::new(),
        placeholder: String::new(),
        own: false,
        marks: Vec::new(),
        links: Vec::new(),
        questions: section
            .questions
            .iter()
            .map(|question| QuestionView {
                id: question.id.clone(),
                title: title("q", &format!("{}-{}", section.id, question.id)),
                help: String::new(),
                short: question.short,
            })
            .collect(),
        lines: Vec::new(),
        from: None,
    };
    let page = |page: &crate::workbook::Page| PageView {
        id: page.id.clone(),
        chapter: CHAPTER.into(),
        chapter_title: title("ch", CHAPTER),
        title: title("pg", &page.id),
        drawing: String::new(),
        own: false,
        why: String::new(),
        examples: Vec::new(),
        gentle: String::new(),
        afterwards: String::new(),
        notes: Vec::new(),
        // What only shows lines of another page is printed there.
        sections: page.sections.iter().filter(|section| stands_here(section)).map(section).collect(),
        hidden_sections: Vec::new(),
        review: String::new(),
        paper: Vec::new(),
        people: Vec::new(),
        tools: Vec::new(),
        previous: None,
        next: None,
    };
    let chapter = workbook().chapter(CHAPTER).expect("the crisis chapter");
    Plan {
        me: String::new(),
        sample: false,
        version: 14,
        pages: chapter.pages.iter().map(page).collect(),
        numbers: Vec::new(),
        pictures: Pictures::new(),
        review: None,
    }
}

pub fn stands_here(section: &crate::workbook::Section) -> bool {
    section.from.as_deref().is_none_or(|from| !from.starts_with(CHAPTER))
}

pub fn line(text: &str) -> Line {
    Line {
        id: text.into(),
        text: text.into(),
        because: String::new(),
        prompt: String::new(),
        choice: Choice::Unset,
        marks: Vec::new(),
        perspective: Perspective::First,
        author: String::new(),
        links: Vec::new(),
        pictures: Vec::new(),
    }
}

pub fn answer(question: &str, text: &str) -> Line {
    Line { prompt: question.into(), ..line(text) }
}

impl Plan {
    pub fn with(mut self, section: &str, line: Line) -> Self {
        let found = self.pages.iter_mut().flat_map(|page| &mut page.sections).find(|known| known.id == section);
        found.unwrap_or_else(|| panic!("no section {section}")).lines.push(line);
        self
    }

    pub fn with_person(mut self, name: &str, wanted: Wanted, phone: &str, why: &str) -> Self {
        let fields =
            PersonFields { name: name.into(), wanted, phone: phone.into(), why: why.into(), ..PersonFields::default() };
        for page in &mut self.pages {
            page.people.push(PersonView { id: name.into(), fields: fields.clone() });
        }
        self
    }

    pub fn with_tool(mut self, text: &str, marks: &[Mark]) -> Self {
        for page in &mut self.pages {
            page.tools.push(ToolView { id: text.into(), text: text.into(), marks: marks.to_vec() });
        }
        self
    }

    pub fn printed_plan(&self) -> Document {
        build(self, &danish(), day()).expect("a plan")
    }
}

pub fn plan() -> Plan {
    empty(&danish())
}

pub fn everything(document: &Document) -> String {
    serde_json::to_string(document).expect("json")
}

pub fn group<'a>(document: &'a Document, part: &str, heading: &str) -> &'a [Item] {
    let part = document.parts.iter().find(|known| known.heading == part).unwrap_or_else(|| panic!("no part {part}"));
    let group = part.groups.iter().find(|group| group.heading == heading);
    &group.unwrap_or_else(|| panic!("no group {heading}")).items
}

pub fn panel(document: &Document, tone: Tone) -> Vec<&str> {
    let panels = document.front.panels.iter().filter(|panel| panel.tone == tone);
    panels.flat_map(|panel| &panel.items).map(|item| item.text.as_str()).collect()
}
