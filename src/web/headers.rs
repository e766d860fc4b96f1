//! The security headers of every response.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
    InvalidHeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use actix_web::{HttpMessage, HttpRequest};
use url::{Host, Url};

use super::edge::RequestFacts;
use super::proxy;
use crate::env::Env;

const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
                           magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// Where the redirects after this page's form may end, as a source of `form-action`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormTarget(String);

/// Lets the forms of this response's page end at `redirect_uri`, which must be registered. Chromium applies
/// `form-action` to every redirect after a post, so without this no sign-in would get back to its application.
pub fn allow_form_target(request: &HttpRequest, redirect_uri: &str) {
    if let Some(source) = form_source(redirect_uri) {
        request.extensions_mut().insert(FormTarget(source));
    }
}

/// Lets the form of this response's page end anywhere: that of a page which hands a message over to a provider, whose own
/// redirects nobody knows beforehand.
pub fn allow_any_form_target(request: &HttpRequest) {
    let development = super::edge::env(request).settings.development;
    let source = if development { "https: http:" } else { "https:" };
    request.extensions_mut().insert(FormTarget(source.to_owned()));
}

/// Sets what every response carries; headers that a handler has set itself stay.
pub(super) fn set(env: &Env, facts: &RequestFacts, target: Option<&FormTarget>, headers: &mut HeaderMap) {
    let is_html = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("text/html"));
    put(headers, CONTENT_SECURITY_POLICY, policy(facts, target, is_html));
    put(headers, X_CONTENT_TYPE_OPTIONS, Ok(HeaderValue::from_static("nosniff")));
    put(headers, X_FRAME_OPTIONS, Ok(HeaderValue::from_static("DENY")));
    put(headers, REFERRER_POLICY, Ok(HeaderValue::from_static("no-referrer")));
    put(headers, HeaderName::from_static("permissions-policy"), Ok(HeaderValue::from_static(PERMISSIONS)));
    put(headers, CACHE_CONTROL, Ok(HeaderValue::from_static("no-store")));
    let correlation_id = HeaderValue::from_str(&facts.correlation_id);
    put(headers, HeaderName::from_static("x-correlation-id"), correlation_id);
    // A browser that once learned HSTS for localhost would refuse every other development server on it.
    if facts.https && !env.settings.development && !proxy::is_loopback_host(proxy::host_of(&facts.authority))
    {
        put(headers, STRICT_TRANSPORT_SECURITY, Ok(HeaderValue::from_static("max-age=31536000")));
    }
}

fn policy(
    facts: &RequestFacts,
    target: Option<&FormTarget>,
    is_html: bool,
) -> Result<HeaderValue, InvalidHeaderValue> {
    if !is_html {
        return Ok(HeaderValue::from_static(
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ));
    }
    let nonce = &facts.nonce;
    let target = target.map(|FormTarget(source)| format!(" {source}")).unwrap_or_default();
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; \
         form-action 'self'{target}; frame-ancestors 'none'; base-uri 'none'"
    ))
}

fn put(headers: &mut HeaderMap, name: HeaderName, value: Result<HeaderValue, InvalidHeaderValue>) {
    if headers.contains_key(&name) {
        return;
    }
    if let Ok(value) = value {
        headers.insert(name, value);
    }
}

/// The narrowest source that matches a redirect URI (CSP Level 3 §2.3.1): its origin, or its private scheme.
/// The grammar has no IPv6 addresses, so for those the scheme must do. URLs allow hosts with `*`, `;`, `,` and the
/// like, which mean something else in a policy; those get no source.
fn form_source(redirect_uri: &str) -> Option<String> {
    let url = Url::parse(redirect_uri).ok()?;
    let plain =
        |host: &str| host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    match (url.scheme(), url.host()) {
        ("http" | "https", Some(Host::Domain(host))) if !plain(host) => None,
        ("http" | "https", Some(Host::Domain(_) | Host::Ipv4(_))) => Some(url.origin().ascii_serialization()),
        (scheme, _) => Some(format!("{scheme}:")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_uri_becomes_its_narrowest_source() {
        for (uri, source) in [
            ("https://app.example.com/cb?x=1", "https://app.example.com"),
            ("https://app.example.com:8443/cb", "https://app.example.com:8443"),
            ("http://localhost:3000/cb", "http://localhost:3000"),
            ("http://127.0.0.1:3000/cb", "http://127.0.0.1:3000"),
            ("http://[::1]:3000/cb", "http:"),
            ("com.example.app:/cb", "com.example.app:"),
            ("myapp://callback", "myapp:"),
            ("https://bücher.example/", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(form_source(uri).as_deref(), Some(source), "{uri}");
        }
        for uri in
            ["not a url", "https://*/cb", "https://a;frame-ancestors/cb", "https://a,b/cb", "https://'self'/"]
        {
            assert_eq!(form_source(uri), None, "{uri}");
        }
    }
}
