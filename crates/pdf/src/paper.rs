//! A document turned into the data file the templates read: cleaned text, shortened lines for page 1, and for every
//! line of page 1 the place in the parts where it stands in full. Not here: how any of it looks.

use std::borrow::Cow;

use holdepunkt_core::document::{Cover, Document, Fact, Item, Items, Panel, Part, RecoverySheet, Tone, Weight};
use holdepunkt_core::printing::{PHONE_FACTS, PHONE_LINES};
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::clean::{Cleaner, runs_right_to_left};
use crate::picture::{Drawn, Pictures};
use crate::places::Places;

/// A line of page 1 longer than this (in characters) is cut there; it stands in full in the parts.
const LONGEST_FRONT_LINE: usize = 170;
/// The same for a fact under the name.
const LONGEST_FACT: usize = 90;
/// A fact that is never shortened stands on page 1 as it is up to this length; a longer one only in full, elsewhere.
const LONGEST_WHOLE_FACT: usize = 900;
/// The longest note of a panel, e.g. the names not to call.
const LONGEST_NOTE: usize = 400;
/// The same for a name, a title, a heading or a label on page 1.
pub(crate) const LONGEST_HEADING: usize = 80;
/// The same for the sentence under the name.
const LONGEST_LEAD: usize = 200;
/// The same for a telephone number, which is large there.
const LONGEST_PHONE: usize = 32;
/// Names and titles in the footer and in the PDF's own title.
pub(crate) const LONGEST_FOOTER: usize = 48;

/// Text for the template: plain, or marked when it runs from right to left.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Said {
    Plain(String),
    RightToLeft { rtl: String },
}

#[derive(Debug, Serialize)]
pub struct Paper {
    lang: String,
    families: Vec<String>,
    title: Said,
    name: Said,
    /// Words of page 1 that had to be cut there, in full: drawn right after it.
    left: Vec<Said>,
    /// Title and name for the PDF's metadata and the footer, never long.
    full_title: String,
    footer: Vec<Said>,
    date: Said,
    version: Said,
    stamp: Said,
    lead: Said,
    facts: Vec<PaperFact>,
    facts_heading: Said,
    panels: Vec<PaperPanel>,
    more: Said,
    rest: Said,
    see: Said,
    parts: Vec<PaperPart>,
    closing: Vec<Said>,
    signatures: Vec<Said>,
    page_word: String,
    of_word: String,
    missing: Said,
    large: bool,
    contents: Said,
    cover: Option<PaperCover>,
    /// As much of a panel, and as many small facts, as the picture for a telephone has: the register goes by the same.
    phone_lines: usize,
    phone_facts: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct PaperCover {
    title: Said,
    lead: Vec<Said>,
    news_heading: Said,
    news: Vec<Said>,
    closing: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct PaperFact {
    label: Said,
    value: Said,
    weight: Weight,
    /// Label and value as page 1 shows them, when they are too long for it.
    short: Option<(Said, Said)>,
}

#[derive(Debug, Serialize)]
struct PaperPanel {
    tone: Tone,
    heading: Said,
    items: Vec<Line>,
    note: Said,
}

#[derive(Debug, Serialize)]
struct PaperPart {
    chapter: Said,
    heading: Said,
    lead: Said,
    groups: Vec<PaperGroup>,
    later: bool,
}

#[derive(Debug, Serialize)]
struct PaperGroup {
    heading: Said,
    items: Vec<Line>,
    whole: bool,
    /// The words page 1 has before the page number of this group.
    pointer: Option<Said>,
}

#[derive(Debug, Serialize)]
struct Line {
    label: Said,
    text: Said,
    because: Said,
    phone: Said,
    links: Vec<Said>,
    author: Said,
    /// Lines to write on by hand.
    ruled: u8,
    pictures: Vec<PaperPicture>,
    /// On page 1: the line as it is shown there.
    front: Option<FrontLine>,
    /// On page 1: number of the line in the parts where all of this stands.
    stands_at: Option<usize>,
    /// In the parts: this line's number, when page 1 points at it.
    number: Option<usize>,
}

/// A picture; sizes in points, as large as it may be drawn.
#[derive(Debug, Serialize)]
struct PaperPicture {
    path: String,
    width: f64,
    height: f64,
    alt: String,
    shows: Said,
}

/// A line of page 1: never long.
#[derive(Debug, Serialize)]
struct FrontLine {
    label: Said,
    text: Said,
    because: Said,
    phone: Said,
    /// Something of it was cut.
    cut: bool,
}

#[derive(Debug, Serialize)]
pub struct SheetPaper {
    lang: String,
    families: Vec<String>,
    title: Said,
    full_title: String,
    lead: Vec<Said>,
    words: Vec<Said>,
    /// Rows of `0` and `1`; empty for none.
    squares: Vec<String>,
    squares_say: String,
    date: Said,
    closing: Vec<Said>,
}

impl Paper {
    pub fn new(document: &Document, pictures: &Pictures, cleaner: &mut Cleaner) -> Self {
        let places = Places::of(document);
        // The arrow the template draws before links.
        cleaner.text(if places.any_links { "→" } else { "" });
        let missing = cleaner.shielded(&document.missing);
        let say = &mut |raw: &str| said(cleaner, raw);
        let front = &document.front;
        let title = if document.title.trim().is_empty() { "Holdepunkt" } else { &document.title };
        let footer = [&*document.name, title, &document.date, &document.version];
        let footer: Vec<String> = footer.iter().map(|words| cut_or_whole(words, LONGEST_FOOTER)).collect();
        let named = footer.iter().take(2).filter(|words| !words.trim().is_empty());
        let full_title = named.rev().map(String::as_str).collect::<Vec<_>>().join(" – ");
        let filled = front.panels.iter().enumerate().filter(|(_, panel)| !panel.items.is_empty());
        let parts = document.parts.iter().enumerate().map(|(at, each)| part(say, &places, pictures, at, each));
        let parts = parts.filter(|part| !part.groups.is_empty()).collect();
        Self {
            lang: document.lang.clone(),
            families: Vec::new(),
            full_title: single_line(&say(&full_title)),
            footer: footer.iter().filter(|word| !word.trim().is_empty()).map(|word| say(word)).collect(),
            title: say(&cut_or_whole(title, LONGEST_HEADING)),
            name: say(&cut_or_whole(&document.name, LONGEST_HEADING)),
            left: left(say, document, title),
            date: say(&cut_or_whole(&document.date, LONGEST_FOOTER)),
            version: say(&cut_or_whole(&document.version, LONGEST_FOOTER)),
            stamp: say(&cut_or_whole(&document.stamp, LONGEST_HEADING)),
            lead: say(&cut_or_whole(&front.lead, LONGEST_LEAD)),
            facts: front.facts.iter().map(|each| fact(say, each)).collect(),
            facts_heading: say(if front.facts_heading.is_empty() { title } else { &front.facts_heading }),
            panels: filled.map(|(at, each)| panel(say, &places, at, each)).collect(),
            more: say(&front.more),
            rest: say(&front.rest),
            see: say(&front.see),
            parts,
            closing: document.closing.iter().map(|words| say(words)).collect(),
            signatures: document.signatures.iter().map(|words| say(words)).collect(),
            page_word: single_line(&say(&document.page_word)),
            of_word: single_line(&say(&document.of_word)),
            missing: Said::Plain(missing),
            large: document.large,
            contents: say(&document.contents),
            cover: document.cover.as_ref().map(|each| cover(say, each)),
            phone_lines: PHONE_LINES,
            phone_facts: PHONE_FACTS,
        }
    }

    /// With the fonts it is set in, and without the note on missing characters when none is missing.
    pub fn set_in(mut self, families: Vec<String>, replaced: bool) -> Self {
        self.families = families;
        if !replaced {
            self.missing = Said::Plain(String::new());
        }
        self
    }
}

impl SheetPaper {
    pub fn new(sheet: &RecoverySheet, cleaner: &mut Cleaner) -> Self {
        let mut say = |raw: &str| said(cleaner, raw);
        Self {
            lang: sheet.lang.clone(),
            families: Vec::new(),
            full_title: single_line(&say(&cut_or_whole(&sheet.title, LONGEST_FOOTER))),
            title: say(&sheet.title),
            lead: sheet.lead.iter().map(|words| say(words)).collect(),
            words: sheet.words.iter().map(|word| say(word)).collect(),
            squares: sheet.squares.clone(),
            squares_say: single_line(&say(&sheet.squares_say)),
            date: say(&sheet.date),
            closing: sheet.closing.iter().map(|words| say(words)).collect(),
        }
    }

    pub fn set_in(mut self, families: Vec<String>) -> Self {
        self.families = families;
        self
    }
}

pub(crate) type Say<'a> = &'a mut dyn FnMut(&str) -> Said;

/// Words of page 1 that are too long for it.
fn left(say: Say, document: &Document, title: &str) -> Vec<Said> {
    let mut all =
        vec![(&*document.name, LONGEST_HEADING), (title, LONGEST_HEADING), (&document.front.lead, LONGEST_LEAD)];
    all.extend(document.front.panels.iter().map(|panel| (&*panel.heading, LONGEST_HEADING)));
    all.extend(document.front.panels.iter().map(|panel| (&*panel.note, LONGEST_NOTE)));
    all.into_iter().filter(|(words, longest)| cut(words, *longest).is_some()).map(|(words, _)| say(words)).collect()
}

pub(crate) fn cover(say: Say, cover: &Cover) -> PaperCover {
    let mut all = |words: &[String]| words.iter().map(|words| say(words)).collect::<Vec<_>>();
    let (lead, news, closing) = (all(&cover.lead), all(&cover.news), all(&cover.closing));
    PaperCover { title: say(&cover.title), lead, news_heading: say(&cover.news_heading), news, closing }
}

fn fact(say: Say, fact: &Fact) -> PaperFact {
    let label = cut_or_whole(&fact.label, LONGEST_HEADING);
    let value = if fact.weight == Weight::Small {
        cut_or_whole(&fact.value, LONGEST_FACT)
    } else if cut(&fact.value, LONGEST_WHOLE_FACT).is_some() {
        String::new()
    } else {
        fact.value.clone()
    };
    let short = (label != fact.label || value != fact.value).then(|| (say(&label), say(&value)));
    PaperFact { label: say(&fact.label), value: say(&fact.value), weight: fact.weight, short }
}

fn panel(say: Say, places: &Places, panel_at: usize, panel: &Panel) -> PaperPanel {
    let heading = say(&cut_or_whole(&panel.heading, LONGEST_HEADING));
    let mut item = |(at, item): (usize, &Item)| {
        let front = Some(front_line(say, item));
        Line { front, stands_at: places.find(panel_at, at), ..line(say, item) }
    };
    let items = panel.items.iter().enumerate().map(&mut item).collect();
    PaperPanel { tone: panel.tone, heading, items, note: say(&cut_or_whole(&panel.note, LONGEST_NOTE)) }
}

fn part(say: Say, places: &Places, pictures: &Pictures, part_at: usize, part: &Part) -> PaperPart {
    let (chapter, heading, lead) = (say(&part.chapter), say(&part.heading), say(&part.lead));
    let mut group = |(group_at, group): (usize, &Items)| {
        let heading = say(&group.heading);
        let number = |item_at| places.number(part_at, group_at, item_at);
        let items = group.items.iter().enumerate();
        let items = items.map(|(at, item)| {
            let (drawn, item) = drawn(say, pictures, (part_at, group_at, at), item);
            Line { number: number(at), pictures: drawn, ..line(say, &item) }
        });
        let items = items.collect();
        let named = if group.heading.trim().is_empty() { &part.heading } else { &group.heading };
        let pointer = group.pointed.then(|| say(&cut_or_whole(named, LONGEST_HEADING)));
        PaperGroup { heading, items, whole: group.whole, pointer }
    };
    let groups = part.groups.iter().enumerate().filter(|(_, group)| !group.items.is_empty());
    PaperPart { chapter, heading, lead, groups: groups.map(&mut group).collect(), later: part.later }
}

/// The pictures of a line that can be drawn, and the line with a note for each of the others.
fn drawn<'a>(
    say: Say,
    pictures: &Pictures,
    (part, group, at): (usize, usize, usize),
    item: &'a Item,
) -> (Vec<PaperPicture>, Cow<'a, Item>) {
    let (mut drawn, mut notes) = (Vec::new(), Vec::new());
    for (nth, picture) in item.pictures.iter().enumerate() {
        let Some(found) = pictures.find((part, group, at, nth)).cloned() else {
            notes.push(picture.note.as_str());
            continue;
        };
        let Drawn { path, width, height } = found;
        drawn.push(PaperPicture {
            path,
            width,
            height,
            alt: single_line(&say(&picture.alt)),
            shows: say(&picture.shows),
        });
    }
    if notes.is_empty() {
        return (drawn, Cow::Borrowed(item));
    }
    let text = format!("{} ({})", item.text, notes.join("; ")).trim().to_owned();
    (drawn, Cow::Owned(Item { text, pictures: Vec::new(), ..item.clone() }))
}

fn line(say: Say, item: &Item) -> Line {
    Line {
        label: say(&item.label),
        text: say(&item.text),
        because: say(&item.because),
        phone: say(&item.phone),
        links: item.links.iter().map(|link| say(link)).collect(),
        author: say(&item.author),
        ruled: item.ruled,
        pictures: Vec::new(),
        front: None,
        stands_at: None,
        number: None,
    }
}

fn front_line(say: Say, item: &Item) -> FrontLine {
    let mut any = false;
    let mut shown = |words: &str, longest| {
        let short = cut(words, longest);
        any |= short.is_some();
        say(short.as_deref().unwrap_or(words))
    };
    let label = shown(&item.label, LONGEST_HEADING);
    let text = shown(&item.text, LONGEST_FRONT_LINE);
    let because = shown(&item.because, LONGEST_FRONT_LINE);
    let phone = shown(&item.phone, LONGEST_PHONE);
    FrontLine { label, text, because, phone, cut: any }
}

pub(crate) fn said(cleaner: &mut Cleaner, raw: &str) -> Said {
    let text = cleaner.text(raw.trim());
    if runs_right_to_left(&text) { Said::RightToLeft { rtl: text } } else { Said::Plain(text) }
}

pub(crate) fn single_line(said: &Said) -> String {
    let (Said::Plain(text) | Said::RightToLeft { rtl: text }) = said;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The start of a text that is too long, cut between words where it has any; `None` when it is short enough.
fn cut(text: &str, longest: usize) -> Option<String> {
    let mut clusters = text.grapheme_indices(true);
    let (end, _) = clusters.nth(longest)?;
    let start = text.get(..end)?;
    let at_word = start.rfind(char::is_whitespace).filter(|&at| at > end / 2).unwrap_or(end);
    Some(format!("{} …", start.get(..at_word)?.trim_end()))
}

pub(crate) fn cut_or_whole(text: &str, longest: usize) -> String {
    cut(text, longest).unwrap_or_else(|| text.to_owned())
}
