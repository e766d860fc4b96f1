//! What can be read on a theme: every pair of tokens that meet on a page.

use super::Theme;
use super::tokens::PAIRS;
use crate::model::branding::{Background, ColorScheme, Layout};
use crate::render::colour::Colour;

/// Two tokens that are too alike.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{mode}: {front} on {back} has a contrast of {contrast:.2} : 1 and needs {least} : 1")]
pub struct Unreadable {
    /// `light` or `dark`.
    pub mode: &'static str,
    /// The token in front.
    pub front: &'static str,
    /// The token behind it.
    pub back: &'static str,
    /// What it is.
    pub contrast: f64,
    /// What it should be.
    pub least: f64,
}

/// Every pair of a complete theme that is too alike, in the modes that it is shown in. A colour that is no plain colour
/// cannot be measured and counts as no contrast at all.
pub fn unreadable(theme: &Theme) -> Vec<Unreadable> {
    let mut found = Vec::new();
    let modes = [("light", &theme.light, ColorScheme::Dark), ("dark", &theme.dark, ColorScheme::Light)];
    for (mode, palette, never_with) in modes {
        if theme.scheme() == never_with {
            continue;
        }
        let colour = |name: &str| palette.get(name).and_then(|value| Colour::parse(value));
        let page = colour("background").unwrap_or(Colour::opaque(255, 255, 255));
        for (front, back, least) in PAIRS {
            if !meets(&theme.layout, back) {
                continue;
            }
            let contrast = match (colour(front), colour(back)) {
                (Some(front), Some(back)) => {
                    let back = back.over(page);
                    front.over(back).contrast(back)
                }
                _ => 1.0,
            };
            if contrast < *least {
                found.push(Unreadable { mode, front, back, contrast, least: *least });
            }
        }
    }
    found
}

/// Whether anything stands on this background with these choices.
fn meets(layout: &Layout, back: &str) -> bool {
    match back {
        "background-2" => layout.background == Some(Background::Gradient),
        _ => true,
    }
}
