//! What can be wrong with a wish to change the directory.

use crate::model::attributes::AttributeProblem;
use crate::model::password_policy::PasswordRule;
use crate::security::rate::UsedUp;
use crate::store::StoreError;

/// What can be wrong with a wish to change the directory. Facts, not HTTP.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// A user name that somebody has.
    #[error("the user name is taken")]
    UsernameTaken,
    /// A user name that cannot be one.
    #[error("the user name is not valid: {0}")]
    InvalidUsername(&'static str),
    /// The pool's people are made by operators only.
    #[error("sign-up is off")]
    SignUpOff,
    /// The pool offers no recovery, or this person has no proven address.
    #[error("recovery is not possible")]
    NoRecovery,
    /// The password breaks these rules.
    #[error("the password does not keep the policy")]
    Password(Vec<PasswordRule>),
    /// The password was used before.
    #[error("the password was used before")]
    PasswordReused,
    /// Attributes are missing or wrong, each one listed.
    #[error("attributes are missing or wrong")]
    Attributes(Vec<AttributeProblem>),
    /// The code is wrong.
    #[error("the code is wrong")]
    CodeMismatch,
    /// The code has ended, was used, or was never asked for.
    #[error("the code has expired")]
    CodeExpired,
    /// Too many wrong codes: this one serves no more.
    #[error("too many tries")]
    TooManyTries,
    /// A limit per time is used up: of sign-ups, or of messages.
    #[error(transparent)]
    Limited(#[from] UsedUp),
    /// An SMS was needed and cannot be sent.
    #[error("no SMS can be sent to this number")]
    SmsNotPossible,
    /// There is no such user, client, group or pool.
    #[error("{0} does not exist")]
    NotFound(&'static str),
    /// A setting contradicts another or leaves its range; the sentence says how to mend it.
    #[error("{0}")]
    InvalidSetting(String),
    /// Too many passwords are being checked; the person may try again in a moment.
    #[error("too busy")]
    Busy,
    /// Something stored could not be opened or written; the cause is in the log.
    #[error("internal: {0}")]
    Internal(String),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DirectoryError {
    /// Why, as a word for counters.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::UsernameTaken => "taken",
            Self::InvalidUsername(_) => "username",
            Self::SignUpOff | Self::NoRecovery => "off",
            Self::Password(_) | Self::PasswordReused => "password_policy",
            Self::Attributes(_) => "attributes",
            Self::CodeMismatch => "code_mismatch",
            Self::CodeExpired => "code_expired",
            Self::TooManyTries => "too_many_tries",
            Self::Limited(_) => "limited",
            Self::SmsNotPossible => "sms_not_possible",
            Self::NotFound(_) | Self::InvalidSetting(_) | Self::Internal(_) => "error",
            Self::Busy => "busy",
            Self::Store(_) => "unavailable",
        }
    }
}
