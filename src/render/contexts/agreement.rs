//! The pages between a sign-in and the application, and what the sign-up page says of terms.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{Form, Problem};
use crate::model::agreement::LegalLinks;

/// What a scope lets an application do.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShownScope {
    /// In our words.
    Known {
        /// The words.
        words: Message,
    },
    /// In the words of whoever runs the API.
    Described {
        /// What the scope allows.
        description: String,
        /// What the API is called.
        server: String,
    },
}

impl ShownScope {
    pub(super) fn samples() -> Vec<Self> {
        let known = |key: TextKey| Self::Known { words: key.into() };
        vec![
            known(TextKey("scope-openid")),
            known(TextKey("scope-email")),
            Self::Described { description: "Read your notes".to_owned(), server: "Notes".to_owned() },
            Self::Known {
                words: Message::new(TextKey("scope-other")).with("scope", "https://api.example.com/x"),
            },
        ]
    }
}

/// What the sign-up page says of terms and privacy.
#[derive(Clone, Debug, Serialize)]
pub struct SignUpTerms {
    /// Where they can be read.
    pub links: LegalLinks,
    /// The version that is accepted with the account, posted as `termsVersion`; `None` where nobody has to accept any.
    pub version: Option<String>,
    /// Whether a box must be ticked, posted as `acceptTerms`.
    pub checkbox: bool,
    /// Whether it is ticked.
    pub ticked: bool,
    /// What is wrong with it.
    pub error: Option<Message>,
}

impl SignUpTerms {
    pub(super) fn sample() -> Self {
        Self {
            links: sample_links(),
            version: Some("2026-11".to_owned()),
            checkbox: false,
            ticked: false,
            error: None,
        }
    }

    /// Without its tick.
    pub(super) fn sample_unticked() -> Self {
        Self { checkbox: true, error: Some(Problem::TermsNotAccepted.into()), ..Self::sample() }
    }
}

pub(crate) fn sample_links() -> LegalLinks {
    LegalLinks {
        terms: Some("https://www.example.com/terms".to_owned()),
        privacy: Some("https://www.example.com/privacy".to_owned()),
    }
}

/// `/terms`: terms that are still to be accepted.
///
/// Posts `version` and `acceptButton`, or `declineButton`.
#[derive(Clone, Debug, Serialize)]
pub struct Terms {
    /// The form.
    pub form: Form,
    /// The application that the person is on the way to.
    pub application: String,
    /// Where terms and privacy policy can be read.
    pub links: LegalLinks,
    /// The version in force.
    pub version: String,
    /// Whether the person accepted an earlier one.
    pub changed: bool,
    /// To the person's account, which needs no terms.
    pub account_link: Option<String>,
}

impl Page for Terms {
    const TEMPLATE: &'static str = "pages/terms.html";

    fn title(&self) -> TextKey {
        if self.changed { TextKey("terms-changed-title") } else { TextKey("terms-first-title") }
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let first = Self {
            form: Form::sample("/terms"),
            application: "Field Notes".to_owned(),
            links: sample_links(),
            version: "2026-11".to_owned(),
            changed: false,
            account_link: Some("/account".to_owned()),
        };
        let changed = Self { changed: true, ..first.clone() };
        let bare = Self {
            links: LegalLinks { privacy: None, ..sample_links() },
            account_link: None,
            application: "A very long name ".repeat(8),
            version: "v".repeat(64),
            ..changed.clone()
        };
        vec![("first", first), ("changed", changed), ("bare", bare)]
    }
}

/// `/consent`: what an application asks for.
///
/// Posts `allowButton` or `denyButton`.
#[derive(Clone, Debug, Serialize)]
pub struct Consent {
    /// The form.
    pub form: Form,
    /// The application.
    pub application: String,
    /// Whose account it is, as they would write it.
    pub username: String,
    /// Their full name, when it is known.
    pub full_name: Option<String>,
    /// What is to be allowed.
    pub new: Vec<ShownScope>,
    /// What was allowed before.
    pub before: Vec<ShownScope>,
    /// Where the person goes on to: a host, or an app's own scheme.
    pub goes_to: String,
    /// Whether there are pages on which it can be taken back.
    pub has_account_pages: bool,
}

impl Page for Consent {
    const TEMPLATE: &'static str = "pages/consent.html";

    fn title(&self) -> TextKey {
        TextKey("consent-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = Self {
            form: Form::sample("/consent"),
            application: "Field Notes".to_owned(),
            username: "ada@example.com".to_owned(),
            full_name: Some("Ada Lovelace".to_owned()),
            new: ShownScope::samples(),
            before: Vec::new(),
            goes_to: "notes.example.com".to_owned(),
            has_account_pages: true,
        };
        let more = Self {
            new: ShownScope::samples().split_off(2),
            before: ShownScope::samples().into_iter().take(2).collect(),
            ..page.clone()
        };
        let long = Self {
            application: "A very long name ".repeat(8),
            username: "a".repeat(120),
            full_name: None,
            new: std::iter::repeat_with(ShownScope::samples).take(6).flatten().collect(),
            goes_to: format!("{}.example.com", "a".repeat(60)),
            has_account_pages: false,
            ..page.clone()
        };
        vec![("first", page), ("more", more), ("long", long)]
    }
}
