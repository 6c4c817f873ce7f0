//! A tired person reads these pages: each Danish page of 60 words or more stays at LIX 30 or below.
//! LIX = words per sentence + long words (more than six letters) per hundred words. A heading or line break ends a sentence.

use holdepunkt_i18n::{Language, Texts};

mod pages;

const HIGHEST: f64 = 30.0;
const SHORTEST_PAGE: u32 = 60;

/// Names that cannot be shortened; they count as words, never as long ones.
const FIXED_NAMES: [&str; 8] = [
    "psykiatrilovens",
    "cpr-nummer",
    "digital",
    "forhåndstilkendegivelser",
    "behandlingstestamente",
    "fremtidsfuldmagt",
    "lovbekendtgørelse",
    "sundhedslovens",
];

struct Reading {
    words: u32,
    lix: f64,
}

fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Reading {
    let (mut words, mut long, mut sentences) = (0, 0, 0);
    for sentence in texts.into_iter().flat_map(|text| text.split(['.', '!', '?', ':', '\n'])) {
        let before = words;
        let parts = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '’');
        for word in parts.filter(|part| part.chars().any(char::is_alphanumeric)) {
            words += 1;
            long += u32::from(is_long(word));
        }
        sentences += u32::from(words > before);
    }
    let lix = f64::from(words) / f64::from(sentences.max(1)) + 100.0 * f64::from(long) / f64::from(words.max(1));
    Reading { words, lix }
}

fn is_long(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 6
        && !FIXED_NAMES.contains(&word.to_lowercase().as_str())
}

#[test]
fn every_danish_page_is_easy_to_read() {
    let texts = Texts::new(Language::Da);
    let mut readings = Vec::new();
    for page in pages::all() {
        let said: Vec<String> = page.required.iter().chain(&page.optional).filter_map(|key| texts.find(key)).collect();
        // Headings and the empty line's hint are short and would hide heavy prose, so that is read by itself too.
        let prose = said.iter().filter(|text| text.ends_with('.')).map(String::as_str);
        let (whole, prose) = (read(said.iter().map(String::as_str)), read(prose));
        readings.push((page.name, whole, prose));
    }
    readings.sort_by(|one, other| other.2.lix.total_cmp(&one.2.lix));
    println!("heaviest pages: LIX of the whole page, LIX of its prose alone, words");
    for (name, whole, prose) in readings.iter().take(5) {
        println!("{name}: {:.1}, {:.1}, {}", whole.lix, prose.lix, whole.words);
    }
    assert!(readings.len() >= 20, "the nine chapters hold twenty pages, {} were found", readings.len());
    for (name, whole, prose) in &readings {
        for reading in [whole, prose].into_iter().filter(|reading| reading.words >= SHORTEST_PAGE) {
            assert!(reading.lix <= HIGHEST, "{name} is heavy to read: LIX {:.1}", reading.lix);
        }
    }
}

#[test]
fn no_single_text_is_heavy_however_light_its_page_is() {
    let texts = Texts::new(Language::Da);
    for key in pages::all().iter().flat_map(|page| page.required.iter().chain(&page.optional)) {
        let text = texts.find(key).unwrap_or_default();
        let reading = read([text.as_str()]);
        // In a few words one long word already weighs much, so the ceiling is higher than a page's.
        assert!(reading.words < 12 || reading.lix <= 40.0, "{key} is heavy to read: LIX {:.1}: {text}", reading.lix);
    }
}

#[test]
fn the_figure_is_the_one_lix_gives() {
    let reading = read(["Katten sover. Hunden er ude.", "Overskrift"]);
    assert_eq!(reading.words, 6);
    let by_hand = 6.0 / 3.0 + 100.0 * 1.0 / 6.0;
    assert!((reading.lix - by_hand).abs() < 1e-9, "LIX is {} and should be {by_hand}", reading.lix);
}

#[test]
fn a_heavy_text_is_found_to_be_heavy() {
    let office = "Kommunalbestyrelsen tilbyder socialpædagogisk bistand, omsorg eller støtte samt optræning og hjælp til udvikling \
                  af færdigheder til personer med betydelig nedsat fysisk eller psykisk funktionsevne eller særlige sociale problemer.";
    assert!(read([office]).lix > HIGHEST, "the measure must be able to say no");
}

#[test]
fn the_name_of_a_law_does_not_make_a_page_heavy() {
    let named = read(["Det står i psykiatrilovens § 3."]).lix;
    let plain = read(["Det står i lovens § 3."]).lix;
    assert!((named - plain).abs() < 1e-9, "a law has the name it has");
}
