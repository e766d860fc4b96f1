//! What a page can tell a person went wrong, as facts.
//!
//! Handlers match their service's errors to these; the words are in `templates/locales`.

use super::super::{Message, TextKey};

/// A mistake or refusal, reported at a field or above a form. Converts to the [`Message`] that contexts take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Unknown name or wrong password; which of the two is never told.
    IncorrectCredentials,
    /// Too many failures: try again after so many seconds.
    Locked {
        /// Seconds until the next try is accepted.
        seconds: i64,
    },
    /// Too many requests of another kind (codes, sign-ups): try again later.
    TooManyRequests,
    /// The server has no capacity for another password check just now.
    Busy,
    /// The form was too old or already used; it was shown again, fresh.
    FormExpired,
    /// The account must get a new password by "forgot password" before it can sign in.
    PasswordResetRequired,
    /// The temporary password is too old.
    TemporaryPasswordExpired,
    /// No address through which the password could be reset.
    RecoveryImpossible,
    /// The message with the code could not be handed over.
    MessageNotSent,
    /// The way of signing in that was chosen is not available.
    MethodUnavailable,
    /// Another account was signed in to than the one that is to be linked with a provider.
    OtherAccount,
    /// The provider where the person wanted to sign in did not answer as it should; it may be tried again.
    ProviderTryAgain,
    /// Something an administrator configured refused this (a trigger); its own words follow.
    Refused {
        /// The refusal in the words of the pool's operator.
        reason: String,
    },

    /// Nothing was typed.
    Required,
    /// Not an e-mail address.
    InvalidEmail,
    /// Not a telephone number with country code.
    InvalidPhone,
    /// Not a permitted user name.
    InvalidUsername,
    /// Not a date in the form `YYYY-MM-DD`.
    InvalidDate,
    /// Not an `http` or `https` address.
    InvalidUrl,
    /// Not a whole number.
    InvalidNumber,
    /// Not permitted here, for another reason.
    InvalidValue,
    /// Below the least number of characters.
    TooShort {
        /// That number.
        minimum: u32,
    },
    /// Above the greatest number of characters.
    TooLong {
        /// That number.
        maximum: u32,
    },
    /// A free-form user name that somebody has.
    UsernameTaken,
    /// The address was verified by another account in the meantime.
    AddressTaken,

    /// The password breaks a rule of the list below it.
    PasswordPolicy,
    /// The password was used before.
    PasswordReused,
    /// The password is on a list of stolen passwords.
    PasswordCompromised,

    /// The code is wrong.
    CodeMismatch,
    /// The code is too old or was used.
    CodeExpired,
    /// The code was tried too often; a new one is needed.
    CodeAttemptsSpent,
    /// The authenticator's code is wrong.
    AuthenticatorMismatch,
    /// This authenticator code was accepted once already; the next one will do.
    CodeReused,
    /// The recovery code is wrong or was used.
    RecoveryCodeMismatch,
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        use Problem::*;
        let key = match problem {
            Locked { seconds } => return locked(seconds),
            Refused { reason } => return Message::new(TextKey("problem-refused")).with("reason", reason),
            TooShort { minimum } => {
                return Message::new(TextKey("problem-too-short")).with("minimum", minimum);
            }
            TooLong { maximum } => return Message::new(TextKey("problem-too-long")).with("maximum", maximum),
            IncorrectCredentials => TextKey("problem-incorrect-credentials"),
            TooManyRequests => TextKey("problem-too-many-requests"),
            Busy => TextKey("problem-busy"),
            FormExpired => TextKey("problem-form-expired"),
            PasswordResetRequired => TextKey("problem-password-reset-required"),
            TemporaryPasswordExpired => TextKey("problem-temporary-password-expired"),
            RecoveryImpossible => TextKey("problem-recovery-impossible"),
            MessageNotSent => TextKey("problem-message-not-sent"),
            MethodUnavailable => TextKey("problem-method-unavailable"),
            OtherAccount => TextKey("problem-other-account"),
            ProviderTryAgain => TextKey("problem-provider-try-again"),
            Required => TextKey("problem-required"),
            InvalidEmail => TextKey("problem-invalid-email"),
            InvalidPhone => TextKey("problem-invalid-phone"),
            InvalidUsername => TextKey("problem-invalid-username"),
            InvalidDate => TextKey("problem-invalid-date"),
            InvalidUrl => TextKey("problem-invalid-url"),
            InvalidNumber => TextKey("problem-invalid-number"),
            InvalidValue => TextKey("problem-invalid-value"),
            UsernameTaken => TextKey("problem-username-taken"),
            AddressTaken => TextKey("problem-address-taken"),
            PasswordPolicy => TextKey("problem-password-policy"),
            PasswordReused => TextKey("problem-password-reused"),
            PasswordCompromised => TextKey("problem-password-compromised"),
            CodeMismatch => TextKey("problem-code-mismatch"),
            CodeExpired => TextKey("problem-code-expired"),
            CodeAttemptsSpent => TextKey("problem-code-attempts-spent"),
            AuthenticatorMismatch => TextKey("problem-authenticator-mismatch"),
            CodeReused => TextKey("problem-code-reused"),
            RecoveryCodeMismatch => TextKey("problem-recovery-code-mismatch"),
        };
        Message::new(key)
    }
}

/// People think of a minute and a half as two minutes, and of forty seconds as forty seconds.
fn locked(seconds: i64) -> Message {
    if seconds < 60 {
        Message::new(TextKey("problem-locked-seconds")).with("seconds", seconds.max(1))
    } else {
        Message::new(TextKey("problem-locked-minutes")).with("minutes", seconds.saturating_add(59) / 60)
    }
}
