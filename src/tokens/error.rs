//! What can be wrong with a token that was brought.

use crate::store::StoreError;

/// What can be wrong with a token or code that was brought. Facts, not HTTP.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// Not one of this pool's, or not genuine.
    #[error("it is unknown")]
    Unknown,
    /// Ended by time.
    #[error("it has expired")]
    Expired,
    /// Its family was revoked.
    #[error("it was revoked")]
    Revoked,
    /// It was used before; its family is revoked now.
    #[error("it was used before")]
    Reused,
    /// It was issued to another client.
    #[error("it belongs to another client")]
    OtherClient,
    /// The person is gone, disabled, not confirmed, or was signed out everywhere since.
    #[error("its user may not use it")]
    UserNotAllowed,
    /// It is a genuine token of another kind.
    #[error("it is a token of another kind")]
    OtherKind,
    /// More scopes were asked for than were granted.
    #[error("the scope exceeds what was granted")]
    ScopeTooWide,
    /// A key could not be made, opened or used; the text says which step failed.
    #[error("internal: {0}")]
    Internal(String),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TokenError {
    /// Why, as a word for counters.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Reused => "reused",
            Self::OtherClient => "other_client",
            Self::UserNotAllowed => "user_not_allowed",
            Self::OtherKind => "other_kind",
            Self::ScopeTooWide => "scope",
            Self::Internal(_) => "error",
            Self::Store(_) => "unavailable",
        }
    }

    /// Whether the failure is the server's, not the bearer's.
    pub fn is_internal(&self) -> bool {
        matches!(self, Self::Internal(_) | Self::Store(_))
    }
}
