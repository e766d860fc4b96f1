//! The sign-in page, and the page that asks for the name alone.
//!
//! Both may offer other providers ([`ProviderButton`]) below their form.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::provider::serialize_shown_option;
use super::{
    Brand, Channel, Field, Form, Identifier, PasskeyCeremony, PasskeyPrompt, Problem, ProviderButton,
};

/// `/login`: user name and password.
///
/// Posts `username`, `password`, `signInSubmitButton`. The code methods are links, so that Enter always
/// signs in with the password.
#[derive(Clone, Debug, Serialize)]
pub struct Login {
    /// The form.
    pub form: Form,
    /// Whether the form is there. Not when the client does not take the pool's own accounts: then the page has its
    /// providers alone, without the links to recovery and sign-up and without the code methods.
    pub shows_form: bool,
    /// What the pool's people sign in with.
    pub identifier: Identifier,
    /// The name, typed or hinted.
    pub username: Field,
    /// What is wrong with the password field itself (nothing typed, too long).
    pub password_error: Option<Message>,
    /// What is wrong with the whole: incorrect, locked, busy.
    pub error: Option<Message>,
    /// To `/forgotPassword`, when the pool allows recovery.
    pub forgot_password_link: Option<String>,
    /// To `/signup`, when the pool is open.
    pub sign_up_link: Option<String>,
    /// Ways without a password, each a link to the page that asks for the name ([`Identify`]).
    pub other_methods: Vec<SignInMethod>,
    /// A passkey in place of name and password.
    pub passkey: Option<PasskeyPrompt>,
    /// To the choice among the ways that this person has, where a name was asked first.
    pub other_ways_link: Option<String>,
    /// The other providers, in the order in which they are offered.
    pub providers: Vec<ProviderButton>,
    /// Which of [`Self::providers`] this browser used last; it is marked and comes first.
    pub last_used: Option<usize>,
    /// The shown name of the provider that signing in now would link with the account. A notice says so, and
    /// neither providers nor sign-up are offered.
    #[serde(serialize_with = "serialize_shown_option")]
    pub linking: Option<String>,
}

/// A way of signing in other than by password.
#[derive(Clone, Debug, Serialize)]
pub struct SignInMethod {
    /// By which way the code comes.
    pub channel: Channel,
    /// Where the way begins.
    pub link: String,
}

impl Page for Login {
    const TEMPLATE: &'static str = "pages/login.html";

    fn title(&self) -> TextKey {
        TextKey("login-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.username.error.is_some() || self.password_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/login"),
            shows_form: true,
            identifier: Identifier::Email,
            username: Field::default(),
            password_error: None,
            error: None,
            forgot_password_link: Some("/forgotPassword?flow=Zm9vYmFy".to_owned()),
            sign_up_link: Some("/signup?flow=Zm9vYmFy".to_owned()),
            other_methods: Vec::new(),
            passkey: None,
            other_ways_link: None,
            providers: Vec::new(),
            last_used: None,
            linking: None,
        };
        let failed = |problem: Problem| Self {
            username: Field::of("ada@example.com"),
            error: Some(problem.into()),
            ..empty.clone()
        };
        let mut samples = vec![
            ("empty", empty.clone()),
            ("incorrect", failed(Problem::IncorrectCredentials)),
            ("locked", failed(Problem::Locked { seconds: 40 })),
            ("locked-long", failed(Problem::Locked { seconds: 900 })),
            ("busy", failed(Problem::Busy)),
            ("attacked", Self { form: Form::sample_attacked("/login"), ..failed(Problem::TooManyRequests) }),
            ("form-expired", failed(Problem::FormExpired)),
            ("reset-required", failed(Problem::PasswordResetRequired)),
            ("temporary-expired", failed(Problem::TemporaryPasswordExpired)),
            (
                "missing",
                Self {
                    username: Field::default().wrong(Problem::Required),
                    password_error: Some(Problem::Required.into()),
                    ..empty.clone()
                },
            ),
            (
                "passkey",
                Self {
                    passkey: Some(PasskeyPrompt::sample("/login", PasskeyCeremony::Get)),
                    ..empty.clone()
                },
            ),
            (
                "passkey-refused",
                Self {
                    passkey: Some(PasskeyPrompt::sample("/login", PasskeyCeremony::Get)),
                    other_methods: vec![SignInMethod {
                        channel: Channel::Email,
                        link: "/login/code?by=email".to_owned(),
                    }],
                    ..failed(Problem::PasskeyUnknown)
                },
            ),
            (
                "other-ways",
                Self {
                    username: Field::of("ada@example.com"),
                    other_ways_link: Some("/login?ways=1".to_owned()),
                    ..empty.clone()
                },
            ),
            ("closed", Self { forgot_password_link: None, sign_up_link: None, ..empty.clone() }),
            (
                "methods",
                Self {
                    other_methods: vec![
                        SignInMethod { channel: Channel::Email, link: "/login/code?by=email".to_owned() },
                        SignInMethod { channel: Channel::Sms, link: "/login/code?by=sms".to_owned() },
                    ],
                    ..empty.clone()
                },
            ),
            (
                "long",
                Self {
                    username: Field::of("a.very.long.name.indeed".repeat(12) + "@example.com"),
                    error: Some(Problem::Refused { reason: "Not today. ".repeat(30) }.into()),
                    ..empty.clone()
                },
            ),
        ];
        let names = [
            "by-username",
            "by-email",
            "by-phone",
            "by-email-or-phone",
            "by-username-or-email",
            "by-username-or-phone",
            "by-any",
        ];
        samples.extend(
            names
                .into_iter()
                .zip(Identifier::ALL)
                .map(|(name, identifier)| (name, Self { identifier, ..empty.clone() })),
        );
        samples.extend(Self::provider_samples(&empty));
        samples
    }
}

impl Login {
    /// The states that have to do with other providers.
    fn provider_samples(empty: &Self) -> Vec<(&'static str, Self)> {
        let methods = || {
            vec![
                SignInMethod { channel: Channel::Email, link: "/login/code?by=email".to_owned() },
                SignInMethod { channel: Channel::Sms, link: "/login/code?by=sms".to_owned() },
            ]
        };
        let with = |providers: Vec<ProviderButton>| Self { providers, ..empty.clone() };
        let only = |providers: Vec<ProviderButton>| Self { shows_form: false, ..with(providers) };
        let works = || ProviderButton::new(Brand::Other, "Example Works", "/login/provider?name=works");
        vec![
            ("provider", with(vec![works()])),
            ("providers", with(ProviderButton::samples())),
            ("providers-odd", with(ProviderButton::odd_samples())),
            (
                "providers-methods",
                Self { other_methods: methods(), ..with(ProviderButton::samples().split_off(3)) },
            ),
            ("providers-last", Self { last_used: Some(2), ..with(ProviderButton::samples()) }),
            ("providers-last-gone", Self { last_used: Some(99), ..with(ProviderButton::samples()) }),
            ("providers-last-odd", Self { last_used: Some(3), ..with(ProviderButton::odd_samples()) }),
            ("only-provider", only(vec![works()])),
            ("only-providers", Self { last_used: Some(4), ..only(ProviderButton::samples()) }),
            (
                "only-providers-failed",
                Self { error: Some(Problem::ProviderTryAgain.into()), ..only(ProviderButton::samples()) },
            ),
            ("only-none", only(Vec::new())),
            ("linking", Self { linking: Some("Google".to_owned()), ..with(ProviderButton::samples()) }),
            (
                "linking-failed",
                Self {
                    linking: Some("خدمة المثال".to_owned()),
                    username: Field::of("ada@example.com"),
                    error: Some(Problem::OtherAccount.into()),
                    other_methods: methods(),
                    ..empty.clone()
                },
            ),
        ]
    }
}

/// A page with the name field alone: first step of signing in by code, or of an identifier-first pool.
///
/// Posts `username`.
#[derive(Clone, Debug, Serialize)]
pub struct Identify {
    /// The form.
    pub form: Form,
    /// Why the name is asked.
    pub purpose: IdentifyPurpose,
    /// What the pool's people sign in with.
    pub identifier: Identifier,
    /// The name, typed or hinted.
    pub username: Field,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// To `/signup`, when the pool is open.
    pub sign_up_link: Option<String>,
    /// Back to the sign-in page with a password.
    pub back_link: Option<String>,
    /// The other providers, in the order in which they are offered.
    pub providers: Vec<ProviderButton>,
    /// Which of [`Self::providers`] this browser used last; it is marked and comes first.
    pub last_used: Option<usize>,
    /// A passkey in place of the name.
    pub passkey: Option<PasskeyPrompt>,
}

/// What follows the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentifyPurpose {
    /// The pool asks for the name first.
    SignIn,
    /// The pool asks for the e-mail address first, because its domain may belong to another provider.
    AnyWay,
    /// A code by e-mail.
    EmailCode,
    /// A code by text message.
    SmsCode,
}

impl Page for Identify {
    const TEMPLATE: &'static str = "pages/identify.html";

    fn title(&self) -> TextKey {
        TextKey("login-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.username.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let first = Self {
            form: Form::sample("/login"),
            purpose: IdentifyPurpose::SignIn,
            identifier: Identifier::UsernameOrEmail,
            username: Field::default(),
            error: None,
            sign_up_link: Some("/signup".to_owned()),
            back_link: None,
            providers: Vec::new(),
            last_used: None,
            passkey: None,
        };
        let any_way =
            Self { purpose: IdentifyPurpose::AnyWay, identifier: Identifier::Email, ..first.clone() };
        let by_code = Self {
            purpose: IdentifyPurpose::EmailCode,
            identifier: Identifier::Email,
            sign_up_link: None,
            back_link: Some("/login?flow=Zm9vYmFy".to_owned()),
            ..first.clone()
        };
        vec![
            ("first", first),
            ("email", by_code.clone()),
            (
                "sms",
                Self { purpose: IdentifyPurpose::SmsCode, identifier: Identifier::Phone, ..by_code.clone() },
            ),
            ("missing", Self { username: Field::default().wrong(Problem::Required), ..by_code.clone() }),
            ("too-many", Self { error: Some(Problem::TooManyRequests.into()), ..by_code }),
            ("any-way", any_way.clone()),
            (
                "any-way-passkey",
                Self {
                    passkey: Some(PasskeyPrompt::sample("/login", PasskeyCeremony::Get)),
                    ..any_way.clone()
                },
            ),
            ("any-way-providers", Self { providers: ProviderButton::samples(), ..any_way.clone() }),
            (
                "any-way-wrong",
                Self {
                    username: Field::of("ada@").wrong(Problem::InvalidEmail),
                    providers: ProviderButton::samples(),
                    last_used: Some(1),
                    ..any_way
                },
            ),
        ]
    }
}
