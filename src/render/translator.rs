//! The texts: Fluent files per language, looked up by key, falling back to English.
//!
//! Owns: loading `templates/locales/<language>/*.ftl`, formatting, and the list of languages. English is loaded at once;
//! another language when it is first spoken, since most installations speak a few of many.
//! Leaves to others: which language a request gets (`negotiate.rs`) and what a pool says in its own words
//! (`own_texts.rs`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::engine::Templates;
use super::{Argument, Message, isolated, own_texts};
use crate::model::languages::PoolTexts;

/// The language that every text exists in.
pub(super) const FALLBACK: &str = "en";

/// Why the locale files could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum TranslatorError {
    /// A folder's name is no language tag.
    #[error("the locale folder {0:?} is not named after a language tag")]
    Tag(String),
    /// A file is not Fluent.
    #[error("the locale file {file} cannot be read: {reason}")]
    Syntax {
        /// The file.
        file: String,
        /// What the parser says.
        reason: String,
    },
    /// A key stands in two files of one language.
    #[error("the locale file {file} repeats a text: {reason}")]
    Duplicate {
        /// The second file.
        file: String,
        /// Which key.
        reason: String,
    },
    /// There is no English.
    #[error("the locale folder \"en\" is missing")]
    NoFallback,
}

type Bundle = FluentBundle<FluentResource>;

/// All texts in all languages. Shared by all threads.
pub struct Translator {
    /// `None` in a cell: the files do not load. The test suite loads them all, so this is no state of a release.
    languages: BTreeMap<String, OnceLock<Option<Bundle>>>,
}

impl Translator {
    /// Finds the languages and loads English.
    ///
    /// # Errors
    /// A file of English that does not parse, a repeated key in it, or no English at all.
    pub fn new() -> Result<Self, TranslatorError> {
        let mut languages = BTreeMap::new();
        for file in Templates::iter() {
            if let Some((tag, _)) = file.strip_prefix("locales/").and_then(|rest| rest.split_once('/')) {
                languages.entry(tag.to_owned()).or_insert_with(OnceLock::new);
            }
        }
        let english = languages.get(FALLBACK).ok_or(TranslatorError::NoFallback)?;
        let _ = english.set(Some(load(FALLBACK)?));
        Ok(Self { languages })
    }

    /// Loads every language, as it would be when somebody asks for it.
    ///
    /// # Errors
    /// The first file that does not parse, repeats a key or lies in a folder that is no language.
    pub fn load_all(&self) -> Result<(), TranslatorError> {
        self.languages.keys().try_for_each(|tag| load(tag).map(drop))
    }

    /// The tags of all languages, in alphabetical order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The text of `message` in `language`, in English if that language lacks it, or the key itself if no
    /// language has it: a missing text must not take a page down.
    pub fn text(&self, language: &str, message: &Message) -> String {
        self.text_of_pool(&PoolTexts::default(), language, message)
    }

    /// As [`Self::text`], in the pool's own words where it has some.
    pub fn text_of_pool(&self, own: &PoolTexts, language: &str, message: &Message) -> String {
        let args = message.args.iter().map(|(name, value)| (*name, value.clone()));
        self.format(own, language, message.key.0, args)
    }

    /// As [`Self::text_of_pool`], with a key that is only known at run time.
    pub(super) fn format<'a>(
        &self,
        own: &PoolTexts,
        language: &str,
        key: &str,
        args: impl Iterator<Item = (&'a str, Argument)>,
    ) -> String {
        let args: FluentArgs<'_> = args.map(|(name, value)| (name, fluent_value(language, value))).collect();
        own_texts::format(own, language, key, &args)
            .or_else(|| self.built_in(language, key, &args))
            .or_else(|| self.built_in(FALLBACK, key, &args))
            .unwrap_or_else(|| key.to_owned())
    }

    fn built_in(&self, language: &str, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.languages.get(language)?.get_or_init(|| {
            load(language).inspect_err(|error| tracing::error!(%error, "a language cannot be loaded")).ok()
        });
        let bundle = bundle.as_ref()?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }
}

impl std::fmt::Debug for Translator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Translator").field("languages", &self.languages.keys()).finish()
    }
}

/// The files of a language, in a bundle.
fn load(tag: &str) -> Result<Bundle, TranslatorError> {
    let language: LanguageIdentifier = tag.parse().map_err(|_| TranslatorError::Tag(tag.to_owned()))?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Only values that are written the other way need the invisible marks, see [`isolated`].
    bundle.set_use_isolating(false);
    let folder = format!("locales/{tag}/");
    for file in Templates::iter().filter(|file| file.starts_with(&folder)) {
        let Some(source) = Templates::get(&file) else { continue };
        add_file(&mut bundle, &file, &source.data)?;
    }
    Ok(bundle)
}

fn add_file(bundle: &mut Bundle, file: &str, source: &[u8]) -> Result<(), TranslatorError> {
    let syntax = |reason: String| TranslatorError::Syntax { file: file.to_owned(), reason };
    let source = String::from_utf8(source.to_vec()).map_err(|error| syntax(error.to_string()))?;
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| syntax(format!("{errors:?}")))?;
    bundle
        .add_resource(resource)
        .map_err(|errors| TranslatorError::Duplicate { file: file.to_owned(), reason: format!("{errors:?}") })
}

fn fluent_value(language: &str, argument: Argument) -> FluentValue<'static> {
    match argument {
        Argument::Number(number) => FluentValue::from(number),
        Argument::Text(text) => FluentValue::from(isolated(language, &text).into_owned()),
    }
}
