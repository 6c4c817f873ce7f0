//! The process that sets: reads what it is asked, answers, and ends by itself when nobody has asked for anything for a while or the one
//! who asks is gone. Not here: who asks (`ask`).

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

/// Serves until nobody asks any more. `rest`: how long it waits when it holds no pages.
pub fn serve(from: impl Read + Send + 'static, mut to: impl Write, rest: Duration) {
    if to.write_all(HELLO.as_bytes()).and_then(|()| to.flush()).is_err() {
        return;
    }
    press::remember();
    press::get_ready();
    let asked = heard(from);
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
fn heard(mut from: impl Read + Send + 'static) -> Receiver<(Ask, Arc<Going>)> {
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
    });
    asked
}

fn answer(ask: Ask, going: &Going, held: &mut Option<Laid>) -> Option<Answer> {
    let made = match ask {
        Ask::Lay { print } => {
            *held = None;
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
            press::forget();
            return None;
        }
    };
    Some(made.unwrap_or_else(Answer::from))
}

fn of(held: Option<&Laid>, make: impl FnOnce(&Laid) -> Result<Answer, PrintError>) -> Result<Answer, PrintError> {
    held.map_or(Err(PrintError::Picture), make)
}
