//! Passwords: check, change, set.

use super::DirectoryError;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::ids::{SessionId, UserId};
use crate::model::pool::UserPool;

/// What a password check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// It is the person's own password.
    Right,
    /// It is the temporary password, and still valid.
    RightTemporary,
    /// It was the temporary password, and has ended.
    TemporaryExpired,
    /// It is wrong, or there is no such person, or none was ever set.
    Wrong,
}

/// Checks a password through the one queue. `None` does the same work for a person who does not exist. A right one
/// is rehashed when the cost settings have changed, and gives an SRP verifier where the pool keeps one and has none.
///
/// # Errors
/// [`DirectoryError::Busy`] when the queue is full.
pub async fn check(
    _env: &Env,
    _pool: &UserPool,
    _user: Option<&UserId>,
    _password: &str,
) -> Result<PasswordVerdict, DirectoryError> {
    todo!()
}

/// How a password is to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetPassword {
    /// By its owner; ends every other session but the one named, and every token and open flow.
    Own {
        /// The session that stays.
        keep_session: Option<SessionId>,
    },
    /// By an operator, to be changed at the next sign-in.
    Temporary,
    /// By an operator, for good.
    Permanent,
}

/// Sets a password: policy, history, hash, SRP verifier, status, and the end of what the old one opened, in one write.
/// An owner is told by mail.
///
/// # Errors
/// [`DirectoryError::Password`], [`DirectoryError::PasswordReused`], [`DirectoryError::Busy`].
pub async fn set(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _user: &UserId,
    _password: &str,
    _how: SetPassword,
) -> Result<(), DirectoryError> {
    todo!()
}
