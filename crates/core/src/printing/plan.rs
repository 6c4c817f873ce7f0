//! The crisis plan as a document. Everything gathered from the crisis chapter is printed; nothing else is.
//! Not here: the first page (`front`) and the parts (`parts`).

use crate::book::Book;
use crate::change::Form;
use crate::document::{Document, Said};
use crate::error::Error;
use crate::help::Number;
use crate::printing::gather::Gathered;
use crate::printing::item::{Drawn, Known, Pictures, is_printed, whole};
use crate::printing::{front, made, parts};
use crate::share::Selection;
use crate::view::{Kind, Line, PageView, PersonView, SectionView};
use crate::when;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// The chapter that is printed.
pub(super) const CHAPTER: &str = "crisis";

/// What the book holds for the plan, still as the screen sees it.
pub(super) struct Plan {
    pub me: String,
    pub sample: bool,
    /// The edition of the book.
    pub version: u32,
    /// The pages of the crisis chapter in order, with texts in the language of the print.
    pub pages: Vec<PageView>,
    /// Numbers the citizen wrote, and those of their region.
    pub numbers: Vec<Number>,
    pub pictures: Pictures,
    /// The day it is looked through again, when one is chosen.
    pub review: Option<NaiveDate>,
}

impl Plan {
    pub fn of(gathered: Gathered) -> Self {
        let Gathered { me, sample, version, chapters, numbers, pictures, review } = gathered;
        let pages = chapters.into_iter().flat_map(|chapter| chapter.pages).collect();
        Self { me, sample, version, pages, numbers, pictures, review }
    }

    pub fn section(&self, id: &str) -> Option<&SectionView> {
        self.pages.iter().flat_map(|page| &page.sections).find(|section| section.id == id)
    }

    /// The lines of a section that go on paper.
    pub fn printed<'a>(&self, section: &'a SectionView) -> impl Iterator<Item = &'a Line> + use<'a> {
        section.lines.iter().filter(|line| is_printed(line))
    }

    /// The answers to a question, normally one.
    pub fn answers<'a>(&'a self, section: &str, question: &'a str) -> impl Iterator<Item = &'a Line> + use<'a> {
        let section = self.section(section);
        let lines = section.into_iter().flat_map(|section| self.printed(section));
        lines.filter(move |line| line.prompt == question)
    }

    pub fn people(&self) -> &[PersonView] {
        self.pages.first().map(|page| page.people.as_slice()).unwrap_or_default()
    }

    /// Whether the people stand on a page, or their section is hidden.
    pub fn shows_people(&self) -> bool {
        self.pages.iter().flat_map(|page| &page.sections).any(|section| section.kind == Kind::People)
    }

    pub fn known(&self) -> Known<'_> {
        let tools = self.pages.first().map(|page| page.tools.as_slice()).unwrap_or_default();
        Known { tools, people: self.people(), pictures: Drawn::Here(&self.pictures) }
    }

    /// The same for page 1 and the card, which have no room for pictures.
    pub fn known_in_words(&self, pictures: Drawn<'static>) -> Known<'_> {
        Known { pictures, ..self.known() }
    }
}

/// The first page alone, as it stands now, for a picture: nothing that stands further on.
pub(super) fn first_page(book: &Book, texts: &Texts) -> Result<Document, Error> {
    let gathered = Gathered::ticked(book, texts, &Selection::everything(Form::Plan))?.with_picture_names();
    let plan = Plan::of(gathered);
    let whole = build(&plan, texts, book.world().now().date_naive())?;
    let of = front::named_by(&plan).into_iter().chain(front::unwanted_by(&plan)).collect();
    Ok(Document { parts: Vec::new(), closing: Vec::new(), signatures: Vec::new(), of, ..whole })
}

pub(super) fn build(plan: &Plan, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let front = front::front(plan, texts);
    let parts = parts::parts(plan, texts);
    let called = plan.answers("crisis.front", "called").next().is_some();
    let (closing, mut of) = closing(plan, texts, day);
    of.extend(front::named_by(plan));
    let written = called || !closing.is_empty() || !parts.is_empty() || !front.facts.is_empty();
    if !written && front.panels.is_empty() {
        return Err(Error::NothingToPrint);
    }
    Ok(Document {
        lang: texts.language().tag().to_string(),
        title: texts.print_plan_title(),
        name: front::name(plan),
        date: when::date(day, texts.language()),
        version: texts.print_plan_version(&plan.version.to_string()),
        made: made(day),
        stamp: if plan.sample { texts.print_plan_stamp() } else { String::new() },
        front,
        parts,
        closing: [closing, vec![texts.print_law()]].concat(),
        signatures: vec![texts.print_sign_me(), texts.print_sign_witness()],
        page_word: texts.print_page(),
        of_word: texts.print_of(),
        missing: texts.print_missing(),
        of,
        ..Document::default()
    })
}

/// Who can confirm that this is the newest plan, and when it is looked through again: in the citizen's own words, unless those are an older day
/// than the one that was chosen.
fn closing(plan: &Plan, texts: &Texts, today: NaiveDate) -> (Vec<String>, Vec<Said>) {
    let confirm = plan.answers("crisis.validity", "confirm").map(|line| whole(line, texts));
    let (mut lines, mut of): (Vec<String>, Vec<Said>) =
        confirm.map(|(words, said)| (texts.print_confirm(&words), said)).unzip();
    let chosen = plan.review.filter(|_| plan.section("crisis.validity").is_some());
    let written = plan.answers("crisis.validity", "review").filter(|line| {
        chosen.is_none_or(|chosen| when::read_date(&line.text, today).is_none_or(|written| written == chosen))
    });
    let written: Vec<(String, Said)> = written.map(|line| whole(line, texts)).collect();
    if let (Some(day), true) = (chosen, written.is_empty()) {
        lines.push(texts.print_review(&when::date(day, texts.language())));
    }
    for (words, said) in written {
        lines.push(texts.print_review(&words));
        of.push(said);
    }
    (lines, of)
}

#[cfg(test)]
mod tests;
