//! Locks when the computer goes to sleep or its screen is locked, where the system tells: logind and the screen saver of
//! the desktop, over D-Bus. Where nobody tells, the idle lock of the screen is what there is. Not here: that one.

use crate::shell::Shell;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tauri::{Emitter as _, WebviewWindow};

/// The screen hands in its last words first, but a screen that hangs must not keep the book open.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Starts listening; without a bus nothing happens.
#[cfg(target_os = "linux")]
pub fn watch(window: &WebviewWindow, shell: &Arc<Shell>) {
    for listen in [linux::screen_saver, linux::session, linux::sleep] {
        let (window, shell) = (window.clone(), Arc::clone(shell));
        std::thread::spawn(move || listen(&|| lock_now(&window, &shell)));
    }
}

#[cfg(not(target_os = "linux"))]
pub fn watch(window: &WebviewWindow, shell: &Arc<Shell>) {
    let _ = (window, shell, lock_now);
}

/// Asks the screen to lock, and locks when it does not. Comes back when the book is locked.
fn lock_now(window: &WebviewWindow, shell: &Shell) {
    // Even whether there is anything to lock is only told when the book is free.
    shell.stop_all();
    if !shell.can_lock() {
        return;
    }
    let before = shell.locks();
    let _ = window.emit("lock-now", ());
    let end = Instant::now() + LAST_WORDS;
    while shell.locks() == before && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    if shell.locks() == before {
        let _ = shell.lock();
        // Words that are not on disk stay in the screen's memory until the book is open again.
        let _ = window.emit("locked", ());
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use zbus::blocking::{Connection, MessageIterator};
    use zbus::zvariant::{OwnedFd, OwnedObjectPath};
    use zbus::{MatchRule, message::Type};

    const LOGIND: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const WAITING: Option<usize> = Some(16);

    type Lock<'a> = &'a dyn Fn();

    /// `ActiveChanged(true)` of any desktop's screen saver.
    pub fn screen_saver(lock: Lock<'_>) {
        let _ = try_screen_saver(lock);
    }

    fn try_screen_saver(lock: Lock<'_>) -> zbus::Result<()> {
        let bus = Connection::session()?;
        let rule = MatchRule::builder().msg_type(Type::Signal).member("ActiveChanged")?.build();
        for message in MessageIterator::for_match_rule(rule, &bus, WAITING)? {
            let message = message?;
            let ours = message.header().interface().is_some_and(|name| name.as_str().ends_with(".ScreenSaver"));
            if ours && message.body().deserialize::<bool>().unwrap_or(false) {
                lock();
            }
        }
        Ok(())
    }

    /// `Lock` of the session we run in.
    pub fn session(lock: Lock<'_>) {
        let _ = try_session(lock);
    }

    fn try_session(lock: Lock<'_>) -> zbus::Result<()> {
        let bus = Connection::system()?;
        let me = std::process::id();
        let answer =
            bus.call_method(Some(LOGIND), "/org/freedesktop/login1", Some(MANAGER), "GetSessionByPID", &(me,))?;
        let path = answer.body().deserialize::<OwnedObjectPath>()?;
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(LOGIND)?
            .interface("org.freedesktop.login1.Session")?
            .member("Lock")?
            .path(path.as_ref())?
            .build();
        for message in MessageIterator::for_match_rule(rule, &bus, WAITING)? {
            message?;
            lock();
        }
        Ok(())
    }

    /// `PrepareForSleep(true)`; the computer is asked to wait until the book is locked.
    pub fn sleep(lock: Lock<'_>) {
        let _ = try_sleep(lock);
    }

    fn try_sleep(lock: Lock<'_>) -> zbus::Result<()> {
        let bus = Connection::system()?;
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(LOGIND)?
            .interface(MANAGER)?
            .member("PrepareForSleep")?
            .build();
        let signals = MessageIterator::for_match_rule(rule, &bus, WAITING)?;
        let mut delay = hold_off(&bus);
        for message in signals {
            if message?.body().deserialize::<bool>().unwrap_or(false) {
                lock();
                // Letting go says that we are ready.
                drop(delay.take());
            } else {
                delay = hold_off(&bus);
            }
        }
        Ok(())
    }

    /// As long as it is held, sleep waits a few seconds for us. None when the system does not give it.
    fn hold_off(bus: &Connection) -> Option<OwnedFd> {
        let asked = ("sleep", "Holdepunkt", "Saving and locking", "delay");
        let answer = bus.call_method(Some(LOGIND), "/org/freedesktop/login1", Some(MANAGER), "Inhibit", &asked).ok()?;
        answer.body().deserialize::<OwnedFd>().ok()
    }
}
