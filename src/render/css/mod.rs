//! An operator's style sheet: read token by token, and written anew from what was understood.
//!
//! Owns: which classes, properties and values there may be (`classes`, `properties`, `values`), what could hide or
//! move what a person must see (`legible`), and the form in which a sheet reaches a page. Leaves to others: where the
//! text comes from, and the pages' own sheet (`static/css/vestibule.css`).
//!
//! text → `tree` (tokens with lines; everything odd is refused) → [`parse`] (rules of known parts) → [`Sheet`], whose
//! text is written from those parts alone, so nothing reaches a page that was not understood.

pub mod classes;
mod grounds;
mod legible;
mod media;
mod parse;
pub mod properties;
mod tree;
mod values;

use std::fmt::Write as _;

pub use legible::Faint;
pub use media::Media;
pub use parse::parse;
pub(super) use values::{families, shadow};

use crate::model::branding::ColorScheme;

/// The longest style sheet, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// The longest one by the rules of Cognito's classic pages.
pub const LONGEST_COGNITO: usize = 3 * 1024;

/// By which rules a sheet is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Every documented class and property.
    Standard,
    /// Those of Cognito's classic pages alone, and 3 KB.
    Cognito,
}

/// Why a sheet is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {reason}", place(*.line))]
pub struct Refusal {
    /// The line, from 1; 0 for the rules of a theme below.
    pub line: usize,
    /// A sentence without the line.
    pub reason: String,
}

fn place(line: usize) -> String {
    if line == 0 { "the theme's own rules".to_owned() } else { format!("line {line}") }
}

impl Refusal {
    pub(super) fn new(line: usize, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into() }
    }
}

/// A sheet of which every part is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    line: usize,
    media: Media,
    selectors: Vec<Selector>,
    declarations: Vec<Declaration>,
}

/// Compounds from the outermost to the element itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Selector {
    compounds: Vec<Compound>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Compound {
    /// Whether it is a child of the one before, not any descendant.
    child: bool,
    classes: Vec<&'static str>,
    states: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Declaration {
    line: usize,
    property: &'static str,
    value: String,
}

impl Sheet {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The sheet as a text that [`parse`] understands to the same sheet.
    pub fn text(&self) -> String {
        let mut css = String::new();
        for rule in &self.rules {
            rule.write(&mut css, "", &rule.media);
        }
        css
    }

    /// The sheet as it stands in a page that is shown in `scheme`. It outweighs the pages' own sheet by an element.
    pub fn published(&self, scheme: ColorScheme) -> String {
        let mut css = String::new();
        for rule in &self.rules {
            if let Some(media) = rule.media.in_scheme(scheme) {
                rule.write(&mut css, "html ", &media);
            }
        }
        css
    }
}

impl Rule {
    fn write(&self, css: &mut String, prefix: &str, media: &Media) {
        // Writing to a String cannot fail.
        if !media.is_always() {
            let _ = write!(css, "@media {media}{{");
        }
        for (index, selector) in self.selectors.iter().enumerate() {
            css.push_str(if index == 0 { "" } else { "," });
            css.push_str(prefix);
            selector.write(css);
        }
        css.push('{');
        for declaration in &self.declarations {
            let _ = write!(css, "{}:{};", declaration.property, declaration.value);
        }
        css.push('}');
        if !media.is_always() {
            css.push('}');
        }
    }
}

impl Selector {
    fn write(&self, css: &mut String) {
        for (index, compound) in self.compounds.iter().enumerate() {
            css.push_str(match (index, compound.child) {
                (0, _) => "",
                (_, true) => ">",
                (_, false) => " ",
            });
            for class in &compound.classes {
                css.push('.');
                css.push_str(class);
            }
            for state in &compound.states {
                css.push(':');
                css.push_str(state);
            }
        }
    }
}

#[cfg(test)]
mod tests;
