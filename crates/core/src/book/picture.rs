//! Pictures and recordings of lines. Not here: making them fit to lie in the book (`exchange/picture`).

use super::{Book, Outcome, Work, line, outline, text, uuid};
use crate::change::{Id, Place};
use crate::error::Error;
use crate::exchange::picture::{ON_A_LINE, Prepared};
use crate::history::Draft;
use crate::place;
use crate::store::picture::{self, Picture};
use crate::store::{State, entry};
use crate::view::{Changed, PictureView};
use holdepunkt_i18n::Texts;

impl Book {
    /// Puts a picture or recording on a line; when there is no such line yet, on a new one at the end of `section`. One step.
    ///
    /// # Errors
    /// As a change; [`Error::NotHere`] when the line has room for no more.
    pub fn add_picture(
        &mut self,
        line: &str,
        section: &str,
        prepared: &Prepared,
        texts: &Texts,
    ) -> Result<Changed, Error> {
        uuid(line)?;
        let page = outline::spot(self.connection(), section)?.page;
        if self.is_page_shut(&page) {
            return Err(Error::NotFound("page"));
        }
        let what = if prepared.is_sound() { "add-sound" } else { "add-picture" };
        let draft = Draft { what: what.to_string(), page, entry: line.to_string(), ..Draft::default() };
        self.as_one_step(&draft, texts, |connection, world| {
            let work = Work { connection, world };
            if entry::get(connection, line)?.is_none() {
                line::add(&work, line, section, "", "", &Place::Last)?;
            }
            line::in_plan(&work, line)?;
            let there = picture::of_entry(connection, line)?;
            if there.len() >= ON_A_LINE {
                return Err(Error::NotHere("one more picture on this line"));
            }
            let row = Picture {
                id: world.id()?,
                entry: line.to_string(),
                kind: prepared.kind.to_string(),
                alt: String::new(),
                width: prepared.width,
                height: prepared.height,
                place: place::between(there.last().map(|last| last.place.as_str()), None).unwrap_or_default(),
                state: State::Plan,
            };
            picture::insert(connection, &row, &prepared.bytes)
        })
    }

    /// A picture or recording in the plan: its kind and bytes.
    ///
    /// # Errors
    /// [`Error::NotFound`]; what the database says.
    pub fn picture(&self, id: &str) -> Result<(String, Vec<u8>), Error> {
        let known = picture::get(self.connection(), id)?.filter(|known| known.state == State::Plan);
        let known = known.ok_or(Error::NotFound("picture"))?;
        let line = entry::get(self.connection(), &known.entry)?.ok_or(Error::NotFound("line"))?;
        if self.is_unseen(&line) {
            return Err(Error::NotFound("picture"));
        }
        let bytes = picture::bytes(self.connection(), id)?.ok_or(Error::NotFound("picture"))?;
        Ok((known.kind, bytes))
    }
}

/// What the screen is told of a picture.
pub(super) fn view(picture: Picture) -> PictureView {
    let Picture { id, kind, alt, width, height, .. } = picture;
    PictureView { id, sound: crate::exchange::picture::is_sound(&kind), alt, width, height }
}

fn in_plan(work: &Work<'_>, id: &str) -> Result<(Picture, String), Error> {
    let known = picture::get(work.connection, id)?.filter(|known| known.state == State::Plan);
    let known = known.ok_or(Error::NotFound("picture"))?;
    let line = line::in_plan(work, &known.entry)?;
    let page = outline::spot(work.connection, &line.section)?.page;
    Ok((known, page))
}

fn outcome(what: &'static str, page: &str, entry: Id) -> Outcome {
    let mut outcome = Outcome::everywhere(what, page);
    outcome.touched = Some(vec![entry.clone()]);
    outcome.entry = entry;
    outcome
}

pub(super) fn describe(work: &Work<'_>, id: &str, alt: &str) -> Result<Outcome, Error> {
    let (known, page) = in_plan(work, id)?;
    picture::describe(work.connection, id, &text::clean_title(alt)?)?;
    let mut outcome = outcome("describe-picture", &page, known.entry);
    outcome.field = format!("picture:{id}");
    Ok(outcome)
}

pub(super) fn remove(work: &Work<'_>, id: &str) -> Result<Outcome, Error> {
    let (known, page) = in_plan(work, id)?;
    picture::trash(work.connection, id)?;
    Ok(outcome("remove-picture", &page, known.entry))
}
