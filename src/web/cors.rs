//! Cross-origin access to the endpoints that scripts of applications call: any origin, never with cookies
//! (Fetch §3.2). Never on pages or the authorization endpoint.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, HeaderMap,
    HeaderValue, ORIGIN,
};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse};

/// Put into a request for an endpoint that programs call: what goes wrong before its handler is told in JSON as well.
pub(super) struct ForPrograms;

/// A middleware for a resource: `web::resource(..).wrap(from_fn(cors::any_origin))`. Answers the preflight and marks
/// every response, errors too.
///
/// # Errors
/// Those of the handler.
pub async fn any_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let is_preflight = request.method() == Method::OPTIONS
        && request.headers().contains_key(ORIGIN)
        && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if is_preflight {
        request.into_response(preflight())
    } else {
        request.extensions_mut().insert(ForPrograms);
        next.call(request).await?.map_into_boxed_body()
    };
    mark(response.headers_mut());
    Ok(response)
}

fn preflight() -> HttpResponse {
    HttpResponse::NoContent()
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, OPTIONS"))
        // `*` does not cover Authorization (Fetch, "CORS non-wildcard request-header name").
        .insert_header((
            ACCESS_CONTROL_ALLOW_HEADERS,
            "Authorization, Content-Type, Accept, DPoP, X-Requested-With",
        ))
        .insert_header((ACCESS_CONTROL_MAX_AGE, "7200"))
        .finish()
}

fn mark(headers: &mut HeaderMap) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("WWW-Authenticate, Retry-After"));
}
