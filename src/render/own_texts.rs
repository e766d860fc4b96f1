//! Texts that a pool says in words of its own: checked when they are set, spoken in place of the built-in ones.
//!
//! Owns what such a text may hold and how it is formatted. A text that does not fit any more, because an upgrade changed
//! the built-in one or a row was damaged, is passed over when it is spoken: better our words than no page.
//! Leaves to others where texts are stored (the pool's settings) and the built-in ones (`translator.rs`).

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::engine::Templates;
use super::languages::{self, is_direction_mark};
use crate::model::languages::PoolTexts;

/// Longest text in bytes.
pub const LONGEST_TEXT: usize = 2048;
/// Most bytes of all texts of a pool: they are read with its settings.
pub const LONGEST_ALL: usize = 256 * 1024;
/// Braces inside braces: two for a plural whose form holds a value, one more for a literal.
const DEEPEST: usize = 4;
/// Where the code of a message goes, as pools write it in their own mails too.
const CODE: &str = "{####}";
const USERNAME: &str = "{username}";
const LINK_START: &str = "{##";
const LINK_END: &str = "##}";

/// Why a text cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnTextError {
    /// There is no such language.
    #[error("there is no language {0:?}")]
    Language(String),
    /// There is no such key.
    #[error("there is no text {0:?}")]
    Key(String),
    /// It is empty, or longer than [`LONGEST_TEXT`].
    #[error("it must have 1 to {LONGEST_TEXT} bytes")]
    Length,
    /// All texts together are longer than [`LONGEST_ALL`].
    #[error("all texts of a pool together must have at most {LONGEST_ALL} bytes")]
    TooMuch,
    /// A control character.
    #[error("it holds a character that cannot be shown")]
    Character,
    /// It is not Fluent.
    #[error("it cannot be read as Fluent: {0}")]
    Syntax(String),
    /// It holds another message, a term, a function or an attribute.
    #[error("it may hold words, values and plural forms, and nothing else of Fluent")]
    NotPlain,
    /// A value that the English text has not.
    #[error("it uses the value ${name}, but the text has {known}")]
    Variable {
        /// The value.
        name: String,
        /// What there is, as a list for people.
        known: String,
    },
    /// The place of the code, of the link or of the name.
    #[error("{0}")]
    Placeholder(&'static str),
}

/// What the English text of a key holds.
struct Shape {
    variables: BTreeSet<String>,
    code: bool,
    link: bool,
    username: bool,
}

/// Made when somebody checks a text, which is seldom.
static ENGLISH: LazyLock<BTreeMap<String, Shape>> = LazyLock::new(english);

thread_local! {
    /// The texts of the pool whose page is rendered on this thread. Template functions see the template's own context
    /// alone, and rendering neither waits nor changes threads.
    static SPOKEN: RefCell<PoolTexts> = RefCell::default();
}

/// Puts the texts of a pool in reach of [`spoken`] until the value goes, also when a template panics.
pub(super) struct Speaking {
    before: PoolTexts,
}

impl Speaking {
    /// From now on.
    pub(super) fn with(texts: &PoolTexts) -> Self {
        Self { before: SPOKEN.replace(texts.clone()) }
    }
}

impl Drop for Speaking {
    fn drop(&mut self) {
        SPOKEN.set(std::mem::take(&mut self.before));
    }
}

/// The texts that [`Speaking`] has put in reach.
pub(super) fn spoken() -> PoolTexts {
    SPOKEN.with_borrow(PoolTexts::clone)
}

/// The pool's own text; `None` when it has none or it does not fit.
pub(super) fn format(texts: &PoolTexts, language: &str, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let text = texts.get(language, key)?;
    let resource = parse(text).ok()?;
    let language: LanguageIdentifier = language.parse().ok()?;
    let mut bundle = FluentBundle::new(vec![language]);
    bundle.set_use_isolating(false);
    bundle.add_resource(&resource).ok()?;
    let pattern = bundle.get_message("text")?.value()?;
    let mut errors = Vec::new();
    let spoken = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    errors.is_empty().then_some(spoken)
}

/// A text that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// Its language.
    pub language: String,
    /// Its key.
    pub key: String,
    /// Why.
    pub reason: OwnTextError,
}

impl std::fmt::Display for Unusable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "texts.{}.{}: {}", self.language, self.key, self.reason)
    }
}

/// Checks all texts of a pool that are not in `known`, which were checked when they were set: an upgrade that takes a key
/// away must not stand in the way of other settings.
///
/// # Errors
/// The first one that cannot be used.
pub fn check_new(texts: &PoolTexts, known: &PoolTexts) -> Result<(), Unusable> {
    let refuse = |language: &str, key: &str, reason| {
        Err(Unusable { language: language.to_owned(), key: key.to_owned(), reason })
    };
    let new = || texts.iter().filter(|(language, key, text)| known.get(language, key) != Some(text));
    let bytes: usize = texts.iter().map(|(_, key, text)| key.len() + text.len()).sum();
    if let (true, Some((language, key, _))) = (bytes > LONGEST_ALL, new().last()) {
        return refuse(language, key, OwnTextError::TooMuch);
    }
    for (language, key, text) in new() {
        if let Err(reason) = check(language, key, text) {
            return refuse(language, key, reason);
        }
    }
    Ok(())
}

/// Checks one text.
///
/// # Errors
/// What is wrong with it.
pub fn check(language: &str, key: &str, text: &str) -> Result<(), OwnTextError> {
    if languages::language(language).is_none() {
        return Err(OwnTextError::Language(language.to_owned()));
    }
    let shape = ENGLISH.get(key).ok_or_else(|| OwnTextError::Key(key.to_owned()))?;
    if text.trim().is_empty() || text.len() > LONGEST_TEXT {
        return Err(OwnTextError::Length);
    }
    if text.chars().any(|c| c.is_control() && c != '\n') || text.chars().any(is_direction_mark) {
        return Err(OwnTextError::Character);
    }
    let resource = parse(text)?;
    let mut found = Found::default();
    for element in &pattern(&resource).ok_or(OwnTextError::NotPlain)?.elements {
        found.in_element(element)?;
    }
    if let Some(name) = found.variables.iter().find(|name| !shape.variables.contains(*name)) {
        let known: Vec<String> = shape.variables.iter().map(|name| format!("${name}")).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return Err(OwnTextError::Variable { name: name.clone(), known });
    }
    found.placeholders(shape)
}

/// The keys of all texts, in alphabetical order.
pub fn keys() -> impl Iterator<Item = &'static str> {
    ENGLISH.keys().map(String::as_str)
}

/// The English text's values, as `$name`.
pub fn variables(key: &str) -> Vec<String> {
    let shape = ENGLISH.get(key);
    shape.into_iter().flat_map(|shape| &shape.variables).map(|name| format!("${name}")).collect()
}

/// The text as a Fluent file with one message named `text`.
fn parse(text: &str) -> Result<FluentResource, OwnTextError> {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    // The parser calls itself for each of them.
    if deepest > DEEPEST {
        return Err(OwnTextError::NotPlain);
    }
    let mut source = String::from("text = ");
    let mut depth = 0_usize;
    for (number, line) in quoted(text.trim()).replace("\r\n", "\n").lines().enumerate() {
        if number > 0 {
            source.push_str("\n    ");
        }
        match line.chars().next() {
            // At the beginning of a line these would begin a form or an attribute.
            Some(first @ ('[' | '*' | '.')) if number > 0 && depth == 0 => {
                source.push_str(&format!("{{\"{first}\"}}"));
                source.push_str(&line[1..]);
            }
            _ => source.push_str(line),
        }
        let count = |brace| line.matches(brace).count();
        depth = (depth + count('{')).saturating_sub(count('}'));
    }
    source.push('\n');
    FluentResource::try_new(source).map_err(|(_, errors)| {
        OwnTextError::Syntax(errors.first().map(|error| error.kind.to_string()).unwrap_or_default())
    })
}

/// Braces have a meaning in Fluent, so `{####}` is written `{"{####}"}` there. People may write it as in a pool's own
/// mails.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        quoted.push_str(before);
        let length = placeholder(from).filter(|_| !before.ends_with('"'));
        match length {
            Some(length) => {
                quoted.push_str("{\"");
                quoted.push_str(&from[..length]);
                quoted.push_str("\"}");
                rest = &from[length..];
            }
            None => {
                quoted.push('{');
                rest = &from[1..];
            }
        }
    }
    quoted.push_str(rest);
    quoted
}

/// The length of the placeholder that a text begins with.
fn placeholder(text: &str) -> Option<usize> {
    if text.starts_with(CODE) {
        return Some(CODE.len());
    }
    if text.starts_with(USERNAME) {
        return Some(USERNAME.len());
    }
    let (inside, _) = text.strip_prefix(LINK_START)?.split_once(LINK_END)?;
    let plain = !inside.contains(['{', '}', '"', '\\', '\n', '#']);
    plain.then_some(LINK_START.len() + inside.len() + LINK_END.len())
}

/// The one message of a text, when it is nothing but a message.
fn pattern(resource: &FluentResource) -> Option<&ast::Pattern<&str>> {
    let mut entries = resource.entries();
    match (entries.next(), entries.next()) {
        (Some(ast::Entry::Message(message)), None) if message.attributes.is_empty() => message.value.as_ref(),
        _ => None,
    }
}

/// What a text holds.
#[derive(Default)]
struct Found {
    variables: BTreeSet<String>,
    codes: usize,
    links: usize,
    usernames: usize,
}

impl Found {
    fn in_element(&mut self, element: &ast::PatternElement<&str>) -> Result<(), OwnTextError> {
        match element {
            ast::PatternElement::TextElement { .. } => Ok(()),
            ast::PatternElement::Placeable { expression } => self.in_expression(expression),
        }
    }

    fn in_expression(&mut self, expression: &ast::Expression<&str>) -> Result<(), OwnTextError> {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector)?;
                for variant in variants {
                    for element in &variant.value.elements {
                        self.in_element(element)?;
                    }
                }
                Ok(())
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) -> Result<(), OwnTextError> {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                Ok(())
            }
            ast::InlineExpression::StringLiteral { value } => {
                // As an escape a character would pass by what is asked of characters and of placeholders.
                if value.contains("\\u") || value.contains("\\U") {
                    return Err(OwnTextError::Character);
                }
                self.codes += value.matches(CODE).count();
                self.usernames += value.matches(USERNAME).count();
                self.links += value.replace(CODE, "").matches(LINK_START).count();
                Ok(())
            }
            ast::InlineExpression::NumberLiteral { .. } => Ok(()),
            ast::InlineExpression::Placeable { expression } => self.in_expression(expression),
            ast::InlineExpression::FunctionReference { .. }
            | ast::InlineExpression::MessageReference { .. }
            | ast::InlineExpression::TermReference { .. } => Err(OwnTextError::NotPlain),
        }
    }

    /// Whoever asks for a code must find it in the mail, and nobody finds a place that nothing is put into.
    fn placeholders(&self, shape: &Shape) -> Result<(), OwnTextError> {
        let refuse = |sentence| Err(OwnTextError::Placeholder(sentence));
        match (shape.code, self.codes) {
            (true, 0) => return refuse("it must hold {####}, where the code goes"),
            (false, 1..) => return refuse("it must not hold {####}: there is no code in it"),
            _ => {}
        }
        match (shape.link, self.links) {
            (true, 0) => return refuse("it must hold {##words##}, where the link goes"),
            (false, 1..) => return refuse("it must not hold {##words##}: there is no link in it"),
            _ => {}
        }
        if !shape.username && self.usernames > 0 {
            return refuse("it must not hold {username}: there is no name in it");
        }
        Ok(())
    }
}

fn english() -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for file in Templates::iter().filter(|file| file.starts_with("locales/en/")) {
        let Some(source) = Templates::get(&file) else { continue };
        let source = String::from_utf8_lossy(&source.data).into_owned();
        // What does not parse is told when the texts are loaded.
        let Ok(resource) = FluentResource::try_new(source) else { continue };
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            let mut found = Found::default();
            for element in message.value.iter().flat_map(|pattern| &pattern.elements) {
                // English has nothing but what a pool's text may have.
                let _ = found.in_element(element);
            }
            let Found { variables, codes, links, usernames } = found;
            let shape = Shape { variables, code: codes > 0, link: links > 0, username: usernames > 0 };
            shapes.insert(message.id.name.to_owned(), shape);
        }
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken_as(text: &str, args: &[(&'static str, &'static str)]) -> Option<String> {
        let mut texts = PoolTexts::default();
        texts.set("de", "login-title", text);
        let args = args.iter().map(|(name, value)| (*name, *value)).collect();
        format(&texts, "de", "login-title", &args)
    }

    #[test]
    fn an_escaped_character_is_refused() {
        for text in [r#"a{"\u202E"}b"#, r#"a{"\u0000"}b"#, r#"a{"\u007B####\u007D"}b"#, r#"a{"\U00202E"}b"#] {
            assert_eq!(check("de", "continue-to", text), Err(OwnTextError::Character), "{text}");
        }
    }

    #[test]
    fn a_text_is_spoken_with_its_values() {
        assert_eq!(check("de", "continue-to", "zu { $name }"), Ok(()));
        assert_eq!(spoken_as("zu { $name }", &[("name", "Ada")]).as_deref(), Some("zu Ada"));
        assert_eq!(spoken_as("eins\n\nzwei", &[]).as_deref(), Some("eins\n\nzwei"));
        assert_eq!(spoken_as("key = value", &[]).as_deref(), Some("key = value"));
        for text in ["# kein Kommentar", "[eins] zwei", "eins\n[zwei]\n*drei\n.vier = fünf", ".eins"] {
            assert_eq!(check("de", "login-title", text), Ok(()), "{text}");
            assert_eq!(spoken_as(text, &[]).as_deref(), Some(text));
        }
    }

    #[test]
    fn placeholders_may_be_written_as_in_a_pools_own_mails() {
        for text in ["Code: {####}", "Code: {\"{####}\"}"] {
            assert_eq!(check("de", "message-verification-sms", text), Ok(()), "{text}");
            assert_eq!(spoken_as(text, &[]).as_deref(), Some("Code: {####}"));
        }
        assert_eq!(check("de", "message-link-body", "Hier: {##Konto bestätigen##}"), Ok(()));
        assert_eq!(check("de", "message-invitation-sms", "{username}: {####}"), Ok(()));
    }

    #[test]
    fn plural_forms_are_the_languages_own() {
        let text = "{ $count ->\n    [one] Eins\n   *[other] { $count } Dinge\n}";
        assert_eq!(check("de", "check-fields", text), Ok(()));
        let mut texts = PoolTexts::default();
        texts.set("de", "check-fields", text);
        let with = |count: i64| {
            let args = [("count", count)].into_iter().collect();
            format(&texts, "de", "check-fields", &args)
        };
        assert_eq!((with(1).as_deref(), with(3).as_deref()), (Some("Eins"), Some("3 Dinge")));
    }

    #[test]
    fn what_cannot_be_spoken_is_refused() {
        let long = "x".repeat(LONGEST_TEXT + 1);
        let deep = "{".repeat(1000);
        for (language, key, text) in [
            ("tlh", "login-title", "x"),
            ("de", "login-titel", "x"),
            ("de", "login-title", ""),
            ("de", "login-title", " \n "),
            ("de", "login-title", long.as_str()),
            ("de", "login-title", deep.as_str()),
            ("de", "login-title", "{ $pool }"),
            ("de", "continue-to", "{ $name"),
            ("de", "continue-to", "{ $name } }"),
            ("de", "continue-to", "{ login-title }"),
            ("de", "continue-to", "{ -brand }"),
            ("de", "continue-to", "{ NUMBER($name) }"),
            ("de", "continue-to", "zu\n}.title = x"),
            ("de", "continue-to", "zu\u{0}"),
            ("de", "continue-to", "zu\u{202e}"),
            ("de", "login-title", "{####}"),
            ("de", "login-title", "{username}"),
            ("de", "login-title", "{##x##}"),
            ("de", "message-verification-sms", "no code"),
            ("de", "message-verification-body", "{ $pool }"),
            ("de", "message-link-body", "no link"),
            ("de", "message-link-body", "{####}"),
        ] {
            assert!(check(language, key, text).is_err(), "{language} {key} {text:.40}");
        }
    }

    #[test]
    fn a_damaged_text_is_passed_over() {
        for text in ["{ $name", "{ $missing }", "{ other }", &"{".repeat(2000), "zu\n.title = x\n}"] {
            assert_eq!(spoken_as(text, &[("name", "Ada")]), None, "{text:.40}");
        }
    }

    #[test]
    fn only_new_texts_are_checked() {
        let (mut before, mut after) = (PoolTexts::default(), PoolTexts::default());
        before.set("de", "gone-with-an-upgrade", "x");
        after.set("de", "gone-with-an-upgrade", "x");
        assert_eq!(check_new(&after, &before), Ok(()));
        after.set("de", "gone-with-an-upgrade", "y");
        assert!(
            check_new(&after, &before).is_err_and(|error| error.to_string().starts_with("texts.de.gone"))
        );
    }
}
