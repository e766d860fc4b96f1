//! Values that are given as they are, by an environment variable or by a file. None of them is ever printed.

use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::problem::{Place, Problems};
use super::source;
use super::tree::{Node, Value};

/// The largest file that a value is read from.
const MAXIMUM_BYTES: u64 = 512 * 1024;

/// Where a document's values come from.
pub(super) struct Values<'a> {
    /// Files that a document names are relative to this folder.
    pub(super) folder: &'a Path,
}

impl Values<'_> {
    /// The text of `"…"`, `{ env = "NAME" }` or `{ file = "path" }`.
    pub(super) fn text(&self, node: &Node, path: &str, problems: &Problems) -> Option<SecretString> {
        let refuse = |reason: String| {
            problems.add(&node.place, path, reason);
            None
        };
        let entries = match &node.value {
            Value::Text(text) => return Some(SecretString::from(text.as_str())),
            Value::Table(entries) => entries,
            _ => return refuse(format!("{WANTED}, not {}", node.kind())),
        };
        let [entry] = entries.as_slice() else { return refuse(WANTED.to_owned()) };
        let Value::Text(name) = &entry.node.value else { return refuse(WANTED.to_owned()) };
        match entry.key.as_str() {
            "env" => match std::env::var(name) {
                Ok(value) => Some(SecretString::from(value)),
                Err(std::env::VarError::NotPresent) => {
                    refuse(format!("the environment variable {name:?} is not set"))
                }
                Err(std::env::VarError::NotUnicode(_)) => {
                    refuse(format!("the environment variable {name:?} is no text in UTF-8"))
                }
            },
            "file" => match self
                .bytes(name)
                .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "is no text in UTF-8".to_owned()))
            {
                // Editors end a file with a line break that belongs to nobody's secret.
                Ok(text) => Some(SecretString::from(text.trim_end_matches(['\r', '\n']))),
                Err(reason) => refuse(format!("the file {name:?} {reason}")),
            },
            _ => refuse(WANTED.to_owned()),
        }
    }

    /// The bytes of a file that the document names.
    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        let path: PathBuf = self.folder.join(name);
        let mut file = source::open_regular(&path)?;
        source::read_limited(&mut file, MAXIMUM_BYTES)
    }
}

const WANTED: &str = "must be a text, { env = \"NAME\" } or { file = \"path\" }";

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct SecretAt {
    pub(super) value: SecretString,
    pub(super) place: Place,
}
