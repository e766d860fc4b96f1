//! Taking a change of an address back.

use serde::Serialize;

use super::super::super::{Page, TextKey};
use super::super::{Channel, Form};

/// `/account/takeback`: the target of the link in the message to an old address.
///
/// Posts `takeBackButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountTakeBack {
    /// What to show.
    pub state: AccountTakeBackState,
}

/// The states of [`AccountTakeBack`].
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AccountTakeBackState {
    /// The button.
    Ask {
        /// Takes it back.
        form: Form,
        /// Which sort of address.
        channel: Channel,
        /// The old address, masked.
        old: String,
        /// The new one, masked.
        new: String,
    },
    /// It is done.
    Done {
        /// Which sort of address.
        channel: Channel,
        /// The old address, masked.
        old: String,
        /// Whether a new password is needed.
        needs_password: bool,
        /// To the sign-in.
        login_link: String,
    },
    /// There is no such change any more.
    Unknown,
    /// Somebody else has the old address by now.
    Taken,
}

impl Page for AccountTakeBack {
    const TEMPLATE: &'static str = "pages/account_take_back.html";

    fn title(&self) -> TextKey {
        match self.state {
            AccountTakeBackState::Ask { .. } => TextKey("take-back-title"),
            AccountTakeBackState::Done { .. } => TextKey("take-back-done-title"),
            AccountTakeBackState::Unknown | AccountTakeBackState::Taken => TextKey("take-back-failed-title"),
        }
    }

    fn failed(&self) -> bool {
        matches!(self.state, AccountTakeBackState::Unknown | AccountTakeBackState::Taken)
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let ask = |channel, old: &str, new: &str| AccountTakeBackState::Ask {
            form: Form::sample("/account/takeback"),
            channel,
            old: old.to_owned(),
            new: new.to_owned(),
        };
        let done = |needs_password| AccountTakeBackState::Done {
            channel: Channel::Email,
            old: "a***@e***".to_owned(),
            needs_password,
            login_link: "/account".to_owned(),
        };
        [
            ("ask", ask(Channel::Email, "a***@e***", "c***@e***")),
            ("ask-phone", ask(Channel::Sms, "+*******4567", "+*******1212")),
            ("done", done(true)),
            ("done-without", done(false)),
            ("unknown", AccountTakeBackState::Unknown),
            ("taken", AccountTakeBackState::Taken),
        ]
        .into_iter()
        .map(|(name, state)| (name, Self { state }))
        .collect()
    }
}
