//! Everything in the book as files anyone can read: Markdown for people with the pictures beside it, JSON for programs, and the whole
//! book in the open format, which Holdepunkt can take in again. Not locked, and says so. Not here: the open format (core).

use crate::{Answer, Desk, check, new_folder, readable};
use holdepunkt_core::book::Book;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::picture::ending;
use holdepunkt_core::exchange::write;
use holdepunkt_core::folder::{Folder, write_whole};
use holdepunkt_core::keys::Secret;
use holdepunkt_core::store::picture;
use holdepunkt_core::view::{HistoryItem, PageView, PersonView};
use holdepunkt_core::when;
use serde_json::json;
use std::collections::{HashMap, HashSet};
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
    /// The files of pictures and recordings, by id.
    pub pictures: HashMap<String, String>,
}

/// What is written as it lies in the book.
struct Rest {
    /// The open format, with what no page shows: visits, agreements, answers, proposals, copies, the history of people. None when the
    /// record of changes cannot be told.
    file: Option<String>,
}

impl Rest {
    fn read(book: &Book) -> Result<Self, Error> {
        match write::whole(book.connection()) {
            Ok(file) => Ok(Self { file: Some(file) }),
            Err(Error::Damaged(_)) => Ok(Self { file: None }),
            Err(error) => Err(error),
        }
    }
}

/// The folder for pictures and recordings, beside the text that names them.
const PICTURES: &str = "billeder";

pub fn run(desk: &Desk, folder: &Folder, secret: Option<&Secret>, to: &Path) -> Result<Answer, Error> {
    let opened = check::open(desk, folder, secret)?;
    let (connection, digest_key, _hold) = opened.part();
    let mut book = Book::new(connection, digest_key, desk.world.clone())?;
    // A visit that was going on when the book was copied closes nothing for who has its secret.
    let (whole, rest) = book.as_owner(|book| (Whole::read(book, desk), Rest::read(book)));
    let (whole, rest) = (whole?, rest?);
    let new = new_folder(to)?;
    let put = put(&whole, &rest, &new, desk).and_then(|()| pictures(&book, &whole, &new));
    if let Err(error) = put {
        // Half of it would look like all of it, and stand in the way of the next try.
        let _ = std::fs::remove_dir_all(to);
        return Err(error);
    }
    desk.say(&desk.texts.rescue_exported(&to.display().to_string()));
    if rest.file.is_none() {
        desk.say(&desk.texts.rescue_exported_part());
        return Ok(Answer::Note);
    }
    Ok(Answer::Well)
}

fn put(whole: &Whole, rest: &Rest, to: &Folder, desk: &Desk) -> Result<(), Error> {
    let at = when::date_and_clock(desk.world.now(), desk.texts.language());
    write_whole(&to.path().join("bog.md"), readable::markdown(whole, &at, &desk.texts).as_bytes())?;
    let json = serde_json::to_string_pretty(&whole.json()).map_err(|_| Error::Io(std::io::ErrorKind::InvalidData))?;
    write_whole(&to.path().join("bog.json"), json.as_bytes())?;
    rest.file.as_ref().map_or(Ok(()), |file| write_whole(&to.path().join("bog-hel.json"), file.as_bytes()))
}

/// One after the other: all of them at once may be more than there is room for.
fn pictures(book: &Book, whole: &Whole, to: &Folder) -> Result<(), Error> {
    for (id, name) in &whole.pictures {
        let path = to.path().join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        if let Some(bytes) = picture::bytes(book.connection(), id)? {
            write_whole(&path, &bytes)?;
        }
    }
    Ok(())
}

/// What each picture's file is called: by its id, which is an id and not a path.
fn names(book: &Book) -> Result<HashMap<String, String>, Error> {
    let mut statement = book.connection().prepare("SELECT id, kind FROM picture")?;
    let mut rows = statement.query([])?;
    let mut names = HashMap::new();
    while let Some(row) = rows.next()? {
        let (id, kind): (String, String) = (row.get("id")?, row.get("kind")?);
        if id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
            let name = format!("{PICTURES}/{id}.{}", ending(&kind));
            names.insert(id, name);
        }
    }
    Ok(names)
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
            match book.history_of_chapter(&chapter.id, texts) {
                Ok(items) => history.extend(items),
                // The words are there all the same; that the history is not is said at the end.
                Err(Error::Damaged(_)) => {}
                Err(error) => return Err(error),
            }
        }
        history.sort_by_key(|item| item.revision);
        let shown: HashSet<&str> = pages
            .iter()
            .flat_map(|page| &page.sections)
            .flat_map(|section| &section.lines)
            .map(|line| line.id.as_str())
            .collect();
        let (other, trash) = unshown(book, &shown)?;
        Ok(Self { people: book.people()?, other, trash, history, pages, pictures: names(book)? })
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
