//! What is Facebook's alone: the Graph API's person, and errors of its own shape.

use actix_web::http::StatusCode;
use actix_web::web::{Path, ServiceConfig, resource};
use actix_web::{HttpRequest, HttpResponse};
use aws_lc_rs::hmac;
use serde_json::{Map, Value, json};

use super::people::Person;
use super::token::Refusal;
use super::{PATH, StandIn, authorize, grant, oidc};
use crate::crypto::encoding::from_hex;
use crate::model::provider::ProviderKind;
use crate::render::contexts::ErrorKind;
use crate::web::form::QueryParameters;
use crate::web::{WebError, get_or_head};

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes.service(resource(format!("{PATH}/{{name}}/me")).route(get_or_head().to(get_me)));
}

/// `/me?fields=…` of the Graph API: the id and what was named, as far as there is any.
async fn get_me(
    request: HttpRequest,
    name: Path<String>,
    query: QueryParameters,
) -> Result<HttpResponse, WebError> {
    let stand_in = authorize::find(&name)?;
    if stand_in.kind != ProviderKind::Facebook {
        return Err(WebError::not_found(ErrorKind::NotFound));
    }
    let Some((access, person)) = oidc::asked_by(&request, &stand_in, query.0.get("access_token")) else {
        return Ok(error(StatusCode::UNAUTHORIZED, 190, "Invalid OAuth access token."));
    };
    if let Some(proof) = query.0.get("appsecret_proof")
        && !is_proof(&stand_in, &request, &query, proof)
    {
        return Ok(error(
            StatusCode::BAD_REQUEST,
            100,
            "Invalid appsecret_proof provided in the API argument",
        ));
    }
    let fields = query.0.get("fields").unwrap_or("id,name");
    let mut answer = Map::from_iter([("id".to_owned(), Value::from(person.subject(stand_in.kind)))]);
    for field in fields.split(',') {
        match value(field, &person, grant::has_scope(&access.scope, "email")) {
            Ok(Some(value)) => drop(answer.insert(field.to_owned(), value)),
            Ok(None) => {}
            Err(()) => {
                let said = "(#100) Tried accessing nonexisting field on node type (User)";
                return Ok(error(StatusCode::BAD_REQUEST, 100, said));
            }
        }
    }
    Ok(HttpResponse::Ok().json(answer))
}

/// A field of somebody; an unknown field spoils the request.
fn value(field: &str, person: &Person, may_have_email: bool) -> Result<Option<Value>, ()> {
    Ok(match field {
        "id" => None,
        "name" => Some(json!(person.name)),
        "first_name" => Some(json!(person.given_name)),
        "last_name" => Some(json!(person.family_name)),
        // Facebook leaves out what nobody has confirmed, and what it may not say.
        "email" => person.email.filter(|_| may_have_email && person.email_verified).map(|email| json!(email)),
        "picture" => {
            Some(json!({ "data": { "url": "https://picture.example/1.jpg", "is_silhouette": true } }))
        }
        _ => return Err(()),
    })
}

/// Whether who asks has the application's secret.
fn is_proof(stand_in: &StandIn, request: &HttpRequest, query: &QueryParameters, proof: &str) -> bool {
    let header = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    let token = header.and_then(|header| header.strip_prefix("Bearer ")).or(query.0.get("access_token"));
    let key = hmac::Key::new(hmac::HMAC_SHA256, stand_in.secret.as_bytes());
    let tag = from_hex(proof).unwrap_or_default();
    hmac::verify(&key, token.unwrap_or_default().as_bytes(), &tag).is_ok()
}

/// The token endpoint's refusals.
pub(super) fn refused(refusal: Refusal) -> HttpResponse {
    match refusal {
        Refusal::Client => error(StatusCode::BAD_REQUEST, 1, "Error validating client secret."),
        Refusal::Grant(what) => error(StatusCode::BAD_REQUEST, 100, what),
        Refusal::Request | Refusal::GrantType => error(StatusCode::BAD_REQUEST, 191, "Invalid parameters."),
    }
}

fn error(status: StatusCode, code: i64, message: &str) -> HttpResponse {
    let error =
        json!({ "message": message, "type": "OAuthException", "code": code, "fbtrace_id": "standin" });
    HttpResponse::build(status).json(json!({ "error": error }))
}
