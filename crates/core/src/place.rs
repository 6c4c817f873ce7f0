//! Places as text: a line's place is a key that sorts between its neighbours' keys, so moving one line changes one row.
//! Not here: which neighbours a line has. The scheme is fractional indexing: a counter whose first letter tells its
//! length (so that adding at either end stays short), then digits after an invisible point.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FIRST: &str = "a0";

/// A key after `before` and before `after`; `None` stands for the ends. `None` when the two are equal, turned round or
/// not keys of ours: then all siblings get new keys from [`nth`].
#[must_use]
pub fn between(before: Option<&str>, after: Option<&str>) -> Option<String> {
    match (before, after) {
        (None, None) => Some(FIRST.to_string()),
        (Some(before), None) => {
            let (whole, rest) = split(before)?;
            match step(whole, true) {
                Some(next) => Some(next),
                None => Some(format!("{whole}{}", middle(rest, None)?)),
            }
        }
        (None, Some(after)) => {
            let (whole, rest) = split(after)?;
            if !rest.is_empty() {
                return Some(whole.to_string());
            }
            step(whole, false)
        }
        (Some(before), Some(after)) => {
            if before >= after {
                return None;
            }
            let (low, low_rest) = split(before)?;
            let (high, high_rest) = split(after)?;
            if low == high {
                return Some(format!("{low}{}", middle(low_rest, Some(high_rest))?));
            }
            match step(low, true) {
                Some(next) if next.as_str() < after => Some(next),
                _ => Some(format!("{low}{}", middle(low_rest, None)?)),
            }
        }
    }
}

/// The key of the `index`th of siblings that nobody has moved yet.
#[must_use]
pub fn nth(index: usize) -> String {
    let (mut index, mut length, mut span) = (index, 1, 62);
    while index >= span && length < 26 {
        index -= span;
        length += 1;
        span = span.saturating_mul(62);
    }
    let mut digits = vec![b'0'; length];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[index % 62];
        index /= 62;
    }
    let mut key = String::new();
    key.push(char::from(b'a' + u8::try_from(length - 1).unwrap_or(25)));
    key.extend(digits.into_iter().map(char::from));
    key
}

/// Takes a key apart into counter and fraction. `None` when it is not a key of ours.
fn split(key: &str) -> Option<(&str, &str)> {
    let head = *key.as_bytes().first()?;
    let length = match head {
        b'a'..=b'z' => usize::from(head - b'a') + 2,
        b'A'..=b'Z' => usize::from(b'Z' - head) + 2,
        _ => return None,
    };
    let ours = key.len() >= length && key.bytes().all(|digit| value(digit).is_some()) && !key[length..].ends_with('0');
    ours.then(|| key.split_at(length))
}

fn value(digit: u8) -> Option<usize> {
    DIGITS.iter().position(|known| *known == digit)
}

/// The counter one up or one down; `None` at the very end of all counters.
fn step(whole: &str, up: bool) -> Option<String> {
    let (head, digits) = whole.as_bytes().split_first()?;
    let mut digits = digits.to_vec();
    let (full, empty) = if up { (b'z', b'0') } else { (b'0', b'z') };
    for digit in digits.iter_mut().rev() {
        if *digit != full {
            let at = value(*digit)?;
            *digit = DIGITS[if up { at + 1 } else { at - 1 }];
            return Some(join(*head, &digits));
        }
        *digit = empty;
    }
    let head = match (head, up) {
        (b'z', true) | (b'A', false) => return None,
        (b'Z', true) => b'a',
        (b'a', false) => b'Z',
        (head, true) => head + 1,
        (head, false) => head - 1,
    };
    // Away from zero the counter gets longer, towards zero shorter.
    let longer = head.is_ascii_lowercase() == up;
    if head == b'a' && up || head == b'Z' && !up {
        return Some(join(head, &[empty]));
    }
    if longer {
        digits.push(empty);
    } else {
        digits.pop();
    }
    Some(join(head, &digits))
}

fn join(head: u8, digits: &[u8]) -> String {
    let mut key = String::with_capacity(digits.len() + 1);
    key.push(char::from(head));
    key.extend(digits.iter().copied().map(char::from));
    key
}

/// A fraction between two fractions; `None` above stands for one. Never ends in `0`.
fn middle(low: &str, high: Option<&str>) -> Option<String> {
    let mut key = String::new();
    let (mut low, mut high) = (low.as_bytes(), high.map(str::as_bytes));
    loop {
        let under = low.first().copied().map_or(Some(0), value)?;
        let over = match high {
            None => 62,
            Some(high) => value(*high.first()?)?,
        };
        if over <= under + 1 {
            // No digit fits between: keep the lower one and look further right.
            key.push(char::from(DIGITS[under]));
            low = low.get(1..).unwrap_or_default();
            high = if over == under { high.map(|high| &high[1..]) } else { None };
            continue;
        }
        key.push(char::from(DIGITS[(under + over) / 2]));
        return Some(key);
    }
}
