//! Files from others besides the open format: locked ones, address books, pictures. What is in them once they are read is tried elsewhere.

use holdepunkt_core::exchange::people::{self, MOST_PEOPLE};
use holdepunkt_core::exchange::picture::{self, MOST_KEPT};
use holdepunkt_core::exchange::{FileFault, sealed};
use holdepunkt_core::handover::lock;
use secrecy::SecretString;

/// A locked file, looked at before words are typed; one that asks for more work than we bear is refused before any of it is done.
pub fn sealed_file(bytes: &[u8]) {
    let looked = sealed::look(bytes);
    let key = lock::look(bytes);
    assert!(looked.is_err() || sealed::is_sealed(bytes), "nothing is a locked file that does not say so");
    assert!(looked.is_err() || key.is_ok(), "both say the same of words");
    let costly = looked == Err(FileFault::Costly);
    assert!(
        !costly || sealed::open(bytes, &SecretString::from("x")) == Err(FileFault::Costly),
        "refused before any work"
    );
}

/// An address book: nobody without name and number, nothing but one line in a field.
pub fn people(bytes: &[u8]) {
    let Ok(found) = people::read(bytes) else { return };
    assert!(!found.is_empty() && found.len() <= MOST_PEOPLE);
    for one in found {
        let fields = one.fields;
        assert!(!fields.name.is_empty() || !fields.phone.is_empty());
        for field in [&fields.name, &fields.phone, &fields.relation] {
            assert!(field.trim() == field && field.chars().all(|letter| !letter.is_control()));
        }
        assert!(fields.why.is_empty(), "no note of anybody's comes along");
    }
}

/// A picture or recording: what is kept is small, and a picture is one that we drew.
pub fn picture(bytes: &[u8]) {
    let Ok(kept) = picture::prepare(bytes) else { return };
    assert!(kept.bytes.len() <= MOST_KEPT);
    if kept.is_sound() {
        assert!(kept.bytes == bytes);
    } else {
        assert!(kept.bytes.starts_with(&[0xff, 0xd8]) && kept.width <= 1_800 && kept.height <= 1_800);
        assert!(kept.width > 0 && kept.height > 0);
    }
}
