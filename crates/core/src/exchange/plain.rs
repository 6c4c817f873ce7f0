//! Chapters as text to paste elsewhere, e.g. into a municipal journal: Markdown or plain. Private lines are never in it, and nothing that
//! was written can become markup. Not here: prints (`printing`).

use crate::book::Book;
use crate::change::{Id, Mark, Wanted};
use crate::error::Error;
use crate::printing::item;
use crate::printing::said::{self, Besides};
use crate::share::{self, Saying};
use crate::view::{ContentsChapter, Kind, Line, PersonView, SectionView};
use crate::visit::may_open;
use crate::when;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    Markdown,
    Plain,
}

/// A text that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TextOrder {
    pub chapters: Vec<String>,
    pub style: Style,
    /// The copy it takes the place of, which it asks for in its first line; empty for none.
    pub replaces: Id,
}

impl Book {
    /// The chosen chapters as text, in the order of the book. Hidden chapters and headings, private lines and empty ones are left out.
    ///
    /// # Errors
    /// [`Error::NothingToPrint`] when nothing is left; what the database says.
    pub fn as_text(&self, order: &TextOrder, texts: &Texts) -> Result<String, Error> {
        let mut out = self.written(&order.chapters, order.style, texts)?;
        if out.text.is_empty() {
            return Err(Error::NothingToPrint);
        }
        if !order.replaces.is_empty() {
            let old = share::copy(self, &order.replaces, "", texts)?;
            out.text.insert(0, '\n');
            out.text.insert_str(0, &out.told(&texts.plain_replaces(&old.at)));
        }
        out.text.push('\n');
        let today = when::date(self.world().now().date_naive(), texts.language());
        out.text.push_str(&out.told(&texts.plain_closing(&today)));
        Ok(out.text)
    }

    /// Every line and person of such a text with what it says, and every chapter, so that it is known later which there were.
    ///
    /// # Errors
    /// What the database says.
    pub fn text_says(&self, chapters: &[String], texts: &Texts) -> Result<Vec<Saying>, Error> {
        Ok(self.written(chapters, Style::Plain, texts)?.says)
    }

    fn written(&self, chapters: &[String], style: Style, texts: &Texts) -> Result<Out, Error> {
        self.only_when_alone()?;
        let contents = self.contents(texts)?;
        let shown = contents.groups.iter().flat_map(|group| &group.chapters);
        let mut out = Out { style, text: String::new(), says: Vec::new() };
        for chapter in shown.filter(|chapter| chapters.contains(&chapter.id) && may_open(&chapter.id)) {
            self.chapter_as_text(chapter, &mut out, texts)?;
        }
        Ok(out)
    }

    fn chapter_as_text(&self, chapter: &ContentsChapter, out: &mut Out, texts: &Texts) -> Result<(), Error> {
        let mut begun = false;
        for page in &chapter.pages {
            let mut titled = false;
            for section in self.sections(&page.id, texts)? {
                let items = self.items(&section, texts)?;
                if items.is_empty() || section.kind == Kind::Derived {
                    continue;
                }
                if !begun {
                    out.says.push(share::chapter(chapter.id.clone()));
                    out.heading(1, &chapter.title);
                }
                if !titled && chapter.pages.len() > 1 {
                    out.heading(2, &page.title);
                }
                (begun, titled) = (true, true);
                if !section.title.is_empty() {
                    out.heading(if chapter.pages.len() > 1 { 3 } else { 2 }, &section.title);
                }
                items.into_iter().for_each(|item| out.item(item));
            }
        }
        Ok(())
    }

    fn items(&self, section: &SectionView, texts: &Texts) -> Result<Vec<Item>, Error> {
        if section.kind == Kind::People {
            let people = self.people()?;
            let told = |person| person_as_text(person, texts);
            return Ok(people.iter().filter_map(told).collect());
        }
        let open = section.lines.iter().filter(|line| !line.marks.contains(&Mark::Private));
        let told = |line| line_as_text(line, section, texts);
        Ok(open.filter_map(told).collect())
    }
}

fn line_as_text(line: &Line, section: &SectionView, texts: &Texts) -> Option<Item> {
    let text = line.text.trim();
    if text.is_empty() && line.because.trim().is_empty() && line.pictures.is_empty() {
        return None;
    }
    let asked =
        section.questions.iter().find(|question| question.id == line.prompt).map(|question| question.title.as_str());
    let chosen = item::choice(line.choice, texts);
    let mut said = match asked {
        Some(asked) => format!("{asked} {text}"),
        None => text.to_string(),
    };
    if !chosen.is_empty() {
        said = format!("{chosen}: {said}");
    }
    let because = item::because(&line.because, texts);
    let author = if line.author.is_empty() { String::new() } else { texts.print_author(&line.author) };
    let pictures = item::pictures(line, texts);
    // What a line points at is not in the text.
    let told = Besides {
        because: true,
        author: true,
        pictures: item::marks(line),
        told: item::called(line, texts),
        ..Besides::default()
    };
    for added in [because, author, pictures] {
        if !added.is_empty() {
            said = format!("{said} ({added})");
        }
    }
    Some(Item { said: said.trim().to_string(), says: said::of_line(line, &told).into() })
}

/// Nobody shall ring somebody who is not wanted by mistake: the number is left out, as on every print.
fn person_as_text(person: &PersonView, texts: &Texts) -> Option<Item> {
    let fields = &person.fields;
    let unwanted = fields.wanted == Wanted::No;
    let phone = if unwanted { "" } else { fields.phone.trim() };
    let parts = [fields.name.trim(), fields.relation.trim(), phone];
    let mut said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let why = item::because(fields.why.trim(), texts);
    if said.is_empty() && why.is_empty() {
        return None;
    }
    if said.is_empty() {
        said = texts.print_person_nameless();
    }
    let not = if unwanted { texts.plain_not_wanted() } else { String::new() };
    let added: Vec<String> = [not, why].into_iter().filter(|added| !added.is_empty()).collect();
    if !added.is_empty() {
        said = format!("{said} ({})", added.join(", "));
    }
    Some(Item { said, says: said::of_person(person).into() })
}

/// A line or person as it stands in the text, and what the register keeps of it.
struct Item {
    said: String,
    says: Saying,
}

struct Out {
    style: Style,
    text: String,
    says: Vec<Saying>,
}

impl Out {
    fn heading(&mut self, level: usize, title: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        match self.style {
            Style::Markdown => self.text.push_str(&format!("{} {}\n\n", "#".repeat(level), escaped(title))),
            Style::Plain if level == 1 => self.text.push_str(&format!("{}\n", title.to_uppercase())),
            Style::Plain => self.text.push_str(&format!("{title}\n")),
        }
    }

    fn item(&mut self, item: Item) {
        let said = if self.style == Style::Markdown { escaped(&item.said) } else { item.said };
        self.text.push_str(&format!("- {}\n", said.replace('\n', "\n  ")));
        self.says.push(item.says);
    }

    /// A line of its own.
    fn told(&self, said: &str) -> String {
        let said = if self.style == Style::Markdown { escaped(said) } else { said.to_string() };
        format!("{said}\n")
    }
}

/// So that a program that reads Markdown shows the very letters that were written.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut at_start, mut counts) = (true, false);
    for letter in text.chars() {
        let always = matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$');
        let numbers = counts && matches!(letter, '.' | ')');
        if always || numbers || at_start && matches!(letter, '#' | '-' | '+' | '=' | ':') {
            out.push('\\');
        }
        out.push(letter);
        // »112. ring« would become a list of its own.
        counts = (at_start || counts) && letter.is_ascii_digit();
        at_start = letter == '\n' || at_start && letter.is_whitespace();
    }
    out
}
