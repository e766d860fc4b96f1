//! `/oauth2/userInfo` (OpenID Connect Core §5.3), with the errors of RFC 6750 §3.

use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, HeaderMap, WWW_AUTHENTICATE};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};

use crate::directory;
use crate::env::Env;
use crate::model::attributes::VERIFIED_FLAGS;
use crate::model::external::{IDENTITIES, Identity};
use crate::model::pool::UserPool;
use crate::tokens::{self, TokenError};
use crate::web::edge;
use crate::web::form::{FormParameters, Parameters, ParametersError};
use crate::web::pool_host::RequestedPool;

use super::error::OAuthError;

/// Why there is no answer.
enum Refusal {
    /// No token at all: the challenge says nothing more.
    NoToken,
    /// `invalid_request`.
    Malformed(&'static str),
    /// `invalid_token`.
    InvalidToken,
    /// `insufficient_scope`.
    InsufficientScope,
    /// A fault of ours.
    Fault(OAuthError),
}

/// Answers with a token in the header.
pub async fn get(request: HttpRequest, requested: RequestedPool) -> HttpResponse {
    let parameters = Parameters::default();
    respond(&request, &requested, &parameters).await
}

/// Answers with a token in the header or in the form (RFC 6750 §2.2).
pub async fn post(
    request: HttpRequest,
    requested: RequestedPool,
    form: Result<FormParameters, ParametersError>,
) -> HttpResponse {
    match form {
        Ok(FormParameters(parameters)) => respond(&request, &requested, &parameters).await,
        // A post with the token in its header need not have a form.
        Err(ParametersError::ContentType) => respond(&request, &requested, &Parameters::default()).await,
        Err(ParametersError::TooLarge) => OAuthError::from(ParametersError::TooLarge).into_json(),
        Err(_) => refuse(Refusal::Malformed("The form is not valid.")),
    }
}

async fn respond(request: &HttpRequest, requested: &RequestedPool, form: &Parameters) -> HttpResponse {
    let env = edge::env(request);
    let claims = match find_token(request.headers(), form) {
        Ok(token) => claims(&env, &requested.pool, token).await,
        Err(refusal) => Err(refusal),
    };
    match claims {
        Ok(claims) => HttpResponse::Ok().json(claims),
        Err(refusal) => refuse(refusal),
    }
}

fn find_token<'a>(headers: &'a HeaderMap, form: &'a Parameters) -> Result<&'a str, Refusal> {
    let mut in_headers = headers.get_all(AUTHORIZATION);
    let in_header = match (in_headers.next(), in_headers.next()) {
        (None, _) => None,
        (Some(header), None) => bearer(header.to_str().unwrap_or_default())?,
        (Some(_), Some(_)) => return Err(Refusal::Malformed("Several Authorization headers were sent.")),
    };
    match (in_header, form.get("access_token")) {
        (Some(token), None) | (None, Some(token)) => Ok(token),
        (None, None) => Err(Refusal::NoToken),
        (Some(_), Some(_)) => Err(Refusal::Malformed("The token was sent in two ways.")),
    }
}

/// The token of an `Authorization` header; `None` when its scheme is another one.
fn bearer(header: &str) -> Result<Option<&str>, Refusal> {
    let (scheme, token) = header.split_once(' ').unwrap_or((header, ""));
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Ok(None);
    }
    let token = token.trim();
    let is_token = !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic());
    if is_token { Ok(Some(token)) } else { Err(Refusal::Malformed("The Authorization header is not valid.")) }
}

async fn claims(env: &Env, pool: &UserPool, token: &str) -> Result<Map<String, Value>, Refusal> {
    let token = tokens::verify::access_token(env, pool, token).await.map_err(|error| match error {
        TokenError::Store(error) => Refusal::Fault(error.into()),
        TokenError::Internal(cause) => Refusal::Fault(OAuthError::internal(cause)),
        _ => Refusal::InvalidToken,
    })?;
    let Some(user) = token.user.filter(|_| token.scope.iter().any(|scope| scope == "openid")) else {
        return Err(Refusal::InsufficientScope);
    };
    let client = directory::clients::serving(env, pool, &token.client_id)
        .await
        .map_err(|error| Refusal::Fault(error.into()))?
        .ok_or(Refusal::InvalidToken)?;
    let person = (&user, token.identities.as_slice());
    let mut claims = tokens::released_attributes(pool, &client, person, &token.scope);
    if pool.settings.compatibility.cognito
        && let Some(identities) = claims.get_mut(IDENTITIES)
    {
        // Cognito gives the attribute here, which is a text.
        *identities = Value::from(Identity::attribute(&token.identities));
    }
    if pool.settings.compatibility.string_booleans_in_user_info() {
        for flag in VERIFIED_FLAGS {
            if let Some(value) = claims.get_mut(flag) {
                *value = Value::from(value.to_string());
            }
        }
    }
    claims.insert("sub".into(), json!(user.id));
    claims.insert("username".into(), json!(user.username));
    Ok(claims)
}

fn refuse(refusal: Refusal) -> HttpResponse {
    let (status, error, description) = match refusal {
        Refusal::Fault(error) => return error.into_json(),
        Refusal::NoToken => {
            return HttpResponse::Unauthorized()
                .insert_header((WWW_AUTHENTICATE, "Bearer"))
                .content_type("application/json")
                .body("{}");
        }
        Refusal::Malformed(description) => (StatusCode::BAD_REQUEST, "invalid_request", description),
        Refusal::InvalidToken => (
            StatusCode::UNAUTHORIZED,
            "invalid_token",
            "Access token is expired, disabled, or deleted, or the user has globally signed out.",
        ),
        Refusal::InsufficientScope => {
            (StatusCode::FORBIDDEN, "insufficient_scope", "The access token has no scope openid.")
        }
    };
    let scope = if status == StatusCode::FORBIDDEN { ", scope=\"openid\"" } else { "" };
    let challenge = format!("Bearer error=\"{error}\", error_description=\"{description}\"{scope}");
    HttpResponse::build(status)
        .insert_header((WWW_AUTHENTICATE, challenge))
        .json(json!({ "error": error, "error_description": description }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_taken_from_one_place_only() {
        let token = |header: Option<&str>, form: &str| {
            let mut headers = HeaderMap::new();
            if let Some(value) = header.and_then(|text| text.parse().ok()) {
                headers.insert(AUTHORIZATION, value);
            }
            let Ok(parameters) = Parameters::parse(form.as_bytes()) else { panic!("unreadable: {form}") };
            match find_token(&headers, &parameters) {
                Ok(token) => token.to_owned(),
                Err(Refusal::NoToken) => "none".to_owned(),
                Err(_) => "malformed".to_owned(),
            }
        };
        assert_eq!(token(Some("Bearer a.b.c"), ""), "a.b.c");
        assert_eq!(token(Some("bearer a.b.c"), ""), "a.b.c");
        assert_eq!(token(None, "access_token=a.b.c"), "a.b.c");
        assert_eq!(token(None, ""), "none");
        assert_eq!(token(Some("Basic YTpi"), ""), "none");
        assert_eq!(token(Some("Bearer"), ""), "malformed");
        assert_eq!(token(Some("Bearer a b"), ""), "malformed");
        assert_eq!(token(Some("Bearer a.b.c"), "access_token=a.b.c"), "malformed");
    }
}
