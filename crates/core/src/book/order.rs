//! Where something goes among its siblings: pure decisions on places, written to the tables by the caller.
//! Not here: how a place is spelled (`place`).

use crate::change::{Id, Place};
use crate::place;

/// A sibling: its id and the place it has now.
pub type Sibling = (Id, String);

/// Where to put things.
#[derive(Debug, PartialEq, Eq)]
pub struct Spot {
    /// Siblings whose places have run together and must be written anew first; nearly always none.
    pub renewed: Vec<Sibling>,
    /// One place for each thing put there, in order.
    pub places: Vec<String>,
}

/// Finds room for `count` things. `None` when the sibling to stand after is not there.
#[must_use]
pub fn settle(siblings: &[Sibling], wanted: &Place, count: usize) -> Option<Spot> {
    let index = match wanted {
        Place::First => 0,
        Place::Last => siblings.len(),
        Place::After(id) => siblings.iter().position(|(known, _)| known == id)? + 1,
    };
    if let Some(places) = room(siblings, index, count) {
        return Some(Spot { renewed: Vec::new(), places });
    }
    let renewed: Vec<Sibling> =
        siblings.iter().enumerate().map(|(number, (id, _))| (id.clone(), place::nth(number))).collect();
    let places = room(&renewed, index, count)?;
    Some(Spot { renewed, places })
}

/// The same for something that stands among them already; its own place is no change.
#[must_use]
pub fn shift(siblings: &[Sibling], moved: &str, wanted: &Place) -> Option<Option<Spot>> {
    let from = siblings.iter().position(|(id, _)| id == moved)?;
    let others: Vec<Sibling> = siblings.iter().filter(|(id, _)| id != moved).cloned().collect();
    let stays = match wanted {
        Place::First => from == 0,
        Place::Last => from == others.len(),
        Place::After(id) => id == moved || from.checked_sub(1).is_some_and(|before| siblings[before].0 == *id),
    };
    if stays {
        return Some(None);
    }
    settle(&others, wanted, 1).map(Some)
}

fn room(siblings: &[Sibling], index: usize, count: usize) -> Option<Vec<String>> {
    let at = |index: usize| siblings.get(index).map(|(_, place)| place.as_str());
    let (before, after) = (index.checked_sub(1).and_then(at), at(index));
    let mut places = Vec::with_capacity(count);
    match (before, after) {
        (Some(before), Some(after)) => halve(before, after, count, &mut places)?,
        (None, Some(after)) => {
            for _ in 0..count {
                places.push(place::between(None, Some(places.last().map_or(after, String::as_str)))?);
            }
            places.reverse();
        }
        (before, None) => {
            for _ in 0..count {
                places.push(place::between(places.last().map(String::as_str).or(before), None)?);
            }
        }
    }
    Some(places)
}

/// By halves, so that a long plan pasted between two lines keeps its places short.
fn halve(before: &str, after: &str, count: usize, places: &mut Vec<String>) -> Option<()> {
    if count == 0 {
        return Some(());
    }
    let middle = place::between(Some(before), Some(after))?;
    halve(before, &middle, (count - 1) / 2, places)?;
    places.push(middle.clone());
    halve(&middle, after, count / 2, places)
}
