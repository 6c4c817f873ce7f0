//! The card for the pocket as the data its template reads. Nothing of a card is ever shortened: what does not fit is refused.
//! Not here: how large a card is and how it is folded (`card.typ`).

use holdepunkt_core::document::{Card, Fact, Panel, Tone};
use serde::Serialize;

use crate::clean::Cleaner;
use crate::paper::{self, LONGEST_FOOTER, LONGEST_HEADING, PaperCover, Said};

#[derive(Debug, Serialize)]
pub struct CardPaper {
    lang: String,
    families: Vec<String>,
    full_title: String,
    title: Said,
    name: Said,
    date: Said,
    stamp: Said,
    alert: Vec<CardFact>,
    front: Vec<CardPanel>,
    back: Vec<CardPanel>,
    squares: Vec<String>,
    squares_say: String,
    make: Vec<Said>,
    missing: Said,
    cover: Option<PaperCover>,
}

#[derive(Debug, Serialize)]
struct CardFact {
    label: Said,
    value: Said,
}

#[derive(Debug, Serialize)]
struct CardPanel {
    tone: Tone,
    heading: Said,
    items: Vec<CardLine>,
}

#[derive(Debug, Serialize)]
struct CardLine {
    text: Said,
    phone: Said,
}

impl CardPaper {
    pub fn new(card: &Card, cleaner: &mut Cleaner) -> Self {
        let missing = cleaner.shielded(&card.missing);
        let say = &mut |raw: &str| paper::said(cleaner, raw);
        let named = [&*card.title, &card.name].map(|words| paper::cut_or_whole(words, LONGEST_FOOTER));
        let named: Vec<String> = named.into_iter().filter(|words| !words.trim().is_empty()).collect();
        Self {
            lang: card.lang.clone(),
            families: Vec::new(),
            full_title: paper::single_line(&say(&named.join(" – "))),
            title: say(&card.title),
            name: say(&card.name),
            date: say(&card.date),
            stamp: say(&paper::cut_or_whole(&card.stamp, LONGEST_HEADING)),
            alert: card.alert.iter().map(|each| fact(say, each)).collect(),
            front: card.front.iter().map(|each| panel(say, each)).collect(),
            back: card.back.iter().map(|each| panel(say, each)).collect(),
            squares: card.squares.clone(),
            squares_say: paper::single_line(&say(&card.squares_say)),
            make: card.make.iter().map(|words| say(words)).collect(),
            missing: Said::Plain(missing),
            cover: card.cover.as_ref().map(|each| paper::cover(say, each)),
        }
    }

    /// As for any other print.
    pub fn set_in(mut self, families: Vec<String>, replaced: bool) -> Self {
        self.families = families;
        if !replaced {
            self.missing = Said::Plain(String::new());
        }
        self
    }
}

fn fact(say: paper::Say, fact: &Fact) -> CardFact {
    CardFact { label: say(&fact.label), value: say(&fact.value) }
}

fn panel(say: paper::Say, panel: &Panel) -> CardPanel {
    let heading = say(&panel.heading);
    let items = panel.items.iter().map(|item| CardLine { text: say(&item.text), phone: say(&item.phone) }).collect();
    CardPanel { tone: panel.tone, heading, items }
}
