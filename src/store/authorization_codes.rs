//! Authorization codes, by the SHA-256 of their text. A spent one stays for a day, so that a replay is recognised.

use diesel::prelude::*;

use super::columns::{from_json, to_json};
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::authorization_codes;
use super::sessions;
use crate::model::authorization::AuthorizationCode;
use crate::model::ids::{ClientId, FamilyId, PoolId, SessionId, UserId};

const TABLE: &str = "authorization_codes";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = authorization_codes)]
#[diesel(treat_none_as_default_value = false)]
struct Row {
    digest: String,
    pool_id: String,
    client_id: String,
    user_id: String,
    session_id: String,
    parameters: String,
    authenticated_at: i64,
    proofs: String,
    family_id: String,
    expires_at: i64,
    used_at: Option<i64>,
}

/// Stores a code under the SHA-256 of its text, unless what it rests on was ended since; says whether it did. The
/// session was read before, and a sign-out between then and now finds no code to delete.
pub fn insert(c: &mut AnyConn, digest: &str, code: &AuthorizationCode) -> Result<bool, StoreError> {
    if !sessions::hold_user(c, &code.pool_id, &code.user_id, code.authenticated_at)? {
        return Ok(false);
    }
    let row = Row {
        digest: digest.to_owned(),
        pool_id: code.pool_id.to_string(),
        client_id: code.client_id.to_string(),
        user_id: code.user_id.to_string(),
        session_id: code.session_id.to_string(),
        parameters: to_json(&code.parameters)?,
        authenticated_at: code.authenticated_at,
        proofs: to_json(&code.proofs)?,
        family_id: code.family_id.to_string(),
        expires_at: code.expires_at,
        used_at: code.used_at,
    };
    on!(c, conn => diesel::insert_into(authorization_codes::table).values(&row).execute(conn))?;
    Ok(true)
}

/// The code of this pool with this digest, spent and expired ones too.
pub fn find(c: &mut AnyConn, pool: &PoolId, digest: &str) -> Result<Option<AuthorizationCode>, StoreError> {
    let query = authorization_codes::table
        .filter(authorization_codes::digest.eq(digest))
        .filter(authorization_codes::pool_id.eq(pool.as_str()));
    on!(c, conn => query.select(Row::as_select()).first(conn).optional())?.map(Row::into_model).transpose()
}

/// Spends a code; says whether it was still unspent. Of many callers at once one is told yes.
pub fn consume(c: &mut AnyConn, pool: &PoolId, digest: &str, now: i64) -> Result<bool, StoreError> {
    let row = authorization_codes::table
        .filter(authorization_codes::digest.eq(digest))
        .filter(authorization_codes::pool_id.eq(pool.as_str()))
        .filter(authorization_codes::used_at.is_null());
    let spent = on!(c, conn => diesel::update(row).set(authorization_codes::used_at.eq(now)).execute(conn))?;
    Ok(spent == 1)
}

/// Deletes a code.
///
/// # Errors
/// When the database did not answer.
pub fn delete(c: &mut AnyConn, pool: &PoolId, digest: &str) -> Result<(), StoreError> {
    let row = authorization_codes::table
        .filter(authorization_codes::digest.eq(digest))
        .filter(authorization_codes::pool_id.eq(pool.as_str()));
    on!(c, conn => diesel::delete(row).execute(conn))?;
    Ok(())
}

/// Deletes the unspent codes that a client has of a person.
///
/// # Errors
/// When the database did not answer.
pub fn delete_of_client(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    client: &ClientId,
) -> Result<usize, StoreError> {
    let codes = authorization_codes::table
        .filter(authorization_codes::pool_id.eq(pool.as_str()))
        .filter(authorization_codes::user_id.eq(user.as_str()))
        .filter(authorization_codes::client_id.eq(client.as_str()))
        .filter(authorization_codes::used_at.is_null());
    Ok(on!(c, conn => diesel::delete(codes).execute(conn))?)
}

impl Row {
    fn into_model(self) -> Result<AuthorizationCode, StoreError> {
        Ok(AuthorizationCode {
            parameters: from_json(TABLE, &self.digest, &self.parameters)?,
            proofs: from_json(TABLE, &self.digest, &self.proofs)?,
            pool_id: PoolId::trusted(self.pool_id),
            client_id: ClientId::trusted(self.client_id),
            user_id: UserId::trusted(self.user_id),
            session_id: SessionId::trusted(self.session_id),
            authenticated_at: self.authenticated_at,
            family_id: FamilyId::trusted(self.family_id),
            expires_at: self.expires_at,
            used_at: self.used_at,
        })
    }
}
