//! Texts that are typed and pasted.

use holdepunkt_core::book::{paste, text};
use holdepunkt_core::keys::RecoveryWords;

/// Twelve words as someone types them from paper.
pub fn recovery_words(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let Ok(words) = RecoveryWords::read(&typed) else { return };
    let list = words.words();
    assert_eq!(RecoveryWords::read(&list.join(" ")).expect("its own words").words(), list);
    assert!(list.iter().enumerate().all(|(at, word)| words.is_at(at + 1, word)));
    assert!(!words.is_at(0, list[0]) && !words.is_at(13, list[11]));
}

/// An old plan pasted in: no empty line, no line in a line, nothing made up.
pub fn pasted_text(bytes: &[u8]) {
    let pasted = String::from_utf8_lossy(bytes);
    if text::may_be_pasted(&pasted).is_err() {
        return;
    }
    let plain = pasted.replace(['\u{feff}', '\0'], "");
    for line in paste::lines(&pasted) {
        assert!(!line.trim().is_empty() && !line.contains(['\n', '\r', '\0']));
        let words = line.split(" – ").flat_map(str::split_whitespace);
        words.for_each(|word| assert!(plain.contains(word), "every word was there"));
    }
}

/// A field as it is kept: keeping it again changes nothing.
pub fn field_text(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let Ok(kept) = text::clean(&typed) else { return };
    assert!(kept.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')));
    assert_eq!(text::clean(&kept).expect("not longer"), kept);
    let title = text::clean_title(&typed).expect("not longer");
    assert!(!title.contains(['\n', '\t']) && title.trim() == title);
    assert_eq!(text::clean_title(&title).expect("not longer"), title);
}
