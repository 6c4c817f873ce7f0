//! What was erased for good stays erased when the journal has to bring the book up to it.

use crate::desk::{Desk, secret};
use holdepunkt_core::change::{Change, Copy, HelpLineFields, PersonFields, Place};
use holdepunkt_core::exchange::picture::Prepared;
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
        other => {
            let id = make_and_remove(desk, other);
            desk.backup();
            let thrown = desk.book().trash(&texts).unwrap().remove(0);
            assert!(thrown.id == id && (thrown.text.contains(CANARY) || other == Erasure::Picture), "{thrown:?}");
            desk.book().erase_line(&id, &texts).unwrap();
            assert!(desk.book().trash(&texts).unwrap().is_empty());
        }
    }
}

/// Something that is no line, made with the canary in it and removed.
fn make_and_remove(desk: &mut Desk, erasure: Erasure) -> String {
    let texts = Texts::new(Language::Da);
    let (id, said) = (desk.world.id().unwrap(), CANARY.to_string());
    let person = PersonFields { name: said.clone(), why: said.clone(), ..PersonFields::default() };
    let (made, removed) = match erasure {
        Erasure::Person => (
            Change::AddPerson { id: id.clone(), fields: person, place: Place::Last },
            Change::RemovePerson { id: id.clone() },
        ),
        Erasure::Heading => (
            Change::AddSection { id: id.clone(), page: "well.page".into(), title: said, place: Place::Last },
            Change::RemoveSection { id: id.clone() },
        ),
        Erasure::Chapter => {
            (Change::AddChapter { id: id.clone(), title: said }, Change::RemoveChapter { id: id.clone() })
        }
        Erasure::Reader => (
            Change::AddReader { id: id.clone(), title: said, like: "relative".into() },
            Change::RemoveReader { id: id.clone() },
        ),
        Erasure::HelpLine => (
            Change::AddHelpLine { id: id.clone(), fields: HelpLineFields { name: said, ..HelpLineFields::default() } },
            Change::RemoveHelpLine { id: id.clone() },
        ),
        Erasure::Picture => return picture_taken_off(desk),
        _ => {
            let copy = Copy { whom: said, ..Copy::default() };
            (Change::RecordShare { id: id.clone(), copy }, Change::RemoveShare { id: id.clone() })
        }
    };
    for change in [made, removed] {
        desk.book().change(change, &texts).unwrap();
    }
    id
}

/// One whose bytes are the canary, taken off its line.
fn picture_taken_off(desk: &mut Desk) -> String {
    let texts = Texts::new(Language::Da);
    let line = desk.line("min stemme");
    let recording = Prepared { kind: "audio/wav", width: 0, height: 0, bytes: CANARY.as_bytes().to_vec() };
    desk.book().add_picture(&line, "well.like", &recording, &texts).unwrap();
    let id = desk.book().lines("well.like").unwrap().iter().find_map(|line| Some(line.pictures.first()?.id.clone()));
    let id = id.unwrap();
    desk.book().change(Change::RemovePicture { id: id.clone() }, &texts).unwrap();
    id
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

#[test]
fn a_person_and_a_picture_come_back_out_of_the_trash_as_they_were() {
    let mut desk = Desk::new();
    let texts = Texts::new(Language::Da);
    let person = make_and_remove(&mut desk, Erasure::Person);
    let picture = picture_taken_off(&mut desk);
    for id in [&person, &picture] {
        desk.book().take_from_trash(id, &texts).unwrap();
    }
    assert!(desk.book().trash(&texts).unwrap().is_empty());
    let people = desk.book().people().unwrap();
    assert_eq!((people.len(), people[0].fields.name.as_str(), people[0].fields.why.as_str()), (1, CANARY, CANARY));
    assert_eq!(desk.book().picture(&picture).unwrap().1, CANARY.as_bytes());
    desk.book().undo(&texts).unwrap();
    assert_eq!(desk.book().trash(&texts).unwrap()[0].id, picture, "and that can be undone");
    let heading = make_and_remove(&mut desk, Erasure::Heading);
    assert!(desk.book().take_from_trash(&heading, &texts).is_err(), "it can be read and erased");
}
