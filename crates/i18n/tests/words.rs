//! What the app says to the citizen: the workbook's texts are all there, and some words never are.
//! Not here: how heavy a page is to read (`lix.rs`), and what the citizen writes, which is nobody's business.

use holdepunkt_i18n::{KEYS, Language, Texts};
use std::collections::BTreeSet;

mod pages;

/// Parts of words that judge, frighten or belong to the system and not to a person.
const NEVER_DANISH: [&str; 19] = [
    "!",
    "compliance",
    "indsigt",
    "funktionsniveau",
    "funktionsevne",
    "symptom",
    "diagnos",
    "sygdom",
    "patient",
    "lidelse",
    "borger",
    "selvmord",
    "selvskade",
    "begå",
    "skyld",
    "pointtal",
    "recovery-rejse",
    "advarsel",
    "forsøg på at",
];
const NEVER_ENGLISH: [&str; 16] = [
    "!",
    "compliance",
    "insight",
    "functioning",
    "symptom",
    "diagnos",
    "illness",
    "patient",
    "disorder",
    "suicid",
    "self-harm",
    "commit",
    "guilt",
    "blame",
    "score",
    "journey",
];

fn forbidden<'a>(text: &str, words: &'a [&'a str]) -> Option<&'a str> {
    let text = text.to_lowercase();
    words.iter().copied().find(|word| text.contains(word))
}

fn is_of_the_workbook(key: &str) -> bool {
    ["group-", "ch-", "pg-", "sec-", "q-"].iter().any(|start| key.starts_with(start))
}

#[test]
fn no_page_of_the_workbook_uses_words_that_judge_or_frighten() {
    for (language, words) in [(Language::Da, &NEVER_DANISH[..]), (Language::En, &NEVER_ENGLISH[..])] {
        let texts = Texts::new(language);
        for key in KEYS.iter().filter(|key| is_of_the_workbook(key)) {
            let text = texts.find(key).unwrap_or_default();
            assert_eq!(forbidden(&text, words), None, "{key} says: {text}");
        }
    }
}

#[test]
fn a_forbidden_word_is_found_wherever_it_stands() {
    assert_eq!(forbidden("Hvilke Symptomer har du?", &NEVER_DANISH), Some("symptom"));
    assert_eq!(forbidden("Godt gået!", &NEVER_DANISH), Some("!"));
    assert_eq!(forbidden("Your insight into your illness", &NEVER_ENGLISH), Some("insight"));
    assert_eq!(forbidden("Det gør mig godt", &NEVER_DANISH), None);
}

#[test]
fn every_page_section_and_question_of_the_workbook_has_its_words_and_no_words_are_left_over() {
    let pages = pages::all();
    let groups = ["group-plan", "group-who", "group-time"].map(String::from);
    let of_pages = pages.iter().flat_map(|page| page.required.iter().chain(&page.optional));
    let known: BTreeSet<&String> = groups.iter().chain(of_pages).collect();
    let there: BTreeSet<String> = KEYS.iter().filter(|key| is_of_the_workbook(key)).map(ToString::to_string).collect();
    for page in &pages {
        for key in &page.required {
            assert!(there.contains(key), "{} has no text for {key}", page.name);
        }
    }
    for key in &there {
        assert!(known.contains(key), "{key} belongs to nothing in the workbook");
    }
}

#[test]
fn what_is_said_before_a_page_is_short() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for (end, most) in [("-why", 40), ("-gentle", 45), ("-add", 8)] {
            for key in KEYS.iter().filter(|key| is_of_the_workbook(key) && key.ends_with(end)) {
                let words = texts.find(key).unwrap_or_default().split_whitespace().count();
                assert!(words <= most, "{key} has {words} words in {}, at most {most}", language.tag());
            }
        }
    }
}

/// Messages that name a count without a word that changes with it.
const COUNTS_ALONE: [&str; 2] = ["said-moved", "photo-photo"];

#[test]
fn a_count_of_one_is_never_said_as_several() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["da", "en"] {
        for file in std::fs::read_dir(root.join(language)).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for message in messages_of(&text) {
                let key = message.split(' ').next().unwrap_or_default();
                let asks = message.contains("$count ->") || COUNTS_ALONE.contains(&key);
                assert!(
                    asks || !message.contains("{ $count }"),
                    "{language}: {key} says a count without asking how many"
                );
            }
        }
    }
}

/// Each message with the lines that belong to it.
fn messages_of(text: &str) -> Vec<String> {
    let mut messages: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match messages.last_mut() {
            Some(last) if line.starts_with([' ', '}']) => last.push_str(line),
            _ => messages.push(line.to_string()),
        }
    }
    messages
}

#[test]
fn a_message_is_read_with_all_its_lines() {
    assert_eq!(messages_of("# a\na = x\nb = { $count ->\n   *[other] { $count }\n}\n").len(), 2);
}
