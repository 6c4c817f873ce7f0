//! Typst draws a letter and a mark above it as two runs of text that both claim the letter, so a PDF's text would say
//! it twice (accents, vowel points, dots). Joined to one run here. Not here: anything that changes how a page looks.

use std::ops::Range;

use typst::ecow::EcoString;
use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use crate::clean::runs_right_to_left;

/// The same pages with every letter said once.
pub fn mend(pages: PagedDocument) -> PagedDocument {
    if !pages.pages().iter().any(|page| broken(&page.frame)) {
        return pages;
    }
    let info = typst::model::Document::info(&pages).clone();
    let mended = pages.pages().iter().map(|page| Page { frame: mended(&page.frame), ..page.clone() });
    PagedDocument::new(mended.collect(), info)
}

fn broken(frame: &Frame) -> bool {
    let here = frame.items().as_slice().windows(2).any(|pair| match pair {
        [(_, FrameItem::Text(a)), (_, FrameItem::Text(b))] => shared(a, b).is_some(),
        _ => false,
    });
    here || frame.items().any(|(_, item)| matches!(item, FrameItem::Group(group) if broken(&group.frame)))
}

fn mended(frame: &Frame) -> Frame {
    let mut items: Vec<(Point, FrameItem)> = Vec::with_capacity(frame.items().len());
    for (pos, item) in frame.items() {
        match item {
            FrameItem::Text(text) => {
                if let Some((at, FrameItem::Text(before))) = items.last_mut()
                    && let Some(range) = shared(before, text)
                {
                    join(before, text, range, at.y - pos.y);
                    continue;
                }
                items.push((*pos, item.clone()));
            }
            FrameItem::Group(group) => {
                let mut group = group.clone();
                group.frame = mended(&group.frame);
                items.push((*pos, FrameItem::Group(group)));
            }
            _ => items.push((*pos, item.clone())),
        }
    }
    let mut new = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        new.set_baseline(frame.baseline());
    }
    new.push_multiple(items);
    new
}

/// The letter both runs claim, as its place in `before`: one of the glyphs that touch is a mark (without width of its
/// own) on the other.
fn shared(before: &TextItem, after: &TextItem) -> Option<Range<usize>> {
    let (last, first) = (before.glyphs.last()?, after.glyphs.first()?);
    let letter = before.text.get(last.range())?;
    // Glyphs lie as they are seen: from the right, the mark comes before its letter.
    let mark = if runs_right_to_left(letter) { last } else { first };
    let same_style = before.font == after.font
        && before.size == after.size
        && before.fill == after.fill
        && before.lang == after.lang;
    let short = before.text.len() + after.text.len() <= usize::from(u16::MAX);
    (short && same_style && mark.x_advance == Em::zero() && after.text.get(first.range()) == Some(letter))
        .then(|| last.range())
}

/// Appends the glyphs of `after`, `rise` higher than their run had them.
fn join(before: &mut TextItem, after: &TextItem, letter: Range<usize>, rise: Abs) {
    let first = after.glyphs.first().map(Glyph::range).unwrap_or_default();
    let own = |range: Range<usize>| after.text.get(range).unwrap_or_default();
    let from_right = runs_right_to_left(before.text.get(letter.clone()).unwrap_or_default());
    // What `after` adds to the text, and how far the glyphs of both move in it.
    let (text, move_before, move_after): (EcoString, usize, i64) = if from_right {
        let added = own(0..first.start);
        (format!("{added}{}", before.text).into(), added.len(), 0)
    } else {
        let added = own(first.end..after.text.len());
        (format!("{}{added}", before.text).into(), 0, letter.start as i64 - first.start as i64)
    };
    let moved = |at: u16, by: i64| u16::try_from(i64::from(at) + by).unwrap_or(at);
    for glyph in &mut before.glyphs {
        glyph.range = moved(glyph.range.start, move_before as i64)..moved(glyph.range.end, move_before as i64);
    }
    let size = before.size;
    before.glyphs.extend(after.glyphs.iter().cloned().map(|mut glyph| {
        glyph.y_offset += Em::from_abs(rise, size);
        glyph.range = moved(glyph.range.start, move_after)..moved(glyph.range.end, move_after);
        glyph
    }));
    before.text = text;
}
