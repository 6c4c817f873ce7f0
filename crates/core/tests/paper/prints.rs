//! What stands on the other prints: the sheet for the one who helps, the doctor's page, the card, the book, empty pages.
use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, Choice, Form, PersonFields, Place, Wanted};
use holdepunkt_core::document::{Card, Document, Print, Weight};
use holdepunkt_core::error::Error;
use holdepunkt_core::printing;
use holdepunkt_core::share::Selection;
use holdepunkt_core::workbook::workbook;

fn print(desk: &Desk, form: Form) -> Result<Print, Error> {
    let selection = Selection::everything(form);
    Ok(printing::printed(desk.book(), &selection, true, &desk.texts, desk.book().world())?.print)
}

fn document(desk: &Desk, form: Form) -> Document {
    match print(desk, form).expect("a print") {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => document,
        Print::Card(_) => panic!("a card is no document"),
    }
}

fn card(desk: &Desk) -> Card {
    match print(desk, Form::Card).expect("a card") {
        Print::Card(card) => card,
        _ => panic!("not a card"),
    }
}

fn person(desk: &mut Desk, name: &str, phone: &str, wanted: Wanted) {
    let fields = PersonFields { name: name.into(), phone: phone.into(), wanted, ..PersonFields::default() };
    desk.change(Change::AddPerson { id: id(), fields, place: Place::Last });
}

fn headings(document: &Document) -> Vec<&str> {
    document.parts.iter().map(|part| part.heading.as_str()).collect()
}

#[test]
fn an_empty_book_gives_none_of_the_prints() {
    let desk = Desk::new();
    for form in [Form::Plan, Form::Supporter, Form::Card, Form::Doctor, Form::Book] {
        assert!(matches!(print(&desk, form), Err(Error::NothingToPrint)), "{form:?}");
    }
}

#[test]
fn the_supporters_sheet_is_steps_from_the_top_and_danger_comes_first() {
    let mut desk = Desk::new();
    for (section, text) in [
        ("crisis.over", "Jeg spørger efter avisen"),
        ("crisis.never", "Tag ikke min telefon"),
        ("crisis.helps", "Sæt dig ned"),
        ("crisis.signs", "Jeg svarer ikke"),
        ("crisis.danger", "Gå ikke fra mig"),
        ("breaking-down.others", "Handl ind"),
        ("crisis.disagree", "Mette bestemmer"),
    ] {
        desk.line(section, text);
    }
    desk.answer("crisis.life", "pets", "Naboen tager katten");
    person(&mut desk, "Mette", "12 34", Wanted::Yes);
    person(&mut desk, "Inger", "56 78", Wanted::No);
    let sheet = document(&desk, Form::Supporter);
    assert!(matches!(print(&desk, Form::Supporter), Ok(Print::Steps(_))));
    assert_eq!(sheet.front.facts[0].weight, Weight::Alert);
    assert_eq!(sheet.front.facts[0].label, "Er der fare for liv?");
    assert_eq!(sheet.front.facts[0].value, "Ring 112 med det samme.\nGå ikke fra mig");
    assert_eq!(
        headings(&sheet),
        [
            "Gør det her",
            "Lad være med det her",
            "Ring til en, der kender mig",
            "Det kan du se på mig",
            "Det må du og andre gerne gøre",
            "Det skal nogen tage sig af imens",
            "Så tager jeg selv over igen"
        ]
    );
    assert_eq!(sheet.parts.iter().filter(|part| part.later).count(), 4, "what can wait is smaller");
    let call = &sheet.parts[2];
    assert_eq!((call.groups[0].items[0].text.as_str(), call.groups[0].items[0].phone.as_str()), ("Mette", "12 34"));
    assert_eq!(call.groups[1].items[0].text, "Ring ikke til: Inger");
    assert!(!serde_json::to_string(&sheet).expect("json").contains("56 78"), "nobody rings her by mistake");
    assert_eq!(sheet.parts[5].groups[0].items[0].label, "Dyr");
}

#[test]
fn whom_to_call_is_said_of_as_many_as_there_are() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned");
    person(&mut desk, "Inger", "56 78", Wanted::No);
    assert_eq!(document(&desk, Form::Supporter).parts[1].lead, "", "nobody to call");
    person(&mut desk, "Mette", "12 34", Wanted::Yes);
    assert!(document(&desk, Form::Supporter).parts[1].lead.starts_with("Får du ikke svar, så ring til lægevagten"));
    person(&mut desk, "Ole", "90 12", Wanted::Yes);
    assert!(document(&desk, Form::Supporter).parts[1].lead.starts_with("Begynd med den øverste."));
}

#[test]
fn the_doctors_page_has_what_can_do_harm_first_and_room_for_questions_last() {
    let mut desk = Desk::new();
    desk.line("crisis.allergies", "penicillin");
    desk.answer("crisis.front", "birth", "3. maj 1971");
    for (text, choice) in [("Nej tak", Choice::Not), ("Helst denne", Choice::Preferred), ("Måske", Choice::Unset)] {
        let line = desk.line("crisis.medicine", text);
        desk.change(Change::ChooseLine { id: line, choice });
    }
    desk.line("crisis.helps", "ikke lægens bord");
    let page = document(&desk, Form::Doctor);
    assert_eq!((page.front.facts[0].value.as_str(), page.front.facts[0].weight), ("penicillin", Weight::Alert));
    let groups: Vec<_> =
        page.parts[0].groups.iter().map(|group| (group.heading.as_str(), group.items[0].text.as_str())).collect();
    assert_eq!(groups, [("Helst", "Helst denne"), ("Nej", "Nej tak"), ("", "Måske")]);
    let last = page.parts.last().expect("a part");
    assert_eq!((last.heading.as_str(), last.groups[0].items[0].ruled), ("Det vil jeg spørge om", 4));
    assert!(!serde_json::to_string(&page).expect("json").contains("bord"));
}

#[test]
fn the_card_says_the_same_to_a_person_and_to_a_telephone() {
    let mut desk = Desk::new();
    desk.answer("crisis.front", "called", "Karen");
    desk.line("crisis.helps", "Tal roligt");
    desk.line("crisis.never", "Råb ikke");
    desk.line("crisis.allergies", "penicillin");
    person(&mut desk, "Mette", "12 34", Wanted::Yes);
    person(&mut desk, "Inger", "56 78", Wanted::No);
    let card = card(&desk);
    assert_eq!((card.name.as_str(), card.alert[0].value.as_str()), ("Karen", "penicillin"));
    assert_eq!((card.front.len(), card.back.len()), (1, 2));
    assert_eq!(card.front[0].items.len(), 1, "nobody rings Inger by mistake");
    let (side, cell, margin) = (card.squares.len(), 4, 16);
    let size = side * cell + 2 * margin;
    let dark = |x: usize, y: usize| {
        let at = |place: usize| place.checked_sub(margin).map(|place| place / cell).filter(|at| *at < side);
        at(x).zip(at(y)).is_some_and(|(x, y)| card.squares[y].as_bytes()[x] == b'1')
    };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| if dark(x, y) { 0 } else { 255 });
    let (_, text) = seen.detect_grids().first().expect("squares are found").decode().expect("they can be read");
    for said in ["Karen", "Allergi: penicillin", "Mette 12 34", "Tal roligt", "Råb ikke"] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn the_whole_book_has_its_chapters_in_order_and_a_list_of_them() {
    let mut desk = Desk::new();
    let mut written = Vec::new();
    for (_, _, section) in workbook().sections() {
        let questions: Vec<&str> = section.questions.iter().map(|question| question.id.as_str()).collect();
        if matches!(section.kind, holdepunkt_core::view::Kind::People | holdepunkt_core::view::Kind::Derived) {
            continue;
        }
        for question in if questions.is_empty() { vec![""] } else { questions } {
            let text = format!("{} {question};", section.id);
            desk.answer(&section.id, question, &text);
            written.push(text);
        }
    }
    person(&mut desk, "Mette", "12 34", Wanted::Yes);
    let book = document(&desk, Form::Book);
    let all = serde_json::to_string(&book).expect("json");
    for text in written.iter().map(String::as_str).chain(["Mette", "12 34"]) {
        assert!(all.contains(text), "{text} is written and must be on paper");
    }
    let chapters: Vec<&str> =
        book.parts.iter().map(|part| part.chapter.as_str()).filter(|title| !title.is_empty()).collect();
    let titles: Vec<String> = desk.book().contents(&desk.texts).expect("contents").groups[0]
        .chapters
        .iter()
        .map(|chapter| chapter.title.clone())
        .collect();
    assert_eq!(chapters, titles);
    assert_eq!(book.contents, "Indhold");
}

#[test]
fn empty_pages_are_called_what_the_pages_on_the_screen_are_called() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "Det, jeg skrev, står ikke på en tom side");
    desk.change(Change::RenameChapter { id: "signs".into(), title: "Mine små tegn".into() });
    let chapters = ["triggers", "signs", "crisis"].map(String::from);
    let print = printing::blank_pages(desk.book(), &chapters, &desk.texts, desk.book().world()).expect("pages");
    let Print::Book(pages) = print else { panic!("a book") };
    assert_eq!(pages.parts[1].chapter, "Mine små tegn");
    for page in &workbook().chapter("crisis").expect("a chapter").pages {
        let title = desk.book().page(&page.id, &desk.texts).expect("a page").title;
        assert!(pages.parts.iter().any(|part| part.heading == title || part.chapter == title), "{title}");
    }
    let items = pages.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.items);
    let lists = |page: &str| -> Vec<usize> {
        let title = desk.book().page(page, &desk.texts).expect("a page").title;
        let part = pages.parts.iter().find(|part| part.heading == title || part.chapter == title).expect("a page");
        part.groups.iter().map(|group| group.items.len()).collect()
    };
    assert_eq!(lists("triggers.page"), [6; 3], "three lists on one sheet");
    assert_eq!(lists("signs.page"), [7; 4], "four need two anyway, and there is room");
    assert!(items.clone().count() > 40 && items.clone().all(|item| item.ruled > 0 && item.text.is_empty()));
    assert!(!serde_json::to_string(&pages).expect("json").contains("tom side"));
    let none = printing::blank_pages(desk.book(), &["shares".to_string()], &desk.texts, desk.book().world());
    assert!(matches!(none, Err(Error::NothingToPrint)));
}
