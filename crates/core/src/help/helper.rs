//! *Sådan kan du hjælpe nu*: the plan as the one beside me needs it, on screen, from the top down. The headings speak to
//! them as *du*; the lines are the citizen's own. Nothing private and nothing hidden is in it. Not here: the printed sheet.

use crate::book::Book;
use crate::change::{Mark, Wanted};
use crate::error::Error;
use crate::view::{Kind, SectionView};
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// A step: what it is, and the citizen's lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HelperStep {
    pub heading: String,
    pub lines: Vec<HelperLine>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HelperLine {
    pub text: String,
    /// *fordi …*; may be empty.
    pub because: String,
    /// Of a person who may be called; may be empty.
    pub phone: String,
}

type Words = fn(&Texts) -> String;

/// What is done first stands first.
const STEPS: [(Words, &[&str]); 6] = [
    (Texts::helper_danger, &["crisis.danger"]),
    (Texts::helper_do, &["crisis.helps"]),
    (Texts::helper_not, &["crisis.never", "angry.not"]),
    (Texts::helper_may, &["breaking-down.others", "signs.others", "angry.others"]),
    (Texts::helper_see, &["crisis.signs", "breaking-down.signs", "signs.seen"]),
    (Texts::helper_over, &["crisis.over"]),
];

/// The pages those sections stand on.
const PAGES: [&str; 8] = [
    "signs.page",
    "breaking-down.page",
    "angry.page",
    "crisis.signs",
    "crisis.supporters",
    "crisis.helps",
    "crisis.over",
    "crisis.medicine",
];

/// The steps with something in them.
///
/// # Errors
/// What the database says.
pub(super) fn helper(book: &Book, texts: &Texts) -> Result<Vec<HelperStep>, Error> {
    let mut sections: HashMap<String, SectionView> = HashMap::new();
    let mut people = false;
    for page in PAGES {
        for section in book.sections(page, texts)? {
            people |= section.kind == Kind::People;
            sections.insert(section.id.clone(), section);
        }
    }
    let mut steps = Vec::new();
    for (heading, from) in STEPS {
        let lines = from.iter().filter_map(|id| sections.get(*id)).flat_map(|section| &section.lines);
        let open = lines.filter(|line| !line.marks.contains(&Mark::Private) && !line.text.trim().is_empty());
        let lines = open.map(|line| HelperLine {
            text: line.text.clone(),
            because: line.because.clone(),
            phone: String::new(),
        });
        steps.push(HelperStep { heading: heading(texts), lines: lines.collect() });
    }
    // Calling others comes after what one does oneself.
    let call = if people { call(book)? } else { Vec::new() };
    steps.insert(3, HelperStep { heading: texts.helper_call(), lines: call });
    steps.retain(|step| !step.lines.is_empty());
    Ok(steps)
}

/// Those who are wanted and have a number. The number of somebody who is not wanted is never shown.
fn call(book: &Book) -> Result<Vec<HelperLine>, Error> {
    let people = book.people()?.into_iter().map(|person| person.fields);
    let wanted = people.filter(|person| person.wanted == Wanted::Yes && !person.phone.trim().is_empty());
    Ok(wanted
        .map(|person| {
            let relation =
                if person.relation.trim().is_empty() { String::new() } else { format!(" ({})", person.relation) };
            HelperLine { text: format!("{}{relation}", person.name), because: person.why, phone: person.phone }
        })
        .collect())
}
