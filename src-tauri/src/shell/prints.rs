//! The print that is being looked at: set once, looked at page by page, saved, put into the register. It goes when another is
//! ordered, when the person leaves it and when the book is closed. Not here: what is on it (core), how it is set (pdf).

use super::{OpenBook, Shell, State};
use crate::contract::{PrintOrder, PrintWhat};
use crate::process;
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Copy, Form, How, Id};
use holdepunkt_core::document::{Cover, Document, Print};
use holdepunkt_core::error::Error;
use holdepunkt_core::going::Going;
use holdepunkt_core::printing::{self, Printed};
use holdepunkt_core::share::{self, DeadOn, Saying, Selection};
use holdepunkt_core::view::Changed;
use holdepunkt_core::world::World;
use holdepunkt_i18n::Texts;
use holdepunkt_pdf::workshop::{Errand, Pages, Workshop};
use holdepunkt_pdf::{PageImage, PrintError};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long locking waits for the process that sets to be gone: a computer that goes to sleep gives us a few seconds in all.
const END: Duration = Duration::from_secs(1);

/// Where pages are set: one print at a time, for two would only hold each other up.
#[derive(Default)]
pub struct Press {
    /// The print that was ordered last.
    going: Mutex<Arc<Going>>,
    one: Mutex<()>,
    workshop: Arc<Workshop>,
}

impl Press {
    /// One whose pages are set by this very program, started once more.
    pub(super) fn apart() -> Self {
        let workshop = process::workshop().map(Workshop::of).unwrap_or_default();
        Self { workshop: Arc::new(workshop), ..Self::default() }
    }

    /// Ends the process that sets, and every word it holds. What was wanted before is not set after.
    pub(super) fn close(&self) {
        self.stop();
        let workshop = Arc::clone(&self.workshop);
        let (tell, ended) = channel();
        std::thread::spawn(move || {
            workshop.close();
            let _ = tell.send(());
        });
        let _ = ended.recv_timeout(END);
    }

    /// Nobody waits for what was ordered before, or looks at it.
    pub(super) fn order(&self) -> Errand {
        let going = Arc::<Going>::default();
        let before = std::mem::replace(&mut *self.last(), Arc::clone(&going));
        before.stop();
        self.workshop.errand().along(&going)
    }

    /// Nobody waits for what is being set, or looks at what was set.
    pub(super) fn stop(&self) {
        self.last().stop();
    }

    fn last(&self) -> MutexGuard<'_, Arc<Going>> {
        self.going.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A print with what the register is told when somebody gets it.
pub struct HeldPrint {
    pub number: u32,
    pub laid: Pages,
    /// The newest revision of the book when it was read.
    revision: u32,
    /// Without its lines, which depend on the copy's id, and without whom and how.
    pub copy: Copy,
    lines: Vec<Saying>,
    /// Numbers on it that did not work when they were tried.
    pub dead: Vec<DeadOn>,
    /// Pages to write on are not put into the register.
    shared: bool,
    /// What its file is called, without the day.
    pub name: String,
}

impl Shell {
    /// Who has what is nobody's to see in a visit: names, and what is ticked for whom.
    pub fn for_myself<T>(&self, job: impl FnOnce(&Book, &Texts) -> Result<T, Error>) -> Result<T, Error> {
        self.with_book(|book, texts| {
            book.only_when_alone()?;
            job(book, texts)
        })
    }

    /// Sets what was ordered. Nothing is held up meanwhile: the book is only read, before. A print that was ordered before and is not
    /// done yet is stopped; one that is done is let go, for it may hold what was just taken off.
    pub fn lay(&self, order: &PrintOrder) -> Result<(u32, Arc<HeldPrint>), Error> {
        self.at_home()?;
        let errand = self.press.order();
        self.let_print_go();
        let _one = self.press.one.lock().unwrap_or_else(PoisonError::into_inner);
        errand.goes_on().map_err(printing)?;
        let world = self.world.clone();
        let region = self.preferences().region;
        let texts = Self::texts_in(order.language);
        let (ordered, revision) = self.with_book(|book, screen| {
            Ok((Ordered::of(book, order, &region, (texts, screen), &world)?, book.revision()))
        })?;
        let laid = self.press.workshop.lay(&ordered.print, &errand).map_err(printing)?;
        let mut state = self.state();
        errand.goes_on().map_err(printing)?;
        state.prints += 1;
        let number = state.prints;
        let open = if state.sample.is_some() { state.sample.as_mut() } else { state.own.as_mut() };
        let open = open.ok_or(Error::Locked)?;
        let Ordered { copy, lines, dead, shared, name, .. } = ordered;
        let print = Arc::new(HeldPrint { number, laid, revision, copy, lines, dead, shared, name });
        open.print = Some(Arc::clone(&print));
        Ok((number, print))
    }

    /// Somebody is about to print: what sets the pages gets ready meanwhile.
    pub fn get_ready_to_print(&self) {
        self.press.workshop.get_ready();
    }

    /// The pages of a document that is not put into the register.
    pub fn pages_of(&self, read: impl FnOnce() -> Result<Document, Error>) -> Result<Pages, Error> {
        let errand = self.press.workshop.errand();
        self.press.workshop.lay(&Print::Plan(read()?), &errand).map_err(printing)
    }

    /// Its first page as a picture for a phone.
    pub fn phone_picture_of(&self, read: impl FnOnce() -> Result<Document, Error>) -> Result<Vec<u8>, Error> {
        let errand = self.press.workshop.errand();
        self.press.workshop.phone(&read()?, &errand).map_err(printing)
    }

    /// The person has left the print, or does not want to wait for it: what is being set is stopped, and what was set is let go.
    pub fn leave_print(&self) {
        self.press.last().stop();
        self.let_print_go();
        self.each_open(|open| open.saved_print = None);
    }

    fn let_print_go(&self) {
        self.each_open(|open| open.print = None);
    }

    fn each_open(&self, job: impl Fn(&mut OpenBook)) {
        let mut state = self.state();
        let State { sample, own, .. } = &mut *state;
        [sample, own].into_iter().flatten().for_each(job);
    }

    /// This print was saved: it stays to be put into the register, also when another was ordered while somebody chose where it should lie.
    pub fn print_went_out(&self, print: &Arc<HeldPrint>) {
        let mut state = self.state();
        let State { sample, own, .. } = &mut *state;
        if let Some(open) = sample.as_mut().or(own.as_mut()) {
            open.saved_print = Some(Arc::clone(print));
        }
    }

    /// The print with this number, while it is the last one and the book is open.
    pub fn laid(&self, number: u32) -> Result<Arc<HeldPrint>, Error> {
        self.held(number, |open| [&open.print, &None])
    }

    /// The same to take out: something may have been taken off it since. Pages to write on hold nothing of the book's words.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the book is another: they are to be set anew.
    pub fn laid_as_the_book_is(&self, number: u32) -> Result<Arc<HeldPrint>, Error> {
        let print = self.laid(number)?;
        let revision = self.with_book(|book, _| Ok(book.revision()))?;
        if print.shared && print.revision != revision { Err(Error::NotFound("print")) } else { Ok(print) }
    }

    /// A page of it, from 0, `width` pixels wide.
    pub fn page(&self, number: u32, page: usize, width: u32) -> Result<PageImage, Error> {
        let print = self.laid(number)?;
        let drawn = print.laid.page(page, width).map_err(printing)?;
        // Locked or let go while it was drawn: then nobody sees it.
        self.laid(number)?;
        Ok(drawn)
    }

    fn held(
        &self,
        number: u32,
        among: impl Fn(&OpenBook) -> [&Option<Arc<HeldPrint>>; 2],
    ) -> Result<Arc<HeldPrint>, Error> {
        // It was laid before somebody came, and holds what is shut now.
        self.alone()?;
        let state = self.state();
        let open = state.sample.as_ref().or(state.own.as_ref()).ok_or(Error::Locked)?;
        let print = among(open).into_iter().flatten().find(|print| print.number == number);
        print.cloned().ok_or(Error::NotFound("print"))
    }

    /// Puts the print that is looked at, or the one that was saved last, into the register.
    pub fn record_share(&self, id: Id, number: u32, whom: String, how: How) -> Result<Changed, Error> {
        let print = self.held(number, |open| [&open.print, &open.saved_print])?;
        if !print.shared {
            return Err(Error::NotHere("putting empty pages into the register"));
        }
        let lines = share::kept(&id, &print.lines);
        self.change(Change::RecordShare { id, copy: Copy { whom, how, lines, ..print.copy.clone() } })
    }
}

/// Why there is no print, as the person is told.
#[allow(clippy::needless_pass_by_value)] // as map_err hands it over
pub fn printing(error: PrintError) -> Error {
    match error {
        PrintError::CardFull { side, lines } => Error::CardFull { side, lines },
        PrintError::Unwanted => Error::Stopped,
        error => Error::Print(error.to_string()),
    }
}

/// What was ordered, read from the book.
struct Ordered {
    print: Print,
    copy: Copy,
    lines: Vec<Saying>,
    dead: Vec<DeadOn>,
    shared: bool,
    name: String,
}

impl Ordered {
    /// `texts`: in the language of the print; `screen`: in that of the screen, for what is only told there.
    fn of(
        book: &Book,
        order: &PrintOrder,
        region: &str,
        (texts, screen): (&Texts, &Texts),
        world: &World,
    ) -> Result<Self, Error> {
        let (reader, selection) = match &order.what {
            PrintWhat::Plan => (String::new(), Selection::everything(Form::Plan)),
            PrintWhat::Advance => (share::ADVANCE.to_string(), Selection::everything(Form::Plan)),
            PrintWhat::Reader { id } => {
                book.only_when_alone()?;
                (id.clone(), Selection::of(book.connection(), id, None)?)
            }
            PrintWhat::Blank { chapters } => {
                let print = printing::blank_pages(book, chapters, texts, world)?.in_large(order.large);
                let copy = Copy { title: texts.print_blank_title(), ..Copy::default() };
                let name = copy.title.clone();
                return Ok(Self { print, copy, lines: Vec::new(), dead: Vec::new(), shared: false, name });
            }
        };
        let selection = selection.in_region(region);
        let alone = matches!(order.what, PrintWhat::Advance);
        let Printed { print, lines, revision } = if alone {
            printing::advance(book, texts, world)?
        } else {
            printing::printed(book, &selection, order.squares, texts, world)?
        };
        let cover = cover(book, &order.replaces, region, &lines, texts)?;
        let copy = Copy {
            reader: reader.clone(),
            title: match selection.form() {
                _ if alone => texts.print_advance_title(),
                Form::Book => share::paper_title(book, &reader, texts)?,
                form => title(form, texts),
            },
            form: selection.form(),
            language: order.language,
            revision,
            replaces: order.replaces.clone(),
            ..Copy::default()
        };
        // A reader of one's own is what one looks for later; the others are known by their paper.
        let name = share::own_name(book, &copy.reader)?.unwrap_or_else(|| copy.title.clone());
        let print = print.titled(&copy.title).in_large(order.large).with_cover(cover);
        let dead = share::dead_on(&share::dead(book, screen)?, &lines);
        Ok(Self { print, copy, lines, dead, shared: true, name })
    }
}

/// The sheet on top, when it takes the place of a copy.
fn cover(book: &Book, old: &str, region: &str, below: &[Saying], texts: &Texts) -> Result<Option<Cover>, Error> {
    if old.is_empty() {
        return Ok(None);
    }
    book.only_when_alone()?;
    Ok(Some(printing::cover(&share::copy(book, old, region, texts)?, below, texts)))
}

fn title(form: Form, texts: &Texts) -> String {
    match form {
        Form::Plan => texts.print_plan_title(),
        Form::Supporter => texts.print_supporter_title(),
        Form::Card => texts.print_card_name(),
        Form::Doctor => texts.print_doctor_title(),
        Form::Book => texts.print_book_title(),
    }
}
