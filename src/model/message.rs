//! Messages to people: what they are about, where they go, and a pool's own texts.

use serde::{Deserialize, Serialize};

use super::ids::PoolId;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// The code or link that confirms a sign-up.
    SignUpConfirmation,
    /// The code that proves a changed address.
    AttributeVerification,
    /// The code that signs in: first or second factor.
    SignInCode,
    /// The code that sets a new password.
    PasswordReset,
    /// A temporary password for somebody an operator has invited.
    Invitation,
    /// Somebody tried to sign up with an address that has an account.
    AlreadyRegistered,
    /// The password was changed.
    PasswordChanged,
    /// Sign-in by an identity provider was taken away.
    ProviderUnlinked,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// A second factor was added or taken away.
    FactorsChanged,
    /// Somebody wanted to use an address for their account that is another account's.
    AddressInUse,
    /// The account's address was changed; to the old one, with a link that takes it back.
    AddressChanged,
    /// A change of the address was taken back; to both.
    AddressRestored,
    /// The account was deleted by its owner.
    AccountDeleted,
}

/// The way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// E-mail.
    Email,
    /// SMS.
    Sms,
}

/// A finished message, ready to be sent. Its parts may hold a code, so `Debug` shows none of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutgoingMessage {
    /// The pool that sends it.
    pub pool_id: PoolId,
    /// What it is about.
    pub kind: MessageKind,
    /// The way it goes.
    pub medium: Medium,
    /// The e-mail address or E.164 number.
    pub to: String,
    /// The subject; empty for SMS.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part; `None` for SMS.
    pub html: Option<String>,
    /// The code or temporary password inside, for the development mailbox.
    pub code: Option<String>,
    /// The link inside, for the development mailbox.
    pub link: Option<String>,
}

impl std::fmt::Debug for OutgoingMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutgoingMessage")
            .field("pool_id", &self.pool_id)
            .field("kind", &self.kind)
            .field("medium", &self.medium)
            .finish_non_exhaustive()
    }
}

/// A pool's own texts, with Cognito's placeholders; an absent one means the built-in text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageTemplates {
    /// Subject of verification and reset mails.
    pub verification_subject: Option<String>,
    /// Body of verification and reset mails, HTML; must hold `{####}`.
    pub verification_email: Option<String>,
    /// Subject of confirmation mails with a link.
    pub link_subject: Option<String>,
    /// Body of confirmation mails with a link, HTML; must hold `{##text##}`.
    pub link_email: Option<String>,
    /// Text of verification and reset SMS; must hold `{####}`.
    pub verification_sms: Option<String>,
    /// Subject of sign-in code mails.
    pub sign_in_subject: Option<String>,
    /// Body of sign-in code mails, HTML; must hold `{####}`.
    pub sign_in_email: Option<String>,
    /// Text of sign-in code SMS; must hold `{####}`.
    pub sign_in_sms: Option<String>,
    /// Subject of invitations.
    pub invitation_subject: Option<String>,
    /// Body of invitations, HTML; may hold `{username}` and `{####}`.
    pub invitation_email: Option<String>,
    /// Text of invitation SMS.
    pub invitation_sms: Option<String>,
}
