//! The help lines of `workbook/help-lines.toml`: numbers, hours, where they come from and whether anyone checked them.
//! Not here: what the citizen wrote about them (`own`), and the words (`locales/*/chapter-help-lines.ftl`).

use crate::help::hours::{Account, danish_time, open_now, opens_next};
use crate::help::own::opens_words;
use crate::view::HelpLine;
use crate::when;
use chrono::{DateTime, FixedOffset, NaiveDate};
use holdepunkt_i18n::Texts;
use serde::Deserialize;

const SHIPPED: &str = include_str!("../../../../workbook/help-lines.toml");

/// Always first, never hidden.
pub const ALARM: &str = "112";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    line: Vec<Line>,
}

/// One line as the file has it; the file's head says what each field means.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    number: String,
    region: String,
    source: String,
    checked: String,
    #[serde(default)]
    always: String,
    #[serde(default)]
    unsure: bool,
    #[serde(default)]
    valid_from: Option<NaiveDate>,
    #[serde(default)]
    valid_to: Option<NaiveDate>,
    #[serde(default)]
    accounts: Vec<Account>,
}

/// A line that came with the program, and how near it is: 0 for 112, 1 for the citizen's own region, 2 for the whole
/// country, 3 for other regions.
pub(super) type Near = (u8, HelpLine);

/// Every help line that holds on the day of `now`, with words in the language of `texts`: 112, then those of the
/// citizen's own `region` (empty: not chosen), then the whole country, then other regions.
pub(super) fn came_with_the_program(texts: &Texts, now: DateTime<FixedOffset>, region: &str) -> Vec<Near> {
    let today = danish_time(now).date();
    let mut lines = shipped();
    lines.retain(|line| line.valid_from.is_none_or(|from| from <= today));
    lines.sort_by_key(|line| line.near(region));
    lines.iter().map(|line| (line.near(region), line.shown(texts, now, today))).collect()
}

/// Whether a line with this id came with the program.
#[must_use]
pub fn is_shipped(id: &str) -> bool {
    shipped().iter().any(|line| line.id == id)
}

/// The file is part of the program and read in the tests, so it can be read here.
fn shipped() -> Vec<Line> {
    toml::from_str::<File>(SHIPPED).map(|file| file.line).unwrap_or_default()
}

impl Line {
    fn near(&self, region: &str) -> u8 {
        match self.region.as_str() {
            _ if self.number == ALARM => 0,
            "" => 2,
            other if other == region => 1,
            _ => 3,
        }
    }

    fn shown(&self, texts: &Texts, now: DateTime<FixedOffset>, today: NaiveDate) -> HelpLine {
        let word = |what: &str| texts.find(&format!("help-{what}")).unwrap_or_default();
        let own = |what: &str| word(&format!("{}-{what}", self.id));
        let past = self.valid_to.is_some_and(|to| to < today);
        let hours = if past { word("past-its-date") } else { own("hours") };
        let region = if self.region.is_empty() { String::new() } else { word(&format!("region-{}", self.region)) };
        let open = if past { None } else { self.open_now(now) };
        // Without a source for its hours it is not said when it opens.
        let opens = if past || open == Some(true) { None } else { opens_next(&self.accounts, now) };
        HelpLine {
            id: self.id.clone(),
            name: own("name"),
            number: self.number.clone(),
            whom: own("whom"),
            hours,
            open_now: open,
            opens: opens.map(|at| opens_words(at, today, self.unsure, texts)).unwrap_or_default(),
            own: false,
            edited: false,
            region,
            source: word(&format!("source-{}", self.source)),
            checked: self.checked_words(texts),
            unsure: self.unsure || past,
        }
    }

    fn open_now(&self, now: DateTime<FixedOffset>) -> Option<bool> {
        if self.always.is_empty() { open_now(&self.accounts, self.unsure, now) } else { Some(true) }
    }

    fn checked_words(&self, texts: &Texts) -> String {
        match self.checked.parse::<NaiveDate>() {
            Ok(day) => texts.help_checked(&when::date(day, texts.language())),
            Err(_) => texts.find("help-not-checked").unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use holdepunkt_i18n::Language;

    fn lines(texts: &Texts, now: DateTime<FixedOffset>, region: &str) -> Vec<HelpLine> {
        came_with_the_program(texts, now, region).into_iter().map(|(_, line)| line).collect()
    }

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).expect("a time")
    }

    fn shown(id: &str, language: Language, time: &str) -> HelpLine {
        let lines = lines(&Texts::new(language), at(time), "");
        lines.into_iter().find(|line| line.id == id).unwrap_or_else(|| panic!("{id} is shown"))
    }

    /// What `checked` says when nobody has called the number yet.
    const NOT_CHECKED: &str = "not-checked";

    const NOON: &str = "2026-11-22T12:00:00+01:00";

    #[test]
    fn the_shipped_file_holds_exactly_the_numbers_we_have_notes_on() {
        let file: File = toml::from_str(SHIPPED).expect("help-lines.toml can be read");
        let numbers: Vec<&str> = file.line.iter().map(|line| line.number.as_str()).collect();
        assert_eq!(
            numbers,
            ["112", "70 201 201", "39 25 25 25", "70 23 27 50", "116 111", "1888", "1813", "1818"],
            "112 is first, and no number is shown that we have no note on"
        );
    }

    #[test]
    fn no_line_is_shipped_without_a_source_and_without_saying_whether_it_was_checked() {
        for line in shipped() {
            let told = line.checked == NOT_CHECKED || line.checked.parse::<NaiveDate>().is_ok();
            assert!(told, "{}: `checked` is a date or `{NOT_CHECKED}`", line.id);
            assert!(!line.source.trim().is_empty(), "{}: a number without a source", line.id);
        }
        for field in ["source", "checked"] {
            let without: String = SHIPPED
                .lines()
                .filter(|line| !line.starts_with(&format!("{field} =")))
                .fold(String::new(), |text, line| text + line + "\n");
            assert!(toml::from_str::<File>(&without).is_err(), "a line without {field} must not be read");
        }
    }

    #[test]
    fn every_line_says_its_name_whom_it_is_for_hours_source_and_checking_in_both_languages() {
        for language in Language::ALL {
            for line in lines(&Texts::new(language), at(NOON), "") {
                for text in [&line.name, &line.whom, &line.hours, &line.source, &line.checked] {
                    assert!(!text.is_empty(), "{} lacks a text in {}", line.id, language.tag());
                }
            }
        }
        for line in shipped().iter().filter(|line| !line.region.is_empty()) {
            assert!(!shown(&line.id, Language::Da, NOON).region.is_empty(), "{} has a region without a name", line.id);
        }
    }

    #[test]
    fn nothing_claims_to_be_open_day_and_night_unless_the_data_carries_a_source_for_it() {
        let claims = ["døgn", "24", "altid", "always", "day and night", "around the clock", "hele natten", "all night"];
        for language in Language::ALL {
            for line in shipped() {
                let words = shown(&line.id, language, NOON);
                let said = [words.name, words.whom, words.hours].join(" ").to_lowercase();
                let claimed = claims.iter().find(|claim| said.contains(*claim));
                assert_eq!(claimed.is_some(), !line.always.is_empty(), "{}: {claimed:?} in `{said}`", line.id);
            }
        }
    }

    #[test]
    fn a_line_that_is_unsure_or_unchecked_says_check_for_yourself() {
        for (language, words) in [(Language::Da, &["Tjek selv", "Prøv selv"][..]), (Language::En, &["Please check"])] {
            for line in shipped() {
                let view = shown(&line.id, language, NOON);
                let said = [view.hours, view.checked].join(" ");
                let doubtful = line.unsure || line.checked == NOT_CHECKED;
                assert!(!doubtful || words.iter().any(|words| said.contains(words)), "{}: {said}", line.id);
            }
        }
    }

    #[test]
    fn the_hours_in_words_are_the_hours_in_the_data() {
        for language in Language::ALL {
            for line in shipped() {
                let words = shown(&line.id, language, NOON).hours;
                let hours = line.accounts.iter().flat_map(|account| &account.hours);
                for number in hours.flat_map(super::super::hours::Hours::said) {
                    assert!(words.contains(&number), "{}: {number} is not in `{words}`", line.id);
                }
            }
        }
    }

    #[test]
    fn livslinien_is_told_with_both_accounts_and_is_open_only_where_they_agree() {
        let open = |time| shown("livslinien", Language::Da, time).open_now;
        assert_eq!(open("2026-11-22T04:59:00+01:00"), Some(true));
        assert_eq!(open("2026-11-22T08:00:00+01:00"), None, "unsure hours never say closed");
        assert_eq!(open("2026-11-22T10:00:00+01:00"), None, "one source says open, the other not");
        assert_eq!(open("2026-11-22T11:00:00+01:00"), Some(true));
        assert!(shown("livslinien", Language::Da, NOON).unsure);
    }

    #[test]
    fn a_line_that_is_not_open_says_when_it_opens_and_never_more_than_the_source_does() {
        let opens = |id, time| shown(id, Language::Da, time).opens;
        assert_eq!(opens("livslinien", "2026-11-22T08:00:00+01:00"), "åbner måske kl. 11");
        assert_eq!(opens("livslinien", NOON), "", "it is open");
        assert_eq!(opens("psykiatrifonden", "2026-11-22T23:00:00+01:00"), "åbner måske i morgen kl. 10");
        for id in ["sind", "boernetelefonen", "112", "lev-uden-vold", "1813"] {
            assert_eq!(opens(id, "2026-11-22T03:00:00+01:00"), "", "{id}: nothing is known of it");
        }
    }

    #[test]
    fn unknown_hours_give_no_answer_and_112_always_does() {
        for id in ["sind", "boernetelefonen", "1813", "1818"] {
            assert_eq!(shown(id, Language::Da, NOON).open_now, None, "{id}: we do not know");
        }
        for time in [NOON, "2026-03-29T02:30:00+01:00", "2026-12-24T23:59:59+01:00"] {
            assert_eq!(shown("112", Language::Da, time).open_now, Some(true));
        }
    }

    #[test]
    fn the_regions_numbers_are_kept_but_unsure_when_the_regions_may_have_become_one() {
        let before = shown("1813", Language::Da, "2026-12-31T23:59:00+01:00");
        let after = shown("1813", Language::Da, "2027-01-01T00:00:00+01:00");
        assert_ne!(before.hours, after.hours);
        assert!(after.unsure && after.hours.contains("Regionerne"), "{}", after.hours);
        assert_eq!(after.open_now, None);
    }

    #[test]
    fn the_line_of_my_own_region_comes_right_after_112_and_no_line_is_left_out() {
        let ids = |region| -> Vec<String> {
            lines(&Texts::new(Language::Da), at(NOON), region).into_iter().map(|line| line.id).collect()
        };
        assert_eq!(&ids("sjaelland")[..3], ["112", "1818", "livslinien"]);
        assert_eq!(&ids("hovedstaden")[..3], ["112", "1813", "livslinien"]);
        assert_eq!(&ids("")[..2], ["112", "livslinien"]);
        assert_eq!(ids("nordjylland").len(), shipped().len());
    }

    #[test]
    fn a_line_is_not_shown_before_its_first_day_and_a_checked_one_says_the_date() {
        let mut line = shipped().into_iter().next().expect("a line");
        line.checked = "2026-11-20".to_string();
        let texts = Texts::new(Language::Da);
        assert_eq!(line.checked_words(&texts), "Tjekket 20. november 2026");
    }
}
