//! Photographs of pages that were filled in by hand: they lie on their page, to be typed from, and are put away when that is done. Each is a line
//! that says nothing and carries one picture, so that trash, history, undo, visits and files need no rules of their own for it.
//! Not here: making a picture fit to lie in the book (`exchange/picture`).

use super::{Book, Work, line, outline, picture};
use crate::change::Mark;
use crate::error::Error;
use crate::exchange::FileFault;
use crate::exchange::picture::Prepared;
use crate::history::Draft;
use crate::place;
use crate::store::picture::{self as rows, Picture};
use crate::store::{State, entry};
use crate::view::{Changed, PaperView};
use holdepunkt_i18n::Texts;

/// Photographs of one page that are not put away.
const MOST: usize = 12;

impl Book {
    /// Puts photographs on a page, all of them as one step.
    ///
    /// # Errors
    /// As a change; [`Error::NotHere`] when there is room for no more; [`FileFault::NoPicture`] for a recording.
    pub fn add_paper(&mut self, page: &str, photographs: &[Prepared], texts: &Texts) -> Result<Changed, Error> {
        if self.is_page_shut(page) {
            return Err(Error::NotFound("page"));
        }
        if photographs.iter().any(Prepared::is_sound) {
            return Err(FileFault::NoPicture.into());
        }
        let section = outline::paper(page);
        let spot = outline::spot(self.connection(), &section)?;
        let there = self.paper(page)?.into_iter().filter(|known| !known.typed).count();
        if there + photographs.len() > MOST {
            return Err(Error::NotHere("one more photograph on this page"));
        }
        let draft = Draft { what: "add-paper".to_string(), page: page.to_string(), ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, world| {
            let work = Work { connection, world };
            for photograph in photographs {
                let last = entry::last_place(work.connection, &section)?;
                let place = place::between(last.as_deref(), None).unwrap_or_default();
                let id = world.id()?;
                entry::insert(connection, &line::new(&spot, &id, "", "", place))?;
                let row = Picture {
                    id: world.id()?,
                    entry: id,
                    kind: photograph.kind.to_string(),
                    alt: String::new(),
                    width: photograph.width,
                    height: photograph.height,
                    place: place::between(None, None).unwrap_or_default(),
                    state: State::Plan,
                };
                rows::insert(connection, &row, &photograph.bytes)?;
            }
            Ok(())
        })
    }

    /// The photographs of a page, in the order they came. While a visit goes on none that is *kun mig*.
    ///
    /// # Errors
    /// What the database says.
    pub(super) fn paper(&self, page: &str) -> Result<Vec<PaperView>, Error> {
        let section = outline::paper(page);
        let mut pictures = rows::of_section(&self.connection, &section)?;
        let mut views = Vec::new();
        for line in entry::of_section(&self.connection, &section)? {
            if self.is_unseen(&line) {
                continue;
            }
            let Some(at) = pictures.iter().position(|known| known.entry == line.id) else { continue };
            let marked = |mark| line.marks.0.contains(&mark);
            let (private, typed) = (marked(Mark::Private), marked(Mark::Typed));
            views.push(PaperView { picture: picture::view(pictures.swap_remove(at)), private, typed, id: line.id });
        }
        Ok(views)
    }
}
