//! Browsers that are at an identity provider, table `round_trips`; and the assertions that were taken (`seen_assertions`).

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{round_trips, seen_assertions};
use crate::model::ids::PoolId;

/// A browser on its way to a provider and back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRoundTrip {
    /// SHA-256 (base64url) of what travels as `state` or RelayState.
    pub id: String,
    /// The pool.
    pub pool_id: PoolId,
    /// The provider's name.
    pub provider: String,
    /// What must fit when it comes back, sealed.
    pub sealed_state: Vec<u8>,
    /// When it is too late, Unix milliseconds.
    pub expires_at: i64,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = round_trips)]
struct Row {
    id: String,
    pool_id: String,
    provider: String,
    sealed_state: Vec<u8>,
    expires_at: i64,
}

impl From<Row> for StoredRoundTrip {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            pool_id: PoolId::trusted(row.pool_id),
            provider: row.provider,
            sealed_state: row.sealed_state,
            expires_at: row.expires_at,
        }
    }
}

/// Stores a round trip.
///
/// # Errors
/// When the database did not answer.
pub fn insert(c: &mut AnyConn, trip: &StoredRoundTrip) -> Result<(), StoreError> {
    let row = Row {
        id: trip.id.clone(),
        pool_id: trip.pool_id.to_string(),
        provider: trip.provider.clone(),
        sealed_state: trip.sealed_state.clone(),
        expires_at: trip.expires_at,
    };
    on!(c, c => diesel::insert_into(round_trips::table).values(&row).execute(c))?;
    Ok(())
}

/// Finds a round trip of this pool, also one that has ended by time.
///
/// # Errors
/// When the database did not answer.
pub fn find(c: &mut AnyConn, pool: &PoolId, id: &str) -> Result<Option<StoredRoundTrip>, StoreError> {
    let row = round_trips::table.find(id).filter(round_trips::pool_id.eq(pool.as_str()));
    Ok(on!(c, c => row.select(Row::as_select()).first(c).optional())?.map(StoredRoundTrip::from))
}

/// Keeps what came back in place of what was kept before.
///
/// # Errors
/// When the database did not answer.
pub fn keep(c: &mut AnyConn, trip: &StoredRoundTrip) -> Result<bool, StoreError> {
    let row = round_trips::table.find(&trip.id).filter(round_trips::pool_id.eq(trip.pool_id.as_str()));
    let kept = round_trips::sealed_state.eq(&trip.sealed_state);
    Ok(on!(c, c => diesel::update(row).set(kept).execute(c))? == 1)
}

/// Ends a round trip; of several callers one is told that it did.
///
/// # Errors
/// When the database did not answer.
pub fn consume(c: &mut AnyConn, pool: &PoolId, id: &str) -> Result<bool, StoreError> {
    let row = round_trips::table.find(id).filter(round_trips::pool_id.eq(pool.as_str()));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Notes that an assertion was taken; of several callers one is told that it was the first.
///
/// # Errors
/// When the database did not answer.
pub fn see_assertion(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
    assertion_digest: &str,
    expires_at: i64,
) -> Result<bool, StoreError> {
    use seen_assertions as s;
    let row = (
        s::pool_id.eq(pool.as_str()),
        s::provider.eq(provider),
        s::assertion_digest.eq(assertion_digest),
        s::expires_at.eq(expires_at),
    );
    let inserted =
        on!(c, c => diesel::insert_into(s::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(inserted == 1)
}
