//! A style sheet as a tree of tokens with their lines. Whatever has no place in a sheet of ours is refused here already.

use cssparser::{ParseError, ParseErrorKind, Parser, Token};

use super::Refusal;

/// How deep brackets may be nested: a media rule, a rule, a gradient, a colour in it, and some.
const DEEPEST: usize = 6;

/// A token, or a bracket with what is in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Ident(String),
    Hash(String),
    At(String),
    Text(String),
    Number(f32),
    Percentage(f32),
    Dimension(f32, String),
    Function(String, Vec<Node>),
    Round(Vec<Node>),
    Curly(Vec<Node>),
    Delimiter(char),
    Colon,
    Semicolon,
    Comma,
    Space,
}

/// A part and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) part: Part,
    pub(super) line: usize,
}

/// The tokens of a text.
pub(super) fn read(source: &str) -> Result<Vec<Node>, Refusal> {
    if let Some(line) = source.lines().position(|line| line.contains('\\')) {
        return Err(Refusal::new(line + 1, "escapes with a backslash are not permitted"));
    }
    if let Some(at) = source.find(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        let line = 1 + source[..at].matches('\n').count();
        return Err(Refusal::new(line, "control characters are not permitted"));
    }
    let mut parser = Parser::new(source);
    nodes(&mut parser, 0)
}

fn nodes(parser: &mut Parser<'_>, depth: usize) -> Result<Vec<Node>, Refusal> {
    let mut found = Vec::new();
    loop {
        let before = parser.current_source_location();
        let line = before.line as usize + 1;
        let Ok(token) = parser.next_including_whitespace() else { return Ok(found) };
        let token = token.clone();
        let part = match token {
            Token::WhiteSpace(_) => Part::Space,
            Token::Ident(name) => Part::Ident(name.to_string()),
            Token::AtKeyword(name) => Part::At(name.to_string()),
            Token::Hash(value) | Token::IDHash(value) => Part::Hash(value.to_string()),
            Token::QuotedString(text) => Part::Text(text.to_string()),
            Token::Number { value, .. } => Part::Number(finite(value, line)?),
            Token::Percentage { unit_value, .. } => Part::Percentage(finite(hundredfold(unit_value), line)?),
            Token::Dimension { value, unit, .. } => {
                Part::Dimension(finite(value, line)?, unit.to_ascii_lowercase())
            }
            Token::Delim(character) => Part::Delimiter(character),
            Token::Colon => Part::Colon,
            Token::Semicolon => Part::Semicolon,
            Token::Comma => Part::Comma,
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                refuse_function(&name, line)?;
                Part::Function(name, inner(parser, depth, line)?)
            }
            Token::ParenthesisBlock => Part::Round(inner(parser, depth, line)?),
            Token::CurlyBracketBlock => Part::Curly(inner(parser, depth, line)?),
            Token::SquareBracketBlock => {
                return Err(Refusal::new(line, "selectors on attributes are not permitted"));
            }
            Token::UnquotedUrl(_) | Token::BadUrl(_) => {
                return Err(Refusal::new(line, "url( is not permitted: pages load nothing from elsewhere"));
            }
            Token::CDO | Token::CDC => return Err(Refusal::new(line, "<!-- and --> have no place here")),
            Token::BadString(_) => {
                return Err(Refusal::new(line, "a text in quotes does not end on its line"));
            }
            Token::CloseParenthesis | Token::CloseSquareBracket | Token::CloseCurlyBracket => {
                return Err(Refusal::new(line, "a bracket is closed that was not opened"));
            }
            _ => return Err(Refusal::new(line, "this has no place in a style sheet")),
        };
        found.push(Node { part, line });
    }
}

fn inner(parser: &mut Parser<'_>, depth: usize, line: usize) -> Result<Vec<Node>, Refusal> {
    if depth >= DEEPEST {
        return Err(Refusal::new(line, "brackets are nested too deep"));
    }
    let outcome: Result<Vec<Node>, ParseError<Refusal>> =
        parser.parse_nested_block(|parser| nodes(parser, depth + 1).map_err(ParseError::custom));
    outcome.map_err(|error| match error.kind {
        ParseErrorKind::Custom(refusal) => refusal,
        ParseErrorKind::Basic(_) => Refusal::new(line, "what is in these brackets cannot be read"),
    })
}

fn refuse_function(name: &str, line: usize) -> Result<(), Refusal> {
    let reason = match name {
        "url" | "src" | "image" | "image-set" | "-webkit-image-set" | "cross-fade" | "element" => {
            "is not permitted: pages load nothing from elsewhere"
        }
        "expression" => "is not permitted: it would be a program",
        _ => return Ok(()),
    };
    Err(Refusal::new(line, format!("{name}( {reason}")))
}

/// A percentage as it was written, not as binary fractions have it.
fn hundredfold(value: f32) -> f32 {
    ((f64::from(value) * 100_000.0).round() / 1000.0) as f32
}

fn finite(value: f32, line: usize) -> Result<f32, Refusal> {
    if value.is_finite() && value.abs() < 1.0e6 {
        Ok(value)
    } else {
        Err(Refusal::new(line, "a number is too large"))
    }
}

/// Without the spaces at both ends.
pub(super) fn trimmed(mut nodes: &[Node]) -> &[Node] {
    while let [first, rest @ ..] = nodes
        && first.part == Part::Space
    {
        nodes = rest;
    }
    while let [rest @ .., last] = nodes
        && last.part == Part::Space
    {
        nodes = rest;
    }
    nodes
}
