//! One line, or one person, of the book as one line on paper.
//! Not here: which of them are printed together (`front`, `parts`).

use super::said::{self, Besides};
use crate::book::text;
use crate::change::{Choice, LinkKind, Mark, Wanted};
use crate::document::{Item, Picture, Said};
use crate::view::{Line, LinkView, PersonView, PictureView, ToolView};
use holdepunkt_i18n::Texts;
use std::collections::HashMap;

/// The bytes of the pictures of a print, by id.
pub(crate) type Pictures = HashMap<String, Vec<u8>>;

/// Whether a picture is drawn here.
#[derive(Clone, Copy)]
pub(super) enum Drawn<'a> {
    Here(&'a Pictures),
    /// It stands further on in the same print; words beside it are enough.
    FurtherOn,
    /// There is no room: it is told in words.
    Never,
}

/// What links may point at on paper: nothing private, nothing in the trash, and nobody who is not wanted; and the pictures.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub tools: &'a [ToolView],
    pub people: &'a [PersonView],
    pub pictures: Drawn<'a>,
}

/// Words a name on a list may begin with that are no name.
const NO_NAMES: [&str; 12] = ["min", "mit", "mine", "vores", "den", "det", "my", "our", "the", "hr", "fru", "doktor"];

impl Known<'_> {
    /// What is drawn for a link under a line whose own words are `said`; `None` when that would add nothing. Only the citizen's words count:
    /// they are the same in every language of a print.
    fn shows(&self, link: &LinkView, said: &str) -> Option<String> {
        if is_blank(&link.text) {
            return None;
        }
        let name = link.text.trim();
        match link.kind {
            LinkKind::Tool => {
                let known = |tool: &&ToolView| tool.id == link.to && !tool.marks.contains(&Mark::Private);
                self.tools.iter().find(known)?;
                (!text::has_words(&said.to_lowercase(), &name.to_lowercase())).then(|| link.text.clone())
            }
            LinkKind::Person => {
                let fields = &self.people.iter().find(|person| person.id == link.to)?.fields;
                let phone = fields.phone.trim();
                match fields.wanted {
                    Wanted::No => None,
                    Wanted::Yes if !phone.is_empty() && !said.contains(phone) => Some(format!("{name}, {phone}")),
                    _ => (!names(said, name)).then(|| link.text.clone()),
                }
            }
        }
    }
}

/// Whether the text holds the name, or the first name as a word of its own (*Mette*, *Mettes*).
fn names(said: &str, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    let is_name = !NO_NAMES.contains(&first.trim_end_matches('.').to_lowercase().as_str());
    let mut words = said.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let first_said = is_name && words.any(|word| word == first || word.strip_suffix('s') == Some(first));
    first_said || (name.contains(char::is_whitespace) && said.contains(name))
}

/// Whether nothing would be seen on paper.
pub(crate) fn is_blank(text: &str) -> bool {
    !text.chars().any(text::seen)
}

/// Words, a reason or a picture.
pub(super) fn says_something(line: &Line) -> bool {
    !(is_blank(&line.text) && is_blank(&line.because) && line.pictures.is_empty())
}

/// Private lines and lines with nothing in them are not printed.
pub(super) fn is_printed(line: &Line) -> bool {
    says_something(line) && !line.marks.contains(&Mark::Private)
}

/// The line with its reason, its links and whose words it was, under `label`.
pub(super) fn of_line(line: &Line, label: String, known: &Known<'_>, texts: &Texts) -> Item {
    let because = because(&line.because, texts);
    // A reason without a wish is still something the citizen wrote.
    let (text, because) = if is_blank(&line.text) { (because, String::new()) } else { (line.text.clone(), because) };
    let said = format!("{}\n{}", line.text, line.because);
    let Shown { pictures, told, marks } = apart(line, is_blank(&text), known.pictures, texts);
    let links: Vec<String> = line.links.iter().filter_map(|link| known.shows(link, &said)).collect();
    let told_of = called(line, texts);
    let besides = Besides { because: true, author: true, links: links.clone(), pictures: marks, told: told_of };
    Item {
        label,
        text: with_told(&text, &told),
        because,
        phone: String::new(),
        links,
        author: if is_blank(&line.author) { String::new() } else { texts.print_author(&line.author) },
        ruled: 0,
        pictures,
        of: vec![said::of_line(line, &besides)],
    }
}

/// The line alone, where there is no room for reasons and pictures; a reason without a wish stands in its place.
pub(super) fn alone(line: &Line, texts: &Texts) -> Item {
    let text = if is_blank(&line.text) { because(&line.because, texts) } else { line.text.clone() };
    let Shown { told, marks, .. } = apart(line, is_blank(&text), Drawn::Never, texts);
    let because = is_blank(&line.text);
    let besides = Besides { because, pictures: marks, told: called(line, texts), ..Besides::default() };
    Item { text: with_told(&text, &told), of: vec![said::of_line(line, &besides)], ..Item::default() }
}

/// What is seen of the pictures and recordings of a line.
#[derive(Default)]
struct Shown {
    pictures: Vec<Picture>,
    /// What is said of those that are not drawn.
    told: Vec<String>,
    /// What tells each from another: a picture that is drawn is itself, of one that is told only its words are on paper.
    marks: Vec<String>,
}

/// The pictures that are drawn, and what is said of the others and of recordings. `alone`: the line has no words.
fn apart(line: &Line, alone: bool, drawn: Drawn<'_>, texts: &Texts) -> Shown {
    let mut shown = Shown::default();
    for picture in &line.pictures {
        let bytes = match drawn {
            Drawn::Here(pictures) if !picture.sound => pictures.get(&picture.id),
            Drawn::FurtherOn if !picture.sound && !alone => continue,
            _ => None,
        };
        let note = told(picture, texts);
        match bytes {
            Some(bytes) => {
                let shows = picture.alt.trim().to_string();
                let alt = if shows.is_empty() { texts.print_picture_plain() } else { shows.clone() };
                shown.pictures.push(Picture { bytes: bytes.clone(), shows, alt, note });
                shown.marks.extend([picture.id.clone(), picture.alt.clone()]);
            }
            None => {
                shown.told.push(note);
                shown.marks.extend(mark(picture));
            }
        }
    }
    shown
}

/// What tells a picture or recording from another where only words are said of it.
fn mark(picture: &PictureView) -> [String; 2] {
    let kind = if picture.sound { "sound" } else { "picture" };
    [kind.to_string(), picture.alt.clone()]
}

/// What is said of a picture or recording that is not shown. What a picture shows is told in the citizen's own words.
fn told(picture: &PictureView, texts: &Texts) -> String {
    match (picture.sound, is_blank(&picture.alt)) {
        (true, true) => texts.print_sound(),
        (true, false) => texts.print_sound_of(picture.alt.trim()),
        (false, true) => texts.print_picture(),
        (false, false) => texts.print_picture_of(picture.alt.trim()),
    }
}

fn with_told(text: &str, told: &[String]) -> String {
    if told.is_empty() { text.to_string() } else { format!("{text} ({})", told.join("; ")).trim().to_string() }
}

/// What is said of all pictures and recordings of a line where none is shown; empty when it has none.
pub(crate) fn pictures(line: &Line, texts: &Texts) -> String {
    line.pictures.iter().map(|picture| told(picture, texts)).collect::<Vec<_>>().join("; ")
}

/// What a line is called that is only pictures or recordings; empty when it has none.
pub(crate) fn called(line: &Line, texts: &Texts) -> String {
    let called = line.pictures.iter().map(|picture| match (is_blank(&picture.alt), picture.sound) {
        (false, _) => picture.alt.trim().to_string(),
        (true, false) => texts.print_picture_plain(),
        (true, true) => texts.print_sound(),
    });
    called.collect::<Vec<_>>().join("; ")
}

/// What tells its pictures from others, for the register.
pub(crate) fn marks(line: &Line) -> Vec<String> {
    line.pictures.iter().flat_map(mark).collect()
}

/// The line in one string, where there is no room for a reason or a picture of its own; and what that says of it.
pub(super) fn whole(line: &Line, texts: &Texts) -> (String, Said) {
    let because = because(&line.because, texts);
    // The reason goes on in the same sentence.
    let text = if is_blank(&because) { line.text.as_str() } else { line.text.trim_end_matches(['.', ' ']) };
    let said = [text, because.as_str()].into_iter().filter(|part| !is_blank(part)).collect::<Vec<_>>().join(", ");
    let Shown { told, marks, .. } = apart(line, is_blank(&said), Drawn::Never, texts);
    let besides = Besides { because: true, pictures: marks, told: called(line, texts), ..Besides::default() };
    (with_told(&said, &told), said::of_line(line, &besides))
}

/// Name and relation; `None` when neither is written.
pub(super) fn named(person: &PersonView) -> Option<String> {
    let (name, relation) = (&person.fields.name, &person.fields.relation);
    match (is_blank(name), is_blank(relation)) {
        (false, false) => Some(format!("{name} ({relation})")),
        (false, true) => Some(name.clone()),
        (true, false) => Some(relation.clone()),
        (true, true) => None,
    }
}

/// Name and relation, number, and why. `None` when nothing of that is written about the person. The number of somebody
/// who is not wanted is left out: nobody shall ring it by mistake.
pub(super) fn of_person(person: &PersonView, texts: &Texts) -> Option<Item> {
    let fields = &person.fields;
    let unwanted = fields.wanted == Wanted::No;
    let phone = if unwanted || is_blank(&fields.phone) { String::new() } else { fields.phone.clone() };
    let because = because(&fields.why, texts);
    let name = named(person);
    if name.is_none() && phone.is_empty() && because.is_empty() {
        return None;
    }
    let of = vec![said::of_person(person)];
    Some(Item { text: name.unwrap_or_else(|| texts.print_person_nameless()), phone, because, of, ..Item::default() })
}

/// The label of an answer in a `choice` section; empty when nothing is chosen.
pub(crate) fn choice(choice: Choice, texts: &Texts) -> String {
    match choice {
        Choice::Unset => String::new(),
        Choice::Preferred => texts.print_choice_preferred(),
        Choice::Acceptable => texts.print_choice_acceptable(),
        Choice::Not => texts.print_choice_not(),
    }
}

/// Preferred first, then acceptable, then not; each in the citizen's own order.
pub(super) fn by_choice<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<&'a Line> {
    let mut lines: Vec<&Line> = lines.collect();
    lines.sort_by_key(|line| match line.choice {
        Choice::Preferred => 0,
        Choice::Acceptable => 1,
        Choice::Not => 2,
        Choice::Unset => 3,
    });
    lines
}

/// *fordi …*; the word is not doubled when the citizen began with it, in either language.
pub(crate) fn because(why: &str, texts: &Texts) -> String {
    if is_blank(why) {
        return String::new();
    }
    let begun = why.split_whitespace().next().unwrap_or_default().to_lowercase();
    let begun = begun.trim_end_matches(|letter: char| !letter.is_alphabetic());
    if ["fordi", "because"].contains(&begun) { why.to_string() } else { texts.print_because(why) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::PersonFields;
    use holdepunkt_i18n::Language;

    #[test]
    fn the_word_fordi_stands_once_however_the_citizen_began() {
        let danish = Texts::new(Language::Da);
        for (written, printed) in [
            ("det larmer", "fordi det larmer"),
            ("fordi det larmer", "fordi det larmer"),
            ("Fordi: det larmer", "Fordi: det larmer"),
            ("  FORDI det larmer", "  FORDI det larmer"),
            ("fordinand sover", "fordi fordinand sover"),
            ("because it is loud", "because it is loud"),
            ("   ", ""),
            ("", ""),
        ] {
            assert_eq!(because(written, &danish), printed);
        }
        assert_eq!(because("fordi det larmer", &Texts::new(Language::En)), "fordi det larmer");
        assert_eq!(because("it is loud", &Texts::new(Language::En)), "because it is loud");
    }

    #[test]
    fn a_person_is_printed_with_whatever_is_known_and_not_at_all_when_nothing_is() {
        let texts = Texts::new(Language::Da);
        let person = |name: &str, relation: &str, phone: &str| {
            let fields = PersonFields {
                name: name.into(),
                relation: relation.into(),
                phone: phone.into(),
                ..PersonFields::default()
            };
            of_person(&PersonView { id: "p".into(), fields }, &texts).map(|item| (item.text, item.phone))
        };
        let of = |text: &str, phone: &str| Some((text.to_string(), phone.to_string()));
        assert_eq!(person("Mette", "min søster", "12"), of("Mette (min søster)", "12"));
        assert_eq!(person("Mette", "", ""), of("Mette", ""));
        assert_eq!(person("", "vagten", "12"), of("vagten", "12"));
        assert_eq!(person("", " ", "12"), of("Uden navn", "12"));
        assert_eq!(person("", "", " "), None);
    }

    #[test]
    fn the_number_of_somebody_who_is_not_wanted_is_not_printed() {
        let texts = Texts::new(Language::Da);
        let of = |name: &str, why: &str| {
            let (name, phone, why) = (name.to_string(), "12".to_string(), why.to_string());
            let fields = PersonFields { name, phone, why, wanted: Wanted::No, ..PersonFields::default() };
            of_person(&PersonView { id: "p".into(), fields }, &texts).map(|item| (item.text, item.phone))
        };
        assert_eq!(of("Inger", ""), Some(("Inger".into(), String::new())));
        assert_eq!(of("", "hun bliver bange"), Some(("Uden navn".into(), String::new())));
        assert_eq!(of("", ""), None, "a number alone would leave an empty line");
    }

    #[test]
    fn a_link_is_printed_when_it_adds_a_name_or_a_number() {
        let person = |id: &str, phone: &str, wanted| {
            let fields = PersonFields { name: id.into(), phone: phone.into(), wanted, ..PersonFields::default() };
            PersonView { id: id.into(), fields }
        };
        let people = [
            person("Mette Eksempel", "12 34", Wanted::Yes),
            person("Lone", "", Wanted::Yes),
            person("Naboen", "56 78", Wanted::Unset),
            person("Min kusine", "", Wanted::Yes),
            person("Inger", "90", Wanted::No),
        ];
        let tools = ["strikke", "Te", "Ro", "En lille tur"];
        let tools = tools.map(|tool| ToolView { id: tool.into(), text: tool.into(), marks: Vec::new() });
        let known = Known { tools: &tools, people: &people, pictures: Drawn::Never };
        let link = |kind, to: &str, said: &str| {
            known.shows(&LinkView { id: "l".into(), kind, to: to.into(), text: to.into() }, said)
        };
        for (to, said, drawn) in [
            ("Mette Eksempel", "Ring Mette op.", Some("Mette Eksempel, 12 34")),
            ("Mette Eksempel", "Ring Mette op på 12 34.", None),
            ("Lone", "Lones gæsteværelse", None),
            ("Lone", "Lonetider", Some("Lone")),
            ("Naboen", "Spørg nebenan", Some("Naboen")),
            ("Naboen", "Naboen banker på", None),
            ("Min kusine", "Min kat", Some("Min kusine")),
            ("Min kusine", "Min kusine", None),
            ("Inger", "Ring", None),
            ("gone", "Ring", None),
        ] {
            assert_eq!(link(LinkKind::Person, to, said).as_deref(), drawn, "{to} under `{said}`");
        }
        for (to, said, drawn) in [
            ("strikke", "Giv mig noget i hænderne", Some("strikke")),
            ("strikke", "Strikke en time", None),
            ("Te", "Jeg sætter mig ned og venter", Some("Te")),
            ("Te", "Jeg laver te.", None),
            ("Ro", "Gå hjem i et roligt tempo", Some("Ro")),
            ("En lille tur", "Gå en lille tur!", None),
            ("En lille tur", "Gå en lille turné", Some("En lille tur")),
        ] {
            assert_eq!(link(LinkKind::Tool, to, said).as_deref(), drawn, "{to} under `{said}`");
        }
    }
}
