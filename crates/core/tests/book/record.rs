//! The record and the tables under it: chained, complete, and found out when tampered with.

use crate::builder::{Desk, connect, key};
use holdepunkt_core::book::Book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::history::changeset::{self, line_written};
use holdepunkt_core::history::record::{apply, apply_inverse, recorded};
use holdepunkt_core::store::{DOMAIN, entry, migrate, table};
use holdepunkt_core::world::World;
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

#[test]
fn every_domain_table_has_a_primary_key_and_is_strict() {
    let desk = Desk::new();
    let connection = desk.book().connection();
    for table in DOMAIN {
        let keys: i64 = connection
            .query_row("SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0", [table], |row| row.get(0))
            .unwrap();
        assert_eq!(keys, 1, "a session passes over {table} in silence without a key");
    }
    let mut statement = connection.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").unwrap();
    let tables: Vec<(String, bool)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    let ours: Vec<_> = tables.iter().filter(|(name, _)| !name.starts_with("sqlite_")).collect();
    assert_eq!(ours.len(), DOMAIN.len() + 2, "every table is recorded, or is the record");
    assert!(ours.iter().all(|(_, strict)| *strict));
    let columns: Vec<String> = connection
        .prepare("SELECT name FROM pragma_table_info('entry')")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(columns, entry::COLUMNS, "history reads changesets by position");
}

#[test]
fn children_are_recorded_before_their_parents() {
    let desk = Desk::new();
    let at = |table: &str| DOMAIN.iter().position(|known| *known == table).unwrap();
    let mut parents = 0;
    for child in DOMAIN {
        let sql = "SELECT \"table\" FROM pragma_foreign_key_list(?1)";
        let mut statement = desk.book().connection().prepare(sql).unwrap();
        for parent in statement.query_map([child], |row| row.get::<_, String>(0)).unwrap() {
            parents += 1;
            assert!(at(child) < at(&parent.unwrap()), "{child}");
        }
    }
    assert!(
        parents >= 5,
        "link to entry, entry to author, picture to entry, ticks to their reader, lines to their copy"
    );
}

#[test]
fn a_migration_that_was_handed_out_is_never_changed() {
    let hashes: Vec<String> = migrate::STEPS
        .iter()
        .map(|step| Sha256::digest(step.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();
    assert_eq!(hashes, [SCHEMA_1, SCHEMA_2]);
}

const SCHEMA_1: &str = "9d24c1bc9cc18aa42f1742c335afb820c7cf3dd973ef7c6798d42fd18f5c3e8d";
const SCHEMA_2: &str = "fe7fc0ca81c7fd6ed4932db2a41c790ca513bb1abe7ce3f1c7b5c6232f943ff2";

#[test]
fn a_book_from_a_newer_version_is_refused_without_a_byte_written() {
    let mut desk = Desk::new();
    desk.book.take().unwrap().close().unwrap();
    let connection = connect(desk.folder.path());
    connection.pragma_update(None, "user_version", migrate::SCHEMA_VERSION + 1).unwrap();
    let changes = connection.total_changes();
    let schema: i64 = connection.query_row("PRAGMA schema_version", [], |row| row.get(0)).unwrap();
    assert!(matches!(migrate::migrate(&connection), Err(Error::Newer { found: 3, known: 2 })));
    assert_eq!(connection.total_changes(), changes);
    assert_eq!(connection.query_row::<i64, _, _>("PRAGMA schema_version", [], |row| row.get(0)).unwrap(), schema);
}

#[test]
fn a_file_that_is_not_ours_is_not_made_into_a_book() {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch("CREATE TABLE theirs (id INTEGER PRIMARY KEY)").unwrap();
    assert!(matches!(migrate::migrate(&connection), Err(Error::Foreign)));
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1);
}

#[test]
fn the_changeset_of_a_keystroke_is_the_one_a_session_records() {
    let desk = {
        let mut desk = Desk::new();
        desk.line("signs.inner", "uro");
        desk
    };
    let connection = desk.book().connection();
    let id = desk.lines("signs.inner")[0].id.clone();
    let mut before = "uro".to_string();
    for length in [0, 1, 127, 128, 129, 16_383, 16_384, 300_000] {
        let after = "å".repeat(length);
        let ((), session) = recorded(connection, || entry::write_text(connection, &id, &after)).unwrap();
        assert_eq!(line_written("text", &id, &before, &after), session, "{length} letters");
        before = after;
    }
    let ((), session) = recorded(connection, || entry::write_because(connection, &id, "fordi")).unwrap();
    assert_eq!(line_written("because", &id, "", "fordi"), session);
    assert!(line_written("text", &id, "a", "a").is_empty());
}

#[test]
fn a_changeset_is_read_as_the_library_reads_it() {
    use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
    use rusqlite::session::ChangesetIter;
    let mut desk = written();
    desk.person("Mette");
    desk.change(Change::AddChapter { id: crate::builder::id(), title: "x".repeat(200) });
    desk.change(Change::HideChapter { id: "angry".into(), hidden: true });
    desk.undo();
    desk.undo();
    let mut statement = desk.book().connection().prepare("SELECT changeset FROM revision ORDER BY seq").unwrap();
    let changesets: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for changeset in changesets {
        let ours = changeset::rows(&changeset).unwrap();
        let mut bytes = changeset.as_slice();
        let input: &mut dyn std::io::Read = &mut bytes;
        let mut theirs = ChangesetIter::start_strm(&input).unwrap();
        let mut count = 0;
        while let Some(item) = theirs.next().unwrap() {
            let (row, operation) = (&ours[count], item.op().unwrap());
            assert_eq!(row.table, operation.table_name());
            for column in 0..usize::try_from(operation.number_of_columns()).unwrap() {
                let text = |value: rusqlite::Result<rusqlite::types::ValueRef<'_>>| {
                    value.ok().and_then(|value| value.as_str().ok().map(str::to_string))
                };
                if row.action != changeset::Action::Delete {
                    assert_eq!(row.after(column).map(str::to_string), text(item.new_value(column)));
                }
                if row.action != changeset::Action::Insert {
                    assert_eq!(row.old[column].map(str::to_string), text(item.old_value(column)));
                }
            }
            count += 1;
        }
        assert_eq!(count, ours.len());
    }
}

#[test]
fn a_changeset_cut_off_or_made_up_is_refused_and_never_a_crash() {
    let desk = written();
    let sql = "SELECT changeset FROM revision WHERE seq = 3";
    let whole: Vec<u8> = desk.book().connection().query_row(sql, [], |row| row.get(0)).unwrap();
    for end in 1..whole.len() {
        let _ = changeset::rows(&whole[..end]);
        let mut bent = whole.clone();
        bent[end] ^= 0xff;
        let _ = changeset::rows(&bent);
    }
    assert!(changeset::rows(&[b'T', 0xff, 0xff, 0xff, 0xff, 0x7f]).is_err());
    assert!(changeset::rows(b"x").is_err());
    assert!(changeset::rows(&[]).unwrap().is_empty());
}

fn written() -> Desk {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    desk.write(&line, "uro i kroppen");
    desk.change(Change::PasteLines { section: "signs.seen".into(), text: "a\nb".into(), place: Place::Last });
    desk.undo();
    desk.redo();
    desk
}

#[test]
fn the_chain_holds_and_finds_one_flipped_byte_anywhere_in_the_record() {
    let desk = written();
    assert_eq!(desk.book().verify_chain().unwrap().revisions, 5);
    let connection = desk.book().connection();
    for column in ["changeset", "digest", "payload_digest", "chain"] {
        for seq in 1..=5 {
            let sql = format!("SELECT {column} FROM revision WHERE seq = ?1");
            let good: Vec<u8> = connection.query_row(&sql, [seq], |row| row.get(0)).unwrap();
            for at in 0..good.len() {
                let mut bad = good.clone();
                bad[at] ^= 1;
                let sql = format!("UPDATE revision SET {column} = ?2 WHERE seq = ?1");
                connection.execute(&sql, rusqlite::params![seq, bad]).unwrap();
                assert!(matches!(desk.book().verify_chain(), Err(Error::Damaged(_))), "{column} of {seq}, byte {at}");
                connection.execute(&sql, rusqlite::params![seq, good]).unwrap();
            }
        }
    }
    desk.book().verify_chain().unwrap();
}

#[test]
fn the_chain_finds_another_time_author_page_or_order() {
    let desk = written();
    let connection = desk.book().connection();
    let tampered = [
        "UPDATE revision SET at = at + 1 WHERE seq = 3",
        "UPDATE revision SET at_offset = 0 WHERE seq = 3",
        "UPDATE revision SET author = 'other' WHERE seq = 3",
        "UPDATE revision SET page = 'well.page' WHERE seq = 3",
        "UPDATE revision SET what = 'write-line' WHERE seq = 3",
        "UPDATE revision SET act = 'do' WHERE seq = 4",
        "UPDATE revision SET undo_head = 0 WHERE seq = 3",
        "UPDATE revision SET step = 1 WHERE seq = 3",
        "UPDATE revision SET visit = 'x' WHERE seq = 1",
        "DELETE FROM revision WHERE seq = 3",
        "DELETE FROM revision WHERE seq = 1",
    ];
    for sql in tampered {
        connection.execute_batch("PRAGMA foreign_keys = OFF; SAVEPOINT tampered").unwrap();
        connection.execute(sql, []).unwrap();
        assert!(matches!(desk.book().verify_chain(), Err(Error::Damaged(_))), "{sql}");
        connection.execute_batch("ROLLBACK TO tampered; RELEASE tampered").unwrap();
    }
    desk.book().verify_chain().unwrap();
}

#[test]
fn another_key_does_not_verify_and_does_not_undo() {
    let mut desk = written();
    desk.book.take().unwrap().close().unwrap();
    let mut other = key();
    other[0] ^= 1;
    let mut book = Book::new(connect(desk.folder.path()), other, World::real()).unwrap();
    assert!(matches!(book.verify_chain(), Err(Error::Damaged(_))));
    assert!(matches!(book.undo(&desk.texts), Err(Error::Damaged(_))));
}

#[test]
fn an_erased_payload_keeps_the_chain_and_undo_stops_there() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "hemmeligt");
    desk.wait(60);
    desk.write(&line, "andet");
    // What erasing for good will do: blank the payload and its digest; the chain runs over the digest it had.
    let blank = holdepunkt_core::history::chain::digest(&key(), &[]);
    let sql = "UPDATE revision SET changeset = x'', payload_digest = ?1 WHERE seq = 2";
    desk.book().connection().execute(sql, [&blank[..]]).unwrap();
    let verified = desk.book().verify_chain().unwrap();
    assert_eq!((verified.revisions, verified.rewritten), (2, 1));
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::NotHere(_))));
    assert_eq!(desk.texts_of("signs.inner"), ["andet"]);
    let history = desk.book().history_of_line(&line, &desk.texts).unwrap();
    assert_eq!(history[0].what, "slettet for altid", "it says that something was here");
    assert_eq!(history[1].text, "hemmeligt", "the older revision was not asked to be erased");
}

#[test]
fn opening_reads_only_the_newest_revision() {
    let desk = written();
    let plan: Vec<String> = desk
        .book()
        .connection()
        .prepare("EXPLAIN QUERY PLAN SELECT * FROM revision ORDER BY seq DESC LIMIT 1")
        .unwrap()
        .query_map([], |row| row.get(3))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "the head is found by its key: {plan:?}");
}

#[test]
fn a_changeset_in_parts_does_the_same_and_after_each_part_the_rows_fit_together() {
    let mut full = Desk::new();
    let world = full.book().world().clone();
    holdepunkt_core::sample::fill(full.book.as_mut().unwrap(), &full.texts, &world).unwrap();
    let empty = Desk::new();
    let (here, then) = (empty.book().connection(), full.book().connection());
    let all = |here: &Connection| {
        for table in DOMAIN {
            table::copy(here, then, table, true, |_| false)?;
        }
        Ok(())
    };
    here.execute_batch("BEGIN; PRAGMA defer_foreign_keys = ON;").unwrap();
    let ((), changeset) = recorded(here, || all(here)).unwrap();
    here.execute_batch("ROLLBACK").unwrap();
    let before = empty.everything();
    let parts = changeset::parts(changeset.clone(), 1).unwrap();
    assert_eq!(parts.len(), changeset::rows(&changeset).unwrap().len(), "every row is a part of its own");
    for part in &parts {
        apply(here, part).unwrap();
    }
    assert_eq!(empty.everything(), full.everything());
    for part in parts.iter().rev() {
        apply_inverse(here, part).unwrap();
    }
    assert_eq!(empty.everything(), before);
    let few = changeset::parts(changeset.clone(), changeset.len() / 3).unwrap();
    assert!((3..=5).contains(&few.len()) && few.iter().all(|part| part.len() <= changeset.len() / 3));
    assert_eq!(changeset::parts(changeset.clone(), changeset.len()).unwrap(), [changeset]);
}
