use super::*;
use crate::store::migrate::migrate;
use holdepunkt_i18n::Language;
use rusqlite::Connection;
use zeroize::Zeroizing;

const TINY: &str = r#"
me = "Gitte"

[[person]]
ref = "mette"
name = "Mette"
wanted = "yes"

[[line]]
section = "signs.inner"
text = "jeg sover ikke"
because = "så kører tankerne"
links = ["walk", "mette"]

[[line]]
ref = "walk"
section = "toolbox.tools"
text = "gå en tur"
marks = ["hard-day", "personal-medicine"]

[[line]]
section = "crisis.medicine"
text = "den hvide"
choice = "acceptable"

[[line]]
section = "crisis.life"
prompt = "pets"
text = "naboen henter hunden"
"#;

fn book() -> Book {
    let connection = Connection::open_in_memory().expect("a database");
    migrate(&connection).expect("the tables are made");
    Book::new(connection, Zeroizing::new([7; 32]), World::real()).expect("a book")
}

fn filled(source: &str) -> Result<Book, Error> {
    let mut book = book();
    put(&read(source)?, &mut book, &Texts::new(Language::Da), &World::real())?;
    Ok(book)
}

#[test]
fn a_line_lands_with_its_reason_its_answer_its_marks_and_its_links() {
    let book = filled(TINY).expect("the sample fits");
    let line = |section| book.lines(section).expect("lines").remove(0);
    let sign = line("signs.inner");
    assert_eq!((sign.text.as_str(), sign.because.as_str()), ("jeg sover ikke", "så kører tankerne"));
    let links: Vec<_> = sign.links.iter().map(|link| (link.kind, link.text.as_str())).collect();
    assert_eq!(links, [(LinkKind::Tool, "gå en tur"), (LinkKind::Person, "Mette")], "also to a line further down");
    assert_eq!(line("toolbox.tools").marks, [Mark::HardDay, Mark::PersonalMedicine]);
    assert_eq!(line("crisis.medicine").choice, Choice::Acceptable);
    assert_eq!(line("crisis.life").prompt, "pets");
    assert_eq!(book.people().expect("people")[0].fields.wanted, Wanted::Yes);
}

#[test]
fn nothing_that_does_not_fit_is_passed_over() {
    for (from, to, why) in [
        ("signs.inner", "signs.nowhere", "a section that is not there"),
        ("\"pets\"", "\"unicorns\"", "a question that is not there"),
        ("\"walk\", ", "\"run\", ", "a link to nothing"),
        ("ref = \"walk\"", "ref = \"mette\"", "a ref that stands twice"),
        ("because =", "beacuse =", "a word misspelt"),
        ("\"hard-day\"", "\"hard\"", "a mark that is not there"),
        ("section = \"toolbox.tools\"", "section = \"well.like\"", "a link to a line outside the toolbox"),
    ] {
        let broken = TINY.replacen(from, to, 1);
        assert_ne!(broken, TINY);
        assert!(filled(&broken).is_err(), "{why}");
    }
}

#[test]
fn how_the_sample_came_about_is_not_offered_for_undo_but_what_is_done_in_it_is() {
    let texts = Texts::new(Language::Da);
    let mut book = book();
    fill(&mut book, &texts, &World::real()).expect("the sample is written");
    assert!(book.contents(&texts).expect("contents").undo.is_none());
    assert!(matches!(book.undo(&texts), Err(Error::NothingToUndo)));
    let id = book.lines("toolbox.tools").expect("lines")[0].id.clone();
    book.change(Change::RemoveLine { id }, &texts).expect("removed");
    let undone = book.undo(&texts).expect("taken back");
    assert!(undone.undo.is_none() && undone.redo.is_some());
    assert!(matches!(book.undo(&texts), Err(Error::NothingToUndo)));
}
