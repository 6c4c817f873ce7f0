//! *Mine ønsker på forhånd* on paper, alone.

use crate::builder::{Desk, crisis_plan};
use holdepunkt_core::change::{Change, Choice, Mark};
use holdepunkt_core::document::{Document, Print};
use holdepunkt_core::error::Error;
use holdepunkt_core::printing;

fn printed(desk: &Desk) -> Result<Document, Error> {
    match printing::advance(desk.book(), &desk.texts, desk.book().world())?.print {
        Print::Page(document) => Ok(document),
        other => panic!("{other:?}"),
    }
}

#[test]
fn it_stands_in_the_order_a_ward_needs_and_holds_what_other_pages_say() {
    let mut desk = Desk::new();
    desk.answer("crisis.front", "called", "Bent");
    desk.answer("crisis.ward", "first", "gå en tur med mig");
    desk.answer("crisis.consent", "whom", "Mette må få alt at vide");
    let medicine = desk.line("crisis.medicine", "den hvide");
    desk.change(Change::ChooseLine { id: medicine, choice: Choice::Not });
    desk.line("crisis.coercion", "spørg, før I rører ved mig");
    let document = printed(&desk).unwrap();
    let headings: Vec<_> = document.parts.iter().map(|part| part.heading.as_str()).collect();
    assert_eq!(headings, ["Det må personalet fortælle", "På afdelingen", "Medicin", "Hvis nogen vil bruge tvang"]);
    assert_eq!(document.parts[2].groups[0].items[0].label, "Nej", "a name without an answer could be read as a wish");
    assert_eq!(document.name, "Bent");
    let closing = document.closing.join(" ");
    assert!(
        closing.contains("§ 3")
            && closing.contains("ikke juridisk rådgivning")
            && closing.contains("behandlingstestamente")
    );
    assert_eq!(document.signatures.len(), 2);
}

#[test]
fn other_papers_stand_last_with_their_date_beside_the_line_that_they_are_something_else() {
    let mut desk = Desk::new();
    desk.answer("crisis.papers", "power", "12. juni 2025. Min søster ved, hvor den er.");
    desk.answer("crisis.papers", "testament", "3. maj 2024");
    desk.line("crisis.coercion", "spørg, før I rører ved mig");
    let document = printed(&desk).unwrap();
    let part = document.parts.last().unwrap();
    assert_eq!(part.heading, "Andre papirer, jeg har lavet");
    let lines: Vec<_> = part.groups[0].items.iter().map(|item| format!("{}: {}", item.label, item.text)).collect();
    assert_eq!(
        lines,
        ["Behandlingstestamente: 3. maj 2024", "Fremtidsfuldmagt: 12. juni 2025. Min søster ved, hvor den er."]
    );
    let closing = document.closing.join(" ");
    assert!(closing.contains("er noget andet") && closing.contains("ikke juridisk rådgivning"), "{closing}");
    let plan = crisis_plan(desk.book(), &desk.texts).unwrap();
    assert!(serde_json::to_string(&plan).unwrap().contains("3. maj 2024"));
    desk.undo();
    desk.undo();
    let lines = printed(&desk).unwrap().parts.last().unwrap().groups[0].items.len();
    assert_eq!(lines, 1, "it is undone like any answer");
}

#[test]
fn what_is_only_mine_of_other_papers_is_not_on_it() {
    let mut desk = Desk::new();
    desk.answer("crisis.ward", "day", "grød om morgenen");
    let secret = desk.answer("crisis.papers", "testament", "3. maj 2024");
    desk.change(Change::MarkLine { id: secret, mark: Mark::Private, on: true });
    assert!(!serde_json::to_string(&printed(&desk).unwrap()).unwrap().contains("3. maj 2024"));
}

#[test]
fn nothing_private_is_on_it_and_with_nothing_written_there_is_nothing_to_print() {
    let mut desk = Desk::new();
    desk.answer("crisis.front", "called", "Bent");
    assert!(matches!(printed(&desk), Err(Error::NothingToPrint)));
    let secret = desk.answer("crisis.consent", "whom", "hemmeligt");
    desk.change(Change::MarkLine { id: secret, mark: Mark::Private, on: true });
    assert!(matches!(printed(&desk), Err(Error::NothingToPrint)));
    desk.answer("crisis.ward", "day", "grød om morgenen");
    assert!(!serde_json::to_string(&printed(&desk).unwrap()).unwrap().contains("hemmeligt"));
}

#[test]
fn in_the_crisis_plan_what_other_parts_hold_is_not_said_twice() {
    let mut desk = Desk::new();
    desk.line("crisis.coercion", "spørg, før I rører ved mig");
    desk.answer("crisis.ward", "first", "gå en tur med mig");
    let plan = crisis_plan(desk.book(), &desk.texts).unwrap();
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(text.matches("spørg, før I rører ved mig").count(), 1);
    assert_eq!(text.matches("gå en tur med mig").count(), 1);
}
