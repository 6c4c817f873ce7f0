//! What the lines, people and numbers of a print say on its paper, for the register. Whoever prints words of one hands on whose
//! they are (`Said`), so that the register knows of exactly what is on paper. Not here: the words (`item`), comparing (`share/news`).

use super::item::{self, is_blank};
use crate::change::{PersonFields, Wanted};
use crate::document::{Document, Fact, Item, Panel, Print, Said, Weight};
use crate::help::Number;
use crate::share::Saying;
use crate::store::Words as _;
use crate::view::{Line, PersonView};
use holdepunkt_i18n::Texts;
use std::collections::HashMap;

/// Between the things a line says; nobody can type it.
pub(crate) const BETWEEN: &str = "\u{1f}";

/// Places among the fields of a line, and how many there are; of a person why they may be called or not.
const LINE_FIELDS: usize = 7;
const BECAUSE: usize = 2;
const AUTHOR: usize = 4;
const LINKS: usize = 5;
const WHY: usize = 4;

/// What is printed of a line besides its words, its question and its choice.
#[derive(Default)]
pub(crate) struct Besides {
    pub because: bool,
    pub author: bool,
    pub links: Vec<String>,
    /// What tells one picture from another.
    pub pictures: Vec<String>,
    /// What is said of them.
    pub told: String,
}

pub(crate) fn of_line(line: &Line, besides: &Besides) -> Said {
    let when = |printed: bool, field: &str| if printed { field.to_string() } else { String::new() };
    let fields = vec![
        line.prompt.clone(),
        line.text.clone(),
        when(besides.because, &line.because),
        line.choice.word().to_string(),
        when(besides.author, &line.author),
        besides.links.join(BETWEEN),
        besides.pictures.join(BETWEEN),
    ];
    let text = [&line.text, &fields[2], &besides.told].into_iter().find(|field| !is_blank(field));
    Said { id: line.id.clone(), text: text.cloned().unwrap_or_default(), fields }
}

/// A line with everything it could say: what it is called where it is ticked.
pub(crate) fn of_all(line: &Line, texts: &Texts) -> Said {
    let told = item::called(line, texts);
    of_line(line, &Besides { because: true, told, ..Besides::default() })
}

/// A line of which only its words are printed.
pub(crate) fn of_words(line: &Line) -> Said {
    of_line(line, &Besides::default())
}

/// Everything that is printed of a person where there is room: the number of somebody who is not wanted is not.
pub(crate) fn of_person(person: &PersonView) -> Said {
    let fields = &person.fields;
    let phone = if fields.wanted == Wanted::No { String::new() } else { fields.phone.clone() };
    of_fields(person.id.clone(), &PersonFields { phone, ..fields.clone() })
}

/// A person of whom name and relation are printed, and nothing else.
pub(crate) fn of_name(person: &PersonView) -> Said {
    let fields = PersonFields { phone: String::new(), why: String::new(), ..person.fields.clone() };
    of_fields(person.id.clone(), &fields)
}

/// A person of whom nothing is printed but name, relation and number.
pub(crate) fn of_call(person: &PersonView) -> Said {
    of_fields(person.id.clone(), &PersonFields { why: String::new(), ..person.fields.clone() })
}

pub(crate) fn of_fields(id: String, fields: &PersonFields) -> Said {
    let text = [&fields.name, &fields.relation, &fields.phone, &fields.why].into_iter().find(|field| !is_blank(field));
    let text = text.cloned().unwrap_or_default();
    let PersonFields { name, relation, phone, wanted, why } = fields.clone();
    Said { id, text, fields: vec![name, relation, phone, wanted.word().to_string(), why] }
}

pub(crate) fn of_number(number: &Number) -> Said {
    Said { id: number.line.id.clone(), text: number.line.name.clone(), fields: number.said.clone() }
}

/// Everything that stands on the paper, once each, in its order; the cover is not asked, which repeats what stands below it.
pub(super) fn sayings(print: &Print) -> Vec<Saying> {
    match print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => {
            once(of_document(document))
        }
        Print::Card(card) => {
            let facts = card.alert.iter().flat_map(|fact: &Fact| &fact.of);
            once(card.of.iter().chain(facts).chain(of_panels(&card.front)).chain(of_panels(&card.back)))
        }
    }
}

/// As many lines of a panel, and small facts, as the picture for a telephone shows; more would be too long to find anything in.
pub const PHONE_LINES: usize = 12;
pub const PHONE_FACTS: usize = 14;

/// What stands on the picture for a telephone: the first page without reasons, and no more of it than there is room for.
pub(super) fn on_phone(document: &Document) -> Vec<Saying> {
    let framed = |fact: &&Fact| fact.weight == Weight::Alert;
    let of_weight = |weight: Weight| document.front.facts.iter().filter(move |fact| fact.weight == weight);
    let facts = of_weight(Weight::Whole).chain(of_weight(Weight::Small)).take(PHONE_FACTS);
    let facts = document.front.facts.iter().filter(framed).chain(facts).flat_map(|fact| &fact.of).cloned();
    let items = document.front.panels.iter().flat_map(|panel| panel.items.iter().take(PHONE_LINES));
    let items = items.flat_map(|item| item.of.iter().map(|said| without_reason(item, said)));
    let all: Vec<Said> = facts.chain(items).chain(document.of.iter().cloned()).collect();
    once(all.iter())
}

/// What is said of a line or person where only its label, words and number are drawn. A reason in place of the words is among them.
fn without_reason(item: &Item, said: &Said) -> Said {
    let undrawn: &[usize] = match (said.fields.len(), item.because.is_empty()) {
        (LINE_FIELDS, true) => &[AUTHOR, LINKS],
        (LINE_FIELDS, false) => &[BECAUSE, AUTHOR, LINKS],
        _ => &[WHY],
    };
    let keep = |(at, field): (usize, &String)| if undrawn.contains(&at) { String::new() } else { field.clone() };
    Said { fields: said.fields.iter().enumerate().map(keep).collect(), ..said.clone() }
}

fn of_document(document: &Document) -> impl Iterator<Item = &Said> {
    let facts = document.front.facts.iter().flat_map(|fact| &fact.of);
    let groups = document.parts.iter().flat_map(|part| &part.groups);
    let parts = groups.flat_map(|group| &group.items).flat_map(|item| &item.of);
    facts.chain(of_panels(&document.front.panels)).chain(parts).chain(&document.of)
}

fn of_panels(panels: &[Panel]) -> impl Iterator<Item = &Said> {
    panels.iter().flat_map(|panel| &panel.items).flat_map(|item: &Item| &item.of)
}

/// One saying for each id. What stands in two places is kept as it stands in full.
fn once<'a>(all: impl Iterator<Item = &'a Said>) -> Vec<Saying> {
    let mut found: Vec<Said> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for said in all {
        let place = *places.entry(&said.id).or_insert(found.len());
        match found.get_mut(place) {
            None => found.push(said.clone()),
            Some(known) => fuller(known, said),
        }
    }
    found.into_iter().map(Saying::from).collect()
}

fn fuller(known: &mut Said, other: &Said) {
    if is_blank(&known.text) {
        known.text.clone_from(&other.text);
    }
    for (field, more) in known.fields.iter_mut().zip(&other.fields) {
        if more.len() > field.len() {
            field.clone_from(more);
        }
    }
}

impl From<Said> for Saying {
    fn from(said: Said) -> Self {
        Self { id: said.id, text: said.text, all: said.fields.join(BETWEEN) }
    }
}
