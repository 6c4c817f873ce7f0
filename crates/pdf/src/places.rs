//! For every line of page 1 the place in the parts where it stands in full. Not here: what either looks like.

use std::collections::BTreeMap;

use holdepunkt_core::document::{Document, Item};

/// Where in the parts the lines of page 1 stand in full.
pub struct Places {
    /// Everything a line of the parts says, by part, group and line.
    lines: Vec<((usize, usize, usize), String)>,
    numbers: BTreeMap<(usize, usize, usize), usize>,
    pub any_links: bool,
}

impl Places {
    pub fn of(document: &Document) -> Self {
        let mut places = Self { lines: Vec::new(), numbers: BTreeMap::new(), any_links: false };
        for (part_at, part) in document.parts.iter().enumerate() {
            for (group_at, group) in part.groups.iter().enumerate() {
                for (item_at, item) in group.items.iter().enumerate() {
                    places.any_links |= !item.links.is_empty();
                    places.lines.push(((part_at, group_at, item_at), everything(item)));
                }
            }
        }
        places.any_links |=
            document.front.panels.iter().flat_map(|panel| &panel.items).any(|item| !item.links.is_empty());
        let front = document.front.panels.iter().flat_map(|panel| &panel.items);
        let found: Vec<_> = front.filter_map(|item| places.place(item)).collect();
        for (number, place) in found.into_iter().enumerate() {
            places.numbers.entry(place).or_insert(number);
        }
        places
    }

    /// The first line of the parts that says all this line says.
    fn place(&self, item: &Item) -> Option<(usize, usize, usize)> {
        let says = |everything: &str| {
            let all = [&item.text, &item.phone, &item.because, &item.label, &item.author];
            all.iter().all(|words| everything.contains(words.trim()))
                && item.links.iter().all(|link| everything.contains(link.trim()))
        };
        self.lines.iter().find(|(_, everything)| says(everything)).map(|(place, _)| *place)
    }

    pub fn find(&self, item: &Item) -> Option<usize> {
        self.numbers.get(&self.place(item)?).copied()
    }

    pub fn number(&self, part: usize, group: usize, item: usize) -> Option<usize> {
        self.numbers.get(&(part, group, item)).copied()
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
