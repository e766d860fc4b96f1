//! The words of messages for pools that have none of their own.

use super::{Message, TextKey};

/// A kind of message. Its texts contain Cognito's placeholders, `{####}` for the code and `{username}`,
/// which `messages` fills in like those of a pool's own template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultMessage {
    /// The code that confirms an address at sign-up.
    VerificationCode,
    /// The code that signs in, as first or second factor.
    SignInCode,
    /// The code that permits a new password.
    ResetCode,
    /// To the owner of an address with which somebody tried to sign up. No code.
    ExistingAccount,
    /// To the owner of an account whose password was changed. No code.
    PasswordChanged,
    /// To the owner of an account that an identity provider does not sign in to any more; takes `provider`. No code.
    ProviderUnlinked,
    /// To the owner of an account whose recovery code was used. No code.
    RecoveryCodeUsed,
    /// To the owner of an account whose second factors changed. No code.
    FactorsChanged,
    /// A temporary password (`{####}`) for an account that an administrator made.
    Invitation,
}

impl DefaultMessage {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::VerificationCode,
        Self::SignInCode,
        Self::ResetCode,
        Self::ExistingAccount,
        Self::PasswordChanged,
        Self::ProviderUnlinked,
        Self::RecoveryCodeUsed,
        Self::FactorsChanged,
        Self::Invitation,
    ];

    /// The subject of the e-mail. `pool_name` is the pool's display name.
    pub fn email_subject(self, pool_name: &str) -> Message {
        let key = match self {
            Self::VerificationCode => TextKey("message-verification-subject"),
            Self::SignInCode => TextKey("message-sign-in-subject"),
            Self::ResetCode => TextKey("message-reset-subject"),
            Self::ExistingAccount => TextKey("message-existing-account-subject"),
            Self::PasswordChanged => TextKey("message-password-changed-subject"),
            Self::ProviderUnlinked => TextKey("message-provider-unlinked-subject"),
            Self::RecoveryCodeUsed => TextKey("message-recovery-code-used-subject"),
            Self::FactorsChanged => TextKey("message-factors-changed-subject"),
            Self::Invitation => TextKey("message-invitation-subject"),
        };
        Message::new(key).with("pool", pool_name)
    }

    /// The plain text of the e-mail; paragraphs are separated by blank lines.
    pub fn email_body(self, pool_name: &str) -> Message {
        let key = match self {
            Self::VerificationCode => TextKey("message-verification-body"),
            Self::SignInCode => TextKey("message-sign-in-body"),
            Self::ResetCode => TextKey("message-reset-body"),
            Self::ExistingAccount => TextKey("message-existing-account-body"),
            Self::PasswordChanged => TextKey("message-password-changed-body"),
            Self::ProviderUnlinked => TextKey("message-provider-unlinked-body"),
            Self::RecoveryCodeUsed => TextKey("message-recovery-code-used-body"),
            Self::FactorsChanged => TextKey("message-factors-changed-body"),
            Self::Invitation => TextKey("message-invitation-body"),
        };
        Message::new(key).with("pool", pool_name)
    }

    /// The text message, at most 140 characters with a six-digit code.
    pub fn sms(self, pool_name: &str) -> Message {
        let key = match self {
            Self::VerificationCode => TextKey("message-verification-sms"),
            Self::SignInCode => TextKey("message-sign-in-sms"),
            Self::ResetCode => TextKey("message-reset-sms"),
            Self::ExistingAccount => TextKey("message-existing-account-sms"),
            Self::PasswordChanged => TextKey("message-password-changed-sms"),
            Self::ProviderUnlinked => TextKey("message-provider-unlinked-sms"),
            Self::RecoveryCodeUsed => TextKey("message-recovery-code-used-sms"),
            Self::FactorsChanged => TextKey("message-factors-changed-sms"),
            Self::Invitation => TextKey("message-invitation-sms"),
        };
        Message::new(key).with("pool", pool_name)
    }
}
