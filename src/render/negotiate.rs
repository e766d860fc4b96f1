//! Which language a request gets, and which way that language is written.

use super::Translator;
use super::translator::FALLBACK;

/// What a request says about languages, strongest first. All of it is input from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct LanguageWishes<'a> {
    /// The query parameter `lang`.
    pub lang: Option<&'a str>,
    /// The query parameter `ui_locales`: tags separated by spaces (OpenID Connect Core §3.1.2.1).
    pub ui_locales: Option<&'a str>,
    /// The language chosen earlier, from its cookie.
    pub cookie: Option<&'a str>,
    /// The header `Accept-Language` (RFC 9110 §12.5.4).
    pub accept_language: Option<&'a str>,
}

impl Translator {
    /// The best available language for `wishes`, or English.
    pub fn negotiate(&self, wishes: LanguageWishes<'_>) -> &str {
        let lang = wishes.lang.into_iter();
        let ui_locales = wishes.ui_locales.into_iter().flat_map(str::split_whitespace);
        let accepted = wishes.accept_language.map(by_quality).unwrap_or_default();
        lang.chain(ui_locales)
            .chain(wishes.cookie)
            .chain(accepted)
            // A header with thousands of tags is no honest wish.
            .take(32)
            .find_map(|tag| self.best_match(tag))
            .unwrap_or(FALLBACK)
    }

    /// The tag itself, then its language alone, then any region of that language.
    fn best_match(&self, wish: &str) -> Option<&str> {
        let wish = wish.trim().replace('_', "-");
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let wished = language(&wish);
        self.languages()
            .find(|tag| tag.eq_ignore_ascii_case(&wish))
            .or_else(|| self.languages().find(|tag| tag.eq_ignore_ascii_case(&wished)))
            .or_else(|| self.languages().find(|tag| language(tag) == wished))
    }
}

/// The header's tags, most wanted first; refused (`q=0`) and unreadable ones left out.
fn by_quality(header: &str) -> Vec<&str> {
    let mut tags: Vec<(u16, &str)> = header
        .split(',')
        .filter_map(|part| {
            let (tag, parameters) = part.split_once(';').unwrap_or((part, "q=1"));
            let quality: f32 = parameters.trim().strip_prefix("q=")?.trim().parse().ok()?;
            let thousandths = (quality.clamp(0.0, 1.0) * 1000.0) as u16;
            (thousandths > 0 && tag.trim() != "*").then_some((thousandths, tag.trim()))
        })
        .collect();
    tags.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    tags.into_iter().map(|(_, tag)| tag).collect()
}

/// The value of `dir` for a language: `rtl` or `ltr`.
pub fn direction(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_language_comes_first() {
        assert_eq!(
            by_quality("da, en-GB;q=0.8, fr;q=0, *;q=0.1, de;q=0.9, x;nonsense"),
            ["da", "de", "en-GB"]
        );
    }

    #[test]
    fn an_unknown_language_gets_english() {
        let translator = Translator::new().expect("the locale files load");
        let wishes = LanguageWishes {
            lang: Some("xx"),
            ui_locales: Some("tlh ../../etc/passwd"),
            cookie: Some("\u{0}"),
            accept_language: Some(";;,q=,en_US;q=2"),
        };
        assert_eq!(translator.negotiate(wishes), "en");
        assert_eq!(translator.negotiate(LanguageWishes::default()), "en");
    }

    #[test]
    fn arabic_is_written_from_the_right() {
        assert_eq!((direction("ar-EG"), direction("en")), ("rtl", "ltr"));
    }
}
