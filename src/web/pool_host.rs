//! Host and path to pool.
//!
//! The host is used to look a pool up and for nothing else; links are built from configuration or are relative.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::WebError;
use super::edge;
use super::proxy;
use crate::config::Settings;
use crate::directory;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::render::contexts::ErrorKind;

/// The prefix under which every pool answers, for `web::scope`. Only a pool id has this shape, so no other path falls
/// into it.
pub const POOL_SCOPE: &str = "/{pool_id:[A-Za-z0-9-]{1,32}_[A-Za-z0-9]{9}}";

/// The pool a request is for; an extractor for handlers. Unknown hosts get 421 and no page (already in
/// [`edge::edge`]), unknown pools 404.
#[derive(Clone)]
pub struct RequestedPool {
    /// The pool.
    pub pool: Arc<UserPool>,
    /// What precedes paths of this pool in links: empty at the root, `/{pool_id}` in the path form.
    pub base: String,
}

impl FromRequest for RequestedPool {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            // A wrapper and a handler may both ask.
            if let Some(known) = request.extensions().get::<Self>() {
                return Ok(known.clone());
            }
            let env = edge::env(&request);
            let not_found = || WebError::not_found(ErrorKind::NotFound);
            let (id, base) = requested_id(&env.settings, request.path()).ok_or_else(not_found)?;
            let pool = directory::pools::serving(&env, &id).await?.ok_or_else(not_found)?;
            let found = Self { pool, base };
            request.extensions_mut().insert(found.clone());
            Ok(found)
        })
    }
}

/// Whether this server answers for a host: that of `public_url`, and in development every loopback name.
pub fn is_our_host(settings: &Settings, authority: &str) -> bool {
    let host = proxy::host_of(authority);
    let public = settings.public_url.host_str().unwrap_or_default();
    (!host.is_empty() && host.eq_ignore_ascii_case(public))
        || (settings.development && proxy::is_loopback_host(host))
}

/// The pool id that a path names, or the default pool's, with the base of its links. Looks nothing up.
pub(super) fn requested_id(settings: &Settings, path: &str) -> Option<(PoolId, String)> {
    match id_in_path(path) {
        Some(id) => {
            let base = format!("/{id}");
            Some((id, base))
        }
        None => settings.default_pool.clone().map(|id| (id, String::new())),
    }
}

/// No page of ours has an underscore in its first segment, so a segment shaped like a pool id is one.
fn id_in_path(path: &str) -> Option<PoolId> {
    let first = path.strip_prefix('/')?.split('/').next()?;
    PoolId::parse(first).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_segment_names_the_pool() {
        let id = |path| id_in_path(path).map(|id| id.to_string());
        assert_eq!(id("/us-east-1_Demo00001/login").as_deref(), Some("us-east-1_Demo00001"));
        assert_eq!(id("/us-east-1_Demo00001").as_deref(), Some("us-east-1_Demo00001"));
        for path in ["/login", "/", "", "/us-east-1_Demo/login", "//us-east-1_Demo00001/x"] {
            assert_eq!(id(path), None, "{path}");
        }
    }
}
