//! Each change to the file of its noun. Not here: the door they come through and what is recorded of them (`Book::change`).

use super::line::{self, Field};
use super::{Outcome, Work, aim, chapter, help_line, link, person, picture, review, section, share, text};
use crate::change::Change;
use crate::error::Error;
use crate::store::author;
use crate::visit::pen::Running;
use crate::visit::{self, VisitChange};
use holdepunkt_i18n::Texts;
/// Carries a change of the citizen's out.
pub(super) fn apply(work: &Work<'_>, now: Option<&Running>, change: Change) -> Result<Outcome, Error> {
    match change {
        Change::AddLine { id, section, prompt, text, place } => {
            if now.is_some() {
                line::not_over_what_is_unseen(work, &section, &prompt)?;
            }
            line::add(work, &id, &section, &prompt, &text, &place)
        }
        Change::AddPrivateLine { id, section, text } => line::add_private(work, &id, &section, &text),
        Change::WriteLine { id, text } => line::write(work, &id, &text),
        Change::WriteBecause { id, because } => Ok(line::keystroke(work, &id, Field::Because, &because)?.0),
        Change::PasteLines { section, text, place } => line::paste(work, &section, &text, &place),
        Change::MoveLine { id, place } => line::shift(work, &id, &place),
        Change::MarkLine { id, mark, on } => line::mark(work, &id, mark, on),
        Change::ChooseLine { id, choice } => line::choose(work, &id, choice),
        Change::RemoveLine { id } => line::remove(work, &id),
        Change::RestoreLine { id, revision } => line::restore(work, &id, revision),
        Change::AddLink { id, from, to_kind, to } => link::add(work, &id, &from, to_kind, &to),
        Change::RemoveLink { id } => link::remove(work, &id),
        Change::AddPerson { id, fields, place } => person::add(work, &id, &fields, &place),
        Change::WritePerson { id, fields } => person::write(work, &id, &fields),
        Change::MovePerson { id, place } => person::shift(work, &id, &place),
        Change::RemovePerson { id } => person::remove(work, &id),
        Change::AddChapter { id, title } => {
            let outcome = chapter::add(work, &id, &title)?;
            now.into_iter().try_for_each(|now| visit::start::open_new(work, now, &id))?;
            Ok(outcome)
        }
        Change::RenameChapter { id, title } => chapter::rename(work, &id, &title),
        Change::HideChapter { id, hidden } => chapter::hide(work, &id, hidden),
        Change::MoveChapter { id, place } => chapter::shift(work, &id, &place),
        Change::RemoveChapter { id } => chapter::remove(work, &id),
        Change::AddSection { id, page, title, place } => section::add(work, &id, &page, &title, &place),
        Change::RenameSection { id, title } => section::rename(work, &id, &title),
        Change::HideSection { id, hidden } => section::hide(work, &id, hidden),
        Change::MoveSection { id, place } => section::shift(work, &id, &place),
        Change::RemoveSection { id } => section::remove(work, &id),
        Change::DescribePicture { id, alt } => picture::describe(work, &id, &alt),
        Change::RemovePicture { id } => picture::remove(work, &id),
        Change::NameMe { name } => name_me(work, &name),
        Change::AddHelpLine { id, fields } => help_line::add(work, &id, &fields),
        Change::WriteHelpLine { id, fields } => help_line::write(work, &id, &fields),
        Change::HideHelpLine { id, hidden } => help_line::hide(work, &id, hidden),
        Change::RemoveHelpLine { id } => help_line::remove(work, &id),
        Change::OrderHelpLines { ids } => help_line::order(work, &ids),
        Change::AimLine { id, section, target } => aim::aim(work, &id, &section, &target),
        Change::AimOut { id, target } => aim::aim_out(work, &id, &target),
        Change::SuggestFrom { from, id, text, section, target } => {
            aim::suggest(work, &from, &id, &text, (&section, &target))
        }
        Change::TakeAim { id, line } => aim::take(work, &id, &line),
        Change::SetReview { day, off } => review::set(work, &day, off),
        Change::AnswerReview { page, answer } => review::answer(work, &page, answer),
        Change::TryNumber { of, id, answer } => review::try_number(work, of, &id, answer),
        Change::AddReader { id, title, like } => share::add(work, &id, &title, &like),
        Change::RenameReader { id, title } => share::rename(work, &id, &title),
        Change::ArrangeReader { id, form, language, large } => share::arrange(work, &id, form, language, large),
        Change::TickForReader { reader, what, id, on } => share::tick(work, &reader, what, &id, on),
        Change::ResetReader { id } => share::reset(work, &id),
        Change::RemoveReader { id } => share::remove(work, &id),
        Change::RecordShare { id, copy } => share::record(work, &id, &copy),
        Change::WriteShare { id, whom, how } => share::write(work, &id, &whom, how),
        Change::TakeBackShare { id, back } => share::take_back(work, &id, back),
        Change::RemoveShare { id } => share::forget(work, &id),
        Change::Visit { .. } => Err(Error::NotHere("a visit inside another change")),
    }
}

/// What the citizen does around a visit.
pub(super) fn around_visit(work: &Work<'_>, texts: &Texts, change: &VisitChange) -> Result<Outcome, Error> {
    match change {
        VisitChange::Start { id, guests, chapters, agenda } => {
            visit::start::start(work, texts, id, guests, chapters, agenda)
        }
        VisitChange::Join { id, guest } => visit::start::join(work, texts, id, guest),
        VisitChange::Name { id, guest, name, role } => visit::name::give(work, texts, id, guest, name, *role),
        VisitChange::Open { id, chapters } => visit::start::open(work, id, chapters),
        VisitChange::Write { id, fields } => visit::start::write(work, id, fields),
        VisitChange::End { id } => visit::end::end(work, id),
        // The citizen has no need to propose: the plan is theirs to write in.
        VisitChange::Propose { .. } | VisitChange::Withdraw { .. } => Err(Error::NotYourPen),
        VisitChange::Accept { id, own, anyway } => visit::accept::one(work, id, own.as_ref(), *anyway),
        VisitChange::AcceptAll { ids } => visit::accept::all(work, ids),
        VisitChange::Decline { id } => visit::accept::decline(work, id),
        VisitChange::Agree { id, visit, fields } => visit::end::agree(work, id, visit, fields, author::ME),
        VisitChange::DropAgreement { id } => visit::end::drop_agreement(work, id, author::ME),
        VisitChange::Answer { visit, series, question, value, text } => {
            visit::end::answer(work, visit, *series, question, *value, text)
        }
    }
}

fn name_me(work: &Work<'_>, name: &str) -> Result<Outcome, Error> {
    author::rename(work.connection, author::ME, &text::clean_title(name)?)?;
    let mut outcome = Outcome::everywhere("name-me", "");
    outcome.field = "me".to_string();
    Ok(outcome)
}
