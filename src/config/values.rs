//! The values that were given, taken one by one; what is wrong with them is gathered instead of stopping at the first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::finding::Finding;
use super::table::{Fallback, Kind, Setting};

/// A value as file or environment gave it.
pub(super) enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
    List(Vec<String>),
    Secret(SecretString),
    SecretVariable(String),
    SecretFile(PathBuf),
}

/// A value and where it came from.
pub(super) struct Given {
    pub(super) value: Value,
    /// For sentences.
    pub(super) place: String,
    /// What a relative path is relative to; the current folder when absent.
    pub(super) folder: Option<PathBuf>,
}

/// Reads a variable or a default as the kind of its setting.
pub(super) fn from_text(kind: Kind, text: &str) -> Result<Value, String> {
    match kind {
        Kind::Text | Kind::Word(_) | Kind::Path => Ok(Value::Text(text.to_owned())),
        Kind::Number(..) => {
            text.trim().parse().map(Value::Number).map_err(|_| "this must be a whole number".to_owned())
        }
        Kind::Flag => match text.trim() {
            "true" => Ok(Value::Flag(true)),
            "false" => Ok(Value::Flag(false)),
            _ => Err("this must be true or false".into()),
        },
        Kind::List => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Ok(Value::List(items.map(ToOwned::to_owned).collect()))
        }
        Kind::Secret => Ok(Value::Secret(SecretString::from(text.to_owned()))),
    }
}

/// What was given, by key.
pub(super) struct Values {
    pub(super) given: BTreeMap<&'static str, Given>,
    pub(super) findings: Vec<Finding>,
}

impl Values {
    /// Whether file or environment say something about a setting.
    pub(super) fn has(&self, key: &str) -> bool {
        self.given.contains_key(key)
    }

    /// Where a setting was given, else its key.
    pub(super) fn place(&self, key: &str) -> String {
        self.given.get(key).map_or_else(|| key.to_owned(), |given| given.place.clone())
    }

    /// Whether something was said against a setting as it was given.
    pub(super) fn is_wrong(&self, key: &str) -> bool {
        let (place, in_file) = (self.place(key), format!(", {key}"));
        let variable = Setting::find(key).map(Setting::variable);
        self.findings.iter().filter(|finding| finding.is_error()).any(|finding| {
            finding.place == place
                || finding.place.ends_with(&in_file)
                || Some(&finding.place) == variable.as_ref()
        })
    }

    /// Notes that something is wrong with a setting.
    pub(super) fn complain(&mut self, key: &str, message: impl Into<String>) {
        let place = self.place(key);
        self.findings.push(Finding::error(place, message));
    }

    /// The value of a setting, or its default.
    fn take(&mut self, key: &'static str) -> Option<Value> {
        let setting = Setting::find(key).unwrap_or_else(|| panic!("{key} is in the table of settings"));
        if let Some(given) = self.given.get_mut(key) {
            // The place stays, for later findings.
            return Some(std::mem::replace(&mut given.value, Value::Flag(false)));
        }
        match setting.fallback {
            Fallback::Text(text) => from_text(setting.kind, text).ok(),
            Fallback::Required => {
                let variable = setting.variable();
                self.complain(key, format!("this must be set, in the file or as {variable}"));
                None
            }
            Fallback::Nothing | Fallback::Found(_) => None,
        }
    }

    /// A text, understood by `parse`.
    pub(super) fn parsed<T>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let Some(Value::Text(text)) = self.take(key) else { return None };
        self.judge(key, parse(&text))
    }

    /// A text that is not empty and has no control characters.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        self.parsed(key, plain)
    }

    /// One of the words of the table.
    pub(super) fn word<T>(&mut self, key: &'static str, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let words = match Setting::find(key).map(|setting| setting.kind) {
            Some(Kind::Word(words)) => words.join(", "),
            _ => String::new(),
        };
        self.parsed(key, |text| meaning(text).ok_or_else(|| format!("this must be one of: {words}")))
    }

    /// A list, each item understood by `parse`.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let Some(Value::List(items)) = self.take(key) else { return None };
        let parsed = items.iter().map(|item| parse(item)).collect::<Result<Vec<T>, String>>();
        self.judge(key, parsed)
    }

    /// A number in the range of the table.
    pub(super) fn number<T: TryFrom<i64>>(&mut self, key: &'static str) -> Option<T> {
        let Some(Value::Number(number)) = self.take(key) else { return None };
        let Some(Kind::Number(least, most)) = Setting::find(key).map(|setting| setting.kind) else {
            return None;
        };
        let in_range = (least..=most).contains(&number).then(|| T::try_from(number).ok()).flatten();
        self.judge(key, in_range.ok_or_else(|| format!("this must be from {least} to {most}")))
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        match self.take(key) {
            Some(Value::Flag(flag)) => Some(flag),
            _ => None,
        }
    }

    /// A path; relative ones in the file start at its folder.
    pub(super) fn path(&mut self, key: &'static str) -> Option<PathBuf> {
        let path = self.text(key)?;
        Some(self.resolve(key, Path::new(&path)))
    }

    /// Where a relative path of a setting leads.
    pub(super) fn resolve(&self, key: &str, path: &Path) -> PathBuf {
        match self.given.get(key).and_then(|given| given.folder.as_ref()) {
            Some(folder) => folder.join(path),
            None => path.to_path_buf(),
        }
    }

    /// Where a secret is, without reading it.
    pub(super) fn secret_source(&mut self, key: &'static str) -> Option<Value> {
        self.take(key)
    }

    fn judge<T>(&mut self, key: &'static str, outcome: Result<T, String>) -> Option<T> {
        outcome.map_err(|message| self.complain(key, message)).ok()
    }
}

/// A text that is not empty and has no control characters.
pub(super) fn plain(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        Err("this must not be empty".into())
    } else if text.chars().any(char::is_control) {
        Err("this has control characters in it".into())
    } else {
        Ok(text.to_owned())
    }
}
