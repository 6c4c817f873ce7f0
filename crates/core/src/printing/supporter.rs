//! *Det gør du nu*: the plan as the one who helps needs it, as steps from the top, on paper and on the screen. The headings
//! speak to them as *du*; the lines are the citizen's own. Not here: which lines they may see (`gather`), and how it looks.

use super::around;
use crate::book::Book;
use crate::change::{Form, Wanted};
use crate::document::{Document, Fact, Front, Item, Items, Part, Said, Weight};
use crate::error::Error;
use crate::printing::gather::{self, Gathered};
use crate::printing::item::{Known, named, of_line, of_person, whole};
use crate::printing::parts;
use crate::printing::plan::Plan;
use crate::printing::said;
use crate::share::Selection;
use crate::view::PersonView;
use chrono::NaiveDate;
use holdepunkt_i18n::Texts;

/// The sections it is made of.
pub const SECTIONS: [&str; 14] = [
    DANGER,
    "crisis.helps",
    "crisis.never",
    "angry.not",
    "crisis.people",
    "crisis.disagree",
    "crisis.signs",
    "breaking-down.signs",
    "signs.seen",
    "breaking-down.others",
    "signs.others",
    "angry.others",
    LIFE,
    "crisis.over",
];

/// What to do when there is danger; its lines come before every step.
const DANGER: &str = "crisis.danger";
const LIFE: &str = "crisis.life";

/// Gives a heading or the sentence under it.
type Words = fn(&Texts) -> String;

/// Where the lines of a step come from.
#[derive(Clone, Copy)]
enum From {
    Sections(&'static [&'static str]),
    /// Those who may be called, those who may not, and what to do when they do not agree.
    People,
    /// The questions about what goes on outside.
    Life,
}

/// A step: its heading, where its lines come from, and whether it can wait.
struct Step(Words, From, bool);

/// What is done first stands first; what can wait a while comes after it. On paper and on the screen.
const STEPS: [Step; 7] = [
    Step(Texts::print_step_do, From::Sections(&["crisis.helps"]), false),
    Step(Texts::print_step_not, From::Sections(&["crisis.never", "angry.not"]), false),
    Step(Texts::print_step_call, From::People, false),
    Step(Texts::print_step_see, From::Sections(&["crisis.signs", "breaking-down.signs", "signs.seen"]), true),
    Step(Texts::print_step_may, From::Sections(&["breaking-down.others", "signs.others", "angry.others"]), true),
    Step(Texts::print_step_life, From::Life, true),
    Step(Texts::print_step_over, From::Sections(&["crisis.over"]), true),
];

/// The whole sheet: everything that is not private, dated `day`.
///
/// # Errors
/// [`Error::NothingToPrint`] when nothing of it is written, and what reading the book can give.
pub fn sheet(book: &Book, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let gathered = Gathered::ticked(book, texts, &Selection::everything(Form::Supporter))?.with_pictures(book);
    build(&Plan::of(gathered), texts, day)
}

pub(super) fn build(plan: &Plan, texts: &Texts, day: NaiveDate) -> Result<Document, Error> {
    let ((danger, of), parts) = (danger(plan, texts), steps(plan, texts));
    if parts.is_empty() && danger.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let mut alarm = vec![texts.print_step_alarm()];
    alarm.extend(danger);
    let alarm = Fact { label: texts.print_step_danger(), value: alarm.join("\n"), weight: Weight::Alert, of };
    Ok(Document {
        front: Front { lead: texts.print_supporter_lead(), facts: vec![alarm], ..Front::default() },
        parts,
        closing: vec![texts.print_supporter_closing()],
        ..around(plan, texts.print_supporter_title(), texts, day)
    })
}

/// The same for the screen: what is said about danger, and the steps.
///
/// # Errors
/// What reading the book can give.
pub(crate) fn beside(book: &Book, texts: &Texts) -> Result<(Vec<String>, Vec<Part>), Error> {
    let plan = Plan::of(Gathered::every(book, texts, Form::Supporter)?);
    Ok((danger(&plan, texts).0, steps(&plan, texts)))
}

/// What the citizen wrote about danger.
fn danger(plan: &Plan, texts: &Texts) -> (Vec<String>, Vec<Said>) {
    lines(plan, DANGER, texts).unzip()
}

/// The steps with something in them, from the top.
fn steps(plan: &Plan, texts: &Texts) -> Vec<Part> {
    let steps = STEPS.iter().map(|Step(heading, from, later)| {
        let (lead, groups) = match from {
            From::Sections(sections) => (String::new(), vec![of_sections(plan, sections, texts)]),
            From::People => {
                let people = people(plan, texts);
                (call_lead(people.first().map_or(0, Vec::len), texts), people)
            }
            From::Life => (String::new(), vec![life(plan, texts)]),
        };
        let groups: Vec<Items> = groups
            .into_iter()
            .filter(|items| !items.is_empty())
            .map(|items| Items { items, ..Items::default() })
            .collect();
        Part { heading: heading(texts), lead, groups, later: *later, ..Part::default() }
    });
    steps.filter(|part| !part.groups.is_empty()).collect()
}

fn of_sections(plan: &Plan, sections: &[&str], texts: &Texts) -> Vec<Item> {
    let people = numberless(plan);
    let known = Known { people: &people, ..plan.known() };
    let found = sections.iter().filter_map(|section| plan.section(section));
    found.flat_map(|section| plan.printed(section)).map(|line| of_line(line, String::new(), &known, texts)).collect()
}

fn life(plan: &Plan, texts: &Texts) -> Vec<Item> {
    let people = numberless(plan);
    let known = Known { people: &people, ..plan.known() };
    plan.section(LIFE).map(|section| parts::lines(plan, section, &known, texts)).unwrap_or_default()
}

/// Somebody a line points at is named; the numbers stand in one place, where one calls from.
fn numberless(plan: &Plan) -> Vec<PersonView> {
    plan.people().iter().cloned().map(gather::numberless).collect()
}

fn lines<'a>(plan: &'a Plan, section: &str, texts: &'a Texts) -> impl Iterator<Item = (String, Said)> + use<'a> {
    let lines = plan.section(section).into_iter().flat_map(|section| plan.printed(section));
    lines.map(|line| whole(line, texts))
}

/// What is said before those to call, for so many; nothing when there are none.
fn call_lead(count: usize, texts: &Texts) -> String {
    if count == 0 { String::new() } else { texts.print_step_call_lead(u32::try_from(count).unwrap_or(u32::MAX)) }
}

/// Whom to call; then whom not to, whom nothing is said about, and what to do when they do not agree.
fn people(plan: &Plan, texts: &Texts) -> Vec<Vec<Item>> {
    let people = if plan.shows_people() { plan.people() } else { &[] };
    let of = |wanted| people.iter().filter(move |person| person.fields.wanted == wanted);
    let wanted = of(Wanted::Yes).filter_map(|person| of_person(person, texts)).collect();
    let all = |wanted, words: &dyn Fn(&str) -> String| {
        let (names, of): (Vec<String>, Vec<Said>) =
            of(wanted).filter_map(|person| Some((named(person)?, said::of_name(person)))).unzip();
        (!names.is_empty()).then(|| Item { text: words(&names.join(", ")), of, ..Item::default() })
    };
    let not = all(Wanted::No, &|names| texts.print_call_not(names));
    let unset = all(Wanted::Unset, &|names| texts.print_call_unset(names));
    let disagree = lines(plan, "crisis.disagree", texts).map(|(line, said)| Item {
        text: texts.print_step_disagree(&line),
        of: vec![said],
        ..Item::default()
    });
    vec![wanted, not.into_iter().chain(unset).chain(disagree).collect()]
}
