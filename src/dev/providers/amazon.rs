//! What is Amazon's alone: whom an access token is for, and the profile.

use actix_web::web::{Path, ServiceConfig, resource};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};

use super::grant::{self, ACCESS_LIFE};
use super::{PATH, StandIn, authorize, oidc, people};
use crate::model::provider::ProviderKind;
use crate::render::contexts::ErrorKind;
use crate::web::edge;
use crate::web::form::QueryParameters;
use crate::web::{WebError, get_or_head};

pub(super) fn routes(routes: &mut ServiceConfig) {
    let at = |place: &str| resource(format!("{PATH}/{{name}}{place}"));
    routes
        .service(at("/auth/o2/tokeninfo").route(get_or_head().to(get_token_information)))
        .service(at("/user/profile").route(get_or_head().to(get_profile)));
}

fn find(name: &str) -> Result<StandIn, WebError> {
    let found = authorize::find(name)?;
    let is_amazon = found.kind == ProviderKind::LoginWithAmazon;
    if is_amazon { Ok(found) } else { Err(WebError::not_found(ErrorKind::NotFound)) }
}

/// For which application a token is, and whose.
async fn get_token_information(
    request: HttpRequest,
    name: Path<String>,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    let (env, stand_in) = (edge::env(&request), find(&name)?);
    let access = grant::open_access(&env, &stand_in, query.0.text("access_token"));
    let Some(person) = access.and_then(|access| people::find(&access.person)) else {
        let said = "The request has an invalid parameter : access_token";
        return Ok(
            HttpResponse::BadRequest().json(json!({ "error": "invalid_token", "error_description": said }))
        );
    };
    let now = env.now() / 1000;
    Ok(HttpResponse::Ok().json(json!({
        "iss": "https://www.amazon.com",
        "aud": stand_in.client_id,
        "app_id": "amzn1.application.standin",
        "user_id": person.subject(stand_in.kind),
        "exp": ACCESS_LIFE / 1000,
        "iat": now,
    })))
}

async fn get_profile(
    request: HttpRequest,
    name: Path<String>,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    let stand_in = find(&name)?;
    let Some((access, person)) = oidc::asked_by(&request, &stand_in, query.0.get("access_token")) else {
        return Ok(oidc::unauthorized());
    };
    let mut profile = Map::from_iter([("user_id".to_owned(), Value::from(person.subject(stand_in.kind)))]);
    if grant::has_scope(&access.scope, "profile") {
        profile.insert("name".to_owned(), Value::from(person.name));
        profile.extend(person.email.map(|email| ("email".to_owned(), Value::from(email))));
    }
    Ok(HttpResponse::Ok().json(profile))
}
