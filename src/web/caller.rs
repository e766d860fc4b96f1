//! Who asks: the facts of a request that services may use.

use std::future::{Ready, ready};

use actix_web::cookie::Cookie;
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT_LANGUAGE, USER_AGENT};
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::cookies::{self, CookieKind};
use super::edge::{self, RequestFacts};
use super::pool_host::{self, RequestedPool};
use super::remembered;
use crate::directory::domains::Owner;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::languages::LanguageSettings;
use crate::model::pool::UserPool;
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
            language: facts.language.tag,
            language_is_wished: facts.language.is_wished,
            correlation_id: facts.correlation_id,
            device_cookie,
            remembered_cookies,
        })
    }
}

/// The language of a request, and whether it was asked for outright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLanguage {
    /// Its tag.
    pub tag: String,
    /// Whether the address, the application or an earlier choice named it.
    pub is_wished: bool,
}

/// What a transaction or a session adds to a request's own wishes.
#[derive(Debug, Clone, Copy, Default)]
pub struct LanguageBackground<'a> {
    /// The languages that the application asked for, separated by spaces, and when it did, Unix milliseconds. What a
    /// person has chosen since then counts more.
    pub asked: Option<(&'a str, i64)>,
    /// The attribute `locale` of the person, once it is proven who that is.
    pub profile: Option<&'a str>,
}

/// The language for a request, as far as its head alone says it: its query first, then the cookie, then
/// `Accept-Language`.
pub(super) fn language(
    env: &Env,
    request: &HttpRequest,
    (owner, https): (Option<&Owner>, bool),
    settings: &LanguageSettings,
) -> RequestLanguage {
    negotiate(env, request, (owner, https), (settings, LanguageBackground::default()))
}

/// The language for a request that belongs to a transaction or a session: as `language`, with `ui_locales` of the
/// transaction before an older cookie, and the person's own language before `Accept-Language`.
pub fn language_with(request: &HttpRequest, background: LanguageBackground<'_>) -> RequestLanguage {
    let facts = RequestFacts::of(request);
    let settings = language_settings(request);
    negotiate(&edge::env(request), request, (facts.owner.as_ref(), facts.https), (&settings, background))
}

/// Settles the language of a request anew once its pool is known.
pub(super) fn follow_pool(request: &HttpRequest, pool: &UserPool) {
    let settings = &pool.settings.languages;
    if *settings == LanguageSettings::default() {
        return;
    }
    let mut facts = RequestFacts::of(request);
    facts.language = language(&edge::env(request), request, (facts.owner.as_ref(), facts.https), settings);
    request.extensions_mut().insert(facts);
}

fn negotiate(
    env: &Env,
    request: &HttpRequest,
    (owner, https): (Option<&Owner>, bool),
    (settings, background): (&LanguageSettings, LanguageBackground<'_>),
) -> RequestLanguage {
    let cookie = pool_host::requested_id(&env.settings, owner, request.path()).and_then(|(pool, _)| {
        cookies::read_named(request, &cookies::name(env, https, &pool, CookieKind::Language))
    });
    let chosen = cookie.as_deref().map(Chosen::parse);
    let lang = query_value(request, "lang");
    let sent_locales = query_value(request, "ui_locales");
    let asked = background.asked;
    let is_newer =
        |chosen: &Chosen<'_>| asked.is_some_and(|(_, at)| chosen.at_seconds >= at.div_euclid(1000));
    let wishes = LanguageWishes {
        lang: lang.as_deref().or_else(|| chosen.as_ref().filter(|chosen| is_newer(chosen)).map(|c| c.tag)),
        ui_locales: sent_locales.as_deref().or(asked.map(|(tags, _)| tags)),
        cookie: chosen.as_ref().map(|chosen| chosen.tag),
        profile: background.profile,
        accept_language: Some(header(request, ACCEPT_LANGUAGE)).filter(|wishes| !wishes.is_empty()),
    };
    let negotiated = env.renderer.translator().negotiate(wishes, settings);
    RequestLanguage { tag: negotiated.tag.to_owned(), is_wished: negotiated.is_wished }
}

/// The value of the language cookie: a tag, and since when it is wanted.
struct Chosen<'a> {
    tag: &'a str,
    at_seconds: i64,
}

impl<'a> Chosen<'a> {
    fn parse(value: &'a str) -> Self {
        match value.split_once('_') {
            Some((tag, at)) => Self { tag, at_seconds: at.parse().unwrap_or(0) },
            None => Self { tag: value, at_seconds: 0 },
        }
    }
}

/// The cookie that keeps a language that the query has chosen; only for the answers a browser shows or follows, and only
/// where the pool offers that language.
pub(super) fn chosen_language(request: &HttpRequest) -> Option<Cookie<'static>> {
    let lang = query_value(request, "lang")?;
    let facts = RequestFacts::of(request);
    let env = edge::env(request);
    let (pool, _) = pool_host::requested_id(&env.settings, facts.owner.as_ref(), request.path())?;
    let settings = language_settings(request);
    let tag = env.renderer.translator().best_match(&lang, &settings)?;
    let value = format!("{tag}_{}", env.now().div_euclid(1000));
    Some(cookies::make(request, &pool, CookieKind::Language, &value))
}

/// The languages of the request's pool, once a handler has asked for it.
fn language_settings(request: &HttpRequest) -> LanguageSettings {
    let pool = request.extensions().get::<RequestedPool>().map(|requested| requested.pool.clone());
    pool.map(|pool| pool.settings.languages.clone()).unwrap_or_default()
}

fn query_value(request: &HttpRequest, name: &str) -> Option<String> {
    url::form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

fn header(request: &HttpRequest, name: actix_web::http::header::HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
