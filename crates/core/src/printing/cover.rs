//! The sheet on top of a copy that takes the place of an earlier one.
//! Not here: what is new (`share/news`).

use crate::document::Cover;
use crate::share::view::{CopyView, Since};
use holdepunkt_i18n::Texts;

/// The news named one by one; more than that are counted.
const NAMED: usize = 12;

/// Asks for `old` to be destroyed, and says what is new since.
#[must_use]
pub fn cover(old: &CopyView, texts: &Texts) -> Cover {
    let whom = old.whom.trim();
    let new: Vec<&str> =
        old.news.iter().filter(|news| news.since != Since::Gone).map(|news| news.text.as_str()).collect();
    let gone = old.news.len() - new.len();
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
