//! The token endpoint of every stand-in (RFC 6749 §4.1.3, RFC 7636 §4.6).

use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use actix_web::web::{Path, ServiceConfig, get, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::grant::{self, ACCESS_LIFE, Access, Grant};
use super::people::{self, Person};
use super::{PATH, StandIn, apple, authorize, facebook, oidc};
use crate::crypto::digest::{constant_time_eq, sha256_base64url};
use crate::env::Env;
use crate::model::provider::ProviderKind;
use crate::web::WebError;
use crate::web::edge;
use crate::web::form::{FormParameters, Parameters, ParametersError, QueryParameters};

pub(super) fn routes(routes: &mut ServiceConfig) {
    for place in ["/{name}/token", "/{name}/auth/o2/token"] {
        routes.service(resource(format!("{PATH}{place}")).route(post().to(post_token)));
    }
    // Facebook's takes its parameters either way.
    let of_facebook = resource(format!("{PATH}/{{name}}/oauth/access_token"));
    routes.service(of_facebook.route(post().to(post_token)).route(get().to(get_token)));
}

/// Why there are no tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// `invalid_client`.
    Client,
    /// `invalid_grant`, and what about it.
    Grant(&'static str),
    /// `invalid_request`.
    Request,
    /// `unsupported_grant_type`.
    GrantType,
}

async fn post_token(
    request: HttpRequest,
    name: Path<String>,
    form: Result<FormParameters, ParametersError>,
) -> Result<HttpResponse, WebError> {
    let stand_in = authorize::find(&name)?;
    match form {
        Ok(form) => answer(&request, &stand_in, &form.0).await,
        Err(_) => Ok(refused(&stand_in, Refusal::Request)),
    }
}

async fn get_token(
    request: HttpRequest,
    name: Path<String>,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    let stand_in = authorize::find(&name)?;
    answer(&request, &stand_in, &query.0).await
}

async fn answer(
    request: &HttpRequest,
    stand_in: &StandIn,
    parameters: &Parameters,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    if !is_client(&env, stand_in, request, parameters).await? {
        return Ok(refused(stand_in, Refusal::Client));
    }
    // Facebook's documents show requests without a grant type.
    let grant_type = parameters.get("grant_type");
    if !(grant_type == Some("authorization_code")
        || grant_type.is_none() && stand_in.kind == ProviderKind::Facebook)
    {
        return Ok(refused(stand_in, Refusal::GrantType));
    }
    match redeem(&env, stand_in, parameters) {
        Ok((grant, person)) => Ok(HttpResponse::Ok().json(tokens(&env, stand_in, &grant, &person).await?)),
        Err(refusal) => Ok(refused(stand_in, refusal)),
    }
}

fn redeem(env: &Env, stand_in: &StandIn, parameters: &Parameters) -> Result<(Grant, Person), Refusal> {
    let wrong = |what| Err(Refusal::Grant(what));
    let Some(grant) = grant::spend(env, stand_in, parameters.text("code")) else {
        return wrong("the code is unknown, has expired or was used");
    };
    if grant.asked.redirect_uri != parameters.text("redirect_uri") {
        return wrong("redirect_uri is not that of the authorization request");
    }
    let verifier = parameters.text("code_verifier");
    let proven = match &grant.asked.challenge {
        Some(challenge) => sha256_base64url(verifier.as_bytes()) == *challenge,
        // A verifier without a challenge is a code that somebody slipped in (RFC 9700 §2.1.1).
        None => verifier.is_empty(),
    };
    if !proven {
        return wrong("code_verifier does not fit the challenge");
    }
    match people::find(&grant.person) {
        Some(person) => Ok((grant, person)),
        None => wrong("there is no such person"),
    }
}

async fn tokens(env: &Env, stand_in: &StandIn, grant: &Grant, person: &Person) -> Result<Value, WebError> {
    let access = Access { person: grant.person.clone(), scope: grant.asked.scope.clone() };
    let access_token = grant::access_token(env, stand_in, &access);
    let mut tokens = json!({
        "token_type": "Bearer",
        "expires_in": ACCESS_LIFE / 1000,
        "scope": grant.asked.scope,
    });
    let wants_id_token = stand_in.kind == ProviderKind::SignInWithApple || grant.asked.has_scope("openid");
    if stand_in.has_id_tokens() && wants_id_token {
        let id_token = oidc::id_token(env, stand_in, (grant, person), &access_token).await?;
        tokens["id_token"] = Value::from(id_token);
    }
    tokens["access_token"] = Value::from(access_token);
    Ok(tokens)
}

/// Whether the application has proven itself, in one way and not in two (RFC 6749 §2.3).
async fn is_client(
    env: &Env,
    stand_in: &StandIn,
    request: &HttpRequest,
    parameters: &Parameters,
) -> Result<bool, WebError> {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (id, secret) = match header {
        Some(_) if parameters.has("client_secret") => return Ok(false),
        Some(header) => match basic(header) {
            Some(pair) => pair,
            None => return Ok(false),
        },
        None => (parameters.text("client_id").to_owned(), parameters.text("client_secret").to_owned()),
    };
    if id != stand_in.client_id {
        return Ok(false);
    }
    match stand_in.kind {
        ProviderKind::SignInWithApple => apple::is_secret(env, stand_in, &secret).await,
        _ => Ok(constant_time_eq(secret.as_bytes(), stand_in.secret.as_bytes())),
    }
}

/// Id and secret, each written as in a form (RFC 6749 §2.3.1).
fn basic(header: &str) -> Option<(String, String)> {
    let (scheme, value) = header.split_once(' ')?;
    let bytes = STANDARD.decode(value.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let text = String::from_utf8(bytes).ok()?;
    let (id, secret) = text.split_once(':')?;
    let plain = |text: &str| {
        percent_decode_str(&text.replace('+', " ")).decode_utf8().ok().map(std::borrow::Cow::into_owned)
    };
    plain(id).zip(plain(secret))
}

fn refused(stand_in: &StandIn, refusal: Refusal) -> HttpResponse {
    if stand_in.kind == ProviderKind::Facebook {
        return facebook::refused(refusal);
    }
    let (status, error, description) = match refusal {
        Refusal::Client => {
            (StatusCode::UNAUTHORIZED, "invalid_client", "client_id or client_secret is wrong")
        }
        Refusal::Grant(description) => (StatusCode::BAD_REQUEST, "invalid_grant", description),
        Refusal::Request => (StatusCode::BAD_REQUEST, "invalid_request", "the parameters cannot be read"),
        Refusal::GrantType => (StatusCode::BAD_REQUEST, "unsupported_grant_type", "only authorization_code"),
    };
    let mut response = HttpResponse::build(status);
    if refusal == Refusal::Client {
        response.insert_header((WWW_AUTHENTICATE, "Basic realm=\"stand-in\""));
    }
    response.json(json!({ "error": error, "error_description": description }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_is_decoded_twice() {
        let header = |text: &str| format!("Basic {}", STANDARD.encode(text));
        assert_eq!(basic(&header("a%3Ab:c+d%2Be")), Some(("a:b".into(), "c d+e".into())));
        for wrong in ["Basic", "Bearer YTpi", "Basic !!", &header("none")] {
            assert_eq!(basic(wrong), None, "{wrong}");
        }
    }
}
