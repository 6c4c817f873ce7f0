//! A reader's page: everything that can be ticked for them. What is private is not sent here at all.

use super::readers::{self, Reader};
use super::register::{day, since_last};
use super::selection::Selection;
use super::view::{ReaderView, TickChapter, TickLine, TickSection};
use crate::book::Book;
use crate::error::Error;
use crate::printing::gather::{Chapter, Gathered};
use crate::printing::said;
use crate::store::preset_part;
use crate::view::{Kind, PageView, SectionView};
use holdepunkt_i18n::Texts;

/// The page of the reader with this id. `region`: as for the register.
///
/// # Errors
/// [`Error::NotFound`]; what reading the book can give.
pub fn reader(book: &Book, id: &str, region: &str, texts: &Texts) -> Result<ReaderView, Error> {
    let reader = readers::find(book.connection(), id)?;
    let selection = Selection::of(book.connection(), id, None)?;
    let gathered = Gathered::every(book, texts, reader.form())?;
    let chapters = gathered.chapters.iter().map(|each| chapter(each, &selection, texts));
    let chapters = chapters.filter(|chapter| chapter.lines > 0).collect();
    let (last, news) = match since_last(book, &reader, region, texts)? {
        Some((copy, news)) => (day(copy.at, copy.at_offset, texts.language()), news),
        None => (String::new(), Vec::new()),
    };
    let changed = changed(book, &reader)?;
    Ok(ReaderView {
        id: id.to_string(),
        title: reader.title(texts),
        lead: reader.lead(texts),
        own: reader.own,
        form: reader.form(),
        language: reader.language(texts.language()),
        large: reader.row.large,
        changed,
        chapters,
        last,
        news,
    })
}

fn changed(book: &Book, reader: &Reader) -> Result<bool, Error> {
    let row = &reader.row;
    let arranged = !row.form.is_empty() && reader.form() != reader.known.form;
    Ok(arranged || !preset_part::of_preset(book.connection(), &row.id)?.is_empty())
}

fn chapter(chapter: &Chapter, selection: &Selection, texts: &Texts) -> TickChapter {
    let sections = chapter.pages.iter().flat_map(|page| {
        page.sections.iter().map(move |section| self::section(&chapter.id, page, section, (selection, texts)))
    });
    let sections: Vec<TickSection> = sections.filter(|section| !section.lines.is_empty()).collect();
    let count = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX);
    let lines = sections.iter().flat_map(|section| &section.lines);
    TickChapter {
        id: chapter.id.clone(),
        title: chapter.title.clone(),
        shown: count(lines.clone().filter(|line| line.on).count()),
        lines: count(lines.count()),
        sections,
    }
}

fn section(
    chapter: &str,
    page: &PageView,
    section: &SectionView,
    (selection, texts): (&Selection, &Texts),
) -> TickSection {
    let on = |id: &str, nth| selection.line(chapter, &section.id, id, nth);
    let lines = if section.kind == Kind::People {
        let people = page.people.iter().enumerate();
        people
            .map(|(nth, person)| TickLine {
                text: said::of_person(person).text,
                on: on(&person.id, nth),
                id: person.id.clone(),
            })
            .collect()
    } else {
        let lines = section.lines.iter().enumerate();
        lines
            .map(|(nth, line)| TickLine {
                text: said::of_all(line, texts).text,
                on: on(&line.id, nth),
                id: line.id.clone(),
            })
            .collect()
    };
    TickSection { id: section.id.clone(), title: section.title.clone(), lines }
}
