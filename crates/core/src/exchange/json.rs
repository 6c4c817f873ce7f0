//! JSON from strangers, read within bounds: length, depth, number of values, no key twice, no number that does not fit. Nothing is
//! reserved by what a file says of itself. Not here: what the values mean (`parcel`).

use super::fault::FileFault;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

/// The longest file that is read, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Lists and objects inside each other.
pub const MOST_DEPTH: usize = 16;

/// Values in one file; a book of twenty million bytes in short lines has just over a million.
pub const MOST_VALUES: usize = 1_500_000;

/// Objects with fewer keys are searched one by one.
const FEW: usize = 24;

/// A value; strings lie in the file's own text where they hold no escapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    Null,
    Bool(bool),
    Integer(i64),
    Real(f64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Reads a whole file.
///
/// # Errors
/// [`FileFault::TooBig`] before anything is read; [`FileFault::NotOurs`] when it is no JSON; [`FileFault::Broken`] when it breaks a bound.
pub fn parse(bytes: &[u8]) -> Result<Json<'_>, FileFault> {
    if bytes.len() > MOST_BYTES {
        return Err(FileFault::TooBig);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| FileFault::NotOurs)?;
    within(text.as_bytes())?;
    serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => FileFault::Broken("a value"),
        _ => FileFault::NotOurs,
    })
}

/// Depth and number of values by one look at the bytes, before anything is built from them.
fn within(bytes: &[u8]) -> Result<(), FileFault> {
    let (mut depth, mut values, mut quoted, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > MOST_DEPTH {
            return Err(FileFault::Broken("depth"));
        }
    }
    if values > MOST_VALUES { Err(FileFault::Broken("number of values")) } else { Ok(()) }
}

impl<'a> Json<'a> {
    /// The value of a key, of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number of a whole number.
    #[must_use]
    pub const fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The members of a list.
    #[must_use]
    pub fn list(&self) -> Option<&[Json<'a>]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The fields of an object, in the file's order.
    #[must_use]
    pub fn fields(&self) -> Option<&[(Cow<'a, str>, Json<'a>)]> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

/// A string as JSON: always the same for the same text.
#[must_use]
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

impl<'de: 'a, 'a> Deserialize<'de> for Json<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Value)
    }
}

struct Value;

impl<'de> Visitor<'de> for Value {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that fits")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Json::Integer(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Self::Value, E> {
        i64::try_from(value).map(Json::Integer).map_err(|_| E::custom("too large"))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Json::Real(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(value.to_string())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        list.shrink_to_fit();
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut fields: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
        let mut many: HashSet<Cow<'de, str>> = HashSet::new();
        while let Some(Key(key)) = access.next_key::<Key<'de>>()? {
            let twice = if fields.len() < FEW {
                fields.iter().any(|(known, _)| *known == key)
            } else {
                if many.is_empty() {
                    many.extend(fields.iter().map(|(known, _)| known.clone()));
                }
                !many.insert(key.clone())
            };
            if twice {
                return Err(A::Error::custom("a key stands twice"));
            }
            fields.push((key, access.next_value()?));
        }
        // Room for three more in every object would be more than the file itself.
        fields.shrink_to_fit();
        Ok(Json::Object(fields))
    }
}

struct Key<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Key<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyText).map(Key)
    }
}

struct KeyText;

impl<'de> Visitor<'de> for KeyText {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_read_as_it_stands() {
        let read = parse("\u{feff}{\"a\":[1,-2,\"æ\\u00f8\",null,true,0.5]}".as_bytes()).unwrap();
        let list = read.get("a").and_then(Json::list).unwrap();
        assert_eq!(list[1].integer(), Some(-2));
        assert_eq!(list[2].text(), Some("æø"));
        assert_eq!(list[5], Json::Real(0.5));
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_in_small_objects_and_large() {
        let many: String = (0..200).map(|at| format!("\"k{at}\":0,")).collect();
        for text in
            [r#"{"a":1,"a":2}"#.to_string(), format!("{{{many}\"k7\":1}}"), format!("{{{many}\"\\u006b150\":1}}")]
        {
            assert_eq!(parse(text.as_bytes()), Err(FileFault::Broken("a value")));
        }
        assert!(parse(format!("{{{many}\"z\":1}}").as_bytes()).is_ok());
    }

    #[test]
    fn bounds_are_kept_before_anything_is_built() {
        let deep = "[".repeat(MOST_DEPTH + 1) + &"]".repeat(MOST_DEPTH + 1);
        assert_eq!(parse(deep.as_bytes()), Err(FileFault::Broken("depth")));
        assert!(parse(("[".repeat(MOST_DEPTH) + &"]".repeat(MOST_DEPTH)).as_bytes()).is_ok());
        assert_eq!(parse("[".repeat(1_000_000).as_bytes()), Err(FileFault::Broken("depth")));
        assert_eq!(parse(&vec![b' '; MOST_BYTES + 1]), Err(FileFault::TooBig));
        let many = format!("[{}0]", "0,".repeat(MOST_VALUES));
        assert_eq!(parse(many.as_bytes()), Err(FileFault::Broken("number of values")));
        assert!(parse(b"[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[,,,\"]").is_ok(), "inside a text it is text");
    }

    #[test]
    fn numbers_that_do_not_fit_and_bytes_that_are_no_text_are_refused() {
        for text in ["9223372036854775808", "-9223372036854775809e999", "1e999", "[1,]", "", "{", "\"\\ud800\"", "NaN"]
        {
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
        assert!(parse(b"9223372036854775807").is_ok());
        assert_eq!(parse(b"\"\xff\xfe\""), Err(FileFault::NotOurs));
    }
}
