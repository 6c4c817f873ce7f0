//! What is told of a visit afterwards: in the record, in a text of one's own, over time, and when something is near.

use crate::builder::{Desk, id};
use crate::guest::{Visit, around, new_line, rewrite};
use crate::handed::answer;
use holdepunkt_core::change::{LinkKind, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{AgreementFields, Doer, Guest, Role, Series, VisitChange, VisitFields};

impl Desk {
    fn agree(&mut self, visit: &Visit, doer: Doer, text: &str, due: &str) {
        let fields = AgreementFields { doer, text: text.into(), due: due.into(), ..AgreementFields::default() };
        self.change(around(VisitChange::Agree { id: id(), visit: visit.id.clone(), fields }));
    }

    fn next(&mut self, visit: &Visit, day: &str, note: &str) {
        let fields = VisitFields { next_on: day.into(), next_note: note.into(), ..VisitFields::default() };
        self.change(around(VisitChange::Write { id: visit.id.clone(), fields }));
    }

    fn day(&self, days: i64) -> String {
        (self.book().world().now() + chrono::Duration::days(days)).format("%Y-%m-%d").to_string()
    }

    fn rate(&mut self, visit: &Visit, series: Series, question: &str, value: i32) {
        let (visit, question) = (visit.id.clone(), question.to_string());
        self.change(around(VisitChange::Answer { visit, series, question, value, text: String::new() }));
    }
}

#[test]
fn the_record_and_its_text_say_what_was_proposed_and_by_whom() {
    let mut desk = Desk::new();
    let (uro, larm) = (desk.line("signs.inner", "uro"), desk.line("signs.inner", "larm"));
    let tool = desk.line("toolbox.tools", "en varm dyne");
    let visit = desk.visit(&["signs", "toolbox", "crisis"]);
    desk.rate(&visit, Series::Support, "hope", 3);
    let place = Place::After(larm.clone());
    desk.proposed(&visit, Wish::Order { line: uro.clone(), place });
    let because = "så bliver alt sværere".to_string();
    desk.proposed(&visit, Wish::Rewrite { line: larm.clone(), text: "larm og lys".into(), because });
    desk.proposed(&visit, Wish::Link { link: id(), from: larm, to_kind: LinkKind::Tool, to: tool });
    let fields = PersonFields { name: "Ole".into(), phone: "11 22 33 44".into(), ..PersonFields::default() };
    desk.proposed(&visit, Wish::Person { person: id(), fields });
    assert!(matches!(desk.book().visit_as_text(&visit.id, &desk.texts), Err(Error::VisitGoesOn)));
    desk.end(&visit);
    let record = desk.book().visit_record(&visit.id, &desk.texts).unwrap();
    let said: Vec<&str> = record.proposals.iter().map(|one| one.text.as_str()).collect();
    assert!(said.contains(&"Flyt »uro«, så den står efter »larm«"), "{said:?}");
    assert!(said.contains(&"Vis »en varm dyne« ved »larm«") && said.contains(&"Ole · 11 22 33 44"), "{said:?}");
    let text = desk.book().visit_as_text(&visit.id, &desk.texts).unwrap();
    for words in [
        "Karen (medarbejder)",
        "at sove bedre",
        "larm og lys\nfordi så bliver alt sværere\nSådan ser det ud udefra",
        "Flyt »uro«, så den står efter »larm«",
        "Ole · 11 22 33 44",
        "En hel del",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains(&visit.id) && !text.contains("-1") && !text.contains('{'), "{text}");
}

#[test]
fn a_hand_over_can_be_kept_as_a_text() {
    let (mut desk, line, handed) = Desk::handed_over();
    let mut theirs = handed.opened();
    theirs.propose(rewrite(&line, "megen uro"));
    desk.take(&answer(&theirs)).unwrap();
    let text = desk.book().handover_as_text(&handed.id, &desk.texts).unwrap();
    assert!(text.contains("Til Karen (medarbejder)") && text.contains("at sove bedre"), "{text}");
    assert!(text.contains("megen uro") && text.contains("venter") && !text.contains(&handed.id), "{text}");
    assert!(matches!(desk.book().handover_as_text("x", &desk.texts), Err(Error::NotFound(_))));
}

#[test]
fn the_own_questions_stand_over_time_each_by_itself() {
    let mut desk = Desk::new();
    for (heard, on) in [(3, true), (8, true), (-1, false)] {
        let visit = desk.visit(&[]);
        desk.rate(&visit, Series::Visit, "heard", heard);
        assert!(matches!(desk.book().over_time(&desk.texts), Err(Error::VisitGoesOn)));
        desk.end(&visit);
        let own = desk.book().over_time(&desk.texts).unwrap().own;
        assert_eq!(own[0].answers.iter().any(|answer| answer.visit == visit.id), on, "not answered is not a nought");
        if !on {
            desk.rate(&visit, Series::Visit, "heard", 5);
        }
    }
    let own = desk.book().over_time(&desk.texts).unwrap().own;
    assert_eq!(own.len(), 1, "only what was answered");
    let values: Vec<i32> = own[0].answers.iter().map(|answer| answer.value).collect();
    assert_eq!(values, [3, 8, 5], "also what was answered alone, when the visit was over");
    assert_eq!(own[0].answers[0].people, ["Karen"]);
}

#[test]
fn the_next_visit_and_who_does_what_are_told_when_they_are_near_and_stand_in_the_calendar() {
    let mut desk = Desk::new();
    let visit = desk.visit(&[]);
    let (soon, later) = (desk.day(2), desk.day(20));
    desk.agree(&visit, Doer::You, "ringer til lægen", &later);
    desk.agree(&visit, Doer::Others, "henter nøglen", &later);
    desk.next(&visit, &soon, "Hos mig");
    assert!(desk.book().coming(&desk.texts).unwrap().is_empty(), "nobody else's to see");
    desk.end(&visit);
    let coming = desk.book().coming(&desk.texts).unwrap();
    let next = &coming[0];
    assert!(next.next_visit && next.near && next.fields.text == "Hos mig" && next.fields.due == soon);
    let mut who: Vec<&str> = coming[1..].iter().map(|one| one.who.as_str()).collect();
    who.sort_unstable();
    assert_eq!(who, ["Karen", "en anden"], "the one who was there is named");
    let calendar = desk.book().as_calendar(&desk.texts).unwrap().replace("\r\n ", "");
    let day = |day: &str| format!("DTSTART;VALUE=DATE:{}", day.replace('-', ""));
    assert!(calendar.contains(&day(&soon)) && calendar.contains(&day(&later)), "{calendar}");
    assert!(calendar.contains("SUMMARY:Besøg") && calendar.contains("SUMMARY:En aftale"));
    assert!(!calendar.contains("SUMMARY:ringer"), "what stands on the day is plain");
    desk.wait(3 * 24 * 3600);
    assert!(desk.book().coming(&desk.texts).unwrap().iter().all(|one| !one.next_visit), "and gone when it has been");
    assert!(!desk.book().as_calendar(&desk.texts).unwrap().contains("SUMMARY:Besøg"));
}

#[test]
fn somebody_may_come_later() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "uro");
    let visit = desk.visit(&["signs"]);
    let bo = Guest { id: id(), author: id(), name: "Bo".into(), role: Role::Relative };
    let join = |guest: &Guest| around(VisitChange::Join { id: visit.id.clone(), guest: guest.clone() });
    desk.pen(&visit.karen);
    assert!(matches!(desk.try_change(join(&bo)), Err(Error::NotYourPen)), "whom to let in is the citizen's");
    desk.pen("");
    desk.change(join(&bo));
    assert!(desk.try_change(join(&bo)).is_err(), "not twice");
    let now = desk.book().contents(&desk.texts).unwrap().visit.unwrap();
    assert_eq!(now.guests.iter().map(|guest| guest.called.as_str()).collect::<Vec<_>>(), ["Karen", "Bo"]);
    assert!(now.pen.is_empty());
    desk.pen(&bo.id);
    desk.propose(new_line("signs.inner", "søvn"));
    desk.pen("");
    assert_eq!(desk.inbox()[0].from, "Bo");
    desk.pause();
    desk.book.as_mut().unwrap().resume_visit(&visit.id).unwrap();
    desk.pen(&bo.id);
    desk.end(&visit);
    let cleo = Guest { id: id(), author: id(), name: "Cleo".into(), role: Role::Peer };
    assert!(desk.try_change(join(&cleo)).is_err(), "not when it is over");
}
