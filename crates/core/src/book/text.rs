//! What may stand in a field: composed (NFC), no control characters but tab and line break, at most a million bytes.
//! Not here: pasting, which also takes bullets off (`book/paste`). Everything else stays as it was typed.

use crate::error::Error;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The most one field holds, in bytes.
pub const MOST: usize = 1_000_000;

/// The most that is pasted at once, in bytes; far more than any plan, and well below what one change may hold.
pub const MOST_PASTED: usize = 8_000_000;

/// The most lines that are pasted at once: more than any plan, and done within a second or two.
pub const MOST_LINES: usize = 5_000;

/// Whether an old plan is short enough to be pasted.
///
/// # Errors
/// [`Error::TooLong`].
pub fn may_be_pasted(text: &str) -> Result<(), Error> {
    let bytes = text.len();
    if bytes > MOST_PASTED { Err(Error::TooLong { bytes, most: MOST_PASTED }) } else { Ok(()) }
}

/// A text as it is kept.
///
/// # Errors
/// [`Error::TooLong`].
pub fn clean(typed: &str) -> Result<String, Error> {
    // Refused before any work, so that a huge text costs nothing.
    within(typed.len(), MOST * 2)?;
    let stays = |letter: char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let plain = typed.chars().all(stays);
    let text = if plain && is_nfc(typed) {
        typed.to_string()
    } else {
        breaks(typed).chars().filter(|letter| stays(*letter)).nfc().collect()
    };
    within(text.len(), MOST)?;
    Ok(if text.chars().any(unseen) && !text.chars().any(seen) { String::new() } else { text })
}

/// Takes part in how other letters look, and is nothing by itself. A line or name of these alone could not be found again.
/// As Unicode has them (`Default_Ignorable_Code_Point`), with the fillers that are used to write an empty name.
const fn unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a letter shows.
pub fn seen(letter: char) -> bool {
    !unseen(letter) && !letter.is_whitespace()
}

/// A name or heading: the same on one line.
///
/// # Errors
/// [`Error::TooLong`].
pub fn clean_title(typed: &str) -> Result<String, Error> {
    Ok(clean(typed)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Every kind of line break as `\n`.
#[must_use]
pub fn breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}'], "\n")
}

fn within(bytes: usize, most: usize) -> Result<(), Error> {
    if bytes > most { Err(Error::TooLong { bytes, most: MOST }) } else { Ok(()) }
}

/// Whether these words stand in the text as words: *ro* does not stand in *roligt*.
#[must_use]
pub fn has_words(text: &str, words: &str) -> bool {
    let bound = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(words).any(|(at, found)| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + found.len()..).unwrap_or_default());
        bound(before.chars().next_back()) && bound(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_fillers_is_no_name() {
        for filler in ["\u{3164}", "\u{ffa0}", "\u{115f}\u{1160}", "\u{34f} \u{e0041}"] {
            assert_eq!(clean_title(filler).expect("short"), "", "{}", filler.escape_unicode());
        }
        assert_eq!(clean_title("한\u{3164}글 ❤\u{fe0f}").expect("short"), "한\u{3164}글 ❤\u{fe0f}");
    }

    #[test]
    fn what_is_typed_is_kept_but_for_control_characters() {
        assert_eq!(clean("  æøå \t👩‍👧 ★\n\u{200f}مرحبا  ").unwrap(), "  æøå \t👩‍👧 ★\n\u{200f}مرحبا  ");
        assert_eq!(clean("a\0b\u{7}c").unwrap(), "abc", "SQL reads a text only up to U+0000");
        assert_eq!(clean("a\u{7f}b\u{9b}c\u{85}d").unwrap(), "abc\nd", "the second range of control characters too");
        assert_eq!(clean("et\r\nto\rtre\u{b}fire").unwrap(), "et\nto\ntre\nfire", "words are not glued together");
        assert_eq!(clean("A\u{30a}rhus").unwrap(), "Århus", "the same word is found whatever keyboard wrote it");
    }

    #[test]
    fn what_cannot_be_seen_at_all_is_nothing() {
        assert_eq!(clean("\u{200b}\u{feff} ").unwrap(), "");
        assert_eq!(clean("a\u{200b}b").unwrap(), "a\u{200b}b", "inside words it is how they are written");
        assert_eq!(clean("  ").unwrap(), "  ", "someone is about to type");
    }

    #[test]
    fn a_field_holds_a_million_bytes_and_says_so_when_there_are_more() {
        assert_eq!(clean(&"a".repeat(MOST)).unwrap().len(), MOST);
        let error = clean(&"a".repeat(MOST + 1)).unwrap_err();
        assert!(matches!(error, Error::TooLong { bytes, most } if bytes == MOST + 1 && most == MOST));
    }
}
