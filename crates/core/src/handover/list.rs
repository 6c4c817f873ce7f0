//! What is inside the lock: records one after another, each with its length before it. No archive, no names of files, no paths: there is
//! nothing in it that could land anywhere. Not here: what a record says (`bundle`, `answer`).

use crate::exchange::FileFault;
use crate::exchange::json;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The most records in a file. A very full book has a fifth of it.
pub const MOST_RECORDS: usize = 20_000;

/// The longest record, in bytes: two fields of a line as long as a field may be, however they are written.
pub const MOST_RECORD: usize = 4 * 1024 * 1024;

const LENGTH: usize = 4;

/// Adds a record.
///
/// # Errors
/// [`FileFault::TooBig`] when it, or the whole, is more than is read again.
pub fn add<T: Serialize>(list: &mut Vec<u8>, record: &T) -> Result<(), FileFault> {
    let text = serde_json::to_vec(record).map_err(|_| FileFault::Broken("a record"))?;
    let length = u32::try_from(text.len()).map_err(|_| FileFault::TooBig)?;
    if text.len() > MOST_RECORD || list.len() + text.len() + LENGTH > json::MOST_BYTES {
        return Err(FileFault::TooBig);
    }
    list.extend_from_slice(&length.to_be_bytes());
    list.extend_from_slice(&text);
    Ok(())
}

/// The records of a list, each as it stands. Nothing is reserved by what a length says.
///
/// # Errors
/// [`FileFault::TooBig`] and [`FileFault::Broken`] before anything is read from a record.
pub fn records(list: &[u8]) -> Result<Vec<&[u8]>, FileFault> {
    if list.len() > json::MOST_BYTES {
        return Err(FileFault::TooBig);
    }
    let mut records = Vec::new();
    let mut rest = list;
    while !rest.is_empty() {
        let broken = FileFault::Broken("a length");
        let (length, after) = rest.split_first_chunk::<LENGTH>().ok_or(broken)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| broken)?;
        if length > MOST_RECORD || records.len() == MOST_RECORDS {
            return Err(FileFault::TooBig);
        }
        let (record, after) = after.split_at_checked(length).ok_or(broken)?;
        records.push(record);
        rest = after;
    }
    Ok(records)
}

/// Reads a record: within the bounds of depth and number first, and then only what is known.
///
/// # Errors
/// [`FileFault::Broken`].
pub fn read<T: DeserializeOwned>(record: &[u8]) -> Result<T, FileFault> {
    json::parse(record).map_err(|fault| match fault {
        FileFault::NotOurs => FileFault::Broken("a record"),
        fault => fault,
    })?;
    serde_json::from_slice(record).map_err(|_| FileFault::Broken("a record"))
}

/// What the first record says the file is.
///
/// # Errors
/// [`FileFault::NotOurs`] when it says nothing of the kind.
pub fn format(record: &[u8]) -> Result<String, FileFault> {
    let json = json::parse(record)?;
    json.get("format").and_then(json::Json::text).map(str::to_string).ok_or(FileFault::NotOurs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_added_is_read_again_in_order() {
        let mut list = Vec::new();
        for word in ["et", "to", ""] {
            add(&mut list, &word).unwrap();
        }
        let words: Vec<String> = records(&list).unwrap().into_iter().map(|record| read(record).unwrap()).collect();
        assert_eq!(words, ["et", "to", ""]);
    }

    #[test]
    fn a_length_that_lies_costs_nothing_and_is_refused() {
        for lie in [u32::MAX, 4 * 1024 * 1024 + 1, 2, 1] {
            let list = lie.to_be_bytes().to_vec();
            assert!(records(&list).is_err(), "{lie}");
        }
        assert!(records(&[0, 0, 0]).is_err());
        let many: Vec<u8> = (0..=MOST_RECORDS).flat_map(|_| [0, 0, 0, 0]).collect();
        assert_eq!(records(&many), Err(FileFault::TooBig));
    }

    #[test]
    fn a_record_that_is_deep_is_refused_before_it_is_built() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(read::<Vec<u8>>(deep.as_bytes()).unwrap_err(), FileFault::Broken("depth"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(records) = records(&bytes) {
                prop_assert_eq!(records.iter().map(|record| record.len() + LENGTH).sum::<usize>(), bytes.len());
                for record in records {
                    let _ = read::<crate::visit::proposal::Proposal>(record);
                }
            }
        }
    }
}
