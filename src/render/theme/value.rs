//! What a token may say.

use super::tokens::COLOURS;
use crate::render::colour::Colour;
use crate::render::css;

/// Colours that lie over others; through every other one nothing is seen.
const SOFT: [&str; 2] = ["glow", "focus-soft"];

/// Why a value is refused. The values end up inside `<style>`, so nothing may close a declaration, a rule or the element,
/// begin a comment, escape a character, or fetch.
pub(super) fn check(name: &str, value: &str) -> Result<(), String> {
    let permitted = |c: char| c.is_ascii_alphanumeric() || " #%(),.-+*\"'".contains(c);
    let quotes_closed = ['"', '\''].iter().all(|quote| value.matches(*quote).count() % 2 == 0);
    let parentheses_closed = value.matches('(').count() == value.matches(')').count();
    let lower = value.to_ascii_lowercase();
    let fetches =
        ["url", "image", "src(", "attr(", "expression", "local("].iter().any(|word| lower.contains(word));
    let sound = value.len() <= 400
        && !value.trim().is_empty()
        && value.chars().all(permitted)
        && quotes_closed
        && parentheses_closed;
    if !sound || fetches {
        return Err("has a value that is not permitted".to_owned());
    }
    if name == "shadow" {
        return css::shadow(value).map(drop).map_err(|refusal| refusal.reason);
    }
    if name.starts_with("font") {
        return css::families(value).map(drop).map_err(|refusal| refusal.reason);
    }
    if COLOURS.iter().any(|token| token.name == name) {
        return match Colour::parse(value) {
            None => Err("must be a colour, as #rrggbb; a value that is none is not permitted".to_owned()),
            Some(colour) if colour.alpha < 1.0 && !SOFT.contains(&name) => {
                Err("must be a colour through which nothing is seen".to_owned())
            }
            Some(_) => Ok(()),
        };
    }
    in_range(name, value)
}

/// Sizes that would push things off the page, or make text too small to read.
fn in_range(name: &str, value: &str) -> Result<(), String> {
    let (least, most) = match name {
        "radius" | "radius-small" | "radius-button" => (0.0, 640.0),
        "width" => (256.0, 1280.0),
        "border-width" => (0.0, 8.0),
        "size-heading" => (14.0, 64.0),
        "weight-heading" => {
            return match value.parse::<u16>() {
                Ok(100..=1000) => Ok(()),
                _ => Err("must be a number from 100 to 1000".to_owned()),
            };
        }
        _ => return Ok(()),
    };
    match pixels(value) {
        Some(size) if (least..=most).contains(&size) => Ok(()),
        Some(_) => Err(format!("must be from {least}px to {most}px")),
        None => Err("must be a length in px or rem".to_owned()),
    }
}

/// A length in pixels, with 16 to the rem.
fn pixels(value: &str) -> Option<f64> {
    let value = value.trim();
    if value == "0" {
        return Some(0.0);
    }
    let size = match value.strip_suffix("rem") {
        Some(number) => number.parse::<f64>().ok()? * 16.0,
        None => value.strip_suffix("px")?.parse().ok()?,
    };
    size.is_finite().then_some(size)
}
