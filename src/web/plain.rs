//! Plain HTTP in production: nobody gets a page or a cookie over it.

use actix_web::HttpResponse;
use actix_web::dev::RequestHead;
use actix_web::http::header::LOCATION;
use actix_web::http::{Method, StatusCode};

use super::edge::RequestFacts;
use super::proxy;
use crate::config::Settings;

/// What a request that did not come by https is answered. The development server speaks http.
///
/// People who typed an address are sent to https; programs get no redirect, because one that follows it has already
/// sent its secret where everybody can read it.
pub(super) fn refusal(settings: &Settings, facts: &RequestFacts, head: &RequestHead) -> Option<HttpResponse> {
    if facts.https || settings.development {
        return None;
    }
    // A redirect would come back to the same proxy, which would send it here again.
    if proxy::is_trusted_peer(settings, head) && !head.headers.contains_key("x-forwarded-proto") {
        tracing::warn!(
            id = facts.correlation_id,
            "a trusted proxy did not say X-Forwarded-Proto; let it send X-Forwarded-Proto: https (docs/operating.md)"
        );
        return Some(text(
            StatusCode::BAD_GATEWAY,
            "The proxy in front of this server does not say whether the request came by https.\n",
        ));
    }
    if head.method != Method::GET && head.method != Method::HEAD {
        return Some(text(StatusCode::FORBIDDEN, "This server is used by https only.\n"));
    }
    // The host was found to be one of ours before.
    let host = proxy::host_of(&facts.authority);
    let port = settings.public_url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let location = format!("https://{host}{port}{path}");
    Some(HttpResponse::build(StatusCode::PERMANENT_REDIRECT).insert_header((LOCATION, location)).finish())
}

fn text(status: StatusCode, body: &'static str) -> HttpResponse {
    HttpResponse::build(status).content_type("text/plain; charset=utf-8").body(body)
}
