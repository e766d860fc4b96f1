//! The e-mail address and the phone number of an account.

use serde::Serialize;

use super::super::super::{Message, Page, TextKey};
use super::super::{Channel, Field, Form, Problem, Resend};
use super::AccountAround;

/// `/account/email` and `/account/phone`.
///
/// Posts `address`, `changeButton`; with a change that waits `code`, `confirmButton`, or `cancelButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountAddress {
    /// Around it.
    pub around: AccountAround,
    /// Which of the two.
    pub channel: Channel,
    /// The address that the account has now.
    pub present: Option<String>,
    /// Whether it was proven.
    pub is_proven: bool,
    /// The change that waits for its proof.
    pub pending: Option<PendingAddress>,
    /// Asks for another address; `None` where none can be proven.
    pub form: Option<Form>,
    /// A line of help at the field for it.
    pub hint: TextKey,
    /// The address wished for.
    pub address: Field,
    /// What is wrong with the whole.
    pub error: Option<Message>,
}

/// An address that waits for its proof.
#[derive(Clone, Debug, Serialize)]
pub struct PendingAddress {
    /// The address, whole: the person must see what they typed.
    pub address: String,
    /// Takes the code.
    pub form: Form,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// Sends the code again.
    pub resend: Resend,
    /// Gives the change up.
    pub cancel: Form,
}

impl Page for AccountAddress {
    const TEMPLATE: &'static str = "pages/account_address.html";

    fn title(&self) -> TextKey {
        match self.channel {
            Channel::Email => TextKey("account-email"),
            Channel::Sms => TextKey("account-phone"),
        }
    }

    fn failed(&self) -> bool {
        let code = self.pending.as_ref().is_some_and(|pending| pending.code_error.is_some());
        self.error.is_some() || self.address.error.is_some() || code
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let email = Self {
            around: AccountAround::sample(Some("email")),
            channel: Channel::Email,
            present: Some("ada@example.com".to_owned()),
            is_proven: true,
            pending: None,
            form: Some(Form::sample("/account/email")),
            hint: TextKey("address-email-hint"),
            address: Field::default(),
            error: None,
        };
        let pending = |code_error: Option<Problem>| {
            Some(PendingAddress {
                address: "countess@example.net".to_owned(),
                form: Form::sample("/account/email"),
                code_error: code_error.map(Into::into),
                resend: Resend::sample("/account/email"),
                cancel: Form::sample("/account/email"),
            })
        };
        let phone = Self {
            around: AccountAround::sample(Some("phone")),
            channel: Channel::Sms,
            present: Some("+41791234567".to_owned()),
            form: Some(Form::sample("/account/phone")),
            hint: TextKey("hint-phone"),
            ..email.clone()
        };
        vec![
            ("email", email.clone()),
            ("unproven", Self { is_proven: false, ..email.clone() }),
            ("none", Self { present: None, is_proven: false, ..email.clone() }),
            ("wrong", Self { address: Field::of("ada").wrong(Problem::InvalidEmail), ..email.clone() }),
            ("too-many", Self { error: Some(Problem::TooManyRequests.into()), ..email.clone() }),
            ("pending", Self { pending: pending(None), ..email.clone() }),
            ("wrong-code", Self { pending: pending(Some(Problem::CodeMismatch)), ..email.clone() }),
            ("phone", phone.clone()),
            ("phone-pending", Self { pending: pending(None), ..phone.clone() }),
            ("phone-impossible", Self { form: None, ..phone.clone() }),
            ("phone-none", Self { form: None, present: None, ..phone }),
        ]
    }
}
