//! What is stored about somebody, and the end of their account.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{Field, Form, Problem};
use super::AccountAround;
use crate::model::agreement::LegalLinks;

/// `/account/data`.
///
/// Posts `downloadButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountData {
    /// Around it.
    pub around: AccountAround,
    /// The terms that were accepted; `None` where the pool has none.
    pub terms: Option<AccountTerms>,
    /// Downloads everything; `None` where the pool does not offer it.
    pub download: Option<Form>,
    /// To the page that deletes the account; `None` where the pool does not offer it.
    pub delete_link: Option<String>,
}

/// The terms that somebody accepted.
#[derive(Clone, Debug, Serialize)]
pub struct AccountTerms {
    /// Where the terms in force can be read.
    pub links: LegalLinks,
    /// What was accepted, the newest first.
    pub accepted: Vec<AcceptedVersion>,
    /// Whether the version in force is none of them.
    pub newer: bool,
}

/// A version that somebody accepted.
#[derive(Clone, Debug, Serialize)]
pub struct AcceptedVersion {
    /// Its name.
    pub version: String,
    /// When, Unix milliseconds.
    pub at: i64,
}

/// `/account/delete`.
///
/// Posts `typed`, `deleteButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountDelete {
    /// Around it.
    pub around: AccountAround,
    /// The form.
    pub form: Form,
    /// What must be typed.
    pub wanted: String,
    /// What was typed.
    pub typed: Field,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Back, with nothing done.
    pub cancel_link: String,
}

/// What is left to say when an account is gone.
#[derive(Clone, Debug, Serialize)]
pub struct AccountDeleted {
    /// To the application where the pages were opened.
    pub back: Option<super::super::BackToApplication>,
}

impl Page for AccountData {
    const TEMPLATE: &'static str = "pages/account_data.html";

    fn title(&self) -> TextKey {
        TextKey("account-data")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = Self {
            around: AccountAround::sample(Some("data")),
            terms: None,
            download: Some(Form::sample("/account/data")),
            delete_link: Some("/account/delete".to_owned()),
        };
        let only = Self { delete_link: None, ..page.clone() };
        let deletion = Self { download: None, ..page.clone() };
        let version = |version: &str, at| AcceptedVersion { version: version.to_owned(), at };
        let terms = AccountTerms {
            links: LegalLinks {
                terms: Some("https://www.example.com/terms".to_owned()),
                privacy: Some("https://www.example.com/privacy".to_owned()),
            },
            accepted: vec![version("2026-11", 1_795_219_200_000), version("2025-01", 1_790_899_200_000)],
            newer: false,
        };
        let accepted = Self { terms: Some(terms.clone()), ..page.clone() };
        let newer = AccountTerms { accepted: Vec::new(), newer: true, ..terms };
        let newer = Self { terms: Some(newer), ..page.clone() };
        vec![
            ("both", page),
            ("download", only),
            ("deletion", deletion),
            ("terms", accepted),
            ("terms-newer", newer),
        ]
    }
}

impl Page for AccountDelete {
    const TEMPLATE: &'static str = "pages/account_delete.html";

    fn title(&self) -> TextKey {
        TextKey("account-delete")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.typed.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = Self {
            around: AccountAround::sample(Some("data")),
            form: Form::sample("/account/delete"),
            wanted: "ada@example.com".to_owned(),
            typed: Field::default(),
            error: None,
            cancel_link: "/account/data".to_owned(),
        };
        let other = Field::of("ada").wrong(TextKey("problem-name-differs"));
        vec![
            ("ask", page.clone()),
            ("differs", Self { typed: other, ..page.clone() }),
            ("busy", Self { error: Some(Problem::Busy.into()), ..page }),
        ]
    }
}

impl Page for AccountDeleted {
    const TEMPLATE: &'static str = "pages/account_deleted.html";

    fn title(&self) -> TextKey {
        TextKey("account-deleted")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let back = super::super::BackToApplication {
            name: "Field Notes".to_owned(),
            link: "https://notes.example.com/".to_owned(),
        };
        vec![("plain", Self { back: None }), ("back", Self { back: Some(back) })]
    }
}
