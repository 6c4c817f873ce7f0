//! F2: the power goes. The writer runs once under shim.c; then every state that the disk could
//! be in afterwards (disk.rs) can be built and opened. Not here: what the book should be (truth.rs), large acts (acts.rs), a disk that lies (lying.rs).

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

/// `n` states at random moments of the record.
fn cut_power(record: &Record, n: u64, chance: &mut Chance) -> Found {
    let mut cuts: Vec<usize> = (0..n.div_ceil(4)).map(|_| chance.index(record.ops.len() + 1)).collect();
    cuts.sort_unstable();
    let dir = scratch();
    let mut disk = Disk::before(record);
    let (mut at, mut found) = (0, Found::default());
    for cut in cuts {
        while at < cut {
            disk.forward(&record.ops[at], true);
            at += 1;
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
    let found = cut_power(&record, n, &mut chance);
    let proof = (n / 4).clamp(24, 2000);
    let caught: Vec<String> = [Weak::Off, Weak::Normal]
        .into_iter()
        .map(|weak| {
            let bad = cut_power(&Record::of_writer(changes, 1, weak), proof, &mut chance).bad();
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
