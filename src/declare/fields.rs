//! Reading the keys of one table: each is taken once, what is left over is unknown.

use std::collections::BTreeMap;

use super::deserialize::unknown_key;
use super::problem::{Place, Problems};
use super::secret::{SecretAt, Values};
use super::tree::{Entry, Node, Value};

/// The keys of one table.
pub(super) struct Fields<'a> {
    entries: &'a [Entry],
    /// Every key that was asked for, which are the ones there are.
    known: Vec<&'static str>,
    pub(super) path: String,
    pub(super) place: Place,
    pub(super) problems: &'a Problems,
    pub(super) values: &'a Values<'a>,
}

impl<'a> Fields<'a> {
    /// The table at `path`; `None` for anything else, which is a problem.
    pub(super) fn of(
        node: &'a Node,
        path: String,
        problems: &'a Problems,
        values: &'a Values<'a>,
    ) -> Option<Self> {
        let Value::Table(entries) = &node.value else {
            problems.add(&node.place, path, format!("must be a table, not {}", node.kind()));
            return None;
        };
        Some(Self { entries, known: Vec::new(), path, place: node.place.clone(), problems, values })
    }

    /// The value of a key. JSON's `null` is as good as nothing.
    pub(super) fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        (!matches!(entry.node.value, Value::Null)).then_some(&entry.node)
    }

    /// Whether a key is there, whatever its value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// Notes a problem of this table.
    pub(super) fn refuse(&self, reason: impl Into<String>) {
        self.problems.add(&self.place, self.path.clone(), reason);
    }

    /// Notes a problem of a key.
    pub(super) fn refuse_key(&self, place: &Place, key: &str, reason: impl Into<String>) {
        self.problems.add(place, self.path_of(key), reason);
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn misfit(&self, node: &Node, key: &str, wanted: &str) {
        self.refuse_key(&node.place, key, format!("must be {wanted}, not {}", node.kind()));
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<(&'a str, &'a Place)> {
        let node = self.take(key)?;
        match &node.value {
            Value::Text(text) => Some((text, &node.place)),
            _ => {
                self.misfit(node, key, "a text");
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn needed_text(&mut self, key: &'static str) -> Option<(&'a str, &'a Place)> {
        if !self.has(key) {
            self.known.push(key);
            self.refuse(format!("needs the key {key}"));
            return None;
        }
        self.text(key)
    }

    pub(super) fn boolean(&mut self, key: &'static str) -> Option<bool> {
        let node = self.take(key)?;
        match node.value {
            Value::Boolean(value) => Some(value),
            _ => {
                self.misfit(node, key, "true or false");
                None
            }
        }
    }

    pub(super) fn integer(&mut self, key: &'static str) -> Option<i64> {
        let node = self.take(key)?;
        match node.value {
            Value::Integer(value) => Some(value),
            _ => {
                self.misfit(node, key, "a whole number");
                None
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Option<Vec<(&'a str, &'a Place)>> {
        let node = self.take(key)?;
        let Value::List(items) = &node.value else {
            self.misfit(node, key, "a list of texts");
            return None;
        };
        let texts = items.iter().filter_map(|item| match &item.value {
            Value::Text(text) => Some((text.as_str(), &item.place)),
            _ => {
                self.misfit(item, key, "a list of texts");
                None
            }
        });
        Some(texts.collect())
    }

    /// A table of texts.
    pub(super) fn map(&mut self, key: &'static str) -> Option<BTreeMap<String, (&'a str, &'a Place)>> {
        let node = self.take(key)?;
        let Value::Table(entries) = &node.value else {
            self.misfit(node, key, "a table of texts");
            return None;
        };
        let pairs = entries.iter().filter_map(|entry| match &entry.node.value {
            Value::Text(text) => Some((entry.key.clone(), (text.as_str(), &entry.node.place))),
            _ => {
                self.misfit(&entry.node, &format!("{key}.{}", entry.key), "a text");
                None
            }
        });
        Some(pairs.collect())
    }

    /// A table of values that may come from elsewhere.
    pub(super) fn secret_map(&mut self, key: &'static str) -> BTreeMap<String, SecretAt> {
        let Some(node) = self.take(key) else { return BTreeMap::new() };
        let Value::Table(entries) = &node.value else {
            self.misfit(node, key, "a table");
            return BTreeMap::new();
        };
        let pairs = entries.iter().filter_map(|entry| {
            let path = format!("{}.{}", self.path_of(key), entry.key);
            let value = self.values.text(&entry.node, &path, self.problems)?;
            Some((entry.key.clone(), SecretAt { value, place: entry.node.place.clone() }))
        });
        pairs.collect()
    }

    /// A value that may come from elsewhere.
    pub(super) fn secret(&mut self, key: &'static str) -> Option<SecretAt> {
        let node = self.take(key)?;
        let value = self.values.text(node, &self.path_of(key), self.problems)?;
        Some(SecretAt { value, place: node.place.clone() })
    }

    /// One such value or a list of them.
    pub(super) fn secrets(&mut self, key: &'static str) -> Option<Vec<SecretAt>> {
        let node = self.take(key)?;
        let path = self.path_of(key);
        let nodes = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let read = |node: &Node| {
            let value = self.values.text(node, &path, self.problems)?;
            Some(SecretAt { value, place: node.place.clone() })
        };
        Some(nodes.iter().filter_map(read).collect())
    }

    /// A table that is read by its own rules.
    pub(super) fn table(&mut self, key: &'static str) -> Option<&'a Node> {
        let node = self.take(key)?;
        if matches!(node.value, Value::Table(_)) {
            return Some(node);
        }
        self.misfit(node, key, "a table");
        None
    }

    /// A list of tables, each read by `read`.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&mut Fields<'a>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.take(key) else { return Vec::new() };
        let Value::List(items) = &node.value else {
            self.misfit(node, key, &format!("a list of tables ([[{}]])", self.path_of(key)));
            return Vec::new();
        };
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            let path = self.path_of(key);
            let Some(mut fields) = Fields::of(item, path, self.problems, self.values) else { continue };
            all.extend(read(&mut fields));
            fields.finish();
        }
        all
    }

    /// Refuses every key that nobody asked for.
    pub(super) fn finish(self) {
        for entry in self.entries {
            if !self.known.contains(&entry.key.as_str()) {
                self.problems.add(&entry.place, self.path.clone(), unknown_key(&entry.key, &self.known));
            }
        }
    }
}
