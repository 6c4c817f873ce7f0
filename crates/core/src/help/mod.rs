//! *Det er svært lige nu*: how it is, my own signs, what helps, my people, and the help lines.
//! Not here: what the screen does with it. Without an open book there are only help lines.

mod doors;
mod helper;
mod hours;
mod lines;
mod own;

pub use doors::{Door, Tool};
pub use helper::{HelperLine, HelperStep};
pub(crate) use hours::danish_time;
pub use lines::{ALARM, is_shipped};
pub(crate) use own::put_among;
pub use own::{HelpLineEdit, Number, lines, on_paper, to_edit, to_try, written};

use crate::book::{Book, DeadNumber};
use crate::change::{Mark, NumberOf, Wanted};
use crate::view::{HelpView, PersonView, ToolView};
use crate::world::World;
use holdepunkt_i18n::Texts;

/// As many as can be taken in at once.
const SHOWN: usize = 6;
const GOOD: usize = 3;

/// Whether opening hours of the book can be read by the clock; none at all can.
pub(crate) fn reads_as_hours(opening: &str) -> bool {
    opening.is_empty() || hours::kept(opening).is_some()
}

/// The page for a hard moment. `None` when the book is locked. A book that cannot be read gives the help lines alone:
/// they must come whatever happens. `region` is the one the citizen chose, or
/// empty.
#[must_use]
pub fn view(book: Option<&Book>, region: &str, texts: &Texts, world: &World) -> HelpView {
    let mut lines = lines(book, region, texts, world.now());
    let own = book.map(|book| own(book, texts)).unwrap_or_default();
    let Own { signs, tools, smallest, mut people, doors, good, helper, dead } = own;
    // Nobody should ring in vain first. Sorting keeps what is equal.
    let is_dead = |of, id: &str| dead.iter().any(|dead| dead.of == of && dead.id == id);
    lines.sort_by_key(|line| line.id != ALARM && is_dead(NumberOf::Line, &line.id));
    people.sort_by_key(|person| (person.fields.phone.trim().is_empty(), is_dead(NumberOf::Person, &person.id)));
    HelpView { signs, tools, smallest, people, lines, doors, good, helper, dead, locked: book.is_none() }
}

/// What the citizen wrote.
#[derive(Default)]
struct Own {
    signs: Vec<String>,
    tools: Vec<String>,
    smallest: Vec<String>,
    people: Vec<PersonView>,
    doors: Vec<Door>,
    good: Vec<String>,
    helper: Vec<HelperStep>,
    dead: Vec<DeadNumber>,
}

/// Each by itself: one page that cannot be read, or is shut while a visit goes on, must not cost the others.
fn own(book: &Book, texts: &Texts) -> Own {
    let written = |section| -> Vec<String> {
        let lines = book.lines(section).unwrap_or_default();
        lines.into_iter().map(|line| line.text).collect()
    };
    // Not one section only: headings the citizen added to the toolbox hold tools too.
    let (hard, other): (Vec<ToolView>, Vec<ToolView>) =
        book.toolbox().unwrap_or_default().into_iter().partition(|tool| tool.marks.contains(&Mark::HardDay));
    let [hard, other] = [hard, other].map(|tools| tools.into_iter().map(|tool| tool.text).collect());
    Own {
        signs: fit(&[written("signs.inner"), written("breaking-down.signs")], 2),
        tools: fit(&[hard, written("breaking-down.me"), other], 2),
        smallest: fit(&[written("everyday.smallest")], 1),
        people: callable(book.people().unwrap_or_default()),
        doors: doors::doors(book, texts).unwrap_or_default(),
        helper: helper::helper(book, texts).unwrap_or_default(),
        dead: book.dead_numbers(texts).unwrap_or_default(),
        good: written("well.like").into_iter().filter(|text: &String| !text.trim().is_empty()).take(GOOD).collect(),
    }
}

/// At most [`SHOWN`] texts, in order. The first `sharing` lists each keep a fair share, so that a long first one does not
/// push out the next; what is left goes to the lists in order.
fn fit(lists: &[Vec<String>], sharing: usize) -> Vec<String> {
    let lists: Vec<Vec<&String>> =
        lists.iter().map(|list| list.iter().filter(|text| !text.trim().is_empty()).collect()).collect();
    let fair = SHOWN / sharing.max(1);
    let mut kept: Vec<usize> =
        lists.iter().enumerate().map(|(at, list)| if at < sharing { list.len().min(fair) } else { 0 }).collect();
    let mut room = SHOWN - kept.iter().sum::<usize>();
    for (kept, list) in kept.iter_mut().zip(&lists) {
        let more = room.min(list.len() - *kept);
        *kept += more;
        room -= more;
    }
    lists.into_iter().zip(kept).flat_map(|(list, kept)| list.into_iter().take(kept).cloned()).collect()
}

/// Wanted people, those with a number first; otherwise in the citizen's own order.
fn callable(people: Vec<PersonView>) -> Vec<PersonView> {
    let mut wanted: Vec<PersonView> = people.into_iter().filter(|person| person.fields.wanted == Wanted::Yes).collect();
    wanted.sort_by_key(|person| person.fields.phone.trim().is_empty());
    wanted
}

#[cfg(test)]
mod tests;
