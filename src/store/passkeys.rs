//! Rows of passkeys, and the challenges that were answered.

use std::collections::HashMap;

use diesel::prelude::*;

use super::columns;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{passkeys as p, spent_challenges as s};
use crate::model::ids::{PoolId, UserId};
use crate::model::passkey::Passkey;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = p)]
struct Row {
    pool_id: String,
    credential_id: String,
    user_id: String,
    user_handle: String,
    rp_id: String,
    public_key: Vec<u8>,
    sign_count: i64,
    transports: String,
    aaguid: String,
    backup_eligible: bool,
    backed_up: bool,
    user_verified: bool,
    name: Option<String>,
    created_at: i64,
    last_used_at: Option<i64>,
}

impl From<&Passkey> for Row {
    fn from(passkey: &Passkey) -> Self {
        Self {
            pool_id: passkey.pool_id.to_string(),
            credential_id: passkey.credential_id.clone(),
            user_id: passkey.user_id.to_string(),
            user_handle: passkey.user_handle.clone(),
            rp_id: passkey.rp_id.clone(),
            public_key: passkey.public_key.clone(),
            sign_count: passkey.sign_count,
            transports: passkey.transports.join(" "),
            aaguid: passkey.aaguid.clone(),
            backup_eligible: passkey.backup_eligible,
            backed_up: passkey.backed_up,
            user_verified: passkey.user_verified,
            name: passkey.name.clone(),
            created_at: passkey.created_at,
            last_used_at: passkey.last_used_at,
        }
    }
}

impl From<Row> for Passkey {
    fn from(row: Row) -> Self {
        Self {
            pool_id: PoolId::trusted(row.pool_id),
            credential_id: row.credential_id,
            user_id: UserId::trusted(row.user_id),
            user_handle: row.user_handle,
            rp_id: row.rp_id,
            public_key: row.public_key,
            sign_count: row.sign_count,
            transports: row.transports.split_whitespace().map(str::to_owned).collect(),
            aaguid: row.aaguid,
            backup_eligible: row.backup_eligible,
            backed_up: row.backed_up,
            user_verified: row.user_verified,
            name: row.name,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// What a sign-in changes in a record (Web Authentication §7.2 steps 22 and 24).
#[derive(Debug, Clone, Copy)]
pub struct Use {
    /// The counter that the authenticator sent.
    pub sign_count: i64,
    /// Whether it is backed up.
    pub backed_up: bool,
    /// Whether the authenticator made sure who holds it.
    pub user_verified: bool,
    /// When, Unix milliseconds.
    pub at: i64,
}

/// Stores a passkey.
///
/// # Errors
/// [`StoreError::Taken`] when somebody of the pool has the credential already.
pub fn insert(c: &mut AnyConn, passkey: &Passkey) -> Result<(), StoreError> {
    let row = Row::from(passkey);
    on!(c, c => diesel::insert_into(p::table).values(&row).execute(c)).map_err(columns::taken("passkey"))?;
    Ok(())
}

/// The passkey of a credential.
///
/// # Errors
/// When the database did not answer.
pub fn find(c: &mut AnyConn, pool: &PoolId, credential_id: &str) -> Result<Option<Passkey>, StoreError> {
    let row = p::table.find((pool.as_str(), credential_id));
    Ok(on!(c, c => row.select(Row::as_select()).first(c).optional())?.map(Passkey::from))
}

/// The passkeys of a person, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_user(c: &mut AnyConn, user: &UserId) -> Result<Vec<Passkey>, StoreError> {
    let rows = p::table.filter(p::user_id.eq(user.as_str())).order((p::created_at, p::credential_id));
    let rows: Vec<Row> = on!(c, c => rows.select(Row::as_select()).load(c))?;
    Ok(rows.into_iter().map(Passkey::from).collect())
}

/// The passkeys of these people, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub fn list_of_many(c: &mut AnyConn, users: &[&str]) -> Result<HashMap<UserId, Vec<Passkey>>, StoreError> {
    let rows = p::table.filter(p::user_id.eq_any(users)).order((p::created_at, p::credential_id));
    let rows: Vec<Row> = on!(c, c => rows.select(Row::as_select()).load(c))?;
    let mut found: HashMap<UserId, Vec<Passkey>> = HashMap::new();
    for passkey in rows.into_iter().map(Passkey::from) {
        found.entry(passkey.user_id.clone()).or_default().push(passkey);
    }
    Ok(found)
}

/// Records a sign-in, unless the counter did not go on: then somebody else has a copy of the key. An authenticator that
/// does not count sends 0 every time. Returns whether it was recorded.
///
/// # Errors
/// When the database did not answer.
pub fn consume(c: &mut AnyConn, pool: &PoolId, credential_id: &str, made: Use) -> Result<bool, StoreError> {
    // No counter is ever below zero, so this lets nothing but a zero after a zero through.
    let unchanged: i64 = if made.sign_count == 0 { 0 } else { -1 };
    let row = p::table
        .filter(p::pool_id.eq(pool.as_str()))
        .filter(p::credential_id.eq(credential_id))
        .filter(p::sign_count.lt(made.sign_count).or(p::sign_count.eq(unchanged)));
    let change =
        (p::sign_count.eq(made.sign_count), p::backed_up.eq(made.backed_up), p::last_used_at.eq(made.at));
    let changed = on!(&mut *c, c => diesel::update(row).set(change).execute(c))? == 1;
    if changed && made.user_verified {
        let row = p::table.find((pool.as_str(), credential_id)).filter(p::user_verified.eq(false));
        on!(c, c => diesel::update(row).set(p::user_verified.eq(true)).execute(c))?;
    }
    Ok(changed)
}

/// Names a passkey of a person; returns whether they have it.
///
/// # Errors
/// When the database did not answer.
pub fn rename(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    credential_id: &str,
    name: Option<&str>,
) -> Result<bool, StoreError> {
    let row = p::table
        .filter(p::pool_id.eq(pool.as_str()))
        .filter(p::credential_id.eq(credential_id))
        .filter(p::user_id.eq(user.as_str()));
    Ok(on!(c, c => diesel::update(row).set(p::name.eq(name)).execute(c))? == 1)
}

/// Deletes a passkey of a person; returns whether they had it.
///
/// # Errors
/// When the database did not answer.
pub fn delete(
    c: &mut AnyConn,
    (pool, user): (&PoolId, &UserId),
    credential_id: &str,
) -> Result<bool, StoreError> {
    let row = p::table
        .filter(p::pool_id.eq(pool.as_str()))
        .filter(p::credential_id.eq(credential_id))
        .filter(p::user_id.eq(user.as_str()));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Deletes a person's passkeys that were made at this moment or later (Unix milliseconds); returns how many.
///
/// # Errors
/// When the database did not answer.
pub fn delete_since(c: &mut AnyConn, pool: &PoolId, user: &UserId, since: i64) -> Result<usize, StoreError> {
    let rows = p::table
        .filter(p::pool_id.eq(pool.as_str()))
        .filter(p::user_id.eq(user.as_str()))
        .filter(p::created_at.ge(since));
    Ok(on!(c, c => diesel::delete(rows).execute(c))?)
}

/// Spends a challenge, named by a digest; of several callers one is told that it was the first.
///
/// # Errors
/// When the database did not answer.
pub fn spend_challenge(
    c: &mut AnyConn,
    pool: &PoolId,
    digest: &str,
    expires_at: i64,
) -> Result<bool, StoreError> {
    let row = (s::digest.eq(digest), s::pool_id.eq(pool.as_str()), s::expires_at.eq(expires_at));
    let inserted =
        on!(c, c => diesel::insert_into(s::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(inserted == 1)
}
