//! Against a real Secret Service, each in a session bus of its own: this test program starts itself again inside `dbus-run-session`, with
//! gnome-keyring or without. Not here: what the shell does with the answers (`shell::tests`).

use super::*;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

const INSIDE: &str = "HOLDEPUNKT_KEYRING_INSIDE";

/// Runs one test of this program again in a session of its own. `before` is what the session starts with.
fn in_a_session(test: &str, before: &str) -> Output {
    let home = tempfile::tempdir().unwrap();
    let run = home.path().join("run");
    std::fs::create_dir(&run).unwrap();
    let me = std::env::current_exe().unwrap();
    let mut session = Command::new("dbus-run-session");
    session
        .args(["--", "sh", "-c", &format!("{before}\nexec \"$0\" --exact \"$1\" --nocapture")])
        .args([me.as_os_str(), test.as_ref()])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", &run)
        .stdin(Stdio::null());
    session.output().expect("dbus-run-session: see TEST_PACKAGES in scripts/prepare.sh")
}

const UNLOCKED: &str = "printf 'en kode' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1";
/// There, but nobody has logged in.
const LOCKED: &str = "printf 'en kode' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null";
/// Owns the name and answers nothing.
const DEAF: &str = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
for wait in $(seq 200); do
  pid=$(dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets 2>/dev/null | sed -n 's/.*uint32 //p')
  [ -n \"$pid\" ] && break; sleep 0.05
done
kill -STOP $pid; trap 'kill -CONT $pid' EXIT";
/// A bus on which nothing is started and nobody owns the name.
const NOBODY: &str = "export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent";

/// True in the program that was started again: then the test itself runs. Otherwise it is run there, and must have passed.
fn here(test: &str, before: &str) -> bool {
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    let name = format!("keyring::tests::{test}");
    let done = in_a_session(&name, before);
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
    false
}

fn secret(byte: u8) -> KeyBytes {
    KeyBytes::copy_of(&[byte; 32]).unwrap()
}

#[test]
fn a_real_keyring_keeps_finds_and_forgets() {
    if !here("a_real_keyring_keeps_finds_and_forgets", UNLOCKED) {
        return;
    }
    let ring = OfTheSystem;
    assert!(matches!(ring.find("a"), Err(Error::KeyringEmpty)));
    ring.keep("a", &secret(1)).unwrap();
    ring.keep("b", &secret(2)).unwrap();
    assert_eq!(*ring.find("a").unwrap(), [1; 32]);
    assert_eq!(*ring.find("b").unwrap(), [2; 32], "every book has its own");
    ring.keep("a", &secret(3)).unwrap();
    assert_eq!(*ring.find("a").unwrap(), [3; 32], "in place of the one before");
    ring.forget("a").unwrap();
    ring.forget("a").unwrap();
    assert!(matches!(ring.find("a"), Err(Error::KeyringEmpty)));
}

#[test]
fn a_locked_keyring_is_told_at_once_and_asks_nobody() {
    if !here("a_locked_keyring_is_told_at_once_and_asks_nobody", LOCKED) {
        return;
    }
    let began = Instant::now();
    assert!(matches!(OfTheSystem.keep("a", &secret(1)), Err(Error::KeyringLocked)));
    assert!(matches!(OfTheSystem.find("a"), Err(Error::KeyringLocked)));
    assert!(began.elapsed() < PATIENCE, "it must not wait for an answer to a question");
}

#[test]
fn no_keyring_at_all_is_told_at_once() {
    if !here("no_keyring_at_all_is_told_at_once", NOBODY) {
        return;
    }
    assert!(matches!(OfTheSystem.keep("a", &secret(1)), Err(Error::KeyringMissing)));
    assert!(matches!(OfTheSystem.find("a"), Err(Error::KeyringMissing)));
    assert!(matches!(OfTheSystem.forget("a"), Err(Error::KeyringMissing)));
}

#[test]
fn a_keyring_that_hangs_is_waited_for_no_longer_than_we_say() {
    if !here("a_keyring_that_hangs_is_waited_for_no_longer_than_we_say", DEAF) {
        return;
    }
    let began = Instant::now();
    assert!(matches!(OfTheSystem.find("a"), Err(Error::KeyringMissing)));
    let waited = began.elapsed();
    assert!(waited > Duration::from_millis(500), "it answered or was not there: {waited:?}");
    assert!(waited < PATIENCE * 2, "{waited:?}");
}
