//! What somebody who is here is called: a name given later, or mended. All they have written in this visit carries it, also what was answered.
//! Not here: names of those who write on another machine (`handover::receive`).

use super::Role;
use super::start::nameless;
use crate::book::{Outcome, Work, text};
use crate::error::Error;
use crate::store::visit::{self, Present};
use crate::store::{author, proposal};
use holdepunkt_i18n::Texts;
use rusqlite::Connection;

/// The name in the record.
pub const NAME: &str = "name-guest";

/// The name they have is one they are known by from elsewhere. Written over here, it would say of what they wrote then that somebody else did.
///
/// # Errors
/// What the database says.
pub(super) fn stands(connection: &Connection, guest: &Present) -> Result<bool, Error> {
    Ok(!guest.name.is_empty() && visit::is_known_elsewhere(connection, &guest.author, &guest.visit)?)
}

/// Gives a guest of a visit that is not over a name and a role.
///
/// # Errors
/// [`Error::NotFound`] when the visit is over or they are not in it; [`Error::NotHere`] for another name in place of one they are known by.
pub(crate) fn give(
    work: &Work<'_>,
    texts: &Texts,
    id: &str,
    guest: &str,
    name: &str,
    role: Role,
) -> Result<Outcome, Error> {
    let connection = work.connection;
    visit::get(connection, id)?.filter(|visit| visit.ended == 0).ok_or(Error::NotFound("visit"))?;
    let here = visit::people(connection, id)?.into_iter().find(|person| person.id == guest);
    let here = here.ok_or(Error::NotFound("guest"))?;
    let name = text::clean_title(name)?;
    if name != here.name && stands(connection, &here)? {
        return Err(Error::NotHere("another name for somebody who is known"));
    }
    visit::call_person(connection, guest, &name, role)?;
    proposal::call_author(connection, id, &here.author, &name, role)?;
    // Lines that were accepted, agreements and the history ask the author what they are called.
    if name != here.name || name.is_empty() {
        let called = if name.is_empty() { nameless(texts, role) } else { name };
        author::rename(connection, &here.author, &called)?;
    }
    let mut outcome = Outcome::everywhere(NAME, "");
    outcome.touched = Some(Vec::new());
    Ok(outcome)
}
