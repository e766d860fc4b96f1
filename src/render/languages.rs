//! The languages by name, each in itself, and what the pages' list of them needs.

use std::borrow::Cow;

use serde::Serialize;

/// A language as people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Language {
    /// Its tag (RFC 5646), the name of its folder below `templates/locales`.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
}

/// All languages, in the order of the pages' list: by their names, Latin letters first.
pub const LANGUAGES: [Language; 29] = [
    Language { tag: "id", name: "Bahasa Indonesia" },
    Language { tag: "cs", name: "Čeština" },
    Language { tag: "da", name: "Dansk" },
    Language { tag: "de", name: "Deutsch" },
    Language { tag: "en", name: "English" },
    Language { tag: "es", name: "Español" },
    Language { tag: "fr", name: "Français" },
    Language { tag: "it", name: "Italiano" },
    Language { tag: "hu", name: "Magyar" },
    Language { tag: "nl", name: "Nederlands" },
    Language { tag: "nb", name: "Norsk bokmål" },
    Language { tag: "pl", name: "Polski" },
    Language { tag: "pt-BR", name: "Português (Brasil)" },
    Language { tag: "ro", name: "Română" },
    Language { tag: "fi", name: "Suomi" },
    Language { tag: "sv", name: "Svenska" },
    Language { tag: "vi", name: "Tiếng Việt" },
    Language { tag: "tr", name: "Türkçe" },
    Language { tag: "el", name: "Ελληνικά" },
    Language { tag: "ru", name: "Русский" },
    Language { tag: "uk", name: "Українська" },
    Language { tag: "he", name: "עברית" },
    Language { tag: "ar", name: "العربية" },
    Language { tag: "hi", name: "हिन्दी" },
    Language { tag: "th", name: "ไทย" },
    Language { tag: "ko", name: "한국어" },
    Language { tag: "ja", name: "日本語" },
    Language { tag: "zh-CN", name: "简体中文" },
    Language { tag: "zh-TW", name: "繁體中文" },
];

/// The language of a tag.
pub fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

/// The pages' list of languages.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageChoice {
    /// The language of the page.
    pub current: &'static Language,
    /// What can be chosen, the present one among them.
    pub languages: Vec<&'static Language>,
    /// The page's own address without the language: a tag is put behind it.
    pub link: String,
}

impl LanguageChoice {
    /// The list for a page in `current` at `link`; none when there is nothing to choose.
    pub fn new(current: &str, offers: impl Fn(&str) -> bool, link: String) -> Option<Self> {
        let languages: Vec<_> = LANGUAGES.iter().filter(|language| offers(language.tag)).collect();
        let current = language(current)?;
        (languages.len() > 1).then_some(Self { current, languages, link })
    }
}

/// The value of `dir` for a language: `rtl` or `ltr`.
pub fn direction(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}

/// A value as it goes into a text of `language`: between invisible marks (UAX #9 §2.7) where it may be written the other
/// way, so that a name neither reorders the words around it nor is reordered by them. Marks of its own are left out.
pub fn isolated<'v>(language: &str, value: &'v str) -> Cow<'v, str> {
    let value: Cow<'_, str> = match value.contains(is_direction_mark) {
        true => value.chars().filter(|c| !is_direction_mark(*c)).collect::<String>().into(),
        false => value.into(),
    };
    if direction(language) == "rtl" || value.chars().any(is_written_from_the_right) {
        format!("\u{2068}{value}\u{2069}").into()
    } else {
        value
    }
}

/// Characters that turn the direction of what follows them (UAX #9 §2).
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Letters of Hebrew, Arabic and their relatives, by block.
fn is_written_from_the_right(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_and_hebrew_are_written_from_the_right() {
        assert_eq!((direction("ar-EG"), direction("he"), direction("en")), ("rtl", "rtl", "ltr"));
    }

    #[test]
    fn a_value_stays_by_itself() {
        assert_eq!(isolated("en", "Ada"), "Ada");
        assert_eq!(isolated("en", "עדה"), "\u{2068}עדה\u{2069}");
        assert_eq!(isolated("ar", "Ada"), "\u{2068}Ada\u{2069}");
        assert_eq!(isolated("en", "A\u{202e}da\u{2069}"), "Ada", "a name turns nothing around");
    }

    #[test]
    fn one_language_is_no_choice() {
        assert!(LanguageChoice::new("de", |tag| tag == "de", "/login?lang=".into()).is_none());
        let choice = LanguageChoice::new("de", |tag| ["de", "fr"].contains(&tag), "/login?lang=".into());
        assert_eq!(choice.expect("two languages").languages.len(), 2);
    }
}
