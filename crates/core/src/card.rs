//! `card.json`: the lines the citizen chose, one by one, to be seen without unlocking. It is plain text, so nothing else
//! is ever in it. Not here: the help lines, which everyone may see (`help`), and how it is drawn.

use crate::book::Book;
use crate::change::{Change, Id, Mark, PersonFields, Wanted};
use crate::error::Error;
use crate::folder::{Folder, write_whole};
use crate::help::{self, ALARM, put_among};
use crate::store::help_line::HelpRow;
use crate::view::{CardItem, CardView, HelpLine, HelpView, Line, PersonView};
use crate::world::World;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{ErrorKind, Read as _};

/// A larger file is not ours.
const MOST_BYTES: u64 = 1024 * 1024;
/// Longer than anyone reads in a hard moment; such a line is not offered.
const LONGEST: usize = 1000;

/// Lists whose lines may be chosen among the signs, and beside the toolbox among what helps: every way through a hard moment has its own, and
/// it ends in something good.
const SIGNS: [&str; 4] = ["signs.inner", "signs.seen", "breaking-down.signs", "angry.notice"];
const TOOLS: [&str; 5] = ["signs.me", "breaking-down.me", "angry.me", "everyday.smallest", "well.like"];

/// What stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Card {
    signs: Vec<CardLine>,
    tools: Vec<CardLine>,
    people: Vec<CardPerson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lines: Vec<CardHelpLine>,
    /// Lines that came with the program and were put away: what is hidden in the book is no more seen without its key. Ids only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<String>,
    /// The citizen's own order of the lines that are seen. Ids only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    order: Vec<String>,
}

/// A help line the citizen wrote: an empty field of one that came with the program is as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardHelpLine {
    id: String,
    name: String,
    number: String,
    whom: String,
    hours: String,
    opening: String,
    own: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardLine {
    id: Id,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardPerson {
    id: Id,
    name: String,
    phone: String,
}

impl Card {
    /// What may be seen now. A missing or damaged card shows nothing.
    #[must_use]
    pub fn read(folder: &Folder) -> Self {
        let mut text = String::new();
        let read = fs::File::open(folder.card()).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text));
        read.ok().and_then(|_| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Keeps it for the lock screen; an empty card leaves no file.
    ///
    /// # Errors
    /// When it cannot be written. An old card is then taken away if that can be done: better too little is seen.
    pub fn write(&self, folder: &Folder) -> Result<(), Error> {
        if self.is_empty() {
            return take_away(folder);
        }
        let text = serde_json::to_string(self).map_err(|_| Error::Io(ErrorKind::InvalidData))?;
        write_whole(&folder.card(), text.as_bytes()).inspect_err(|_| {
            let _ = take_away(folder);
        })
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        let chosen = self.signs.is_empty() && self.tools.is_empty() && self.people.is_empty() && self.lines.is_empty();
        chosen && self.hidden.is_empty() && self.order.is_empty()
    }

    fn has(&self, id: &str) -> bool {
        self.signs.iter().chain(&self.tools).any(|line| line.id == id)
            || self.people.iter().any(|person| person.id == id)
            || self.lines.iter().any(|line| line.id == id)
    }

    /// Whether the card may look otherwise after `change`. A keystroke in a line that is not on it costs nothing.
    #[must_use]
    pub fn is_touched_by(&self, change: &Change) -> bool {
        match change {
            Change::WriteLine { id, .. }
            | Change::WritePerson { id, .. }
            | Change::AddLine { id, .. }
            | Change::WriteHelpLine { id, .. } => self.has(id),
            Change::HideHelpLine { .. } | Change::RemoveHelpLine { .. } | Change::OrderHelpLines { .. } => true,
            Change::WriteBecause { .. }
            | Change::AddPrivateLine { .. }
            | Change::MoveChapter { .. }
            | Change::NameMe { .. }
            | Change::SetReview { .. }
            | Change::AnswerReview { .. }
            | Change::TryNumber { .. } => false,
            _ => !self.is_empty(),
        }
    }

    /// The lines with these ids, as they are in the book now. What is no longer there, or is marked *kun mig*, is not on it.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(book: &Book, chosen: impl Fn(&str) -> bool, texts: &Texts) -> Result<Self, Error> {
        let offered = Offered::by(book, texts)?;
        let lines = |lines: Vec<CardLine>| lines.into_iter().filter(|line| chosen(&line.id)).collect();
        let people = offered.people.into_iter().filter(|person| chosen(&person.id));
        let help = offered.lines.into_iter().filter(|(line, _)| chosen(&line.id)).map(|(line, _)| line);
        let mut rows = book.help_rows()?;
        rows.retain(|row| !row.own || (chosen(&row.id) && !row.hidden));
        let hidden = rows.iter().filter(|row| row.hidden && row.id != ALARM).map(|row| row.id.clone()).collect();
        rows.retain(|row| !row.hidden && !row.place.is_empty());
        rows.sort_by(|one, other| one.place.cmp(&other.place));
        Ok(Self {
            signs: lines(offered.signs),
            tools: lines(offered.tools),
            people: people.collect(),
            lines: help.collect(),
            hidden,
            order: rows.into_iter().map(|row| row.id).collect(),
        })
    }

    /// The same choice, with the words as they are now.
    ///
    /// # Errors
    /// What the database says.
    pub fn renewed(&self, book: &Book, texts: &Texts) -> Result<Self, Error> {
        Self::of(book, |id| self.has(id), texts)
    }

    /// All that can be chosen, with what is chosen.
    ///
    /// # Errors
    /// What the database says.
    pub fn view(&self, book: &Book, texts: &Texts) -> Result<CardView, Error> {
        let offered = Offered::by(book, texts)?;
        let item = |id: Id, text: String, phone: String| CardItem { shown: self.has(&id), id, text, phone };
        let lines = |lines: Vec<CardLine>| lines.into_iter().map(|line| item(line.id, line.text, String::new()));
        Ok(CardView {
            signs: lines(offered.signs).collect(),
            tools: lines(offered.tools).collect(),
            people: offered.people.into_iter().map(|person| item(person.id, person.name, person.phone)).collect(),
            lines: offered.lines.into_iter().map(|(line, seen)| item(line.id, seen.name, seen.number)).collect(),
        })
    }

    /// Puts the chosen lines on the page for a hard moment, as the lock screen shows it.
    pub fn show_on(self, help: &mut HelpView, texts: &Texts, world: &World) {
        let rows = self.lines.into_iter().map(|line| HelpRow {
            id: line.id,
            name: line.name,
            number: line.number,
            whom: line.whom,
            hours: line.hours,
            opening: line.opening,
            own: line.own,
            ..HelpRow::default()
        });
        put_among(&mut help.lines, rows.collect(), texts, world.now());
        help.lines.retain(|line| line.id == ALARM || !self.hidden.contains(&line.id));
        let place = |id: &str| self.order.iter().position(|known| known == id).unwrap_or(usize::MAX);
        help.lines.sort_by_key(|line| (line.id != ALARM, place(&line.id)));
        help.signs = self.signs.into_iter().map(|line| line.text).collect();
        help.tools = self.tools.into_iter().map(|line| line.text).collect();
        let person = |person: CardPerson| PersonView {
            id: person.id,
            fields: PersonFields { name: person.name, phone: person.phone, ..PersonFields::default() },
        };
        help.people = self.people.into_iter().map(person).collect();
    }
}

fn take_away(folder: &Folder) -> Result<(), Error> {
    match fs::remove_file(folder.card()) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The lines that can be chosen: own signs, tools, and people with a telephone.
struct Offered {
    signs: Vec<CardLine>,
    tools: Vec<CardLine>,
    people: Vec<CardPerson>,
    /// With what is read of them.
    lines: Vec<(CardHelpLine, HelpLine)>,
}

impl Offered {
    fn by(book: &Book, texts: &Texts) -> Result<Self, Error> {
        let toolbox = book.page("toolbox.page", texts)?;
        let own = toolbox.tools.into_iter().filter(|tool| may_be_seen(&tool.text, &tool.marks));
        let mut tools: Vec<CardLine> = own.map(|tool| CardLine { id: tool.id, text: tool.text }).collect();
        for section in TOOLS {
            tools.extend(written(book.lines(section)?));
        }
        let mut signs = Vec::new();
        for section in SIGNS {
            signs.extend(written(book.lines(section)?));
        }
        let callable = |person: &PersonView| {
            !person.fields.phone.trim().is_empty()
                && person.fields.wanted != Wanted::No
                && person.fields.phone.len() <= LONGEST
        };
        let people = toolbox.people.into_iter().filter(callable);
        let people = people.map(|PersonView { id, fields }| CardPerson { id, name: fields.name, phone: fields.phone });
        Ok(Self { signs, tools, people: people.collect(), lines: help_lines(book, texts)? })
    }
}

/// The help lines the citizen wrote: what came with the program is seen anyway.
fn help_lines(book: &Book, texts: &Texts) -> Result<Vec<(CardHelpLine, HelpLine)>, Error> {
    let rows = book.help_rows()?;
    let seen = help::written(book, texts)?.into_iter().filter(|line| line.name.len() + line.whom.len() <= LONGEST);
    Ok(seen
        .filter_map(|line| {
            let row = rows.iter().find(|row| row.id == line.id)?.clone();
            let HelpRow { id, name, number, whom, hours, opening, own, .. } = row;
            Some((CardHelpLine { id, name, number, whom, hours, opening, own }, line))
        })
        .collect())
}

fn written(lines: Vec<Line>) -> Vec<CardLine> {
    let seen = lines.into_iter().filter(|line| may_be_seen(&line.text, &line.marks));
    seen.map(|line| CardLine { id: line.id, text: line.text }).collect()
}

fn may_be_seen(text: &str, marks: &[Mark]) -> bool {
    !text.trim().is_empty() && text.len() <= LONGEST && !marks.contains(&Mark::Private)
}
