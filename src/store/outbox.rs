//! Messages waiting to be sent, table `outbox`. Payloads are sealed, and erased once a message has gone or failed.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{outbox, user_pools};
use crate::model::ids::PoolId;

/// A message to be stored.
#[derive(Clone)]
pub struct NewMessage {
    /// Its id, which transports hand on so that a message sent twice can be recognised.
    pub id: String,
    /// The pool that sends it.
    pub pool_id: PoolId,
    /// What it is about.
    pub kind: String,
    /// The way it goes.
    pub medium: String,
    /// The sealed message.
    pub sealed_payload: Vec<u8>,
    /// When it was written, Unix milliseconds; it is due at once.
    pub created_at: i64,
    /// When sending it is of no more use, Unix milliseconds.
    pub expires_at: i64,
}

/// A message that waits.
#[derive(Clone)]
pub struct WaitingMessage {
    /// Its id.
    pub id: String,
    /// The pool that sends it.
    pub pool_id: PoolId,
    /// What it is about.
    pub kind: String,
    /// The sealed message.
    pub sealed_payload: Vec<u8>,
    /// How often sending was begun.
    pub attempts: i64,
    /// When it is due, Unix milliseconds.
    pub next_attempt_at: i64,
    /// When sending it is of no more use, Unix milliseconds.
    pub expires_at: i64,
}

#[derive(Queryable)]
struct Row {
    id: String,
    pool_id: String,
    kind: String,
    sealed_payload: Option<Vec<u8>>,
    attempts: i64,
    next_attempt_at: i64,
    expires_at: i64,
}

/// Stores a message that is due at once.
///
/// # Errors
/// When the database did not answer.
pub fn insert(c: &mut AnyConn, message: &NewMessage) -> Result<(), StoreError> {
    on!(c, c => diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(&message.id),
            outbox::pool_id.eq(message.pool_id.as_str()),
            outbox::kind.eq(&message.kind),
            outbox::medium.eq(&message.medium),
            outbox::sealed_payload.eq(Some(&message.sealed_payload)),
            outbox::attempts.eq(0_i64),
            outbox::next_attempt_at.eq(message.created_at),
            outbox::created_at.eq(message.created_at),
            outbox::expires_at.eq(message.expires_at),
        ))
        .execute(c))?;
    Ok(())
}

/// The messages that are due, the longest waiting first, at most `limit`. A deleted pool sends nothing.
///
/// # Errors
/// When the database did not answer; [`StoreError::Corrupt`] for a waiting message without a payload.
pub fn list_due(c: &mut AnyConn, now: i64, limit: i64) -> Result<Vec<WaitingMessage>, StoreError> {
    let due = outbox::table
        .inner_join(user_pools::table.on(user_pools::id.eq(outbox::pool_id)))
        .filter(user_pools::deleted_at.is_null())
        .filter(outbox::next_attempt_at.le(now))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .order((outbox::next_attempt_at, outbox::id))
        .limit(limit)
        .select((
            outbox::id,
            outbox::pool_id,
            outbox::kind,
            outbox::sealed_payload,
            outbox::attempts,
            outbox::next_attempt_at,
            outbox::expires_at,
        ));
    let rows = on!(c, c => due.load::<Row>(c))?;
    rows.into_iter().map(WaitingMessage::try_from).collect()
}

/// Takes a due message for one attempt and hides it until `hidden_until`. Returns whether it was still there to be
/// taken: of several nodes one gets it, and a node that dies gives it back by time.
///
/// # Errors
/// When the database did not answer.
pub fn claim(c: &mut AnyConn, message: &WaitingMessage, hidden_until: i64) -> Result<bool, StoreError> {
    let row = outbox::table
        .filter(outbox::id.eq(&message.id))
        .filter(outbox::attempts.eq(message.attempts))
        .filter(outbox::next_attempt_at.eq(message.next_attempt_at))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null());
    let taken = on!(c, c => diesel::update(row)
        .set((outbox::attempts.eq(message.attempts + 1), outbox::next_attempt_at.eq(hidden_until)))
        .execute(c))?;
    Ok(taken == 1)
}

/// Notes that a message has gone, and erases it.
///
/// # Errors
/// When the database did not answer.
pub fn mark_sent(c: &mut AnyConn, id: &str, now: i64) -> Result<(), StoreError> {
    on!(c, c => diesel::update(outbox::table.find(id))
        .set((
            outbox::sent_at.eq(Some(now)),
            outbox::sealed_payload.eq(None::<Vec<u8>>),
            outbox::last_error.eq(None::<String>),
        ))
        .execute(c))?;
    Ok(())
}

/// Notes that a message will never go, and erases it. `reason` holds no address and no content.
///
/// # Errors
/// When the database did not answer.
pub fn mark_failed(c: &mut AnyConn, id: &str, reason: &str, now: i64) -> Result<(), StoreError> {
    on!(c, c => diesel::update(outbox::table.find(id))
        .set((
            outbox::failed_at.eq(Some(now)),
            outbox::sealed_payload.eq(None::<Vec<u8>>),
            outbox::last_error.eq(Some(reason)),
        ))
        .execute(c))?;
    Ok(())
}

/// Puts a message off until `next_attempt_at`. `reason` holds no address and no content.
///
/// # Errors
/// When the database did not answer.
pub fn put_off(c: &mut AnyConn, id: &str, reason: &str, next_attempt_at: i64) -> Result<(), StoreError> {
    on!(c, c => diesel::update(outbox::table.find(id))
        .set((outbox::next_attempt_at.eq(next_attempt_at), outbox::last_error.eq(Some(reason))))
        .execute(c))?;
    Ok(())
}

impl TryFrom<Row> for WaitingMessage {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let Some(sealed_payload) = row.sealed_payload else {
            return Err(super::columns::corrupt("outbox", &row.id));
        };
        Ok(Self {
            id: row.id,
            pool_id: PoolId::trusted(row.pool_id),
            kind: row.kind,
            sealed_payload,
            attempts: row.attempts,
            next_attempt_at: row.next_attempt_at,
            expires_at: row.expires_at,
        })
    }
}
