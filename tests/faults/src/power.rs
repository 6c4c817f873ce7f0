//! F2, F3 and F10: the power goes. The writer runs once under shim.c, which notes every write, cut, flush and rename in
//! order; then every state that a disk could be in afterwards can be built and opened. What was written after the last
//! flush of a file may be there, missing or torn at 512 bytes, in any combination; renames and new names happen in order
//! but may be missing until the folder is flushed. Not here: what the book should be (truth.rs).

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::truth::{self, Wrong};
use crate::writer::Weak;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SECTOR: usize = 512;

#[derive(Clone, Debug)]
enum Op {
    Write { file: usize, place: usize, bytes: Vec<u8> },
    Cut { file: usize, length: usize },
    Sync { file: usize },
    SyncFolder,
    Create { name: String, file: usize },
    Rename { from: String, to: String },
    Unlink { name: String },
    Ack(u64),
}

/// The record of one run of the writer.
pub struct Record {
    ops: Vec<Op>,
    files: usize,
}

pub fn shim() -> PathBuf {
    PathBuf::from(
        std::env::var_os("HOLDEPUNKT_SHIM").expect("HOLDEPUNKT_SHIM: the compiled shim.c, see tests/faults/run"),
    )
}

pub fn under_shim(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["writer", &folder.to_string_lossy()]).args(words).stdin(Stdio::null()).stderr(Stdio::null());
    command.stdout(Stdio::piped()).env("LD_PRELOAD", shim()).env("HOLDEPUNKT_SHIM_FOLDER", folder);
    command
}

impl Record {
    /// Lets the writer make `count` changes in a new folder, `runs` times with a close between.
    pub fn of_writer(count: u64, runs: u64, weak: Weak) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let (folder, log) = (dir.path().join("bog"), dir.path().join("log"));
        for _ in 0..runs {
            let done = under_shim(&folder, &[&count.to_string(), weak.word()])
                .env("HOLDEPUNKT_SHIM_LOG", &log)
                .output()
                .expect("ran");
            assert!(done.status.success(), "the writer fails: {}", String::from_utf8_lossy(&done.stdout));
        }
        Self::read(&fs::read(&log).expect("the record"))
    }

    fn read(mut log: &[u8]) -> Self {
        let mut ops = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut of_id: BTreeMap<u32, usize> = BTreeMap::new();
        let (mut files, mut said) = (0, String::new());
        while log.len() >= 17 {
            let (kind, id) = (log[0], u32::from_le_bytes(log[1..5].try_into().unwrap()));
            let place = usize::try_from(u64::from_le_bytes(log[5..13].try_into().unwrap())).unwrap();
            let length = usize::try_from(u32::from_le_bytes(log[13..17].try_into().unwrap())).unwrap();
            let bytes = log[17..17 + length].to_vec();
            log = &log[17 + length..];
            let text = || String::from_utf8_lossy(&bytes).into_owned();
            let file = || of_id[&id];
            match kind {
                b'o' => {
                    let name = text();
                    if place & 2 != 0 || !known.contains_key(&name) {
                        known.insert(name.clone(), files);
                        ops.push(Op::Create { name: name.clone(), file: files });
                        files += 1;
                    }
                    // A later run of the writer counts its ids from one again.
                    of_id.insert(id, known[&name]);
                    if place & 1 != 0 {
                        ops.push(Op::Cut { file: known[&name], length: 0 });
                    }
                }
                b'w' => ops.push(Op::Write { file: file(), place, bytes }),
                b't' => ops.push(Op::Cut { file: file(), length: place }),
                b's' => ops.push(Op::Sync { file: file() }),
                b'd' => ops.push(Op::SyncFolder),
                b'r' => {
                    let both = text();
                    let (from, to) = both.split_once('\0').expect("two names");
                    if let Some(file) = known.remove(from) {
                        known.insert(to.to_string(), file);
                    }
                    ops.push(Op::Rename { from: from.to_string(), to: to.to_string() });
                }
                b'u' => {
                    known.remove(&text());
                    ops.push(Op::Unlink { name: text() });
                }
                b'a' => {
                    said.push_str(&text());
                    while let Some((line, rest)) = said.split_once('\n') {
                        if let Some(number) = line.strip_prefix("ack ").and_then(|number| number.parse().ok()) {
                            ops.push(Op::Ack(number));
                        }
                        said = rest.to_string();
                    }
                }
                other => panic!("the record is damaged: {other}"),
            }
        }
        Self { ops, files }
    }
}

/// A disk: what is surely on it, and what is on its way.
struct Disk {
    files: Vec<Vec<u8>>,
    names: BTreeMap<String, usize>,
    /// Writes and cuts since the last flush of the file, in order.
    pending: Vec<Vec<Op>>,
    /// Names made, changed or taken away since the last flush of the folder, in order.
    pending_names: Vec<Op>,
    acknowledged: u64,
}

impl Disk {
    fn new(files: usize) -> Self {
        Self {
            files: vec![Vec::new(); files],
            names: BTreeMap::new(),
            pending: vec![Vec::new(); files],
            pending_names: Vec::new(),
            acknowledged: 0,
        }
    }

    /// `honest`: a flush does what it says.
    fn forward(&mut self, op: &Op, honest: bool) {
        match op {
            Op::Write { file, .. } | Op::Cut { file, .. } => self.pending[*file].push(op.clone()),
            Op::Sync { file } if honest => self.settle(*file),
            Op::SyncFolder if honest => self.settle_names(),
            Op::Sync { .. } | Op::SyncFolder => {}
            Op::Create { .. } | Op::Rename { .. } | Op::Unlink { .. } => self.pending_names.push(op.clone()),
            Op::Ack(number) => self.acknowledged = *number,
        }
    }

    fn settle(&mut self, file: usize) {
        for op in std::mem::take(&mut self.pending[file]) {
            apply(&mut self.files[file], &op);
        }
    }

    fn settle_names(&mut self) {
        for op in std::mem::take(&mut self.pending_names) {
            rename(&mut self.names, &op);
        }
    }

    fn settle_all(&mut self) {
        (0..self.files.len()).for_each(|file| self.settle(file));
        self.settle_names();
    }

    /// One of the states the disk may be in when the power goes now.
    fn after_the_cut(&self, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        let mut names = self.names.clone();
        let came = chance.index(self.pending_names.len() + 1);
        self.pending_names[..came].iter().for_each(|op| rename(&mut names, op));
        let mut state = BTreeMap::new();
        for (name, file) in names {
            let mut bytes = self.files[file].clone();
            let pending = &self.pending[file];
            // All, none, a beginning, or any of them: each a way that disks have been seen to do it.
            let way = chance.below(4);
            let begun = chance.index(pending.len() + 1);
            for (at, op) in pending.iter().enumerate() {
                let comes = match way {
                    0 => true,
                    1 => false,
                    2 => at < begun,
                    _ => chance.coin(),
                };
                if comes {
                    apply(&mut bytes, op);
                } else if way >= 2 && chance.below(3) == 0 {
                    torn(&mut bytes, op, chance);
                }
            }
            state.insert(name, bytes);
        }
        state
    }
}

fn rename(names: &mut BTreeMap<String, usize>, op: &Op) {
    match op {
        Op::Create { name, file } => drop(names.insert(name.clone(), *file)),
        Op::Rename { from, to } => {
            if let Some(file) = names.remove(from) {
                names.insert(to.clone(), file);
            }
        }
        Op::Unlink { name } => drop(names.remove(name)),
        _ => {}
    }
}

fn apply(bytes: &mut Vec<u8>, op: &Op) {
    match op {
        Op::Write { place, bytes: new, .. } => put(bytes, *place, new),
        Op::Cut { length, .. } => bytes.resize(*length, 0),
        _ => {}
    }
}

fn put(bytes: &mut Vec<u8>, place: usize, new: &[u8]) {
    if bytes.len() < place + new.len() {
        bytes.resize(place + new.len(), 0);
    }
    bytes[place..place + new.len()].copy_from_slice(new);
}

/// Some sectors of a write come through.
fn torn(bytes: &mut Vec<u8>, op: &Op, chance: &mut Chance) {
    if let Op::Write { place, bytes: new, .. } = op {
        let mut at = 0;
        while at < new.len() {
            let length = (SECTOR - (place + at) % SECTOR).min(new.len() - at);
            if chance.coin() {
                put(bytes, place + at, &new[at..at + length]);
            }
            at += length;
        }
    }
}

/// What a run over many states found.
#[derive(Default)]
struct Found {
    states: u64,
    unreadable: u64,
    lost: u64,
    most_lost: u64,
    /// Opens, but the checks that follow say that it is damaged.
    damaged: u64,
    wrong: u64,
}

impl Found {
    fn bad(&self) -> u64 {
        self.unreadable + self.lost + self.damaged + self.wrong
    }
}

/// `n` states at random moments of the record. A disk that lies keeps what is `lying` operations old.
fn cut_power(record: &Record, n: u64, lying: Option<usize>, chance: &mut Chance) -> Found {
    let mut cuts: Vec<usize> = (0..n.div_ceil(4)).map(|_| chance.index(record.ops.len() + 1)).collect();
    cuts.sort_unstable();
    let memory = Path::new("/dev/shm");
    let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder");
    let mut disk = Disk::new(record.files);
    let (mut at, mut found) = (0, Found::default());
    for cut in cuts {
        while at < cut {
            disk.forward(&record.ops[at], lying.is_none());
            at += 1;
            if lying.is_some_and(|window| at % window == 0) {
                disk.settle_all();
            }
        }
        for _ in 0..4.min(n - found.states) {
            found.states += 1;
            judge(&disk, &disk.after_the_cut(chance), dir.path(), &mut found);
        }
    }
    found
}

fn judge(disk: &Disk, state: &BTreeMap<String, Vec<u8>>, dir: &Path, found: &mut Found) {
    let folder = dir.join("bog");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).expect("made");
    for (name, bytes) in state {
        fs::write(folder.join(name), bytes).expect("written");
    }
    // Before the first acknowledged change there may be no book yet; then a new one can be made.
    let Ok(open) = truth::open(&folder) else {
        found.unreadable += 1;
        return;
    };
    let number = u64::from(open.book.revision());
    if number < disk.acknowledged {
        found.lost += 1;
        found.most_lost = found.most_lost.max(disk.acknowledged - number);
    } else if number > disk.acknowledged + 1 {
        found.wrong += 1;
    }
    match truth::agrees(&open.book, number) {
        Ok(()) => {}
        Err(Wrong::Pages | Wrong::Chain) => found.damaged += 1,
        Err(Wrong::Lost | Wrong::Text) => found.wrong += 1,
    }
}

pub fn f2(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let changes = if n < 1000 { 60 } else { 160 };
    let record = Record::of_writer(changes, 2, Weak::Not);
    let found = cut_power(&record, n, None, &mut chance);
    let proof = (n / 4).clamp(24, 2000);
    let caught: Vec<String> = [Weak::Off, Weak::Normal]
        .into_iter()
        .map(|weak| {
            let bad = cut_power(&Record::of_writer(changes, 1, weak), proof, None, &mut chance).bad();
            assert!(bad > 0, "the harness does not notice synchronous = {}", weak.word());
            format!("{}={bad} of {proof}", weak.word())
        })
        .collect();
    let figures = format!(
        "states={} calls={} unreadable={} lost={} damaged={} wrong={} (weak settings are caught: synchronous {})",
        found.states,
        record.ops.len(),
        found.unreadable,
        found.lost,
        found.damaged,
        found.wrong,
        caught.join(", ")
    );
    Figure { row: "F2", figures, holds: found.bad() == 0 }
}

/// A disk that says it flushed and did not. Nothing written in the last moments can be promised; told is what happens.
pub fn f3(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let record = Record::of_writer(if n < 1000 { 60 } else { 160 }, 2, Weak::Not);
    let found = cut_power(&record, n, Some(200), &mut chance);
    let figures = format!(
        "states={} unreadable={} reads_with_last_saves_missing={} most_saves_missing={} damaged_when_checked={} wrong_text={}",
        found.states, found.unreadable, found.lost, found.most_lost, found.damaged, found.wrong
    );
    Figure { row: "F3", figures, holds: found.wrong == 0 && found.unreadable == 0 }
}

/// The making of a book and its closing: there is a whole book or none, and none does not stand in the way.
pub fn f10(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let record = Record::of_writer(3, 2, Weak::Not);
    let found = cut_power(&record, n, None, &mut chance);
    let figures = format!(
        "states={} inside=making,closing,reopening neither_old_nor_new={} lost={} wrong={}",
        found.states,
        found.unreadable,
        found.lost,
        found.damaged + found.wrong
    );
    Figure { row: "F10", figures, holds: found.bad() == 0 }
}
