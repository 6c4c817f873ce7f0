//! Handing over a part of the book: what was opened for it and nothing else. Lines that are *kun mig*, headings that are put away, pictures, the
//! trash and the record never go along. Not here: where the file is saved, and what comes back (`receive`).

use super::bundle::{Bundle, Head, Piece};
use super::{HANDOVER, HandFault, VERSION, known, lock};
use crate::book::outline::{self, Outline, OutlineChapter};
use crate::book::{Book, people_page, people_put_away, text};
use crate::change::{Id, LinkKind, Mark};
use crate::error::Error;
use crate::exchange::sealed;
use crate::keys::draw_words;
use crate::place;
use crate::store::author::{self, ME};
use crate::store::entry::Entry;
use crate::store::handover::{self, Handover};
use crate::store::{entry, link, person};
use crate::visit::start::nameless;
use crate::visit::{Role, may_open};
use crate::world::World;
use holdepunkt_i18n::Texts;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashSet;
use zeroize::Zeroizing;

/// Its name in the record. It is no step: the file is with somebody, and no undo gets it back.
pub const GIVEN: &str = "hand-over";
/// The same of a file that could not be written.
pub const NOT_GIVEN: &str = "hand-over-not-given";

/// What the citizen chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct HandoverWanted {
    /// A co-writer one knows; then name and role are theirs, and the file is locked to their key. Empty: locked with words.
    pub known: Id,
    pub name: String,
    pub role: Role,
    pub chapters: Vec<String>,
    /// What the citizen wants out of it.
    pub agenda: String,
}

/// A hand-over that is not locked yet.
pub struct Prepared {
    pub row: Handover,
    chapters: Vec<String>,
    inside: Zeroizing<Vec<u8>>,
    /// The co-writer's key; none: words.
    recipient: Option<String>,
    words: Option<SecretString>,
}

/// A file to be saved, and the words for it where there are any. The words are kept nowhere.
pub struct Given {
    pub bytes: Vec<u8>,
    pub words: Option<SecretString>,
}

impl Prepared {
    /// Locks it. With words this takes the computer half a second: nobody should wait for the book meanwhile.
    ///
    /// # Errors
    /// When the system gives no randomness or memory.
    pub fn seal(&mut self, world: &World) -> Result<Given, Error> {
        let bytes = match (&self.recipient, &self.words) {
            (Some(recipient), _) => lock::seal(&self.inside, recipient, world)?,
            (None, Some(words)) => sealed::seal(&self.inside, words, world)?,
            (None, None) => return Err(HandFault::NotAKey.into()),
        };
        Ok(Given { bytes, words: self.words.take() })
    }
}

impl Book {
    /// Gathers what is handed over. Nothing is written yet: only a file that was saved is one that was given.
    ///
    /// # Errors
    /// [`HandFault::Nothing`] when no chapter is opened; [`Error::NotFound`] for a chapter that cannot be; [`Error::VisitGoesOn`].
    pub fn prepare_handover(&self, wanted: &HandoverWanted) -> Result<Prepared, Error> {
        self.only_when_alone()?;
        if wanted.chapters.is_empty() {
            return Err(HandFault::Nothing.into());
        }
        let outline = Outline::read(self.connection())?;
        let mut chapters = Vec::new();
        for id in &wanted.chapters {
            let found = outline.chapter(id).filter(|chapter| !chapter.hidden && may_open(id));
            chapters.push(found.ok_or(Error::NotFound("chapter"))?);
        }
        let world = self.world();
        let (author, name, role, recipient) = match wanted.known.as_str() {
            "" => (world.id()?, text::clean_title(&wanted.name)?, wanted.role, None),
            id => {
                let known = known::of(self.connection(), id)?;
                (known.author, known.name, known.role, Some(known.recipient))
            }
        };
        let (now, secret) = (world.now(), lock::new_key(world)?);
        let row = Handover {
            id: world.id()?,
            author,
            name,
            role,
            agenda: text::clean(&wanted.agenda)?,
            secret: lock::text_of(&secret),
            token: world.id()?,
            made: now.timestamp_millis(),
            made_offset: now.offset().local_minus_utc(),
            closed: false,
        };
        let chapters_named: Vec<String> = chapters.iter().map(|chapter| chapter.id.clone()).collect();
        let head = Head {
            format: HANDOVER.to_string(),
            version: VERSION,
            id: row.id.clone(),
            made: row.made,
            made_offset: row.made_offset,
            owner: author::name(self.connection(), ME)?,
            author: row.author.clone(),
            name: row.name.clone(),
            role: row.role,
            agenda: row.agenda.clone(),
            recipient: lock::public(&row.secret)?,
            token: row.token.clone(),
            chapters: chapters_named.clone(),
        };
        let inside = Zeroizing::new(Bundle { head, pieces: self.pieces(&chapters)? }.write()?);
        let words = if recipient.is_none() { Some(draw_words(world, sealed::WORDS)?) } else { None };
        Ok(Prepared { row, chapters: chapters_named, inside, recipient, words })
    }

    /// Notes what was given, when its file is saved. From here on answers to it are taken in, whatever is undone: only *slet for altid* takes it away.
    ///
    /// # Errors
    /// What the database says; then an answer will not be known.
    pub fn note_handover(&mut self, prepared: &Prepared, texts: &Texts) -> Result<(), Error> {
        self.only_when_alone()?;
        let row = &prepared.row;
        self.beside_undo(GIVEN, |connection, world| {
            let called = if row.name.is_empty() { nameless(texts, row.role) } else { row.name.clone() };
            author::keep(connection, &row.author, &called)?;
            handover::put(connection, row)?;
            prepared.chapters.iter().try_for_each(|chapter| handover::open(connection, &world.id()?, &row.id, chapter))
        })
    }

    /// Notes what is given, then lets it be written: a file that is out is always one the book knows of, and its answers are taken in. A file
    /// that could not be written is taken out of the book again.
    ///
    /// # Errors
    /// As [`Book::note_handover`], with nothing written; whatever `write` says.
    pub fn give_handover<T>(
        &mut self,
        prepared: &Prepared,
        texts: &Texts,
        write: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.note_handover(prepared, texts)?;
        let written = write();
        if written.is_err() {
            // Should this fail too, a hand-over stands there that nobody has: that can be erased, and lets nothing out.
            let _ = self.beside_undo(NOT_GIVEN, |connection, _| handover::take_back(connection, &prepared.row.id));
        }
        written
    }

    fn pieces(&self, chapters: &[&OutlineChapter]) -> Result<Vec<Piece>, Error> {
        let mut pieces: Vec<Piece> = chapters.iter().filter_map(|chapter| as_piece(chapter)).collect();
        let mut lines = Vec::new();
        for page in chapters.iter().flat_map(|chapter| &chapter.pages) {
            for (index, section) in page.sections.iter().enumerate() {
                let (id, own, hidden) = (section.spot.id.clone(), section.own, section.hidden);
                // What the citizen has put away stays away, and so does what it is called.
                let title = if hidden { String::new() } else { section.title.clone() };
                if own && hidden {
                    continue;
                }
                let (page, kind, place) = (section.spot.page.clone(), section.spot.kind, place::nth(index));
                pieces.push(Piece::Section { id, page, kind, title, place, hidden, own });
                if !hidden {
                    let seen = entry::of_section(self.connection(), &section.spot.id)?;
                    lines.extend(seen.into_iter().filter(|line| !line.marks.0.contains(&Mark::Private)));
                }
            }
        }
        let people_open = chapters.iter().any(|chapter| chapter.id == outline::chapter_of(&people_page()))
            && !people_put_away(self.connection())?;
        let mut people = Vec::new();
        if people_open {
            people = person::in_plan(self.connection())?;
        }
        self.authors(&lines, &mut pieces)?;
        let links = self.links(&lines, people_open)?;
        pieces.extend(people.into_iter().map(|person| Piece::Person { id: person.id, fields: person.fields }));
        pieces.extend(lines.into_iter().map(line_piece));
        pieces.extend(links);
        Ok(pieces)
    }

    fn authors(&self, lines: &[Entry], pieces: &mut Vec<Piece>) -> Result<(), Error> {
        let mut told = HashSet::from([ME]);
        for line in lines {
            if told.insert(&line.author) {
                let name = author::name(self.connection(), &line.author)?;
                pieces.push(Piece::Author { id: line.author.clone(), name });
            }
        }
        Ok(())
    }

    /// Links between two things that both go along.
    fn links(&self, lines: &[Entry], people_open: bool) -> Result<Vec<Piece>, Error> {
        let along: HashSet<&str> = lines.iter().map(|line| line.id.as_str()).collect();
        let mut pieces = Vec::new();
        for line in lines {
            for link in link::of_entry(self.connection(), &line.id)? {
                let goes = match link.to_kind {
                    LinkKind::Tool => along.contains(link.to_id.as_str()),
                    LinkKind::Person => {
                        let there = person::get(self.connection(), &link.to_id)?;
                        people_open && there.is_some_and(|person| person.state == crate::store::State::Plan)
                    }
                };
                if goes {
                    pieces.push(Piece::Link {
                        id: link.id,
                        from: link.from_entry,
                        to_kind: link.to_kind,
                        to: link.to_id,
                    });
                }
            }
        }
        Ok(pieces)
    }
}

/// A chapter that is as the template has it needs no telling.
fn as_piece(chapter: &OutlineChapter) -> Option<Piece> {
    let told = chapter.own || !chapter.title.is_empty();
    let (id, title, own) = (chapter.id.clone(), chapter.title.clone(), chapter.own);
    told.then(|| Piece::Chapter { id, title, place: chapter.place.clone(), own })
}

fn line_piece(line: Entry) -> Piece {
    Piece::Line {
        id: line.id,
        section: line.section,
        prompt: line.prompt,
        text: line.text,
        because: line.because,
        author: line.author,
        perspective: line.perspective,
        choice: line.choice,
        marks: line.marks.0,
    }
}
