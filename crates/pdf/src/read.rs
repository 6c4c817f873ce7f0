//! Reads finished pages back: their text in reading order (the pictures' text alternative), characters that came out
//! without a glyph, and where every glyph lies. Not here: making pages.

use std::collections::BTreeSet;

use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Transform};
use typst::pdf::ArtifactElem;
use typst::text::{TextItem, is_default_ignorable};
use typst::utils::Numeric;
use typst_layout::{Page, PagedDocument};

/// A place for a word to break (see `clean`).
const BREAK: char = '\u{200B}';

/// The text of a page, one line per paragraph, without header, footer and ornament.
pub fn text(page: &Page) -> String {
    let mut reader = Reader::default();
    reader.frame(&page.frame, Point::zero());
    reader.end_line();
    let lines = reader.out.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Reader {
    out: String,
    /// Runs of the current line: text and whether it runs from right to left.
    line: Vec<(String, bool)>,
    baseline: Option<Abs>,
    /// Locations of open artifacts.
    hidden: Vec<typst::introspection::Location>,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, at: Point) {
        for (pos, item) in frame.items() {
            let at = at + *pos;
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, at),
                FrameItem::Text(text) if self.hidden.is_empty() => self.run(text, at),
                FrameItem::Tag(tag) => self.tag(tag),
                _ => {}
            }
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(element, _) if element.to_packed::<ArtifactElem>().is_some() => self.hidden.push(tag.location()),
            Tag::End(location, ..) if self.hidden.contains(location) => self.hidden.retain(|open| open != location),
            Tag::Start(element, _) if matches!(element.elem().name(), "par" | "heading" | "title" | "item" | "list" | "enum") => {
                self.new_paragraph();
            }
            _ => {}
        }
    }

    fn run(&mut self, text: &TextItem, at: Point) {
        if self.baseline.is_some_and(|baseline| (baseline - at.y).abs() > Abs::pt(0.5)) {
            self.end_line();
        }
        self.baseline = Some(at.y);
        let from_right = match (text.glyphs.first(), text.glyphs.last()) {
            (Some(first), Some(last)) => first.range.start > last.range.start,
            _ => false,
        };
        self.line.push((text.text.to_string(), from_right));
    }

    fn new_paragraph(&mut self) {
        self.end_line();
        self.out.push('\n');
        self.baseline = None;
    }

    /// Runs lie as they are seen; neighbours that run from the right are read in the other order.
    fn end_line(&mut self) {
        let mut said = String::new();
        for stretch in self.line.chunk_by_mut(|a, b| a.1 == b.1) {
            if stretch.first().is_some_and(|run| run.1) {
                stretch.reverse();
            }
            stretch.iter().for_each(|run| said.push_str(&run.0));
        }
        self.line.clear();
        if !within_word(&self.out, &said) && !self.out.ends_with(['\n', ' ']) {
            self.out.push(' ');
        }
        self.out.push_str(&said.replace(BREAK, ""));
        // What `within_word` needs to know of the line just written.
        if said.rsplit(char::is_whitespace).next().is_some_and(|tail| tail.contains(BREAK)) {
            self.out.push(BREAK);
        }
    }
}

/// Whether a line ended inside a long word.
fn within_word(before: &str, after: &str) -> bool {
    let after = after.split(char::is_whitespace).next().unwrap_or_default();
    before.ends_with(BREAK) && (after.contains(BREAK) || after.chars().count() <= 2)
}

/// Every text run of a page with the page coordinates of its glyphs' box.
pub fn boxes(page: &Page) -> Vec<(String, Rect)> {
    let mut found = Vec::new();
    visit(&page.frame, Transform::identity(), &mut |text, transform| {
        let b = text.bbox();
        let corners = [b.min, b.max].map(|corner| corner.transform(transform));
        if b.min.x.is_finite() && b.max.x.is_finite() {
            found.push((text.text.to_string(), Rect::new(corners[0].min(corners[1]), corners[0].max(corners[1]))));
        }
    });
    found
}

/// Characters that came out without a glyph.
pub fn without_glyph(pages: &PagedDocument) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for page in pages.pages() {
        visit(&page.frame, Transform::identity(), &mut |text, _| {
            for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                let chars = text.text.get(glyph.range()).unwrap_or_default().chars();
                found.extend(chars.filter(|&c| !is_default_ignorable(c)));
            }
        });
    }
    found
}

fn visit(frame: &Frame, transform: Transform, f: &mut impl FnMut(&TextItem, Transform)) {
    for (pos, item) in frame.items() {
        let here = transform.pre_concat(Transform::translate(pos.x, pos.y));
        match item {
            FrameItem::Group(group) => visit(&group.frame, here.pre_concat(group.transform), f),
            FrameItem::Text(text) => f(text, here),
            _ => {}
        }
    }
}
