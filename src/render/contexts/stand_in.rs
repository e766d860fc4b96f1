//! The pages of the development server's stand-in providers.

use serde::Serialize;

use super::super::{Page, TextKey};
use super::Form;

/// A stand-in asks who one is.
///
/// Posts `request`, and `person` or nothing, which denies.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderChoice {
    /// Whom it stands in for, or its name.
    pub provider: String,
    /// Whether that is somebody real.
    pub imitates: bool,
    /// The form.
    pub form: Form,
    /// The sealed request.
    pub request: String,
    /// Where the answer goes.
    pub back: String,
    /// Who can be chosen.
    pub people: Vec<ProviderPerson>,
    /// Whether its clock is wrong, which is good to know before one wonders.
    pub wrong_clock: bool,
}

/// Somebody with an account at a stand-in.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderPerson {
    /// What is posted as `person`.
    pub value: String,
    /// The name.
    pub display_name: String,
    /// The address, if there is one.
    pub email: Option<String>,
    /// What is special about the person.
    pub hint: TextKey,
}

impl Page for ProviderChoice {
    const TEMPLATE: &'static str = "dev/provider.html";

    fn title(&self) -> TextKey {
        TextKey("provider-document-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let person = |value: &str, name: &str, email: Option<&str>, hint| ProviderPerson {
            value: value.to_owned(),
            display_name: name.to_owned(),
            email: email.map(ToOwned::to_owned),
            hint,
        };
        let choice = Self {
            provider: "Google".to_owned(),
            imitates: true,
            form: Form::sample("/dev/providers/google/answer"),
            request: "c2VhbGVk".to_owned(),
            back: "http://localhost:9400/oauth2/idpresponse".to_owned(),
            people: vec![
                person("ada", "Ada Lovelace", Some("ada@example.com"), TextKey("provider-person-known")),
                person("nemo", "Nemo Nobody", None, TextKey("provider-person-no-email")),
            ],
            wrong_clock: false,
        };
        vec![("clock", Self { imitates: false, wrong_clock: true, ..choice.clone() }), ("people", choice)]
    }
}

/// A stand-in says one thing.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderNote {
    /// Whom it stands in for, or its name.
    pub provider: String,
    /// Whether that is somebody real.
    pub imitates: bool,
    /// What it says.
    #[serde(flatten)]
    pub kind: ProviderNoteKind,
}

/// What a stand-in says.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProviderNoteKind {
    /// The request is wrong.
    BadRequest {
        /// What about it, for whoever builds the application.
        reason: String,
    },
    /// There is no session here any more.
    SignedOut,
    /// Nor in the pool.
    SignedOutEverywhere,
    /// The pool did not confirm that.
    NotEverywhere,
    /// Somebody is signed in.
    Session {
        /// Who.
        display_name: String,
        /// Ends it, here and in the pool.
        form: Form,
    },
    /// Nobody is.
    NoSession,
}

impl Page for ProviderNote {
    const TEMPLATE: &'static str = "dev/provider_note.html";

    fn title(&self) -> TextKey {
        TextKey("provider-note-title")
    }

    fn failed(&self) -> bool {
        matches!(self.kind, ProviderNoteKind::BadRequest { .. })
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let session = ProviderNoteKind::Session {
            display_name: "Ada Lovelace".to_owned(),
            form: Form::sample("/dev/providers/saml/end"),
        };
        [
            (
                "bad_request",
                ProviderNoteKind::BadRequest { reason: "redirect_uri: not registered".to_owned() },
            ),
            ("signed_out", ProviderNoteKind::SignedOut),
            ("everywhere", ProviderNoteKind::SignedOutEverywhere),
            ("not_everywhere", ProviderNoteKind::NotEverywhere),
            ("session", session),
            ("no_session", ProviderNoteKind::NoSession),
        ]
        .map(|(state, kind)| (state, Self { provider: "DemoSAML".to_owned(), imitates: false, kind }))
        .to_vec()
    }
}

/// `/dev/providers`: which stand-ins there are.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderList {
    /// The playground as a client that allows them.
    pub playground_link: String,
    /// The SAML stand-in's own page.
    pub session_link: String,
    /// The stand-ins.
    pub providers: Vec<ProviderEntry>,
}

/// A stand-in in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderEntry {
    /// Its name in the demonstration pools.
    pub name: String,
    /// What is special about it.
    pub hint: TextKey,
    /// Its issuer, or its metadata.
    pub address: String,
}

impl Page for ProviderList {
    const TEMPLATE: &'static str = "dev/providers.html";

    fn title(&self) -> TextKey {
        TextKey("providers-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let entry = |name: &str, hint, path: &str| ProviderEntry {
            name: name.to_owned(),
            hint,
            address: format!("http://localhost:9400/dev/providers/{path}"),
        };
        let list = Self {
            playground_link: "/dev/playground?target=demosocial".to_owned(),
            session_link: "/dev/providers/saml".to_owned(),
            providers: vec![
                entry("Google", TextKey("providers-note-google"), "google"),
                entry("DemoSAML", TextKey("providers-note-saml"), "saml/metadata"),
            ],
        };
        vec![("list", list)]
    }
}
