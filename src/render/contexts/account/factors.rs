//! The second factors of an account, and what belongs to them.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{Factor, Field, Form, Problem, QrCode};
use super::AccountAround;

/// `/account/factors`.
///
/// Posts `factor` with `onButton`, `offButton` or `firstButton`; `removeAppButton`; `codesButton`; `browser` with
/// `forgetButton`; `forgetAllButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountFactors {
    /// Around it.
    pub around: AccountAround,
    /// The form that all buttons post.
    pub form: Form,
    /// The kinds that the pool has.
    pub factors: Vec<AccountFactor>,
    /// Whether everybody needs one here.
    pub is_required: bool,
    /// Recovery codes; `None` where there are none to have.
    pub recovery: Option<AccountRecovery>,
    /// Browsers in which no second factor is asked for; `None` where none are remembered.
    pub browsers: Option<Vec<RememberedBrowser>>,
    /// Why nothing was changed.
    pub problem: Option<Message>,
}

/// A kind of second factor.
#[derive(Clone, Debug, Serialize)]
pub struct AccountFactor {
    /// Which.
    pub factor: Factor,
    /// What is posted as `factor`, for example `EMAIL_OTP`.
    pub value: String,
    /// How it stands.
    pub state: AccountFactorState,
    /// Whether it is asked for before the others.
    pub is_first: bool,
    /// Whether it can be put before the others.
    pub may_come_first: bool,
    /// Whether a forgotten password cannot be reset by this way while it is on.
    pub ends_recovery: bool,
    /// Where it is set up, or its address proven.
    pub link: Option<String>,
}

/// How a kind of second factor stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AccountFactorState {
    /// It is asked for.
    On {
        /// What tells it apart: the name of the device, or the address.
        detail: Option<String>,
        /// Whether the person may do without it.
        may_end: bool,
    },
    /// It could be.
    Off,
    /// There is no proven address for it.
    NoAddress,
}

/// The recovery codes of an account.
#[derive(Clone, Debug, Serialize)]
pub struct AccountRecovery {
    /// How many are left.
    pub left: u32,
}

/// A browser in which no second factor is asked for.
#[derive(Clone, Debug, Serialize)]
pub struct RememberedBrowser {
    /// The browser, as far as it is known.
    pub browser: Message,
    /// Whether it is a phone or the like.
    pub is_mobile: bool,
    /// Since when, Unix milliseconds.
    pub since: i64,
    /// Until when, Unix milliseconds.
    pub until: i64,
    /// Which one, posted as `browser`.
    pub key: String,
}

impl Page for AccountFactors {
    const TEMPLATE: &'static str = "pages/account_factors.html";

    fn title(&self) -> TextKey {
        TextKey("factors-title")
    }

    fn failed(&self) -> bool {
        self.problem.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let on = |detail: Option<&str>, may_end| AccountFactorState::On {
            detail: detail.map(str::to_owned),
            may_end,
        };
        let kind = |factor, value: &str, state| AccountFactor {
            factor,
            value: value.to_owned(),
            state,
            is_first: false,
            may_come_first: false,
            ends_recovery: false,
            link: Some("/account/factors/app".to_owned()),
        };
        let page = |factors| Self {
            around: AccountAround::sample(Some("factors")),
            form: Form::sample("/account/factors"),
            factors,
            is_required: false,
            recovery: None,
            browsers: None,
            problem: None,
        };
        let totp = |state| kind(Factor::Totp, "SOFTWARE_TOKEN_MFA", state);
        let email = |state| AccountFactor { ends_recovery: true, ..kind(Factor::Email, "EMAIL_OTP", state) };
        let sms = |state| kind(Factor::Sms, "SMS_MFA", state);
        let passkey = |state| kind(Factor::Passkey, "WEB_AUTHN", state);
        let off = || AccountFactorState::Off;
        let known = |browser: &str, system: &str| {
            Message::new(TextKey("browser-on")).with("browser", browser).with("system", system)
        };
        let browser = |browser, is_mobile| RememberedBrowser {
            browser,
            is_mobile,
            since: 1_793_577_600_000,
            until: 1_796_169_600_000,
            key: "c2FtcGxl".to_owned(),
        };
        let browsers =
            vec![browser(known("Firefox", "Linux"), false), browser(known("Safari", "iPhone"), true)];
        let none = page(vec![totp(off()), email(off()), sms(AccountFactorState::NoAddress), passkey(off())]);
        let several = Self {
            recovery: Some(AccountRecovery { left: 8 }),
            browsers: Some(browsers),
            ..page(vec![
                AccountFactor { is_first: true, ..totp(on(Some("Ada’s phone"), true)) },
                AccountFactor { may_come_first: true, ..email(on(Some("ada@example.com"), true)) },
                sms(off()),
                AccountFactor { may_come_first: true, ..passkey(on(None, false)) },
            ])
        };
        let required = Self {
            is_required: true,
            recovery: Some(AccountRecovery { left: 1 }),
            browsers: Some(Vec::new()),
            ..page(vec![totp(on(None, false)), sms(AccountFactorState::NoAddress)])
        };
        let refused = Self { problem: Some(Message::new(TextKey("factors-stays"))), ..required.clone() };
        let used_up = Self { recovery: Some(AccountRecovery { left: 0 }), ..several.clone() };
        vec![
            ("none", none),
            ("several", several),
            ("required", required),
            ("refused", refused),
            ("used-up", used_up),
        ]
    }
}

/// `/account/factors/app`: the key of an authenticator app, and its first code.
///
/// Posts `key`, `code`, `deviceName`, `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountApp {
    /// Around it.
    pub around: AccountAround,
    /// The form.
    pub form: Form,
    /// The key, sealed, posted as `key`.
    pub sealed: String,
    /// The picture of [`Self::uri`].
    pub qr: QrCode,
    /// The `otpauth:` address, which opens an app on a phone.
    pub uri: String,
    /// The key in groups of four characters.
    pub key: String,
    /// What the person calls the device; may stay empty.
    pub device_name: Field,
    /// Whether it takes the place of an earlier app.
    pub replaces: bool,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// Back, with nothing done.
    pub cancel_link: String,
}

impl Page for AccountApp {
    const TEMPLATE: &'static str = "pages/account_app.html";

    fn title(&self) -> TextKey {
        TextKey("set-up-totp-title")
    }

    fn failed(&self) -> bool {
        self.code_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let uri = "otpauth://totp/Demo:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Demo";
        let first = Self {
            around: AccountAround::sample(Some("factors")),
            form: Form::sample("/account/factors/app"),
            sealed: "c2FtcGxl".to_owned(),
            qr: QrCode::of(uri),
            uri: uri.to_owned(),
            key: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".to_owned(),
            device_name: Field::default(),
            replaces: false,
            code_error: None,
            cancel_link: "/account/factors".to_owned(),
        };
        let mismatch = Self {
            code_error: Some(Problem::AuthenticatorMismatch.into()),
            device_name: Field::of("Ada’s phone"),
            ..first.clone()
        };
        let another = Self { replaces: true, ..first.clone() };
        vec![("first", first), ("mismatch", mismatch), ("another", another)]
    }
}

/// `/account/factors/codes`: new recovery codes, to be kept.
///
/// The form posts nothing and answers with a text file.
#[derive(Clone, Debug, Serialize)]
pub struct AccountRecoveryCodes {
    /// Around it.
    pub around: AccountAround,
    /// The form that answers with a text file.
    pub download: Form,
    /// The codes as they are written down.
    pub codes: Vec<String>,
    /// Back to the list.
    pub done_link: String,
}

impl Page for AccountRecoveryCodes {
    const TEMPLATE: &'static str = "pages/account_recovery_codes.html";

    fn title(&self) -> TextKey {
        TextKey("recovery-codes-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let codes =
            ["7KQ2M-XW9RT", "ABCDE-23456", "P4HNV-8JZ3S", "QRSTU-VWXYZ", "29384-GHJKM", "NPQRS-TUVWX"];
        let shown = Self {
            around: AccountAround::sample(Some("factors")),
            download: Form::sample("/account/factors/codes"),
            codes: codes.map(String::from).to_vec(),
            done_link: "/account/factors".to_owned(),
        };
        vec![("shown", shown)]
    }
}
