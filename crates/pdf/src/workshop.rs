//! Prints set in a process of their own: when it ends, all the memory they took is given back, a print that cannot be stopped midway
//! is stopped with it, and a typesetter that falls over takes nothing of the book along. Where no such process can be had, they
//! are set here. Not here: how a print is set (`laid`).

mod ask;
mod serve;
mod wire;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use holdepunkt_core::document::{Document, Print};
use holdepunkt_core::going::Going;

use crate::laid::{Laid, lay_along};
use crate::{PageImage, PrintError, phone};
use ask::Running;
pub use serve::{REST, serve};
use wire::{Answer, Ask};

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
    running: Mutex<Option<Running>>,
    /// Counts the prints that were set.
    prints: AtomicU64,
}

/// Pages that are set, wherever they lie.
pub struct Pages {
    at: At,
    count: usize,
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

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gets ready, so that the first print does not wait for it. Never waits itself.
    pub fn get_ready(&self) {
        if let Ok(mut running) = self.running.try_lock() {
            let _ = self.started(&mut running);
        }
    }

    /// Ends the process, and with it every word it holds. Pages that are still asked for are set anew.
    pub fn close(&self) {
        *self.running() = None;
    }

    /// Sets a print.
    ///
    /// # Errors
    /// As [`lay_along`].
    pub fn lay(self: &Arc<Self>, print: &Print, going: &Going) -> Result<Pages, PrintError> {
        let number = self.prints.fetch_add(1, Ordering::Relaxed);
        if let Some(laid) = self.laid(&mut self.running(), print, number, going) {
            let at = At::There { workshop: Arc::clone(self), print: Box::new(print.clone()), number };
            return Ok(Pages { count: laid?, at });
        }
        let laid = lay_along(print, going)?;
        Ok(Pages { count: laid.count(), at: At::Here(Box::new(laid)) })
    }

    /// The picture for a phone.
    ///
    /// # Errors
    /// As [`phone`].
    pub fn phone(&self, document: &Document) -> Result<Vec<u8>, PrintError> {
        let ask = || Ask::Phone { print: Print::Plan(document.clone()) };
        match self.asked(&mut self.running(), ask, &Going::default()) {
            Some(Ok(Answer::Picture { png, .. })) => Ok(png),
            Some(answer) => Err(answer.err().unwrap_or(PrintError::Stopped)),
            None => phone(document),
        }
    }

    /// Sets a print there and gives the number of its pages; none when it must be done here.
    fn laid(
        &self,
        running: &mut Option<Running>,
        print: &Print,
        number: u64,
        going: &Going,
    ) -> Option<Result<usize, PrintError>> {
        let answer = self.asked(running, || Ask::Lay { print: print.clone() }, going)?;
        Some(match (answer, running) {
            (Ok(Answer::Laid { pages }), Some(running)) => {
                running.holds = Some(number);
                Ok(pages)
            }
            (answer, _) => Err(answer.err().unwrap_or(PrintError::Stopped)),
        })
    }

    /// Asks, and once more of a new process when the one that was there had gone; none when there is none to be had.
    fn asked(
        &self,
        running: &mut Option<Running>,
        ask: impl Fn() -> Ask,
        going: &Going,
    ) -> Option<Result<Answer, PrintError>> {
        // One that rested may end at this very moment; one that is fresh fell over what it was given.
        let mut tries = if running.is_some() { 2 } else { 1 };
        loop {
            let there = self.started(running)?;
            if let Ok(answer) = there.ask(ask(), going) {
                return Some(answer);
            }
            let serves = there.serves;
            *running = None;
            tries -= 1;
            if !serves {
                return None;
            }
            if tries == 0 {
                return Some(Err(PrintError::Stopped));
            }
        }
    }

    fn started<'a>(&self, running: &'a mut Option<Running>) -> Option<&'a mut Running> {
        let program = self.program.as_ref()?;
        if running.as_ref().is_none_or(Running::has_ended) {
            *running = Running::start(program);
        }
        running.as_mut()
    }
}

impl Pages {
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// As [`Laid::page`].
    ///
    /// # Errors
    /// As [`Laid::page`].
    pub fn page(&self, number: usize, width: u32) -> Result<PageImage, PrintError> {
        match self.of(|| Ask::Page { number, width }, |laid| laid.page(number, width).map(Answer::from))? {
            Answer::Picture { png, text } => Ok(PageImage { png, text }),
            _ => Err(PrintError::Stopped),
        }
    }

    /// As [`Laid::pdf`].
    ///
    /// # Errors
    /// As [`Laid::pdf`].
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        match self.of(|| Ask::Pdf, |laid| laid.pdf().map(|pdf| Answer::Pdf { pdf }))? {
            Answer::Pdf { pdf } => Ok(pdf),
            _ => Err(PrintError::Stopped),
        }
    }

    /// Asks for something of these pages. They are set again, the very same, when they do not lie there any more.
    fn of(
        &self,
        ask: impl Fn() -> Ask,
        here: impl FnOnce(&Laid) -> Result<Answer, PrintError>,
    ) -> Result<Answer, PrintError> {
        let (workshop, print, number) = match &self.at {
            At::Here(laid) => return here(laid),
            At::There { workshop, print, number } => (workshop, print, *number),
        };
        let going = Going::default();
        let mut running = workshop.running();
        if let Some(there) = running.as_mut().filter(|running| running.holds == Some(number))
            && let Ok(answer) = there.ask(ask(), &going)
        {
            return answer;
        }
        match workshop.laid(&mut running, print, number, &going) {
            Some(laid) => {
                laid?;
                let answer = running.as_mut().and_then(|there| there.ask(ask(), &going).ok());
                answer.unwrap_or(Err(PrintError::Stopped))
            }
            None => here(&lay_along(print, &going)?),
        }
    }
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
