//! Whatever two people do in a visit in whatever order: the plan changes by the citizen's act alone, and all of it can be undone.

use crate::builder::{Desk, id};
use crate::guest::{Visit, around, new_line, rewrite};
use holdepunkt_core::change::{Change, Id, Mark, PersonFields, Place};
use holdepunkt_core::error::Error;
use holdepunkt_core::store::entry;
use holdepunkt_core::view::Perspective;
use holdepunkt_core::visit::proposal::Wish;
use holdepunkt_core::visit::{AgreementFields, Series, VisitChange, VisitFields, talk};
use proptest::prelude::*;
use proptest::sample::Index;

const SECTION: &str = "signs.inner";
/// A question has one answer, wherever it is given.
const QUESTION: (&str, &str) = ("crisis.validity", "review");

#[derive(Clone, Debug)]
struct Deed {
    kind: u8,
    pick: Index,
    text: String,
}

fn deed() -> impl Strategy<Value = Deed> {
    (0..23_u8, any::<Index>(), "[a-cæ]{1,4}").prop_map(|(kind, pick, text)| Deed { kind, pick, text })
}

/// The plan: everything but what stands around it.
fn plan(desk: &Desk) -> Vec<String> {
    let around = ["proposal ", "agreement ", "visit ", "visit_", "author ", "setting "];
    desk.everything().into_iter().filter(|row| !around.iter().any(|table| row.starts_with(table))).collect()
}

fn pick(from: &[Id], index: &Index) -> Id {
    from.get(index.index(from.len().max(1))).cloned().unwrap_or_else(id)
}

fn propose(wish: Wish) -> Change {
    around(VisitChange::Propose { id: id(), wish, perspective: Perspective::Third })
}

fn agreements(desk: &Desk, visit: &Visit) -> Vec<Id> {
    desk.book().agreements(&visit.id, &desk.texts).unwrap().into_iter().map(|agreed| agreed.id).collect()
}

/// What one of the two does; nothing for handing the pen and for undo, which have doors of their own.
fn change(desk: &Desk, visit: &Visit, deed: &Deed) -> Option<Change> {
    let lines: Vec<Id> = desk.lines(SECTION).into_iter().map(|line| line.id).collect();
    let waiting: Vec<Id> = desk.inbox().into_iter().map(|proposal| proposal.id).collect();
    let (line, one) = (pick(&lines, &deed.pick), pick(&waiting, &deed.pick));
    Some(match deed.kind {
        0 | 1 => propose(new_line(SECTION, &deed.text)),
        2 | 3 => propose(rewrite(&line, &deed.text)),
        4 => propose(Wish::Order { line, place: Place::First }),
        5 => Change::WriteLine { id: line, text: deed.text.clone() },
        6 => Change::RemoveLine { id: line },
        7 => around(VisitChange::Withdraw { id: one }),
        8 => around(VisitChange::Accept { id: one, own: None, anyway: false }),
        9 => around(VisitChange::Accept { id: one, own: None, anyway: true }),
        10 => around(VisitChange::Decline { id: one }),
        11 => around(VisitChange::AcceptAll { ids: waiting }),
        12 => around(VisitChange::Open { id: visit.id.clone(), chapters: vec!["signs".into(), "crisis".into()] }),
        16 => {
            let fields =
                AgreementFields { text: deed.text.clone(), due: "2026-12-01".into(), ..AgreementFields::default() };
            around(VisitChange::Agree { id: id(), visit: visit.id.clone(), fields })
        }
        17 => around(VisitChange::DropAgreement { id: pick(&agreements(desk, visit), &deed.pick) }),
        18 => {
            let series = [Series::Visit, Series::Support, Series::Reflection][deed.pick.index(3)];
            let question = talk::questions(series)[0].to_string();
            let (value, text) = (i32::try_from(deed.pick.index(5)).unwrap() - 1, deed.text.clone());
            around(VisitChange::Answer { visit: visit.id.clone(), series, question, value, text })
        }
        19 => {
            let keep_reflection = deed.pick.index(2) == 0;
            let fields = VisitFields { agreed: deed.text.clone(), keep_reflection, ..VisitFields::default() };
            around(VisitChange::Write { id: visit.id.clone(), fields })
        }
        20 => Change::MarkLine { id: line, mark: Mark::Private, on: deed.text.len() > 1 },
        21 => {
            let (section, prompt) = (QUESTION.0.to_string(), QUESTION.1.to_string());
            Change::AddLine { id: id(), section, prompt, text: deed.text.clone(), place: Place::Last }
        }
        22 => {
            let fields = PersonFields { name: deed.text.clone(), ..PersonFields::default() };
            Change::AddPerson { id: id(), fields, place: Place::Last }
        }
        _ => return None,
    })
}

/// The lines that are *kun mig*, also those nobody is shown just now.
fn private(desk: &Desk) -> Vec<Id> {
    let lines = entry::in_plan(desk.book().connection()).expect("lines").into_iter();
    lines.filter(|line| line.marks.0.contains(&Mark::Private)).map(|line| line.id).collect()
}

/// The lines that are on the screen while somebody looks on, and the answers there are to the one question.
fn on_screen(desk: &Desk) -> (Vec<Id>, usize) {
    let of = |section| desk.lines(section).into_iter().map(|line| line.id).collect::<Vec<_>>();
    (of(SECTION), of(QUESTION.0).len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_changes_by_the_citizens_act_alone_and_all_of_it_can_be_undone(
        deeds in prop::collection::vec(deed(), 1..40),
    ) {
        let mut desk = Desk::new();
        desk.line(SECTION, "uro");
        let visit = desk.visit(&["signs", "crisis"]);
        let at_first = desk.everything();
        for deed in &deeds {
            desk.wait(60);
            let guest = desk.book().visit_now().is_some_and(|now| now.pen.is_some());
            let (before, all) = (plan(&desk), desk.everything());
            let said = format!("{deed:?} by the {}", if guest { "guest" } else { "citizen" });
            match change(&desk, &visit, deed) {
                Some(change) => match desk.try_change(change) {
                    Ok(_) => {}
                    Err(Error::NotFound(_) | Error::NotHere(_) | Error::NotYourPen | Error::ChangedSince) => {
                        prop_assert_eq!(desk.everything(), all, "refused is untouched: {}", &said);
                    }
                    Err(error) => panic!("{said}: {error}"),
                },
                None if deed.kind == 13 => drop(desk.book.as_mut().unwrap().undo(&desk.texts)),
                None if deed.kind == 14 => drop(desk.book.as_mut().unwrap().redo(&desk.texts)),
                None => desk.pen(if guest { "" } else { &visit.karen }),
            }
            if guest {
                prop_assert_eq!(plan(&desk), before, "{}", &said);
            }
            let (seen, answers) = on_screen(&desk);
            prop_assert!(private(&desk).iter().all(|line| !seen.contains(line)), "a private line is shown: {}", &said);
            prop_assert!(answers <= 1, "two answers to one question: {}", said);
        }
        desk.pen("");
        let full = desk.everything();
        let mut steps = 0;
        while desk.book.as_mut().unwrap().undo(&desk.texts).is_ok() {
            steps += 1;
        }
        let settled = |rows: Vec<String>| rows.into_iter().filter(|row| !row.starts_with("setting ")).collect::<Vec<_>>();
        prop_assert_eq!(settled(desk.everything()), settled(at_first));
        for _ in 0..steps {
            desk.redo();
        }
        prop_assert_eq!(settled(desk.everything()), settled(full));
        desk.book().verify_chain().unwrap();
    }
}
