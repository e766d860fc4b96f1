//! Proving who you are with something other than a password.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{Channel, Delivery, Form, PasskeyCeremony, PasskeyPrompt, Problem, Resend};

/// A one-time code by e-mail or text message, as first or second factor.
///
/// Posts `code`, `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct ChallengeCode {
    /// The form.
    pub form: Form,
    /// Whether the code replaces the password or follows it.
    pub purpose: ChallengePurpose,
    /// Where the code went.
    pub delivery: Delivery,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// For how many days this browser can be remembered, where the person may choose that.
    pub remember_days: Option<u32>,
    /// Asks for a new code.
    pub resend: Option<Resend>,
    /// To the choice among methods, when there is another.
    pub other_methods_link: Option<String>,
    /// To the page that takes a recovery code, when the person has some.
    pub recovery_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChallengePurpose {
    /// In place of a password.
    FirstFactor,
    /// In addition to what was proven before.
    SecondFactor,
    /// To be a second factor from now on.
    SetUp,
}

impl Page for ChallengeCode {
    const TEMPLATE: &'static str = "pages/challenge_code.html";

    fn title(&self) -> TextKey {
        match self.delivery.channel {
            Channel::Email => TextKey("challenge-email-title"),
            Channel::Sms => TextKey("challenge-sms-title"),
        }
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.code_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let email = Self {
            form: Form::sample("/challenge"),
            purpose: ChallengePurpose::FirstFactor,
            delivery: Delivery::sample_email(),
            code_error: None,
            error: None,
            remember_days: None,
            resend: Some(Resend::sample("/challenge/resend")),
            other_methods_link: Some("/challenge/methods".to_owned()),
            recovery_link: None,
            login_link: Some("/login".to_owned()),
        };
        vec![
            ("email", email.clone()),
            (
                "set-up",
                Self { purpose: ChallengePurpose::SetUp, delivery: Delivery::sample_sms(), ..email.clone() },
            ),
            (
                "sms",
                Self {
                    purpose: ChallengePurpose::SecondFactor,
                    delivery: Delivery::sample_sms(),
                    remember_days: Some(30),
                    recovery_link: Some("/challenge?recovery=1".to_owned()),
                    other_methods_link: None,
                    ..email.clone()
                },
            ),
            ("mismatch", Self { code_error: Some(Problem::CodeMismatch.into()), ..email.clone() }),
            ("spent", Self { code_error: Some(Problem::CodeAttemptsSpent.into()), ..email.clone() }),
            ("not-sent", Self { error: Some(Problem::MessageNotSent.into()), ..email.clone() }),
            ("bare", Self { resend: None, other_methods_link: None, login_link: None, ..email }),
        ]
    }
}

/// The code of an authenticator app.
///
/// Posts `code`, `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct ChallengeTotp {
    /// The form.
    pub form: Form,
    /// What the person calls the device, when they gave it a name.
    pub device_name: Option<String>,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// For how many days this browser can be remembered, where the person may choose that.
    pub remember_days: Option<u32>,
    /// To the choice among methods, when there is another.
    pub other_methods_link: Option<String>,
    /// To the page that takes a recovery code, when the person has some.
    pub recovery_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

impl Page for ChallengeTotp {
    const TEMPLATE: &'static str = "pages/challenge_totp.html";

    fn title(&self) -> TextKey {
        TextKey("challenge-totp-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.code_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/challenge"),
            device_name: None,
            code_error: None,
            error: None,
            remember_days: None,
            other_methods_link: Some("/challenge/methods".to_owned()),
            recovery_link: None,
            login_link: Some("/login".to_owned()),
        };
        vec![
            ("empty", empty.clone()),
            (
                "remember",
                Self {
                    device_name: Some("Ada’s phone".to_owned()),
                    remember_days: Some(1),
                    recovery_link: Some("/challenge?recovery=1".to_owned()),
                    ..empty.clone()
                },
            ),
            ("mismatch", Self { code_error: Some(Problem::AuthenticatorMismatch.into()), ..empty.clone() }),
            ("reused", Self { code_error: Some(Problem::CodeReused.into()), ..empty.clone() }),
            ("locked", Self { error: Some(Problem::Locked { seconds: 61 }.into()), ..empty.clone() }),
            ("bare", Self { other_methods_link: None, login_link: None, ..empty }),
        ]
    }
}

/// The choice among ways of proving who you are.
///
/// Posts `choice` with the value of the button that was pressed.
#[derive(Clone, Debug, Serialize)]
pub struct SelectFactor {
    /// The form.
    pub form: Form,
    /// Whether a first factor is chosen or a second one.
    pub purpose: ChallengePurpose,
    /// The ways, best first.
    pub choices: Vec<FactorChoice>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// A passkey as first factor, beside the choices: it says itself who it is.
    pub passkey: Option<PasskeyPrompt>,
    /// To the page that takes a recovery code, when the person has some.
    pub recovery_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

/// One way of proving who you are.
#[derive(Clone, Debug, Serialize)]
pub struct FactorChoice {
    /// Which.
    pub factor: Factor,
    /// What is posted as `choice`, for example `EMAIL_OTP`.
    pub value: String,
    /// Where a code would go, masked.
    pub destination: Option<String>,
}

/// A kind of proof a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// The password.
    Password,
    /// A code by e-mail.
    Email,
    /// A code by text message.
    Sms,
    /// The code of an authenticator app.
    Totp,
    /// A passkey.
    Passkey,
}

impl Page for SelectFactor {
    const TEMPLATE: &'static str = "pages/select_factor.html";

    fn title(&self) -> TextKey {
        match self.purpose {
            ChallengePurpose::SetUp => TextKey("set-up-select-title"),
            ChallengePurpose::FirstFactor | ChallengePurpose::SecondFactor => TextKey("select-title"),
        }
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let choice = |factor, value: &str, destination: Option<&str>| FactorChoice {
            factor,
            value: value.to_owned(),
            destination: destination.map(ToOwned::to_owned),
        };
        let first = Self {
            form: Form::sample("/challenge/methods"),
            purpose: ChallengePurpose::FirstFactor,
            choices: vec![
                choice(Factor::Password, "PASSWORD", None),
                choice(Factor::Email, "EMAIL_OTP", Some("a***@e***")),
                choice(Factor::Sms, "SMS_OTP", Some("+*******4567")),
            ],
            error: None,
            passkey: None,
            recovery_link: None,
            login_link: Some("/login".to_owned()),
        };
        let prompt =
            PasskeyPrompt { autofill: false, ..PasskeyPrompt::sample("/login", PasskeyCeremony::Get) };
        let passkey = Self { passkey: Some(prompt), ..first.clone() };
        let second = Self {
            purpose: ChallengePurpose::SecondFactor,
            recovery_link: Some("/challenge?recovery=1".to_owned()),
            choices: vec![
                choice(Factor::Totp, "SOFTWARE_TOKEN_MFA", None),
                choice(Factor::Email, "EMAIL_OTP", Some("a***@e***")),
            ],
            ..first.clone()
        };
        let unavailable =
            Self { error: Some(Problem::MethodUnavailable.into()), login_link: None, ..second.clone() };
        let set_up = Self {
            purpose: ChallengePurpose::SetUp,
            choices: vec![
                choice(Factor::Totp, "SOFTWARE_TOKEN_MFA", None),
                choice(Factor::Sms, "SMS_MFA", None),
            ],
            ..first.clone()
        };
        vec![
            ("first", first),
            ("passkey", passkey),
            ("second", second),
            ("unavailable", unavailable),
            ("set-up", set_up),
        ]
    }
}
