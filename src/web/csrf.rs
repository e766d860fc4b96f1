//! Whether a form was given out by us, to this browser, in this transaction.

use actix_web::HttpRequest;
use actix_web::http::header::{HeaderMap, ORIGIN};

use super::WebError;
use super::edge::{self, RequestFacts};
use super::form::Parameters;
use super::pool_host;
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::base64url;
use crate::env::Env;
use crate::model::ids::PoolId;

/// The name of the hidden field.
pub const FIELD: &str = "_csrf";

/// What a form belongs to.
pub struct Binding<'a> {
    /// The pool.
    pub pool: &'a PoolId,
    /// The flow cookie's value.
    pub browser: &'a str,
    /// Names the transaction: the authorization request's id, or what stands in for one.
    pub transaction: &'a str,
}

/// The token for the hidden field of a form.
pub fn token(env: &Env, binding: &Binding<'_>) -> String {
    let parts = [binding.pool.as_str(), binding.browser, binding.transaction];
    base64url(&env.keys.fingerprint("csrf", &parts))
}

/// Refuses a form that another site posted, or that belongs to another browser, pool or transaction.
///
/// # Errors
/// A 403 page that explains it.
pub fn check(request: &HttpRequest, form: &Parameters, binding: &Binding<'_>) -> Result<(), WebError> {
    check_site(request)?;
    let env = edge::env(request);
    if constant_time_eq(form.text(FIELD).as_bytes(), token(&env, binding).as_bytes()) {
        Ok(())
    } else {
        Err(WebError::forged())
    }
}

/// The part of [`check`] that needs no cookie: what the browser says about where the form stood.
///
/// # Errors
/// A 403 page that explains it.
pub fn check_site(request: &HttpRequest) -> Result<(), WebError> {
    let facts = RequestFacts::of(request);
    let ours = pool_host::own_origins(&edge::env(request).settings, &facts);
    if came_from_us(request.headers(), &ours) { Ok(()) } else { Err(WebError::forged()) }
}

/// `Origin: null` says nothing by itself: our own pages send it, because their referrer policy is `no-referrer`
/// (Fetch, "append a request Origin header"). A foreign page that hides its origin in this way is told apart by
/// `Sec-Fetch-Site` and, in browsers without it, by the token.
fn came_from_us(headers: &HeaderMap, ours: &[String]) -> bool {
    let sent = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let site_is_ours = sent("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let origin_is_ours = sent(ORIGIN.as_str())
        .is_none_or(|origin| origin == "null" || ours.iter().any(|own| own.eq_ignore_ascii_case(origin)));
    site_is_ours && origin_is_ours
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn verdict(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        came_from_us(&headers, &["https://auth.example.com".to_owned()])
    }

    #[test]
    fn a_form_of_ours_may_come_without_an_origin() {
        assert!(verdict(&[]));
        assert!(verdict(&[("origin", "https://auth.example.com")]));
        assert!(verdict(&[("origin", "https://auth.example.com"), ("sec-fetch-site", "same-origin")]));
        assert!(verdict(&[("origin", "null"), ("sec-fetch-site", "same-origin")]));
    }

    #[test]
    fn a_form_of_another_site_is_told_apart() {
        for pairs in [
            &[("origin", "https://evil.example")][..],
            &[("origin", "http://auth.example.com")],
            &[("origin", "https://auth.example.com:8443")],
            &[("origin", "")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("origin", "null"), ("sec-fetch-site", "cross-site")],
        ] {
            assert!(!verdict(pairs), "{pairs:?}");
        }
    }
}
