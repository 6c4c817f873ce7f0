//! The sheet with the twelve recovery words. Neutral: found by others, it does not say what it opens, or whose it is.
//! Not here: the words themselves, which `keys` makes.

use crate::document::RecoverySheet;
use crate::when;
use crate::world::World;
use holdepunkt_i18n::Texts;

/// The sheet for `words`, dated today, in the language of `texts`.
#[must_use]
pub fn recovery_sheet(words: &[String], texts: &Texts, world: &World) -> RecoverySheet {
    let day = world.now().date_naive();
    RecoverySheet {
        lang: texts.language().tag().to_string(),
        title: texts.print_sheet_title(),
        lead: vec![texts.print_sheet_lead_1(), texts.print_sheet_lead_2()],
        words: words.to_vec(),
        made: super::made(day),
        date: when::date(day, texts.language()),
        closing: vec![texts.print_sheet_closing_1(), texts.print_sheet_closing_2(), texts.print_sheet_closing_3()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use holdepunkt_i18n::Language;

    #[test]
    fn the_sheet_holds_the_words_in_order_and_does_not_say_what_they_open() {
        let words: Vec<String> = (1..=12).map(|number| format!("ord{number}")).collect();
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T23:30:00+01:00").expect("a time");
        let world = World::with_clock(move || now);
        for (language, date) in [(Language::Da, "22. november 2026"), (Language::En, "22 November 2026")] {
            let sheet = recovery_sheet(&words, &Texts::new(language), &world);
            assert_eq!((sheet.words, sheet.date.as_str(), sheet.made), (words.clone(), date, (2026, 11, 22)));
            let said = [vec![sheet.title], sheet.lead, sheet.closing].concat().join(" ").to_lowercase();
            for telling in ["holdepunkt", "bog", "book", "plan", "dagbog", "krise", "crisis", "psyk", "notes"] {
                assert!(!said.contains(telling), "`{telling}` tells a finder what the words open: {said}");
            }
        }
    }
}
