//! Rows of the audit trail.

use diesel::prelude::*;
use serde_json::{Map, Value};

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::audit_events;
use crate::model::event::AuditEvent;

const TABLE: &str = "audit_events";

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_events)]
struct Row {
    id: String,
    at: i64,
    pool_id: Option<String>,
    actor_kind: String,
    actor: Option<String>,
    action: String,
    subject_kind: Option<String>,
    subject: Option<String>,
    succeeded: bool,
    network: Option<String>,
    correlation_id: Option<String>,
    detail: String,
}

/// An event as it was stored. Kinds and actions are words: an older or newer version may have written others.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvent {
    /// Random, unique.
    pub id: String,
    /// When, Unix milliseconds.
    pub at: i64,
    /// The pool.
    pub pool_id: Option<String>,
    /// The kind of who did it.
    pub actor_kind: String,
    /// Who did it.
    pub actor: Option<String>,
    /// What, `thing.verb`.
    pub action: String,
    /// The kind of what it was done to.
    pub subject_kind: Option<String>,
    /// What it was done to.
    pub subject: Option<String>,
    /// Whether it came about.
    pub succeeded: bool,
    /// The network it came from.
    pub network: Option<String>,
    /// Joins it with the log.
    pub correlation_id: Option<String>,
    /// Particulars.
    pub detail: Map<String, Value>,
}

/// Which events to list; absent means any.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Of this pool.
    pub pool: Option<String>,
    /// About this id.
    pub subject: Option<String>,
    /// With this action.
    pub action: Option<String>,
    /// At or after this time, Unix milliseconds.
    pub since: Option<i64>,
    /// Done by this one.
    pub actor: Option<String>,
    /// Before this time, Unix milliseconds.
    pub until: Option<i64>,
    /// Whether it came about.
    pub succeeded: Option<bool>,
    /// Older than this event (time and id), for the next page.
    pub before: Option<(i64, String)>,
}

/// Stores an event.
///
/// # Errors
/// When the database did not answer.
pub fn insert(c: &mut AnyConn, event: &AuditEvent) -> Result<(), StoreError> {
    use audit_events as a;
    let detail = columns::to_json(&event.detail)?;
    let subject = event.subject.as_ref();
    on!(c, c => diesel::insert_into(a::table)
        .values((
            a::id.eq(&event.id),
            a::at.eq(event.at),
            a::pool_id.eq(event.pool_id.as_ref().map(|id| id.as_str())),
            a::actor_kind.eq(event.actor.kind()),
            a::actor.eq(event.actor.name()),
            a::action.eq(event.action),
            a::subject_kind.eq(subject.map(|(kind, _)| *kind)),
            a::subject.eq(subject.map(|(_, id)| id.as_str())),
            a::succeeded.eq(event.succeeded),
            a::network.eq(event.network.as_deref()),
            a::correlation_id.eq(event.correlation_id.as_deref()),
            a::detail.eq(&detail),
        ))
        .execute(c))?;
    Ok(())
}

/// The newest `most` events that are wanted, newest first.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list(c: &mut AnyConn, wanted: &Wanted, most: i64) -> Result<Vec<StoredEvent>, StoreError> {
    use audit_events as a;
    macro_rules! query {
        () => {{
            let mut query = a::table.order((a::at.desc(), a::id.desc())).limit(most).into_boxed();
            if let Some(pool) = &wanted.pool {
                query = query.filter(a::pool_id.eq(pool));
            }
            if let Some(subject) = &wanted.subject {
                query = query.filter(a::subject.eq(subject));
            }
            if let Some(action) = &wanted.action {
                query = query.filter(a::action.eq(action));
            }
            if let Some(since) = wanted.since {
                query = query.filter(a::at.ge(since));
            }
            if let Some(actor) = &wanted.actor {
                query = query.filter(a::actor.eq(actor));
            }
            if let Some(until) = wanted.until {
                query = query.filter(a::at.lt(until));
            }
            if let Some(succeeded) = wanted.succeeded {
                query = query.filter(a::succeeded.eq(succeeded));
            }
            if let Some((at, id)) = &wanted.before {
                query = query.filter(a::at.lt(*at).or(a::at.eq(*at).and(a::id.lt(id))));
            }
            query
        }};
    }
    let rows: Vec<Row> = on!(c, c => query!().select(Row::as_select()).load(c))?;
    rows.into_iter().map(Row::into_event).collect()
}

impl Row {
    fn into_event(self) -> Result<StoredEvent, StoreError> {
        Ok(StoredEvent {
            detail: columns::from_json(TABLE, &self.id, &self.detail)?,
            id: self.id,
            at: self.at,
            pool_id: self.pool_id,
            actor_kind: self.actor_kind,
            actor: self.actor,
            action: self.action,
            subject_kind: self.subject_kind,
            subject: self.subject,
            succeeded: self.succeeded,
            network: self.network,
            correlation_id: self.correlation_id,
        })
    }
}
