use crate::builder::Desk;
use holdepunkt_core::change::{Change, Mark, PersonFields, Place, Wanted};
use holdepunkt_core::help;
use holdepunkt_core::view::HelpView;

fn view(desk: &Desk) -> HelpView {
    help::view(Some(desk.book()), "", &desk.texts, desk.book().world())
}

fn mark(desk: &mut Desk, id: &str, mark: Mark) {
    desk.change(Change::MarkLine { id: id.into(), mark, on: true });
}

#[test]
fn a_locked_book_shows_the_help_lines_and_nothing_else() {
    let mut desk = Desk::new();
    desk.line("signs.inner", "jeg sover ikke");
    let locked = help::view(None, "", &desk.texts, desk.book().world());
    assert!(locked.signs.is_empty() && locked.tools.is_empty() && locked.smallest.is_empty());
    assert!(locked.people.is_empty());
    assert_eq!(locked.lines[0].number, "112");
    assert_eq!(locked.lines, view(&desk).lines, "the lines are the same, locked or not");
}

#[test]
fn my_early_signs_come_before_those_of_things_breaking_down() {
    let mut desk = Desk::new();
    desk.line("breaking-down.signs", "jeg svarer ikke");
    desk.line("signs.inner", "jeg sover ikke");
    assert_eq!(view(&desk).signs, ["jeg sover ikke", "jeg svarer ikke"]);
}

#[test]
fn tools_for_a_hard_day_come_first_then_what_i_do_when_it_breaks_down_then_the_rest() {
    let mut desk = Desk::new();
    desk.line("toolbox.tools", "strikke");
    let walk = desk.line("toolbox.tools", "gå en tur");
    desk.line("breaking-down.me", "slukke telefonen");
    mark(&mut desk, &walk, Mark::HardDay);
    assert_eq!(view(&desk).tools, ["gå en tur", "slukke telefonen", "strikke"]);
    desk.write(&walk, "gå til havnen");
    assert_eq!(view(&desk).tools[0], "gå til havnen");
    desk.change(Change::RemoveLine { id: walk });
    assert_eq!(view(&desk).tools, ["slukke telefonen", "strikke"]);
}

#[test]
fn a_tool_under_an_own_heading_in_the_toolbox_is_found_too() {
    let mut desk = Desk::new();
    let id = crate::builder::id();
    let (page, title) = ("toolbox.page".to_string(), "Om natten".to_string());
    desk.change(Change::AddSection { id: id.clone(), page, title, place: Place::Last });
    desk.line(&id, "lytte til regn");
    assert_eq!(view(&desk).tools, ["lytte til regn"]);
}

#[test]
fn what_only_i_may_see_is_shown_to_me() {
    let mut desk = Desk::new();
    let line = desk.line("everyday.smallest", "drikke vand");
    mark(&mut desk, &line, Mark::Private);
    assert_eq!(view(&desk).smallest, ["drikke vand"], "the page is inside my own book");
}

#[test]
fn the_people_i_want_are_there_and_those_i_do_not_want_are_not() {
    let mut desk = Desk::new();
    for (name, wanted) in [("Far", Wanted::No), ("Mette", Wanted::Yes), ("Naboen", Wanted::Unset)] {
        let fields = PersonFields { name: name.into(), wanted, phone: "20 30 40 50".into(), ..PersonFields::default() };
        desk.change(Change::AddPerson { id: crate::builder::id(), fields, place: Place::Last });
    }
    let people = view(&desk).people;
    assert_eq!(people.len(), 1);
    assert_eq!((people[0].fields.name.as_str(), people[0].fields.phone.as_str()), ("Mette", "20 30 40 50"));
}
