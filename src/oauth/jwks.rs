//! `/.well-known/jwks.json` (RFC 7517 §5): the public halves of a pool's signing keys.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

use crate::env::Env;
use crate::model::client::SigningAlgorithm;
use crate::model::ids::PoolId;
use crate::tokens::keys;
use crate::web::edge;
use crate::web::pool_host::RequestedPool;

use super::error::OAuthError;

/// Clients may keep keys and metadata this long; a new key is published for longer before it signs.
pub(super) const CACHEABLE: (actix_web::http::header::HeaderName, &str) =
    (CACHE_CONTROL, "public, max-age=300");

/// The key set.
pub async fn get(request: HttpRequest, requested: RequestedPool) -> HttpResponse {
    match published(&edge::env(&request), &requested.pool.id).await {
        Ok(keys) => HttpResponse::Ok().insert_header(CACHEABLE).json(json!({ "keys": keys })),
        Err(error) => error.into_json(),
    }
}

/// The published keys: one for RS256 always, others once a client has used them.
pub(super) async fn published(env: &Env, pool: &PoolId) -> Result<Vec<Value>, OAuthError> {
    keys::ensure(env, pool, SigningAlgorithm::Rs256).await?;
    // Never what this node remembers: another may sign with a key that it has just made.
    Ok(keys::load(env, pool).await?.keys.iter().map(|key| key.jwk.clone()).collect())
}
