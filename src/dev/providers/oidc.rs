//! What stand-ins with ID tokens have beside: discovery, keys, ID tokens, userInfo, and the end of a session (OpenID
//! Connect Core, Discovery 1.0, RP-Initiated Logout 1.0).

use actix_web::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use actix_web::web::{Path, ServiceConfig, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};

use super::grant::{self, Access, Grant};
use super::people::{self, Person};
use super::{PATH, StandIn, authorize, keys, places, show};
use crate::crypto::jwt::{self, Algorithm, left_half_hash};
use crate::env::Env;
use crate::model::provider::ProviderKind;
use crate::render::contexts::{ErrorKind, ProviderNoteKind};
use crate::web::edge;
use crate::web::form::{FormParameters, Parameters, QueryParameters};
use crate::web::{WebError, get_or_head, link, see_other};

/// How long an ID token is valid, seconds: less than a wrong clock is off.
const ID_TOKEN_LIFE: i64 = 10 * 60;

pub(super) fn routes(routes: &mut ServiceConfig) {
    let at = |place: &str| resource(format!("{PATH}/{{name}}{place}"));
    routes
        .service(at("/.well-known/openid-configuration").route(get_or_head().to(get_discovery)))
        .service(at("/keys").route(get_or_head().to(get_keys)))
        .service(at("/userinfo").route(get_or_head().to(get_user_info)).route(post().to(post_user_info)))
        .service(at("/logout").route(get_or_head().to(get_logout)).route(post().to(post_logout)));
}

fn find(name: &str) -> Result<StandIn, WebError> {
    let found = authorize::find(name)?;
    if found.has_id_tokens() { Ok(found) } else { Err(WebError::not_found(ErrorKind::NotFound)) }
}

/// Discovery §3.
async fn get_discovery(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, WebError> {
    let (env, stand_in) = (edge::env(&request), find(&name)?);
    let at = |place: &str| stand_in.address(&env.settings, place);
    let mut document = json!({
        "issuer": at(""),
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "form_post"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": ["openid", "email", "profile"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "claims_supported": ["sub", "email", "email_verified", "name", "given_name", "family_name"],
    });
    match stand_in.kind {
        // Apple has neither.
        ProviderKind::SignInWithApple => {}
        ProviderKind::Google => document["userinfo_endpoint"] = json!(at("/userinfo")),
        _ => {
            document["userinfo_endpoint"] = json!(at("/userinfo"));
            document["end_session_endpoint"] = json!(at("/logout"));
            document["authorization_response_iss_parameter_supported"] = json!(true);
        }
    }
    Ok(HttpResponse::Ok().json(document))
}

async fn get_keys(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, WebError> {
    find(&name)?;
    let keys = keys::find(&edge::env(&request)).await?;
    Ok(HttpResponse::Ok().json(json!({ "keys": [keys.tokens.public_jwk()] })))
}

/// Signs an ID token (Core §2), by the stand-in's clock.
pub(super) async fn id_token(
    env: &Env,
    stand_in: &StandIn,
    (grant, person): (&Grant, &Person),
    access_token: &str,
) -> Result<String, WebError> {
    let keys = keys::find(env).await?;
    let now = (env.now() + stand_in.clock_off) / 1000;
    let mut claims = claims(stand_in, &grant.asked.scope, person);
    let protocol = json!({
        "iss": stand_in.address(&env.settings, ""),
        "aud": stand_in.client_id,
        "iat": now,
        "exp": now + ID_TOKEN_LIFE,
        "auth_time": now,
        "at_hash": left_half_hash(Algorithm::Rs256, access_token),
        "sid": grant.id,
    });
    claims.extend(protocol.as_object().cloned().unwrap_or_default());
    claims.extend(grant.asked.nonce.clone().map(|nonce| ("nonce".to_owned(), Value::from(nonce))));
    let signed = keys.tokens.sign(&[("typ", "JWT")], &claims);
    signed.map_err(|error| WebError::Internal(error.to_string()))
}

/// What a stand-in says about somebody to those who ask for these scopes (Core §5.4).
fn claims(stand_in: &StandIn, scope: &str, person: &Person) -> Map<String, Value> {
    let mut claims = Map::new();
    let mut say = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    say("sub", Value::from(person.subject(stand_in.kind)));
    let apple = stand_in.kind == ProviderKind::SignInWithApple;
    if let Some(email) = person.email.filter(|_| grant::has_scope(scope, "email")) {
        say("email", Value::from(email));
        // Apple writes truth as a text.
        let verified = person.email_verified;
        say("email_verified", if apple { json!(verified.to_string()) } else { json!(verified) });
    }
    if !apple && grant::has_scope(scope, "profile") {
        say("name", Value::from(person.name));
        say("given_name", Value::from(person.given_name));
        say("family_name", Value::from(person.family_name));
    }
    claims
}

async fn get_user_info(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, WebError> {
    user_info(&request, &find(&name)?, None)
}

/// The token may be in the form (RFC 6750 §2.2).
async fn post_user_info(
    request: HttpRequest,
    name: Path<String>,
    form: Option<FormParameters>,
) -> Result<HttpResponse, WebError> {
    user_info(&request, &find(&name)?, form.as_ref().and_then(|form| form.0.get("access_token")))
}

/// Core §5.3.
fn user_info(
    request: &HttpRequest,
    stand_in: &StandIn,
    posted: Option<&str>,
) -> Result<HttpResponse, WebError> {
    Ok(match asked_by(request, stand_in, posted) {
        Some((access, person)) => HttpResponse::Ok().json(claims(stand_in, &access.scope, &person)),
        None => unauthorized(),
    })
}

/// Whose access token a request has, in the header or elsewhere.
pub(super) fn asked_by(
    request: &HttpRequest,
    stand_in: &StandIn,
    elsewhere: Option<&str>,
) -> Option<(Access, Person)> {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header.and_then(|header| header.strip_prefix("Bearer ")).or(elsewhere)?;
    let access = grant::open_access(&edge::env(request), stand_in, token)?;
    let person = people::find(&access.person)?;
    Some((access, person))
}

/// RFC 6750 §3.1.
pub(super) fn unauthorized() -> HttpResponse {
    HttpResponse::Unauthorized()
        .insert_header((WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""))
        .json(json!({ "error": "invalid_token" }))
}

async fn get_logout(
    request: HttpRequest,
    name: Path<String>,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    logout(&request, &find(&name)?, &query.0).await
}

async fn post_logout(
    request: HttpRequest,
    name: Path<String>,
    form: FormParameters,
) -> Result<HttpResponse, WebError> {
    logout(&request, &find(&name)?, &form.0).await
}

/// RP-Initiated Logout §2: nobody has a session here, so that there is only the way back. Without a hint that this
/// stand-in signed, nobody is sent anywhere.
async fn logout(
    request: &HttpRequest,
    stand_in: &StandIn,
    parameters: &Parameters,
) -> Result<HttpResponse, WebError> {
    let env = edge::env(request);
    let back = parameters.text("post_logout_redirect_uri");
    if back.is_empty() {
        return show::note(request, stand_in, ProviderNoteKind::SignedOut);
    }
    let other = parameters.get("client_id").is_some_and(|id| id != stand_in.client_id);
    if other || !is_hint(&env, stand_in, parameters.text("id_token_hint")).await? {
        return show::bad_request(request, stand_in, "id_token_hint: not an ID token of this provider");
    }
    if !places::may_return_to(&env.settings, back) {
        return show::bad_request(request, stand_in, "post_logout_redirect_uri: not registered");
    }
    let state: Vec<_> = parameters.get("state").map(|state| ("state", state)).into_iter().collect();
    Ok(see_other(&link_to(back, &state)))
}

/// An ID token of this stand-in, however old.
async fn is_hint(env: &Env, stand_in: &StandIn, token: &str) -> Result<bool, WebError> {
    let keys = keys::find(env).await?;
    let key = keys.tokens.verifying_key();
    let Ok((_, claims)) = jwt::verify(token, |kid| (kid == key.kid()).then_some(&key)) else {
        return Ok(false);
    };
    Ok(claims["iss"] == json!(stand_in.address(&env.settings, ""))
        && claims["aud"] == json!(stand_in.client_id))
}

/// An address with more parameters, where it may have some.
fn link_to(address: &str, more: &[(&str, &str)]) -> String {
    match address.split_once('?') {
        Some((path, query)) if !more.is_empty() => {
            format!("{path}?{query}&{}", link("", more).trim_start_matches('?'))
        }
        _ => link(address, more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_added_to_those_that_are_there() {
        assert_eq!(link_to("http://a/?x=1", &[("state", "s t")]), "http://a/?x=1&state=s+t");
        assert_eq!(link_to("http://a/", &[("state", "s")]), "http://a/?state=s");
        assert_eq!(link_to("http://a/?x=1", &[]), "http://a/?x=1");
    }

    #[test]
    fn a_scope_that_was_not_asked_for_gives_nothing() {
        let stand_in = authorize::find("oidc").expect("one");
        let person = people::find("ada").expect("she is there");
        assert_eq!(claims(&stand_in, "openid", &person).len(), 1);
        assert_eq!(claims(&stand_in, "openid email", &person).len(), 3);
        assert_eq!(claims(&stand_in, "openid email profile", &person).len(), 6);
        let apple = authorize::find("apple").expect("one");
        assert_eq!(claims(&apple, "email name", &person)["email_verified"], "true");
    }
}
