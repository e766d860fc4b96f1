//! The HTML shell around an e-mail's text.
//!
//! Owns: how a mail looks. Leaves to `messages`: the text, its placeholders and the sending.

use serde::Serialize;

use crate::model::branding::Branding;

/// What goes into the shell, see [`super::Renderer::email_shell`].
#[derive(Clone, Debug)]
pub struct EmailBody<'a> {
    /// Language tag of the text.
    pub language: &'a str,
    /// The subject, as the document's title.
    pub subject: &'a str,
    /// The text as HTML. Inserted as it is: build it with [`EmailBody::paragraphs`] or from the pool's own
    /// template.
    pub html: &'a str,
    /// Whose mail it is.
    pub brand: &'a Brand,
}

/// The sender as it appears in the mail.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Brand {
    /// The pool's display name.
    pub name: String,
    /// Absolute address of a logo; mail programs do not show embedded SVG.
    pub logo_url: Option<String>,
    /// The theme, and what pool and client change in it.
    #[serde(skip)]
    pub look: Branding,
}

impl EmailBody<'_> {
    /// Plain text as HTML: escaped, a paragraph per blank line, a line that consists of `code` alone set
    /// large, one that consists of a link alone (`{##text##}`) as a button.
    ///
    /// Usable before placeholders are filled in: `code` may be the placeholder `{####}` itself.
    pub fn paragraphs(text: &str, code: &str) -> String {
        text.replace("\r\n", "\n")
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| {
                let escaped = escape(paragraph).replace('\n', "<br>");
                if paragraph == code {
                    format!("<p class=\"code\" dir=\"ltr\">{escaped}</p>")
                } else if is_link(paragraph) {
                    format!("<p class=\"action\">{escaped}</p>")
                } else {
                    format!("<p>{escaped}</p>")
                }
            })
            .collect()
    }
}

/// Whether a paragraph is the place of a link and nothing else.
fn is_link(paragraph: &str) -> bool {
    let inside = paragraph.strip_prefix("{##").and_then(|rest| rest.strip_suffix("##}"));
    inside.is_some_and(|text| !text.contains("##"))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#x27;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_on_its_own_line_is_a_button() {
        assert_eq!(
            EmailBody::paragraphs("{##Come in##}\n\nor {##go##}\n\n{##a##} {##b##}", "{####}"),
            "<p class=\"action\">{##Come in##}</p><p>or {##go##}</p><p>{##a##} {##b##}</p>"
        );
    }

    #[test]
    fn a_code_on_its_own_line_stands_out_and_text_is_escaped() {
        assert_eq!(
            EmailBody::paragraphs("Hello <b>\nAda\n\n\n{####}\n\nBye", "{####}"),
            "<p>Hello &lt;b&gt;<br>Ada</p><p class=\"code\" dir=\"ltr\">{####}</p><p>Bye</p>"
        );
    }
}
