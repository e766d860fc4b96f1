//! The settings of Cognito's managed login as a branding of ours.
//!
//! Colours there are RRGGBBAA without `#`, in `lightMode` and `darkMode`. What has no counterpart is passed over, as Cognito
//! itself passes over keys that it does not know. What a document does not say has Cognito's default there.

use std::fmt::Write as _;

use serde_json::Value;

use super::colour::Colour;
use super::theme::{Library, Palette, VERSION};
use crate::model::branding::{Background, Branding, ColorScheme, Density, Layout, LogoPosition, Placement};

/// Why a document is none of Cognito's.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It is no JSON.
    #[error("this is no JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// It has none of the three parts.
    #[error(
        "this has neither categories nor componentClasses nor components; it is no branding of a managed login"
    )]
    Other,
}

/// Token, where Cognito has it (`*` stands for the mode), what it is there by default in light and dark.
const COLOURS: &[(&str, &str, &str, &str)] = &[
    ("background", "components/pageBackground/*/color", "ffffffff", "0f1b2aff"),
    ("surface", "components/form/*/backgroundColor", "ffffffff", "0f1b2aff"),
    ("border", "components/form/*/borderColor", "c6c6cdff", "424650ff"),
    ("raised", "components/secondaryButton/*/hover/backgroundColor", "f2f8fdff", "192534ff"),
    ("text", "components/pageText/*/headingColor", "000716ff", "d1d5dbff"),
    ("muted", "components/pageText/*/descriptionColor", "414d5cff", "b6bec9ff"),
    ("field", "componentClasses/input/*/defaults/backgroundColor", "ffffffff", "0f1b2aff"),
    ("field-border", "componentClasses/input/*/defaults/borderColor", "7d8998ff", "5f6b7aff"),
    ("accent", "components/primaryButton/*/defaults/backgroundColor", "0972d3ff", "539fe5ff"),
    ("accent-hover", "components/primaryButton/*/hover/backgroundColor", "033160ff", "89bdeeff"),
    ("on-accent", "components/primaryButton/*/defaults/textColor", "ffffffff", "000716ff"),
    ("link", "componentClasses/link/*/defaults/textColor", "0972d3ff", "539fe5ff"),
    ("focus", "componentClasses/focusState/*/borderColor", "0972d3ff", "539fe5ff"),
    ("danger", "componentClasses/statusIndicator/*/error/indicatorColor", "d91515ff", "eb6f6fff"),
    ("danger-soft", "components/alert/*/error/backgroundColor", "fff7f7ff", "1a0000ff"),
    ("danger-border", "components/alert/*/error/borderColor", "d91515ff", "eb6f6fff"),
    ("success", "componentClasses/statusIndicator/*/success/indicatorColor", "037f0cff", "29ad32ff"),
    ("success-soft", "componentClasses/statusIndicator/*/success/backgroundColor", "f2fcf3ff", "001a02ff"),
    ("success-border", "componentClasses/statusIndicator/*/success/borderColor", "037f0cff", "29ad32ff"),
    ("warning", "componentClasses/statusIndicator/*/warning/indicatorColor", "8d6605ff", "e0ca57ff"),
    ("warning-soft", "componentClasses/statusIndicator/*/warning/backgroundColor", "fffce9ff", "1d1906ff"),
    ("warning-border", "componentClasses/statusIndicator/*/warning/borderColor", "8d6605ff", "e0ca57ff"),
    ("info", "components/secondaryButton/*/hover/textColor", "033160ff", "89bdeeff"),
    ("info-soft", "components/secondaryButton/*/hover/backgroundColor", "f2f8fdff", "192534ff"),
    ("info-border", "components/secondaryButton/*/hover/borderColor", "033160ff", "89bdeeff"),
    ("side", "components/pageHeader/*/background/color", "fafafaff", "0f141aff"),
    ("side-2", "components/pageHeader/*/background/color", "fafafaff", "0f141aff"),
    ("background-2", "components/pageBackground/*/color", "ffffffff", "0f1b2aff"),
    ("on-side", "components/pageText/*/headingColor", "000716ff", "d1d5dbff"),
];

const RADII: [(&str, &str, u64); 3] = [
    ("radius", "components/form/borderRadius", 8),
    ("radius-small", "componentClasses/input/borderRadius", 8),
    ("radius-button", "componentClasses/buttons/borderRadius", 8),
];

/// The branding that a document describes: the settings themselves, or an answer of Cognito's API around them.
///
/// # Errors
/// [`ImportError`].
pub fn import(text: &str) -> Result<Branding, ImportError> {
    let document: Value = serde_json::from_str(text)?;
    let settings = ["ManagedLoginBranding", "Settings"]
        .iter()
        .fold(&document, |inner, key| inner.get(key).unwrap_or(inner));
    if !["categories", "componentClasses", "components"].iter().any(|key| settings.get(key).is_some()) {
        return Err(ImportError::Other);
    }
    let mut branding = Branding {
        light: palette(settings, "lightMode"),
        dark: palette(settings, "darkMode"),
        ..Branding::default()
    };
    for (token, path, default) in RADII {
        let radius = at(settings, path).and_then(Value::as_f64).filter(|size| (0.0..=640.0).contains(size));
        branding.shape.insert(token.to_owned(), format!("{}px", radius.unwrap_or(default as f64)));
    }
    branding.layout = layout(settings);
    Ok(branding)
}

fn at<'a>(settings: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').try_fold(settings, |inner, key| inner.get(key))
}

fn palette(settings: &Value, mode: &str) -> Palette {
    let mut palette = Palette::new();
    for (token, path, light, dark) in COLOURS {
        let said = at(settings, &path.replace('*', mode)).and_then(Value::as_str).and_then(colour);
        let default = colour(if mode == "lightMode" { light } else { dark });
        if let Some(colour) = said.or(default) {
            palette.insert((*token).to_owned(), colour.css());
        }
    }
    // Text on a colour through which one sees would be measured against nothing.
    for solid in ["accent", "text", "muted", "on-accent", "link"] {
        if let Some(colour) = palette.get(solid).and_then(|value| Colour::parse(value)) {
            palette.insert(solid.to_owned(), Colour { alpha: 1.0, ..colour }.css());
        }
    }
    if let Some(focus) = palette.get("focus").and_then(|value| Colour::parse(value)) {
        palette.insert("focus-soft".to_owned(), Colour { alpha: 0.22, ..focus }.css());
    }
    palette
}

fn colour(text: &str) -> Option<Colour> {
    (text.len() == 8).then(|| Colour::parse(&format!("#{text}"))).flatten()
}

fn layout(settings: &Value) -> Layout {
    let word =
        |path: &str| at(settings, path).and_then(Value::as_str).unwrap_or_default().to_ascii_uppercase();
    let flag = |path: &str| at(settings, path).and_then(Value::as_bool).unwrap_or_default();
    let (header, footer) = ("categories/global/pageHeader/enabled", "categories/global/pageFooter/enabled");
    Layout {
        scheme: Some(match word("categories/global/colorSchemeMode").as_str() {
            "DARK" => ColorScheme::Dark,
            "DYNAMIC" => ColorScheme::Auto,
            _ => ColorScheme::Light,
        }),
        density: Some(match word("categories/global/spacingDensity").as_str() {
            "COMPACT" => Density::Compact,
            "COMFORTABLE" | "SPACIOUS" => Density::Spacious,
            _ => Density::Regular,
        }),
        placement: Some(match word("categories/form/location/horizontal").as_str() {
            "START" => Placement::Start,
            "END" => Placement::End,
            _ => Placement::Center,
        }),
        logo_position: Some(match word("components/form/logo/location").as_str() {
            "START" => LogoPosition::Start,
            "END" => LogoPosition::End,
            _ => LogoPosition::Center,
        }),
        background: Some(match flag("components/pageBackground/image/enabled") {
            true => Background::Image,
            false => Background::Plain,
        }),
        header: Some(flag(header)),
        footer: Some(flag(footer)),
        ..Layout::default()
    }
}

/// A branding as a `theme.toml` that says every token: what Cognito has no counterpart of is the default theme's.
pub fn theme_toml(branding: &Branding) -> String {
    let default = Library::built_in().unwrap_or_default().theme(None);
    let theme = default.changed_by(branding);
    let mut toml = format!("version = {VERSION}\ntitle = \"From Cognito\"\n");
    tables(&mut toml, "", &theme.layout, [&theme.shape, &theme.light, &theme.dark]);
    toml
}

/// A branding as a part of a pool's declaration.
pub fn declaration_toml(branding: &Branding) -> String {
    let mut toml = String::new();
    let palettes = [&branding.shape, &branding.light, &branding.dark];
    tables(&mut toml, "pool.settings.branding.", &branding.layout, palettes);
    toml
}

fn tables(toml: &mut String, prefix: &str, layout: &Layout, palettes: [&Palette; 3]) {
    // Writing to a String cannot fail.
    let layout = serde_json::to_value(layout).unwrap_or_default();
    let _ = write!(toml, "\n[{prefix}layout]\n");
    for (name, value) in layout.as_object().into_iter().flatten() {
        let _ = writeln!(toml, "{name} = {value}");
    }
    for (table, tokens) in ["shape", "light", "dark"].into_iter().zip(palettes) {
        let _ = write!(toml, "\n[{prefix}{table}]\n");
        for (name, value) in tokens {
            // A value has quotes of one kind or none.
            let quote = if value.contains('"') { '\'' } else { '"' };
            let _ = writeln!(toml, "{name} = {quote}{value}{quote}");
        }
    }
}
