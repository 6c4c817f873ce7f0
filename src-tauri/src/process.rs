//! What the program sees to before it has a window: nothing of it is left behind when it crashes, nobody steers its
//! webview from outside, the encryption is ours. Not here: the window and the book.

use crate::arguments::{WORKSHOP, complain};
use holdepunkt_core::error::Error;
use holdepunkt_pdf::workshop::Program;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Said on standard error when the program stops in the middle: where in our own code, never what the person wrote.
const STOPPED: &str = "something went wrong in the program. What was shown as saved is saved. It happened";

/// With these set, WebKit lets another program look into the page or steer it. Only the tests of a debug build may.
const STEERING: [&str; 3] = ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// To be called first in `main`.
pub fn prepare() {
    std::panic::set_hook(Box::new(|panic| complain(&said_of(panic))));
    leave_no_dumps();
    refuse_steering();
}

/// Whether the encryption is the one we ship; asked before there is a window.
///
/// # Errors
/// When it is another.
pub fn cipher() -> Result<(), Error> {
    if cfg!(debug_assertions) && std::env::var_os("HOLDEPUNKT_WRONG_CIPHER").is_some() {
        return Err(Error::WrongCipher);
    }
    holdepunkt_core::cipher_is_ours()
}

/// Starts the program for another book, as the last thing this one does: one program never holds two.
pub fn start_again(folder: &Path) {
    let Ok(program) = std::env::current_exe() else { return };
    if let Err(error) = Command::new(program).arg("--data-dir").arg(folder).spawn() {
        complain(&format!("the other book could not be opened: {error}"));
    }
}

/// The program that sets prints: this very one, also when its file was replaced by a newer one meanwhile.
pub fn workshop() -> Option<Program> {
    let path =
        if cfg!(target_os = "linux") { Some(PathBuf::from("/proc/self/exe")) } else { std::env::current_exe().ok() };
    Some(Program { path: path?, words: vec![WORKSHOP.to_string()], environment: Vec::new() })
}

/// The place only. The payload may hold a piece of text that a slice or a parser stumbled over.
fn said_of(panic: &PanicHookInfo<'_>) -> String {
    match panic.location() {
        Some(place) => format!("{STOPPED} at {}:{}.", last_parts(place.file()), place.line()),
        None => format!("{STOPPED} at an unknown place."),
    }
}

/// Names of folders on the building computer are nobody's business: the last three parts of the path.
fn last_parts(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    parts[parts.len().saturating_sub(3)..].join("/")
}

/// No core dumps of this process or of the webview's. A limit of one byte rather than none: the kernel then also
/// refuses to hand the dump to a collector (`core_pattern` with a pipe), for which a limit of none is no limit. Not
/// dumpable also means that other programs of the same person cannot read our memory (`ptrace`, `/proc/…/mem`).
/// Where the system refuses, the book is no less readable for it, so the program goes on.
#[cfg(target_os = "linux")]
fn leave_no_dumps() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};
    let most = getrlimit(Resource::Core).maximum.map_or(1, |most| most.min(1));
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(most), maximum: Some(most) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(not(target_os = "linux"))]
fn leave_no_dumps() {}

/// Starts over without the variables that steer the webview. They are gone then, so this happens once at most.
#[cfg(unix)]
fn refuse_steering() {
    use std::os::unix::process::CommandExt as _;
    if cfg!(debug_assertions) || STEERING.iter().all(|name| std::env::var_os(name).is_none()) {
        return;
    }
    let Ok(program) = std::env::current_exe() else { std::process::exit(1) };
    let mut again = std::process::Command::new(program);
    again.args(std::env::args_os().skip(1));
    for name in STEERING {
        again.env_remove(name);
    }
    complain(&format!("the program could not be started over: {}", again.exec().kind()));
    std::process::exit(1);
}

#[cfg(not(unix))]
fn refuse_steering() {
    if !cfg!(debug_assertions) && STEERING.iter().any(|name| std::env::var_os(name).is_some()) {
        complain("the webview is not to be steered from outside.");
        std::process::exit(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_stop_says_where_and_not_a_word_of_what_was_written() {
        let (tell, told) = mpsc::channel();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let _ = tell.send(said_of(panic));
        }));
        let stopped = std::thread::spawn(|| panic!("Mette 12 34 56 78")).join();
        std::panic::set_hook(before);
        assert!(stopped.is_err());
        let said = told.recv().unwrap();
        assert!(said.contains("src/process.rs:"), "{said}");
        assert!(said.contains("saved is saved") && !said.contains("Mette"), "{said}");
    }

    #[test]
    fn a_place_is_named_without_the_folders_of_the_building_computer() {
        assert_eq!(last_parts("/home/somebody/registry/rusqlite-1/src/lib.rs"), "rusqlite-1/src/lib.rs");
        assert_eq!(last_parts("src\\main.rs"), "src/main.rs");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_can_dump_this_process() {
        use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};
        leave_no_dumps();
        let limit = getrlimit(Resource::Core);
        assert!(limit.current.is_some_and(|bytes| bytes <= 1) && limit.maximum.is_some_and(|bytes| bytes <= 1));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
