//! Reads finished pages back: their text in reading order (the pictures' text alternative), characters that came out
//! without a glyph, and where every glyph lies. Not here: making pages.

use std::collections::BTreeSet;

use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, Transform};
use typst::model::{HeadingElem, OutlineEntry, ParElem};
use typst::pdf::ArtifactElem;
use typst::text::{TextItem, is_default_ignorable};
use typst_layout::{Page, PagedDocument};

/// The text of the paragraphs and headings that begin on a page and what its pictures show, one a line and in the order they
/// were written, without header, footer and ornament. (The glyphs are no source for this: they lie in the order they are seen.)
pub fn text(page: &Page) -> String {
    let mut lines = Vec::new();
    collect(&page.frame, &mut Vec::new(), &mut String::new(), &mut lines);
    lines.join("\n")
}

/// `shown`: what the last picture shows; the words under it say the same.
fn collect(frame: &Frame, artifacts: &mut Vec<Location>, shown: &mut String, lines: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, artifacts, shown, lines),
            FrameItem::Image(image, ..) => {
                image.alt().unwrap_or_default().clone_into(shown);
                lines.extend(Some(shown.clone()).filter(|words| !words.is_empty()));
            }
            FrameItem::Tag(Tag::Start(element, _)) if element.is::<ArtifactElem>() => {
                artifacts.extend(element.location());
            }
            FrameItem::Tag(Tag::End(location, ..)) => artifacts.retain(|open| open != location),
            FrameItem::Tag(Tag::Start(element, _)) if artifacts.is_empty() => {
                let body = element.to_packed::<ParElem>().map(|par| &par.body);
                let body = body.or(element.to_packed::<HeadingElem>().map(|heading| &heading.body));
                let listed = element.to_packed::<OutlineEntry>().map(|entry| &entry.element);
                let body = body.or(listed.and_then(|to| to.to_packed::<HeadingElem>()).map(|heading| &heading.body));
                // Without the places where long words may break, and with plain spaces.
                let words = body.map(|body| body.plain_text().replace("\u{200B}", "")).unwrap_or_default();
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                lines.extend(Some(words).filter(|words| !words.is_empty() && words != shown));
                if body.is_some() {
                    shown.clear();
                }
            }
            _ => {}
        }
    }
}

/// Where the pictures of a page lie.
#[cfg(test)]
pub fn pictures(page: &Page) -> Vec<typst::layout::Rect> {
    use typst::layout::{Point, Rect};

    fn look(frame: &Frame, transform: Transform, found: &mut Vec<Rect>) {
        for (pos, item) in frame.items() {
            let here = transform.pre_concat(Transform::translate(pos.x, pos.y));
            match item {
                FrameItem::Group(group) => look(&group.frame, here.pre_concat(group.transform), found),
                FrameItem::Image(_, size, _) => {
                    let corners = [Point::zero(), size.to_point()].map(|corner| corner.transform(here));
                    found.push(Rect::new(corners[0], corners[1]));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    look(&page.frame, Transform::identity(), &mut found);
    found
}

/// Every text run of a page with the page coordinates of its glyphs' box.
#[cfg(test)]
pub fn boxes(page: &Page) -> Vec<(String, typst::layout::Rect)> {
    use typst::layout::Rect;
    use typst::utils::Numeric;

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

/// The size in points of every text run of a page.
#[cfg(test)]
pub fn sizes(page: &Page) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    visit(&page.frame, Transform::identity(), &mut |text, _| found.push((text.text.to_string(), text.size.to_pt())));
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
