//! What the account pages sign people in under: a client of their own, which is no application.
//!
//! It takes every provider of the pool, has no redirect address, no flow of OAuth and no secret, and nobody can name it:
//! its id has a character that no `client_id` has, and no look-up of clients finds its row.

use std::sync::Arc;

use super::{DirectoryError, clients};
use crate::env::Env;
use crate::model::account::account_client_id;
use crate::model::client::{AppClient, ClientSettings};
use crate::model::ids::ClientId;
use crate::model::pool::UserPool;

/// The client of a pool's account pages.
pub fn of(pool: &UserPool) -> AppClient {
    AppClient {
        pool_id: pool.id.clone(),
        id: ClientId::trusted(account_client_id(&pool.id)),
        name: String::new(),
        settings: ClientSettings {
            allowed_flows: Vec::new(),
            allowed_scopes: Vec::new(),
            explicit_auth_flows: Vec::new(),
            ..ClientSettings::default()
        },
        created_at: pool.created_at,
        updated_at: pool.created_at,
    }
}

/// The client, with the row that flows refer to.
///
/// # Errors
/// When the database did not answer.
pub async fn ready(env: &Env, pool: &UserPool) -> Result<Arc<AppClient>, DirectoryError> {
    let client = Arc::new(of(pool));
    let (id, pool_id, now) = (client.id.clone(), pool.id.clone(), env.now());
    if !env.db.read(move |c| crate::store::clients::exists(c, &id)).await? {
        env.db.write(move |c| crate::store::clients::put_account(c, &pool_id, now)).await?;
    }
    Ok(client)
}

/// The client of a flow: an application, or the account pages.
///
/// # Errors
/// When the database did not answer.
pub async fn of_flow(
    env: &Env,
    pool: &UserPool,
    id: &ClientId,
) -> Result<Option<Arc<AppClient>>, DirectoryError> {
    if id.as_str() == account_client_id(&pool.id) {
        // The page that adds a passkey asks for a fresh proof as well, also where there are no account pages.
        let is_on = pool.settings.has_account_pages() || pool.settings.has_passkeys();
        return Ok(is_on.then(|| Arc::new(of(pool))));
    }
    clients::serving(env, pool, id).await
}
