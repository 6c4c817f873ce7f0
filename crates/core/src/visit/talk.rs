//! What is offered beside the page in a visit and what is asked at its end, read from `workbook/visit.toml`.
//! Not here: the words (`locales/*/visit-talk.ftl`), and any rule about what must be asked. Nothing must.

use super::Series;
use holdepunkt_i18n::Texts;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::sync::OnceLock;

/// The file as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    pub first: Vec<Part>,
    pub goals: Vec<String>,
    pub visit: Vec<String>,
    pub support: Vec<String>,
    pub reflection: Vec<String>,
    pub steps: Vec<Step>,
}

/// A part of a first visit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: String,
    pub minutes: u32,
}

/// One of the four steps of a conversation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: String,
    pub asks: Vec<String>,
}

/// What the program was built with.
#[must_use]
pub fn talk() -> &'static Talk {
    static TALK: OnceLock<Talk> = OnceLock::new();
    // Part of the program, and a test reads it: an unreadable one cannot reach a citizen.
    TALK.get_or_init(|| toml::from_str(include_str!("../../../../workbook/visit.toml")).unwrap_or_default())
}

/// The questions of a series, in order.
#[must_use]
pub fn questions(series: Series) -> &'static [String] {
    match series {
        Series::Visit => &talk().visit,
        Series::Support => &talk().support,
        Series::Reflection => &talk().reflection,
    }
}

/// The highest value an answer can have; -1 where it is words only.
#[must_use]
pub const fn most(series: Series) -> i32 {
    match series {
        Series::Visit => 10,
        Series::Support => 4,
        Series::Reflection => -1,
    }
}

/// How the texts of a series begin.
#[must_use]
pub const fn prefix(series: Series) -> &'static str {
    match series {
        Series::Visit => "visit-rate",
        Series::Support => "visit-support",
        Series::Reflection => "visit-reflect",
    }
}

/// What is offered beside the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TalkView {
    pub first: Vec<TalkPart>,
    pub steps: Vec<TalkStep>,
    pub goals: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TalkPart {
    pub minutes: u32,
    pub title: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TalkStep {
    pub title: String,
    pub lead: String,
    pub asks: Vec<TalkAsk>,
}

/// *Spørg sådan* and *helst ikke sådan*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TalkAsk {
    pub ask: String,
    pub rather: String,
}

/// The words for it.
#[must_use]
pub fn view(texts: &Texts) -> TalkView {
    let said = |key: String| texts.find(&key).unwrap_or(key);
    let ask =
        |id: &String| TalkAsk { ask: said(format!("visit-ask-{id}")), rather: said(format!("visit-rather-{id}")) };
    TalkView {
        first: talk()
            .first
            .iter()
            .map(|part| TalkPart {
                minutes: part.minutes,
                title: said(format!("visit-first-{}", part.id)),
                text: said(format!("visit-first-{}-text", part.id)),
            })
            .collect(),
        steps: talk()
            .steps
            .iter()
            .map(|step| TalkStep {
                title: said(format!("visit-step-{}", step.id)),
                lead: said(format!("visit-step-{}-lead", step.id)),
                asks: step.asks.iter().map(ask).collect(),
            })
            .collect(),
        goals: talk().goals.iter().map(|id| said(format!("visit-goal-{id}"))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use holdepunkt_i18n::Language;

    #[test]
    fn the_talk_is_there_in_both_languages_and_a_first_visit_takes_45_minutes() {
        assert_eq!(talk().first.iter().map(|part| part.minutes).sum::<u32>(), 45);
        assert_eq!((talk().goals.len(), talk().steps.len()), (8, 4));
        assert_eq!((talk().visit.len(), talk().support.len(), talk().reflection.len()), (4, 5, 10));
        for language in Language::ALL {
            let texts = Texts::new(language);
            let said = serde_json::to_string(&view(&texts)).unwrap();
            assert!(!said.contains("visit-"), "a text is missing: {said}");
            for series in [Series::Visit, Series::Support, Series::Reflection] {
                for question in questions(series) {
                    let key = format!("{}-{question}", prefix(series));
                    assert!(texts.find(&key).is_some(), "{key}");
                }
            }
        }
    }
}
