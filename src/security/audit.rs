//! The audit trail: a row for every change, written in the same transaction as the change.
//!
//! What nobody changed, such as a wrong password, is written by [`note`]: it keeps so many rows for a network and for a
//! pool, since whoever has no account can cause any number of them.

use std::future::Future;

use serde_json::Map;

use super::rate::{self, Limit};
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::event::AuditEvent;
use crate::model::ids::PoolId;
use crate::store::{AnyConn, StoreError, audit_events};

/// Events of one action that are kept in a window: of one network, of one pool.
const MOST_OF_NETWORK: u32 = 30;
const MOST_OF_POOL: u32 = 600;
const WINDOW_MS: i64 = 60_000;

/// Where the request that is being answered came from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The network ([`Caller::address_prefix`]).
    pub network: String,
    /// Joins it with the log.
    pub correlation_id: String,
}

tokio::task_local! {
    static ORIGIN: Origin;
}

/// Does `work` for a request: every event that begins in it carries the request's origin, so that no service has to
/// hand it on and none can forget it.
pub async fn during<F: Future>(origin: Origin, work: F) -> F::Output {
    ORIGIN.scope(origin, work).await
}

impl Origin {
    /// That of a caller.
    pub fn of(caller: &Caller) -> Self {
        Self { network: caller.address_prefix(), correlation_id: caller.correlation_id.clone() }
    }
}

/// An event that happens now, done by [`Env::actor`], by the request that is being answered. `action` is `thing.verb`;
/// `docs/audit.md` lists them.
pub fn event(env: &Env, action: &'static str) -> AuditEvent {
    let origin = ORIGIN.try_with(Clone::clone).ok();
    let (network, correlation_id) =
        origin.map(|origin| (Some(origin.network), Some(origin.correlation_id))).unwrap_or_default();
    AuditEvent {
        id: env.random.uuid_v4(),
        at: env.now(),
        pool_id: None,
        actor: env.actor.clone(),
        action,
        subject: None,
        succeeded: true,
        network,
        correlation_id,
        detail: Map::new(),
    }
}

/// Writes the event; to be called inside the write that makes the change, so that there is never one without the other.
///
/// # Errors
/// When the database did not answer.
pub fn record(c: &mut AnyConn, event: &AuditEvent) -> Result<(), StoreError> {
    audit_events::insert(c, event)
}

/// Writes an event of a caller who has proven nothing, in a write of its own, unless its network or its pool has had too
/// many of its kind: then the first one that is left out is marked by `audit.left_out`, and all are counted. A failure is
/// logged; nothing depends on the row.
pub async fn note(env: &Env, pool: &PoolId, event: AuditEvent) {
    let action = event.action;
    let network = event.network.clone().unwrap_or_default();
    let key = (pool.clone(), format!("{action} {network}"));
    // Whoever sends many of them must not cause a write for each.
    if env.settings_cache.left_out.get(&key, env.now()).is_some() {
        return env.metrics.protocol.audit_left_out.one([action]);
    }
    let limit = |scope, subject: String, most| Limit { scope, subject, most, window_ms: WINDOW_MS };
    let limits = [
        limit("audit-network", format!("{action} {network}"), MOST_OF_NETWORK),
        limit("audit-pool", action.to_owned(), MOST_OF_POOL),
    ];
    let first = [limit("audit-left-out", format!("{action} {network}"), 1)];
    let mark = self::event(env, "audit.left_out").in_pool(pool).with("action", action);
    let (pool, now) = (pool.clone(), env.now());
    let kept = env
        .db
        .write(move |c| {
            if rate::take(c, &pool, &limits, now)?.is_ok() {
                record(c, &event)?;
                return Ok(true);
            }
            if rate::take(c, &pool, &first, now)?.is_ok() {
                record(c, &mark)?;
            }
            Ok(false)
        })
        .await;
    match kept {
        Ok(true) => {}
        Ok(false) => {
            env.settings_cache.left_out.put(key, (), now);
            env.metrics.protocol.audit_left_out.one([action]);
        }
        Err(error) => tracing::warn!(%error, action, "an audit event was not written"),
    }
}
