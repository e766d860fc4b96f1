//! The question of a TLS front before it fetches a certificate for a host: is it one of ours? Without it, anybody could
//! make the front ask its authority for certificates of any name, up to that authority's limits.
//!
//! For the management address only: the answer tells which names pools have.

use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::get_or_head;
use crate::directory::domains;
use crate::env::Env;
use crate::store::StoreError;

/// Mounts `GET /internal/tls-allowed?domain=HOST`; needs `Data<Env>`.
pub fn management_routes(config: &mut ServiceConfig) {
    config.service(web::resource("/internal/tls-allowed").route(get_or_head().to(get)));
}

/// 200 for the host of `public_url` and for every active domain, 404 for any other.
async fn get(request: HttpRequest, env: Data<Env>) -> HttpResponse {
    let domain = url::form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "domain")
        .map(|(_, value)| value.to_ascii_lowercase());
    let Some(domain) = domain else {
        return text(HttpResponse::BadRequest(), "Ask with ?domain=HOST.");
    };
    match domains::owner(&env, &domain).await {
        Ok(Some(_)) => text(HttpResponse::Ok(), "This server answers for this host name."),
        Ok(None) => text(HttpResponse::NotFound(), "This server does not answer for this host name."),
        Err(StoreError::Unavailable(cause)) => {
            tracing::warn!(%cause, "not available");
            let mut response = HttpResponse::ServiceUnavailable();
            response.insert_header((actix_web::http::header::RETRY_AFTER, "1"));
            text(response, "Not available just now.")
        }
        Err(error) => {
            tracing::error!(%error, "the domains could not be read");
            text(HttpResponse::InternalServerError(), "Something went wrong.")
        }
    }
}

fn text(mut response: actix_web::HttpResponseBuilder, sentence: &str) -> HttpResponse {
    response.content_type("text/plain; charset=utf-8").body(format!("{sentence}\n"))
}
