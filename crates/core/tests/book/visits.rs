//! A visit: what is open in it and what is not, who may begin and end it, and what is left of it.

use crate::builder::{Desk, id, on_paper};
use crate::guest::{around, new_line};
use holdepunkt_core::change::Change;
use holdepunkt_core::error::Error;
use holdepunkt_core::visit::record::VisitStage;
use holdepunkt_core::visit::{AgreementFields, Doer, Series, VisitChange, VisitFields};

/// Everything the book tells anybody, in one text; what is refused tells nothing.
fn told(desk: &Desk) -> String {
    let (book, texts) = (desk.book(), &desk.texts);
    let contents = book.contents(texts).unwrap();
    let mut told = format!("{contents:?}");
    let pages: Vec<String> = holdepunkt_core::workbook::workbook()
        .chapters
        .iter()
        .flat_map(|chapter| chapter.pages.iter().map(|page| page.id.clone()))
        .collect();
    for page in &pages {
        told += &format!(
            "{:?}{:?}{:?}",
            book.page(page, texts),
            book.sections(page, texts),
            book.visit_page(page, u32::MAX, texts)
        );
    }
    for (_, _, section) in holdepunkt_core::workbook::workbook().sections() {
        told += &format!("{:?}{:?}", book.lines(&section.id), book.answers(&section.id));
    }
    for chapter in &holdepunkt_core::workbook::workbook().chapters {
        told += &format!("{:?}", book.history_of_chapter(&chapter.id, texts));
    }
    told +=
        &format!("{:?}{:?}{:?}{:?}", book.people(), book.trash(texts), book.inbox(u32::MAX, texts), book.visits(texts));
    told += &format!("{:?}{:?}", book.aims(texts), book.review("", texts));
    told += &format!("{:?}", holdepunkt_core::help::view(Some(book), "", texts, book.world()));
    told += &on_paper(book, texts);
    told
}

#[test]
fn what_is_shut_or_private_is_told_to_nobody_while_a_visit_goes_on() {
    let mut desk = Desk::new();
    let secrets = desk.something_everywhere();
    let before = told(&desk);
    for secret in &secrets {
        assert!(before.contains(secret), "{secret} would not be found if it were told");
    }
    let visit = desk.visit(&["signs"]);
    for pen in [String::new(), visit.karen.clone()] {
        desk.pen(&pen);
        let shown = told(&desk);
        for secret in &secrets {
            assert!(!shown.contains(secret), "{secret}");
        }
        assert!(shown.contains("åben-linje") && shown.contains("nyt-ord"));
    }
    desk.restart();
    assert!(secrets.iter().all(|secret| !told(&desk).contains(secret)), "a crash does not open the book");
    desk.pause();
    let after = told(&desk);
    assert!(secrets.iter().all(|secret| after.contains(secret)), "and pausing brings everything back");
}

#[test]
fn ending_a_visit_brings_everything_back() {
    let mut desk = Desk::new();
    let secrets = desk.something_everywhere();
    let visit = desk.visit(&[]);
    assert!(!told(&desk).contains("åben-linje"), "a visit with nothing open is a talk");
    desk.end(&visit);
    let after = told(&desk);
    assert!(secrets.iter().all(|secret| after.contains(secret)));
}

#[test]
fn the_diary_and_chapters_that_are_not_there_are_never_opened() {
    let mut desk = Desk::new();
    desk.chapters_of_later_versions();
    for chapter in ["diary", "visits", "shares", "nothing"] {
        let start =
            VisitChange::Start { id: id(), guests: Vec::new(), chapters: vec![chapter.into()], agenda: String::new() };
        assert!(matches!(desk.try_change(around(start)), Err(Error::NotFound(_))), "{chapter}");
    }
    assert!(desk.book().visit_now().is_none());
}

#[test]
fn a_chapter_can_be_opened_and_shut_again_on_the_way_and_the_record_knows() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg synger");
    let visit = desk.visit(&["well"]);
    assert!(told(&desk).contains("jeg synger"));
    desk.change(around(VisitChange::Open { id: visit.id.clone(), chapters: vec!["signs".into()] }));
    assert!(!told(&desk).contains("jeg synger"));
    desk.undo();
    assert!(told(&desk).contains("jeg synger"));
    desk.redo();
    desk.end(&visit);
    let seen = &desk.book().visits(&desk.texts).unwrap().visits[0];
    assert_eq!(seen.chapters.len(), 2, "what was seen was seen");
    assert_eq!(seen.people, ["Karen"]);
}

#[test]
fn a_chapter_made_during_a_visit_is_seen_by_those_who_are_there() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    let own = id();
    desk.change(Change::AddChapter { id: own.clone(), title: "Søvn".into() });
    assert!(desk.book().page(&format!("{own}.page"), &desk.texts).is_ok());
    desk.undo();
    assert!(desk.book().page(&format!("{own}.page"), &desk.texts).is_err());
    desk.end(&visit);
}

#[test]
fn undo_ends_where_the_visit_began() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg synger");
    let visit = desk.visit(&["signs"]);
    assert!(desk.book().contents(&desk.texts).unwrap().undo.is_none());
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::NothingToUndo)));
    desk.line("signs.inner", "uro");
    desk.undo();
    assert!(matches!(desk.book.as_mut().unwrap().undo(&desk.texts), Err(Error::NothingToUndo)));
    desk.end(&visit);
    let empty = 3;
    for _ in 0..empty {
        desk.undo();
    }
    assert!(desk.texts_of("well.like").is_empty(), "alone again, all of it can be undone, the visit too");
    assert!(desk.book().visits(&desk.texts).unwrap().visits.is_empty());
}

#[test]
fn only_the_citizens_pen_pauses_and_ends_a_visit() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    assert!(matches!(desk.book.as_mut().unwrap().pause_visit(), Err(Error::NotYourPen)));
    assert!(matches!(desk.try_change(around(VisitChange::End { id: visit.id.clone() })), Err(Error::NotYourPen)));
    assert!(desk.book.as_mut().unwrap().hold_pen(&id()).is_err(), "nobody holds it who is not there");
    desk.pen("");
    desk.end(&visit);
    assert!(desk.book.as_mut().unwrap().resume_visit(&visit.id).is_err(), "what has ended has ended");
}

#[test]
fn a_visit_cut_short_goes_on_with_the_same_pen_and_nothing_lost() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    desk.propose(new_line("signs.inner", "uro"));
    desk.restart();
    let now = desk.book().visit_view(&desk.texts).unwrap().unwrap();
    assert_eq!((now.pen.as_str(), now.pen_name.as_str()), (visit.karen.as_str(), "Karen"));
    assert_eq!((now.agenda.as_str(), desk.inbox().len()), ("at sove bedre", 1));
    desk.pause();
    assert_eq!(desk.book().visits(&desk.texts).unwrap().visits[0].stage, VisitStage::Waits);
    desk.restart();
    assert!(desk.book().visit_now().is_none());
    desk.book.as_mut().unwrap().resume_visit(&visit.id).unwrap();
    let now = desk.book().visit_view(&desk.texts).unwrap().unwrap();
    assert_eq!((now.pen.as_str(), now.chapters.len(), desk.inbox().len()), ("", 1, 1));
}

#[test]
fn what_was_agreed_is_kept_with_who_does_it_and_by_when() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let (mine, hers) = (id(), id());
    let fields = |doer, text: &str, due: &str| AgreementFields {
        doer,
        text: text.into(),
        due: due.into(),
        ..AgreementFields::default()
    };
    let agree = |id: &str, fields| around(VisitChange::Agree { id: id.into(), visit: visit.id.clone(), fields });
    desk.change(agree(&hers, fields(Doer::You, "finder et nummer", "2026-12-01")));
    desk.pen("");
    desk.change(agree(&mine, fields(Doer::Me, "ringer til Mette", "på fredag")));
    desk.pen(&visit.karen);
    assert!(matches!(desk.try_change(agree(&mine, fields(Doer::Me, "noget andet", ""))), Err(Error::NotYourPen)));
    desk.pen("");
    let agreed = desk.book().agreements(&visit.id, &desk.texts).unwrap();
    assert_eq!((agreed[0].author.as_str(), agreed[0].due_words.as_str()), ("Karen", "1. december 2026"));
    assert_eq!((agreed[1].author.as_str(), agreed[1].fields.due.as_str()), ("", ""), "what is no day is left out");
    desk.change(around(VisitChange::DropAgreement { id: hers }));
    assert_eq!(desk.book().agreements(&visit.id, &desk.texts).unwrap().len(), 1);
}

#[test]
fn the_staffs_own_answers_are_kept_only_if_the_citizen_wants() {
    let mut desk = Desk::new();
    let visit = desk.visit(&["signs"]);
    let answer = |series, question: &str, value, text: &str| {
        let (visit, question, text) = (visit.id.clone(), question.into(), text.into());
        around(VisitChange::Answer { visit, series, question, value, text })
    };
    let keep = |on| {
        let fields = VisitFields { keep_reflection: on, ..VisitFields::default() };
        around(VisitChange::Write { id: visit.id.clone(), fields })
    };
    assert!(desk.try_change(answer(Series::Reflection, "listened", -1, "ja")).is_err());
    desk.change(keep(true));
    desk.pen(&visit.karen);
    desk.change(answer(Series::Reflection, "listened", -1, "ja"));
    assert!(matches!(desk.try_change(answer(Series::Visit, "heard", 9, "")), Err(Error::NotYourPen)));
    desk.pen("");
    assert_eq!(desk.book().visit_record(&visit.id, &desk.texts).unwrap().reflection[0].text, "ja");
    desk.change(keep(false));
    assert_eq!(desk.book().visit_record(&visit.id, &desk.texts).unwrap().reflection[0].text, "");
}

#[test]
fn the_five_answers_are_shown_over_time_and_never_judged() {
    let mut desk = Desk::new();
    for (values, shown) in [([4, 4, 4, 4, 4], true), ([1, 2, 3, 4, 0], true), ([4, 4, 4, 4, -1], false)] {
        let visit = desk.visit(&[]);
        for (question, value) in ["others", "hope", "self", "matters", "control"].iter().zip(values) {
            let (visit, question) = (visit.id.clone(), question.to_string());
            let series = Series::Support;
            desk.change(around(VisitChange::Answer { visit, series, question, value, text: String::new() }));
        }
        assert!(matches!(desk.book().support(&desk.texts), Err(Error::VisitGoesOn)));
        desk.end(&visit);
        let points = desk.book().support(&desk.texts).unwrap();
        assert_eq!(points.iter().any(|point| point.visit == visit.id), shown);
    }
    let values: Vec<u32> = desk.book().support(&desk.texts).unwrap().iter().map(|point| point.value).collect();
    assert_eq!(values, [100, 50]);
    let visit = desk.visit(&[]);
    let answer = |value| {
        let (visit, question) = (visit.id.clone(), "hope".to_string());
        around(VisitChange::Answer { visit, series: Series::Support, question, value, text: String::new() })
    };
    assert!(desk.try_change(answer(5)).is_err());
}

#[test]
fn a_guest_sees_no_other_visit() {
    let mut desk = Desk::new();
    let first = desk.visit_of("Peter", &["signs"]);
    desk.end(&first);
    let second = desk.visit(&["signs"]);
    let visits = desk.book().visits(&desk.texts).unwrap();
    assert_eq!((visits.visits.len(), visits.known.len()), (1, 0));
    assert!(desk.book().visit_record(&first.id, &desk.texts).is_err());
    assert!(
        desk.try_change(around(VisitChange::Start {
            id: id(),
            guests: Vec::new(),
            chapters: Vec::new(),
            agenda: String::new(),
        }))
        .is_err()
    );
    desk.end(&second);
    let visits = desk.book().visits(&desk.texts).unwrap();
    assert_eq!((visits.visits.len(), visits.known.len()), (2, 2), "who has been here is offered next time");
}

#[test]
fn a_hard_moment_in_a_visit_shows_what_is_open() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "åbent tegn");
    desk.line("toolbox.tools", "lukket redskab");
    let visit = desk.visit(&["signs"]);
    desk.pen(&visit.karen);
    let help = holdepunkt_core::help::view(Some(desk.book()), "", &desk.texts, desk.book().world());
    assert_eq!(help.signs, ["åbent tegn"]);
    let door = help.doors.iter().find(|door| door.id == "signs").expect("the doors are there");
    assert_eq!(door.signs, ["åbent tegn"]);
    assert!(help.tools.is_empty());
}
