//! How a pool's pages look: a theme, and what is changed in it.
//!
//! Owns: what can be said, and which level counts. Leaves to others: what a value may be (`render`).

mod layout;
mod shared;

pub use layout::{
    Art, Background, ButtonStyle, ColorScheme, Density, Layout, LogoPosition, LogoSize, Placement,
};
pub use shared::SharedText;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The largest picture, in bytes of its `data:` URL; a larger one is refused before it is decoded.
pub const MAXIMUM_PICTURE_BYTES: usize = 1024 * 1024;

/// The media types that a stored picture may have. New ones are PNG alone; others are from before that rule. As an image
/// a browser runs no script of an SVG.
pub const PICTURE_TYPES: [&str; 5] = ["image/png", "image/svg+xml", "image/jpeg", "image/webp", "image/gif"];

/// The look of the pages of a pool, or of one client of it; what is absent stays as the level below has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Branding {
    /// The theme that everything else changes; `default` when absent. `vestibule theme list` names them.
    pub theme: Option<String>,
    /// The logo above the heading: a PNG, JPEG or WebP as a `data:` URL; stored as PNG.
    pub logo: Option<SharedText>,
    /// The small icon of the browser's tab, in the same forms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub favicon: Option<SharedText>,
    /// The picture of `layout.background = "image"`, in the same forms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_image: Option<SharedText>,
    /// Sizes and fonts by token, for example `radius` or `font`.
    pub shape: BTreeMap<String, String>,
    /// Colours in light mode by token, for example `accent`.
    pub light: BTreeMap<String, String>,
    /// Colours in dark mode by token.
    pub dark: BTreeMap<String, String>,
    /// Where things stand, and which of them.
    #[serde(skip_serializing_if = "Layout::is_plain")]
    pub layout: Layout,
    /// A style sheet of permitted classes and properties; docs/theming.md lists them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub css: Option<SharedText>,
}

impl Branding {
    /// Whether it changes nothing.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// This look with `upper` on top: what `upper` says counts. Style sheets are not added up: the upper one stands
    /// for itself, as with Cognito.
    #[must_use]
    pub fn under(&self, upper: &Self) -> Self {
        let both = |lower: &BTreeMap<String, String>, upper: &BTreeMap<String, String>| {
            lower.iter().chain(upper).map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        Self {
            theme: upper.theme.clone().or_else(|| self.theme.clone()),
            logo: upper.logo.clone().or_else(|| self.logo.clone()),
            favicon: upper.favicon.clone().or_else(|| self.favicon.clone()),
            background_image: upper.background_image.clone().or_else(|| self.background_image.clone()),
            shape: both(&self.shape, &upper.shape),
            light: both(&self.light, &upper.light),
            dark: both(&self.dark, &upper.dark),
            layout: self.layout.under(&upper.layout),
            css: upper.css.clone().or_else(|| self.css.clone()),
        }
    }

    /// The pictures it has, by the name of the setting.
    pub fn pictures(&self) -> impl Iterator<Item = (&'static str, &SharedText)> {
        [("logo", &self.logo), ("favicon", &self.favicon), ("background_image", &self.background_image)]
            .into_iter()
            .filter_map(|(name, picture)| Some((name, picture.as_ref()?)))
    }

    /// The same, to be changed.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut SharedText)> {
        [
            ("logo", &mut self.logo),
            ("favicon", &mut self.favicon),
            ("background_image", &mut self.background_image),
        ]
        .into_iter()
        .filter_map(|(name, picture)| Some((name, picture.as_mut()?)))
    }
}

/// Media type and base64 content of a picture's `data:` URL, if it is one.
pub fn picture_parts(data_url: &str) -> Option<(&'static str, &str)> {
    let rest = data_url.strip_prefix("data:")?;
    PICTURE_TYPES.iter().find_map(|kind| Some((*kind, rest.strip_prefix(kind)?.strip_prefix(";base64,")?)))
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
            layout: Layout { header: Some(true), density: Some(Density::Compact), ..Layout::default() },
            css: Some("x".into()),
            ..Branding::default()
        };
        let client = Branding {
            light: map(&[("accent", "#333333")]),
            layout: Layout { density: Some(Density::Spacious), ..Layout::default() },
            css: Some("y".into()),
            ..Branding::default()
        };
        let both = pool.under(&client);
        assert_eq!(both.light, map(&[("accent", "#333333"), ("text", "#222222")]));
        assert_eq!(both.logo.as_deref(), Some("a"));
        assert_eq!(both.layout.header, Some(true));
        assert_eq!(both.layout.density, Some(Density::Spacious));
        assert_eq!(both.css.as_deref(), Some("y"));
        assert!(Branding::default().is_plain() && !both.is_plain());
    }

    #[test]
    fn the_parts_of_a_picture_are_those_of_a_known_type() {
        assert_eq!(picture_parts("data:image/png;base64,AAAA"), Some(("image/png", "AAAA")));
        for other in ["https://example.com/logo.png", "data:text/html;base64,AAAA", "data:image/png,AAAA", ""]
        {
            assert_eq!(picture_parts(other), None, "{other}");
        }
    }
}
