//! Theme tokens: colours, radius, font and spacing as data, written out as CSS custom properties.
//!
//! Owns: the shape of `themes/<name>/theme.toml` and the check that a value cannot leave its declaration.
//! Leaves to others: the style sheet that uses the properties (`static/css/vestibule.css`).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rust_embed::RustEmbed;
use serde::Deserialize;

use crate::model::branding::Branding;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/themes"]
struct Themes;

/// The theme where nothing else is said.
pub(super) const DEFAULT: &str = "default";

/// A theme: tokens for both modes. Every token `name` becomes the custom property `--name`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Static file of the logo above the heading; `None` shows Vestibule's own mark.
    #[serde(default)]
    pub logo: Option<String>,
    /// Sizes, fonts, spacing: the same in both modes.
    #[serde(default)]
    pub shape: BTreeMap<String, String>,
    /// Colours in light mode.
    pub light: Palette,
    /// Colours in dark mode.
    pub dark: Palette,
}

/// The colours and shadows of one mode, by token name.
pub type Palette = BTreeMap<String, String>;

/// Why a theme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// No theme of that name is built in.
    #[error("there is no theme named {0:?}")]
    Unknown(String),
    /// The file is not a theme.
    #[error("the theme cannot be read: {0}")]
    Syntax(#[from] toml::de::Error),
    /// The file is not UTF-8.
    #[error("the theme is not UTF-8")]
    Encoding(#[from] std::str::Utf8Error),
    /// A token's name is not made of lower-case letters, digits and hyphens.
    #[error("the theme token {0:?} is not a plain name")]
    Name(String),
    /// No theme has such a token.
    #[error("the themes have no token {0}; this mode's tokens are {1}")]
    UnknownToken(String, String),
    /// A token's value could end its declaration or load something.
    #[error("the theme token {0:?} has a value that is not permitted")]
    Value(String),
    /// The logo is no image, or too large.
    #[error("{0}")]
    Logo(String),
}

impl Theme {
    /// The built-in theme `name`.
    ///
    /// # Errors
    /// An unknown name, or a file that is no theme.
    pub fn built_in(name: &str) -> Result<Self, ThemeError> {
        let file =
            Themes::get(&format!("{name}/theme.toml")).ok_or_else(|| ThemeError::Unknown(name.to_owned()))?;
        Self::parse(std::str::from_utf8(&file.data)?)
    }

    /// Reads a theme and checks every token.
    ///
    /// # Errors
    /// A file that is no theme, or a token that is not safe in a style sheet.
    pub fn parse(source: &str) -> Result<Self, ThemeError> {
        let theme: Self = toml::from_str(source)?;
        for (name, value) in theme.shape.iter().chain(&theme.light).chain(&theme.dark) {
            check(name, value)?;
        }
        Ok(theme)
    }

    /// The names of the built-in themes.
    pub fn built_in_names() -> Vec<String> {
        let mut names: Vec<String> =
            Themes::iter().filter_map(|file| Some(file.strip_suffix("/theme.toml")?.to_owned())).collect();
        names.sort();
        names
    }

    /// Refuses a branding whose theme, tokens or logo cannot be used.
    ///
    /// # Errors
    /// The first thing that is wrong; values are not repeated.
    pub fn check_branding(branding: &Branding) -> Result<(), ThemeError> {
        let theme = Self::built_in(branding.theme.as_deref().unwrap_or(DEFAULT))?;
        for (own, known) in
            [(&branding.shape, &theme.shape), (&branding.light, &theme.light), (&branding.dark, &theme.dark)]
        {
            for (name, value) in own {
                check(name, value)?;
                if !known.contains_key(name) {
                    let known: Vec<&str> = known.keys().map(String::as_str).collect();
                    return Err(ThemeError::UnknownToken(name.clone(), known.join(", ")));
                }
            }
        }
        branding.check_logo().map_err(ThemeError::Logo)
    }

    /// The rules that change this theme's tokens to those of a branding; empty when it has none.
    pub(super) fn changes_css(branding: &Branding) -> String {
        let mut css = String::new();
        if !branding.shape.is_empty() || !branding.light.is_empty() {
            css.push_str(":root{");
            declare(&mut css, &branding.shape);
            declare(&mut css, &branding.light);
            css.push('}');
        }
        if !branding.dark.is_empty() {
            css.push_str("@media (prefers-color-scheme:dark){:root{");
            declare(&mut css, &branding.dark);
            css.push_str("}}");
        }
        css
    }

    /// The tokens as custom properties, dark ones where the system asks for dark.
    pub fn css(&self) -> String {
        let mut css = String::from(":root{");
        declare(&mut css, &self.shape);
        declare(&mut css, &self.light);
        css.push_str("}@media (prefers-color-scheme:dark){:root{");
        declare(&mut css, &self.dark);
        css.push_str("}}");
        css
    }
}

fn declare(css: &mut String, tokens: &BTreeMap<String, String>) {
    for (name, value) in tokens {
        // Writing to a String cannot fail.
        let _ = write!(css, "--{name}:{value};");
    }
}

/// The values end up inside `<style>`, so nothing may close a declaration, a rule or the element, begin a
/// comment, escape a character, or fetch.
fn check(name: &str, value: &str) -> Result<(), ThemeError> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(plain) {
        return Err(ThemeError::Name(name.to_owned()));
    }
    let permitted = |c: char| c.is_ascii_alphanumeric() || " #%(),.-+*\"'".contains(c);
    let quotes_closed = ['"', '\''].iter().all(|quote| value.matches(*quote).count() % 2 == 0);
    let parentheses_closed = value.matches('(').count() == value.matches(')').count();
    let fetches =
        ["url", "image", "src(", "attr("].iter().any(|word| value.to_ascii_lowercase().contains(word));
    if value.len() <= 400 && value.chars().all(permitted) && quotes_closed && parentheses_closed && !fetches {
        Ok(())
    } else {
        Err(ThemeError::Value(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_accent(value: &str) -> Result<Theme, ThemeError> {
        Theme::parse(&format!("[light]\naccent = '''{value}'''\n[dark]\n"))
    }

    #[test]
    fn tokens_become_custom_properties_of_their_mode() {
        let theme = Theme::parse(
            "[shape]\nradius = \"8px\"\n[light]\naccent = \"#123456\"\n[dark]\naccent = \"#abc\"",
        )
        .expect("a theme");
        assert_eq!(
            theme.css(),
            ":root{--radius:8px;--accent:#123456;}@media (prefers-color-scheme:dark){:root{--accent:#abc;}}"
        );
    }

    #[test]
    fn a_value_cannot_leave_its_declaration() {
        for value in [
            "red;}",
            "</style>",
            "url(//x)",
            "URL(//x)",
            "\\75rl(x)",
            "/*",
            "rgb(1",
            "\"x",
            "image-set(x)",
            "@import",
        ] {
            assert!(matches!(with_accent(value), Err(ThemeError::Value(_))), "{value}");
        }
        with_accent("0 1px 2px rgb(10 10 20 / 0.1)").expect_err("a slash could begin a comment");
        with_accent("color-mix(in srgb, #fff 20%, var(--x))").expect("functions are fine");
    }

    #[test]
    fn the_default_theme_has_the_same_colours_in_both_modes() {
        let theme = Theme::built_in("default").expect("the default theme");
        assert!(theme.light.keys().eq(theme.dark.keys()));
    }

    /// WCAG 2.2: 1.4.3 (text, 4.5 : 1) and 1.4.11 (borders of fields and the focus ring, 3 : 1).
    #[test]
    fn the_default_theme_has_enough_contrast() {
        let text = [
            ("text", "background"),
            ("text", "surface"),
            ("text", "raised"),
            ("text", "field"),
            ("text", "info-soft"),
            ("muted", "background"),
            ("muted", "surface"),
            ("muted", "raised"),
            ("link", "background"),
            ("link", "surface"),
            ("on-accent", "accent"),
            ("on-accent", "accent-hover"),
            ("danger", "surface"),
            ("danger", "danger-soft"),
            ("success", "surface"),
            ("success", "success-soft"),
            ("info", "info-soft"),
            ("warning", "warning-soft"),
        ];
        let shapes = [
            ("field-border", "surface"),
            ("field-border", "background"),
            ("focus", "surface"),
            ("danger", "field"),
        ];
        let theme = Theme::built_in("default").expect("the default theme");
        for palette in [&theme.light, &theme.dark] {
            let pairs = text.iter().map(|pair| (pair, 4.5)).chain(shapes.iter().map(|pair| (pair, 3.0)));
            for ((front, back), least) in pairs {
                let (light, dark) = (luminance(&palette[*front]), luminance(&palette[*back]));
                let contrast = (light.max(dark) + 0.05) / (light.min(dark) + 0.05);
                assert!(contrast >= least, "{front} on {back}: {contrast:.2}");
            }
        }
    }

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("colours are written #rrggbb");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }
}
