//! Sign-up.

use super::DirectoryError;
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::flow::{Delivery, Subject};
use crate::model::pool::UserPool;

/// A wish for a new account. Holds a password, so it has no `Debug`.
#[derive(Clone)]
pub struct SignUpRequest {
    /// As typed; `None` where an address stands in for it.
    pub username: Option<String>,
    /// As typed.
    pub password: String,
    /// The attributes given.
    pub attributes: AttributeMap,
}

/// What came of a sign-up. To a person with an account it looks just like a new one.
#[derive(Debug, Clone)]
pub struct SignUpResult {
    /// The new user, or a phantom when the address has an account whose owner was told instead.
    pub subject: Subject,
    /// Where the code went; `None` when an operator confirms in this pool.
    pub delivery: Option<Delivery>,
}

/// Makes an unconfirmed account and sends the code, in one write.
///
/// # Errors
/// [`DirectoryError::SignUpOff`], [`DirectoryError::UsernameTaken`], [`DirectoryError::InvalidUsername`],
/// [`DirectoryError::Password`], [`DirectoryError::Attributes`], [`DirectoryError::TooManyTries`], [`DirectoryError::Busy`].
pub async fn sign_up(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _client: &AppClient,
    _request: SignUpRequest,
) -> Result<SignUpResult, DirectoryError> {
    todo!()
}

/// Sends the code again. A phantom gets the same answer and nothing is sent.
///
/// # Errors
/// [`DirectoryError::TooManyTries`] when too many were sent.
pub async fn resend(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _client: &AppClient,
    _subject: &Subject,
) -> Result<Option<Delivery>, DirectoryError> {
    todo!()
}
