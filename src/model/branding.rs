//! How a pool's pages look: a theme, and what is changed in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The largest logo, in bytes of its `data:` URL. It is part of every page.
pub const MAXIMUM_LOGO_BYTES: usize = 64 * 1024;

/// The media types a logo may have. As an image a browser runs no script of an SVG.
pub const LOGO_TYPES: [&str; 5] = ["image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif"];

/// The look of the pages of a pool, or of one client of it; what is absent stays as the level below has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Branding {
    /// The built-in theme that everything else changes; `default` when absent.
    pub theme: Option<String>,
    /// The logo above the heading: a `data:` URL with an image, base64.
    pub logo: Option<String>,
    /// Sizes and fonts by token, for example `radius` or `font`.
    pub shape: BTreeMap<String, String>,
    /// Colours in light mode by token, for example `accent`.
    pub light: BTreeMap<String, String>,
    /// Colours in dark mode by token.
    pub dark: BTreeMap<String, String>,
}

impl Branding {
    /// Whether it changes nothing.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// This look with `upper` on top: what `upper` says counts.
    #[must_use]
    pub fn under(&self, upper: &Self) -> Self {
        let both = |lower: &BTreeMap<String, String>, upper: &BTreeMap<String, String>| {
            lower.iter().chain(upper).map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        Self {
            theme: upper.theme.clone().or_else(|| self.theme.clone()),
            logo: upper.logo.clone().or_else(|| self.logo.clone()),
            shape: both(&self.shape, &upper.shape),
            light: both(&self.light, &upper.light),
            dark: both(&self.dark, &upper.dark),
        }
    }

    /// Refuses a logo that is no image of a known type, or too large.
    ///
    /// # Errors
    /// A sentence without the value.
    pub fn check_logo(&self) -> Result<(), String> {
        let Some(logo) = &self.logo else { return Ok(()) };
        if logo.len() > MAXIMUM_LOGO_BYTES {
            return Err(format!("branding.logo has more than {MAXIMUM_LOGO_BYTES} bytes as a data URL"));
        }
        let content = LOGO_TYPES
            .iter()
            .find_map(|kind| logo.strip_prefix("data:")?.strip_prefix(kind)?.strip_prefix(";base64,"));
        let base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
        match content {
            Some(content) if !content.is_empty() && content.bytes().all(base64) => Ok(()),
            _ => Err(format!(
                "branding.logo must be data:TYPE;base64,… with TYPE one of {}",
                LOGO_TYPES.join(", ")
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_upper_level_counts_and_the_lower_one_fills_in() {
        let map = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let pool = Branding {
            logo: Some("a".into()),
            light: map(&[("accent", "#111111"), ("text", "#222222")]),
            ..Branding::default()
        };
        let client = Branding { light: map(&[("accent", "#333333")]), ..Branding::default() };
        let both = pool.under(&client);
        assert_eq!(both.light, map(&[("accent", "#333333"), ("text", "#222222")]));
        assert_eq!(both.logo.as_deref(), Some("a"));
        assert!(Branding::default().is_plain() && !both.is_plain());
    }

    #[test]
    fn a_logo_is_an_image_inside_a_data_url() {
        let with = |logo: &str| Branding { logo: Some(logo.to_owned()), ..Branding::default() };
        assert_eq!(with("data:image/png;base64,AAAA").check_logo(), Ok(()));
        let long = format!("data:image/png;base64,{}", "A".repeat(MAXIMUM_LOGO_BYTES));
        for bad in [
            "https://example.com/logo.png",
            "data:text/html;base64,AAAA",
            "data:image/png;base64,",
            "data:image/png;base64,AA\"><script>",
            "data:image/png,AAAA",
            &long,
        ] {
            assert!(with(bad).check_logo().is_err(), "{bad:.60}");
        }
    }
}
