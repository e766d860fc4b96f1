//! The look of one page: theme, what pool and client change in it, put together.

use std::collections::BTreeMap;

use tera::Value;

use super::loaded::Loaded;
use super::{Frame, Theme, assets};
use crate::model::branding::{Background, ColorScheme, Layout};

/// What a page wears.
pub(super) struct Look {
    /// Tokens and rules, for the one `<style>` of the page.
    pub(super) css: String,
    /// The logo's address.
    pub(super) logo: Option<String>,
    layout: Layout,
    has_picture: bool,
}

impl Look {
    pub(super) fn of(loaded: &Loaded, frame: &Frame) -> Self {
        let branding = frame.branding.as_ref();
        let name = branding.and_then(|branding| branding.theme.as_deref());
        let theme = loaded.library.theme(name);
        let layout = match branding {
            Some(branding) => theme.layout.under(&branding.layout),
            None => theme.layout.clone(),
        };
        let scheme = layout.scheme.unwrap_or_default();
        let mut css = loaded.dress(name, scheme).to_owned();
        if let Some(branding) = branding {
            css.push_str(&Theme::changes_css(branding, scheme));
            if let Some(source) = &branding.css {
                css.push_str(&loaded.published(source, scheme));
            }
        }
        let picture = frame.pictures.background.as_deref().filter(|address| is_plain(address));
        if let (Some(address), Some(Background::Image)) = (picture, layout.background) {
            css.push_str(":root{--picture:url(\"");
            css.push_str(address);
            css.push_str("\")}");
        }
        let logo = frame.pictures.logo.clone().or_else(|| theme.logo.as_deref().and_then(assets::url));
        Self { css, logo, layout, has_picture: picture.is_some() }
    }

    /// The choices as words, for the templates and the attributes that the style sheet reads.
    pub(super) fn words(&self) -> Value {
        let layout = &self.layout;
        let background = match layout.background.unwrap_or_default() {
            // Nothing was uploaded, or it is gone.
            Background::Image if !self.has_picture => Background::Plain,
            other => other,
        };
        let header = layout.header.unwrap_or_default();
        let scheme = layout.scheme.unwrap_or_default();
        let colour_scheme = if scheme == ColorScheme::Auto { "light dark" } else { scheme.word() };
        let words: BTreeMap<&str, &str> = BTreeMap::from([
            ("placement", layout.placement.unwrap_or_default().word()),
            ("scheme", scheme.word()),
            ("color_scheme", colour_scheme),
            ("density", layout.density.unwrap_or_default().word()),
            ("buttons", layout.buttons.unwrap_or_default().word()),
            ("background", background.word()),
            ("logo_position", layout.logo_position.unwrap_or_default().word()),
            ("logo_size", layout.logo_size.unwrap_or_default().word()),
            ("art", layout.art.unwrap_or_default().word()),
            ("header", if header { "yes" } else { "" }),
            // The name of the place is always somewhere.
            ("footer", if layout.footer.unwrap_or(true) || !header { "yes" } else { "" }),
        ]);
        Value::from_serializable(&words)
    }
}

/// Addresses are made of a base path, an id and a digest; anything else would be a mistake of ours.
fn is_plain(address: &str) -> bool {
    address.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_-+.".contains(&b))
}
