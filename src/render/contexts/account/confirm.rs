//! "Confirm that it is you": the proof before a change.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{Brand, Channel, Form, PasskeyCeremony, PasskeyPrompt, Problem, ProviderButton};

/// The first page of a step-up, in place of the sign-in page: the name is known.
///
/// Posts `username` (hidden), `password`, `signInSubmitButton`; the other ways are forms and links of their own.
#[derive(Clone, Debug, Serialize)]
pub struct AccountConfirm {
    /// The name under which the person is signed in, as they would write it.
    pub username: String,
    /// Their full name, when it is known.
    pub full_name: Option<String>,
    /// Asks for the password; `None` for an account without one.
    pub form: Option<Form>,
    /// What is wrong with the password field itself.
    pub password_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Codes in place of a password.
    pub methods: Vec<ConfirmMethod>,
    /// A passkey in place of everything else, where the account has one.
    pub passkey: Option<PasskeyPrompt>,
    /// The providers that sign in to this account.
    pub providers: Vec<ProviderButton>,
    /// To `/forgotPassword`, when the pool allows recovery.
    pub forgot_password_link: Option<String>,
    /// Back, with nothing done.
    pub cancel_link: String,
}

/// A code in place of a password.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmMethod {
    /// By which way it comes.
    pub channel: Channel,
    /// Sends it; posts `username`.
    pub form: Form,
}

impl Page for AccountConfirm {
    const TEMPLATE: &'static str = "pages/account_confirm.html";

    fn title(&self) -> TextKey {
        TextKey("confirm-you-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.password_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = Self {
            username: "ada@example.com".to_owned(),
            full_name: Some("Ada Lovelace".to_owned()),
            form: Some(Form::sample("/login")),
            password_error: None,
            error: None,
            methods: Vec::new(),
            passkey: None,
            providers: Vec::new(),
            forgot_password_link: Some("/forgotPassword?flow=Zm9vYmFy".to_owned()),
            cancel_link: "/account".to_owned(),
        };
        let method = |channel| ConfirmMethod { channel, form: Form::sample("/login") };
        let other = Self {
            form: None,
            full_name: None,
            forgot_password_link: None,
            methods: vec![method(Channel::Email), method(Channel::Sms)],
            providers: vec![ProviderButton::new(Brand::Google, "Google", "/provider?name=Google")],
            ..page.clone()
        };
        let prompt =
            PasskeyPrompt { autofill: false, ..PasskeyPrompt::sample("/login", PasskeyCeremony::Get) };
        let passkey = Self { passkey: Some(prompt), ..page.clone() };
        let only_passkey = Self {
            methods: Vec::new(),
            providers: Vec::new(),
            passkey: passkey.passkey.clone(),
            ..other.clone()
        };
        let none = Self { methods: Vec::new(), providers: Vec::new(), ..other.clone() };
        vec![
            ("password", page.clone()),
            ("incorrect", Self { error: Some(Problem::IncorrectCredentials.into()), ..page.clone() }),
            ("required", Self { password_error: Some(Problem::Required.into()), ..page }),
            ("passkey", passkey),
            ("only-passkey", only_passkey),
            ("other-ways", other),
            ("no-way", none),
        ]
    }
}
