//! `/oauth2/revoke` (RFC 7009).

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse};

use crate::tokens::{self, TokenError};
use crate::web::edge;
use crate::web::form::{FormParameters, ParametersError};
use crate::web::pool_host::RequestedPool;

use super::client_auth;
use super::error::{ErrorCode, OAuthError};

/// Revokes a token of the client. What the token was, and whether it existed, nobody learns.
pub async fn post(
    request: HttpRequest,
    requested: RequestedPool,
    form: Result<FormParameters, ParametersError>,
) -> HttpResponse {
    match revoke(&request, &requested, form).await {
        Ok(()) => HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).finish(),
        Err(error) => error.into_json(),
    }
}

async fn revoke(
    request: &HttpRequest,
    requested: &RequestedPool,
    form: Result<FormParameters, ParametersError>,
) -> Result<(), OAuthError> {
    let FormParameters(parameters) = form?;
    let env = edge::env(request);
    let client = client_auth::authenticate(&env, &requested.pool, request.headers(), &parameters).await?;
    if !client.settings.token_revocation {
        return Err(OAuthError::invalid_request("Revocation is off for this client."));
    }
    let token = parameters.get("token").ok_or_else(|| OAuthError::invalid_request("token is missing."))?;
    match tokens::revoke::revoke(&env, &requested.pool, &client, token).await {
        Err(TokenError::OtherKind) => {
            Err(OAuthError::new(ErrorCode::UnsupportedTokenType, "Tokens of this kind cannot be revoked."))
        }
        outcome => Ok(outcome?),
    }
}
