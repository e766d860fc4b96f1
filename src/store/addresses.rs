//! Changes of a person's addresses: those that wait for their proof, and those that can still be taken back.

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{address_take_backs, pending_addresses};
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::ContactKind;

/// An address that a person wants and has not proven yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingAddress {
    /// Whose it will be.
    pub user_id: UserId,
    /// The pool.
    pub pool_id: PoolId,
    /// What sort of address.
    pub kind: ContactKind,
    /// The address.
    pub address: String,
    /// When it was wished for, Unix milliseconds.
    pub created_at: i64,
    /// When the wish ends, Unix milliseconds.
    pub expires_at: i64,
}

/// A change of an address that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeBack {
    /// SHA-256 (base64url) of the word in the link.
    pub digest: String,
    /// The pool.
    pub pool_id: PoolId,
    /// Whose account.
    pub user_id: UserId,
    /// What sort of address.
    pub kind: ContactKind,
    /// The address before.
    pub old_address: String,
    /// The address since.
    pub new_address: String,
    /// When it was changed, Unix milliseconds.
    pub changed_at: i64,
    /// When it can no longer be taken back, Unix milliseconds.
    pub expires_at: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = pending_addresses)]
struct PendingRow {
    user_id: String,
    kind: String,
    pool_id: String,
    address: String,
    created_at: i64,
    expires_at: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = address_take_backs)]
struct TakeBackRow {
    digest: String,
    pool_id: String,
    user_id: String,
    kind: String,
    old_address: String,
    new_address: String,
    changed_at: i64,
    expires_at: i64,
}

/// Stores a wish in place of an earlier one of its kind.
///
/// # Errors
/// When the database did not answer.
pub fn put_pending(c: &mut AnyConn, pending: &PendingAddress) -> Result<(), StoreError> {
    let row = PendingRow {
        user_id: pending.user_id.to_string(),
        kind: pending.kind.attribute().to_owned(),
        pool_id: pending.pool_id.to_string(),
        address: pending.address.clone(),
        created_at: pending.created_at,
        expires_at: pending.expires_at,
    };
    on!(c, c => diesel::insert_into(pending_addresses::table)
        .values(&row)
        .on_conflict((pending_addresses::user_id, pending_addresses::kind))
        .do_update()
        .set((
            pending_addresses::address.eq(&row.address),
            pending_addresses::created_at.eq(row.created_at),
            pending_addresses::expires_at.eq(row.expires_at),
        ))
        .execute(c))?;
    Ok(())
}

/// The wishes of a person that have not ended.
///
/// # Errors
/// When the database did not answer or a row cannot be understood.
pub fn list_pending(c: &mut AnyConn, user: &UserId, now: i64) -> Result<Vec<PendingAddress>, StoreError> {
    let rows = pending_addresses::table
        .filter(pending_addresses::user_id.eq(user.as_str()))
        .filter(pending_addresses::expires_at.gt(now))
        .order(pending_addresses::kind);
    let rows: Vec<PendingRow> = on!(c, c => rows.load(c))?;
    Ok(rows.into_iter().filter_map(PendingRow::into_pending).collect())
}

/// Takes a wish away; returns whether there was one.
///
/// # Errors
/// When the database did not answer.
pub fn delete_pending(c: &mut AnyConn, user: &UserId, kind: ContactKind) -> Result<bool, StoreError> {
    let row = pending_addresses::table.find((user.as_str(), kind.attribute()));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Stores a change that can be taken back.
///
/// # Errors
/// When the database did not answer.
pub fn insert_take_back(c: &mut AnyConn, change: &TakeBack) -> Result<(), StoreError> {
    let row = TakeBackRow {
        digest: change.digest.clone(),
        pool_id: change.pool_id.to_string(),
        user_id: change.user_id.to_string(),
        kind: change.kind.attribute().to_owned(),
        old_address: change.old_address.clone(),
        new_address: change.new_address.clone(),
        changed_at: change.changed_at,
        expires_at: change.expires_at,
    };
    on!(c, c => diesel::insert_into(address_take_backs::table).values(&row).execute(c))?;
    Ok(())
}

/// The change of this pool under a digest, unless its time is over.
///
/// # Errors
/// When the database did not answer.
pub fn find_take_back(
    c: &mut AnyConn,
    pool: &PoolId,
    digest: &str,
    now: i64,
) -> Result<Option<TakeBack>, StoreError> {
    let row = address_take_backs::table
        .filter(address_take_backs::digest.eq(digest))
        .filter(address_take_backs::pool_id.eq(pool.as_str()))
        .filter(address_take_backs::expires_at.gt(now));
    let row: Option<TakeBackRow> = on!(c, c => row.first(c).optional())?;
    Ok(row.and_then(TakeBackRow::into_take_back))
}

/// Spends a change: deletes it with every later one of its kind, which the owner of the old address did not make.
/// Returns whether this call did; of several callers one succeeds.
///
/// # Errors
/// When the database did not answer.
pub fn consume_take_back(c: &mut AnyConn, change: &TakeBack) -> Result<bool, StoreError> {
    let row = address_take_backs::table.find(&change.digest);
    if on!(&mut *c, c => diesel::delete(row).execute(c))? != 1 {
        return Ok(false);
    }
    let later = address_take_backs::table
        .filter(address_take_backs::user_id.eq(change.user_id.as_str()))
        .filter(address_take_backs::kind.eq(change.kind.attribute()))
        .filter(address_take_backs::changed_at.ge(change.changed_at));
    on!(c, c => diesel::delete(later).execute(c))?;
    Ok(true)
}

fn kind(text: &str) -> Option<ContactKind> {
    [ContactKind::Email, ContactKind::Phone].into_iter().find(|kind| kind.attribute() == text)
}

impl PendingRow {
    fn into_pending(self) -> Option<PendingAddress> {
        Some(PendingAddress {
            kind: kind(&self.kind)?,
            user_id: UserId::trusted(self.user_id),
            pool_id: PoolId::trusted(self.pool_id),
            address: self.address,
            created_at: self.created_at,
            expires_at: self.expires_at,
        })
    }
}

impl TakeBackRow {
    fn into_take_back(self) -> Option<TakeBack> {
        Some(TakeBack {
            kind: kind(&self.kind)?,
            digest: self.digest,
            pool_id: PoolId::trusted(self.pool_id),
            user_id: UserId::trusted(self.user_id),
            old_address: self.old_address,
            new_address: self.new_address,
            changed_at: self.changed_at,
            expires_at: self.expires_at,
        })
    }
}
