//! The file itself, at every place where it can break.

use super::*;
use zeroize::Zeroizing;

fn folder() -> (tempfile::TempDir, Folder) {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(dir.path()).expect("a name");
    (dir, folder)
}

fn key() -> Key {
    Zeroizing::new([5; 32]).into()
}

fn revision(seq: i64) -> Revision {
    let link = vec![u8::try_from(seq).expect("few"); 32];
    Revision { seq, what: "write-line".into(), digest: link.clone(), chain: link, ..Revision::default() }
}

/// A journal after revision 3 with 4, 5 and 6 in it.
fn three() -> (tempfile::TempDir, Folder, Journal) {
    let (dir, folder) = folder();
    let world = World::real();
    let mut journal = Journal::begin(&folder, key(), &Mark::of(&revision(3)), &[], &world).expect("begun");
    for seq in 4..=6 {
        journal.append(&[(revision(seq), b"changeset".to_vec())], &world).expect("appended");
    }
    (dir, folder, journal)
}

fn seqs(past: &Past) -> Vec<i64> {
    past.records.iter().map(|(revision, _)| revision.seq).collect()
}

#[test]
fn what_was_appended_is_read_again_and_nothing_of_it_stands_in_the_clear() {
    let (_dir, folder, _journal) = three();
    let past = read(&folder.journal(), &key()).expect("read").expect("ours");
    assert_eq!((past.base.clone(), seqs(&past), past.torn), (Mark::of(&revision(3)), vec![4, 5, 6], false));
    assert_eq!(past.records[0], (Revision { payload_digest: vec![4; 32], ..revision(4) }, b"changeset".to_vec()));
    let bytes = fs::read(folder.journal()).expect("read");
    assert!(!bytes.windows(9).any(|window| window == b"changeset" || window == b"write-lin"));
}

#[test]
fn cut_off_anywhere_it_gives_what_is_whole_and_never_more() {
    let (_dir, folder, _journal) = three();
    let whole = fs::read(folder.journal()).expect("read");
    for length in 0..whole.len() {
        fs::write(folder.journal(), &whole[..length]).expect("written");
        let past = read(&folder.journal(), &key()).expect("read");
        let found = past.as_ref().map(seqs).unwrap_or_default();
        assert!([vec![], vec![4], vec![4, 5]].contains(&found), "{length}: {found:?}");
        if let Some(past) = past {
            let mut journal = Journal::go_on(&folder, key(), &past).expect("goes on");
            journal.append(&[(revision(9), b"".to_vec())], &World::real()).expect("appended");
            let after = read(&folder.journal(), &key()).expect("read").expect("ours");
            assert_eq!((seqs(&after).last(), after.torn), (Some(&9), false), "a torn end is written over");
        }
    }
}

#[test]
fn a_flipped_bit_is_never_read_as_a_record() {
    let (_dir, folder, _journal) = three();
    let whole = fs::read(folder.journal()).expect("read");
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(folder.journal(), &bytes).expect("written");
        let found = read(&folder.journal(), &key()).expect("read").map(|past| seqs(&past)).unwrap_or_default();
        assert!(found.len() < 3, "byte {at}");
        assert_eq!(found, [4, 5, 6][..found.len()], "byte {at}");
    }
}

#[test]
fn a_record_cannot_be_left_out_repeated_or_taken_from_another_journal() {
    let (_dir, folder, _journal) = three();
    let (_other_dir, other, _other_journal) = three();
    let (bytes, stranger) = (fs::read(folder.journal()).expect("read"), fs::read(other.journal()).expect("read"));
    let f = frames(&bytes);
    let left_out = [&bytes[..f[1].start], &bytes[f[2].start..]].concat();
    let repeated = [&bytes[..f[2].start], &bytes[f[1].clone()]].concat();
    let mixed = [&bytes[..f[1].start], &stranger[f[1].start..]].concat();
    for (bytes, most) in [(left_out, 0), (repeated, 1), (mixed, 0)] {
        fs::write(folder.journal(), &bytes).expect("written");
        let past = read(&folder.journal(), &key()).expect("read").expect("ours");
        assert_eq!((past.records.len(), past.torn), (most, true));
    }
}

#[test]
fn what_the_book_could_not_take_is_taken_back() {
    let (_dir, folder, mut journal) = three();
    journal.take_back();
    journal.take_back();
    assert_eq!(seqs(&read(&folder.journal(), &key()).expect("read").expect("ours")), [4, 5], "only the newest");
    journal.append(&[(revision(6), b"again".to_vec())], &World::real()).expect("appended");
    let past = read(&folder.journal(), &key()).expect("read").expect("ours");
    assert_eq!((seqs(&past), past.records[2].1.as_slice()), (vec![4, 5, 6], &b"again"[..]));
}

#[test]
fn an_ordinary_opening_goes_on_only_when_the_last_record_is_the_books_newest_revision() {
    let (_dir, folder, journal) = three();
    let end = journal.length();
    let resumed = Journal::resume(&folder, &key(), &Mark::of(&revision(6))).expect("read").expect("as simple as that");
    assert_eq!((resumed.length(), resumed.count), (end, 4));
    assert!(Journal::resume(&folder, &key(), &Mark::of(&revision(5))).expect("read").is_none());
    assert!(
        Journal::resume(&folder, &Zeroizing::new([6; 32]).into(), &Mark::of(&revision(6))).expect("read").is_none()
    );
}

#[test]
fn a_new_journal_keeps_the_one_before_and_what_came_since_the_backup() {
    let (_dir, folder, journal) = three();
    let tail = journal.since(&Mark::of(&revision(5))).expect("read");
    Journal::begin(&folder, key(), &Mark::of(&revision(5)), &tail, &World::real()).expect("begun");
    assert_eq!(seqs(&read(&folder.journal(), &key()).expect("read").expect("ours")), [6]);
    assert_eq!(seqs(&read(&folder.journal_old(), &key()).expect("read").expect("ours")), [4, 5, 6]);
}

#[test]
fn what_was_done_at_once_is_read_whole_or_not_at_all_wherever_it_was_cut_off() {
    let (_dir, folder, mut journal) = three();
    let part = |seq| (Revision { field: crate::store::revision::GOES_ON.into(), ..revision(seq) }, b"much".to_vec());
    let before = journal.length();
    journal.append(&[part(7), part(8), (revision(9), b"the rest".to_vec())], &World::real()).expect("appended");
    let whole = fs::read(folder.journal()).expect("read");
    for length in usize::try_from(before).expect("short")..=whole.len() {
        fs::write(folder.journal(), &whole[..length]).expect("written");
        let past = read(&folder.journal(), &key()).expect("read").expect("ours");
        let all = length == whole.len();
        assert_eq!(seqs(&past), if all { vec![4, 5, 6, 7, 8, 9] } else { vec![4, 5, 6] }, "cut at {length}");
        assert_eq!(past.torn, !all && length as u64 != before);
    }
    fs::write(folder.journal(), &whole[..whole.len() - 1]).expect("written");
    let past = read(&folder.journal(), &key()).expect("read").expect("ours");
    let mut journal = Journal::go_on(&folder, key(), &past).expect("goes on");
    journal.append(&[part(7), (revision(8), Vec::new())], &World::real()).expect("appended");
    journal.take_back();
    journal.append(&[(revision(7), Vec::new())], &World::real()).expect("appended");
    assert_eq!(seqs(&read(&folder.journal(), &key()).expect("read").expect("ours")), [4, 5, 6, 7]);
}
