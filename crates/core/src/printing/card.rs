//! The card for the pocket: who to call on the front, what helps on the back.
//! Not here: whether it fits (`pdf` measures that and refuses).

use super::{front, made, squares};
use crate::change::Wanted;
use crate::document::{Card, Item, Panel, Tone};
use crate::error::Error;
use crate::printing::item::{alone, named, of_person};
use crate::printing::plan::Plan;
use crate::printing::said;
use crate::when;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;
use qrcode::EcLevel;

/// The sections it is made of.
pub(super) const SECTIONS: [&str; 5] =
    ["crisis.front", "crisis.people", "crisis.allergies", "crisis.helps", "crisis.never"];

pub(super) fn build(plan: &Plan, camera: bool, texts: &Texts, day: NaiveDate) -> Result<Card, Error> {
    let mut card = Card {
        lang: texts.language().tag().to_string(),
        title: texts.print_card_title(),
        name: front::name(plan),
        date: when::date(day, texts.language()),
        made: made(day),
        stamp: if plan.sample { texts.print_plan_stamp() } else { String::new() },
        alert: front::allergies(plan, texts).into_iter().collect(),
        front: filled([panel(Tone::Call, texts.print_panel_call(), callable(plan, texts))]),
        back: filled([
            panel(Tone::Helps, texts.print_panel_helps(), lines(plan, "crisis.helps", texts)),
            panel(Tone::Never, texts.print_panel_never(), lines(plan, "crisis.never", texts)),
        ]),
        make: vec![texts.print_card_cut(), texts.print_card_fold()],
        missing: texts.print_missing(),
        of: front::named_by(plan).into_iter().collect(),
        ..Card::default()
    };
    if card.front.is_empty() && card.back.is_empty() && card.alert.is_empty() {
        return Err(Error::NothingToPrint);
    }
    if camera {
        card.squares = squares(&plain(&card), EcLevel::M);
        card.squares_say = texts.print_card_squares();
    }
    Ok(card)
}

fn panel(tone: Tone, heading: String, items: Vec<Item>) -> Panel {
    Panel { tone, heading, items, note: String::new() }
}

fn filled<const N: usize>(panels: [Panel; N]) -> Vec<Panel> {
    panels.into_iter().filter(|panel| !panel.items.is_empty()).collect()
}

/// The line alone: a card has no room for reasons.
fn lines(plan: &Plan, section: &str, texts: &Texts) -> Vec<Item> {
    let lines = plan.section(section).into_iter().flat_map(|section| plan.printed(section));
    lines.map(|line| alone(line, texts)).collect()
}

/// Those who are wanted and have a number, as on page 1 of the plan: nobody is called by mistake.
fn callable(plan: &Plan, texts: &Texts) -> Vec<Item> {
    let people = if plan.shows_people() { plan.people() } else { &[] };
    let wanted = people.iter().filter(|person| person.fields.wanted == Wanted::Yes);
    let items = wanted.filter_map(|person| {
        let item = of_person(person, texts)?;
        let text = named(person).unwrap_or(item.text);
        Some(Item { text, phone: item.phone, of: vec![said::of_call(person)], ..Item::default() })
    });
    items.filter(|item| !item.phone.is_empty()).collect()
}

/// Everything the card says, a line each, as a telephone shows it.
fn plain(card: &Card) -> String {
    let mut said = vec![card.name.clone(), format!("{} · {}", card.title, card.date)];
    said.extend(card.alert.iter().map(|fact| format!("{}: {}", fact.label, fact.value.replace('\n', "; "))));
    for panel in card.front.iter().chain(&card.back) {
        said.push(panel.heading.clone());
        said.extend(panel.items.iter().map(|item| match item.phone.is_empty() {
            true => format!("- {}", item.text),
            false => format!("- {} {}", item.text, item.phone),
        }));
    }
    said.retain(|line| !line.trim().is_empty());
    said.join("\n")
}
