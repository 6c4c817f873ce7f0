//! Links from lines to tools and people, and the people list.

use crate::builder::{Desk, id};
use holdepunkt_core::change::{Change, LinkKind, PersonFields, Place, Wanted};
use holdepunkt_core::error::Error;

fn links(desk: &Desk) -> Vec<String> {
    desk.lines("signs.inner")[0].links.iter().map(|link| link.text.clone()).collect()
}

#[test]
fn a_tool_renamed_in_the_toolbox_is_renamed_wherever_it_is_linked() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "gå en tur");
    let sign = desk.line("signs.inner", "uro");
    desk.link(&sign, LinkKind::Tool, &tool);
    let answer = desk.write(&tool, "gå en tur ved vandet");
    assert_eq!(links(&desk), ["gå en tur ved vandet"]);
    assert_eq!(answer.stale, ["*"], "every page that may show the tool is told");
}

#[test]
fn a_person_renamed_is_renamed_wherever_they_are_linked() {
    let mut desk = Desk::new();
    let mette = desk.person("Mette");
    let sign = desk.line("signs.inner", "uro");
    desk.link(&sign, LinkKind::Person, &mette);
    let fields = PersonFields { name: "Mette, min søster".into(), ..PersonFields::default() };
    desk.change(Change::WritePerson { id: mette, fields });
    assert_eq!(links(&desk), ["Mette, min søster"]);
}

#[test]
fn a_link_sleeps_while_its_tool_is_out_of_the_plan_and_wakes_with_it() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "gå en tur");
    let sign = desk.line("signs.inner", "uro");
    desk.link(&sign, LinkKind::Tool, &tool);
    let revision = desk.book().revision();
    desk.change(Change::RemoveLine { id: tool.clone() });
    assert!(links(&desk).is_empty());
    desk.undo();
    assert_eq!(links(&desk), ["gå en tur"]);
    desk.redo();
    desk.change(Change::RestoreLine { id: tool, revision });
    assert_eq!(links(&desk), ["gå en tur"], "also when the tool is brought back in another way");
}

#[test]
fn links_stand_in_the_order_they_were_made_and_only_once() {
    let mut desk = Desk::new();
    let (walk, sleep) = (desk.line("toolbox.tools", "gå en tur"), desk.line("toolbox.tools", "sov"));
    let mette = desk.person("Mette");
    let sign = desk.line("signs.inner", "uro");
    desk.link(&sign, LinkKind::Tool, &sleep);
    desk.link(&sign, LinkKind::Person, &mette);
    let walking = desk.link(&sign, LinkKind::Tool, &walk);
    let revision = desk.book().revision();
    desk.link(&sign, LinkKind::Tool, &sleep);
    assert_eq!(desk.book().revision(), revision, "a link that is there is no new change");
    assert_eq!(links(&desk), ["sov", "Mette", "gå en tur"]);
    desk.change(Change::RemoveLink { id: walking });
    assert_eq!(links(&desk), ["sov", "Mette"]);
    desk.undo();
    assert_eq!(links(&desk), ["sov", "Mette", "gå en tur"]);
}

#[test]
fn links_only_go_where_the_workbook_lets_them() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "gå en tur");
    let sign = desk.line("signs.inner", "uro");
    let like = desk.line("well.like", "glad");
    let mut link = |from: &str, to_kind, to: &str| {
        desk.try_change(Change::AddLink { id: id(), from: from.into(), to_kind, to: to.into() }).map(drop)
    };
    assert!(matches!(link(&like, LinkKind::Tool, &tool), Err(Error::NotHere(_))), "well.like has no links");
    assert!(matches!(link(&tool, LinkKind::Tool, &tool), Err(Error::NotHere(_))));
    assert!(matches!(link(&sign, LinkKind::Tool, &like), Err(Error::NotHere(_))), "not a tool");
    assert!(matches!(link(&sign, LinkKind::Tool, &id()), Err(Error::NotFound(_))));
    assert!(matches!(link(&sign, LinkKind::Person, &tool), Err(Error::NotFound(_))));
}

#[test]
fn people_keep_their_order_and_whether_they_are_wanted() {
    let mut desk = Desk::new();
    let mette = desk.person("Mette");
    desk.wait(60);
    let bo = desk.person("Bo");
    desk.change(Change::MovePerson { id: bo.clone(), place: Place::First });
    let fields = PersonFields {
        name: "Bo".into(),
        relation: "nabo".into(),
        phone: "12 34 56 78".into(),
        wanted: Wanted::No,
        why: "han bliver selv bange".into(),
    };
    desk.change(Change::WritePerson { id: bo.clone(), fields: fields.clone() });
    let people = desk.book().people().unwrap();
    assert_eq!((people[0].id.as_str(), &people[0].fields), (bo.as_str(), &fields));
    assert_eq!(people[1].id, mette);
    desk.change(Change::RemovePerson { id: bo });
    assert_eq!(desk.book().people().unwrap().len(), 1);
    desk.undo();
    assert_eq!(desk.book().people().unwrap()[0].fields, fields);
}
