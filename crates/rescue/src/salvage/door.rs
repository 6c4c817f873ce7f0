//! Puts saved rows into a new book through its own door, so that history, undo and the chain hold for them as for any
//! other change. What is there already, and what no door leads to, comes as it lies (core, `book/salvage`).

use super::rows::Rows;
use crate::Desk;
use holdepunkt_core::book::{Book, outline};
use holdepunkt_core::change::{Change, Mark, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::store::entry::{self, Entry};
use holdepunkt_core::store::person::{self, Person};
use holdepunkt_core::store::{State, author, chapter, section};
use holdepunkt_core::view::Kind;
use std::collections::HashSet;

pub struct Door<'a> {
    book: &'a mut Book,
    desk: &'a Desk,
    /// Lines that had to be put in the chapter for what has no other place.
    pub unplaced: usize,
    shelter: Option<String>,
}

/// Where a line can be put.
enum Room {
    There,
    /// Only as it lies: a photograph of a page, and an answer that was thrown out while another stands.
    AsRow,
    /// Its heading is gone, or its question is answered.
    Taken,
}

impl<'a> Door<'a> {
    pub fn new(book: &'a mut Book, desk: &'a Desk) -> Self {
        Self { book, desk, unplaced: 0, shelter: None }
    }

    fn change(&mut self, change: Change) -> Result<(), Error> {
        self.book.change(change, &self.desk.texts).map(drop)
    }

    /// False when the book does not take it; an error when the disk does not.
    fn offer(&mut self, change: Change) -> Result<bool, Error> {
        match self.change(change) {
            Ok(()) => Ok(true),
            Err(Error::NotFound(_) | Error::NotHere(_) | Error::TooLong { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub fn headings(&mut self, rows: &Rows) -> Result<(), Error> {
        if author::name(self.book.connection(), author::ME)? != rows.name {
            self.offer(Change::NameMe { name: rows.name.clone() })?;
        }
        for row in &rows.found.chapters {
            let now = chapter::get(self.book.connection(), &row.id)?;
            let (id, title) = (row.id.clone(), row.title.clone());
            match now {
                None if row.own => drop(self.offer(Change::AddChapter { id, title })?),
                Some(now) if now.title == row.title => {}
                _ if row.own || !row.title.is_empty() => drop(self.offer(Change::RenameChapter { id, title })?),
                _ => {}
            }
        }
        for row in &rows.found.sections {
            let now = section::get(self.book.connection(), &row.id)?;
            let (id, page, title, place) = (row.id.clone(), row.page.clone(), row.title.clone(), Place::Last);
            match now {
                None if row.own => drop(self.offer(Change::AddSection { id, page, title, place })?),
                Some(now) if now.title == row.title => {}
                _ if row.own || !row.title.is_empty() => drop(self.offer(Change::RenameSection { id, title })?),
                _ => {}
            }
        }
        Ok(())
    }

    pub fn people(&mut self, people: &[Person]) -> Result<(), Error> {
        for row in people {
            let (id, fields) = (row.id.clone(), row.fields.clone());
            let now = person::get(self.book.connection(), &row.id)?;
            match &now {
                None => drop(self.offer(Change::AddPerson { id, fields, place: Place::Last })?),
                Some(now) if now.fields != row.fields && now.state == State::Plan => {
                    self.offer(Change::WritePerson { id, fields })?;
                }
                Some(_) => {}
            }
            let shown = now.is_none_or(|now| now.state == State::Plan);
            if shown && row.state == State::Trash {
                self.offer(Change::RemovePerson { id: row.id.clone() })?;
            }
        }
        Ok(())
    }

    /// A photograph whose page is gone stands under a heading like any line; what stands on it nobody has read for others.
    pub fn private_without_a_page(&self, lines: &mut [Entry]) -> Result<(), Error> {
        for line in lines.iter_mut().filter(|line| outline::is_paper(&line.section)) {
            match outline::spot(self.book.connection(), &line.section) {
                Ok(_) => {}
                Err(Error::NotFound(_)) => line.marks = line.marks.with(Mark::Private, true).with(Mark::Typed, false),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// In the order of the book.
    pub fn lines(&mut self, wanted: &[Entry]) -> Result<(), Error> {
        let stands = wanted.iter().filter(|line| line.state == State::Plan).map(|line| line.id.as_str()).collect();
        let mut before: Option<&Entry> = None;
        for (done, line) in wanted.iter().enumerate() {
            self.desk.progress(done as u64, wanted.len() as u64);
            self.line(line, before, &stands)?;
            if line.state == State::Plan {
                before = Some(line);
            }
        }
        Ok(())
    }

    fn line(&mut self, line: &Entry, before: Option<&Entry>, stands: &HashSet<&str>) -> Result<(), Error> {
        let id = || line.id.clone();
        let now = match entry::get(self.book.connection(), &line.id)? {
            Some(now) if now == *line => return Ok(()),
            Some(now) => Some(now),
            None => {
                self.add(line, before, stands)?;
                entry::get(self.book.connection(), &line.id)?
            }
        };
        // What no door was open for comes as a row.
        let Some(now) = now.filter(|now| now.state == State::Plan) else { return Ok(()) };
        if now.text != line.text {
            self.offer(Change::WriteLine { id: id(), text: line.text.clone() })?;
        }
        if now.because != line.because {
            self.offer(Change::WriteBecause { id: id(), because: line.because.clone() })?;
        }
        if now.choice != line.choice {
            self.offer(Change::ChooseLine { id: id(), choice: line.choice })?;
        }
        for mark in [Mark::HardDay, Mark::PersonalMedicine, Mark::Private] {
            let on = line.marks.0.contains(&mark);
            if now.marks.0.contains(&mark) != on {
                self.offer(Change::MarkLine { id: id(), mark, on })?;
            }
        }
        if line.state == State::Trash {
            self.offer(Change::RemoveLine { id: id() })?;
        }
        Ok(())
    }

    fn add(&mut self, line: &Entry, before: Option<&Entry>, stands: &HashSet<&str>) -> Result<(), Error> {
        match self.room(line, stands)? {
            Room::AsRow => return Ok(()),
            Room::There => {
                let beside = before.filter(|before| before.section == line.section).map(|before| before.id.clone());
                for place in [beside.map_or(Place::First, Place::After), Place::Last] {
                    let change = Change::AddLine {
                        id: line.id.clone(),
                        section: line.section.clone(),
                        prompt: line.prompt.clone(),
                        text: line.text.clone(),
                        place,
                    };
                    if self.offer(change)? && entry::get(self.book.connection(), &line.id)?.is_some() {
                        return Ok(());
                    }
                }
            }
            Room::Taken => {}
        }
        let section = self.shelter()?;
        self.unplaced += 1;
        let (id, text) = (line.id.clone(), line.text.clone());
        // One that not even this takes comes as a row.
        self.offer(Change::AddLine { id, section, prompt: String::new(), text, place: Place::Last }).map(drop)
    }

    /// Whether a line can be put where it stood. A question has one answer: one that only the record still knows gives way.
    fn room(&mut self, line: &Entry, stands: &HashSet<&str>) -> Result<Room, Error> {
        let spot = match outline::spot(self.book.connection(), &line.section) {
            Ok(spot) => spot,
            Err(Error::NotFound(_)) => return Ok(Room::Taken),
            Err(error) => return Err(error),
        };
        if spot.kind == Kind::Paper {
            return Ok(Room::AsRow);
        }
        if !matches!(spot.kind, Kind::Questions | Kind::Text) {
            return Ok(Room::There);
        }
        match entry::answer(self.book.connection(), &line.section, &line.prompt)? {
            None => Ok(Room::There),
            Some(_) if line.state == State::Trash => Ok(Room::AsRow),
            Some(other) if stands.contains(other.as_str()) => Ok(Room::Taken),
            Some(other) => {
                self.offer(Change::RemoveLine { id: other })?;
                Ok(Room::There)
            }
        }
    }

    /// The heading for lines whose own is not known any more.
    fn shelter(&mut self) -> Result<String, Error> {
        if let Some(shelter) = &self.shelter {
            return Ok(shelter.clone());
        }
        let (chapter, heading) = (self.desk.world.id()?, self.desk.world.id()?);
        let title = self.desk.texts.rescue_salvaged_chapter();
        self.change(Change::AddChapter { id: chapter.clone(), title: title.clone() })?;
        let page = holdepunkt_core::book::outline::own_page(&chapter);
        self.change(Change::AddSection { id: heading.clone(), page, title, place: Place::First })?;
        self.shelter = Some(heading.clone());
        Ok(heading)
    }

    /// Last: what was hidden or taken away is so again.
    pub fn put_away(&mut self, rows: &Rows) -> Result<(), Error> {
        for row in &rows.found.chapters {
            let now = chapter::get(self.book.connection(), &row.id)?.unwrap_or_default();
            if row.state == State::Trash && now.state == State::Plan {
                self.offer(Change::RemoveChapter { id: row.id.clone() })?;
            } else if row.hidden != now.hidden {
                self.offer(Change::HideChapter { id: row.id.clone(), hidden: row.hidden })?;
            }
        }
        for row in &rows.found.sections {
            let now = section::get(self.book.connection(), &row.id)?;
            let (hidden, shown) = now.map_or((false, true), |now| (now.hidden, now.state == State::Plan));
            if row.state == State::Trash && shown {
                self.offer(Change::RemoveSection { id: row.id.clone() })?;
            } else if row.hidden != hidden {
                self.offer(Change::HideSection { id: row.id.clone(), hidden: row.hidden })?;
            }
        }
        Ok(())
    }
}
