//! What is put on the list of copies: what went out, as it went out.

use super::*;
use crate::contract::{PrintOrder, PrintWhat};
use holdepunkt_core::change::{Answer, Change, How, NumberOf, PersonFields, Place, Wanted};
use holdepunkt_core::document::Document;
use holdepunkt_core::share::view::Standing;
use holdepunkt_core::share::{self, ADVANCE};
use holdepunkt_pdf::PrintError;

fn opened(folder: &tempfile::TempDir) -> Shell {
    let shell = shell_in(folder);
    shell.create(NewLock::Open).unwrap();
    shell
}

fn advance(replaces: &str) -> PrintOrder {
    let replaces = replaces.to_string();
    PrintOrder { what: PrintWhat::Advance, language: Language::Da, large: false, squares: false, replaces }
}

#[test]
fn a_file_that_was_saved_can_be_put_on_the_list_though_the_next_one_was_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    write(&shell, "Jeg synger.");
    let (_, first) = shell.whole_book(false).unwrap();
    shell.went_out(first, true);
    let (_, second) = shell.whole_book(false).unwrap();
    shell.went_out(second, false);
    let id = shell.world().id().unwrap();
    shell.record_file(id, "Mor".into(), How::File, String::new()).unwrap();
    assert_eq!(shell.for_myself(|book, texts| share::shares(book, "", texts)).unwrap().copies.len(), 1);
}

#[test]
fn wishes_in_advance_are_on_the_list_as_what_they_are_and_replaced_by_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    line_in(&shell, "crisis.coercion", "spørg, før I rører ved mig");
    let (number, _) = shell.lay(&advance("")).unwrap();
    let id = shell.world().id().unwrap();
    shell.record_share(id.clone(), number, "Afdelingen".into(), How::Paper).unwrap();
    line_in(&shell, "crisis.signs", "Jeg svarer ikke");
    let copy = |shell: &Shell| {
        shell.for_myself(|book, texts| share::shares(book, "sjaelland", texts)).unwrap().copies.remove(0)
    };
    assert_eq!((copy(&shell).standing, copy(&shell).reader.as_str()), (Standing::Fresh, ADVANCE));
    line_in(&shell, "crisis.medicine", "den hvide");
    assert_eq!(copy(&shell).standing, Standing::Old);
    let (_, print) = shell.lay(&advance(&id)).unwrap();
    assert_eq!(print.copy.reader, ADVANCE);
}

#[test]
fn a_number_that_does_not_work_is_told_with_the_pages_in_the_language_of_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    let id = shell.world().id().unwrap();
    let (name, phone) = ("Mette".to_string(), "20 00 00 00".to_string());
    let fields = PersonFields { name, phone, wanted: Wanted::Yes, ..PersonFields::default() };
    shell.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last }).unwrap();
    let plan = PrintOrder { what: PrintWhat::Plan, language: Language::En, ..advance("") };
    assert!(shell.lay(&plan).unwrap().1.dead.is_empty());
    shell.change(Change::TryNumber { of: NumberOf::Person, id, answer: Answer::No }).unwrap();
    let (_, print) = shell.lay(&plan).unwrap();
    assert_eq!((print.dead.len(), print.dead[0].number.as_str()), (1, "20 00 00 00"));
    assert!(print.dead[0].tried.contains(". "), "as the screen says a day: {}", print.dead[0].tried);
}

#[test]
fn what_was_taken_off_is_not_saved_once_the_pages_are_ordered_anew() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    line_in(&shell, "crisis.coercion", "spørg, før I rører ved mig");
    let (first, _) = shell.lay(&advance("")).unwrap();
    assert!(shell.laid(first).is_ok());
    // A new order that comes to nothing: the pages of before are gone all the same.
    let nothing = PrintOrder { what: PrintWhat::Reader { id: "nobody".into() }, ..advance("") };
    assert!(shell.lay(&nothing).is_err());
    assert!(matches!(shell.laid(first), Err(Error::NotFound("print"))));
}

#[test]
fn a_print_that_was_saved_is_put_on_the_list_though_another_was_ordered_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    line_in(&shell, "crisis.coercion", "spørg, før I rører ved mig");
    let (first, print) = shell.lay(&advance("")).unwrap();
    line_in(&shell, "crisis.coercion", "luk døren");
    let (second, _) = shell.lay(&advance("")).unwrap();
    let id = shell.world().id().unwrap();
    // Somebody chose where it should lie while the next was set.
    shell.print_went_out(&print);
    assert!(matches!(shell.laid(first), Err(Error::NotFound("print"))), "it is not saved once more");
    shell.record_share(id, first, "Afdelingen".into(), How::Paper).unwrap();
    let copies = shell.for_myself(|book, texts| share::shares(book, "", texts)).unwrap().copies;
    assert_eq!(copies[0].standing, Standing::Old, "the list tells what stands on that paper, without the new line");
    assert!(shell.laid(second).is_ok());
    shell.leave_print();
    assert!(shell.record_share(shell.world().id().unwrap(), first, String::new(), How::Paper).is_err());
}

#[test]
fn pages_of_before_are_not_drawn_once_others_are_ordered_and_are_still_saved() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    line_in(&shell, "crisis.coercion", "spørg, før I rører ved mig");
    let (first, print) = shell.lay(&advance("")).unwrap();
    assert!(shell.page(first, 0, 100).is_ok());
    let (second, _) = shell.lay(&advance("")).unwrap();
    assert!(matches!(print.laid.page(0, 100), Err(PrintError::Unwanted)));
    assert!(print.laid.pdf().is_ok(), "somebody chooses where it should lie");
    assert!(shell.page(second, 0, 100).is_ok() && shell.page(first, 0, 100).is_err());
    shell.leave_print();
    assert!(shell.page(second, 0, 100).is_err());
}

#[test]
fn what_was_read_before_the_book_was_locked_is_not_set_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    line_in(&shell, "crisis.coercion", "spørg, før I rører ved mig");
    let (number, print) = shell.lay(&advance("")).unwrap();
    let read = || {
        shell.lock().unwrap();
        Ok(Document::default())
    };
    assert!(matches!(shell.pages_of(read), Err(Error::Stopped)));
    assert!(matches!(print.laid.pdf(), Err(PrintError::Unwanted)), "nor what was set and is being saved");
    assert!(matches!(shell.page(number, 0, 100), Err(Error::Locked)));
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert!(matches!(shell.phone_picture_of(read), Err(Error::Stopped)));
    shell.unlock(&passphrase("rolig have")).unwrap();
    let ordered = shell.press.order();
    shell.press.close();
    assert!(ordered.goes_on().is_err(), "ordered while the book was being locked");
    assert!(shell.lay(&advance("")).is_ok());
}

#[test]
fn a_choice_of_chapters_for_somebody_is_called_after_them_on_paper_in_its_file_and_on_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let shell = opened(&folder);
    write(&shell, "Jeg synger.");
    for (reader, called) in [("residence", "Til bostedet"), ("me", "Min bog")] {
        let what = PrintWhat::Reader { id: reader.into() };
        let (_, print) = shell.lay(&PrintOrder { what, ..advance("") }).unwrap();
        assert_eq!((print.copy.title.as_str(), print.name.as_str()), (called, called));
        let page = print.laid.page(0, 100).unwrap();
        assert!(page.text.contains(called), "{}", page.text);
    }
}
