//! Passkeys: using one, adding one, and the list of them.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{Field, Form, Problem};

/// The script of pages that ask the browser for a passkey.
pub(super) const SCRIPT: &str = "js/passkey.js";

/// What a page's script asks the browser for, and the form that posts what the browser says.
///
/// Posts `credential`.
#[derive(Clone, Debug, Serialize)]
pub struct PasskeyPrompt {
    /// The form.
    pub form: Form,
    /// Which ceremony.
    pub ceremony: PasskeyCeremony,
    /// `PublicKeyCredentialRequestOptionsJSON` or `…CreationOptionsJSON` of Web Authentication, as JSON.
    pub options: String,
    /// Whether passkeys are also offered in the name field.
    pub autofill: bool,
}

/// The two ceremonies, as the script calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PasskeyCeremony {
    /// Makes a passkey.
    Create,
    /// Uses one.
    Get,
}

impl PasskeyPrompt {
    pub(super) fn sample(path: &str, ceremony: PasskeyCeremony) -> Self {
        Self {
            form: Form::sample(path),
            ceremony,
            options: r#"{"rpId":"localhost","challenge":"c2FtcGxl","allowCredentials":[]}"#.to_owned(),
            autofill: ceremony == PasskeyCeremony::Get,
        }
    }
}

/// `/challenge`: a passkey as second factor.
#[derive(Clone, Debug, Serialize)]
pub struct ChallengePasskey {
    /// What the script asks for; `None` where the browser cannot be asked for it.
    pub passkey: Option<PasskeyPrompt>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// To the choice among methods, when there is another.
    pub other_methods_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

impl Page for ChallengePasskey {
    const TEMPLATE: &'static str = "pages/challenge_passkey.html";

    fn title(&self) -> TextKey {
        TextKey("passkey-challenge-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn script(&self) -> Option<&'static str> {
        self.passkey.is_some().then_some(SCRIPT)
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let first = Self {
            passkey: Some(PasskeyPrompt {
                autofill: false,
                ..PasskeyPrompt::sample("/challenge", PasskeyCeremony::Get)
            }),
            error: None,
            other_methods_link: Some("/challenge/methods".to_owned()),
            login_link: Some("/login".to_owned()),
        };
        let failed = |problem: Problem| Self { error: Some(problem.into()), ..first.clone() };
        vec![
            ("first", first.clone()),
            ("refused", failed(Problem::PasskeyRefused)),
            ("unknown", failed(Problem::PasskeyUnknown)),
            ("expired", failed(Problem::PasskeyExpired)),
            ("copied", failed(Problem::PasskeyCopied)),
            ("impossible", Self { passkey: None, ..failed(Problem::MethodUnavailable) }),
            ("bare", Self { other_methods_link: None, login_link: None, ..first }),
        ]
    }
}

/// `/passkeys/add`: a new passkey for whoever is signed in.
#[derive(Clone, Debug, Serialize)]
pub struct AddPasskey {
    /// The name under which the person is signed in, as they would write it.
    pub username: String,
    /// Their full name, when it is known.
    pub full_name: Option<String>,
    /// What the script asks for; `None` when the sign-in is too old, or there are too many passkeys.
    pub passkey: Option<PasskeyPrompt>,
    /// Whether the sign-in is too old.
    pub is_stale: bool,
    /// To the application's sign-in, for somebody whose sign-in is too old.
    pub login_link: Option<String>,
    /// On to the application without a passkey, or back to the list.
    pub later_link: Option<String>,
    /// Why there is no new passkey.
    pub error: Option<Message>,
}

impl Page for AddPasskey {
    const TEMPLATE: &'static str = "pages/add_passkey.html";

    fn title(&self) -> TextKey {
        TextKey("passkey-add-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn script(&self) -> Option<&'static str> {
        self.passkey.is_some().then_some(SCRIPT)
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let first = Self {
            username: "ada@example.com".to_owned(),
            full_name: Some("Ada Lovelace".to_owned()),
            passkey: Some(PasskeyPrompt {
                autofill: false,
                ..PasskeyPrompt::sample("/passkeys/add", PasskeyCeremony::Create)
            }),
            is_stale: false,
            login_link: None,
            later_link: Some("/account/passkeys".to_owned()),
            error: None,
        };
        let full = Message::new(TextKey("passkey-add-full")).with("most", 20_i64);
        vec![
            ("first", first.clone()),
            ("refused", Self { error: Some(Problem::PasskeyRefused.into()), ..first.clone() }),
            ("there", Self { error: Some(Message::new(TextKey("passkey-add-there"))), ..first.clone() }),
            ("full", Self { passkey: None, error: Some(full), ..first.clone() }),
            (
                "stale",
                Self {
                    passkey: None,
                    is_stale: true,
                    login_link: Some("/login?client_id=notes".to_owned()),
                    ..first
                },
            ),
        ]
    }
}

/// `/account/passkeys`: the passkeys of whoever is signed in.
///
/// Posts `passkey` with `name` and `renameButton`, or with `removeButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountPasskeys {
    /// What to show.
    pub state: AccountPasskeysState,
}

/// The two states of [`AccountPasskeys`].
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AccountPasskeysState {
    /// Nobody is signed in to this browser.
    SignedOut {
        /// To the application's sign-in, where the address names an application.
        login_link: Option<String>,
    },
    /// Somebody is.
    SignedIn {
        /// The name under which the person is signed in, as they would write it.
        username: String,
        /// Their full name, when it is known.
        full_name: Option<String>,
        /// The oldest first.
        passkeys: Vec<ShownPasskey>,
        /// To `/passkeys/add`; `None` when the sign-in is too old or passkeys are off.
        add_link: Option<String>,
        /// Whether the sign-in is too old to change anything.
        is_stale: bool,
        /// To the application's sign-in, for somebody whose sign-in is too old.
        login_link: Option<String>,
        /// Why nothing was changed.
        problem: Option<Message>,
    },
}

/// A passkey in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ShownPasskey {
    /// What its owner calls it.
    pub name: Option<String>,
    /// The day it was made, for example `2026-11-21`.
    pub created: String,
    /// The day it was last used.
    pub last_used: Option<String>,
    /// Whether it is on several devices.
    pub synced: bool,
    /// The domain that it was made for, when that is no longer this pool's.
    pub other_domain: Option<String>,
    /// The forms that change it; `None` when the sign-in is too old.
    pub change: Option<ChangePasskey>,
    /// Why it cannot be removed.
    pub stays: Option<TextKey>,
}

/// What the forms of a passkey post.
#[derive(Clone, Debug, Serialize)]
pub struct ChangePasskey {
    /// The form.
    pub form: Form,
    /// Which passkey, posted as `passkey`.
    pub key: String,
    /// Its name, to be changed.
    pub name: Field,
}

/// Why a passkey cannot be removed, and what the person can do.
#[must_use]
pub fn passkey_stays(only_way: bool) -> TextKey {
    match only_way {
        true => TextKey("passkeys-stays-only-way"),
        false => TextKey("passkeys-stays-second"),
    }
}

impl Page for AccountPasskeys {
    const TEMPLATE: &'static str = "pages/account_passkeys.html";

    fn title(&self) -> TextKey {
        TextKey("passkeys-title")
    }

    fn failed(&self) -> bool {
        matches!(self.state, AccountPasskeysState::SignedIn { problem: Some(_), .. })
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let one = |name: Option<&str>| ShownPasskey {
            name: name.map(str::to_owned),
            created: "2026-11-21".to_owned(),
            last_used: Some("2026-11-22".to_owned()),
            synced: true,
            other_domain: None,
            change: Some(ChangePasskey {
                form: Form::sample("/account/passkeys"),
                key: "c2FtcGxl".to_owned(),
                name: Field::of(name.unwrap_or_default()),
            }),
            stays: None,
        };
        let state = |passkeys, is_stale: bool, problem| Self {
            state: AccountPasskeysState::SignedIn {
                username: "ada@example.com".to_owned(),
                full_name: Some("Ada Lovelace".to_owned()),
                passkeys,
                add_link: (!is_stale).then(|| "/passkeys/add".to_owned()),
                is_stale,
                login_link: is_stale.then(|| "/login?client_id=notes".to_owned()),
                problem,
            },
        };
        let key = ShownPasskey { synced: false, last_used: None, ..one(None) };
        let elsewhere =
            ShownPasskey { other_domain: Some("old.example.com".to_owned()), ..one(Some("Old phone")) };
        let kept = |only_way| ShownPasskey { stays: Some(passkey_stays(only_way)), ..one(Some("Phone")) };
        let stale = ShownPasskey { change: None, ..one(Some("Phone")) };
        let refused = Message::new(passkey_stays(true));
        vec![
            ("none", state(Vec::new(), false, None)),
            ("one", state(vec![one(Some("iCloud Keychain"))], false, None)),
            ("several", state(vec![one(Some("iCloud Keychain")), key, elsewhere], false, None)),
            ("kept", state(vec![kept(true)], false, None)),
            ("kept-second", state(vec![kept(false)], false, None)),
            ("refused", state(vec![kept(true)], false, Some(refused))),
            ("long", state(vec![one(Some(&"W".repeat(64)))], false, None)),
            ("stale", state(vec![stale], true, None)),
            ("signed-out", Self { state: AccountPasskeysState::SignedOut { login_link: None } }),
            (
                "signed-out-link",
                Self {
                    state: AccountPasskeysState::SignedOut { login_link: Some("/login?client_id=x".into()) },
                },
            ),
        ]
    }
}
