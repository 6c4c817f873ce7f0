//! The sheet on top of a copy that takes the place of an earlier one.
//! Not here: what is new (`share/news`).

use crate::document::Cover;
use crate::share::Saying;
use crate::share::view::{CopyView, Since};
use holdepunkt_i18n::Texts;
use std::collections::HashMap;

/// The news named one by one; more than that are counted.
const NAMED: usize = 12;

/// Asks for `old` to be destroyed, and says what is new since, in the words of the print `below` it: that may be another form than the old
/// one was, with room for other things.
#[must_use]
pub fn cover(old: &CopyView, below: &[Saying], texts: &Texts) -> Cover {
    let whom = old.whom.trim();
    let stands: HashMap<&str, &str> = below.iter().map(|line| (line.id.as_str(), line.text.as_str())).collect();
    let fresh = old.news.iter().filter(|news| news.since != Since::Gone);
    let new: Vec<&str> = fresh.filter_map(|news| stands.get(news.line.as_str()).copied()).collect();
    let gone =
        old.news.iter().filter(|news| news.since == Since::Gone && !stands.contains_key(news.line.as_str())).count();
    let mut closing = Vec::new();
    if new.len() > NAMED {
        closing.push(texts.print_cover_more(u32::try_from(new.len() - NAMED).unwrap_or(u32::MAX)));
    }
    if gone > 0 {
        closing.push(texts.print_cover_gone(u32::try_from(gone).unwrap_or(u32::MAX)));
    }
    Cover {
        title: if whom.is_empty() { texts.print_cover_title() } else { texts.print_cover_title_to(whom) },
        lead: vec![texts.print_cover_old(&old.at, &old.title), texts.print_cover_destroy()],
        news_heading: if new.is_empty() { String::new() } else { texts.print_cover_news() },
        news: new.into_iter().take(NAMED).map(str::to_string).collect(),
        closing,
    }
}
