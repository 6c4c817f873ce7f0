//! The builder alone, over plans made up here: what must be on paper, where, and what must not.

use super::*;
use crate::change::{Choice, LinkKind, Mark, PersonFields, Wanted};
use crate::document::{Item, Tone, Weight};
use crate::printing::gather::CRISIS as CHAPTER;
use crate::printing::item::is_blank;
use crate::view::{LinkView, Perspective, QuestionView, ToolView};
use crate::workbook::{key, workbook};
use holdepunkt_i18n::Language;
use proptest::prelude::*;

fn danish() -> Texts {
    Texts::new(Language::Da)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// Every page of the crisis chapter, with nothing written.
fn empty(texts: &Texts) -> Plan {
    let title = |prefix: &str, id: &str| texts.find(&key(prefix, id)).expect("a title");
    let section = |section: &crate::workbook::Section| SectionView {
        id: section.id.clone(),
        kind: section.kind,
        title: title("sec", &section.id),
        lead: String::new(),
        placeholder: String::new(),
        own: false,
        marks: Vec::new(),
        links: Vec::new(),
        questions: section
            .questions
            .iter()
            .map(|question| QuestionView {
                id: question.id.clone(),
                title: title("q", &format!("{}-{}", section.id, question.id)),
                help: String::new(),
                short: question.short,
            })
            .collect(),
        lines: Vec::new(),
        from: None,
    };
    let page = |page: &crate::workbook::Page| PageView {
        id: page.id.clone(),
        chapter: CHAPTER.into(),
        chapter_title: title("ch", CHAPTER),
        title: title("pg", &page.id),
        drawing: String::new(),
        own: false,
        why: String::new(),
        examples: Vec::new(),
        gentle: String::new(),
        afterwards: String::new(),
        notes: Vec::new(),
        // What only shows lines of another page is printed there.
        sections: page.sections.iter().filter(|section| stands_here(section)).map(section).collect(),
        hidden_sections: Vec::new(),
        paper: Vec::new(),
        people: Vec::new(),
        tools: Vec::new(),
        previous: None,
        next: None,
    };
    let chapter = workbook().chapter(CHAPTER).expect("the crisis chapter");
    Plan {
        me: String::new(),
        sample: false,
        version: 14,
        pages: chapter.pages.iter().map(page).collect(),
        numbers: Vec::new(),
    }
}

fn stands_here(section: &crate::workbook::Section) -> bool {
    section.from.as_deref().is_none_or(|from| !from.starts_with(CHAPTER))
}

fn line(text: &str) -> Line {
    Line {
        id: text.into(),
        text: text.into(),
        because: String::new(),
        prompt: String::new(),
        choice: Choice::Unset,
        marks: Vec::new(),
        perspective: Perspective::First,
        author: String::new(),
        links: Vec::new(),
        pictures: Vec::new(),
    }
}

fn answer(question: &str, text: &str) -> Line {
    Line { prompt: question.into(), ..line(text) }
}

impl Plan {
    fn with(mut self, section: &str, line: Line) -> Self {
        let found = self.pages.iter_mut().flat_map(|page| &mut page.sections).find(|known| known.id == section);
        found.unwrap_or_else(|| panic!("no section {section}")).lines.push(line);
        self
    }

    fn with_person(mut self, name: &str, wanted: Wanted, phone: &str, why: &str) -> Self {
        let fields =
            PersonFields { name: name.into(), wanted, phone: phone.into(), why: why.into(), ..PersonFields::default() };
        for page in &mut self.pages {
            page.people.push(PersonView { id: name.into(), fields: fields.clone() });
        }
        self
    }

    fn with_tool(mut self, text: &str, marks: &[Mark]) -> Self {
        for page in &mut self.pages {
            page.tools.push(ToolView { id: text.into(), text: text.into(), marks: marks.to_vec() });
        }
        self
    }

    fn printed_plan(&self) -> Document {
        build(self, &danish(), day()).expect("a plan")
    }
}

fn plan() -> Plan {
    empty(&danish())
}

fn everything(document: &Document) -> String {
    serde_json::to_string(document).expect("json")
}

fn group<'a>(document: &'a Document, part: &str, heading: &str) -> &'a [Item] {
    let part = document.parts.iter().find(|known| known.heading == part).unwrap_or_else(|| panic!("no part {part}"));
    let group = part.groups.iter().find(|group| group.heading == heading);
    &group.unwrap_or_else(|| panic!("no group {heading}")).items
}

fn panel(document: &Document, tone: Tone) -> Vec<&str> {
    let panels = document.front.panels.iter().filter(|panel| panel.tone == tone);
    panels.flat_map(|panel| &panel.items).map(|item| item.text.as_str()).collect()
}

#[test]
fn an_empty_plan_is_not_printed() {
    assert!(matches!(build(&plan(), &danish(), day()), Err(Error::NothingToPrint)));
    let named = Plan { me: "Gitte".into(), ..plan() };
    assert!(matches!(build(&named, &danish(), day()), Err(Error::NothingToPrint)), "a name alone is no plan");
    let blank = plan().with("crisis.helps", line("  \n"));
    assert!(matches!(build(&blank, &danish(), day()), Err(Error::NothingToPrint)));
    let private = plan().with("crisis.helps", Line { marks: vec![Mark::Private], ..line("hemmeligt") });
    assert!(matches!(build(&private, &danish(), day()), Err(Error::NothingToPrint)));
}

#[test]
fn one_line_anywhere_is_enough_to_print_and_leaves_no_holes() {
    let crisis = workbook().sections().filter(|(chapter, _, section)| chapter.id == CHAPTER && stands_here(section));
    for (_, page, section) in crisis {
        let prompt = section.questions.first().map(|question| question.id.clone()).unwrap_or_default();
        let document = plan().with(&section.id, answer(&prompt, "det eneste")).printed_plan();
        assert!(everything(&document).contains("det eneste"), "{} on {} is printed", section.id, page.id);
        assert!(document.parts.len() <= 1 && document.front.panels.len() <= 1, "{}: nothing empty", section.id);
        assert!(document.parts.iter().all(|part| part.groups.iter().all(|group| group.items.len() == 1)));
    }
}

#[test]
fn the_name_is_what_i_want_to_be_called_then_the_name_on_record_then_the_name_i_gave_the_book() {
    let plan = || Plan { me: "Birgitte J.".into(), ..plan() }.with("crisis.helps", line("ro"));
    assert_eq!(plan().printed_plan().name, "Birgitte J.");
    let legal = plan().with("crisis.front", answer("legal-name", "Birgitte Jensen"));
    assert_eq!(legal.printed_plan().name, "Birgitte Jensen");
    assert!(legal.printed_plan().front.facts.is_empty(), "the name on top is not said again");
    let called = legal.with("crisis.front", answer("called", "Gitte")).printed_plan();
    assert_eq!(called.name, "Gitte");
    assert_eq!(
        (called.front.facts[0].label.as_str(), called.front.facts[0].value.as_str()),
        ("Navn i papirerne", "Birgitte Jensen")
    );
    assert_eq!(Plan { me: String::new(), ..plan() }.printed_plan().name, "");
}

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
    assert_eq!(headings, ["Ring til", "Det hjælper", "Det må ingen gøre", "Medicin"]);
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
fn people_i_do_not_want_stand_under_a_heading_of_their_own_with_why() {
    let document =
        plan().with_person("Far", Wanted::No, "1", "vi skændes").with_person("Ole", Wanted::Yes, "", "").printed_plan();
    let part = "Hvem jeg vil have hos mig";
    let not = group(&document, part, "Dem vil jeg ikke have med");
    assert_eq!((not[0].text.as_str(), not[0].because.as_str()), ("Far", "fordi vi skændes"));
    assert_eq!(not[0].phone, "", "nobody shall ring this number by mistake");
    assert_eq!(group(&document, part, "Dem vil jeg gerne have med")[0].text, "Ole");
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
        ("Det må ingen gøre", true, false),
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

#[test]
fn links_to_what_is_private_gone_or_not_wanted_are_left_out() {
    let link = |kind, to: &str| LinkView { id: to.into(), kind, to: to.into(), text: to.into() };
    let links = vec![
        link(LinkKind::Tool, "gå en tur"),
        link(LinkKind::Tool, "hemmeligt"),
        link(LinkKind::Tool, "i papirkurven"),
        link(LinkKind::Person, "Mette"),
        link(LinkKind::Person, "Far"),
    ];
    let document = plan()
        .with_tool("gå en tur", &[Mark::HardDay])
        .with_tool("hemmeligt", &[Mark::Private])
        .with_person("Mette", Wanted::Yes, "", "")
        .with_person("Far", Wanted::No, "", "")
        .with("crisis.helps", Line { links, ..line("ro") })
        .printed_plan();
    let item = &group(&document, "Det hjælper, og det hjælper ikke", "Det hjælper")[0];
    assert_eq!(item.links, ["gå en tur", "Mette"]);
    assert!(!everything(&document).contains("hemmeligt"));
}

#[test]
fn a_line_that_someone_else_suggested_says_whose_words_it_was() {
    let document = plan().with("crisis.helps", Line { author: "Karin".into(), ..line("ro") }).printed_plan();
    let item = &group(&document, "Det hjælper, og det hjælper ikke", "Det hjælper")[0];
    assert_eq!(item.author, "foreslået af Karin, og jeg har sagt ja");
}

#[test]
fn labels_follow_the_language_of_the_print_and_the_citizens_words_stay() {
    let texts = Texts::new(Language::En);
    let plan = empty(&texts).with("crisis.never", Line { because: "fordi det larmer".into(), ..line("råbe") });
    let document = build(&plan, &texts, day()).expect("a plan");
    assert_eq!((document.lang.as_str(), document.title.as_str()), ("en", "My crisis plan"));
    let item = &document.front.panels[0].items[0];
    assert_eq!((item.text.as_str(), item.because.as_str()), ("råbe", "fordi det larmer"));
}

#[test]
fn a_sample_is_stamped_and_a_real_plan_is_not() {
    let real = plan().with("crisis.helps", line("ro"));
    assert_eq!(real.printed_plan().stamp, "");
    assert_eq!(Plan { sample: true, ..real }.printed_plan().stamp, "Eksempel – en opdigtet person");
}

#[test]
fn the_last_lines_say_who_can_confirm_the_plan_and_only_what_the_law_says() {
    let document = plan()
        .with("crisis.validity", answer("confirm", "Mette"))
        .with("crisis.validity", answer("review", "maj 2027"))
        .printed_plan();
    assert!(document.closing[0].contains("Mette") && document.closing[1].contains("maj 2027"));
    let law = document.closing.last().expect("the law");
    assert!(law.contains("psykiatriloven § 3") && law.contains("Dette er ikke juridisk rådgivning"), "{law}");
    assert!(!law.to_lowercase().contains("bindende"), "we do not call the wishes binding");
    assert_eq!(document.signatures.len(), 2);
}

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
