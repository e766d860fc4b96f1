//! What every HTTP surface shares: who asks, which pool, cookies, CSRF, headers, errors.
//!
//! Owns everything between actix and a handler. Leaves to others what a request means (`oauth`, `pages`).
//!
//! [`edge::edge`] wraps the whole application: it gathers the request's facts, refuses foreign hosts, lets the
//! handler run, turns errors into pages, sets the security headers and writes one line into the log.

pub mod assets;
pub mod branding;
pub mod caller;
pub mod cookies;
pub mod cors;
pub mod csrf;
pub mod edge;
pub mod error;
pub mod form;
pub mod headers;
pub mod health;
pub mod language_choice;
mod log;
pub mod page;
mod plain;
pub mod pool_host;
pub mod proxy;
pub mod remembered;
pub mod resume;
pub mod tls_allowed;
mod trace;

use actix_web::guard::{self, Guard};
use actix_web::{HttpResponse, Route, web};

pub use error::WebError;

/// A route for GET that answers HEAD as well (RFC 9110 §9.3.2).
pub fn get_or_head() -> Route {
    struct GetOrHead;
    impl Guard for GetOrHead {
        fn check(&self, context: &guard::GuardContext<'_>) -> bool {
            guard::Get().check(context) || guard::Head().check(context)
        }
    }
    web::route().guard(GetOrHead)
}

/// 303: go on with a GET there. The target is relative to the server, or sealed, or registered.
pub fn see_other(target: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((actix_web::http::header::LOCATION, target)).finish()
}

/// Lets a page go on to `target` by itself. For the answer to a form whose way ends at another site: `form-action` applies
/// to redirects after a form, and to nothing that a page does later.
pub fn goes_on_to(mut response: HttpResponse, target: &str) -> HttpResponse {
    // An address that is no header value could not have been redirected to either; the page's link is left.
    if let Ok(value) = actix_web::http::header::HeaderValue::from_str(&format!("0; url={target}")) {
        response.headers_mut().insert(actix_web::http::header::REFRESH, value);
    }
    response
}

/// `path?name=value&…` with every value encoded.
pub fn link(path: &str, query: &[(&str, &str)]) -> String {
    if query.is_empty() {
        return path.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    format!("{path}?{query}")
}
