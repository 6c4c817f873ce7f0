//! F10: the large acts, which touch many files at once, stopped in the middle in three ways: the power goes (disk.rs), the program
//! is killed, a call to the disk fails. Afterwards there is the book as it was before or as it is after, never neither, and once the
//! act was told done it stays done. Not here: ordinary saves (power.rs, kill.rs, failing.rs).

use crate::Figure;
use crate::chance::{Chance, part, seed};
use crate::disk::{Disk, Record, under_shim};
use crate::failing::counted;
use crate::kill::again;
use crate::power::scratch;
use crate::truth::{self, OpenBook, copy_tree};
use holdepunkt_core::backup::{self, Moment};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{Cost, NewLock, Secret};
use holdepunkt_core::opening::{self, Hold};
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_core::world::World;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The recovery words of the kept book of schema 1 (tests/books/schema-1/README.md).
const OLD_WORDS: &str = "kokos ahorn trick start fokus synge minut beundre klub akademi loppe mildvejr";
const CHANGES: u64 = 40;

/// An act, and the folder it begins from.
struct Act {
    name: &'static str,
    prepare: fn(&Path),
    run: fn(&Path) -> Result<(), Error>,
}

const ACTS: [Act; 9] = [
    Act { name: "make", prepare: |_| {}, run: |folder| done(open(folder)?) },
    Act { name: "backup", prepare: written, run: |folder| with_book(folder, backup::make) },
    Act { name: "restore", prepare: backed_up, run: |folder| with_book(folder, bring_back) },
    Act { name: "migrate", prepare: old_book, run: |folder| done(open(folder)?) },
    Act { name: "rekey", prepare: backed_up, run: rekey },
    Act { name: "recover", prepare: damaged, run: |folder| done(open(folder)?) },
    Act { name: "take-in", prepare: copy_beside, run: take_in },
    Act { name: "accept", prepare: proposed, run: |folder| with_book(folder, accept_all) },
    Act { name: "erase", prepare: backed_up, run: |folder| with_book(folder, erase) },
];

fn open(folder: &Path) -> Result<(Book, Hold), Error> {
    let at = Folder::at(folder)?;
    if opening::look(&at)? == opening::Look::Locked {
        return opening::open(&at, &Secret::Words(OLD_WORDS.into()), &World::real())?.book(&World::real());
    }
    let OpenBook { book, hold, .. } = truth::open(folder)?;
    Ok((book, hold))
}

fn done((book, hold): (Book, Hold)) -> Result<(), Error> {
    book.close()?;
    drop(hold);
    Ok(())
}

fn with_book(folder: &Path, act: impl FnOnce(&mut Book, &Hold) -> Result<(), Error>) -> Result<(), Error> {
    let (mut book, hold) = open(folder)?;
    act(&mut book, &hold)?;
    done((book, hold))
}

fn write(book: &mut Book, from: u64, to: u64) {
    let texts = truth::texts();
    (from..=to).for_each(|number| drop(book.change(truth::change(number), &texts).expect("written")));
}

/// Written in, and closed.
fn written(folder: &Path) {
    let (mut book, hold) = open(folder).expect("made");
    write(&mut book, 1, CHANGES);
    done((book, hold)).expect("closed");
}

/// With a verified backup from halfway beside it.
fn backed_up(folder: &Path) {
    let (mut book, hold) = open(folder).expect("made");
    write(&mut book, 1, CHANGES / 2);
    backup::make(&mut book, &hold).expect("a backup");
    write(&mut book, CHANGES / 2 + 1, CHANGES);
    done((book, hold)).expect("closed");
}

/// Proposals wait for an answer: a guest was there and held the pen.
const PROPOSALS: std::ops::Range<u64> = 100..112;

fn proposed(folder: &Path) {
    let (mut book, hold) = open(folder).expect("made");
    write(&mut book, 1, 10);
    let (texts, visit, karen) = (truth::texts(), truth::id(90), truth::id(91));
    let around = |book: &mut Book, visit| drop(book.change(Change::Visit { visit }, &texts).expect("in a visit"));
    let guest = Guest { id: karen.clone(), author: truth::id(92), name: "Karen".into(), role: Role::Staff };
    let chapters = vec!["well".to_string()];
    around(&mut book, VisitChange::Start { id: visit.clone(), guests: vec![guest], chapters, agenda: String::new() });
    book.hold_pen(&karen).expect("handed on");
    for number in PROPOSALS {
        let wish = Wish::NewLine {
            line: truth::id(number + 100),
            section: "well.like".into(),
            prompt: String::new(),
            text: truth::text(number),
            because: String::new(),
            place: Place::Last,
        };
        around(&mut book, VisitChange::Propose { id: truth::id(number), wish, perspective: Perspective::Third });
    }
    book.hold_pen("").expect("taken back");
    around(&mut book, VisitChange::End { id: visit });
    done((book, hold)).expect("closed");
}

fn accept_all(book: &mut Book, hold: &Hold) -> Result<(), Error> {
    backup::make_if_due(book, hold, Moment::Before)?;
    let visit = VisitChange::AcceptAll { ids: PROPOSALS.map(truth::id).collect() };
    book.change(Change::Visit { visit }, &truth::texts()).map(drop)
}

fn old_book(folder: &Path) {
    copy_tree(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../books/schema-1"), folder);
    fs::remove_file(folder.join("README.md")).expect("there");
}

/// The book's file lost half of itself; a backup and the journal hold everything.
fn damaged(folder: &Path) {
    backed_up(folder);
    let file = fs::File::options().write(true).open(folder.join("book.db")).expect("there");
    file.set_len(file.metadata().expect("there").len() / 2).expect("cut");
}

/// A whole copy lies in the folder `copy`, and beside it there is no book yet.
fn copy_beside(folder: &Path) {
    fs::create_dir_all(folder).expect("made");
    written(&folder.join("copy"));
}

fn take_in(folder: &Path) -> Result<(), Error> {
    backup::take_in(&folder.join("copy"), &Folder::at(folder)?)
}

fn bring_back(book: &mut Book, hold: &Hold) -> Result<(), Error> {
    let kept = backup::list(hold.folder())?.into_iter().next().ok_or(Error::NotFound("backup"))?;
    backup::bring_back(book, hold, &kept, &truth::texts()).map(drop)
}

fn erase(book: &mut Book, hold: &Hold) -> Result<(), Error> {
    book.erase_line(&truth::id(3), &truth::texts())?;
    backup::make(book, hold)
}

fn rekey(folder: &Path) -> Result<(), Error> {
    let (mut book, hold) = open(folder)?;
    let world = World::real();
    let mut go_on = |_| Ok(());
    let prepared = opening::prepare_rekey(&mut book, &hold, &NewLock::Open, Cost::CHEAP, &world, &mut go_on)?;
    let (opened, _) = opening::finish_rekey(book, hold, prepared, &world, &mut go_on)?;
    let (mut book, hold) = opened.book(&world)?;
    backup::make(&mut book, &hold)?;
    done((book, hold))
}

/// `act FOLDER NAME`: does it and says `ack 1` when it is done.
pub fn main(words: &[&str]) -> ExitCode {
    let act = ACTS.iter().find(|act| act.name == words[1]).expect("an act");
    match (act.run)(Path::new(words[0])) {
        Ok(()) => {
            println!("ack 1");
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("error {error:?}");
            ExitCode::from(9)
        }
    }
}

/// All that a book says, or none when there is no book.
type Said = Option<Vec<(String, String)>>;

/// What is in the folder now, when it opens, holds together, and every backup that counts as one does too.
fn said(folder: &Path) -> Result<Said, Error> {
    if opening::look(&Folder::at(folder)?)? == opening::Look::Nothing {
        return Ok(None);
    }
    let (book, hold) = open(folder)?;
    opening::check(book.connection())?;
    book.verify_chain()?;
    let mut statement = book.connection().prepare("SELECT id, state || text FROM entry ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let all = rows.collect::<Result<Vec<(String, String)>, _>>()?;
    // After another key the copies under the old one are there until the backup that is due at once has taken their place.
    let copies_must_go = backup::is_due(&book, &hold, Moment::Unlock)?;
    for kept in backup::list(hold.folder())?.into_iter().filter(|_| !copies_must_go) {
        backup::preview(&book, &hold, &kept, &truth::texts())?;
    }
    Ok(Some(all))
}

/// An act with what may be found after it was stopped.
struct Tried {
    name: &'static str,
    prepared: tempfile::TempDir,
    before: Said,
    after: Said,
    took: Duration,
}

impl Tried {
    fn new(act: &Act) -> Self {
        let prepared = scratch();
        let from = prepared.path().join("from");
        (act.prepare)(&from);
        fs::create_dir_all(&from).expect("made");
        let look = |name: &str| prepared.path().join(name);
        copy_tree(&from, &look("before"));
        let before = said(&look("before")).expect("opens before");
        copy_tree(&from, &look("after"));
        let since = Instant::now();
        let code = again(&["act", &look("after").to_string_lossy(), act.name]).status().expect("ran");
        assert!(code.success(), "{} fails by itself", act.name);
        let took = since.elapsed();
        let after = said(&look("after")).expect("opens after");
        Self { name: act.name, prepared, before, after, took }
    }

    fn from(&self) -> PathBuf {
        self.prepared.path().join("from")
    }

    /// Old or new; new once it was told.
    fn is_right(&self, folder: &Path, told: bool, how: &str) -> bool {
        let found = said(folder);
        let right = found.as_ref().is_ok_and(|found| *found == self.after || !told && *found == self.before);
        if !right {
            let found = found.map(|said| said.map(|lines| lines.len()));
            eprintln!("{} {how}, told {told}: {found:?}", self.name);
        }
        right
    }

    /// The power goes at `n` moments; gives how many states were neither old nor new.
    fn cut(&self, record: &Record, n: u64, lying: bool, chance: &mut Chance) -> u64 {
        let dir = scratch();
        let folder = dir.path().join("bog");
        let mut cuts: Vec<usize> = (0..n).map(|_| chance.index(record.ops.len() + 1)).collect();
        cuts.sort_unstable();
        let mut disk = Disk::before(record);
        let (mut at, mut wrong) = (0, 0);
        for cut in cuts {
            record.ops[at..cut].iter().for_each(|op| disk.forward(op, !lying));
            at = cut;
            disk.after_the_cut(chance).write(&folder);
            let right = if lying {
                said(&folder).is_ok_and(|found| found == self.before || found == self.after)
            } else {
                self.is_right(&folder, disk.acknowledged > 0, &format!("cut at {cut} of {}", record.ops.len()))
            };
            wrong += u64::from(!right);
        }
        wrong
    }

    /// Killed at any moment while it is at it.
    fn kill(&self, chance: &mut Chance) -> bool {
        let dir = scratch();
        let folder = dir.path().join("bog");
        copy_tree(&self.from(), &folder);
        let mut child = again(&["act", &folder.to_string_lossy(), self.name]).spawn().expect("started");
        let most = u64::try_from(self.took.as_micros()).expect("short") + 1;
        std::thread::sleep(Duration::from_micros(chance.below(most)));
        child.kill().expect("killed");
        let out = child.wait_with_output().expect("ended").stdout;
        self.is_right(&folder, out.starts_with(b"ack"), "killed")
    }

    /// The call with this number fails, and the act says so or goes on.
    fn fail(&self, kind: &str, at: u64) -> bool {
        let dir = scratch();
        let folder = dir.path().join("bog");
        copy_tree(&self.from(), &folder);
        let fails = format!("{kind}:{at}");
        let ended = under_shim("act", &folder, &[self.name]).env("HOLDEPUNKT_SHIM_FAIL", &fails).output().expect("ran");
        self.is_right(&folder, ended.stdout.starts_with(b"ack"), &fails)
    }

    fn calls(&self) -> u64 {
        let dir = scratch();
        let (folder, log) = (dir.path().join("bog"), dir.path().join("log"));
        copy_tree(&self.from(), &folder);
        under_shim("act", &folder, &[self.name]).env("HOLDEPUNKT_SHIM_LOG", &log).output().expect("ran");
        counted(&fs::read(log).expect("the record"))
    }
}

const KINDS: [&str; 4] = ["eio", "enospc", "short", "fsync"];

/// `n` tries over all acts: half of them cuts of the power, a quarter kills, a quarter calls that fail.
pub fn f10(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let each = n.div_ceil(ACTS.len() as u64).max(4);
    let (mut tried, mut lied, mut noticed) = ([0_u64; 3], 0_u64, 0_u64);
    let mut wrong: Vec<(&str, u64)> = Vec::new();
    for act in &ACTS {
        let this = Tried::new(act);
        let record = Record::of_act(&this.from(), act.name);
        let mut bad = this.cut(&record, each / 2, false, &mut chance);
        tried[0] += each / 2;
        let proof = each.div_ceil(4).max(4);
        lied += proof;
        noticed += this.cut(&record, proof, true, &mut chance);
        for _ in 0..each / 4 {
            bad += u64::from(!this.kill(&mut chance));
            tried[1] += 1;
        }
        let calls = this.calls();
        let step = (calls / (each / 4)).max(1);
        for number in 0..each / 4 {
            let at = 1 + (number * step + part()) % calls;
            let kind = KINDS[usize::try_from((number + part()) % 4).unwrap()];
            bad += u64::from(!this.fail(kind, at));
            tried[2] += 1;
        }
        if bad > 0 {
            wrong.push((act.name, bad));
        }
    }
    let names: Vec<&str> = ACTS.iter().map(|act| act.name).collect();
    let bad: u64 = wrong.iter().map(|(_, bad)| bad).sum();
    let figures = format!(
        "cuts={} kills={} failed_calls={} inside={} neither_old_nor_new={bad} {wrong:?} (a disk that lies is caught: {noticed} of {lied})",
        tried[0],
        tried[1],
        tried[2],
        names.join(",")
    );
    Figure { row: "F10", figures, holds: bad == 0 && noticed > 0 }
}
