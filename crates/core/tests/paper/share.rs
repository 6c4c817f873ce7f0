//! Who gets what: readers, their ticks, and what never leaves the book. Not here: the copies they were given (`register.rs`).
use crate::builder::{Desk, id};
use crate::register::{copies, give, row};
use holdepunkt_core::change::{Change, Form, LinkKind, Mark, PersonFields, Place, Tick, Wanted};
use holdepunkt_core::document::Print;
use holdepunkt_core::error::Error;
use holdepunkt_core::printing::{self, Printed};
use holdepunkt_core::share::view::{ReaderView, Standing};
use holdepunkt_core::share::{self, Selection};
use holdepunkt_core::view::Kind;
use holdepunkt_core::workbook::workbook;
use holdepunkt_i18n::{Language, Texts};

pub fn selection(desk: &Desk, reader: &str) -> Selection {
    Selection::of(desk.book().connection(), reader, None).expect("a reader")
}

fn try_print(desk: &Desk, reader: &str) -> Result<Printed, Error> {
    printing::printed(desk.book(), &selection(desk, reader), true, &desk.texts, desk.book().world())
}

pub fn print(desk: &Desk, reader: &str) -> Printed {
    try_print(desk, reader).expect("a print")
}

fn everything(print: &Print) -> String {
    match print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => {
            serde_json::to_string(document)
        }
        Print::Card(card) => serde_json::to_string(card),
    }
    .expect("json")
}

fn on_paper(desk: &Desk, reader: &str) -> String {
    match try_print(desk, reader) {
        Ok(printed) => everything(&printed.print),
        Err(Error::NothingToPrint) => String::new(),
        Err(error) => panic!("{error}"),
    }
}

fn page(desk: &Desk, reader: &str) -> ReaderView {
    share::reader(desk.book(), reader, "", &desk.texts).expect("a reader")
}

pub fn tick(desk: &mut Desk, reader: &str, what: Tick, id: &str, on: bool) {
    desk.change(Change::TickForReader { reader: reader.into(), what, id: id.into(), on });
}

pub fn private(desk: &mut Desk, line: &str) {
    desk.change(Change::MarkLine { id: line.into(), mark: Mark::Private, on: true });
}

pub fn sisters() -> (Desk, String) {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned hos mig");
    let never = desk.line("crisis.never", "Tag ikke min telefon");
    (desk, never)
}

#[test]
fn every_known_reader_has_a_name_and_only_the_pages_there_are() {
    let sections: Vec<&str> = workbook().sections().map(|(.., section)| section.id.as_str()).collect();
    for language in Language::ALL {
        let texts = Texts::new(language);
        for known in share::known() {
            for key in [format!("reader-{}", known.id), format!("reader-{}-lead", known.id)] {
                assert!(texts.find(&key).is_some(), "{key} in {}", language.tag());
            }
            let first = known.first.keys().map(String::as_str);
            for shown in known.shows.iter().map(String::as_str).chain(first) {
                let chapter = workbook().chapter(shown).is_some() || ["*", "medicine"].contains(&shown);
                assert!(chapter || sections.contains(&shown), "{}: there is no {shown}", known.id);
            }
        }
    }
    assert!(share::readers_file("[[reader]]\nid = 1").is_err(), "a file can be wrong");
}

#[test]
fn a_private_line_is_in_no_print_for_anybody_and_not_on_the_page_where_one_ticks() {
    let mut desk = Desk::new();
    for (_, page, section) in workbook().sections() {
        let questions: Vec<&str> = section.questions.iter().map(|question| question.id.as_str()).collect();
        if matches!(section.kind, Kind::People | Kind::Derived) {
            continue;
        }
        for question in if questions.is_empty() { vec![""] } else { questions } {
            desk.answer(&section.id, question, &format!("åben {} {question}", page.id));
            // A text is one line: there a second one is the first written again.
            if matches!(section.kind, Kind::List | Kind::Choice) {
                let secret = desk.line(&section.id, "HEMMELIGT");
                private(&mut desk, &secret);
            }
        }
    }
    for known in share::known() {
        // Also with everything ticked that can be.
        for chapter in &workbook().chapters {
            tick(&mut desk, &known.id, Tick::Chapter, &chapter.id, true);
        }
        let all = on_paper(&desk, &known.id);
        assert!(all.contains("åben"), "{} has something on it", known.id);
        assert!(!all.contains("HEMMELIGT"), "{}", known.id);
        let told = serde_json::to_string(&page(&desk, &known.id)).expect("json");
        assert!(told.contains("åben") && !told.contains("HEMMELIGT"), "{}", known.id);
        let kept = print(&desk, &known.id).lines;
        assert!(kept.iter().all(|line| line.text != "HEMMELIGT"), "{}: nor is it in the register", known.id);
    }
}

#[test]
fn a_private_line_cannot_be_ticked() {
    let mut desk = Desk::new();
    let secret = desk.line("crisis.helps", "HEMMELIGT");
    private(&mut desk, &secret);
    let ticked = desk.try_change(Change::TickForReader {
        reader: "relative".into(),
        what: Tick::Line,
        id: secret.clone(),
        on: true,
    });
    assert!(matches!(ticked, Err(Error::NotHere(_))));
    // Ticked while it was open, private afterwards: private counts.
    let later = desk.line("crisis.helps", "SENERE");
    tick(&mut desk, "relative", Tick::Line, &later, true);
    private(&mut desk, &later);
    assert!(!on_paper(&desk, "relative").contains("SENERE"));
}

#[test]
fn the_job_centre_is_shown_nothing_of_a_crisis_by_itself() {
    let mut desk = Desk::new();
    for (chapter, page, section) in workbook().sections() {
        if section.questions.is_empty() && !matches!(section.kind, Kind::People | Kind::Derived) {
            desk.line(&section.id, &format!("{} {}", chapter.id, page.id));
        }
    }
    let fields =
        PersonFields { name: "Mette".into(), phone: "12 34".into(), wanted: Wanted::Yes, ..PersonFields::default() };
    let mette = id();
    desk.change(Change::AddPerson { id: mette.clone(), fields, place: Place::Last });
    let line = desk.line("well.keeps", "Jeg ringer til nogen");
    desk.link(&line, LinkKind::Person, &mette);
    let all = on_paper(&desk, "jobcentre");
    assert!(all.contains("well well.page"));
    for hidden in ["crisis", "breaking-down", "signs", "angry", "after", "Mette", "12 34"] {
        assert!(!all.contains(hidden), "the job centre sees {hidden}: {all}");
    }
}

#[test]
fn ticking_a_chapter_goes_for_all_of_it_and_a_line_for_itself() {
    let (mut desk, never) = sisters();
    desk.line("crisis.helps", "Lav te");
    assert!(on_paper(&desk, "relative").contains("Tag ikke min telefon"));
    tick(&mut desk, "relative", Tick::Line, &never, false);
    assert!(!on_paper(&desk, "relative").contains("Tag ikke min telefon"));
    tick(&mut desk, "relative", Tick::Section, "crisis.helps", false);
    assert!(matches!(try_print(&desk, "relative"), Err(Error::NothingToPrint)));
    tick(&mut desk, "relative", Tick::Chapter, "crisis", true);
    let all = on_paper(&desk, "relative");
    assert!(
        all.contains("Tag ikke min telefon") && all.contains("Lav te"),
        "the whole chapter, whatever was said below"
    );
    desk.undo();
    assert!(matches!(try_print(&desk, "relative"), Err(Error::NothingToPrint)), "one step back is one tick back");
    desk.change(Change::ResetReader { id: "relative".into() });
    assert!(on_paper(&desk, "relative").contains("Tag ikke min telefon"));
    assert!(!page(&desk, "relative").changed);
}

#[test]
fn a_line_written_later_follows_its_ticked_chapter() {
    let (mut desk, _) = sisters();
    desk.line("crisis.helps", "Skrevet senere");
    assert!(on_paper(&desk, "relative").contains("Skrevet senere"));
    tick(&mut desk, "ward", Tick::Section, "crisis.helps", false);
    desk.line("crisis.helps", "Endnu senere");
    assert!(!on_paper(&desk, "ward").contains("Endnu senere"));
}

#[test]
fn a_person_is_ticked_like_a_line_and_is_then_named_nowhere_else() {
    let (mut desk, _) = sisters();
    let person = |desk: &mut Desk, name: &str| {
        let fields = PersonFields {
            name: name.into(),
            phone: format!("tlf {name}"),
            wanted: Wanted::Yes,
            ..PersonFields::default()
        };
        let id = id();
        desk.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last });
        id
    };
    let (mette, jorgen) = (person(&mut desk, "Mette"), person(&mut desk, "Jørgen"));
    let line = desk.line("crisis.danger", "Ring til en");
    desk.link(&line, LinkKind::Person, &jorgen);
    assert!(on_paper(&desk, "relative").contains("tlf Jørgen"));
    tick(&mut desk, "relative", Tick::Line, &jorgen, false);
    let all = on_paper(&desk, "relative");
    assert!(all.contains("tlf Mette") && !all.contains("Jørgen"), "{all}");
    tick(&mut desk, "relative", Tick::Section, "crisis.people", false);
    assert!(!on_paper(&desk, "relative").contains("Mette"));
    assert!(mette != jorgen);
}

#[test]
fn an_own_reader_begins_with_the_ticks_of_another_and_can_be_taken_away() {
    let (mut desk, never) = sisters();
    tick(&mut desk, "relative", Tick::Line, &never, false);
    let own = id();
    desk.change(Change::AddReader { id: own.clone(), title: " Emil,  min søn ".into(), like: "relative".into() });
    assert_eq!(row(&desk, &own).title, "Emil, min søn");
    assert!(!on_paper(&desk, &own).contains("telefon"));
    tick(&mut desk, &own, Tick::Line, &never, true);
    assert!(on_paper(&desk, &own).contains("telefon") && !on_paper(&desk, "relative").contains("telefon"));
    desk.change(Change::ArrangeReader { id: own.clone(), form: Form::Plan, language: Language::En, large: true });
    let view = page(&desk, &own);
    assert_eq!((view.form, view.language, view.large), (Form::Plan, Language::En, true));
    let copy = give(&mut desk, &own, "Emil", "");
    desk.change(Change::RemoveReader { id: own.clone() });
    assert!(share::reader(desk.book(), &own, "", &desk.texts).is_err());
    desk.write(&never, "noget andet");
    let old = copies(&desk).into_iter().find(|known| known.id == copy).expect("the copy is still out there");
    assert_eq!((old.standing, old.news.len()), (Standing::Old, 1));
    assert!(desk.try_change(Change::RemoveReader { id: "ward".into() }).is_err(), "a known reader stays");
}

#[test]
fn only_my_own_paper_is_called_my_book() {
    let (mut desk, _) = sisters();
    let title = |desk: &Desk, reader: &str| share::paper_title(desk.book(), reader, &desk.texts).unwrap();
    for (reader, called) in [
        ("me", "Min bog"),
        ("residence", "Til bostedet"),
        ("jobcentre", "Til Jobcentret"),
        ("ward", "Til afdelingen"),
        ("relative", "Til en pårørende"),
        ("doctor", "Til lægen"),
    ] {
        assert_eq!(title(&desk, reader), called);
    }
    let own = id();
    desk.change(Change::AddReader { id: own.clone(), title: "Emil".into(), like: "residence".into() });
    assert_eq!(title(&desk, &own), "Til Emil");
    desk.change(Change::RenameReader { id: "residence".into(), title: "Lindehuset".into() });
    assert_eq!(title(&desk, "residence"), "Til Lindehuset");
}
