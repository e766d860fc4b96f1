//! User pools.

use super::DirectoryError;
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::model::pool::{PoolSettings, UserPool};

/// Makes a pool; without an id one is drawn.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn create(
    _env: &Env,
    _id: Option<PoolId>,
    _name: &str,
    _settings: PoolSettings,
) -> Result<UserPool, DirectoryError> {
    todo!()
}

/// Changes the settings of a pool.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`], [`DirectoryError::NotFound`].
pub async fn update(
    _env: &Env,
    _id: &PoolId,
    _name: &str,
    _settings: PoolSettings,
) -> Result<UserPool, DirectoryError> {
    todo!()
}

/// Finds a pool.
///
/// # Errors
/// When the database did not answer.
pub async fn find(_env: &Env, _id: &PoolId) -> Result<Option<UserPool>, DirectoryError> {
    todo!()
}
