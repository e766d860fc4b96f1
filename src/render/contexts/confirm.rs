//! Confirming a new account: by the code, or by the link in the message.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{Delivery, Form, Problem, Resend};

/// `/confirm`: the code that was sent at sign-up.
///
/// Posts `code`, `confirmButton`.
#[derive(Clone, Debug, Serialize)]
pub struct Confirm {
    /// The form.
    pub form: Form,
    /// Where the code went; `None` when the pool sends none by itself.
    pub delivery: Option<Delivery>,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Asks for a new code.
    pub resend: Option<Resend>,
    /// Back to the sign-up page, for a mistyped address.
    pub back_link: Option<String>,
}

impl Page for Confirm {
    const TEMPLATE: &'static str = "pages/confirm.html";

    fn title(&self) -> TextKey {
        TextKey("confirm-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.code_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let email = Self {
            form: Form::sample("/confirm"),
            delivery: Some(Delivery::sample_email()),
            code_error: None,
            error: None,
            resend: Some(Resend::sample("/resendcode")),
            back_link: Some("/signup?flow=Zm9vYmFy".to_owned()),
        };
        let wrong = |problem: Problem| Self { code_error: Some(problem.into()), ..email.clone() };
        vec![
            ("email", email.clone()),
            ("sms", Self { delivery: Some(Delivery::sample_sms()), ..email.clone() }),
            ("bare", Self { delivery: None, resend: None, back_link: None, ..email.clone() }),
            ("mismatch", wrong(Problem::CodeMismatch)),
            ("expired", wrong(Problem::CodeExpired)),
            ("spent", wrong(Problem::CodeAttemptsSpent)),
            ("taken", Self { error: Some(Problem::AddressTaken.into()), ..email.clone() }),
            ("too-many", Self { error: Some(Problem::TooManyRequests.into()), ..email }),
        ]
    }
}

/// `/confirmUser`: the target of the link in a message.
///
/// The link's GET shows a button and changes nothing, because mail scanners follow links.
/// Posts `confirmButton`.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmUser {
    /// What to show.
    pub state: ConfirmUserState,
}

/// The three states of [`ConfirmUser`].
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ConfirmUserState {
    /// Ask for the click.
    Ask {
        /// The form, whose action carries the link's parameters.
        form: Form,
    },
    /// It is confirmed, now or before.
    Confirmed {
        /// To the application or the sign-in page.
        continue_link: Option<String>,
    },
    /// It could not be confirmed.
    Failed {
        /// Why.
        problem: Message,
        /// To the sign-in page, where a new message can be asked for.
        login_link: Option<String>,
    },
}

impl Page for ConfirmUser {
    const TEMPLATE: &'static str = "pages/confirm_user.html";

    fn title(&self) -> TextKey {
        TextKey("confirm-user-title")
    }

    fn failed(&self) -> bool {
        matches!(self.state, ConfirmUserState::Failed { .. })
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let link = || Some("/login".to_owned());
        [
            ("ask", ConfirmUserState::Ask { form: Form::sample("/confirmUser") }),
            ("confirmed", ConfirmUserState::Confirmed { continue_link: link() }),
            ("confirmed-bare", ConfirmUserState::Confirmed { continue_link: None }),
            ("failed", ConfirmUserState::Failed { problem: Problem::CodeExpired.into(), login_link: link() }),
            (
                "failed-bare",
                ConfirmUserState::Failed { problem: Problem::CodeMismatch.into(), login_link: None },
            ),
        ]
        .map(|(name, state)| (name, Self { state }))
        .into()
    }
}
