//! One line, or one person, of the book as one line on paper.
//! Not here: which of them are printed together (`front`, `parts`).

use crate::change::{Choice, LinkKind, Mark, Wanted};
use crate::document::Item;
use crate::view::{Line, LinkView, PersonView, ToolView};
use holdepunkt_i18n::Texts;

/// What links may point at on paper: nothing private, nothing in the trash, and nobody who is not wanted.
pub(super) struct Known<'a> {
    pub tools: &'a [ToolView],
    pub people: &'a [PersonView],
}

impl Known<'_> {
    fn shows(&self, link: &LinkView) -> bool {
        if is_blank(&link.text) {
            return false;
        }
        match link.kind {
            LinkKind::Tool => self.tools.iter().any(|tool| tool.id == link.to && !tool.marks.contains(&Mark::Private)),
            LinkKind::Person => {
                self.people.iter().any(|person| person.id == link.to && person.fields.wanted != Wanted::No)
            }
        }
    }
}

/// Whether nothing would be seen on paper.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Private lines and lines with nothing in them are not printed.
pub(super) fn is_printed(line: &Line) -> bool {
    let nothing = is_blank(&line.text) && is_blank(&line.because);
    !nothing && !line.marks.contains(&Mark::Private)
}

/// The line with its reason, its links and whose words it was, under `label`.
pub(super) fn of_line(line: &Line, label: String, known: &Known<'_>, texts: &Texts) -> Item {
    let because = because(&line.because, texts);
    // A reason without a wish is still something the citizen wrote.
    let (text, because) = if is_blank(&line.text) { (because, String::new()) } else { (line.text.clone(), because) };
    Item {
        label,
        text,
        because,
        phone: String::new(),
        links: line.links.iter().filter(|link| known.shows(link)).map(|link| link.text.clone()).collect(),
        author: if is_blank(&line.author) { String::new() } else { texts.print_author(&line.author) },
    }
}

/// The line in one string, where there is no room for a reason of its own.
pub(super) fn whole(line: &Line, texts: &Texts) -> String {
    let because = because(&line.because, texts);
    [line.text.as_str(), because.as_str()].into_iter().filter(|part| !is_blank(part)).collect::<Vec<_>>().join(", ")
}

/// Name and relation, number, and why. `None` when nothing at all is written about the person.
pub(super) fn of_person(person: &PersonView, texts: &Texts) -> Option<Item> {
    let fields = &person.fields;
    if [&fields.name, &fields.relation, &fields.phone, &fields.why].iter().all(|text| is_blank(text)) {
        return None;
    }
    let text = match (is_blank(&fields.name), is_blank(&fields.relation)) {
        (false, false) => format!("{} ({})", fields.name, fields.relation),
        (false, true) => fields.name.clone(),
        (true, false) => fields.relation.clone(),
        (true, true) => texts.print_person_nameless(),
    };
    let phone = if is_blank(&fields.phone) { String::new() } else { fields.phone.clone() };
    Some(Item { text, phone, because: because(&fields.why, texts), ..Item::default() })
}

/// The label of an answer in a `choice` section; empty when nothing is chosen.
pub(super) fn choice(choice: Choice, texts: &Texts) -> String {
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
fn because(why: &str, texts: &Texts) -> String {
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
}
