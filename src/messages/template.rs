//! Filling in Cognito's placeholders: `{####}` is the code, `{username}` the name, `{##text##}` a link with that text.
//!
//! Each template is read once from the left, so that a value which looks like a placeholder stays a value.

/// What the placeholders stand for; a missing value is filled in as nothing.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) code: Option<&'a str>,
    pub(super) link: Option<&'a str>,
    pub(super) username: &'a str,
}

enum Piece<'t> {
    Text(&'t str),
    Code,
    Username,
    Link(&'t str),
}

const CODE: &str = "{####}";
const USERNAME: &str = "{username}";
const LINK_START: &str = "{##";
const LINK_END: &str = "##}";

/// Whether a template has a place for the code.
pub(super) fn has_code(template: &str) -> bool {
    pieces(template).iter().any(|piece| matches!(piece, Piece::Code))
}

/// Whether a template has a place for the link.
pub(super) fn has_link(template: &str) -> bool {
    pieces(template).iter().any(|piece| matches!(piece, Piece::Link(_)))
}

/// Fills a plain text.
pub(super) fn fill_text(template: &str, values: Values<'_>) -> String {
    let mut filled = String::with_capacity(template.len() + 64);
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Code => filled.push_str(values.code.unwrap_or_default()),
            Piece::Username => filled.push_str(values.username),
            Piece::Link(text) => {
                filled.push_str(text);
                filled.push_str(": ");
                filled.push_str(values.link.unwrap_or_default());
            }
        }
    }
    filled
}

/// Fills an HTML text; values are escaped, the template's own markup is not.
pub(super) fn fill_html(template: &str, values: Values<'_>) -> String {
    let mut filled = String::with_capacity(template.len() + 64);
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Code => push_escaped(&mut filled, values.code.unwrap_or_default()),
            Piece::Username => push_escaped(&mut filled, values.username),
            Piece::Link(text) => {
                filled.push_str("<a href=\"");
                push_escaped(&mut filled, values.link.unwrap_or_default());
                filled.push_str("\">");
                filled.push_str(text);
                filled.push_str("</a>");
            }
        }
    }
    filled
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut literal, mut at) = (0, 0);
    while let Some(found) = template[at..].find('{') {
        let brace = at + found;
        let rest = &template[brace..];
        let (piece, length) = if rest.starts_with(CODE) {
            (Piece::Code, CODE.len())
        } else if rest.starts_with(USERNAME) {
            (Piece::Username, USERNAME.len())
        } else if let Some((text, _)) =
            rest.strip_prefix(LINK_START).and_then(|rest| rest.split_once(LINK_END))
        {
            (Piece::Link(text), LINK_START.len() + text.len() + LINK_END.len())
        } else {
            at = brace + 1;
            continue;
        };
        pieces.push(Piece::Text(&template[literal..brace]));
        pieces.push(piece);
        at = brace + length;
        literal = at;
    }
    pieces.push(Piece::Text(&template[literal..]));
    pieces
}

fn push_escaped(into: &mut String, value: &str) {
    for character in value.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#x27;"),
            other => into.push(other),
        }
    }
}

/// The text part for a pool's own HTML: markup left out, blocks on lines of their own.
pub(super) fn text_of_html(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        push_decoded(&mut text, &rest[..start]);
        let tag = &rest[start + 1..];
        if !tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
            text.push('<');
            rest = tag;
            continue;
        }
        let end = tag.find('>').unwrap_or(tag.len());
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        rest = tag.get(end + 1..).unwrap_or("");
        match name.as_str() {
            "br" | "p" | "div" | "li" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" => text.push('\n'),
            "style" | "script" | "title" if !tag.starts_with('/') => {
                let close = format!("</{name}");
                // ASCII lower case keeps every byte where it was.
                rest = rest.to_ascii_lowercase().find(&close).map_or("", |at| &rest[at..]);
            }
            _ => {}
        }
    }
    push_decoded(&mut text, rest);
    tidy(&text)
}

fn push_decoded(into: &mut String, text: &str) {
    const ENTITIES: [(&str, &str); 7] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    // A line break in HTML is a space; "&amp;" comes last so that nothing is decoded twice.
    let flat = text.replace(['\r', '\n', '\t'], " ");
    into.push_str(&ENTITIES.iter().fold(flat, |text, (entity, character)| text.replace(entity, character)));
}

/// One space between words, at most one blank line between paragraphs.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let blank_before = lines.last().is_none_or(String::is_empty);
        if !(line.is_empty() && blank_before) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: Values<'_> =
        Values { code: Some("042187"), link: Some("https://a.example/?x=1&y=2"), username: "<b>{####}" };

    #[test]
    fn every_occurrence_is_filled_and_values_are_not_read_again() {
        assert_eq!(
            fill_text("{username}: {####}, again {####}{####}.", VALUES),
            "<b>{####}: 042187, again 042187042187."
        );
        assert_eq!(
            fill_html("<p>{username}</p>{##Click <i>here</i>##}", VALUES),
            "<p>&lt;b&gt;{####}</p><a href=\"https://a.example/?x=1&amp;y=2\">Click <i>here</i></a>"
        );
        assert_eq!(fill_text("{##Go##}", VALUES), "Go: https://a.example/?x=1&y=2");
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        for text in ["", "{", "{}", "{###}", "{##open", "{Username}", "a { b } c", "ü{ö"] {
            assert_eq!(fill_text(text, VALUES), text);
        }
        let none = Values { code: None, link: None, username: "" };
        assert_eq!(fill_text("[{####}{username}]", none), "[]");
    }

    #[test]
    fn templates_say_what_they_have_a_place_for() {
        assert!(has_code("a {####} b") && !has_code("{##x##}") && !has_code("{###}"));
        assert!(has_link("{##x##}") && !has_link("{####}") && !has_link("{##x"));
    }

    #[test]
    fn html_becomes_readable_text() {
        let html = "<html><head><title>T</title><STYLE>p { x: y }</Style></head><body><p>Hello\n  &amp;lt; you</p>\
                    <p>Code:<br>{####}</p><ul><li>1 < 2</li></ul><p></p><p></p>Bye</body>";
        assert_eq!(text_of_html(html), "Hello &lt; you\n\nCode:\n{####}\n\n1 < 2\n\nBye");
        assert_eq!(text_of_html("broken <p"), "broken");
        assert_eq!(text_of_html("<style>never closed"), "");
    }
}
