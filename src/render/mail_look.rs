//! What an e-mail wears: the theme's colours and fonts as plain values, because mail programs know no custom properties.

use std::collections::BTreeMap;

use tera::Value;

use super::colour::Colour;
use super::loaded::Loaded;
use super::theme::{Palette, Theme};
use crate::model::branding::{Branding, ColorScheme};

/// The colours that a mail is made of, and what a translucent one lies over.
const COLOURS: [(&str, &str); 9] = [
    ("background", "background"),
    ("surface", "background"),
    ("border", "surface"),
    ("raised", "surface"),
    ("text", "surface"),
    ("muted", "background"),
    ("link", "surface"),
    ("accent", "surface"),
    ("on-accent", "accent"),
];

/// The values for `messages/shell.html`: `scheme`, `color_scheme`, `base` and `dark` with a colour for each name, and
/// what the shape says. A style sheet has no part in it.
pub(super) fn values(loaded: &Loaded, branding: &Branding) -> Value {
    let theme = loaded.library.theme(branding.theme.as_deref()).changed_by(branding);
    let default = loaded.library.theme(None);
    let scheme = theme.scheme();
    let light = colours(&theme.light, &default.light);
    let dark = colours(&theme.dark, &default.dark);
    let base = if scheme == ColorScheme::Dark { &dark } else { &light };
    let color_scheme = if scheme == ColorScheme::Auto { "light dark" } else { scheme.word() };
    let mut all: BTreeMap<&str, Value> = BTreeMap::from([
        ("scheme", Value::from(scheme.word())),
        ("color_scheme", Value::from(color_scheme)),
        ("base", Value::from_serializable(base)),
        ("dark", Value::from_serializable(&dark)),
    ]);
    for (name, token) in [
        ("font", "font"),
        ("font_mono", "font-mono"),
        ("radius", "radius"),
        ("radius_small", "radius-small"),
        ("radius_button", "radius-button"),
    ] {
        all.insert(name, Value::safe_string(shape(&theme, &default, token)));
    }
    Value::from_serializable(&all)
}

/// `#rrggbb` for each name: mail programs cannot be trusted with more.
fn colours(palette: &Palette, default: &Palette) -> BTreeMap<String, String> {
    let read = |name: &str| {
        let said = palette.get(name).and_then(|value| Colour::parse(value));
        said.or_else(|| default.get(name).and_then(|value| Colour::parse(value)))
    };
    let white = Colour::opaque(255, 255, 255);
    let under = |name: &str| read(name).unwrap_or(white).over(white);
    let colour =
        |name: &str, below: &str| Some((name.replace('-', "_"), read(name)?.over(under(below)).css()));
    COLOURS.iter().filter_map(|(name, below)| colour(name, below)).collect()
}

/// A token of the shape; one that is stored from before a rule that it breaks is passed over.
fn shape<'a>(theme: &'a Theme, default: &'a Theme, token: &str) -> &'a str {
    let said = theme.shape.get(token).filter(|value| Theme::permits(token, value));
    said.or_else(|| default.shape.get(token)).map_or("", String::as_str)
}
