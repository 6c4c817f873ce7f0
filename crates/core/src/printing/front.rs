//! The first page: what a night nurse needs in one minute.
//! Not here: the nine parts after it, which hold the same lines again in full.

use crate::change::{Choice, Wanted};
use crate::document::{Fact, Front, Item, Panel, Tone};
use crate::printing::item::{by_choice, choice, is_blank, of_line, of_person, whole};
use crate::printing::plan::Plan;
use crate::view::{Line, SectionView};
use holdepunkt_i18n::Texts;

/// The page its facts come from.
pub(super) const PAGE: &str = "crisis.front";

/// Gives the label on paper.
type Label = fn(&Texts) -> String;

/// Facts in the order a nurse reads them: section, question, and what it is called on paper.
const FACTS: [(&str, &str, Label); 11] = [
    ("crisis.front", "called", Texts::print_fact_called),
    ("crisis.front", "legal-name", Texts::print_fact_legal_name),
    ("crisis.front", "birth", Texts::print_fact_birth),
    ("crisis.front", "language", Texts::print_fact_language),
    ("crisis.front", "senses", Texts::print_fact_senses),
    ("crisis.front", "pregnancy", Texts::print_fact_pregnancy),
    ("crisis.front", "physical", Texts::print_fact_physical),
    ("crisis.front", "home-now", Texts::print_fact_home_now),
    ("crisis.consent", "whom", Texts::print_fact_whom),
    ("crisis.consent", "until", Texts::print_fact_until),
    ("crisis.validity", "in-use", Texts::print_fact_in_use),
];

/// Answers that stand among the closing lines instead.
const CLOSING: [(&str, &str); 2] = [("crisis.validity", "confirm"), ("crisis.validity", "review")];

/// What I want to be called; else the name on record; else the name I gave the book; else empty.
pub(super) fn name(plan: &Plan) -> String {
    let answered =
        |question| plan.answers("crisis.front", question).map(|line| line.text.clone()).find(|text| !is_blank(text));
    answered("called").or_else(|| answered("legal-name")).unwrap_or_else(|| plan.me.trim().to_string())
}

/// The page without its name and date.
pub(super) fn front(plan: &Plan, texts: &Texts) -> Front {
    Front {
        lead: texts.print_plan_lead(),
        facts: facts(plan, texts),
        facts_heading: texts.print_facts(),
        panels: panels(plan, texts),
        more: texts.print_more(),
        rest: texts.print_rest(),
    }
}

fn facts(plan: &Plan, texts: &Texts) -> Vec<Fact> {
    let name = name(plan);
    // The name stands on top already; an answer that says more than the name is printed all the same.
    let on_top = |question, line: &Line| {
        ["called", "legal-name"].contains(&question) && line.text == name && is_blank(&line.because)
    };
    let mut facts = Vec::new();
    for (section, question, label) in FACTS {
        for line in plan.answers(section, question).filter(|line| !on_top(question, line)) {
            facts.push(Fact { label: label(texts), value: whole(line, texts) });
        }
    }
    for section in ["crisis.front", "crisis.consent", "crisis.validity"] {
        facts.extend(plan.section(section).into_iter().flat_map(|section| others(plan, section, texts)));
    }
    facts
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
        Fact { label, value: whole(line, texts) }
    })
}

fn panels(plan: &Plan, texts: &Texts) -> Vec<Panel> {
    let list = |section: &str| -> Vec<Item> {
        let section = plan.section(section);
        section
            .into_iter()
            .flat_map(|section| plan.printed(section))
            .map(|line| of_line(line, String::new(), &plan.known(), texts))
            .collect()
    };
    let panels = [
        (Tone::Call, texts.print_panel_call(), callable(plan, texts)),
        (Tone::Helps, texts.print_panel_helps(), list("crisis.helps")),
        (Tone::Never, texts.print_panel_never(), list("crisis.never")),
        (Tone::Plain, texts.print_panel_medicine(), medicine(plan, texts)),
        (Tone::Plain, texts.print_panel_allergies(), list("crisis.allergies")),
    ];
    panels
        .into_iter()
        .filter(|(_, _, items)| !items.is_empty())
        .map(|(tone, heading, items)| Panel { tone, heading, items })
        .collect()
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
        .map(|line| of_line(line, choice(line.choice, texts), &plan.known(), texts))
        .collect()
}
