//! Own chapters and headings; hiding, renaming and moving what the template has.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::view::{Contents, ContentsChapter};

fn contents(desk: &Desk) -> Contents {
    desk.book().contents(&desk.texts).unwrap()
}

fn chapters(desk: &Desk) -> Vec<ContentsChapter> {
    // Own chapters stand in the plan.
    contents(desk).groups.into_iter().take(1).flat_map(|group| group.chapters).collect()
}

fn order(desk: &Desk) -> Vec<String> {
    chapters(desk).into_iter().map(|chapter| chapter.id).collect()
}

fn sections(desk: &Desk, page: &str) -> Vec<String> {
    desk.book().page(page, &desk.texts).unwrap().sections.into_iter().map(|section| section.id).collect()
}

#[test]
fn an_own_chapter_has_one_page_with_one_list_and_can_be_written_in() {
    let mut desk = Desk::new();
    let chapter = id();
    desk.change(Change::AddChapter { id: chapter.clone(), title: "Min  hund\n".into() });
    let view = chapters(&desk).pop().unwrap();
    assert_eq!(
        (view.id.as_str(), view.title.as_str(), view.own, view.begun),
        (chapter.as_str(), "Min hund", true, false)
    );
    let page = desk.book().page(&format!("{chapter}.page"), &desk.texts).unwrap();
    assert_eq!((page.sections.len(), page.why.as_str(), page.drawing.as_str()), (1, "", "own"));
    desk.line(&page.sections[0].id, "den skal luftes");
    assert!(chapters(&desk).pop().unwrap().begun);
    assert_eq!(desk.book().page(&page.id, &desk.texts).unwrap().sections[0].lines[0].text, "den skal luftes");
}

#[test]
fn an_own_chapter_removed_takes_its_lines_along_and_undo_brings_all_back() {
    let mut desk = Desk::new();
    let chapter = id();
    desk.change(Change::AddChapter { id: chapter.clone(), title: "Min hund".into() });
    let section = sections(&desk, &format!("{chapter}.page")).remove(0);
    desk.line(&section, "den skal luftes");
    let before = desk.everything();
    desk.change(Change::RemoveChapter { id: chapter.clone() });
    assert!(!order(&desk).contains(&chapter));
    assert!(desk.book().page(&format!("{chapter}.page"), &desk.texts).is_err());
    desk.undo();
    assert_eq!(desk.everything(), before);
    assert_eq!(desk.texts_of(&section), ["den skal luftes"]);
}

#[test]
fn a_hidden_chapter_is_out_of_the_contents_and_keeps_every_word() {
    let mut desk = Desk::new();
    desk.line("angry.notice", "jeg går frem og tilbage");
    desk.change(Change::HideChapter { id: "angry".into(), hidden: true });
    assert!(!order(&desk).contains(&"angry".to_string()));
    assert_eq!(contents(&desk).hidden[0].id, "angry");
    let crisis = desk.book().page("crisis.front", &desk.texts).unwrap();
    assert_eq!(crisis.previous.unwrap().id, "breaking-down.page", "turning the pages skips what is hidden");
    desk.change(Change::HideChapter { id: "angry".into(), hidden: false });
    assert_eq!(desk.texts_of("angry.notice"), ["jeg går frem og tilbage"]);
    assert_eq!(order(&desk)[6], "angry", "back where it stood");
}

#[test]
fn a_chapter_renamed_gets_its_own_name_back_when_the_title_is_emptied() {
    let mut desk = Desk::new();
    let own = chapters(&desk)[0].title.clone();
    desk.change(Change::RenameChapter { id: "well".into(), title: "Mig, når det går".into() });
    assert_eq!(chapters(&desk)[0].title, "Mig, når det går");
    desk.change(Change::RenameChapter { id: "well".into(), title: " ".into() });
    assert_eq!(chapters(&desk)[0].title, own);
    desk.change(Change::RenameSection { id: "well.like".into(), title: "Sådan er jeg".into() });
    assert_eq!(desk.book().page("well.page", &desk.texts).unwrap().sections[0].title, "Sådan er jeg");
}

#[test]
fn chapters_are_moved_among_each_other() {
    let mut desk = Desk::new();
    let before = order(&desk);
    desk.change(Change::MoveChapter { id: "crisis".into(), place: Place::First });
    assert_eq!(order(&desk)[..2], ["crisis".to_string(), "well".to_string()]);
    desk.change(Change::MoveChapter { id: "well".into(), place: Place::After("signs".into()) });
    let own = id();
    desk.change(Change::AddChapter { id: own.clone(), title: "Min hund".into() });
    desk.change(Change::MoveChapter { id: own.clone(), place: Place::After("crisis".into()) });
    assert_eq!(order(&desk)[..3], ["crisis".to_string(), own, "toolbox".to_string()]);
    let revision = desk.book().revision();
    desk.change(Change::MoveChapter { id: "crisis".into(), place: Place::First });
    assert_eq!(desk.book().revision(), revision, "where it stands already is no change");
    for _ in 0..4 {
        desk.undo();
    }
    assert_eq!(order(&desk), before);
}

#[test]
fn own_headings_stand_among_those_of_the_page() {
    let mut desk = Desk::new();
    let heading = id();
    let add = Change::AddSection {
        id: heading.clone(),
        page: "signs.page".into(),
        title: "I sommerhuset".into(),
        place: Place::After("signs.inner".into()),
    };
    desk.change(add);
    desk.line(&heading, "jeg går ikke i vandet");
    assert_eq!(sections(&desk, "signs.page")[..3], ["signs.inner".to_string(), heading.clone(), "signs.seen".into()]);
    desk.change(Change::MoveSection { id: heading.clone(), place: Place::Last });
    assert_eq!(sections(&desk, "signs.page").last().unwrap(), &heading);
    desk.change(Change::MoveSection { id: "signs.others".into(), place: Place::First });
    assert_eq!(sections(&desk, "signs.page")[0], "signs.others");
    desk.change(Change::HideSection { id: "signs.seen".into(), hidden: true });
    let page = desk.book().page("signs.page", &desk.texts).unwrap();
    assert_eq!(page.hidden_sections[0].id, "signs.seen");
    assert!(page.sections.iter().all(|section| section.id != "signs.seen"));
    let before = desk.everything();
    desk.change(Change::RemoveSection { id: heading.clone() });
    assert!(!sections(&desk, "signs.page").contains(&heading));
    desk.undo();
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_new_book_holds_nothing_but_its_owner() {
    let desk = Desk::new();
    let rows = desk.everything();
    assert_eq!(rows.len(), 1, "the template is not copied into the book: {rows:?}");
    assert!(rows[0].starts_with("author "));
}

#[test]
fn a_template_chapter_shown_as_it_is_again_has_lost_nothing() {
    let mut desk = Desk::new();
    let before = desk.book().page("signs.page", &desk.texts).unwrap();
    desk.change(Change::RenameSection { id: "signs.inner".into(), title: "Indeni".into() });
    desk.change(Change::HideSection { id: "signs.inner".into(), hidden: true });
    desk.change(Change::HideSection { id: "signs.inner".into(), hidden: false });
    desk.change(Change::RenameSection { id: "signs.inner".into(), title: String::new() });
    assert_eq!(desk.book().page("signs.page", &desk.texts).unwrap(), before);
}
