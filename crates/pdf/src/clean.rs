//! User text made ready for paper: every character either has a glyph, or is invisible and left out, or becomes □.
//! Long words get places to break, so that nothing runs off the page. Not here: fonts (`fonts`), layout.

use std::collections::BTreeSet;

use typst::text::is_default_ignorable;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{Face, face_for};

/// Drawn for a character no font has.
pub const PLACEHOLDER: char = '□';
/// Carries a mark that has no letter of its own.
const DOTTED_CIRCLE: char = '◌';
/// Where a long word may break.
const BREAK: char = '\u{200B}';
/// A word wider than this (in em) may break anywhere: the narrowest column holds it at the size it is set in.
const WIDEST_WORD: f64 = 14.5;
/// Marks above each other before they leave the line.
const MOST_MARKS: usize = 5;
/// Code points in one cluster; the longest emoji of the standard has ten.
const LONGEST_CLUSTER: usize = 16;

/// What cleaning many strings found out.
#[derive(Default)]
pub struct Cleaner {
    /// The fonts needed beside the text face.
    pub faces: BTreeSet<Face>,
    /// Something was drawn as □.
    pub replaced: bool,
    /// Only what the shipped fonts have (asked for when a font of the machine failed).
    pub shipped_only: bool,
    /// Characters that turned out not to be drawable.
    pub refused: BTreeSet<char>,
}

impl Cleaner {
    /// The text as it can be drawn. Line ends become `\n`.
    pub fn text(&mut self, raw: &str) -> String {
        let lines =
            raw.split(is_line_end).map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let plain: String = lines.chars().filter_map(visible).nfc().collect();
        let mut out = String::with_capacity(plain.len() + 8);
        let mut word = Word::default();
        for cluster in plain.graphemes(true) {
            if cluster.chars().all(|c| c == ' ' || c == '\n' || c == BREAK) {
                word.end(&mut out);
                out.push_str(cluster);
            } else {
                self.cluster(cluster, &mut word);
            }
        }
        word.end(&mut out);
        close_directions(&mut out);
        if !raw.is_empty() && out.chars().all(|c| c.is_whitespace() || is_default_ignorable(c)) {
            if raw.chars().all(char::is_whitespace) {
                return String::new();
            }
            out.clear();
            self.placeholder(&mut word);
            word.end(&mut out);
        }
        out
    }

    /// The note about □, which needs the font of □ only when it is printed.
    pub fn shielded(&self, raw: &str) -> String {
        raw.chars().filter_map(visible).collect()
    }

    fn cluster(&mut self, cluster: &str, word: &mut Word) {
        let chars: Vec<char> = cluster.chars().collect();
        let marks = chars.iter().filter(|&&c| is_combining_mark(c)).count();
        let stands = chars.first().is_some_and(|&c| !is_combining_mark(c));
        // Some vowel signs count as clusters of their own though they stand on the letter before.
        if let (false, 1, Some(before)) = (stands, chars.len(), word.clusters.last_mut()) {
            let marks = before.chars().filter(|&c| is_combining_mark(c)).count();
            if marks < MOST_MARKS
                && self
                    .face(
                        &before
                            .chars()
                            .filter(|&c| !is_default_ignorable(c))
                            .chain(chars.iter().copied())
                            .collect::<Vec<_>>(),
                    )
                    .is_some()
            {
                before.push_str(cluster);
                word.width += 0.5;
                return;
            }
        }
        if stands && marks <= MOST_MARKS && chars.len() <= LONGEST_CLUSTER && self.together(&chars, word) {
            return;
        }
        // Too tall, too long, or no single font has all of it: the letter with its first marks, the rest on circles.
        let mut rest = chars.as_slice();
        while let Some((&first, after)) = rest.split_first() {
            let taken = after.iter().take(MOST_MARKS).take_while(|&&c| is_combining_mark(c)).count();
            let (marks, others) = after.split_at(taken);
            if is_combining_mark(first) {
                self.mark(first, word);
                rest = after;
            } else if !marks.is_empty() && self.together(&[&[first], marks].concat(), word) {
                rest = others;
            } else {
                self.single(first, word);
                rest = after;
            }
        }
    }

    /// Draws characters as one cluster if one font has all that is visible of it.
    fn together(&mut self, chars: &[char], word: &mut Word) -> bool {
        let drawn: Vec<char> = chars.iter().copied().filter(|&c| !is_default_ignorable(c)).collect();
        let Some(face) = self.face(&drawn) else { return false };
        let width = drawn.iter().filter(|&&c| !is_combining_mark(c)).map(|&c| face.advance(c)).sum();
        word.push(&chars.iter().collect::<String>(), width);
        true
    }

    fn single(&mut self, c: char, word: &mut Word) {
        // A joiner without its neighbours joins nothing.
        if is_default_ignorable(c) {
            if !matches!(c, '\u{200D}' | '\u{FE00}'..='\u{FE0F}') {
                word.push(c.encode_utf8(&mut [0; 4]), 0.0);
            }
        } else if let Some(face) = self.face(&[c]) {
            word.push(c.encode_utf8(&mut [0; 4]), face.advance(c));
        } else {
            self.placeholder(word);
        }
    }

    /// It always has a glyph; its font must be in the set.
    fn placeholder(&mut self, word: &mut Word) {
        self.replaced = true;
        self.faces.extend(face_for(&[PLACEHOLDER], false));
        word.push(PLACEHOLDER.encode_utf8(&mut [0; 4]), 1.0);
    }

    fn mark(&mut self, c: char, word: &mut Word) {
        if let Some(face) = self.face(&[DOTTED_CIRCLE, c]) {
            word.push(&format!("{DOTTED_CIRCLE}{c}"), face.advance(DOTTED_CIRCLE) + face.advance(c));
        } else {
            self.placeholder(word);
        }
    }

    fn face(&mut self, chars: &[char]) -> Option<Face> {
        if chars.iter().any(|c| self.refused.contains(c)) {
            return None;
        }
        let face = face_for(chars, !self.shipped_only)?;
        self.faces.insert(face);
        Some(face)
    }
}

/// A run without a space, gathered until its width is known.
#[derive(Default)]
struct Word {
    clusters: Vec<String>,
    width: f64,
}

impl Word {
    fn push(&mut self, cluster: &str, width: f64) {
        self.clusters.push(cluster.to_owned());
        self.width += width;
    }

    fn end(&mut self, out: &mut String) {
        let between = if self.width > WIDEST_WORD { BREAK.encode_utf8(&mut [0; 4]).to_owned() } else { String::new() };
        out.push_str(&self.clusters.join(&between));
        self.clusters.clear();
        self.width = 0.0;
    }
}

/// What becomes of a character before fonts are asked: spaces and line ends made plain, invisible ones left out,
/// those a PDF may not hold replaced.
fn visible(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        // Joiners, variation selectors, direction marks, soft hyphen, word joiner, tags of flags: they shape the text.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' => Some(c),
        '\u{2066}'..='\u{2069}' | '\u{FE0E}' | '\u{FE0F}' | '\u{E0020}'..='\u{E007F}' => Some(c),
        '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' => Some(c),
        c if c.is_control() || is_default_ignorable(c) => None,
        '\u{FFF9}'..='\u{FFFB}' => None,
        // U+FFFC stands for an object inside Typst.
        c if is_private(c) || is_noncharacter(c) || c == '\u{FFFC}' => Some('\u{10FFFF}'),
        c => Some(c),
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{0B}' | '\u{0C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0xFFFFD | 0x100000..=0x10FFFD)
}

fn is_noncharacter(c: char) -> bool {
    let c = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&c) || c & 0xFFFE == 0xFFFE
}

/// Ends every direction the text opened, so that it cannot turn the words after it.
fn close_directions(text: &mut String) {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if open.last() == Some(&c) => {
                open.pop();
            }
            _ => {}
        }
    }
    text.extend(open.into_iter().rev());
}

/// Whether the text's first letter runs from right to left.
pub fn runs_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(raw: &str) -> (String, bool) {
        let mut cleaner = Cleaner::default();
        let text = cleaner.text(raw);
        (text, cleaner.replaced)
    }

    #[test]
    fn ordinary_danish_is_left_as_it_is() {
        for line in ["Gå en tur ved åen – også når det regner", "#ring* til _Mette_ <kl. 8> $5 @hjem", "12 34 56 78"]
        {
            assert_eq!(clean(line), (line.to_owned(), false));
        }
    }

    #[test]
    fn a_pasted_byte_order_mark_and_nul_disappear() {
        assert_eq!(clean("\u{FEFF}Ring\u{0} til Bo"), ("Ring til Bo".to_owned(), false));
    }

    #[test]
    fn a_character_no_font_has_becomes_a_square() {
        for c in ['\u{E000}', '\u{FFFE}', '\u{10FFFF}', '\u{378}', '\u{12000}'] {
            assert_eq!(clean(&format!("a{c}b")), ("a□b".to_owned(), true), "{c:?}");
        }
    }

    #[test]
    fn a_line_of_only_invisible_characters_is_still_a_line() {
        assert_eq!(clean("\u{FEFF}\u{0}"), ("□".to_owned(), true));
        assert_eq!(clean("  "), (String::new(), false));
        // A name of nothing but a filler is one some people give themselves; the square needs its font.
        let mut cleaner = Cleaner::default();
        assert_eq!(cleaner.text("\u{3164}"), "□");
        assert!(!cleaner.faces.is_empty());
        assert_eq!(cleaner.text(" "), "", "what is empty stays so after something was replaced");
    }

    #[test]
    fn a_long_word_may_break_and_a_danish_compound_may_not() {
        let (long, _) = clean(&"x".repeat(500));
        assert_eq!(long.replace(BREAK, ""), "x".repeat(500));
        assert_eq!(long.matches(BREAK).count(), 499);
        let compound = "forhåndstilkendegivelserne";
        assert_eq!(clean(compound).0, compound);
    }

    #[test]
    fn a_lone_mark_gets_a_circle_to_stand_on() {
        assert_eq!(clean("\u{301}").0, "◌\u{301}");
        let (tower, _) = clean(&format!("q{}", "\u{301}".repeat(40)));
        assert_eq!(tower.matches('\u{301}').count(), 40, "no mark is lost");
    }

    #[test]
    fn an_opened_direction_is_closed_again() {
        assert!(clean("\u{202E}omvendt").0.ends_with('\u{202C}'));
        assert!(clean("\u{2067}a\u{2066}b").0.ends_with("\u{2069}\u{2069}"));
    }

    #[test]
    fn right_to_left_is_seen_in_the_first_letter() {
        assert!(runs_right_to_left("… שלום"));
        assert!(runs_right_to_left("مرحبا Mette"));
        assert!(!runs_right_to_left("Mette مرحبا"));
    }
}
