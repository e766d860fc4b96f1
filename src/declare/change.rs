//! The difference as people and scripts read it.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::model::ids::PoolId;

/// The most that is shown of a value, in characters.
const SHOWN: usize = 160;

/// What happens to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is made.
    Add,
    /// It becomes another.
    Modify,
    /// It is deleted.
    Remove,
}

impl ChangeKind {
    fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Modify => '~',
            Self::Remove => '-',
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Modify => "modify",
            Self::Remove => "remove",
        }
    }
}

/// One change. Holds no secret: of those it says only that they change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What happens.
    pub kind: ChangeKind,
    /// The thing inside the pool as kind and key, for example `["client", "web"]`; empty for the pool itself.
    pub object: Vec<String>,
    /// The setting, for example `settings.callback_urls`; empty for the thing as a whole.
    pub key: String,
    /// The value before.
    pub before: Option<Json>,
    /// The value after.
    pub after: Option<Json>,
}

impl Change {
    pub(super) fn new(kind: ChangeKind, object: &[&str], key: impl Into<String>) -> Self {
        let object = object.iter().map(|part| (*part).to_owned()).collect();
        Self { kind, object, key: key.into(), before: None, after: None }
    }

    pub(super) fn between(mut self, before: Option<Json>, after: Option<Json>) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    /// Whether a whole thing is deleted.
    pub fn is_removal(&self) -> bool {
        self.kind == ChangeKind::Remove
    }

    /// The change in one line, beginning with `+`, `~` or `-`.
    pub fn line(&self) -> String {
        let mut line = format!("{} ", self.kind.sign());
        let object = match self.object.as_slice() {
            [] => "pool".to_owned(),
            parts => parts.join(" "),
        };
        line.push_str(&object);
        if !self.key.is_empty() {
            line.push(' ');
            line.push_str(&self.key);
        }
        // Writing to a String cannot fail.
        let _ = match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(line, ": {} → {}", shown(before), shown(after)),
            (None, Some(after)) => write!(line, ": {}", shown(after)),
            (Some(before), None) => write!(line, ": {} → (default)", shown(before)),
            (None, None) => Ok(()),
        };
        line
    }

    /// The change for scripts.
    pub fn json(&self, pool: &PoolId) -> Json {
        let mut json = json!({
            "pool": pool.as_str(),
            "change": self.kind.word(),
            "object": self.object,
            "key": self.key,
        });
        let map = json.as_object_mut().expect("it was made as an object");
        for (name, value) in [("before", &self.before), ("after", &self.after)] {
            if let Some(value) = value {
                map.insert(name.to_owned(), value.clone());
            }
        }
        json
    }
}

fn shown(value: &Json) -> String {
    let text = value.to_string();
    if text.starts_with("\"data:image/") {
        return format!("(an image, {} bytes)", text.len());
    }
    let length = text.chars().count();
    if length <= SHOWN {
        return text;
    }
    format!("{}… ({length} characters)", text.chars().take(SHOWN).collect::<String>())
}

/// Where two JSON values differ: path, before, after. Tables are compared key by key.
pub(super) fn differences(before: &Json, after: &Json) -> Vec<(String, Option<Json>, Option<Json>)> {
    let mut found = Vec::new();
    compare(String::new(), Some(before), Some(after), &mut found);
    found
}

fn compare(
    path: String,
    before: Option<&Json>,
    after: Option<&Json>,
    found: &mut Vec<(String, Option<Json>, Option<Json>)>,
) {
    if before == after {
        return;
    }
    let empty = serde_json::Map::new();
    let map = |value: Option<&'_ Json>| match value {
        Some(Json::Object(map)) => Some(map.clone()),
        None => Some(empty.clone()),
        Some(_) => None,
    };
    match (map(before), map(after)) {
        (Some(one), Some(other)) if before.is_some() || after.is_some() => {
            let keys: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for key in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(path, one.get(key), other.get(key), found);
            }
        }
        // An absent optional setting is null in one form and missing in the other.
        _ => {
            let told = |value: Option<&Json>| value.filter(|value| !value.is_null()).cloned();
            let (before, after) = (told(before), told(after));
            if before != after {
                found.push((path, before, after));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told_by_its_path() {
        let before = json!({"a": {"b": 1, "c": [1]}, "d": null, "e": 1});
        let after = json!({"a": {"b": 1, "c": [2]}, "d": "x", "f": {"g": true}});
        let paths: Vec<String> = differences(&before, &after).into_iter().map(|(path, ..)| path).collect();
        assert_eq!(paths, ["a.c", "d", "e", "f.g"]);
        assert!(differences(&before, &before).is_empty());
    }

    #[test]
    fn long_values_are_shortened_and_images_are_not_shown() {
        let line = |value: Json| {
            Change::new(ChangeKind::Modify, &[], "settings.x").between(Some(json!(1)), Some(value)).line()
        };
        assert_eq!(line(json!([2])), "~ pool settings.x: 1 → [2]");
        assert!(line(json!("x".repeat(1000))).chars().count() < 250);
        assert_eq!(line(json!("data:image/png;base64,AA")), "~ pool settings.x: 1 → (an image, 26 bytes)");
    }
}
