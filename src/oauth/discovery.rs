//! Metadata: OpenID Connect Discovery 1.0 §4 and RFC 8414, one document for both. It says what is true.

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

use crate::directory;
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::render::contexts::ErrorKind;
use crate::web::pool_host::RequestedPool;
use crate::web::{WebError, edge};

use super::error::OAuthError;
use super::jwks::{self, CACHEABLE};
use super::scopes;

/// The document under the issuer. The root of the server is no issuer, and neither is a domain, so there is none there.
pub async fn get(request: HttpRequest, requested: RequestedPool) -> Result<HttpResponse, WebError> {
    if requested.base.is_empty() {
        return Err(WebError::not_found(ErrorKind::NotFound));
    }
    Ok(document(&edge::env(&request), &requested.pool).await)
}

/// The document where RFC 8414 §3.1 puts it: the pool after the well-known part.
pub async fn get_inserted(request: HttpRequest, path: web::Path<String>) -> Result<HttpResponse, WebError> {
    let not_found = || WebError::not_found(ErrorKind::NotFound);
    let env = edge::env(&request);
    let id = PoolId::parse(&path.into_inner()).map_err(|_| not_found())?;
    let pool = directory::pools::serving(&env, &id).await?.ok_or_else(not_found)?;
    Ok(document(&env, &pool).await)
}

async fn document(env: &Env, pool: &UserPool) -> HttpResponse {
    match metadata(env, pool).await {
        Ok(metadata) => HttpResponse::Ok().insert_header(CACHEABLE).json(metadata),
        Err(error) => error.into_json(),
    }
}

async fn metadata(env: &Env, pool: &UserPool) -> Result<Value, OAuthError> {
    let issuer = env.settings.issuer(&pool.id);
    let url = directory::domains::address(env, pool).await?;
    let mut algorithms: Vec<Value> = Vec::new();
    for key in jwks::published(env, &pool.id).await? {
        if !algorithms.contains(&key["alg"]) {
            algorithms.push(key["alg"].clone());
        }
    }
    let mut supported_scopes = scopes::STANDARD.to_vec();
    supported_scopes.push(scopes::OFFLINE_ACCESS);
    let authentication = ["client_secret_basic", "client_secret_post", "none"];
    Ok(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{url}/oauth2/authorize"),
        "token_endpoint": format!("{url}/oauth2/token"),
        "userinfo_endpoint": format!("{url}/oauth2/userInfo"),
        "revocation_endpoint": format!("{url}/oauth2/revoke"),
        "end_session_endpoint": format!("{url}/logout"),
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": algorithms,
        "token_endpoint_auth_methods_supported": authentication,
        "revocation_endpoint_auth_methods_supported": authentication,
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": supported_scopes,
        "claim_types_supported": ["normal"],
        "claims_supported": [
            "sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "acr", "amr", "sid", "jti", "name",
            "family_name", "given_name", "middle_name", "nickname", "preferred_username", "profile", "picture",
            "website", "gender", "birthdate", "zoneinfo", "locale", "updated_at", "email", "email_verified",
            "phone_number", "phone_number_verified", "address", "cognito:username", "cognito:groups",
        ],
        "acr_values_supported": pool.settings.acr.names(),
        "prompt_values_supported": ["none", "login", "select_account", "create"],
        "ui_locales_supported": env.renderer.translator().languages().collect::<Vec<_>>(),
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "authorization_response_iss_parameter_supported": true,
    }))
}
