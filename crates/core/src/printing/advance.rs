//! *Mine ønsker på forhånd* alone: who this is, then the page in a ward's order, with what it shows of other pages in full.
//! Not here: the same page as a part of the crisis plan, where those lines stand on their own pages.

use super::around;
use crate::book::Book;
use crate::change::Form;
use crate::document::{Document, Front, Items, Part, Weight};
use crate::error::Error;
use crate::printing::front;
use crate::printing::gather::Gathered;
use crate::printing::parts;
use crate::printing::plan::Plan;
use crate::share::Selection;
use crate::view::SectionView;
use crate::workbook::workbook;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// The page it is printed from.
const PAGE: &str = "crisis.advance";

/// What stands on it, ready for paper; everything that is not private.
///
/// # Errors
/// What reading the book can give.
pub(super) fn gathered(book: &Book, texts: &Texts) -> Result<Gathered, Error> {
    Gathered::ticked(book, texts, &Selection::everything(Form::Plan))
}

pub(super) fn build(gathered: Gathered, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let plan = Plan::of(gathered);
    let page = plan.pages.iter().find(|page| page.id == PAGE);
    let sections = page.into_iter().flat_map(|page| &page.sections);
    let parts: Vec<Part> = sections.filter_map(|section| part(&plan, section, texts)).collect();
    if parts.is_empty() {
        return Err(Error::NothingToPrint);
    }
    // Consent is the first part, in full: it is not said above as well.
    let consent = [texts.print_fact_whom(), texts.print_fact_whom_not(), texts.print_fact_until()];
    let mut facts = front::front(&plan, texts).facts;
    facts.retain(|fact| !consent.contains(&fact.label));
    for fact in facts.iter_mut().filter(|fact| fact.weight == Weight::Small) {
        fact.weight = Weight::Whole;
    }
    Ok(Document {
        front: Front { lead: texts.print_advance_lead(), facts, ..Front::default() },
        parts,
        closing: vec![texts.print_law(), texts.print_advance_wishes(), texts.print_advance_other()],
        signatures: vec![texts.print_sign_me(), texts.print_advance_sign_ward()],
        ..around(&plan, texts.print_advance_title(), texts, day)
    })
}

/// A heading of the page with its lines, or those of the page it shows.
fn part(plan: &Plan, section: &SectionView, texts: &Texts) -> Option<Part> {
    let from = workbook().section(&section.id).and_then(|(.., section)| section.from.as_deref());
    let source = from.map_or(Some(section), |from| plan.section(from))?;
    let items = parts::lines(plan, source, &plan.known(), texts);
    let groups = vec![Items { items, whole: true, ..Items::default() }];
    (!groups[0].items.is_empty()).then(|| Part { heading: section.title.clone(), groups, ..Part::default() })
}
