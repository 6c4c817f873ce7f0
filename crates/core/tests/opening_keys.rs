//! The key file: what wears it, what changes it on purpose, and what a stranger's file may ask of us.
#![allow(clippy::expect_used)]

mod opening_common;

use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::keys::{self, Cost, KeyFile, NewLock, Secret};
use holdepunkt_core::opening;
use holdepunkt_core::world::World;
use opening_common::{PASSPHRASE, folder, locked_book, notes, passphrase, state, words_of};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::time::{Duration, Instant};

fn made() -> (String, keys::Made) {
    let made = keys::create(&NewLock::Passphrase(PASSPHRASE.into()), Cost::CHEAP, &World::real()).expect("made");
    (made.file.text().to_string(), made)
}

/// The file with a checksum that fits again, as someone who changes it on purpose would write it.
fn summed(text: &str) -> String {
    let end = text.rfind("\nsum ").map_or(text.len(), |at| at + 1);
    let sum: String = Sha256::digest(&text.as_bytes()[..end]).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}sum {sum}\n", &text[..end])
}

fn digest_key(key: &keys::DataKey) -> [u8; 32] {
    *key.derive("test")
}

#[test]
fn what_is_written_is_read() {
    let (text, made) = made();
    assert_eq!(summed(&text), text, "the test's idea of the checksum is the file's");
    let file = KeyFile::parse(&text).expect("whole");
    let key = keys::unlock(&file, &passphrase(PASSPHRASE)).expect("opens");
    assert_eq!(digest_key(&key), digest_key(&made.key));
    let words = made.words.expect("words").words();
    assert_eq!(digest_key(&keys::unlock(&file, &words_of(&words)).expect("opens")), digest_key(&made.key));
}

#[test]
fn every_flipped_bit_is_seen() {
    let (text, _) = made();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let read = std::str::from_utf8(&bytes).map_err(|_| Error::KeysDamaged).and_then(KeyFile::parse);
            assert!(matches!(read, Err(Error::KeysDamaged)), "bit {bit} of byte {at}: {read:?}");
        }
    }
}

#[test]
fn a_file_changed_on_purpose_never_gives_another_key() {
    let (text, made) = made();
    let words = made.words.expect("words").words();
    for at in 0..text.rfind("\nsum ").expect("a checksum") {
        for bit in [0, 1, 5] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            let Ok(file) = KeyFile::parse(&summed(&changed)) else { continue };
            for secret in [passphrase(PASSPHRASE), words_of(&words)] {
                assert!(keys::unlock(&file, &secret).is_err(), "bit {bit} of byte {at}: the change went unseen");
            }
        }
    }
}

#[test]
fn slots_cannot_be_taken_away_or_brought_from_elsewhere() {
    let (text, _) = made();
    let (other, _) = self::made();
    let slots = |text: &str| -> serde_json::Value {
        serde_json::from_str(text.lines().nth(1).expect("the slots")).expect("JSON")
    };
    let with = |slots: &serde_json::Value| {
        let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
        lines[1] = slots.to_string();
        KeyFile::parse(&summed(&(lines.join("\n") + "\n"))).expect("well formed")
    };
    let mut fewer = slots(&text);
    fewer["slots"].as_array_mut().expect("slots").pop();
    let mut more = slots(&text);
    let strange = slots(&other)["slots"][1].clone();
    more["slots"].as_array_mut().expect("slots").push(strange);
    for changed in [fewer, more] {
        let opened = keys::unlock(&with(&changed), &passphrase(PASSPHRASE));
        assert!(matches!(opened, Err(Error::KeysDamaged)), "only the holder of the key may change the list");
    }
}

#[test]
fn a_file_that_asks_for_giant_work_is_refused_before_any_is_done() {
    let (text, _) = made();
    let cheap = "\"memory\":64,\"passes\":1,\"lanes\":1";
    assert!(text.contains(cheap), "the test must change something");
    for giant in [
        "\"memory\":4194304,\"passes\":1,\"lanes\":1",
        "\"memory\":4294967295,\"passes\":1,\"lanes\":1",
        "\"memory\":64,\"passes\":4294967295,\"lanes\":1",
        "\"memory\":1048576,\"passes\":17,\"lanes\":1",
        "\"memory\":1048576,\"passes\":1,\"lanes\":17",
        "\"memory\":64,\"passes\":0,\"lanes\":1",
        "\"memory\":64,\"passes\":1,\"lanes\":0",
        "\"memory\":7,\"passes\":1,\"lanes\":1",
        "\"memory\":-1,\"passes\":1,\"lanes\":1",
    ] {
        let begun = Instant::now();
        let read = KeyFile::parse(&summed(&text.replace(cheap, giant)));
        assert!(matches!(read, Err(Error::KeysDamaged)), "{giant}: {read:?}");
        assert!(begun.elapsed() < Duration::from_millis(500), "{giant}");
    }
}

#[test]
fn a_long_file_or_one_with_many_slots_is_refused() {
    let (text, _) = made();
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    let mut body: serde_json::Value = serde_json::from_str(&lines[1]).expect("JSON");
    let one = body["slots"][1].clone();
    body["slots"] = serde_json::Value::Array(vec![one; keys::MOST_SLOTS + 1]);
    lines[1] = body.to_string();
    assert!(matches!(KeyFile::parse(&summed(&(lines.join("\n") + "\n"))), Err(Error::KeysDamaged)));
    lines[1] = format!("{{\"slots\":[{}]}}", "[".repeat(40_000));
    assert!(matches!(KeyFile::parse(&summed(&(lines.join("\n") + "\n"))), Err(Error::KeysDamaged)));

    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    for path in [folder.keys(), folder.keys_bak()] {
        fs::write(path, vec![b'x'; 50_000_000]).expect("written");
    }
    assert!(matches!(opening::look(&folder), Err(Error::KeysDamaged)));
}

#[test]
fn a_later_layout_is_told_as_newer() {
    let (text, _) = made();
    let later = summed(&text.replacen("holdepunkt-keys 1", "holdepunkt-keys 3", 1));
    assert!(matches!(KeyFile::parse(&later), Err(Error::Newer { found: 3, known: 2 })));
}

#[test]
fn a_damaged_copy_gives_way_to_the_other_and_is_put_right() {
    for damage in [&b""[..], b"\0\0\0\0", b"holdepunkt-keys 1\n{}\n"] {
        let (_dir, folder) = folder();
        locked_book(&folder, &["gå en tur"]);
        let whole = fs::read(folder.keys()).expect("read");
        for path in [folder.keys(), folder.keys_bak()] {
            fs::write(&path, damage).expect("written");
            assert_eq!(open_and_read(&folder), ["gå en tur"]);
            assert_eq!(fs::read(&path).expect("read"), whole, "there are two whole copies again");
            let mut kept = path.into_os_string();
            kept.push(".damaged");
            assert_eq!(fs::read(kept).expect("kept"), damage, "the damaged one is kept");
        }
    }
}

#[test]
fn a_key_file_cut_off_anywhere_gives_way_to_the_other_copy() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let whole = fs::read(folder.keys()).expect("read");
    for length in (0..whole.len()).step_by(64) {
        fs::write(folder.keys(), &whole[..length]).expect("written");
        assert_eq!(open_and_read(&folder), ["gå en tur"], "{length} bytes");
    }
}

#[test]
fn a_missing_copy_is_written_again() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let whole = fs::read(folder.keys()).expect("read");
    for path in [folder.keys(), folder.keys_bak()] {
        fs::remove_file(&path).expect("removed");
        assert_eq!(open_and_read(&folder), ["gå en tur"]);
        assert_eq!(fs::read(&path).expect("written again"), whole);
    }
}

#[test]
fn a_code_that_does_not_fit_sends_us_to_the_other_copy() {
    let (_dir, folder) = folder();
    locked_book(&folder, &["gå en tur"]);
    let text = fs::read_to_string(folder.keys()).expect("read");
    let at = text.find("\ncode ").expect("a code") + 6;
    let other = if text[at..].starts_with('0') { "1" } else { "0" };
    let changed = summed(&format!("{}{other}{}", &text[..at], &text[at + 1..]));
    fs::write(folder.keys(), changed).expect("written");
    assert_eq!(open_and_read(&folder), ["gå en tur"]);
}

#[test]
fn when_both_copies_are_damaged_it_is_told_and_nothing_is_touched() {
    let (_dir, folder) = folder();
    locked_book(&folder, &[]);
    fs::write(folder.keys(), "x").expect("written");
    fs::write(folder.keys_bak(), "y").expect("written");
    let before = state(folder.path());
    assert!(matches!(opening::look(&folder), Err(Error::KeysDamaged)));
    let opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real());
    assert!(matches!(opened, Err(Error::KeysDamaged)));
    assert!(before == state(folder.path()));
}

#[test]
fn the_secrets_are_nowhere_in_the_folder_or_the_log() {
    let (_dir, folder) = folder();
    let canary = "kanariefugl på tråden";
    let lock = NewLock::Passphrase(canary.into());
    let (opened, words) = opening::create(&folder, &lock, Cost::CHEAP, &World::real()).expect("made");
    let words = words.expect("words");
    opening_common::note(&opened, "hemmelig linje om Mette");
    let shown = format!("{opened:?} {lock:?} {words:?} {:?}", Secret::Words(canary.into()));
    let seen = state(folder.path());
    opened.close().expect("closed");
    let seen_closed = state(folder.path());
    let list = words.words();
    for needle in [canary, "kanariefugl", "hemmelig linje", "Mette", "test_note", &list.join(" "), &list[..2].join(" ")]
    {
        assert!(!shown.contains(needle), "the log says {needle:?}");
        for (name, (bytes, _)) in seen.iter().chain(&seen_closed) {
            let found = bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
            assert!(!found, "{needle:?} stands in {name}");
        }
    }
}

#[test]
fn only_the_owner_can_read_the_files() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let (_dir, folder) = folder();
        locked_book(&folder, &[]);
        let opened = opening::open(&folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
        opening_common::note(&opened, "x");
        assert!(folder.wal().exists());
        for entry in fs::read_dir(folder.path()).expect("a folder") {
            let entry = entry.expect("an entry");
            let mode = entry.metadata().expect("there").permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{:?}", entry.file_name());
        }
        assert_eq!(folder.path().metadata().expect("there").permissions().mode() & 0o777, 0o700);
    }
}

fn open_and_read(folder: &Folder) -> Vec<String> {
    let opened = opening::open(folder, &passphrase(PASSPHRASE), &World::real()).expect("opens");
    let read = notes(&opened);
    opened.close().expect("closed");
    read
}

proptest::proptest! {
    #[test]
    fn no_text_at_all_makes_the_reading_of_keys_stop(text in ".{0,200}", json in "[\\[\\]{}\":,a-z0-9\\\\]{0,80}") {
        let _ = KeyFile::parse(&text);
        let _ = KeyFile::parse(&summed(&format!("holdepunkt-keys {text}\n")));
        let _ = KeyFile::parse(&summed(&format!("holdepunkt-keys 1\n{json}\ncode {text}\n")));
        let _ = KeyFile::parse(&summed(&format!("holdepunkt-keys 1\n{{\"slots\":[{json}]}}\ncode {text}\n")));
    }

    #[test]
    fn no_text_at_all_makes_the_reading_of_words_stop(text in ".{0,200}") {
        let _ = keys::RecoveryWords::read(&text);
    }
}
