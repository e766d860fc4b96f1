//! What a browser calls itself, in the words of its owner: enough to recognise one's own, and no more.

use crate::render::{Message, TextKey};

/// A browser as its owner knows it.
pub(super) struct Known {
    /// "Firefox on Linux".
    pub(super) words: Message,
    /// Whether it is a phone or a tablet.
    pub(super) is_mobile: bool,
}

/// Browsers by a word in their `User-Agent`, the more particular first: most claim to be others as well.
const BROWSERS: [(&str, &str); 10] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
];

/// Reads a `User-Agent`. What is in it is said by the browser and may be anything: only words of our own are shown.
pub(super) fn describe(user_agent: &str) -> Known {
    let named = |table: &[(&str, &'static str)]| {
        table.iter().find(|(word, _)| user_agent.contains(word)).map(|(_, name)| *name)
    };
    let words = match (named(&BROWSERS), named(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            Message::new(TextKey("browser-on")).with("browser", browser).with("system", system)
        }
        (Some(name), None) | (None, Some(name)) => {
            Message::new(TextKey("browser-alone")).with("browser", name)
        }
        (None, None) => TextKey("browser-unknown").into(),
    };
    let is_mobile = ["iPhone", "iPad", "Android", "Mobile"].iter().any(|word| user_agent.contains(word));
    Known { words, is_mobile }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Argument;

    #[test]
    fn browsers_are_known_by_what_sets_them_apart() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (user_agent, browser, system, is_mobile) in [
            (format!("{windows} Chrome/130.0 Safari/537.36 Edg/130.0"), "Edge", "Windows", false),
            (format!("{windows} Chrome/130.0 Safari/537.36"), "Chrome", "Windows", false),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0".into(), "Firefox", "Linux", false),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1".into(),
                "Safari",
                "iPhone",
                true,
            ),
        ] {
            let known = describe(&user_agent);
            assert_eq!(known.words.args.get("browser"), Some(&Argument::from(browser)), "{user_agent}");
            assert_eq!(known.words.args.get("system"), Some(&Argument::from(system)), "{user_agent}");
            assert_eq!(known.is_mobile, is_mobile, "{user_agent}");
        }
        for odd in ["", "<script>alert(1)</script>", "\u{202e}"] {
            assert_eq!(describe(odd).words, TextKey("browser-unknown").into(), "{odd}");
        }
    }
}
