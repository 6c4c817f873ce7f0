//! *Det er svært lige nu*, one thing at a time: what stands behind each way in.

use crate::builder::Desk;
use holdepunkt_core::change::{Change, LinkKind, Mark, PersonFields, Place, Wanted};
use holdepunkt_core::help::{self, Door};
use holdepunkt_core::printing::supporter;

fn door(desk: &Desk, id: &str) -> Door {
    let view = help::view(Some(desk.book()), "", &desk.texts, desk.book().world());
    view.doors.into_iter().find(|door| door.id == id).expect("the door is there")
}

fn tools(desk: &Desk, id: &str) -> Vec<String> {
    door(desk, id).tools.into_iter().map(|tool| tool.text).collect()
}

fn mark(desk: &mut Desk, id: &str) {
    desk.change(Change::MarkLine { id: id.into(), mark: Mark::HardDay, on: true });
}

#[test]
fn there_are_four_ways_in_also_in_an_empty_book_and_none_when_it_is_locked() {
    let desk = Desk::new();
    let view = help::view(Some(desk.book()), "", &desk.texts, desk.book().world());
    let ids: Vec<_> = view.doors.iter().map(|door| door.id.as_str()).collect();
    assert_eq!(ids, ["signs", "breaking-down", "angry", "crisis"]);
    let locked = help::view(None, "", &desk.texts, desk.book().world());
    assert!(locked.locked && locked.doors.is_empty() && locked.good.is_empty());
}

#[test]
fn tools_for_a_hard_day_come_first_then_what_i_do_then_what_it_is_linked_to() {
    let mut desk = Desk::new();
    let knit = desk.line("toolbox.tools", "strikke");
    let walk = desk.line("toolbox.tools", "gå en tur");
    desk.line("toolbox.tools", "bage");
    mark(&mut desk, &walk);
    let step = desk.line("signs.me", "slukke telefonen");
    desk.link(&step, LinkKind::Tool, &knit);
    desk.link(&step, LinkKind::Tool, &walk);
    assert_eq!(tools(&desk, "signs"), ["gå en tur", "slukke telefonen", "strikke", "bage"], "nothing is said twice");
    assert_eq!(tools(&desk, "breaking-down"), ["gå en tur", "strikke", "bage"]);
}

#[test]
fn when_i_am_angry_my_own_short_path_is_all_there_is() {
    let mut desk = Desk::new();
    let walk = desk.line("toolbox.tools", "gå en tur");
    mark(&mut desk, &walk);
    assert_eq!(
        tools(&desk, "angry"),
        ["gå en tur"],
        "with nothing written of its own, a tool for a hard day is better than none"
    );
    desk.line("angry.me", "gå ud i gården");
    assert_eq!(tools(&desk, "angry"), ["gå ud i gården"]);
}

#[test]
fn a_sign_is_shown_with_the_way_in_it_belongs_to() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "jeg sover ikke");
    desk.line("breaking-down.signs", "jeg svarer ikke");
    desk.line("breaking-down.signs", " ");
    assert_eq!(door(&desk, "signs").signs, ["jeg sover ikke"]);
    assert_eq!(door(&desk, "breaking-down").signs, ["jeg svarer ikke"]);
    assert!(door(&desk, "crisis").signs.is_empty(), "in a crisis one is not asked to look for signs");
}

#[test]
fn it_ends_with_something_good_of_my_own() {
    let mut desk = Desk::new();
    desk.line("well.like", "jeg synger i køkkenet");
    let view = help::view(Some(desk.book()), "", &desk.texts, desk.book().world());
    assert_eq!(view.good, ["jeg synger i køkkenet"]);
}

#[test]
fn the_one_who_helps_sees_what_to_do_and_nothing_that_is_only_mine() {
    let mut desk = Desk::new();
    desk.line("crisis.helps", "sæt dig ned");
    let secret = desk.line("crisis.helps", "min hemmelighed");
    desk.change(Change::MarkLine { id: secret, mark: Mark::Private, on: true });
    for (name, wanted) in [("Mette", Wanted::Yes), ("Chefen", Wanted::No)] {
        let fields = PersonFields { name: name.into(), phone: "20 30 40 50".into(), wanted, ..PersonFields::default() };
        desk.change(Change::AddPerson { id: crate::builder::id(), fields, place: Place::Last });
    }
    let steps = help::view(Some(desk.book()), "", &desk.texts, desk.book().world()).helper;
    let said: Vec<_> = steps.iter().flat_map(|step| &step.lines).map(|line| line.text.as_str()).collect();
    assert_eq!(said, ["Ring 112 med det samme.", "sæt dig ned", "Mette", "Ring ikke til: Chefen"]);
    let numbers: Vec<_> = steps.iter().flat_map(|step| &step.lines).map(|line| line.phone.as_str()).collect();
    assert_eq!(numbers, ["", "", "20 30 40 50", ""], "nobody rings Chefen by mistake");
    desk.change(Change::HideSection { id: "crisis.helps".into(), hidden: true });
    let steps = help::view(Some(desk.book()), "", &desk.texts, desk.book().world()).helper;
    assert!(steps.iter().all(|step| step.heading != "Gør det her"), "a hidden heading is not shown to others");
    assert!(help::view(None, "", &desk.texts, desk.book().world()).helper.is_empty());
}

#[test]
fn the_screen_shows_the_very_steps_of_the_sheet() {
    let mut desk = Desk::new();
    for section in supporter::SECTIONS.into_iter().filter(|section| !["crisis.people", "crisis.life"].contains(section))
    {
        desk.line(section, section);
    }
    desk.answer("crisis.life", "pets", "Naboen tager katten");
    let sheet = supporter::sheet(desk.book(), &desk.texts, desk.book().world().now().date_naive()).unwrap();
    let steps = help::view(Some(desk.book()), "", &desk.texts, desk.book().world()).helper;
    let danger: Vec<_> = steps[0].lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(
        (steps[0].heading.as_str(), danger.join("\n")),
        ("Er der fare for liv?", sheet.front.facts[0].value.clone())
    );
    let printed: Vec<_> = sheet.parts.iter().map(|part| part.heading.as_str()).collect();
    let shown: Vec<_> = steps[1..].iter().map(|step| step.heading.as_str()).collect();
    assert_eq!(shown, printed);
    assert_eq!(shown.len(), 7);
    let lines = |at: usize| steps[at + 1].lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>();
    for (at, part) in sheet.parts.iter().enumerate() {
        let items = part.groups.iter().flat_map(|group| &group.items).map(|item| item.text.as_str());
        assert_eq!(lines(at), items.collect::<Vec<_>>());
    }
}
