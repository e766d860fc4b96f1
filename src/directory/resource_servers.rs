//! Resource servers and their scopes.

use super::DirectoryError;
use crate::env::Env;
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;

/// Makes or replaces a resource server.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn put(_env: &Env, _pool: &UserPool, _server: ResourceServer) -> Result<(), DirectoryError> {
    todo!()
}

/// All resource servers of a pool.
///
/// # Errors
/// When the database did not answer.
pub async fn list(_env: &Env, _pool: &UserPool) -> Result<Vec<ResourceServer>, DirectoryError> {
    todo!()
}
