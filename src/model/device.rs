//! Browsers in which a person is not asked for a second factor for a while.

use super::ids::DeviceId;

/// A remembered browser, as its owner may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RememberedDevice {
    /// Names it; not the cookie's value.
    pub id: DeviceId,
    /// What it is, for example `Firefox, Linux`; empty when it did not say.
    pub name: String,
    /// Since when it is remembered, Unix milliseconds.
    pub created_at: i64,
    /// When it last spared a second factor, Unix milliseconds.
    pub seen_at: i64,
    /// Until when it is remembered, Unix milliseconds.
    pub expires_at: i64,
}

/// What a browser is, from its `User-Agent`: names from this list alone, so that nothing of the header is shown anywhere.
/// Browsers name each other there, hence the order.
pub fn browser_name(user_agent: &str) -> String {
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = find(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_by_words_of_ours() {
        for (header, name) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 \
                 Safari/537.36 Edg/140.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("<script>alert(1)</script>", ""),
            ("", ""),
            ("curl/8 Linux", "Linux"),
        ] {
            assert_eq!(browser_name(header), name, "{header}");
        }
    }
}
