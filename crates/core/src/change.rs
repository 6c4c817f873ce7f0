//! Every change the citizen can make to the book, as data. `Book::change` is the only door they go through.
//! Not here: how a change is carried out (`book/`), and preferences of the screen, which are not part of the book.

mod help_line;
mod share;

pub use self::help_line::{Answer, HelpLineFields, NumberOf, OpenHours};
pub use self::share::{Copy, Form, How, SharedLine, Tick};
use crate::visit::VisitChange;
use holdepunkt_i18n::Language;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Random UUID (version 4) as text. The screen makes it, so that a repeated send of the same new line is the same line.
pub type Id = String;

/// A mark on a line, set by the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// *svær dag*: works on a hard day too.
    HardDay,
    /// *personlig medicin*: does for me what medicine does.
    PersonalMedicine,
    /// *kun mig*: never in a print, a share or a visit.
    Private,
    /// *skrevet ind*: what stands on this photograph of a page has been typed, and it is put away.
    Typed,
}

/// The answer in a section of kind `choice`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    #[default]
    Unset,
    Preferred,
    Acceptable,
    Not,
}

/// Whether a person is wanted as a supporter in a crisis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    #[default]
    Unset,
    Yes,
    No,
}

/// What a link points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// A line in the toolbox.
    Tool,
    Person,
}

/// Where something is put: first, last, or just after its sibling with this id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "at", content = "id")]
pub enum Place {
    First,
    Last,
    After(Id),
}

/// All that is known of a person in the plan. Every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct PersonFields {
    pub name: String,
    pub relation: String,
    pub phone: String,
    pub wanted: Wanted,
    /// Why this person is wanted, or not.
    pub why: String,
}

/// One change. Texts are whole fields, never keystrokes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
pub enum Change {
    /// A new line. `prompt` is the question's id in a `questions` section, otherwise empty. Sent again with an id the
    /// book already has, it is the same as `WriteLine`.
    AddLine {
        id: Id,
        section: String,
        prompt: String,
        text: String,
        place: Place,
    },
    /// A new line at the end of a list, *kun mig* from its first word on. Sent again with an id the book already has, it is the same as
    /// `WriteLine`.
    AddPrivateLine {
        id: Id,
        section: String,
        text: String,
    },
    WriteLine {
        id: Id,
        text: String,
    },
    WriteBecause {
        id: Id,
        because: String,
    },
    /// An old plan pasted in: one line per line, bullets and numbers at the start taken off, empty lines dropped.
    PasteLines {
        section: String,
        text: String,
        place: Place,
    },
    MoveLine {
        id: Id,
        place: Place,
    },
    MarkLine {
        id: Id,
        mark: Mark,
        on: bool,
    },
    ChooseLine {
        id: Id,
        choice: Choice,
    },
    /// To the trash: out of every page and print, kept in history, can be brought back.
    RemoveLine {
        id: Id,
    },
    /// Bring the line back as it stood after this revision. A new change, not an undo.
    RestoreLine {
        id: Id,
        revision: u32,
    },
    AddLink {
        id: Id,
        from: Id,
        to_kind: LinkKind,
        to: Id,
    },
    RemoveLink {
        id: Id,
    },
    AddPerson {
        id: Id,
        fields: PersonFields,
        place: Place,
    },
    WritePerson {
        id: Id,
        fields: PersonFields,
    },
    MovePerson {
        id: Id,
        place: Place,
    },
    RemovePerson {
        id: Id,
    },
    /// Own chapter in the group of the plan, with one empty list.
    AddChapter {
        id: Id,
        title: String,
    },
    /// An empty title gives a template chapter its own name back.
    RenameChapter {
        id: String,
        title: String,
    },
    HideChapter {
        id: String,
        hidden: bool,
    },
    MoveChapter {
        id: String,
        place: Place,
    },
    /// Own chapters only; template chapters are hidden instead.
    RemoveChapter {
        id: Id,
    },
    /// Own heading (a list) on a page.
    AddSection {
        id: Id,
        page: String,
        title: String,
        place: Place,
    },
    RenameSection {
        id: String,
        title: String,
    },
    HideSection {
        id: String,
        hidden: bool,
    },
    MoveSection {
        id: String,
        place: Place,
    },
    RemoveSection {
        id: Id,
    },
    /// What a picture shows, or what is said in a recording.
    DescribePicture {
        id: Id,
        alt: String,
    },
    /// Out of the line; kept in history.
    RemovePicture {
        id: Id,
    },
    /// What the citizen is called, as author of lines.
    NameMe {
        name: String,
    },
    /// A help line of one's own. Sent again with an id the book already has, it is the same as `WriteHelpLine`.
    AddHelpLine {
        id: Id,
        fields: HelpLineFields,
    },
    /// Also one that came with the program.
    WriteHelpLine {
        id: String,
        fields: HelpLineFields,
    },
    /// 112 cannot be hidden.
    HideHelpLine {
        id: String,
        hidden: bool,
    },
    /// An own one is taken out; one that came with the program is as it came again.
    RemoveHelpLine {
        id: String,
    },
    /// All of them as the citizen wants to see them. 112 stays first.
    OrderHelpLines {
        ids: Vec<String>,
    },
    /// What a line of `after.changes` would change: this line, or with an empty `target` a new one in `section`.
    AimLine {
        id: Id,
        section: String,
        target: String,
    },
    /// A line of `after.changes` would take the line `target` out of the plan.
    AimOut {
        id: Id,
        target: Id,
    },
    /// An own answer of the chapter `after` becomes a line of `after.changes` with these words. It changes nothing in the plan; where it
    /// belongs may be said at once, as for `AimLine`. Sent again with an id the book already has, only its words are written.
    SuggestFrom {
        from: Id,
        id: Id,
        text: String,
        section: String,
        target: String,
    },
    /// The citizen says yes to it: the words go into the plan, or the line out of it. `line` is the id of the new line where one is made.
    TakeAim {
        id: Id,
        line: Id,
    },
    /// When the plan is looked through next, `2027-05-01`; empty for no day. `off`: it is never asked.
    SetReview {
        day: String,
        off: bool,
    },
    /// *Passer det stadig?*
    AnswerReview {
        page: String,
        answer: Answer,
    },
    /// Whether a number still works.
    TryNumber {
        of: NumberOf,
        id: String,
        answer: Answer,
    },
    /// A reader of one's own, beginning with what `like` has ticked.
    AddReader {
        id: Id,
        title: String,
        like: String,
    },
    /// An empty title gives a known reader its own name back.
    RenameReader {
        id: String,
        title: String,
    },
    /// What the reader's print is, remembered for the next one.
    ArrangeReader {
        id: String,
        form: Form,
        language: Language,
        large: bool,
    },
    /// Ticks or unticks; for a chapter or section that goes for everything in it. A line that is *kun mig* is refused.
    TickForReader {
        reader: String,
        what: Tick,
        id: String,
        on: bool,
    },
    /// Back to what is suggested for this kind of reader.
    ResetReader {
        id: String,
    },
    /// Own readers only.
    RemoveReader {
        id: Id,
    },
    /// Somebody got a copy.
    RecordShare {
        id: Id,
        copy: Copy,
    },
    WriteShare {
        id: Id,
        whom: String,
        how: How,
    },
    /// The copy came back, or was destroyed; `false`: it did not after all.
    TakeBackShare {
        id: Id,
        back: bool,
    },
    RemoveShare {
        id: Id,
    },
    /// Around a visit, and what others propose.
    Visit {
        visit: VisitChange,
    },
}
