//! F3: a disk that says it flushed and did not. What is younger than a window may be there, missing or torn in any file; what is older is there.
//! Nothing can be promised of the window itself, so that is what is measured: is every book readable, and does it hold all that was really on the
//! disk? Once with the journal alone, and once with the backups that the app makes. Not here: what the disk may do (disk.rs).

use crate::Figure;
use crate::chance::{Chance, seed};
use crate::disk::{Disk, Record, Tree};
use crate::power::scratch;
use crate::truth::{self, Wrong};
use crate::writer::Weak;
use std::fs;
use std::path::Path;

/// Calls after which the disk has written: some ten saves, as many as a person makes in twenty seconds of writing.
const WINDOW: usize = 200;

/// What came of all states of one kind.
#[derive(Default)]
struct Found {
    states: u64,
    /// The book is younger than the window: none of it need have been on the disk.
    young: u64,
    young_unreadable: u64,
    unreadable: u64,
    whole: u64,
    /// Saves of the window are missing.
    missing: u64,
    /// … and opening said something of it.
    told: u64,
    most: u64,
    /// Less than was really on the disk.
    lost: u64,
    damaged: u64,
    wrong: u64,
}

impl Found {
    fn holds(&self) -> bool {
        self.unreadable + self.lost + self.damaged + self.wrong == 0
    }

    fn said(&self, name: &str) -> String {
        format!(
            "{name}.states={} {name}.unreadable={} {name}.lost_of_what_was_on_disk={} {name}.damaged={} {name}.wrong_text={} {name}.whole={} {name}.last_saves_missing={} most_missing.{name}={} {name}.of_them_told={} {name}.younger_than_the_window={} {name}.of_them_unreadable={}",
            self.states,
            self.unreadable,
            self.lost,
            self.damaged,
            self.wrong,
            self.whole,
            self.missing,
            self.most,
            self.told,
            self.young,
            self.young_unreadable
        )
    }
}

/// `n` states at moments before the call with this number.
fn cut_power(record: &Record, before: usize, n: u64, chance: &mut Chance) -> Found {
    let mut cuts: Vec<usize> = (0..n.div_ceil(4)).map(|_| chance.index(before.min(record.ops.len()) + 1)).collect();
    cuts.sort_unstable();
    let dir = scratch();
    let mut disk = Disk::before(record);
    let (mut at, mut on_disk, mut found) = (0, 0, Found::default());
    for cut in cuts {
        while at < cut {
            disk.forward(&record.ops[at], false);
            at += 1;
            if at % WINDOW == 0 {
                disk.settle_all();
                on_disk = disk.acknowledged;
            }
        }
        for _ in 0..4.min(n - found.states) {
            found.states += 1;
            judge(&disk, on_disk, &disk.after_the_cut(chance), dir.path(), &mut found);
        }
    }
    found
}

fn judge(disk: &Disk, on_disk: u64, state: &Tree, dir: &Path, found: &mut Found) {
    let folder = dir.join("bog");
    let _ = fs::remove_dir_all(&folder);
    state.write(&folder);
    let young = on_disk == 0;
    found.young += u64::from(young);
    let open = match truth::open(&folder) {
        Ok(open) => open,
        Err(error) => {
            if std::env::var_os("HOLDEPUNKT_WHERE").is_some() {
                eprintln!(
                    "young={young} on_disk={on_disk} acknowledged={} {error:?} {}",
                    disk.acknowledged,
                    files(&folder)
                );
            }
            if young {
                found.young_unreadable += 1;
            } else {
                found.unreadable += 1;
            }
            return;
        }
    };
    let number = u64::from(open.book.revision());
    if number < on_disk {
        found.lost += 1;
    } else if number < disk.acknowledged {
        found.missing += 1;
        found.told += u64::from(open.told);
        found.most = found.most.max(disk.acknowledged - number);
    } else if number > disk.acknowledged + 1 {
        found.wrong += 1;
    } else {
        found.whole += 1;
    }
    match truth::agrees(&open.book, number) {
        Ok(()) => {}
        Err(Wrong::Pages | Wrong::Chain) => found.damaged += 1,
        Err(Wrong::Lost | Wrong::Text) => found.wrong += 1,
    }
}

fn files(folder: &Path) -> String {
    let all = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut said: Vec<String> = all
        .map(|entry| {
            format!("{}={}", entry.file_name().to_string_lossy(), entry.metadata().map_or(0, |data| data.len()))
        })
        .collect();
    said.sort();
    said.join(" ")
}

pub fn f3(n: u64) -> Figure {
    let mut chance = Chance::new(seed());
    let changes = if n < 1000 { 60 } else { 160 };
    let (alone, kept) = (Record::of_writer(changes, 2, Weak::Not), Record::of_writer(changes, 3, Weak::Backups));
    let journal = cut_power(&alone, usize::MAX - 1, n.div_ceil(2), &mut chance);
    let backups = cut_power(&kept, usize::MAX - 1, n.div_ceil(4), &mut chance);
    // A book that is being made, or was a moment ago.
    let new = cut_power(&alone, 2 * WINDOW, n.div_ceil(4), &mut chance);
    let figures = format!("{}; {}; {}", journal.said("journal"), backups.said("backups"), new.said("new"));
    let holds = journal.holds() && backups.holds() && new.holds();
    Figure { row: "F3", figures, holds }
}
