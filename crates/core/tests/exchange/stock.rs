//! Locked files and the stock programs, in both directions: `age` (a package of Debian, which `./test` installs) and `rage` where one is
//! found. Without any, nothing is claimed, and said.

use holdepunkt_core::exchange::{FileFault, sealed};
use holdepunkt_core::world::World;
use secrecy::SecretString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const WORDS: &str = "kaffe løvfald sommer cykel bro havn";

fn programs() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let found = |name: &str| folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file());
    let named = std::env::var_os("RAGE").map(PathBuf::from);
    [found("age"), named.or_else(|| found("rage"))].into_iter().flatten().collect()
}

/// The program reads words only from a terminal, so it gets one, and the words when it has asked for them.
fn run(program: &Path, arguments: &str, times: usize) -> bool {
    let mut child = Command::new("script")
        .args(["-qec", &format!("{} {arguments}", program.display()), "/dev/null"])
        // Without a window of its own to ask in.
        .env("PINENTRY_PROGRAM", "")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("script is part of every Debian");
    let mut terminal = child.stdin.take().expect("a pipe");
    for _ in 0..times {
        std::thread::sleep(Duration::from_secs(3));
        terminal.write_all(format!("{WORDS}\n").as_bytes()).expect("typed");
    }
    let done = child.wait().expect("it ends").success();
    drop(terminal);
    done
}

#[test]
fn stock_programs_open_what_we_lock_and_we_open_what_they_lock() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let plain: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    let words = SecretString::from(WORDS);
    std::fs::write(at("ours.age"), sealed::seal(&plain, &words, &World::real()).unwrap()).unwrap();
    std::fs::write(at("plain"), &plain).unwrap();
    let programs = programs();
    if programs.is_empty() {
        eprintln!("not tried: neither age nor rage is here");
    }
    for (number, program) in programs.iter().enumerate() {
        let (opened, theirs, letters) =
            (at(&format!("{number}")), at(&format!("{number}.age")), at(&format!("{number}.txt")));
        assert!(run(program, &format!("-d -o {} {}", opened.display(), at("ours.age").display()), 1), "{program:?}");
        assert!(std::fs::read(opened).unwrap() == plain, "{program:?} opens our file with our words");
        for (file, more) in [(theirs, ""), (letters, "-a")] {
            let arguments = format!("-p {more} -o {} {}", file.display(), at("plain").display());
            assert!(run(program, &arguments, 2), "{program:?}");
            match sealed::open(&std::fs::read(file).unwrap(), &words) {
                Ok(inside) => assert!(*inside == plain, "we open what {program:?} locked"),
                // rage measures the computer and may ask for more work than we do.
                Err(fault) => assert!(fault == FileFault::Costly && program.ends_with("rage"), "{fault}"),
            }
        }
    }
}

#[test]
fn keys_of_ours_are_keys_of_theirs_in_both_directions() {
    use holdepunkt_core::handover::lock;
    use secrecy::ExposeSecret as _;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let plain: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    let world = World::real();
    let secret = lock::new_key(&world).unwrap();
    let key = lock::public(secret.expose_secret()).unwrap();
    std::fs::write(at("key"), secret.expose_secret()).unwrap();
    std::fs::write(at("ours.age"), lock::seal(&plain, &key, &world).unwrap()).unwrap();
    std::fs::write(at("plain"), &plain).unwrap();
    // rage adds a lock for nobody to its files, which ours do not have: only age goes both ways.
    for program in programs() {
        let opened = Command::new(&program).args(["-d", "-i"]).arg(at("key")).arg(at("ours.age")).output().unwrap();
        assert!(opened.status.success() && opened.stdout == plain, "{program:?} opens our file with our key");
        if program.ends_with("age") {
            let theirs = Command::new(&program).args(["-r", &key]).arg(at("plain")).output().unwrap().stdout;
            let (_, inside) = lock::open(&theirs, [secret.expose_secret()].into_iter()).unwrap();
            assert!(*inside == plain, "we open what {program:?} locked to our key");
        }
    }
}
