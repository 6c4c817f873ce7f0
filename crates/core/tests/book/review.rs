//! *Passer det stadig?*: a day that comes quietly, pages, and numbers that are tried.

use crate::builder::Desk;
use holdepunkt_core::book::ReviewView;
use holdepunkt_core::change::{Answer, Change, Choice, NumberOf, PersonFields, Place, Wanted};
use holdepunkt_core::error::Error;

fn review(desk: &Desk) -> ReviewView {
    desk.book().review("", &desk.texts).unwrap()
}

fn set(day: &str, off: bool) -> Change {
    Change::SetReview { day: day.into(), off }
}

fn answer(page: &str, answer: Answer) -> Change {
    Change::AnswerReview { page: page.into(), answer }
}

fn mette(phone: &str) -> PersonFields {
    PersonFields { name: "Mette".into(), phone: phone.into(), wanted: Wanted::Yes, ..PersonFields::default() }
}

#[test]
fn it_is_asked_from_the_day_i_chose_and_never_before_and_never_when_it_is_off() {
    let mut desk = Desk::new();
    let due = |desk: &Desk| desk.book().review_is_due().unwrap();
    assert!(!due(&desk), "nobody is asked who did not choose a day");
    desk.change(set("2026-11-23", false));
    assert!(!due(&desk));
    desk.wait(24 * 3600);
    assert!(due(&desk));
    desk.change(set("2026-11-23", true));
    assert!(!due(&desk) && review(&desk).off);
    desk.undo();
    assert!(due(&desk));
    assert!(matches!(desk.try_change(set("i morgen", false)), Err(Error::NotHere(_))));
}

#[test]
fn any_day_to_come_can_be_chosen_and_one_that_has_been_is_refused_and_changes_nothing() {
    let mut desk = Desk::new();
    desk.change(set("2027-03-09", false));
    let refused = desk.try_change(set("2026-11-21", false));
    assert!(matches!(refused, Err(Error::DayHasBeen)));
    assert_eq!(review(&desk).day_words, "9. marts 2027");
    assert!(desk.try_change(set("2026-11-22", false)).is_ok(), "today is a day like any other");
    desk.wait(3 * 24 * 3600);
    assert!(desk.try_change(set("2026-11-22", true)).is_ok(), "the day that came is not chosen anew by being put off");
}

#[test]
fn the_day_stands_on_the_front_of_the_plan_and_goes_with_undo() {
    let mut desk = Desk::new();
    let front = |desk: &Desk| desk.book().page("crisis.front", &desk.texts).unwrap().review;
    assert_eq!(front(&desk), "");
    let changed = desk.try_change(set("2027-03-09", false)).unwrap();
    assert_eq!(front(&desk), "9. marts 2027");
    assert!(changed.stale.iter().any(|page| page == "crisis.front"), "the page one came from is read again");
    assert_eq!(desk.book().page("crisis.me", &desk.texts).unwrap().review, "");
    desk.change(set("2027-03-09", true));
    assert_eq!(front(&desk), "", "nothing is asked");
    desk.undo();
    desk.undo();
    assert_eq!(front(&desk), "");
}

#[test]
fn a_day_that_is_written_is_told_where_one_chooses_and_so_is_that_it_is_written() {
    let mut desk = Desk::new();
    desk.answer("crisis.validity", "review", "1. maj 2027");
    assert_eq!((review(&desk).day_words.as_str(), review(&desk).written), ("1. maj 2027", true));
    desk.change(set("2027-03-09", false));
    assert_eq!((review(&desk).day_words.as_str(), review(&desk).written), ("9. marts 2027", false));
}

#[test]
fn the_page_looked_at_longest_ago_comes_first_and_an_empty_one_never() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg synger");
    desk.line("signs.inner", "uro");
    desk.line("triggers.what", " ");
    let ids = |desk: &Desk| -> Vec<String> { review(desk).pages.into_iter().map(|page| page.id).collect() };
    assert_eq!(ids(&desk), ["well.page", "signs.page"]);
    desk.change(answer("well.page", Answer::Yes));
    assert_eq!(ids(&desk), ["signs.page", "well.page"]);
    assert_eq!(review(&desk).pages[1].last, "22. november 2026");
    assert_eq!(review(&desk).pages[0].parts[0].lines[0].text, "uro");
}

/// Every line of a page as it is read: heading, label, words, reason, number.
fn read(desk: &Desk, page: &str) -> Vec<String> {
    let page = review(desk).pages.into_iter().find(|each| each.id == page).unwrap();
    let lines = page.parts.into_iter().flat_map(|part| {
        part.lines
            .into_iter()
            .map(move |line| [part.title.clone(), line.label, line.text, line.because, line.phone].join("|"))
    });
    lines.collect()
}

#[test]
fn what_was_wished_is_read_together_with_what_it_is_about() {
    let mut desk = Desk::new();
    let medicine = desk.line("crisis.medicine", "Sovemedicin");
    desk.change(Change::ChooseLine { id: medicine.clone(), choice: Choice::Not });
    desk.change(Change::WriteBecause { id: medicine, because: "jeg bliver tung".into() });
    let good = desk.line("crisis.medicine", "Te");
    desk.change(Change::ChooseLine { id: good, choice: Choice::Preferred });
    let read = read(&desk, "crisis.medicine");
    assert!(read[0].ends_with("|Helst|Te||"), "{read:?}");
    assert!(read[1].ends_with("|Nej|Sovemedicin|fordi jeg bliver tung|"), "{read:?}");
}

#[test]
fn an_answer_is_read_under_its_question_and_in_the_order_they_are_asked() {
    let mut desk = Desk::new();
    desk.answer("crisis.consent", "not", "Min chef");
    desk.answer("crisis.consent", "whom", "Mette");
    let read = read(&desk, "crisis.advance");
    assert!(read[0].ends_with("|Hvem må vide hvad|Mette||"), "{read:?}");
    assert!(read[1].ends_with("|Hvem må intet vide|Min chef||"), "{read:?}");
}

#[test]
fn people_are_read_with_their_number_and_whether_i_want_them() {
    let mut desk = Desk::new();
    desk.change(Change::AddPerson { id: crate::builder::id(), fields: mette("20 00 00 00"), place: Place::Last });
    let inger = PersonFields {
        name: "Inger".into(),
        wanted: Wanted::No,
        why: "vi bliver uvenner".into(),
        ..PersonFields::default()
    };
    desk.change(Change::AddPerson { id: crate::builder::id(), fields: inger, place: Place::First });
    assert_eq!(
        read(&desk, "crisis.supporters"),
        ["Dem vil jeg gerne have med||Mette||20 00 00 00", "Dem vil jeg ikke have med||Inger|fordi vi bliver uvenner|",]
    );
}

#[test]
fn a_skipped_page_is_asked_about_as_before() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg synger");
    let revision = desk.book().revision();
    desk.change(answer("well.page", Answer::Later));
    assert_eq!(desk.book().revision(), revision, "nothing is kept of it");
    assert!(review(&desk).pages[0].last.is_empty());
    assert!(matches!(desk.try_change(answer("nowhere.page", Answer::Yes)), Err(Error::NotFound(_))));
}

#[test]
fn a_number_that_does_not_work_is_remembered_until_it_is_written_anew() {
    let mut desk = Desk::new();
    let id = crate::builder::id();
    desk.change(Change::AddPerson { id: id.clone(), fields: mette("20 00 00 00"), place: Place::Last });
    desk.change(Change::TryNumber { of: NumberOf::Person, id: id.clone(), answer: Answer::No });
    let number = review(&desk).numbers.remove(0);
    assert_eq!((number.name.as_str(), number.answer), ("Mette", Some(Answer::No)));
    desk.wait(60);
    desk.change(Change::WritePerson {
        id: id.clone(),
        fields: PersonFields { why: "hun er rolig".into(), ..mette("20 00 00 00") },
    });
    assert_eq!(review(&desk).numbers[0].answer, Some(Answer::No), "it is the number that counts");
    desk.wait(60);
    desk.change(Change::WritePerson { id, fields: mette("30 00 00 00") });
    assert_eq!(review(&desk).numbers[0].answer, None);
}

#[test]
fn neither_112_nor_numbers_of_other_regions_nor_people_i_do_not_want_are_tried() {
    let mut desk = Desk::new();
    let fields = PersonFields { wanted: Wanted::No, ..mette("20 00 00 00") };
    desk.change(Change::AddPerson { id: crate::builder::id(), fields, place: Place::Last });
    let of = |region| -> Vec<String> {
        desk.book().review(region, &desk.texts).unwrap().numbers.into_iter().map(|number| number.id).collect()
    };
    assert!(!of("").iter().any(|id| ["112", "1813", "1818"].contains(&id.as_str())));
    assert!(of("sjaelland").contains(&"1818".to_string()));
    assert!(of("").contains(&"livslinien".to_string()));
    assert!(review(&desk).numbers.iter().all(|number| number.of == NumberOf::Line));
}
