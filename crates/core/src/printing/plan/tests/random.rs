//! Plans nobody thought of: everything written is on paper where it belongs, and nothing private is.

use super::builder::{danish, day, everything, line, plan};
use crate::change::{Choice, Mark, Wanted};
use crate::document::{Document, Tone};
use crate::error::Error;
use crate::printing::front;
use crate::printing::item::{is_blank, is_printed};
use crate::printing::plan::{Plan, build};
use crate::view::{Kind, Line, SectionView};
use proptest::prelude::*;

/// Where a random line goes: section, question, answer, private, text left out, reason, author.
type Seed = (usize, usize, usize, bool, bool, bool, bool);

const CHOICES: [Choice; 4] = [Choice::Unset, Choice::Preferred, Choice::Acceptable, Choice::Not];
const WANTED: [Wanted; 3] = [Wanted::Unset, Wanted::Yes, Wanted::No];

fn random(lines: &[(Seed, String)], people: &[(usize, u8)]) -> Plan {
    let mut plan = plan();
    for page in &mut plan.pages {
        let title = format!("egen overskrift på {}", page.id);
        let own = SectionView { id: title.clone(), title, own: true, ..page.sections[0].clone() };
        page.sections.push(SectionView { kind: Kind::List, questions: Vec::new(), ..own });
    }
    for (number, ((section, question, answer, private, blank, because, author), text)) in lines.iter().enumerate() {
        let mut sections: Vec<_> = plan.pages.iter_mut().flat_map(|page| &mut page.sections).collect();
        let at = section % sections.len();
        let section = &mut sections[at];
        let question = section.questions.get(question % section.questions.len().max(1));
        section.lines.push(Line {
            id: number.to_string(),
            text: if *blank { " ".into() } else { format!("linje {number}; {text}") },
            because: if *because { format!("grund {number}; {text}") } else { String::new() },
            prompt: question.map(|question| question.id.clone()).unwrap_or_default(),
            choice: if section.kind == Kind::Choice { CHOICES[answer % 4] } else { Choice::Unset },
            marks: if *private { vec![Mark::Private] } else { Vec::new() },
            author: if *author { format!("forfatter {number}") } else { String::new() },
            ..line("")
        });
    }
    for (number, (wanted, fields)) in people.iter().enumerate() {
        let field = |bit: u8, what: &str| if fields & bit == 0 { String::new() } else { format!("{what} {number};") };
        plan = plan.with_person(&field(1, "navn"), WANTED[wanted % 3], &field(2, "telefon"), &field(4, "hvorfor"));
    }
    plan
}

/// Whether `words` stand in exactly one item of the parts, in the part and group they belong to.
fn stands_once(document: &Document, words: &str, part: &str, headings: &[&str]) -> bool {
    let mut found = Vec::new();
    for known in &document.parts {
        for group in &known.groups {
            for item in group.items.iter().filter(|item| item.text.contains(words) || item.because.contains(words)) {
                found.push((known.heading.as_str(), group.heading.as_str(), item.author.as_str()));
            }
        }
    }
    matches!(found.as_slice(), [(known, heading, _)] if *known == part && headings.contains(heading))
}

fn check(plan: &Plan, document: &Document) -> Result<(), TestCaseError> {
    let all = everything(document);
    for page in &plan.pages {
        for section in &page.sections {
            for line in &section.lines {
                for words in [&line.text, &line.because].into_iter().filter(|words| !is_blank(words)) {
                    // Room at the ends of a line is not printed.
                    let quoted = serde_json::to_string(words.trim()).expect("json");
                    let quoted = quoted.trim_matches('"');
                    if line.marks.contains(&Mark::Private) {
                        prop_assert!(!all.contains(quoted), "private: {words}");
                    } else if page.id == front::PAGE && !section.own {
                        prop_assert!(all.contains(quoted), "lost: {words}");
                    } else {
                        let there = stands_once(document, words, &page.title, &[&section.title, ""]);
                        prop_assert!(there, "{words} stands once, in {} of {}", section.title, page.title);
                    }
                }
                let hidden = line.marks.contains(&Mark::Private) || page.id == front::PAGE && !section.own;
                let written = !(is_blank(&line.text) && is_blank(&line.because));
                if !hidden && written && !line.author.is_empty() {
                    prop_assert!(all.contains(&line.author), "{} suggested this", line.author);
                }
            }
        }
    }
    for person in plan.people() {
        let name = &person.fields.name;
        let unwanted = person.fields.wanted == Wanted::No;
        for words in [name, &person.fields.why] {
            prop_assert!(all.contains(words.as_str()), "lost: {words}");
        }
        // The one thing written that is not on paper: the number of somebody nobody shall call.
        let phone = &person.fields.phone;
        prop_assert!(phone.is_empty() || all.contains(phone.as_str()) != unwanted, "{phone}: printed unless unwanted");
        let front = serde_json::to_string(&document.front).expect("json");
        prop_assert!(!unwanted || front.contains(name.as_str()), "the first page says not to call {name}");
        let called =
            document.front.panels.iter().any(|panel| {
                panel.tone == Tone::Call && panel.items.iter().any(|item| item.phone == person.fields.phone)
            });
        let callable = person.fields.wanted == Wanted::Yes && !person.fields.phone.is_empty();
        prop_assert!(
            person.fields.phone.is_empty() || called == callable,
            "{name} is called when wanted, and only then"
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn everything_written_is_on_paper_where_it_belongs_and_nothing_private_is(
        lines in prop::collection::vec((any::<Seed>(), "[#*_$<>@\\\\\"a-zæøå🦊★م\u{feff}\n]{0,12}"), 0..60),
        people in prop::collection::vec((0usize..3, 0u8..8), 0..8),
    ) {
        let plan = random(&lines, &people);
        match build(&plan, &danish(), day()) {
            Ok(document) => check(&plan, &document)?,
            Err(Error::NothingToPrint) => {
                let lines = plan.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.lines);
                prop_assert!(!lines.into_iter().any(is_printed), "something is written");
                let only_number = |wanted: usize, fields: u8| WANTED[wanted % 3] == Wanted::No && fields == 2;
                let nobody = people.iter().all(|(wanted, fields)| *fields == 0 || only_number(*wanted, *fields));
                prop_assert!(nobody, "somebody is written");
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}
