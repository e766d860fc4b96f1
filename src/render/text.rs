//! References to texts: a key and its arguments, never a ready sentence.
//!
//! Handlers and contexts pass these; the templates' `t` and `say` functions turn them into the reader's
//! language at the last moment.

use std::collections::BTreeMap;

use serde::Serialize;

/// The key of a text in `templates/locales/<language>/*.ftl`.
///
/// Always built as `TextKey("literal")`, so that the test suite can check every key against the locale files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TextKey(pub &'static str);

/// A text with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Key of the text.
    pub key: TextKey,
    /// Values for the text's `{$name}` placeholders.
    pub args: BTreeMap<&'static str, Argument>,
}

impl Message {
    /// A text without arguments.
    pub fn new(key: TextKey) -> Self {
        Self { key, args: BTreeMap::new() }
    }

    /// Adds the value of one placeholder.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.args.insert(name, value.into());
        self
    }
}

impl From<TextKey> for Message {
    fn from(key: TextKey) -> Self {
        Self::new(key)
    }
}

/// The value of a placeholder: numbers choose plural forms, everything else is text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Argument {
    /// A number, written and pluralised by the language's rules.
    Number(i64),
    /// Text, inserted as it is and escaped by the template.
    Text(String),
}

impl From<i64> for Argument {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl From<u32> for Argument {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<String> for Argument {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Argument {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
