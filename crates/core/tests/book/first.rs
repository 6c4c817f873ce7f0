use crate::builder::{Desk, id};
use holdepunkt_core::change::LinkKind;

#[test]
fn a_line_is_written_shown_undone_redone_and_there_after_a_restart() {
    let mut desk = Desk::new();
    let empty = desk.everything();
    let line = desk.line("signs.inner", "jeg sover dårligt");
    let answer = desk.write(&line, "jeg sover dårligt i to nætter");
    assert_eq!(answer.saved_at, "14.04");
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover dårligt i to nætter"]);
    desk.wait(60);
    desk.write(&line, "andet");
    desk.restart();
    desk.undo();
    assert_eq!(desk.texts_of("signs.inner"), ["jeg sover dårligt i to nætter"]);
    desk.undo();
    assert_eq!(desk.everything(), empty);
    desk.redo();
    desk.redo();
    assert_eq!(desk.texts_of("signs.inner"), ["andet"]);
    let page = desk.book().page("signs.page", &desk.texts).unwrap();
    assert_eq!(page.sections[0].lines[0].text, "andet");
    assert_eq!(desk.book().verify_chain().unwrap().revisions, 7);
}

#[test]
fn a_tool_renamed_in_the_toolbox_is_renamed_wherever_it_is_linked() {
    let mut desk = Desk::new();
    let tool = desk.line("toolbox.tools", "gå en tur");
    let sign = desk.line("signs.inner", "uro");
    desk.link(&sign, LinkKind::Tool, &tool);
    desk.write(&tool, "gå en tur ved vandet");
    assert_eq!(desk.lines("signs.inner")[0].links[0].text, "gå en tur ved vandet");
    let _ = id();
}
