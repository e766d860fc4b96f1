//! How Vestibule looks and what it says: page contexts, templates, style sheets, texts, themes, assets.
//!
//! Owns: the typed context of every page ([`contexts`]), the Tera templates that draw them, the Fluent texts
//! in every language, the theme tokens, and the static files with their content-hashed addresses.
//! Leaves to others: HTTP, sessions and forms (`web`, `pages`), and the pools' own message templates
//! (`messages`).
//!
//! A handler fills a context, wraps nothing, and calls [`Renderer::page`] with a [`Frame`]:
//! the page's template is rendered to its content, the content is set into `layout.html`,
//! and `document.html` adds head, nonce and assets around it.

pub mod assets;
pub mod contexts;
mod default_messages;
mod email;
mod engine;
mod frame;
pub mod languages;
mod moments;
mod negotiate;
pub mod own_texts;
mod text;
mod theme;
mod translator;

pub use default_messages::DefaultMessage;
pub use email::{Brand, EmailBody};
pub use engine::{RenderError, Renderer};
pub use frame::{Frame, Notice, Page, Tone};
pub use languages::{LANGUAGES, LanguageChoice, direction, isolated};
pub use moments::{date_time, day};
pub use negotiate::{LanguageWishes, Negotiated};
pub use text::{Argument, Message, TextKey};
pub use theme::{Palette, Theme, ThemeError};
pub use translator::{Translator, TranslatorError};
