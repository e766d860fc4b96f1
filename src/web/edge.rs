//! The outermost layer of the application: what happens to every request before and after its handler.

use std::net::IpAddr;
use std::panic::AssertUnwindSafe;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, SET_COOKIE};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, web};
use futures_util::FutureExt;
use tracing::Instrument;

use super::caller::RequestLanguage;
use super::{caller, error, headers, health, log, plain, pool_host, proxy, trace};
use crate::directory::domains::Owner;
use crate::env::Env;
use crate::metrics::{HttpMetrics, UnderWay};
use crate::model::caller::address_prefix;
use crate::model::languages::LanguageSettings;
use crate::security::audit::{self, Origin};
use crate::store::StoreError;

/// What is known about every request, gathered once; handlers reach it through extractors.
#[derive(Debug, Clone)]
pub struct RequestFacts {
    /// Joins an error page with the log.
    pub correlation_id: String,
    /// The nonce of this response's content security policy.
    pub nonce: String,
    /// The client's address.
    pub address: IpAddr,
    /// Whether the browser spoke https.
    pub https: bool,
    /// The host and port that the browser asked for, in lower case.
    pub authority: String,
    /// Whose that host is; `None` when it is nobody's, and then no handler runs.
    pub owner: Option<Owner>,
    /// The language chosen by query, cookie and `Accept-Language`; of the pool's own once that is known.
    pub language: RequestLanguage,
    /// When the request arrived, Unix milliseconds.
    pub started_at: i64,
}

impl RequestFacts {
    fn gather(env: &Env, request: &ServiceRequest, authority: String, owner: Option<Owner>) -> Self {
        let settings = &env.settings;
        let https = proxy::is_https(settings, request.head(), request.app_config().secure());
        let language = {
            let asks = (owner.as_ref(), https);
            caller::language(env, request.request(), asks, &LanguageSettings::default())
        };
        Self {
            correlation_id: proxy::correlation_id(settings, request.head())
                .unwrap_or_else(|| env.random.alphanumeric_lower(12)),
            nonce: crate::crypto::encoding::base64url(&env.random.bytes::<16>()),
            address: proxy::client_address(settings, request.head()),
            https,
            authority,
            owner,
            language,
            started_at: env.now(),
        }
    }

    /// The facts of a request.
    ///
    /// # Panics
    /// When the application was assembled without [`edge`].
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().expect("the application is wrapped in web::edge::edge")
    }

    /// The origin that the browser sees (RFC 6454 §6.2).
    pub fn origin(&self) -> String {
        format!("{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

/// The process of this request.
///
/// # Panics
/// When the application was assembled without `web::Data<Env>`.
pub fn env(request: &HttpRequest) -> web::Data<Env> {
    request.app_data::<web::Data<Env>>().cloned().expect("the application carries web::Data<Env>")
}

/// The middleware around the whole application: `App::new().wrap(from_fn(edge))`.
///
/// A handler that panics costs its own request a 500 and nothing else.
///
/// # Errors
/// Only with a complete response inside, which actix sends as it is.
pub async fn edge(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let env = env(request.request());
    let authority = proxy::authority(&env.settings, request.head());
    // A probe is told how the process is, whatever the database does.
    let owner = match health::is_probe(request.path()) {
        true => Ok(None),
        false => pool_host::owner(&env, &authority).await,
    };
    let known = owner.as_ref().ok().cloned().flatten();
    let facts = RequestFacts::gather(&env, &request, authority, known);
    let span = log::span(&facts);
    trace::continue_trace(&span, &env.settings, request.head());
    let origin =
        Origin { network: address_prefix(facts.address), correlation_id: facts.correlation_id.clone() };
    audit::during(origin, answer(env, (facts, owner.err()), request, next)).instrument(span).await
}

async fn answer(
    env: web::Data<Env>,
    (facts, unknown): (RequestFacts, Option<StoreError>),
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let under_way = env.metrics.http.begin(request.method().as_str());
    let line = log::Line::of(&request, &facts);
    request.extensions_mut().insert(facts.clone());

    if facts.owner.is_none() && !health::is_probe(request.path()) {
        let mut response = turned_away(&facts, unknown);
        headers::set(&env, &facts, None, response.headers_mut());
        line.finish(&env, response.status());
        finish(&env, &under_way, None, response.status());
        return Ok(request.into_response(response));
    }

    let refusal = || plain::refusal(&env.settings, &facts, request.head());
    if let Some(mut response) = (!health::is_probe(request.path())).then(refusal).flatten() {
        headers::set(&env, &facts, None, response.headers_mut());
        line.finish(&env, response.status());
        finish(&env, &under_way, None, response.status());
        return Ok(request.into_response(response));
    }

    let outcome = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    let cause = match outcome {
        Ok(Ok(response)) => {
            let mut response = error::dress(&env, response.map_into_boxed_body());
            keep_language(&mut response);
            let target = response.request().extensions().get::<headers::FormTarget>().cloned();
            headers::set(&env, &facts, target.as_ref(), response.headers_mut());
            line.finish(&env, response.status());
            finish(&env, &under_way, response.request().match_pattern(), response.status());
            return Ok(response);
        }
        Ok(Err(error)) => error.to_string(),
        Err(_) => "a handler panicked".to_owned(),
    };
    // The request is gone with its handler, so the response is built from the facts alone.
    let mut response = error::last_resort(&env, &facts, &cause);
    headers::set(&env, &facts, None, response.headers_mut());
    line.finish(&env, response.status());
    finish(&env, &under_way, None, response.status());
    Err(InternalError::from_response(cause, response).into())
}

/// Counts an answered request under its route and names its span.
fn finish(env: &Env, under_way: &UnderWay, pattern: Option<String>, status: StatusCode) {
    let route = pattern.map(|pattern| HttpMetrics::route_of(&pattern));
    env.metrics.http.end(under_way, route.as_deref(), status.as_u16());
    trace::finish(under_way.method(), route.as_deref(), status);
}

/// What a host gets that is nobody's, or of which nothing can be known just now: no page, because a page would be
/// some pool's.
fn turned_away(facts: &RequestFacts, error: Option<StoreError>) -> HttpResponse {
    const TEXT: &str = "text/plain; charset=utf-8";
    match error {
        None => HttpResponse::MisdirectedRequest()
            .content_type(TEXT)
            .body("This server does not answer for this host name.\n"),
        Some(StoreError::Unavailable(cause)) => {
            tracing::warn!(correlation_id = %facts.correlation_id, %cause, "not available");
            HttpResponse::ServiceUnavailable()
                .insert_header((RETRY_AFTER, "1"))
                .content_type(TEXT)
                .body("The server is not available just now. Please try again in a moment.\n")
        }
        Some(error) => {
            tracing::error!(correlation_id = %facts.correlation_id, %error, "the domains could not be read");
            HttpResponse::InternalServerError()
                .content_type(TEXT)
                .body(format!("Something went wrong ({}).\n", facts.correlation_id))
        }
    }
}

/// Endpoints for programs set no cookies: only a page or a redirect keeps the language.
fn keep_language(response: &mut ServiceResponse<BoxBody>) {
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("text/html"));
    if !is_page && response.status() != StatusCode::SEE_OTHER {
        return;
    }
    let Some(cookie) = caller::chosen_language(response.request()) else { return };
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}
