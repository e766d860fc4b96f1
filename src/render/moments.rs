//! Days and times as a language writes them: Gregorian, in UTC, in Latin digits, with the month as a word, so that nobody
//! has to guess which number is the month.

use icu_calendar::Gregorian;
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu_locale_core::Locale;
use tera::{Kwargs, State, Tera, TeraResult, Value};
use time::OffsetDateTime;
use time::format_description::well_known::{Iso8601, Rfc3339};

/// A day in UTC in the words of a language, for example `November 21, 2026`. `at` in Unix milliseconds.
pub fn day(language: &str, at: i64) -> String {
    let at = moment(at);
    in_words(language, at).map_or_else(|| at.date().to_string(), |(day, _)| day)
}

/// A day and a time in UTC in the words of a language, for example `21. November 2026 um 14:05 UTC`. `at` in Unix
/// milliseconds.
pub fn date_time(language: &str, at: i64) -> String {
    let at = moment(at);
    let words = in_words(language, at);
    words.map_or_else(|| machine_time(at), |(_, date_time)| format!("{date_time}\u{a0}UTC"))
}

/// The template functions `day(at=…)` and `date_time(at=…)`, in the page's language, and `machine_time(at=…)` for the
/// attribute `datetime`. `at` is a number of Unix milliseconds or a day as ISO 8601 writes it; another text stays as it is.
pub(super) fn register(tera: &mut Tera, language: fn(&State<'_>) -> TeraResult<String>) {
    tera.register_function("day", move |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        let language = language(state)?;
        Ok(at(&kwargs)?.map_or_else(|text| text, |at| day(&language, at)))
    });
    tera.register_function("date_time", move |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        let language = language(state)?;
        Ok(at(&kwargs)?.map_or_else(|text| text, |at| date_time(&language, at)))
    });
    tera.register_function("machine_time", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let value: &Value = kwargs.must_get("at")?;
        match value.as_str() {
            Some(day) => Ok(day.to_owned()),
            None => Ok(at(&kwargs)?.map_or_else(|text| text, |at| machine_time(moment(at)))),
        }
    });
}

/// The time that is meant, or the text that means none.
fn at(kwargs: &Kwargs) -> TeraResult<Result<i64, String>> {
    let value: &Value = kwargs.must_get("at")?;
    if let Some(at) = value.as_i64() {
        return Ok(Ok(at));
    }
    let text = value.to_string();
    Ok(match time::Date::parse(&text, &Iso8601::DATE) {
        Ok(day) => Ok(day.midnight().assume_utc().unix_timestamp() * 1000),
        Err(_) => Err(text),
    })
}

/// What is out of range is the beginning of time: no page fails over it.
fn moment(at: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(at.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

fn machine_time(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// Day, and day and time; `None` for a language that ICU does not know.
fn in_words(language: &str, at: OffsetDateTime) -> Option<(String, String)> {
    let locale: Locale = format!("{language}-u-nu-latn").parse().ok()?;
    let date = Date::try_new_gregorian(at.year(), at.month().into(), at.day()).ok()?;
    let time = Time::try_new(at.hour(), at.minute(), 0, 0).ok()?;
    let fields = fieldsets::YMD::long();
    let days = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.clone().into(), fields).ok()?;
    let times = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), fields.with_time_hm());
    Some((days.format(&date).to_string(), times.ok()?.format(&DateTime { date, time }).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::LANGUAGES;

    /// 2026-11-21T14:05:09Z.
    const AT: i64 = 1_795_269_909_000;

    #[test]
    fn a_language_writes_days_its_own_way() {
        for (language, expected, with_time) in [
            ("en", "November 21, 2026", "November 21, 2026 at 2:05\u{202f}PM\u{a0}UTC"),
            ("de", "21. November 2026", "21. November 2026 um 14:05\u{a0}UTC"),
            ("ja", "2026年11月21日", "2026年11月21日 14:05\u{a0}UTC"),
            ("pt-BR", "21 de novembro de 2026", "21 de novembro de 2026 às 14:05\u{a0}UTC"),
        ] {
            assert_eq!(day(language, AT), expected);
            assert_eq!(date_time(language, AT), with_time);
        }
    }

    #[test]
    fn every_language_has_its_words_and_latin_digits() {
        for language in LANGUAGES {
            let (day, moment) = (day(language.tag, AT), date_time(language.tag, AT));
            assert!(day.contains("2026") && day.contains("21"), "{}: {day}", language.tag);
            assert_ne!(day, "2026-11-21", "{}", language.tag);
            assert!(moment.contains(&day) && moment.ends_with("UTC"), "{}: {moment}", language.tag);
            assert!(
                !moment.chars().any(|c| c.is_numeric() && !c.is_ascii_digit()),
                "{}: {moment}",
                language.tag
            );
        }
    }

    #[test]
    fn no_time_fails() {
        assert_eq!(day("../..", AT), "2026-11-21", "what is no language gets the plain form");
        for at in [0, -1, i64::MAX, i64::MIN] {
            assert!(!date_time("de", at).is_empty());
        }
    }
}
