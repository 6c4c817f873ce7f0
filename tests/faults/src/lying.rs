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

/// Calls after which the disk has written: some fifty saves, more than a person makes in ten seconds.
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
            "{name}: states={} unreadable={} lost_of_what_was_on_disk={} damaged={} wrong_text={} whole={} saves_of_the_last_moments_missing={} (at most {}, told {}) younger_than_the_window={} (of them unreadable {})",
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

fn cut_power(record: &Record, n: u64, chance: &mut Chance) -> Found {
    let mut cuts: Vec<usize> = (0..n.div_ceil(4)).map(|_| chance.index(record.ops.len() + 1)).collect();
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
    let journal = cut_power(&Record::of_writer(changes, 2, Weak::Not), n.div_ceil(2), &mut chance);
    let backups = cut_power(&Record::of_writer(changes, 3, Weak::Backups), n / 2, &mut chance);
    let figures = format!("{}; {}", journal.said("journal_alone"), backups.said("with_backups"));
    Figure { row: "F3", figures, holds: journal.holds() && backups.holds() }
}
