//! Host and path to pool.
//!
//! The host is used to look a pool up and for nothing else; links are built from configuration or are relative.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::guard::GuardContext;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::WebError;
use super::edge::{self, RequestFacts};
use super::{caller, proxy};
use crate::config::Settings;
use crate::directory;
use crate::directory::domains::{self, Owner};
use crate::env::Env;
use crate::model::ids::PoolId;
use crate::model::pool::UserPool;
use crate::render::contexts::ErrorKind;
use crate::store::StoreError;

/// The prefix under which every pool answers, for `web::scope`. Only a pool id has this shape, so no other path falls
/// into it.
pub const POOL_SCOPE: &str = "/{pool_id:[A-Za-z0-9-]{1,32}_[A-Za-z0-9]{9}}";

/// The pool a request is for; an extractor for handlers. Unknown hosts get 421 and no page (already in
/// [`edge::edge`]), unknown pools 404.
#[derive(Clone)]
pub struct RequestedPool {
    /// The pool.
    pub pool: Arc<UserPool>,
    /// What precedes paths of this pool in links: empty on a host of its own and at the root, `/{pool_id}` in the path form.
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
            let owner = RequestFacts::of(&request).owner;
            let (id, base) =
                requested_id(&env.settings, owner.as_ref(), request.path()).ok_or_else(not_found)?;
            let pool = directory::pools::serving(&env, &id).await?.ok_or_else(not_found)?;
            let found = Self { pool, base };
            request.extensions_mut().insert(found.clone());
            caller::follow_pool(&request, &found.pool);
            Ok(found)
        })
    }
}

/// Whose the host of a request is; `None` when this server does not answer for it. In development every loopback name
/// that no pool has is the server's own.
pub(super) async fn owner(env: &Env, authority: &str) -> Result<Option<Owner>, StoreError> {
    let host = proxy::host_of(authority);
    if host.is_empty() {
        return Ok(None);
    }
    let loopback = env.settings.development && proxy::is_loopback_host(host);
    if loopback && !host.ends_with(".localhost") {
        return Ok(Some(Owner::Server));
    }
    Ok(domains::owner(env, host).await?.or(loopback.then_some(Owner::Server)))
}

/// Whether a request was sent to the server's own host: a guard for what belongs to no pool, or to a pool by its path.
pub fn at_the_server(context: &GuardContext<'_>) -> bool {
    context.req_data().get::<RequestFacts>().is_some_and(|facts| facts.owner == Some(Owner::Server))
}

/// The origins that a form of this request's host may come from: as the configuration names it, and in development as
/// the browser does, since every port is ours there.
pub(super) fn own_origins(settings: &Settings, facts: &RequestFacts) -> Vec<String> {
    let mut origins = match facts.owner {
        Some(Owner::Pool(_)) => vec![domains::table::origin(settings, proxy::host_of(&facts.authority))],
        Some(Owner::Server) => vec![settings.origin()],
        None => Vec::new(),
    };
    if settings.development && proxy::is_loopback_host(proxy::host_of(&facts.authority)) {
        origins.push(facts.origin());
    }
    origins
}

/// The origin that the browser of a request uses, as the configuration names it; in development as the browser does.
/// For addresses that come back to us by way of another server.
pub fn origin(request: &HttpRequest) -> String {
    let facts = RequestFacts::of(request);
    let settings = &edge::env(request).settings;
    let host = proxy::host_of(&facts.authority);
    if settings.development && proxy::is_loopback_host(host) {
        return facts.origin();
    }
    match facts.owner {
        Some(Owner::Pool(_)) => domains::table::origin(settings, host),
        Some(Owner::Server) | None => settings.origin(),
    }
}

/// The pool that host and path name, with the base of its links. Looks nothing up. The path form is the server's host's
/// alone: a pool's own host serves that pool and no other.
pub(super) fn requested_id(
    settings: &Settings,
    owner: Option<&Owner>,
    path: &str,
) -> Option<(PoolId, String)> {
    let at_root = |id: &PoolId| (id.clone(), String::new());
    match (owner?, id_in_path(path)) {
        (Owner::Server, Some(id)) => {
            let base = format!("/{id}");
            Some((id, base))
        }
        (Owner::Server, None) => settings.default_pool.as_ref().map(at_root),
        (Owner::Pool(id), None) => Some(at_root(id)),
        (Owner::Pool(_), Some(_)) => None,
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
