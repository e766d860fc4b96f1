//! The password of an account.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{Form, PasswordRule, Problem};
use super::AccountAround;

/// `/account/password`: changes the password, or sets the first one.
///
/// Posts `present` where it is asked, `password`, `elsewhere` (a checkbox), `passwordButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountPassword {
    /// Around it.
    pub around: AccountAround,
    /// The form.
    pub form: Form,
    /// Whether the account has one.
    pub has_password: bool,
    /// Whether the present one is asked: it was not what the person has just proven themselves with.
    pub asks_present: bool,
    /// What is wrong with the present one.
    pub present_error: Option<Message>,
    /// The password policy, judged after a submit.
    pub password_rules: Vec<PasswordRule>,
    /// What is wrong with the new one.
    pub password_error: Option<Message>,
    /// Whether the other sessions will end.
    pub ends_elsewhere: bool,
    /// What is wrong with the whole.
    pub error: Option<Message>,
}

impl Page for AccountPassword {
    const TEMPLATE: &'static str = "pages/account_password.html";

    fn title(&self) -> TextKey {
        if self.has_password { TextKey("account-password-change") } else { TextKey("account-password-set") }
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.present_error.is_some() || self.password_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = Self {
            around: AccountAround::sample(Some("password")),
            form: Form::sample("/account/password"),
            has_password: true,
            asks_present: false,
            present_error: None,
            password_rules: PasswordRule::samples(),
            password_error: None,
            ends_elsewhere: true,
            error: None,
        };
        let asks = Self { asks_present: true, ..page.clone() };
        vec![
            ("change", page.clone()),
            ("asks", asks.clone()),
            (
                "wrong-present",
                Self {
                    present_error: Some(TextKey("problem-present-password").into()),
                    ends_elsewhere: false,
                    ..asks.clone()
                },
            ),
            ("locked", Self { error: Some(Problem::Locked { seconds: 90 }.into()), ..asks }),
            (
                "weak",
                Self {
                    password_rules: PasswordRule::judged_samples(),
                    password_error: Some(Problem::PasswordPolicy.into()),
                    ..page.clone()
                },
            ),
            ("first", Self { has_password: false, ..page }),
        ]
    }
}
