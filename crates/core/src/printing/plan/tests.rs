//! The builder alone, over plans made up here: what must be on paper, where, and what must not.

mod builder;
mod first_page;
mod random;

use super::{CHAPTER, Plan, build};
use crate::change::{LinkKind, Mark, Wanted};
use crate::error::Error;
use crate::view::{Line, LinkView};
use crate::workbook::workbook;
use builder::{answer, danish, day, empty, everything, group, line, plan, stands_here};
use holdepunkt_i18n::{Language, Texts};

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
