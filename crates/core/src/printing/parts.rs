//! The nine parts of the crisis plan, in the order of the workbook, as the citizen named and ordered their sections.
//! Not here: the first page's facts, which are printed there.

use crate::change::Wanted;
use crate::document::{Item, Items, Part};
use crate::printing::front;
use crate::printing::item::{Drawn, Known, by_choice, choice, of_line, of_person, says_something};
use crate::printing::plan::{CHAPTER, Plan};
use crate::printing::said;
use crate::view::{Kind, Line, PageView, PersonView, SectionView};
use crate::workbook::workbook;
use holdepunkt_i18n::Texts;

/// Every page with something on it; pages, sections and headings without lines are left out.
pub(super) fn parts(plan: &Plan, texts: &Texts) -> Vec<Part> {
    let pages = plan.pages.iter().map(|page| part(plan, page, false, texts));
    pages.chain([numbers(plan, texts)]).filter(|part| !part.groups.is_empty()).collect()
}

/// The numbers the citizen wrote, and those of their region, last. What came with the program says whether anybody tried it.
fn numbers(plan: &Plan, texts: &Texts) -> Part {
    let items = plan.numbers.iter().map(|number| {
        let line = &number.line;
        let hours = if number.timed { line.hours.as_str() } else { "" };
        let tried = if number.is_own() { "" } else { line.checked.as_str() };
        let told = [line.whom.as_str(), hours, tried].into_iter().filter(|words| !words.trim().is_empty());
        Item {
            text: line.name.clone(),
            phone: line.number.clone(),
            because: told.collect::<Vec<_>>().join(" "),
            of: vec![said::of_number(number)],
            ..Item::default()
        }
    });
    let items: Vec<Item> = items.collect();
    let groups = if items.is_empty() { Vec::new() } else { vec![Items { items, ..Items::default() }] };
    Part { heading: texts.print_numbers(), groups, ..Part::default() }
}

/// A page as a part. `facts`: with what otherwise stands on page 1.
pub(super) fn part(plan: &Plan, page: &PageView, facts: bool, texts: &Texts) -> Part {
    // The template's own sections of the first page are its facts; headings the citizen added there come here.
    let sections = page.sections.iter().filter(|section| facts || page.id != front::PAGE || section.own);
    let sections = sections.filter(|section| !stands_elsewhere(section));
    let alone = page.sections.len() == 1;
    let groups = sections.flat_map(|section| groups(plan, section, texts)).map(|mut group| {
        if (alone && group.heading == page.sections[0].title) || group.heading == page.title {
            group.heading.clear();
        }
        group
    });
    Part { heading: page.title.clone(), groups: groups.collect(), ..Part::default() }
}

/// Lines of another page of the plan are printed there.
pub(super) fn stands_elsewhere(section: &SectionView) -> bool {
    let from = workbook().section(&section.id).and_then(|(_, _, section)| section.from.as_deref());
    from.is_some_and(|from| workbook().section(from).is_some_and(|(chapter, ..)| chapter.id == CHAPTER))
}

fn groups(plan: &Plan, section: &SectionView, texts: &Texts) -> Vec<Items> {
    let danger = section.id == "crisis.danger";
    let mut groups = vec![Items {
        heading: section.title.clone(),
        items: lines(plan, section, &plan.known(), texts),
        whole: danger || section.id == "crisis.never",
        pointed: danger,
    }];
    if section.kind == Kind::People {
        groups.extend(people(plan.people(), texts));
    }
    groups.retain(|group| !group.items.is_empty());
    groups
}

/// A section as paper would have it, for the screen where one looks the plan through: what is only mine too, and pictures in words. People are
/// under what is said of them.
pub(crate) fn read_aloud(section: &SectionView, people: &[PersonView], texts: &Texts) -> Vec<Items> {
    let known = Known { tools: &[], people: &[], pictures: Drawn::Never };
    let items = in_order(section, section.lines.iter().filter(|line| says_something(line)), &known, texts);
    let mut read = vec![Items { heading: section.title.clone(), items, ..Items::default() }];
    read.extend(self::people(people, texts));
    read.retain(|part| !part.items.is_empty());
    read
}

pub(super) fn lines(plan: &Plan, section: &SectionView, known: &Known<'_>, texts: &Texts) -> Vec<Item> {
    in_order(section, plan.printed(section), known, texts)
}

/// What is preferred first, answers in the order of their questions.
fn in_order<'a>(
    section: &SectionView,
    printed: impl Iterator<Item = &'a Line>,
    known: &Known<'_>,
    texts: &Texts,
) -> Vec<Item> {
    match section.kind {
        Kind::Choice => {
            let line = |line: &Line| of_line(line, choice(line.choice, texts), known, texts);
            by_choice(printed).into_iter().map(line).collect()
        }
        Kind::Questions => {
            let place = |prompt: &str| section.questions.iter().position(|question| question.id == prompt);
            let mut answers: Vec<_> = printed.collect();
            answers.sort_by_key(|line| place(&line.prompt).unwrap_or(usize::MAX));
            answers
                .into_iter()
                .map(|line| of_line(line, question(section, &line.prompt, texts), known, texts))
                .collect()
        }
        _ => printed.map(|line| of_line(line, String::new(), known, texts)).collect(),
    }
}

/// What an answer is about: a short label where print.ftl has one (the question says *du*, the paper *jeg*).
fn question(section: &SectionView, prompt: &str, texts: &Texts) -> String {
    let name = section.id.rsplit('.').next().unwrap_or_default();
    texts.find(&format!("print-{name}-{prompt}")).unwrap_or_else(|| {
        let question = section.questions.iter().find(|question| question.id == prompt);
        question.map(|question| question.title.clone()).unwrap_or_default()
    })
}

/// Wanted, not wanted, and those nothing is said about: three headings, so that nobody is called by mistake.
fn people(people: &[PersonView], texts: &Texts) -> Vec<Items> {
    let headings = [
        (Wanted::Yes, texts.print_people_wanted()),
        (Wanted::No, texts.print_people_not_wanted()),
        (Wanted::Unset, texts.print_people_unset()),
    ];
    headings
        .into_iter()
        .map(|(wanted, heading)| {
            let people = people.iter().filter(|person| person.fields.wanted == wanted);
            let items = people.filter_map(|person| of_person(person, texts)).collect();
            Items { heading, items, ..Items::default() }
        })
        .collect()
}
