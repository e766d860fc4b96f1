//! Getting a new password: forgotten, or demanded at sign-in.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{AttributeField, Delivery, Field, Form, Identifier, PasswordRule, Problem, Resend};

/// `/forgotPassword`: whose password.
///
/// Posts `username`, `resetPasswordButton`.
#[derive(Clone, Debug, Serialize)]
pub struct ForgotPassword {
    /// The form.
    pub form: Form,
    /// What the pool's people sign in with.
    pub identifier: Identifier,
    /// The name, typed or carried over.
    pub username: Field,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Back to the sign-in page.
    pub login_link: Option<String>,
}

impl Page for ForgotPassword {
    const TEMPLATE: &'static str = "pages/forgot_password.html";

    fn title(&self) -> TextKey {
        TextKey("forgot-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.username.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/forgotPassword"),
            identifier: Identifier::Email,
            username: Field::default(),
            error: None,
            login_link: Some("/login?flow=Zm9vYmFy".to_owned()),
        };
        vec![
            ("empty", empty.clone()),
            ("filled", Self { username: Field::of("ada@example.com"), ..empty.clone() }),
            ("missing", Self { username: Field::default().wrong(Problem::Required), ..empty.clone() }),
            ("impossible", Self { error: Some(Problem::RecoveryImpossible.into()), ..empty.clone() }),
            ("too-many", Self { error: Some(Problem::TooManyRequests.into()), login_link: None, ..empty }),
        ]
    }
}

/// `/confirmforgotPassword`: the code and the new password.
///
/// Posts `code`, `password`, `changePasswordButton`.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmForgotPassword {
    /// The form.
    pub form: Form,
    /// The name as it was typed, for the browser's password manager.
    pub username: String,
    /// Where the code went, simulated for unknown names.
    pub delivery: Option<Delivery>,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// The password policy, judged after a submit.
    pub password_rules: Vec<PasswordRule>,
    /// What is wrong with the password.
    pub password_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Asks for a new code.
    pub resend: Option<Resend>,
    /// Back to the sign-in page.
    pub login_link: Option<String>,
}

impl Page for ConfirmForgotPassword {
    const TEMPLATE: &'static str = "pages/confirm_forgot_password.html";

    fn title(&self) -> TextKey {
        TextKey("confirm-forgot-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.code_error.is_some() || self.password_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/confirmforgotPassword"),
            username: "ada@example.com".to_owned(),
            delivery: Some(Delivery::sample_email()),
            code_error: None,
            password_rules: PasswordRule::samples(),
            password_error: None,
            error: None,
            resend: Some(Resend::sample("/forgotPassword")),
            login_link: Some("/login?flow=Zm9vYmFy".to_owned()),
        };
        let weak = Self {
            password_rules: PasswordRule::judged_samples(),
            password_error: Some(Problem::PasswordPolicy.into()),
            ..empty.clone()
        };
        vec![
            ("empty", empty.clone()),
            ("bare", Self { delivery: None, resend: None, login_link: None, ..empty.clone() }),
            ("weak", weak),
            ("mismatch", Self { code_error: Some(Problem::CodeMismatch.into()), ..empty.clone() }),
            ("reused", Self { password_error: Some(Problem::PasswordReused.into()), ..empty.clone() }),
            ("too-many", Self { error: Some(Problem::TooManyRequests.into()), ..empty }),
        ]
    }
}

/// The page on which somebody with a temporary password sets their own.
///
/// Posts `password`, one `attributes[<name>]` for each missing required attribute, `newPasswordButton`.
#[derive(Clone, Debug, Serialize)]
pub struct NewPassword {
    /// The form.
    pub form: Form,
    /// The name that signed in, for the browser's password manager.
    pub username: String,
    /// The password policy, judged after a submit.
    pub password_rules: Vec<PasswordRule>,
    /// What is wrong with the password.
    pub password_error: Option<Message>,
    /// Required attributes that the account lacks.
    pub attributes: Vec<AttributeField>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
}

impl Page for NewPassword {
    const TEMPLATE: &'static str = "pages/new_password.html";

    fn title(&self) -> TextKey {
        TextKey("new-password-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
            || self.password_error.is_some()
            || self.attributes.iter().any(|attribute| attribute.field.error.is_some())
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/newPassword"),
            username: "ada@example.com".to_owned(),
            password_rules: PasswordRule::samples(),
            password_error: None,
            attributes: Vec::new(),
            error: None,
        };
        let weak = Self {
            password_rules: PasswordRule::judged_samples(),
            password_error: Some(Problem::PasswordPolicy.into()),
            attributes: vec![
                AttributeField::new("given_name", true).filled(Field::default().wrong(Problem::Required)),
            ],
            ..empty.clone()
        };
        vec![
            ("empty", empty.clone()),
            ("attributes", Self { attributes: AttributeField::samples(), ..empty.clone() }),
            ("weak", weak),
            ("expired", Self { error: Some(Problem::FormExpired.into()), ..empty }),
        ]
    }
}
