//! What is inside the lock of a hand-over and of an answer, once it is open: bytes somebody else made.

use super::changes::new_book;
use holdepunkt_core::change::{Change, Place};
use holdepunkt_core::handover::answer::Answer;
use holdepunkt_core::handover::bundle::Bundle;
use holdepunkt_core::handover::guest;
use holdepunkt_i18n::{Language, Texts};

/// What is read is written the same. A hand-over that fits together is a book in which a guest can do nothing but propose, and which gives an
/// answer that is read again; one that does not is refused in words.
pub fn handover(bytes: &[u8]) {
    if let Ok(answer) = Answer::read(bytes) {
        let written = answer.write().expect("it was not too long to be read");
        assert_eq!(Answer::read(&written).expect("its own words"), answer);
    }
    let Ok(bundle) = Bundle::read(bytes) else { return };
    let written = bundle.write().expect("it was not too long to be read");
    assert_eq!(Bundle::read(&written).expect("its own words"), bundle);
    let texts = Texts::new(Language::Da);
    let mut open = new_book();
    let book = &mut open.book;
    if let Err(error) = guest::fill(book, &bundle, "Karen", &texts) {
        assert!(!error.message(&texts).is_empty());
        return;
    }
    let contents = book.contents(&texts).expect("shown");
    assert!(contents.guest.is_some() && contents.visit.is_some_and(|visit| !visit.pen.is_empty()));
    let pages = contents.groups.iter().flat_map(|group| &group.chapters).flat_map(|chapter| &chapter.pages);
    for page in pages {
        let before = book.page(&page.id, &texts).expect("shown");
        for section in &before.sections {
            let id = book.world().id().expect("randomness");
            let (prompt, text) = (String::new(), "et forslag".to_string());
            let change = Change::AddLine { id, section: section.id.clone(), prompt, text, place: Place::Last };
            let _ = book.change(change, &texts);
        }
        assert_eq!(book.page(&page.id, &texts).expect("shown"), before, "a guest's words are proposals");
    }
    book.hand_back().expect("an answer");
}
