//! The languages of a pool, and the texts it says in words of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Which languages a pool's pages and messages have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LanguageSettings {
    /// The language where nobody asks for one that is offered; absent: English, or the first one offered.
    pub default: Option<String>,
    /// The languages that pages and messages may have; empty: all there are.
    pub offered: Vec<String>,
    /// Whether the pages let people choose the language.
    pub selector: bool,
}

impl Default for LanguageSettings {
    fn default() -> Self {
        Self { default: None, offered: Vec::new(), selector: true }
    }
}

impl LanguageSettings {
    /// Whether the pool offers this language.
    pub fn offers(&self, tag: &str) -> bool {
        self.offered.is_empty() || self.offered.iter().any(|offered| offered == tag)
    }
}

/// Texts in place of the built-in ones, by language and key. Part of a pool's settings; cheap to clone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoolTexts(Arc<BTreeMap<String, BTreeMap<String, String>>>);

impl PoolTexts {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a key in a language.
    pub fn get(&self, language: &str, key: &str) -> Option<&str> {
        self.0.get(language)?.get(key).map(String::as_str)
    }

    /// All texts: language, key, text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.0.iter().flat_map(|(language, texts)| {
            texts.iter().map(move |(key, text)| (language.as_str(), key.as_str(), text.as_str()))
        })
    }

    /// Sets a text.
    pub fn set(&mut self, language: &str, key: &str, text: &str) {
        let texts = Arc::make_mut(&mut self.0).entry(language.to_owned()).or_default();
        texts.insert(key.to_owned(), text.to_owned());
    }

    /// Takes a text away; returns whether there was one.
    pub fn unset(&mut self, language: &str, key: &str) -> bool {
        let all = Arc::make_mut(&mut self.0);
        let Some(texts) = all.get_mut(language) else { return false };
        let was_there = texts.remove(key).is_some();
        all.retain(|_, texts| !texts.is_empty());
        was_there
    }
}

impl Serialize for PoolTexts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PoolTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut all = BTreeMap::<String, BTreeMap<String, String>>::deserialize(deserializer)?;
        all.retain(|_, texts| !texts.is_empty());
        Ok(Self(Arc::new(all)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_texts_is_none() {
        let mut texts = PoolTexts::default();
        texts.set("de", "next", "Weiter");
        let stored = serde_json::to_string(&texts).expect("texts have a JSON form");
        assert_eq!(stored, r#"{"de":{"next":"Weiter"}}"#);
        assert_eq!(serde_json::from_str::<PoolTexts>(&stored).expect("read back"), texts);
        assert!(texts.unset("de", "next") && !texts.unset("de", "next") && texts.is_empty());
        let empty: PoolTexts = serde_json::from_str(r#"{"fr":{}}"#).expect("read");
        assert!(empty.is_empty());
    }
}
