//! What a print can be made of: pages as the screen has them, without private lines and without what is not ticked.
//! Every print begins here, so that nothing private has another way onto paper. Not here: what a print looks like.

use super::{card, doctor, front, parts, supporter};
use crate::book::{Book, outline};
use crate::change::{Form, LinkKind, Mark, PersonFields, Wanted};
use crate::error::Error;
use crate::help;
use crate::help::Number;
use crate::printing::item::{Pictures, is_blank, is_printed};
use crate::share::Selection;
use crate::view::{ContentsChapter, Kind, Line, PageView, PersonView, SectionView};
use crate::workbook::{TOOLBOX, is_private, workbook};
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;
use std::collections::HashSet;

/// The chapter the crisis plan is printed from.
pub(super) const CRISIS: &str = "crisis";

/// Pages with the lines that go on paper.
pub(crate) struct Gathered {
    pub me: String,
    pub sample: bool,
    /// The edition of the book.
    pub version: u32,
    pub chapters: Vec<Chapter>,
    /// Numbers the citizen wrote, and those of their region; only the crisis plan has them.
    pub numbers: Vec<Number>,
    /// What is drawn of the pictures of these lines.
    pub pictures: Pictures,
    /// The day the plan is looked through again; only the crisis plan tells it.
    pub review: Option<NaiveDate>,
}

/// What a form has room for, or everything on its pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    OfForm,
    ForAll,
}

pub(crate) struct Chapter {
    pub id: String,
    pub title: String,
    pub pages: Vec<PageView>,
}

/// Whether a form has room for a section.
fn uses(form: Form, chapter: &str, section: &SectionView) -> bool {
    match form {
        Form::Plan => chapter == CRISIS,
        Form::Supporter => supporter::SECTIONS.contains(&section.id.as_str()),
        Form::Card => card::SECTIONS.contains(&section.id.as_str()),
        Form::Doctor => chapter == doctor::CHAPTER || doctor::SECTIONS.contains(&section.id.as_str()),
        Form::Book => true,
    }
}

/// Whether a form can have room for anything of a page; a page it has none for is not read.
fn may_use(form: Form, chapter: &str, page: &str) -> bool {
    let of_page = |sections: &[&str]| {
        sections.iter().any(|section| workbook().section(section).is_some_and(|(_, known, _)| known.id == page))
    };
    match form {
        Form::Supporter => of_page(&supporter::SECTIONS),
        Form::Card => of_page(&card::SECTIONS),
        Form::Doctor => chapter == doctor::CHAPTER || of_page(&doctor::SECTIONS),
        Form::Plan | Form::Book => true,
    }
}

impl Gathered {
    /// Everything a form can hold, private and empty lines left out.
    ///
    /// # Errors
    /// What reading the book can give.
    pub fn every(book: &Book, texts: &Texts, form: Form) -> Result<Self, Error> {
        Self::every_in(book, texts, form, Room::OfForm)
    }

    fn every_in(book: &Book, texts: &Texts, form: Form, room: Room) -> Result<Self, Error> {
        let contents = book.contents(texts)?;
        let shown: Vec<ContentsChapter> = match form {
            // The crisis plan is printed also when its chapter is hidden in the contents.
            Form::Plan => {
                let all = contents.groups.into_iter().flat_map(|group| group.chapters).chain(contents.hidden);
                all.filter(|chapter| chapter.id == CRISIS).collect()
            }
            _ => contents.groups.into_iter().flat_map(|group| group.chapters).collect(),
        };
        let mut chapters = Vec::with_capacity(shown.len());
        for chapter in shown {
            if is_private(&chapter.id) {
                continue;
            }
            let mut pages = Vec::with_capacity(chapter.pages.len());
            for page in chapter.pages.iter().filter(|page| may_use(form, &chapter.id, &page.id)) {
                let mut page = book.page(&page.id, texts)?;
                page.sections.retain(|section| uses(form, &chapter.id, section));
                open_only(&mut page);
                if room == Room::OfForm {
                    with_room(form, &mut page);
                }
                pages.push(page);
            }
            chapters.push(Chapter { id: chapter.id, title: chapter.title, pages });
        }
        Ok(Self {
            me: contents.me,
            sample: contents.sample,
            version: book.edition()?,
            chapters,
            numbers: Vec::new(),
            pictures: Pictures::new(),
            review: None,
        })
    }

    /// What is ticked, ready for paper.
    ///
    /// # Errors
    /// As [`Gathered::every`].
    pub fn ticked(book: &Book, texts: &Texts, selection: &Selection) -> Result<Self, Error> {
        Self::ticked_in(book, texts, selection, Room::OfForm)
    }

    /// The same with as much room as is asked for.
    ///
    /// # Errors
    /// As [`Gathered::every`].
    pub fn ticked_in(book: &Book, texts: &Texts, selection: &Selection, room: Room) -> Result<Self, Error> {
        // Half a plan on paper would look like the whole.
        book.only_when_alone()?;
        let mut gathered = Self::every_in(book, texts, selection.form(), room)?;
        let tools = if selection.follows() {
            None
        } else {
            Some(ticked_tools(&book.page(&format!("{TOOLBOX}.page"), texts)?, selection))
        };
        for chapter in &mut gathered.chapters {
            for page in &mut chapter.pages {
                choose(&chapter.id, page, selection, tools.as_ref());
            }
        }
        if selection.form() == Form::Plan {
            gathered.review = book.review_day()?;
            gathered.numbers = help::on_paper(book, selection.region(), texts)?;
            // A number of the region alone is no plan.
            let written = gathered.lines().next().is_some() || !gathered.people().is_empty();
            gathered.numbers.retain(|number| written || number.is_own());
        }
        Ok(gathered)
    }

    /// With what is drawn of the pictures of its lines.
    pub fn with_pictures(mut self, book: &Book) -> Self {
        self.pictures = self.drawn(book);
        self
    }

    /// As if the pictures were drawn, without reading any: it is known which there are.
    pub fn with_picture_names(mut self) -> Self {
        let pictures = self.lines().flat_map(|line| &line.pictures).filter(|picture| !picture.sound);
        self.pictures = pictures.map(|picture| (picture.id.clone(), Vec::new())).collect();
        self
    }

    fn sections(&self) -> impl Iterator<Item = &SectionView> {
        self.chapters.iter().flat_map(|chapter| &chapter.pages).flat_map(|page| &page.sections)
    }

    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.sections().flat_map(|section| &section.lines)
    }

    /// The pictures of the lines. One that cannot be read is told in words instead: a plan must always print.
    fn drawn(&self, book: &Book) -> Pictures {
        let pictures = self.lines().flat_map(|line| &line.pictures).filter(|picture| !picture.sound);
        pictures.filter_map(|picture| Some((picture.id.clone(), book.picture(&picture.id).ok()?.1))).collect()
    }

    /// The people, when their section is on the print.
    pub fn people(&self) -> &[PersonView] {
        let pages = self.chapters.iter().flat_map(|chapter| &chapter.pages);
        let mut there = pages.filter(|page| page.sections.iter().any(|section| section.kind == Kind::People));
        there.next().map(|page| page.people.as_slice()).unwrap_or_default()
    }
}

/// Without private and empty lines, and without people nothing is written about.
fn open_only(page: &mut PageView) {
    for section in &mut page.sections {
        section.lines.retain(is_printed);
    }
    page.people.retain(|person| {
        let fields = &person.fields;
        [&fields.name, &fields.relation, &fields.phone, &fields.why].into_iter().any(|field| !is_blank(field))
    });
    page.tools.retain(|tool| !tool.marks.contains(&Mark::Private));
    page.paper.retain(|photograph| !photograph.private && !photograph.typed);
}

/// Without what the form does not print: it is not ticked, and not counted, either.
fn with_room(form: Form, page: &mut PageView) {
    for section in &mut page.sections {
        // Those lines are printed, and ticked, where they were written.
        if parts::stands_elsewhere(section) {
            section.lines.clear();
        }
        if form == Form::Card && section.id == front::PAGE {
            section.lines.retain(|line| front::NAMES.contains(&line.prompt.as_str()));
        }
    }
    page.people.retain(|person| has_room(form, &person.fields));
}

/// Whether anything of a person would be on paper.
fn has_room(form: Form, person: &PersonFields) -> bool {
    let named = !is_blank(&person.name) || !is_blank(&person.relation);
    match (form, person.wanted) {
        (Form::Card, wanted) => wanted == Wanted::Yes && !is_blank(&person.phone),
        (Form::Supporter, Wanted::No | Wanted::Unset) => named,
        (_, Wanted::No) => named || !is_blank(&person.why),
        _ => true,
    }
}

fn choose(chapter: &str, page: &mut PageView, selection: &Selection, tools: Option<&HashSet<String>>) {
    let people = std::mem::take(&mut page.people);
    let people_section = people_section();
    let ticked: Vec<PersonView> = people
        .iter()
        .enumerate()
        .filter(|(nth, person)| selection.line(CRISIS, people_section, &person.id, *nth))
        .map(|(_, person)| person.clone())
        .collect();
    let anyone = !ticked.is_empty();
    page.people = match (anyone, selection.follows()) {
        (true, _) => ticked,
        // Named under a line that points at them, but nobody's number.
        (false, true) => people.into_iter().filter(|person| !selection.refused(&person.id)).map(numberless).collect(),
        (false, false) => Vec::new(),
    };
    page.sections.retain(|section| section.kind != Kind::People || anyone);
    // What stands on a photograph nobody has read for this reader.
    let paper = outline::paper(&page.id);
    page.paper.retain(|_| selection.is_whole() && selection.section(chapter, &paper));
    page.tools.retain(|tool| tools.map_or(!selection.refused(&tool.id), |ticked| ticked.contains(&tool.id)));
    let (tools, people) = (&page.tools, &page.people);
    for section in &mut page.sections {
        let mut nth = 0;
        section.lines.retain(|line| {
            nth += 1;
            selection.line(chapter, &section.id, &line.id, nth - 1)
        });
        for line in &mut section.lines {
            line.links.retain(|link| match link.kind {
                LinkKind::Tool => tools.iter().any(|tool| tool.id == link.to),
                LinkKind::Person => {
                    people.iter().any(|person| person.id == link.to && person.fields.wanted != Wanted::No)
                }
            });
        }
    }
}

/// Named, without a number.
pub(super) fn numberless(mut person: PersonView) -> PersonView {
    person.fields.phone.clear();
    person
}

/// The section with the people in it.
pub(crate) fn people_section() -> &'static str {
    let mut sections = workbook().sections().filter(|(.., section)| section.kind == Kind::People);
    sections.next().map(|(.., section)| section.id.as_str()).unwrap_or_default()
}

fn ticked_tools(toolbox: &PageView, selection: &Selection) -> HashSet<String> {
    let mut ticked = HashSet::new();
    for section in &toolbox.sections {
        let lines = section.lines.iter().filter(|line| is_printed(line)).enumerate();
        let shown = lines.filter(|(nth, line)| selection.line(TOOLBOX, &section.id, &line.id, *nth));
        ticked.extend(shown.map(|(_, line)| line.id.clone()));
    }
    ticked
}
