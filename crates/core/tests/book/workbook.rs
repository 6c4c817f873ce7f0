//! The template: every chapter file can be read, its ids are its own, and every part of it has its words.

use holdepunkt_core::view::Kind;
use holdepunkt_core::workbook::{key, parse, workbook};
use holdepunkt_i18n::{Language, Texts};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

#[test]
fn every_chapter_file_is_read_in_the_order_of_its_number() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../workbook/chapters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let sources: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    let on_disk: Vec<String> = parse(&sources).unwrap().chapters.into_iter().map(|chapter| chapter.id).collect();
    let embedded: Vec<String> = workbook().chapters.iter().map(|chapter| chapter.id.clone()).collect();
    assert_eq!(embedded, on_disk, "a new chapter file is named in crates/core/src/workbook too");
    assert!(!embedded.is_empty());
}

#[test]
fn ids_are_their_own_and_derived_sections_have_somewhere_to_look() {
    let mut sections = HashSet::new();
    let mut pages = HashSet::new();
    for chapter in &workbook().chapters {
        assert!(chapter.pages.iter().all(|page| pages.insert(&page.id)), "{}", chapter.id);
    }
    for (_, page, section) in workbook().sections() {
        assert!(sections.insert(&section.id), "{} stands twice", section.id);
        assert_eq!(section.kind == Kind::Questions, !section.questions.is_empty(), "{}", section.id);
        assert_eq!(section.kind == Kind::Derived, section.from.is_some(), "{}", section.id);
        if let Some(from) = &section.from {
            let (_, _, source) = workbook().section(from).expect(from);
            assert!(source.kind != Kind::Derived, "{from}");
        }
        let unique: HashSet<_> = section.questions.iter().map(|question| &question.id).collect();
        assert_eq!(unique.len(), section.questions.len(), "{} on {}", section.id, page.id);
    }
}

#[test]
fn every_part_of_the_workbook_has_its_words_in_both_languages() {
    let mut keys: Vec<String> = ["group-plan", "group-who", "group-time"].map(String::from).into();
    for chapter in &workbook().chapters {
        keys.push(key("ch", &chapter.id));
        for page in &chapter.pages {
            let page_key = key("pg", &page.id);
            keys.extend(["-why", "-example-1", "-example-2", "-example-3", ""].map(|end| format!("{page_key}{end}")));
        }
    }
    for (_, _, section) in workbook().sections() {
        keys.push(key("sec", &section.id));
        if matches!(section.kind, Kind::List | Kind::Choice | Kind::Text) {
            keys.push(format!("{}-add", key("sec", &section.id)));
        }
        keys.extend(section.questions.iter().map(|question| format!("{}-{}", key("q", &section.id), question.id)));
    }
    for language in Language::ALL {
        let texts = Texts::new(language);
        let missing: Vec<_> =
            keys.iter().filter(|key| texts.find(key).is_none_or(|text| text.trim().is_empty())).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.tag());
    }
}
