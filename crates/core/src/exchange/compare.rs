//! How a line of a file stands to the line that is in the book: the words, who wrote it, its pictures.
//! Not here: going through the file (`preview`), and bringing anything in (`bring`).

use super::bring::Told;
use super::preview::{Compared, Look, joined};
use crate::book::outline::Spot;
use crate::change::{Choice, Mark};
use crate::error::Error;
use crate::store::author::{self, ME};
use crate::store::entry::Entry;
use crate::store::{Marks, State, chapter, picture, section};

impl<'a> Look<'a> {
    /// How a line stands to the one that is here, and what that one says. Where that stands it stays.
    pub(super) fn beside_known(
        &self,
        told: &Told<'a>,
        here: &Entry,
        (choice, marks): (Choice, &Marks),
    ) -> Result<(Compared, String), Error> {
        // What is only mine here stays so.
        let only_mine = marks.0.contains(&Mark::Private) || here.marks.0.contains(&Mark::Private);
        let alike = here.choice == choice && here.marks == marks.with(Mark::Private, only_mine);
        let words = here.text == told.text("text") && here.because == told.text("because");
        let author = self.other_author(told.text("author"), &here.author)?;
        let pictures = picture::of_entry(self.book.connection(), &here.id)?;
        let known = |id: &str| pictures.iter().any(|picture| picture.id == id);
        let shown = self.pictured.get(told.text("id")).into_iter().flatten().all(|told| known(told.text("id")));
        if alike && words && shown && author.is_none() {
            return Ok((Compared::Same, String::new()));
        }
        let beside = if alike { Vec::new() } else { self.beside(here.choice, &here.marks) };
        let pictures: Vec<String> = match shown {
            true => Vec::new(),
            false => pictures.iter().map(|picture| self.picture(&picture.kind, &picture.alt)).collect(),
        };
        let now = std::iter::once(here.text.clone()).chain(author).chain(beside).chain(pictures);
        Ok((Compared::Other, joined(now)))
    }

    /// Who wrote the line here, when it is somebody else than the file says.
    fn other_author(&self, there: &str, here: &str) -> Result<Option<String>, Error> {
        if there == here {
            return Ok(None);
        }
        let name = author::name(self.book.connection(), here)?;
        let same = there != ME && here != ME && self.authors.get(there).is_some_and(|there| *there == name);
        Ok(Some(name).filter(|_| !same))
    }

    pub(super) fn picture(&self, kind: &str, alt: &str) -> String {
        match (kind.starts_with("image/"), alt.trim()) {
            (_, alt) if !alt.is_empty() => alt.to_string(),
            (true, _) => self.texts.picture_plain(),
            (false, _) => self.texts.print_sound(),
        }
    }

    /// Whether the heading, or its chapter, was thrown out of this book.
    pub(super) fn is_thrown(&self, spot: &Spot) -> Result<bool, Error> {
        let connection = self.book.connection();
        let heading = section::get(connection, &spot.id)?.is_some_and(|row| row.own && row.state == State::Trash);
        let chapter = chapter::get(connection, &spot.chapter)?;
        Ok(heading || chapter.is_some_and(|row| row.own && row.state == State::Trash))
    }
}
