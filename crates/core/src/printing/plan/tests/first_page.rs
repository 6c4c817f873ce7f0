//! Page 1: what a night nurse needs in one minute, and in which order.

use super::builder::{answer, danish, line, panel, plan};
use crate::change::{Choice, Wanted};
use crate::document::{Tone, Weight};
use crate::printing::front;
use crate::view::Line;
use crate::workbook::workbook;

#[test]
fn the_first_page_says_allergies_first_then_who_to_call_what_helps_what_nobody_should_do_and_medicine() {
    let document = plan()
        .with("crisis.allergies", line("penicillin"))
        .with("crisis.allergies", Line { because: "det klør".into(), ..line("plaster") })
        .with("crisis.medicine", Line { choice: Choice::Not, ..line("A") })
        .with("crisis.medicine", Line { choice: Choice::Preferred, ..line("B") })
        .with("crisis.medicine", line("C"))
        .with("crisis.never", line("råbe"))
        .with("crisis.helps", line("ro"))
        .with_person("Far", Wanted::No, "1", "vi skændes")
        .with_person("Mette", Wanted::Yes, "2", "")
        .with_person("Ole", Wanted::Yes, "", "")
        .with_person("Naboen", Wanted::Unset, "3", "")
        .printed_plan();
    let headings: Vec<&str> = document.front.panels.iter().map(|panel| panel.heading.as_str()).collect();
    assert_eq!(headings, ["Ring til", "Det hjælper", "Det gør det værre", "Medicin"]);
    let allergy = &document.front.facts[0];
    assert_eq!(
        (allergy.label.as_str(), allergy.value.as_str(), allergy.weight),
        ("Allergi", "penicillin\nplaster, fordi det klør", Weight::Alert)
    );
    assert_eq!(panel(&document, Tone::Call), ["Mette"], "only wanted people with a number");
    let medicine: Vec<_> =
        document.front.panels[3].items.iter().map(|item| (item.label.as_str(), item.text.as_str())).collect();
    assert_eq!(medicine, [("Helst", "B"), ("Nej", "A")], "a name without an answer could be read as a wish");
    assert_eq!((document.version.as_str(), document.date.as_str()), ("udgave 14", "22. november 2026"));
}

#[test]
fn every_fact_has_a_short_label_of_its_own_and_the_closing_lines_are_not_said_twice() {
    let mut plan = plan();
    for (_, page, section) in
        workbook().sections().filter(|(_, page, section)| page.id == front::PAGE || section.id == "crisis.consent")
    {
        for question in &section.questions {
            plan = plan.with(&section.id, answer(&question.id, &format!("{} {}", page.id, question.id)));
        }
    }
    let document = plan.printed_plan();
    let labels: Vec<&str> = document.front.facts.iter().map(|fact| fact.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Navn i papirerne",
            "Født",
            "Sprog og tolk",
            "Hørelse og syn",
            "Gravid",
            "Fysisk sygdom",
            "Hjemme hos mig nu",
            "Hvem må vide hvad",
            "Hvem må intet vide",
            "Samtykket gælder",
            "Taget i brug",
        ]
    );
    let whole = document.front.facts.iter().filter(|fact| fact.weight == Weight::Whole);
    let whole: Vec<&str> = whole.map(|fact| fact.label.as_str()).collect();
    assert_eq!(
        whole,
        ["Hvem må vide hvad", "Hvem må intet vide", "Samtykket gælder"],
        "a consent is never shortened, nor how long it lasts"
    );
    let life = workbook().section("crisis.life").expect("my ordinary life").2;
    for question in &life.questions {
        let label = danish().find(&format!("print-life-{}", question.id));
        assert!(label.is_some(), "{} would be printed as a question to me", question.id);
    }
}

#[test]
fn the_first_page_says_who_not_to_call_beside_those_to_call_or_alone() {
    let unwanted = plan().with_person("Far", Wanted::No, "1", "vi skændes").with_person("", Wanted::No, "2", "larm");
    let alone = unwanted.printed_plan();
    assert_eq!((alone.front.panels.len(), panel(&alone, Tone::Never)), (1, vec!["Far"]));
    assert_eq!(alone.front.panels[0].heading, "Ring ikke til");
    let both = unwanted.with_person("Mette", Wanted::Yes, "3", "").printed_plan();
    assert_eq!(panel(&both, Tone::Call), ["Mette"]);
    assert_eq!((both.front.panels.len(), both.front.panels[0].note.as_str()), (1, "Ring ikke til: Far"));
    assert!(!serde_json::to_string(&both.front).expect("json").contains("skændes"), "why stays in its part");
}

#[test]
fn the_first_page_points_at_what_to_do_in_danger_and_what_nobody_should_do_stays_together() {
    let document = plan()
        .with("crisis.danger", line("sid hos mig"))
        .with("crisis.never", line("råbe"))
        .with("crisis.helps", line("ro"));
    let document = document.printed_plan();
    let marks: Vec<_> =
        document.parts[0].groups.iter().map(|group| (group.heading.as_str(), group.whole, group.pointed)).collect();
    let expected = [
        ("Det hjælper", false, false),
        ("Det gør det værre", true, false),
        ("Hvis jeg eller andre er i fare", true, true),
    ];
    assert_eq!(marks, expected);
}

#[test]
fn a_first_page_with_nothing_on_it_does_not_ask_to_be_read_first() {
    let little = plan().with("crisis.me", line("jeg synger")).printed_plan();
    assert!(little.front.facts.is_empty() && little.front.panels.is_empty());
    assert_eq!(little.front.lead, "");
    assert_ne!(plan().with("crisis.helps", line("ro")).printed_plan().front.lead, "");
}
