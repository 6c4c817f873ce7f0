//! A book made anew of a copy that is whole.
use crate::case::case;
use std::fs;

#[test]
fn the_newest_whole_backup_is_taken_and_never_one_that_was_stopped_half_way() {
    let case = case();
    let data = case.at("data");
    let backups = data.join("backups");
    for name in ["000012-r5-20261127-120000", "unfinished-000013-r6-20261128-120000"] {
        let kept = backups.join(name);
        fs::create_dir_all(&kept).expect("made");
        for file in ["book.db", "book.keys"] {
            fs::copy(case.book().join(file), kept.join(file)).expect("copied");
        }
    }
    fs::write(backups.join("unfinished-000013-r6-20261128-120000/book.db"), "half").expect("written");
    // The book itself is gone: the folder it lay in is enough.
    let damaged = data.join("damaged-20261128-120000");
    fs::create_dir_all(&damaged).expect("made");
    fs::write(damaged.join("book.db"), "damaged").expect("written");
    for (name, from) in [("ny", &backups), ("ny igen", &data)] {
        let to = case.at(name);
        let (answer, said) = case.with_passphrase(&["restore", "--to", &to.to_string_lossy()], &[from]);
        assert_eq!(answer, 0, "{said}");
    }
}

#[test]
fn a_backup_becomes_a_new_book_that_the_words_open() {
    let case = case();
    let backup = case.at("kopi");
    fs::create_dir(&backup).expect("made");
    for name in ["book.db", "book.keys"] {
        fs::copy(case.book().join(name), backup.join(name)).expect("copied");
    }
    let to = case.at("ny");
    let (answer, said) =
        case.run(&["restore", "--words-file", "-", "--to", &to.to_string_lossy()], &[&backup], &case.words);
    assert_eq!(answer, 0, "{said}");
    assert_eq!(case.texts_of(&to), case.texts_of(&case.book()));
    let (answer, _) = case.with_passphrase(&["restore", "--to", &to.to_string_lossy()], &[&backup]);
    assert_eq!(answer, 2, "what is there is never written over");
}

#[test]
fn a_damaged_book_that_its_journal_puts_right_is_noted_and_restored_whole() {
    let case = case();
    let before = case.texts_of(&case.book());
    case.damage(1);
    let (answer, said) = case.with_passphrase(&["check"], &[&case.book()]);
    assert_eq!(answer, 1, "{said}");
    let (answer, said) = case.with_passphrase(&["restore", "--to", &case.at("ny").to_string_lossy()], &[&case.book()]);
    assert_eq!(answer, 0, "{said}");
    assert_eq!(case.texts_of(&case.at("ny")), before);
}
