//! Passkeys: using one, adding one, and the list of them.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{AccountAround, Field, Form, Problem};

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
    /// To the page that takes a recovery code, when the person has some.
    pub recovery_link: Option<String>,
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

    fn samples() -> Vec<(&'static str, Self)> {
        let first = Self {
            passkey: Some(PasskeyPrompt {
                autofill: false,
                ..PasskeyPrompt::sample("/challenge", PasskeyCeremony::Get)
            }),
            error: None,
            other_methods_link: Some("/challenge/methods".to_owned()),
            recovery_link: Some("/challenge?recovery=1".to_owned()),
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
            ("bare", Self { other_methods_link: None, recovery_link: None, login_link: None, ..first }),
        ]
    }
}

/// `/passkeys/add` and `/account/passkeys/add`: a new passkey for whoever is signed in.
#[derive(Clone, Debug, Serialize)]
pub struct AddPasskey {
    /// What the script asks for; `None` when there can be no more passkeys, or none here.
    pub passkey: Option<PasskeyPrompt>,
    /// On to the application without a passkey, or back to the list.
    pub later_link: String,
    /// Why there is no new passkey.
    pub error: Option<Message>,
}

impl AddPasskey {
    /// The page with what can be asked for, or why it cannot. What went wrong before counts first.
    #[must_use]
    pub fn new(prompt: Result<PasskeyPrompt, Message>, problem: Option<Message>, later_link: String) -> Self {
        let (passkey, cannot) = match prompt {
            Ok(prompt) => (Some(prompt), None),
            Err(why) => (None, Some(why)),
        };
        Self { passkey, later_link, error: problem.or(cannot) }
    }
}

impl Page for AddPasskey {
    const TEMPLATE: &'static str = "pages/add_passkey.html";

    fn title(&self) -> TextKey {
        TextKey("passkey-add-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let prompt = || PasskeyPrompt {
            autofill: false,
            ..PasskeyPrompt::sample("/account/passkeys/add", PasskeyCeremony::Create)
        };
        let failed =
            |problem: Message| Self::new(Ok(prompt()), Some(problem), "/account/passkeys".to_owned());
        let full = Message::new(TextKey("passkey-add-full")).with("most", 20_i64);
        let without = |why: Message| Self::new(Err(why), None, "/account/passkeys".to_owned());
        vec![
            ("first", Self::new(Ok(prompt()), None, "/account/passkeys".to_owned())),
            ("refused", failed(Problem::PasskeyRefused.into())),
            ("there", failed(Message::new(TextKey("passkey-add-there")))),
            ("full", without(full)),
            ("impossible", without(Problem::MethodUnavailable.into())),
        ]
    }
}

/// `/account/passkeys`: the passkeys of an account, each with forms that name it and take it away.
///
/// Posts `passkey` with `name` and `renameButton`, or with `removeButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountPasskeys {
    /// Around it.
    pub around: AccountAround,
    /// The oldest first.
    pub passkeys: Vec<ShownPasskey>,
    /// To the page that adds one; `None` where passkeys are off.
    pub add_link: Option<String>,
    /// Why nothing was changed.
    pub problem: Option<Message>,
}

/// A passkey in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ShownPasskey {
    /// What its owner calls it.
    pub name: Option<String>,
    /// When it was made, Unix milliseconds.
    pub created: i64,
    /// When it was last used, Unix milliseconds.
    pub last_used: Option<i64>,
    /// Whether it is on several devices.
    pub synced: bool,
    /// The domain that it was made for, when that is no longer this pool's.
    pub other_domain: Option<String>,
    /// The forms that change it.
    pub change: ChangePasskey,
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
        self.problem.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let one = |name: Option<&str>| ShownPasskey {
            name: name.map(str::to_owned),
            created: 1_795_219_200_000,
            last_used: Some(1_795_305_600_000),
            synced: true,
            other_domain: None,
            change: ChangePasskey {
                form: Form::sample("/account/passkeys"),
                key: "c2FtcGxl".to_owned(),
                name: Field::of(name.unwrap_or_default()),
            },
            stays: None,
        };
        let page = |passkeys| Self {
            around: AccountAround::sample(Some("passkeys")),
            passkeys,
            add_link: Some("/account/passkeys/add".to_owned()),
            problem: None,
        };
        let key = ShownPasskey { synced: false, last_used: None, ..one(None) };
        let elsewhere =
            ShownPasskey { other_domain: Some("old.example.com".to_owned()), ..one(Some("Old phone")) };
        let kept = |only_way| ShownPasskey { stays: Some(passkey_stays(only_way)), ..one(Some("Phone")) };
        let refused = Message::new(passkey_stays(true));
        vec![
            ("none", page(Vec::new())),
            ("one", page(vec![one(Some("iCloud Keychain"))])),
            ("several", page(vec![one(Some("iCloud Keychain")), key, elsewhere])),
            ("kept", page(vec![kept(true)])),
            ("kept-second", page(vec![kept(false)])),
            ("refused", Self { problem: Some(refused), ..page(vec![kept(true)]) }),
            ("long", page(vec![one(Some(&"W".repeat(64)))])),
            ("off", Self { add_link: None, ..page(vec![one(Some("iCloud Keychain"))]) }),
        ]
    }
}
