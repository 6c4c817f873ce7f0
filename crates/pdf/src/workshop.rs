//! Prints set in a process of their own: when it ends, all the memory they took is given back, a print that cannot be stopped midway
//! is stopped with it, and a typesetter that falls over takes nothing of the book along. Where no such process can be had, they
//! are set here. Not here: how a print is set (`laid`).

mod ask;
mod errand;
mod serve;
mod wire;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use holdepunkt_core::document::{Document, Print};
use holdepunkt_core::going::Going;

use crate::laid::{Laid, lay_along};
use crate::{PageImage, PrintError, phone};
use ask::{Process, Running};
pub use errand::Errand;
pub use serve::{REST, remember, serve};
use wire::{Answer, Ask};

/// How often it is asked whether the person still wants it.
const LOOK: Duration = Duration::from_millis(5);
/// How many processes a print may fall over.
const TRIES: usize = 2;

/// The program that serves, and what makes it do so ([`serve`]): the words after its name, and what is added to its environment.
#[derive(Clone, Debug)]
pub struct Program {
    pub path: PathBuf,
    pub words: Vec<String>,
    pub environment: Vec<(String, String)>,
}

/// Where prints are set.
#[derive(Default)]
pub struct Workshop {
    /// None: here.
    program: Option<Program>,
    /// Held by whoever has something set, until it is.
    running: Mutex<Option<Running>>,
    /// Held for a moment only, also while `running` is.
    door: Mutex<Door>,
    /// Counts the prints that were set.
    prints: AtomicU64,
}

/// What closing reaches without waiting for anybody.
#[derive(Default)]
struct Door {
    /// Stopped when it closes; who comes then gets another.
    open: Arc<Going>,
    /// That of `running`.
    process: Option<Process>,
}

/// Pages that are set, wherever they lie, for as long as they are wanted.
pub struct Pages {
    at: At,
    count: usize,
    errand: Errand,
}

enum At {
    Here(Box<Laid>),
    There { workshop: Arc<Workshop>, print: Box<Print>, number: u64 },
}

impl Workshop {
    /// A workshop that starts this program when there is something to set.
    #[must_use]
    pub fn of(program: Program) -> Self {
        Self { program: Some(program), ..Self::default() }
    }

    fn door(&self) -> MutexGuard<'_, Door> {
        self.door.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something is wanted from now on.
    #[must_use]
    pub fn errand(&self) -> Errand {
        Errand::new(&self.door().open)
    }

    /// Gets ready, so that the first print does not wait for it. Never waits itself.
    pub fn get_ready(&self) {
        // Who lets go of pages at this very moment must find `running` free: one that is there is left alone.
        if self.door().process.as_ref().is_some_and(|process| !process.has_ended()) {
            return;
        }
        let errand = self.errand();
        if let Ok(mut running) = self.running.try_lock() {
            let _ = self.started(&mut running, &errand);
        }
    }

    /// Ends the process, whatever it is at, and with it every word it holds. All that was wanted before is not wanted any more, and no
    /// other process is started for it.
    pub fn close(&self) {
        let process = {
            let mut door = self.door();
            std::mem::take(&mut door.open).stop();
            door.process.take()
        };
        if let Some(process) = process {
            process.end();
        }
        // Who waited for it has been told.
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Sets a print.
    ///
    /// # Errors
    /// As [`lay_along`].
    pub fn lay(self: &Arc<Self>, print: &Print, errand: &Errand) -> Result<Pages, PrintError> {
        let number = self.prints.fetch_add(1, Ordering::Relaxed);
        let there = self.laid(&mut *self.turn(errand)?, print, number, errand);
        let (count, at) = match there {
            Some(count) => {
                let workshop = Arc::clone(self);
                (count?, At::There { workshop, print: Box::new(print.clone()), number })
            }
            None => {
                let laid = lay_along(print, errand.going())?;
                (laid.count(), At::Here(Box::new(laid)))
            }
        };
        Ok(Pages { at, count, errand: errand.clone() })
    }

    /// The picture for a phone.
    ///
    /// # Errors
    /// As [`phone`]; [`PrintError::Unwanted`].
    pub fn phone(&self, document: &Document, errand: &Errand) -> Result<Vec<u8>, PrintError> {
        let ask = || Ask::Phone { print: Print::Plan(document.clone()) };
        let there = self.asked(&mut *self.turn(errand)?, ask, errand);
        let png = match there {
            Some(Ok(Answer::Picture { png, .. })) => png,
            Some(answer) => return Err(answer.err().unwrap_or(PrintError::Stopped)),
            None => phone(document)?,
        };
        errand.goes_on()?;
        Ok(png)
    }

    /// One after the other. Who waits for their turn can be stopped; who has it tells the process of something that takes the place of
    /// what it holds.
    fn turn(&self, errand: &Errand) -> Result<MutexGuard<'_, Option<Running>>, PrintError> {
        loop {
            errand.goes_on()?;
            match self.running.try_lock() {
                Ok(running) => return Ok(running),
                Err(TryLockError::Poisoned(poisoned)) => return Ok(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOOK),
            }
        }
    }

    /// Sets a print there and gives the number of its pages; none when it must be done here.
    fn laid(
        &self,
        running: &mut Option<Running>,
        print: &Print,
        number: u64,
        errand: &Errand,
    ) -> Option<Result<usize, PrintError>> {
        let answer = self.asked(running, || Ask::Lay { print: print.clone() }, errand)?;
        Some(match (answer, running) {
            (Ok(Answer::Laid { pages }), Some(running)) => {
                running.holds = Some(number);
                Ok(pages)
            }
            (answer, _) => Err(answer.err().unwrap_or(PrintError::Stopped)),
        })
    }

    /// Asks, and once more of a new process when one has gone; none when there is none to be had.
    fn asked(
        &self,
        running: &mut Option<Running>,
        ask: impl Fn() -> Ask,
        errand: &Errand,
    ) -> Option<Result<Answer, PrintError>> {
        for _ in 0..TRIES {
            let there = match self.started(running, errand) {
                Ok(there) => there?,
                Err(unwanted) => return Some(Err(unwanted)),
            };
            if let Ok(answer) = there.ask(ask(), errand) {
                return Some(answer);
            }
            let serves = there.serves;
            *running = None;
            if let Err(unwanted) = errand.goes_on() {
                return Some(Err(unwanted));
            }
            if !serves {
                return None;
            }
        }
        Some(Err(PrintError::Stopped))
    }

    /// The process, started if there is none.
    fn started<'a>(
        &self,
        running: &'a mut Option<Running>,
        errand: &Errand,
    ) -> Result<Option<&'a mut Running>, PrintError> {
        let Some(program) = &self.program else { return Ok(None) };
        // Closing comes before this or after it: none is started that it does not end.
        let mut door = self.door();
        errand.is_open()?;
        if running.as_ref().is_none_or(|running| running.process.has_ended()) {
            *running = Running::start(program);
            door.process = running.as_ref().map(|running| running.process.clone());
        }
        Ok(running.as_mut())
    }
}

impl Pages {
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// As [`Laid::page`], while somebody looks at this print.
    ///
    /// # Errors
    /// As [`Laid::page`]; [`PrintError::Unwanted`].
    pub fn page(&self, number: usize, width: u32) -> Result<PageImage, PrintError> {
        let here = |laid: &Laid| laid.page(number, width).map(Answer::from);
        match self.of(&self.errand, || Ask::Page { number, width }, here)? {
            Answer::Picture { png, text } => Ok(PageImage { png, text }),
            _ => Err(PrintError::Stopped),
        }
    }

    /// As [`Laid::pdf`], also when somebody looks at something else by now.
    ///
    /// # Errors
    /// As [`Laid::pdf`]; [`PrintError::Unwanted`] when the workshop was closed.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let here = |laid: &Laid| laid.pdf().map(|pdf| Answer::Pdf { pdf });
        match self.of(&self.errand.to_keep(), || Ask::Pdf, here)? {
            Answer::Pdf { pdf } => Ok(pdf),
            _ => Err(PrintError::Stopped),
        }
    }

    /// Asks for something of these pages.
    fn of(
        &self,
        errand: &Errand,
        ask: impl Fn() -> Ask,
        here: impl Fn(&Laid) -> Result<Answer, PrintError>,
    ) -> Result<Answer, PrintError> {
        errand.goes_on()?;
        let answer = match &self.at {
            At::Here(laid) => here(laid),
            At::There { workshop, print, number } => there(workshop, (print, *number), errand, ask, here),
        }?;
        // The book may have been locked meanwhile.
        errand.goes_on()?;
        Ok(answer)
    }
}

/// The same of pages that lie there. They are set again, the very same, when they do not any more.
fn there(
    workshop: &Workshop,
    (print, number): (&Print, u64),
    errand: &Errand,
    ask: impl Fn() -> Ask,
    here: impl Fn(&Laid) -> Result<Answer, PrintError>,
) -> Result<Answer, PrintError> {
    let mut running = workshop.turn(errand)?;
    for _ in 0..TRIES {
        if running.as_ref().is_none_or(|running| running.holds != Some(number)) {
            let Some(laid) = workshop.laid(&mut running, print, number, errand) else {
                drop(running);
                return here(&lay_along(print, errand.going())?);
            };
            laid?;
        }
        if let Some(Ok(answer)) = running.as_mut().map(|running| running.ask(ask(), errand)) {
            return answer;
        }
        *running = None;
        errand.goes_on()?;
    }
    Err(PrintError::Stopped)
}

impl Drop for Pages {
    /// What nobody looks at any more is not kept there either. Busy means: with something that takes its place.
    fn drop(&mut self) {
        if let At::There { workshop, number, .. } = &self.at
            && let Ok(mut running) = workshop.running.try_lock()
            && let Some(running) = running.as_mut().filter(|running| running.holds == Some(*number))
        {
            running.forget();
        }
    }
}

#[cfg(test)]
mod tests;
