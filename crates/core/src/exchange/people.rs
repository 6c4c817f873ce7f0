//! People from an address book (vCard): read, shown, and only those that were picked come in. Nothing but name, telephone and what they
//! are to one is taken. Not here: reading vCard itself (the library).

use super::fault::FileFault;
use super::rows::clean;
use crate::change::PersonFields;
use calcard::vcard::{VCard, VCardProperty};
use calcard::{Entry, Parser};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The longest file, in bytes: thousands of people without their pictures.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// The most people shown of one file.
pub const MOST_PEOPLE: usize = 2_000;

/// Someone in a file; the screen makes the id when they are picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    pub fields: PersonFields,
}

/// The people in a file, in its order.
///
/// # Errors
/// [`FileFault`]; [`FileFault::NoPeople`] when there is no one.
pub fn read(bytes: &[u8]) -> Result<Vec<Found>, FileFault> {
    if bytes.len() > MOST_BYTES {
        return Err(FileFault::TooBig);
    }
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let mut parser = Parser::new(&text);
    let mut found = Vec::new();
    while found.len() < MOST_PEOPLE {
        match parser.entry() {
            Entry::VCard(card) => found.extend(person(&card)?),
            Entry::Eof | Entry::TooManyComponents => break,
            _ => {}
        }
    }
    if found.is_empty() { Err(FileFault::NoPeople) } else { Ok(found) }
}

fn person(card: &VCard) -> Result<Option<Found>, FileFault> {
    let one_line = |text: &str| Ok::<_, FileFault>(clean(text)?.split_whitespace().collect::<Vec<_>>().join(" "));
    let first = |property: &VCardProperty| {
        let values = card.property(property).map(|entry| entry.values.as_slice()).unwrap_or_default();
        values.iter().find_map(|value| value.as_text()).unwrap_or_default()
    };
    let mut name = one_line(first(&VCardProperty::Fn))?;
    if name.is_empty() {
        name = one_line(first(&VCardProperty::Nickname))?;
    }
    let phone = one_line(first(&VCardProperty::Tel).trim_start_matches("tel:"))?;
    let relation = one_line(first(&VCardProperty::Role))?;
    let nobody = name.is_empty() && phone.is_empty();
    let fields = PersonFields { name, phone, relation, ..PersonFields::default() };
    Ok((!nobody).then_some(Found { fields }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_from_old_and_new_address_books() {
        let cards = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Mette S\u{f8}rensen\r\nTEL;VALUE=uri:tel:+45-12-34-56-78\r\nPHOTO:data:image/png;base64,AAAA\r\nEND:VCARD\r\n\
            BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B8rgen\r\nTEL;CELL:20 00\r\n  00 00\r\nEND:VCARD\r\n\
            BEGIN:VCARD\nVERSION:3.0\nFN:Ida\\, min veninde\nROLE:Nabo\nEND:VCARD\n";
        let people: Vec<(String, String, String)> = read(cards.as_bytes())
            .unwrap()
            .into_iter()
            .map(|found| (found.fields.name, found.fields.phone, found.fields.relation))
            .collect();
        assert_eq!(people[0].0, "Mette Sørensen");
        assert!(people[0].1.ends_with("12-34-56-78"), "{:?}", people[0]);
        assert_eq!(people[1].0, "Jørgen");
        assert_eq!((people[2].0.as_str(), people[2].2.as_str()), ("Ida, min veninde", "Nabo"));
    }

    #[test]
    fn what_is_no_address_book_is_told_and_never_a_crash() {
        for bytes in
            [&b""[..], b"BEGIN:VCARD", b"BEGIN:VCARD\nEND:VCARD", b"\xff\xfe\0", b"BEGIN:VCALENDAR\nEND:VCALENDAR"]
        {
            assert_eq!(read(bytes), Err(FileFault::NoPeople));
        }
        assert_eq!(read(&vec![b'x'; MOST_BYTES + 1]), Err(FileFault::TooBig));
        let many = "BEGIN:VCARD\n".repeat(100_000);
        assert!(read(many.as_bytes()).is_err());
        let long = format!("BEGIN:VCARD\nFN:{}\nEND:VCARD\n", "a".repeat(2_100_000));
        assert!(read(long.as_bytes()).is_err());
        let card = b"BEGIN:VCARD\nVERSION:3.0\nFN:<script>alert(1)</script>\0\nEND:VCARD\n";
        assert_eq!(read(card).unwrap()[0].fields.name, "<script>alert(1)</script>", "a name like any other");
    }
}
