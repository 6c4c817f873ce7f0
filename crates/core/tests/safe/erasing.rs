//! The trash, and *slet for altid*.

use crate::desk::{Desk, read, secret};
use holdepunkt_core::backup;
use holdepunkt_core::change::Change;
use holdepunkt_core::error::Error;
use holdepunkt_core::folder::Folder;
use holdepunkt_core::history::changeset;
use holdepunkt_core::opening;
use holdepunkt_i18n::{Language, Texts};

const CANARY: &str = "kanariefugl 7719";

fn texts() -> Texts {
    Texts::new(Language::Da)
}

#[test]
fn what_was_thrown_out_lies_in_the_trash_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let id = desk.line("gå en tur");
    desk.write(&id, "gå en tur ved vandet");
    desk.book().change(Change::RemoveLine { id: id.clone() }, &texts()).unwrap();
    let trash = desk.book().trash(&texts()).unwrap();
    assert_eq!(trash.len(), 1);
    assert_eq!((trash[0].text.as_str(), trash[0].page.as_str()), ("gå en tur ved vandet", "well.page"));
    assert_eq!((trash[0].at.as_str(), trash[0].long), ("i dag kl. 14.03", false));
    desk.book().take_from_trash(&id, &texts()).unwrap();
    assert_eq!(desk.lines(), ["gå en tur ved vandet"]);
    assert!(desk.book().trash(&texts()).unwrap().is_empty());
    desk.book().undo(&texts()).unwrap();
    assert!(desk.lines().is_empty());
}

#[test]
fn the_trash_is_emptied_after_30_days_and_only_when_asked() {
    let mut desk = Desk::new();
    let (old, new) = (desk.line("gammel"), desk.line("ny"));
    desk.book().change(Change::RemoveLine { id: old }, &texts()).unwrap();
    desk.wait(24 * 29);
    desk.book().change(Change::RemoveLine { id: new }, &texts()).unwrap();
    assert!(desk.book().empty_old_trash(&texts()).unwrap().is_none());
    desk.wait(25);
    desk.reopen();
    assert_eq!(desk.book().trash(&texts()).unwrap().len(), 2, "nothing goes by itself");
    assert!(desk.book().empty_old_trash(&texts()).unwrap().is_some());
    assert_eq!(desk.book().trash(&texts()).unwrap()[0].text, "ny");
}

/// A book whose canary has been written, changed, moved, undone, pasted beside others and backed up.
fn with_canary(desk: &mut Desk) -> String {
    let paste = format!("nabo\n{CANARY}\nanden nabo");
    let change =
        Change::PasteLines { section: "well.like".into(), text: paste, place: holdepunkt_core::change::Place::Last };
    let id = desk.book().change(change, &texts()).unwrap().created[1].clone();
    desk.backup();
    desk.write(&id, &format!("{CANARY} igen"));
    desk.book().undo(&texts()).unwrap();
    desk.book().redo(&texts()).unwrap();
    desk.book().change(Change::WriteBecause { id: id.clone(), because: format!("fordi {CANARY}") }, &texts()).unwrap();
    desk.backup();
    desk.book().change(Change::RemoveLine { id: id.clone() }, &texts()).unwrap();
    id
}

/// Every place of a data folder where the canary can be read with the key: books, backups, journals.
fn found(folder: &Folder) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.clone()];
    folders.extend(backup::list(folder).unwrap().iter().map(|kept| kept.folder().unwrap()));
    for folder in folders {
        let name = folder.path().file_name().unwrap().to_string_lossy().into_owned();
        let mut opened = opening::open(&folder, &secret(), &holdepunkt_core::world::World::real()).unwrap();
        for (table, column) in [("entry", "text"), ("entry", "because"), ("revision", "changeset")] {
            let sql = format!("SELECT count(*) FROM {table} WHERE instr(CAST({column} AS BLOB), CAST(?1 AS BLOB)) > 0");
            let count: i64 = opened.connection.query_row(&sql, [CANARY], |row| row.get(0)).unwrap();
            if count > 0 {
                found.push(format!("{name}: {count} in {table}.{column}"));
            }
        }
        // Every page, decrypted, with what was freed in it.
        let plain = plain_pages(&mut opened.connection);
        if plain.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()) {
            found.push(format!("{name}: on a page"));
        }
        let key = opened.hold().journal_key();
        for journal in [folder.journal(), folder.journal_old()] {
            let past = holdepunkt_core::journal::read(&journal, &key).unwrap();
            if past.is_some_and(|past| past.records.iter().any(|(_, changeset)| holds(changeset))) {
                found.push(format!("{name}: {}", journal.file_name().unwrap().to_string_lossy()));
            }
        }
        opened.close().unwrap();
    }
    found
}

/// Page by page as they lie in the file, decrypted: the free ones too.
fn plain_pages(connection: &mut rusqlite::Connection) -> Vec<u8> {
    let bytes = connection.serialize("main").unwrap().to_vec();
    assert!(bytes.windows(6).any(|window| window == b"CREATE"), "decrypted");
    bytes
}

fn holds(bytes: &[u8]) -> bool {
    bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes())
}

#[test]
fn erased_for_good_is_gone_from_book_record_journal_and_every_backup() {
    let mut desk = Desk::new();
    let id = with_canary(&mut desk);
    desk.close();
    assert!(found(&desk.folder).len() >= 4, "the search finds it while it is there: {:?}", found(&desk.folder));
    desk.reopen();
    desk.book().erase_line(&id, &texts()).unwrap();
    let (book, hold) = desk.both();
    assert!(backup::is_due(book, hold, backup::Moment::Open).unwrap(), "the copies must go at once");
    desk.backup();
    assert_eq!(desk.lines(), ["nabo", "anden nabo"], "the lines beside it stay");
    let checked = desk.book().verify_chain().unwrap();
    assert!(checked.rewritten >= 4, "{checked:?}");
    let history = desk.book().history_of_line(&id, &texts()).unwrap();
    assert!(history.iter().all(|item| item.text.is_empty() && item.what == "slettet for altid"), "{history:?}");
    assert!(matches!(desk.book().undo(&texts()), Err(Error::NothingToUndo)), "undo stops there");
    let (book, hold) = desk.both();
    assert!(!backup::is_due(book, hold, backup::Moment::Open).unwrap());
    desk.close();
    assert_eq!(found(&desk.folder), Vec::<String>::new());
    assert!(desk.reopen().is_quiet());
    desk.line("videre");
    desk.book().undo(&texts()).unwrap();
}

#[test]
fn a_stop_right_after_erasing_does_not_bring_it_back_and_the_copies_still_go() {
    let mut desk = Desk::new();
    let id = with_canary(&mut desk);
    desk.book().erase_line(&id, &texts()).unwrap();
    for wal in [true, false] {
        let (_dir, stopped) = desk.stopped();
        if !wal {
            std::fs::remove_file(stopped.wal()).unwrap();
        }
        assert_eq!(read(&stopped, &secret()).unwrap().0, ["nabo", "anden nabo"]);
        let opened = opening::open(&stopped, &secret(), &desk.world).unwrap();
        let (mut book, hold) = opened.book(&desk.world).unwrap();
        assert!(backup::make_if_due(&mut book, &hold, backup::Moment::Unlock).unwrap());
        book.close().unwrap();
        drop(hold);
        assert_eq!(found(&stopped), Vec::<String>::new(), "changes beside the book there: {wal}");
    }
}

#[test]
fn a_line_beside_one_that_was_erased_can_still_be_taken_back_and_its_versions_too() {
    let mut desk = Desk::new();
    let pasted = Change::PasteLines {
        section: "well.like".into(),
        text: format!("nabo\n{CANARY}\nanden nabo"),
        place: holdepunkt_core::change::Place::Last,
    };
    let ids = desk.book().change(pasted, &texts()).unwrap().created;
    desk.write(&ids[0], "nabo igen");
    desk.book().erase_line(&ids[1], &texts()).unwrap();
    desk.book().change(Change::RemoveLine { id: ids[0].clone() }, &texts()).unwrap();
    desk.book().take_from_trash(&ids[0], &texts()).unwrap();
    assert_eq!(desk.lines(), ["nabo igen", "anden nabo"]);
    let history = desk.book().history_of_line(&ids[0], &texts()).unwrap();
    let first = history.last().unwrap();
    assert_eq!((first.what.as_str(), first.text.as_str()), (texts().step_paste_lines().as_str(), "nabo"));
    let back = Change::RestoreLine { id: ids[0].clone(), revision: first.revision };
    desk.book().change(back, &texts()).unwrap();
    assert_eq!(desk.lines(), ["nabo", "anden nabo"]);
    let gone = Change::RestoreLine { id: ids[1].clone(), revision: first.revision };
    assert!(matches!(desk.book().change(gone, &texts()), Err(Error::NotFound(_))), "the erased one stays gone");
}

#[test]
fn words_erased_while_a_backup_is_made_are_not_kept_by_it() {
    let mut desk = Desk::new();
    let id = with_canary(&mut desk);
    let (book, hold) = desk.both();
    let making = backup::Backup::begin(book, hold).unwrap();
    book.erase_line(&id, &texts()).unwrap();
    let made = making.finish().unwrap();
    backup::settle(book, hold, made).unwrap();
    assert!(backup::is_due(book, hold, backup::Moment::Open).unwrap(), "it was begun before");
    backup::make(book, hold).unwrap();
    desk.close();
    assert_eq!(found(&desk.folder), Vec::<String>::new());
}

#[test]
fn a_changeset_loses_the_line_and_keeps_the_rest_byte_for_byte() {
    let mut desk = Desk::new();
    with_canary(&mut desk);
    let all: Vec<Vec<u8>> = {
        let connection = desk.book().connection();
        let mut statement = connection.prepare("SELECT changeset FROM revision ORDER BY seq").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let ids = changeset::entries(&all[0]).unwrap();
    assert_eq!(ids.len(), 3);
    for id in &ids {
        let rest = changeset::without(&all[0], |row| row.table == "entry" && row.key(0) == Some(id))
            .unwrap()
            .expect("it is in it");
        let left: Vec<&String> = ids.iter().filter(|other| *other != id).collect();
        assert_eq!(changeset::entries(&rest).unwrap().iter().collect::<Vec<_>>(), left);
    }
    assert_eq!(changeset::without(&all[0], |row| row.key(0) == Some("en anden")).unwrap(), None);
}
