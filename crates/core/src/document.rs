//! What a print contains, as plain data: every word is here, in reading order, in one language. `holdepunkt-pdf` draws it.
//! Not here: fonts, pages, Typst. Building a document from a book is in `document/`.

use serde::{Deserialize, Serialize};

/// Whose words stand somewhere on paper: a line, person or number of the book, and what of it is printed there. For the register;
/// never drawn, and not in what a template reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub id: String,
    /// What the register calls it: some of what is printed of it.
    pub text: String,
    /// Field by field, in the words of the book whatever the language of the print; empty where a field is not printed.
    pub fields: Vec<String>,
}

/// A print. All strings are ready to be drawn as they are (user text as data, never markup).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// `da` or `en`.
    pub lang: String,
    pub title: String,
    /// Name or what I want to be called; empty when not filled in.
    pub name: String,
    /// e.g. *22. november 2026*
    pub date: String,
    /// e.g. *udgave 14*: small and quiet beside the date.
    pub version: String,
    /// Date for the PDF's own metadata.
    pub made: (i32, u8, u8),
    /// Marked *Eksempel – en opdigtet person* on every page when not empty.
    pub stamp: String,
    pub front: Front,
    pub parts: Vec<Part>,
    /// Last lines of the print: who can confirm it, legal force in one honest line.
    pub closing: Vec<String>,
    /// Signature fields, e.g. *Dato og underskrift*; empty for none.
    pub signatures: Vec<String>,
    /// *side*, *af* for the footer: `side 1 af 4`.
    pub page_word: String,
    pub of_word: String,
    /// Said once, last in the print, when a character no font has was drawn as □. Empty: nothing is said.
    pub missing: String,
    /// No letter smaller than 18 points.
    #[serde(default)]
    pub large: bool,
    /// Heading of a list of contents with page numbers; empty for none.
    #[serde(default)]
    pub contents: String,
    /// Lies on top of a print that takes the place of an earlier one.
    #[serde(default)]
    pub cover: Option<Cover>,
    /// Whose words `name` and `closing` are.
    #[serde(skip)]
    pub of: Vec<Said>,
}

/// The sheet on top of a new copy: asks the reader to destroy the earlier one, and says what is new.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    pub title: String,
    /// What to do with the earlier copy, one paragraph each.
    pub lead: Vec<String>,
    pub news_heading: String,
    pub news: Vec<String>,
    /// Said after the news; may be empty.
    pub closing: Vec<String>,
}

/// The first page, read by a night nurse in one minute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Front {
    /// One sentence under the title: what this is. Empty when there is nothing on this page; then it is not drawn at all.
    pub lead: String,
    /// Small facts under the name: legal name, birth date, language …
    pub facts: Vec<Fact>,
    /// Heading for the facts page 1 had no room for, drawn right after page 1: *Om mig*.
    pub facts_heading: String,
    pub panels: Vec<Panel>,
    /// Said when a panel had to be shortened: *Resten står på side …* is drawn by the template with this word.
    pub more: String,
    /// The same on the phone picture, which has no pages: *Resten står i hele planen.*
    pub rest: String,
    /// Before a page number, where something stands: *se side*.
    #[serde(default)]
    pub see: String,
}

/// How much room a fact of the first page gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// A small field, shortened when it is long.
    #[default]
    Small,
    /// The width of the page and never shortened: half a consent would give away its limit.
    Whole,
    /// As `Whole`, first and framed: what can do harm at once.
    Alert,
}

/// A label and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
    #[serde(default)]
    pub weight: Weight,
    #[serde(skip)]
    pub of: Vec<Said>,
}

/// How a panel of the first page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    #[default]
    Plain,
    /// Who to call: numbers large.
    Call,
    /// What helps.
    Helps,
    /// What never to do.
    Never,
}

/// A panel on the first page. Panels without items are not in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    pub tone: Tone,
    pub heading: String,
    pub items: Vec<Item>,
    /// Stands last in the panel however few lines it shows, e.g. who not to call; may be empty.
    #[serde(default)]
    pub note: String,
}

/// A part of the plan after the first page (heading level 1); groups inside it (level 2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The chapter that begins with this part; empty when none does.
    #[serde(default)]
    pub chapter: String,
    pub heading: String,
    /// One sentence under the heading; may be empty.
    #[serde(default)]
    pub lead: String,
    pub groups: Vec<Items>,
    /// It can wait: smaller on the supporter's sheet.
    #[serde(default)]
    pub later: bool,
}

/// Lines under one heading. Never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Items {
    /// May be empty: then the items stand directly under the part.
    pub heading: String,
    pub items: Vec<Item>,
    /// Kept on one page where it fits on one.
    #[serde(default)]
    pub whole: bool,
    /// The foot of the first page says on which page this stands.
    #[serde(default)]
    pub pointed: bool,
}

/// One line on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Small label before the text, e.g. a question or *foretrækker*; may be empty.
    pub label: String,
    pub text: String,
    /// *fordi …* with its word, ready to be drawn; may be empty.
    pub because: String,
    /// Telephone number, drawn large in `Tone::Call`; may be empty.
    pub phone: String,
    /// Linked tools and people, drawn small: *→ gå en tur · ring til Mette*
    pub links: Vec<String>,
    /// *forslag fra … · du sagde ja*; may be empty.
    pub author: String,
    /// Ruled lines to write on by hand after the label.
    #[serde(default)]
    pub ruled: u8,
    /// Drawn under the words. Not on the card and not on page 1, where only their words stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    #[serde(skip)]
    pub of: Vec<Said>,
}

/// A picture of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// JPEG or PNG as it lies in the book.
    pub bytes: Vec<u8>,
    /// What it shows, in the citizen's own words; drawn under it when not empty.
    pub shows: String,
    /// Told to those who do not see it. Never empty.
    pub alt: String,
    /// Said in its place when it cannot be drawn.
    pub note: String,
}

/// The card for the pocket: two faces of 85.6 × 54 mm on an A4 sheet, with marks to cut and fold by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub lang: String,
    pub title: String,
    pub name: String,
    pub date: String,
    pub made: (i32, u8, u8),
    pub stamp: String,
    /// What can do harm at once, e.g. allergies: framed on the front.
    pub alert: Vec<Fact>,
    /// The front: who to call.
    pub front: Vec<Panel>,
    /// The back: what helps, and what nobody may do.
    pub back: Vec<Panel>,
    /// The card's words for a camera, as rows of `0` and `1`; empty for none.
    pub squares: Vec<String>,
    pub squares_say: String,
    /// How to cut and fold, printed beside the card.
    pub make: Vec<String>,
    pub missing: String,
    #[serde(default)]
    pub cover: Option<Cover>,
    /// Whose words `name` is.
    #[serde(skip)]
    pub of: Vec<Said>,
}

/// A print with the shape it is drawn in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Print {
    /// First page and parts: the crisis plan.
    Plan(Document),
    /// Steps with numbers, done from the top, on one page where they fit: the supporter's sheet.
    Steps(Document),
    /// All on one page where it fits: the page for the doctor.
    Page(Document),
    /// Chapters with a list of contents, or pages to write on by hand.
    Book(Document),
    Card(Card),
}

impl Print {
    /// The same print, asking for the earlier copy to be destroyed.
    #[must_use]
    pub fn with_cover(mut self, cover: Option<Cover>) -> Self {
        match &mut self {
            Self::Plan(document) | Self::Steps(document) | Self::Page(document) | Self::Book(document) => {
                document.cover = cover;
            }
            Self::Card(card) => card.cover = cover,
        }
        self
    }

    /// Chapters under another name than *Min bog*.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        if let Self::Book(document) = &mut self {
            document.title = title.to_string();
        }
        self
    }

    /// The files of all pictures that may be drawn, in reading order.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = &mut Vec<u8>> {
        let (panels, parts) = match self {
            Self::Plan(document) | Self::Steps(document) | Self::Page(document) | Self::Book(document) => {
                (document.front.panels.iter_mut().chain(&mut []), document.parts.iter_mut())
            }
            Self::Card(card) => {
                let none: &mut [Part] = &mut [];
                (card.front.iter_mut().chain(&mut card.back), none.iter_mut())
            }
        };
        let in_parts = parts.flat_map(|part| &mut part.groups).flat_map(|group| &mut group.items);
        let items = panels.flat_map(|panel| &mut panel.items).chain(in_parts);
        items.flat_map(|item| &mut item.pictures).map(|picture| &mut picture.bytes)
    }

    /// The same print in large type. The card stays as small as a card is.
    #[must_use]
    pub fn in_large(mut self, large: bool) -> Self {
        if let Self::Plan(document) | Self::Steps(document) | Self::Page(document) | Self::Book(document) = &mut self {
            document.large = large;
        }
        self
    }
}

/// The sheet with the twelve recovery words. Neutral: it does not say what kind of book it opens.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    pub lang: String,
    pub title: String,
    pub lead: Vec<String>,
    pub words: Vec<String>,
    /// The same words for a camera: rows of `0` and `1` from top to bottom, without a margin. Empty: none is drawn.
    #[serde(default)]
    pub squares: Vec<String>,
    /// What the squares hold, in words, for those who do not see them and under them for those who do.
    #[serde(default)]
    pub squares_say: String,
    pub made: (i32, u8, u8),
    pub date: String,
    pub closing: Vec<String>,
}
