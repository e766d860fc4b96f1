//! The cookies: their names, their attributes, and the browser binding of a transaction.
//!
//! A cookie of https is never taken for one of http: the names differ, and `__Host-` (RFC 6265bis §4.1.3.2)
//! keeps other hosts and plain http from setting ours.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::edge::{self, RequestFacts};
use crate::crypto::digest;
use crate::env::Env;
use crate::model::ids::PoolId;

/// The longest life that browsers grant (RFC 6265bis §5.5).
const DEVICE_DAYS: i64 = 400;
const LONGEST_VALUE: usize = 128;

/// What a cookie is for. Each pool has its own of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CookieKind {
    /// The signed-in browser.
    Session,
    /// Binds transactions to the browser that began them.
    Flow,
    /// A browser that has signed somebody in before.
    Device,
    /// The language chosen last.
    Language,
    /// The identity provider chosen last, as a digest of its name.
    Realm,
    /// A browser that is remembered after a second factor; see `web::remembered`.
    Remembered,
}

impl CookieKind {
    fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Flow => "flow",
            Self::Device => "device",
            Self::Language => "lang",
            Self::Realm => "realm",
            Self::Remembered => "remembered",
        }
    }

    fn max_age(self) -> Option<Duration> {
        matches!(self, Self::Device | Self::Language | Self::Realm).then(|| Duration::days(DEVICE_DAYS))
    }
}

/// The value of a cookie of this pool. Anything but a short plain word is no value of ours.
pub fn read(request: &HttpRequest, pool: &PoolId, kind: CookieKind) -> Option<String> {
    let name = name(&edge::env(request), RequestFacts::of(request).https, pool, kind);
    read_named(request, &name)
}

/// A cookie to be set.
pub fn make(request: &HttpRequest, pool: &PoolId, kind: CookieKind, value: &str) -> Cookie<'static> {
    let env = edge::env(request);
    let https = RequestFacts::of(request).https;
    let mut cookie = Cookie::build(name(&env, https, pool, kind), value.to_owned())
        .path("/")
        .http_only(true)
        .secure(is_secure(&env, https))
        .same_site(SameSite::Lax)
        .finish();
    cookie.set_max_age(kind.max_age());
    cookie
}

/// A cookie that makes the browser forget its own.
pub fn forget(request: &HttpRequest, pool: &PoolId, kind: CookieKind) -> Cookie<'static> {
    let mut cookie = make(request, pool, kind, "");
    cookie.set_max_age(Duration::ZERO);
    cookie
}

/// What binds transactions to this browser.
pub struct FlowBrowser {
    /// The cookie's value.
    pub value: String,
    /// Whether it was drawn just now and must be set with [`make`].
    pub is_new: bool,
}

impl FlowBrowser {
    /// What is stored in place of the value.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.value)
    }

    /// The cookie to set, when it is new.
    pub fn cookie(&self, request: &HttpRequest, pool: &PoolId) -> Option<Cookie<'static>> {
        self.is_new.then(|| make(request, pool, CookieKind::Flow, &self.value))
    }
}

/// The browser's flow cookie, or a new one. Several tabs share it: it binds the browser, not a flow.
pub fn flow_browser(request: &HttpRequest, pool: &PoolId) -> FlowBrowser {
    match read(request, pool, CookieKind::Flow) {
        Some(value) => FlowBrowser { value, is_new: false },
        None => FlowBrowser { value: edge::env(request).random.token(), is_new: true },
    }
}

/// SHA-256 (base64url) of a flow cookie's value, as flows and authorization requests store it.
pub fn fingerprint(value: &str) -> String {
    digest::sha256_base64url(value.as_bytes())
}

pub(super) fn read_named(request: &HttpRequest, name: &str) -> Option<String> {
    let cookie = request.cookie(name)?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let value = cookie.value();
    (!value.is_empty() && value.len() <= LONGEST_VALUE && value.chars().all(plain)).then(|| value.to_owned())
}

pub(super) fn name(env: &Env, https: bool, pool: &PoolId, kind: CookieKind) -> String {
    let prefix = if is_secure(env, https) { "__Host-" } else { "" };
    format!("{prefix}vestibule_{}_{pool}", kind.word())
}

/// Only the development server speaks plain http; elsewhere a browser that does gets no usable cookie.
fn is_secure(env: &Env, https: bool) -> bool {
    https || !env.settings.development
}
