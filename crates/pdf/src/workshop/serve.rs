//! The process that sets: reads what it is asked, answers, and ends by itself when nobody has asked for anything for a while or the one
//! who asks is gone. Not here: who asks (`ask`), and how a process ends at once (`main`).

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use holdepunkt_core::document::Print;
use holdepunkt_core::going::Going;

use super::wire::{self, Answer, Ask, HELLO};
use crate::laid::{Laid, lay_along};
use crate::{PrintError, phone, press};

/// How long it stays when it holds no pages.
pub const REST: Duration = Duration::from_secs(20);

/// For a process that does nothing but [`serve`] and then ends: what was worked out for one print is kept for the next, where most is the same.
/// It holds words of the person and goes with the process.
pub fn remember() {
    press::remember();
}

/// Serves until nobody asks any more. `rest`: how long it waits when it holds no pages. `gone` is done as soon as the one who asks is gone,
/// whatever is being set: a PDF that is being written cannot be left any other way than by ending the process.
pub fn serve(
    from: impl Read + Send + 'static,
    mut to: impl Write,
    rest: Duration,
    gone: impl FnOnce() + Send + 'static,
) {
    if to.write_all(HELLO.as_bytes()).and_then(|()| to.flush()).is_err() {
        return;
    }
    // First: who asks has written all of it when the fonts are read, and can say *Stop*.
    let asked = heard(from, gone);
    press::get_ready();
    let mut held = None;
    loop {
        let next = match &held {
            Some(_) => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
            None => asked.recv_timeout(rest),
        };
        let Ok((ask, going)) = next else { return };
        let Some(answer) = answer(ask, &going, &mut held) else { continue };
        if wire::write(&mut to, answer).is_err() {
            return;
        }
    }
}

/// Reads beside the work, so that *Stop* is heard while something is set, and the end of the one who asks ends everything at once.
fn heard(mut from: impl Read + Send + 'static, gone: impl FnOnce() + Send + 'static) -> Receiver<(Ask, Arc<Going>)> {
    let (tell, asked) = channel();
    let last: Mutex<Arc<Going>> = Mutex::default();
    std::thread::spawn(move || {
        while let Ok(ask) = wire::read(&mut from) {
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if matches!(ask, Ask::Stop) {
                last.stop();
                continue;
            }
            *last = Arc::default();
            if tell.send((ask, Arc::clone(&last))).is_err() {
                break;
            }
        }
        last.lock().unwrap_or_else(PoisonError::into_inner).stop();
        gone();
    });
    asked
}

fn answer(ask: Ask, going: &Going, held: &mut Option<Laid>) -> Option<Answer> {
    if ask.takes_the_place() {
        *held = None;
    }
    let made = match ask {
        Ask::Lay { print } => {
            let laid = lay_along(&print, going);
            laid.map(|laid| {
                let pages = laid.count();
                *held = Some(laid);
                Answer::Laid { pages }
            })
        }
        Ask::Page { number, width } => of(held.as_ref(), |laid| laid.page(number, width).map(Answer::from)),
        Ask::Pdf => of(held.as_ref(), |laid| laid.pdf().map(|pdf| Answer::Pdf { pdf })),
        Ask::Phone { print: Print::Plan(document) } => {
            phone(&document).map(|png| Answer::Picture { png, text: String::new() })
        }
        Ask::Phone { .. } => Err(PrintError::Picture),
        Ask::Stop => return None,
        Ask::Forget => {
            *held = None;
            return None;
        }
    };
    Some(made.unwrap_or_else(Answer::from))
}

fn of(held: Option<&Laid>, make: impl FnOnce(&Laid) -> Result<Answer, PrintError>) -> Result<Answer, PrintError> {
    held.map_or(Err(PrintError::Picture), make)
}
