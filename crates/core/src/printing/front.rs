//! The first page: what a night nurse needs in one minute.
//! Not here: the nine parts after it, which hold the same lines again in full.

use crate::change::{Choice, Wanted};
use crate::document::{Fact, Front, Item, Panel, Said, Tone, Weight};
use crate::printing::item::{Drawn, by_choice, choice, is_blank, named, of_line, of_person, whole};
use crate::printing::plan::Plan;
use crate::printing::said;
use crate::view::{Line, PersonView, SectionView};
use holdepunkt_i18n::Texts;

/// The page its facts come from.
pub(super) const PAGE: &str = "crisis.front";

/// Gives the label on paper.
type Label = fn(&Texts) -> String;

/// Facts in the order a nurse reads them: section, question, and what it is called on paper.
const FACTS: [(&str, &str, Label); 12] = [
    ("crisis.front", "called", Texts::print_fact_called),
    ("crisis.front", "legal-name", Texts::print_fact_legal_name),
    ("crisis.front", "birth", Texts::print_fact_birth),
    ("crisis.front", "language", Texts::print_fact_language),
    ("crisis.front", "senses", Texts::print_fact_senses),
    ("crisis.front", "pregnancy", Texts::print_fact_pregnancy),
    ("crisis.front", "physical", Texts::print_fact_physical),
    ("crisis.front", "home-now", Texts::print_fact_home_now),
    (CONSENT, "whom", Texts::print_fact_whom),
    (CONSENT, "not", Texts::print_fact_whom_not),
    (CONSENT, "until", Texts::print_fact_until),
    ("crisis.validity", "in-use", Texts::print_fact_in_use),
];

/// Who may know what, and for how long: never shortened.
const CONSENT: &str = "crisis.consent";

/// Answers the name on top is taken from, the first that is written.
pub(super) const NAMES: [&str; 2] = ["called", "legal-name"];

/// Answers that stand among the closing lines instead.
const CLOSING: [(&str, &str); 2] = [("crisis.validity", "confirm"), ("crisis.validity", "review")];

/// What I want to be called; else the name on record; else the name I gave the book; else empty.
pub(super) fn name(plan: &Plan) -> String {
    answered(plan).map_or_else(|| plan.me.trim().to_string(), |line| line.text.clone())
}

/// The answer the name was taken from.
fn answered(plan: &Plan) -> Option<&Line> {
    let mut answers = NAMES.into_iter().flat_map(|question| plan.answers(PAGE, question));
    answers.find(|line| !is_blank(&line.text))
}

/// Whose words the name is.
pub(super) fn named_by(plan: &Plan) -> Option<Said> {
    answered(plan).map(said::of_words)
}

/// The page without its name and date.
pub(super) fn front(plan: &Plan, texts: &Texts) -> Front {
    let (facts, panels) = (facts(plan, texts), panels(plan, texts));
    let nothing = facts.is_empty() && panels.is_empty();
    Front {
        lead: if nothing { String::new() } else { texts.print_plan_lead() },
        facts,
        facts_heading: texts.print_facts(),
        panels,
        more: texts.print_more(),
        rest: texts.print_rest(),
        see: texts.print_see(),
    }
}

fn facts(plan: &Plan, texts: &Texts) -> Vec<Fact> {
    let name = name(plan);
    // The name stands on top already; an answer that says more than the name is printed all the same.
    let on_top = |question, line: &Line| {
        let more = !is_blank(&line.because) || !line.pictures.is_empty();
        NAMES.contains(&question) && line.text == name && !more
    };
    let mut facts: Vec<Fact> = allergies(plan, texts).into_iter().collect();
    for (section, question, label) in FACTS {
        for line in plan.answers(section, question).filter(|line| !on_top(question, line)) {
            facts.push(fact(label(texts), line, section, texts));
        }
    }
    for section in ["crisis.front", CONSENT, "crisis.validity"] {
        facts.extend(plan.section(section).into_iter().flat_map(|section| others(plan, section, texts)));
    }
    facts
}

fn fact(label: String, line: &Line, section: &str, texts: &Texts) -> Fact {
    let (value, said) = whole(line, texts);
    Fact { label, value, weight: weight(section), of: vec![said] }
}

fn weight(section: &str) -> Weight {
    if section == CONSENT { Weight::Whole } else { Weight::Small }
}

/// All of them in one fact, a line each: read before anything is given.
pub(super) fn allergies(plan: &Plan, texts: &Texts) -> Option<Fact> {
    let section = plan.section("crisis.allergies")?;
    let (lines, of): (Vec<String>, Vec<Said>) = plan.printed(section).map(|line| whole(line, texts)).unzip();
    let value = lines.join("\n");
    (!lines.is_empty()).then(|| Fact { label: texts.print_fact_allergy(), value, weight: Weight::Alert, of })
}

/// Answers to questions that came after this was written: under the question's own words.
fn others<'a>(plan: &'a Plan, section: &'a SectionView, texts: &'a Texts) -> impl Iterator<Item = Fact> + 'a {
    let known = |line: &Line| {
        let at = (section.id.as_str(), line.prompt.as_str());
        CLOSING.contains(&at) || FACTS.iter().any(|(section, question, _)| (*section, *question) == at)
    };
    plan.printed(section).filter(move |line| !known(line)).map(|line| {
        let question = section.questions.iter().find(|question| question.id == line.prompt);
        let label = question.map_or_else(|| section.title.clone(), |question| question.title.clone());
        fact(label, line, &section.id, texts)
    })
}

fn panels(plan: &Plan, texts: &Texts) -> Vec<Panel> {
    let list = |section: &str| -> Vec<Item> {
        let section = plan.section(section);
        section
            .into_iter()
            .flat_map(|section| plan.printed(section))
            .map(|line| of_line(line, String::new(), &plan.known_in_words(Drawn::FurtherOn), texts))
            .collect()
    };
    let (call, unwanted) = (callable(plan, texts), unwanted(plan));
    let note = if unwanted.is_empty() { String::new() } else { texts.print_call_not(&unwanted.join(", ")) };
    // With nobody to call, those who are not to be called get a panel of their own.
    let alone = if call.is_empty() { unwanted } else { Vec::new() };
    let alone = alone.into_iter().map(|text| Item { text, ..Item::default() }).collect();
    let panels = [
        (Tone::Call, texts.print_panel_call(), call),
        (Tone::Never, texts.print_panel_call_not(), alone),
        (Tone::Helps, texts.print_panel_helps(), list("crisis.helps")),
        (Tone::Never, texts.print_panel_never(), list("crisis.never")),
        (Tone::Plain, texts.print_panel_medicine(), medicine(plan, texts)),
    ];
    panels
        .into_iter()
        .filter(|(_, _, items)| !items.is_empty())
        .map(|(tone, heading, items)| {
            let note = if tone == Tone::Call { note.clone() } else { String::new() };
            Panel { tone, heading, items, note }
        })
        .collect()
}

/// Names and relations of the people who are not wanted; never their numbers.
fn unwanted(plan: &Plan) -> Vec<String> {
    not_wanted(plan).filter_map(named).collect()
}

/// Whose names those are. On paper they stand in their part of the plan too.
pub(super) fn unwanted_by(plan: &Plan) -> impl Iterator<Item = Said> {
    not_wanted(plan).filter(|person| named(person).is_some()).map(said::of_name)
}

fn not_wanted(plan: &Plan) -> impl Iterator<Item = &PersonView> {
    plan.people().iter().filter(|person| person.fields.wanted == Wanted::No && plan.shows_people())
}

/// Wanted people with a number. Those without one stand in their part of the plan.
fn callable(plan: &Plan, texts: &Texts) -> Vec<Item> {
    if !plan.shows_people() {
        return Vec::new();
    }
    let people = plan.people().iter().filter(|person| person.fields.wanted == Wanted::Yes);
    people.filter_map(|person| of_person(person, texts)).filter(|item| !item.phone.is_empty()).collect()
}

/// Only medicine with an answer: a bare name could be read as a wish.
fn medicine(plan: &Plan, texts: &Texts) -> Vec<Item> {
    let section = plan.section("crisis.medicine");
    let lines = section.into_iter().flat_map(|section| plan.printed(section));
    by_choice(lines.filter(|line| line.choice != Choice::Unset))
        .into_iter()
        .map(|line| of_line(line, choice(line.choice, texts), &plan.known_in_words(Drawn::FurtherOn), texts))
        .collect()
}
