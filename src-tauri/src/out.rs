//! What the person takes out in a file, one function for each kind: what is in it and what it is called. Not here: asking where and writing
//! (`saving`), and what a file holds (core).

use crate::contract::{HandedBack, HandoverMade, Saved};
use crate::exchange_commands::Exported;
use crate::saving::{self, Desk};
use crate::shell::{Shell, is_too_large, printing};
use holdepunkt_core::document::Document;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::plain::{Style, TextOrder};
use holdepunkt_core::exchange::{picture as pictures, sealed};
use holdepunkt_core::handover::ENDING;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_i18n::Language;
use secrecy::{ExposeSecret as _, SecretString};

/// The sheet with the words that were just made.
pub fn sheet(desk: &impl Desk, shell: &Shell) -> Result<Saved, Error> {
    drop(shell.sheet()?);
    let make = || holdepunkt_pdf::sheet(&shell.sheet()?).map_err(printing);
    saving::save(desk, shell, &shell.texts().shell_file_sheet(), "pdf", make)
}

/// A picture of the crisis plan that fits a phone.
pub fn phone_picture(desk: &impl Desk, shell: &Shell, language: Language) -> Result<Saved, Error> {
    // That there is nothing on it is said before it is asked where it goes.
    drop(shell.phone_picture(language)?);
    let mut gone = None;
    let saved = saving::save(desk, shell, &shell.texts().shell_file_picture(&shell.day()), "png", || {
        shell.phone_picture_of(|| {
            let (document, made) = shell.phone_picture(language)?;
            gone = Some(made);
            Ok(document)
        })
    })?;
    if let Some(made) = gone {
        shell.went_out(made, saved.saved);
    }
    Ok(saved)
}

/// The very pages that were looked at, while they say what the book says.
pub fn print(desk: &impl Desk, shell: &Shell, number: u32) -> Result<Saved, Error> {
    let print = shell.laid_as_the_book_is(number)?;
    let name = shell.texts().shell_file_print(&shell.day(), &print.name);
    let saved = saving::save(desk, shell, &name, "pdf", || {
        shell.alone()?;
        print.laid.pdf().map_err(printing)
    })?;
    if saved.saved {
        shell.print_went_out(&print);
    }
    Ok(saved)
}

/// The whole book, for anyone who has the file.
pub fn book(desk: &impl Desk, shell: &Shell) -> Result<Exported, Error> {
    whole(desk, shell, "json", false, Ok)
}

/// The same, locked with words.
pub fn sealed_book(desk: &impl Desk, shell: &Shell, words: &SecretString) -> Result<Exported, Error> {
    whole(desk, shell, "age", true, |bytes| sealed::seal(&bytes, words, shell.world()))
}

fn whole(
    desk: &impl Desk,
    shell: &Shell,
    ending: &str,
    locked: bool,
    shut: impl FnOnce(Vec<u8>) -> Result<Vec<u8>, Error>,
) -> Result<Exported, Error> {
    shell.alone()?;
    let (mut gone, mut large) = (None, false);
    let saved = saving::save(desk, shell, &shell.texts().shell_file_book(&shell.day()), ending, || {
        let (bytes, made) = shell.whole_book(locked)?;
        (gone, large) = (Some(made), is_too_large(&bytes));
        shut(bytes)
    })?;
    if let Some(made) = gone {
        shell.went_out(made, saved.saved);
    }
    Ok(Exported { saved: saved.saved, name: saved.name, large })
}

/// Chapters as text.
pub fn text(desk: &impl Desk, shell: &Shell, order: &TextOrder) -> Result<Saved, Error> {
    // That there is nothing in it is said before it is asked where it goes.
    drop(shell.text(order)?);
    let ending = if order.style == Style::Markdown { "md" } else { "txt" };
    let mut gone = None;
    let saved = saving::save(desk, shell, &shell.texts().shell_file_plan(&shell.day()), ending, || {
        let (text, made) = shell.text(order)?;
        gone = Some(made);
        Ok(text.into_bytes())
    })?;
    if let Some(made) = gone {
        shell.went_out(made, saved.saved);
    }
    Ok(saved)
}

/// Days for a calendar.
pub fn calendar(desk: &impl Desk, shell: &Shell) -> Result<Saved, Error> {
    let make = || shell.with_book(|book, texts| book.as_calendar(texts)).map(String::into_bytes);
    drop(make()?);
    saving::save(desk, shell, &shell.texts().shell_file_calendar(), "ics", make)
}

/// A picture or recording as it lies in the book.
pub fn picture(desk: &impl Desk, shell: &Shell, id: &str) -> Result<Saved, Error> {
    let read = || shell.with_book(|book, _| book.picture(id));
    let (kind, _) = read()?;
    let texts = shell.texts();
    let name = if pictures::is_sound(&kind) { texts.shell_file_sound() } else { texts.shell_file_photograph() };
    saving::save(desk, shell, &name, pictures::ending(&kind), || Ok(read()?.1))
}

/// The sheet of a visit.
pub fn visit(desk: &impl Desk, shell: &Shell, id: &str) -> Result<Saved, Error> {
    drop(visit_summary(shell, id)?);
    let make = || shell.pages_of(|| visit_summary(shell, id))?.pdf().map_err(printing);
    saving::save(desk, shell, &shell.texts().shell_file_visit(&shell.day()), "pdf", make)
}

/// What the sheet of a visit says.
pub fn visit_summary(shell: &Shell, id: &str) -> Result<Document, Error> {
    shell.at_home()?;
    let world = shell.world().clone();
    shell.with_book(|book, texts| holdepunkt_core::printing::visit_summary(book, id, texts, &world))
}

/// All that the book knows of a visit, as a text one can read anywhere.
pub fn visit_record(desk: &impl Desk, shell: &Shell, id: &str) -> Result<Saved, Error> {
    let read = || shell.with_book(|book, texts| book.visit_as_text(id, texts));
    drop(read()?);
    let name = shell.texts().shell_file_visit_record(&shell.day());
    saving::save(desk, shell, &name, "txt", || Ok(read()?.into_bytes()))
}

/// A hand-over and what came back, as a text one can read anywhere.
pub fn handover_record(desk: &impl Desk, shell: &Shell, id: &str) -> Result<Saved, Error> {
    let read = || shell.with_book(|book, texts| book.handover_as_text(id, texts));
    drop(read()?);
    let name = shell.texts().shell_file_handover_record(&shell.day());
    saving::save(desk, shell, &name, "txt", || Ok(read()?.into_bytes()))
}

/// The key others lock a hand-over to this book's owner with.
pub fn own_key(desk: &impl Desk, shell: &Shell) -> Result<Saved, Error> {
    let read = || shell.with_book(|book, _| book.own_key());
    drop(read()?);
    saving::save(desk, shell, &shell.texts().hand_file_key(), "txt", || {
        let own = read()?;
        Ok(shell.texts().hand_key_file(&own.key, &own.spoken).into_bytes())
    })
}

/// A part of the book to write on together: gathered, locked, and noted when it is written. The words are given once and kept nowhere.
pub fn handover(desk: &impl Desk, shell: &Shell, wanted: &HandoverWanted) -> Result<HandoverMade, Error> {
    drop(shell.prepare_handover(wanted)?);
    let name = shell.texts().hand_file_out(&shell.day());
    let mut spoken = None;
    let saved = saving::save_with(desk, shell, &name, ENDING, |write| {
        let mut prepared = shell.prepare_handover(wanted)?;
        let given = prepared.seal(shell.world())?;
        shell.hand_out(&prepared, || write(&given.bytes))?;
        spoken = given.words;
        Ok(())
    })?;
    let spoken = spoken.map(|words| words.expose_secret().to_string()).unwrap_or_default();
    let words = spoken.split(' ').filter(|word| !word.is_empty()).map(str::to_string).collect();
    Ok(HandoverMade { saved: saved.saved, name: saved.name, words })
}

/// What was proposed in somebody else's book.
pub fn answer(desk: &impl Desk, shell: &Shell) -> Result<HandedBack, Error> {
    drop(shell.hand_back()?);
    let mut upto = 0;
    let saved = saving::save(desk, shell, &shell.texts().hand_file_back(&shell.day()), ENDING, || {
        let (bytes, revision) = shell.hand_back()?;
        upto = revision;
        Ok(bytes)
    })?;
    if saved.saved {
        shell.handed_back(upto);
    }
    Ok(HandedBack { saved: saved.saved, name: saved.name })
}
