//! What is stored about somebody, and the end of their account.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{Field, Form, Problem};
use super::AccountAround;

/// `/account/data`.
///
/// Posts `downloadButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountData {
    /// Around it.
    pub around: AccountAround,
    /// Downloads everything; `None` where the pool does not offer it.
    pub download: Option<Form>,
    /// To the page that deletes the account; `None` where the pool does not offer it.
    pub delete_link: Option<String>,
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
            download: Some(Form::sample("/account/data")),
            delete_link: Some("/account/delete".to_owned()),
        };
        let only = Self { delete_link: None, ..page.clone() };
        let deletion = Self { download: None, ..page.clone() };
        vec![("both", page), ("download", only), ("deletion", deletion)]
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
