//! What a program from before 0119 told the register of a print: everything a print could be made of, whatever was on paper. Copies it gave
//! away are told by it, so that they do not grow old by an update. Not here: anything that is printed.

use super::gather::{Gathered, Room};
use super::said::{self, BETWEEN};
use crate::book::Book;
use crate::error::Error;
use crate::share::{Saying, Selection};
use crate::store::Words as _;
use crate::view::{Line, PersonView};
use holdepunkt_i18n::Texts;

/// Every line, person and number of what is ticked, with everything they could say.
///
/// # Errors
/// As [`Gathered::ticked`].
pub(crate) fn says(book: &Book, selection: &Selection, texts: &Texts) -> Result<Vec<Saying>, Error> {
    let gathered = Gathered::ticked_in(book, texts, selection, Room::ForAll)?;
    let lines = gathered.lines().map(of_line);
    let people = gathered.people().iter().map(of_person);
    let numbers = gathered.numbers.iter().map(|number| said::of_number(number).into());
    Ok(lines.chain(people).chain(numbers).collect())
}

/// The same of chapters as text, where nothing a line points at is told.
///
/// # Errors
/// What reading the book can give.
pub(crate) fn text_says(book: &Book, pages: &[String], texts: &Texts) -> Result<Vec<Saying>, Error> {
    let mut says = Vec::new();
    for page in pages {
        let page = book.page(page, texts)?;
        let lines = page.sections.iter().flat_map(|section| &section.lines);
        says.extend(lines.map(|line| of_line(&Line { links: Vec::new(), ..line.clone() })));
        says.extend(page.people.iter().map(of_person));
    }
    Ok(says)
}

fn of_line(line: &Line) -> Saying {
    let links = line.links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(BETWEEN);
    let pictures = line.pictures.iter().flat_map(|picture| [picture.id.as_str(), &picture.alt]);
    let pictures = pictures.collect::<Vec<_>>().join(BETWEEN);
    let all = [&line.prompt, &line.text, &line.because, line.choice.word(), &line.author, &links, &pictures];
    Saying { id: line.id.clone(), text: String::new(), all: all.join(BETWEEN) }
}

fn of_person(person: &PersonView) -> Saying {
    said::of_fields(person.id.clone(), &person.fields).into()
}
