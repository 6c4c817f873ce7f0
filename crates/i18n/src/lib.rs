//! The texts of Holdepunkt in Danish and English: one function per message, checked when the crate is built.
//! Not here: formatting of dates and numbers (the caller passes finished words), and texts the citizen wrote.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue as Value, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};
use specta::Type;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The TypeScript side of the same texts, kept in `ui/src/lib/i18n/messages.ts`.
pub const TYPESCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/messages.ts"));

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Da,
    En,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Da, Self::En];

    /// The language tag, `da` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }
}

/// All texts in one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the texts of `language`; they are part of the program, so this cannot fail.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let tag = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would travel into prints and the clipboard.
        bundle.set_use_isolating(false);
        let sources = match language {
            Language::Da => DA,
            Language::En => EN,
        };
        for source in sources {
            let resource = match FluentResource::try_new((*source).to_string()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of a message that the workbook names, e.g. `ch-well`. `None` when there is no such message.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, None, &mut errors).into_owned())
    }

    fn say<const N: usize>(&self, key: &str, arguments: [(&'static str, Value<'_>); N]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_string();
        };
        let arguments: FluentArgs<'_> = arguments.into_iter().collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_can_be_said_in_both_languages() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for key in KEYS {
                let text = texts.find(key).unwrap_or_default();
                assert!(!text.trim().is_empty(), "{key} says nothing in {}", language.tag());
                assert!(!text.contains('\u{2068}'), "{key} carries an isolation mark into prints");
            }
        }
    }

    #[test]
    fn the_typescript_side_is_the_same_texts() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/lib/i18n/messages.ts");
        if std::env::var_os("RENEW").is_some() {
            std::fs::write(path, TYPESCRIPT).expect("messages.ts can be written");
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(kept, TYPESCRIPT, "stale: RENEW=1 cargo test -p holdepunkt-i18n");
    }
}
