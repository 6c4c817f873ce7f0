//! Pictures and recordings of lines: through the one door, undone, told to others only as a note, gone when erased.

use crate::builder::{Desk, id};
use crate::open_format::{into_fresh, out, texts};
use holdepunkt_core::change::{Change, Mark};
use holdepunkt_core::error::Error;
use holdepunkt_core::exchange::picture::Prepared;
use holdepunkt_core::exchange::plain::{Style, TextOrder};
use holdepunkt_core::exchange::{bring::Chosen, read};
use holdepunkt_core::going::Going;

fn order(chapters: &[String], style: Style) -> TextOrder {
    TextOrder { chapters: chapters.to_vec(), style, replaces: String::new() }
}

/// As our own pictures begin and end, with words in between that can be looked for.
pub fn drawn() -> Prepared {
    let frame = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x02\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0";
    let bytes = [&frame[..], b"HEMMELIGT BILLEDE", b"\xff\xd9"].concat();
    Prepared { kind: "image/jpeg", width: 2, height: 1, bytes }
}

fn put(desk: &mut Desk, line: &str, prepared: &Prepared) -> String {
    desk.wait(60);
    desk.book.as_mut().unwrap().add_picture(line, "signs.inner", prepared, &texts()).unwrap();
    let line = desk.lines("signs.inner").into_iter().find(|known| known.id == line).unwrap();
    line.pictures.last().unwrap().id.clone()
}

#[test]
fn a_picture_is_put_on_described_taken_off_and_all_of_it_undone() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let before = desk.everything();
    let picture = put(&mut desk, &line, &drawn());
    desk.wait(60);
    desk.change(Change::DescribePicture { id: picture.clone(), alt: "Mit køkken\nom natten".into() });
    assert_eq!(desk.lines("signs.inner")[0].pictures[0].alt, "Mit køkken om natten");
    assert_eq!(desk.book().picture(&picture).unwrap(), ("image/jpeg".to_string(), drawn().bytes));
    desk.change(Change::RemovePicture { id: picture.clone() });
    assert!(desk.lines("signs.inner")[0].pictures.is_empty());
    assert!(matches!(desk.book().picture(&picture), Err(Error::NotFound(_))));
    desk.undo();
    desk.restart();
    assert_eq!(desk.lines("signs.inner")[0].pictures.len(), 1);
    desk.undo();
    desk.undo();
    assert_eq!(desk.everything(), before);
    desk.book().verify_chain().unwrap();
}

#[test]
fn a_picture_may_be_a_line_of_its_own() {
    let mut desk = Desk::new();
    put(&mut desk, &id(), &drawn());
    let lines = desk.lines("signs.inner");
    assert!(lines.len() == 1 && lines[0].text.is_empty() && lines[0].pictures.len() == 1);
    desk.undo();
    assert!(desk.lines("signs.inner").is_empty(), "one step, one undo");
}

#[test]
fn a_line_has_room_for_a_dozen_and_no_more() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    for _ in 0..12 {
        put(&mut desk, &line, &drawn());
    }
    let refused = desk.book.as_mut().unwrap().add_picture(&line, "signs.inner", &drawn(), &texts());
    assert!(matches!(refused, Err(Error::NotHere(_))));
}

#[test]
fn pictures_go_along_in_the_file_and_come_in_with_their_line() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let picture = put(&mut desk, &line, &drawn());
    desk.change(Change::DescribePicture { id: picture.clone(), alt: "Mit køkken".into() });
    let file = out(&desk);
    let fresh = into_fresh(&file);
    assert_eq!(out(&fresh), file);
    assert_eq!(fresh.book().picture(&picture).unwrap().1, drawn().bytes);
    assert_eq!(file.matches("\"base64\"").count(), 1, "the bytes stand once; the history knows them by their digest");
    let mut written = Desk::new();
    written.line("well.like", "min");
    let chosen = Chosen { ids: [line].into(), mine: true };
    written
        .book
        .as_mut()
        .unwrap()
        .bring_some(&read(file.as_bytes()).unwrap(), &chosen, &Going::default(), &texts())
        .unwrap();
    assert_eq!(written.lines("signs.inner")[0].pictures[0].alt, "Mit køkken");
}

#[test]
fn text_for_others_has_a_note_of_it_in_the_citizens_words_and_never_of_private_lines() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let picture = put(&mut desk, &line, &drawn());
    desk.change(Change::DescribePicture { id: picture, alt: "Mit *køkken*".into() });
    let private = desk.line("signs.inner", "HEMMELIG LINJE");
    desk.change(Change::MarkLine { id: private, mark: Mark::Private, on: true });
    let chapters = ["signs".to_string()];
    let plain = desk.book().as_text(&order(&chapters, Style::Plain), &texts()).unwrap();
    assert!(plain.contains("- uro (her ligger et billede i bogen: Mit *køkken*)"), "{plain}");
    let markdown = desk.book().as_text(&order(&chapters, Style::Markdown), &texts()).unwrap();
    assert!(markdown.starts_with("# Tidlige tegn\n") && markdown.contains("Mit \\*køkken\\*"), "{markdown}");
    assert!(!plain.contains("HEMMELIG") && !markdown.contains("HEMMELIG"));
    assert!(matches!(
        desk.book().as_text(&order(&["angry".to_string()], Style::Plain), &texts()),
        Err(Error::NothingToPrint)
    ));
}

#[test]
fn a_calendar_holds_the_everyday_and_the_day_to_look_again_and_nothing_private() {
    let mut desk = Desk::new();
    desk.line("everyday.daily", "Står op; drikker te, åbner vinduet");
    let private = desk.line("everyday.daily", "HEMMELIG LINJE");
    desk.change(Change::MarkLine { id: private, mark: Mark::Private, on: true });
    desk.answer("crisis.validity", "review", "1. maj 2027");
    let calendar = desk.book().as_calendar(&texts()).unwrap();
    let unfolded = calendar.replace("\r\n ", "");
    assert!(unfolded.starts_with("BEGIN:VCALENDAR\r\n") && unfolded.contains("RRULE:FREQ=DAILY\r\n"), "{calendar}");
    assert!(unfolded.contains("Står op\\; drikker te\\, åbner vinduet"), "{calendar}");
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20270501\r\n") && unfolded.contains("SUMMARY:Se min plan igennem"));
    assert!(!unfolded.contains("HEMMELIG"));
    assert!(calendar.lines().all(|line| line.len() <= 75), "lines are folded");
}

#[test]
fn erasing_a_line_for_good_takes_its_pictures_and_what_they_showed() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let picture = put(&mut desk, &line, &drawn());
    desk.wait(60);
    desk.change(Change::DescribePicture { id: picture.clone(), alt: "HEMMELIG BESKRIVELSE".into() });
    let mut fresh = into_fresh(&out(&desk));
    for desk in [&mut desk, &mut fresh] {
        desk.book.as_mut().unwrap().erase_line(&line, &texts()).unwrap();
        assert!(desk.book().picture(&picture).is_err());
        for words in ["HEMMELIGT BILLEDE", "HEMMELIG BESKRIVELSE"] {
            let sql = "SELECT count(*) FROM revision WHERE instr(changeset, CAST(?1 AS BLOB)) > 0";
            let left: i64 = desk.book().connection().query_row(sql, [words], |row| row.get(0)).unwrap();
            assert_eq!(left, 0, "{words} is in no changeset");
            assert!(!out(desk).contains(words) && !desk.everything().iter().any(|row| row.contains(words)));
        }
        desk.book().verify_chain().unwrap();
    }
}

#[test]
fn what_is_written_stays_text_in_a_calendar() {
    let mut desk = Desk::new();
    desk.line("everyday.daily", "te\nEND:VEVENT\nBEGIN:VEVENT\nATTACH:https://example.org");
    let calendar = desk.book().as_calendar(&texts()).unwrap();
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    assert_eq!(
        lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(),
        1,
        "the everyday; nobody chose a day to look again"
    );
    assert!(lines.iter().all(|line| !line.starts_with("ATTACH") && !line.contains('\n')), "{calendar}");
}

/// The file of a book with one picture, with another picture in its place.
fn with_picture(kind: &str, bytes: &[u8]) -> Vec<u8> {
    use base64::Engine as _;
    let base64 = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    put(&mut desk, &line, &drawn());
    let file = out(&desk);
    let other = file.replace(&base64(&drawn().bytes), &base64(bytes)).replace("image/jpeg", kind);
    assert!(other != file, "the fixture says something else");
    other.into_bytes()
}

#[test]
fn a_picture_from_a_file_is_drawn_anew_unless_we_made_it() {
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(9, 5).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let kept = into_fresh(std::str::from_utf8(&with_picture("image/png", &png)).unwrap());
    let picture = kept.lines("signs.inner")[0].pictures[0].id.clone();
    let (kind, bytes) = kept.book().picture(&picture).unwrap();
    assert_eq!(kind, "image/jpeg");
    assert!(bytes.starts_with(&[0xff, 0xd8]) && bytes != png);
}

#[test]
fn a_file_whose_picture_is_none_or_whose_line_has_too_many_is_refused() {
    for (kind, bytes) in [
        ("text/html", &b"<script>alert(1)</script>"[..]),
        ("image/svg+xml", b"<svg onload='alert(1)'/>"),
        ("image/jpeg", b"\xff\xd8 no picture"),
        ("audio/wav", b"MZ"),
    ] {
        assert!(read(&with_picture(kind, bytes)).is_err(), "{kind}");
    }
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let first = put(&mut desk, &line, &drawn());
    let file = out(&desk);
    let rows =
        file.lines().find(|row| row.contains(&first) && row.contains("base64")).expect("a row on a line of its own");
    let many: Vec<String> = (0..12).map(|_| rows.trim_end_matches(',').replace(&first, &id())).collect();
    let fuller = file.replace(
        rows.trim_end_matches(','),
        &[&many[..], &[rows.trim_end_matches(',').to_string()]].concat().join(","),
    );
    assert!(read(fuller.as_bytes()).is_err(), "thirteen on one line");
}

#[test]
fn what_is_put_away_is_in_no_calendar() {
    let mut desk = Desk::new();
    desk.line("everyday.daily", "te om morgenen");
    assert!(desk.book().as_calendar(&texts()).unwrap().contains("te om morgenen"));
    desk.change(Change::HideSection { id: "everyday.daily".into(), hidden: true });
    assert!(!desk.book().as_calendar(&texts()).unwrap().contains("te om morgenen"));
    desk.undo();
    desk.change(Change::HideChapter { id: "everyday".into(), hidden: true });
    assert!(!desk.book().as_calendar(&texts()).unwrap().contains("te om morgenen"));
}

#[test]
fn a_number_at_the_start_of_a_line_stays_a_number() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "112. ring");
    let markdown = desk.book().as_text(&order(&["signs".to_string()], Style::Markdown), &texts()).unwrap();
    assert!(markdown.contains("- 112\\. ring"), "{markdown}");
}
