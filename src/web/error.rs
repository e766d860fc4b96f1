//! What a request ends in when it cannot be answered: a status, a page or JSON, and a line in the log.
//!
//! A [`WebError`] travels through actix as an empty response; `dress` gives it its page, because only there
//! the request's language, pool and nonce are known. Responses of actix itself (404, 405, 400 …) get theirs there too.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use actix_web::{HttpMessage, HttpResponse, ResponseError};

use super::cors::ForPrograms;
use super::edge::RequestFacts;
use super::form::ParametersError;
use super::page::{self, Surroundings};
use super::pool_host::RequestedPool;
use crate::directory::DirectoryError;
use crate::env::Env;
use crate::render::contexts::{ErrorKind, ErrorPage, Unavailable};
use crate::store::StoreError;

/// Why a request is not answered.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// The request is at fault; the page says what to do.
    #[error("{}", kind.code())]
    Refused {
        /// The status.
        status: StatusCode,
        /// Why.
        kind: Box<ErrorKind>,
        /// Where to begin again, when there is such a place.
        retry_link: Option<String>,
    },
    /// Not just now.
    #[error("not available now: {cause}")]
    Unavailable {
        /// Seconds until it may be tried again.
        retry_after_seconds: u64,
        /// For the log.
        cause: String,
    },
    /// Too often from this network.
    #[error("too many requests")]
    TooMany {
        /// Seconds until it may be tried again.
        retry_after_seconds: u64,
    },
    /// A fault of ours; the text is for the log alone.
    #[error("{0}")]
    Internal(String),
}

impl WebError {
    /// A refusal without a place to begin again.
    pub fn refused(status: StatusCode, kind: ErrorKind) -> Self {
        Self::Refused { status, kind: Box::new(kind), retry_link: None }
    }

    /// 404.
    pub fn not_found(kind: ErrorKind) -> Self {
        Self::refused(StatusCode::NOT_FOUND, kind)
    }

    /// 403: the form was not given out by us, to this browser, in this transaction.
    pub fn forged() -> Self {
        Self::refused(StatusCode::FORBIDDEN, ErrorKind::FormForged)
    }

    /// The same refusal with a link to begin again; other errors stay as they are.
    #[must_use]
    pub fn with_retry(self, link: impl Into<String>) -> Self {
        match self {
            Self::Refused { status, kind, .. } => {
                Self::Refused { status, kind, retry_link: Some(link.into()) }
            }
            other => other,
        }
    }
}

impl From<StoreError> for WebError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(cause) => Self::Unavailable { retry_after_seconds: 1, cause },
            error @ StoreError::Orphaned => {
                Self::Unavailable { retry_after_seconds: 1, cause: error.to_string() }
            }
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<DirectoryError> for WebError {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::Store(error) => error.into(),
            DirectoryError::Busy => Self::Unavailable { retry_after_seconds: 1, cause: error.to_string() },
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<ParametersError> for WebError {
    fn from(error: ParametersError) -> Self {
        Self::refused(error.status_code(), kind_of_parameters(&error))
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Refused { status, .. } => *status,
            Self::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

/// Gives a response that failed before it had a body its page, or JSON where the client asks for that alone.
pub(super) fn dress(env: &Env, response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let Some(fault) = fault_of(&response) else { return response };
    report(&fault);
    let pool = response.request().extensions().get::<RequestedPool>().cloned();
    // With the language that the pool has settled on.
    let facts = &RequestFacts::of(response.request());
    let surroundings = Surroundings { env, facts, pool: pool.as_ref(), request: Some(response.request()) };
    let for_programs = response.request().extensions().get::<ForPrograms>().is_some();
    let (content_type, body) = if for_programs || wants_json(response.request().headers()) {
        ("application/json", json(facts, &fault))
    } else {
        ("text/html; charset=utf-8", html(&surroundings, &fault))
    };
    let mut response = response.map_body(|_, _| body.boxed());
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let WebError::Unavailable { retry_after_seconds, .. } | WebError::TooMany { retry_after_seconds } =
        fault
    {
        response.headers_mut().insert(RETRY_AFTER, retry_after_seconds.into());
    }
    response
}

/// The page for a request whose handler panicked.
pub(super) fn last_resort(env: &Env, facts: &RequestFacts, cause: &str) -> HttpResponse {
    let fault = WebError::Internal(cause.to_owned());
    report(&fault);
    let body = html(&Surroundings { env, facts, pool: None, request: None }, &fault);
    HttpResponse::InternalServerError().content_type("text/html; charset=utf-8").body(body)
}

/// What went wrong; `None` for a response that a handler has written itself.
fn fault_of(response: &ServiceResponse<BoxBody>) -> Option<WebError> {
    let status = response.status();
    if let Some(error) = response.response().error() {
        if let Some(fault) = error.as_error::<WebError>() {
            return Some(fault.copied());
        }
        if let Some(fault) = error.as_error::<ParametersError>() {
            return Some(WebError::refused(status, kind_of_parameters(fault)));
        }
    } else if response.headers().contains_key(CONTENT_TYPE) {
        return None;
    }
    Some(match status {
        StatusCode::NOT_FOUND => WebError::not_found(ErrorKind::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => WebError::refused(status, ErrorKind::MethodNotAllowed),
        _ if status.is_client_error() => WebError::refused(status, ErrorKind::UnreadableForm),
        _ => WebError::Internal(response.response().error().map(ToString::to_string).unwrap_or_default()),
    })
}

impl WebError {
    /// actix keeps the error itself and lends it only.
    fn copied(&self) -> Self {
        match self {
            Self::Refused { status, kind, retry_link } => {
                Self::Refused { status: *status, kind: kind.clone(), retry_link: retry_link.clone() }
            }
            Self::Unavailable { retry_after_seconds, cause } => {
                Self::Unavailable { retry_after_seconds: *retry_after_seconds, cause: cause.clone() }
            }
            Self::TooMany { retry_after_seconds } => {
                Self::TooMany { retry_after_seconds: *retry_after_seconds }
            }
            Self::Internal(cause) => Self::Internal(cause.clone()),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Refused { kind, .. } => kind.code(),
            Self::Unavailable { .. } => "temporarily_unavailable",
            Self::TooMany { .. } => ErrorKind::TooManyRequests.code(),
            Self::Internal(_) => ErrorKind::Internal.code(),
        }
    }
}

fn kind_of_parameters(error: &ParametersError) -> ErrorKind {
    match error {
        ParametersError::Duplicate(name) => ErrorKind::DuplicateParameter { name: name.clone() },
        _ => ErrorKind::UnreadableForm,
    }
}

fn report(fault: &WebError) {
    match fault {
        WebError::Refused { kind, .. } => tracing::debug!(code = kind.code(), "refused"),
        WebError::TooMany { .. } => tracing::debug!("too many requests"),
        WebError::Unavailable { cause, .. } => tracing::warn!(%cause, "not available"),
        WebError::Internal(cause) => tracing::error!(%cause, "internal error"),
    }
}

fn html(surroundings: &Surroundings<'_>, fault: &WebError) -> String {
    let id = surroundings.facts.correlation_id.as_str();
    match fault {
        WebError::Refused { kind, retry_link, .. } => {
            let mut page = ErrorPage::new((**kind).clone(), id);
            page.retry_link = retry_link.clone();
            page::document(surroundings, &page)
        }
        WebError::Unavailable { .. } => {
            page::document(surroundings, &Unavailable { retry_link: None, correlation_id: id.to_owned() })
        }
        WebError::TooMany { .. } => {
            page::document(surroundings, &ErrorPage::new(ErrorKind::TooManyRequests, id))
        }
        WebError::Internal(_) => page::document(surroundings, &ErrorPage::new(ErrorKind::Internal, id)),
    }
}

fn json(facts: &RequestFacts, fault: &WebError) -> String {
    serde_json::json!({ "error": fault.code(), "correlation_id": facts.correlation_id }).to_string()
}

/// Browsers always take HTML; a client that asks for JSON and not for HTML is a program.
fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}
