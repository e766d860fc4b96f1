//! What there is of a SAML provider beside its settings: our keys towards it (`provider_keys`), and its metadata as it was
//! last read and good (`provider_metadata`).

use diesel::prelude::*;

use super::connection::{AnyConn, on};
use super::error::StoreError;
use super::schema::{provider_keys as k, provider_metadata as m};
use crate::model::ids::PoolId;

/// A key pair of ours with its certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredKey {
    /// The pool.
    pub pool_id: PoolId,
    /// The provider's name.
    pub provider: String,
    /// Its id.
    pub id: String,
    /// The private key, PKCS#8 DER, sealed.
    pub sealed_key: Vec<u8>,
    /// The certificate, DER.
    pub certificate: Vec<u8>,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// From when on it signs, Unix milliseconds; before, the other side learns of it.
    pub signs_from: i64,
    /// When it ends, Unix milliseconds.
    pub retires_at: Option<i64>,
}

/// Metadata as it was last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMetadata {
    /// Where it was read.
    pub url: String,
    /// The document.
    pub document: String,
    /// When, Unix milliseconds.
    pub fetched_at: i64,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = k)]
struct Row {
    pool_id: String,
    provider: String,
    id: String,
    sealed_key: Vec<u8>,
    certificate: Vec<u8>,
    created_at: i64,
    signs_from: i64,
    retires_at: Option<i64>,
}

/// The keys towards a provider, the oldest first.
///
/// # Errors
/// When the database did not answer.
pub fn list(c: &mut AnyConn, pool: &PoolId, provider: &str) -> Result<Vec<StoredKey>, StoreError> {
    let rows = k::table
        .filter(k::pool_id.eq(pool.as_str()))
        .filter(k::provider.eq(provider))
        .order((k::created_at, k::id));
    let rows: Vec<Row> = on!(c, c => rows.select(Row::as_select()).load(c))?;
    let key = |row: Row| StoredKey {
        pool_id: PoolId::trusted(row.pool_id),
        provider: row.provider,
        id: row.id,
        sealed_key: row.sealed_key,
        certificate: row.certificate,
        created_at: row.created_at,
        signs_from: row.signs_from,
        retires_at: row.retires_at,
    };
    Ok(rows.into_iter().map(key).collect())
}

/// Stores a key.
///
/// # Errors
/// [`StoreError::Taken`] when another node has stored the same one.
pub fn insert(c: &mut AnyConn, key: &StoredKey) -> Result<(), StoreError> {
    let row = Row {
        pool_id: key.pool_id.to_string(),
        provider: key.provider.clone(),
        id: key.id.clone(),
        sealed_key: key.sealed_key.clone(),
        certificate: key.certificate.clone(),
        created_at: key.created_at,
        signs_from: key.signs_from,
        retires_at: key.retires_at,
    };
    on!(c, c => diesel::insert_into(k::table).values(&row).execute(c))
        .map_err(super::columns::taken("key of the provider"))?;
    Ok(())
}

/// What was last read of a provider's metadata.
///
/// # Errors
/// When the database did not answer.
pub fn metadata(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
) -> Result<Option<StoredMetadata>, StoreError> {
    let row = m::table.find((pool.as_str(), provider)).select((m::url, m::document, m::fetched_at));
    let row: Option<(String, String, i64)> = on!(c, c => row.first(c).optional())?;
    Ok(row.map(|(url, document, fetched_at)| StoredMetadata { url, document, fetched_at }))
}

/// Keeps metadata in place of what was read earlier.
///
/// # Errors
/// When the database did not answer.
pub fn put_metadata(
    c: &mut AnyConn,
    pool: &PoolId,
    provider: &str,
    metadata: &StoredMetadata,
) -> Result<(), StoreError> {
    let values =
        (m::url.eq(&metadata.url), m::document.eq(&metadata.document), m::fetched_at.eq(metadata.fetched_at));
    let row = (m::pool_id.eq(pool.as_str()), m::provider.eq(provider), values);
    on!(c, c => diesel::insert_into(m::table)
        .values(row)
        .on_conflict((m::pool_id, m::provider))
        .do_update()
        .set(values)
        .execute(c))?;
    Ok(())
}
