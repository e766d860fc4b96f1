//! The locale files: every language says everything, with the same values, in all its plural forms.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast;
use fluent_syntax::parser;
use vestibule::render::{LANGUAGES, Translator, own_texts};

/// Whole texts that are alike in English and another language, rightly: values alone, and words that both have.
const ALIKE_EVERYWHERE: [&str; 3] = ["browser-alone", "cause-invalid-request", "problem-refused"];

/// What a text is made of.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    values: BTreeSet<String>,
    literals: BTreeSet<String>,
    /// The forms of each choice by number.
    plurals: Vec<BTreeSet<String>>,
    words: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/locales")
}

/// The pages of the development server are in English alone.
fn translated_files() -> Vec<String> {
    let names = std::fs::read_dir(root().join("en")).expect("English is there");
    let mut names: Vec<String> =
        names.map(|entry| entry.expect("readable").file_name().into_string().expect("a name")).collect();
    names.retain(|name| name != "development.ftl");
    names.sort();
    names
}

/// The texts of a file, in their order.
fn texts(language: &str, file: &str) -> Vec<(String, Shape)> {
    let path = root().join(language).join(file);
    let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let resource =
        parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .map(|message| {
            let mut shape = Shape::default();
            walk(&message.value.expect("a text"), &mut shape);
            (message.id.name.to_owned(), shape)
        })
        .collect()
}

fn walk(pattern: &ast::Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => shape.words.push_str(value),
            ast::PatternElement::Placeable { expression } => expression_in(expression, shape),
        }
    }
}

fn expression_in(expression: &ast::Expression<&str>, shape: &mut Shape) {
    match expression {
        ast::Expression::Inline(inline) => inline_in(inline, shape),
        ast::Expression::Select { selector, variants } => {
            inline_in(selector, shape);
            let forms = variants.iter().map(|variant| match variant.key {
                ast::VariantKey::Identifier { name } => name.to_owned(),
                ast::VariantKey::NumberLiteral { value } => value.to_owned(),
            });
            shape.plurals.push(forms.collect());
            variants.iter().for_each(|variant| walk(&variant.value, shape));
        }
    }
}

fn inline_in(inline: &ast::InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            shape.values.insert(id.name.to_owned());
            shape.words.push_str("{}");
        }
        ast::InlineExpression::StringLiteral { value } => {
            let kind = if value.starts_with("{##") && *value != "{####}" { "{##…##}" } else { value };
            shape.literals.insert(kind.to_owned());
            shape.words.push_str(kind);
        }
        ast::InlineExpression::Placeable { expression } => expression_in(expression, shape),
        other => panic!("a text may not hold {other:?}"),
    }
}

/// The forms that a language needs for whole numbers (CLDR), beside `other`.
fn forms(language: &str) -> &'static [&'static str] {
    match language {
        "ja" | "ko" | "zh-CN" | "zh-TW" | "vi" | "th" | "id" => &[],
        "ru" | "uk" | "pl" => &["one", "few", "many"],
        "cs" | "ro" => &["one", "few"],
        "ar" => &["zero", "one", "two", "few", "many"],
        "he" => &["one", "two"],
        _ => &["one"],
    }
}

fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag).filter(|tag| *tag != "en")
}

#[test]
fn every_folder_has_a_name_and_loads() {
    let translator = Translator::new().expect("English loads");
    translator.load_all().expect("every language loads");
    let folders: BTreeSet<&str> = translator.languages().collect();
    let named: BTreeSet<&str> = LANGUAGES.iter().map(|language| language.tag).collect();
    assert_eq!(folders, named);
    assert!(folders.len() >= 21);
}

#[test]
fn every_language_has_every_text_and_no_other() {
    for language in languages() {
        let files: BTreeSet<String> = std::fs::read_dir(root().join(language))
            .expect("a folder")
            .map(|entry| entry.expect("readable").file_name().into_string().expect("a name"))
            .collect();
        assert_eq!(files, translated_files().into_iter().collect(), "{language}");
        for file in translated_files() {
            let keys = |language| texts(language, &file).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
            let (english, own) = (keys("en"), keys(language));
            let missing: Vec<_> = english.iter().filter(|key| !own.contains(key)).collect();
            let extra: Vec<_> = own.iter().filter(|key| !english.contains(key)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{language}/{file}: -{missing:?} +{extra:?}");
            assert_eq!(english.len(), own.len(), "{language}/{file} says something twice");
        }
    }
}

#[test]
fn every_text_has_the_values_of_the_english_one_and_the_languages_plural_forms() {
    for language in languages() {
        for file in translated_files() {
            let own: BTreeMap<String, Shape> = texts(language, &file).into_iter().collect();
            for (key, english) in texts("en", &file) {
                let at = format!("{language}/{file}: {key}");
                let own = own.get(&key).unwrap_or_else(|| panic!("{at} is missing"));
                assert_eq!(own.values, english.values, "{at}");
                assert_eq!(own.literals, english.literals, "{at}");
                let counts = english.plurals.iter().any(|forms| forms.contains("one"));
                for given in own.plurals.iter().filter(|_| counts) {
                    let lacking: Vec<_> =
                        forms(language).iter().filter(|form| !given.contains(**form)).collect();
                    assert!(lacking.is_empty() && given.contains("other"), "{at} lacks {lacking:?}");
                }
                assert!(
                    !own.words.contains('\u{2014}') || english.words.contains('\u{2014}'),
                    "{at}: a dash"
                );
                assert!(!own.words.chars().any(is_direction_mark), "{at}: marks are set where values go in");
            }
        }
    }
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Words that are the same in English and these languages.
const ALIKE: [(&str, &str); 19] = [
    ("passkeys-title", "de nl"),
    ("passkeys-unnamed", "de it nl"),
    ("passkeys-name-label", "de"),
    ("title-problem", "da de nb pl sv"),
    ("optional", "de"),
    ("choice-no", "es it"),
    ("code-label", "de fr nl"),
    ("password-label", "it"),
    ("development-playground", "de es fr it nl pt-BR"),
    ("development-providers", "nl"),
    ("error-id-label", "da"),
    ("error-code-label", "es"),
    ("error-cause-label", "fr"),
    ("attribute-website", "de nl"),
    ("account-applications", "fr"),
    ("account-password", "it"),
    ("data-download-button", "da"),
    ("recovery-codes-download", "da"),
    ("terms-version", "da de fr sv"),
];

#[test]
fn nothing_was_left_in_english() {
    let alike: BTreeMap<&str, &str> = ALIKE.into_iter().collect();
    let mut left = Vec::new();
    for language in languages() {
        for file in translated_files() {
            let own: BTreeMap<String, Shape> = texts(language, &file).into_iter().collect();
            for (key, english) in texts("en", &file) {
                let allowed = ALIKE_EVERYWHERE.contains(&key.as_str())
                    || alike.get(key.as_str()).is_some_and(|tags| tags.split(' ').any(|tag| tag == language));
                if own[&key].words == english.words && !allowed {
                    left.push(format!("{language}/{file}: {key} = {}", english.words));
                }
            }
        }
    }
    assert!(left.is_empty(), "texts that are the English ones:\n{}", left.join("\n"));
}

#[test]
fn every_built_in_text_would_be_taken_as_a_pools_own() {
    // What translators write and what operators write obey the same rules.
    for language in languages().chain(["en"]) {
        for file in translated_files() {
            let source = std::fs::read_to_string(root().join(language).join(&file)).expect("a file");
            let resource = parser::parse(source.as_str()).expect("it parses");
            for entry in &resource.body {
                let ast::Entry::Message(message) = entry else { continue };
                let key = message.id.name;
                let Some((_, rest)) = source
                    .split_once(&format!("\n{key} ="))
                    .or_else(|| source.strip_prefix(&format!("{key} =")).map(|rest| ("", rest)))
                else {
                    panic!("{language}/{file}: {key}")
                };
                let lines: Vec<&str> = rest
                    .lines()
                    .enumerate()
                    .take_while(|(number, line)| {
                        *number == 0 || line.is_empty() || line.starts_with([' ', '}'])
                    })
                    .map(|(_, line)| line.strip_prefix("    ").unwrap_or(line))
                    .collect();
                let text = lines.join("\n");
                assert_eq!(
                    own_texts::check(language, key, text.trim()),
                    Ok(()),
                    "{language}/{file}: {key}\n{text}"
                );
            }
        }
    }
}
