//! Token families, and the refresh tokens that belong to them by the SHA-256 of their text.

use diesel::prelude::*;

use super::columns::{from_json, to_json};
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{refresh_tokens, token_families, users};
use crate::model::ids::{ClientId, FamilyId, PoolId, SessionId, UserId};
use crate::model::session::TokenFamily;

const TABLE: &str = "token_families";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = token_families)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    id: String,
    pool_id: String,
    client_id: String,
    user_id: String,
    session_id: Option<String>,
    scope: String,
    authenticated_at: i64,
    proofs: String,
    created_at: i64,
    expires_at: i64,
    revoked_at: Option<i64>,
}

/// A stored refresh token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshTokenRecord {
    /// The family it belongs to.
    pub family_id: FamilyId,
    /// When it gave a successor, Unix milliseconds.
    pub used_at: Option<i64>,
}

/// Stores a family.
///
/// # Errors
/// [`StoreError::Taken`] when the id exists.
pub fn insert(c: &mut AnyConn, family: &TokenFamily) -> Result<(), StoreError> {
    let row = Row {
        id: family.id.to_string(),
        pool_id: family.pool_id.to_string(),
        client_id: family.client_id.to_string(),
        user_id: family.user_id.to_string(),
        session_id: family.session_id.as_ref().map(ToString::to_string),
        scope: to_json(&family.scope)?,
        authenticated_at: family.authenticated_at,
        proofs: to_json(&family.proofs)?,
        created_at: family.created_at,
        expires_at: family.expires_at,
        revoked_at: family.revoked_at,
    };
    on!(c, conn => diesel::insert_into(token_families::table).values(&row).execute(conn))
        .map_err(super::columns::taken("token family"))?;
    Ok(())
}

/// The family with this id in this pool, revoked and expired ones too.
pub fn find(c: &mut AnyConn, pool: &PoolId, id: &FamilyId) -> Result<Option<TokenFamily>, StoreError> {
    let query = token_families::table
        .filter(token_families::id.eq(id.as_str()))
        .filter(token_families::pool_id.eq(pool.as_str()));
    on!(c, conn => query.select(Row::as_select()).first(conn).optional())?.map(Row::into_model).transpose()
}

/// Revokes a family; a revoked one keeps its moment. Says whether it was live.
pub fn revoke(c: &mut AnyConn, pool: &PoolId, id: &FamilyId, now: i64) -> Result<bool, StoreError> {
    let row = token_families::table
        .filter(token_families::id.eq(id.as_str()))
        .filter(token_families::pool_id.eq(pool.as_str()))
        .filter(token_families::revoked_at.is_null());
    let revoked = on!(c, conn => diesel::update(row).set(token_families::revoked_at.eq(now)).execute(conn))?;
    Ok(revoked == 1)
}

/// Revokes the families that came from a browser session; only those of `client`, when one is named. Returns how many.
///
/// # Errors
/// When the database did not answer.
pub fn revoke_of_session(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    session: &SessionId,
    client: Option<&ClientId>,
    now: i64,
) -> Result<usize, StoreError> {
    let families = token_families::table
        .filter(token_families::pool_id.eq(pool.as_str()))
        .filter(token_families::user_id.eq(user.as_str()))
        .filter(token_families::session_id.eq(session.as_str()))
        .filter(token_families::revoked_at.is_null());
    let revoked = token_families::revoked_at.eq(now);
    match client {
        Some(client) => {
            let families = families.filter(token_families::client_id.eq(client.as_str()));
            Ok(on!(c, conn => diesel::update(families).set(revoked).execute(conn))?)
        }
        None => Ok(on!(c, conn => diesel::update(families).set(revoked).execute(conn))?),
    }
}

/// The families of a person that can still be refreshed, the newest first, each with when it last gave a refresh token.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(
    c: &mut AnyConn,
    pool: &PoolId,
    user: &UserId,
    now: i64,
) -> Result<Vec<(TokenFamily, i64)>, StoreError> {
    let live = token_families::table
        .filter(token_families::pool_id.eq(pool.as_str()))
        .filter(token_families::user_id.eq(user.as_str()))
        .filter(token_families::revoked_at.is_null())
        .filter(token_families::expires_at.gt(now))
        .order((token_families::created_at.desc(), token_families::id));
    let rows: Vec<Row> = on!(&mut *c, conn => live.select(Row::as_select()).load(conn))?;
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let tokens = refresh_tokens::table.filter(refresh_tokens::family_id.eq_any(ids)).select((
        refresh_tokens::family_id,
        refresh_tokens::created_at,
        refresh_tokens::used_at,
    ));
    let tokens: Vec<(String, i64, Option<i64>)> = on!(c, conn => tokens.load(conn))?;
    rows.into_iter()
        .map(|row| {
            let of_row = tokens.iter().filter(|(family, ..)| *family == row.id);
            let last = of_row.map(|(_, created, used)| used.unwrap_or(*created).max(*created)).max();
            let last = last.unwrap_or(row.created_at);
            Ok((row.into_model()?, last))
        })
        .collect()
}

/// Revokes the families of a person: those of `client`, or those that did not come from the session `keep`, or all.
/// Returns how many.
///
/// # Errors
/// When the database did not answer.
pub fn revoke_of_user(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    client: Option<&ClientId>,
    keep: Option<&SessionId>,
    now: i64,
) -> Result<usize, StoreError> {
    let families = || {
        token_families::table
            .filter(token_families::pool_id.eq(pool.as_str()))
            .filter(token_families::user_id.eq(user.as_str()))
            .filter(token_families::revoked_at.is_null())
    };
    let revoked = token_families::revoked_at.eq(now);
    Ok(match (client, keep) {
        (Some(client), _) => {
            let families = families().filter(token_families::client_id.eq(client.as_str()));
            on!(c, conn => diesel::update(families).set(revoked).execute(conn))?
        }
        (None, Some(keep)) => {
            let other = token_families::session_id.ne(keep.as_str()).or(token_families::session_id.is_null());
            let families = families().filter(other);
            on!(c, conn => diesel::update(families).set(revoked).execute(conn))?
        }
        (None, None) => on!(c, conn => diesel::update(families()).set(revoked).execute(conn))?,
    })
}

/// Waits for a sign-out of this person that is under way, and holds off the next one until this write is done;
/// returns the moment of the last one, `None` when there is no such person.
///
/// A family is invisible to a sign-out until its write is committed, so one that began at the same time would survive.
pub fn lock_user(c: &mut AnyConn, pool: &PoolId, user: &UserId) -> Result<Option<i64>, StoreError> {
    let row = users::table.filter(users::id.eq(user.as_str())).filter(users::pool_id.eq(pool.as_str()));
    on!(c, conn => diesel::update(row).set(users::signed_out_at.eq(users::signed_out_at)).execute(conn))?;
    let query = row.select(users::signed_out_at);
    Ok(on!(c, conn => query.first(conn).optional())?)
}

/// Stores a refresh token under the SHA-256 of its text.
pub fn insert_refresh_token(
    c: &mut AnyConn,
    digest: &str,
    family: &FamilyId,
    now: i64,
) -> Result<(), StoreError> {
    on!(c, conn => diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::digest.eq(digest),
            refresh_tokens::family_id.eq(family.as_str()),
            refresh_tokens::created_at.eq(now),
        ))
        .execute(conn))?;
    Ok(())
}

/// The refresh token with this digest, used ones too.
pub fn find_refresh_token(c: &mut AnyConn, digest: &str) -> Result<Option<RefreshTokenRecord>, StoreError> {
    let query =
        refresh_tokens::table.find(digest).select((refresh_tokens::family_id, refresh_tokens::used_at));
    let row: Option<(String, Option<i64>)> = on!(c, conn => query.first(conn).optional())?;
    Ok(row.map(|(family, used_at)| RefreshTokenRecord { family_id: FamilyId::trusted(family), used_at }))
}

/// Marks a refresh token as used; says whether it was unused. Of many callers at once one is told yes.
pub fn consume_refresh_token(c: &mut AnyConn, digest: &str, now: i64) -> Result<bool, StoreError> {
    let row = refresh_tokens::table
        .filter(refresh_tokens::digest.eq(digest))
        .filter(refresh_tokens::used_at.is_null());
    let used = on!(c, conn => diesel::update(row).set(refresh_tokens::used_at.eq(now)).execute(conn))?;
    Ok(used == 1)
}

impl Row {
    fn into_model(self) -> Result<TokenFamily, StoreError> {
        Ok(TokenFamily {
            scope: from_json(TABLE, &self.id, &self.scope)?,
            proofs: from_json(TABLE, &self.id, &self.proofs)?,
            id: FamilyId::trusted(self.id),
            pool_id: PoolId::trusted(self.pool_id),
            client_id: ClientId::trusted(self.client_id),
            user_id: UserId::trusted(self.user_id),
            session_id: self.session_id.map(SessionId::trusted),
            authenticated_at: self.authenticated_at,
            created_at: self.created_at,
            expires_at: self.expires_at,
            revoked_at: self.revoked_at,
        })
    }
}
