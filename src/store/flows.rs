//! Authentication flows (`auth_flows`).

use diesel::prelude::*;

use super::columns::{from_json, to_json};
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::auth_flows;
use crate::model::flow::AuthFlow;
use crate::model::ids::{ClientId, FlowId, PoolId, UserId};

#[derive(Queryable, Insertable)]
#[diesel(table_name = auth_flows)]
struct Row {
    id: String,
    pool_id: String,
    client_id: String,
    user_id: Option<String>,
    state: String,
    revision: i64,
    attempts: i64,
    busy_until: i64,
    created_at: i64,
    expires_at: i64,
}

impl Row {
    fn into_flow(self) -> Result<AuthFlow, StoreError> {
        Ok(AuthFlow {
            state: from_json("auth_flows", &self.id, &self.state)?,
            id: FlowId::trusted(self.id),
            pool_id: PoolId::trusted(self.pool_id),
            client_id: ClientId::trusted(self.client_id),
            revision: self.revision,
            attempts: self.attempts,
            created_at: self.created_at,
            expires_at: self.expires_at,
        })
    }
}

/// Stores a new flow that nobody has answered and that belongs to nobody yet.
///
/// # Errors
/// When the database did not answer.
pub fn insert(c: &mut AnyConn, flow: &AuthFlow) -> Result<(), StoreError> {
    let row = Row {
        id: flow.id.as_str().to_owned(),
        pool_id: flow.pool_id.as_str().to_owned(),
        client_id: flow.client_id.as_str().to_owned(),
        user_id: None,
        state: to_json(&flow.state)?,
        revision: flow.revision,
        attempts: flow.attempts,
        busy_until: 0,
        created_at: flow.created_at,
        expires_at: flow.expires_at,
    };
    on!(c, c => diesel::insert_into(auth_flows::table).values(&row).execute(c))?;
    Ok(())
}

/// A flow of this pool, also an expired one.
///
/// # Errors
/// When the database did not answer.
pub fn find(c: &mut AnyConn, pool: &PoolId, id: &FlowId) -> Result<Option<AuthFlow>, StoreError> {
    let row = auth_flows::table
        .filter(auth_flows::id.eq(id.as_str()))
        .filter(auth_flows::pool_id.eq(pool.as_str()));
    on!(c, c => row.first::<Row>(c).optional())?.map(Row::into_flow).transpose()
}

/// Takes the right to judge one answer until `busy_until`, and counts it. Returns whether `flow`, as it was read,
/// still stands, nobody else holds the right, it has not ended, and fewer than `limit` answers were given. The
/// revision is one higher afterwards.
///
/// # Errors
/// When the database did not answer.
pub fn claim(
    c: &mut AnyConn,
    flow: &AuthFlow,
    limit: i64,
    now: i64,
    busy_until: i64,
) -> Result<bool, StoreError> {
    let row = auth_flows::table
        .filter(auth_flows::id.eq(flow.id.as_str()))
        .filter(auth_flows::revision.eq(flow.revision))
        .filter(auth_flows::attempts.lt(limit))
        .filter(auth_flows::busy_until.lt(now))
        .filter(auth_flows::expires_at.gt(now));
    let changes = (
        auth_flows::revision.eq(auth_flows::revision + 1),
        auth_flows::attempts.eq(auth_flows::attempts + 1),
        auth_flows::busy_until.eq(busy_until),
    );
    Ok(on!(c, c => diesel::update(row).set(changes).execute(c))? == 1)
}

/// Saves state and end of a flow and gives the right to judge back. Returns whether the flow was still there at the
/// revision that `flow` names; the revision is one higher afterwards. `user` is whom it belongs to by proof.
///
/// # Errors
/// When the database did not answer.
pub fn update(c: &mut AnyConn, flow: &AuthFlow, user: Option<&UserId>) -> Result<bool, StoreError> {
    let row = auth_flows::table
        .filter(auth_flows::id.eq(flow.id.as_str()))
        .filter(auth_flows::revision.eq(flow.revision));
    let changes = (
        auth_flows::state.eq(to_json(&flow.state)?),
        auth_flows::user_id.eq(user.map(UserId::as_str)),
        auth_flows::revision.eq(auth_flows::revision + 1),
        auth_flows::busy_until.eq(0),
        auth_flows::expires_at.eq(flow.expires_at),
    );
    Ok(on!(c, c => diesel::update(row).set(changes).execute(c))? == 1)
}

/// Removes a flow that has not ended, in exchange for what it proved. Returns whether it was there.
///
/// # Errors
/// When the database did not answer.
pub fn consume(c: &mut AnyConn, pool: &PoolId, id: &FlowId, now: i64) -> Result<bool, StoreError> {
    let row = auth_flows::table
        .filter(auth_flows::id.eq(id.as_str()))
        .filter(auth_flows::pool_id.eq(pool.as_str()))
        .filter(auth_flows::expires_at.gt(now));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}
