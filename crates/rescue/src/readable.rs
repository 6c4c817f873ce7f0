//! Everything in the book as Markdown that anyone can read. Not here: how prints look (`holdepunkt-pdf`).

use crate::export::Whole;
use holdepunkt_core::change::{Choice, Mark, Wanted};
use holdepunkt_core::view::{HistoryItem, Line, PersonView, PictureView};
use holdepunkt_i18n::Texts;
use std::fmt::Write as _;

pub fn markdown(whole: &Whole, at: &str, texts: &Texts) -> String {
    let mut out = format!("# {}\n\n{}\n", texts.rescue_title(), texts.rescue_written(at));
    for page in &whole.pages {
        let written: Vec<_> = page.sections.iter().filter(|section| !section.lines.is_empty()).collect();
        if written.is_empty() && page.paper.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {} – {}\n", page.chapter_title, page.title);
        for section in written {
            let _ = write!(out, "\n### {}\n\n", section.title);
            for line in &section.lines {
                let question = section.questions.iter().find(|question| question.id == line.prompt);
                write_line(&mut out, line, question.map(|question| question.title.as_str()), texts);
                line.pictures.iter().for_each(|picture| write_picture(&mut out, whole, picture));
                out.push('\n');
            }
        }
        for photograph in &page.paper {
            let _ = write!(out, "\n-");
            write_picture(&mut out, whole, &photograph.picture);
            out.push('\n');
        }
    }
    if !whole.other.is_empty() {
        let _ = write!(out, "\n## {}\n\n", texts.rescue_hidden());
        bare(&mut out, &whole.other, texts);
    }
    people(&mut out, &whole.people, texts);
    if !whole.trash.is_empty() {
        let _ = write!(out, "\n## {}\n\n", texts.rescue_trash());
        bare(&mut out, &whole.trash, texts);
    }
    history(&mut out, &whole.history, texts);
    let _ = write!(out, "\n{}\n", texts.rescue_rest());
    out
}

/// Line breaks stay inside the point they belong to.
fn point(text: &str) -> String {
    text.replace('\n', "\n  ")
}

fn write_line(out: &mut String, line: &Line, question: Option<&str>, texts: &Texts) {
    let _ = write!(out, "- ");
    if let Some(question) = question {
        let _ = write!(out, "*{question}* ");
    }
    if line.choice != Choice::Unset {
        let name = texts.find(&format!("choice-{}", word(&line.choice))).unwrap_or_else(|| word(&line.choice));
        let _ = write!(out, "({name}) ");
    }
    let _ = write!(out, "{}", point(&line.text));
    if !line.because.is_empty() {
        let _ = write!(out, " – {}", texts.rescue_because(&point(&line.because)));
    }
    for link in &line.links {
        let _ = write!(out, " → {}", point(&link.text));
    }
    if line.marks.contains(&Mark::Private) {
        let _ = write!(out, " ({})", texts.rescue_private());
    }
    if !line.author.is_empty() {
        let _ = write!(out, " [{}]", line.author);
    }
}

/// Where the picture or recording lies, with what was written about it.
fn write_picture(out: &mut String, whole: &Whole, picture: &PictureView) {
    let Some(file) = whole.pictures.get(&picture.id) else { return };
    let words: String = picture.alt.split_whitespace().collect::<Vec<_>>().join(" ").replace(['[', ']'], "");
    let seen = if picture.sound { "" } else { "!" };
    let _ = write!(out, " {seen}[{words}]({file})");
}

/// The word an enum is stored as.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}

fn bare(out: &mut String, lines: &[(String, String)], texts: &Texts) {
    for (text, because) in lines {
        let because =
            if because.is_empty() { String::new() } else { format!(" – {}", texts.rescue_because(because)) };
        let _ = writeln!(out, "- {}{}", point(text), point(&because));
    }
}

fn people(out: &mut String, people: &[PersonView], texts: &Texts) {
    if people.is_empty() {
        return;
    }
    let _ = write!(out, "\n## {}\n\n", texts.rescue_people());
    for person in people {
        let fields = &person.fields;
        let wanted = match fields.wanted {
            Wanted::Unset => String::new(),
            Wanted::Yes => texts.rescue_wanted(),
            Wanted::No => texts.rescue_not_wanted(),
        };
        let why = if fields.why.is_empty() { String::new() } else { texts.rescue_because(&fields.why) };
        let parts = [&fields.name, &fields.relation, &fields.phone, &wanted, &why];
        let parts: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| point(part)).collect();
        let _ = writeln!(out, "- {}", parts.join(", "));
    }
}

fn history(out: &mut String, items: &[HistoryItem], texts: &Texts) {
    let _ = write!(out, "\n## {}\n\n", texts.rescue_history());
    for item in items {
        let who = if item.author.is_empty() { String::new() } else { format!(" ({})", item.author) };
        let _ = write!(out, "- {}. {}{who}: {}", item.revision, item.at, item.what);
        if !item.text.is_empty() {
            let _ = write!(out, " – {}", point(&item.text));
        }
        if !item.because.is_empty() {
            let _ = write!(out, " – {}", texts.rescue_because(&point(&item.because)));
        }
        out.push('\n');
    }
}
