//! Second factors of a person.

use super::DirectoryError;
use crate::env::Env;
use crate::model::ids::UserId;
use crate::model::pool::{SecondFactor, UserPool};
use crate::model::user::User;

/// The second factors this person can use in this pool, the preferred one first. A code is sent only to a proven address.
///
/// # Errors
/// When the database did not answer.
pub async fn available(
    _env: &Env,
    _pool: &UserPool,
    _user: &User,
) -> Result<Vec<SecondFactor>, DirectoryError> {
    todo!()
}

/// Stores a TOTP seed as a verified factor (operator, seed data).
///
/// # Errors
/// When the database did not answer.
pub async fn set_totp(
    _env: &Env,
    _pool: &UserPool,
    _user: &UserId,
    _seed: &[u8],
    _device_name: Option<&str>,
) -> Result<(), DirectoryError> {
    todo!()
}

/// Turns message factors on or off and says which factor comes first.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn set_preferences(
    _env: &Env,
    _pool: &UserPool,
    _user: &UserId,
    _message_factors: &[SecondFactor],
    _preferred: Option<SecondFactor>,
) -> Result<(), DirectoryError> {
    todo!()
}

/// The name of the authenticator device, when the person has one; the outer `None` when there is no TOTP factor.
///
/// # Errors
/// When the database did not answer.
pub async fn totp_device(
    _env: &Env,
    _pool: &UserPool,
    _user: &UserId,
) -> Result<Option<Option<String>>, DirectoryError> {
    todo!()
}

/// Checks a TOTP code and marks its time step as used in the same atomic statement, so that no code is accepted twice.
///
/// # Errors
/// When the database did not answer.
pub async fn check_totp(
    _env: &Env,
    _pool: &UserPool,
    _user: &UserId,
    _code: &str,
) -> Result<bool, DirectoryError> {
    todo!()
}
