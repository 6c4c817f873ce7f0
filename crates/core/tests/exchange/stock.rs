//! Locked files and the stock program `rage`, in both directions. It is looked for in `RAGE`; without it nothing is claimed, and said.

use holdepunkt_core::exchange::sealed;
use holdepunkt_core::world::World;
use secrecy::SecretString;
use std::path::Path;
use std::process::{Command, Stdio};

const WORDS: &str = "kaffe løvfald sommer cykel bro havn";

/// `rage` reads words only from a terminal, so it gets one.
fn rage(program: &str, arguments: &str, answers: &[&str]) -> bool {
    let typed: String = answers.iter().map(|answer| format!("{answer}\n")).collect();
    let mut child = Command::new("script")
        .args(["-qec", &format!("{program} {arguments}"), "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("script is part of every Debian");
    // The question comes first, or the answer is lost with the echo being turned off.
    std::thread::sleep(std::time::Duration::from_secs(2));
    let mut input = child.stdin.take().expect("a pipe");
    for line in typed.lines() {
        std::io::Write::write_all(&mut input, format!("{line}\n").as_bytes()).expect("typed");
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    let done = child.wait().expect("it ends").success();
    drop(input);
    done
}

#[test]
fn stock_rage_opens_what_we_lock_and_we_open_what_it_locks() {
    let Some(program) = std::env::var_os("RAGE").map(|path| path.to_string_lossy().into_owned()) else {
        eprintln!("not tried: RAGE names no stock program");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let shown = |path: &Path| path.display().to_string();
    let plain: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    let words = SecretString::from(WORDS);
    std::fs::write(at("ours.age"), sealed::seal(&plain, &words, &World::real()).unwrap()).unwrap();
    assert!(rage(&program, &format!("-d -o {} {}", shown(&at("opened")), shown(&at("ours.age"))), &[WORDS]));
    assert!(std::fs::read(at("opened")).unwrap() == plain, "rage opens our file with our words");
    std::fs::write(at("plain"), &plain).unwrap();
    for (name, more) in [("theirs.age", ""), ("letters.age", "-a")] {
        assert!(rage(&program, &format!("-p {more} -o {} {}", shown(&at(name)), shown(&at("plain"))), &[WORDS, WORDS]));
        match sealed::open(&std::fs::read(at(name)).unwrap(), &words) {
            Ok(opened) => assert!(*opened == plain, "we open its file with the same words"),
            // rage measures the computer and may ask for more work than we do.
            Err(fault) => assert_eq!(fault, holdepunkt_core::exchange::FileFault::Costly),
        }
    }
}
