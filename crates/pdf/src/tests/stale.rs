//! The fixtures that come from the sample book are what the program prints of it today, so that the pictures in `tests/prints/ref` show texts
//! and forms as they are. `RENEW=1` writes them anew; the pictures and their texts after that, in a second run.

use std::collections::HashMap;

use super::documents::{FROM_THE_SAMPLE, place};
use super::samples;
use holdepunkt_core::document::Print;

fn json(print: &Print) -> String {
    let json = match print {
        Print::Plan(document) | Print::Steps(document) | Print::Page(document) | Print::Book(document) => {
            serde_json::to_string_pretty(document)
        }
        Print::Card(card) => serde_json::to_string_pretty(card),
    };
    json.unwrap() + "\n"
}

#[test]
fn the_fixtures_of_the_sample_book_are_what_is_printed_of_it_today() {
    let today: HashMap<String, Print> = samples::every().unwrap().into_iter().collect();
    let mut stale = Vec::new();
    for name in FROM_THE_SAMPLE {
        let now = json(&today[name]);
        if std::env::var_os("RENEW").is_some() {
            std::fs::write(place(name), &now).unwrap();
        } else if std::fs::read_to_string(place(name)).unwrap_or_default() != now {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "{stale:?} in tests/prints/fixtures are older than the texts: RENEW=1 cargo test -p holdepunkt-pdf stale::, then RENEW=1 … \
         golden:: and look at the pages"
    );
}
