//! People, as an operator sees them, and what ends when an account changes.

use super::DirectoryError;
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::caller::Caller;
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::model::user::User;

/// A user made by an operator or by seed data. Holds a password, so it has no `Debug`.
#[derive(Clone)]
pub struct NewUser {
    /// The user name; `None` where an address stands in for it.
    pub username: Option<String>,
    /// Attributes; the verified flags may be among them.
    pub attributes: AttributeMap,
    /// The password; `None` makes a temporary one.
    pub password: Option<String>,
    /// Whether the password is temporary: the status is FORCE_CHANGE_PASSWORD then, else CONFIRMED.
    pub temporary: bool,
    /// Whether an invitation is sent, with the temporary password.
    pub invite: bool,
}

/// Makes a user.
///
/// # Errors
/// As sign-up.
pub async fn create(
    _env: &Env,
    _caller: &Caller,
    _pool: &UserPool,
    _new: NewUser,
) -> Result<User, DirectoryError> {
    todo!()
}

/// Finds a person by id.
///
/// # Errors
/// When the database did not answer.
pub async fn find(_env: &Env, _pool: &UserPool, _id: &UserId) -> Result<Option<User>, DirectoryError> {
    todo!()
}

/// Fills in attributes that the person gives; each is checked against schema and client.
///
/// # Errors
/// [`DirectoryError::Attributes`], [`DirectoryError::NotFound`].
pub async fn set_attributes(
    _env: &Env,
    _pool: &UserPool,
    _client: Option<&crate::model::client::AppClient>,
    _id: &UserId,
    _attributes: AttributeMap,
) -> Result<(), DirectoryError> {
    todo!()
}

/// Turns an account on or off. Off ends its sessions, tokens and open flows at once.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn set_enabled(
    _env: &Env,
    _pool: &UserPool,
    _id: &UserId,
    _enabled: bool,
) -> Result<(), DirectoryError> {
    todo!()
}

/// Asks for a new password by code at the next sign-in, and ends sessions, tokens and open flows.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn require_reset(_env: &Env, _pool: &UserPool, _id: &UserId) -> Result<(), DirectoryError> {
    todo!()
}

/// Ends every session, token and open flow of a person.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn global_sign_out(_env: &Env, _pool: &UserPool, _id: &UserId) -> Result<(), DirectoryError> {
    todo!()
}

/// Deletes a person and everything of theirs.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn delete(_env: &Env, _pool: &UserPool, _id: &UserId) -> Result<(), DirectoryError> {
    todo!()
}
