//! An old plan pasted in: one line per line, without the marks word processors and lists put in front.
//! Not here: where the lines go. A number that is part of what is said stays (*112*, *5 minutters ro*, *24. december*).

use super::text::breaks;

/// The last four are how Word writes its bullets in the fonts Symbol and Wingdings.
const BULLETS: [char; 19] = [
    '-', '*', '+', '•', '–', '—', '·', '◦', '▪', '●', '○', '■', '□', '‣', '⁃', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
    '\u{f0fc}',
];
const BOXES: [char; 5] = ['☐', '☑', '☒', '✓', '✔'];
/// What an ordinal counts when it is not a list's number.
const COUNTED: [&str; 34] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
    "sal",
    "klasse",
    "juledag",
    "påskedag",
];

/// The lines of a pasted text, empty ones dropped.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let text = breaks(&text.replace(['\u{feff}', '\0'], "")).replace(['\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    let letter_bullets = lines.iter().filter(|line| after_letter_bullet(line).is_some()).count();
    if lines.len() > 1 && letter_bullets * 2 > lines.len() {
        for line in &mut lines {
            *line = after_letter_bullet(line).unwrap_or(line);
        }
    }
    for line in &mut lines {
        *line = after_bullets(line);
    }
    let numbers: Vec<_> = lines.iter().map(|line| after_number(line)).collect();
    let plain = lines.iter().enumerate().map(|(index, line)| match &numbers[index] {
        Some(number) if number.is_a_list(index, &numbers) => after_bullets(number.rest),
        _ => line,
    });
    plain.filter(|line| !line.is_empty()).map(cells).collect()
}

/// Cells of a spreadsheet's row as one line.
fn cells(line: &str) -> String {
    line.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// Word on a Mac and Outlook write their round bullet as the letter o.
fn after_letter_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('o')?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

fn after_bullets(line: &str) -> &str {
    let mut line = line;
    while let Some(rest) = after_bullet(line).or_else(|| after_box(line)) {
        line = rest;
    }
    line
}

fn after_bullet(line: &str) -> Option<&str> {
    let bullet = line.chars().next().filter(|letter| BULLETS.contains(letter))?;
    let rest = &line[bullet.len_utf8()..];
    // A bullet that also means something else needs its space: -5 grader, *vigtigt*.
    let clear = !matches!(bullet, '-' | '*' | '+' | '–' | '—' | '·');
    (clear || rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn after_box(line: &str) -> Option<&str> {
    let boxed = ["[ ]", "[x]", "[X]", "[]"].iter().find_map(|ticked| line.strip_prefix(ticked));
    boxed.or_else(|| line.strip_prefix(BOXES)).map(str::trim_start)
}

struct Number<'a> {
    value: u32,
    rest: &'a str,
    /// Written with a bracket, or a letter: never part of what is said.
    sure: bool,
}

impl Number<'_> {
    /// `2.` is a list's number when 1 or 3 stand beside it; `24.` before *december* never is.
    fn is_a_list(&self, index: usize, numbers: &[Option<Number<'_>>]) -> bool {
        let word: String = self.rest.chars().take_while(|letter| letter.is_alphabetic()).collect();
        let counts_something = COUNTED.contains(&word.to_lowercase().as_str());
        let value_at = |index: usize| numbers.get(index)?.as_ref().map(|number| number.value);
        let before = index.checked_sub(1).and_then(value_at);
        let in_row = before.is_some_and(|value| value + 1 == self.value || value == self.value)
            || value_at(index + 1).is_some_and(|value| value == self.value + 1 || value == self.value);
        self.sure || !counts_something && (self.value == 1 || in_row)
    }
}

/// `1. `, `1) ` or `a) ` at the start.
fn after_number(line: &str) -> Option<Number<'_>> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (value, length) = match digits {
        0 => (0, line.chars().next().filter(char::is_ascii_alphabetic)?.len_utf8()),
        1..=3 => (line[..digits].parse().ok()?, digits),
        _ => return None,
    };
    let mark = line[length..].chars().next().filter(|mark| *mark == ')' || *mark == '.' && digits > 0)?;
    let rest = &line[length + 1..];
    if !rest.starts_with(char::is_whitespace) {
        return None;
    }
    Some(Number { value, rest: rest.trim_start(), sure: mark == ')' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_makes_a_line_and_empty_ones_are_dropped() {
        assert_eq!(lines("\u{feff}et\r\nto\n\n  \rtre\u{b}fire\u{2028}fem\n"), ["et", "to", "tre", "fire", "fem"]);
        assert!(lines(" \n\t\r\n").is_empty());
    }

    #[test]
    fn bullets_and_boxes_are_taken_off() {
        let pasted =
            "- gå en tur\n* ring til Mette\n•\tsov\n– spis\n·  bad\n◦ te\n▪ musik\n[ ] opvask\n- [x] post\n☐ aviser";
        assert_eq!(
            lines(pasted),
            ["gå en tur", "ring til Mette", "sov", "spis", "bad", "te", "musik", "opvask", "post", "aviser"]
        );
    }

    #[test]
    fn the_letter_o_is_a_bullet_only_when_most_lines_have_it() {
        assert_eq!(lines("o gå en tur\no sov\nring til Mette"), ["gå en tur", "sov", "ring til Mette"]);
        assert_eq!(lines("o gå en tur\nsov\nspis"), ["o gå en tur", "sov", "spis"]);
    }

    #[test]
    fn numbers_of_a_list_are_taken_off() {
        assert_eq!(lines("1. gå\n2. sov\n3. spis"), ["gå", "sov", "spis"]);
        assert_eq!(lines("1) gå\n2) sov\na) spis\nb) drik"), ["gå", "sov", "spis", "drik"]);
    }

    #[test]
    fn a_number_that_is_said_stays() {
        for said in
            ["5 minutters ro", "112", "24. december", "1. maj er jeg fri", "-5 grader er for koldt", "1813", "3.5 km"]
        {
            assert_eq!(lines(said), [said]);
        }
        assert_eq!(lines("ring 112\n112. er alarm"), ["ring 112", "112. er alarm"]);
    }

    #[test]
    fn cells_of_a_spreadsheet_stay_beside_each_other() {
        assert_eq!(lines("Mette\tsøster\t\t12 34 56 78"), ["Mette – søster – 12 34 56 78"]);
    }
}
