//! F2 and F3: the power goes, also on a disk that lies. The writer runs once under shim.c; then every state that the disk could
//! be in afterwards (disk.rs) can be built and opened. Not here: what the book should be (truth.rs), large acts (acts.rs).

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::disk::{Disk, Record, Tree};
use crate::truth::{self, Wrong};
use crate::writer::Weak;
use std::path::Path;

/// A place in memory for states that are built and thrown away.
pub fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder")
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
    let dir = scratch();
    let mut disk = Disk::before(record);
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

fn judge(disk: &Disk, state: &Tree, dir: &Path, found: &mut Found) {
    let folder = dir.join("bog");
    state.write(&folder);
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
