//! The register: every copy with how it stands to the book, and the readers with what is new for each.
//! Not here: writing a copy down (`book/share`).

use super::dead::{self, DeadOn, dead_on_copy};
use super::files::{self, Made};
use super::news::{Saying, since};
use super::readers::{self, Reader};
use super::selection::Selection;
use super::view::{CopyView, News, ReaderRow, SharesView, Standing};
use crate::book::Book;
use crate::change::{Form, How, SharedLine};
use crate::error::Error;
use crate::help::danish_time;
use crate::printing::{self, Again, early};
use crate::store::share::Share;
use crate::store::{share, share_line};
use crate::when;
use chrono::NaiveDateTime;
use holdepunkt_i18n::{Language, Texts};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// *Delt med andre*. `region`: the one the citizen chose, whose number stands in a plan.
///
/// # Errors
/// What reading the book can give.
pub fn shares(book: &Book, region: &str, texts: &Texts) -> Result<SharesView, Error> {
    let mut today = Today::of(book, region, texts)?;
    let copies = share::in_register(book.connection())?;
    let mut rows = Vec::new();
    for reader in readers::every(book.connection())? {
        let last = last(&copies, &reader.row.id, reader.form());
        let news = last.map(|copy| today.told(copy)).transpose()?.unwrap_or_default().news;
        rows.push(row(&reader, last, news.len(), texts));
    }
    let replaced: Vec<&str> = copies.iter().map(|copy| copy.replaces.as_str()).filter(|id| !id.is_empty()).collect();
    let views = copies.iter().map(|copy| {
        let standing = standing(copy, &replaced);
        let told = if standing == Standing::Fresh { today.told(copy)? } else { Told::default() };
        view(book, copy, standing, told, texts)
    });
    Ok(SharesView { copies: views.collect::<Result<_, Error>>()?, readers: rows })
}

/// One copy of the register.
///
/// # Errors
/// [`Error::NotFound`]; what reading the book can give.
pub fn copy(book: &Book, id: &str, region: &str, texts: &Texts) -> Result<CopyView, Error> {
    let found = share::in_register(book.connection())?.into_iter().find(|copy| copy.id == id);
    let copy = found.ok_or(Error::NotFound("copy"))?;
    let told = Today::of(book, region, texts)?.told(&copy)?;
    view(book, &copy, standing(&copy, &[]), told, texts)
}

/// The newest copy of this form a reader has, and what is new since.
pub(super) fn since_last(
    book: &Book,
    reader: &Reader,
    region: &str,
    texts: &Texts,
) -> Result<Option<(Share, Vec<News>)>, Error> {
    let copies = share::in_register(book.connection())?;
    let Some(last) = last(&copies, &reader.row.id, reader.form()) else { return Ok(None) };
    let news = Today::of(book, region, texts)?.told(last)?.news;
    Ok(Some((last.clone(), news)))
}

pub(super) fn day(at: i64, offset: i32, language: Language) -> String {
    when::date(when::stored(at, offset).date_naive(), language)
}

/// When a copy came back, by the clock on the wall: where that was a Danish one when it was given, it was put forward or back since.
fn back(copy: &Share) -> NaiveDateTime {
    let [given, back] = [copy.at, copy.back].map(|at| when::stored(at, copy.at_offset));
    let danish = danish_time(given) == given.naive_local();
    if danish { danish_time(back) } else { back.naive_local() }
}

/// Copies come newest first.
fn last<'a>(copies: &'a [Share], reader: &str, form: Form) -> Option<&'a Share> {
    copies.iter().find(|copy| copy.preset == reader && copy.form == form && copy.back == 0)
}

/// Before it is known whether the book says something else.
fn standing(copy: &Share, replaced: &[&str]) -> Standing {
    if copy.back != 0 {
        Standing::Back
    } else if replaced.contains(&copy.id.as_str()) {
        Standing::Replaced
    } else if copy.how == How::Shown {
        Standing::Seen
    } else {
        Standing::Fresh
    }
}

fn view(book: &Book, copy: &Share, standing: Standing, told: Told, texts: &Texts) -> Result<CopyView, Error> {
    let Told { news, dead } = told;
    let made = Made::of(&copy.preset);
    let chapters = match made {
        Made::TextFile => files::chapters(book, &share_line::of_share(book.connection(), &copy.id)?)?,
        _ => Vec::new(),
    };
    let language = texts.language();
    let old = standing == Standing::Fresh && !news.is_empty();
    Ok(CopyView {
        id: copy.id.clone(),
        reader: copy.preset.clone(),
        made,
        chapters,
        title: copy.title.clone(),
        whom: copy.whom.clone(),
        form: copy.form,
        how: copy.how,
        language: Language::ALL.into_iter().find(|known| known.tag() == copy.language).unwrap_or_default(),
        at: day(copy.at, copy.at_offset, language),
        version: texts.print_plan_version(&copy.revision.to_string()),
        standing: if old { Standing::Old } else { standing },
        back: if copy.back == 0 { String::new() } else { when::date(back(copy).date(), language) },
        news,
        dead,
    })
}

fn row(reader: &Reader, last: Option<&Share>, news: usize, texts: &Texts) -> ReaderRow {
    ReaderRow {
        id: reader.row.id.clone(),
        title: reader.title(texts),
        lead: reader.lead(texts),
        own: reader.own,
        form: reader.form(),
        last: last.map(|copy| day(copy.at, copy.at_offset, texts.language())).unwrap_or_default(),
        news: u32::try_from(news).unwrap_or(u32::MAX),
    }
}

/// What copies would say today, each kind made once: for each reader and form, and for the whole book as a file.
struct Today<'a> {
    book: &'a Book,
    region: &'a str,
    texts: &'a Texts,
    lines: Kept,
    /// As an earlier program told it, for the copies that one gave away.
    early: Kept,
    dead: Vec<DeadOn>,
}

/// How a copy differs from today, and the numbers on it that do not work.
#[derive(Default)]
struct Told {
    news: Vec<News>,
    dead: Vec<DeadOn>,
}

type Kept = HashMap<(String, Form), Rc<[Saying]>>;

impl<'a> Today<'a> {
    fn of(book: &'a Book, region: &'a str, texts: &'a Texts) -> Result<Self, Error> {
        Ok(Self { book, region, texts, lines: Kept::new(), early: Kept::new(), dead: dead::dead(book, texts)? })
    }

    fn told(&mut self, copy: &Share) -> Result<Told, Error> {
        let then = share_line::of_share(self.book.connection(), &copy.id)?;
        // Each text has chapters of its own.
        if Made::of(&copy.preset) == Made::TextFile {
            let now = files::text(self.book, &then, self.texts)?;
            let early = || Ok(files::text_early(self.book, &then, self.texts)?.into());
            let news = since(&copy.id, &then, &now, early)?;
            return Ok(Told { dead: dead_on_copy(&self.dead, &then, &news, &now), news });
        }
        let key = (copy.preset.clone(), copy.form);
        let now = match self.lines.get(&key) {
            Some(now) => Rc::clone(now),
            None => self.lines(copy)?.into(),
        };
        self.lines.insert(key.clone(), Rc::clone(&now));
        let now = if Made::of(&copy.preset) == Made::BookFile {
            let told = files::tells_of_tables(&then);
            Cow::Owned(now.iter().filter(|line| told || !files::is_table(&line.id)).cloned().collect())
        } else if self.reader_is_gone(copy)? {
            // Nobody chooses for a reader who was taken away: only what is on the copy is looked at.
            Cow::Owned(only(&now, &then))
        } else {
            Cow::Borrowed(&*now)
        };
        let news = since(&copy.id, &then, &now, || {
            let early = match self.early.get(&key) {
                Some(early) => Rc::clone(early),
                None => self.early_lines(copy)?.into(),
            };
            self.early.insert(key, Rc::clone(&early));
            Ok(early)
        })?;
        Ok(Told { dead: dead_on_copy(&self.dead, &then, &news, &now), news })
    }

    fn reader_is_gone(&self, copy: &Share) -> Result<bool, Error> {
        if copy.preset.is_empty() || copy.preset == readers::ADVANCE || Made::of(&copy.preset) != Made::Print {
            return Ok(false);
        }
        match readers::find(self.book.connection(), &copy.preset) {
            Ok(_) => Ok(false),
            Err(Error::NotFound(_)) => Ok(true),
            Err(error) => Err(error),
        }
    }

    fn lines(&self, copy: &Share) -> Result<Vec<Saying>, Error> {
        let (book, texts) = (self.book, self.texts);
        if Made::of(&copy.preset) == Made::BookFile {
            return files::whole(book, texts);
        }
        printing::says(book, &self.again(copy)?, texts)
    }

    fn early_lines(&self, copy: &Share) -> Result<Vec<Saying>, Error> {
        if Made::of(&copy.preset) == Made::BookFile {
            return files::whole_early(self.book);
        }
        match self.again(copy)? {
            Again::Ticked(selection) => early::says(self.book, &selection, self.texts),
            // Those are younger.
            Again::Advance | Again::PhonePicture => Ok(Vec::new()),
        }
    }

    /// The same as the copy, made today.
    fn again(&self, copy: &Share) -> Result<Again, Error> {
        let gone = self.reader_is_gone(copy)?;
        let selection = match copy.preset.as_str() {
            readers::ADVANCE => return Ok(Again::Advance),
            files::PHONE_PICTURE => return Ok(Again::PhonePicture),
            "" => Selection::everything(copy.form),
            _ if gone => Selection::everything(copy.form),
            reader => Selection::of(self.book.connection(), reader, Some(copy.form))?,
        };
        Ok(Again::Ticked(selection.in_region(self.region)))
    }
}

fn only(now: &[Saying], then: &[SharedLine]) -> Vec<Saying> {
    let then: HashSet<&str> = then.iter().map(|line| line.id.as_str()).collect();
    now.iter().filter(|line| then.contains(line.id.as_str())).cloned().collect()
}
