//! Writing a declaration as TOML: the same input gives the same bytes.

use std::fmt::Write as _;

use serde_json::Value as Json;

/// A table that is written: keys in the order they were put in.
#[derive(Default)]
pub(super) struct Table {
    entries: Vec<(String, Item)>,
}

enum Item {
    Value(Json),
    Comment,
    Table(Table),
    Tables(Vec<Table>),
}

impl Table {
    /// A value; null is nothing.
    pub(super) fn value(&mut self, key: &str, value: impl Into<Json>) {
        let value = value.into();
        if !value.is_null() {
            self.entries.push((key.to_owned(), Item::Value(value)));
        }
    }

    /// A line for people.
    pub(super) fn comment(&mut self, text: &str) {
        self.entries.push((text.to_owned(), Item::Comment));
    }

    /// A table inside this one; an empty one is nothing.
    pub(super) fn table(&mut self, key: &str, table: Table) {
        if !table.entries.is_empty() {
            self.entries.push((key.to_owned(), Item::Table(table)));
        }
    }

    /// A list of tables; an empty one is nothing.
    pub(super) fn tables(&mut self, key: &str, tables: Vec<Table>) {
        if !tables.is_empty() {
            self.entries.push((key.to_owned(), Item::Tables(tables)));
        }
    }

    /// The document.
    pub(super) fn to_toml(&self) -> String {
        let mut out = String::new();
        self.write("", &mut out);
        out
    }

    /// Values come before tables, or they would belong to those.
    fn write(&self, path: &str, out: &mut String) {
        for (key, item) in &self.entries {
            // Writing to a String cannot fail.
            let _ = match item {
                Item::Value(value) => writeln!(out, "{} = {}", self::key(key), self::value(value)),
                Item::Comment => writeln!(out, "# {key}"),
                Item::Table(_) | Item::Tables(_) => Ok(()),
            };
        }
        let below = |key: &str| {
            if path.is_empty() { self::key(key) } else { format!("{path}.{}", self::key(key)) }
        };
        for (key, item) in &self.entries {
            match item {
                Item::Table(table) => {
                    let path = below(key);
                    // A table of tables alone needs no header of its own.
                    if table.entries.iter().any(|(_, item)| matches!(item, Item::Value(_) | Item::Comment)) {
                        let _ = write!(out, "\n[{path}]\n");
                    }
                    table.write(&path, out);
                }
                Item::Tables(tables) => {
                    let path = below(key);
                    for table in tables {
                        let _ = write!(out, "\n[[{path}]]\n");
                        table.write(&path, out);
                    }
                }
                Item::Value(_) | Item::Comment => {}
            }
        }
    }
}

fn key(key: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if !key.is_empty() && key.bytes().all(plain) { key.to_owned() } else { quoted(key) }
}

fn value(json: &Json) -> String {
    match json {
        Json::Null => "\"\"".to_owned(),
        Json::Bool(_) | Json::Number(_) => json.to_string(),
        Json::String(text) if text.contains('\n') => many_lines(text),
        Json::String(text) => quoted(text),
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(value).collect();
            let wide = items.iter().any(|item| item.starts_with('{')) || items.join(", ").len() > 80;
            match wide {
                true => {
                    format!("[\n{}]", items.iter().map(|item| format!("    {item},\n")).collect::<String>())
                }
                false => format!("[{}]", items.join(", ")),
            }
        }
        Json::Object(map) => {
            let pairs: Vec<String> = map
                .iter()
                .filter(|(_, item)| !item.is_null())
                .map(|(name, item)| format!("{} = {}", key(name), value(item)))
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}

fn many_lines(text: &str) -> String {
    format!("\"\"\"\n{}\"\"\"", escaped(text, true))
}

fn escaped(text: &str, keep_lines: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' if keep_lines => out.push(c),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_reads_back_the_same() {
        let texts = [
            "",
            "plain",
            "a\"b\\c",
            "two\nlines\n",
            "\r\n",
            "\t\u{1}\u{7f}\u{85}",
            "ünï ✓",
            "'''\"\"\"",
            " \n",
        ];
        let mut inner = Table::default();
        inner.value("list", json!([1, true, "x", ["y"]]));
        inner.value("custom:key", json!({"a b": "c", "gone": null}));
        let mut row = Table::default();
        row.value("id", "a");
        row.table("deep", {
            let mut t = Table::default();
            t.table("er", inner);
            t
        });
        let mut root = Table::default();
        root.tables("row", vec![row]);
        root.value("texts", json!(texts));
        for (index, text) in texts.iter().enumerate() {
            root.value(&format!("t{index}"), *text);
        }
        let toml = root.to_toml();
        let read: Json = toml::from_str(&toml).unwrap_or_else(|error| panic!("{toml}\n{error}"));
        assert_eq!(read["texts"], json!(texts));
        for (index, text) in texts.iter().enumerate() {
            assert_eq!(read[format!("t{index}")], json!(text));
        }
        assert_eq!(
            read["row"][0]["deep"]["er"],
            json!({"list": [1, true, "x", ["y"]], "custom:key": {"a b": "c"}})
        );
    }
}
