//! Files that lie beside the book and that anyone who has the disk could have written.

use chrono::NaiveDate;
use holdepunkt_core::backup;
use holdepunkt_core::card::Card;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::help;
use holdepunkt_core::journal::{self, Journal};
use holdepunkt_core::keys::{self, KeyBytes, KeyFile, MOST_SLOTS, Secret};
use holdepunkt_core::preferences::Preferences;
use holdepunkt_core::world::World;
use holdepunkt_i18n::{Language, Texts};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;
use zeroize::Zeroizing;

/// The journal's key while fuzzing; what is in the corpus was sealed with it.
pub const JOURNAL_KEY: [u8; 32] = [7; 32];

/// A folder in memory of this thread, for parsers that read a file.
fn with_folder(test: impl FnOnce(&Folder)) {
    thread_local! {
        static DIR: tempfile::TempDir = {
            let memory = Path::new("/dev/shm");
            if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder")
        };
    }
    DIR.with(|dir| test(&Folder::at(dir.path()).expect("a name")));
}

/// `book.keys`, as it is, and with the checksum at its end made right, or nothing would get past it.
pub fn key_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    one_key_file(&text);
    let summed = text.rsplit_once("sum ").map_or(&*text, |(summed, _)| summed);
    let sum: String = Sha256::digest(summed.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    one_key_file(&format!("{summed}sum {sum}\n"));
}

fn one_key_file(text: &str) {
    let Ok(file) = KeyFile::parse(text) else { return };
    assert_eq!(file.text().as_str(), text, "what is read is written the same");
    assert!(text.matches("\"kind\"").count() <= 2 * MOST_SLOTS, "thousands of slots are refused");
    // The slot of a passphrase would take its second; those that cost nothing are tried.
    let _ = keys::unlock_open(&file);
    let words = "abe abe abe abe abe abe abe abe abe abe abe abe";
    assert!(keys::unlock(&file, &Secret::Words(words.into())).is_err(), "words from nowhere open nothing");
}

/// `journal`: what is read of it can be gone on from, and reading it again gives the same.
pub fn journal_file(bytes: &[u8]) {
    with_folder(|folder| {
        fs::write(folder.journal(), bytes).expect("written");
        let key = || KeyBytes::from(Zeroizing::new(JOURNAL_KEY));
        let Ok(Some(past)) = journal::read(&folder.journal(), &key()) else { return };
        let journal = Journal::go_on(folder, key(), &past).expect("goes on");
        assert!(journal.length() <= bytes.len() as u64);
        drop(journal);
        let again = journal::read(&folder.journal(), &key()).expect("read").expect("ours");
        assert_eq!((&again.base, &again.records, again.torn), (&past.base, &past.records, false));
        let resumed = Journal::resume(folder, &key(), &past.mark()).expect("read");
        assert!(resumed.is_some(), "an ordinary opening goes on from there");
    });
}

/// One record of the journal after it was unsealed.
pub fn journal_record(bytes: &[u8]) {
    let Ok((revision, changeset)) = journal::read_record(bytes) else { return };
    let again = journal::read_record(&journal::write_record(&revision, &changeset)).expect("its own words");
    assert_eq!(again, (revision, changeset));
}

/// `preferences.json`: always something that can be used.
pub fn preferences(bytes: &[u8]) {
    with_folder(|folder| {
        fs::write(folder.preferences(), bytes).expect("written");
        let read = Preferences::read(folder);
        assert!((100..=300).contains(&read.text_size) && [1, 5, 15, 30].contains(&read.idle_minutes));
        assert_eq!(read.clone().within_bounds(), read);
        let _ = read.sheet_is_due(NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day"));
        read.write(folder);
        assert_eq!(Preferences::read(folder), read, "what is written is read the same");
    });
}

/// `card.json`: shows what it says or nothing.
pub fn card(bytes: &[u8]) {
    with_folder(|folder| {
        fs::write(folder.card(), bytes).expect("written");
        let read = Card::read(folder);
        read.write(folder).expect("written");
        assert_eq!(Card::read(folder), read, "what is written is read the same");
        let texts = Texts::new(Language::Da);
        let world = World::real();
        read.show_on(&mut help::view(None, "", &texts, &world), &texts, &world);
        fs::remove_file(folder.card()).ok();
    });
}

/// The names of folders on the shelf of backups, one per line.
pub fn backup_names(bytes: &[u8]) {
    with_folder(|folder| {
        let shelf = folder.backups();
        let _ = fs::remove_dir_all(&shelf);
        fs::create_dir(&shelf).expect("made");
        let text = String::from_utf8_lossy(bytes);
        for name in text.lines().take(16).filter(|name| !name.contains(['/', '\0']) && name.len() < 200) {
            let _ = fs::create_dir(shelf.join(name));
        }
        let all = backup::list(folder).expect("read");
        let going = backup::may_go(&all, NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day"));
        assert!(all.is_empty() || going.len() < all.len(), "the newest never goes");
        assert!(all.iter().all(|kept| kept.path.parent() == Some(&shelf)), "nothing outside the shelf");
    });
}
