//! Bringing in what was said yes to: a whole book into an empty one, or chosen lines and people into one that is there. One recorded step.
//! History that came in stands in a table of its own and never in the chain. Not here: reading a file (`parcel`), showing it (`preview`).

use super::fault::FileFault;
use super::parcel::{Parcel, Row, text_of};
use super::picture::ON_A_LINE;
use super::rows;
use crate::book::outline::{self, Spot};
use crate::book::{Book, Work, person as person_in_book, uuid};
use crate::change::{Choice, Id, LinkKind, PersonFields, Wanted};
use crate::error::Error;
use crate::going::{Going, Stage};
use crate::history::Draft;
use crate::place;
use crate::share;
use crate::store::author::{self, ME};
use crate::store::entry::{self, Entry};
use crate::store::link::{self, Link};
use crate::store::person;
use crate::store::table::{self, Table};
use crate::store::{Marks, State, Words, chapter, earlier, picture, section};
use crate::view::{Changed, Kind, Perspective};
use crate::workbook::{TOOLBOX, workbook};
use holdepunkt_i18n::Texts;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::{HashMap, HashSet};

/// The name in the record of a whole book that came in. It stands for what the file told and is not told again by the next file.
pub const WHOLE: &str = "import-book";

/// The name in the record of lines and people that came in.
pub const SOME: &str = "import-lines";

/// What was said yes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Ids of lines and people in the file.
    pub ids: HashSet<Id>,
    /// The words the file calls the writer's own are the citizen's own.
    pub mine: bool,
}

impl Book {
    /// Whether nothing is written in this book: then a whole book may come in, with its history.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_blank(&self) -> Result<bool, Error> {
        for table in table::known().iter().filter(|table| table.name != "author" && table.name != "setting") {
            if !table::is_empty(self.connection(), table.name)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Everything in the file into this empty book, as one step that can be undone.
    ///
    /// # Errors
    /// [`Error::NotHere`] when something is written here; [`Error::File`] when what the file says does not make a book;
    /// [`Error::Stopped`]. Then nothing is changed.
    pub fn bring_whole(&mut self, parcel: &Parcel, going: &Going, texts: &Texts) -> Result<Changed, Error> {
        self.only_when_alone()?;
        if !self.is_blank()? {
            return Err(Error::NotHere("bringing a whole book into one that is written"));
        }
        let of = rows::told().map(|table| parcel.rows(table.name).len()).sum::<usize>() + parcel.history.len();
        self.as_one_long_step(&named(WHOLE), going, texts, |connection, _| {
            let mut done = 0..;
            let mut one_more = || going.at(Stage::Taking, done.next().unwrap_or_default(), of);
            for table in rows::told() {
                // An empty book has its authors and settings.
                let put = if ["author", "setting"].contains(&table.name) { table::put } else { table::insert };
                for row in parcel.rows(table.name) {
                    one_more()?;
                    put(connection, table, row).map_err(misfit)?;
                }
            }
            for record in &parcel.history {
                one_more()?;
                earlier::insert(connection, record).map_err(misfit)?;
            }
            share::settle_edition(connection, 0)?;
            if table::fits_together(connection)? { Ok(()) } else { Err(FileFault::Broken("rows").into()) }
        })
    }

    /// The chosen lines and people, with the headings and chapters they stand under and the links between them, as one step.
    ///
    /// # Errors
    /// [`Error::File`] when what the file says does not fit; [`Error::Stopped`]. Then nothing is changed.
    pub fn bring_some(
        &mut self,
        parcel: &Parcel,
        chosen: &Chosen,
        going: &Going,
        texts: &Texts,
    ) -> Result<Changed, Error> {
        self.only_when_alone()?;
        self.as_one_long_step(&named(SOME), going, texts, |connection, world| {
            let work = &Work { connection, world };
            let mut arrival =
                Arrival { work, connection, parcel, authors: HashMap::new(), kept: HashMap::new(), chosen };
            arrival.people()?;
            let lines = in_order("entry", parcel, "section");
            for (done, told) in lines.iter().enumerate() {
                going.at(Stage::Taking, done, lines.len())?;
                arrival.line(told)?;
            }
            going.goes_on()?;
            arrival.links()?;
            going.goes_on()?;
            arrival.pictures()
        })
    }
}

fn named(what: &str) -> Draft {
    Draft { what: what.to_string(), ..Draft::default() }
}

/// A value that does not fit its column is the file's doing, not a fault of the database.
fn misfit(error: Error) -> Error {
    match error {
        Error::Database(_) | Error::TooLong { .. } => FileFault::Broken("a row").into(),
        other => other,
    }
}

/// Reads rows of a table by column.
pub(super) struct Told<'a> {
    table: &'static Table,
    row: &'a Row,
}

impl<'a> Told<'a> {
    pub(super) fn of(name: &str, row: &'a Row) -> Option<Self> {
        rows::table(name).map(|table| Self { table, row })
    }

    pub(super) fn text(&self, column: &str) -> &'a str {
        text_of(self.table, self.row, column)
    }

    pub(super) fn word<T: Words>(&self, column: &str) -> Option<T> {
        T::of(self.text(column))
    }

    fn flag(&self, column: &str) -> bool {
        let at = self.table.position(column);
        self.row.iter().any(|(position, value)| Some(*position) == at && *value == Value::Integer(1))
    }

    /// The fields of a person.
    pub(super) fn person(&self) -> PersonFields {
        let text = |column| self.text(column).to_string();
        PersonFields {
            name: text("name"),
            relation: text("relation"),
            phone: text("phone"),
            wanted: self.word::<Wanted>("wanted").unwrap_or_default(),
            why: text("why"),
        }
    }

    pub(super) fn in_plan(&self) -> bool {
        self.word::<State>("state") == Some(State::Plan)
    }
}

/// Rows of a table as they follow each other: a file has them by their ids.
pub(super) fn in_order<'a>(table: &str, parcel: &'a Parcel, first: &str) -> Vec<Told<'a>> {
    let mut rows: Vec<Told<'a>> = parcel.rows(table).iter().filter_map(|row| Told::of(table, row)).collect();
    let order = |told: &Told<'a>| (told.text(first), told.text("place"), told.text("id"));
    rows.sort_by(|one, other| order(one).cmp(&order(other)));
    rows
}

struct Arrival<'a> {
    work: &'a Work<'a>,
    connection: &'a Connection,
    parcel: &'a Parcel,
    chosen: &'a Chosen,
    /// Authors of the file by the id they have here.
    authors: HashMap<String, Id>,
    /// The id here of a line of the file, where it is another: an answer that stood here already keeps its own.
    kept: HashMap<String, Id>,
}

impl Arrival<'_> {
    fn is_chosen(&self, id: &str) -> bool {
        self.chosen.ids.contains(id)
    }

    fn people(&mut self) -> Result<(), Error> {
        for told in in_order("person", self.parcel, "state") {
            let id = told.text("id");
            if !told.in_plan() || !self.is_chosen(id) {
                continue;
            }
            person_in_book::bring(self.work, id, &told.person())?;
        }
        Ok(())
    }

    fn line(&mut self, told: &Told<'_>) -> Result<(), Error> {
        let id = told.text("id");
        if !told.in_plan() || !self.is_chosen(id) {
            return Ok(());
        }
        let Some(spot) = self.spot(told.text("section"))? else { return Ok(()) };
        let Some(kept) = fits(&spot, told) else { return Ok(()) };
        let here = match spot.kind {
            Kind::Questions | Kind::Text => entry::answer(self.connection, &spot.id, kept.0)?,
            _ => None,
        };
        let known = entry::get(self.connection, here.as_deref().unwrap_or(id))?;
        let marks = Marks::of(told.text("marks"));
        let line = Entry {
            id: id.to_string(),
            chapter: spot.chapter.clone(),
            section: spot.id.clone(),
            prompt: kept.0.to_string(),
            text: told.text("text").to_string(),
            because: told.text("because").to_string(),
            place: place::between(entry::last_place(self.connection, &spot.id)?.as_deref(), None).unwrap_or_default(),
            author: self.author(told.text("author"))?,
            perspective: told.word::<Perspective>("perspective").unwrap_or_default(),
            choice: kept.1,
            marks,
            state: State::Plan,
        };
        match known {
            None => entry::insert(self.connection, &line),
            Some(known) => {
                let private = known.marks.0.contains(&crate::change::Mark::Private);
                let marks = if private { line.marks.with(crate::change::Mark::Private, true) } else { line.marks };
                let place = if known.state == State::Plan { known.place.clone() } else { line.place };
                if known.author != line.author {
                    entry::write_author(self.connection, &known.id, &line.author)?;
                }
                self.kept.insert(id.to_string(), known.id.clone());
                entry::write(self.connection, &Entry { id: known.id, place, marks, ..line })
            }
        }
    }

    /// The place of a section here; one of the file's own headings comes along, with its chapter.
    fn spot(&self, id: &str) -> Result<Option<Spot>, Error> {
        match outline::spot(self.connection, id) {
            Ok(spot) => return Ok(Some(spot)),
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
        let find = |table: &str, id: &str| {
            let rows = self.parcel.rows(table).iter().filter_map(|row| Told::of(table, row));
            rows.into_iter().find(|told| told.text("id") == id && told.in_plan() && told.flag("own"))
        };
        let Some(heading) = find("section", id).filter(|_| uuid(id).is_ok()) else { return Ok(None) };
        // What was thrown out comes back as it is called here, where it stood.
        let told = section::Section {
            id: id.to_string(),
            page: heading.text("page").to_string(),
            kind: Kind::List,
            title: heading.text("title").to_string(),
            place: heading.text("place").to_string(),
            hidden: false,
            own: true,
            state: State::Plan,
        };
        let here = section::get(self.connection, id)?.filter(|row| row.own);
        let row = here.map_or(told, |row| section::Section { hidden: false, state: State::Plan, ..row });
        if workbook().page(&row.page).is_none() {
            let own = outline::chapter_of(&row.page);
            let here = chapter::get(self.connection, own)?.filter(|row| row.own);
            let told = || {
                let comes = uuid(own).is_ok() && row.page == outline::own_page(own);
                find("chapter", own).filter(|_| comes).map(|told| chapter::Chapter {
                    id: own.to_string(),
                    title: told.text("title").to_string(),
                    place: told.text("place").to_string(),
                    hidden: false,
                    own: true,
                    state: State::Plan,
                })
            };
            match here {
                Some(row) if row.state == State::Plan => {}
                Some(row) => {
                    let back = chapter::Chapter { hidden: false, state: State::Plan, ..row };
                    chapter::put(self.connection, &back)?;
                }
                None => match told() {
                    Some(row) => chapter::put(self.connection, &row)?,
                    None => return Ok(None),
                },
            }
        }
        section::put(self.connection, &row)?;
        outline::spot(self.connection, id).map(Some)
    }

    /// Who wrote a line, here. A name that is known under this id stays; another name under the same id is another person.
    fn author(&mut self, id: &str) -> Result<Id, Error> {
        if id == ME && self.chosen.mine {
            return Ok(ME.to_string());
        }
        if let Some(known) = self.authors.get(id) {
            return Ok(known.clone());
        }
        let rows = self.parcel.rows("author").iter().filter_map(|row| Told::of("author", row));
        let name = rows.into_iter().find(|told| told.text("id") == id).map(|told| told.text("name").to_string());
        let name = name.ok_or(FileFault::Broken("authors"))?;
        let here = match (id, author::get(self.connection, id)?) {
            (ME, _) => self.work.world.id()?,
            (id, Some(known)) if known == name => id.to_string(),
            (id, None) => id.to_string(),
            _ => self.work.world.id()?,
        };
        author::put(self.connection, &here, &name)?;
        self.authors.insert(id.to_string(), here.clone());
        Ok(here)
    }

    /// The id a line of the file has here.
    fn here<'a>(&'a self, id: &'a str) -> &'a str {
        self.kept.get(id).map_or(id, String::as_str)
    }

    /// Links from what came in to what is here now.
    fn links(&self) -> Result<(), Error> {
        for told in in_order("link", self.parcel, "from_entry") {
            let (id, from, to) = (told.text("id"), told.text("from_entry"), told.text("to_id"));
            let Some(to_kind) = told.word::<LinkKind>("to_kind") else { continue };
            if !self.is_chosen(from) {
                continue;
            }
            let from = self.here(from);
            if link::get(self.connection, id)?.is_some() || from == to {
                continue;
            }
            let plan = |line: &Entry| line.state == State::Plan;
            let Some(start) = entry::get(self.connection, from)?.filter(plan) else { continue };
            let offered = outline::spot(self.connection, &start.section)?.links.contains(&to_kind);
            let there = match to_kind {
                LinkKind::Tool => {
                    entry::get(self.connection, to)?.filter(plan).is_some_and(|line| line.chapter == TOOLBOX)
                }
                LinkKind::Person => person::get(self.connection, to)?.is_some_and(|known| known.state == State::Plan),
            };
            let links = link::of_entry(self.connection, from)?;
            if !offered || !there || links.iter().any(|known| known.to_kind == to_kind && known.to_id == to) {
                continue;
            }
            let place = place::between(links.last().map(|link| link.place.as_str()), None).unwrap_or_default();
            let (id, from_entry, to_id) = (id.to_string(), from.to_string(), to.to_string());
            link::insert(self.connection, &Link { id, from_entry, to_kind, to_id, place })?;
        }
        Ok(())
    }

    /// Pictures of lines that came in, while the line here has room; the preview said how many it has not.
    fn pictures(&self) -> Result<(), Error> {
        let Some(table) = rows::table("picture") else { return Ok(()) };
        for told in in_order("picture", self.parcel, "entry") {
            let line = self.here(told.text("entry"));
            let wanted = told.in_plan() && self.is_chosen(told.text("entry"));
            let here = picture::get(self.connection, told.text("id"))?.is_some_and(|here| here.state == State::Plan);
            let room = || Ok::<_, Error>(picture::of_entry(self.connection, line)?.len() < ON_A_LINE);
            if wanted && !here && entry::get(self.connection, line)?.is_some() && room()? {
                let at = table.position("entry");
                let mut row = told.row.clone();
                for (_, value) in row.iter_mut().filter(|(position, _)| Some(*position) == at) {
                    *value = Value::Text(line.to_string());
                }
                table::put(self.connection, table, &row).map_err(misfit)?;
            }
        }
        Ok(())
    }
}

/// Whether a line may stand here, with the question it answers and its choice.
pub(super) fn fits<'a>(spot: &Spot, told: &Told<'a>) -> Option<(&'a str, Choice)> {
    let prompt = told.text("prompt");
    let choice = match spot.kind {
        Kind::Derived | Kind::People => return None,
        Kind::Questions if spot.questions.iter().all(|question| question.id != prompt) => return None,
        Kind::Choice => told.word::<Choice>("choice").unwrap_or_default(),
        _ => Choice::Unset,
    };
    Some((if spot.kind == Kind::Questions { prompt } else { "" }, choice))
}
