//! Which language a request or a person gets.
//!
//! Everything here comes from outside; a tag is looked at for its first three parts, a list for its first 32 tags.

use super::Translator;
use super::translator::FALLBACK;
use crate::model::languages::LanguageSettings;

/// Longest tag that is looked at, in bytes (RFC 5646 §4.4.1 asks for 35).
const LONGEST_TAG: usize = 35;
/// Most tags that are looked at.
const MOST_TAGS: usize = 32;

/// What is known about wishes, strongest first.
#[derive(Clone, Copy, Debug, Default)]
pub struct LanguageWishes<'a> {
    /// The query parameter `lang`.
    pub lang: Option<&'a str>,
    /// The query parameter `ui_locales`: tags separated by spaces (OpenID Connect Core §3.1.2.1).
    pub ui_locales: Option<&'a str>,
    /// The language chosen earlier, from its cookie.
    pub cookie: Option<&'a str>,
    /// The attribute `locale` of a person who has proven who they are; never of one who is only named.
    pub profile: Option<&'a str>,
    /// The header `Accept-Language` (RFC 9110 §12.5.4).
    pub accept_language: Option<&'a str>,
}

/// A language that was settled on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Negotiated<'a> {
    /// Its tag.
    pub tag: &'a str,
    /// Whether it was asked for outright: by `lang`, `ui_locales` or an earlier choice.
    pub is_wished: bool,
}

impl Translator {
    /// The best of a pool's languages for `wishes`, or the pool's default.
    pub fn negotiate<'a>(
        &'a self,
        wishes: LanguageWishes<'_>,
        settings: &'a LanguageSettings,
    ) -> Negotiated<'a> {
        let best = |tags: &mut dyn Iterator<Item = &str>| {
            tags.take(MOST_TAGS).find_map(|tag| self.best_match(tag, settings))
        };
        let wished = best(&mut wishes.lang.into_iter())
            .or_else(|| best(&mut wishes.ui_locales.into_iter().flat_map(str::split_whitespace)))
            .or_else(|| best(&mut wishes.cookie.into_iter()));
        if let Some(tag) = wished {
            return Negotiated { tag, is_wished: true };
        }
        let accepted = wishes.accept_language.map(by_quality).unwrap_or_default();
        let tag = best(&mut wishes.profile.into_iter())
            .or_else(|| best(&mut accepted.into_iter()))
            .unwrap_or_else(|| self.default_language(settings));
        Negotiated { tag, is_wished: false }
    }

    /// The tags of the languages that a pool offers, in alphabetical order.
    pub fn offered<'a>(&'a self, settings: &'a LanguageSettings) -> impl Iterator<Item = &'a str> {
        self.languages().filter(move |tag| settings.offers(tag))
    }

    /// The language of a pool where nobody asks for one: its default, else English where it is offered, else the first
    /// of those that are.
    pub fn default_language<'a>(&'a self, settings: &'a LanguageSettings) -> &'a str {
        let own = settings.default.as_deref().filter(|tag| settings.offers(tag));
        own.filter(|tag| self.languages().any(|known| known == *tag))
            .or_else(|| settings.offers(FALLBACK).then_some(FALLBACK))
            .or_else(|| self.offered(settings).next())
            .unwrap_or(FALLBACK)
    }

    /// The language that a pool offers for a wished tag: in the same script always, in the same region where there is
    /// one, else in another.
    pub fn best_match<'a>(&'a self, wish: &str, settings: &'a LanguageSettings) -> Option<&'a str> {
        let wished = Wish::parse(wish)?;
        let same_language = || self.offered(settings).filter(|tag| wished.is_same_language(tag));
        let region = |tag: &&str| {
            let own = tag.split_once('-').map(|(_, region)| region);
            own.is_some() && own == wished.region.as_deref()
        };
        let whole_language = |tag: &&str| !tag.contains('-');
        same_language()
            .find(region)
            .or_else(|| same_language().find(whole_language))
            .or_else(|| same_language().next())
    }
}

/// The parts of a tag that matter (RFC 5646 §2.1), under the names that are used today.
struct Wish {
    language: String,
    script: Option<String>,
    region: Option<String>,
}

impl Wish {
    /// `None` for what is no tag.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.is_empty() || text.len() > LONGEST_TAG || !text.bytes().all(plain) {
            return None;
        }
        let letters = |part: &&str| part.bytes().all(|b| b.is_ascii_alphabetic());
        let mut parts = text.split(['-', '_']).peekable();
        let first =
            parts.next().filter(|part| (2..=3).contains(&part.len())).filter(letters)?.to_ascii_lowercase();
        // An extended language (`zh-yue`) says more than the one before it.
        let extended = parts.next_if(|part| part.len() == 3 && letters(part)).map(str::to_ascii_lowercase);
        let mut script = parts.next_if(|part| part.len() == 4 && letters(part)).map(str::to_ascii_lowercase);
        let is_region = |part: &&str| part.len() == 2 && letters(part) || part.len() == 3 && !letters(part);
        let region = parts.next_if(is_region).map(str::to_ascii_uppercase);
        let language = match extended.as_deref().unwrap_or(&first) {
            "iw" => "he",
            "in" => "id",
            "ji" => "yi",
            "mo" => "ro",
            // Written alike on pages as short as these; Bokmål is what there is.
            "no" | "nn" | "nor" | "nob" | "nno" => "nb",
            "cmn" | "zho" => "zh",
            "yue" => {
                script.get_or_insert_with(|| "hant".to_owned());
                "zh"
            }
            other => other,
        };
        Some(Self { language: language.to_owned(), script, region })
    }

    /// Whether a language of ours is the wished one, in a script that its reader reads.
    fn is_same_language(&self, tag: &str) -> bool {
        if tag.split('-').next() != Some(self.language.as_str()) {
            return false;
        }
        self.language != "zh" || (tag == "zh-TW") == self.is_traditional()
    }

    /// Whether Chinese is wished in traditional letters: by script, else by where those are written.
    fn is_traditional(&self) -> bool {
        match self.script.as_deref() {
            Some(script) => script == "hant",
            None => matches!(self.region.as_deref(), Some("TW" | "HK" | "MO")),
        }
    }
}

/// The header's tags, most wanted first; refused (`q=0`) and unreadable ones left out.
fn by_quality(header: &str) -> Vec<&str> {
    let mut tags: Vec<(u16, &str)> = header
        .split(',')
        .take(MOST_TAGS)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn translator() -> Translator {
        Translator::new().expect("the locale files load")
    }

    fn settings(default: Option<&str>, offered: &[&str]) -> LanguageSettings {
        LanguageSettings {
            default: default.map(str::to_owned),
            offered: offered.iter().map(|tag| (*tag).to_owned()).collect(),
            selector: true,
        }
    }

    #[test]
    fn the_most_wanted_language_comes_first() {
        assert_eq!(
            by_quality("da, en-GB;q=0.8, fr;q=0, *;q=0.1, de;q=0.9, x;nonsense"),
            ["da", "de", "en-GB"]
        );
        assert_eq!(by_quality(&"de,".repeat(10_000)).len(), MOST_TAGS);
        assert_eq!(by_quality("de;q=NaN, fr;q=1e9, es;q=-1"), ["fr"]);
    }

    #[test]
    fn regions_and_scripts_fall_back_to_what_the_reader_reads() {
        let (translator, all) = (translator(), LanguageSettings::default());
        for (wish, expected) in [
            ("de", Some("de")),
            ("de-CH", Some("de")),
            ("de-Latn-AT-1996", Some("de")),
            ("DE_ch", Some("de")),
            ("en-GB", Some("en")),
            ("es-419", Some("es")),
            ("pt", Some("pt-BR")),
            ("pt-PT", Some("pt-BR")),
            ("pt-BR", Some("pt-BR")),
            ("zh", Some("zh-CN")),
            ("zh-CN", Some("zh-CN")),
            ("zh-SG", Some("zh-CN")),
            ("zh-Hans", Some("zh-CN")),
            ("zh-Hans-TW", Some("zh-CN")),
            ("zh-Hans-HK", Some("zh-CN")),
            ("zh-TW", Some("zh-TW")),
            ("zh-HK", Some("zh-TW")),
            ("zh-MO", Some("zh-TW")),
            ("zh-Hant", Some("zh-TW")),
            ("zh-Hant-CN", Some("zh-TW")),
            ("zh-yue", Some("zh-TW")),
            ("yue-HK", Some("zh-TW")),
            ("cmn-Hans", Some("zh-CN")),
            ("no", Some("nb")),
            ("nn-NO", Some("nb")),
            ("nb-NO", Some("nb")),
            ("iw", Some("he")),
            ("iw-IL", Some("he")),
            ("in-ID", Some("id")),
            ("xx", None),
            ("tlh", None),
            ("", None),
            ("d", None),
            ("*", None),
            ("deutsch", None),
            ("de-CH-x-../../etc/passwd", None),
            ("de\u{0}", None),
            ("de-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa", None),
        ] {
            // A language whose folder is not here yet is nobody's.
            let expected = expected.filter(|tag| translator.languages().any(|known| known == *tag));
            assert_eq!(translator.best_match(wish, &all), expected, "{wish}");
        }
    }

    #[test]
    fn the_order_of_wishes_is_kept() {
        let (translator, all) = (translator(), LanguageSettings::default());
        let mut wishes = LanguageWishes {
            lang: Some("de"),
            ui_locales: Some("xx fr"),
            cookie: Some("es"),
            profile: Some("it-CH"),
            accept_language: Some("nl"),
        };
        let got = |wishes: LanguageWishes<'_>| {
            let Negotiated { tag, is_wished } = translator.negotiate(wishes, &all);
            (tag.to_owned(), is_wished)
        };
        assert_eq!(got(wishes), ("de".into(), true));
        wishes.lang = Some("xx");
        assert_eq!(got(wishes), ("fr".into(), true));
        wishes.ui_locales = None;
        assert_eq!(got(wishes), ("es".into(), true));
        wishes.cookie = None;
        assert_eq!(got(wishes), ("it".into(), false));
        wishes.profile = Some("Klingon, of course");
        assert_eq!(got(wishes), ("nl".into(), false));
        wishes.accept_language = Some(";;,q=,en_US;q=2");
        assert_eq!(got(wishes), ("en".into(), false));
    }

    #[test]
    fn a_pool_may_offer_less_and_begin_elsewhere() {
        let translator = translator();
        let wishes = |lang| LanguageWishes { lang: Some(lang), ..LanguageWishes::default() };
        let swiss = settings(Some("de"), &["de", "fr", "it"]);
        assert_eq!(translator.negotiate(wishes("fr-CH"), &swiss).tag, "fr");
        assert_eq!(translator.negotiate(wishes("en"), &swiss).tag, "de");
        assert_eq!(translator.offered(&swiss).collect::<Vec<_>>(), ["de", "fr", "it"]);
        assert_eq!(translator.default_language(&settings(None, &["fr", "it"])), "fr");
        assert_eq!(translator.default_language(&settings(Some("xx"), &[])), "en");
        assert_eq!(translator.default_language(&settings(None, &["xx"])), "en");
        let far = settings(None, &["en", "zh-TW"]);
        assert_eq!(
            translator.negotiate(wishes("zh-CN"), &far).tag,
            "en",
            "another script is another language"
        );
    }
}
