//! History as a person reads it.

use crate::builder::Desk;
use holdepunkt_core::change::{Change, Mark, Place};
use holdepunkt_core::view::HistoryItem;
use holdepunkt_i18n::{Language, Texts};

fn of_line(desk: &Desk, line: &str) -> Vec<HistoryItem> {
    desk.book().history_of_line(line, &desk.texts).unwrap()
}

#[test]
fn a_line_tells_who_wrote_what_and_when_newest_first() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    desk.wait(3600);
    desk.change(Change::WriteBecause { id: line.clone(), because: "sådan begyndte det".into() });
    desk.wait(3600);
    desk.change(Change::RemoveLine { id: line.clone() });
    let items = of_line(&desk, &line);
    let told: Vec<_> = items
        .iter()
        .map(|item| (item.what.as_str(), item.text.as_str(), item.because.as_str(), item.at.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("linje fjernet", "", "", "22. november 2026 kl. 16.04"),
            ("grund skrevet", "uro", "sådan begyndte det", "22. november 2026 kl. 15.04"),
            ("ny linje", "uro", "", "22. november 2026 kl. 14.04"),
        ]
    );
    assert!(items.iter().all(|item| item.author.is_empty() && item.line.as_deref() == Some(line.as_str())));
    assert_eq!(items.iter().map(|item| item.restorable).collect::<Vec<_>>(), [false, true, true]);
    let english = desk.book().history_of_line(&line, &Texts::new(Language::En)).unwrap();
    assert_eq!((english[0].what.as_str(), english[0].at.as_str()), ("line removed", "22 November 2026 at 16:04"));
}

#[test]
fn a_version_that_is_the_one_of_today_is_not_offered() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(60);
    desk.write(&line, "to");
    desk.wait(60);
    let third = desk.write(&line, "en").revision;
    assert_eq!(of_line(&desk, &line).iter().map(|item| item.restorable).collect::<Vec<_>>(), [false, true, false]);
    desk.change(Change::RestoreLine { id: line.clone(), revision: third - 1 });
    assert_eq!(desk.texts_of("signs.inner"), ["to"]);
    assert_eq!(of_line(&desk, &line)[0].what, "tidligere udgave hentet frem");
}

#[test]
fn an_earlier_version_never_takes_only_me_off_a_line() {
    let mut desk = Desk::new();
    let line = desk.line("crisis.helps", "en");
    let first = desk.book().revision();
    desk.wait(60);
    desk.write(&line, "to");
    desk.wait(60);
    desk.change(Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true });
    let offered = || of_line(&desk, &line).iter().map(|item| item.restorable).collect::<Vec<_>>();
    assert_eq!(offered(), [false, false, true], "what would change nothing is not offered");
    desk.change(Change::RestoreLine { id: line.clone(), revision: first });
    let line = desk.lines("crisis.helps").remove(0);
    assert_eq!((line.text.as_str(), line.marks), ("en", vec![Mark::Private]), "it would be in the next print");
}

#[test]
fn saves_close_together_are_one_item_with_the_last_words() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "j");
    for text in ["je", "jeg", "jeg sover"] {
        desk.wait(2);
        desk.write(&line, text);
    }
    let items = of_line(&desk, &line);
    assert_eq!((items.len(), items[0].text.as_str(), items[0].what.as_str()), (1, "jeg sover", "ny linje"));
}

#[test]
fn undo_and_redo_are_told_too() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(60);
    desk.write(&line, "to");
    desk.undo();
    desk.redo();
    let items = of_line(&desk, &line);
    let told: Vec<_> = items.iter().map(|item| (item.what.as_str(), item.text.as_str())).collect();
    let expected = [
        ("gjort igen: linje skrevet", "to"),
        ("fortrudt: linje skrevet", "en"),
        ("linje skrevet", "to"),
        ("ny linje", "en"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_chapter_tells_of_its_lines_headings_and_people_and_not_of_others() {
    let mut desk = Desk::new();
    desk.line("well.like", "glad");
    desk.line("crisis.signs", "jeg svarer ikke");
    let place = Place::Last;
    desk.change(Change::PasteLines { section: "crisis.helps".into(), text: "ro\nte".into(), place });
    desk.person("Mette");
    desk.change(Change::RenameSection { id: "crisis.helps".into(), title: "Det hjælper".into() });
    let items = desk.book().history_of_chapter("crisis", &desk.texts).unwrap();
    let told: Vec<_> = items.iter().map(|item| (item.what.as_str(), item.text.as_str())).collect();
    assert_eq!(
        told,
        [
            ("overskrift omdøbt", ""),
            ("ny person", "Mette"),
            ("linjer sat ind", "ro\nte"),
            ("ny linje", "jeg svarer ikke")
        ]
    );
    assert_eq!(desk.book().history_of_chapter("signs", &desk.texts).unwrap().len(), 0);
    assert_eq!(desk.book().history_of_chapter("well", &desk.texts).unwrap().len(), 1);
}

#[test]
fn history_reads_the_same_after_a_restart() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "en");
    desk.wait(60);
    desk.write(&line, "to");
    let before = of_line(&desk, &line);
    desk.restart();
    assert_eq!(of_line(&desk, &line), before);
}
