//! Every print of the sample book as the program makes it today: what the fixtures in `tests/prints/fixtures` are held against, and what
//! `examples/sample_prints.rs` draws. Not here: what is tested with them.

use std::error::Error;

use chrono::DateTime;
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Form, How};
use holdepunkt_core::document::Print;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::share::view::{CopyView, News, Since, Standing};
use holdepunkt_core::share::{Made, Saying, Selection, known};
use holdepunkt_core::world::World;
use holdepunkt_core::{opening, printing, sample};
use holdepunkt_i18n::{Language, Texts};

/// What is new in the copy that takes the place of another.
const OPEN_A_WINDOW: &str = "Åbn et vindue, også om vinteren.";
/// The day the prints are made on.
const DAY: &str = "2026-11-22T14:03:00+01:00";

/// Their names, and the prints; in English with `-english` after the name.
pub fn every() -> Result<Vec<(String, Print)>, Box<dyn Error>> {
    let mut prints = Vec::new();
    for language in Language::ALL {
        let named = |name: &str| if language == Language::Da { name.to_string() } else { format!("{name}-english") };
        let found = in_language(&Texts::new(language))?;
        prints.extend(found.into_iter().map(|(name, print)| (named(&name), print)));
    }
    Ok(prints)
}

fn in_language(texts: &Texts) -> Result<Vec<(String, Print)>, Box<dyn Error>> {
    let now = DateTime::parse_from_rfc3339(DAY)?;
    let world = World::with_clock(move || now);
    let place = tempfile::tempdir()?;
    let folder = Folder::at(&place.path().join("book"))?;
    let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::CHEAP, &world)?;
    let (connection, key, _hold) = opened.part();
    let mut book = Book::new(connection, key, world.clone())?;
    sample::fill(&mut book, texts, &world)?;
    let mut prints = Vec::new();
    for reader in known() {
        let selection = Selection::of(book.connection(), &reader.id, None)?;
        let print = printing::printed(&book, &selection, true, texts, &world)?.print;
        if reader.id == "relative" {
            let cover = printing::cover(&old_copy(), &[below(OPEN_A_WINDOW)], texts);
            prints.push(("replacement".to_string(), print.clone().with_cover(Some(cover))));
        }
        prints.push((reader.id.clone(), print));
    }
    prints.push(("advance".to_string(), printing::advance(&book, texts, &world)?.print));
    let chapters = ["well", "signs", "crisis"].map(String::from);
    prints.push(("blank".to_string(), printing::blank_pages(&book, &chapters, texts, &world)?));
    Ok(prints)
}

/// A copy somebody has, as the sheet on top of its replacement tells of it.
fn old_copy() -> CopyView {
    let news = |since, text: &str| News { line: text.into(), since, text: text.into() };
    CopyView {
        id: "copy".into(),
        reader: "relative".into(),
        made: Made::Print,
        chapters: Vec::new(),
        title: "Det gør du nu".into(),
        whom: "Mette".into(),
        form: Form::Supporter,
        how: How::Paper,
        language: Language::Da,
        at: "3. november 2026".into(),
        version: "udgave 14".into(),
        standing: Standing::Old,
        dead: Vec::new(),
        back: String::new(),
        news: vec![news(Since::Added, OPEN_A_WINDOW), news(Since::Gone, "")],
    }
}

/// A line of the print that takes the place of the old one.
fn below(text: &str) -> Saying {
    Saying { id: text.into(), text: text.into(), all: text.into() }
}
