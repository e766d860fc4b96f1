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
pub mod cognito;
pub mod colour;
pub mod contexts;
pub mod css;
mod default_messages;
mod disk;
mod email;
mod engine;
mod frame;
pub mod images;
pub mod languages;
mod loaded;
mod look;
mod mail_look;
mod moments;
mod negotiate;
mod overrides;
pub mod own_texts;
pub mod samples;
mod text;
pub mod theme;
mod translator;

pub use default_messages::DefaultMessage;
pub use email::{Brand, EmailBody};
pub use engine::{LookFolders, RenderError, Renderer};
pub use frame::{Frame, Notice, Page, Pictures, Tone};
pub use languages::{LANGUAGES, LanguageChoice, direction, isolated};
pub use moments::{date_time, day};
pub use negotiate::{LanguageWishes, Negotiated};
pub use text::{Argument, Message, TextKey};
pub use theme::{Palette, Theme, ThemeError, ThemeFault};
pub use translator::{Translator, TranslatorError};
