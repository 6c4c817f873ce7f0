//! Numbers that did not work when they were tried, where they stand on a print or on a copy that is out there.
//! Not here: trying them (`book/review`), and whom they are shown to in a hard moment (`help`).

use super::news::Saying;
use super::view::News;
use crate::book::Book;
use crate::change::{Id, NumberOf, SharedLine};
use crate::error::Error;
use crate::help;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// A number that did not work, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadOn {
    pub of: NumberOf,
    pub id: Id,
    /// May be empty.
    pub name: String,
    pub number: String,
    /// When it was tried, in words.
    pub tried: String,
}

/// Every number that did not work when it was tried last, as it is written now.
///
/// # Errors
/// What the database says.
pub fn dead(book: &Book, texts: &Texts) -> Result<Vec<DeadOn>, Error> {
    let found = book.dead_numbers(texts)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let people = book.people()?.into_iter().map(|person| {
        let name = if person.fields.name.trim().is_empty() { person.fields.relation } else { person.fields.name };
        ((NumberOf::Person, person.id), (name, person.fields.phone))
    });
    let lines = help::to_edit(book, "", texts)?.into_iter();
    let lines = lines.map(|edit| ((NumberOf::Line, edit.line.id), (edit.line.name, edit.line.number)));
    let mut known: HashMap<(NumberOf, Id), (String, String)> = people.chain(lines).collect();
    let dead = found.into_iter().filter_map(|dead| {
        let (name, number) = known.remove(&(dead.of, dead.id.clone()))?;
        let (of, id, tried) = (dead.of, dead.id, dead.tried);
        (!number.trim().is_empty()).then_some(DeadOn { of, id, name, number, tried })
    });
    Ok(dead.collect())
}

/// Those whose number is among what a print says.
#[must_use]
pub fn dead_on(dead: &[DeadOn], lines: &[Saying]) -> Vec<DeadOn> {
    let stands = |dead: &&DeadOn| lines.iter().any(|line| line.id == dead.id && says(&line.all, dead.number.trim()));
    dead.iter().filter(stands).cloned().collect()
}

/// Those that are on a copy for certain: what it said of them then is what would be printed `now`. Where it said something else nobody knows
/// which number that was; the copy is old anyway.
pub(super) fn dead_on_copy(dead: &[DeadOn], then: &[SharedLine], news: &[News], now: &[Saying]) -> Vec<DeadOn> {
    let mut found = dead_on(dead, now);
    found.retain(|dead| then.iter().any(|line| line.id == dead.id) && news.iter().all(|news| news.line != dead.id));
    found
}

/// The number by itself, not as a piece of a longer one.
fn says(all: &str, number: &str) -> bool {
    all.match_indices(number).any(|(at, _)| {
        let goes_on = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        !goes_on(all[..at].chars().next_back()) && !goes_on(all[at + number.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_found_in_a_longer_one() {
        assert!(says("Mette\u{1f}20 00 00 00\u{1f}", "20 00 00 00"));
        assert!(says("20 00 00 00", "20 00 00 00"));
        assert!(!says("120 00 00 00", "20 00 00 00") && !says("20 00 00 001", "20 00 00 00"));
        assert!(says("18181 1818", "1818"), "the second time it stands alone");
    }
}
