//! Groups.

use super::DirectoryError;
use crate::env::Env;
use crate::model::group::Group;
use crate::model::ids::UserId;
use crate::model::pool::UserPool;

/// Makes a group.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for a wrong or taken name.
pub async fn create(_env: &Env, _pool: &UserPool, _group: Group) -> Result<(), DirectoryError> {
    todo!()
}

/// Adds a person to a group; a member stays one.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn add_member(
    _env: &Env,
    _pool: &UserPool,
    _group: &str,
    _user: &UserId,
) -> Result<(), DirectoryError> {
    todo!()
}

/// Takes a person out of a group.
///
/// # Errors
/// [`DirectoryError::NotFound`].
pub async fn remove_member(
    _env: &Env,
    _pool: &UserPool,
    _group: &str,
    _user: &UserId,
) -> Result<(), DirectoryError> {
    todo!()
}

/// The groups of a person, by precedence (lowest number first, none last), then by name.
///
/// # Errors
/// When the database did not answer.
pub async fn of_user(_env: &Env, _pool: &UserPool, _user: &UserId) -> Result<Vec<Group>, DirectoryError> {
    todo!()
}
