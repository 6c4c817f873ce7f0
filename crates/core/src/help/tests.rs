use super::*;
use crate::change::PersonFields;

fn list(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_string()).collect()
}

#[test]
fn a_long_list_leaves_room_for_the_next_and_takes_the_room_the_next_leaves() {
    let six = list(&["a", "b", "c", "d", "e", "f"]);
    assert_eq!(fit(&[six.clone(), list(&["1", "2", "3", "4"])], 2), ["a", "b", "c", "1", "2", "3"]);
    assert_eq!(fit(&[six.clone(), list(&["1"])], 2), ["a", "b", "c", "d", "e", "1"]);
    assert_eq!(fit(&[list(&["a"]), list(&["1", "2", "3", "4", "5", "6", "7"])], 2), ["a", "1", "2", "3", "4", "5"]);
    assert_eq!(fit(&[list(&["a"]), list(&["1"]), six.clone()], 2), ["a", "1", "a", "b", "c", "d"]);
    assert_eq!(fit(&[six.clone(), six.clone(), six], 2), ["a", "b", "c", "a", "b", "c"]);
    assert!(fit(&[list(&[" ", ""])], 1).is_empty(), "a line with nothing in it takes no room");
}

#[test]
fn only_wanted_people_are_shown_those_with_a_number_first() {
    let person = |name: &str, wanted, phone: &str| PersonView {
        id: name.into(),
        fields: PersonFields { name: name.into(), wanted, phone: phone.into(), ..PersonFields::default() },
    };
    let people = vec![
        person("Ole", Wanted::Yes, " "),
        person("Far", Wanted::No, "1"),
        person("Mette", Wanted::Yes, "2"),
        person("Naboen", Wanted::Unset, "3"),
        person("Bo", Wanted::Yes, "4"),
    ];
    let names: Vec<String> = callable(people).into_iter().map(|person| person.fields.name).collect();
    assert_eq!(names, ["Mette", "Bo", "Ole"]);
}
