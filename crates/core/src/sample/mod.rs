//! The sample book (*Eksempel*): a fictional person's whole plan, put into an empty book through the same door as
//! everything else. Not here: where that book is kept.

use crate::book::Book;
use crate::change::{Change, Choice, Id, LinkKind, Mark, PersonFields, Place, Wanted};
use crate::error::Error;
use crate::world::World;
use holdepunkt_i18n::{Language, Texts};
use serde::Deserialize;
use std::collections::HashMap;

const DANISH: &str = include_str!("../../../../workbook/sample.toml");
const ENGLISH: &str = include_str!("../../../../workbook/sample-en.toml");

/// A sample as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    /// What the person is called as author.
    me: String,
    #[serde(default, rename = "person")]
    people: Vec<SamplePerson>,
    #[serde(default, rename = "line")]
    lines: Vec<SampleLine>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SamplePerson {
    /// What links call this person.
    #[serde(default, rename = "ref")]
    name_in_file: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    relation: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    wanted: Wanted,
    #[serde(default)]
    why: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleLine {
    /// What links call this line; only lines of the toolbox can be linked to.
    #[serde(default, rename = "ref")]
    name_in_file: String,
    section: String,
    text: String,
    #[serde(default)]
    because: String,
    #[serde(default)]
    marks: Vec<Mark>,
    #[serde(default)]
    choice: Choice,
    #[serde(default)]
    prompt: String,
    /// Refs of people and tools, also of those further down.
    #[serde(default)]
    links: Vec<String>,
}

/// Writes the sample in the language of `texts` into `book`, which should be empty, and marks it as a sample.
///
/// # Errors
/// What a change can give; nothing is passed over. [`Error::Damaged`] when the sample cannot be read, and
/// [`Error::NotFound`] when it links to what it does not hold.
pub fn fill(book: &mut Book, texts: &Texts, world: &World) -> Result<(), Error> {
    let source = match texts.language() {
        Language::Da => DANISH,
        Language::En => ENGLISH,
    };
    book.mark_as_sample()?;
    put(&read(source)?, book, texts, world)?;
    book.end_undo_here();
    Ok(())
}

fn read(source: &str) -> Result<Sample, Error> {
    toml::from_str(source).map_err(|_| Error::Damaged("the sample cannot be read"))
}

fn put(sample: &Sample, book: &mut Book, texts: &Texts, world: &World) -> Result<(), Error> {
    let mut refs = HashMap::new();
    let mut links = Vec::new();
    book.change(Change::NameMe { name: sample.me.clone() }, texts)?;
    for person in &sample.people {
        let id = world.id()?;
        book.change(Change::AddPerson { id: id.clone(), fields: person.fields(), place: Place::Last }, texts)?;
        name(&mut refs, &person.name_in_file, (LinkKind::Person, id))?;
    }
    for line in &sample.lines {
        let id = world.id()?;
        for change in line.changes(&id) {
            book.change(change, texts)?;
        }
        links.extend(line.links.iter().map(|to| (id.clone(), to)));
        name(&mut refs, &line.name_in_file, (LinkKind::Tool, id))?;
    }
    for (from, to) in links {
        let (to_kind, to) =
            refs.get(to.as_str()).cloned().ok_or(Error::NotFound("what a line of the sample links to"))?;
        book.change(Change::AddLink { id: world.id()?, from, to_kind, to }, texts)?;
    }
    Ok(())
}

/// Remembers what a ref stands for; each stands for one thing.
fn name<'a>(refs: &mut HashMap<&'a str, (LinkKind, Id)>, name: &'a str, what: (LinkKind, Id)) -> Result<(), Error> {
    if !name.is_empty() && refs.insert(name, what).is_some() {
        return Err(Error::Damaged("a ref of the sample stands twice"));
    }
    Ok(())
}

impl SamplePerson {
    fn fields(&self) -> PersonFields {
        PersonFields {
            name: self.name.clone(),
            relation: self.relation.clone(),
            phone: self.phone.clone(),
            wanted: self.wanted,
            why: self.why.clone(),
        }
    }
}

impl SampleLine {
    /// The changes a person would make to write this line.
    fn changes(&self, id: &Id) -> Vec<Change> {
        let (section, prompt, text) = (self.section.clone(), self.prompt.clone(), self.text.clone());
        let mut changes = vec![Change::AddLine { id: id.clone(), section, prompt, text, place: Place::Last }];
        if !self.because.is_empty() {
            changes.push(Change::WriteBecause { id: id.clone(), because: self.because.clone() });
        }
        if self.choice != Choice::Unset {
            changes.push(Change::ChooseLine { id: id.clone(), choice: self.choice });
        }
        changes.extend(self.marks.iter().map(|mark| Change::MarkLine { id: id.clone(), mark: *mark, on: true }));
        changes
    }
}

#[cfg(test)]
mod tests;
