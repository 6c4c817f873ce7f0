//! F18 wrong passphrases, F19 words on the disk and in memory, F23 recovery words alone, F24 another library preloaded.

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::kill::again;
use crate::truth;
use holdepunkt_core::backup::{self, Moment};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Mark, PersonFields, Place};
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{self, Cost, NewLock, Secret};
use holdepunkt_core::opening::past_checks::Keys;
use holdepunkt_core::opening::{self, Opened};
use holdepunkt_core::world::World;
use secrecy::SecretString;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

const PASSPHRASE: &str = "kanarie låser op for sneglehuset";
const CANARY: &str = "KanariefuglPåGrøn7391";

fn locked(folder: &Path, cost: Cost) -> (Opened, String) {
    let at = Folder::at(folder).expect("a name");
    let (opened, words) =
        opening::create(&at, &NewLock::Passphrase(PASSPHRASE.into()), cost, &World::real()).expect("made");
    (opened, words.expect("words").words().join(" "))
}

fn into_book(opened: Opened) -> (Book, opening::Hold) {
    opened.book(&World::real()).expect("a book")
}

pub fn f18(n: u64) -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let cost = Cost::of_this_computer();
    locked(&folder, cost).0.close().expect("closed");
    let at = Folder::at(&folder).expect("a name");
    let mut chance = Chance::new(seed());
    let (mut times, mut work, mut accepted, mut sentences) = (Vec::new(), Vec::new(), 0, BTreeSet::new());
    for round in 0..n {
        // Near misses and others.
        let typed = match round % 4 {
            0 => PASSPHRASE[..PASSPHRASE.len() - 1].to_string(),
            1 => PASSPHRASE.to_uppercase(),
            2 => format!("{PASSPHRASE}{}", chance.below(10)),
            _ => format!("{:x}", chance.next()),
        };
        let (since, before) = (Instant::now(), worked());
        let opened = opening::open(&at, &Secret::Passphrase(typed.into()), &World::real());
        times.push(since.elapsed().as_millis());
        work.push(worked() - before);
        match opened {
            Ok(_) => accepted += 1,
            Err(error) => drop(sentences.insert(error.message(&truth::texts()))),
        }
    }
    // The work alone, in the same run: a wrong one is not told sooner than it takes.
    let mut bare = Vec::new();
    for _ in 0..n.clamp(3, 9) {
        let before = worked();
        let secret = SecretString::from("noget andet");
        keys::create(&NewLock::Passphrase(secret), cost, &World::real()).expect("made");
        bare.push(worked() - before);
    }
    times.sort_unstable();
    let least = |work: &[u64]| work.iter().min().copied().unwrap_or(0);
    let (middle, least, bare) = (times[times.len() / 2], least(&work), least(&bare));
    let figures = format!(
        "tries={n} accepted={accepted} messages={} least_work_of_a_try_ms={least} of {bare} for the passphrase alone; told: median_ms={middle} (Argon2id {} MiB, {} passes)",
        sentences.len(),
        cost.memory / 1024,
        cost.passes
    );
    // What a try costs is the work in the slot; the time of it is this computer's.
    let enough = cost.memory >= Cost::FLOOR.memory && cost.passes >= Cost::FLOOR.passes;
    Figure { row: "F18", figures, holds: accepted == 0 && sentences.len() == 1 && enough && least * 2 >= bare }
}

/// Milliseconds of work of this program so far, which other programs do not lengthen; nothing where the system does not tell.
fn worked() -> u64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // In hundredths of a second, as the system counts for programs.
    after_name.split(' ').nth(11).and_then(|ticks| ticks.parse::<u64>().ok()).unwrap_or(0) * 10
}

/// Every field there is, with the canary in it.
fn write_canaries(book: &mut Book) -> u64 {
    let texts = truth::texts();
    let world = World::real();
    let mut changes = vec![Change::NameMe { name: CANARY.into() }];
    let (line, person, chapter) = (truth::id(1), truth::id(2), truth::id(3));
    let section = |name: &str| name.to_string();
    changes.push(Change::AddLine {
        id: line.clone(),
        section: section("well.like"),
        prompt: String::new(),
        text: CANARY.into(),
        place: Place::Last,
    });
    changes.push(Change::WriteBecause { id: line.clone(), because: CANARY.into() });
    changes.push(Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true });
    let said = || CANARY.to_string();
    let fields = PersonFields { name: said(), relation: said(), phone: said(), why: said(), ..PersonFields::default() };
    changes.push(Change::AddPerson { id: person, fields, place: Place::Last });
    changes.push(Change::AddChapter { id: chapter.clone(), title: said() });
    changes.push(Change::RenameChapter { id: "well".into(), title: said() });
    changes.push(Change::RenameSection { id: "well.like".into(), title: said() });
    changes.push(Change::PasteLines {
        section: section("toolbox.tools"),
        text: format!("- {CANARY}\n- {CANARY}"),
        place: Place::Last,
    });
    changes.push(Change::RemoveLine { id: line });
    let page = holdepunkt_core::book::outline::own_page(&chapter);
    changes.push(Change::AddSection { id: world.id().expect("an id"), page, title: said(), place: Place::Last });
    let mut written = 0;
    for change in changes {
        match book.change(change, &texts) {
            Ok(_) => written += 1,
            Err(error) => eprintln!("a canary could not be written: {error:?}"),
        }
    }
    let _ = book.undo(&texts);
    written
}

/// How often any of the needles stands in the files below a folder.
fn found_in(folder: &Path, needles: &[Vec<u8>], files: &mut u64) -> u64 {
    let mut found = 0;
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            found += found_in(&path, needles, files);
        } else if let Ok(bytes) = fs::read(&path) {
            *files += 1;
            found += needles.iter().map(|needle| count(&bytes, needle)).sum::<u64>();
        }
    }
    found
}

fn count(bytes: &[u8], needle: &[u8]) -> u64 {
    bytes.windows(needle.len()).filter(|window| *window == needle).count() as u64
}

fn forms(text: &str) -> Vec<Vec<u8>> {
    let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![text.as_bytes().to_vec(), wide]
}

/// `hold FOLDER`: opens with the passphrase from standard input, on a thread that stays as the shell's do; writes, makes a backup, new words
/// and the passphrase anew, closes, lets go of the keys, tells, and waits.
/// `copy`: keeps one copy of the key, to show that it would be found.
pub fn hold(folder: &str, copy: bool) -> ExitCode {
    let mut typed = String::with_capacity(256);
    std::io::stdin().read_line(&mut typed).expect("told");
    let at = Folder::at(Path::new(folder)).expect("a name");
    let secret = Secret::Passphrase(typed.trim().into());
    // What is typed is not kept by us; what the book keeps is what is looked for.
    wipe(std::mem::take(&mut typed).into_bytes());
    let (give, take) = std::sync::mpsc::channel();
    let (there, known) = (at.clone(), secret.clone());
    std::thread::spawn(move || {
        give.send(into_book(opening::open(&there, &known, &World::real()).expect("opens"))).expect("taken");
        drop(known);
        std::thread::park();
    });
    let (mut book, mut hold) = take.recv().expect("given");
    let left = copy.then(|| Keys::open(&at, Some(&secret)).expect("opens"));
    let texts = truth::texts();
    book.undo(&texts).expect("undone");
    assert!(backup::make_if_due(&mut book, &hold, Moment::Close).expect("made"));
    drop(hold.renew_words(&World::real()).expect("renewed"));
    hold.settle_words().expect("settled");
    hold.renew_passphrase(&PASSPHRASE.into(), Cost::CHEAP, &World::real()).expect("renewed");
    tell("open");
    let mut go = String::new();
    std::io::stdin().read_line(&mut go).expect("told");
    book.close().expect("closed");
    drop((hold, secret));
    tell("locked");
    std::io::stdin().read_line(&mut go).expect("told");
    drop(left);
    ExitCode::SUCCESS
}

fn wipe(mut bytes: Vec<u8>) {
    bytes.iter_mut().for_each(|byte| *std::hint::black_box(byte) = 0);
}

fn tell(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(format!("{text}\n").as_bytes()).and_then(|()| out.flush());
}

/// How often something stands in the memory of a program of ours.
fn in_memory<C: TryInto<u64>>(id: u32, look: impl Fn(&[u8]) -> C) -> u64 {
    let maps = fs::read_to_string(format!("/proc/{id}/maps")).expect("readable");
    let mut memory = fs::File::open(format!("/proc/{id}/mem")).expect("readable");
    let mut found = 0;
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let Some((from, to)) = line.split(' ').next().and_then(|range| range.split_once('-')) else { continue };
        let place = |text| u64::from_str_radix(text, 16).unwrap_or(0);
        let mut bytes = vec![0; usize::try_from(place(to) - place(from)).unwrap()];
        if memory.seek(SeekFrom::Start(place(from))).is_ok() && memory.read_exact(&mut bytes).is_ok() {
            let here = look(&bytes).try_into().unwrap_or(u64::MAX);
            if here > 0 && std::env::var_os("HOLDEPUNKT_WHERE").is_some() {
                eprintln!("{here} in {line}");
            }
            found += here;
        }
    }
    found
}

/// A program of ours that opens the book, and what stood in its memory while it was open and when it was locked.
fn watch(folder: &Path, way: &str, key: &Keys) -> [u64; 5] {
    let mut child = again(&[way, &folder.to_string_lossy()]).stdin(Stdio::piped()).spawn().expect("started");
    let mut to = child.stdin.take().expect("piped");
    let mut from = BufReader::new(child.stdout.take().expect("piped"));
    let mut said = String::new();
    writeln!(to, "{PASSPHRASE}").expect("told");
    from.read_line(&mut said).expect("told");
    let open = in_memory(child.id(), |bytes| key.traces_in(bytes));
    let sub_open = in_memory(child.id(), |bytes| key.sub_traces_in(bytes));
    writeln!(to, "go").expect("told");
    from.read_line(&mut said).expect("told");
    assert_eq!(said, "open\nlocked\n");
    let locked = in_memory(child.id(), |bytes| key.traces_in(bytes));
    let sub_locked = in_memory(child.id(), |bytes| key.sub_traces_in(bytes));
    let passphrase = in_memory(child.id(), |bytes| count(bytes, PASSPHRASE.as_bytes()));
    child.kill().expect("ended");
    child.wait().expect("ended");
    [open, locked, sub_open, sub_locked, passphrase]
}

/// `memory FOLDER PROCESS`: how often the keys of the book, which the twelve words from standard input open, stand in the memory of a running
/// program. For the tests in the real window.
pub fn memory(folder: &str, process: &str) -> ExitCode {
    let mut words = String::new();
    std::io::stdin().read_line(&mut words).expect("told");
    let at = Folder::at(Path::new(folder)).expect("a name");
    let key = Keys::open(&at, Some(&Secret::Words(words.trim().into()))).expect("opens");
    let id = process.parse().expect("a number");
    if fs::File::open(format!("/proc/{id}/mem")).is_err() {
        tell("may not be read");
        return ExitCode::from(3);
    }
    let found = in_memory(id, |bytes| key.traces_in(bytes) + key.sub_traces_in(bytes));
    tell(&found.to_string());
    ExitCode::SUCCESS
}

pub fn f19(n: u64) -> Figure {
    let (mut on_disk, mut files, mut fields) = (0, 0, 0);
    let (mut seen, mut caught) = ([0; 5], 0);
    let needles = forms(CANARY);
    for _ in 0..n {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = dir.path().join("bog");
        let (opened, _) = locked(&folder, Cost::CHEAP);
        let (mut book, hold) = into_book(opened);
        fields = write_canaries(&mut book);
        // While it is open, as after a stop, and when it is closed.
        on_disk += found_in(dir.path(), &needles, &mut files);
        book.close().expect("closed");
        drop(hold);
        on_disk += found_in(dir.path(), &needles, &mut files);
        let secret = Secret::Passphrase(PASSPHRASE.into());
        let key = Keys::open(&Folder::at(&folder).expect("a name"), Some(&secret)).expect("opens");
        let now = watch(&folder, "hold", &key);
        seen = std::array::from_fn(|at| seen[at] + now[at]);
        // One that keeps a single copy on purpose: the search must find it.
        caught += u64::from(watch(&folder, "hold-a-copy", &key)[1] > 0);
    }
    let [open, locked, sub_open, sub_locked, passphrase] = seen;
    let figures = format!(
        "books={n} fields={fields} files_searched={files} on_disk={on_disk} key_in_memory: open={open} locked={locked} derived_keys: open={sub_open} locked={sub_locked} passphrase_after_lock={passphrase} (a copy left on purpose is found: {caught} of {n})"
    );
    // The search must be able to find the keys at all: while the book is open, and where one is left.
    let can_fail = open >= n && sub_open >= n && caught == n;
    Figure { row: "F19", figures, holds: can_fail && on_disk == 0 && locked == 0 && sub_locked == 0 && passphrase == 0 }
}

fn rescue() -> PathBuf {
    let beside = std::env::current_exe().expect("this program").with_file_name("holdepunkt-rescue");
    std::env::var_os("HOLDEPUNKT_RESCUE").map_or(beside, PathBuf::from)
}

/// Old copies, taken at random moments of a book that is written in, and a random one of the app's own backups each time; each
/// becomes a book again with the words alone.
pub fn f23(n: u64) -> Figure {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let (opened, words) = locked(&folder, Cost::CHEAP);
    let mut chance = Chance::new(seed());
    let texts = truth::texts();
    let mut open = Some(into_book(opened));
    let (mut number, mut right, mut from_backups) = (0, 0, 0);
    for round in 0..n {
        let (mut book, hold) = open.take().unwrap_or_else(|| {
            let secret = Secret::Passphrase(PASSPHRASE.into());
            into_book(opening::open(&Folder::at(&folder).expect("a name"), &secret, &World::real()).expect("opens"))
        });
        for _ in 0..=chance.below(30) {
            number += 1;
            book.change(truth::change(number), &texts).expect("written");
        }
        backup::make(&mut book, &hold).expect("a backup");
        let all = backup::list(hold.folder()).expect("read");
        let kept = &all[chance.index(all.len())];
        let (then, to) = (u64::try_from(kept.revision).unwrap(), dir.path().join(format!("fra-backup-{round}")));
        from_backups += u64::from(restored(&kept.path, &to, &words, then));
        // Closed, and as the files of a stop, by turns.
        if chance.coin() {
            book.close().expect("closed");
            drop(hold);
        } else {
            open = Some((book, hold));
        }
        let copy = dir.path().join(format!("kopi-{round}"));
        fs::create_dir(&copy).expect("made");
        for name in ["book.db", "book.db-wal", "book.keys"] {
            if folder.join(name).exists() {
                fs::copy(folder.join(name), copy.join(name)).expect("copied");
            }
        }
        right += u64::from(restored(&copy, &dir.path().join(format!("ny-{round}")), &words, number));
    }
    let figures = format!(
        "copies_restored={right} of {n} own_backups_restored={from_backups} of {n} with the recovery words alone"
    );
    Figure { row: "F23", figures, holds: right == n && from_backups == n }
}

fn restored(copy: &Path, to: &Path, words: &str, number: u64) -> bool {
    let mut child = Command::new(rescue())
        .args([
            "restore".as_ref(),
            copy.as_os_str(),
            "--to".as_ref(),
            to.as_os_str(),
            "--words-file".as_ref(),
            "-".as_ref(),
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("holdepunkt-rescue is built");
    child.stdin.take().expect("piped").write_all(words.as_bytes()).expect("told");
    let done = child.wait().expect("ended").success();
    let secret = Secret::Words(words.into());
    let opened = Folder::at(to).and_then(|folder| opening::open(&folder, &secret, &World::real()));
    done && opened.is_ok_and(|opened| truth::agrees(&into_book(opened).0, number).is_ok())
}

/// The system's SQLite, which cannot encrypt, is put before ours: either the program refuses, or the file is encrypted.
pub fn f24() -> Figure {
    let places = [
        "/usr/lib/x86_64-linux-gnu/libsqlite3.so.0",
        "/usr/lib/aarch64-linux-gnu/libsqlite3.so.0",
        "/usr/lib64/libsqlite3.so.0",
    ];
    let Some(plain) = places.iter().find(|path| Path::new(path).exists()) else {
        return Figure { row: "F24", figures: "no libsqlite3 here: not tried".into(), holds: true };
    };
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("bog");
    let written =
        again(&["writer", &folder.to_string_lossy(), "20", "not"]).env("LD_PRELOAD", plain).output().expect("ran");
    let (mut plain_files, mut files) = (0_u64, 0_u64);
    for entry in fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok) {
        let bytes = fs::read(entry.path()).expect("read");
        files += 1;
        plain_files += u64::from(bytes.starts_with(b"SQLite format 3") || count(&bytes, "ændring".as_bytes()) > 0);
    }
    let opened = truth::open(&folder).is_ok_and(|open| truth::judge(&open.book, 20).is_ok());
    let worked = written.status.success();
    let figures = format!(
        "preloaded=libsqlite3 program={} files={files} plain_files={plain_files} opens_without_it={opened}",
        if worked { "worked_encrypted" } else { "refused" }
    );
    Figure { row: "F24", figures, holds: plain_files == 0 && (opened || !worked) }
}
