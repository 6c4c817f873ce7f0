//! One page about a visit, which may be given away: who was here, what was wanted, agreed, and who does what.
//! Not here, on purpose: proposals, answers, what stays between us, and anything of the plan.

use crate::book::Book;
use crate::document::{Document, Item, Items, Part};
use crate::error::Error;
use crate::printing::made;
use crate::store::author::{self, ME};
use crate::store::visit;
use crate::visit::Doer;
use crate::visit::record::AgreementView;
use crate::when;
use crate::world::World;
use holdepunkt_i18n::Texts;

/// The summary of a visit, in the language of `texts`.
///
/// # Errors
/// [`Error::NotFound`]; what the database says.
pub fn visit_summary(book: &Book, id: &str, texts: &Texts, world: &World) -> Result<Document, Error> {
    let record = book.visit_record(id, texts)?;
    let row = visit::get(book.connection(), id)?.ok_or(Error::NotFound("visit"))?;
    let day = when::stored(row.started, row.started_offset).date_naive();
    let fields = &record.fields;
    let next = [record.next_words.clone(), fields.next_note.clone()].into_iter().filter(|text| !text.trim().is_empty());
    let parts = [
        part(texts.print_visit_people(), record.item.people.iter().map(|name| capital(name)).collect()),
        part(texts.print_visit_agenda(), lines(&fields.agenda)),
        part(texts.print_visit_agreed(), lines(&fields.agreed)),
        Part {
            heading: texts.print_visit_who(),
            groups: group(
                record.agreements.iter().filter(|one| !one.fields.text.trim().is_empty()).map(|one| item(one, texts)),
            ),
            ..Part::default()
        },
        part(texts.print_visit_next(), next.collect()),
    ];
    Ok(Document {
        lang: texts.language().tag().to_string(),
        title: texts.print_visit_title(&when::date(day, texts.language())),
        name: author::name(book.connection(), ME)?,
        date: when::date(world.now().date_naive(), texts.language()),
        made: made(world.now().date_naive()),
        stamp: if book.is_sample()? { texts.print_plan_stamp() } else { String::new() },
        parts: parts.into_iter().filter(|part| !part.groups.is_empty()).collect(),
        closing: vec![texts.print_visit_closing()],
        page_word: texts.print_page(),
        of_word: texts.print_of(),
        missing: texts.print_missing(),
        ..Document::default()
    })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_string).collect()
}

fn part(heading: String, texts: Vec<String>) -> Part {
    let groups = group(texts.into_iter().map(|text| Item { text, ..Item::default() }));
    Part { heading, groups, ..Part::default() }
}

fn group(items: impl Iterator<Item = Item>) -> Vec<Items> {
    let items: Vec<Item> = items.collect();
    if items.is_empty() { Vec::new() } else { vec![Items { items, ..Items::default() }] }
}

fn item(one: &AgreementView, texts: &Texts) -> Item {
    let who = match (one.fields.doer, one.fields.name.trim()) {
        (Doer::Me, _) => texts.print_visit_me(),
        (_, name) if !name.is_empty() => name.to_string(),
        (Doer::You, _) => texts.print_visit_you(),
        (Doer::Others, _) => texts.print_visit_others(),
    };
    let because = if one.due_words.is_empty() { String::new() } else { texts.print_visit_by(&one.due_words) };
    Item { label: who, text: one.fields.text.clone(), because, ..Item::default() }
}

/// A word that stands first on its line, such as *en medarbejder*.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
