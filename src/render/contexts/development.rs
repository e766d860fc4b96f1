//! The welcome page, and the development server's mailbox.

use serde::Serialize;

use super::super::{Page, TextKey};
use super::{Channel, Form};

/// `/`, and `/login` without a transaction: nothing to sign in to, so it says where to go.
#[derive(Clone, Debug, Serialize)]
pub struct Welcome {
    /// The next things to click; on the development server only.
    pub development: Option<WelcomeDevelopment>,
}

/// What a newcomer to the development server wants to see.
#[derive(Clone, Debug, Serialize)]
pub struct WelcomeDevelopment {
    /// The built-in test client.
    pub playground_link: String,
    /// The captured messages.
    pub mailbox_link: String,
    /// The pool's OpenID Connect discovery document.
    pub discovery_link: String,
}

impl Page for Welcome {
    const TEMPLATE: &'static str = "pages/welcome.html";

    fn title(&self) -> TextKey {
        TextKey("welcome-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let development = WelcomeDevelopment {
            playground_link: "/dev/playground".to_owned(),
            mailbox_link: "/dev/mailbox".to_owned(),
            discovery_link: "/us-east-1_Demo00001/.well-known/openid-configuration".to_owned(),
        };
        vec![("person", Self { development: None }), ("development", Self { development: Some(development) })]
    }
}

/// `/dev/mailbox`: every message the development server would have sent, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct Mailbox {
    /// The messages.
    pub messages: Vec<MailboxMessage>,
    /// The same as JSON.
    pub json_link: String,
    /// Throws all messages away.
    pub clear_form: Option<Form>,
}

/// A captured message.
#[derive(Clone, Debug, Serialize)]
pub struct MailboxMessage {
    /// Its number in the mailbox, unique; used for the element's id.
    pub id: String,
    /// E-mail or text message.
    pub channel: Channel,
    /// Address or number.
    pub to: String,
    /// Subject of an e-mail.
    pub subject: Option<String>,
    /// When, ready to read, for example `2026-11-21 14:03:07 UTC`.
    pub sent_at_text: String,
    /// The text part.
    pub body: String,
    /// The code in it, when one was found.
    pub code: Option<String>,
    /// The links in it.
    pub links: Vec<String>,
}

impl Page for Mailbox {
    const TEMPLATE: &'static str = "dev/mailbox.html";

    fn title(&self) -> TextKey {
        TextKey("mailbox-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let mail = MailboxMessage {
            id: "2".to_owned(),
            channel: Channel::Email,
            to: "ada@example.com".to_owned(),
            subject: Some("Your verification code".to_owned()),
            sent_at_text: "2026-11-21 14:03:07 UTC".to_owned(),
            body: "Your confirmation code is 042187.\n\nIf you did not ask for it, ignore this message."
                .to_owned(),
            code: Some("042187".to_owned()),
            links: vec![
                "http://localhost:9400/confirmUser/?client_id=demoweb&confirmation_code=042187".to_owned(),
            ],
        };
        let sms = MailboxMessage {
            id: "1".to_owned(),
            channel: Channel::Sms,
            to: "+49301234567".to_owned(),
            subject: None,
            body: "Your sign-in code is 990314".to_owned(),
            code: None,
            links: Vec::new(),
            ..mail.clone()
        };
        let json_link = || "/dev/mailbox?format=json".to_owned();
        vec![
            ("empty", Self { messages: Vec::new(), json_link: json_link(), clear_form: None }),
            (
                "filled",
                Self {
                    messages: vec![mail, sms],
                    json_link: json_link(),
                    clear_form: Some(Form::sample("/dev/mailbox/clear")),
                },
            ),
        ]
    }
}
