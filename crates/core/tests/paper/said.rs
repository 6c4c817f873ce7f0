//! The register knows of exactly the words that are on paper: for every form, whatever is written and ticked.

use crate::builder::{Desk, id};
use crate::register::{copies, give};
use holdepunkt_core::change::{
    Change, Choice, Copy, Form, HelpLineFields, LinkKind, Mark, PersonFields, Place, Tick, Wanted,
};
use holdepunkt_core::document::{Cover, Document, Front, Print};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::plain::{Style, TextOrder};
use holdepunkt_core::printing::{self, Printed};
use holdepunkt_core::share::view::{CopyView, Standing};
use holdepunkt_core::share::{self, Filed, Selection};
use holdepunkt_core::view::Kind;
use holdepunkt_core::workbook::workbook;
use holdepunkt_i18n::{Language, Texts};
use proptest::prelude::*;
use std::collections::BTreeSet;

const FORMS: [Form; 5] = [Form::Plan, Form::Supporter, Form::Doctor, Form::Card, Form::Book];
const CHOICES: [Choice; 4] = [Choice::Unset, Choice::Preferred, Choice::Acceptable, Choice::Not];
const WANTED: [Wanted; 3] = [Wanted::Unset, Wanted::Yes, Wanted::No];

/// Words that stand nowhere but where they were written: `qq17qq`.
struct Words(u32);

impl Words {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!("qq{}qq", self.0)
    }
}

fn found(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.starts_with("qq") && word.ends_with("qq")).map(str::to_string).collect()
}

fn on_paper(print: &Print) -> BTreeSet<String> {
    let json = match print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => {
            serde_json::to_string(document)
        }
        Print::Card(card) => serde_json::to_string(card),
    };
    // A line break in a string is an escape in JSON.
    found(&json.expect("json").replace("\\n", " "))
}

/// What the picture for a telephone draws of its document: words and numbers, no reasons.
fn on_phone(document: &Document) -> BTreeSet<String> {
    let Front { facts, panels, .. } = &document.front;
    let facts = facts.iter().flat_map(|fact| [&fact.label, &fact.value]);
    let items = panels.iter().flat_map(|panel| &panel.items).flat_map(|item| [&item.label, &item.text, &item.phone]);
    let notes = panels.iter().map(|panel| &panel.note);
    facts.chain(items).chain(notes).chain([&document.name]).flat_map(|words| found(words)).collect()
}

fn told(printed: &Printed) -> BTreeSet<String> {
    printed.lines.iter().flat_map(|line| found(&line.all)).collect()
}

/// A line here and there with every kind of thing it can say, people and numbers.
fn written(seeds: &[u32]) -> Desk {
    let (mut desk, mut words) = (Desk::new(), Words(0));
    let mut people = Vec::new();
    for seed in seeds.iter().take(4) {
        let mut some = |bit: u32| if seed & bit == 0 { String::new() } else { words.next() };
        let (name, relation, phone, why) = (some(1), some(2), some(4), some(8));
        let fields = PersonFields { name, relation, phone, why, wanted: WANTED[(*seed / 16) as usize % 3] };
        let id = id();
        desk.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last });
        people.push(id);
    }
    let sections: Vec<_> = workbook().sections().map(|(.., section)| section).collect();
    let own = id();
    desk.change(Change::AddSection {
        id: own.clone(),
        page: "crisis.front".into(),
        title: "Mit".into(),
        place: Place::Last,
    });
    let mut seeds = seeds.iter().cycle();
    for section in sections.iter().filter(|section| !matches!(section.kind, Kind::People | Kind::Derived)) {
        let seed = *seeds.next().unwrap_or(&0) as usize;
        if seed.is_multiple_of(4) {
            continue;
        }
        let question = section.questions.get(seed % section.questions.len().max(1));
        let text = if seed.is_multiple_of(7) { String::new() } else { words.next() };
        let line = desk.answer(&section.id, question.map_or("", |question| question.id.as_str()), &text);
        if !seed.is_multiple_of(3) {
            desk.change(Change::WriteBecause { id: line.clone(), because: words.next() });
        }
        if section.kind == Kind::Choice {
            desk.change(Change::ChooseLine { id: line.clone(), choice: CHOICES[seed / 4 % 4] });
        }
        if seed.is_multiple_of(5) {
            desk.change(Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true });
        }
        if section.links.contains(&LinkKind::Person) && !people.is_empty() {
            desk.link(&line, LinkKind::Person, &people[seed / 8 % people.len()]);
        }
    }
    desk.line(&own, &words.next());
    let fields = HelpLineFields { name: words.next(), number: words.next(), ..HelpLineFields::default() };
    desk.change(Change::AddHelpLine { id: id(), fields });
    desk
}

/// Ticks of a reader, each of a section or a line.
fn ticked(desk: &mut Desk, reader: &str, seeds: &[u32]) {
    let sections: Vec<String> = workbook().sections().map(|(.., section)| section.id.clone()).collect();
    for seed in seeds {
        let (at, on) = (*seed as usize / 4, seed.is_multiple_of(2));
        let section = &sections[at % sections.len()];
        let lines = if seed % 4 < 2 { Vec::new() } else { desk.book().lines(section).unwrap_or_default() };
        let (what, id) = match lines.first() {
            Some(line) => (Tick::Line, line.id.clone()),
            None => (Tick::Section, section.clone()),
        };
        // What is private cannot be ticked.
        let _ = desk.try_change(Change::TickForReader { reader: reader.into(), what, id, on });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_words_the_register_knows_are_exactly_those_on_paper(
        lines in prop::collection::vec(0u32..10_000, 1..40),
        ticks in prop::collection::vec(0u32..10_000, 0..12),
    ) {
        let mut desk = written(&lines);
        for reader in ["ward", "me"] {
            ticked(&mut desk, reader, &ticks);
            for form in FORMS {
                let selection = Selection::of(desk.book().connection(), reader, Some(form)).expect("a reader");
                match printing::printed(desk.book(), &selection, false, &desk.texts, desk.book().world()) {
                    Ok(printed) => prop_assert_eq!(told(&printed), on_paper(&printed.print), "{:?} for {}", form, reader),
                    Err(Error::NothingToPrint) => (),
                    Err(error) => prop_assert!(false, "{error}"),
                }
            }
        }
        // Whatever form a copy had and the print that takes its place has: what is named on top stands below.
        for (form, then) in FORMS.into_iter().flat_map(|form| FORMS.map(|then| (form, then))) {
            let copy = id();
            let given = Copy { reader: "me".into(), form: then, ..Copy::default() };
            desk.change(Change::RecordShare { id: copy.clone(), copy: given });
            let Ok(printed) = read(&desk, "me", form) else { continue };
            let old = share::copy(desk.book(), &copy, "", &desk.texts).expect("a copy");
            let top = cover(&desk, &old, &printed).news.join(" ");
            let below = on_paper(&printed.print);
            prop_assert!(found(&top).is_subset(&below), "{:?} under {:?}", form, then);
        }
        if let Ok(printed) = printing::advance(desk.book(), &desk.texts, desk.book().world()) {
            prop_assert_eq!(told(&printed), on_paper(&printed.print), "wishes in advance");
        }
        if let Ok((document, lines)) = printing::phone_picture(desk.book(), &desk.texts) {
            let told: BTreeSet<String> = lines.iter().flat_map(|line| found(&line.all)).collect();
            prop_assert_eq!(told, on_phone(&document), "the picture for a telephone");
        }
    }
}

fn person(desk: &mut Desk, name: &str, phone: &str, wanted: Wanted, why: &str) -> String {
    let id = id();
    let [name, phone, why] = [name, phone, why].map(str::to_string);
    let fields = PersonFields { name, phone, wanted, why, ..PersonFields::default() };
    desk.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last });
    id
}

fn cover(desk: &Desk, copy: &CopyView, below: &Printed) -> Cover {
    printing::cover(&share::copy(desk.book(), &copy.id, "", &desk.texts).expect("a copy"), &below.lines, &desk.texts)
}

fn read(desk: &Desk, reader: &str, form: Form) -> Result<Printed, Error> {
    let selection = Selection::of(desk.book().connection(), reader, Some(form))?;
    printing::printed(desk.book(), &selection, false, &desk.texts, desk.book().world())
}

/// A copy of *Mine ønsker på forhånd* alone.
fn give_advance(desk: &mut Desk) {
    let printed = printing::advance(desk.book(), &desk.texts, desk.book().world()).expect("a print");
    let id = id();
    let lines = share::kept(&id, &printed.lines);
    let copy =
        Copy { reader: share::ADVANCE.into(), title: "Mine ønsker på forhånd".into(), lines, ..Copy::default() };
    desk.change(Change::RecordShare { id, copy });
}

#[test]
fn medicine_that_is_unticked_is_on_no_cover_of_the_ward() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Sæt dig ned hos mig");
    desk.change(Change::TickForReader {
        reader: "ward".into(),
        what: Tick::Section,
        id: "crisis.medicine".into(),
        on: false,
    });
    give(&mut desk, "ward", "Afdelingen", "");
    let line = desk.line("crisis.medicine", "Haloperidol");
    let copy = copies(&desk).remove(0);
    assert_eq!((copy.standing, copy.news), (Standing::Fresh, Vec::new()));
    // Nor is it there to be ticked a second time, on the page that only shows it again.
    let view = share::reader(desk.book(), "ward", "", &desk.texts).expect("a reader");
    let places = view.chapters.iter().flat_map(|chapter| &chapter.sections);
    let places: Vec<_> = places.filter(|section| section.lines.iter().any(|known| known.id == line)).collect();
    assert_eq!(places.iter().map(|section| section.id.as_str()).collect::<Vec<_>>(), ["crisis.medicine"]);
}

#[test]
fn wishes_in_advance_grow_old_by_what_is_on_them_and_by_nothing_else() {
    let mut desk = Desk::new();
    desk.answer("crisis.ward", "first", "gå en tur med mig");
    give_advance(&mut desk);
    desk.line("crisis.signs", "Jeg svarer ikke");
    person(&mut desk, "Mette", "12 34", Wanted::Yes, "");
    let at_home = share::shares(desk.book(), "sjaelland", &desk.texts).expect("the register").copies.remove(0);
    assert_eq!((at_home.standing, at_home.reader.as_str()), (Standing::Fresh, share::ADVANCE));
    desk.line("crisis.medicine", "den hvide");
    let copy = copies(&desk).remove(0);
    assert_eq!(copy.standing, Standing::Old);
    let below = printing::advance(desk.book(), &desk.texts, desk.book().world()).expect("a print");
    assert_eq!(cover(&desk, &copy, &below).news, ["den hvide"]);
}

#[test]
fn a_card_is_not_old_by_what_it_has_no_room_for() {
    let mut desk = Desk::new();
    desk.answer("crisis.front", "called", "Karen");
    let helps = desk.line("crisis.helps", "Tal roligt");
    let mette = person(&mut desk, "Mette", "12 34", Wanted::Yes, "");
    give(&mut desk, "card", "", "");
    desk.change(Change::WriteBecause { id: helps, because: "det hjælper".into() });
    desk.answer("crisis.front", "home-now", "Hos min nabo");
    person(&mut desk, "Naboen", "56 78", Wanted::Unset, "");
    let fields = PersonFields {
        name: "Mette".into(),
        phone: "12 34".into(),
        wanted: Wanted::Yes,
        why: "rolig".into(),
        ..PersonFields::default()
    };
    desk.change(Change::WritePerson { id: mette.clone(), fields: fields.clone() });
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh);
    let view = share::reader(desk.book(), "card", "", &desk.texts).expect("a reader");
    let offered = serde_json::to_string(&view).expect("json");
    assert!(
        !offered.contains("nabo") && !offered.contains("Naboen"),
        "what the card has no room for is not ticked: {offered}"
    );
    desk.change(Change::WritePerson { id: mette, fields: PersonFields { phone: "12 35".into(), ..fields } });
    assert_eq!(copies(&desk)[0].standing, Standing::Old, "her number is on it");
}

#[test]
fn the_name_on_top_is_among_what_the_register_knows() {
    let mut desk = Desk::new();
    let called = desk.answer("crisis.front", "called", "Karen");
    desk.line("crisis.helps", "Tal roligt");
    for reader in ["card", "ward"] {
        give(&mut desk, reader, "", "");
    }
    desk.write(&called, "Maja");
    assert!(copies(&desk).iter().all(|copy| copy.standing == Standing::Old));
}

#[test]
fn somebody_nothing_is_said_about_is_named_to_the_one_who_helps_without_a_number() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "Tal roligt");
    let inger = person(&mut desk, "Inger", "90 00", Wanted::No, "");
    person(&mut desk, "Naboen", "56 78", Wanted::Unset, "");
    give(&mut desk, "relative", "Mette", "");
    let sheet = Selection::of(desk.book().connection(), "relative", None).expect("a reader");
    let printed = printing::printed(desk.book(), &sheet, false, &desk.texts, desk.book().world()).expect("a sheet");
    let Print::Steps(sheet) = printed.print else { panic!("steps") };
    let sheet = serde_json::to_string(&sheet).expect("json");
    assert!(
        sheet.contains("Andre, som jeg ikke har sagt ja eller nej til: Naboen") && !sheet.contains("56 78"),
        "{sheet}"
    );
    let fields =
        PersonFields { name: "Inger".into(), phone: "90 01".into(), wanted: Wanted::No, ..PersonFields::default() };
    desk.change(Change::WritePerson { id: inger, fields });
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "her number was not on it");
}

#[test]
fn a_number_that_stands_under_a_line_is_known_where_its_person_is_not() {
    let mut desk = Desk::new();
    let mette = person(&mut desk, "Mette", "12 34", Wanted::Yes, "");
    let line = desk.line("well.keeps", "Jeg ringer til nogen");
    desk.link(&line, LinkKind::Person, &mette);
    give(&mut desk, "me", "", "");
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh);
    desk.texts = Texts::new(Language::En);
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "the language of the screen is no news");
}

#[test]
fn a_text_for_a_journal_has_the_reason_and_not_the_number_of_somebody_who_is_not_to_be_called() {
    let mut desk = Desk::new();
    let mother = person(&mut desk, "Inger", "12345678", Wanted::No, "hun bliver bange");
    person(&mut desk, "Mette", "20 00", Wanted::Yes, "");
    let chapters = vec!["crisis".to_string()];
    let order = TextOrder { chapters: chapters.clone(), style: Style::Plain, replaces: String::new() };
    let text = desk.book().as_text(&order, &desk.texts).expect("a text");
    assert!(text.contains("- Inger (skal ikke ringes op, fordi hun bliver bange)\n"), "{text}");
    assert!(text.contains("- Mette, 20 00\n") && !text.contains("12345678"), "{text}");
    let (copy, says) = share::filed(desk.book(), &Filed::Text { chapters: &chapters }, &desk.texts).expect("told");
    let id = id();
    desk.change(Change::RecordShare { id: id.clone(), copy: Copy { lines: share::kept(&id, &says), ..copy } });
    let fields = PersonFields {
        name: "Inger".into(),
        phone: "87654321".into(),
        why: "hun bliver bange".into(),
        wanted: Wanted::No,
        ..PersonFields::default()
    };
    desk.change(Change::WritePerson { id: mother, fields });
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "her number was not in it");
}

#[test]
fn a_card_in_the_place_of_a_whole_book_names_only_what_is_on_the_card() {
    let mut desk = Desk::new();
    let helps = desk.line("crisis.helps", "Tal roligt");
    give(&mut desk, "me", "Mette", "");
    desk.line("toolbox.tools", "En tur i skoven");
    desk.change(Change::WriteBecause { id: helps, because: "det hjælper".into() });
    let old = copies(&desk).remove(0);
    let (book, card) = (read(&desk, "me", Form::Book).expect("a book"), read(&desk, "me", Form::Card).expect("a card"));
    assert_eq!(cover(&desk, &old, &book).news, ["En tur i skoven", "Tal roligt"]);
    assert_eq!(cover(&desk, &old, &card).news, ["Tal roligt"]);
}

#[test]
fn a_tool_named_by_a_word_of_ours_is_the_same_in_both_languages() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "Fordi");
    let sign = desk.line("signs.me", "Jeg trækker gardinet for");
    desk.change(Change::WriteBecause { id: sign.clone(), because: "det er lyst".into() });
    desk.link(&sign, LinkKind::Tool, &tool);
    give(&mut desk, "me", "", "");
    desk.texts = Texts::new(Language::En);
    assert_eq!(copies(&desk)[0].standing, Standing::Fresh, "the language is no news");
}
