//! TOML and JSON into trees with line numbers.

use std::cell::Cell;
use std::fmt;
use std::io::Read;
use std::rc::Rc;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::problem::Place;
use super::tree::{Entry, Node, Value};

/// Lines and reasons.
type Failures = Vec<(usize, String)>;

/// Parses TOML.
pub(super) fn toml(text: &str, file: &Arc<str>) -> Result<Node, Failures> {
    let lines = Lines::of(text, file);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors
            .iter()
            .take(20)
            .map(|error| {
                let line = error.span().map_or(0, |span| lines.line(span.start));
                // The library's longer form quotes the line, which may hold a secret.
                (line, format!("is no TOML: {}", without_quotes(error.message())))
            })
            .collect());
    }
    let mut failures = Vec::new();
    let node = lines.table(table.get_ref(), table.span().start, &mut failures);
    if failures.is_empty() { Ok(node) } else { Err(failures) }
}

/// A parser's words without the text it may quote after a backquote: it stands in the file, and may be a secret.
fn without_quotes(message: &str) -> String {
    message.lines().next().unwrap_or_default().split(", found `").next().unwrap_or_default().to_owned()
}

/// Where lines begin.
struct Lines<'a> {
    starts: Vec<usize>,
    file: &'a Arc<str>,
}

impl<'a> Lines<'a> {
    fn of(text: &str, file: &'a Arc<str>) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(after).collect(), file }
    }

    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    fn place(&self, offset: usize) -> Place {
        Place { file: self.file.clone(), line: self.line(offset) }
    }

    fn table(&self, table: &DeTable<'_>, offset: usize, failures: &mut Failures) -> Node {
        let mut entries: Vec<(usize, Entry)> = Vec::with_capacity(table.len());
        for (key, value) in table.iter() {
            let start = key.span().start;
            // A table that is only a header's prefix has no text of its own: its first key stands for it.
            let node = self.value(value, failures);
            let entry = Entry { key: key.get_ref().to_string(), place: self.place(start), node };
            entries.push((start, entry));
        }
        entries.sort_by_key(|(start, _)| *start);
        let entries = entries.into_iter().map(|(_, entry)| entry).collect();
        Node { value: Value::Table(entries), place: self.place(offset) }
    }

    fn list(&self, list: &DeArray<'_>, failures: &mut Failures) -> Value {
        Value::List(list.iter().map(|item| self.value(item, failures)).collect())
    }

    fn value(&self, value: &Spanned<DeValue<'_>>, failures: &mut Failures) -> Node {
        let start = value.span().start;
        let place = self.place(start);
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => Value::Integer(number),
                Err(_) => {
                    failures.push((place.line, "the number does not fit into 64 bits".to_owned()));
                    Value::Null
                }
            },
            DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(value) => Value::Boolean(*value),
            DeValue::Datetime(_) => {
                failures.push((place.line, "a date is not used here; write it as a text".to_owned()));
                Value::Null
            }
            DeValue::Array(list) => self.list(list, failures),
            DeValue::Table(table) => return self.table(table, start, failures),
        };
        Node { value, place }
    }
}

/// Parses JSON. The parser takes its input byte by byte, so the lines it has taken tell where it is.
pub(super) fn json(text: &str, file: &Arc<str>) -> Result<Node, Failures> {
    let line = Rc::new(Cell::new(1));
    let input = Counting { rest: text.as_bytes(), line: line.clone() };
    let mut parser = serde_json::Deserializer::from_reader(input);
    let seed = JsonNode { line, file };
    let parsed = seed.deserialize(&mut parser).and_then(|node| parser.end().map(|()| node));
    parsed.map_err(|error| {
        let words = error.to_string();
        let words = words.split(" at line ").next().unwrap_or_default();
        vec![(error.line().max(1), format!("is no JSON: {words}"))]
    })
}

struct Counting<'a> {
    rest: &'a [u8],
    line: Rc<Cell<usize>>,
}

impl Read for Counting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min(self.rest.len()).min(1);
        let (taken, rest) = self.rest.split_at(length);
        buffer[..length].copy_from_slice(taken);
        self.rest = rest;
        self.line.set(self.line.get() + usize::from(taken == b"\n"));
        Ok(length)
    }
}

#[derive(Clone)]
struct JsonNode<'a> {
    line: Rc<Cell<usize>>,
    file: &'a Arc<str>,
}

impl JsonNode<'_> {
    fn place(&self) -> Place {
        Place { file: self.file.clone(), line: self.line.get() }
    }

    fn node(&self, value: Value) -> Node {
        Node { value, place: self.place() }
    }
}

impl<'de> DeserializeSeed<'de> for JsonNode<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonNode<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(self.node(Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(self.node(Value::Boolean(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(self.node(Value::Integer(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        let number = i64::try_from(value).map_err(|_| E::custom("the number does not fit into 64 bits"))?;
        Ok(self.node(Value::Integer(number)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(self.node(Value::Float(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(self.node(Value::Text(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let place = self.place();
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.clone())? {
            list.push(item);
        }
        Ok(Node { value: Value::List(list), place })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let place = self.place();
        let mut entries: Vec<Entry> = Vec::new();
        let mut keys = std::collections::HashSet::new();
        while let Some(key) = items.next_key::<String>()? {
            let key_place = self.place();
            let node = items.next_value_seed(self.clone())?;
            if !keys.insert(key.clone()) {
                return Err(A::Error::custom(format!("duplicate key {key:?}")));
            }
            entries.push(Entry { key, place: key_place, node });
        }
        Ok(Node { value: Value::Table(entries), place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line_of(node: &Node, path: &[&str]) -> usize {
        let found = path.iter().try_fold(node, |node, key| match &node.value {
            Value::List(list) => list.get(key.parse::<usize>().ok()?),
            _ => node.get(key),
        });
        found.expect("the path is there").place.line
    }

    #[test]
    fn every_value_knows_its_line_in_both_formats() {
        let file: Arc<str> = Arc::from("x");
        let toml = toml(
            "# a\n[[pool]]\nid = \"a\"\n\n[pool.settings]\nlist = [\n  1,\n  2 ]\n[[pool]]\nid = \"b\"\n",
            &file,
        );
        let toml = toml.unwrap_or_else(|_| panic!("TOML"));
        assert_eq!(line_of(&toml, &["pool", "0", "id"]), 3);
        assert_eq!(line_of(&toml, &["pool", "0", "settings", "list", "1"]), 8);
        assert_eq!(line_of(&toml, &["pool", "1", "id"]), 10);

        let json = json("{\n \"pool\": [\n  {\"id\": \"a\",\n   \"n\": 1}\n ]\n}", &file);
        let json = json.unwrap_or_else(|_| panic!("JSON"));
        assert_eq!(line_of(&json, &["pool", "0", "id"]), 3);
        assert_eq!(line_of(&json, &["pool", "0", "n"]), 4);
    }

    #[test]
    fn what_is_neither_is_refused_with_its_line_and_without_its_text() {
        let file: Arc<str> = Arc::from("x");
        for (text, line) in [
            ("a = 1\nb = hunter2\n", 2),
            ("a = 1\na = 2\n", 2),
            ("a = \"x\u{1}\"\n", 1),
            ("a = \"hunter2\n", 1),
            ("\n\n[a\n", 3),
            ("a = 99999999999999999999\n", 1),
            ("a = 2020-01-01\n", 1),
        ] {
            let failures = toml(text, &file).err().unwrap_or_else(|| panic!("{text}"));
            assert_eq!(failures[0].0, line, "{text}: {failures:?}");
            assert!(!format!("{failures:?}").contains("hunter2"), "{failures:?}");
        }
        let deep = format!("a = {}", "[".repeat(100_000));
        assert!(toml(&deep, &file).is_err());
        for (text, line) in [("{\n\"a\": 1,\n\"a\": 2}", 3), ("{\"a\"", 1), ("{}x", 1), ("{\"a\": 1e400}", 1)]
        {
            let failures = json(text, &file).err().unwrap_or_else(|| panic!("{text}"));
            assert_eq!(failures[0].0, line, "{text}: {failures:?}");
        }
        assert!(json(&"[".repeat(100_000), &file).is_err());
    }
}
