//! The configuration file: TOML to the values of known settings, with the line of each; every fault at once.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::finding::Finding;
use super::table::{Kind, MASTER_KEY, PREVIOUS_MASTER_KEY, SETTINGS, Setting};
use super::values::{Given, Value};

/// No configuration is longer.
const LONGEST: u64 = 1 << 20;

/// Reads a file that must exist.
pub(super) fn read(file: &Path) -> Result<String, Finding> {
    let place = file.display().to_string();
    let unreadable = |e: std::io::Error| Finding::error(&place, format!("the file cannot be read: {e}"));
    let facts = std::fs::metadata(file).map_err(unreadable)?;
    if !facts.is_file() {
        return Err(Finding::error(&place, "this is no file"));
    }
    if facts.len() > LONGEST {
        return Err(Finding::error(&place, "the file is longer than 1 MiB; this is not a configuration"));
    }
    let bytes = std::fs::read(file).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|_| Finding::error(&place, "the file is no UTF-8 text"))
}

/// What a file says, and what is wrong with it.
pub(super) struct Document {
    pub(super) given: Vec<(&'static Setting, Given)>,
    pub(super) findings: Vec<Finding>,
}

/// Understands the text of `file`.
pub(super) fn parse(file: &Path, text: &str) -> Document {
    let mut walk = Walk {
        file,
        text,
        folder: file.parent().map(Path::to_path_buf).unwrap_or_default(),
        found: Document { given: Vec::new(), findings: Vec::new() },
    };
    match DeTable::parse(text) {
        Ok(table) => walk.table("", table.get_ref()),
        Err(error) => {
            // Not the error's own text: it repeats the line, and the line may hold a secret.
            let at = error.span().map(|span| span.start);
            let place = walk.place(at, None);
            walk.found.findings.push(Finding::error(place, format!("this is not TOML: {}", error.message())));
        }
    }
    walk.found
}

struct Walk<'a> {
    file: &'a Path,
    text: &'a str,
    folder: PathBuf,
    found: Document,
}

impl Walk<'_> {
    fn place(&self, offset: Option<usize>, key: Option<&str>) -> String {
        let mut place = self.file.display().to_string();
        if let Some(before) = offset.and_then(|offset| self.text.as_bytes().get(..offset)) {
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            place.push_str(&format!(" line {line}"));
        }
        if let Some(key) = key {
            place.push_str(", ");
            place.push_str(key);
        }
        place
    }

    fn table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let key = match prefix {
                "" => name.get_ref().to_string(),
                prefix => format!("{prefix}.{}", name.get_ref()),
            };
            let place = self.place(Some(name.span().start), Some(&printable(&key)));
            match Setting::find(&key) {
                Some(setting) => self.setting(setting, place, value),
                None => self.not_a_setting(&key, place, value),
            }
        }
    }

    fn not_a_setting(&mut self, key: &str, place: String, value: &Spanned<DeValue<'_>>) {
        let is_prefix = SETTINGS.iter().any(|s| s.key.strip_prefix(key).is_some_and(|r| r.starts_with('.')));
        match value.get_ref() {
            DeValue::Table(inner) if is_prefix => self.table(key, inner),
            _ if is_prefix => {
                self.found.findings.push(Finding::error(place, "this is a table of settings, not a value"));
            }
            _ => {
                let hint = nearest(key, SETTINGS.iter().map(|setting| setting.key.to_owned()));
                self.found.findings.push(Finding::error(place, format!("there is no such setting{hint}")));
            }
        }
    }

    fn setting(&mut self, setting: &'static Setting, place: String, value: &Spanned<DeValue<'_>>) {
        let read = match (setting.kind, value.get_ref()) {
            (Kind::Secret, value) => secret(setting, value, &self.folder),
            (Kind::Text | Kind::Word(_) | Kind::Path, DeValue::String(text)) => {
                Ok(Value::Text(text.to_string()))
            }
            (Kind::Number(..), DeValue::Integer(number)) => {
                i64::from_str_radix(&number.as_str().replace('_', ""), number.radix())
                    .map(Value::Number)
                    .map_err(|_| "this number is too large".to_owned())
            }
            (Kind::Flag, DeValue::Boolean(flag)) => Ok(Value::Flag(*flag)),
            (Kind::List, DeValue::Array(items)) => items
                .iter()
                .map(|item| item.get_ref().as_str().map(ToOwned::to_owned))
                .collect::<Option<Vec<_>>>()
                .map(Value::List)
                .ok_or_else(|| "every item of this list must be a text in quotes".to_owned()),
            (kind, other) => Err(format!("this must be {}, not {}", expected(kind), other.type_str())),
        };
        match read {
            Ok(value) => {
                let folder = Some(self.folder.clone());
                self.found.given.push((setting, Given { value, place, folder }));
            }
            Err(message) => self.found.findings.push(Finding::error(place, message)),
        }
    }
}

/// A secret: a text, or where it is. The messages do not repeat the value, whatever it is.
fn secret(setting: &Setting, value: &DeValue<'_>, folder: &Path) -> Result<Value, String> {
    match value {
        DeValue::String(_) if [MASTER_KEY, PREVIOUS_MASTER_KEY].contains(&setting.key) => Err(
            "the master key is not written here, because this file gets copied and shown; put it into a file of its own \
             and say { file = \"PATH\" }"
                .into(),
        ),
        DeValue::String(text) => Ok(Value::Secret(SecretString::from(text.to_string()))),
        DeValue::Table(table) if table.len() == 1 => {
            let (name, value) = table.iter().next().ok_or("this table is empty")?;
            match (name.get_ref().as_ref(), value.get_ref().as_str()) {
                ("env", Some(variable)) => Ok(Value::SecretVariable(variable.to_owned())),
                ("file", Some(path)) => Ok(Value::SecretFile(folder.join(path))),
                _ => Err(SECRET_FORMS.into()),
            }
        }
        _ => Err(SECRET_FORMS.into()),
    }
}

const SECRET_FORMS: &str = "this must be a text, { env = \"NAME\" } or { file = \"PATH\" }";

/// What a kind of setting takes, for a sentence.
fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Word(_) | Kind::Path => "a text in quotes",
        Kind::Number(..) => "a whole number",
        Kind::Flag => "true or false",
        Kind::List => "a list of texts, such as [\"a\", \"b\"]",
        Kind::Secret => "a text",
    }
}

/// A key as it may be shown on a terminal.
fn printable(key: &str) -> String {
    let mut shown: String = key.chars().take(100).flat_map(char::escape_debug).collect();
    if key.chars().nth(100).is_some() {
        shown.push('…');
    }
    shown
}

/// `; did you mean …?` with the name that a mistyped one is nearest to; empty where none is near.
pub fn nearest(wrong: &str, names: impl Iterator<Item = String>) -> String {
    let wrong: String = wrong.chars().take(100).collect();
    names
        .map(|name| (strsim::damerau_levenshtein(&wrong, &name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 5)
        .min()
        .map(|(_, name)| format!("; did you mean {name}?"))
        .unwrap_or_default()
}
