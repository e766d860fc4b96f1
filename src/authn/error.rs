//! What can go wrong while somebody signs in.

use crate::directory::DirectoryError;
use crate::directory::passkeys::PasskeyError;
use crate::messages::MessageError;
use crate::model::attributes::AttributeProblem;
use crate::model::password_policy::PasswordRule;
use crate::security::lockout::LockoutError;
use crate::security::rate::UsedUp;
use crate::store::StoreError;

/// What can go wrong while somebody signs in. Facts, not HTTP.
#[derive(Debug, thiserror::Error)]
pub enum AuthnError {
    /// The handle is not genuine, of another pool, or its flow is gone.
    #[error("there is no such flow")]
    UnknownFlow,
    /// The flow has ended by time.
    #[error("the flow has expired")]
    Expired,
    /// The flow belongs to another browser, or its cookie is gone.
    #[error("the flow belongs to another browser")]
    OtherBrowser,
    /// The handle names an earlier challenge, or the answer is for another one.
    #[error("the flow has moved on")]
    MovedOn,
    /// Another answer is being judged.
    #[error("another answer is being judged")]
    InProgress,
    /// Too many answers in this flow.
    #[error("too many answers")]
    AttemptsSpent,
    /// Wrong name or password; nobody learns which.
    #[error("incorrect username or password")]
    IncorrectCredentials,
    /// Too many failures.
    #[error("locked for {retry_after_seconds} s")]
    Locked {
        /// Seconds until the next attempt is judged.
        retry_after_seconds: u64,
    },
    /// The right password of an account that is turned off.
    #[error("the account is disabled")]
    Disabled,
    /// The temporary password has ended; an operator must make a new one.
    #[error("the temporary password has expired")]
    TemporaryPasswordExpired,
    /// A second factor is required and the person has none that works.
    #[error("no second factor is set up")]
    NoSecondFactor,
    /// The code is wrong.
    #[error("the code is wrong")]
    CodeMismatch,
    /// The code has ended, was used, or was never asked for.
    #[error("the code has expired")]
    CodeExpired,
    /// Too many wrong codes: this one serves no more.
    #[error("too many tries")]
    TooManyTries,
    /// A limit per time is used up: of beginnings, sign-ups, or messages.
    #[error(transparent)]
    Limited(#[from] UsedUp),
    /// An SMS was needed and cannot be sent.
    #[error("no SMS can be sent")]
    SmsNotPossible,
    /// The new password breaks these rules.
    #[error("the password does not keep the policy")]
    Password(Vec<PasswordRule>),
    /// The new password was used before.
    #[error("the password was used before")]
    PasswordReused,
    /// Attributes are missing or wrong.
    #[error("attributes are missing or wrong")]
    Attributes(Vec<AttributeProblem>),
    /// A user name that somebody has.
    #[error("the user name is taken")]
    UsernameTaken,
    /// A user name that cannot be one.
    #[error("the user name is not valid: {0}")]
    InvalidUsername(&'static str),
    /// Sign-up is off in this pool.
    #[error("sign-up is off")]
    SignUpOff,
    /// Recovery is off in this pool.
    #[error("recovery is off")]
    NoRecovery,
    /// Another account was signed in to than the one that is to be linked.
    #[error("this is not the account that is to be linked")]
    OtherAccount,
    /// A phone number that signs somebody else in.
    #[error("the address is taken")]
    AddressTaken,
    /// The application insists on more than this person can prove.
    #[error("the authentication level cannot be reached")]
    LevelOutOfReach,
    /// This way of signing in is off in this pool.
    #[error("this way of signing in is off")]
    FactorOff,
    /// The passkey was not taken.
    #[error("the passkey was refused: {0}")]
    Passkey(PasskeyError),
    /// Too many passwords are being checked.
    #[error("too busy")]
    Busy,
    /// Something stored could not be opened or written; the cause is in the log.
    #[error("internal: {0}")]
    Internal(String),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AuthnError {
    /// Why an answer was refused, as a word for counters and the audit trail; `None` when it was not judged.
    pub(super) fn refusal(&self) -> Option<&'static str> {
        Some(match self {
            Self::UnknownFlow | Self::Expired | Self::OtherBrowser | Self::MovedOn | Self::InProgress => {
                return None;
            }
            Self::AttemptsSpent => "attempts_spent",
            Self::IncorrectCredentials => "incorrect",
            Self::Locked { .. } => "locked",
            Self::Disabled => "disabled",
            Self::TemporaryPasswordExpired => "temporary_password_expired",
            Self::NoSecondFactor => "no_second_factor",
            Self::CodeMismatch => "code_mismatch",
            Self::CodeExpired => "code_expired",
            Self::TooManyTries => "too_many_tries",
            Self::Limited(_) => "limited",
            Self::SmsNotPossible => "sms_not_possible",
            Self::Password(_) | Self::PasswordReused => "password_policy",
            Self::Attributes(_) | Self::UsernameTaken | Self::InvalidUsername(_) => "attributes",
            Self::OtherAccount => "other_account",
            Self::AddressTaken => "taken",
            Self::LevelOutOfReach => "level_out_of_reach",
            Self::SignUpOff | Self::NoRecovery | Self::FactorOff => "off",
            Self::Passkey(error) => return error.word(),
            Self::Busy => "busy",
            Self::Internal(_) => "error",
            Self::Store(_) => "unavailable",
        })
    }
}

impl From<DirectoryError> for AuthnError {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::UsernameTaken => Self::UsernameTaken,
            DirectoryError::InvalidUsername(rule) => Self::InvalidUsername(rule),
            DirectoryError::SignUpOff => Self::SignUpOff,
            DirectoryError::NoRecovery => Self::NoRecovery,
            DirectoryError::Password(rules) => Self::Password(rules),
            DirectoryError::PasswordReused => Self::PasswordReused,
            DirectoryError::Attributes(problems) => Self::Attributes(problems),
            DirectoryError::CodeMismatch => Self::CodeMismatch,
            DirectoryError::CodeExpired => Self::CodeExpired,
            DirectoryError::TooManyTries => Self::TooManyTries,
            DirectoryError::Limited(limit) => Self::Limited(limit),
            DirectoryError::SmsNotPossible => Self::SmsNotPossible,
            // Whoever a flow is about was deleted meanwhile, and the flow with them.
            DirectoryError::NotFound(_) => Self::UnknownFlow,
            DirectoryError::InvalidSetting(cause) | DirectoryError::Internal(cause) => Self::Internal(cause),
            DirectoryError::Busy => Self::Busy,
            DirectoryError::Store(error) => Self::Store(error),
        }
    }
}

impl From<LockoutError> for AuthnError {
    fn from(error: LockoutError) -> Self {
        match error {
            LockoutError::Locked { retry_after_seconds } => Self::Locked { retry_after_seconds },
            LockoutError::Store(error) => Self::Store(error),
        }
    }
}

impl From<MessageError> for AuthnError {
    fn from(error: MessageError) -> Self {
        match error {
            MessageError::SmsNotPossible => Self::SmsNotPossible,
            MessageError::Template(cause) => Self::Internal(cause),
            MessageError::Store(error) => Self::Store(error),
        }
    }
}
