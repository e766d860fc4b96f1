//! What every page has around it, and what a page must be.

use serde::Serialize;

use super::{LanguageChoice, Message, TextKey};
use crate::model::agreement::LegalLinks;
use crate::model::branding::Branding;
use crate::model::languages::PoolTexts;

/// A page that can be rendered: a typed context with its template, its title and samples of all its states.
pub trait Page: Serialize + Sized {
    /// The template's name below `templates/`.
    const TEMPLATE: &'static str;

    /// Key of the document's title.
    fn title(&self) -> TextKey;

    /// The document's title with the values of its placeholders, for a page that names something in it.
    fn title_message(&self) -> Message {
        Message::new(self.title())
    }

    /// Whether the page reports a mistake; the document's title then says so first, which a screen reader
    /// reads before anything else.
    fn failed(&self) -> bool {
        false
    }

    /// Every state the page can be in, named, for the test suite and for looking at.
    fn samples() -> Vec<(&'static str, Self)>;
}

/// The surroundings of a page: whose it is, in which language, under which address.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// Language tag chosen by [`super::Translator::negotiate`]; must be one of
    /// [`super::Translator::languages`].
    pub language: String,
    /// The pool's display name, shown as the place where the person is.
    pub pool_name: String,
    /// The app client's display name, when a transaction knows one ("to continue to …").
    pub application_name: Option<String>,
    /// Path prefix of the pool on this host: empty, or `/us-east-1_Demo00001`. No slash at the end.
    pub base: String,
    /// The response's CSP nonce. Reaches `document.html` alone, never a page's template.
    #[serde(skip)]
    pub nonce: String,
    /// Whether this is the development server: pages then link to its mailbox and playground.
    pub development: bool,
    /// Something to tell the person above the page's content, such as "your password was changed".
    pub notice: Option<Notice>,
    /// What pool and client have changed in the theme.
    #[serde(skip)]
    pub branding: Option<Branding>,
    /// Where terms of use and privacy policy can be read.
    pub legal: Option<LegalLinks>,
    /// Where the pictures of that branding are served.
    #[serde(skip)]
    pub pictures: Pictures,
    /// The languages that can be chosen here; none where the page cannot be shown again.
    pub languages: Option<LanguageChoice>,
    /// The pool's own texts.
    #[serde(skip)]
    pub texts: PoolTexts,
}

/// Addresses of the pictures that pool and client have.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// The logo above the heading.
    pub logo: Option<String>,
    /// The icon of the browser's tab.
    pub favicon: Option<String>,
    /// What is behind the card.
    pub background: Option<String>,
}

impl Frame {
    /// A frame without application and notice, outside development.
    pub fn new(
        language: impl Into<String>,
        pool_name: impl Into<String>,
        base: impl Into<String>,
        nonce: impl Into<String>,
    ) -> Self {
        Self {
            language: language.into(),
            pool_name: pool_name.into(),
            application_name: None,
            base: base.into(),
            nonce: nonce.into(),
            development: false,
            notice: None,
            branding: None,
            legal: None,
            pictures: Pictures::default(),
            languages: None,
            texts: PoolTexts::default(),
        }
    }
}

/// A short message above a page's content that is no mistake of the person.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// How it is coloured and which icon it carries.
    pub tone: Tone,
    /// What it says.
    pub message: Message,
}

impl Notice {
    /// "Your password was changed. Sign in with the new one."
    pub fn password_changed() -> Self {
        Self { tone: Tone::Success, message: Message::new(TextKey("notice-password-changed")) }
    }

    /// "Your account is confirmed. You can sign in now."
    pub fn account_confirmed() -> Self {
        Self { tone: Tone::Success, message: Message::new(TextKey("notice-account-confirmed")) }
    }

    /// "This page was open for too long, so we started again."
    pub fn session_expired() -> Self {
        Self { tone: Tone::Information, message: Message::new(TextKey("notice-session-expired")) }
    }

    /// "Sign in again to continue": the application asked for a fresh sign-in.
    pub fn sign_in_again() -> Self {
        Self { tone: Tone::Information, message: Message::new(TextKey("notice-sign-in-again")) }
    }

    /// "We sent a new code."
    pub fn code_sent() -> Self {
        Self { tone: Tone::Success, message: Message::new(TextKey("notice-code-sent")) }
    }

    /// "You are signed out of this browser."
    pub fn signed_out() -> Self {
        Self { tone: Tone::Success, message: Message::new(TextKey("notice-signed-out")) }
    }
}

/// The colour and icon of a [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Neutral information.
    Information,
    /// Something the person did has worked.
    Success,
    /// Something to be careful about.
    Warning,
}
