//! A long text that many requests look at: cloning it copies nothing, and its digest is known.

use std::ops::Deref;
use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A picture or a style sheet among the settings.
#[derive(Clone)]
pub struct SharedText {
    text: Arc<str>,
    /// The first half of SHA-256 over the text: part of the address that a picture has.
    digest: [u8; 16],
}

impl SharedText {
    /// 32 hexadecimal digits that name this very text.
    pub fn hash(&self) -> String {
        self.digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The same as bytes, for a map's key.
    pub fn digest(&self) -> [u8; 16] {
        self.digest
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&digest(&SHA256, text.as_bytes()).as_ref()[..16]);
        Self { text: text.into(), digest: first }
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for SharedText {}

impl std::fmt::Debug for SharedText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SharedText({} bytes)", self.text.len())
    }
}

impl Serialize for SharedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for SharedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
