//! A file's content as a tree whose every value knows its line; TOML and JSON alike.

use super::problem::Place;

/// A value and where it stands. It may be a secret, so there is no `Debug`.
#[derive(Clone)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) place: Place,
}

/// A value.
#[derive(Clone)]
pub(super) enum Value {
    /// JSON's `null`; TOML has none.
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key of a table with its value, in the order of the file.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) place: Place,
    pub(super) node: Node,
}

impl Node {
    /// What it is, without its value.
    pub(super) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Boolean(_) => "a boolean",
            Value::Integer(_) => "a number",
            Value::Float(_) => "a decimal number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }

    /// The value of a key of a table.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        let Value::Table(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// A tree of a JSON value, all of it at one place.
    pub(super) fn of_json(json: &serde_json::Value, place: &Place) -> Self {
        use serde_json::Value as Json;
        let value = match json {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Boolean(*value),
            Json::Number(number) => match number.as_i64() {
                Some(integer) => Value::Integer(integer),
                None => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
            Json::String(text) => Value::Text(text.clone()),
            Json::Array(list) => Value::List(list.iter().map(|item| Self::of_json(item, place)).collect()),
            Json::Object(map) => Value::Table(
                map.iter()
                    .map(|(key, item)| Entry {
                        key: key.clone(),
                        place: place.clone(),
                        node: Self::of_json(item, place),
                    })
                    .collect(),
            ),
        };
        Self { value, place: place.clone() }
    }

    /// Lays `upper` over this tree: tables key by key, everything else as a whole. JSON's `null` takes a key away.
    pub(super) fn overlay(&mut self, upper: &Node) {
        let (Value::Table(entries), Value::Table(changes)) = (&mut self.value, &upper.value) else {
            *self = upper.clone();
            return;
        };
        for change in changes {
            let present = entries.iter().position(|entry| entry.key == change.key);
            match (present, &change.node.value) {
                (Some(index), Value::Null) => drop(entries.remove(index)),
                (None, Value::Null) => {}
                (Some(index), _) => {
                    entries[index].node.overlay(&change.node);
                    entries[index].node.place = change.node.place.clone();
                }
                (None, _) => entries.push(change.clone()),
            }
        }
    }
}
