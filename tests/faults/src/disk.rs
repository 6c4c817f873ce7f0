//! A disk, built from the record of what a program did to its folder (shim.c): every state that it may be in after the power
//! went at some moment. What was written after the last flush of a file may be there, missing or torn at 512 bytes, in any
//! combination; names of files and folders come, change and go in order, but may be missing until the folder they lie in is
//! flushed. Not here: who wrote, and what is right afterwards (power.rs, acts.rs).

use crate::chance::Chance;
use crate::truth::copy_tree;
use crate::writer::Weak;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SECTOR: usize = 512;

#[derive(Clone, Debug)]
pub enum Op {
    Write { file: usize, place: usize, bytes: Vec<u8> },
    Cut { file: usize, length: usize },
    Sync { file: usize },
    SyncFolder { name: String },
    Create { name: String, file: usize },
    Rename { from: String, to: String },
    Unlink { name: String },
    MakeFolder { name: String },
    EndFolder { name: String },
    Ack(u64),
}

/// The record of one run of a program.
pub struct Record {
    pub ops: Vec<Op>,
    /// What lay in the folder before, surely on the disk.
    before: Tree,
    files: usize,
}

/// The files of a folder with what is in them, and its folders, by their names in it.
#[derive(Clone, Default)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
    folders: BTreeSet<String>,
}

impl Tree {
    pub fn read(folder: &Path) -> Self {
        let mut tree = Self::default();
        tree.add(folder, "");
        tree
    }

    fn add(&mut self, folder: &Path, below: &str) {
        for entry in fs::read_dir(folder).expect("read").map(|entry| entry.expect("an entry")) {
            let name = format!("{below}{}", entry.file_name().to_str().expect("our own name"));
            if entry.path().is_dir() {
                self.add(&entry.path(), &format!("{name}/"));
                self.folders.insert(name);
            } else {
                self.files.insert(name, fs::read(entry.path()).expect("read"));
            }
        }
    }

    /// Builds it in a folder that is made anew.
    pub fn write(&self, folder: &Path) {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir(folder).expect("made");
        self.folders.iter().for_each(|name| fs::create_dir_all(folder.join(name)).expect("made"));
        for (name, bytes) in &self.files {
            // A name whose folder did not come is not there either.
            if folder.join(name).parent().is_some_and(Path::is_dir) {
                fs::write(folder.join(name), bytes).expect("written");
            }
        }
    }
}

pub fn shim() -> PathBuf {
    PathBuf::from(
        std::env::var_os("HOLDEPUNKT_SHIM").expect("HOLDEPUNKT_SHIM: the compiled shim.c, see tests/faults/run"),
    )
}

/// This program under the shim: `PROGRAM FOLDER WORDS`.
pub fn under_shim(program: &str, folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args([program, &folder.to_string_lossy()]).args(words).stdin(Stdio::null()).stderr(Stdio::null());
    command.stdout(Stdio::piped()).env("LD_PRELOAD", shim()).env("HOLDEPUNKT_SHIM_FOLDER", folder);
    command
}

impl Record {
    /// Lets the writer make `count` changes in a new folder, `runs` times with a close between.
    pub fn of_writer(count: u64, runs: u64, weak: Weak) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let (folder, log) = (dir.path().join("bog"), dir.path().join("log"));
        for _ in 0..runs {
            let done = under_shim("writer", &folder, &[&count.to_string(), weak.word()])
                .env("HOLDEPUNKT_SHIM_LOG", &log)
                .output()
                .expect("ran");
            assert!(done.status.success(), "the writer fails: {}", String::from_utf8_lossy(&done.stdout));
        }
        Self::read(&fs::read(&log).expect("the record"), Tree::default())
    }

    /// Lets a program do one thing to a copy of a folder; it must say `ack 1` when it is done.
    pub fn of_act(prepared: &Path, act: &str) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let (folder, log) = (dir.path().join("bog"), dir.path().join("log"));
        copy_tree(prepared, &folder);
        let done = under_shim("act", &folder, &[act]).env("HOLDEPUNKT_SHIM_LOG", &log).output().expect("ran");
        assert!(done.status.success(), "{act} fails: {}", String::from_utf8_lossy(&done.stdout));
        Self::read(&fs::read(&log).expect("the record"), Tree::read(prepared))
    }

    fn read(mut log: &[u8], before: Tree) -> Self {
        let mut ops = Vec::new();
        let mut known: BTreeMap<String, usize> = before.files.keys().cloned().zip(0..).collect();
        let mut of_id: BTreeMap<u32, usize> = BTreeMap::new();
        let (mut files, mut said) = (known.len(), String::new());
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
                b'd' => ops.push(Op::SyncFolder { name: text() }),
                b'm' => ops.push(Op::MakeFolder { name: text() }),
                b'x' => ops.push(Op::EndFolder { name: text() }),
                b'r' => {
                    let both = text();
                    let (from, to) = both.split_once('\0').expect("two names");
                    moved(&mut known, from, to);
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
        Self { ops, before, files }
    }
}

/// A file, or a folder with all that is in it, under another name.
fn moved(names: &mut BTreeMap<String, usize>, from: &str, to: &str) {
    let inside = format!("{from}/");
    let going: Vec<String> = names.keys().filter(|name| *name == from || name.starts_with(&inside)).cloned().collect();
    for name in going {
        if let Some(file) = names.remove(&name) {
            names.insert(format!("{to}{}", &name[from.len()..]), file);
        }
    }
}

/// The folder that a name lies in; empty for the folder of the book.
fn above(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(above, _)| above)
}

/// A disk: what is surely on it, and what is on its way.
pub struct Disk {
    files: Vec<Vec<u8>>,
    names: BTreeMap<String, usize>,
    folders: BTreeSet<String>,
    /// Writes and cuts since the last flush of the file, in order.
    pending: Vec<Vec<Op>>,
    /// Names made, changed or taken away since the last flush of the folder, in order.
    pending_names: Vec<Op>,
    pub acknowledged: u64,
}

impl Disk {
    pub fn before(record: &Record) -> Self {
        let mut files: Vec<Vec<u8>> = record.before.files.values().cloned().collect();
        files.resize(record.files, Vec::new());
        Self {
            files,
            names: record.before.files.keys().cloned().zip(0..).collect(),
            folders: record.before.folders.clone(),
            pending: vec![Vec::new(); record.files],
            pending_names: Vec::new(),
            acknowledged: 0,
        }
    }

    /// `honest`: a flush does what it says.
    pub fn forward(&mut self, op: &Op, honest: bool) {
        match op {
            Op::Write { file, .. } | Op::Cut { file, .. } => self.pending[*file].push(op.clone()),
            Op::Sync { file } if honest => self.settle(*file),
            Op::SyncFolder { name } if honest => self.settle_names_in(name),
            Op::Sync { .. } | Op::SyncFolder { .. } => {}
            Op::Ack(number) => self.acknowledged = *number,
            _ => self.pending_names.push(op.clone()),
        }
    }

    fn settle(&mut self, file: usize) {
        for op in std::mem::take(&mut self.pending[file]) {
            apply(&mut self.files[file], &op);
        }
    }

    /// A flush of a folder is for the names in it. As a file system that keeps a journal does it, all that was done to names
    /// before the last of them comes with it, and nothing after.
    fn settle_names_in(&mut self, folder: &str) {
        let of_folder = |op: &Op| match op {
            Op::Rename { from, to } => above(from) == folder || above(to) == folder,
            Op::Create { name, .. } | Op::Unlink { name } | Op::MakeFolder { name } | Op::EndFolder { name } => {
                above(name) == folder
            }
            _ => false,
        };
        let count = self.pending_names.iter().rposition(of_folder).map_or(0, |last| last + 1);
        for op in self.pending_names.drain(..count) {
            rename(&mut self.names, &mut self.folders, &op);
        }
    }

    pub fn settle_all(&mut self) {
        (0..self.files.len()).for_each(|file| self.settle(file));
        for op in std::mem::take(&mut self.pending_names) {
            rename(&mut self.names, &mut self.folders, &op);
        }
    }

    /// One of the states the disk may be in when the power goes now.
    pub fn after_the_cut(&self, chance: &mut Chance) -> Tree {
        let (mut names, mut folders) = (self.names.clone(), self.folders.clone());
        let came = chance.index(self.pending_names.len() + 1);
        self.pending_names[..came].iter().for_each(|op| rename(&mut names, &mut folders, op));
        let mut files = BTreeMap::new();
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
            files.insert(name, bytes);
        }
        Tree { files, folders }
    }
}

fn rename(names: &mut BTreeMap<String, usize>, folders: &mut BTreeSet<String>, op: &Op) {
    match op {
        Op::Create { name, file } => drop(names.insert(name.clone(), *file)),
        Op::Rename { from, to } => {
            moved(names, from, to);
            let inside = format!("{from}/");
            let (going, staying) =
                std::mem::take(folders).into_iter().partition(|name| name == from || name.starts_with(&inside));
            let going: BTreeSet<String> = going;
            *folders = staying;
            folders.extend(going.iter().map(|name| format!("{to}{}", &name[from.len()..])));
        }
        Op::Unlink { name } => drop(names.remove(name)),
        Op::MakeFolder { name } => drop(folders.insert(name.clone())),
        Op::EndFolder { name } => drop(folders.remove(name)),
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
