//! App clients and their secrets.

use secrecy::SecretString;

use super::DirectoryError;
use crate::env::Env;
use crate::model::client::{AppClient, ClientSecret, ClientSettings};
use crate::model::ids::ClientId;
use crate::model::pool::UserPool;

/// A client to be made.
pub struct NewClient {
    /// Its id; drawn when absent.
    pub id: Option<ClientId>,
    /// Its name.
    pub name: String,
    /// Its settings.
    pub settings: ClientSettings,
    /// Its first secret, for confidential clients; drawn when absent.
    pub secret: Option<SecretString>,
}

/// Makes a client.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn create(_env: &Env, _pool: &UserPool, _new: NewClient) -> Result<AppClient, DirectoryError> {
    todo!()
}

/// Changes the settings of a client.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`], [`DirectoryError::NotFound`].
pub async fn update(
    _env: &Env,
    _pool: &UserPool,
    _id: &ClientId,
    _settings: ClientSettings,
) -> Result<AppClient, DirectoryError> {
    todo!()
}

/// Finds a client of this pool.
///
/// # Errors
/// When the database did not answer.
pub async fn find(_env: &Env, _pool: &UserPool, _id: &ClientId) -> Result<Option<AppClient>, DirectoryError> {
    todo!()
}

/// The active secrets, opened; never cached, so that a deleted one ends at once.
///
/// # Errors
/// When the database did not answer or a secret cannot be opened.
pub async fn secrets(
    _env: &Env,
    _pool: &UserPool,
    _client: &AppClient,
) -> Result<Vec<ClientSecret>, DirectoryError> {
    todo!()
}

/// Adds a secret; at most two are active.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for a third one.
pub async fn add_secret(
    _env: &Env,
    _pool: &UserPool,
    _client: &AppClient,
    _value: Option<SecretString>,
) -> Result<ClientSecret, DirectoryError> {
    todo!()
}

/// Deletes a secret; the last one stays.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`] for the last one, [`DirectoryError::NotFound`].
pub async fn delete_secret(
    _env: &Env,
    _pool: &UserPool,
    _client: &AppClient,
    _secret_id: &str,
) -> Result<(), DirectoryError> {
    todo!()
}

/// Whether `presented` is one of the client's secrets, in constant time.
///
/// # Errors
/// As [`secrets`].
pub async fn check_secret(
    _env: &Env,
    _pool: &UserPool,
    _client: &AppClient,
    _presented: &str,
) -> Result<bool, DirectoryError> {
    todo!()
}
