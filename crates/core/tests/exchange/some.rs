//! Lines and people from a file into a book that is written: only what was said yes to, beside what is there.

use crate::builder::{Desk, id};
use crate::open_format::{out, texts};
use holdepunkt_core::change::{Answer, Change, Choice, LinkKind, Mark, NumberOf, PersonFields, Place, Wanted};
use holdepunkt_core::exchange::bring::Chosen;
use holdepunkt_core::exchange::preview::Compared;
use holdepunkt_core::exchange::{self, Parcel};
use holdepunkt_core::going::Going;

fn parcel(desk: &Desk) -> Parcel {
    exchange::read(out(desk).as_bytes()).expect("a file of ours is read")
}

fn bring(desk: &mut Desk, parcel: &Parcel, ids: &[&str], mine: bool) {
    let chosen = Chosen { ids: ids.iter().map(ToString::to_string).collect(), mine };
    let texts = texts();
    desk.book.as_mut().unwrap().bring_some(parcel, &chosen, &Going::default(), &texts).expect("it comes in");
}

#[test]
fn looking_at_a_file_changes_nothing() {
    let theirs = crate::open_format::written();
    let mut desk = Desk::new();
    desk.line("signs.inner", "min");
    let (before, revision) = (desk.everything(), desk.book().revision());
    let arriving = desk.book().arriving(&parcel(&theirs), &Going::default(), &desk.texts).unwrap();
    assert!(!arriving.blank && arriving.chapters.len() > 5 && !arriving.people.is_empty());
    assert_eq!((desk.everything(), desk.book().revision()), (before, revision));
}

#[test]
fn only_the_lines_that_were_chosen_come_in_and_all_is_taken_back_at_once() {
    let mut theirs = Desk::new();
    let one = theirs.line("signs.inner", "en");
    let two = theirs.line("signs.inner", "to");
    let tool = theirs.line("toolbox.tools", "te");
    let mette = theirs.person("Mette");
    theirs.link(&one, LinkKind::Tool, &tool);
    theirs.link(&one, LinkKind::Person, &mette);
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    desk.line("signs.inner", "min");
    let before = desk.everything();
    bring(&mut desk, &parcel, &[&one, &tool, &mette], true);
    assert_eq!(desk.texts_of("signs.inner"), ["min", "en"], "after what is there, and not the other one: {two}");
    let links: Vec<String> = desk.lines("signs.inner")[1].links.iter().map(|link| link.text.clone()).collect();
    assert_eq!(links, ["te", "Mette"]);
    desk.undo();
    assert_eq!(desk.everything(), before);
    bring(&mut desk, &parcel, &[&one], true);
    assert!(desk.lines("signs.inner")[1].links.is_empty(), "what it pointed at was not said yes to");
}

#[test]
fn a_line_that_is_here_with_other_words_is_told_beside_them_and_replaced_only_when_chosen() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "før");
    desk.change(Change::MarkLine { id: line.clone(), mark: Mark::Private, on: true });
    desk.wait(60);
    let earlier = parcel(&desk);
    desk.write(&line, "efter");
    let arriving = desk.book().arriving(&earlier, &Going::default(), &desk.texts).unwrap();
    let told = &arriving.chapters[0].lines[0];
    assert_eq!((told.standing, told.text.as_str(), told.now.as_str()), (Compared::Other, "før", "efter"));
    bring(&mut desk, &earlier, &[], true);
    assert_eq!(desk.texts_of("signs.inner"), ["efter"]);
    bring(&mut desk, &earlier, &[&line], true);
    assert_eq!(desk.texts_of("signs.inner"), ["før"]);
    assert_eq!(desk.lines("signs.inner")[0].marks, [Mark::Private], "what is only mine stays only mine");
}

#[test]
fn a_heading_or_chapter_of_ones_own_comes_along_with_its_lines() {
    let mut theirs = Desk::new();
    let own = id();
    theirs.change(Change::AddChapter { id: own.clone(), title: "Min cykel".into() });
    let section = theirs.book().page(&format!("{own}.page"), &theirs.texts).unwrap().sections.remove(0).id;
    let line = theirs.line(&section, "Den står i gården");
    let heading = id();
    theirs.change(Change::AddSection {
        id: heading.clone(),
        page: "signs.page".into(),
        title: "Om natten".into(),
        place: Place::Last,
    });
    let sign = theirs.line(&heading, "Jeg går op og ned");
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    desk.line("well.like", "min");
    let arriving = desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap();
    assert_eq!(
        arriving.chapters.iter().map(|chapter| chapter.title.as_str()).collect::<Vec<_>>(),
        ["Tidlige tegn", "Min cykel"]
    );
    bring(&mut desk, &parcel, &[&line, &sign], true);
    assert_eq!(desk.texts_of(&section), ["Den står i gården"]);
    assert_eq!(desk.texts_of(&heading), ["Jeg går op og ned"]);
    let contents = desk.book().contents(&desk.texts).unwrap();
    assert!(contents.groups[0].chapters.iter().any(|chapter| chapter.title == "Min cykel"));
}

#[test]
fn words_of_someone_else_stay_theirs_and_no_file_renames_anyone_here() {
    let mut theirs = Desk::new();
    theirs.change(Change::NameMe { name: "Kim".into() });
    let line = theirs.line("signs.inner", "mine ord");
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    desk.change(Change::NameMe { name: "Anna".into() });
    let arriving = desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap();
    assert!(!arriving.mine && arriving.name == "Kim");
    bring(&mut desk, &parcel, &[&line], false);
    assert_eq!(desk.lines("signs.inner")[0].author, "Kim");
    assert_eq!(desk.book().contents(&desk.texts).unwrap().me, "Anna", "a file never says what I am called");
}

#[test]
fn an_answer_to_a_question_takes_the_place_of_the_one_there_only_when_chosen() {
    let mut theirs = Desk::new();
    let answer = theirs.answer("crisis.front", "called", "Kim");
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    desk.answer("crisis.front", "called", "Kimmie");
    let told =
        desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap().chapters.remove(0).lines.remove(0);
    assert_eq!((told.standing, told.now.as_str()), (Compared::Other, "Kimmie"));
    bring(&mut desk, &parcel, &[&answer], true);
    assert_eq!(desk.lines("crisis.front").len(), 1);
    assert_eq!(desk.book().answers("crisis.front").unwrap()["called"].text, "Kim");
}

#[test]
fn people_come_in_one_by_one() {
    let mut theirs = Desk::new();
    let fields = PersonFields { name: "Mette".into(), phone: "12 34 56 78".into(), ..PersonFields::default() };
    let (mette, jens) = (id(), id());
    theirs.change(Change::AddPerson { id: mette.clone(), fields: fields.clone(), place: Place::Last });
    theirs.change(Change::AddPerson {
        id: jens,
        fields: PersonFields { name: "Jens".into(), ..fields },
        place: Place::Last,
    });
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    desk.person("Ida");
    bring(&mut desk, &parcel, &[&mette], true);
    let names: Vec<String> = desk.book().people().unwrap().into_iter().map(|person| person.fields.name).collect();
    assert_eq!(names, ["Ida", "Mette"]);
}

#[test]
fn lines_come_in_the_order_they_had() {
    let mut theirs = Desk::new();
    let texts: Vec<String> = (0..20).map(|number| format!("linje {number}")).collect();
    let ids: Vec<String> = texts.iter().map(|text| theirs.line("signs.inner", text)).collect();
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    bring(&mut desk, &parcel, &ids.iter().map(String::as_str).collect::<Vec<_>>(), true);
    assert_eq!(desk.texts_of("signs.inner"), texts);
}

#[test]
fn another_answer_about_calling_somebody_is_seen_before_it_comes_in() {
    let mut theirs = Desk::new();
    let mette = theirs.person("Mette");
    let fields = |wanted, phone: &str| PersonFields {
        name: "Mette".into(),
        relation: "søster".into(),
        phone: phone.into(),
        wanted,
        why: "fordi hun kender mig".into(),
    };
    theirs.change(Change::WritePerson { id: mette.clone(), fields: fields(Wanted::No, "11 11 11 11") });
    let before = parcel(&theirs);
    let mut desk = Desk::new();
    bring(&mut desk, &before, &[&mette], true);
    theirs.wait(60);
    theirs.change(Change::WritePerson { id: mette.clone(), fields: fields(Wanted::Yes, "11 11 11 11") });
    let after = parcel(&theirs);
    let told = desk.book().arriving(&after, &Going::default(), &desk.texts).unwrap().people.remove(0);
    assert_eq!(told.standing, Compared::Other, "nothing else differs");
    assert!(told.because.contains("ønskes, når") && told.now.contains("ønskes ikke, når"), "{told:?}");
    assert!(told.because.contains("fordi hun kender mig"));
    bring(&mut desk, &after, &[&mette], true);
    assert_eq!(desk.book().people().unwrap()[0].fields, fields(Wanted::Yes, "11 11 11 11"));
    desk.change(Change::TryNumber { of: NumberOf::Person, id: mette.clone(), answer: Answer::Yes });
    let tried = |desk: &Desk| {
        let numbers = desk.book().review("", &desk.texts).unwrap().numbers;
        numbers.into_iter().find(|number| number.id == mette).unwrap().answer
    };
    assert_eq!(tried(&desk), Some(Answer::Yes));
    theirs.wait(60);
    theirs.change(Change::WritePerson { id: mette.clone(), fields: fields(Wanted::Yes, "22 22 22 22") });
    bring(&mut desk, &parcel(&theirs), &[&mette], true);
    assert_eq!(tried(&desk), None, "another number has not been tried");
}

#[test]
fn another_choice_about_medicine_is_seen_before_it_comes_in() {
    let mut theirs = Desk::new();
    let line = theirs.line("crisis.medicine", "Quetiapin");
    theirs.change(Change::ChooseLine { id: line.clone(), choice: Choice::Not });
    let before = parcel(&theirs);
    let mut desk = Desk::new();
    desk.line("well.like", "min");
    bring(&mut desk, &before, &[&line], true);
    theirs.change(Change::ChooseLine { id: line.clone(), choice: Choice::Preferred });
    let told = desk
        .book()
        .arriving(&parcel(&theirs), &Going::default(), &desk.texts)
        .unwrap()
        .chapters
        .remove(0)
        .lines
        .remove(0);
    assert_eq!(told.standing, Compared::Other);
    assert!(told.because.contains("Helst") && told.now == "Quetiapin · Nej", "{told:?}");
}

fn picture(desk: &mut Desk, line: &str, section: &str) {
    desk.wait(60);
    let texts = texts();
    desk.book.as_mut().unwrap().add_picture(line, section, &crate::pictures::drawn(), &texts).expect("room");
}

#[test]
fn the_picture_of_an_answer_comes_to_the_answer_that_is_here_under_another_id() {
    let mut theirs = Desk::new();
    let there = theirs.answer("crisis.disagree", "", "Mette bestemmer");
    picture(&mut theirs, &there, "crisis.disagree");
    let parcel = parcel(&theirs);
    let mut desk = Desk::new();
    let here = desk.answer("crisis.disagree", "", "Mette bestemmer");
    let told =
        desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap().chapters.remove(0).lines.remove(0);
    assert_eq!(told.standing, Compared::Other, "the picture is not here");
    assert_eq!((told.because.as_str(), told.now.as_str()), ("Billede", "Mette bestemmer"));
    bring(&mut desk, &parcel, &[&there], true);
    let line = desk.lines("crisis.disagree").remove(0);
    assert_eq!((line.id, line.pictures.len()), (here, 1));
    let told =
        desk.book().arriving(&parcel, &Going::default(), &desk.texts).unwrap().chapters.remove(0).lines.remove(0);
    assert_eq!(told.standing, Compared::Same);
}

#[test]
fn a_line_of_somebody_else_is_not_the_same_line() {
    let mut desk = Desk::new();
    let line = desk.line("signs.inner", "uro");
    let earlier = parcel(&desk);
    let sql = "INSERT INTO author (id, name) VALUES ('bo', 'Bo'); UPDATE entry SET author = 'bo';";
    desk.book().connection().execute_batch(sql).expect("another wrote it");
    let told =
        desk.book().arriving(&earlier, &Going::default(), &desk.texts).unwrap().chapters.remove(0).lines.remove(0);
    assert_eq!((told.standing, told.now.as_str()), (Compared::Other, "uro · Bo"));
    assert_eq!(told.id, line);
}

#[test]
fn a_heading_that_was_thrown_out_here_comes_back_as_it_was_called_and_the_preview_says_so() {
    let mut desk = Desk::new();
    let heading = id();
    desk.change(Change::AddSection {
        id: heading.clone(),
        page: "signs.page".into(),
        title: "Om natten".into(),
        place: Place::Last,
    });
    let mut line = desk.line(&heading, "Jeg går op og ned");
    let earlier = parcel(&desk);
    desk.change(Change::RemoveLine { id: line.clone() });
    desk.book.as_mut().unwrap().erase_line(&line, &texts()).expect("erased");
    desk.change(Change::RenameSection { id: heading.clone(), title: "Om aftenen".into() });
    desk.change(Change::RemoveSection { id: heading.clone() });
    let told =
        desk.book().arriving(&earlier, &Going::default(), &desk.texts).unwrap().chapters.remove(0).lines.remove(0);
    assert_eq!((told.standing, told.heading.as_str()), (Compared::Thrown, "Om aftenen"));
    line = told.id;
    bring(&mut desk, &earlier, &[&line], true);
    let page = desk.book().page("signs.page", &desk.texts).unwrap();
    let heading = page.sections.iter().find(|section| section.id == heading).expect("it is back");
    assert_eq!(heading.title, "Om aftenen");
}

#[test]
fn pictures_come_while_the_line_has_room_and_the_preview_says_how_many_do_not() {
    let mut theirs = Desk::new();
    let line = theirs.line("signs.inner", "uro");
    let mut here = crate::open_format::into_fresh(&crate::open_format::out(&theirs));
    for _ in 0..6 {
        picture(&mut theirs, &line, "signs.inner");
    }
    for _ in 0..7 {
        picture(&mut here, &line, "signs.inner");
    }
    let parcel = parcel(&theirs);
    let told =
        here.book().arriving(&parcel, &Going::default(), &here.texts).unwrap().chapters.remove(0).lines.remove(0);
    assert!(told.because.ends_with("Der er ikke plads til et af billederne eller en af optagelserne"), "{told:?}");
    bring(&mut here, &parcel, &[&line], true);
    assert_eq!(here.lines("signs.inner")[0].pictures.len(), 12);
    let whole = crate::open_format::out(&here);
    assert!(exchange::read(whole.as_bytes()).is_ok(), "its own file can be read again");
}

#[test]
fn a_heading_and_a_chapter_that_come_back_stand_where_they_stood_here() {
    let mut desk = Desk::new();
    let (chapter, heading) = (id(), id());
    for (id, title) in [(&chapter, "Haven"), (&id(), "Huset")] {
        desk.change(Change::AddChapter { id: id.clone(), title: title.into() });
    }
    let page = format!("{chapter}.page");
    for (id, title) in [(&heading, "Om natten"), (&id(), "Om dagen")] {
        let (id, title) = (id.clone(), title.into());
        desk.change(Change::AddSection { id, page: page.clone(), title, place: Place::Last });
    }
    let line = desk.line(&heading, "Jeg vander");
    let earlier = parcel(&desk);
    desk.change(Change::MoveSection { id: heading.clone(), place: Place::Last });
    desk.change(Change::MoveChapter { id: chapter.clone(), place: Place::Last });
    let order = |desk: &Desk| -> Vec<String> {
        let page = desk.book().page(&page, &desk.texts).unwrap();
        page.sections.into_iter().map(|section| section.title).collect()
    };
    let chapters = |desk: &Desk| -> Vec<String> {
        let contents = desk.book().contents(&desk.texts).unwrap();
        contents.groups.into_iter().flat_map(|group| group.chapters).map(|chapter| chapter.title).collect()
    };
    let (sections_before, chapters_before) = (order(&desk), chapters(&desk));
    desk.change(Change::RemoveLine { id: line.clone() });
    desk.change(Change::RemoveSection { id: heading.clone() });
    bring(&mut desk, &earlier, &[&line], true);
    assert_eq!(order(&desk), sections_before, "where it was moved to here");
    desk.change(Change::RemoveLine { id: line.clone() });
    desk.change(Change::RemoveChapter { id: chapter.clone() });
    assert_ne!(chapters(&desk), chapters_before);
    bring(&mut desk, &earlier, &[&line], true);
    assert_eq!(chapters(&desk), chapters_before);
}
