//! Who asks: the facts of a request that services may use.

use std::future::{Ready, ready};

use actix_web::cookie::Cookie;
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT_LANGUAGE, USER_AGENT};
use actix_web::{FromRequest, HttpRequest};

use super::cookies::{self, CookieKind};
use super::edge::{self, RequestFacts};
use super::pool_host;
use super::remembered;
use crate::directory::domains::Owner;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::render::LanguageWishes;

/// The longest part of `User-Agent` that is kept, in characters.
const LONGEST_USER_AGENT: usize = 256;

/// The caller of this request; an extractor for handlers.
pub struct RequestCaller(pub Caller);

impl FromRequest for RequestCaller {
    type Error = std::convert::Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

impl RequestCaller {
    /// The caller of a request.
    pub fn of(request: &HttpRequest) -> Self {
        let env = edge::env(request);
        let facts = RequestFacts::of(request);
        let pool = pool_host::requested_id(&env.settings, facts.owner.as_ref(), request.path());
        let device_cookie =
            pool.as_ref().and_then(|(pool, _)| cookies::read(request, pool, CookieKind::Device));
        let remembered_cookies =
            pool.map(|(pool, _)| remembered::read_all(request, &pool)).unwrap_or_default();
        Self(Caller {
            address: facts.address,
            user_agent: header(request, USER_AGENT).chars().take(LONGEST_USER_AGENT).collect(),
            language: facts.language,
            correlation_id: facts.correlation_id,
            device_cookie,
            remembered_cookies,
        })
    }
}

/// The language for a request: its query first, then `ui_locales` of the transaction it belongs to, then the
/// cookie, then `Accept-Language`.
pub(super) fn language(
    env: &Env,
    request: &HttpRequest,
    (owner, https): (Option<&Owner>, bool),
    ui_locales: Option<&str>,
) -> String {
    let cookie = pool_host::requested_id(&env.settings, owner, request.path()).and_then(|(pool, _)| {
        cookies::read_named(request, &cookies::name(env, https, &pool, CookieKind::Language))
    });
    let lang = query_value(request, "lang");
    let sent_locales = query_value(request, "ui_locales");
    let wishes = LanguageWishes {
        lang: lang.as_deref(),
        ui_locales: sent_locales.as_deref().or(ui_locales),
        cookie: cookie.as_deref(),
        accept_language: Some(header(request, ACCEPT_LANGUAGE)).filter(|wishes| !wishes.is_empty()),
    };
    env.renderer.translator().negotiate(wishes).to_owned()
}

/// The language for a request of a transaction with its own `ui_locales`.
pub fn language_in_transaction(request: &HttpRequest, ui_locales: &str) -> String {
    let facts = RequestFacts::of(request);
    language(&edge::env(request), request, (facts.owner.as_ref(), facts.https), Some(ui_locales))
}

/// The cookie that keeps a language that the query has chosen; only for the answers a browser shows or follows.
pub(super) fn chosen_language(request: &HttpRequest) -> Option<Cookie<'static>> {
    query_value(request, "lang")?;
    let facts = RequestFacts::of(request);
    let settings = &edge::env(request).settings;
    let (pool, _) = pool_host::requested_id(settings, facts.owner.as_ref(), request.path())?;
    Some(cookies::make(request, &pool, CookieKind::Language, &facts.language))
}

fn query_value(request: &HttpRequest, name: &str) -> Option<String> {
    url::form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

fn header(request: &HttpRequest, name: actix_web::http::header::HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
