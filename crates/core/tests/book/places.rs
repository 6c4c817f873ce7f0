//! Places as text: there is always room between two, and they stay short.

use holdepunkt_core::place::{between, nth};
use proptest::prelude::*;

proptest! {
    #[test]
    fn there_is_always_a_place_between_two_and_order_holds(spots in prop::collection::vec(any::<prop::sample::Index>(), 1..300)) {
        let mut places: Vec<String> = Vec::new();
        for spot in spots {
            let index = spot.index(places.len() + 1);
            let before = index.checked_sub(1).map(|before| places[before].as_str());
            let after = places.get(index).map(String::as_str);
            let place = between(before, after).expect("room");
            prop_assert!(before.is_none_or(|before| before < place.as_str()));
            prop_assert!(after.is_none_or(|after| place.as_str() < after));
            places.insert(index, place);
        }
        let longest = places.iter().map(String::len).max().unwrap_or_default();
        prop_assert!(longest <= 60, "300 moves gave a place of {longest} letters");
    }
}

#[test]
fn adding_at_either_end_ten_thousand_times_stays_short() {
    let (mut last, mut first) = (nth(0), nth(0));
    for _ in 0..10_000 {
        let next = between(Some(&last), None).unwrap();
        assert!(next > last);
        last = next;
        let next = between(None, Some(&first)).unwrap();
        assert!(next < first);
        first = next;
    }
    assert!(last.len() <= 4 && first.len() <= 4, "{last} {first}");
}

#[test]
fn always_the_same_spot_grows_slowly() {
    let (first, mut after) = (nth(0), nth(1));
    for _ in 0..1_000 {
        after = between(Some(&first), Some(&after)).unwrap();
    }
    assert!(after.len() <= 250, "one letter for every few moves, not {}", after.len());
}

#[test]
fn places_given_in_a_row_are_those_counting_gives() {
    let mut counted = nth(0);
    for index in 0..5_000 {
        assert_eq!(nth(index), counted);
        counted = between(Some(&counted), None).unwrap();
    }
}

#[test]
fn places_that_have_run_together_are_not_guessed_at() {
    assert_eq!(between(Some("a1"), Some("a1")), None);
    assert_eq!(between(Some("a2"), Some("a1")), None);
    assert_eq!(between(Some("æ"), None), None);
    assert_eq!(between(Some(""), None), None);
}
