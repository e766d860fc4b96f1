//! `/oauth2/token` (RFC 6749 §3.2): the phases that every grant shares.

use actix_web::http::header::{CACHE_CONTROL, HeaderValue, PRAGMA};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::env::Env;
use crate::model::client::AppClient;
use crate::model::pool::UserPool;
use crate::tokens::TokenSet;
use crate::web::edge;
use crate::web::form::{FormParameters, Parameters, ParametersError};
use crate::web::pool_host::RequestedPool;

use super::client_auth;
use super::error::{ErrorCode, OAuthError};
use super::grants::{authorization_code, client_credentials, refresh_token};

/// What a grant works on: the client has proven itself.
#[derive(Clone, Copy)]
pub struct TokenRequest<'a> {
    /// The process.
    pub env: &'a Env,
    /// The pool.
    pub pool: &'a UserPool,
    /// The client.
    pub client: &'a AppClient,
    /// The parameters.
    pub parameters: &'a Parameters,
}

/// Gives tokens for a grant.
pub async fn post(
    request: HttpRequest,
    requested: RequestedPool,
    form: Result<FormParameters, ParametersError>,
) -> HttpResponse {
    let grant_type = form.as_ref().map_or("none", |FormParameters(parameters)| known_grant(parameters));
    let outcome = grant(&request, &requested, form).await;
    let word = outcome.as_ref().map_or_else(|error| error.code.as_str(), |_| "success");
    edge::env(&request).metrics.protocol.token_requests.one([grant_type, word]);
    match outcome {
        Ok(tokens) => respond(tokens),
        Err(error) => error.into_json(),
    }
}

/// The grant as a label: what somebody sent is none.
fn known_grant(parameters: &Parameters) -> &'static str {
    match parameters.get("grant_type") {
        Some("authorization_code") => "authorization_code",
        Some("refresh_token") => "refresh_token",
        Some("client_credentials") => "client_credentials",
        Some(_) => "other",
        None => "none",
    }
}

async fn grant(
    request: &HttpRequest,
    requested: &RequestedPool,
    form: Result<FormParameters, ParametersError>,
) -> Result<TokenSet, OAuthError> {
    let FormParameters(parameters) = form?;
    let env = edge::env(request);
    let client = client_auth::authenticate(&env, &requested.pool, request.headers(), &parameters).await?;
    let token_request =
        TokenRequest { env: &env, pool: &requested.pool, client: &client, parameters: &parameters };
    match parameters.get("grant_type") {
        Some("authorization_code") => authorization_code::grant(token_request).await,
        Some("refresh_token") => refresh_token::grant(token_request).await,
        Some("client_credentials") => client_credentials::grant(token_request).await,
        Some(_) => Err(OAuthError::new(ErrorCode::UnsupportedGrantType, "The grant_type is not supported.")),
        None => Err(OAuthError::invalid_request("grant_type is missing.")),
    }
}

/// RFC 6749 §5.1, OpenID Connect Core §3.1.3.3; `scope` always, so that a client sees what it got.
#[derive(Serialize)]
struct Answer {
    access_token: String,
    expires_in: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    scope: String,
    token_type: &'static str,
}

fn respond(tokens: TokenSet) -> HttpResponse {
    let TokenSet { access_token, id_token, refresh_token, expires_in, scope } = tokens;
    let scope = scope.join(" ");
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .insert_header((PRAGMA, HeaderValue::from_static("no-cache")))
        .json(Answer { access_token, expires_in, id_token, refresh_token, scope, token_type: "Bearer" })
}
