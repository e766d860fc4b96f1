//! The audit trail: a row for every change, written in the same transaction as the change.

use serde_json::Map;

use crate::env::Env;
use crate::model::event::AuditEvent;
use crate::store::{AnyConn, StoreError, audit_events};

/// An event that happens now, done by [`Env::actor`]. `action` is `thing.verb`; `docs/audit.md` lists them.
pub fn event(env: &Env, action: &'static str) -> AuditEvent {
    AuditEvent {
        id: env.random.uuid_v4(),
        at: env.now(),
        pool_id: None,
        actor: env.actor.clone(),
        action,
        subject: None,
        succeeded: true,
        network: None,
        correlation_id: None,
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
