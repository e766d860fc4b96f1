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
    /// The code that proves a new address.
    AddressCode,
    /// To the owner of an address that somebody wanted for another account. No code.
    AddressInUse,
    /// To the old address of an account, with a link that takes the change back. No code.
    AddressChanged,
    /// The same where changes cannot be taken back. No code.
    AddressChangedForGood,
    /// To both addresses of an account whose change was taken back. No code.
    AddressRestored,
    /// To the owner of an account that they have deleted. No code.
    AccountDeleted,
    /// A temporary password (`{####}`) for an account that an administrator made.
    Invitation,
}

impl DefaultMessage {
    /// All kinds.
    pub const ALL: [Self; 15] = [
        Self::VerificationCode,
        Self::SignInCode,
        Self::ResetCode,
        Self::ExistingAccount,
        Self::PasswordChanged,
        Self::ProviderUnlinked,
        Self::RecoveryCodeUsed,
        Self::FactorsChanged,
        Self::AddressCode,
        Self::AddressInUse,
        Self::AddressChanged,
        Self::AddressChangedForGood,
        Self::AddressRestored,
        Self::AccountDeleted,
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
            Self::AddressCode => TextKey("message-address-code-subject"),
            Self::AddressInUse => TextKey("message-address-in-use-subject"),
            Self::AddressChanged => TextKey("message-address-changed-subject"),
            Self::AddressChangedForGood => TextKey("message-address-changed-for-good-subject"),
            Self::AddressRestored => TextKey("message-address-restored-subject"),
            Self::AccountDeleted => TextKey("message-account-deleted-subject"),
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
            Self::AddressCode => TextKey("message-address-code-body"),
            Self::AddressInUse => TextKey("message-address-in-use-body"),
            Self::AddressChanged => TextKey("message-address-changed-body"),
            Self::AddressChangedForGood => TextKey("message-address-changed-for-good-body"),
            Self::AddressRestored => TextKey("message-address-restored-body"),
            Self::AccountDeleted => TextKey("message-account-deleted-body"),
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
            Self::AddressCode => TextKey("message-address-code-sms"),
            Self::AddressInUse => TextKey("message-address-in-use-sms"),
            Self::AddressChanged => TextKey("message-address-changed-sms"),
            Self::AddressChangedForGood => TextKey("message-address-changed-for-good-sms"),
            Self::AddressRestored => TextKey("message-address-restored-sms"),
            Self::AccountDeleted => TextKey("message-account-deleted-sms"),
            Self::Invitation => TextKey("message-invitation-sms"),
        };
        Message::new(key).with("pool", pool_name)
    }
}
