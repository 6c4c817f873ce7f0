//! Other programs and a sudden end: the second one is refused, what was written before the end is there.
#![allow(clippy::expect_used, clippy::panic)]

mod opening_common;

use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock};
use holdepunkt_core::opening::{self, Look};
use holdepunkt_core::world::World;
use opening_common::{PASSPHRASE, folder, locked_book, note, notes, passphrase};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const FOLDER: &str = "HOLDEPUNKT_TEST_FOLDER";

/// This program again, running one of the tests that are otherwise ignored.
fn again(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args([test, "--exact", "--ignored", "--nocapture"]).env(FOLDER, folder).stdout(Stdio::piped());
    command
}

fn told_folder() -> Folder {
    Folder::at(Path::new(&std::env::var_os(FOLDER).expect("told by the test that started us"))).expect("a name")
}

fn line_of(child: &mut Child, start: &str) -> String {
    let out = BufReader::new(child.stdout.take().expect("piped"));
    out.lines().map_while(Result::ok).find(|line| line.starts_with(start)).unwrap_or_default()
}

#[test]
#[ignore = "the other program of the tests below"]
fn other_program_writes_until_it_is_stopped() {
    let opened = opening::open(&told_folder(), &passphrase(PASSPHRASE), &World::real()).expect("opens");
    for number in 0.. {
        note(&opened, &format!("linje {number}"));
        writeln!(std::io::stdout(), "saved {number}").expect("told");
        if number == 0 {
            std::io::stdout().flush().expect("told");
        }
    }
}

#[test]
fn another_program_is_refused_at_once_and_its_end_lets_us_in_with_all_it_saved() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    for round in 1..=20_u64 {
        let mut other = again("other_program_writes_until_it_is_stopped", folder.path()).spawn().expect("started");
        let mut lines = BufReader::new(other.stdout.take().expect("piped")).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains("saved 0")), "the other program writes");
        let asked = Instant::now();
        let refused = opening::open(&folder, &passphrase(PASSPHRASE), &World::real());
        assert!(matches!(refused, Err(Error::AlreadyOpen)), "{refused:?}");
        assert!(asked.elapsed() < Duration::from_secs(1), "nobody should wait for a refusal");
        std::thread::sleep(Duration::from_millis(round));
        other.kill().expect("stopped as by a power cut for programs");
        other.wait().expect("ended");
        let last = lines.filter_map(|line| line.split("saved ").nth(1)?.trim().parse().ok()).max().unwrap_or(0_usize);
        let opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("a stale lock is none");
        let read = notes(&opened);
        let expected: Vec<String> = (0..read.len()).map(|number| format!("linje {number}")).collect();
        assert_eq!(read, expected, "round {round}");
        assert!(read.len() > last, "round {round}: told saved {last}, found {}", read.len());
        opened.connection.execute_batch("DELETE FROM test_note").expect("emptied");
        opened.close().expect("closed");
    }
}

#[test]
#[ignore = "the program on the small disk of the test below"]
fn other_program_makes_a_book_on_a_small_disk() {
    let folder = told_folder();
    let made = opening::create(&folder, &NewLock::Passphrase(PASSPHRASE.into()), Cost::CHEAP, &World::real());
    let told = match made {
        Ok((opened, _)) => {
            opened.close().expect("closed");
            let opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).map(drop);
            format!("made {opened:?}")
        }
        Err(Error::DiskFull) => match opening::look(&folder) {
            Ok(Look::Nothing) => "full, nothing left".to_string(),
            look => format!("full, but {look:?}"),
        },
        Err(error) => format!("{error:?}"),
    };
    writeln!(std::io::stdout(), "\ntold {told}").expect("told");
}

/// Runs the other program with a small disk of its own over `dir`, mounted and filled by `mount`; gives what it told.
/// Empty where the system does not let us mount one (it takes Linux with user namespaces).
#[cfg(target_os = "linux")]
fn on_a_disk_of_its_own(test: &str, dir: &Path, mount: &str) -> String {
    let program = again(test, &dir.join("bog"));
    let script = format!("dir=$1; shift; {mount} && exec \"$@\"");
    let mut child = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script, "sh"])
        .arg(dir)
        .arg(program.get_program())
        .args(program.get_args())
        .env(FOLDER, dir.join("bog"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("unshare is part of util-linux");
    let told = line_of(&mut child, "told ");
    child.wait().expect("ended");
    told
}

#[cfg(target_os = "linux")]
fn not_tried() {
    writeln!(std::io::stderr(), "no small disk can be mounted here: not tried").expect("told");
}

/// Says so where it cannot be tried; `opening::tests` tries a full disk everywhere.
#[test]
#[cfg(target_os = "linux")]
fn on_a_small_disk_there_is_a_whole_book_or_none() {
    let (dir, _) = folder();
    let (mut made, mut full) = (0, 0);
    for kib in (4..=1_800).step_by(30) {
        let mount = format!("mount -t tmpfs -o size={kib}k tmpfs \"$dir\"");
        match on_a_disk_of_its_own("other_program_makes_a_book_on_a_small_disk", dir.path(), &mount).as_str() {
            "" if made + full == 0 => return not_tried(),
            "told made Ok(())" => made += 1,
            "told full, nothing left" => full += 1,
            other => panic!("{kib} KiB: {other:?}"),
        }
    }
    assert!(made > 0 && full > 0, "both must have been tried: {made} made, {full} full");
}

#[test]
#[ignore = "the program on the read-only disk of the test below"]
fn other_program_opens_a_book_on_a_read_only_disk() {
    let opened = opening::open(&told_folder(), &passphrase(PASSPHRASE), &World::real());
    let told = opened.map(|opened| format!("{:?} {:?}", opened.mode, notes(&opened)));
    let made = opening::create(&told_folder(), &NewLock::Open, Cost::CHEAP, &World::real()).map(drop);
    writeln!(std::io::stdout(), "\ntold {told:?} {made:?}").expect("told");
}

#[test]
#[cfg(target_os = "linux")]
fn a_book_on_a_read_only_disk_opens_to_read() {
    let (dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    for lock_file in [true, false] {
        if !lock_file {
            std::fs::remove_file(folder.lock()).expect("removed");
        }
        let mount = "mount --bind \"$dir\" \"$dir\" && mount -o remount,bind,ro \"$dir\"";
        let told = on_a_disk_of_its_own("other_program_opens_a_book_on_a_read_only_disk", dir.path(), mount);
        if told.is_empty() {
            return not_tried();
        }
        assert_eq!(told, r#"told Ok("ReadOnly [\"gå en tur\"]") Err(BookExists)"#, "lock file there: {lock_file}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_book_that_can_be_written_in_a_folder_that_cannot_opens_to_read() {
    let (dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let mount = "mount --bind \"$dir\" \"$dir\" && \
        for file in book.db book.lock; do mount --bind \"$dir/bog/$file\" \"$dir/bog/$file\"; done && \
        mount -o remount,bind,ro \"$dir\"";
    let told = on_a_disk_of_its_own("other_program_opens_a_book_on_a_read_only_disk", dir.path(), mount);
    if told.is_empty() {
        return not_tried();
    }
    assert_eq!(told, r#"told Ok("ReadOnly [\"gå en tur\"]") Err(BookExists)"#);
}
