//! The texts: Fluent files per language, looked up by key, falling back to English.
//!
//! Owns: loading `templates/locales/<language>/*.ftl`, formatting, and the list of languages.
//! Leaves to others: which language a request gets (`negotiate.rs`) and per-pool overrides.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::engine::Templates;
use super::{Argument, Message};

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

/// All texts in all languages. Shared by all threads.
pub struct Translator {
    bundles: BTreeMap<String, FluentBundle<FluentResource>>,
}

impl Translator {
    /// Loads the embedded locale files.
    ///
    /// # Errors
    /// A file that does not parse, a repeated key, or no English at all.
    pub fn new() -> Result<Self, TranslatorError> {
        let mut bundles = BTreeMap::new();
        for file in Templates::iter() {
            let Some((tag, _)) = file.strip_prefix("locales/").and_then(|rest| rest.split_once('/')) else {
                continue;
            };
            let Some(source) = Templates::get(&file) else { continue };
            if !bundles.contains_key(tag) {
                bundles.insert(tag.to_owned(), empty_bundle(tag)?);
            }
            if let Some(bundle) = bundles.get_mut(tag) {
                add_file(bundle, &file, &source.data)?;
            }
        }
        if bundles.contains_key(FALLBACK) { Ok(Self { bundles }) } else { Err(TranslatorError::NoFallback) }
    }

    /// The tags of all languages, in alphabetical order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.bundles.keys().map(String::as_str)
    }

    /// The text of `message` in `language`, in English if that language lacks it, or the key itself if no
    /// language has it: a missing text must not take a page down.
    pub fn text(&self, language: &str, message: &Message) -> String {
        let args = message.args.iter().map(|(name, value)| (*name, value.clone()));
        self.format(language, message.key.0, args)
    }

    /// As [`Self::text`], with a key that is only known at run time.
    pub(super) fn format<'a>(
        &self,
        language: &str,
        key: &str,
        args: impl Iterator<Item = (&'a str, Argument)>,
    ) -> String {
        let args: FluentArgs<'_> = args.map(|(name, value)| (name, fluent_value(value))).collect();
        [language, FALLBACK]
            .into_iter()
            .filter_map(|tag| self.bundles.get(tag))
            .find_map(|bundle| format_in(bundle, key, &args))
            .unwrap_or_else(|| key.to_owned())
    }
}

impl std::fmt::Debug for Translator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Translator").field("languages", &self.bundles.keys()).finish()
    }
}

fn empty_bundle(tag: &str) -> Result<FluentBundle<FluentResource>, TranslatorError> {
    let language: LanguageIdentifier = tag.parse().map_err(|_| TranslatorError::Tag(tag.to_owned()))?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The invisible isolation marks would end up in mails, attributes and what people copy.
    bundle.set_use_isolating(false);
    Ok(bundle)
}

fn add_file(
    bundle: &mut FluentBundle<FluentResource>,
    file: &str,
    source: &[u8],
) -> Result<(), TranslatorError> {
    let syntax = |reason: String| TranslatorError::Syntax { file: file.to_owned(), reason };
    let source = String::from_utf8(source.to_vec()).map_err(|error| syntax(error.to_string()))?;
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| syntax(format!("{errors:?}")))?;
    bundle
        .add_resource(resource)
        .map_err(|errors| TranslatorError::Duplicate { file: file.to_owned(), reason: format!("{errors:?}") })
}

fn format_in(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

fn fluent_value(argument: Argument) -> FluentValue<'static> {
    match argument {
        Argument::Number(number) => FluentValue::from(number),
        Argument::Text(text) => FluentValue::from(text),
    }
}
