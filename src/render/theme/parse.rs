//! `theme.toml` as it is written: every fault of it, each with its line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tokens::{COLOURS, SHAPE, Token};
use super::value;
use super::{Palette, Theme};
use crate::model::branding::Layout;

/// The newest version of the contract that this program knows.
pub const VERSION: i64 = 1;

/// No theme is longer.
const LONGEST: usize = 64 * 1024;

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// A sentence without the line.
    pub message: String,
}

/// Reads a theme.
///
/// # Errors
/// Everything that is wrong with it, in the order of the lines.
pub(super) fn parse(source: &str) -> Result<Theme, Vec<Fault>> {
    if source.len() > LONGEST {
        let message = format!("the theme is longer than {} KB", LONGEST / 1024);
        return Err(vec![Fault { line: 1, message }]);
    }
    let mut walk = Walk { source, faults: Vec::new() };
    let table = match DeTable::parse(source) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            walk.fault(at, format!("this is not TOML: {}", error.message()));
            return Err(walk.faults);
        }
    };
    let theme = walk.theme(table.get_ref());
    if walk.faults.is_empty() {
        Ok(theme)
    } else {
        walk.faults.sort_by_key(|fault| fault.line);
        Err(walk.faults)
    }
}

struct Walk<'a> {
    source: &'a str,
    faults: Vec<Fault>,
}

impl Walk<'_> {
    fn fault(&mut self, at: usize, message: impl Into<String>) {
        let before = self.source.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        self.faults.push(Fault { line, message: message.into() });
    }

    fn theme(&mut self, root: &DeTable<'_>) -> Theme {
        let mut theme = Theme::default();
        let mut says_version = false;
        for (key, item) in root {
            let at = key.span().start;
            match key.get_ref().as_ref() {
                "version" => {
                    self.version(item);
                    says_version = true;
                }
                "title" => theme.title = self.text("title", item).unwrap_or_default(),
                "description" => theme.description = self.text("description", item).unwrap_or_default(),
                "logo" => theme.logo = self.text("logo", item),
                "layout" => theme.layout = self.layout(item),
                "shape" => theme.shape = self.tokens("shape", SHAPE, item),
                "light" => theme.light = self.tokens("light", COLOURS, item),
                "dark" => theme.dark = self.tokens("dark", COLOURS, item),
                other => {
                    let known = "version, title, description, logo, layout, shape, light and dark";
                    self.fault(at, format!("a theme has no {:?}; it has {known}", printable(other)));
                }
            }
        }
        if !says_version {
            self.fault(
                0,
                format!("a theme says which version of the contract it is for: version = {VERSION}"),
            );
        }
        theme
    }

    fn version(&mut self, item: &Spanned<DeValue<'_>>) {
        let number = match item.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number != Some(VERSION) {
            self.fault(item.span().start, format!("this program knows version {VERSION} of themes"));
        }
    }

    fn text(&mut self, key: &str, item: &Spanned<DeValue<'_>>) -> Option<String> {
        match item.get_ref() {
            DeValue::String(text) if text.chars().count() <= 400 && !text.chars().any(char::is_control) => {
                Some(text.to_string())
            }
            _ => {
                self.fault(item.span().start, format!("{key} must be a text of one line"));
                None
            }
        }
    }

    fn layout(&mut self, item: &Spanned<DeValue<'_>>) -> Layout {
        let DeValue::Table(table) = item.get_ref() else {
            self.fault(item.span().start, "layout must be a table");
            return Layout::default();
        };
        let mut layout = Layout::default();
        for (key, item) in table {
            let one = match item.get_ref() {
                DeValue::String(text) => one_choice(key.get_ref(), Choice::Word(text)),
                DeValue::Boolean(flag) => one_choice(key.get_ref(), Choice::Flag(*flag)),
                other => Err(format!("must not be {}", other.type_str())),
            };
            match one {
                Ok(one) => layout = layout.under(&one),
                Err(message) => {
                    let name = printable(key.get_ref());
                    self.fault(key.span().start, format!("layout.{name} {message}"));
                }
            }
        }
        layout
    }

    fn tokens(&mut self, table: &str, known: &[Token], item: &Spanned<DeValue<'_>>) -> Palette {
        let DeValue::Table(entries) = item.get_ref() else {
            self.fault(item.span().start, format!("{table} must be a table"));
            return Palette::new();
        };
        let mut tokens = BTreeMap::new();
        for (key, item) in entries {
            let (name, at) = (key.get_ref().as_ref(), key.span().start);
            if !known.iter().any(|token| token.name == name) {
                self.fault(at, unknown(table, known, name));
                continue;
            }
            let DeValue::String(text) = item.get_ref() else {
                self.fault(at, format!("{table}.{name} must be a text"));
                continue;
            };
            match value::check(name, text) {
                Ok(()) => {
                    tokens.insert(name.to_owned(), text.to_string());
                }
                Err(message) => self.fault(at, format!("{table}.{name} {message}")),
            }
        }
        tokens
    }
}

enum Choice<'a> {
    Word(&'a str),
    Flag(bool),
}

/// A layout in which one thing is said; the type of the field knows what it may be.
fn one_choice(name: &str, choice: Choice<'_>) -> Result<Layout, String> {
    let value = match choice {
        Choice::Word(word) => serde_json::Value::from(word),
        Choice::Flag(flag) => serde_json::Value::from(flag),
    };
    let map: serde_json::Map<_, _> = [(name.to_owned(), value)].into_iter().collect();
    Layout::deserialize(serde_json::Value::Object(map)).map_err(|error| format!("is not possible: {error}"))
}

/// "there is no token …", with the one that was meant.
pub(super) fn unknown(table: &str, known: &[Token], name: &str) -> String {
    let near = crate::config::nearest(name, known.iter().map(|token| token.name.to_owned()));
    let names: Vec<&str> = known.iter().map(|token| token.name).collect();
    let name = printable(name);
    if near.is_empty() {
        format!("{table} has no token {name}; there are {}", names.join(", "))
    } else {
        format!("{table} has no token {name}{near}")
    }
}

fn printable(text: &str) -> String {
    text.chars().take(60).map(|c| if c.is_control() { '?' } else { c }).collect()
}
