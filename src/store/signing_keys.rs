//! The keys that sign a pool's tokens, sealed.

use diesel::prelude::*;

use super::columns::corrupt;
use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{signing_keys, user_pools};
use crate::model::client::SigningAlgorithm;
use crate::model::ids::PoolId;

const TABLE: &str = "signing_keys";

/// A stored signing key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKeyRecord {
    /// The pool whose tokens it signs.
    pub pool_id: PoolId,
    /// The `kid`.
    pub kid: String,
    /// The algorithm.
    pub algorithm: SigningAlgorithm,
    /// The private key as PKCS#8, sealed.
    pub sealed_private_key: Vec<u8>,
    /// The public half as a JWK.
    pub public_jwk: String,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it begins to sign, Unix milliseconds.
    pub signs_from: i64,
    /// When it ends to sign, Unix milliseconds; `i64::MAX` until it has a successor.
    pub signs_until: i64,
    /// When it leaves the JWKS, Unix milliseconds; `i64::MAX` until it has a successor.
    pub published_until: i64,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = signing_keys)]
struct Row {
    pool_id: String,
    kid: String,
    algorithm: String,
    sealed_private_key: Vec<u8>,
    public_jwk: String,
    created_at: i64,
    signs_from: i64,
    signs_until: i64,
    published_until: i64,
}

/// The keys of a pool that are published at `now`.
pub fn list(c: &mut AnyConn, pool: &PoolId, now: i64) -> Result<Vec<SigningKeyRecord>, StoreError> {
    let query = signing_keys::table
        .filter(signing_keys::pool_id.eq(pool.as_str()))
        .filter(signing_keys::published_until.gt(now))
        .order((signing_keys::created_at, signing_keys::kid));
    on!(c, conn => query.select(Row::as_select()).load(conn))?.into_iter().map(Row::into_record).collect()
}

/// The published keys of every pool, by pool and age.
pub fn list_all(c: &mut AnyConn, now: i64) -> Result<Vec<SigningKeyRecord>, StoreError> {
    let query = signing_keys::table.filter(signing_keys::published_until.gt(now)).order((
        signing_keys::pool_id,
        signing_keys::created_at,
        signing_keys::kid,
    ));
    on!(c, conn => query.select(Row::as_select()).load(conn))?.into_iter().map(Row::into_record).collect()
}

/// Every key without a successor that began to sign at or before `began`; not of deleted pools.
pub fn list_unsucceeded(c: &mut AnyConn, began: i64) -> Result<Vec<SigningKeyRecord>, StoreError> {
    let query = signing_keys::table
        .inner_join(user_pools::table.on(user_pools::id.eq(signing_keys::pool_id)))
        .filter(user_pools::deleted_at.is_null())
        .filter(signing_keys::signs_until.eq(i64::MAX))
        .filter(signing_keys::signs_from.le(began));
    on!(c, conn => query.select(Row::as_select()).load(conn))?.into_iter().map(Row::into_record).collect()
}

/// Makes this transaction the only one that changes the keys of a pool; says whether the pool exists.
///
/// Taking the pool's row is what both databases understand; an update that changes nothing does it.
pub fn lock_pool(c: &mut AnyConn, pool: &PoolId) -> Result<bool, StoreError> {
    let row = user_pools::table.filter(user_pools::id.eq(pool.as_str()));
    let locked = on!(c, conn => diesel::update(row)
        .set(user_pools::updated_at.eq(user_pools::updated_at))
        .execute(conn))?;
    Ok(locked == 1)
}

/// Stores a key.
pub fn insert(c: &mut AnyConn, record: &SigningKeyRecord) -> Result<(), StoreError> {
    let row = Row {
        pool_id: record.pool_id.to_string(),
        kid: record.kid.clone(),
        algorithm: record.algorithm.name().to_owned(),
        sealed_private_key: record.sealed_private_key.clone(),
        public_jwk: record.public_jwk.clone(),
        created_at: record.created_at,
        signs_from: record.signs_from,
        signs_until: record.signs_until,
        published_until: record.published_until,
    };
    on!(c, conn => diesel::insert_into(signing_keys::table).values(&row).execute(conn))?;
    Ok(())
}

/// Gives the pool's keys of an algorithm without a successor their end; returns how many.
pub fn retire(
    c: &mut AnyConn,
    pool: &PoolId,
    algorithm: SigningAlgorithm,
    signs_until: i64,
    published_until: i64,
) -> Result<usize, StoreError> {
    let rows = signing_keys::table
        .filter(signing_keys::pool_id.eq(pool.as_str()))
        .filter(signing_keys::algorithm.eq(algorithm.name()))
        .filter(signing_keys::signs_until.eq(i64::MAX));
    let end = (signing_keys::signs_until.eq(signs_until), signing_keys::published_until.eq(published_until));
    Ok(on!(c, conn => diesel::update(rows).set(end).execute(conn))?)
}

/// Ends all of the pool's keys of an algorithm, those without a successor and those that have one: none signs from `now`
/// on, none is published from `published_until` on. What ends earlier keeps its end. Returns how many keys it met.
pub fn end_all(
    c: &mut AnyConn,
    pool: &PoolId,
    algorithm: SigningAlgorithm,
    now: i64,
    published_until: i64,
) -> Result<usize, StoreError> {
    let keys = || {
        signing_keys::table
            .filter(signing_keys::pool_id.eq(pool.as_str()))
            .filter(signing_keys::algorithm.eq(algorithm.name()))
    };
    let signing = keys().filter(signing_keys::signs_until.gt(now));
    on!(c, conn => diesel::update(signing).set(signing_keys::signs_until.eq(now)).execute(conn))?;
    let published = keys().filter(signing_keys::published_until.gt(published_until));
    let end = signing_keys::published_until.eq(published_until);
    Ok(on!(c, conn => diesel::update(published).set(end).execute(conn))?)
}

/// Deletes keys whose tokens have ended; returns how many.
pub fn delete_expired(c: &mut AnyConn, now: i64) -> Result<usize, StoreError> {
    let rows = signing_keys::table.filter(signing_keys::published_until.le(now));
    Ok(on!(c, conn => diesel::delete(rows).execute(conn))?)
}

impl Row {
    fn into_record(self) -> Result<SigningKeyRecord, StoreError> {
        let algorithm = [SigningAlgorithm::Rs256, SigningAlgorithm::Es256, SigningAlgorithm::EdDsa]
            .into_iter()
            .find(|algorithm| algorithm.name() == self.algorithm)
            .ok_or_else(|| corrupt(TABLE, &self.kid))?;
        Ok(SigningKeyRecord {
            pool_id: PoolId::trusted(self.pool_id),
            kid: self.kid,
            algorithm,
            sealed_private_key: self.sealed_private_key,
            public_jwk: self.public_jwk,
            created_at: self.created_at,
            signs_from: self.signs_from,
            signs_until: self.signs_until,
            published_until: self.published_until,
        })
    }
}
