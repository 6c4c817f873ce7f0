//! Going back to a backup as one step.

use crate::desk::Desk;
use holdepunkt_core::backup::{self, Difference};
use holdepunkt_core::change::{Change, LinkKind, PersonFields, Place};
use holdepunkt_i18n::{Language, Texts};

#[test]
fn the_preview_tells_what_differs_and_going_back_is_one_step_that_undo_takes_back() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    let kept_line = desk.line("synger");
    let changed = desk.line("gå en tur");
    let gone = desk.line("ringe til Mette");
    desk.backup();
    desk.write(&changed, "gå en tur ved vandet");
    desk.book().change(Change::RemoveLine { id: gone.clone() }, &texts).unwrap();
    let person = desk.world.id().unwrap();
    let fields = PersonFields { name: "Ali".into(), ..PersonFields::default() };
    desk.book().change(Change::AddPerson { id: person.clone(), fields, place: Place::Last }, &texts).unwrap();
    let new = desk.line("ny linje");
    let link = Change::AddLink { id: desk.world.id().unwrap(), from: new, to_kind: LinkKind::Person, to: person };
    let linked = desk.book().change(link, &texts).is_ok();
    let now = desk.lines();
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();

    let (book, hold) = desk.both();
    let preview = backup::preview(book, hold, &kept, &texts).unwrap();
    assert_eq!(preview.made, "i dag kl. 14.03");
    assert_eq!(preview.changes_since, 4 + i64::from(linked));
    let well = preview.pages.iter().find(|page| page.page == "well.page").unwrap();
    let Difference { only_now, only_then, changed, title, .. } = well;
    assert_eq!(title, "Når jeg har det godt");
    assert_eq!(
        (only_now.as_slice(), only_then.as_slice()),
        (&["ny linje".to_string()][..], &["ringe til Mette".to_string()][..])
    );
    assert_eq!(changed, &[("gå en tur".to_string(), "gå en tur ved vandet".to_string())]);
    assert_eq!(preview.pages.len(), 2, "and the new person: {:?}", preview.pages);

    backup::bring_back(book, hold, &kept, &texts).unwrap();
    assert_eq!(desk.lines(), ["synger", "gå en tur", "ringe til Mette"]);
    assert!(desk.book().people().unwrap().is_empty());
    assert_eq!(backup::list(&desk.folder).unwrap().len(), 2, "the book that was replaced is a backup too");
    assert!(desk.reopen().is_quiet());
    desk.book().undo(&texts).unwrap();
    assert_eq!(desk.lines(), now);
    desk.book().redo(&texts).unwrap();
    assert_eq!(desk.lines(), ["synger", "gå en tur", "ringe til Mette"]);
    desk.book().verify_chain().unwrap();
    assert!(!desk.book().history_of_line(&kept_line, &texts).unwrap().is_empty());
}

#[test]
fn going_back_comes_again_from_the_journal_after_a_stop() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    desk.line("før");
    desk.backup();
    desk.line("efter");
    let kept = backup::list(&desk.folder).unwrap().pop().unwrap();
    let (book, hold) = desk.both();
    backup::bring_back(book, hold, &kept, &texts).unwrap();
    let (_dir, stopped) = desk.stopped();
    std::fs::remove_file(stopped.wal()).unwrap();
    assert_eq!(crate::desk::read(&stopped, &crate::desk::secret()).unwrap().0, ["før"]);
}

#[test]
fn any_old_backup_can_be_gone_back_to() {
    let texts = Texts::new(Language::Da);
    let mut desk = Desk::new();
    for number in 0..6 {
        desk.line(&format!("linje {number}"));
        desk.backup();
    }
    let all = backup::list(&desk.folder).unwrap();
    for (index, kept) in all.iter().enumerate().rev() {
        let (book, hold) = desk.both();
        backup::bring_back(book, hold, kept, &texts).unwrap();
        assert_eq!(desk.lines().len(), index + 1);
    }
}
