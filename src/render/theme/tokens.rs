//! The tokens of a theme, version 1 of the contract: which there are, what they mean, and which must be told apart.
//!
//! Names are only ever added. A theme that lacks a newer token gets the value of the token that [`Token::otherwise`]
//! names, so that a theme of today goes on working.

/// A token of one of the tables of `theme.toml`.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its name; `--name` in style sheets.
    pub name: &'static str,
    /// What it is for.
    pub meaning: &'static str,
    /// The token whose value holds where a theme says nothing; `None`: every theme must say it.
    pub otherwise: Option<&'static str>,
}

const fn token(name: &'static str, meaning: &'static str) -> Token {
    Token { name, meaning, otherwise: None }
}

const fn or(name: &'static str, meaning: &'static str, otherwise: &'static str) -> Token {
    Token { name, meaning, otherwise: Some(otherwise) }
}

/// The table `shape`: the same in both modes.
pub const SHAPE: &[Token] = &[
    token("radius", "Corners of the card, a length."),
    token("radius-small", "Corners of fields, notices and choices."),
    or("radius-button", "Corners of buttons.", "radius-small"),
    token("width", "Width of the card."),
    or(
        "border-width",
        "Thickness of the borders of card, fields and buttons; `1px` where a theme says nothing.",
        "",
    ),
    token("font", "Families of all text, installed ones; nothing is loaded."),
    or("font-heading", "Families of the heading.", "font"),
    token("font-mono", "Families of codes."),
    or("weight-heading", "Weight of the heading, 100 to 900; `650` where a theme says nothing.", ""),
    or("size-heading", "Size of the heading; `1.5rem` where a theme says nothing.", ""),
];

/// The tables `light` and `dark`: colours, `#rrggbb`; `glow`, `focus-soft` and `shadow` may be translucent.
pub const COLOURS: &[Token] = &[
    token("background", "Behind the card."),
    or("background-2", "Where a gradient ends.", "background"),
    or("glow", "The gleam at the top of the page.", "background"),
    token("surface", "The card."),
    token("raised", "Boxes on the card, and buttons under the pointer."),
    token("border", "Borders that only decorate."),
    token("text", "Text."),
    token("muted", "Text that matters less."),
    token("field", "Inside fields."),
    token("field-border", "Borders of fields and of buttons without filling."),
    token("accent", "The main button."),
    token("accent-hover", "The main button under the pointer."),
    token("on-accent", "Text on the main button."),
    token("link", "Links, and the main button's text where it is an outline."),
    token("focus", "The ring around what has the focus."),
    token("focus-soft", "The soft edge of that ring."),
    token("danger", "Mistakes."),
    token("danger-soft", "Behind a mistake's text."),
    token("danger-border", "Around it."),
    token("success", "What has worked."),
    token("success-soft", "Behind that text."),
    token("success-border", "Around it."),
    token("info", "What is merely told."),
    token("info-soft", "Behind that text; the main button where it is soft."),
    token("info-border", "Around it."),
    token("warning", "What to be careful about."),
    token("warning-soft", "Behind that text."),
    token("warning-border", "Around it."),
    token("shadow", "The card's shadow, as `box-shadow` takes it."),
    or("side", "The panel of a split page, and the bar at the top.", "accent"),
    or("side-2", "Where the panel's gradient ends.", "side"),
    or("on-side", "Text on the panel.", "on-accent"),
    or("art", "The drawing on the panel.", "accent-hover"),
    or("art-2", "The drawing's second colour.", "art"),
];

/// What must be told apart: front, back, least contrast. Text needs 4.5 : 1 (WCAG 2.2, 1.4.3), the borders of fields and
/// the focus ring 3 : 1 (1.4.11).
pub const PAIRS: &[(&str, &str, f64)] = &[
    ("text", "background", 4.5),
    ("text", "background-2", 4.5),
    ("text", "surface", 4.5),
    ("text", "raised", 4.5),
    ("text", "field", 4.5),
    ("text", "info-soft", 4.5),
    ("muted", "background", 4.5),
    ("muted", "background-2", 4.5),
    ("muted", "surface", 4.5),
    ("muted", "raised", 4.5),
    ("link", "background", 4.5),
    ("link", "surface", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-hover", 4.5),
    ("on-side", "side", 4.5),
    ("on-side", "side-2", 4.5),
    ("danger", "surface", 4.5),
    ("danger", "danger-soft", 4.5),
    ("success", "surface", 4.5),
    ("success", "success-soft", 4.5),
    ("info", "info-soft", 4.5),
    ("warning", "surface", 4.5),
    ("warning", "warning-soft", 4.5),
    ("field-border", "surface", 3.0),
    ("field-border", "background", 3.0),
    ("field-border", "field", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "background", 3.0),
    ("danger", "field", 3.0),
];

/// Below this nobody can read a text at all; branding that goes below it is refused, because it could hide what a person
/// must see.
pub const INVISIBLE: f64 = 1.6;

/// The values that hold where a theme says nothing and no other token stands in.
pub(super) fn last_resort(name: &str) -> Option<&'static str> {
    match name {
        "border-width" => Some("1px"),
        "weight-heading" => Some("650"),
        "size-heading" => Some("1.5rem"),
        _ => None,
    }
}
