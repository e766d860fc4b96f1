//! Authorization requests that wait for somebody to sign in.

use diesel::prelude::*;

use super::columns::{from_json, to_json};
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::authorization_requests;
use crate::model::agreement::Decision;
use crate::model::authorization::AuthorizationRequest;
use crate::model::ids::{AuthorizationId, ClientId, PoolId};

const TABLE: &str = "authorization_requests";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = authorization_requests)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    id: String,
    pool_id: String,
    client_id: String,
    browser: String,
    parameters: String,
    created_at: i64,
    expires_at: i64,
    decision: Option<String>,
}

/// Stores a request.
pub fn insert(c: &mut AnyConn, request: &AuthorizationRequest) -> Result<(), StoreError> {
    let row = Row {
        id: request.id.to_string(),
        pool_id: request.pool_id.to_string(),
        client_id: request.client_id.to_string(),
        browser: request.browser.clone(),
        parameters: to_json(&request.parameters)?,
        created_at: request.created_at,
        expires_at: request.expires_at,
        decision: request.decision.map(|decision| decision.as_str().to_owned()),
    };
    on!(c, conn => diesel::insert_into(authorization_requests::table).values(&row).execute(conn))?;
    Ok(())
}

/// The request with this id in this pool, expired or not.
pub fn find(
    c: &mut AnyConn,
    pool: &PoolId,
    id: &AuthorizationId,
) -> Result<Option<AuthorizationRequest>, StoreError> {
    let query = authorization_requests::table
        .filter(authorization_requests::id.eq(id.as_str()))
        .filter(authorization_requests::pool_id.eq(pool.as_str()));
    on!(c, conn => query.select(Row::as_select()).first(conn).optional())?.map(Row::into_model).transpose()
}

/// Takes a request out; says whether it was there. A request ends in one code at most.
pub fn consume(c: &mut AnyConn, pool: &PoolId, id: &AuthorizationId) -> Result<bool, StoreError> {
    let row = authorization_requests::table
        .filter(authorization_requests::id.eq(id.as_str()))
        .filter(authorization_requests::pool_id.eq(pool.as_str()));
    Ok(on!(c, conn => diesel::delete(row).execute(conn))? == 1)
}

/// What became of a decision about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It is the first.
    Now,
    /// The same was decided before: a second click.
    Before,
    /// The other was decided before, or the request is gone or over.
    Not,
}

/// Decides a request that has not ended by `now`; of several callers one decides.
///
/// # Errors
/// When the database did not answer.
pub fn decide(
    c: &mut AnyConn,
    pool: &PoolId,
    id: &AuthorizationId,
    decision: Decision,
    now: i64,
) -> Result<Decided, StoreError> {
    let live = || {
        authorization_requests::table
            .filter(authorization_requests::id.eq(id.as_str()))
            .filter(authorization_requests::pool_id.eq(pool.as_str()))
            .filter(authorization_requests::expires_at.gt(now))
    };
    let set = authorization_requests::decision.eq(decision.as_str());
    let open = live().filter(authorization_requests::decision.is_null());
    if on!(&mut *c, conn => diesel::update(open).set(set).execute(conn))? == 1 {
        return Ok(Decided::Now);
    }
    let same = live().filter(set);
    Ok(match on!(c, conn => diesel::update(same).set(set).execute(conn))? {
        1 => Decided::Before,
        _ => Decided::Not,
    })
}

impl Row {
    fn into_model(self) -> Result<AuthorizationRequest, StoreError> {
        Ok(AuthorizationRequest {
            parameters: from_json(TABLE, &self.id, &self.parameters)?,
            id: AuthorizationId::trusted(self.id),
            pool_id: PoolId::trusted(self.pool_id),
            client_id: ClientId::trusted(self.client_id),
            browser: self.browser,
            decision: self.decision.as_deref().and_then(Decision::parse),
            created_at: self.created_at,
            expires_at: self.expires_at,
        })
    }
}
