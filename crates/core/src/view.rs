//! What the screen is told: plain data, texts already in the chosen language, user text untouched.
//! Not here: anything that decides. A view is made by `book/` from tables and the workbook.

use crate::change::{Choice, Id, LinkKind, Mark, PersonFields};
use crate::handover::guest::GuestBookView;
use crate::visit::show::VisitNow;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The three groups of chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// *Min plan*
    Plan,
    /// *Hvem jeg er*
    Who,
    /// *Over tid*
    Time,
}

/// How a section is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Ordered lines.
    List,
    /// One free text (a single line of the book, may hold line breaks).
    Text,
    /// Lines with preferred / acceptable / not, and why.
    Choice,
    /// The people list.
    People,
    /// Fixed questions, each with one answer (a line whose `prompt` is the question).
    Questions,
    /// A ruler from 0 to 10 with a note.
    Scale,
    /// Shows the lines of another section.
    Derived,
    /// Photographs of a page that was filled in by hand. Every page has room for them and no template names it.
    Paper,
}

/// The contents list on the left: groups that hold no chapter are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    pub groups: Vec<ContentsGroup>,
    /// Hidden chapters, for the page where they can be shown again.
    pub hidden: Vec<ContentsChapter>,
    pub undo: Option<Step>,
    pub redo: Option<Step>,
    /// The citizen's own name as author; empty when not told.
    pub me: String,
    /// True for the sample book.
    pub sample: bool,
    /// Somebody sits beside the citizen; chapters that are shut are not in the lists above.
    pub visit: Option<VisitNow>,
    /// This is somebody else's book, handed over in a file.
    pub guest: Option<GuestBookView>,
    /// Proposals that wait for an answer.
    pub waiting: u32,
    pub read_only: bool,
    /// True when the book has no lock.
    pub unlocked_book: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ContentsGroup {
    pub group: Group,
    pub title: String,
    pub chapters: Vec<ContentsChapter>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ContentsChapter {
    pub id: String,
    pub title: String,
    /// Name of the small ink drawing, the chapter's id for template chapters, `own` otherwise.
    pub drawing: String,
    pub own: bool,
    /// True when the citizen has written something here.
    pub begun: bool,
    pub pages: Vec<ContentsPage>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ContentsPage {
    /// `chapter.page`, e.g. `crisis.supporters`; of an own chapter `<uuid>.page`.
    pub id: String,
    pub title: String,
    pub begun: bool,
}

/// One page of a chapter: one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PageView {
    pub id: String,
    pub chapter: String,
    pub chapter_title: String,
    pub title: String,
    pub drawing: String,
    pub own: bool,
    /// Why this page is asked; empty in own chapters.
    pub why: String,
    /// In other people's words.
    pub examples: Vec<String>,
    /// Said before a hard page: what this is, how long it takes, that it may be done with someone.
    pub gentle: String,
    /// Leads back to something good after a hard page.
    pub afterwards: String,
    /// What the law says and other plain facts, dated; said after the lines.
    pub notes: Vec<String>,
    pub sections: Vec<SectionView>,
    pub hidden_sections: Vec<SectionName>,
    /// On the front of the crisis plan the day that was chosen to look through it again, in words; else empty.
    pub review: String,
    /// Photographs of this page, filled in by hand.
    pub paper: Vec<PaperView>,
    /// All people in the book, for the people section and for links.
    pub people: Vec<PersonView>,
    /// The lines of the toolbox, for links.
    pub tools: Vec<ToolView>,
    /// Page before and after this one in reading order, hidden ones skipped.
    pub previous: Option<SectionName>,
    pub next: Option<SectionName>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SectionName {
    pub id: String,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SectionView {
    /// `chapter.section`, e.g. `signs.inner`; a UUID for own headings.
    pub id: String,
    pub kind: Kind,
    pub title: String,
    /// One sentence of help; may be empty.
    pub lead: String,
    /// Shown in the empty line.
    pub placeholder: String,
    pub own: bool,
    pub marks: Vec<Mark>,
    pub links: Vec<LinkKind>,
    pub questions: Vec<QuestionView>,
    pub lines: Vec<Line>,
    /// Of a derived section: the page its lines live on.
    pub from: Option<SectionName>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    pub id: String,
    pub title: String,
    pub help: String,
    /// One short field rather than room for several lines.
    pub short: bool,
}

/// Seen from whom a line is written (S1, *Tre perspektiver*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    #[default]
    First,
    Second,
    Third,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    pub id: Id,
    pub text: String,
    pub because: String,
    pub prompt: String,
    pub choice: Choice,
    pub marks: Vec<Mark>,
    pub perspective: Perspective,
    /// Name of the author as it was; empty for the citizen.
    pub author: String,
    pub links: Vec<LinkView>,
    pub pictures: Vec<PictureView>,
}

/// A picture or recording of a line; its bytes are asked for one by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PictureView {
    pub id: Id,
    /// A recording: heard, not seen.
    pub sound: bool,
    /// What it shows, in the citizen's words; may be empty.
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// A photograph of a page that was filled in by hand: a line that says nothing yet and carries the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperView {
    pub id: Id,
    pub picture: PictureView,
    /// *kun mig*
    pub private: bool,
    /// What stands on it has been typed: it is put away.
    pub typed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    pub id: Id,
    pub kind: LinkKind,
    pub to: Id,
    /// The tool's or person's text as it is now.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    pub id: Id,
    #[serde(flatten)]
    pub fields: PersonFields,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ToolView {
    pub id: Id,
    pub text: String,
    pub marks: Vec<Mark>,
}

/// A step that can be undone or redone, with words for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// What it was, e.g. *linje skrevet*.
    pub what: String,
    /// The page it happened on, to be shown; empty when none.
    pub page: String,
}

/// Answer to every change, undo and redo. Only sent after the change is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    pub revision: u32,
    /// Local time `14.03`, in the language's way.
    pub saved_at: String,
    /// Pages (`chapter.page`) whose view is stale now; `*` for all and the contents.
    pub stale: Vec<String>,
    /// Ids of lines made by the change.
    pub created: Vec<Id>,
    pub undo: Option<Step>,
    pub redo: Option<Step>,
    /// The page to look at after undo or redo.
    pub page: String,
    /// The disk is full, and this went into the room that is kept for the last words.
    pub on_reserve: bool,
}

/// One step of history as a person reads it: who, when, what it became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryItem {
    pub revision: u32,
    /// Local date and time in words of the language.
    pub at: String,
    /// Name as it was, empty for the citizen.
    pub author: String,
    /// What was done, in words.
    pub what: String,
    pub line: Option<Id>,
    /// The line's text after this step; empty when removed or not about a line.
    pub text: String,
    pub because: String,
    /// True when bringing this version back would change something.
    pub restorable: bool,
}

/// *Det er svært lige nu*: everything on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HelpView {
    /// My own signs (early and clearly worse), short.
    pub signs: Vec<String>,
    /// Tools marked *svær dag* first, then what I do when it is breaking down.
    pub tools: Vec<String>,
    /// Smallest good day.
    pub smallest: Vec<String>,
    pub people: Vec<PersonView>,
    pub lines: Vec<HelpLine>,
    /// How it is: the ways in that have something behind them, in order. None when the book is locked.
    pub doors: Vec<crate::help::Door>,
    /// Good lines of `well`, to end with.
    pub good: Vec<String>,
    /// The same plan for the one who helps; none when the book is locked.
    pub helper: Vec<crate::help::HelperStep>,
    /// Numbers of people and lines here that did not work when they were tried; those come last.
    pub dead: Vec<crate::book::DeadNumber>,
    /// Only what may be seen without unlocking is here.
    pub locked: bool,
}

/// What can be chosen to be seen without unlocking, and what is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardView {
    pub signs: Vec<CardItem>,
    pub tools: Vec<CardItem>,
    /// Only people with a telephone.
    pub people: Vec<CardItem>,
    /// Help lines the citizen wrote; the others are seen anyway.
    pub lines: Vec<CardItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardItem {
    pub id: Id,
    /// The line, or the person's name.
    pub text: String,
    /// Empty for a line.
    pub phone: String,
    pub shown: bool,
}

/// A help line shown in a crisis: from `workbook/help-lines.toml`, with what the citizen wrote about it, or the citizen's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HelpLine {
    pub id: String,
    pub name: String,
    pub number: String,
    /// Who it is for.
    pub whom: String,
    /// Hours in words as the source gives them.
    pub hours: String,
    /// Some(true) open now, Some(false) closed now, None when we do not know.
    pub open_now: Option<bool>,
    /// *åbner kl. 11*, with *måske* when unsure; empty when it is open or not known.
    pub opens: String,
    /// The citizen added it.
    pub own: bool,
    /// The citizen wrote on it.
    pub edited: bool,
    /// Region or empty for the whole country.
    pub region: String,
    /// Where the facts come from and when they were checked, in words.
    pub source: String,
    pub checked: String,
    pub unsure: bool,
}

/// Said when something could not be done: what happened, what is safe, what to do now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    pub code: Code,
    pub message: String,
    pub way_out: String,
}

/// Only what the screen acts on; everything else is `Other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    WrongSecret,
    // The computer's keyring did not open it: there are other ways in.
    Keyring,
    Locked,
    DiskFull,
    ReadOnly,
    AlreadyOpen,
    Newer,
    Foreign,
    Damaged,
    NotFound,
    // This one thing as it is, however often it is tried; everything else goes on.
    Refused,
    // Nothing to undo, redo or print.
    Nothing,
    Cancelled,
    Other,
}
