//! For every line of page 1 the place in the parts where it stands in full. Not here: what either looks like.

use std::collections::{BTreeMap, HashMap};

use holdepunkt_core::book::text::has_words;
use holdepunkt_core::document::{Document, Item};

/// Part, group and line.
type Place = (usize, usize, usize);

/// Where in the parts the lines of page 1 stand in full.
pub struct Places {
    /// The number of the line in the parts that says what this line of this panel says.
    found: BTreeMap<(usize, usize), usize>,
    numbers: BTreeMap<Place, usize>,
    pub any_links: bool,
}

impl Places {
    pub fn of(document: &Document) -> Self {
        let lines = Lines::of(document);
        let front = document.front.panels.iter().enumerate().flat_map(|(panel_at, panel)| {
            panel.items.iter().enumerate().map(move |(item_at, item)| ((panel_at, item_at), item))
        });
        let mut places = Self { found: BTreeMap::new(), numbers: BTreeMap::new(), any_links: false };
        places.any_links = front
            .clone()
            .map(|(_, item)| item)
            .chain(lines.all.iter().map(|(_, item, _)| *item))
            .any(|item| !item.links.is_empty());
        for (at, item) in front {
            if let Some(place) = lines.place(item) {
                let next = places.numbers.len();
                let number = *places.numbers.entry(place).or_insert(next);
                places.found.insert(at, number);
            }
        }
        places
    }

    /// The number of the line that says all that this line of this panel says.
    pub fn find(&self, panel: usize, item: usize) -> Option<usize> {
        self.found.get(&(panel, item)).copied()
    }

    /// The number page 1 points at this line with, if it does.
    pub fn number(&self, part: usize, group: usize, item: usize) -> Option<usize> {
        self.numbers.get(&(part, group, item)).copied()
    }
}

/// The lines of the parts in their order, with everything each says, and the same by their text.
struct Lines<'a> {
    all: Vec<(Place, &'a Item, String)>,
    by_text: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Lines<'a> {
    fn of(document: &'a Document) -> Self {
        let mut lines = Self { all: Vec::new(), by_text: HashMap::new() };
        for (part_at, part) in document.parts.iter().enumerate() {
            for (group_at, group) in part.groups.iter().enumerate() {
                for (item_at, item) in group.items.iter().enumerate() {
                    lines.by_text.entry(item.text.trim()).or_default().push(lines.all.len());
                    lines.all.push(((part_at, group_at, item_at), item, everything(item)));
                }
            }
        }
        lines
    }

    /// The first line that says all this line says: one with the very same text, otherwise one that has it among its words.
    fn place(&self, item: &Item) -> Option<Place> {
        let words = [&item.text, &item.phone, &item.because, &item.label, &item.author];
        let says =
            |everything: &str| words.into_iter().chain(&item.links).all(|words| has_words(everything, words.trim()));
        let same = self.by_text.get(item.text.trim()).into_iter().flatten().filter_map(|at| self.all.get(*at));
        let found = same.chain(&self.all).find(|(_, _, everything)| says(everything));
        found.map(|(place, ..)| *place)
    }
}

fn everything(item: &Item) -> String {
    let mut all = [&*item.label, &item.text, &item.because, &item.phone, &item.author].join("\n");
    for link in &item.links {
        all.push('\n');
        all.push_str(link);
    }
    // Page 1 says of a picture without words that it is there.
    let notes: Vec<&str> = item.pictures.iter().map(|picture| picture.note.as_str()).collect();
    if notes.is_empty() { all } else { format!("{all}\n({})", notes.join("; ")) }
}
