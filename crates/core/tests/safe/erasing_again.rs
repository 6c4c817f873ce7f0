//! What was erased for good stays erased when the journal has to bring the book up to it.

use crate::desk::{Desk, secret};
use holdepunkt_core::change::Change;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::history::changeset::holds;
use holdepunkt_core::history::erase::Erasure;
use holdepunkt_core::opening;
use holdepunkt_core::store::{DOMAIN, Words as _, setting};
use holdepunkt_core::visit::{Guest, Role, VisitChange};
use holdepunkt_i18n::{Language, Texts};
use rusqlite::Connection;

const CANARY: &str = "kanariefugl 7719";

/// Something of this kind with the canary in it, erased.
fn make_and_erase(desk: &mut Desk, erasure: Erasure) {
    let texts = Texts::new(Language::Da);
    match erasure {
        Erasure::Line => {
            let id = desk.line(CANARY);
            desk.backup();
            desk.book().erase_line(&id, &texts).unwrap();
        }
        Erasure::Visit => {
            let id = begin_visit(desk);
            end_visit(desk, &id);
            desk.backup();
            desk.book().erase_visit(&id, &texts).unwrap();
        }
        Erasure::Handover => {
            let (agenda, chapters) = (CANARY.to_string(), vec!["well".to_string()]);
            let wanted = HandoverWanted { agenda, chapters, ..HandoverWanted::default() };
            let prepared = desk.book().prepare_handover(&wanted).unwrap();
            desk.book().note_handover(&prepared, &texts).unwrap();
            desk.backup();
            desk.book().erase_handover(&prepared.row.id, &texts).unwrap();
        }
    }
}

/// A visit that goes on, with the page of good days open.
fn begin_visit(desk: &mut Desk) -> String {
    let texts = Texts::new(Language::Da);
    let (id, person) = (desk.world.id().unwrap(), desk.world.id().unwrap());
    let guest = Guest { id: person, author: desk.world.id().unwrap(), name: "Karen".into(), role: Role::Staff };
    let (chapters, agenda) = (vec!["well".to_string()], CANARY.to_string());
    let visit = VisitChange::Start { id: id.clone(), guests: vec![guest], chapters, agenda };
    desk.book().change(Change::Visit { visit }, &texts).unwrap();
    id
}

fn end_visit(desk: &mut Desk, id: &str) {
    let visit = VisitChange::End { id: id.to_string() };
    desk.book().change(Change::Visit { visit }, &Texts::new(Language::Da)).unwrap();
}

fn canary_in(connection: &Connection) -> Vec<String> {
    let mut found = Vec::new();
    for table in DOMAIN.iter().copied().chain(["revision"]) {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let said = |at| match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Text(bytes) | rusqlite::types::ValueRef::Blob(bytes) => holds(bytes, CANARY),
                _ => false,
            };
            if (0..columns).any(said) {
                found.push(table.to_string());
            }
        }
    }
    found
}

#[test]
fn whatever_is_erased_stays_erased_when_the_journal_is_done_again() {
    for (erasure, name) in Erasure::ALL {
        let mut desk = Desk::new();
        desk.line("nabo");
        make_and_erase(&mut desk, *erasure);
        assert!(canary_in(desk.book().connection()).is_empty(), "{name}: gone while the book is open");
        // The disk never wrote the erasure into the book: only the journal knows of it.
        let (_dir, stopped) = desk.stopped();
        std::fs::remove_file(stopped.wal()).unwrap();
        let opened = opening::open(&stopped, &secret(), &desk.world).unwrap();
        assert!(!opened.report.is_quiet(), "{name}: something was done again");
        assert_eq!(canary_in(&opened.connection), Vec::<String>::new(), "{name}");
        assert!(
            setting::get(&opened.connection, setting::CLEAR_COPIES).unwrap().is_some(),
            "{name}: the copies must go"
        );
        opened.close().unwrap();
    }
}
