//! Where somebody is signed in, and which applications have access.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::Form;
use super::AccountAround;

/// `/account/sessions`.
///
/// Posts `session`, `endButton` for one; `endOthersButton` for all others.
#[derive(Clone, Debug, Serialize)]
pub struct AccountSessions {
    /// Around it.
    pub around: AccountAround,
    /// The one of this browser first.
    pub sessions: Vec<AccountSession>,
    /// Ends all others; `None` when there are none.
    pub end_others: Option<Form>,
}

/// One session.
#[derive(Clone, Debug, Serialize)]
pub struct AccountSession {
    /// The browser, as far as it is known.
    pub browser: Message,
    /// Whether it is a phone or the like.
    pub is_mobile: bool,
    /// The network it began from, as an address range.
    pub network: Option<String>,
    /// When it began, in UTC.
    pub began: String,
    /// When it was last used, in UTC.
    pub seen: String,
    /// Whether it is the one that is looking.
    pub is_here: bool,
    /// Ends it; `None` for the one that is looking.
    pub end: Option<Form>,
    /// Which one, posted as `session`.
    pub key: String,
}

/// `/account/applications`.
///
/// Posts `application`, `revokeButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountApplications {
    /// Around it.
    pub around: AccountAround,
    /// By name.
    pub applications: Vec<AccountApplication>,
}

/// An application with tokens of the person.
#[derive(Clone, Debug, Serialize)]
pub struct AccountApplication {
    /// Its shown name.
    pub title: String,
    /// What it may see or do: the scopes that have words, each once.
    pub may: Vec<Message>,
    /// The day since when.
    pub since: String,
    /// The day of its last use.
    pub last_used: String,
    /// Ends it.
    pub form: Form,
    /// Which one, posted as `application`.
    pub key: String,
}

impl Page for AccountSessions {
    const TEMPLATE: &'static str = "pages/account_sessions.html";

    fn title(&self) -> TextKey {
        TextKey("account-sessions")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let known = |browser: &str, system: &str| {
            Message::new(TextKey("browser-on")).with("browser", browser).with("system", system)
        };
        let session = |browser: Message, is_mobile, is_here: bool| AccountSession {
            browser,
            is_mobile,
            network: Some("192.0.2.0/24".to_owned()),
            began: "2026-11-20 08:15 UTC".to_owned(),
            seen: "2026-11-21 14:03 UTC".to_owned(),
            is_here,
            end: (!is_here).then(|| Form::sample("/account/sessions")),
            key: "c2FtcGxl".to_owned(),
        };
        let here = session(known("Firefox", "Linux"), false, true);
        let phone = session(known("Safari", "iPhone"), true, false);
        let unknown =
            AccountSession { network: None, ..session(TextKey("browser-unknown").into(), false, false) };
        let page = |sessions: Vec<AccountSession>| Self {
            around: AccountAround::sample(Some("sessions")),
            end_others: (sessions.len() > 1).then(|| Form::sample("/account/sessions")),
            sessions,
        };
        vec![("one", page(vec![here.clone()])), ("several", page(vec![here, phone, unknown]))]
    }
}

impl Page for AccountApplications {
    const TEMPLATE: &'static str = "pages/account_applications.html";

    fn title(&self) -> TextKey {
        TextKey("account-applications")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let application = |title: &str, may: Vec<Message>| AccountApplication {
            title: title.to_owned(),
            may,
            since: "2026-10-02".to_owned(),
            last_used: "2026-11-21".to_owned(),
            form: Form::sample("/account/applications"),
            key: title.to_owned(),
        };
        let page = |applications| Self { around: AccountAround::sample(Some("applications")), applications };
        let all = vec![
            application("Field Notes", vec![TextKey("scope-openid").into(), TextKey("scope-email").into()]),
            application(&"A very long name ".repeat(8), Vec::new()),
        ];
        vec![("several", page(all)), ("none", page(Vec::new()))]
    }
}
