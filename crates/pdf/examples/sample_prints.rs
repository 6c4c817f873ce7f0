//! Every print of the sample book, as PDF to be looked at and as the fixtures of the tests:
//! `cargo run -p holdepunkt-pdf --example sample_prints -- DIR`; with `json` after DIR only the fixtures.

use std::error::Error;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use holdepunkt_core::book::Book;
use holdepunkt_core::change::Form;
use holdepunkt_core::document::Print;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::share::view::{CopyView, News, Since, Standing};
use holdepunkt_core::share::{Saying, Selection, known};
use holdepunkt_core::world::World;
use holdepunkt_core::{opening, printing, sample};
use holdepunkt_i18n::{Language, Texts};

fn json(print: &Print) -> serde_json::Result<String> {
    match print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => {
            serde_json::to_string_pretty(document)
        }
        Print::Card(card) => serde_json::to_string_pretty(card),
    }
}

fn write(folder: &Path, name: &str, print: &Print) -> Result<(), Box<dyn Error>> {
    std::fs::write(folder.join(format!("{name}.json")), json(print)? + "\n")?;
    if std::env::args().nth(2).is_none() {
        std::fs::write(folder.join(format!("{name}.pdf")), holdepunkt_pdf::lay(print)?.pdf()?)?;
    }
    Ok(())
}

/// A copy somebody has, as the sheet on top of its replacement tells of it.
const OPEN_A_WINDOW: &str = "Åbn et vindue, også om vinteren.";

/// A line of the print that takes the place of the old one.
fn below(text: &str) -> Saying {
    Saying { id: text.into(), text: text.into(), all: text.into() }
}

fn old_copy() -> CopyView {
    let news = |since, text: &str| News { line: text.into(), since, text: text.into() };
    CopyView {
        id: "copy".into(),
        reader: "relative".into(),
        made: holdepunkt_core::share::Made::Print,
        chapters: Vec::new(),
        title: "Det gør du nu".into(),
        whom: "Mette".into(),
        form: Form::Supporter,
        how: holdepunkt_core::change::How::Paper,
        language: Language::Da,
        at: "3. november 2026".into(),
        version: "udgave 14".into(),
        standing: Standing::Old,
        back: String::new(),
        news: vec![news(Since::Added, OPEN_A_WINDOW), news(Since::Gone, "")],
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder for the prints")?);
    std::fs::create_dir_all(&folder)?;
    let now = DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00")?;
    let world = World::with_clock(move || now);
    for language in Language::ALL {
        let texts = Texts::new(language);
        let place = tempfile::tempdir()?;
        let book_folder = Folder::at(&place.path().join("book"))?;
        let (opened, _) = opening::create(&book_folder, &NewLock::Open, Cost::CHEAP, &world)?;
        let (connection, key, _hold) = opened.part();
        let mut book = Book::new(connection, key, world.clone())?;
        sample::fill(&mut book, &texts, &world)?;
        let named = |name: &str| if language == Language::Da { name.to_string() } else { format!("{name}-english") };
        for reader in known() {
            let selection = Selection::of(book.connection(), &reader.id, None)?;
            let print = printing::printed(&book, &selection, true, &texts, &world)?.print;
            write(&folder, &named(&reader.id), &print)?;
            if language == Language::Da && matches!(reader.id.as_str(), "ward" | "relative" | "residence") {
                write(&folder, &format!("{}-large", reader.id), &print.clone().in_large(true))?;
            }
            if language == Language::Da && reader.id == "relative" {
                let cover = printing::cover(&old_copy(), &[below(OPEN_A_WINDOW)], &texts);
                write(&folder, "replacement", &print.with_cover(Some(cover)))?;
            }
        }
        write(&folder, &named("advance"), &printing::advance(&book, &texts, &world)?.print)?;
        let chapters: Vec<String> = ["well", "signs", "crisis"].map(String::from).into();
        write(&folder, &named("blank"), &printing::blank_pages(&book, &chapters, &texts, &world)?)?;
    }
    Ok(())
}
