//! One step that is more than one revision can hold: recordings put in, gone back on, undone, done again, and brought up from the journal.

use crate::desk::{Desk, secret};
use holdepunkt_core::backup;
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::opening::{self, Told};
use holdepunkt_i18n::{Language, Texts};
use rusqlite::Connection;

const RECORDINGS: usize = 5;
const BYTES: usize = 7_000_000;

/// Every recording with its length and its first byte.
fn recordings(connection: &Connection) -> Vec<(usize, u8)> {
    let mut statement = connection.prepare("SELECT bytes FROM picture ORDER BY place, id").unwrap();
    let all = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    let mut found: Vec<_> = all.map(|bytes| bytes.unwrap()).map(|bytes| (bytes.len(), bytes[0])).collect();
    found.sort_unstable();
    found
}

#[test]
fn going_back_over_more_recordings_than_one_revision_holds_is_one_step_and_one_undo() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    let line = desk.line("min stemme");
    desk.backup();
    let before = backup::list(&desk.folder).unwrap().pop().unwrap();
    for number in 0..RECORDINGS {
        let (kind, first) = ("audio/wav", u8::try_from(number).unwrap());
        let recording = Prepared { kind, width: 0, height: 0, bytes: vec![first; BYTES] };
        desk.book().add_picture(&line, "well.like", &recording, &texts).unwrap();
    }
    let all: Vec<_> = (0..RECORDINGS).map(|number| (BYTES, u8::try_from(number).unwrap())).collect();
    assert_eq!(recordings(desk.book().connection()), all);

    let (book, hold) = desk.both();
    backup::bring_back(book, hold, &before, &texts).unwrap();
    assert!(recordings(desk.book().connection()).is_empty(), "gone back to before them");
    let (_dir, stopped) = desk.stopped();
    desk.book().undo(&texts).unwrap();
    assert_eq!(recordings(desk.book().connection()), all, "one undo brings them all");
    desk.book().redo(&texts).unwrap();
    assert!(recordings(desk.book().connection()).is_empty());
    desk.close();

    // The file was destroyed: the backup from just before, and the journal, which does the step again in all its parts.
    std::fs::write(stopped.book(), vec![7; 40960]).unwrap();
    std::fs::remove_file(stopped.wal()).unwrap();
    let opened = opening::open(&stopped, &secret(), &desk.world).unwrap();
    let [Told::Restored { changes, lost_since: None, .. }] = &opened.report.0[..] else {
        panic!("{:?}", opened.report)
    };
    assert!(*changes > 1, "the step is more than one revision");
    assert!(recordings(&opened.connection).is_empty());
    let (mut book, _hold) = opened.book(&desk.world).unwrap();
    book.undo(&texts).unwrap();
    assert_eq!(recordings(book.connection()), all, "and it is one step there too");
    book.verify_chain().unwrap();
}
