//! *Det er svært lige nu*: my own signs, what helps, my people, and the help lines.
//! Not here: what the screen does with it. Without an open book there are only help lines.

mod hours;
mod lines;

pub use lines::lines;

use crate::book::Book;
use crate::change::{Mark, Wanted};
use crate::error::Error;
use crate::view::{HelpView, PersonView, ToolView};
use crate::world::World;
use holdepunkt_i18n::Texts;

/// As many as can be taken in at once.
const SHOWN: usize = 6;

/// The page for a hard moment. `None` when the book is locked. A book that cannot be read gives the help lines alone:
/// they must come whatever happens. `region` is the one the citizen chose, or
/// empty.
#[must_use]
pub fn view(book: Option<&Book>, region: &str, texts: &Texts, world: &World) -> HelpView {
    let lines = lines(texts, world.now(), region);
    let own = book.and_then(|book| own(book, texts).ok()).unwrap_or_default();
    HelpView { signs: own.signs, tools: own.tools, smallest: own.smallest, people: own.people, lines }
}

/// What the citizen wrote.
#[derive(Default)]
struct Own {
    signs: Vec<String>,
    tools: Vec<String>,
    smallest: Vec<String>,
    people: Vec<PersonView>,
}

fn own(book: &Book, texts: &Texts) -> Result<Own, Error> {
    let written = |section| Ok::<_, Error>(book.lines(section)?.into_iter().map(|line| line.text).collect());
    // The page rather than one section: headings the citizen added to the toolbox hold tools too.
    let toolbox = book.page("toolbox.page", texts)?;
    let (hard, other): (Vec<ToolView>, Vec<ToolView>) =
        toolbox.tools.into_iter().partition(|tool| tool.marks.contains(&Mark::HardDay));
    let [hard, other] = [hard, other].map(|tools| tools.into_iter().map(|tool| tool.text).collect());
    Ok(Own {
        signs: fit(&[written("signs.inner")?, written("breaking-down.signs")?], 2),
        tools: fit(&[hard, written("breaking-down.me")?, other], 2),
        smallest: fit(&[written("everyday.smallest")?], 1),
        people: callable(toolbox.people),
    })
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
