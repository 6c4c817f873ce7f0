//! What a file would bring, chapter by chapter and line by line, beside what is in the book now. Changes nothing.
//! Not here: whether the file may be read at all (`parcel`), bringing it in (`bring`).

use super::bring::{Told, fits, in_order};
use super::parcel::Parcel;
use super::picture::ON_A_LINE;
use crate::book::Book;
use crate::book::outline::{self, Outline, Spot, chapter_of};
use crate::change::{Choice, Id, Mark, PersonFields, Wanted};
use crate::error::Error;
use crate::going::{Going, Stage};
use crate::store::author::{self, ME};
use crate::store::{Marks, State, chapter, entry, person, picture, section};
use crate::view::Kind;
use crate::when;
use crate::workbook::{key, workbook};
use chrono::DateTime;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// Lines that are shown; more than any plan has. The rest is told as a number.
pub const MOST_SHOWN: usize = 5_000;

/// Letters shown of one text; the whole of it comes in.
const MOST_LETTERS: usize = 1_000;

/// How something in the file stands to the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Compared {
    /// Not in the book.
    New,
    /// In the book, word for word.
    Same,
    /// In the book with other words, which would be replaced.
    Other,
    /// Taken out of the book earlier, and would come back.
    Thrown,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ArrivingLine {
    pub id: Id,
    /// Heading or question above it.
    pub heading: String,
    pub text: String,
    pub because: String,
    /// Who wrote it, as the file says; empty for the one the book is about.
    pub author: String,
    pub private: bool,
    pub standing: Compared,
    /// What stands in the book now, when it would be replaced.
    pub now: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ArrivingChapter {
    pub id: String,
    pub title: String,
    pub lines: Vec<ArrivingLine>,
}

/// Everything a file would bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Arriving {
    /// The book is empty: all of it may come in, with its history.
    pub blank: bool,
    /// What the file calls the one it is about; may be empty.
    pub name: String,
    /// The file seems to be the citizen's own.
    pub mine: bool,
    pub chapters: Vec<ArrivingChapter>,
    pub people: Vec<ArrivingLine>,
    /// Lines beyond those shown, and those that stand where this version has no page.
    pub unseen: u32,
    /// Lines that lie in the file's trash.
    pub thrown: u32,
    /// Steps of history the file tells, and their first and last day in words.
    pub steps: u32,
    pub from: String,
    pub until: String,
    /// The file holds something of a later version that cannot come in.
    pub later: bool,
}

impl Book {
    /// What the file would bring into this book.
    ///
    /// # Errors
    /// What the database says; [`Error::Stopped`].
    pub fn arriving(&self, parcel: &Parcel, going: &Going, texts: &Texts) -> Result<Arriving, Error> {
        self.only_when_alone()?;
        going.at(Stage::Comparing, 0, 1)?;
        let rows = || parcel.rows("author").iter().filter_map(|row| Told::of("author", row));
        let authors: HashMap<&str, &str> = rows().map(|told| (told.text("id"), told.text("name"))).collect();
        let name = authors.get(ME).map(ToString::to_string).unwrap_or_default();
        let me = author::name(self.connection(), ME)?;
        let mut pictured: HashMap<&str, Vec<Told<'_>>> = HashMap::new();
        let pictures = parcel.rows("picture").iter().filter_map(|row| Told::of("picture", row));
        for told in pictures.filter(Told::in_plan) {
            pictured.entry(told.text("entry")).or_default().push(told);
        }
        let mut look = Look {
            book: self,
            parcel,
            going,
            texts,
            outline: Outline::read(self.connection())?,
            authors,
            pictured,
            shown: 0,
            unseen: 0,
            thrown: 0,
        };
        let chapters = look.chapters()?;
        let people = look.people()?;
        let day = |at: &str| {
            let at = DateTime::parse_from_rfc3339(at).ok();
            at.map(|at| when::date(at.date_naive(), texts.language())).unwrap_or_default()
        };
        let (from, until) = parcel.span.as_ref().map(|(from, until)| (day(from), day(until))).unwrap_or_default();
        Ok(Arriving {
            blank: self.is_blank()?,
            mine: name.is_empty() || name == me,
            name,
            chapters,
            people,
            unseen: look.unseen,
            thrown: look.thrown,
            steps: u32::try_from(parcel.history.len()).unwrap_or(u32::MAX),
            from,
            until,
            later: parcel.unknown > 0,
        })
    }
}

pub(super) struct Look<'a> {
    pub(super) book: &'a Book,
    parcel: &'a Parcel,
    going: &'a Going,
    pub(super) texts: &'a Texts,
    pub(super) outline: Outline,
    pub(super) authors: HashMap<&'a str, &'a str>,
    /// The pictures of each line, which may be all there is to it.
    pub(super) pictured: HashMap<&'a str, Vec<Told<'a>>>,
    shown: usize,
    unseen: u32,
    thrown: u32,
}

impl<'a> Look<'a> {
    fn chapters(&mut self) -> Result<Vec<ArrivingChapter>, Error> {
        let mut found: HashMap<String, ArrivingChapter> = HashMap::new();
        let lines = in_order("entry", self.parcel, "section");
        let of = lines.len();
        for (done, told) in lines.into_iter().enumerate() {
            self.going.at(Stage::Comparing, done, of)?;
            if !told.in_plan() {
                self.thrown += 1;
                continue;
            }
            let pictured = self.pictured.contains_key(told.text("id"));
            if told.text("text").is_empty() && told.text("because").is_empty() && !pictured {
                continue;
            }
            let spot = self.spot(told.text("section"));
            let Some(spot) = spot.filter(|spot| fits(spot, &told).is_some() && self.shown < MOST_SHOWN) else {
                self.unseen += 1;
                continue;
            };
            self.shown += 1;
            let line = self.line(&spot, &told)?;
            let chapter = found.entry(spot.chapter.clone()).or_insert_with(|| ArrivingChapter {
                title: self.chapter_title(&spot.chapter),
                id: spot.chapter.clone(),
                lines: Vec::new(),
            });
            chapter.lines.push(line);
        }
        let mut chapters: Vec<ArrivingChapter> = found.into_values().collect();
        let place = |id: &str| workbook().chapters.iter().position(|known| known.id == id).unwrap_or(usize::MAX);
        chapters.sort_by(|one, other| {
            (place(&one.id), &one.title, &one.id).cmp(&(place(&other.id), &other.title, &other.id))
        });
        Ok(chapters)
    }

    /// Where a line of the file stands: in the template, under a heading of this book, or under one that would come along.
    fn spot(&self, section: &str) -> Option<Spot> {
        if let Some((_, found)) = self.outline.section(section) {
            return Some(found.spot.clone());
        }
        if let Ok(spot) = outline::spot(self.book.connection(), section) {
            return Some(spot);
        }
        let heading = self.own("section", section)?;
        // One that was thrown out comes back where it stood here, with its chapter.
        let connection = self.book.connection();
        let here = section::get(connection, section).ok().flatten().filter(|row| row.own);
        let page = here.map_or_else(|| heading.text("page").to_string(), |row| row.page);
        let chapter = chapter_of(&page).to_string();
        let thrown = || chapter::get(connection, &chapter).ok().flatten().is_some_and(|row| row.own);
        let comes = workbook().page(&page).is_some()
            || self.outline.chapter(&chapter).is_some()
            || self.own("chapter", &chapter).is_some()
            || thrown();
        comes.then(|| Spot {
            id: section.to_string(),
            chapter,
            page,
            kind: Kind::List,
            marks: vec![Mark::Private],
            links: Vec::new(),
            questions: &[],
            from: None,
        })
    }

    fn own(&self, table: &str, id: &str) -> Option<Told<'a>> {
        let mut rows = self.parcel.rows(table).iter().filter_map(|row| Told::of(table, row));
        rows.find(|told| told.text("id") == id && told.in_plan())
    }

    fn chapter_title(&self, id: &str) -> String {
        let here = self.outline.chapter(id).map(|chapter| chapter.title.clone()).unwrap_or_default();
        let there = || self.own("chapter", id).map(|told| told.text("title").to_string()).unwrap_or_default();
        let thrown = || chapter::get(self.book.connection(), id).ok().flatten().map(|row| row.title);
        let template = || self.texts.find(&key("ch", id)).or_else(thrown);
        let found = if here.is_empty() { template().unwrap_or_else(there) } else { here };
        if found.is_empty() { self.texts.own_untitled() } else { found }
    }

    fn heading(&self, spot: &Spot, prompt: &str) -> String {
        if spot.kind == Kind::Paper {
            return self.texts.photo_title();
        }
        if spot.kind == Kind::Questions {
            return self.texts.find(&format!("{}-{prompt}", key("q", &spot.id))).unwrap_or_default();
        }
        let here = self.outline.section(&spot.id).map(|(_, section)| section.title.clone()).unwrap_or_default();
        let there = || self.own("section", &spot.id).map(|told| told.text("title").to_string()).unwrap_or_default();
        // One that was thrown out comes back as it is called here.
        let thrown = || section::get(self.book.connection(), &spot.id).ok().flatten().map(|row| row.title);
        let template = || self.texts.find(&key("sec", &spot.id)).or_else(thrown);
        if here.is_empty() { template().unwrap_or_else(there) } else { here }
    }

    fn line(&self, spot: &Spot, told: &Told<'a>) -> Result<ArrivingLine, Error> {
        let connection = self.book.connection();
        let answer = match spot.kind {
            Kind::Questions | Kind::Text => entry::answer(connection, &spot.id, told.text("prompt"))?,
            _ => None,
        };
        let known = entry::get(connection, answer.as_deref().unwrap_or(told.text("id")))?;
        let choice = fits(spot, told).map(|(_, choice)| choice).unwrap_or_default();
        let marks = Marks::of(told.text("marks"));
        let left = self.left_out(known.as_ref().map(|line| line.id.as_str()), told.text("id"))?;
        let (standing, now) = match known {
            // What comes under a heading that was thrown out brings the heading back.
            None if self.is_thrown(spot)? => (Compared::Thrown, String::new()),
            None => (Compared::New, String::new()),
            Some(line) if line.state == State::Trash => (Compared::Thrown, String::new()),
            Some(line) => self.beside_known(told, &line, (choice, &marks))?,
        };
        let beside = self.beside(choice, &marks);
        let alone = told.text("text").is_empty() && told.text("because").is_empty();
        let pictures = self.pictured.get(told.text("id")).into_iter().flatten();
        let pictures = pictures.map(|told| self.picture(told.text("kind"), told.text("alt"))).skip(usize::from(alone));
        Ok(ArrivingLine {
            id: told.text("id").to_string(),
            heading: self.heading(spot, told.text("prompt")),
            text: match short(told.text("text")) {
                text if text.is_empty() && told.text("because").is_empty() => self.texts.picture_plain(),
                text => text,
            },
            because: joined(
                std::iter::once(told.text("because").to_string()).chain(beside).chain(pictures).chain(left),
            ),
            author: match told.text("author") {
                ME => String::new(),
                id => self.authors.get(id).map(ToString::to_string).unwrap_or_default(),
            },
            private: marks.0.contains(&Mark::Private),
            standing,
            now,
        })
    }

    /// That the line here has no room for every picture of the file's. What the file shows first comes in.
    fn left_out(&self, here: Option<&str>, there: &str) -> Result<Option<String>, Error> {
        let Some(here) = here else { return Ok(None) };
        let lie = picture::of_entry(self.book.connection(), here)?;
        let comes = self.pictured.get(there).into_iter().flatten();
        let new = comes.filter(|told| lie.iter().all(|known| known.id != told.text("id"))).count();
        let left = (lie.len() + new).saturating_sub(ON_A_LINE);
        Ok((left > 0).then(|| self.texts.file_pictures_left(u32::try_from(left).unwrap_or(u32::MAX))))
    }

    /// What is said of a line beside its words. *Kun mig* has a place of its own.
    pub(super) fn beside(&self, choice: Choice, marks: &Marks) -> Vec<String> {
        let choice = match choice {
            Choice::Unset => None,
            Choice::Preferred => Some(self.texts.choice_preferred()),
            Choice::Acceptable => Some(self.texts.choice_acceptable()),
            Choice::Not => Some(self.texts.choice_not()),
        };
        let marks = marks.0.iter().filter_map(|mark| match mark {
            Mark::HardDay => Some(self.texts.mark_hard_day()),
            Mark::PersonalMedicine => Some(self.texts.mark_personal_medicine()),
            Mark::Typed => Some(self.texts.photo_typed()),
            Mark::Private => None,
        });
        choice.into_iter().chain(marks).collect()
    }

    /// All that is said of a person beside the name: what is not seen here cannot be said yes to.
    fn about(&self, fields: &PersonFields) -> String {
        let wanted = match fields.wanted {
            Wanted::Unset => String::new(),
            Wanted::Yes => self.texts.file_person_wanted(),
            Wanted::No => self.texts.file_person_not_wanted(),
        };
        joined([fields.relation.clone(), fields.phone.clone(), wanted, fields.why.clone()])
    }

    fn people(&mut self) -> Result<Vec<ArrivingLine>, Error> {
        let mut people = Vec::new();
        for told in in_order("person", self.parcel, "state") {
            self.going.goes_on()?;
            if !told.in_plan() || people.len() >= MOST_SHOWN {
                self.unseen += u32::from(told.in_plan());
                continue;
            }
            let known = person::get(self.book.connection(), told.text("id"))?;
            let fields = told.person();
            let (standing, now) = match known {
                None => (Compared::New, String::new()),
                Some(known) if known.state == State::Trash => (Compared::Thrown, String::new()),
                Some(known) if known.fields == fields => (Compared::Same, String::new()),
                Some(known) => (Compared::Other, joined([known.fields.name.clone(), self.about(&known.fields)])),
            };
            people.push(ArrivingLine {
                id: told.text("id").to_string(),
                heading: String::new(),
                text: short(&fields.name),
                because: self.about(&fields),
                author: String::new(),
                private: false,
                standing,
                now,
            });
        }
        Ok(people)
    }
}

pub(super) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    short(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

fn short(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
