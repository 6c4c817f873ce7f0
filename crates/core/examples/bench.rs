//! How fast a book is, as ratios to floors measured in the same run:
//! `cargo run --release -p holdepunkt-core --example bench [unlock|keystroke|backup|open] [folder]`.
//!
//! Floors: the smallest thing that is as safe. A keystroke stands against one row in the same kind of encrypted file with the
//! same settings, and against 4 KiB appended to a plain file and synced. The kinds take turns, so that a busy machine is
//! busy for all of them. Not here: limits that fail; a measurement is not a test.
#![allow(clippy::print_stdout)]

use holdepunkt_core::backup::{self, Backup};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening;
use holdepunkt_core::workbook::workbook;
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const KEYSTROKES: usize = 3_000;
const OPENINGS: usize = 40;
const UNLOCKS: usize = 9;
const LINE: &str = "Jeg går en tur ned til vandet og ringer til min søster, også når jeg helst vil blive hjemme.";

type Outcome<T> = Result<T, Error>;

fn main() -> Outcome<()> {
    let mut asked: Vec<String> = std::env::args().skip(1).collect();
    let only = asked.first().filter(|word| ["unlock", "keystroke", "backup", "open"].contains(&word.as_str())).cloned();
    let folder = asked.drain(usize::from(only.is_some())..).next().map(PathBuf::from);
    let both = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let root = folder.unwrap_or_else(std::env::temp_dir).join(format!("holdepunkt-bench-{}", std::process::id()));
    let _ = fs::create_dir_all(&root);
    let mut done = if both("unlock") { unlocking(&root) } else { Ok(()) };
    if done.is_ok() && both("keystroke") {
        done = keystroke(&root);
    }
    if done.is_ok() && both("backup") {
        done = during_a_backup(&root);
    }
    if done.is_ok() && both("open") {
        done = opening_cost(&root);
    }
    let _ = fs::remove_dir_all(&root);
    done
}

fn book(path: &Path) -> Outcome<Folder> {
    let folder = Folder::at(path)?;
    let (opened, _) = opening::create(&folder, &NewLock::Open, Cost::of_this_computer(), &World::real())?;
    opened.close()?;
    Ok(folder)
}

/// From what was typed to an open book: the passphrase with the cost chosen for this computer, the words, and no lock at all.
fn unlocking(root: &Path) -> Outcome<()> {
    let (world, cost) = (World::real(), Cost::of_this_computer());
    let folder = Folder::at(&root.join("locked"))?;
    let lock = NewLock::Passphrase("kanin bro måge sten".into());
    let (opened, words) = opening::create(&folder, &lock, cost, &world)?;
    opened.close()?;
    let words = words.map(|words| words.words().join(" ")).unwrap_or_default();
    let secrets = [Secret::Passphrase("kanin bro måge sten".into()), Secret::Words(words.into())];
    let without = book(&root.join("open"))?;
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..UNLOCKS {
        for (secret, times) in secrets.iter().zip(&mut times) {
            times.push(timed(|| opening::open(&folder, secret, &world)?.close())?);
        }
        times[2].push(timed(|| opening::open_unlocked(&without, &world)?.close())?);
    }
    println!(
        "unlocking, opening and closing again, {UNLOCKS} times (Argon2id {} MiB, {} passes, {} lane)",
        cost.memory / 1024,
        cost.passes,
        cost.lanes
    );
    for (what, times) in ["passphrase", "recovery words", "no lock"].iter().zip(&mut times) {
        told(what, times);
    }
    Ok(())
}

/// One save of a growing line, until the answer that it is on disk.
fn keystroke(root: &Path) -> Outcome<()> {
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let ours = opening::open_unlocked(&book(&root.join("ours"))?, &world)?;
    let (mut ours_book, _hold) = ours.book(&world)?;
    let alone = opening::open_unlocked(&book(&root.join("alone"))?, &world)?;
    let mut alone_book = Book::new(alone.connection, alone.digest_key, world.clone())?;
    let bare = opening::open_unlocked(&book(&root.join("bare"))?, &world)?;
    bare.connection.execute_batch("CREATE TABLE bare (id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT;")?;
    let mut plain = open_plain(&root.join("plain"))?;
    let line = world.id()?;
    add(&mut ours_book, &texts, &line, "signs.inner")?;
    add(&mut alone_book, &texts, &line, "signs.inner")?;
    bare.connection.execute("INSERT INTO bare (id, text) VALUES (?1, '')", [&line])?;
    let (mut book_times, mut alone_times, mut bare_times, mut plain_times) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let block = [7_u8; 4096];
    for stroke in 0..KEYSTROKES {
        let text: String = LINE.chars().cycle().take(1 + stroke % 120).collect();
        let change = Change::WriteLine { id: line.clone(), text: text.clone() };
        book_times.push(timed(|| ours_book.change(change.clone(), &texts).map(drop))?);
        alone_times.push(timed(|| alone_book.change(change, &texts).map(drop))?);
        bare_times.push(timed(|| {
            let mut update = bare.connection.prepare_cached("UPDATE bare SET text = ?2 WHERE id = ?1")?;
            update.execute([&line, &text])?;
            Ok(())
        })?);
        plain_times.push(timed(|| Ok(plain.write_all(&block).and_then(|()| plain.sync_all())?))?);
    }
    println!("keystroke -> on disk, {KEYSTROKES} saves of one line");
    let book = told("the book, journal and all", &mut book_times);
    let alone = told("the same without its journal", &mut alone_times);
    let bare = told("bare encrypted row, same settings", &mut bare_times);
    let plain = told("append 4 KiB + fsync", &mut plain_times);
    println!("  ratio to the bare row: p50 {:.2}, p99 {:.2}", ratio(book.0, bare.0), ratio(book.1, bare.1));
    println!("  without its journal: p50 {:.2}, p99 {:.2}", ratio(alone.0, bare.0), ratio(alone.1, bare.1));
    println!("  ratio to append + fsync: p50 {:.2}, p99 {:.2}", ratio(book.0, plain.0), ratio(book.1, plain.1));
    ours_book.close()
}

fn open_plain(path: &Path) -> Outcome<File> {
    Ok(OpenOptions::new().create(true).append(true).open(path)?)
}

fn add(book: &mut Book, texts: &Texts, id: &str, section: &str) -> Outcome<()> {
    let (id, section) = (id.to_string(), section.to_string());
    let text = format!("{LINE} {}", &id[..8]);
    book.change(Change::AddLine { id, section, prompt: String::new(), text, place: Place::Last }, texts)?;
    Ok(())
}

/// The same save while a book of about 50 MB is backed up by another thread, which reads the whole copy back; against the same save before.
fn during_a_backup(root: &Path) -> Outcome<()> {
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let folder = book(&root.join("large"))?;
    let (mut book, hold) = opening::open_unlocked(&folder, &world)?.book(&world)?;
    let line = world.id()?;
    add(&mut book, &texts, &line, "signs.inner")?;
    let long = LINE.repeat(1_000);
    for number in 0..280 {
        let change = Change::WriteLine { id: line.clone(), text: format!("{number} {long}") };
        book.change(change, &texts)?;
    }
    let save = |book: &mut Book, stroke: usize| {
        let text: String = LINE.chars().cycle().take(1 + stroke % 120).collect();
        timed(|| book.change(Change::WriteLine { id: line.clone(), text }, &texts).map(drop))
    };
    backup::make(&mut book, &hold)?;
    save(&mut book, 0)?;
    let mut before = (0..500).map(|stroke| save(&mut book, stroke)).collect::<Outcome<Vec<_>>>()?;
    let began = Instant::now();
    let mut making = None;
    let begin = timed(|| {
        making = Some(Backup::begin(&mut book, &hold)?);
        Ok(())
    })?;
    let Some(mut making) = making else { return Ok(()) };
    let thread = std::thread::spawn(move || {
        while !making.step(64)?.is_done() {
            // So that the disk is not kept busy for a keystroke's time.
            std::thread::sleep(Duration::from_millis(2));
        }
        making.finish()
    });
    let (mut during, mut stroke) = (Vec::new(), 0);
    while !thread.is_finished() {
        during.push(save(&mut book, stroke)?);
        stroke += 1;
        std::thread::sleep(Duration::from_millis(20));
    }
    let Ok(made) = thread.join() else { return Ok(()) };
    let made = made?;
    let took = began.elapsed();
    let settled = timed(|| backup::settle(&mut book, &hold, made))?;
    let size = fs::metadata(folder.book())?.len() / 1_000_000;
    println!(
        "keystroke -> on disk while a book of {size} MB is backed up, {stroke} saves in {:.1} s",
        took.as_secs_f64()
    );
    told("before", &mut before);
    told("during", &mut during);
    println!("  longest: {:.1} ms", during.last().map_or(0.0, |time| milliseconds(*time)));
    println!("  the book is held to begin: {:.1} ms, to settle: {:.1} ms", milliseconds(begin), milliseconds(settled));
    book.close()
}

/// From the key to a first page: a book with 100 lines and as many revisions against one with 100,000 of each, both with a journal
/// of the length that there is before a backup is due.
fn opening_cost(root: &Path) -> Outcome<()> {
    let began = Instant::now();
    let small = filled(&root.join("small"), 100)?;
    let large = filled(&root.join("large"), 100_000)?;
    println!("two books written in {:.0} s", began.elapsed().as_secs_f64());
    let (mut small_times, mut large_times) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        small_times.push(timed(|| open(&small))?);
        large_times.push(timed(|| open(&large))?);
    }
    println!("key -> contents and first page, {OPENINGS} times, warm");
    let small_told = told("100 lines and revisions", &mut small_times);
    let large_told = told("100,000 lines and revisions", &mut large_times);
    println!("  ratio: p50 {:.2}", ratio(large_told.0, small_told.0));
    let megabytes = |path: PathBuf| fs::metadata(path).map(|data| data.len() as f64 / 1e6);
    for (what, folder) in [("small", &small), ("large", &large)] {
        println!(
            "  the {what} file: {:.1} MB, its journal {:.1} MB",
            megabytes(folder.book())?,
            megabytes(folder.journal())?
        );
    }
    looks(&large)
}

/// Pasted at once: to add one line every line of its heading is read, which for a hundred thousand takes hours on a busy machine.
const AT_ONCE: usize = 1_000;
/// Saves with the journal beside the book: some three megabytes.
const JOURNALED: usize = 3_000;

fn filled(path: &Path, lines: usize) -> Outcome<Folder> {
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let folder = book(path)?;
    let (connection, digest_key, hold) = opening::open_unlocked(&folder, &world)?.part();
    // Only while filling: nobody's words are in it.
    connection.execute_batch("PRAGMA synchronous = OFF;")?;
    let mut book = Book::new(connection, digest_key, world.clone())?;
    let lists: Vec<&str> = workbook()
        .sections()
        .filter(|(chapter, _, section)| section.kind == holdepunkt_core::view::Kind::List && chapter.id != "toolbox")
        .map(|(_, _, section)| section.id.as_str())
        .collect();
    let mut paste = |section: &str, count: usize| -> Outcome<Vec<String>> {
        let text = (0..count).map(|number| format!("{LINE} {number}\n")).collect();
        let change = Change::PasteLines { section: section.to_string(), text, place: Place::Last };
        Ok(book.change(change, &texts)?.created)
    };
    // The first page holds the same in both books: ten lines.
    let mut ids = paste("well.like", 10)?;
    while ids.len() < lines {
        let section = lists[3 + ids.len() / AT_ONCE % (lists.len() - 3)];
        ids.extend(paste(section, AT_ONCE.min(lines - ids.len()))?);
    }
    let write = |book: &mut Book, number: usize| {
        let (id, text) = (ids[10 + number % (ids.len() - 10)].clone(), format!("{LINE} {number} igen"));
        book.change(Change::WriteLine { id, text }, &texts).map(drop)
    };
    (0..lines).try_for_each(|number| write(&mut book, number))?;
    book.close()?;
    drop(hold);
    let (mut book, hold) = opening::open_unlocked(&folder, &world)?.book(&world)?;
    (lines..lines + JOURNALED).try_for_each(|number| write(&mut book, number))?;
    book.close()?;
    drop(hold);
    Ok(folder)
}

fn open(folder: &Folder) -> Outcome<()> {
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let opened = opening::open_unlocked(folder, &world)?;
    let (book, _hold) = opened.book(&world)?;
    book.contents(&texts)?;
    book.page("well.page", &texts)?;
    Ok(())
}

/// What is done less often, told for the large book only.
fn looks(folder: &Folder) -> Outcome<()> {
    let (world, texts) = (World::real(), Texts::new(Language::Da));
    let opened = opening::open_unlocked(folder, &world)?;
    let mut book = Book::new(opened.connection, opened.digest_key, world)?;
    println!("in the large book, once each");
    let mut once = |what: &str, job: &mut dyn FnMut(&mut Book) -> Outcome<()>| -> Outcome<()> {
        println!("  {what}: {:.1} ms", milliseconds(timed(|| job(&mut book))?));
        Ok(())
    };
    once("the texts of one language", &mut |_| {
        let _ = Texts::new(Language::Da);
        Ok(())
    })?;
    once("contents", &mut |book| book.contents(&texts).map(drop))?;
    once("page with about 3,000 lines in each list", &mut |book| book.page("signs.page", &texts).map(drop))?;
    once("undo", &mut |book| book.undo(&texts).map(drop))?;
    once("redo", &mut |book| book.redo(&texts).map(drop))?;
    once("history of a chapter", &mut |book| book.history_of_chapter("signs", &texts).map(drop))?;
    once("the whole chain checked", &mut |book| book.verify_chain().map(drop))
}

fn timed(job: impl FnOnce() -> Outcome<()>) -> Outcome<Duration> {
    let start = Instant::now();
    job()?;
    Ok(start.elapsed())
}

/// Prints p50 and p99 and gives them.
fn told(what: &str, times: &mut [Duration]) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    let (half, nearly_all) = (at(50), at(99));
    println!("  {what}: p50 {:.3} ms, p99 {:.3} ms", milliseconds(half), milliseconds(nearly_all));
    (half, nearly_all)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn ratio(ours: Duration, floor: Duration) -> f64 {
    ours.as_secs_f64() / floor.as_secs_f64()
}
