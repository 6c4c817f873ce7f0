//! A hand-over as data: who it is for, what was opened, and the lines that stand there. Everything in it is checked before any of it is used.
//! Not here: what is chosen from a book (`give`), and the book a co-writer sees (`guest`).

use super::{HANDOVER, HandFault, check_version, list};
use crate::book::outline::chapter_of;
use crate::book::text;
use crate::change::{Choice, Id, LinkKind, Mark, PersonFields};
use crate::error::Error;
use crate::exchange::FileFault;
use crate::view::{Kind, Perspective};
use crate::visit::{Role, may_open};
use crate::workbook::workbook;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The first record of a hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    pub format: String,
    pub version: u32,
    /// The hand-over's own.
    pub id: Id,
    pub made: i64,
    pub made_offset: i32,
    /// What the citizen is called; may be empty.
    pub owner: String,
    /// Whom the proposals will be from. The name may be empty: then they say it themselves.
    pub author: Id,
    pub name: String,
    pub role: Role,
    /// What the citizen wants out of it.
    pub agenda: String,
    /// The key an answer is locked to. It stands nowhere but in here, so that only who could read this can answer.
    pub recipient: String,
    pub token: String,
    pub chapters: Vec<String>,
}

/// One thing of the book, with what a co-writer needs of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "is", deny_unknown_fields)]
pub enum Piece {
    Chapter {
        id: Id,
        title: String,
        place: String,
        own: bool,
    },
    Section {
        id: Id,
        page: String,
        kind: Kind,
        title: String,
        place: String,
        hidden: bool,
        own: bool,
    },
    /// Who wrote a line that is here, besides the citizen.
    Author {
        id: Id,
        name: String,
    },
    Line {
        id: Id,
        section: String,
        prompt: String,
        text: String,
        because: String,
        author: Id,
        perspective: Perspective,
        choice: Choice,
        marks: Vec<Mark>,
    },
    /// Between two things that are both here.
    Link {
        id: Id,
        from: Id,
        to_kind: LinkKind,
        to: Id,
    },
    /// Only where the people's own page was opened.
    Person {
        id: Id,
        fields: PersonFields,
    },
}

/// A whole hand-over. Lines and people stand in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    pub head: Head,
    pub pieces: Vec<Piece>,
}

impl Bundle {
    /// As it stands inside the lock.
    ///
    /// # Errors
    /// [`FileFault::TooBig`].
    pub fn write(&self) -> Result<Vec<u8>, Error> {
        let mut list = Vec::new();
        list::add(&mut list, &self.head)?;
        self.pieces.iter().try_for_each(|piece| list::add(&mut list, piece))?;
        Ok(list)
    }

    /// Reads what is inside the lock.
    ///
    /// # Errors
    /// [`HandFault::NotHandover`] when it is an answer; [`FileFault`] for anything that is not as we write it.
    pub fn read(inside: &[u8]) -> Result<Self, Error> {
        let records = list::records(inside)?;
        let (first, rest) = records.split_first().ok_or(FileFault::NotOurs)?;
        match list::format(first)?.as_str() {
            HANDOVER => {}
            super::ANSWER => return Err(HandFault::NotHandover.into()),
            _ => return Err(FileFault::NotOurs.into()),
        }
        let head: Head = list::read(first)?;
        check_version(head.version)?;
        let pieces = rest.iter().map(|record| list::read(record)).collect::<Result<_, _>>()?;
        let bundle = Self { head, pieces };
        bundle.check()?;
        Ok(bundle)
    }

    fn check(&self) -> Result<(), Error> {
        let head = &self.head;
        [&head.id, &head.author].into_iter().try_for_each(|id| uuid(id))?;
        // Or somebody writes a whole answer before they are told that it cannot be locked.
        if super::lock::tidy(&head.recipient)? != head.recipient {
            return Err(HandFault::NotAKey.into());
        }
        [&head.owner, &head.name].into_iter().try_for_each(|name| title(name))?;
        field(&head.agenda)?;
        let known = |chapter: &str| workbook().chapters.iter().any(|known| known.id == chapter);
        for chapter in &head.chapters {
            let own = || {
                self.pieces.iter().any(|piece| matches!(piece, Piece::Chapter { id, own: true, .. } if id == chapter))
            };
            if !may_open(chapter) || !(known(chapter) || own()) {
                return Err(FileFault::Broken("a chapter").into());
            }
        }
        let mut seen = Seen { open: head.chapters.iter().map(String::as_str).collect(), ..Seen::default() };
        self.pieces.iter().try_for_each(|piece| seen.check(piece))
    }
}

/// What has been read so far: a piece may only speak of what stands before it.
#[derive(Default)]
struct Seen<'a> {
    open: HashSet<&'a str>,
    own: HashSet<&'a str>,
    sections: HashSet<&'a str>,
    authors: HashSet<&'a str>,
    lines: HashSet<&'a str>,
    people: HashSet<&'a str>,
    links: HashSet<&'a str>,
}

impl<'a> Seen<'a> {
    fn check(&mut self, piece: &'a Piece) -> Result<(), Error> {
        let broken = |what| Err(FileFault::Broken(what).into());
        match piece {
            Piece::Chapter { id, title: said, place, own } => {
                title(said)?;
                field(place)?;
                if *own {
                    uuid(id)?;
                }
                let fits = self.open.contains(id.as_str()) && (!own || self.own.insert(id));
                if fits { Ok(()) } else { broken("a chapter") }
            }
            Piece::Section { id, page, title: said, place, own, kind, .. } => {
                title(said)?;
                field(place)?;
                if *own {
                    uuid(id)?;
                }
                let plain = !own || *kind == Kind::List;
                let known = *own || workbook().section(id).is_some_and(|(_, known, _)| known.id == *page);
                let fits = plain && known && self.open.contains(chapter_of(page)) && self.sections.insert(id);
                if fits { Ok(()) } else { broken("a section") }
            }
            Piece::Author { id, name } => {
                uuid(id)?;
                title(name)?;
                if self.authors.insert(id) { Ok(()) } else { broken("an author") }
            }
            Piece::Line { id, section, text: said, because, author, prompt, .. } => {
                uuid(id)?;
                field(said)?;
                field(because)?;
                name(prompt)?;
                let open = self.sections.contains(section.as_str());
                let credited = author == crate::store::author::ME || self.authors.contains(author.as_str());
                if open && credited && self.lines.insert(id) { Ok(()) } else { broken("a line") }
            }
            Piece::Link { id, from, to_kind, to } => {
                uuid(id)?;
                let there = match to_kind {
                    LinkKind::Tool => self.lines.contains(to.as_str()),
                    LinkKind::Person => self.people.contains(to.as_str()),
                };
                let fits = there && self.lines.contains(from.as_str()) && self.links.insert(id);
                if fits { Ok(()) } else { broken("a link") }
            }
            Piece::Person { id, fields } => {
                uuid(id)?;
                [&fields.name, &fields.relation, &fields.phone, &fields.why]
                    .into_iter()
                    .try_for_each(|said| field(said))?;
                if self.people.insert(id) { Ok(()) } else { broken("a person") }
            }
        }
    }
}

/// Ids of what people write are random UUIDs.
pub(super) fn uuid(id: &str) -> Result<(), Error> {
    crate::book::uuid(id).map_err(|_| FileFault::Broken("an id").into())
}

/// A text as a field of the book keeps it, and not otherwise.
pub(super) fn field(given: &str) -> Result<(), Error> {
    match text::clean(given) {
        Ok(clean) if clean == given => Ok(()),
        _ => Err(FileFault::Broken("a text").into()),
    }
}

/// A name or heading as the book keeps it.
pub(super) fn title(given: &str) -> Result<(), Error> {
    match text::clean_title(given) {
        Ok(clean) if clean == given => Ok(()),
        _ => Err(FileFault::Broken("a name").into()),
    }
}

/// A name of ours, or none.
pub(super) fn name(given: &str) -> Result<(), Error> {
    if !given.is_empty() {
        crate::exchange::rows::name(given)?;
    }
    Ok(())
}
