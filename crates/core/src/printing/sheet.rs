//! The sheet with the twelve recovery words. Neutral: found by others, it does not say what it opens, or whose it is.
//! Not here: the words themselves, which `keys` makes.

use crate::document::RecoverySheet;
use crate::when;
use crate::world::World;
use holdepunkt_i18n::Texts;
use qrcode::EcLevel;

/// The sheet for `words`, dated today, in the language of `texts`.
#[must_use]
pub fn recovery_sheet(words: &[String], texts: &Texts, world: &World) -> RecoverySheet {
    let day = world.now().date_naive();
    RecoverySheet {
        lang: texts.language().tag().to_string(),
        title: texts.print_sheet_title(),
        lead: vec![texts.print_sheet_lead_1(), texts.print_sheet_lead_2()],
        words: words.to_vec(),
        // With a space between; it survives a quarter of it being worn (level Q).
        squares: super::squares(&words.join(" "), EcLevel::Q),
        squares_say: texts.print_sheet_squares(),
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
            assert_eq!(sheet.squares.len(), sheet.squares.first().map_or(0, String::len), "as wide as it is high");
            assert!(sheet.squares.len() >= 21, "the smallest there is");
            let said =
                [vec![sheet.title, sheet.squares_say], sheet.lead, sheet.closing].concat().join(" ").to_lowercase();
            for telling in ["holdepunkt", "bog", "book", "plan", "dagbog", "krise", "crisis", "psyk", "notes"] {
                assert!(!said.contains(telling), "`{telling}` tells a finder what the words open: {said}");
            }
        }
    }

    #[test]
    fn a_camera_reads_the_words_from_the_squares() {
        let words: Vec<String> = include_str!("../../../../workbook/words-da.txt")
            .lines()
            .filter(|word| word.contains(['æ', 'ø', 'å']))
            .step_by(7)
            .take(12)
            .map(str::to_string)
            .collect();
        let sheet = recovery_sheet(&words, &Texts::new(Language::Da), &World::real());
        let (side, cell, margin) = (sheet.squares.len(), 4, 16);
        let size = side * cell + 2 * margin;
        let dark = |x: usize, y: usize| {
            let at = |place: usize| place.checked_sub(margin).map(|place| place / cell).filter(|at| *at < side);
            at(x).zip(at(y)).is_some_and(|(x, y)| sheet.squares[y].as_bytes()[x] == b'1')
        };
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| if dark(x, y) { 0 } else { 255 });
        let codes = seen.detect_grids();
        let (_, text) = codes.first().expect("squares are found").decode().expect("they can be read");
        assert_eq!(text, words.join(" "));
        // What a telephone gives is pasted on the lock screen as it is.
        assert!(matches!(crate::keys::RecoveryWords::read(&text), Ok(_) | Err(crate::error::Error::WordsDoNotMatch)));
    }
}
