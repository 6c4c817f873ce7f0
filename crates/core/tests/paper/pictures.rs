//! Pictures on paper: where they are drawn, where they are told in words, and that a picture that is not ticked is nowhere.

use crate::builder::{Desk, id};
use crate::register::{copies, give};
use holdepunkt_core::change::{Change, Form, Mark};
use holdepunkt_core::document::{Document, Item, Print};
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::printing;
use holdepunkt_core::share::Selection;
use holdepunkt_core::share::view::Standing;
use holdepunkt_i18n::{Language, Texts};

fn picture() -> Prepared {
    Prepared { kind: "image/jpeg", width: 2, height: 1, bytes: b"\xff\xd8 BILLEDE".to_vec() }
}

fn recording() -> Prepared {
    Prepared { kind: "audio/wav", width: 0, height: 0, bytes: b"RIFF LYD".to_vec() }
}

/// Puts it on a line of `section` with these words; gives the line.
fn put(desk: &mut Desk, section: &str, text: &str, prepared: &Prepared, alt: &str) -> String {
    let line = if text.is_empty() { id() } else { desk.line(section, text) };
    desk.wait(60);
    let texts = Texts::new(Language::Da);
    desk.book.as_mut().expect("a book").add_picture(&line, section, prepared, &texts).expect("room");
    let lines = desk.lines(section);
    let shown = lines.iter().find(|known| known.id == line).expect("the line");
    desk.change(Change::DescribePicture { id: shown.pictures[0].id.clone(), alt: alt.into() });
    line
}

fn print(desk: &Desk, form: Form) -> Print {
    let selection = Selection::everything(form);
    printing::printed(desk.book(), &selection, false, &desk.texts, desk.book().world()).expect("a print").print
}

fn document(desk: &Desk, form: Form) -> Document {
    match print(desk, form) {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => document,
        Print::Card(_) => panic!("a card is no document"),
    }
}

fn items(document: &Document) -> Vec<&Item> {
    document.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.items).collect()
}

#[test]
fn a_picture_stands_with_its_line_on_every_print_that_has_room() {
    let mut desk = Desk::new();
    put(&mut desk, "crisis.helps", "Sæt dig ned", &picture(), "Min lænestol");
    put(&mut desk, "crisis.medicine", "Helst denne", &picture(), "Æsken");
    for (form, words, shows) in [
        (Form::Plan, "Sæt dig ned", "Min lænestol"),
        (Form::Book, "Sæt dig ned", "Min lænestol"),
        (Form::Supporter, "Sæt dig ned", "Min lænestol"),
        (Form::Doctor, "Helst denne", "Æsken"),
    ] {
        let document = document(&desk, form);
        let item = items(&document).into_iter().find(|item| item.text == words).expect("the line, without a note");
        let drawn = &item.pictures[0];
        assert_eq!((drawn.bytes.as_slice(), drawn.shows.as_str()), (picture().bytes.as_slice(), shows), "{form:?}");
        assert_eq!((drawn.alt.as_str(), drawn.note.contains(shows)), (shows, true), "{form:?}");
    }
}

#[test]
fn page_one_has_the_words_and_the_part_behind_it_the_picture() {
    let mut desk = Desk::new();
    put(&mut desk, "crisis.helps", "Sæt dig ned", &picture(), "Min lænestol");
    put(&mut desk, "crisis.helps", "", &picture(), "");
    let plan = document(&desk, Form::Plan);
    let front: Vec<_> = plan.front.panels.iter().flat_map(|panel| &panel.items).collect();
    let said: Vec<_> = front.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(said, ["Sæt dig ned", "(her ligger et billede i bogen)"], "a line is never empty there");
    assert!(front.iter().all(|item| item.pictures.is_empty()));
    let alone = items(&plan).into_iter().find(|item| item.text.is_empty()).expect("a picture without words");
    assert_eq!(alone.pictures[0].alt, "Et billede", "who does not see it is told that it is there");
}

#[test]
fn a_recording_is_told_in_words_and_so_is_a_picture_on_the_card() {
    let mut desk = Desk::new();
    put(&mut desk, "crisis.helps", "Syng", &recording(), "Min mors stemme");
    put(&mut desk, "crisis.helps", "Sæt dig ned", &picture(), "Min lænestol");
    let plan = document(&desk, Form::Plan);
    let sung = items(&plan).into_iter().find(|item| item.text.starts_with("Syng")).expect("the line");
    assert_eq!(sung.text, "Syng (her ligger en lydoptagelse i bogen: Min mors stemme)");
    assert!(sung.pictures.is_empty());
    let Print::Card(card) = print(&desk, Form::Card) else { panic!("not a card") };
    let back: Vec<_> = card.back[0].items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(back[1], "Sæt dig ned (her ligger et billede i bogen: Min lænestol)");
    assert!(card.back[0].items.iter().all(|item| item.pictures.is_empty()));
}

#[test]
fn a_private_line_takes_its_picture_with_it() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Bliv her");
    let line = put(&mut desk, "crisis.helps", "Sæt dig ned", &picture(), "Min lænestol");
    desk.change(Change::MarkLine { id: line, mark: Mark::Private, on: true });
    for form in [Form::Plan, Form::Book, Form::Supporter] {
        let document = document(&desk, form);
        assert!(items(&document).iter().all(|item| item.pictures.is_empty()), "{form:?}");
        assert!(!format!("{document:?}").contains("lænestol"), "{form:?}");
    }
}

#[test]
fn what_stands_in_a_frame_tells_of_its_picture_in_words() {
    let mut desk = Desk::new();
    put(&mut desk, "crisis.allergies", "penicillin", &picture(), "Armbåndet");
    let plan = document(&desk, Form::Plan);
    assert_eq!(plan.front.facts[0].value, "penicillin (her ligger et billede i bogen: Armbåndet)");
}

#[test]
fn a_line_that_is_only_a_picture_is_called_so_where_it_is_ticked_and_on_a_cover() {
    let mut desk = Desk::new();
    put(&mut desk, "crisis.helps", "", &picture(), "");
    let selection = Selection::everything(Form::Plan);
    let printed = printing::printed(desk.book(), &selection, false, &desk.texts, desk.book().world()).expect("a print");
    assert_eq!(printed.lines.len(), 1);
    assert_eq!(printed.lines[0].text, "Et billede");
}

#[test]
fn a_copy_with_pictures_is_fresh_until_one_of_them_is_another() {
    let mut desk = Desk::new();
    let line = put(&mut desk, "crisis.helps", "Sæt dig ned", &picture(), "Min lænestol");
    put(&mut desk, "crisis.helps", "", &recording(), "Min stemme");
    for reader in ["ward", "relative", "me", "card"] {
        give(&mut desk, reader, "", "");
    }
    assert!(copies(&desk).iter().all(|copy| copy.standing == Standing::Fresh));
    let pictures = desk.lines("crisis.helps").into_iter().find(|known| known.id == line).expect("the line").pictures;
    desk.change(Change::RemovePicture { id: pictures[0].id.clone() });
    let texts = Texts::new(Language::Da);
    desk.book.as_mut().expect("a book").add_picture(&line, "crisis.helps", &picture(), &texts).expect("room");
    let pictures = desk.lines("crisis.helps").into_iter().find(|known| known.id == line).expect("the line").pictures;
    desk.change(Change::DescribePicture { id: pictures[0].id.clone(), alt: "Min lænestol".into() });
    for copy in copies(&desk) {
        // On a card only its words stand, and those are the same.
        let expected = if copy.reader == "card" { Standing::Fresh } else { Standing::Old };
        assert_eq!(copy.standing, expected, "{}", copy.reader);
    }
}
