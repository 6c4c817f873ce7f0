//! *Det gør du nu*: the plan as the one who helps needs it, as steps from the top. The headings speak to them as *du*;
//! the lines are the citizen's own. Not here: which lines they may see (`gather`), and how it looks on screen or paper.

use super::around;
use crate::book::Book;
use crate::change::{Form, Wanted};
use crate::document::{Document, Fact, Front, Item, Items, Part, Weight};
use crate::error::Error;
use crate::printing::gather::Gathered;
use crate::printing::item::{named, of_line, of_person, whole};
use crate::printing::parts;
use crate::printing::plan::Plan;
use crate::share::Selection;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// The sections it is made of.
pub const SECTIONS: [&str; 14] = [
    "signs.seen",
    "signs.others",
    "breaking-down.signs",
    "breaking-down.others",
    "angry.others",
    "angry.not",
    "crisis.signs",
    "crisis.people",
    "crisis.disagree",
    "crisis.helps",
    "crisis.never",
    "crisis.danger",
    "crisis.life",
    "crisis.over",
];

/// Gives a heading or the sentence under it.
type Words = fn(&Texts) -> String;

/// A step: heading, the sentence under it, and the sections its lines come from.
const STEPS: [(Words, Words, &[&str]); 5] = [
    (Texts::print_step_see, Texts::print_step_see_lead, &["crisis.signs", "breaking-down.signs", "signs.seen"]),
    (Texts::print_step_do, Texts::print_step_do_lead, &["crisis.helps"]),
    (Texts::print_step_not, Texts::print_step_not_lead, &["crisis.never", "angry.not"]),
    (Texts::print_step_may, Texts::print_step_may_lead, &["breaking-down.others", "signs.others", "angry.others"]),
    (Texts::print_step_over, Texts::print_step_over_lead, &["crisis.over"]),
];

/// The whole sheet: everything that is not private, dated `day`.
///
/// # Errors
/// [`Error::NothingToPrint`] when nothing of it is written, and what reading the book can give.
pub fn sheet(book: &Book, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let gathered = Gathered::ticked(book, texts, &Selection::everything(Form::Supporter))?;
    build(&Plan::of(gathered), texts, day)
}

pub(super) fn build(plan: &Plan, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let danger = lines(plan, "crisis.danger", texts);
    let mut parts: Vec<Part> = STEPS.iter().map(|step| part(plan, *step, texts)).collect();
    // Calling others comes before what takes time; how one sees that it is over comes last.
    let life = Part {
        heading: texts.print_step_life(),
        lead: texts.print_step_life_lead(),
        groups: vec![group(questions(plan, texts))],
        ..Part::default()
    };
    let at = parts.len().saturating_sub(1);
    parts.splice(at..at, [call(plan, texts), life]);
    for part in &mut parts {
        part.groups.retain(|group| !group.items.is_empty());
    }
    parts.retain(|part| !part.groups.is_empty());
    if parts.is_empty() && danger.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let mut alarm = vec![texts.print_step_alarm()];
    alarm.extend(danger);
    let alarm = Fact { label: texts.print_step_danger(), value: alarm.join("\n"), weight: Weight::Alert };
    Ok(Document {
        front: Front { lead: texts.print_supporter_lead(), facts: vec![alarm], ..Front::default() },
        parts,
        numbered: true,
        closing: vec![texts.print_supporter_closing()],
        ..around(plan, texts.print_supporter_title(), texts, day)
    })
}

fn group(items: Vec<Item>) -> Items {
    Items { items, ..Items::default() }
}

fn part(plan: &Plan, (heading, lead, sections): (Words, Words, &[&str]), texts: &Texts) -> Part {
    let known = plan.known();
    let found = sections.iter().filter_map(|section| plan.section(section));
    let lines = found.flat_map(|section| plan.printed(section)).map(|line| of_line(line, String::new(), &known, texts));
    Part { heading: heading(texts), lead: lead(texts), groups: vec![group(lines.collect())], ..Part::default() }
}

fn lines(plan: &Plan, section: &str, texts: &Texts) -> Vec<String> {
    let lines = plan.section(section).into_iter().flat_map(|section| plan.printed(section));
    lines.map(|line| whole(line, texts)).collect()
}

fn questions(plan: &Plan, texts: &Texts) -> Vec<Item> {
    plan.section("crisis.life").map(|section| parts::lines(plan, section, texts)).unwrap_or_default()
}

/// Those who may be called, those who may not, and what to do when they do not agree.
fn call(plan: &Plan, texts: &Texts) -> Part {
    let people = if plan.shows_people() { plan.people() } else { &[] };
    let of = |wanted| people.iter().filter(move |person| person.fields.wanted == wanted);
    let wanted = of(Wanted::Yes).filter_map(|person| of_person(person, texts)).collect();
    let not: Vec<String> = of(Wanted::No).filter_map(named).collect();
    let not = if not.is_empty() { Vec::new() } else { vec![texts.print_call_not(&not.join(", "))] };
    let disagree = lines(plan, "crisis.disagree", texts).into_iter();
    let told = not.into_iter().chain(disagree.map(|line| texts.print_step_disagree(&line)));
    let told = told.map(|text| Item { text, ..Item::default() }).collect();
    Part {
        heading: texts.print_step_call(),
        lead: texts.print_step_call_lead(),
        groups: vec![group(wanted), group(told)],
        ..Part::default()
    }
}
