//! *Det vil jeg lave om*: the citizen's own suggestions to the plan, beside what stands there now, taken in one by one.
//! Not here: what others suggest. A suggestion is a line of `after.changes`; what it would change is its aim.

use super::contents::{chapter_title, page_title};
use super::outline::{self, Outline};
use super::{Book, Outcome, Work, line};
use crate::change::{Id, Mark, Place};
use crate::error::Error;
use crate::store::aim::{self, Aim, AimState};
use crate::store::author::ME;
use crate::store::{State, entry};
use crate::view::Kind;
use crate::workbook;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The section whose lines have aims.
pub const SECTION: &str = "after.changes";

/// The chapters of the plan that suggestions are about: all but the one they are written in.
const OWN_CHAPTER: &str = "after";

/// The suggestions, and all they could change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AimsView {
    pub aims: Vec<AimView>,
    pub places: Vec<AimPlace>,
}

/// One suggestion beside what stands in the plan now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AimView {
    /// The line of `after.changes`.
    pub id: Id,
    pub text: String,
    /// Where it belongs; empty when that is not said yet or is gone.
    pub section: String,
    /// The line it would change; empty for a new one.
    pub target: String,
    /// What stands there now.
    pub now: String,
    /// That line is to be taken out of the plan.
    pub out: bool,
    pub taken: bool,
    /// The suggestion is *kun mig*.
    pub private: bool,
}

/// A heading of the plan, and its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AimPlace {
    pub page: String,
    /// *Tidlige tegn*, or *Min kriseplan: Medicin*.
    pub page_title: String,
    pub section: String,
    pub section_title: String,
    /// Whether a new line can be put here.
    pub adds: bool,
    pub lines: Vec<AimLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AimLine {
    pub id: Id,
    pub text: String,
}

impl Book {
    /// The written suggestions, and what they can be about.
    ///
    /// # Errors
    /// What the database says.
    pub fn aims(&self, texts: &Texts) -> Result<AimsView, Error> {
        let aims = aim::every(&self.connection)?;
        let mut seen = Vec::new();
        for line in self.lines(SECTION)?.into_iter().filter(|line| !line.text.trim().is_empty()) {
            let aim = aims.iter().find(|aim| aim.id == line.id).cloned().unwrap_or_default();
            let target = entry::get(&self.connection, &aim.target)?
                .filter(|target| target.state == State::Plan && !self.is_unseen(target));
            let taken = is_done(&aim, target.as_ref());
            let gone = !aim.target.is_empty() && target.is_none() && !taken;
            let section = match &target {
                _ if gone => String::new(),
                Some(target) => target.section.clone(),
                None => aim.section.clone(),
            };
            seen.push(AimView {
                id: line.id,
                text: line.text,
                section,
                out: aim.is_out() && !gone,
                target: target.as_ref().map(|target| target.id.clone()).unwrap_or_default(),
                now: target.map(|target| target.text).unwrap_or_default(),
                taken,
                private: line.marks.contains(&Mark::Private),
            });
        }
        Ok(AimsView { aims: seen, places: self.aim_places(texts)? })
    }

    fn aim_places(&self, texts: &Texts) -> Result<Vec<AimPlace>, Error> {
        let outline = Outline::read(&self.connection)?;
        let mut places = Vec::new();
        let shown = |chapter: &&outline::OutlineChapter| !chapter.hidden && !self.is_shut(&chapter.id);
        for chapter in outline.chapters.iter().filter(shown).filter(|chapter| chapter.id != OWN_CHAPTER) {
            for page in &chapter.pages {
                let (whole, own) = (chapter_title(texts, chapter), page_title(texts, chapter, page));
                let page_title = if whole == own { own } else { format!("{whole}: {own}") };
                for section in self.sections(&page.id, texts)? {
                    let adds = matches!(section.kind, Kind::List | Kind::Choice);
                    let lines = section.lines.iter().filter(|line| !line.text.trim().is_empty());
                    let lines: Vec<AimLine> =
                        lines.map(|line| AimLine { id: line.id.clone(), text: line.text.clone() }).collect();
                    if section.kind != Kind::Derived && (adds || !lines.is_empty()) {
                        places.push(AimPlace {
                            page: page.id.clone(),
                            page_title: page_title.clone(),
                            section: section.id,
                            section_title: section.title,
                            adds,
                            lines,
                        });
                    }
                }
            }
        }
        Ok(places)
    }
}

/// A line that was taken out and is back in the plan can be taken out again.
fn is_done(aim: &Aim, target: Option<&entry::Entry>) -> bool {
    aim.state == AimState::Taken && !(aim.is_out() && target.is_some())
}

fn suggestion(work: &Work<'_>, id: &str) -> Result<entry::Entry, Error> {
    let line = line::in_plan(work, id)?;
    if line.section == SECTION { Ok(line) } else { Err(Error::NotHere("an aim")) }
}

pub(super) fn aim(work: &Work<'_>, id: &str, section: &str, target: &str) -> Result<Outcome, Error> {
    suggestion(work, id)?;
    let spot = outline::spot(work.connection, section)?;
    if spot.chapter == OWN_CHAPTER {
        return Err(Error::NotHere("an aim at a suggestion"));
    }
    if target.is_empty() {
        if !matches!(spot.kind, Kind::List | Kind::Choice) {
            return Err(Error::NotHere("a new line"));
        }
    } else if line::in_plan(work, target)?.section != section {
        return Err(Error::NotFound("line"));
    }
    put(work, id, section, target)
}

/// The line `target` is to be taken out of the plan.
pub(super) fn aim_out(work: &Work<'_>, id: &str, target: &str) -> Result<Outcome, Error> {
    suggestion(work, id)?;
    if line::in_plan(work, target)?.chapter == OWN_CHAPTER {
        return Err(Error::NotHere("an aim at a suggestion"));
    }
    put(work, id, "", target)
}

fn put(work: &Work<'_>, id: &str, section: &str, target: &str) -> Result<Outcome, Error> {
    let (section, target) = (section.to_string(), target.to_string());
    let aim = Aim { id: id.to_string(), section, target, state: AimState::Open };
    if aim::get(work.connection, id)?.as_ref() != Some(&aim) {
        aim::put(work.connection, &aim)?;
    }
    let mut outcome = Outcome::on("aim-line", &page());
    outcome.entry = id.to_string();
    Ok(outcome)
}

/// An answer of the chapter becomes a suggestion in the words of `text`: *kun mig* when the answer is, and another's when it is in their very words.
pub(super) fn suggest(
    work: &Work<'_>,
    from: &str,
    id: &str,
    text: &str,
    (section, target): (&str, &str),
) -> Result<Outcome, Error> {
    let answer = line::in_plan(work, from)?;
    if answer.chapter != OWN_CHAPTER || answer.section == SECTION {
        return Err(Error::NotHere("a suggestion"));
    }
    let added = if answer.marks.0.contains(&Mark::Private) {
        line::add_private(work, id, SECTION, text)?
    } else {
        line::add(work, id, SECTION, "", text, &Place::Last)?
    };
    if line::in_plan(work, id)?.text == answer.text {
        stay_theirs(work, &answer, id)?;
    }
    if !section.is_empty() {
        aim(work, id, section, target)?;
    }
    let mut outcome = Outcome::everywhere("suggest-from", &added.page);
    outcome.entry = id.to_string();
    outcome.created = added.created;
    Ok(outcome)
}

/// Words that somebody else proposed are marked as theirs wherever they are taken.
fn stay_theirs(work: &Work<'_>, from: &entry::Entry, id: &str) -> Result<(), Error> {
    if from.author == ME { Ok(()) } else { entry::credit(work.connection, id, &from.author, from.perspective) }
}

/// The page the suggestions stand on.
fn page() -> String {
    workbook::workbook().section(SECTION).map(|(_, page, _)| page.id.clone()).unwrap_or_default()
}

/// The words go into the plan as any change does, in one step with the aim being done.
pub(super) fn take(work: &Work<'_>, id: &str, new: &str) -> Result<Outcome, Error> {
    let suggested = suggestion(work, id)?;
    let aim = aim::get(work.connection, id)?.ok_or(Error::NotFound("what is to be changed"))?;
    let there = entry::get(work.connection, &aim.target)?.filter(|line| line.state == State::Plan);
    if is_done(&aim, there.as_ref()) {
        return Ok(Outcome::on("take-aim", &page()));
    }
    let private = suggested.marks.0.contains(&Mark::Private);
    let what = if aim.is_out() { "take-aim-out" } else { "take-aim" };
    let (done, target) = match (aim.target.is_empty(), private) {
        _ if aim.is_out() => (line::remove(work, &aim.target)?, aim.target.clone()),
        (true, true) => (line::add_private(work, new, &aim.section, &suggested.text)?, new.to_string()),
        (true, false) => (line::add(work, new, &aim.section, "", &suggested.text, &Place::Last)?, new.to_string()),
        (false, _) => (line::write(work, &aim.target, &suggested.text)?, aim.target.clone()),
    };
    if !aim.is_out() {
        stay_theirs(work, &suggested, &target)?;
    }
    aim::put(work.connection, &Aim { target: target.clone(), state: AimState::Taken, ..aim })?;
    let mut outcome = Outcome::everywhere(what, &done.page);
    outcome.entry = target;
    outcome.created = done.created;
    Ok(outcome)
}
