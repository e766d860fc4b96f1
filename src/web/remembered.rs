//! The cookies of remembered browsers: one for each person, so that several people can share a browser.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;

use super::cookies::{self, CookieKind};
use super::edge::{self, RequestFacts};
use crate::model::ids::PoolId;

/// People of one browser whose cookies are looked at.
const MOST_PEOPLE: usize = 8;

/// The values of this browser's cookies of this pool.
pub fn read_all(request: &HttpRequest, pool: &PoolId) -> Vec<String> {
    let prefix = name(request, pool, "");
    let Ok(jar) = request.cookies() else { return Vec::new() };
    let ours: Vec<&str> = jar.iter().map(Cookie::name).filter(|name| name.starts_with(&prefix)).collect();
    ours.into_iter().filter_map(|name| cookies::read_named(request, name)).take(MOST_PEOPLE).collect()
}

/// The cookie of the person behind `mark` for so many days.
pub fn make(request: &HttpRequest, pool: &PoolId, mark: &str, value: &str, days: u32) -> Cookie<'static> {
    let mut cookie = cookies::make(request, pool, CookieKind::Remembered, value);
    cookie.set_name(name(request, pool, mark));
    cookie.set_max_age(Duration::days(i64::from(days)));
    cookie
}

fn name(request: &HttpRequest, pool: &PoolId, mark: &str) -> String {
    let https = RequestFacts::of(request).https;
    let stem = cookies::name(&edge::env(request), https, pool, CookieKind::Remembered);
    format!("{stem}_{mark}")
}
