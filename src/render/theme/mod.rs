//! Themes: tokens and choices as data, written out as custom properties, with a style sheet of permitted rules beside them.
//!
//! Owns: the contract of `themes/<name>/theme.toml` (version 1, [`tokens`]), the themes that are built in or in the
//! operator's folder (`library`), what a pool's branding may change in them, and what can be read on them
//! (`legibility`). Leaves to others: the style sheet that uses the properties (`static/css/vestibule.css`) and the rules
//! about a theme's own style sheet (`css`).

mod legibility;
mod library;
mod parse;
pub mod tokens;
mod value;

use std::collections::BTreeMap;
use std::fmt::Write as _;

pub use legibility::{Unreadable, unreadable};
pub use library::{Library, ThemeFault, built_in_names, known_names};
pub use parse::{Fault, VERSION};

use self::tokens::{COLOURS, SHAPE, Token};
use super::css::{self, Sheet};
use crate::model::branding::{Branding, ColorScheme, Layout};

/// The theme where nothing else is said.
pub(super) const DEFAULT: &str = "default";

/// The colours and shadows of one mode, by token name.
pub type Palette = BTreeMap<String, String>;

/// A theme: tokens for both modes, choices, rules. Every token `name` becomes the custom property `--name`.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// What people call it.
    pub title: String,
    /// What it is like, in a sentence.
    pub description: String,
    /// Static file of the logo above the heading; `None` shows Vestibule's own mark.
    pub logo: Option<String>,
    /// Where things stand.
    pub layout: Layout,
    /// Sizes and fonts: the same in both modes.
    pub shape: Palette,
    /// Colours in light mode.
    pub light: Palette,
    /// Colours in dark mode.
    pub dark: Palette,
    /// Its own rules.
    pub sheet: Sheet,
}

/// Why a theme, or what a branding changes in it, cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// No theme of that name is there.
    #[error("there is no theme named {0:?}; there are {1}")]
    Unknown(String, String),
    /// The file is not a theme.
    #[error("the theme {0}: {1}")]
    File(String, String),
    /// No theme has such a token, or its value is not permitted.
    #[error("{0}")]
    Token(String),
    /// A text could not be read on its background.
    #[error("{0}")]
    Unreadable(Unreadable),
    /// A picture is none, or too large.
    #[error("{0}")]
    Picture(String),
    /// The style sheet says something that is not permitted.
    #[error("css: {0}")]
    Css(#[from] css::Refusal),
}

impl Theme {
    /// Reads a theme and checks every token.
    ///
    /// # Errors
    /// Everything that is wrong with it, with the lines.
    pub fn parse(source: &str) -> Result<Self, Vec<Fault>> {
        parse::parse(source)
    }

    /// This theme with every token of the contract: what it does not say is taken from the token that stands in, or from
    /// `base`.
    #[must_use]
    pub(super) fn complete(mut self, base: Option<&Self>) -> Self {
        let nothing = Palette::new();
        fill(&mut self.shape, SHAPE, base.map_or(&nothing, |base| &base.shape));
        fill(&mut self.light, COLOURS, base.map_or(&nothing, |base| &base.light));
        fill(&mut self.dark, COLOURS, base.map_or(&nothing, |base| &base.dark));
        self
    }

    /// The tokens that every theme must say and this one does not: table and name.
    pub fn missing(&self) -> Vec<(&'static str, &'static str)> {
        let needed = |table, tokens: &'static [Token], said: &Palette| {
            let lacking: Vec<&str> = tokens
                .iter()
                .filter(|token| token.otherwise.is_none() && !said.contains_key(token.name))
                .map(|token| token.name)
                .collect();
            lacking.into_iter().map(move |name| (table, name)).collect::<Vec<_>>()
        };
        let mut all = needed("shape", SHAPE, &self.shape);
        all.extend(needed("light", COLOURS, &self.light));
        all.extend(needed("dark", COLOURS, &self.dark));
        all
    }

    /// This theme with what a branding changes in it.
    #[must_use]
    pub fn changed_by(&self, branding: &Branding) -> Self {
        let mut theme = self.clone();
        theme.layout = theme.layout.under(&branding.layout);
        for (own, new) in [
            (&mut theme.shape, &branding.shape),
            (&mut theme.light, &branding.light),
            (&mut theme.dark, &branding.dark),
        ] {
            own.extend(new.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        theme
    }

    /// Refuses a branding whose theme, tokens, pictures or style sheet cannot be used. `cognito`: by the narrower rules of
    /// Cognito's classic pages.
    ///
    /// # Errors
    /// The first thing that is wrong; values are not repeated.
    pub fn check_branding(branding: &Branding, cognito: bool) -> Result<(), ThemeError> {
        let name = branding.theme.as_deref().unwrap_or(DEFAULT);
        let theme = library::find(name)
            .ok_or_else(|| ThemeError::Unknown(name.to_owned(), known_names().join(", ")))?;
        for (table, known, own) in [
            ("shape", SHAPE, &branding.shape),
            ("light", COLOURS, &branding.light),
            ("dark", COLOURS, &branding.dark),
        ] {
            for (name, value) in own {
                if !known.iter().any(|token| token.name == name) {
                    return Err(ThemeError::Token(parse::unknown(table, known, name)));
                }
                value::check(name, value)
                    .map_err(|message| ThemeError::Token(format!("{table}.{name} {message}")))?;
            }
        }
        let mut changed = theme.changed_by(branding);
        if cognito && branding.css.is_some() && branding.layout.scheme.is_none() {
            // As the pages are shown then: Cognito's classic ones are light.
            changed.layout.scheme = Some(ColorScheme::Light);
        }
        let mut found = unreadable(&changed).into_iter();
        let matters = |pair: &Unreadable| pair.least >= 4.5 || pair.front == "focus";
        if let Some(worst) = found.find(|pair| pair.contrast < tokens::INVISIBLE && matters(pair)) {
            return Err(ThemeError::Unreadable(worst));
        }
        super::images::check(branding, cognito).map_err(ThemeError::Picture)?;
        let own = match &branding.css {
            Some(source) if cognito => css::parse(source, css::Rules::Cognito)?,
            Some(source) => css::parse(source, css::Rules::Standard)?,
            None => Sheet::default(),
        };
        // The pages wear the theme's rules too, now with other tokens and in another place.
        theme.sheet.below(&own).check_legible(&changed)?;
        Ok(())
    }

    /// Whether a token may have this value.
    pub(super) fn permits(token: &str, text: &str) -> bool {
        value::check(token, text).is_ok()
    }

    /// The scheme that it is shown in.
    pub fn scheme(&self) -> ColorScheme {
        self.layout.scheme.unwrap_or_default()
    }

    /// The tokens as custom properties, in its own scheme.
    pub fn tokens_css(&self) -> String {
        self.tokens_css_in(self.scheme())
    }

    /// Tokens and rules as they stand in a page that is shown in `scheme`.
    pub(super) fn css_in(&self, scheme: ColorScheme) -> String {
        self.tokens_css_in(scheme) + &self.sheet.published(scheme)
    }

    /// The tokens as custom properties: both modes where the person's system chooses, else those of the one.
    fn tokens_css_in(&self, scheme: ColorScheme) -> String {
        let mut css = String::from(":root{");
        declare(&mut css, &self.shape);
        declare(&mut css, if scheme == ColorScheme::Dark { &self.dark } else { &self.light });
        css.push('}');
        if scheme == ColorScheme::Auto {
            css.push_str("@media (prefers-color-scheme:dark){:root{");
            declare(&mut css, &self.dark);
            css.push_str("}}");
        }
        css
    }

    /// The rules that change a theme's tokens to those of a branding, shown in `scheme`; empty when it has none.
    pub(super) fn changes_css(branding: &Branding, scheme: ColorScheme) -> String {
        let mut css = String::new();
        let first = if scheme == ColorScheme::Dark { &branding.dark } else { &branding.light };
        if !branding.shape.is_empty() || !first.is_empty() {
            css.push_str(":root{");
            declare(&mut css, &branding.shape);
            declare(&mut css, first);
            css.push('}');
        }
        if scheme == ColorScheme::Auto && !branding.dark.is_empty() {
            css.push_str("@media (prefers-color-scheme:dark){:root{");
            declare(&mut css, &branding.dark);
            css.push_str("}}");
        }
        css
    }
}

fn fill(own: &mut Palette, known: &[Token], base: &Palette) {
    for token in known {
        if own.contains_key(token.name) {
            continue;
        }
        let stand_in = token.otherwise.and_then(|other| own.get(other).cloned());
        let value = stand_in
            .or_else(|| tokens::last_resort(token.name).map(str::to_owned))
            .or_else(|| base.get(token.name).cloned());
        if let Some(value) = value {
            own.insert(token.name.to_owned(), value);
        }
    }
}

fn declare(css: &mut String, tokens: &Palette) {
    for (name, value) in tokens {
        // A stored value may be from before a rule that it breaks.
        if value::check(name, value).is_ok()
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            // Writing to a String cannot fail.
            let _ = write!(css, "--{name}:{value};");
        }
    }
}

#[cfg(test)]
mod tests;
