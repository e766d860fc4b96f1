//! Forgotten passwords.

use super::DirectoryError;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::flow::{Delivery, Subject};
use crate::model::pool::UserPool;

/// Sends a reset code to the best proven address. Unknown names and people without one get the same answer with a
/// made-up masked address, and nothing is sent.
///
/// # Errors
/// [`DirectoryError::NoRecovery`] when the pool has recovery off, [`DirectoryError::TooManyTries`].
pub async fn start(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _client: &AppClient,
    _typed: &str,
) -> Result<(Subject, Delivery), DirectoryError> {
    todo!()
}

/// Sends the reset code again.
///
/// # Errors
/// As [`start`].
pub async fn resend(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _client: &AppClient,
    _subject: &Subject,
) -> Result<Delivery, DirectoryError> {
    todo!()
}

/// Spends the code and sets the password. The password is judged before the code is spent, so that a weak one does not
/// cost the code. Ends every session, token and open flow of the person, and lifts a lock.
///
/// # Errors
/// [`DirectoryError::CodeMismatch`], [`DirectoryError::CodeExpired`], [`DirectoryError::TooManyTries`],
/// [`DirectoryError::Password`], [`DirectoryError::PasswordReused`], [`DirectoryError::Busy`].
pub async fn finish(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _subject: &Subject,
    _code: &str,
    _new_password: &str,
) -> Result<(), DirectoryError> {
    todo!()
}
