//! `docs/configuration.md`, written from the table of settings.

/// The reference of every setting, in Markdown.
pub fn reference() -> String {
    String::new()
}
