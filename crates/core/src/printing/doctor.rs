//! *Til lægen*: what I take and mean about medicine on one page, with room for questions.
//! Not here: which lines are ticked (`gather`), and fitting them on the page (`pdf`).

use super::around;
use crate::change::Choice;
use crate::document::{Document, Fact, Front, Item, Items, Part, Weight};
use crate::error::Error;
use crate::printing::front;
use crate::printing::gather::Gathered;
use crate::printing::parts;
use crate::printing::plan::Plan;
use crate::view::SectionView;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// The chapter about medicine; all of it belongs here.
pub(super) const CHAPTER: &str = "medicine";

/// What belongs here of the crisis plan.
pub(super) const SECTIONS: [&str; 5] =
    ["crisis.front", "crisis.medicine", "crisis.allergies", "crisis.medicine-notes", "crisis.treatments"];

/// Lines to write questions on.
const QUESTIONS: u8 = 4;

pub(super) fn build(gathered: Gathered, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let medicine: Vec<String> = gathered
        .chapters
        .iter()
        .filter(|chapter| chapter.id == CHAPTER)
        .flat_map(|chapter| chapter.pages.iter().map(|page| page.id.clone()))
        .collect();
    let plan = Plan::of(gathered);
    let facts = facts(&plan, texts);
    let mut printed: Vec<Part> = Vec::new();
    for page in plan.pages.iter().filter(|page| medicine.contains(&page.id)) {
        printed.push(parts::part(&plan, page, true, texts));
    }
    for id in ["crisis.medicine", "crisis.medicine-notes", "crisis.treatments"] {
        printed.extend(plan.section(id).map(|section| part(&plan, section, texts)));
    }
    printed.retain(|part| part.groups.iter().any(|group| !group.items.is_empty()));
    if printed.is_empty() && facts.is_empty() {
        return Err(Error::NothingToPrint);
    }
    printed.push(Part {
        heading: texts.print_doctor_questions(),
        groups: vec![Items { items: vec![Item { ruled: QUESTIONS, ..Item::default() }], ..Items::default() }],
        ..Part::default()
    });
    Ok(Document {
        front: Front { lead: texts.print_doctor_lead(), facts, ..Front::default() },
        parts: printed,
        ..around(&plan, texts.print_doctor_title(), texts, day)
    })
}

/// As on page 1 of the crisis plan: allergies framed, then who this is.
fn facts(plan: &Plan, texts: &Texts) -> Vec<Fact> {
    let mut facts = front::front(plan, texts).facts;
    for fact in facts.iter_mut().filter(|fact| fact.weight == Weight::Small) {
        fact.weight = Weight::Whole;
    }
    facts
}

/// Preferred, acceptable and not under a heading each, so that nothing is taken for the opposite.
fn part(plan: &Plan, section: &SectionView, texts: &Texts) -> Part {
    let items = parts::lines(plan, section, &plan.known(), texts);
    let headings = [
        (Choice::Preferred, texts.print_choice_preferred()),
        (Choice::Acceptable, texts.print_choice_acceptable()),
        (Choice::Not, texts.print_choice_not()),
    ];
    let mut groups: Vec<Items> = headings
        .into_iter()
        .map(|(_, heading)| {
            let of = items.iter().filter(|item| item.label == heading).cloned();
            let items = of.map(|item| Item { label: String::new(), ..item }).collect();
            Items { heading, items, ..Items::default() }
        })
        .collect();
    let others = items.into_iter().filter(|item| item.label.is_empty()).collect();
    groups.push(Items { items: others, ..Items::default() });
    groups.retain(|group| !group.items.is_empty());
    Part { heading: section.title.clone(), groups, ..Part::default() }
}
