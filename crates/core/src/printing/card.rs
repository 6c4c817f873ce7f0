//! The card for the pocket: who to call on the front, what helps on the back.
//! Not here: whether it fits (`pdf` measures that and refuses).

use super::{front, made, squares};
use crate::change::Wanted;
use crate::document::{Card, Fact, Item, Panel, Tone, Weight};
use crate::error::Error;
use crate::printing::item::{Drawn, named, of_line, of_person, whole};
use crate::printing::plan::Plan;
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
        alert: allergies(plan, texts),
        front: filled([panel(Tone::Call, texts.print_panel_call(), callable(plan, texts))]),
        back: filled([
            panel(Tone::Helps, texts.print_panel_helps(), lines(plan, "crisis.helps", texts)),
            panel(Tone::Never, texts.print_panel_never(), lines(plan, "crisis.never", texts)),
        ]),
        make: vec![texts.print_card_cut(), texts.print_card_fold()],
        missing: texts.print_missing(),
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
    let item = |line| of_line(line, String::new(), &plan.known_in_words(Drawn::Never), texts);
    lines.map(item).map(|item| Item { text: item.text, ..Item::default() }).collect()
}

fn callable(plan: &Plan, texts: &Texts) -> Vec<Item> {
    let people = if plan.shows_people() { plan.people() } else { &[] };
    let wanted = people.iter().filter(|person| person.fields.wanted != Wanted::No);
    let items = wanted.filter_map(|person| Some((named(person), of_person(person, texts)?)));
    items
        .filter(|(_, item)| !item.phone.is_empty())
        .map(|(name, item)| Item { text: name.unwrap_or(item.text), phone: item.phone, ..Item::default() })
        .collect()
}

fn allergies(plan: &Plan, texts: &Texts) -> Vec<Fact> {
    let lines = plan.section("crisis.allergies").into_iter().flat_map(|section| plan.printed(section));
    let value = lines.map(|line| whole(line, texts)).collect::<Vec<_>>().join("\n");
    let fact = Fact { label: texts.print_fact_allergy(), value, weight: Weight::Alert };
    if fact.value.is_empty() { Vec::new() } else { vec![fact] }
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
