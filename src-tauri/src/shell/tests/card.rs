//! What may be seen without unlocking: exactly what was chosen.

use super::*;

pub(super) fn line_in(shell: &Shell, section: &str, text: &str) -> String {
    let id = shell.world().id().unwrap();
    let line = Change::AddLine {
        id: id.clone(),
        section: section.into(),
        prompt: String::new(),
        text: text.into(),
        place: Place::Last,
    };
    shell.change(line).unwrap();
    id
}

fn person(shell: &Shell, name: &str, phone: &str) -> String {
    let id = shell.world().id().unwrap();
    let fields = PersonFields {
        name: name.into(),
        phone: phone.into(),
        relation: "min søster".into(),
        wanted: Wanted::Yes,
        why: "hun kender mig".into(),
    };
    shell.change(Change::AddPerson { id: id.clone(), fields, place: Place::Last }).unwrap();
    id
}

fn card_file(shell: &Shell) -> String {
    std::fs::read_to_string(shell.folder().card()).unwrap_or_default()
}

#[test]
fn the_card_holds_exactly_what_was_chosen_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let sign = line_in(&shell, "signs.inner", "Jeg sover med tøj på");
    line_in(&shell, "signs.inner", "Et tegn, som ikke er valgt");
    let tool = line_in(&shell, "toolbox.tools", "Gå en tur");
    let secret = line_in(&shell, "toolbox.tools", "Kun for mig");
    shell.change(Change::MarkLine { id: secret.clone(), mark: Mark::Private, on: true }).unwrap();
    write(&shell, "Jeg synger.");
    let mette = person(&shell, "Mette", "20 00 00 00");
    let without = person(&shell, "Uden telefon", "");
    let offered = shell.card().unwrap();
    assert!(offered.tools.iter().all(|item| item.id != secret), "what is only for me is not offered");
    assert!(offered.people.iter().all(|item| item.id != without), "people are there to be called");
    assert!(!shell.folder().card().exists(), "nothing chosen, nothing there");
    shell.set_card(&[sign.clone(), tool.clone(), mette.clone(), secret, without, "x".into()]).unwrap();
    assert_eq!(
        card_file(&shell),
        format!(
            r#"{{"signs":[{{"id":"{sign}","text":"Jeg sover med tøj på"}}],"tools":[{{"id":"{tool}","text":"Gå en tur"}}],"people":[{{"id":"{mette}","name":"Mette","phone":"20 00 00 00"}}]}}"#
        )
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(shell.folder().card().metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    shell.lock().unwrap();
    let help = shell.help();
    assert_eq!((help.signs, help.tools), (vec!["Jeg sover med tøj på".into()], vec!["Gå en tur".into()]));
    assert_eq!(help.people.len(), 1);
    assert!(
        help.smallest.is_empty() && help.people[0].fields.why.is_empty() && help.people[0].fields.relation.is_empty()
    );
    assert!(help.lines.iter().any(|line| line.number == "112"));
    assert_eq!(shell_in(&folder).help().signs, ["Jeg sover med tøj på"], "also right after a start");
}

#[test]
fn the_card_follows_its_lines_and_is_gone_with_the_last_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    let sign = line_in(&shell, "signs.inner", "Gammelt ord");
    let tool = line_in(&shell, "toolbox.tools", "Te");
    let mette = person(&shell, "Mette", "20 00 00 00");
    shell.set_card(&[sign.clone(), tool.clone(), mette.clone()]).unwrap();
    shell.change(Change::WriteLine { id: sign.clone(), text: "Nyt ord".into() }).unwrap();
    assert!(card_file(&shell).contains("Nyt ord") && !card_file(&shell).contains("Gammelt ord"));
    shell.undo().unwrap();
    assert!(card_file(&shell).contains("Gammelt ord") && !card_file(&shell).contains("Nyt ord"));
    shell.change(Change::MarkLine { id: tool, mark: Mark::Private, on: true }).unwrap();
    assert!(!card_file(&shell).contains("Te\""), "what became only mine is no longer seen");
    shell.change(Change::RemovePerson { id: mette }).unwrap();
    assert!(!card_file(&shell).contains("Mette"));
    shell.change(Change::RemoveLine { id: sign }).unwrap();
    assert!(!shell.folder().card().exists(), "no line, no file");
}

#[test]
fn a_damaged_card_shows_nothing_and_is_gone_after_unlocking() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    locked_book(&shell);
    shell.lock().unwrap();
    std::fs::write(shell.folder().card(), "{\"signs\":[{\"id\":\"x\",\"text\":\"halv").unwrap();
    let shell = shell_in(&folder);
    assert!(shell.help().signs.is_empty());
    shell.unlock(&passphrase("rolig have")).unwrap();
    assert!(!shell.folder().card().exists());
}

#[test]
fn a_book_without_a_lock_has_no_card() {
    let folder = tempfile::tempdir().unwrap();
    let shell = shell_in(&folder);
    shell.create(NewLock::Open).unwrap();
    let sign = line_in(&shell, "signs.inner", "Et tegn");
    assert!(shell.card().is_err() && shell.set_card(&[sign]).is_err());
    assert!(!shell.folder().card().exists());
}
