//! Everything in the book as two files anyone can read: Markdown for people, JSON for programs. Not locked, and says so.

use crate::{Answer, Desk, check, new_folder, readable};
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::{Folder, write_whole};
use holdepunkt_core::keys::Secret;
use holdepunkt_core::view::{HistoryItem, PageView, PersonView};
use holdepunkt_core::when;
use serde_json::json;
use std::collections::HashSet;
use std::path::Path;

/// All there is, in the order of the book.
pub struct Whole {
    pub pages: Vec<PageView>,
    pub people: Vec<PersonView>,
    /// Text and reason of lines on no page that is shown: hidden headings.
    pub other: Vec<(String, String)>,
    pub trash: Vec<(String, String)>,
    /// Oldest first.
    pub history: Vec<HistoryItem>,
}

pub fn run(desk: &Desk, folder: &Folder, secret: Option<&Secret>, to: &Path) -> Result<Answer, Error> {
    let opened = check::open(desk, folder, secret)?;
    let (connection, digest_key, _hold) = opened.part();
    let book = Book::new(connection, digest_key, desk.world.clone())?;
    let whole = Whole::read(&book, desk)?;
    let new = new_folder(to)?;
    put(&whole, &new, desk)?;
    desk.say(&desk.texts.rescue_exported(&to.display().to_string()));
    Ok(Answer::Well)
}

pub fn put(whole: &Whole, to: &Folder, desk: &Desk) -> Result<(), Error> {
    let at = when::date_and_clock(desk.world.now(), desk.texts.language());
    write_whole(&to.path().join("bog.md"), readable::markdown(whole, &at, &desk.texts).as_bytes())?;
    let json = serde_json::to_string_pretty(&whole.json()).map_err(|_| Error::Io(std::io::ErrorKind::InvalidData))?;
    write_whole(&to.path().join("bog.json"), json.as_bytes())
}

impl Whole {
    /// # Errors
    /// What the database says.
    pub fn read(book: &Book, desk: &Desk) -> Result<Self, Error> {
        let texts = &desk.texts;
        let contents = book.contents(texts)?;
        let chapters: Vec<_> =
            contents.groups.iter().flat_map(|group| &group.chapters).chain(&contents.hidden).collect();
        let mut pages = Vec::new();
        let mut history: Vec<HistoryItem> = Vec::new();
        for (done, chapter) in chapters.iter().enumerate() {
            desk.progress(done as u64, chapters.len() as u64);
            for page in &chapter.pages {
                pages.push(book.page(&page.id, texts)?);
            }
            history.extend(book.history_of_chapter(&chapter.id, texts)?);
        }
        history.sort_by_key(|item| item.revision);
        let shown: HashSet<&str> = pages
            .iter()
            .flat_map(|page| &page.sections)
            .flat_map(|section| &section.lines)
            .map(|line| line.id.as_str())
            .collect();
        let (other, trash) = unshown(book, &shown)?;
        Ok(Self { people: book.people()?, other, trash, history, pages })
    }

    fn json(&self) -> serde_json::Value {
        let bare = |lines: &[(String, String)]| -> Vec<serde_json::Value> {
            lines.iter().map(|(text, because)| json!({ "text": text, "because": because })).collect()
        };
        json!({
            "format": "holdepunkt-rescue-export",
            "version": 1,
            "pages": self.pages,
            "people": self.people,
            "hidden": bare(&self.other),
            "trash": bare(&self.trash),
            "history": self.history,
        })
    }
}

type Bare = Vec<(String, String)>;

/// Lines that no page shows: under hidden headings, and in the trash.
fn unshown(book: &Book, shown: &HashSet<&str>) -> Result<(Bare, Bare), Error> {
    let sql =
        "SELECT id, text, because, state FROM entry WHERE text <> '' OR because <> '' ORDER BY section, place, id";
    let mut statement = book.connection().prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut other, mut trash) = (Bare::new(), Bare::new());
    while let Some(row) = rows.next()? {
        let line = (row.get("text")?, row.get("because")?);
        if row.get::<_, String>("state")? == "trash" {
            trash.push(line);
        } else if !shown.contains(row.get::<_, String>("id")?.as_str()) {
            other.push(line);
        }
    }
    Ok((other, trash))
}
