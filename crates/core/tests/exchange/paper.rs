//! Photographs of pages filled in by hand: on their page, put away when typed, and with the reader no further than any other line.

use crate::builder::{Desk, id};
use crate::open_format::{into_fresh, out, texts};
use crate::pictures::drawn;
use holdepunkt_core::change::{Change, Form, Mark, Place};
use holdepunkt_core::document::Print;
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::exchange::{FileFault, bring::Chosen, read, sealed};
use holdepunkt_core::going::Going;
use holdepunkt_core::handover::give::HandoverWanted;
use holdepunkt_core::printing;
use holdepunkt_core::share::Selection;
use holdepunkt_core::view::PaperView;
use holdepunkt_core::visit::{Guest, Role, VisitChange};

fn put(desk: &mut Desk, page: &str, count: usize) -> Vec<PaperView> {
    desk.wait(60);
    desk.book.as_mut().unwrap().add_paper(page, &vec![drawn(); count], &texts()).unwrap();
    paper(desk, page)
}

fn paper(desk: &Desk, page: &str) -> Vec<PaperView> {
    desk.book().page(page, &texts()).unwrap().paper
}

fn mark(desk: &mut Desk, id: &str, mark: Mark, on: bool) {
    desk.wait(60);
    desk.change(Change::MarkLine { id: id.into(), mark, on });
}

/// Karen comes and sees this chapter.
fn visit(desk: &mut Desk, chapter: &str) -> String {
    let person = id();
    let guest = Guest { id: person.clone(), author: id(), name: "Karen".into(), role: Role::Staff };
    let (guests, chapters, agenda) = (vec![guest], vec![chapter.to_string()], String::new());
    desk.change(Change::Visit { visit: VisitChange::Start { id: id(), guests, chapters, agenda } });
    person
}

#[test]
fn several_photographs_lie_on_their_page_as_one_step_that_can_be_undone() {
    let mut desk = Desk::new();
    let before = desk.everything();
    let there = put(&mut desk, "signs.page", 2);
    assert_eq!(there.len(), 2);
    assert!(there.iter().all(|photograph| !photograph.typed && !photograph.private && !photograph.picture.sound));
    assert_eq!(desk.book().picture(&there[0].picture.id).unwrap().1, drawn().bytes);
    assert!(desk.lines("signs.inner").is_empty(), "they are no lines of the plan");
    let chapter = desk.book().contents(&texts()).unwrap().groups.remove(0).chapters;
    assert!(chapter.iter().any(|chapter| chapter.id == "signs" && chapter.begun), "but the page has begun");
    let told = desk.book().history_of_chapter("signs", &texts()).unwrap();
    assert_eq!(told[0].what, "foto af en side lagt ind");
    desk.undo();
    assert_eq!(desk.everything(), before);
    desk.redo();
    desk.restart();
    assert_eq!(paper(&desk, "signs.page").len(), 2);
    desk.book().verify_chain().unwrap();
}

#[test]
fn what_is_typed_is_put_away_and_can_be_taken_out_again() {
    let mut desk = Desk::new();
    let photograph = put(&mut desk, "signs.page", 1).remove(0);
    mark(&mut desk, &photograph.id, Mark::Typed, true);
    assert!(paper(&desk, "signs.page")[0].typed, "kept, and put away");
    assert_eq!(desk.book().history_of_line(&photograph.id, &texts()).unwrap()[0].what, "foto lagt væk, skrevet ind");
    mark(&mut desk, &photograph.id, Mark::Typed, false);
    assert!(!paper(&desk, "signs.page")[0].typed);
    desk.undo();
    assert!(paper(&desk, "signs.page")[0].typed);
    let line = desk.line("signs.inner", "uro");
    let refused = desk.try_change(Change::MarkLine { id: line, mark: Mark::Typed, on: true });
    assert!(matches!(refused, Err(Error::NotHere(_))), "an ordinary line has nothing to put away");
}

#[test]
fn one_that_is_removed_lies_in_the_trash_and_can_be_erased_for_good() {
    let mut desk = Desk::new();
    let photograph = put(&mut desk, "signs.page", 1).remove(0);
    desk.wait(60);
    desk.change(Change::RemoveLine { id: photograph.id.clone() });
    assert!(paper(&desk, "signs.page").is_empty());
    let trash = desk.book().trash(&texts()).unwrap();
    assert_eq!((trash.len(), trash[0].text.as_str(), trash[0].page.as_str()), (1, "Billede", "signs.page"));
    desk.wait(60);
    desk.book.as_mut().unwrap().take_from_trash(&photograph.id, &texts()).unwrap();
    assert_eq!(paper(&desk, "signs.page").len(), 1);
    desk.book.as_mut().unwrap().erase_line(&photograph.id, &texts()).unwrap();
    assert!(paper(&desk, "signs.page").is_empty());
    assert!(!desk.everything().iter().any(|row| row.starts_with("picture ")), "and the picture with it");
}

#[test]
fn nothing_else_lies_among_the_photographs_and_none_where_there_is_no_page() {
    let mut desk = Desk::new();
    for section in ["signs.page.paper", "nothing.page.paper", ".paper", "paper", "signs.paper"] {
        let (prompt, text, place) = (String::new(), "x".into(), Place::Last);
        let refused = desk.try_change(Change::AddLine { id: id(), section: section.into(), prompt, text, place });
        assert!(matches!(refused, Err(Error::NotHere(_) | Error::NotFound(_))), "{section}");
    }
    let book = desk.book.as_mut().unwrap();
    for page in ["nothing.page", "signs", "signs.inner"] {
        assert!(matches!(book.add_paper(page, &[drawn()], &texts()), Err(Error::NotFound(_))), "{page}");
    }
    let sound = Prepared { kind: "audio/wav", width: 0, height: 0, bytes: b"RIFF".to_vec() };
    let refused = book.add_paper("signs.page", &[drawn(), sound], &texts());
    assert!(matches!(refused, Err(Error::File(FileFault::NoPicture))), "nobody can type from a recording");
    assert!(matches!(book.add_paper("signs.page", &vec![drawn(); 13], &texts()), Err(Error::NotHere(_))));
    assert!(paper(&desk, "signs.page").is_empty(), "all of them or none");
}

#[test]
fn a_guest_sees_them_on_an_open_page_only_and_never_what_is_private() {
    let mut desk = Desk::new();
    let open = put(&mut desk, "signs.page", 2);
    let shut = put(&mut desk, "well.page", 1).remove(0);
    mark(&mut desk, &open[0].id, Mark::Private, true);
    let karen = visit(&mut desk, "signs");
    assert_eq!(paper(&desk, "signs.page").iter().map(|seen| &seen.id).collect::<Vec<_>>(), [&open[1].id]);
    for unseen in [&open[0], &shut] {
        assert!(matches!(desk.book().picture(&unseen.picture.id), Err(Error::NotFound(_))));
    }
    assert!(desk.book().picture(&open[1].picture.id).is_ok());
    let book = desk.book.as_mut().unwrap();
    assert!(matches!(book.add_paper("well.page", &[drawn()], &texts()), Err(Error::NotFound(_))));
    book.hold_pen(&karen).unwrap();
    assert!(matches!(book.add_paper("signs.page", &[drawn()], &texts()), Err(Error::NotYourPen)));
    for change in [
        Change::RemoveLine { id: open[1].id.clone() },
        Change::MarkLine { id: open[1].id.clone(), mark: Mark::Typed, on: true },
    ] {
        assert!(matches!(desk.try_change(change), Err(Error::NotYourPen)));
    }
    let (section, prompt, text) = ("signs.page.paper".to_string(), String::new(), "x".to_string());
    let proposed = desk.try_change(Change::AddLine { id: id(), section, prompt, text, place: Place::Last });
    assert!(matches!(proposed, Err(Error::NotHere(_))), "and nothing can be proposed there");
}

#[test]
fn they_do_not_go_along_in_a_hand_over() {
    let mut desk = Desk::new();
    let photograph = put(&mut desk, "signs.page", 1).remove(0);
    let wanted = HandoverWanted { chapters: vec!["signs".into()], ..HandoverWanted::default() };
    let mut prepared = desk.book().prepare_handover(&wanted).unwrap();
    let given = prepared.seal(desk.book().world()).unwrap();
    let inside = sealed::open(&given.bytes, given.words.as_ref().unwrap()).unwrap();
    let inside = String::from_utf8_lossy(&inside);
    assert!(inside.contains("signs.inner") && !inside.contains("signs.page.paper") && !inside.contains(&photograph.id));
}

#[test]
fn they_go_out_and_come_in_byte_for_byte_also_from_a_chapter_of_ones_own() {
    let mut desk = Desk::new();
    let own = id();
    desk.change(Change::AddChapter { id: own.clone(), title: "Min cykel".into() });
    let page = format!("{own}.page");
    put(&mut desk, &page, 1);
    let photograph = put(&mut desk, "signs.page", 2).remove(1);
    mark(&mut desk, &photograph.id, Mark::Typed, true);
    let file = out(&desk);
    let fresh = into_fresh(&file);
    assert_eq!(out(&fresh), file);
    assert!(paper(&fresh, "signs.page")[1].typed && paper(&fresh, &page).len() == 1);
    let mut written = Desk::new();
    written.line("well.like", "min");
    let parcel = read(file.as_bytes()).unwrap();
    let arriving = written.book().arriving(&parcel, &Going::default(), &texts()).unwrap();
    let signs =
        arriving.chapters.iter().find(|chapter| chapter.id == "signs").expect("they are shown before they come in");
    assert_eq!((signs.lines.len(), signs.lines[0].heading.as_str()), (2, "Skrevet i hånden"));
    let chosen = Chosen { ids: [photograph.id].into(), mine: true };
    written.book.as_mut().unwrap().bring_some(&parcel, &chosen, &Going::default(), &texts()).unwrap();
    let there = paper(&written, "signs.page");
    assert_eq!((there.len(), there[0].typed), (1, true));
}

#[test]
fn the_whole_book_on_paper_says_that_they_are_there_and_no_print_for_others_does() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let there = put(&mut desk, "signs.page", 3);
    mark(&mut desk, &there[0].id, Mark::Private, true);
    mark(&mut desk, &there[1].id, Mark::Typed, true);
    let note = "et foto af siden, skrevet i hånden";
    let everything = Selection::everything(Form::Book);
    assert!(on_paper(&desk, &everything).contains(note), "one is open and waits to be typed");
    let reader = Selection::of(desk.book().connection(), "relative", Some(Form::Book)).unwrap();
    assert!(!on_paper(&desk, &reader).contains("skrevet i hånden"));
}

fn on_paper(desk: &Desk, selection: &Selection) -> String {
    match printing::printed(desk.book(), selection, false, &texts(), desk.book().world()).map(|printed| printed.print) {
        Ok(Print::Book(document)) => serde_json::to_string(&document).unwrap(),
        Err(Error::NothingToPrint) => String::new(),
        _ => panic!("a book"),
    }
}
